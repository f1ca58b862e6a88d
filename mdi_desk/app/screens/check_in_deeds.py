"""What is done at the check-in card: checking in, taking back, marking. One order each, honestly answered."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mdi_desk.app.screens.check_in_facts import Seat
from mdi_desk.domains.training.records import (
    Attendance,
    BookingDone,
    CheckedIn,
    Marked,
    mark_refusal,
    verdict_words,
    words,
)
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.roster import Held, Waiting
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import ConfirmSheet

CHECK_IN_MARKS = ("present", "late")


class Deeds(QObject):
    """Sends the card's orders. A seat that an order is on its way for is in `busy`.

    Signals: ``done(booking_id)`` when an answer is there, also a pending one; ``said(text, kind)``.
    """

    done = Signal(object)
    said = Signal(str, str)

    def __init__(
        self, context: Context, training: TrainingService, waiting: Waiting, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._context, self._training, self._waiting = context, training, waiting
        self.busy: set[UUID] = set()
        self.verdicts: dict[UUID, CheckedIn] = {}
        self._label = ""

    def about(self, course: str) -> None:
        """The course, for the names of what waits."""
        self._label = course

    def _named(self, seat: Seat) -> str:
        return f"{seat.name}, {self._label}" if self._label else seat.name

    # -- checking in ---------------------------------------------------------------------------------

    def check_in(self, seat: Seat, attendance: Attendance = "present", reason: str | None = None) -> None:
        """Ask the gate and let the person in."""
        booking = _booking(seat)
        if booking is None or booking in self.busy:
            return
        self.busy.add(booking)
        self.verdicts.pop(booking, None)
        actor, op, at, label = self._context.actor, uuid7(), now(), self._named(seat)

        def arrived(answer: Changed[CheckedIn]) -> None:
            self.busy.discard(booking)
            self._judged(booking, op, answer.record, attendance)

        self._context.runner.tell(
            lambda: self._training.check_in(
                actor, booking, attendance, override_reason=reason, occurred_at=at, label=label, op=op
            ),
            owner=self,
            then=arrived,
            failed=lambda error: self._failed(booking, error),
        )

    def _judged(self, booking: UUID, op: UUID, answer: CheckedIn, attendance: str) -> None:
        show = self._context.show
        if answer.pending:
            self._waiting.attendance[booking] = Held(op, answer.at or now(), attendance)
            self.said.emit(verdict_words(answer, show), "pending")
        elif answer.result != "checked_in":
            self.verdicts[booking] = answer
            self.said.emit(verdict_words(answer, show), "warn" if answer.result == "already" else "bad")
        self.done.emit(booking)

    def override(self, seat: Seat) -> None:
        """Ask a manager for the reason, naming exactly what is passed over; then let the person in."""
        card = seat.card
        if card is None or not card.gate.overridable:
            return
        told = []
        for check in card.gate.blockers:
            said = words(check, self._context.show)
            told.append("• " + (f"{said.title}: {said.detail}" if said.detail else said.title))
        sheet = ConfirmSheet(
            tr("Let {name} in all the same?", name=seat.name),
            tr("This is passed over, with your name and reason in the audit:") + "\n" + "\n".join(told),
            tr("Override and check in"),
            reason_required=True,
        )
        sheet.setObjectName("override_sheet")
        sheet.confirmed.connect(lambda reason: self.check_in(seat, "present", reason))
        sheet.show_over(self._context.window)

    def undo(self, seat: Seat) -> None:
        """Ask for the reason, then take the check-in back."""
        sheet = ConfirmSheet(
            tr("Undo the check-in of {name}?", name=seat.name),
            tr(
                "{name} will count as not arrived. The check-in and this undo stay on record.", name=seat.name
            ),
            tr("Undo check-in"),
            reason_required=True,
        )
        sheet.setObjectName("undo_sheet")
        sheet.confirmed.connect(lambda reason: self._undo(seat, reason))
        sheet.show_over(self._context.window)

    def _undo(self, seat: Seat, reason: str) -> None:
        actor, op = self._context.actor, uuid7()
        self._send(seat, lambda booking: self._training.undo(actor, booking, reason, op=op))

    # -- marks and seats -----------------------------------------------------------------------------

    def mark(self, seat: Seat, mark: Attendance | None) -> None:
        """Mark someone: late and present check in whoever is not here yet."""
        if mark in CHECK_IN_MARKS and mark is not None and not seat.here and not seat.waits:
            self.check_in(seat, mark)
            return
        booking = _booking(seat)
        if booking is None or booking in self.busy:
            return
        self.busy.add(booking)
        actor, op, label = self._context.actor, uuid7(), self._named(seat)

        def arrived(answer: Changed[Marked]) -> None:
            self.busy.discard(booking)
            if answer.record.pending:
                self._waiting.attendance[booking] = Held(op, now(), mark)
                waits = tr("{name}: saved at this station, not confirmed yet.", name=seat.name)
                self.said.emit(waits, "pending")
            elif answer.record.result == "refused":
                self.said.emit(mark_refusal(answer.record.code), "bad")
            self.done.emit(booking)

        self._context.runner.tell(
            lambda: self._training.mark(actor, booking, mark, label=label, op=op),
            owner=self,
            then=arrived,
            failed=lambda error: self._failed(booking, error),
        )

    def allow_unpaid(self, seat: Seat) -> None:
        """Ask a manager for the reason, then let the person in before they pay."""
        sheet = ConfirmSheet(
            tr("Let {name} in before payment?", name=seat.name),
            tr("What is due stays due. Your name and reason go into the audit."),
            tr("Allow"),
            reason_required=True,
        )
        actor, op = self._context.actor, uuid7()
        sheet.confirmed.connect(
            lambda reason: self._send(
                seat, lambda booking: self._training.allow_unpaid(actor, booking, reason, op=op)
            )
        )
        sheet.show_over(self._context.window)

    def unbook(self, seat: Seat) -> None:
        """Ask for the reason, then give the seat back."""
        sheet = ConfirmSheet(
            tr("Cancel the booking of {name}?", name=seat.name),
            tr("The seat is free for somebody else, and the ticket is no longer valid."),
            tr("Cancel the booking"),
            danger=True,
            reason_required=True,
            cancel=tr("Keep it"),
        )
        actor, op = self._context.actor, uuid7()
        sheet.confirmed.connect(
            lambda reason: self._send(
                seat, lambda booking: self._training.unbook(actor, booking, reason, op=op)
            )
        )
        sheet.show_over(self._context.window)

    def _send(self, seat: Seat, call: Callable[[UUID], Changed[BookingDone]]) -> None:
        booking = _booking(seat)
        if booking is None or booking in self.busy:
            return
        self.busy.add(booking)
        self.verdicts.pop(booking, None)

        def arrived(_answer: Changed[BookingDone]) -> None:
            self.busy.discard(booking)
            self.done.emit(booking)

        self._context.runner.tell(
            lambda: call(booking), owner=self, then=arrived, failed=lambda error: self._failed(booking, error)
        )

    def _failed(self, booking: UUID, error: Exception) -> None:
        self.busy.discard(booking)
        self._context.fail(error, owner=self._page)
        self.done.emit(booking)


def _booking(seat: Seat) -> UUID | None:
    source = seat.card or seat.row
    return source.booking_id if source is not None else None
