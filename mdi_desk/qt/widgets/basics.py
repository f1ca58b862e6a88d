"""The small parts: labels, cards, chips, avatars, key hints, lines and flowing rows.

Longer than most: a dozen small classes that every other module of this package needs.
"""

from collections.abc import Sequence
from html import escape
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.qt import icons
from mdi_desk.qt.theme import current, font, theme_changes
from mdi_desk.qt.widgets import painting

CheckState = Literal["ok", "bad", "warn", "pending", "off"]


def restyle(widget: QWidget) -> None:
    """Have the style sheet look again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def reveal(widget: QWidget, on: bool) -> None:
    """Show or hide `widget` inside its parent; without a parent it never opens as a window of its own."""
    if on and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(on)


class Label(QLabel):
    """Words in a role of the type scale: title, name, heading, strong, medium, body, muted, caption, faint,
    section, field, error, ok, warn, bad, kiosk, figure, small; number, number-strong and number-caption
    stand in columns. Plain text only: nothing in a name is markup.
    """

    def __init__(
        self, text: str = "", role: str = "body", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self._figures(role)
        self.setWordWrap(wrap)
        if wrap:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def _figures(self, role: str) -> None:
        if role.startswith("number"):
            self.setFont(font(role))

    def set_role(self, role: str) -> None:
        """Change the role of the words."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self._figures(role)
            restyle(self)


class ElidedLabel(Label):
    """One line that ends in … when there is no room; the whole text is then its tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        self.setToolTip(
            self.text() if self.fontMetrics().horizontalAdvance(self.text()) > self.width() else ""
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, shown)


class Divider(QWidget):
    """A thin line across."""

    def __init__(self, parent: QWidget | None = None, role: str = "line-soft") -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour(self._role))


class Card(QFrame):
    """A white sheet with a thin line and round corners; put things into `body`.

    With `clickable` it takes the focus, answers to Enter, Space and the mouse, and emits ``clicked()``.
    """

    clicked = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        padding: int = 16,
        spacing: int = 8,
        clickable: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)
        self._clickable = clickable
        self._pressed = False
        if name:
            self.setAccessibleName(name)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painter = QPainter(self)
        hot = self._clickable and self.underMouse()
        painting.rounded(
            painter,
            QRectF(self.rect()),
            worn.radius.card,
            worn.colour("panel"),
            worn.colour("text-faint" if hot else "line"),
        )
        if self._clickable and self.hasFocus():
            painting.focus_ring(painter, QRectF(self.rect()), worn.radius.card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._clickable and event.button() == Qt.MouseButton.LeftButton
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self._pressed = False
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class Chip(QWidget):
    """A state in a word: `kind` is ok, warn, bad, neutral, accent or pending. Never colour alone."""

    def __init__(
        self, text: str, kind: painting.ChipKind = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set(text, kind, icon)

    def set(self, text: str, kind: painting.ChipKind = "neutral", icon: str = "") -> None:
        """Say something else."""
        self.text, self.kind, self.icon = text, kind, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(painting.chip_width(self.text, self.icon) + 0.5), painting.CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), painting.CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.paint_chip(
            QPainter(self), 0, self.height() / 2, self.text, self.kind, self.icon, self.width()
        )


class Avatar(QWidget):
    """A round photo, or initials where there is none. `size` in logical pixels."""

    def __init__(
        self, name: str = "", size: int = 28, photo: QPixmap | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.set(name, photo)

    def set(self, name: str, photo: QPixmap | None = None) -> None:
        """Show somebody else."""
        self._letters, self._photo = painting.initials(name), photo
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.paint_avatar(QPainter(self), QRectF(self.rect()), self._letters, self._photo)


class Icon(QWidget):
    """An icon alone, or on a round ground of a chip's colour when `kind` is given (lists of work)."""

    def __init__(
        self,
        name: str,
        size: int = 18,
        role: str = "text-muted",
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._kind, self._size = name, role, kind, size
        self.setFixedSize(28 if kind else size, 22 if kind else size)

    def set(self, name: str, role: str = "text-muted", kind: str = "") -> None:
        """Show another icon."""
        self._name, self._role, self._kind = name, role, kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role, size = self._role, float(self._size)
        if self._kind:
            role, ground = painting.CHIP_COLOURS[self._kind]
            painting.rounded(painter, QRectF(self.rect()), 11, current().colour(ground))
            size = 14.0
        box = QRectF(0, 0, size, size)
        box.moveCenter(QRectF(self.rect()).center())
        icons.paint(painter, self._name, box, role)


class KeyHint(QWidget):
    """A key, as a small cap. `key` is a portable sequence ("Ctrl+K", "Return")."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = painting.key_text(key)
        self.setFixedSize(round(painting.hint_width(self._text) + 0.5), painting.HINT_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painting.paint_hint(
            QPainter(self),
            0,
            self.height() / 2,
            self._text,
            worn.colour("text-muted"),
            worn.colour("line"),
            worn.colour("panel"),
        )


class KeyFooter(QWidget):
    """The keys that work here, at the foot of a list: ``[("Return", "check in"), ("L", "late")]``."""

    def __init__(
        self, keys: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, padding: int = 12
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=18, row_gap=6)
        self._flow.setContentsMargins(padding, 10, padding, 10)
        self.set(keys)

    def set(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys."""
        self._flow.clear()
        for key, label in keys:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(KeyHint(key))
            row.addWidget(Label(label, "caption"))
            pair.setAccessibleName(f"{painting.key_text(key)}: {label}")
            self._flow.addWidget(pair)


class ProgressLine(QWidget):
    """How full something is: a thin bar. `value` of `most`, both counts."""

    def __init__(
        self, value: int = 0, most: int = 0, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(6)
        self.setMinimumWidth(60)
        self._name = name
        self.set(value, most)

    def set(self, value: int, most: int) -> None:
        """Show `value` of `most`."""
        self.value, self.most = value, most
        self.setAccessibleName(f"{self._name} {value} / {most}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        box = QRectF(self.rect())
        painting.rounded(painter, box, 3, worn.colour("line-soft"))
        if self.most > 0 and self.value > 0:
            part = min(1.0, self.value / self.most)
            painting.rounded(
                painter, QRectF(0, 0, max(6.0, box.width() * part), box.height()), 3, worn.colour("accent")
            )


class Skeleton(QWidget):
    """Grey bars where rows will be: the view is there at once, its facts come."""

    def __init__(self, rows: int = 5, row_height: int = 46, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._height = rows, row_height
        self.setMinimumHeight(rows * row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_skeleton(QPainter(self), QRectF(self.rect()), self._rows, self._height)


def paint_skeleton(painter: QPainter, box: QRectF, rows: int, row_height: int) -> None:
    """Bars for `rows` coming rows from the top of `box`."""
    worn = current()
    for row in range(rows):
        top = box.top() + row * row_height
        middle = top + row_height / 2
        soft = worn.colour("line-soft")
        painting.rounded(painter, QRectF(box.left() + 12, middle - 14, 28, 28), 14, soft)
        share = (0.34, 0.27, 0.31, 0.22, 0.29)[row % 5]
        painting.rounded(painter, QRectF(box.left() + 50, middle - 5, box.width() * share, 10), 5, soft)
        painting.rounded(painter, QRectF(box.right() - 12 - 70, middle - 5, 70, 10), 5, soft)
        painter.fillRect(QRectF(box.left(), top + row_height - 1, box.width(), 1), soft)


class FlowLayout(QLayout):
    """Things in reading order, on as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, row_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Remove and delete everything."""
        while self._items:
            item = self._items.pop()
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        edge = self.contentsMargins()
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width + edge.left() + edge.right(), height + edge.top() + edge.bottom())

    def minimumSize(self) -> QSize:
        edge = self.contentsMargins()
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0) + edge.left() + edge.right(),
            max((size.height() for size in sizes), default=0) + edge.top() + edge.bottom(),
        )

    def _place(self, rect: QRect, move: bool) -> int:
        edge = self.contentsMargins()
        box = rect.marginsRemoved(edge)
        x, y, line = box.left(), box.top(), 0
        for item in self._items:
            hint = item.sizeHint()
            width = min(hint.width(), max(1, box.width()))
            if x > box.left() and x + width > box.right() + 1:
                x, y, line = box.left(), y + line + self._row_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self._gap
            line = max(line, hint.height())
        return y + line - rect.top() + edge.bottom()


_STATES: dict[str, tuple[str, str]] = {
    "ok": ("check-circle-fill", "ok"),
    "bad": ("warning-circle-fill", "bad"),
    "warn": ("warning-circle-fill", "warn"),
    "pending": ("clock-fill", "pending"),
    "off": ("minus-circle", "text-faint"),
}


class CheckRow(QWidget):
    """One line of a gate: a tick or a blocker, what it is, the detail in grey, and its remedy beside it.

    `state`: ok, bad, warn, pending, off. `remedy` is any widget, usually a small `Button`.
    """

    def __init__(
        self,
        state: CheckState,
        title: str,
        detail: str = "",
        remedy: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name, role = _STATES[state]
        self.state = state
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(11)
        row.addWidget(Icon(name, 19, role))
        self._words = TwoTone(title, detail)
        row.addWidget(self._words, 1)
        if remedy is not None:
            row.addWidget(remedy, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addLayout(row)
        outer.addWidget(Divider())
        self.setAccessibleName(" · ".join(part for part in (title, detail) if part))


class TwoTone(QLabel):
    """A statement and, after a dot, its detail in grey; wraps as one paragraph."""

    def __init__(self, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(60)
        self._said = (title, detail)
        self._compose()
        theme_changes.changed.connect(self._compose)

    def set(self, title: str, detail: str = "") -> None:
        """Say something else."""
        self._said = (title, detail)
        self._compose()

    def _compose(self) -> None:
        title, detail = self._said
        self.setAccessibleName(" · ".join(part for part in self._said if part))
        grey = current().hex("text-muted")
        rest = f' <span style="color:{grey}; font-size:{current().size.caption}px">· {escape(detail)}</span>'
        said = f'<span style="font-weight:500">{escape(title)}</span>' + (rest if detail else "")
        self.setText(f'<p style="margin:0; line-height:125%">{said}</p>')
