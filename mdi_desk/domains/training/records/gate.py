"""The gate's answers, their words, and what can be done about each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from mdi_desk.domains.people.records import Formats
from mdi_desk.kernel.words import tr

Remedy = Literal["sign_waiver", "take_payment", "add_birth_date", "add_guardian", "book", "override", "none"]
Verdict = Literal["checked_in", "already", "refused", "pending"]


@dataclass(frozen=True, slots=True)
class GateCheck:
    """One answer of the gate: `check` is booked, paid, of_age, waiver or class_open; `code` its reason."""

    check: str
    ok: bool
    code: str
    detail: Mapping[str, object]
    overridable: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate's whole answer for one booking, as the database gave it."""

    ok: bool
    checks: tuple[GateCheck, ...]

    @property
    def blockers(self) -> tuple[GateCheck, ...]:
        """What stands in the way, in the gate's order."""
        return tuple(check for check in self.checks if not check.ok)

    @property
    def overridable(self) -> bool:
        """Whether a manager could let the person in all the same."""
        return not self.ok and all(check.overridable for check in self.blockers)


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """The answer to a check-in.

    `result`: checked_in; already (`at`, `by`, `station` name the first one); refused (`gate` says why);
    pending (safe at this station, not confirmed: the gate has not been asked).
    """

    result: Verdict
    booking_id: UUID
    class_id: UUID | None
    name: str
    at: datetime | None
    by: str
    station: str
    attendance: str | None
    gate: Gate | None

    @property
    def pending(self) -> bool:
        """Whether the server has not confirmed it yet."""
        return self.result == "pending"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer of the gate in words: a short title, and what stands behind it (may be empty)."""

    title: str
    detail: str = field(default="")


def _number(detail: Mapping[str, object], name: str) -> int | None:
    value = detail.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _moment(detail: Mapping[str, object], name: str) -> datetime | None:
    value = detail.get(name)
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and value:
        return datetime.fromisoformat(value)
    return None


def words(check: GateCheck, show: Formats) -> Said:
    """An answer of the gate as the check-in card writes it: ``Booked`` and ``Seat 4 of 12``."""
    detail = check.detail
    return {
        "booked": _booked_words,
        "paid": _paid_words,
        "of_age": _age_words,
        "waiver": _waiver_words,
        "class_open": _open_words,
    }.get(check.check, lambda code, _detail, _show: Said(code))(check.code, detail, show)


def _booked_words(code: str, detail: Mapping[str, object], show: Formats) -> Said:
    if code == "booking_cancelled":
        return Said(tr("Booking cancelled"), str(detail.get("reason") or ""))
    seat, capacity = _number(detail, "seat"), _number(detail, "capacity")
    if seat is None:
        return Said(tr("Booked"))
    if capacity is None:
        return Said(tr("Booked"), tr("Seat {seat}", seat=seat))
    return Said(tr("Booked"), tr("Seat {seat} of {capacity}", seat=seat, capacity=capacity))


def _paid_words(code: str, detail: Mapping[str, object], show: Formats) -> Said:
    currency = str(detail.get("currency") or "USD")
    due, total = _number(detail, "due_minor"), _number(detail, "amount_minor")
    if code == "free":
        return Said(tr("Nothing to pay"))
    if code == "unpaid":
        return Said(tr("Not paid"), tr("{money} due", money=show.money(due or 0, currency)))
    if code == "unpaid_allowed":
        money = tr("{money} due", money=show.money(due, currency)) if due else ""
        reason = str(detail.get("reason") or "")
        return Said(tr("Unpaid, allowed by a manager"), " · ".join(part for part in (money, reason) if part))
    method = {"card": tr("card"), "cash": tr("cash")}.get(str(detail.get("method") or ""), "")
    money = show.money(total, currency) if total is not None else ""
    return Said(tr("Paid"), " · ".join(part for part in (money, method) if part))


def age_rule(min_age: int, guardian_min_age: int | None) -> str:
    """A course's rule of age: ``18, or with a guardian from 14``."""
    if guardian_min_age is None:
        return tr("from {age} years", age=min_age)
    if guardian_min_age == 0:
        return tr("{age}, or with a guardian", age=min_age)
    return tr("{age}, or with a guardian from {young}", age=min_age, young=guardian_min_age)


def _age_words(code: str, detail: Mapping[str, object], show: Formats) -> Said:
    age, low = _number(detail, "age"), _number(detail, "min_age")
    rule = age_rule(low, _number(detail, "guardian_min_age")) if low is not None else ""
    if code == "birth_date_missing":
        return Said(tr("Birth date missing"), rule)
    if code == "too_young":
        return Said(tr("Too young"), " · ".join(part for part in (_years(age), rule) if part))
    if code == "with_guardian":
        return Said(tr("Minor, with a guardian"), _years(age))
    return Said(tr("Of age"), _years(age))


def _years(age: int | None) -> str:
    return tr("{age} years old", age=age) if age is not None else ""


def _waiver_words(code: str, detail: Mapping[str, object], show: Formats) -> Said:
    until = _moment(detail, "valid_until")
    signed, in_force = (str(detail.get(name) or "") for name in ("version", "current_version"))
    if code == "none_needed":
        return Said(tr("No waiver needed"))
    if code == "valid":
        if detail.get("is_minor") is True:
            title = tr("Waiver signed by guardian")
        else:
            title = tr("Waiver signed")
        return Said(title, tr("valid until {day}", day=show.day(until)) if until else "")
    if code == "expired":
        return Said(tr("Waiver expired"), tr("on {day}", day=show.day(until)) if until else "")
    if code == "old_version":
        return Said(tr("Waiver out of date"), _outdated(signed, in_force))
    if code == "needs_guardian":
        if detail.get("has_guardian") is False:
            return Said(tr("Guardian must sign"), tr("no guardian is on file"))
        return Said(tr("Guardian must sign"), tr("a minor can’t sign the waiver alone"))
    if code == "now_adult":
        return Said(tr("Waiver to sign again"), tr("of age since the guardian signed"))
    return Said(tr("Waiver missing"), _not_signed(in_force))


def _outdated(signed: str, in_force: str) -> str:
    if signed and in_force:
        return tr("signed version {signed}, current is {version}", signed=signed, version=in_force)
    return tr("there is a newer version")


def _not_signed(version: str) -> str:
    return tr("version {version} not signed", version=version) if version else tr("not signed yet")


def _open_words(code: str, detail: Mapping[str, object], show: Formats) -> Said:
    starts, ends = _moment(detail, "starts_at"), _moment(detail, "ends_at")
    if code == "cancelled":
        return Said(tr("Class cancelled"), str(detail.get("reason") or ""))
    if code == "completed":
        return Said(tr("Class closed"), tr("attendance is final"))
    if code == "not_yet":
        return Said(tr("Not today"), tr("the class is on {day}", day=show.day(starts)) if starts else "")
    if code == "past":
        return Said(tr("Class is over"), tr("it was on {day}", day=show.day(ends)) if ends else "")
    return Said(tr("Class open"), tr("starts at {time}", time=show.time(starts)) if starts else "")


def remedy(check: GateCheck) -> Remedy:
    """What can be done about an answer of the gate; ``none`` for a good one and for what nothing mends."""
    if check.ok:
        return "none"
    if check.code in ("missing", "expired", "old_version", "now_adult", "needs_guardian"):
        has_guardian = check.detail.get("has_guardian")
        return "add_guardian" if check.code == "needs_guardian" and has_guardian is False else "sign_waiver"
    found: dict[str, Remedy] = {
        "unpaid": "take_payment",
        "birth_date_missing": "add_birth_date",
        "booking_cancelled": "book",
        "not_yet": "override",
        "past": "override",
    }
    return found.get(check.code, "none")


def by_guardian(check: GateCheck) -> bool:
    """Whether it is a guardian who must sign, not the person."""
    return check.code == "needs_guardian" or check.detail.get("is_minor") is True


def remedy_words(wanted: Remedy, *, guardian: bool = False) -> str:
    """The button beside a blocker; empty for none. `guardian`: it is a guardian who signs."""
    return {
        "sign_waiver": tr("Guardian signs") if guardian else tr("Sign waiver"),
        "take_payment": tr("Take payment"),
        "add_birth_date": tr("Add birth date"),
        "add_guardian": tr("Add guardian"),
        "book": tr("Book again"),
        "override": tr("Let in"),
        "none": "",
    }[wanted]


def first_step(gate: Gate) -> str:
    """The one sentence below a check-in button that can't be pressed; empty when it can."""
    if gate.ok or not gate.blockers:
        return ""
    check = gate.blockers[0]
    step = {
        "sign_waiver": tr("A guardian signs the waiver first")
        if by_guardian(check)
        else tr("Sign the waiver first"),
        "take_payment": tr("Take the payment first"),
        "add_birth_date": tr("Add the birth date first"),
        "add_guardian": tr("Add the guardian first"),
        "book": tr("Book a seat first"),
        "override": tr("This class is not open for check-in"),
        "none": "",
    }[remedy(check)]
    if not step:
        return {
            "too_young": tr("Too young for this course: nobody can be let in below its age."),
            "cancelled": tr("The class is cancelled. Offer another date."),
            "completed": tr("The class is closed. Ask a manager about its attendance."),
        }.get(check.code, tr("This person can’t be checked in now."))
    if gate.overridable:
        return tr("{step}, or ask a manager to override.", step=step)
    return tr("{step}.", step=step)


def verdict_words(answer: CheckedIn, show: Formats) -> str:
    """A check-in's answer in one sentence."""
    if answer.result == "checked_in":
        return tr("{name} is checked in.", name=answer.name)
    if answer.result == "pending":
        return tr("{name}: saved at this station, not confirmed yet.", name=answer.name)
    if answer.result == "already":
        time = show.time(answer.at) if answer.at is not None else "?"
        return tr(
            "{name} was checked in already: {time}, {station}, by {by}.",
            name=answer.name,
            time=time,
            station=answer.station or tr("another desk"),
            by=answer.by,
        )
    blockers = answer.gate.blockers if answer.gate is not None else ()
    first = words(blockers[0], show).title if blockers else tr("the gate said no")
    return tr("{name} can’t be checked in: {reason}.", name=answer.name, reason=first)
