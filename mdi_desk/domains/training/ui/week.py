"""The list of a week: days as lines between the classes, and how full each class is as a small bar."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from mdi_desk.domains.training.records import ClassRow
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.cells import PAD, CellDelegate, Column, Index
from mdi_desk.qt.context import Shown
from mdi_desk.qt.tables import KeysetTableModel, Table
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting

HEAD_HEIGHT = 38
NUMBERS = 58


@dataclass(frozen=True, slots=True)
class DayHead:
    """The line above a day's classes: the day in words, whether it is today, what there is."""

    day: date
    text: str
    today: bool
    detail: str


@dataclass(frozen=True, slots=True)
class FillCell:
    """How many of `most` seats are taken."""

    value: int
    most: int

    def __str__(self) -> str:
        return tr("{n} of {most}", n=self.value, most=self.most)


Line = DayHead | ClassRow


def by_day(rows: Iterable[ClassRow], show: Shown) -> tuple[Line, ...]:
    """`rows`, in order of start, with a head above each day of the institute."""
    today = show.today()
    lines: list[Line] = []
    for day, found in groupby(rows, key=lambda row: show.here(row.starts_at).date()):
        classes = tuple(found)
        people = sum(row.booked for row in classes if row.status != "cancelled")
        detail = " · ".join(
            (
                trn("{n} class", "{n} classes", len(classes)),
                trn("{n} person", "{n} people", people),
            )
        )
        lines.append(DayHead(day, show.long_day(day), day == today, detail))
        lines.extend(classes)
    return tuple(lines)


def line_key(line: Line) -> object:
    """What a line of the list is known by."""
    return line.day if isinstance(line, DayHead) else line.id


def of_class(show: Callable[[ClassRow], object]) -> Callable[[Line], object]:
    """A column's way to its value that says nothing on the line of a day."""

    def shown(line: Line) -> object:
        return line.text if isinstance(line, DayHead) else show(line)

    return shown


class WeekModel(KeysetTableModel[Line]):
    """Lines of days and classes; only classes can be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row_at(index.row()), DayHead):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class WeekTable(Table):
    """The list of a week; the keys step over the lines of days."""

    def __init__(self, model: WeekModel, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(model, parent, name=name)
        self._cells = _WeekDelegate(self)
        self._cells.columns = model.columns
        self.setItemDelegate(self._cells)
        self.verticalHeader().setMinimumSectionSize(HEAD_HEIGHT)
        model.modelReset.connect(self._lay_days)

    def _lay_days(self) -> None:
        model = self.rows_model()
        self.clearSpans()
        header = self.verticalHeader()
        for place, line in enumerate(model.rows):
            if isinstance(line, DayHead):
                self.setSpan(place, 0, 1, len(model.columns))
                header.resizeSection(place, HEAD_HEIGHT)

    def show_from(self, place: int) -> None:
        """Select the class at `place` and bring its day to the top."""
        self.select_place(place)
        head = place
        while head > 0 and not isinstance(self.rows_model().row_at(head), DayHead):
            head -= 1
        self.scrollTo(self.rows_model().index(head, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self.scrollTo(self.currentIndex())
        self._snap()

    def _snap(self) -> None:
        """Near the end of a list no day can come to the top: then the first row is at least whole."""
        hidden = self.rowViewportPosition(self.rowAt(0))
        if hidden < 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + hidden)

    def select_place(self, place: int) -> None:
        if isinstance(self.rows_model().row_at(place), DayHead):
            place += 1
        super().select_place(place)


class _WeekDelegate(CellDelegate):
    """Paints the lines of days, and the bars."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.model().row_at(index.row())  # type: ignore[attr-defined]
        if isinstance(line, DayHead):
            painter.save()
            self._head(painter, QRectF(option.rect), line)
            painter.restore()
            return
        super().paint(painter, option, index)

    @staticmethod
    def _head(painter: QPainter, box: QRectF, head: DayHead) -> None:
        worn = current()
        painter.fillRect(box, worn.colour("bg"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), worn.colour("line-soft"))
        inner = box.adjusted(PAD, 0, -PAD, -1)
        wide = min(painting.text_width(head.text, "strong"), inner.width())
        painting.paint_text(painter, inner, head.text, "strong")
        if head.today:
            painting.paint_chip(painter, inner.left() + wide + 10, inner.center().y(), tr("Today"), "accent")
        painting.paint_text(painter, inner, head.detail, "caption", "text-muted", right=True)

    def _cell(self, painter: QPainter, box: QRectF, column: Column, value: object) -> None:
        if not isinstance(value, FillCell):
            super()._cell(painter, box, column, value)
            return
        worn = current()
        line = QRectF(box.left(), round(box.center().y()) - 3, max(24.0, box.width() - NUMBERS), 6)
        painting.rounded(painter, line, 3, worn.colour("line"))
        if value.value > 0 and value.most > 0:
            part = min(1.0, value.value / value.most) * line.width()
            filled = QRectF(line.left(), line.top(), max(6.0, part), line.height())
            painting.rounded(painter, filled, 3, worn.colour("accent"))
        painting.paint_text(painter, box, f"{value.value}/{value.most}", "number", "text", right=True)
