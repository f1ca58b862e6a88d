"""The roster of a class with the check-in card beside it: the page where the main job is done.

Longer than 400 lines: list, card, keys and what waits at this station are one state of one page.
"""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from mdi_desk.app.screens.check_in_card import CheckInPanel
from mdi_desk.app.screens.check_in_deeds import Deeds
from mdi_desk.app.screens.check_in_facts import Seat
from mdi_desk.app.screens.remedies import Remedies
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.sales import access as sales_access
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Attendance, CheckInCard, ClassRow, Roster, RosterRow
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.roster import Held, RosterList
from mdi_desk.domains.waivers import access as waiver_access
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.errors import NotFound, Unavailable
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.context import Context
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import PageHeader, SearchField

BURST_MS = 120
REST_MS = 60  # fast arrowing asks for the card of the person one stays on
CARDS_KEPT = 600
MARKS: dict[str, Attendance] = {
    "late": "late",
    "left": "left",
    "present": "present",
    "excused": "excused",
    "no_show": "no_show",
}


def roster_keys(actor: Actor) -> list[tuple[str, str]]:
    """The keys of the roster that this person's job has a use for."""
    found = [("↑↓", tr("move"))]
    if actor.may(access.CHECK_IN):
        found += [("Return", tr("check in")), ("L", tr("late")), ("G", tr("left")), ("X", tr("excused"))]
    if actor.may(waiver_access.SIGN):
        found.append(("W", tr("waiver")))
    if actor.may(sales_access.PAY):
        found.append(("P", tr("payment")))
    return found


class RosterPage(View):
    """Opens with ``Target("class", id)``, or with ``Target("booking", id)`` on that person.

    A booking's target named ``scan`` comes from a scanner: somebody who is in already is told apart from
    somebody who was just let in.
    """

    key = "roster"
    help_page = "roster"

    def __init__(
        self,
        context: Context,
        training: TrainingService,
        waivers: WaiverService,
        sales: SalesService,
        people: PeopleService,
    ) -> None:
        super().__init__()
        self._context, self._training = context, training
        self._class: UUID | None = None
        self._klass: ClassRow | None = None
        self._stale = False
        self._wanted: UUID | None = None  # the booking to come to the front
        self._outside: UUID | None = None  # a booking without a row: a cancelled one
        self._scanned: UUID | None = None  # whose state at the time of the scan is not known yet
        self._again: UUID | None = None  # scanned after it had been let in
        self._cards: dict[UUID, CheckInCard] = {}
        self._enter: tuple[UUID, Attendance] | None = None  # pressed before the card was there
        self._build()
        self.deeds = Deeds(context, training, self.list.waiting, self)
        self.deeds.done.connect(self._done)
        self.deeds.said.connect(self.say)
        self.remedies = Remedies(context, training, waivers, sales, people, self)
        self.remedies.done.connect(self._done)
        self.remedies.waits.connect(self._waiver_waits)
        self.remedies.opened.connect(self._come_to)
        self._burst = QTimer(self, singleShot=True, interval=BURST_MS)
        self._burst.timeout.connect(self.refresh)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask_card)
        self._set = ActionSet(self, context.actor, self.actions())
        self._set.refused.connect(self._refused)
        self._header.set_actions([self._filter, *self._set.buttons("tickets", "add_person")])

    def _build(self) -> None:
        actor = self._context.actor
        self._header = PageHeader(tr("Roster"), tr("Classes"))
        self._header.back.connect(self._go_back)
        self._filter = SearchField(tr("Filter by name"), "Ctrl+F", rest_ms=60)
        self._filter.setObjectName("roster_filter")
        self._filter.setFixedWidth(210)
        self._filter.searched.connect(self._narrow)
        self._filter.left_down.connect(self._to_list)
        self._filter.cleared.connect(self._to_list)
        self._filter.returnPressed.connect(self._to_list)
        self.page.addWidget(self._header)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.list = RosterList(self._context, may_book=actor.may(access.BOOK), keys=roster_keys(actor))
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._entered)
        self.list.wanted.connect(self.refresh)
        self.list.add_wanted.connect(self._add)
        row.addWidget(self.list, 1)
        self.card = CheckInPanel(self._context)
        self.card.check_in_wanted.connect(self._check_in)
        self.card.override_wanted.connect(self._override)
        self.card.remedy_wanted.connect(self._remedy)
        self.card.undo_wanted.connect(self._undo)
        self.card.deed_wanted.connect(self._deed)
        row.addWidget(self.card)
        self.page.addLayout(row, 1)

    # -- the view ------------------------------------------------------------------------------------

    def title(self) -> str:
        return self._klass.course_name if self._klass is not None else tr("Roster")

    def open(self, target: Target | None = None) -> None:
        if target is not None and target.id is not None:
            if target.kind == "class":
                self._open_class(target.id)
            elif target.kind == "booking":
                self._scanned = target.id if target.name == "scan" else None
                self._again = None
                self._open_booking(target.id)
        elif self._class is not None:
            self.refresh()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._burst.stop()
        self._stale = False
        if self._class is None:
            return
        actor, class_id = self._context.actor, self._class
        self._context.runner.ask(
            lambda: self._training.roster(actor, class_id),
            owner=self,
            then=self._came,
            failed=self._not_come,
            key="roster",
        )
        self._ask_card()

    def heard(self, change: Change) -> None:
        if self._class is not None and self._concerns(change):
            self._stale = True
            if self.isVisible():
                self._burst.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._burst.start()

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody looks: what is heard meanwhile is asked for when the page comes back.
        self._burst.stop()
        self._rest.stop()
        super().hideEvent(event)

    def _concerns(self, change: Change) -> bool:
        if change.entity == "*" or not change.ids:
            return change.entity in ("*", "training.booking", "training.class", "people.person")
        if change.entity == "training.booking":
            return True  # a new one may be of this class
        if change.entity == "training.class":
            return self._class in change.ids
        if change.entity == "people.person":
            return any(row.person_id in change.ids for row in self.list.rows)
        return False

    def delivered(self, operation: UUID) -> None:
        if self.list.waiting.settled(operation):
            self.list.look()
            self._show_card()
            self.refresh()

    # -- coming to a class or a person -----------------------------------------------------------------

    def _open_class(self, class_id: UUID) -> None:
        if class_id != self._class:
            self._fresh(class_id)
        self.refresh()

    def _fresh(self, class_id: UUID) -> None:
        self._class, self._klass, self._outside = class_id, None, None
        self._cards.clear()
        self._filter.clear()
        self.banner.say("")
        self.list.expect()
        self.card.show_seat(None)
        self._header.set(tr("Roster"), tr("Classes"), tr("Looking …"))

    def _open_booking(self, booking_id: UUID) -> None:
        self._wanted = booking_id
        if (row := self.list.row_of(booking_id)) is not None:
            self._judge_scan(row)
            self._come_to(booking_id)
            self.refresh()
            return
        # Whose class it is only the card knows.
        actor = self._context.actor
        self._context.runner.ask(
            lambda: self._training.card(actor, booking_id),
            owner=self,
            then=self._booking_found,
            key="booking",
        )

    def _booking_found(self, card: CheckInCard) -> None:
        if card.klass.id != self._class:
            self._fresh(card.klass.id)
        self._judge_scan(card)
        self._keep(card)
        gone = card.booking_status != "booked"
        self._wanted = None if gone else card.booking_id
        self._outside = card.booking_id if gone else None
        self.refresh()

    def _judge_scan(self, known: CheckInCard | RosterRow) -> None:
        """Was the person of the last scan in already? Only the first answer after the scan can say."""
        if self._scanned != known.booking_id:
            return
        in_before = known.pending or known.arrived if isinstance(known, RosterRow) else bool(known.check_in)
        if in_before:
            self._again = known.booking_id
            QApplication.beep()
        if in_before or isinstance(known, CheckInCard):
            self._scanned = None

    def _come_to(self, booking_id: UUID) -> None:
        self._outside = None
        if not self.list.select(booking_id):
            if self.list.row_of(booking_id) is None:
                self._open_booking(booking_id)
                return
            self._filter.clear()
            self.list.filter("")
            self.list.select(booking_id)
        self._wanted = None
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _came(self, roster: Roster) -> None:
        if roster.klass.id != self._class:
            return
        first = self._klass is None
        self._klass = roster.klass
        self._forget_settled(roster.rows)
        self.deeds.about(roster.klass.course_name)
        self._say_header()
        self.list.hold(roster.rows)
        if self._wanted is not None and self.list.row_of(self._wanted) is not None:
            self._come_to(self._wanted)
        elif self._outside is not None:
            self._show_card()
        elif first:
            self.list.select_first()
        self._show_card()
        self._set.refresh()

    def _forget_settled(self, rows: tuple[RosterRow, ...]) -> None:
        """What the server shows by now waits no more."""
        waiting = self.list.waiting
        for row in rows:
            held = waiting.attendance.get(row.booking_id)
            if held is not None and row.attendance == held.attendance:
                del waiting.attendance[row.booking_id]
            if row.waiver_state == "valid":
                waiting.waivers.pop(row.person_id, None)

    def _not_come(self, error: Exception) -> None:
        if self._klass is None:
            self.list.failed(error)
            self._header.set_subtitle("")
        elif isinstance(error, NotFound):
            self.banner.say(error.message, "warn")
        else:
            self._context.fail(error, owner=self, retry=self.refresh)

    def _say_header(self) -> None:
        row, show = self._klass, self._context.show
        if row is None:
            return
        parts = [
            shown.span(show.here(row.starts_at), show.here(row.ends_at)),
            row.location_name,
            row.instructor_name or "",
            tr("{booked} of {seats}", booked=row.booked, seats=row.capacity),
        ]
        here = show.here(row.starts_at).date()
        root = tr("Today") if here == show.today() else tr("Classes")
        self._header.set(row.course_name, f"{root} / {shown.week_day(here)}", " · ".join(filter(None, parts)))
        if row.status == "cancelled":
            reason = row.cancel_reason or ""
            said = tr("This class is cancelled: {reason}", reason=reason) if reason else ""
            self.banner.say(said or tr("This class is cancelled. Offer its people another date."), "bad")

    def _go_back(self) -> None:
        row, show = self._klass, self._context.show
        today = row is not None and show.here(row.starts_at).date() == show.today()
        self.go.emit(Target("view", name="today" if today else "classes"))

    # -- the chosen person ---------------------------------------------------------------------------

    def seat(self) -> Seat | None:
        """The chosen seat as it is known now."""
        row = self.list.current()
        booking = self._outside or (row.booking_id if row is not None else None)
        if booking is None:
            return None
        if self._outside is not None:
            row = self.list.row_of(booking)
        card = self._cards.get(booking)
        if row is None and card is None:
            return None
        person = card.person_id if card is not None else (row.person_id if row is not None else None)
        return Seat(
            row=row,
            card=card,
            verdict=self.deeds.verdicts.get(booking),
            waiver_waits=person in self.list.waiting.waivers,
            online=self._context.online(),
            busy=booking in self.deeds.busy,
            again=booking == self._again,
        )

    def _chosen(self, row: RosterRow | None) -> None:
        if row is not None:
            self._outside = None
            if row.booking_id != self._again:
                self._again = None
            self._rest.start()
        self._show_card()
        self._set.refresh()

    def _show_card(self) -> None:
        self.card.show_seat(self.seat())

    def _ask_card(self) -> None:
        self._rest.stop()
        row = self.list.current()
        booking = self._outside or (row.booking_id if row is not None else None)
        if booking is None:
            return
        actor = self._context.actor
        self._context.runner.ask(
            lambda: self._training.card(actor, booking),
            owner=self,
            then=self._card_came,
            failed=self._card_not_come,
            key="card",
        )

    def _card_came(self, card: CheckInCard) -> None:
        self._judge_scan(card)
        self._keep(card)
        self._show_card()
        self._set.refresh()
        self.remedies.prepare(card)
        if self._enter is not None and self._enter[0] == card.booking_id:
            attendance, self._enter = self._enter[1], None
            self._check_in(attendance)

    def _card_not_come(self, error: Exception) -> None:
        self._enter = None
        self._show_card()
        if not isinstance(error, Unavailable):
            self._context.fail(error, owner=self)

    def _keep(self, card: CheckInCard) -> None:
        self._cards.pop(card.booking_id, None)
        self._cards[card.booking_id] = card
        while len(self._cards) > CARDS_KEPT:
            del self._cards[next(iter(self._cards))]

    def _done(self, _booking: object) -> None:
        """Something was done for a seat: show it at once, then look again."""
        self._scanned = self._again = None
        self.list.look()
        self._show_card()
        self._set.refresh()
        self.refresh()

    def _waiver_waits(self, person_id: UUID, held: Held) -> None:
        self.list.waiting.waivers[person_id] = held
        self.list.look()
        self._show_card()

    # -- deeds ---------------------------------------------------------------------------------------

    def _entered(self, _row: object) -> None:
        """Enter on a row: check in, or else the first thing that stands in the way."""
        seat = self.seat()
        if seat is None or seat.here or seat.waits:
            return
        if seat.why_not() == "" or (seat.card is None and seat.online):
            self._check_in("present")
        elif self.card.remedies():
            self._remedy(self.card.remedies()[0])
        else:
            self.say.emit(seat.why_not(), "warn")

    def _check_in(self, attendance: str) -> None:
        seat = self.seat()
        if seat is None or not self._context.actor.may(access.CHECK_IN):
            return
        why = seat.why_not()
        wanted: Attendance = "late" if attendance == "late" else "present"
        if seat.here:
            self._mark(wanted)
        elif seat.busy or seat.waits:
            return
        elif seat.card is None and seat.row is not None and seat.online:
            # Quicker than the card: it is asked for, and the person let in when the gate says yes.
            self._enter = (seat.row.booking_id, wanted)
            self._ask_card()
        elif why:
            self.say.emit(why, "warn")
        else:
            self.deeds.check_in(seat, wanted)
            self._show_card()

    def _mark(self, mark: str) -> None:
        seat = self.seat()
        if seat is not None:
            self.deeds.mark(seat, MARKS.get(mark))

    def _override(self) -> None:
        if (seat := self.seat()) is not None:
            self.deeds.override(seat)

    def _undo(self) -> None:
        if (seat := self.seat()) is not None and seat.here:
            self.deeds.undo(seat)

    def _remedy(self, wanted: str) -> None:
        seat = self.seat()
        if seat is None or seat.card is None:
            return
        if wanted == "override":
            self.deeds.override(seat)
        else:
            self.remedies.open(wanted, seat.card)

    def _deed(self, name: str) -> None:
        seat = self.seat()
        if seat is None:
            return
        if name == "late" and not seat.here:
            self._check_in("late")
        elif name in MARKS:
            self._mark(name)
        elif name == "take_back":
            self.deeds.mark(seat, None)
        elif name == "unbook":
            self.deeds.unbook(seat)
        elif name == "allow_unpaid":
            self.deeds.allow_unpaid(seat)
        elif name == "ticket":
            self._ticket()
        elif name == "order" and seat.card is not None:
            self.go.emit(Target("order", seat.card.order_id))
        elif name == "person":
            source = seat.card or seat.row
            if source is not None:
                self.go.emit(Target("person", source.person_id))

    def _ticket(self) -> None:
        seat = self.seat()
        source = (seat.card or seat.row) if seat is not None else None
        if source is not None:
            self.remedies.tickets((source.booking_id,))

    def _all_tickets(self) -> None:
        self.remedies.tickets(tuple(row.booking_id for row in self.list.rows))

    def _add(self) -> None:
        if self._klass is not None:
            self.remedies.add_to(self._klass)

    # -- actions -------------------------------------------------------------------------------------

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]
        check, read = access.CHECK_IN, access.BOOKINGS_READ
        return (
            ActionSpec("late", tr("Check in late"), lambda: self._deed("late"), check, "L", "clock",
                       why_not=self._nobody, shown=False),
            ActionSpec("left", tr("Left early"), lambda: self._deed("left"), check, "G", "sign-out",
                       why_not=self._not_here, shown=False),
            ActionSpec("excused", tr("Excused"), lambda: self._deed("excused"), check, "X", "hand-waving",
                       why_not=self._nobody, shown=False),
            ActionSpec("sign", tr("Sign the waiver"), lambda: self._remedy("sign_waiver"),
                       waiver_access.SIGN, "W", "signature", why_not=self._no_card, shown=False),
            ActionSpec("pay", tr("Take the payment"), lambda: self._remedy("take_payment"),
                       sales_access.PAY, "P", "cash-register", why_not=self._not_due, shown=False),
            ActionSpec("ticket", tr("Ticket"), self._ticket, read, "K", "ticket", why_not=self._nobody,
                       shown=False),
            ActionSpec("undo", tr("Undo check-in"), self._undo, check, "Ctrl+Z", "arrow-counter-clockwise",
                       why_not=self._not_here, shown=False),
            ActionSpec("filter", tr("Filter by name"), self._to_filter, None, "Ctrl+F", "magnifying-glass",
                       shown=False),
            ActionSpec("tickets", tr("Tickets"), self._all_tickets, read, "", "printer",
                       why_not=self._no_rows),
            ActionSpec("add_person", tr("Add person"), self._add, access.BOOK, "Ctrl+N", "user-plus",
                       why_not=self._no_seat),
        )  # fmt: skip

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (("Up", tr("the person above")), ("Down", tr("the person below")), ("Return", tr("check in")))

    def _nobody(self) -> str | None:
        return tr("Choose a person first.") if self.seat() is None else None

    def _no_card(self) -> str | None:
        seat = self.seat()
        if seat is None:
            return tr("Choose a person first.")
        return tr("Looking …") if seat.card is None else None

    def _not_due(self) -> str | None:
        seat = self.seat()
        if seat is not None and seat.card is not None and seat.card.due_minor <= 0:
            return tr("Nothing is due.")
        return self._no_card()

    def _not_here(self) -> str | None:
        seat = self.seat()
        if seat is not None and not seat.here:
            return tr("Check the person in first.")
        return self._nobody()

    def _no_rows(self) -> str | None:
        return None if self.list.rows else tr("Nobody is booked yet.")

    def _no_seat(self) -> str | None:
        row = self._klass
        if row is None:
            return tr("Looking …")
        if row.status != "scheduled":
            return tr("This class takes nobody any more.")
        if row.full:
            return tr("The class is full: {booked} of {seats}.", booked=row.booked, seats=row.capacity)
        return None

    def _refused(self, why: str) -> None:
        self.say.emit(why, "warn")

    # -- filter --------------------------------------------------------------------------------------

    def _to_filter(self) -> None:
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _narrow(self, text: str) -> None:
        self.list.filter(text)
        if text and self.list.current() is None:
            self.list.table.select_place(0)

    def _to_list(self) -> None:
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
