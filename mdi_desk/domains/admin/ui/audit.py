"""The audit: who changed what and when, newest first, with the values before and after."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import AuditFilter, AuditRow, action_name, resource_name
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.cells import Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import EmptyState, Facts, Label, PageHeader, Scroll, SearchField, Sheet

KINDS = (
    "people.person", "people.address", "people.guardianship", "training.class", "training.course",
    "training.instructor", "training.booking", "training.check_in", "training.attendance_mark",
    "waivers.signature", "sales.customer_order", "sales.payment", "admin.account", "admin.setting",
)  # fmt: skip
DAYS = (1, 7, 31, 0)


class AuditView(View):
    """The list, narrowed by words, kind and days."""

    key = "audit"
    help_page = "audit"

    def __init__(self, context: Context, admin: AdminService) -> None:
        super().__init__()
        self._context, self._admin = context, admin
        self._filter = AuditFilter(since=context.show.today() - timedelta(days=6))
        self._search = SearchField(tr("Person or reason"), "Ctrl+F")
        self._search.setObjectName("audit_search")
        self._search.setFixedWidth(220)
        self._search.searched.connect(self._changed)
        self._kind = QComboBox()
        self._kind.setAccessibleName(tr("Kind"))
        self._kind.addItem(tr("Everything"), "")
        for kind in KINDS:
            self._kind.addItem(resource_name(kind), kind)
        self._days = QComboBox()
        self._days.setAccessibleName(tr("Since when"))
        for days in DAYS:
            self._days.addItem(_days_words(days), days)
        self._days.setCurrentIndex(1)
        for box in (self._kind, self._days):
            box.currentIndexChanged.connect(self._changed)
        text = tr("Written by the database itself. Nobody can change or delete a line.")
        self._header = PageHeader(tr("Audit"), "", text, [self._search, self._kind, self._days])
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(self._columns(), context.runner, self._page, _key, self, limit=100)
        self._table = Table(self._model, name=tr("Audit"))
        self._table.setObjectName("audit_table")
        self._table.opened.connect(self._open_row)
        self._pane = ListPane(
            self._table,
            empty=EmptyState("clipboard-text", tr("Nothing here"), tr("Choose more days or another kind.")),
            keys=[("Return", tr("values before and after"))],
        )
        self.page.addWidget(self._pane, 1)

    def title(self) -> str:
        return tr("Audit")

    def open(self, target: Target | None = None) -> None:
        self.refresh()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._model.load()

    def _columns(self) -> tuple[Column, ...]:
        show = self._context.show
        return (
            Column("at", tr("When"), lambda row: show.moment(row.at), "number", align="left", width=130),
            Column("who", tr("Who"), lambda row: row.who or row.login, "medium", stretch=2),
            Column("action", tr("What"), lambda row: action_name(row.action), "text", width=100),
            Column("kind", tr("Of what"), lambda row: resource_name(row.resource_type), "text", stretch=1),
            Column("fields", tr("Fields"), _fields, "muted", stretch=3),
            Column("station", tr("Station"), lambda row: row.station or "–", "muted", stretch=1),
            Column("reason", tr("Reason"), lambda row: row.reason or "–", "text", stretch=2),
        )  # fmt: skip

    def _page(self, after: Cursor | None, limit: int) -> Page[AuditRow]:
        return self._admin.audit(self._context.actor, self._filter, after, limit)

    def _changed(self, _what: object = None) -> None:
        days = int(self._days.currentData())
        since = self._context.show.today() - timedelta(days=days - 1) if days else None
        self._filter = AuditFilter(
            text=self._search.text().strip(), resource_type=str(self._kind.currentData()), since=since
        )
        self.refresh()

    def _open_row(self, row: AuditRow) -> None:
        Sheet.open_over(
            self._context.window, _Values(self._context, row), resource_name(row.resource_type), width=680
        )


class _Values(QWidget):
    """One line in full: who, when, where, why, and each field before and after."""

    def __init__(self, context: Context, row: AuditRow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        facts = [
            (tr("Who"), f"{row.who} · {row.login}" if row.who else row.login),
            (tr("When"), f"{context.show.day(row.at)}, {context.show.time(row.at)}"),
            (tr("What"), action_name(row.action)),
        ]
        facts += [(tr("Station"), row.station)] if row.station else []
        facts += [(tr("Reason"), row.reason)] if row.reason else []
        column.addWidget(Facts(facts))
        scroll = Scroll()
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        for place, words in enumerate((tr("Field"), tr("Before"), tr("After"))):
            grid.addWidget(Label(words, "field"), 0, place)
            grid.setColumnStretch(place, 2 if place else 1)
        for line, name in enumerate(sorted({*row.old, *row.new}), start=1):
            grid.addWidget(Label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(_plain(row.old.get(name)), wrap=True), line, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(_plain(row.new.get(name)), wrap=True), line, 2, Qt.AlignmentFlag.AlignTop)
        scroll.body.addLayout(grid)
        scroll.body.addStretch(1)
        scroll.setMinimumHeight(min(360, 40 + 28 * len({*row.old, *row.new})))
        column.addWidget(scroll, 1)


def _fields(row: AuditRow) -> str:
    return ", ".join(sorted({*row.old, *row.new}))


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return str(value)


def _days_words(days: int) -> str:
    return {1: tr("Today"), 7: tr("Last 7 days"), 31: tr("Last 31 days"), 0: tr("All time")}[days]


def _key(row: AuditRow) -> object:
    return row.id
