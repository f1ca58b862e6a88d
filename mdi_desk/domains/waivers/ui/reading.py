"""The waiver's text to read: large, in the signer's language, known to have been read to its end."""

import time
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mdi_desk.domains.waivers.records import WaiverText
from mdi_desk.kernel.words import tr
from mdi_desk.qt.theme import current, font
from mdi_desk.qt.widgets import Scroll, Skeleton, painting

COLUMN = 640
LINES = 131
PARAGRAPH = 14
NEAR_END = 4
MOST_HEIGHT = 16_777_215  # Qt's own: no limit
SETTLE_MS = 60


class _Words(QWidget):
    """The text itself, laid out by one document: what it measures is what it paints."""

    def __init__(self) -> None:
        super().__init__()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font("kiosk"))

    def say(self, paragraphs: tuple[str, ...]) -> None:
        """Show these; only the breaks are ours, every word stays as it was published."""
        style = f"margin:0 0 {PARAGRAPH}px 0; line-height:{LINES}%"
        lines = [escape(part).replace("\n", "<br>") for part in paragraphs]
        self._document.setHtml("".join(f'<p style="{style}">{line}</p>' for line in lines))
        self.setAccessibleName("\n\n".join(paragraphs))
        self.update()

    def fit(self, width: int) -> int:
        """Be `width` wide and as high as the words need; returns that height."""
        self._document.setTextWidth(width)
        height = ceil(self._document.size().height())
        self.setFixedSize(width, height)
        return height

    def last_line(self) -> QRectF:
        """Where the last line of the text stands in this widget."""
        block = self._document.lastBlock()
        found = self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        if layout.lineCount() == 0:
            return found
        return layout.lineAt(layout.lineCount() - 1).rect().translated(found.topLeft())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, current().colour("text"))
        context.clip = QRectF(event.rect())
        self._document.documentLayout().draw(painter, context)


class Reader(QFrame):
    """Shows one text; `read` is true once its end has been on the screen. Signal: ``reached()``."""

    reached = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.read = self._at_end = self._fitted = False
        self._text: WaiverText | None = None
        self._since = 0.0
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 4, 6)
        self.area = Scroll(spacing=14)
        self.area.setObjectName("waiver_text")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(tr("Text of the waiver"))
        self.area.body.setContentsMargins(0, 0, 12, 0)
        self.area.installEventFilter(self)
        self._wait = Skeleton(rows=6)
        self.area.body.addWidget(self._wait)
        self._words = _Words()
        self._words.hide()
        self.area.viewport().installEventFilter(self)
        self.area.body.addWidget(self._words)
        self.area.body.addStretch(1)
        column.addWidget(self.area)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._resized)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._look)

    def show_text(self, text: WaiverText | None) -> None:
        """Show a text from its top, not read yet; None: it is on its way."""
        self._text, self.read, self._fitted = text, False, False
        self._wait.setVisible(text is None)
        self._words.setVisible(text is not None)
        if text is not None:
            self._words.say(text.paragraphs)
        self._fit()
        self.area.verticalScrollBar().setValue(0)
        self._since = time.monotonic()
        self._settle()

    def _fit(self) -> None:
        """The words as high as they need to be at this width, and the reader no higher than they are."""
        if self._text is None:
            self.setMaximumHeight(MOST_HEIGHT)
            return
        width = max(200, min(COLUMN, self.area.viewport().width() - 12))
        if self._words.width() != width or not self._fitted:
            self._fitted = True
            self.setMaximumHeight(self._words.fit(width) + 16)

    def dwell_ms(self) -> int:
        """How long this text has been on the screen."""
        return round((time.monotonic() - self._since) * 1000) if self._text is not None else 0

    def end_is_seen(self) -> bool:
        """Whether the whole last line stands inside what is shown; the scroll bar's word is not enough."""
        last, port = self._words.last_line(), self.area.viewport()
        top = self._words.mapTo(port, last.topLeft().toPoint()).y()
        return top >= 0 and top + last.height() <= port.height() + 1

    def _resized(self, *_: object) -> None:
        """Whoever has come to the end stays there when the room changes."""
        bar = self.area.verticalScrollBar()
        if self.read and self._at_end:
            bar.setValue(bar.maximum())
        self._settle()

    def _settle(self, *_: object) -> None:
        if self.isVisible():
            self._settled.start()

    def _look(self, *_: object) -> None:
        """Is the end on the screen? Only once the text is laid out: before that, everything fits."""
        bar = self.area.verticalScrollBar()
        self._at_end = bar.value() >= bar.maximum() - NEAR_END
        if self._text is None or not self.end_is_seen():
            return
        if self.read or not self.isVisible() or self._settled.isActive():
            return
        self.read = True
        self.reached.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settled.stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.area.hasFocus():
            painting.focus_ring(QPainter(self), QRectF(self.rect()), current().radius.control)
