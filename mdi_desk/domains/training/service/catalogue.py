"""Courses, classes, instructors and places: what managers keep, by functions, because the gate reads it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select

from mdi_desk.db.session import DeskSession
from mdi_desk.domains.people.service import Answer, Effects, waiting_words
from mdi_desk.domains.training import access, queries
from mdi_desk.domains.training.records import (
    ClassEdit,
    Course,
    CourseEdit,
    Instructor,
    InstructorEdit,
    Klass,
    Place,
    categories,
    skill_levels,
)
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import Clock
from mdi_desk.kernel.errors import Conflict, Invalid, NotFound, Unavailable
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr

T = TypeVar("T")
CLASS = "training.class"
COURSE = "training.course"
INSTRUCTOR = "training.instructor"


class Catalogue:
    """The part of `TrainingService` that keeps the catalogue."""

    def __init__(self, work: DeskSession, sender: Sender, clock: Clock, *, zone: ZoneInfo) -> None:
        self._work = work
        self._effects = Effects(work, sender)
        self._clock = clock
        self._zone = zone

    # -- courses ----------------------------------------------------------------------------------------

    @needs(access.TODAY)
    def courses(self, actor: Actor, everything: bool = False) -> tuple[Course, ...]:
        """The catalogue in its order; `everything`: with courses that are no longer held."""
        with self._work.reading() as unit:
            return tuple(map(queries.course_record, unit.execute(queries.courses(everything))))

    @needs(access.TODAY)
    def course(self, actor: Actor, course_id: UUID) -> Course:
        """One course. Raises `NotFound`."""
        return self._one(queries.course(course_id), queries.course_record)

    @needs(access.MANAGE)
    def save_course(self, actor: Actor, edit: CourseEdit, *, op: UUID | None = None) -> Changed[Course]:
        """A new (version 0) or changed course; its rules count for the next check-in.

        Raises `Invalid` (fields), `Refused` slug_taken, `Conflict` whose `theirs` is the `Course`.
        """
        _check(_wrong_course(edit))
        args: dict[str, object] = {
            "id": str(edit.id),
            "version": edit.version,
            "slug": edit.slug.strip(),
            "name": " ".join(edit.name.split()),
            "category": edit.category,
            "description": edit.description.strip() or None,
            "short_desc": edit.short_desc.strip() or None,
            "price_minor": edit.price_minor,
            "member_price_minor": edit.member_price_minor,
            "currency": edit.currency,
            "duration_hours": edit.duration_hours,
            "max_capacity": edit.max_capacity,
            "min_age": edit.min_age,
            "guardian_min_age": edit.guardian_min_age,
            "skill_level": edit.skill_level,
            "prerequisites": list(edit.prerequisites),
            "gear_required": list(edit.gear_required),
            "gear_provided": list(edit.gear_provided),
            "ammo_count": edit.ammo_count,
            "image_url": edit.image_url.strip() or None,
            "thumbnail_url": edit.thumbnail_url.strip() or None,
            "waiver_template_id": str(edit.waiver_template_id) if edit.waiver_template_id else None,
            "is_active": edit.is_active,
            "is_featured": edit.is_featured,
            "sort_order": edit.sort_order,
        }
        one = queries.course(edit.id)
        return self._saved(
            actor, "training.save_course", COURSE, edit.id, args, op, one, queries.course_record
        )

    # -- instructors and places -------------------------------------------------------------------------

    @needs(access.BOOKINGS_READ)
    def instructors(self, actor: Actor, everything: bool = False) -> tuple[Instructor, ...]:
        """Who teaches, by name; `everything`: with those who no longer do."""
        with self._work.reading() as unit:
            return tuple(map(queries.instructor_record, unit.execute(queries.instructors(everything))))

    @needs(access.MANAGE)
    def save_instructor(
        self, actor: Actor, edit: InstructorEdit, *, op: UUID | None = None
    ) -> Changed[Instructor]:
        """A new (version 0) or changed instructor. Raises `Invalid`, `Conflict` (`theirs`: `Instructor`)."""
        if len(edit.title.strip()) > 100:
            _check({"title": tr("A title has at most 100 letters.")})
        args: dict[str, object] = {
            "id": str(edit.id),
            "person_id": str(edit.person_id),
            "version": edit.version,
            "bio": edit.bio.strip() or None,
            "title": edit.title.strip() or None,
            "photo_url": edit.photo_url.strip() or None,
            "credentials": list(edit.credentials),
            "specialties": list(edit.specialties),
            "is_active": edit.is_active,
        }
        one = queries.instructor(edit.id)
        return self._saved(
            actor, "training.save_instructor", INSTRUCTOR, edit.id, args, op, one, queries.instructor_record
        )

    @needs(access.TODAY)
    def places(self, actor: Actor) -> tuple[Place, ...]:
        """Ranges and classrooms in use, by number."""
        with self._work.reading() as unit:
            return tuple(map(queries.place_record, unit.execute(queries.places())))

    # -- classes ----------------------------------------------------------------------------------------

    @needs(access.BOOKINGS_READ)
    def class_(self, actor: Actor, class_id: UUID) -> Klass:
        """A class as managers edit it. Raises `NotFound`."""
        return self._one(queries.klass(class_id), queries.klass_record)

    @needs(access.MANAGE)
    def save_class(self, actor: Actor, edit: ClassEdit, *, op: UUID | None = None) -> Changed[Klass]:
        """A new (version 0) or changed class.

        Raises `Invalid` (fields), `Conflict` (`theirs`: the `Klass`), `Refused` place_taken or
        instructor_taken with the class in the way, below_booked.
        """
        wrong: dict[str, str] = {}
        if edit.ends_at <= edit.starts_at:
            wrong["ends_at"] = tr("A class ends after it begins.")
        if not edit.location_name.strip():
            wrong["location_name"] = tr("Say where the class is held.")
        if edit.max_capacity < 1:
            wrong["max_capacity"] = tr("A class has at least one seat.")
        if edit.price_override_minor is not None and edit.price_override_minor < 0:
            wrong["price_override_minor"] = tr("A price cannot be below zero.")
        _check(wrong)
        args: dict[str, object] = {
            "id": str(edit.id),
            "version": edit.version,
            "course_id": str(edit.course_id),
            "instructor_id": str(edit.instructor_id) if edit.instructor_id else None,
            "starts_at": _plain(edit.starts_at),
            "ends_at": _plain(edit.ends_at),
            "place_no": edit.place_no,
            "location_name": edit.location_name.strip(),
            "location_addr": edit.location_addr.strip() or None,
            "max_capacity": edit.max_capacity,
            "price_override_minor": edit.price_override_minor,
            "notes": edit.notes.strip() or None,
        }
        one = queries.klass(edit.id)
        return self._saved(actor, "training.save_class", CLASS, edit.id, args, op, one, queries.klass_record)

    @needs(access.MANAGE)
    def cancel_class(
        self, actor: Actor, class_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[Klass]:
        """Cancels a class with a reason; its bookings stay on record. Raises `Invalid`, `Refused`."""
        if not reason.strip():
            _check({"reason": tr("Write down the reason first.")})
        op_id = op or uuid7()
        answer = self._effects.do(
            actor, "training.cancel_class", op_id, {"class_id": str(class_id), "reason": reason.strip()}
        )
        return self._after(answer, CLASS, class_id, op_id, queries.klass(class_id), queries.klass_record)

    # -- inside -----------------------------------------------------------------------------------------

    def _one(self, statement: Select[Any], record: Callable[[Any], T]) -> T:
        with self._work.reading() as unit:
            row = unit.execute(statement).one_or_none()
        if row is None:
            raise NotFound(tr("This is not there any more, or not for your job."))
        return record(row)

    def _saved(
        self,
        actor: Actor,
        function: str,
        entity: str,
        row_id: UUID,
        args: Mapping[str, object],
        op: UUID | None,
        one: Select[Any],
        record: Callable[[Any], T],
    ) -> Changed[T]:
        op_id = op or uuid7()
        try:
            answer = self._effects.do(actor, function, op_id, args)
        except Conflict as conflict:
            raise Conflict(conflict.message, self._one(one, record)) from conflict
        return self._after(answer, entity, row_id, op_id, one, record)

    def _after(
        self,
        answer: Answer,
        entity: str,
        row_id: UUID,
        op_id: UUID,
        one: Select[Any],
        record: Callable[[Any], T],
    ) -> Changed[T]:
        if answer.pending:
            # What a class looks like now only the server can say, and nothing half-known is shown as saved.
            raise Unavailable(waiting_words())
        return Changed(self._one(one, record), (Change(entity, frozenset({row_id}), str(op_id)),))


def _plain(moment: datetime) -> str:
    return moment.isoformat()


def _check(wrong: Mapping[str, str]) -> None:
    if wrong:
        raise Invalid(next(iter(wrong.values())), wrong)


def _wrong_course(edit: CourseEdit) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if not edit.name.strip():
        wrong["name"] = tr("Write the course’s name.")
    slug = edit.slug.strip()
    if not slug or not all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in slug):
        wrong["slug"] = tr("A short name has small letters, digits and hyphens only.")
    if edit.category not in {value for value, _ in categories()}:
        wrong["category"] = tr("Choose a category from the list.")
    if edit.skill_level not in {value for value, _ in skill_levels()}:
        wrong["skill_level"] = tr("Choose a level from the list.")
    if len(edit.short_desc) > 500:
        wrong["short_desc"] = tr("The short description has at most 500 letters.")
    if edit.price_minor < 0:
        wrong["price_minor"] = tr("A price cannot be below zero.")
    if edit.member_price_minor is not None and edit.member_price_minor < 0:
        wrong["member_price_minor"] = tr("A price cannot be below zero.")
    if edit.duration_hours < 1:
        wrong["duration_hours"] = tr("A course lasts at least one hour.")
    if edit.max_capacity < 1:
        wrong["max_capacity"] = tr("A class has at least one seat.")
    if not 0 <= edit.min_age <= 99:
        wrong["min_age"] = tr("The minimum age lies between 0 and 99.")
    if edit.guardian_min_age is not None:
        if not 0 <= edit.guardian_min_age <= 17:
            wrong["guardian_min_age"] = tr("The age with a guardian lies between 0 and 17.")
        elif edit.guardian_min_age >= edit.min_age:
            wrong["guardian_min_age"] = tr("With a guardian the age is lower than the minimum age.")
    if edit.ammo_count is not None and edit.ammo_count < 0:
        wrong["ammo_count"] = tr("The number of rounds cannot be below zero.")
    return wrong
