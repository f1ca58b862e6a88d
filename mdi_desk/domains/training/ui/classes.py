"""The classes of a week, day by day: look, narrow, open a roster; managers make, change and cancel."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import ClassRow, Klass
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.class_form import ClassSheet, Offers
from mdi_desk.domains.training.ui.class_panel import ClassPanel, state_of
from mdi_desk.domains.training.ui.week import (
    FillCell,
    Line,
    WeekModel,
    WeekTable,
    by_day,
    line_key,
    of_class,
)
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import ListPane
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, ConfirmSheet, EmptyState, IconButton, PageHeader, SearchField

DAYS = 7
HEARD = frozenset(
    {"training.class", "training.booking", "training.course", "training.instructor", "people.person", "*"}
)


class ClassesView(View):
    """A week of classes."""

    key = "classes"
    help_page = "classes"

    def __init__(self, context: Context, training: TrainingService) -> None:
        super().__init__()
        self._context, self._training = context, training
        self._monday = self._this_week_was = _monday(context.show.today())
        self._typed = ""
        self._stale = True
        self._shown: date | None = None
        self._to_list_next = False
        self._wanted: UUID | None = None
        self._search = SearchField(tr("Find a class"), "Ctrl+F")
        self._search.setObjectName("classes_search")
        self._search.setFixedWidth(224)
        self._search.searched.connect(self._narrow)
        self._search.left_down.connect(self._to_list)
        self._header = PageHeader(tr("Classes"))
        self.page.addWidget(self._header)
        self._model = WeekModel(self._columns(), context.runner, self._fetch(), line_key, self)
        self._table = WeekTable(self._model, name=tr("Classes"))
        self._table.setObjectName("classes_list")
        self._table.opened.connect(self._opened)
        self._table.chosen.connect(self._chosen)
        self._actions = ActionSet(self, context.actor, self.actions())
        self._actions.refused.connect(self._refused)
        self._empty = EmptyState("calendar-blank", tr("No classes this week"))
        self._pane = ListPane(self._table, empty=self._empty, keys=self._keys())
        self._panel = ClassPanel(context, self._actions.buttons("class_cancel", "class_edit", "class_open"))
        self._panel.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._pane, 1)
        row.addWidget(self._panel)
        self.page.addLayout(row, 1)
        self._header.set_actions([self._search, *self._arrows(), *self._actions.buttons("class_new")])
        self._model.loaded.connect(self._loaded)
        self._model.failed.connect(self._failed)

    def _arrows(self) -> list[Button]:
        before = IconButton("caret-left", tr("The week before"), "plain", run=self._week_before)
        before.setObjectName("week_before_button")
        after = IconButton("caret-right", tr("The week after"), "plain", run=self._week_after)
        after.setObjectName("week_after_button")
        (self._this,) = self._actions.buttons("week_this")
        return [before, self._this, after]

    # -- the view ------------------------------------------------------------------------------------------

    def title(self) -> str:
        return tr("Classes")

    def open(self, target: Target | None = None) -> None:
        self._to_list_next = True
        this = _monday(self._context.show.today())
        if self._this_week_was != this:
            # Left open over a weekend: who was looking at the running week goes on doing so.
            if self._monday == self._this_week_was:
                self._monday, self._stale = this, True
            self._this_week_was = this
        if self._stale or not self._model.started:
            self.refresh()
        else:
            self._to_list()

    def refresh(self) -> None:
        self._stale = False
        self._say_week()
        self._model.set_fetch(self._fetch())

    def heard(self, change: Change) -> None:
        if change.entity in HEARD:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        return (("Return", tr("Open the roster")),)

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        """See `View.actions`."""
        manage = access.MANAGE
        return (
            ActionSpec("class_open", tr("Open roster"), self._open_row, icon="users-three", primary=True,
                       shown=False, why_not=self._nothing),
            ActionSpec("class_edit", tr("Edit"), self._edit, manage, "E", "pencil-simple",
                       why_not=self._fixed),
            ActionSpec("class_cancel", tr("Cancel class"), self._cancel, manage, "Del", "prohibit",
                       why_not=self._fixed),
            ActionSpec("week_this", tr("This week"), self._this_week, None, "T", "calendar-blank"),
            ActionSpec("week_before", tr("The week before"), self._week_before, None, "Left", shown=False),
            ActionSpec("week_after", tr("The week after"), self._week_after, None, "Right", shown=False),
            ActionSpec("classes_find", tr("Narrow the list"), self._find, None, "Ctrl+F", shown=False),
            ActionSpec("class_new", tr("New class"), self._new, manage, "Ctrl+N", "plus"),
        )  # fmt: skip

    def _keys(self) -> list[tuple[str, str]]:
        keys = [("Return", tr("roster"))]
        if self._context.actor.may(access.MANAGE):
            keys += [("E", tr("edit")), ("Del", tr("cancel class"))]
        return [*keys, ("Left", tr("week before")), ("Right", tr("week after")), ("T", tr("this week"))]

    # -- the list ------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        here = self._context.show.here

        def times(row: ClassRow) -> object:
            return show.clock(here(row.starts_at)), tr("to {time}", time=show.clock(here(row.ends_at)))

        def course(row: ClassRow) -> object:
            return row.course_name, " · ".join(
                (row.instructor_name or tr("No instructor yet"), row.location_name)
            )

        def booked(row: ClassRow) -> object:
            return FillCell(row.booked, row.capacity)

        def state(row: ClassRow) -> object:
            text, kind, icon = state_of(row, datetime.now(UTC))
            return ChipCell(text, kind, icon)

        return (
            Column("time", tr("Time"), of_class(times), "two_line", width=84),
            Column("course", tr("Course"), of_class(course), "two_line", stretch=1),
            Column("booked", tr("Booked"), of_class(booked), "number", width=126),
            Column("state", tr("State"), of_class(state), "chip", width=206),
        )

    def _fetch(self) -> partial[Page[Line]]:
        # What was asked for travels with the question: the answer of another week is never mixed in.
        return partial(self._page, self._monday, self._typed)

    def _page(self, monday: date, typed: str, after: Cursor | None, limit: int) -> Page[Line]:
        rows = self._training.classes(self._context.actor, monday, DAYS)
        words = fold(typed).split()
        found = tuple(row for row in rows if all(word in _searched(row) for word in words))
        return Page(by_day(found, self._context.show))

    def _loaded(self) -> None:
        self._shown = self._monday
        self._say_week()
        if self._wanted is not None and self._table.select(self._wanted):
            self._wanted = None
        if self._table.current_row() is None:
            self._choose_next()
        self._chosen(self._table.current_row())
        if self._to_list_next:
            self._to_list()

    def _failed(self, _error: object) -> None:
        # What is shown is still the week before: the title does not say otherwise.
        self._monday = self._shown or self._monday
        self._say_week()

    def _choose_next(self) -> None:
        """The class that runs or comes next; in another week the first one."""
        now = datetime.now(UTC)
        places = [(place, row) for place, row in enumerate(self._model.rows) if isinstance(row, ClassRow)]
        coming = (place for place, row in places if row.ends_at > now and row.status == "scheduled")
        if places:
            self._table.show_from(next(coming, places[0][0]))

    def _say_week(self) -> None:
        first, last = self._monday, self._monday + timedelta(days=DAYS - 1)
        week = tr("{first} to {last}", first=show.short_day(first), last=show.date(last))
        rows = [line for line in self._model.rows if isinstance(line, ClassRow)]
        facts = [week]
        if self._shown == self._monday:
            people = sum(row.booked for row in rows if row.status != "cancelled")
            facts += [trn("{n} class", "{n} classes", len(rows)), trn("{n} person", "{n} people", people)]
        self._header.set_subtitle(" · ".join(facts))
        if self._typed:
            self._empty.set(
                tr("Nothing matches this week"), tr("Type fewer letters, or look in another week.")
            )
        elif self._context.actor.may(access.MANAGE):
            self._empty.set(
                tr("No classes this week"), tr("Press Ctrl+N to make one, or look in another week.")
            )
        else:
            self._empty.set(tr("No classes this week"), tr("Look in another week with the arrows."))

    def _narrow(self, text: str) -> None:
        self._typed = text.strip()
        self.refresh()

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _to_list(self) -> None:
        """The list gets the keys; in an empty week the button back to this week."""
        self._to_list_next = False
        target = self._table if not self._table.isHidden() else self._this
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _week_before(self) -> None:
        self._show_week(self._monday - timedelta(days=DAYS))

    def _week_after(self) -> None:
        self._show_week(self._monday + timedelta(days=DAYS))

    def _this_week(self) -> None:
        self._show_week(_monday(self._context.show.today()))

    def _show_week(self, monday: date) -> None:
        self._monday = monday
        self._to_list_next = True
        self.refresh()

    # -- the chosen class ----------------------------------------------------------------------------------

    def _row(self) -> ClassRow | None:
        row = self._table.current_row()
        return row if isinstance(row, ClassRow) else None

    def _chosen(self, _row: object) -> None:
        row = self._row()
        self._panel.setVisible(row is not None)
        if row is not None:
            self._panel.show_class(row)
        self._actions.refresh()

    def _opened(self, _row: object) -> None:
        self._actions.run("class_open")

    def _open_row(self) -> None:
        if (row := self._row()) is not None:
            self.go.emit(Target("class", row.id))

    def _refused(self, why: str) -> None:
        self.say.emit(why, "warn")

    def _nothing(self) -> str | None:
        return None if self._row() is not None else tr("Choose a class first.")

    def _fixed(self) -> str | None:
        row = self._row()
        if row is None:
            return tr("Choose a class first.")
        if row.status == "cancelled":
            return tr("This class is cancelled; that stays so.")
        return tr("This class is over.") if row.status == "completed" else None

    # -- making, changing, cancelling ----------------------------------------------------------------------

    def _new(self) -> None:
        row = self._row()
        today = self._context.show.today()
        day = self._context.show.here(row.starts_at).date() if row is not None else self._monday
        self._ask_offers(partial(self._form, None, max(day, today)))

    def _edit(self) -> None:
        if (row := self._row()) is not None:
            self._context.runner.ask(
                partial(self._training.class_, self._context.actor, row.id),
                owner=self,
                then=self._read,
                key="form",
            )

    def _read(self, klass: Klass) -> None:
        self._ask_offers(partial(self._form, klass, self._context.show.here(klass.starts_at).date()))

    def _ask_offers(self, then: "partial[None]") -> None:
        self._context.runner.ask(
            partial(Offers.read, self._training, self._context.actor), owner=self, then=then, key="form"
        )

    def _form(self, klass: Klass | None, day: date, offers: Offers) -> None:
        sheet = ClassSheet(self._context, self._training, offers, klass, day)
        sheet.saved.connect(self._saved)
        sheet.show_over(self._context.window)

    def _saved(self, klass: Klass) -> None:
        starts = self._context.show.here(klass.starts_at)
        said = tr(
            "{course} on {day} at {time} is saved.",
            course=klass.course_name,
            day=show.week_day(starts),
            time=show.clock(starts),
        )
        self._context.toasts.say(said, "ok")
        self._wanted = klass.id
        self._show_week(_monday(starts.date()))

    def _cancel(self) -> None:
        row = self._row()
        if row is None:
            return
        op, starts = uuid7(), self._context.show.here(row.starts_at)
        sheet = ConfirmSheet(
            tr("Cancel {course} on {day}?", course=row.course_name, day=show.week_day(starts)),
            _loss(row),
            tr("Cancel class"),
            danger=True,
            reason_required=True,
            cancel=tr("Keep class"),
        )
        sheet.setObjectName("cancel_class")

        def confirmed(reason: str) -> None:
            self._context.runner.tell(
                lambda: self._training.cancel_class(self._context.actor, row.id, reason, op=op),
                owner=self,
                then=self._cancelled,
            )

        sheet.confirmed.connect(confirmed)
        sheet.show_over(self._context.window)

    def _cancelled(self, changed: Changed[Klass]) -> None:
        said = tr("{course} is cancelled. Tell the people who are booked.", course=changed.record.course_name)
        if not changed.record.booked:
            said = tr("{course} is cancelled.", course=changed.record.course_name)
        self._context.toasts.say(said, "ok")


def _loss(row: ClassRow) -> str:
    for_good = tr("This cannot be undone.")
    if not row.booked:
        return tr("Nobody is booked.") + " " + for_good
    kept = trn(
        "{n} person is booked. The booking stays on record, but nobody can be checked in any more; the desk "
        "sends no message and gives no money back by itself.",
        "{n} people are booked. Their bookings stay on record, but nobody can be checked in any more; the "
        "desk sends no message and gives no money back by itself.",
        row.booked,
    )
    return f"{kept} {for_good}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _searched(row: ClassRow) -> str:
    return fold(f"{row.course_name} {row.instructor_name or ''} {row.location_name}")
