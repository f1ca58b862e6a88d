"""Blocks of a page: its header, the search field, banners, empty states, side panels and figures.

Longer than most: a dozen small classes, none of which knows another.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.kernel.words import tr
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting
from mdi_desk.qt.widgets.basics import ElidedLabel, Icon, KeyHint, Label, reveal
from mdi_desk.qt.widgets.buttons import Button, IconButton

BannerKind = Literal["neutral", "ok", "warn", "bad", "accent", "pending"]

_BANNER_ICONS = {
    "neutral": "info",
    "ok": "check-circle",
    "warn": "warning",
    "bad": "warning-circle",
    "accent": "info",
    "pending": "clock",
}


class SearchField(QLineEdit):
    """A field to search with.

    Signals: ``searched(str)`` when the typing rests for `rest_ms` or Enter is pressed, each text once;
    ``left_down()`` when the arrow goes down into the results; ``cleared()`` when Escape empties it.
    """

    searched = Signal(str)
    left_down = Signal()
    cleared = Signal()

    def __init__(
        self, placeholder: str = "", shortcut: str = "", parent: QWidget | None = None, *, rest_ms: int = 120
    ) -> None:
        super().__init__(parent)
        self.setProperty("search", "true")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder or tr("Search"))
        self._glass = Icon("magnifying-glass", 16, "text-faint", parent=self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint = KeyHint(shortcut, self) if shortcut else None
        if self._hint is not None:
            self.setTextMargins(0, 0, self._hint.width() + 6, 0)
        self._said = ""
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._say)
        self.textChanged.connect(self._typed)

    def _typed(self, text: str) -> None:
        if self._hint is not None:
            self._hint.setVisible(not text)
        self._rest.start()

    def _say(self) -> None:
        self._rest.stop()
        if self.text() != self._said:
            self._said = self.text()
            self.searched.emit(self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._glass.move(10, (self.height() - 16) // 2)
        if self._hint is not None:
            self._hint.move(
                self.width() - self._hint.width() - 10, (self.height() - self._hint.height()) // 2
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._say()
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._say()
            self.left_down.emit()
        else:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._say()
            super().keyPressEvent(event)


class LinkLabel(Label):
    """A line that leads somewhere; focusable. Signal: ``opened()``."""

    opened = Signal()

    def __init__(self, text: str = "", role: str = "caption", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painting.focus_ring(QPainter(self), QRectF(self.rect()), 4)


class PageHeader(QWidget):
    """Where I am (crumb and title), what matters (the line below), and what can be done here (at the right).

    Signal: ``back()`` when the crumb is chosen.
    """

    back = Signal()

    def __init__(
        self,
        title: str = "",
        crumb: str = "",
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._crumb = LinkLabel(crumb)
        self._crumb.opened.connect(self.back)
        crumbs = QHBoxLayout()
        crumbs.addWidget(self._crumb)
        crumbs.addStretch(1)
        self._title = ElidedLabel(title, "title")
        self._subtitle = ElidedLabel(subtitle, "caption")
        words.addStretch(1)
        words.addLayout(crumbs)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        row.addLayout(self._actions)
        for widget in actions:
            self._actions.addWidget(widget)
        self.set(title, crumb, subtitle)

    def set(self, title: str, crumb: str = "", subtitle: str = "") -> None:
        """Say where we are now."""
        for label, text in ((self._crumb, crumb), (self._title, title), (self._subtitle, subtitle)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(title)

    def set_subtitle(self, text: str) -> None:
        """Change the line below the title alone."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """Replace the widgets at the right."""
        while (item := self._actions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for widget in actions:
            self._actions.addWidget(widget)


class EmptyState(QWidget):
    """Nothing here: says so in a sentence, and what to do next."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 24, 20, 24)
        outer.setSpacing(4)
        self._icon = Icon(icon, 28, "text-faint")
        outer.addWidget(self._icon)
        outer.addSpacing(6)
        self._title = Label(title, "heading", wrap=True)
        self._text = Label(text, "muted", wrap=True)
        self._text.setMaximumWidth(460)
        outer.addWidget(self._title)
        outer.addWidget(self._text)
        self._text.setVisible(bool(text))
        if action is not None:
            outer.addSpacing(10)
            row = QHBoxLayout()
            row.addWidget(action)
            row.addStretch(1)
            outer.addLayout(row)
        outer.addStretch(1)
        self.setAccessibleName(f"{title} {text}".strip())

    def set(self, title: str, text: str = "", icon: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        if icon:
            self._icon.set(icon, "text-faint")
        self.setAccessibleName(f"{title} {text}".strip())


class Banner(QFrame):
    """One sentence across the page, with what can be done about it. Signals: ``acted()``, ``closed()``."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        kind: BannerKind = "neutral",
        action: str = "",
        parent: QWidget | None = None,
        *,
        closable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 7, 7)
        row.setSpacing(10)
        self._icon = Icon("info", 18)
        self._label = Label(text, "medium", wrap=True)
        self._button = Button(action, size="small")
        self._button.clicked.connect(self.acted)
        self._close = IconButton("x", tr("Dismiss"), size="small")
        self._close.clicked.connect(self.dismiss)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._close.setVisible(closable)
        self.say(text, kind, action)

    def say(self, text: str, kind: BannerKind = "neutral", action: str = "") -> None:
        """Show `text`; an empty one hides the banner."""
        self._kind = kind
        self._icon.set(_BANNER_ICONS[kind], painting.CHIP_COLOURS[kind][0])
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        reveal(self, bool(text))
        self.update()

    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def dismiss(self) -> None:
        """Hide, and tell."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        words, ground = painting.CHIP_COLOURS[self._kind]
        line = worn.colour(words)
        line.setAlphaF(0.28)
        painting.rounded(QPainter(self), QRectF(self.rect()), worn.radius.control, worn.colour(ground), line)


class Stat(QFrame):
    """A figure with its name above and what it means below, on a card."""

    def __init__(self, name: str, figure: str = "", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 15, 16, 14)
        column.setSpacing(4)
        self._name, self._figure, self._note = (
            Label(name, "caption"),
            Label(figure, "figure"),
            Label(note, "faint"),
        )
        for label in (self._name, self._figure, self._note):
            column.addWidget(label)
        self.set(figure, note)

    def set(self, figure: str, note: str = "") -> None:
        """Show another figure."""
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name.text()}: {figure}")

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painting.rounded(
            QPainter(self), QRectF(self.rect()), worn.radius.card, worn.colour("panel"), worn.colour("line")
        )


class Facts(QWidget):
    """Name and value in two columns: ``[("Phone", "(304) 555-0142")]``. Values can be selected."""

    def __init__(
        self, facts: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, names: int = 120
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, names)
        self._grid.setColumnStretch(1, 1)
        self.set(facts)

    def set(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts; a fact without value is shown as a dash."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value) in enumerate(facts):
            left, right = Label(name, "caption", wrap=True), Label(value or "–", "body", wrap=True)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right.setAccessibleName(f"{name}: {value or '–'}")
            left.setContentsMargins(0, 2, 0, 0)
            self._grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, row, 1)


class Scroll(QScrollArea):
    """A column that scrolls when it must; put things into `body`."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 12, margins: int = 0) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("clear", "true")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(spacing)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)


class SidePanel(QFrame):
    """A card at the side that never hides the list: `body` scrolls, `foot` stays. Signal: ``closed()``.

    `width` in logical pixels; a `closable` panel has a cross and answers to Escape.
    """

    closed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, width: int = 372, padding: int = 20, closable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._closable = closable
        self._scroll = Scroll(spacing=8)
        self.body = self._scroll.body
        self.body.setContentsMargins(padding - 1, padding - 1, padding - 1, padding // 2)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(padding - 1, 4, padding - 1, padding - 1)
        self.foot.setSpacing(8)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self.foot)
        self._cross = IconButton("x", tr("Close"), parent=self, size="small")
        self._cross.clicked.connect(self.closed)
        self._cross.setVisible(closable)

    def clear(self) -> None:
        """Remove everything from body and foot."""
        for layout in (self.body, self.foot):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
                elif (inner := item.layout()) is not None:
                    _empty(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cross.move(self.width() - self._cross.sizeHint().width() - 8, 8)
        # Whatever was put into the panel later must not lie over it.
        self._cross.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closable and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painting.rounded(
            QPainter(self), QRectF(self.rect()), worn.radius.card, worn.colour("panel"), worn.colour("line")
        )


def _empty(layout: object) -> None:
    from PySide6.QtWidgets import QLayout

    assert isinstance(layout, QLayout)
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)


class Tabs(QTabBar):
    """Parts of one page, by name; the arrows move between them. Signals: those of QTabBar."""

    def __init__(self, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name in names:
            self.addTab(name)


class Tappable(QWidget):
    """A row that does one thing: hover, focus, Enter, Space, click. Fill `row`. Signal: ``chosen()``."""

    chosen = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        margins: tuple[int, int, int, int] = (8, 6, 8, 6),
        run: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*margins)
        self.row.setSpacing(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self._down = False
        if run is not None:
            self.chosen.connect(lambda: run())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        if self.underMouse():
            painting.rounded(painter, QRectF(self.rect()), worn.radius.control, worn.colour("hover"))
        if self.hasFocus():
            painting.focus_ring(painter, QRectF(self.rect()), worn.radius.control)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._down = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._down and self.rect().contains(event.position().toPoint()):
            self._down = False
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
