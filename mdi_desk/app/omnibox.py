"""The results under the omnibox: as you type, grouped, with arrows and Enter, never taking the focus away."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.app.finder import Group, Hit
from mdi_desk.kernel.words import tr
from mdi_desk.qt import icons
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import Label, SearchField, painting

WIDTH = 560
ROW = 44


class _Line(QWidget):
    """One hit; painted, so that thirty of them cost nothing."""

    chosen = Signal(object)

    def __init__(self, hit: Hit) -> None:
        super().__init__()
        self.hit = hit
        self.here = False
        self._key = painting.key_text(hit.key) if hit.key else ""
        self.setFixedHeight(ROW if hit.detail else 36)
        self.setAccessibleName(f"{hit.title}, {hit.detail}" if hit.detail else hit.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.hit)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        if self.here:
            painting.rounded(painter, box.adjusted(6, 1, -6, -1), 6, current().colour("accent-soft"))
        colour = "accent" if self.here else "text-muted"
        icons.paint(painter, self.hit.icon, QRectF(18, (box.height() - 18) / 2, 18, 18), colour)
        right = box.width() - 18
        if self.hit.key:
            wide = painting.text_width(self._key, "caption") + 4
            painting.paint_text(
                painter, QRectF(right - wide, 0, wide, box.height()), self._key, "caption", "text-faint"
            )
            right -= wide + 10
        if self.hit.detail:
            painting.paint_text(painter, QRectF(48, 4, right - 48, 20), self.hit.title, "medium", "text")
            painting.paint_text(
                painter, QRectF(48, 22, right - 48, 18), self.hit.detail, "caption", "text-muted"
            )
        else:
            painting.paint_text(
                painter, QRectF(48, 0, right - 48, box.height()), self.hit.title, "body", "text"
            )


class Results(QWidget):
    """The panel under the omnibox's field, laid over `window`.

    `typed` is what the hits were found for. The field keeps the focus; arrows move the mark here.

    Signals: ``opened(Target)`` when a hit is chosen.
    """

    opened = Signal(object)

    def __init__(self, window: QWidget, field: SearchField) -> None:
        super().__init__(window)
        self._field = field
        self.setObjectName("omnibox_results")
        self.setAccessibleName(tr("Results"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 8, 1, 8)
        self._column.setSpacing(0)
        self._lines: list[_Line] = []
        self._mark = 0
        self.typed = ""
        self._enter_for: str | None = None
        field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is shown now, from the top."""
        return tuple(line.hit for line in self._lines)

    def show_groups(self, groups: tuple[Group, ...], typed: str) -> None:
        """Show what was found for `typed`."""
        self._clear()
        self.typed = typed
        for group in groups:
            head = Label(group.title, "section")
            head.setContentsMargins(18, 6, 18, 4)
            self._column.addWidget(head)
            for hit in group.hits:
                line = _Line(hit)
                line.chosen.connect(self._choose)
                self._column.addWidget(line)
                self._lines.append(line)
                # Into a panel that is visible, new children come hidden, and count for nothing in its size.
                line.show()
            head.show()
        if not self._lines:
            nothing = Label(tr("Nothing found for “{typed}”. Try fewer letters.", typed=typed),
                            "muted", wrap=True)  # fmt: skip
            nothing.setContentsMargins(18, 8, 18, 8)
            self._column.addWidget(nothing)
            nothing.show()
        wanted, self._enter_for = self._enter_for, None
        if wanted is not None and wanted == typed and self._lines:
            self._choose(self._lines[0].hit)
            return
        self._move(0)
        self._place()
        self.show()
        self.raise_()

    def close_results(self) -> None:
        """Put the panel away; the field keeps its text."""
        self.hide()
        self._clear()

    def _clear(self) -> None:
        self._lines, self._mark = [], 0
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self._column.activate()
        corner = self._field.mapTo(window, self._field.rect().bottomLeft())
        room = window.height() - corner.y() - 48
        wide = max(WIDTH, self._field.width())
        self.setGeometry(corner.x(), corner.y() + 6, wide, min(self._column.sizeHint().height(), room))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self._column.sizeHint().height())

    def _move(self, to: int) -> None:
        if not self._lines:
            return
        self._mark = max(0, min(to, len(self._lines) - 1))
        for number, line in enumerate(self._lines):
            line.here = number == self._mark
            line.update()
        # A reader of screens hears the marked line although the focus stays in the field.
        self._field.setAccessibleDescription(self._lines[self._mark].accessibleName())

    def _choose(self, hit: Hit) -> None:
        self.close_results()
        self._field.clear()
        self.opened.emit(hit.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            elif event.type() == QEvent.Type.MouseButtonPress and self.isVisible():
                self.close_results()
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.close_results()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._entered()
            if self.isVisible():
                return self._key(event.key())
        return False

    def _entered(self) -> bool:
        """Enter opens what was found for the text as it stands now, never for an earlier one."""
        now = self._field.text().strip()
        if self.isVisible() and self._lines and self.typed == now:
            self._choose(self._lines[self._mark].hit)
            return True
        # The answer is still on its way: it is opened when it comes, unless somebody types on.
        self._enter_for = now or None
        return False

    def _key(self, key: int) -> bool:
        if key == Qt.Key.Key_Down:
            self._move(self._mark + 1)
        elif key == Qt.Key.Key_Up:
            self._move(self._mark - 1)
        elif key == Qt.Key.Key_Escape:
            self.close_results()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, box = QPainter(self), current(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(worn.colour("line"))
        painter.setBrush(worn.colour("raise"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), worn.radius.card, worn.radius.card)
