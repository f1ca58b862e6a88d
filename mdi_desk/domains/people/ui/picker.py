"""Choosing somebody on file by typing: a field, and below it those who match."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import PersonHit
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.specs import minor
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Avatar, Button, ElidedLabel, Label, SearchField, Tappable

MOST = 5


class _Hit(Tappable):
    """One who matches. Up and down walk among them."""

    picked = Signal(object)

    def __init__(self, hit: PersonHit, detail: str) -> None:
        super().__init__(name=f"{hit.name}, {detail}", margins=(8, 5, 8, 5))
        self.hit = hit
        self.row.addWidget(Avatar(hit.name))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(hit.name, "medium"))
        words.addWidget(ElidedLabel(detail or "–", "caption"))
        self.row.addLayout(words, 1)
        self.chosen.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self.hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class PersonPicker(QWidget):
    """Search, choose, and change one's mind. `without` are never offered, nor minors when `adults` is set.

    Signals: ``changed()`` when somebody is chosen or taken back.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        people: PeopleService,
        *,
        label: str,
        without: frozenset[UUID] = frozenset(),
        adults: bool = False,
    ) -> None:
        super().__init__()
        self._context, self._people = context, people
        self._without, self._adults = without, adults
        self._picked: PersonHit | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Label(label, "field"))
        self.field = SearchField(tr("Name, phone or e-mail"))
        self.field.setObjectName("person_picker")
        self.field.setAccessibleName(label)
        self.field.searched.connect(self._searched)
        self.field.left_down.connect(self._into)
        self.field.returnPressed.connect(self._first)
        column.addWidget(self.field)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column.addWidget(self._list)
        self._note = Label("", "caption", wrap=True)
        self._note.hide()
        column.addWidget(self._note)

    @property
    def picked(self) -> PersonHit | None:
        """Who is chosen."""
        return self._picked

    def say(self, sentence: str) -> None:
        """What is wrong with the choice; empty when nothing is."""
        self._note.setText(sentence)
        self._note.set_role("error")
        self._note.setVisible(bool(sentence))

    def pick(self, hit: PersonHit) -> None:
        """Choose `hit`."""
        self._picked = hit
        self._clear()
        self.field.hide()
        chosen = _Hit(hit, self._detail(hit))
        chosen.setAccessibleDescription(tr("Chosen"))
        other = Button(tr("Change"), size="small", run=self.take_back)
        chosen.row.addWidget(other)
        self._rows.addWidget(chosen)
        self.say("")
        self.changed.emit()
        other.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Nobody is chosen; search again."""
        self._picked = None
        self._clear()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _searched(self, text: str) -> None:
        if not text.strip():
            self._clear()
            self.say("")
            return
        people, actor = self._people, self._context.actor
        self._context.runner.ask(
            lambda: people.search(actor, text, 4 * MOST),
            owner=self, then=self._found, key="search",
        )  # fmt: skip

    def _found(self, hits: tuple[PersonHit, ...]) -> None:
        if self._picked is not None:
            return
        self._clear()
        others = [hit for hit in hits if hit.id not in self._without]
        today = self._context.show.today()
        offered = [hit for hit in others if not (self._adults and minor(hit.birth_date, today))][:MOST]
        for hit in offered:
            row = _Hit(hit, self._detail(hit))
            row.picked.connect(self.pick)
            self._rows.addWidget(row)
        if not offered and self.field.text().strip():
            self._note.setText(tr("Only minors match.") if others else tr("Nobody on file matches."))
            self._note.set_role("caption")
            self._note.show()
        else:
            self._note.hide()

    def _detail(self, hit: PersonHit) -> str:
        show = self._context.show
        age = str(age_on(hit.birth_date, show.today())) if hit.birth_date else ""
        return " · ".join(part for part in (age, show.phone(hit.phone), hit.email or "") if part)

    def _offers(self) -> list[_Hit]:
        found = []
        for place in range(self._rows.count()):
            item = self._rows.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, _Hit):
                found.append(widget)
        return found

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _into(self) -> None:
        for row in self._offers()[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> None:
        if self._picked is None and (offers := self._offers()):
            self.pick(offers[0].hit)

    def search_field(self) -> QLineEdit:
        """Where one types."""
        return self.field
