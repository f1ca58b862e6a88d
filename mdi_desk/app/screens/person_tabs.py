"""What a person has here, list by list: bookings, waivers, orders and, for some, the history of the card."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mdi_desk.app.screens.person_lists import PersonList, bookings_list, orders_list, waivers_list
from mdi_desk.app.screens.person_waivers import PersonWaivers
from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.history import HistoryPane
from mdi_desk.domains.sales import access as sales_access
from mdi_desk.domains.sales.records import OrderHit
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training import access as training_access
from mdi_desk.domains.training.records import PersonBooking
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.waivers import access as waivers_access
from mdi_desk.domains.waivers.records import SignedWaiverRow
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Tabs

Keys = list[tuple[str, str]]


class PersonTabs(QWidget):
    """The lists of one person, one in front. Signals: ``go(Target)``.

    Attributes: ``parts``, a (key, words, list) for each list this actor may see.
    """

    go = Signal(object)

    def __init__(
        self,
        context: Context,
        people: PeopleService,
        training: TrainingService,
        waivers: WaiverService,
        sales: SalesService,
        papers: PersonWaivers,
    ) -> None:
        super().__init__()
        self._context, self._training, self._papers = context, training, papers
        self._person: UUID | None = None
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.tabs = Tabs()
        self.tabs.setObjectName("person_tabs")
        column.addWidget(self.tabs)
        self._lists = QStackedWidget()
        column.addWidget(self._lists, 1)
        self.parts: list[tuple[str, str, QWidget]] = []
        self.bookings: PersonList | None = None
        self.signed: PersonList | None = None
        self.orders: PersonList | None = None
        self.history: HistoryPane | None = None
        may = context.actor.may
        self._edit: Keys = [("E", tr("edit the person"))] if may(people_access.EDIT) else []
        if may(training_access.BOOKINGS_READ):
            self._add("B", tr("Bookings"), self._bookings(training))
        if may(waivers_access.READ):
            self._add("W", tr("Waivers"), self._waivers(waivers))
        if may(sales_access.READ):
            self._add("O", tr("Orders"), self._orders(sales))
        if may(people_access.HISTORY):
            self.history = HistoryPane(context, people)
            self._add("H", tr("History"), self.history)
        self.tabs.currentChanged.connect(self._turned)

    # -- making --------------------------------------------------------------------------------------

    def _add(self, key: str, words: str, part: QWidget) -> None:
        self.parts.append((key, words, part))
        self.tabs.addTab(words)
        self._lists.addWidget(part)
        if isinstance(part, PersonList):
            part.counted.connect(self._count)

    def _bookings(self, training: TrainingService) -> PersonList:
        actor = self._context.actor
        keys = [("Return", tr("check-in card")), ("T", tr("ticket")), *self._edit]
        made = bookings_list(self._context, lambda who: training.person_bookings(actor, who), keys=keys)
        made.opened.connect(self._open_booking)
        made.key_pressed.connect(self._ticket)
        self.bookings = made
        return made

    def _waivers(self, waivers: WaiverService) -> PersonList:
        actor = self._context.actor
        keys: Keys = []
        # Whoever lets people sign may see the ink; an auditor may not.
        if actor.may(waivers_access.SIGN):
            keys += [("Return", tr("open")), ("D", tr("save PDF")), ("P", tr("print"))]
        if actor.may(waivers_access.REVOKE):
            keys.append(("X", tr("withdraw")))
        made = waivers_list(self._context, lambda who: waivers.list(actor, who), keys=[*keys, *self._edit])
        made.key_pressed.connect(self._waiver_key)
        if actor.may(waivers_access.SIGN):
            made.opened.connect(self._open_paper)
        self.signed = made
        return made

    def _orders(self, sales: SalesService) -> PersonList:
        actor = self._context.actor
        keys = [("Return", tr("lines and payments")), *self._edit]
        made = orders_list(self._context, lambda who: sales.person_orders(actor, who), keys=keys)
        made.opened.connect(self._open_order)
        self.orders = made
        return made

    # -- showing -------------------------------------------------------------------------------------

    def show_person(self, person_id: UUID) -> None:
        """Ask for everything of this person; the history only while it is in front."""
        if self._person != person_id:
            self._person, self._name = person_id, ""
            self.tabs.setCurrentIndex(0)
        for _key, _words, part in self.parts:
            if isinstance(part, PersonList):
                part.show_person(person_id)
        self._ask_history()

    def set_name(self, name: str) -> None:
        """Whose lists these are, for the names of papers."""
        self._name = name

    def turn(self, place: int) -> None:
        """Bring a list to the front and the cursor into it."""
        self.tabs.setCurrentIndex(place)
        self.focus_list()

    def focus_list(self) -> None:
        """The cursor into the list in front."""
        part = self._lists.currentWidget()
        if isinstance(part, PersonList | HistoryPane):
            part.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys that turn to a list."""
        return [(key, words) for key, words, _part in self.parts]

    def _turned(self, place: int) -> None:
        self._lists.setCurrentIndex(place)
        self._ask_history()

    def _ask_history(self) -> None:
        if self.history is not None and self._lists.currentWidget() is self.history and self._person:
            self.history.show_person(self._person)

    def _count(self) -> None:
        for place, (_key, words, part) in enumerate(self.parts):
            count = part.count() if isinstance(part, PersonList) else None
            self.tabs.setTabText(place, f"{words}  {count}" if count else words)

    # -- opening -------------------------------------------------------------------------------------

    def _open_booking(self, row: PersonBooking) -> None:
        taken_off = row.booking_status == "cancelled"
        self.go.emit(Target("class", row.class_id) if taken_off else Target("booking", row.booking_id))

    def _ticket(self, _letter: str) -> None:
        from mdi_desk.domains.training.ui.ticket import TicketSheet

        row = self.bookings.row() if self.bookings is not None else None
        if not isinstance(row, PersonBooking):
            return
        if row.booking_status == "cancelled":
            self._context.toasts.say(tr("Taken off the class: there is no ticket any more."), "warn")
            return
        TicketSheet(self._context, self._training, (row.booking_id,)).show_over(self._context.window)

    def _open_order(self, row: OrderHit) -> None:
        self.go.emit(Target("order", row.id))

    def _open_paper(self, row: SignedWaiverRow) -> None:
        self._papers.open_paper(row, self._name)

    def _waiver_key(self, letter: str) -> None:
        row = self.signed.row() if self.signed is not None else None
        if not isinstance(row, SignedWaiverRow):
            return
        if letter == "X":
            self._papers.ask_revoke(row)
        elif letter == "D":
            self._papers.save_paper(row, self._name)
        elif letter == "P":
            self._papers.print_paper(row, self._name)
