"""Lists of any length: keyset pages fetched off the GUI thread, painted as the drawings have them.

Longer than most: model, table and pane lean on each other and are read together.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from mdi_desk.kernel.paging import MOST_ROWS, PAGE_SIZE, Cursor, Page
from mdi_desk.kernel.words import tr
from mdi_desk.qt import icons
from mdi_desk.qt.cells import (
    ALIGN_LEFT,
    ALIGN_RIGHT,
    PAD,
    ROW,
    AvatarCell,
    CellDelegate,
    ChipCell,
    Column,
    IconCell,
    Index,
    spoken,
)
from mdi_desk.qt.runner import Failure, Runner
from mdi_desk.qt.theme import current
from mdi_desk.qt.widgets import painting
from mdi_desk.qt.widgets.basics import Card, Divider, KeyFooter, Label, paint_skeleton
from mdi_desk.qt.widgets.blocks import Banner

__all__ = [
    "AvatarCell",
    "ChipCell",
    "Column",
    "IconCell",
    "KeysetTableModel",
    "ListPane",
    "Table",
]

T = TypeVar("T")
Fetch = Callable[[Cursor | None, int], Page[T]]
HEADER = 34


class KeysetTableModel(QAbstractTableModel, Generic[T]):
    """Rows in the list's own order, a page at a time.

    `fetch(after, limit)` reads one page; it runs in the runner's pool. `key(row)` is the row's identity.
    At most `most` rows are held; then ``full`` is set and the footer says "narrow your search".

    Signals:
        loaded: ``loaded()`` after each page.
        failed: ``failed(object)`` with the error of a page; the rows before it stay.
        filled: ``filled()`` when the most rows are held and there would be more.
    """

    loaded = Signal()
    failed = Signal(object)
    filled = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        runner: Runner,
        fetch: Fetch[T],
        key: Callable[[T], Hashable],
        parent: QWidget | None = None,
        *,
        limit: int = PAGE_SIZE,
        most: int = MOST_ROWS,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._runner, self._fetch, self._key = runner, fetch, key
        self._limit, self._most = limit, most
        self._rows: list[T] = []
        self._cells: dict[int, tuple[object, ...]] = {}
        self._places: dict[Hashable, int] | None = None
        self._after: Cursor | None = None
        self._more = False
        self._asked = 0
        self.pending = False
        self.full = False
        self.error: Exception | None = None
        self.started = False
        self.sort_name = ""
        self.descending = False

    # -- reading ---------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Start from the top (new search, new sort, looking again); the old rows stay until the new come."""
        self._ask(None)

    def set_fetch(self, fetch: Fetch[T]) -> None:
        """Ask another question from now on, and start from the top."""
        self._fetch = fetch
        self.load()

    def clear(self) -> None:
        """Hold nothing; answers under way are dropped."""
        self._asked += 1
        self.pending = False
        self._replace((), None)
        self.started = False

    @property
    def loading(self) -> bool:
        """Whether the first page is under way and there is nothing to show meanwhile."""
        return self.pending and not self._rows

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        return not parent.isValid() and self._more and not self.pending and not self.full

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's own default
        if self.canFetchMore(parent):
            self._ask(self._after)

    def _ask(self, after: Cursor | None) -> None:
        self._asked += 1
        asked, fetch = self._asked, self._fetch
        limit = self._limit if after is None else min(self._limit, self._most - len(self._rows))
        self.pending, self.started, self.error = True, True, None

        def arrived(page: Page[T]) -> None:
            if asked == self._asked:
                self.pending = False
                if after is None:
                    self._replace(page.rows, page.after)
                else:
                    self._append(page.rows, page.after)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.pending = False
                self.error = error
                self.failed.emit(error)

        self._runner.ask(lambda: fetch(after, limit), owner=self, then=arrived, failed=failed, key="page")

    def _replace(self, rows: Sequence[T], after: Cursor | None) -> None:
        self.beginResetModel()
        self._rows = list(rows[: self._most])
        self._forget()
        self._turn(after)
        self.endResetModel()
        self.loaded.emit()

    def _append(self, rows: Sequence[T], after: Cursor | None) -> None:
        # A row that moved between two pages is shown once.
        known = self._index()
        fresh = [row for row in rows if self._key(row) not in known][: self._most - len(self._rows)]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            for row in fresh:
                known[self._key(row)] = len(self._rows)
                self._rows.append(row)
            self._turn(after)
            self.endInsertRows()
        else:
            self._turn(after)
        self.loaded.emit()

    def _turn(self, after: Cursor | None) -> None:
        self._after = after
        self._more = after is not None
        was = self.full
        self.full = self._more and len(self._rows) >= self._most
        if self.full and not was:
            self.filled.emit()

    def _forget(self) -> None:
        self._cells.clear()
        self._places = None

    def _index(self) -> dict[Hashable, int]:
        if self._places is None:
            self._places = {self._key(row): place for place, row in enumerate(self._rows)}
        return self._places

    # -- rows ------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[T]:
        """The rows held."""
        return self._rows

    @property
    def has_more(self) -> bool:
        """Whether the list goes on beyond the rows held."""
        return self._more

    def count_text(self) -> str:
        """How many there are, as far as is known without counting: "12", "200+"."""
        return f"{len(self._rows)}+" if self._more else str(len(self._rows))

    def row_at(self, place: int) -> T | None:
        """The row at a place from the top, None when there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, identity: Hashable) -> int | None:
        """Where the row with this identity stands, None when it is not held."""
        return self._index().get(identity)

    def update_row(self, identity: Hashable, row: T) -> bool:
        """Change a row in place; False when it is not held."""
        place = self.place_of(identity)
        if place is None:
            return False
        self._rows[place] = row
        self._cells.pop(place, None)
        if self._key(row) != identity:
            self._places = None
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        return True

    def insert_row(self, place: int, row: T) -> None:
        """Put a new row at `place`."""
        place = max(0, min(place, len(self._rows)))
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self._forget()
        self.endInsertRows()

    def remove_row(self, identity: Hashable) -> bool:
        """Take a row away; False when it is not held."""
        place = self.place_of(identity)
        if place is None:
            return False
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self._forget()
        self.endRemoveRows()
        return True

    def retranslate(self, columns: Sequence[Column]) -> None:
        """The same rows under columns of another language."""
        self.columns = tuple(columns)
        self._cells.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    # -- what Qt asks ----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def cell(self, row: int, column: int) -> object:
        """The value a cell paints, made once per row."""
        made = self._cells.get(row)
        if made is None:
            if len(self._cells) > 4 * self._limit:
                self._cells.clear()
            record = self._rows[row]
            made = self._cells[row] = tuple(column_.show(record) for column_ in self.columns)
        return made[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return spoken(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN_RIGHT if self.columns[index.column()].right else ALIGN_LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return ALIGN_RIGHT if self.columns[section].right else ALIGN_LEFT
        return None


class _Header(QHeaderView):
    """Titles in small grey, a hairline below, an arrow at the sorted one."""

    def __init__(self, table: "Table") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setFixedHeight(HEADER)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self._table.rows_model()
        if not rect.isValid() or logicalIndex >= len(model.columns):
            return
        column = model.columns[logicalIndex]
        box = QRectF(rect)
        painter.save()
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), current().colour("line"))
        inner = box.adjusted(PAD, 0, -PAD, -1)
        sorted_here = bool(column.sort) and column.sort == model.sort_name
        if sorted_here:
            arrow = "caret-down" if model.descending else "caret-up"
            wide = min(painting.text_width(column.title, "caption-medium"), inner.width() - 16)
            left = inner.right() - 12 if column.right else inner.left() + wide + 5
            icons.paint(painter, arrow, QRectF(left, inner.center().y() - 6, 12, 12), "text-muted")
            inner = inner.adjusted(0, 0, -16, 0) if column.right else inner
        role = "text" if sorted_here else "text-muted"
        painting.paint_text(painter, inner, column.title, "caption-medium", role, column.right)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, current().colour("line"))
        painter.end()
        super().paintEvent(event)


class Table(QTableView):
    """A list one works with from the keyboard: rows of 46 pixels, one selected.

    Signals:
        opened: ``opened(row)`` on Enter or a double click.
        chosen: ``chosen(row or None)`` when another row is selected.
        sort_asked: ``sort_asked(str, bool)`` when a title with a sort is pressed: its name, descending?
        key_pressed: ``key_pressed(str)`` for a plain letter or figure typed on a row (L for late, ...).
    """

    opened = Signal(object)
    chosen = Signal(object)
    sort_asked = Signal(str, bool)
    key_pressed = Signal(str)

    def __init__(
        self, model: KeysetTableModel[Any], parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._cells = CellDelegate(self)
        self._cells.columns = model.columns
        self._letters: frozenset[str] = frozenset()
        self._keep: Hashable | None = None
        self.setAccessibleName(name or tr("List"))
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(_Header(self))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        rows.setMinimumSectionSize(ROW)
        self.verticalScrollBar().setSingleStep(ROW // 2)
        self.horizontalHeader().sectionClicked.connect(self._title_pressed)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        model.failed.connect(self._look_again)
        model.headerDataChanged.connect(self._columns_changed)

    # -- rows ------------------------------------------------------------------------------------------------

    def rows_model(self) -> KeysetTableModel[Any]:
        """The model, with its own type."""
        return self._rows_model

    def current_row(self) -> Any | None:
        """The selected row, None when none is."""
        return self._rows_model.row_at(self.currentIndex().row())

    def select_place(self, place: int) -> None:
        """Select the row at `place` from the top."""
        if 0 <= place < self._rows_model.rowCount():
            self.setCurrentIndex(self._rows_model.index(place, 0))

    def select(self, identity: Hashable) -> bool:
        """Select the row with this identity; False when it is not held."""
        place = self._rows_model.place_of(identity)
        if place is None:
            return False
        self.select_place(place)
        return True

    def set_letters(self, letters: str) -> None:
        """Which plain keys `key_pressed` reports ("LXT"); upper case."""
        self._letters = frozenset(letters.upper())

    def selectAll(self) -> None:
        """One row is selected at a time: Qt's own way asks the model once for each of a million rows."""

    # -- keys and mouse --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            row = self.current_row()
            if row is not None:
                self.opened.emit(row)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            last = self._rows_model.rowCount() - 1
            self.select_place(0 if key == Qt.Key.Key_Home else last)
        elif plain and event.text().upper() in self._letters and event.text():
            self.key_pressed.emit(event.text().upper())
        elif event.text() and event.text().isprintable() and key != Qt.Key.Key_Space:
            # Letters belong to the view's shortcuts, not to Qt's search by first letter.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows_model.rowCount():
            self.select_place(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._cells.hover:
            self._cells.hover = row
            self.viewport().update()

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self._rows_model.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        # Qt may move the current row without choosing it: where the keys go is always tinted.
        chosen = self.selectionModel()
        if now.isValid() and not chosen.isRowSelected(now.row()):
            flag = QItemSelectionModel.SelectionFlag
            chosen.select(now, flag.ClearAndSelect | flag.Rows)
        self.chosen.emit(self._rows_model.row_at(now.row()))

    def _title_pressed(self, section: int) -> None:
        model = self._rows_model
        wanted = model.columns[section].sort
        if wanted:
            descending = wanted == model.sort_name and not model.descending
            self.sort_asked.emit(wanted, descending)

    # -- staying where one was -------------------------------------------------------------------------------

    def _before_reset(self) -> None:
        row = self.current_row()
        self._keep = None if row is None else self._rows_model._key(row)

    def _after_reset(self) -> None:
        if self._keep is not None and not self.select(self._keep):
            self.chosen.emit(None)
        self._look_again()

    def _look_again(self, *_: object) -> None:
        self.viewport().update()

    def _columns_changed(self, *_: object) -> None:
        self._cells.columns = self._rows_model.columns
        self._share()
        self.viewport().update()

    # -- look ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Fixed columns get their width, the others share the rest."""
        columns = self._rows_model.columns
        room = self.viewport().width() - sum(column.width for column in columns)
        parts = sum(column.stretch for column in columns if not column.width) or 1
        for place, column in enumerate(columns):
            width = column.width or max(80, room * column.stretch // parts)
            self.setColumnWidth(place, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rows_model.loading:
            box = QRectF(self.viewport().rect())
            paint_skeleton(QPainter(self.viewport()), box, max(1, min(8, int(box.height() // ROW))), ROW)
            return
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            rect = self.visualRect(self.currentIndex())
            line = QRectF(0, rect.top(), self.viewport().width(), rect.height() - 1)
            painting.focus_ring(QPainter(self.viewport()), line, 4)


class ListPane(Card):
    """A table on its card.

    Skeleton rows while it loads, an empty state when there is nothing, the keys at its foot, "narrow your
    search" when the list is longer than the desk holds, and the error of a page with Retry.
    """

    def __init__(
        self,
        table: Table,
        *,
        empty: QWidget | None = None,
        keys: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padding=1, spacing=0)
        self.table = table
        self._model = table.rows_model()
        self._empty = empty
        self.banner = Banner(closable=False)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.banner)
        self._warning = holder
        self._warning.hide()
        self.body.addWidget(holder)
        self.body.addWidget(table, 1)
        if empty is not None:
            self.body.addWidget(empty, 1)
            empty.hide()
        self._foot_line = Divider(role="line")
        self._narrow = Label("", "caption", wrap=True)
        self._narrow.setContentsMargins(PAD, 8, PAD, 8)
        self._narrow.hide()
        self.body.addWidget(self._foot_line)
        self.body.addWidget(self._narrow)
        self.keys = KeyFooter(keys)
        self.body.addWidget(self.keys)
        self._foot_line.setVisible(bool(keys))
        self.keys.setVisible(bool(keys))
        self._model.loaded.connect(self._look)
        self._model.failed.connect(self._failed)
        self.banner.acted.connect(self._model.load)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show other keys at the foot."""
        self.keys.set(keys)
        self.keys.setVisible(bool(keys))
        self._foot_line.setVisible(bool(keys))

    def _look(self) -> None:
        self._warning.hide()
        nothing = self._empty is not None and self._model.started and not self._model.rowCount()
        self.table.setVisible(not nothing)
        if self._empty is not None:
            self._empty.setVisible(nothing)
        self._narrow.setText(
            tr("Only the first {n} are shown. Narrow your search to see the rest.", n=self._model.rowCount())
            if self._model.full
            else ""
        )
        self._narrow.setVisible(self._model.full)

    def _failed(self, error: object) -> None:
        from mdi_desk.kernel.errors import DeskError

        known = isinstance(error, DeskError)
        said = error.message if isinstance(error, DeskError) else tr("The list could not be read.")
        self.banner.say(said, "warn" if known else "bad", tr("Try again"))
        self._warning.show()
        if not known and isinstance(error, Exception):
            # A bug of ours is not swallowed: it goes the way of every other one.
            self._model._runner.failed.emit(Failure(error, self._model, self._model.load))
