"""The program's one window."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget


class Frame(QWidget):
    """The one window: sign-in, lock and shell lie in it one over the other.

    Signal: ``seen()`` once, when the window has been painted for the first time.
    """

    seen = Signal()

    def __init__(self, closing: Callable[[], bool]) -> None:
        super().__init__()
        self.setWindowTitle("MDI Desk")
        self.setObjectName("frame")
        self.resize(1280, 800)
        self.setMinimumSize(960, 600)
        self._closing = closing
        self._painted = False
        self._stack = QStackedLayout(self)

    def bring(self, page: QWidget) -> None:
        """Show `page`, taking it in when it is new."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def drop(self, page: QWidget) -> None:
        """Take `page` out and let it go."""
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def page(self) -> QWidget | None:
        """The page in front."""
        return self._stack.currentWidget()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # After this event: what lies in the window is painted within it.
            QTimer.singleShot(0, self.seen.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._closing())
