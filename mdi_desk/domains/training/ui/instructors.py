"""Who teaches: a list, and the form of each."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Instructor
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.instructor_form import InstructorSheet
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import AvatarCell, ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import EmptyState, PageHeader, SearchField

HEARD = frozenset({"training.instructor", "people.person", "*"})


class InstructorsView(View):
    """All instructors, also those who do not teach at present."""

    key = "instructors"
    help_page = "instructors"

    def __init__(self, context: Context, training: TrainingService, people: PeopleService) -> None:
        super().__init__()
        self._context, self._training, self._people = context, training, people
        self._typed = ""
        self._stale = True
        self._wanted: UUID | None = None
        self._search = SearchField(tr("Find an instructor"), "Ctrl+F")
        self._search.setObjectName("instructors_search")
        self._search.setFixedWidth(240)
        self._search.searched.connect(self._narrow)
        self._search.left_down.connect(self._to_list)
        self._header = PageHeader(tr("Instructors"))
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(_columns(), context.runner, self._fetch(), _key, self)
        self._table = Table(self._model, name=tr("Instructors"))
        self._table.setObjectName("instructors_list")
        self._table.opened.connect(self._opened)
        self._empty = EmptyState("chalkboard-teacher", tr("Nobody matches"), tr("Type fewer letters."))
        may = context.actor.may(access.MANAGE)
        self._pane = ListPane(
            self._table, empty=self._empty, keys=[("Return", tr("edit") if may else tr("look"))]
        )
        self.page.addWidget(self._pane, 1)
        self._actions = ActionSet(self, context.actor, self.actions())
        self._header.set_actions([self._search, *self._actions.buttons("instructor_new")])
        self._model.loaded.connect(self._loaded)

    def title(self) -> str:
        return tr("Instructors")

    def open(self, target: Target | None = None) -> None:
        if self._stale or not self._model.started:
            self.refresh()
        self._to_list()

    def refresh(self) -> None:
        self._stale = False
        self._model.set_fetch(self._fetch())

    def heard(self, change: Change) -> None:
        if change.entity in HEARD:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        return (("Return", tr("Open the instructor")),)

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        return (
            ActionSpec("instructors_find", tr("Find an instructor"), self._find, None, "Ctrl+F", shown=False),
            ActionSpec(
                "instructor_new",
                tr("New instructor"),
                self._new,
                access.MANAGE,
                "Ctrl+N",
                "plus",
                primary=True,
            ),
        )

    # -- the list --------------------------------------------------------------------------------------------

    def _fetch(self) -> "partial[Page[Instructor]]":
        return partial(self._page, self._typed)

    def _page(self, typed: str, after: Cursor | None, limit: int) -> Page[Instructor]:
        words = fold(typed).split()
        rows = self._training.instructors(self._context.actor, everything=True)
        return Page(tuple(row for row in rows if all(word in _searched(row) for word in words)))

    def _choose(self) -> None:
        """Put the mark on what was just saved, as soon as the list has it."""
        if self._wanted is not None and self._table.select(self._wanted):
            self._wanted = None

    def _loaded(self) -> None:
        rows = self._model.rows
        active = sum(row.is_active for row in rows)
        self._header.set_subtitle(
            trn("{n} instructor", "{n} instructors", len(rows))
            + " · "
            + tr("{n} teaching at present", n=active)
        )
        if not self._typed:
            self._empty.set(tr("No instructors yet"), tr("Press Ctrl+N to make a person an instructor."))
        else:
            self._empty.set(tr("Nobody matches"), tr("Type fewer letters."))
        self._choose()
        if self._table.current_row() is None:
            self._table.select_place(0)

    def _narrow(self, text: str) -> None:
        self._typed = text.strip()
        self.refresh()

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _to_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the form --------------------------------------------------------------------------------------------

    def _new(self) -> None:
        self._read(None)

    def _opened(self, row: Instructor) -> None:
        self._read(row.id)

    def _read(self, instructor_id: UUID | None) -> None:
        actor = self._context.actor
        self._context.runner.ask(
            lambda: self._training.instructors(actor, everything=True),
            owner=self,
            then=partial(self._form, instructor_id),
            key="form",
        )

    def _form(self, instructor_id: UUID | None, everybody: tuple[Instructor, ...]) -> None:
        chosen = next((one for one in everybody if one.id == instructor_id), None)
        if chosen is None and instructor_id is not None:
            self.refresh()
            return
        teaching = frozenset(one.person_id for one in everybody)
        sheet = InstructorSheet(self._context, self._training, self._people, chosen, teaching)
        sheet.saved.connect(self._saved)
        sheet.show_over(self._context.window)

    def _saved(self, instructor: Instructor) -> None:
        self._context.toasts.say(tr("{name} is saved.", name=instructor.name), "ok")
        self._wanted = instructor.id
        self._choose()


def _columns() -> tuple[Column, ...]:
    def state(row: Instructor) -> object:
        return ChipCell(tr("Teaches"), "ok") if row.is_active else ChipCell(tr("Not at present"), "neutral")

    def who(row: Instructor) -> object:
        number = tr("no. {n}", n=row.no)
        return AvatarCell(row.name, f"{row.title} · {number}" if row.title else number)

    return (
        Column("name", tr("Instructor"), who, "avatar", stretch=4),
        Column(
            "able", tr("Specialties"), lambda row: _first_and_rest(row.specialties), "two_line", stretch=3
        ),
        Column(
            "proof", tr("Credentials"), lambda row: _first_and_rest(row.credentials), "two_line", stretch=4
        ),
        Column("state", tr("State"), state, "chip", width=134),
    )


def _first_and_rest(words: Sequence[str]) -> tuple[str, str]:
    """The first alone, the others below it: one long line would be cut."""
    return (words[0] if words else "–"), ", ".join(words[1:])


def _key(row: Instructor) -> object:
    return row.id


def _searched(row: Instructor) -> str:
    return fold(f"{row.name} {row.title or ''} {' '.join(row.credentials)} {' '.join(row.specialties)}")
