"""What happened to a card: every change, by whom and why, the newest first."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import FieldChange, HistoryLine, change_words, value_words
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.words import tr
from mdi_desk.qt.cells import Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.widgets import EmptyState, Facts, Label, Sheet


class HistoryPane(QWidget):
    """The history of one person, a page at a time; Enter opens a line in full."""

    def __init__(self, context: Context, people: PeopleService) -> None:
        super().__init__()
        self._context, self._people = context, people
        self._person: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.model = KeysetTableModel(self._columns(), context.runner, self._page, _key, self, limit=50)
        self.table = Table(self.model, name=tr("History"))
        self.table.setObjectName("history_table")
        self.table.opened.connect(self._open)
        empty = EmptyState("clock-counter-clockwise", tr("Nothing happened yet"))
        keys = [("Return", tr("before and after"))]
        column.addWidget(ListPane(self.table, empty=empty, keys=keys))

    def show_person(self, person_id: UUID) -> None:
        """Ask for the history of this person."""
        if self._person != person_id:
            self.model.clear()
        self._person = person_id
        self.model.load()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("at", tr("When"), self._when, "two_line", width=120),
            Column("what", tr("What"), lambda line: (line.title, self._changes(line)), "two_line", stretch=3),
            Column("who", tr("Who"), lambda line: (line.who, line.station or ""), "two_line", width=170),
        )  # fmt: skip

    def _when(self, line: HistoryLine) -> tuple[str, str]:
        return self._context.show.day(line.at), self._context.show.time(line.at)

    def _changes(self, line: HistoryLine) -> str:
        said = "; ".join(change_words(change, self._context.show) for change in _seen(line))
        return " · ".join(part for part in (said, line.reason) if part)

    def _page(self, after: Cursor | None, limit: int) -> Page[HistoryLine]:
        if self._person is None:
            return Page(())
        return self._people.history(self._context.actor, self._person, after, limit)

    def _open(self, line: HistoryLine) -> None:
        show = self._context.show
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        facts = [(tr("Who"), line.who), (tr("When"), f"{show.day(line.at)}, {show.time(line.at)}")]
        facts += [(tr("Station"), line.station)] if line.station else []
        facts += [(tr("Reason"), line.reason)] if line.reason else []
        column.addWidget(Facts(facts))
        changes = _seen(line)
        if changes:
            grid = QGridLayout()
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(8)
            for place, words in enumerate((tr("Field"), tr("Before"), tr("After"))):
                grid.addWidget(Label(words, "field"), 0, place)
                grid.setColumnStretch(place, 2 if place else 1)
            for row, change in enumerate(changes, start=1):
                grid.addWidget(Label(change.label, "muted", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
                for place, value in ((1, change.old), (2, change.new)):
                    words = value_words(change.field, value, show)
                    grid.addWidget(Label(words, wrap=True), row, place, Qt.AlignmentFlag.AlignTop)
            column.addLayout(grid)
        Sheet.open_over(self._context.window, page, line.title, width=600)


def _seen(line: HistoryLine) -> tuple[FieldChange, ...]:
    """The changes that people know by a name; bare ids and the like are left to the audit."""
    return tuple(change for change in line.changes if change.label != change.field)


def _key(line: HistoryLine) -> object:
    return line.id
