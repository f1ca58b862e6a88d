"""The form of a course: every field of the catalogue. The gate reads its ages and its waiver."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Course, CourseEdit, categories, skill_levels
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.waivers.records import Template
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Refused
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet

SLUG = re.compile(r"[a-z0-9]+")
KEPT = frozenset({"id", "version"})
NAMES = tuple(field.name for field in fields(CourseEdit) if field.name not in KEPT)


def slug_of(name: str) -> str:
    """A short name for addresses, from a course's name."""
    return "-".join(SLUG.findall(fold(name)))


class CourseSheet(FormSheet):
    """A new course (`course` None) or a changed one; `templates` None for those who may not read waivers.

    Signal: ``saved(Course)``.
    """

    def __init__(
        self,
        context: Context,
        training: TrainingService,
        templates: tuple[Template, ...] | None,
        course: Course | None,
    ) -> None:
        currency = context.institute.currency if course is None else course.currency
        super().__init__(
            context,
            _spec(templates, course, currency),
            title=tr("New course") if course is None else course.name,
            save=tr("Make course") if course is None else tr("Save course"),
            name="course_save",
            width=760,
        )
        self.setObjectName("course_form")
        self._training = training
        self._currency = currency
        edit = CourseEdit.of(course) if course is not None else CourseEdit(uuid7(), "", "", "")
        self._id, self._version = edit.id, edit.version
        self._slug = edit.slug
        values: dict[str, object] = {field.name: getattr(edit, field.name) for field in self.form.spec.fields}
        if course is None:
            values |= {"category": None, "price_minor": None, "currency": currency}
        self.begin(values)
        if course is not None:
            self.show_dates(course.created_at, course.updated_at)
        if not context.actor.may(access.MANAGE):
            self.set_read_only()
        elif course is None:
            self.form.changed.connect(self._follow)

    def _follow(self) -> None:
        """A new course's short name follows its name until somebody types one."""
        name, slug = (str(self.form.editor(one).value()) for one in ("name", "slug"))
        if slug == self._slug and slug_of(name) != slug:
            self._slug = slug_of(name)
            self.form.set_value("slug", self._slug)

    def values_of(self, record: Course) -> Mapping[str, object]:
        edit = CourseEdit.of(record)
        return {name: getattr(edit, name) for name in NAMES}

    def take(self, record: Course) -> None:
        self._version = record.version

    def edit_for(self, values: Mapping[str, Any]) -> CourseEdit:
        order = values["sort_order"] or 0
        return CourseEdit(id=self._id, version=self._version, **{**values, "sort_order": order})

    def call_for(self, edit: CourseEdit, op: UUID) -> Callable[[], Changed[Course]]:
        return lambda: self._training.save_course(self.context.actor, edit, op=op)

    def refusal(self, error: Refused) -> Mapping[str, str]:
        return {"slug": error.message} if error.code == "slug_taken" else {}


def _spec(templates: tuple[Template, ...] | None, course: Course | None, currency: str) -> FormSpec:
    waiver = course.waiver_template_id if course is not None else None
    waivers = tuple((one.id, one.name) for one in templates or () if one.is_active or one.id == waiver)
    levels = tuple((value, label) for value, label in skill_levels() if value is not None)
    what, money, gate = tr("What it is"), tr("Price and length"), tr("Who may take part")
    gear, shown = tr("Equipment"), tr("In the catalogue")
    known = () if templates is None else (
        FieldSpec("waiver_template_id", "choice", tr("Waiver"), choices=waivers, section=gate,
                  hint=tr("– when none has to be signed.")),
    )  # fmt: skip
    return FormSpec(
        (
            FieldSpec("name", "text", tr("Name"), required=True, wide=True, section=what),
            FieldSpec("slug", "text", tr("Short name"), required=True, section=what,
                      hint=tr("Small letters, digits and hyphens; for web addresses.")),
            FieldSpec("category", "choice", tr("Category"), required=True, choices=categories(),
                      section=what),
            FieldSpec("short_desc", "text", tr("In one sentence"), wide=True, section=what),
            FieldSpec("description", "long_text", tr("Description"), wide=True, section=what),
            FieldSpec("price_minor", "money", tr("Price"), required=True, section=money),
            FieldSpec("member_price_minor", "money", tr("Price for members"), section=money),
            FieldSpec("duration_hours", "integer", tr("Hours"), required=True, section=money),
            FieldSpec("max_capacity", "integer", tr("Seats"), required=True, section=money,
                      hint=tr("For new classes of this course.")),
            FieldSpec("currency", "text", tr("Currency"), read_only=True, section=money),
            FieldSpec("min_age", "integer", tr("Minimum age"), required=True, section=gate),
            FieldSpec("guardian_min_age", "integer", tr("With a guardian from age"), section=gate,
                      hint=tr("Empty: not even with a guardian.")),
            *known,
            FieldSpec("skill_level", "choice", tr("Level"), choices=levels, section=gate,
                      hint=tr("– for any level.")),
            FieldSpec("prerequisites", "words", tr("Needed beforehand"), wide=True, section=gate,
                      hint=tr("With commas between.")),
            FieldSpec("gear_required", "words", tr("To bring along"), section=gear,
                      hint=tr("With commas between.")),
            FieldSpec("gear_provided", "words", tr("Provided here"), section=gear,
                      hint=tr("With commas between.")),
            FieldSpec("ammo_count", "integer", tr("Rounds of ammunition"), section=gear),
            FieldSpec("is_active", "yes_no", tr("Offered at present"), section=shown),
            FieldSpec("is_featured", "yes_no", tr("Featured: shown first on the website"), section=shown),
            FieldSpec("sort_order", "integer", tr("Place in the list"), section=shown,
                      hint=tr("Lower numbers come first.")),
            FieldSpec("image_url", "text", tr("Picture (web address)"), section=shown),
            FieldSpec("thumbnail_url", "text", tr("Small picture (web address)"), section=shown),
        ),
        currency=currency,
    )  # fmt: skip
