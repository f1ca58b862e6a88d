"""What the check-in card says about one seat, worked out from the newest of card, row and what waits here."""

from dataclasses import dataclass, replace
from typing import Literal

from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.sales import access as sales_access
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import (
    CheckedIn,
    CheckInCard,
    Gate,
    GateCheck,
    Remedy,
    RosterRow,
    attendance_words,
    by_guardian,
    first_step,
    remedy,
    remedy_words,
    verdict_words,
    words,
)
from mdi_desk.domains.waivers import access as waiver_access
from mdi_desk.kernel.access import Actor, Permission
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context

State = Literal["ok", "bad", "warn", "pending", "off"]
Kind = Literal["neutral", "ok", "warn", "bad", "accent", "pending"]

REMEDY_NEEDS: dict[Remedy, Permission] = {
    "sign_waiver": waiver_access.SIGN,
    "take_payment": sales_access.PAY,
    "add_birth_date": people_access.BIRTH_DATE_SET,
    "add_guardian": people_access.EDIT,
    "book": access.BOOK,
    "override": access.OVERRIDE,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the gate; `remedy` is what this person may do about it, `button` its words."""

    check: str
    state: State
    title: str
    detail: str
    remedy: Remedy = "none"
    button: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What has happened already, as a block above the gate."""

    kind: Kind
    icon: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat as the page knows it: the row of the list, the card once it came, the last verdict.

    `waits` and `waiver_waits`: an attendance or a waiver is safe at this station only. `online`: whether the
    server answers. `busy`: a check-in is on its way. `again`: scanned after it had been let in.
    """

    row: RosterRow | None
    card: CheckInCard | None
    verdict: CheckedIn | None = None
    waiver_waits: bool = False
    online: bool = True
    busy: bool = False
    again: bool = False

    @property
    def waits(self) -> bool:
        """Whether its attendance is not confirmed yet."""
        return self.row is not None and self.row.pending

    @property
    def attendance(self) -> str | None:
        """The attendance as far as is known here."""
        if self.row is not None and (self.waits or self.card is None):
            return self.row.attendance
        return self.card.attendance if self.card is not None else None

    @property
    def here(self) -> bool:
        """Whether the person is checked in, confirmed."""
        if self.card is not None:
            return self.card.check_in is not None
        return self.row is not None and self.row.arrived

    @property
    def name(self) -> str:
        """Whose seat it is."""
        if self.card is not None:
            return self.card.person_name
        return self.row.name if self.row is not None else ""

    @property
    def gate(self) -> Gate:
        """The gate's last answer; guessed from the row while the card is not there."""
        gate = self.card.gate if self.card is not None else _guess(self.row)
        if not self.waiver_waits:
            return gate
        checks = tuple(
            replace(one, ok=True, code="pending") if one.check == "waiver" else one for one in gate.checks
        )
        return Gate(all(one.ok for one in checks), checks)

    def why_not(self) -> str:
        """Why this person can't be checked in now; empty when they can.

        While the card is on its way the row's word counts: nothing flickers under somebody who walks through
        the list. The page asks for the card before it sends anything.
        """
        if self.here or self.waits:
            return tr("This person is checked in already.")
        if self.busy:
            return tr("Checking in …")
        gate = self.gate
        if not gate.ok:
            return first_step(gate)
        if self.card is None and not self.online and self.row is not None and self.row.is_minor:
            return tr("A minor’s check-in needs the server when their card was not opened before.")
        return ""


def _guess(row: RosterRow | None) -> Gate:
    """What a row alone says of the gate: good enough to show, and to go on with while the server is away."""
    if row is None:
        return Gate(False, ())
    waiver = row.waiver_state or "none_needed"
    unpaid = row.payment_state == "due"
    born = row.age is not None
    paid_code = {"due": "unpaid", "allowed": "unpaid_allowed", "free": "free"}.get(row.payment_state, "paid")
    checks = (
        GateCheck("booked", True, "booked", {"seat": row.seat}, False),
        GateCheck(
            "paid", not unpaid, paid_code, {"due_minor": row.due_minor, "currency": row.currency}, unpaid
        ),
        GateCheck("of_age", born, "of_age" if born else "birth_date_missing", {}, False),
        GateCheck(
            "waiver",
            waiver in ("valid", "none_needed", "pending"),
            waiver,
            {"valid_until": row.waiver_until, "is_minor": row.is_minor},
            False,
        ),
        GateCheck("class_open", True, "open", {}, False),
    )
    return Gate(all(check.ok for check in checks), checks)


def lines(seat: Seat, context: Context) -> tuple[Line, ...]:
    """The gate line by line, with the remedies this person may use."""
    found = []
    for check in seat.gate.checks:
        if check.check == "waiver" and check.code == "pending":
            detail = tr("saved at this station, not confirmed yet")
            found.append(Line("waiver", "pending", tr("Waiver signed"), detail))
            continue
        said = words(check, context.show)
        wanted = remedy(check) if seat.card is not None else "none"
        if not _may(context.actor, wanted):
            wanted = "none"
        button = remedy_words(wanted, guardian=by_guardian(check))
        found.append(Line(check.check, _state(check, seat), said.title, said.detail, wanted, button))
    return tuple(found)


def next_step(found: tuple[Line, ...]) -> Line | None:
    """The line whose remedy is all that is left to do; None when more stands in the way, or nothing."""
    bad = [line for line in found if line.state == "bad"]
    # Passing over the gate is never the offered way.
    return bad[0] if len(bad) == 1 and bad[0].remedy not in ("none", "override") else None


def _state(check: GateCheck, seat: Seat) -> State:
    if not check.ok:
        return "bad"
    if seat.card is None and check.check == "class_open":
        return "off"
    return "warn" if check.code == "unpaid_allowed" else "ok"


def _may(actor: Actor, wanted: Remedy) -> bool:
    needed = REMEDY_NEEDS.get(wanted)
    return needed is not None and actor.may(needed)


def facts(seat: Seat, context: Context) -> str:
    """The line below the name: ``38 · (304) 555-0142 · since 2023``."""
    source = seat.card or seat.row
    if source is None:
        return ""
    age = str(source.age) if source.age is not None else tr("age unknown")
    parts = [age, context.show.phone(source.phone)]
    if seat.card is not None and seat.card.since is not None:
        parts.append(tr("since {year}", year=context.show.here(seat.card.since).year))
    return " · ".join(part for part in parts if part)


def status(seat: Seat, context: Context) -> Status | None:
    """What has happened already; None while nothing has."""
    show = context.show
    if seat.again and seat.waits:
        title = tr("Already checked in, not confirmed yet")
        return Status("warn", "warning-circle-fill", title, tr("At this station, before this scan."))
    if seat.again and seat.here:
        detail = _entered(seat, context).detail
        return Status("warn", "warning-circle-fill", tr("Already checked in"), detail)
    if seat.waits:
        said = attendance_words(seat.attendance)
        detail = tr("Safe on this computer, not confirmed yet. It is sent again by itself.")
        title = tr("Pending") if seat.attendance == "present" else tr("Pending: {mark}", mark=said)
        return Status("pending", "cloud", title, detail)
    if seat.verdict is not None and seat.verdict.result == "already":
        said = verdict_words(seat.verdict, show)
        return Status("warn", "warning-circle-fill", tr("Already checked in"), said)
    if seat.verdict is not None and seat.verdict.result == "refused" and not seat.here:
        return Status("bad", "x-circle-fill", tr("Refused"), verdict_words(seat.verdict, show))
    if seat.here:
        return _entered(seat, context)
    if seat.attendance in ("excused", "no_show", "left"):
        return Status("neutral", "info", attendance_words(seat.attendance), _last_mark(seat, context))
    return None


def _entered(seat: Seat, context: Context) -> Status:
    entered = seat.card.check_in if seat.card is not None else None
    row = seat.row
    if entered is not None:
        parts = [context.show.moment(entered.at), entered.station, entered.by]
        if entered.override_reason:
            parts.append(tr("let in by a manager: {reason}", reason=entered.override_reason))
    elif row is not None and row.checked_in_at is not None:
        at = context.show.moment(row.checked_in_at)
        parts = [at, row.checked_in_station or "", row.checked_in_by or ""]
    else:
        parts = []
    detail = " · ".join(part for part in parts if part)
    if seat.attendance == "late":
        return Status("warn", "clock", tr("Checked in, late"), detail)
    if seat.attendance == "left":
        return Status("neutral", "sign-out", tr("Left early"), detail)
    if seat.attendance in ("excused", "no_show"):
        return Status("neutral", "info", attendance_words(seat.attendance), detail)
    return Status("ok", "check-circle-fill", tr("Checked in"), detail)


def _last_mark(seat: Seat, context: Context) -> str:
    mark = seat.card.marks[-1] if seat.card is not None and seat.card.marks else None
    if mark is None:
        return ""
    parts = (context.show.moment(mark.at), mark.station, mark.by, mark.reason or "")
    return " · ".join(part for part in parts if part)
