"""The catalogue of courses: a list, and the form of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from mdi_desk.domains.people.records import label_of
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Course, categories, skill_levels
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.course_form import CourseSheet
from mdi_desk.domains.waivers import access as waivers_access
from mdi_desk.domains.waivers.records import Template
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import EmptyState, PageHeader, SearchField

HEARD = frozenset({"training.course", "waivers.template", "*"})


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course, and the name of the waiver it asks for."""

    course: Course
    waiver: str


class CoursesView(View):
    """All courses, also those that are not offered at present; those who don't manage them look only."""

    key = "courses"
    help_page = "courses"

    def __init__(self, context: Context, training: TrainingService, waivers: WaiverService) -> None:
        super().__init__()
        self._context, self._training, self._waivers = context, training, waivers
        self._typed = ""
        self._stale = True
        self._wanted: UUID | None = None
        self._search = SearchField(tr("Find a course"), "Ctrl+F")
        self._search.setObjectName("courses_search")
        self._search.setFixedWidth(240)
        self._search.searched.connect(self._narrow)
        self._search.left_down.connect(self._to_list)
        self._header = PageHeader(tr("Courses"))
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(_columns(), context.runner, self._fetch(), _key, self)
        self._table = Table(self._model, name=tr("Courses"))
        self._table.setObjectName("courses_list")
        self._table.opened.connect(self._opened)
        self._empty = EmptyState("books", tr("No course matches"), tr("Type fewer letters."))
        may = context.actor.may(access.MANAGE)
        self._pane = ListPane(
            self._table, empty=self._empty, keys=[("Return", tr("edit") if may else tr("look"))]
        )
        self.page.addWidget(self._pane, 1)
        self._actions = ActionSet(self, context.actor, self.actions())
        self._header.set_actions([self._search, *self._actions.buttons("course_new")])
        self._model.loaded.connect(self._loaded)

    def title(self) -> str:
        return tr("Courses")

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
        return (("Return", tr("Open the course")),)

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        return (
            ActionSpec("courses_find", tr("Find a course"), self._find, None, "Ctrl+F", shown=False),
            ActionSpec(
                "course_new", tr("New course"), self._new, access.MANAGE, "Ctrl+N", "plus", primary=True
            ),
        )

    # -- the list --------------------------------------------------------------------------------------------

    def _fetch(self) -> "partial[Page[CourseLine]]":
        return partial(self._page, self._typed)

    def _page(self, typed: str, after: Cursor | None, limit: int) -> Page[CourseLine]:
        actor, words = self._context.actor, fold(typed).split()
        names = {one.id: one.name for one in self._waiver_templates() or ()}
        return Page(
            tuple(
                CourseLine(
                    course,
                    names.get(course.waiver_template_id, tr("A waiver")) if course.waiver_template_id else "",
                )
                for course in self._training.courses(actor, everything=True)
                if all(word in _searched(course) for word in words)
            )
        )

    def _waiver_templates(self) -> tuple[Template, ...] | None:
        """The waivers there are; None for those who may not read them."""
        actor = self._context.actor
        return self._waivers.templates(actor) if actor.may(waivers_access.READ) else None

    def _choose(self) -> None:
        """Put the mark on what was just saved, as soon as the list has it."""
        if self._wanted is not None and self._table.select(self._wanted):
            self._wanted = None

    def _loaded(self) -> None:
        rows = self._model.rows
        offered = sum(line.course.is_active for line in rows)
        self._header.set_subtitle(
            trn("{n} course", "{n} courses", len(rows)) + " · " + tr("{n} offered", n=offered)
        )
        if not self._typed:
            self._empty.set(tr("No courses yet"), tr("Press Ctrl+N to make the first one."))
        else:
            self._empty.set(tr("No course matches"), tr("Type fewer letters."))
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
        self._context.runner.ask(
            self._waiver_templates, owner=self, then=partial(self._form, None), key="form"
        )

    def _opened(self, line: CourseLine) -> None:
        actor, course_id = self._context.actor, line.course.id
        self._context.runner.ask(
            lambda: (self._training.course(actor, course_id), self._waiver_templates()),
            owner=self,
            then=lambda read: self._form(*read),
            key="form",
        )

    def _form(self, course: Course | None, templates: tuple[Template, ...] | None) -> None:
        sheet = CourseSheet(self._context, self._training, templates, course)
        sheet.saved.connect(self._saved)
        sheet.show_over(self._context.window)

    def _saved(self, course: Course) -> None:
        self._context.toasts.say(tr("{course} is saved.", course=course.name), "ok")
        self._wanted = course.id
        self._choose()


def _columns() -> tuple[Column, ...]:
    def name(line: CourseLine) -> object:
        course = line.course
        words = [label_of(categories(), course.category)]
        words += [label_of(skill_levels(), course.skill_level)] if course.skill_level else []
        words += [tr("Featured")] if course.is_featured else []
        return course.name, " · ".join(words)

    def price(line: CourseLine) -> str:
        course = line.course
        return show.money(course.price_minor, course.currency) if course.price_minor else tr("Free")

    def gate(line: CourseLine) -> object:
        least, guarded = line.course.min_age, line.course.guardian_min_age
        ages = tr("From age {n}", n=least) if least else tr("Any age")
        if guarded is not None:
            ages = tr("From age {n}, with a guardian from {m}", n=least, m=guarded)
        return ages, line.waiver or tr("No waiver")

    def state(line: CourseLine) -> object:
        if not line.course.is_active:
            return ChipCell(tr("Not offered"), "neutral")
        return ChipCell(tr("Offered"), "ok", "star" if line.course.is_featured else "")

    return (
        Column("name", tr("Course"), name, "two_line", stretch=1),
        Column("gate", tr("Who may take part"), gate, "two_line", stretch=1),
        Column("hours", tr("Hours"), lambda line: str(line.course.duration_hours), "number", width=66),
        Column("seats", tr("Seats"), lambda line: str(line.course.max_capacity), "number", width=66),
        Column("price", tr("Price"), price, "number", width=110),
        Column("state", tr("State"), state, "chip", width=130),
    )


def _key(line: CourseLine) -> object:
    return line.course.id


def _searched(course: Course) -> str:
    return fold(f"{course.name} {course.slug} {label_of(categories(), course.category)}")
