"""The day, the roster, check-in, seats and tickets. One method, one transaction, one permission."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from mdi_desk.domains.training import access, queries
from mdi_desk.domains.training.records import (
    Attendance,
    Booked,
    BookingDone,
    CheckedIn,
    CheckInCard,
    ClassHit,
    ClassRow,
    Day,
    Marked,
    Need,
    NewBooking,
    News,
    PersonBooking,
    Roster,
    Ticket,
)
from mdi_desk.domains.training.service.catalogue import Catalogue
from mdi_desk.kernel import fold
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import day_span
from mdi_desk.kernel.codes import new_code
from mdi_desk.kernel.errors import Forbidden, Invalid, NotFound
from mdi_desk.kernel.ids import normal_code, uuid7
from mdi_desk.kernel.words import tr

BOOKING = "training.booking"
NEWS_LINES = 8
NEWS_HOURS = 12


def new_booking(class_id: UUID, person_id: UUID) -> NewBooking:
    """A seat to take, with its ids and ticket code; made once per attempt, kept for a retry."""
    return NewBooking(
        booking_id=uuid7(),
        order_id=uuid7(),
        line_id=uuid7(),
        op_id=uuid7(),
        ticket_code=new_code("ticket"),
        class_id=class_id,
        person_id=person_id,
    )


class TrainingService(Catalogue):
    """Classes and who is in them. An instructor is shown own classes only, by the database."""

    # -- the day ----------------------------------------------------------------------------------------

    @needs(access.TODAY)
    def day(self, actor: Actor, day: date) -> Day:
        """A day of the institute: classes, what needs somebody, what just happened (today only)."""
        since, until = day_span(day, self._zone)
        classes = tuple(map(queries.day_record, self._work.rows("training.day", since, until)))
        needed = tuple(map(queries.need_record, self._work.rows("training.needs", since, until)))
        now = self._clock()
        just_now = self._news(actor, classes, now) if since <= now < until else ()
        return Day(day, tuple(_counted(row, needed) for row in classes), needed, just_now)

    @needs(access.TODAY)
    def classes(self, actor: Actor, first: date, days: int = 1) -> tuple[ClassRow, ...]:
        """The classes of `days` days from `first` on, in order of start."""
        since, _ = day_span(first, self._zone)
        _, until = day_span(first + timedelta(days=max(days, 1) - 1), self._zone)
        return tuple(map(queries.day_record, self._work.rows("training.day", since, until)))

    def _news(self, actor: Actor, classes: Sequence[ClassRow], now: datetime) -> tuple[News, ...]:
        if not classes:
            return ()
        since = now - timedelta(hours=NEWS_HOURS)
        if actor.may(access.BOOKINGS_READ):
            ids = [row.id for row in classes]
            with self._work.reading() as unit:
                return tuple(map(queries.news_record, unit.execute(queries.news(ids, since, NEWS_LINES))))
        # An instructor may read no people: what the own rosters say is all there is.
        found = [
            News(
                "checked_in",
                at,
                row.name,
                row.checked_in_station or "",
                row.booking_id,
                one.id,
                row.person_id,
            )
            for one in classes
            if one.arrived
            for row in map(queries.roster_record, self._work.rows("training.roster", one.id))
            if (at := row.checked_in_at) is not None and at >= since
        ]
        return tuple(sorted(found, key=lambda line: line.at, reverse=True)[:NEWS_LINES])

    # -- the roster and the card ------------------------------------------------------------------------

    @needs(access.TODAY)
    def roster(self, actor: Actor, class_id: UUID) -> Roster:
        """A class with its seats by name. Raises `NotFound`, also for a class of somebody else's."""
        reads_people = actor.may(access.BOOKINGS_READ)
        with self._work.reading() as unit:
            head = unit.execute(queries.class_head(class_id, with_teacher=reads_people)).one_or_none()
        if head is None:
            raise NotFound(tr("This class is not there any more, or not one of yours."))
        rows = tuple(map(queries.roster_record, self._work.rows("training.roster", class_id)))
        # Who may not read people is an instructor, and sees own classes only.
        return Roster(queries.head_record(head, rows, None if reads_people else actor.name), rows)

    @needs(access.TODAY)
    def card(self, actor: Actor, booking_id: UUID) -> CheckInCard:
        """Everything of the check-in card, the gate's answer with it. Raises `NotFound`."""
        answer = self._work.call("training.card", booking_id)
        if answer is None:
            raise NotFound(tr("This booking is not there any more, or not for your job."))
        return queries.card_record(answer)

    @needs(access.CHECK_IN)
    def check_in(
        self,
        actor: Actor,
        booking_id: UUID,
        attendance: Attendance = "present",
        *,
        override_reason: str | None = None,
        occurred_at: datetime | None = None,
        label: str = "",
        op: UUID | None = None,
    ) -> Changed[CheckedIn]:
        """Asks the gate and lets the person in, in one transaction. May wait for the server (`pending`).

        A refusal is an answer, not an error: see `CheckedIn.result`. `override_reason` needs a manager.
        `label` names it in the journal ("Ánh Đặng, Safety basics").
        """
        if override_reason is not None:
            if not actor.may(access.OVERRIDE):
                raise Forbidden(tr("Only a manager can override the gate."))
            _reason(override_reason)
        op_id = op or uuid7()
        args = {
            "booking_id": str(booking_id),
            "attendance": attendance,
            "override_reason": override_reason.strip() if override_reason is not None else None,
        }
        answer = self._effects.do(actor, "training.check_in", op_id, args, label=label, at=occurred_at)
        if answer.pending:
            waiting = CheckedIn(
                result="pending",
                booking_id=booking_id,
                class_id=None,
                name=label,
                at=occurred_at or self._clock(),
                by=actor.name,
                station=actor.station,
                attendance=attendance,
                gate=None,
            )
            return Changed(waiting, (_change(booking_id, op_id),))
        return Changed(queries.checked_in_record(answer.facts), (_change(booking_id, op_id),))

    @needs(access.CHECK_IN)
    def undo(
        self, actor: Actor, booking_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[BookingDone]:
        """Takes a check-in back, with a reason; both stay on record. Raises `Invalid`, `Refused`."""
        _reason(reason)
        return self._booking_done(actor, "training.check_in_undo", booking_id, reason, op)

    @needs(access.CHECK_IN)
    def mark(
        self,
        actor: Actor,
        booking_id: UUID,
        mark: Attendance | None,
        reason: str = "",
        *,
        label: str = "",
        op: UUID | None = None,
    ) -> Changed[Marked]:
        """A mark; None takes the last one back. May wait. A refusal is an answer (`Marked.code`)."""
        op_id = op or uuid7()
        args = {"booking_id": str(booking_id), "mark": mark, "reason": reason.strip() or None}
        answer = self._effects.do(actor, "training.mark", op_id, args, label=label)
        if answer.pending:
            done = Marked("pending", booking_id, None, mark)
        else:
            done = queries.marked_record(booking_id, answer.facts)
        return Changed(done, (_change(booking_id, op_id),))

    # -- seats ------------------------------------------------------------------------------------------

    @needs(access.BOOK)
    def book(self, actor: Actor, new: NewBooking) -> Changed[Booked]:
        """Takes a seat. The same `new` again is the same seat.

        Raises `Refused`: class_full, already_booked, class_cancelled, class_completed.
        """
        args = {
            "booking_id": str(new.booking_id),
            "class_id": str(new.class_id),
            "person_id": str(new.person_id),
            "order_id": str(new.order_id),
            "line_id": str(new.line_id),
            "ticket_code": new.ticket_code,
        }
        answer = self._effects.do(actor, "training.book", new.op_id, args)
        return Changed(queries.booked_record(new, answer.result), self._seat_changes(new))

    @staticmethod
    def _seat_changes(new: NewBooking) -> tuple[Change, ...]:
        return (
            _change(new.booking_id, new.op_id),
            Change("training.class", frozenset({new.class_id}), str(new.op_id)),
        )

    @needs(access.BOOK)
    def unbook(
        self, actor: Actor, booking_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[BookingDone]:
        """Gives a seat back, with a reason. Raises `Invalid`, `Refused` checked_in_already."""
        _reason(reason)
        return self._booking_done(actor, "training.unbook", booking_id, reason, op)

    @needs(access.OVERRIDE)
    def allow_unpaid(
        self, actor: Actor, booking_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[BookingDone]:
        """Lets the person in before payment, with a reason. Raises `Invalid`, `Refused`."""
        _reason(reason)
        return self._booking_done(actor, "training.allow_unpaid", booking_id, reason, op)

    def _booking_done(
        self, actor: Actor, function: str, booking_id: UUID, reason: str, op: UUID | None
    ) -> Changed[BookingDone]:
        op_id = op or uuid7()
        answer = self._effects.do(
            actor, function, op_id, {"booking_id": str(booking_id), "reason": reason.strip()}
        )
        return Changed(BookingDone(booking_id, answer.pending), (_change(booking_id, op_id),))

    # -- finding ----------------------------------------------------------------------------------------

    @needs(access.TODAY)
    def find_ticket(self, actor: Actor, code: str) -> UUID | None:
        """The booking of a ticket code, as typed or scanned; None when there is none to see."""
        found = self._work.call("training.find_ticket", normal_code(code))
        return UUID(str(found)) if found is not None else None

    @needs(access.TODAY)
    def find_classes(self, actor: Actor, text: str, limit: int = 8) -> tuple[ClassHit, ...]:
        """Classes by words of course, instructor or place, the nearest in time first."""
        words = fold.words(text)
        if not words:
            return ()
        return tuple(
            map(queries.class_hit_record, self._work.rows("training.find_classes", list(words), limit))
        )

    @needs(access.TODAY)
    def person_bookings(self, actor: Actor, person_id: UUID) -> tuple[PersonBooking, ...]:
        """A person's bookings, the newest first; an instructor is shown those in own classes."""
        return tuple(
            map(queries.person_booking_record, self._work.rows("training.person_bookings", person_id))
        )

    @needs(access.BOOKINGS_READ)
    def tickets(self, actor: Actor, booking_ids: Sequence[UUID]) -> tuple[Ticket, ...]:
        """The tickets of bookings, by class and seat; cancelled bookings have none."""
        if not booking_ids:
            return ()
        with self._work.reading() as unit:
            return tuple(map(queries.ticket_record, unit.execute(queries.tickets(booking_ids))))


def _change(booking_id: UUID, op: UUID) -> Change:
    return Change(BOOKING, frozenset({booking_id}), str(op))


def _reason(reason: str) -> None:
    if not reason.strip():
        sentence = tr("Write down the reason first.")
        raise Invalid(sentence, {"reason": sentence})


def _counted(row: ClassRow, needed: Sequence[Need]) -> ClassRow:
    """`row` with what is missing counted from the needs of the day: its card and the list say the same."""
    if row.status != "scheduled":
        return row
    kinds = [need.kind for need in needed if need.class_id == row.id]
    return replace(
        row,
        birth_dates_missing=kinds.count("birth_date"),
        waivers_missing=kinds.count("waiver") + kinds.count("guardian"),
        unpaid=kinds.count("payment"),
    )
