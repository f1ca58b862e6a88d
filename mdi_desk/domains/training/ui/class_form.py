"""The form of a class: course, time, place, who teaches, seats, price and notes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from mdi_desk.domains.training.records import ClassEdit, Course, Instructor, Klass, Place
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Refused
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet

BEGIN = time(9)
FIELDS = (
    "course_id", "instructor_id", "starts_at", "ends_at", "place_no", "location_name", "location_addr",
    "max_capacity", "price_override_minor", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offers:
    """What a class can be made of."""

    courses: tuple[Course, ...]
    instructors: tuple[Instructor, ...]
    places: tuple[Place, ...]

    @classmethod
    def read(cls, training: TrainingService, actor: Actor) -> "Offers":
        """Ask for all three; also courses and instructors no longer active, for classes that have them."""
        return cls(
            training.courses(actor, everything=True),
            training.instructors(actor, everything=True),
            training.places(actor),
        )


class ClassSheet(FormSheet):
    """A new class (`klass` None, on `day`) or a changed one. Signal: ``saved(Klass)``."""

    def __init__(
        self, context: Context, training: TrainingService, offers: Offers, klass: Klass | None, day: date
    ) -> None:
        super().__init__(
            context,
            _spec(offers, klass, context.institute.currency),
            title=tr("New class") if klass is None else tr("Edit {course}", course=klass.course_name),
            save=tr("Make class") if klass is None else tr("Save class"),
            name="class_save",
        )
        self.setObjectName("class_form")
        self._training, self._offers = training, offers
        self._id = uuid7() if klass is None else klass.id
        self._version = 0 if klass is None else klass.version
        zone = context.institute.zone
        if klass is None:
            starts = datetime.combine(day, BEGIN, zone)
            self.begin({"starts_at": starts, "ends_at": starts + timedelta(hours=8)})
        else:
            self.begin(self.values_of(klass))
            self.show_dates(klass.created_at, klass.updated_at)
        self._filled: dict[str, object] = {}
        if klass is not None and klass.place_no is not None:
            self._filled = {"location_name": klass.location_name, "location_addr": klass.location_addr or ""}
        self._held = self._now()
        self.form.changed.connect(self._follow)

    # -- one choice fills others -----------------------------------------------------------------------------

    def _now(self) -> tuple[object, object, object]:
        return self._value("course_id"), self._value("place_no"), self._value("starts_at")

    def _value(self, name: str) -> object:
        try:
            return self.form.editor(name).value()
        except ValueError:
            return None

    def _follow(self) -> None:
        """A course brings its seats and length, a place its name and address, unless typed otherwise."""
        before, now = self._held, self._now()
        if now == before:
            return
        self._held = now
        course = next((one for one in self._offers.courses if one.id == now[0]), None)
        if now[0] != before[0] and course is not None:
            self._offer("max_capacity", course.max_capacity)
        if now[1] != before[1]:
            place = next((one for one in self._offers.places if one.no == now[1]), None)
            self._offer("location_name", place.name if place is not None else "")
            self._offer("location_addr", (place.address or "") if place is not None else "")
        if (now[0] != before[0] or now[2] != before[2]) and isinstance(now[2], datetime):
            ends = self._value("ends_at")
            length = timedelta(hours=course.duration_hours) if course is not None else None
            if now[0] == before[0] and isinstance(before[2], datetime) and isinstance(ends, datetime):
                # The start moved: the class keeps its length.
                length = ends - before[2]
            if length is not None and length > timedelta():
                self.form.set_value("ends_at", now[2] + length)
        self._held = self._now()

    def _offer(self, name: str, value: object) -> None:
        """Fill a field that is empty or still holds what was filled in before."""
        typed = self._value(name)
        if typed in (None, "") or typed == self._filled.get(name):
            self._filled[name] = value
            self.form.set_value(name, value)

    # -- saving ----------------------------------------------------------------------------------------------

    def values_of(self, record: Klass) -> Mapping[str, object]:
        edit = ClassEdit.of(record)
        return {name: getattr(edit, name) for name in FIELDS}

    def take(self, record: Klass) -> None:
        self._version = record.version

    def edit_for(self, values: Mapping[str, Any]) -> ClassEdit:
        utc = {name: values[name].astimezone(UTC) for name in ("starts_at", "ends_at")}
        return ClassEdit(id=self._id, version=self._version, **{**values, **utc})

    def call_for(self, edit: ClassEdit, op: UUID) -> Callable[[], Changed[Klass]]:
        return lambda: self._training.save_class(self.context.actor, edit, op=op)

    def refusal(self, error: Refused) -> Mapping[str, str]:
        """Who is in the way is said beside the field that has to give way."""
        match error.code:
            case "place_taken":
                return {"place_no": self._clash(error, tr("Choose another place or time."))}
            case "instructor_taken":
                return {"instructor_id": self._clash(error, tr("Choose somebody else or another time."))}
            case "below_booked":
                return {"max_capacity": error.message}
            case "has_bookings":
                return {"course_id": _stays(error.detail.get("booked"))}
        return {}

    def _clash(self, error: Refused, advice: str) -> str:
        course, span = (
            error.detail.get("course"),
            (error.detail.get("starts_at"), error.detail.get("ends_at")),
        )
        try:
            starts, ends = (self.context.show.here(datetime.fromisoformat(str(one))) for one in span)
        except ValueError:
            return error.message
        taken = tr("Taken by {course}, {day}, {span}.", course=course, day=show.week_day(starts),
                   span=show.span(starts, ends))  # fmt: skip
        return f"{taken} {advice}"


def _stays(booked: object) -> str:
    n = booked if isinstance(booked, int) else 0
    return trn(
        "{n} person is booked, so the course stays. Make a new class for another course.",
        "{n} people are booked, so the course stays. Make a new class for another course.",
        n,
    )


def _spec(offers: Offers, klass: Klass | None, currency: str) -> FormSpec:
    course_id = klass.course_id if klass is not None else None
    teacher_id = klass.instructor_id if klass is not None else None
    courses = tuple((one.id, one.name) for one in offers.courses if one.is_active or one.id == course_id)
    teachers = tuple(
        (one.id, one.name) for one in offers.instructors if one.is_active or one.id == teacher_id
    )
    places = tuple((one.no, one.name) for one in offers.places)
    booked = klass.booked if klass is not None else 0
    return FormSpec(
        (
            FieldSpec("course_id", "choice", tr("Course"), required=True, choices=courses,
                      read_only=booked > 0, hint=_stays(booked) if booked else ""),
            FieldSpec("instructor_id", "choice", tr("Instructor"), choices=teachers),
            FieldSpec("starts_at", "datetime", tr("Begins"), required=True),
            FieldSpec("ends_at", "datetime", tr("Ends"), required=True),
            FieldSpec("place_no", "choice", tr("Place"), choices=places, hint=tr("– for somewhere else")),
            FieldSpec("location_name", "text", tr("Name of the place"), required=True),
            FieldSpec("location_addr", "text", tr("Address"), wide=True),
            FieldSpec("max_capacity", "integer", tr("Seats"), required=True),
            FieldSpec("price_override_minor", "money", tr("Price"),
                      hint=tr("Empty: the price of the course.")),
            FieldSpec("notes", "long_text", tr("Notes"), wide=True),
        ),
        check=_check,
        currency=klass.currency if klass is not None else currency,
    )  # fmt: skip


def _check(values: Mapping[str, object]) -> Mapping[str, str]:
    starts, ends = values["starts_at"], values["ends_at"]
    if isinstance(starts, datetime) and isinstance(ends, datetime) and ends <= starts:
        return {"ends_at": tr("A class ends after it begins.")}
    return {}
