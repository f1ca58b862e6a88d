"""The audit in plain words: the names of columns and their values, for the list and for one line in full."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from mdi_desk.domains.admin.records import AuditRow, action_name, job_name, resource_name
from mdi_desk.domains.people.records import Formats, field_label
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
SECRET = "(secret)"
# What a line about a new or removed thing is recognised by, the first that is there.
NAMES = (
    "full_name", "name", "signed_name", "number", "login", "key", "description", "city", "ticket_code",
    "attendance", "mark", "location_name", "station",
)  # fmt: skip
# What changed beside the thing itself, and how many changes are told with their values.
SIDE = frozenset({"end_reason", "ended_at", "last_activity_at", "voided_at", "voided_by", "void_reason",
                  "cancel_reason", "last_login_at"})  # fmt: skip
FEW, LONG = 2, 60
SAID = frozenset({"full_name", "name", "signed_name", "ticket_code", "location_name", "login"})
# Says nothing about what was done.
QUIET = frozenset({"id", "created_at", "updated_at", "version", "op_id", "xid", "sort_key", "text_sha256"})


def field_words(name: str) -> str:
    """A column's name as people say it."""
    found = {
        "jobs": tr("Jobs"),
        "login": tr("Staff number"),
        "must_change": tr("Must choose a password"),
        "password_set_at": tr("Password set"),
        "disabled_at": tr("Disabled at"),
        "disabled_reason": tr("Reason of disabling"),
        "last_login_at": tr("Last sign-in"),
        "key": tr("Setting"),
        "value": tr("Value"),
        "name": tr("Name"),
        "slug": tr("Short name"),
        "category": tr("Category"),
        "description": tr("Description"),
        "short_desc": tr("In one sentence"),
        "price_minor": tr("Price"),
        "member_price_minor": tr("Price for members"),
        "price_override_minor": tr("Own price"),
        "currency": tr("Currency"),
        "duration_hours": tr("Hours"),
        "max_capacity": tr("Seats"),
        "min_age": tr("Minimum age"),
        "guardian_min_age": tr("With a guardian from age"),
        "skill_level": tr("Level"),
        "prerequisites": tr("Needed beforehand"),
        "gear_required": tr("To bring along"),
        "gear_provided": tr("Provided here"),
        "ammo_count": tr("Rounds of ammunition"),
        "image_url": tr("Picture (web address)"),
        "thumbnail_url": tr("Small picture (web address)"),
        "photo_url": tr("Photo (web address)"),
        "waiver_template_id": tr("Waiver"),
        "is_featured": tr("Featured: shown first on the website"),
        "sort_order": tr("Place in the list"),
        "title": tr("Title"),
        "credentials": tr("Credentials"),
        "specialties": tr("Specialties"),
        "starts_at": tr("Begins"),
        "ends_at": tr("Ends"),
        "course_id": tr("Course"),
        "class_id": tr("Class"),
        "instructor_id": tr("Instructor"),
        "instructor_no": tr("Instructor’s number"),
        "person_id": tr("Person"),
        "guardian_id": tr("Guardian"),
        "booking_id": tr("Booking"),
        "order_id": tr("Order"),
        "place_no": tr("Place’s number"),
        "location_name": tr("Place"),
        "location_addr": tr("Address"),
        "status": tr("Status"),
        "cancel_reason": tr("Reason of cancelling"),
        "seat": tr("Seat"),
        "ticket_code": tr("Ticket code"),
        "attendance": tr("Attendance"),
        "mark": tr("Attendance"),
        "unpaid_allowed_reason": tr("Reason of letting in unpaid"),
        "override_reason": tr("Reason of the exception"),
        "void_reason": tr("Reason of undoing"),
        "revoke_reason": tr("Reason of revoking"),
        "signed_name": tr("Signed name"),
        "signed_at": tr("Signed"),
        "valid_until": tr("Valid until"),
        "station": tr("Station"),
        "amount_minor": tr("Amount"),
        "method": tr("Paid by"),
        "reference": tr("Reference"),
        "number": tr("Number"),
        "occurred_at": tr("Happened"),
        "recorded_at": tr("Recorded"),
        "taken_at": tr("Taken"),
    }.get(name)
    if found is not None:
        return found
    label = field_label(name)
    return label if label != name else name.replace("_", " ").capitalize()


def value_words(name: str, value: object, row: Mapping[str, object], show: Formats) -> str:
    """A column's value as people read it; a dash for nothing. `row` is where its currency may stand."""
    if value is None or value in ("", [], {}):
        return "–"
    if value == SECRET:
        return tr("(secret)")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int) and name.endswith("_minor"):
        return shown.amount(value, str(row.get("currency") or "USD"))
    if isinstance(value, list):
        return ", ".join(job_name(str(one)) if name == "jobs" else str(one) for one in value)
    if isinstance(value, str) and (known := _code_words(name, value)):
        return known
    if isinstance(value, dict):
        return "; ".join(f"{key}: {value_words(str(key), one, row, show)}" for key, one in value.items())
    return _moment(value, show) if isinstance(value, str) else str(value)


def _code_words(name: str, value: str) -> str:
    """What the few codes mean that people meet every day; "" for any other value."""
    if name in ("attendance", "mark"):
        return {
            "present": tr("present"),
            "late": tr("late"),
            "left": tr("left early"),
            "excused": tr("excused"),
            "no_show": tr("did not come"),
        }.get(value, "")
    if name == "status":
        return {
            "scheduled": tr("scheduled"),
            "cancelled": tr("cancelled"),
            "completed": tr("completed"),
            "booked": tr("booked"),
        }.get(value, "")
    return {"cash": tr("cash"), "card": tr("card")}.get(value, "") if name == "method" else ""


def _moment(value: str, show: Formats) -> str:
    try:
        if _MOMENT.match(value):
            when = datetime.fromisoformat(value)
            return f"{show.day(when)}, {show.time(when)}" if when.tzinfo is not None else value
        if _DAY.fullmatch(value):
            return show.day(date.fromisoformat(value))
    except ValueError:
        return value
    return value


def title_words(row: AuditRow) -> str:
    """What was done, to whom: "Checked in Kwame Boateng-Addo, Defensive handgun I"."""
    said = _deed(row)
    if said:
        return said
    action = action_name(row.action)
    words = f"{resource_name(row.resource_type)} · {action[:1].lower()}{action[1:]}"
    return f"{words} · {row.about}" if row.about else words


def _deed(row: AuditRow) -> str:
    """The sentence of what happens every day; "" for what is rare or whose subject is not on record."""
    new, action = row.new, row.action.lower()
    if row.resource_type == "admin.desk_session":
        if action == "insert":
            return tr("Signed in")
        return tr("Signed out") if new.get("ended_at") else ""
    if not row.about:
        return ""
    name = row.about
    if action == "insert":
        return {
            "training.check_in": tr("Checked in {name}", name=name),
            "training.attendance_mark": tr("Marked {name}", name=name),
            "training.booking": tr("Booked {name}", name=name),
            "waivers.signature": tr("Waiver signed for {name}", name=name),
            "sales.order_line": tr("Charged for {name}", name=name),
            "sales.customer_order": tr("New order for {name}", name=name),
            "people.person": tr("Put {name} on file", name=name),
            "people.address": tr("Added an address of {name}", name=name),
            "people.id_verification": tr("Checked the identity of {name}", name=name),
            "training.class": tr("Made the class {name}", name=name),
            "admin.account": tr("Made an account for {name}", name=name),
        }.get(row.resource_type, "")
    if action == "update":
        if row.resource_type == "training.check_in" and new.get("voided_at"):
            return tr("Undid the check-in of {name}", name=name)
        if row.resource_type == "training.class" and new.get("status") == "cancelled":
            return tr("Cancelled the class {name}", name=name)
        return {
            "training.booking": tr("Changed the booking of {name}", name=name),
            "training.class": tr("Changed the class {name}", name=name),
            "training.course": tr("Changed the course {name}", name=name),
            "people.person": tr("Changed the card of {name}", name=name),
        }.get(row.resource_type, "")
    return ""


def who_words(row: AuditRow) -> str:
    """Who did it; what no account did was done on the server itself."""
    return tr("The server") if row.actor_type == "system" else row.who


def detail_words(row: AuditRow, show: Formats) -> str:
    """What changed, from what to what, or what the new or removed thing is called; and the reason."""
    parts = []
    if row.old and row.new:
        names = [name for name in fields_of(row) if name not in SIDE]
        if len(names) <= FEW:
            parts = [_change_words(name, row, show) for name in names]
        else:
            parts = [", ".join(field_words(name) for name in names)]
    else:
        values = row.new or row.old
        found = next((name for name in NAMES if values.get(name)), "")
        # The sentence says whose it is; a name again, or a code nobody reads, adds nothing.
        if found and not (_deed(row) and found in SAID):
            parts = [_ISO.sub(_iso_words, value_words(found, values[found], values, show))]
    if row.reason:
        parts.append(tr("Reason: {why}", why=row.reason))
    return " · ".join(parts)


def _change_words(name: str, row: AuditRow, show: Formats) -> str:
    before, after = (value_words(name, side.get(name), side, show) for side in (row.old, row.new))
    if name.endswith("_id") or len(before) + len(after) > LONG:
        return field_words(name)
    if before == "–":
        return f"{field_words(name)}: {after}"
    return f"{field_words(name)}: {before} → {after}"


def _iso_words(found: re.Match[str]) -> str:
    """A moment inside a text, in the running language's way; it is of the institute's zone already."""
    return shown.short_moment(datetime.fromisoformat(found[0]))


def fields_of(row: AuditRow) -> tuple[str, ...]:
    """The columns worth showing, those with words first."""
    names = {**row.old, **row.new}
    kept = [
        name for name in names if name not in QUIET and (row.old.get(name), row.new.get(name)) != (None, None)
    ]
    return tuple(sorted(kept, key=lambda name: (name.endswith("_id"), field_words(name))))
