"""The audit: who changed what and when, newest first, with the values before and after."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import AuditFilter, AuditRow, action_name, resource_name
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.admin.ui.audit_words import (
    detail_words,
    field_words,
    fields_of,
    title_words,
    value_words,
    who_words,
)
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show as shown
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import Column
from mdi_desk.qt.context import Context, Shown
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, Card, EmptyState, Facts, Label, PageHeader, SearchField, Sheet

KINDS = (
    "people.person", "people.address", "people.guardianship", "training.class", "training.course",
    "training.instructor", "training.booking", "training.check_in", "training.attendance_mark",
    "waivers.signature", "sales.customer_order", "sales.payment", "admin.account", "admin.setting",
)  # fmt: skip
DAYS = (1, 7, 31, 0)
CHOSEN = -1


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
        self._search.left_down.connect(self._to_list)
        self._kind = QComboBox()
        self._kind.setObjectName("audit_kind")
        self._kind.setAccessibleName(tr("Kind"))
        self._kind.addItem(tr("Everything"), "")
        for kind in KINDS:
            self._kind.addItem(resource_name(kind), kind)
        self._days = QComboBox()
        self._days.setObjectName("audit_days")
        self._days.setAccessibleName(tr("Since when"))
        for days in (*DAYS, CHOSEN):
            self._days.addItem(_days_words(days), days)
        self._days.setCurrentIndex(DAYS.index(7))
        for box in (self._kind, self._days):
            box.currentIndexChanged.connect(self._changed)
        self._header = PageHeader(tr("Audit"), "", "", [self._search, self._kind, self._days])
        self.page.addWidget(self._header)
        self._span = self._span_form()
        self._model = KeysetTableModel(self._columns(), context.runner, self._fetch(), _key, self, limit=100)
        self._table = Table(self._model, name=tr("Audit"))
        self._table.setObjectName("audit_table")
        self._table.opened.connect(self._open_row)
        self._pane = ListPane(
            self._table,
            empty=EmptyState("clipboard-text", tr("Nothing here"), tr("Choose more days or another kind.")),
            keys=[("Return", tr("values before and after")), ("F5", tr("look again"))],
        )
        self.page.addWidget(self._pane, 1)
        self._actions = ActionSet(self, context.actor, self.actions())
        self._model.loaded.connect(self._loaded)

    def _span_form(self) -> FormWidget:
        """First and last day, shown when neither today nor a span up to today will do."""
        self._span_card = Card(padding=16)
        today = self._context.show.today()
        form = FormWidget(
            FormSpec(
                (FieldSpec("since", "date", tr("First day")), FieldSpec("until", "date", tr("Last day"))),
                check=_check_span,
            ),
            zone=self._context.institute.zone,
        )
        form.load({"since": today - timedelta(days=6), "until": today})
        form.changed.connect(self._changed)
        self._span_card.body.addWidget(form)
        self._span_card.hide()
        self.page.addWidget(self._span_card)
        return form

    def title(self) -> str:
        return tr("Audit")

    def open(self, target: Target | None = None) -> None:
        self.refresh()
        self._to_list()

    def refresh(self) -> None:
        self._model.set_fetch(self._fetch())

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        return (("Return", tr("The values before and after")),)

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        return (ActionSpec("audit_find", tr("Narrow the list"), self._find, None, "Ctrl+F", shown=False),)

    # -- the list --------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        show = self._context.show
        return (
            Column("at", tr("When"), lambda row: _when(row, show), "two_line", width=104),
            Column("who", tr("Who"), lambda row: (who_words(row), row.station or ""), "two_line", stretch=2),
            Column(
                "what",
                tr("What"),
                lambda row: (title_words(row), detail_words(row, show)),
                "two_line",
                stretch=6,
            ),
        )

    def _fetch(self) -> "partial[Page[AuditRow]]":
        return partial(self._page, self._filter)

    def _page(self, only: AuditFilter, after: Cursor | None, limit: int) -> Page[AuditRow]:
        return self._admin.audit(self._context.actor, only, after, limit)

    def _loaded(self) -> None:
        if self._model.has_more:
            said = tr("{count} lines", count=self._model.count_text())
        else:
            said = trn("{n} line", "{n} lines", len(self._model.rows))
        self._header.set_subtitle(f"{said} · {self._days.currentText()}")
        if self._table.current_row() is None:
            self._table.select_place(0)

    def _changed(self, _what: object = None) -> None:
        days = int(self._days.currentData())
        self._span_card.setVisible(days == CHOSEN)
        today = self._context.show.today()
        since: date | None = today - timedelta(days=days - 1) if days > 0 else None
        until: date | None = None
        if days == CHOSEN:
            wrong = self._span.check()
            if wrong:
                self._span.errors(wrong)
                return
            values = self._span.values()
            since, until = _day(values["since"]), _day(values["until"])
        self._filter = AuditFilter(
            text=self._search.text().strip(),
            resource_type=str(self._kind.currentData()),
            since=since,
            until=until,
        )
        self.refresh()

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _to_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_row(self, row: AuditRow) -> None:
        sheet = Sheet(_Values(self._context, row), title=title_words(row), width=700)
        sheet.setObjectName("audit_values")
        sheet.add_button(Button(tr("Close"), "primary", run=sheet.close_sheet))
        sheet.show_over(self._context.window)


class _Values(QWidget):
    """One line in full: who, when, where, why, and each field before and after."""

    def __init__(self, context: Context, row: AuditRow) -> None:
        super().__init__()
        show = context.show
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        facts = [
            (tr("Who"), f"{who_words(row)} · {row.login}"),
            (tr("When"), f"{show.day(row.at)}, {show.time(row.at)}"),
            (tr("What"), action_name(row.action)),
        ]
        facts += [(tr("Station"), row.station)] if row.station else []
        facts += [(tr("Reason"), row.reason)] if row.reason else []
        column.addWidget(Facts(facts, names=180))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 180)
        sides: list[tuple[str, Mapping[str, object]]] = []
        sides += [(tr("Before"), row.old)] if row.old else []
        sides += [(tr("After"), row.new)] if row.new else []
        for place, (words, values) in enumerate((("", {}), *sides)):
            grid.addWidget(Label(words or tr("Field"), "field"), 0, place)
            grid.setColumnStretch(place, 1 if place else 0)
            for line, name in enumerate(fields_of(row), start=1):
                said = value_words(name, values.get(name), values, show) if place else field_words(name)
                label = Label(said, "body" if place else "muted", wrap=True)
                if place:
                    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)


def _when(row: AuditRow, show: Shown) -> tuple[str, str]:
    """The time to the second, and the day below it."""
    here = show.here(row.at)
    return f"{here:%H:%M:%S}", shown.week_day(here)


def _check_span(values: Mapping[str, object]) -> Mapping[str, str]:
    since, until = values["since"], values["until"]
    if isinstance(since, date) and isinstance(until, date) and until < since:
        return {"until": tr("The last day lies before the first.")}
    return {}


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _days_words(days: int) -> str:
    return {
        1: tr("Today"),
        7: tr("Last 7 days"),
        31: tr("Last 31 days"),
        0: tr("All time"),
        CHOSEN: tr("Chosen days"),
    }[days]


def _key(row: AuditRow) -> object:
    return row.id
