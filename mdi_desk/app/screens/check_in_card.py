"""The check-in card beside the roster: who it is, what the gate says, what can be done, one next step."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mdi_desk.app.screens.check_in_facts import (
    Line,
    Seat,
    State,
    Status,
    facts,
    lines,
    next_step,
    status,
)
from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Remedy
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import (
    Avatar,
    Button,
    CheckRow,
    EmptyState,
    Icon,
    IconButton,
    Label,
    SidePanel,
    painting,
)

_REMEDY_NAMES: dict[Remedy, str] = {
    "sign_waiver": "sign_waiver",
    "take_payment": "take_payment",
    "add_birth_date": "add_birth_date",
    "add_guardian": "add_guardian",
    "book": "book_again",
    "override": "let_in",
}
_REMEDY_ICONS: dict[Remedy, str] = {
    "sign_waiver": "signature",
    "take_payment": "cash-register",
    "add_birth_date": "cake",
    "add_guardian": "users",
    "book": "user-plus",
}
Deed = tuple[str, str]


class StatusBlock(QFrame):
    """What has happened already: an icon, a word and its facts on the colour of their kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("check_in_status")
        self._kind = "neutral"
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(11)
        self._icon = Icon("info", 20)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label("", "strong", wrap=True)
        self._detail = Label("", "caption", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        self._clock = Icon("clock", 18, "pending")
        row.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)

    def show_status(self, said: Status | None) -> None:
        """Show it; None hides the block."""
        self.setVisible(said is not None)
        if said is None:
            return
        self._kind = said.kind
        self._clock.setVisible(said.kind == "pending")
        self._icon.set(said.icon, painting.CHIP_COLOURS[said.kind][0])
        self._title.setText(said.title)
        self._detail.setText(said.detail)
        self._detail.setVisible(bool(said.detail))
        self.setAccessibleName(f"{said.title}. {said.detail}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        words, ground = painting.CHIP_COLOURS[self._kind]
        line = worn.colour(words)
        line.setAlphaF(0.28)
        painting.rounded(QPainter(self), QRectF(self.rect()), worn.radius.control, worn.colour(ground), line)


class CheckInPanel(SidePanel):
    """The card. `show_seat` paints; everything wanted goes out by signals.

    Signals: ``check_in_wanted(attendance)``, ``override_wanted()``, ``remedy_wanted(remedy)``,
    ``undo_wanted()``, ``deed_wanted(name)`` for the entries of the menu (an attendance mark, ``ticket``,
    ``person``, ``unbook``, ``allow_unpaid``, ``take_back``).
    """

    check_in_wanted = Signal(str)
    override_wanted = Signal()
    remedy_wanted = Signal(str)
    undo_wanted = Signal()
    deed_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("check_in_card")
        self.setAccessibleName(tr("Check-in card"))
        self._context = context
        self.seat: Seat | None = None
        self._shown: tuple[Line, ...] | None = None
        self._only: Line | None = None
        self._only_shown: Line | None = None
        self._build_head()
        self.status = StatusBlock()
        self.body.addWidget(self.status)
        self._note = Label("", "small", wrap=True)
        self.body.addWidget(self._note)
        self._before = Label(tr("Before check-in"), "strong")
        self._before.setContentsMargins(0, 10, 0, 0)
        self.body.addWidget(self._before)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self._build_foot()
        self._nobody = EmptyState(
            "user", tr("Choose a person"), tr("Their check-in card is shown here. A scan opens it too.")
        )
        self.body.insertWidget(0, self._nobody)
        self.show_seat(None)

    def _build_head(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setSpacing(14)
        self._avatar = Avatar("", 56)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(3)
        self._name = Label("", "name", wrap=True)
        self._facts = Label("", "caption", wrap=True)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.setContentsMargins(0, 0, 40, 6)
        self._more = IconButton("dots-three", tr("More to do for this person"), "plain", run=self._open_menu)
        self._more.setObjectName("card_more")
        self._more.setParent(self)
        self._more.adjustSize()
        self.body.addWidget(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._more.move(self.width() - self._more.sizeHint().width() - 10, 10)

    def _build_foot(self) -> None:
        self.check_in = Button(tr("Check in"), "primary", "check", size="large")
        self.check_in.setObjectName("check_in")
        self.check_in.set_hint("Return")
        self.check_in.clicked.connect(self._check_in)
        # With one thing left to do, that is the big button and what Enter does.
        self._step = Button("", "primary", size="large")
        self._step.set_hint("Return")
        self._step.clicked.connect(self._take_step)
        self._undo = Button(tr("Undo check-in"), "plain", "arrow-counter-clockwise", size="large")
        self._undo.setObjectName("undo_check_in")
        self._undo.set_hint("Ctrl+Z")
        self._undo.clicked.connect(self.undo_wanted)
        self._why = Label("", "caption", wrap=True)
        self._why.setObjectName("check_in_why")
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._override = Button(tr("Override …"), icon="lock-open")
        self._override.setObjectName("override")
        self._override.clicked.connect(self.override_wanted)
        for widget in (self.check_in, self._step, self._undo, self._why, self._override):
            self.foot.addWidget(widget)

    # -- what is shown -------------------------------------------------------------------------------

    def show_seat(self, seat: Seat | None) -> None:
        """Show a seat as it stands; None: nobody is chosen."""
        self.seat = seat
        self._nobody.setVisible(seat is None)
        self._head.setVisible(seat is not None)
        self._more.setVisible(bool(self.deeds()))
        self._before.setVisible(seat is not None)
        if seat is None:
            self.status.show_status(None)
            self._note.hide()
            self._show_lines(())
            for widget in (self.check_in, self._step, self._undo, self._why, self._override):
                widget.hide()
            return
        self._avatar.set(seat.name)
        self._name.setText(seat.name)
        self._facts.setText(facts(seat, self._context))
        said = status(seat, self._context)
        self.status.show_status(said)
        note = self._notes(seat)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        settled = seat.here or seat.waits
        self._before.setText(tr("At check-in") if settled else tr("Before check-in"))
        found = lines(seat, self._context)
        may = self._context.actor.may(access.CHECK_IN)
        self._only = next_step(found) if may and not settled and not seat.busy else None
        self._show_lines(found)
        self._show_foot(seat, settled)

    @staticmethod
    def _notes(seat: Seat) -> str:
        if seat.card is None:
            return seat.row.notes or "" if seat.row is not None else ""
        return " · ".join(note for note in (seat.card.notes, seat.card.person_notes) if note)

    def _show_foot(self, seat: Seat, settled: bool) -> None:
        actor = self._context.actor
        may = actor.may(access.CHECK_IN)
        why = seat.why_not()
        step = self._only
        if step is not None:
            self._step.setObjectName(_REMEDY_NAMES[step.remedy])
            self._step.setText(step.button)
            self._step.set_icon(_REMEDY_ICONS.get(step.remedy, ""))
        self._step.setVisible(step is not None)
        self.check_in.setVisible(may and not settled and step is None)
        self.check_in.set_why_not(why or None)
        self._undo.setVisible(may and seat.here and not seat.waits)
        shown = why if may and not settled else ""
        self._why.setText(shown)
        self._why.setVisible(bool(shown))
        gate = seat.card.gate if seat.card is not None else None
        can = gate is not None and gate.overridable and not settled and not seat.gate.ok
        self._override.setVisible(bool(can) and may and actor.may(access.OVERRIDE))

    def _show_lines(self, found: tuple[Line, ...]) -> None:
        if found == self._shown and self._only == self._only_shown:
            return
        self._shown, self._only_shown = found, self._only
        held = self.focusWidget()
        name = held.objectName() if held is not None and held.objectName() in _REMEDY_NAMES.values() else ""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in found:
            wanted = line.remedy != "none" and line != self._only and not self._settled()
            button = self._remedy(line) if wanted else None
            state: State = line.state
            row = CheckRow(state, line.title, line.detail, button)
            row.setObjectName(f"gate_{line.check}")
            self._lines.addWidget(row)
            if button is not None and button.objectName() == name:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settled(self) -> bool:
        return self.seat is not None and (self.seat.here or self.seat.waits)

    def _remedy(self, line: Line) -> Button:
        button = Button(line.button, size="small", run=_Emit(self, line.remedy))
        button.setObjectName(_REMEDY_NAMES[line.remedy])
        return button

    def remedies(self) -> tuple[str, ...]:
        """The remedies that can be pressed now."""
        return tuple(line.remedy for line in self._shown or () if line.remedy != "none")

    def _take_step(self) -> None:
        if self._only is not None:
            self.remedy_wanted.emit(self._only.remedy)

    def _check_in(self) -> None:
        self.check_in_wanted.emit("present")

    # -- the menu ------------------------------------------------------------------------------------

    def deeds(self) -> list[Deed]:
        """``(name, words)`` of what else can be done for this seat by this person."""
        seat, actor = self.seat, self._context.actor
        if seat is None:
            return []
        found: list[Deed] = []
        if actor.may(access.CHECK_IN) and not seat.waits:
            if seat.here:
                if seat.attendance != "late":
                    found.append(("late", tr("Came late (L)")))
                if seat.attendance != "left":
                    found.append(("left", tr("Left early (G)")))
                if seat.attendance != "present":
                    found.append(("present", tr("Present all the time")))
            else:
                if seat.attendance != "excused":
                    found.append(("excused", tr("Excused (X)")))
                if seat.attendance != "no_show":
                    found.append(("no_show", tr("Did not come")))
                if seat.attendance is not None:
                    found.append(("take_back", tr("Take the mark back")))
        if actor.may(access.BOOKINGS_READ):
            found.append(("ticket", tr("Ticket (K)")))
        if actor.may(people_access.READ):
            found.append(("person", tr("Open the person’s card")))
        if seat.card is not None and seat.card.order_id is not None:
            found.append(("order", tr("Open order {number}", number=seat.card.order_number or "")))
        unpaid = any(check.code == "unpaid" for check in seat.gate.checks)
        if unpaid and seat.card is not None and actor.may(access.OVERRIDE):
            found.append(("allow_unpaid", tr("Let in before payment …")))
        if actor.may(access.BOOK) and not seat.here and not seat.waits:
            found.append(("unbook", tr("Cancel the booking …")))
        return found

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in self.deeds():
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(_Emit(self, name, deed=True))
            menu.addAction(action)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))


class _Emit:
    """Emits the panel's signal for one remedy or deed."""

    def __init__(self, panel: CheckInPanel, name: str, *, deed: bool = False) -> None:
        self._signal: Callable[[str], None] = (panel.deed_wanted if deed else panel.remedy_wanted).emit
        self._name = name

    def __call__(self, *_: object) -> None:
        self._signal(self._name)
