"""The sentences: for each refusal code of the database's functions, and each constraint a person can run
into.

Looked up at the moment they are needed, because the language may change while the desk runs.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from mdi_desk.kernel.words import tr, trn

Facts = Mapping[str, Any]

NOT_FOUND = frozenset(
    {"not_found", "unknown_person", "unknown_booking", "unknown_class", "unknown_course", "unknown_order",
     "unknown_account", "unknown_signature"}
)  # fmt: skip
FORBIDDEN = frozenset({"not_allowed", "not_your_class"})


def not_yet_safe() -> str:
    """For a COMMIT that came back with a WARNING."""
    return tr("Saved, but the second server has not confirmed it yet. The desk keeps asking.")


def refusal(code: str, facts: Facts) -> str:
    """The sentence for refusal `code` with its `facts`; an unknown code gets a general one that names it."""
    found = _REFUSALS.get(code)
    if found is None:
        return tr("This cannot be done ({code}). Ask a manager if it must be.", code=code)
    return found(facts)


def constraint(name: str) -> tuple[str, str] | None:
    """The field (or "") and the sentence of constraint `name`; None when it has no sentence of its own."""
    found = _CONSTRAINTS.get(name)
    return (found[0], found[1]()) if found else None


def _when(value: object) -> str:
    """A timestamp of the database as it is read at this desk; the composition root's zone is the system's."""
    try:
        return f"{datetime.fromisoformat(str(value)).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return str(value)


def _class_full(facts: Facts) -> str:
    taken, seats = facts.get("booked", facts.get("capacity")), facts.get("capacity")
    if seats is None:
        return tr("This class is full. Choose another class.")
    return tr(
        "This class is full: {taken} of {seats} seats are taken. Choose another class.",
        taken=taken,
        seats=seats,
    )


def _place_taken(facts: Facts) -> str:
    course, at = facts.get("course"), facts.get("starts_at")
    if not course or not at:
        return tr("The place is taken at that time. Choose another place or time.")
    return tr(
        "The place is taken by {course} at {at}. Choose another place or time.", course=course, at=_when(at)
    )


def _instructor_taken(facts: Facts) -> str:
    course, at = facts.get("course"), facts.get("starts_at")
    if not course or not at:
        return tr("The instructor already teaches at that time. Choose another one or another time.")
    return tr(
        "The instructor already teaches {course} at {at}. Choose another one or another time.",
        course=course,
        at=_when(at),
    )


def _below_booked(facts: Facts) -> str:
    booked = int(facts.get("booked", 0))
    return trn(
        "{n} person is booked already: the class cannot have fewer seats than that.",
        "{n} people are booked already: the class cannot have fewer seats than that.",
        booked,
    )


_REFUSALS: dict[str, Callable[[Facts], str]] = {
    # everywhere
    "not_found": lambda _: tr("This is not there any more, or not for your job."),
    "not_allowed": lambda _: tr("Your job does not allow this. Ask a manager."),
    "stale": lambda _: tr("Somebody changed this meanwhile. Load it again and look what is different."),
    "reason_needed": lambda _: tr("Write down the reason first."),
    "operation_reused": lambda _: tr(
        "This was already sent with other content, so it was not done again. Open it anew and try once more."
    ),
    "illegal_move": lambda _: tr("This was moved on by somebody else meanwhile. Load it again."),
    "isolation": lambda _: tr("The database was asked in a way it does not allow. Try again."),
    "too_large": lambda _: tr("This is too large to be kept. Make it shorter."),
    "unknown_person": lambda _: tr("This person is not there any more. Search again."),
    "unknown_booking": lambda _: tr("This booking is not there, or not in one of your classes."),
    "unknown_class": lambda _: tr("This class is not there any more, or not one of yours."),
    "unknown_course": lambda _: tr("This course is not there any more."),
    "unknown_order": lambda _: tr("This order is not there any more."),
    "performer_not_there": lambda _: tr(
        "The colleague who did this was not signed in at this station then, so it is not sent in that name. "
        "Let the colleague sign in here; it is sent then."
    ),
    "unknown_account": lambda _: tr("This account is not there any more."),
    "unknown_signature": lambda _: tr("This signed waiver is not there any more."),
    # people
    "birth_date_future": lambda _: tr("The birth date lies in the future. Check the year."),
    "birth_date_set": lambda _: tr(
        "The birth date is already recorded; a manager can change it, with a reason."
    ),
    "birth_date_missing": lambda _: tr(
        "The birth date is missing. Enter it from an identity document first."
    ),
    "guardian_not_adult": lambda _: tr("The guardian is under 18. Choose an adult."),
    "guardian_birth_date_missing": lambda _: tr("The guardian's birth date is missing. Enter it first."),
    "same_person": lambda _: tr("Nobody can be their own guardian. Choose somebody else."),
    "not_a_minor": lambda _: tr("This person is 18 or older and signs for themselves."),
    # admin
    "cannot_make_admin": lambda _: tr(
        "Administrators are made on the server itself, with the command: desk db admin-create."
    ),
    "not_on_admin": lambda _: tr("An administrator's account can only be changed on the server itself."),
    "not_on_self": lambda _: tr("You cannot do this to your own account. Ask another administrator."),
    "job_given_on_server": lambda _: tr(
        "This job was given on the server itself and can only be taken away there."
    ),
    # waivers
    "already_revoked": lambda _: tr("This signed waiver is already revoked."),
    "text_needed": lambda _: tr("This version has no text yet. Write it before it is published."),
    "version_not_current": lambda _: tr(
        "The waiver has a newer version. Open it again and have that one signed."
    ),
    "text_differs": lambda _: tr(
        "The text shown is not the waiver's text. Open the waiver again and have it signed anew."
    ),
    "minor_needs_guardian": lambda _: tr("This person is under 18: a guardian must sign."),
    "ink_missing": lambda _: tr("There is no signature yet. Sign on the screen first."),
    "witness_is_signer": lambda _: tr(
        "You cannot be the guardian at your own desk. Ask a colleague to do this under their own name."
    ),
    "guardian_unknown": lambda _: tr(
        "Only a guardian who is already recorded for this person can sign here. "
        "Ask the front desk to record the guardian first."
    ),
    "adult_signs_self": lambda _: tr("This person is an adult and must sign in person."),
    # training
    "class_full": _class_full,
    "already_booked": lambda _: tr("This person already has a seat in this class."),
    "class_cancelled": lambda _: tr("This class is cancelled. Choose another class."),
    "class_completed": lambda _: tr("This class is over."),
    "booking_cancelled": lambda _: tr("This booking is cancelled. Add the person to the class again."),
    "not_checked_in": lambda _: tr("This person is not checked in yet. Check them in first."),
    "undo_too_late": lambda _: tr("The class was too long ago. Ask the front desk to undo this check-in."),
    "checked_in_already": lambda _: tr("This person is already checked in. Undo the check-in first."),
    "place_taken": _place_taken,
    "instructor_taken": _instructor_taken,
    "below_booked": _below_booked,
    "slug_taken": lambda _: tr("Another course already has this short name. Choose a different one."),
    "has_bookings": lambda _: tr(
        "People are booked in this class, so it stays with its course. Make a new class."
    ),
    "attendance_unknown": lambda _: tr("Choose an attendance from the list."),
    # sales
    "amount_needed": lambda _: tr("Enter the amount that was paid."),
    "not_this_order": lambda _: tr(
        "This seat cannot go on that order: it is somebody else's, or paid already. Make a new order."
    ),
    "other_currency": lambda _: tr("This order is in another currency. Make a new order."),
    "nothing_due": lambda _: tr("Nothing is due on this order."),
    "more_than_due": lambda _: tr("This is more than what is due. Take the amount shown, or less."),
}

_CONSTRAINTS: dict[str, tuple[str, Callable[[], str]]] = {
    "ck_person_given_name": ("given_name", lambda: tr("A given name has 1 to 100 letters.")),
    "ck_person_family_name": ("family_name", lambda: tr("A family name has at most 100 letters.")),
    "ck_person_full_name": ("full_name", lambda: tr("A full name has 1 to 255 letters.")),
    "ck_person_email": ("email", lambda: tr("This is not an e-mail address; check its spelling.")),
    "ck_person_phone": (
        "phone",
        lambda: tr("Begin the telephone number with + and the country's code, for example +1."),
    ),
    "ck_person_birth_date": ("birth_date", lambda: tr("A birth date lies between 1900 and 2100.")),
    "ck_person_id_country": (
        "id_country",
        lambda: tr("A country has three capital letters here, for example USA."),
    ),
    "ck_person_id_type": ("id_type", lambda: tr("Choose a kind of identity document from the list.")),
    "ck_person_roles": ("roles", lambda: tr("Choose roles from the list.")),
    "uq_person_code": (
        "code",
        lambda: tr("This code is already given to somebody else. Try again for a new one."),
    ),
    "ck_person_code": ("code", lambda: tr("This is not a person's code. Try again for a new one.")),
    "pk_person": ("", lambda: tr("This person is already recorded.")),
    "ck_address_country": (
        "country",
        lambda: tr("A country has three capital letters here, for example USA."),
    ),
    "ck_address_type": ("type", lambda: tr("Choose a kind of address from the list.")),
    "uq_address_default": ("is_default", lambda: tr("Only one address can be the usual one.")),
    "uq_guardianship_pair": ("guardian_id", lambda: tr("This guardian is already recorded for this person.")),
    "ck_guardianship_other_person": (
        "guardian_id",
        lambda: tr("Nobody can be their own guardian. Choose somebody else."),
    ),
    "ck_guardianship_relationship": (
        "relationship",
        lambda: tr("Choose how they are related from the list."),
    ),
    "uq_account_person_id": ("person_id", lambda: tr("This person already has an account.")),
    "uq_account_login": ("login", lambda: tr("This sign-in name is already taken. Try again for a new one.")),
    "ck_account_jobs": ("jobs", lambda: tr("Choose at least one job from the list.")),
    "ck_account_partner_alone": ("jobs", lambda: tr("A partner's account cannot have a staff job as well.")),
    "ck_signature_signed_name": ("signed_name", lambda: tr("Type the signer's name, at most 200 letters.")),
    "ck_signature_guardian": (
        "guardian_id",
        lambda: tr("Choose the guardian who signs, and how they are related."),
    ),
    "ck_signature_mark": (
        "mark_witness",
        lambda: tr("A mark instead of a name needs a witness: type the witness's name."),
    ),
    "uq_place_name": ("name", lambda: tr("Another place already has this name.")),
    "ck_place_name": ("name", lambda: tr("A place's name has 1 to 100 letters.")),
    "uq_course_slug": (
        "slug",
        lambda: tr("Another course already has this short name. Choose a different one."),
    ),
    "ck_course_slug": ("slug", lambda: tr("A short name has small letters, digits and hyphens only.")),
    "ck_course_name": ("name", lambda: tr("A course's name has 1 to 255 letters.")),
    "ck_course_short_desc": ("short_desc", lambda: tr("The short description has at most 500 letters.")),
    "ck_course_price": ("price_minor", lambda: tr("A price cannot be below zero.")),
    "ck_course_member_price": ("member_price_minor", lambda: tr("A price cannot be below zero.")),
    "ck_course_currency": ("currency", lambda: tr("A currency has three capital letters, for example USD.")),
    "ck_course_duration_hours": ("duration_hours", lambda: tr("A course lasts at least one hour.")),
    "ck_course_max_capacity": ("max_capacity", lambda: tr("A class has at least one seat.")),
    "ck_course_min_age": ("min_age", lambda: tr("The minimum age lies between 0 and 99.")),
    "ck_course_guardian_min_age": (
        "guardian_min_age",
        lambda: tr("The age with a guardian lies between 0 and 17."),
    ),
    "ck_course_ammo_count": ("ammo_count", lambda: tr("The number of rounds cannot be below zero.")),
    "ck_course_category": ("category", lambda: tr("Choose a category from the list.")),
    "ck_course_skill_level": ("skill_level", lambda: tr("Choose a level from the list.")),
    "uq_instructor_person_id": ("person_id", lambda: tr("This person is already an instructor.")),
    "ck_instructor_title": ("title", lambda: tr("A title has at most 100 letters.")),
    "ck_class_span": ("ends_at", lambda: tr("A class ends after it begins.")),
    "ck_class_location_name": ("location_name", lambda: tr("A place's name has 1 to 100 letters.")),
    "ck_class_max_capacity": ("max_capacity", lambda: tr("A class has at least one seat.")),
    "ck_class_price_override": ("price_override_minor", lambda: tr("A price cannot be below zero.")),
    "ex_class_place": (
        "place_no",
        lambda: tr("The place is taken at that time. Choose another place or time."),
    ),
    "ex_class_instructor": (
        "instructor_id",
        lambda: tr("The instructor already teaches at that time. Choose another one or another time."),
    ),
    "uq_booking_person": ("person_id", lambda: tr("This person already has a seat in this class.")),
    "uq_booking_seat": ("seat", lambda: tr("This seat was taken just now. Try again.")),
    "uq_booking_ticket_code": (
        "ticket_code",
        lambda: tr("This ticket code is already given. Try again for a new one."),
    ),
    "ck_booking_ticket_code": ("ticket_code", lambda: tr("This is not a ticket code.")),
    "uq_check_in_booking": ("", lambda: tr("This person is already checked in. Undo the check-in first.")),
    "ck_payment_amount": ("amount_minor", lambda: tr("Enter the amount that was paid.")),
    "ck_payment_method": ("method", lambda: tr("Choose how it was paid.")),
    "ck_payment_reference": ("reference", lambda: tr("A reference has at most 100 letters.")),
    "ck_payment_card_reference": ("reference", lambda: tr("Type the card terminal's reference.")),
    "uq_template_name": ("name", lambda: tr("Another waiver already has this name.")),
    "uq_template_version_version": (
        "version",
        lambda: tr("This waiver already has a version with that number."),
    ),
    "uq_template_version_published": (
        "status",
        lambda: tr("Another version of this waiver is in use. Retire it first."),
    ),
}
