"""Find one thing while typing and choose it with Enter: a person for a class, a guardian for a minor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.kernel.words import tr
from mdi_desk.qt.runner import Runner
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import Avatar, Chip, ElidedLabel, Label, SearchField, Tappable, painting
from mdi_desk.qt.widgets.painting import ChipKind

MOST = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing found: two lines, and a chip when there is something to know before choosing it."""

    id: UUID
    title: str
    detail: str = ""
    chip: str = ""
    chip_kind: ChipKind = "neutral"


class _Field(SearchField):
    """Keeps the focus while the arrows walk through what was found."""

    walked = Signal(int)
    entered = Signal()

    def commit(self) -> None:
        """Look for what was typed now."""
        self._say()

    def hush(self) -> None:
        """What was typed is searched for no more."""
        self._rest.stop()
        self._said = self.text()

    def hideEvent(self, event: QHideEvent) -> None:
        self.hush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._say()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Row(Tappable):
    """One thing found; `marked` is what Enter in the field would choose."""

    def __init__(self, choice: Choice) -> None:
        name = ", ".join(part for part in (choice.title, choice.detail, choice.chip) if part)
        super().__init__(name=name, margins=(10, 6, 10, 6))
        self.choice = choice
        self.marked = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.row.addWidget(Avatar(choice.title, 28))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(choice.title, "medium"))
        if choice.detail:
            words.addWidget(ElidedLabel(choice.detail, "caption"))
        self.row.addLayout(words, 1)
        if choice.chip:
            self.row.addWidget(Chip(choice.chip, choice.chip_kind))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.marked:
            worn = current()
            painting.rounded(
                QPainter(self), QRectF(self.rect()), worn.radius.control, worn.colour("accent-soft")
            )
        else:
            super().paintEvent(event)


class Picker(QWidget):
    """A field, and below it what `find` found for the words typed; `find` runs in the runner's pool.

    `first` is shown while nothing is typed. A click chooses, or with `click_marks` only marks, for a sheet
    with a button of its own. Signals: ``chosen(Choice)``; ``marked(Choice | None)``, what Enter would choose;
    ``nothing_found(text)``.
    """

    chosen = Signal(object)
    marked = Signal(object)
    nothing_found = Signal(str)

    def __init__(
        self,
        runner: Runner,
        find: Callable[[str], Sequence[Choice]],
        placeholder: str,
        *,
        first: Sequence[Choice] = (),
        hint: str = "",
        click_marks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._find = runner, find
        self._first, self._hint = tuple(first), hint
        self._answered: str | None = "" if first or hint else None
        self._enter = False
        self._click_marks = click_marks
        self._rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.field = _Field(placeholder)
        self.field.setObjectName("picker")
        self.field.searched.connect(self._search)
        self.field.walked.connect(self._walk)
        self.field.entered.connect(self._entered)
        column.addWidget(self.field)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self._note = Label("", "muted", wrap=True)
        column.addWidget(self._note)
        self.setFocusProxy(self.field)
        self._show(self._first, hint)

    def set_first(self, first: Sequence[Choice]) -> None:
        """Offer these while nothing is typed."""
        self._first = tuple(first)
        if not self.field.text().strip():
            self._show(self._first, self._hint)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.field.hush()
        self._answered, self._enter = "", False
        self._show(self._first, self._hint)

    def choices(self) -> list[Choice]:
        """What is offered now."""
        return [row.choice for row in self._rows]

    def _search(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            self._answered = ""
            self._show(self._first, self._hint)
            return
        find = self._find
        self._runner.ask(
            lambda: find(typed),
            owner=self,
            then=lambda found: self._came(typed, found),
            key="picker",
        )

    def _came(self, typed: str, found: Sequence[Choice]) -> None:
        if typed != self.field.text().strip():
            return
        self._answered = typed
        self._show(found, "" if found else tr("Nobody found. Check the spelling, or type fewer letters."))
        if not found:
            self.nothing_found.emit(typed)
        if self._enter:
            self._enter = False
            self._entered()

    def _show(self, found: Sequence[Choice], note: str) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for choice in found[:MOST]:
            row = _Row(choice)
            row.chosen.connect(self._tapped)
            self._rows.append(row)
            self._list.addWidget(row)
        self._mark(0)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.updateGeometry()

    def _mark(self, place: int) -> None:
        for number, row in enumerate(self._rows):
            row.marked = number == place
            row.update()
        said = self._rows[place].choice.title if self._rows else ""
        self.field.setAccessibleDescription(said)
        self.marked.emit(self.current())

    def current(self) -> Choice | None:
        """What Enter would choose."""
        return next((row.choice for row in self._rows if row.marked), None)

    def choose(self) -> None:
        """Choose it, as Enter does; what was typed is looked for first."""
        self.field.commit()
        self._entered()

    def _walk(self, by: int) -> None:
        if self._rows:
            here = next((number for number, row in enumerate(self._rows) if row.marked), 0)
            self._mark(max(0, min(len(self._rows) - 1, here + by)))

    def _entered(self) -> None:
        if self.field.text().strip() != (self._answered or ""):
            self._enter = True  # the answer is on its way: its first line is meant
            return
        if (marked := self.current()) is not None:
            self.chosen.emit(marked)

    def _tapped(self) -> None:
        row = self.sender()
        if isinstance(row, _Row) and self._click_marks:
            self._mark(self._rows.index(row))
        elif isinstance(row, _Row):
            self.chosen.emit(row.choice)
