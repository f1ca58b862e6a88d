"""Lists by keyset pages: order, limits, superseded searches, keys and paint."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.qt import theme
from mdi_desk.qt.runner import InlineRunner, Runner, TaskRunner
from mdi_desk.qt.tables import AvatarCell, ChipCell, Column, IconCell, KeysetTableModel, ListPane, Table
from mdi_desk.qt.widgets import EmptyState


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    state: str = "Paid"


COLUMNS = (
    Column("person", "Person", lambda row: AvatarCell(row.name, f"no. {row.id}"), "avatar", sort="name"),
    Column("state", "State", lambda row: ChipCell(row.state, "ok"), "chip", width=120),
    Column("mark", "Mark", lambda row: IconCell("check", "yes") if row.id % 2 else None, "icon", width=80),
    Column("lines", "Lines", lambda row: (row.name, "second"), "two_line", width=140),
    Column("code", "Code", lambda row: f"T{row.id:04}", "code", width=90),
    Column("amount", "Amount", lambda row: f"{row.id}.00", "number", width=90, sort="amount"),
)


class Source:
    """A list of `count` rows, read by keyset, that counts its readings."""

    def __init__(self, count: int) -> None:
        self.rows = [Row(number, f"Person {number:05}") for number in range(count)]
        self.asked: list[tuple[Cursor | None, int]] = []
        self.error: Exception | None = None

    def __call__(self, after: Cursor | None, limit: int) -> Page[Row]:
        self.asked.append((after, limit))
        if self.error is not None:
            raise self.error
        start = 0 if after is None else int(str(after[0])) + 1
        rows = tuple(self.rows[start : start + limit])
        more = start + limit < len(self.rows)
        return Page(rows, (rows[-1].id,) if more else None)


def model_of(
    source: Callable[[Cursor | None, int], Page[Row]], runner: Runner | None = None, **more: int
) -> KeysetTableModel[Row]:
    return KeysetTableModel(COLUMNS, runner or InlineRunner(), source, lambda row: row.id, **more)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def shown(window: QWidget, thing: QWidget) -> None:
    column = QVBoxLayout(window)
    column.addWidget(thing)
    thing.show()
    QApplication.processEvents()


def test_pages_follow_each_other_to_the_end(dressed: QApplication, qtmodeltester: ModelTester) -> None:
    source = Source(450)
    model = model_of(source)
    model.load()
    assert (model.rowCount(), model.count_text(), model.has_more) == (200, "200+", True)
    while model.canFetchMore():
        model.fetchMore()
    assert [row.id for row in model.rows] == list(range(450))
    assert source.asked == [(None, 200), ((199,), 200), ((399,), 200)]
    assert (model.count_text(), model.has_more) == ("450", False)
    qtmodeltester.check(model)


def test_no_second_page_is_asked_while_one_is_under_way(runner: TaskRunner, qtbot: QtBot) -> None:
    source = Source(450)
    model = model_of(source, runner)
    model.load()
    assert model.loading
    assert not model.canFetchMore()
    qtbot.waitSignal(model.loaded).wait()
    model.fetchMore()
    model.fetchMore()
    assert not model.canFetchMore()
    qtbot.waitUntil(lambda: model.rowCount() == 400)
    assert len(source.asked) == 2


def test_only_the_last_search_is_shown(runner: TaskRunner, qtbot: QtBot) -> None:
    model = model_of(Source(3), runner)
    for count in (10, 20, 30):
        model.set_fetch(Source(count))
    qtbot.waitUntil(lambda: not model.pending)
    qtbot.waitUntil(lambda: runner.under_way == 0)
    assert model.rowCount() == 30


def test_a_row_that_moved_between_two_pages_is_shown_once(dressed: QApplication) -> None:
    pages = {None: Page((Row(1, "a"), Row(2, "b")), (2,)), (2,): Page((Row(2, "b"), Row(3, "c")), None)}
    model = model_of(lambda after, limit: pages[after])  # type: ignore[index]
    model.load()
    model.fetchMore()
    assert [row.id for row in model.rows] == [1, 2, 3]


def test_too_long_a_list_ends_with_a_word(window: QWidget, qtbot: QtBot) -> None:
    source = Source(100)
    model = model_of(source, limit=20, most=50)
    pane = ListPane(Table(model), empty=None)
    shown(window, pane)
    model.load()
    with qtbot.waitSignal(model.filled):
        while model.canFetchMore():
            model.fetchMore()
    assert (model.rowCount(), model.full) == (50, True)
    assert source.asked[-1] == ((39,), 10)
    assert pane._narrow.isVisible()
    assert "50" in pane._narrow.text()


def test_a_row_changes_comes_and_goes_in_place(dressed: QApplication, qtbot: QtBot) -> None:
    model = model_of(Source(5))
    model.load()
    with qtbot.waitSignal(model.dataChanged) as caught:
        assert model.update_row(3, replace(model.rows[3], state="Due"))
    assert (caught.args[0].row(), caught.args[1].row()) == (3, 3)
    assert model.index(3, 1).data() == "Due"
    assert not model.update_row(99, Row(99, "x"))
    model.insert_row(0, Row(77, "Walk-in"))
    assert (model.place_of(77), model.place_of(3)) == (0, 4)
    assert model.remove_row(77)
    assert not model.remove_row(77)
    assert [row.id for row in model.rows] == [0, 1, 2, 3, 4]
    model.clear()
    assert (model.rowCount(), model.row_at(0)) == (0, None)


def test_cells_speak(dressed: QApplication) -> None:
    model = model_of(Source(2))
    model.load()
    spoken = [model.index(1, column).data() for column in range(len(COLUMNS))]
    assert spoken == ["Person 00001, no. 1", "Paid", "yes", "Person 00001, second", "T0001", "1.00"]
    assert model.index(0, 2).data() == ""
    right = model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight  # type: ignore[operator]


def test_an_error_leaves_the_rows_and_offers_to_try_again(window: QWidget, qtbot: QtBot) -> None:
    source, runner = Source(450), InlineRunner()
    bugs: list[object] = []
    runner.failed.connect(bugs.append)
    model = model_of(source, runner)
    pane = ListPane(Table(model))
    shown(window, pane)
    model.load()
    source.error = Unavailable("The server cannot be reached.")
    model.fetchMore()
    assert model.rowCount() == 200
    assert pane.banner.text() == "The server cannot be reached."
    assert bugs == []
    source.error = None
    pane.banner.acted.emit()
    assert not pane._warning.isVisible()
    source.error = KeyError("ours")
    model.load()
    assert len(bugs) == 1


def test_nothing_found_says_what_to_do(window: QWidget) -> None:
    source = Source(0)
    model = model_of(source)
    empty = EmptyState("users", "Nobody found", "Search by name, phone or e-mail.")
    pane = ListPane(Table(model), empty=empty, keys=[("Return", "open")])
    shown(window, pane)
    assert not empty.isVisible()
    model.load()
    assert empty.isVisible()
    assert not pane.table.isVisible()
    source.rows = [Row(1, "Lena Brandt")]
    model.load()
    assert pane.table.isVisible()
    assert not empty.isVisible()


def test_the_table_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    model = model_of(Source(60))
    table = Table(model, name="Roster")
    table.set_letters("LX")
    shown(window, table)
    model.load()
    chosen: list[Row | None] = []
    opened: list[Row] = []
    letters: list[str] = []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    table.key_pressed.connect(letters.append)
    table.setFocus()
    QApplication.processEvents()
    assert table.current_row() == model.rows[0]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(table, key)
    places = [row.id for row in chosen if row is not None]
    assert places[:4] == [0, 1, 59, 0]
    assert places[4] > 5
    assert places[5] == 0
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [model.rows[0]]
    QTest.keyClicks(table, "lxq")
    assert letters == ["L", "X"]
    assert table.current_row() == model.rows[0]
    table.selectAll()
    assert len(table.selectionModel().selectedRows()) == 1


def test_looking_again_keeps_the_place(window: QWidget) -> None:
    source = Source(10)
    model = model_of(source)
    table = Table(model)
    shown(window, table)
    model.load()
    assert table.select(7)
    source.rows.insert(0, Row(-1, "New"))
    model.load()
    assert table.current_row() == Row(7, "Person 00007")
    source.rows = source.rows[:3]
    chosen: list[object] = []
    table.chosen.connect(chosen.append)
    model.load()
    assert table.current_row() is None
    assert chosen[-1] is None
    assert not table.select(7)


def test_rows_stand_46_high_and_columns_share_the_width(window: QWidget) -> None:
    model = model_of(Source(5))
    table = Table(model)
    shown(window, table)
    model.load()
    assert {table.rowHeight(place) for place in range(5)} == {46}
    widths = [table.columnWidth(place) for place in range(len(COLUMNS))]
    assert widths[1:] == [column.width for column in COLUMNS[1:]]
    assert sum(widths) == table.viewport().width()


def test_titles_ask_for_a_sort(window: QWidget, qtbot: QtBot) -> None:
    model = model_of(Source(5))
    table = Table(model)
    shown(window, table)
    model.load()
    asked: list[tuple[str, bool]] = []

    def sort(name: str, descending: bool) -> None:
        asked.append((name, descending))
        model.sort_name, model.descending = name, descending
        model.load()

    table.sort_asked.connect(sort)
    header = table.horizontalHeader()

    def press(section: int) -> None:
        point = QPoint(header.sectionViewportPosition(section) + 20, 17)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=point)

    for section in (0, 0, 5, 1):
        press(section)
    assert asked == [("name", False), ("name", True), ("amount", False)]


def test_skeleton_rows_while_the_first_page_is_under_way(
    window: QWidget, runner: TaskRunner, qtbot: QtBot
) -> None:
    import threading

    gate = threading.Event()
    source = Source(3)

    def slow(after: Cursor | None, limit: int) -> Page[Row]:
        gate.wait(5)
        return source(after, limit)

    table = Table(model_of(slow, runner))
    shown(window, table)
    blank = table.viewport().grab().toImage()
    table.rows_model().load()
    assert table.rows_model().loading
    assert table.viewport().grab().toImage() != blank
    gate.set()
    qtbot.waitUntil(lambda: table.rows_model().rowCount() == 3)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_cells_are_painted_in_the_colours_worn(window: QWidget, dressed: QApplication, mode: str) -> None:
    theme.apply(dressed, mode)  # type: ignore[arg-type]
    model = model_of(Source(4))
    table = Table(model)
    shown(window, table)
    model.load()
    table.select_place(1)
    image = table.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(180)}
    for role in ("accent-soft", "avatar", "ok-soft", "line-soft"):
        assert theme.current().colour(role).name() in colours, role


def test_letters_and_columns_of_another_language(window: QWidget) -> None:
    model = model_of(Source(2))
    table = Table(model)
    shown(window, table)
    model.load()
    model.retranslate(tuple(replace(column, title=column.title.upper()) for column in COLUMNS))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "PERSON"
    assert table._cells.columns is model.columns


def test_the_row_the_keys_are_on_is_always_the_chosen_one(qtbot: QtBot) -> None:
    """Also where Qt moves the current row by itself: the keys come in, a row goes."""
    table = Table(model_of(Source(5)))
    qtbot.addWidget(table)
    table.show()
    table.rows_model().load()
    qtbot.waitUntil(lambda: table.rows_model().rowCount() == 5)
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(lambda: table.currentIndex().isValid())
    for _ in range(2):
        place = table.currentIndex().row()
        assert table.selectionModel().isRowSelected(place)
        table.rows_model().remove_row(table.rows_model().rows[place].id)
    assert table.selectionModel().isRowSelected(table.currentIndex().row())
