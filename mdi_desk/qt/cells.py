"""Cells of a table: what a column can show, and the delegate that paints it as the drawings have it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mdi_desk.qt import icons
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting

ROW = 46
PAD = 12
EDGE = 0.45  # how much of a chip's colour its line on the chosen row has

Kind = Literal["text", "medium", "muted", "number", "chip", "avatar", "two_line", "code", "icon"]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ChipCell:
    """A chip: words, the kind of `widgets.Chip`, and perhaps an icon."""

    text: str
    kind: painting.ChipKind = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class AvatarCell:
    """A person: round initials or photo, the name, and a muted second line when `detail` is given."""

    name: str
    detail: str = ""
    photo: QPixmap | None = None


@dataclass(frozen=True, slots=True)
class IconCell:
    """An icon and, beside it, a word; the word is also what a screen reader says."""

    icon: str
    text: str = ""
    colour: str = "text-muted"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `show` makes the cell's value from a row: str for text, medium, muted, number and code; `ChipCell` or
    None for chip; `AvatarCell` for avatar; ``(first line, second line)`` for two_line; `IconCell` or None for
    icon.
    `width` in logical pixels; a column without one takes its share of the rest (`stretch`).
    `sort` names the sort the list can be asked for; "" when there is none.
    """

    name: str
    title: str
    show: Callable[[Any], object]
    kind: Kind = "text"
    align: Literal["left", "right", ""] = ""
    width: int = 0
    stretch: int = 1
    sort: str = ""

    @property
    def right(self) -> bool:
        """Whether the cell stands at the right; numbers do unless told otherwise."""
        return (self.align or ("right" if self.kind == "number" else "left")) == "right"


def spoken(value: object) -> str:
    """A cell's value as plain words."""
    if value is None:
        return ""
    if isinstance(value, ChipCell | IconCell):
        return value.text
    if isinstance(value, AvatarCell):
        return f"{value.name}, {value.detail}" if value.detail else value.name
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value if part)
    return str(value)


class CellDelegate(QStyledItemDelegate):
    """Paints every kind of cell; asks the model for the value by ``model.cell(row, column)``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hover = -1
        self.columns: tuple[Column, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        worn = current()
        box = QRectF(rect)
        if chosen:
            painter.fillRect(rect, worn.colour("accent-soft"))
        elif index.row() == self.hover:
            painter.fillRect(rect, worn.colour("hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), worn.colour("line-soft"))
        column = self.columns[index.column()]
        value = index.model().cell(index.row(), index.column())  # type: ignore[attr-defined]
        inner = box.adjusted(PAD, 0, -PAD, -1)
        self._cell(painter, inner, column, value)
        if chosen and isinstance(value, ChipCell):
            self._edge(painter, inner, column, value)

    def _cell(self, painter: QPainter, box: QRectF, column: Column, value: object) -> None:
        middle = box.center().y()
        if isinstance(value, ChipCell):
            left = self._chip_left(box, column, value)
            painting.paint_chip(painter, left, middle, value.text, value.kind, value.icon, box.width())
        elif isinstance(value, AvatarCell):
            painting.paint_avatar(
                painter, QRectF(box.left(), middle - 14, 28, 28), painting.initials(value.name), value.photo
            )
            self._lines(painter, box.adjusted(38, 0, 0, 0), value.name, value.detail)
        elif isinstance(value, IconCell):
            icons.paint(painter, value.icon, QRectF(box.left(), middle - 9, 18, 18), value.colour)
            if value.text:
                painting.paint_text(painter, box.adjusted(26, 0, 0, 0), value.text)
        elif isinstance(value, tuple):
            self._lines(painter, box, str(value[0]), str(value[1]))
        elif value not in (None, ""):
            role = {"number": "number", "code": "code", "medium": "medium"}.get(column.kind, "body")
            colour = "text-muted" if column.kind == "muted" or value == "–" else "text"
            painting.paint_text(painter, box, str(value), role, colour, column.right)

    @staticmethod
    def _chip_left(box: QRectF, column: Column, chip: ChipCell) -> float:
        if not column.right:
            return box.left()
        return max(box.left(), box.right() - painting.chip_width(chip.text, chip.icon))

    def _edge(self, painter: QPainter, box: QRectF, column: Column, chip: ChipCell) -> None:
        """A line round a chip on the chosen row: its ground is nearly the row's own."""
        worn = current()
        left = self._chip_left(box, column, chip)
        width = min(painting.chip_width(chip.text, chip.icon), box.width())
        middle = box.center().y()
        line = worn.colour(painting.CHIP_COLOURS[chip.kind][0])
        line.setAlphaF(EDGE)
        where = QRectF(left, round(middle - painting.CHIP_HEIGHT / 2), width, painting.CHIP_HEIGHT)
        painting.rounded(painter, where, worn.radius.chip, None, line)

    @staticmethod
    def _lines(painter: QPainter, box: QRectF, first: str, second: str) -> None:
        if not second:
            painting.paint_text(painter, box, first, "medium")
            return
        half = box.height() / 2
        painting.paint_text(
            painter, QRectF(box.left(), box.top() + 4, box.width(), half - 2), first, "medium"
        )
        painting.paint_text(
            painter,
            QRectF(box.left(), box.top() + half + 1, box.width(), half - 6),
            second,
            "caption",
            "text-muted",
        )


ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
