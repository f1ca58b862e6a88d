"""The frame around every view: sidebar, top bar, status bar. They know keys and words, not the desk.

Longer than most: three parts of one frame that share their small buttons.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import icons
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting
from mdi_desk.qt.widgets.basics import Label
from mdi_desk.qt.widgets.blocks import Scroll, SearchField
from mdi_desk.qt.widgets.buttons import Button

Connection = Literal["online", "reconnecting", "offline"]
Item = tuple[str, str, str, int]
Section = tuple[str, Sequence[Item]]


_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}


class _Entry(QAbstractButton):
    """One line of the sidebar. Signal: ``stepped(int)`` when an arrow leaves it."""

    stepped = Signal(int)

    def __init__(self, key: str, text: str, icon: str, badge: int) -> None:
        super().__init__()
        self.key, self.icon_name, self.badge = key, icon, badge
        self.setText(text)
        self.setCheckable(True)
        self.setFixedHeight(35)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._name()

    def nextCheckState(self) -> None:
        """The sidebar decides which one is checked, not the press."""

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self.badge}" if self.badge else self.text())

    def set_badge(self, badge: int) -> None:
        self.badge = badge
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 35)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            # Not left to the parents: the scrolling area between would take the arrows for itself.
            self.stepped.emit(_STEPS[event.key()])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, box = QPainter(self), current(), QRectF(self.rect())
        here = self.isChecked()
        if here or self.underMouse():
            painting.rounded(painter, box, 6, worn.colour("accent-soft" if here else "hover"))
        if self.hasFocus():
            painting.focus_ring(painter, box, 6)
        words = "accent" if here else "text-muted"
        filled = f"{self.icon_name}-fill"
        name = filled if here and filled.removeprefix("ph.") in icons.characters() else self.icon_name
        icons.paint(painter, name, QRectF(8, (box.height() - 18) / 2, 18, 18), words)
        right = box.width() - 8
        if self.badge:
            shown = str(self.badge) if self.badge < 1000 else "999+"
            wide = painting.text_width(shown, "caption-strong@11")
            painting.paint_text(
                painter,
                QRectF(right - wide - 1, -0.5, wide + 2, box.height()),
                shown,
                "caption-strong@11",
                "accent" if here else "text-faint",
            )
            right -= wide + 8
        painting.paint_text(painter, QRectF(36, 0, right - 36, box.height()), self.text(), "medium", words)


class Mark(QWidget):
    """The program's mark: a letter in a rounded square."""

    def __init__(self, letter: str = "M", size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        box = QRectF(self.rect())
        painting.rounded(painter, box, box.width() * 0.24, worn.colour("accent"))
        painter.setPen(worn.colour("on-accent"))
        from mdi_desk.qt.theme import font

        painter.setFont(font("title", round(box.width() * 0.58)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)


class Sidebar(QWidget):
    """The views this person may open, grouped by work. Signal: ``chosen(key)``.

    `sections`: ``[(title, [(key, text, icon, badge), ...]), ...]``; a badge of 0 is not shown.
    """

    chosen = Signal(str)

    def __init__(
        self, sections: Sequence[Section] = (), parent: QWidget | None = None, *, title: str = "MDI Desk"
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(current().height.sidebar_width)
        self.setAccessibleName(tr("Views"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 15, 12, 0)
        head.setSpacing(9)
        head.addWidget(Mark())
        name = Label(title, "heading")
        name.setStyleSheet("font-weight: 700")
        head.addWidget(name, 1)
        column.addLayout(head)
        self._scroll = Scroll(spacing=1)
        self._scroll.body.setContentsMargins(10, 16, 10, 12)
        column.addWidget(self._scroll, 1)
        self._entries: dict[str, _Entry] = {}
        self.set_sections(sections)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show other views (another person signed in, or another language)."""
        here = self.current()
        body = self._scroll.body
        while (item := body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._entries = {}
        for number, (title, items) in enumerate(sections):
            head = Label(title, "section")
            head.setContentsMargins(8, 8 if number == 0 else 11, 8, 7)
            body.addWidget(head)
            for key, text, icon, badge in items:
                entry = _Entry(key, text, icon, badge)
                entry.clicked.connect(self._clicked)
                entry.stepped.connect(self._step)
                body.addWidget(entry)
                self._entries[key] = entry
        body.addStretch(1)
        self.set_current(here)

    def _clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, _Entry):
            self.set_current(entry.key)
            self.chosen.emit(entry.key)

    def _step(self, step: int) -> None:
        entries = list(self._entries.values())
        here = next((place for place, entry in enumerate(entries) if entry is self.sender()), 0)
        target = entries[max(0, min(here + step, len(entries) - 1))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target)

    def current(self) -> str:
        """The key of the view shown, "" when none is."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark the view shown, without a signal; a key that is not here marks none.

        Tab stops once, at the marked view; the arrows go on from there.
        """
        stop = key if key in self._entries else next(iter(self._entries), "")
        for name, entry in self._entries.items():
            entry.setChecked(name == key)
            tab = name == stop
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def set_badge(self, key: str, badge: int) -> None:
        """Change the number beside a view; unknown keys are passed over (another job's views)."""
        if key in self._entries:
            self._entries[key].set_badge(badge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.fillRect(self.rect(), worn.colour("panel"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), worn.colour("line"))


class TopBar(QWidget):
    """The omnibox's field at the left, what can be made or read at the right.

    `field` is the `SearchField`; put buttons at the right with `add`. Signal: ``bell_rung()``.
    """

    bell_rung = Signal()

    def __init__(
        self, placeholder: str = "", shortcut: str = "Ctrl+K", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(current().height.topbar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(12)
        self.field = SearchField(placeholder, shortcut, rest_ms=30)
        self.field.setMaximumWidth(423)
        self.field.setMinimumWidth(240)
        row.addWidget(self.field, 3)
        row.addStretch(2)
        self._right = QHBoxLayout()
        self._right.setSpacing(12)
        row.addLayout(self._right)
        self.bell = Button("", icon="bell")
        self.bell.clicked.connect(self.bell_rung)
        row.addWidget(self.bell)
        self.set_news(0)

    def add(self, widget: QWidget) -> None:
        """Put a button left of the bell."""
        self._right.addWidget(widget)

    def clear_actions(self) -> None:
        """Remove the buttons left of the bell."""
        while (item := self._right.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def set_news(self, count: int) -> None:
        """How many notifications are unread."""
        self.bell.setText(str(count) if count else "")
        said = trn("{n} notification", "{n} notifications", count) if count else tr("No new notifications")
        self.bell.setAccessibleName(said)
        self.bell.set_tip(said)
        self.bell.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.fillRect(self.rect(), worn.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, worn.colour("line"))


class _Word(QAbstractButton):
    """A word in the status bar that can be pressed."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dot = ""
        self.role = "text-muted"

    def rest(self) -> None:
        """Become words only."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(round(painting.text_width(self.text(), "caption") + (14 if self.dot else 0)) + 13, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, box = QPainter(self), current(), QRectF(self.rect())
        at = 6.0
        if self.dot:
            painting.rounded(painter, QRectF(at, box.height() / 2 - 4, 8, 8), 4, worn.colour(self.dot))
            at += 14
        colour = "text" if self.underMouse() else self.role
        painting.paint_text(
            painter, QRectF(at, 0, box.width() - at, box.height()), self.text(), "caption", colour
        )
        if self.hasFocus():
            painting.focus_ring(painter, box, 4)


class StatusBar(QWidget):
    """Connection, station, who is signed in; at the right the language and help.

    Signals: ``connection_pressed()`` (retry, or show the journal), ``who_pressed()`` (lock, switch user),
    ``language_chosen(str)`` with the next language's code, ``help_pressed()``.
    """

    connection_pressed = Signal()
    who_pressed = Signal()
    language_chosen = Signal(str)
    help_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, languages: Sequence[str] = ("en", "fr")) -> None:
        super().__init__(parent)
        self.setFixedHeight(current().height.statusbar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(3)
        self._link, self._station, self._who, self._note = _Word(), _Word(), _Word(), _Word()
        self._again = _Word()
        self._again.role = "accent"
        self._again.hide()
        self._again.clicked.connect(self._run_again)
        self._run: Callable[[], object] | None = None
        for quiet in (self._station, self._note):
            quiet.rest()
        self._languages = tuple(languages)
        self._language, self._help = _Word(), _Word()
        for widget in (self._link, self._station, self._who, self._note, self._again):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._language)
        row.addWidget(self._help)
        self._link.clicked.connect(self.connection_pressed)
        self._who.clicked.connect(self.who_pressed)
        self._language.clicked.connect(self._next_language)
        self._help.clicked.connect(self.help_pressed)
        self._state: tuple[Connection, int] = ("online", 0)
        self._code = self._languages[0]
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the running language."""
        self.set_connection(*self._state)
        self.set_language(self._code)
        self._set(self._help, tr("F1 Help"))

    @staticmethod
    def _set(word: _Word, text: str) -> None:
        word.setText(text)
        word.setAccessibleName(text)
        word.updateGeometry()
        word.update()

    def set_connection(self, state: Connection, waiting: int = 0) -> None:
        """Show `state` and how many operations wait in the journal."""
        self._state = (state, waiting)
        self._link.dot = {"online": "ok", "reconnecting": "warn", "offline": "warn"}[state]
        if state == "online":
            text = tr("Connected · live")
            if waiting:
                text = tr("Connected · sending {n}", n=waiting)
        elif state == "reconnecting":
            text = tr("Reconnecting…")
            if waiting:
                text = tr("Reconnecting · {n} in the journal", n=waiting)
        else:
            text = tr("Offline · {n} in the journal", n=waiting) if waiting else tr("Offline")
        self._set(self._link, text)

    def connection_text(self) -> str:
        """What is said about the connection."""
        return self._link.text()

    def set_station(self, name: str) -> None:
        """Name the workstation."""
        self._set(self._station, name)

    def set_who(self, text: str) -> None:
        """Who is signed in, and as what: "Aïcha Fall · front desk"."""
        self._set(self._who, text)
        self._who.setVisible(bool(text))

    def set_note(self, text: str) -> None:
        """A passing remark beside the name; "" takes it away."""
        self.offer(text)

    def offer(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """A remark, and a word beside it that does something about it ("Try again")."""
        self._set(self._note, text)
        self._run = run
        self._set(self._again, action)
        self._again.setVisible(bool(action) and run is not None)

    def note(self) -> str:
        """The remark shown."""
        return self._note.text()

    def _run_again(self) -> None:
        run = self._run
        self.offer("")
        if run is not None:
            run()

    def set_language(self, code: str) -> None:
        """Show the running language."""
        self._code = code
        self._set(self._language, code.upper())
        self._language.setAccessibleName(tr("Language: {code}", code=code.upper()))
        self._language.setToolTip(tr("Switch language"))

    def _next_language(self) -> None:
        at = self._languages.index(self._code) if self._code in self._languages else -1
        self.language_chosen.emit(self._languages[(at + 1) % len(self._languages)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.fillRect(self.rect(), worn.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, worn.colour("line"))
