"""Toasts: short good news that need no answer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mdi_desk.kernel.words import tr
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting
from mdi_desk.qt.widgets.basics import Icon, Label
from mdi_desk.qt.widgets.buttons import Button, IconButton

STAYS_MS = 5000
MOST = 2
_ICONS = {
    "neutral": "info",
    "ok": "check-circle",
    "warn": "warning",
    "bad": "warning-circle",
    "pending": "clock",
}


class _Toast(QWidget):
    gone = Signal(object)

    def __init__(
        self, text: str, kind: str, action: str, run: Callable[[], object] | None, stays_ms: int
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(
            Icon(_ICONS[kind], 18, painting.CHIP_COLOURS[kind][0] if kind != "neutral" else "text-muted")
        )
        self.text = text
        row.addWidget(Label(text, "medium"))
        if action and run is not None:
            button = Button(action, size="small", run=run)
            button.clicked.connect(self.leave)
            row.addWidget(button)
        close = IconButton("x", tr("Dismiss"), size="small")
        close.clicked.connect(self.leave)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(close)
        self.setAccessibleName(text)
        self._timer = QTimer(self, singleShot=True, interval=stays_ms)
        self._timer.timeout.connect(self.leave)
        self._timer.start()
        self._mouse = QCursor.pos()
        self._left = False

    def leave(self) -> None:
        self._left = True
        self._timer.stop()
        self.gone.emit(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        # A toast that comes up under a resting mouse must not stay for ever.
        if QCursor.pos() != self._mouse:
            self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if not self._left:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = current(), QPainter(self)
        painting.rounded(
            painter, QRectF(self.rect()), worn.radius.card, worn.colour("raise"), worn.colour("line")
        )


class Toasts(QObject):
    """Shows toasts in the top bar of `window`, the newest uppermost, at most two.

    Each leaves after five seconds unless the mouse rests on it. `right` is kept free for the bar's buttons.
    """

    def __init__(self, window: QWidget, *, top: int = 4, right: int = 200) -> None:
        super().__init__(window)
        self._window, self._top, self._right = window, top, right
        self._shown: list[_Toast] = []
        window.installEventFilter(self)

    def say(
        self,
        text: str,
        kind: str = "neutral",
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        stays_ms: int = STAYS_MS,
    ) -> None:
        """Show `text`; `kind`: neutral, ok, warn, bad, pending; `action` names a button that calls `run`."""
        toast = _Toast(text, kind, action, run, stays_ms)
        toast.gone.connect(self._gone)
        toast.setParent(self._window)
        self._shown.append(toast)
        for old in self._shown[:-MOST]:
            old.leave()
        toast.show()
        self._place()

    def texts(self) -> list[str]:
        """What is being said, oldest first."""
        return [toast.text for toast in self._shown]

    def clear(self) -> None:
        """Take all away (another person signs in)."""
        for toast in list(self._shown):
            toast.leave()

    def _gone(self, toast: _Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        """In the top bar, left of its buttons: nothing of the work lies there, whichever view is open."""
        top = self._top
        for toast in reversed(self._shown):
            toast.adjustSize()
            toast.resize(min(toast.width(), self._window.width() - self._right - 20), toast.height())
            toast.move(self._window.width() - self._right - toast.width(), top)
            toast.raise_()
            top += toast.height() + 6

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False
