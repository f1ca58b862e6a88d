"""Courses, instructors, places and classes as managers edit them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mdi_desk.domains.people.records import Choice
from mdi_desk.kernel.words import tr


@dataclass(frozen=True, slots=True)
class Klass:
    """A class as managers edit it."""

    id: UUID
    course_id: UUID
    course_name: str
    category: str
    instructor_id: UUID | None
    instructor_name: str | None
    starts_at: datetime
    ends_at: datetime
    place_no: int | None
    location_name: str
    location_addr: str | None
    max_capacity: int
    booked: int
    status: str
    cancel_reason: str | None
    price_override_minor: int | None
    price_minor: int
    currency: str
    notes: str | None
    min_age: int
    guardian_min_age: int | None
    waiver_template_id: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class ClassEdit:
    """A new (`version` 0, `id` made by the desk) or changed class. `place_no` None: elsewhere."""

    id: UUID
    course_id: UUID
    instructor_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    place_no: int | None
    location_name: str
    location_addr: str
    max_capacity: int
    price_override_minor: int | None = None
    notes: str = ""
    version: int = 0

    @classmethod
    def of(cls, klass: Klass) -> "ClassEdit":
        """The edit that changes nothing."""
        return cls(
            id=klass.id,
            course_id=klass.course_id,
            instructor_id=klass.instructor_id,
            starts_at=klass.starts_at,
            ends_at=klass.ends_at,
            place_no=klass.place_no,
            location_name=klass.location_name,
            location_addr=klass.location_addr or "",
            max_capacity=klass.max_capacity,
            price_override_minor=klass.price_override_minor,
            notes=klass.notes or "",
            version=klass.version,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A range or classroom, by number."""

    no: int
    name: str
    address: str | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class Course:
    """A course of the catalogue. Prices in minor units of `currency`."""

    id: UUID
    slug: str
    name: str
    category: str
    description: str | None
    short_desc: str | None
    price_minor: int
    member_price_minor: int | None
    currency: str
    duration_hours: int
    max_capacity: int
    min_age: int
    guardian_min_age: int | None
    skill_level: str | None
    prerequisites: tuple[str, ...]
    gear_required: tuple[str, ...]
    gear_provided: tuple[str, ...]
    ammo_count: int | None
    image_url: str | None
    thumbnail_url: str | None
    waiver_template_id: UUID | None
    is_active: bool
    is_featured: bool
    sort_order: int
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class CourseEdit:
    """A new (`version` 0, `id` made by the desk) or changed course."""

    id: UUID
    slug: str
    name: str
    category: str
    description: str = ""
    short_desc: str = ""
    price_minor: int = 0
    member_price_minor: int | None = None
    currency: str = "USD"
    duration_hours: int = 8
    max_capacity: int = 12
    min_age: int = 18
    guardian_min_age: int | None = None
    skill_level: str | None = None
    prerequisites: tuple[str, ...] = ()
    gear_required: tuple[str, ...] = ()
    gear_provided: tuple[str, ...] = ()
    ammo_count: int | None = None
    image_url: str = ""
    thumbnail_url: str = ""
    waiver_template_id: UUID | None = None
    is_active: bool = True
    is_featured: bool = False
    sort_order: int = 0
    version: int = 0

    @classmethod
    def of(cls, course: Course) -> "CourseEdit":
        """The edit that changes nothing."""
        values = {name: getattr(course, name) for name in cls.__dataclass_fields__}
        for name in ("description", "short_desc", "image_url", "thumbnail_url"):
            values[name] = values[name] or ""
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Instructor:
    """Somebody who teaches."""

    id: UUID
    no: int
    person_id: UUID
    name: str
    bio: str | None
    title: str | None
    photo_url: str | None
    credentials: tuple[str, ...]
    specialties: tuple[str, ...]
    is_active: bool
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class InstructorEdit:
    """A new (`version` 0, `id` made by the desk) or changed instructor."""

    id: UUID
    person_id: UUID
    bio: str = ""
    title: str = ""
    photo_url: str = ""
    credentials: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()
    is_active: bool = True
    version: int = 0

    @classmethod
    def of(cls, instructor: Instructor) -> "InstructorEdit":
        """The edit that changes nothing."""
        return cls(
            id=instructor.id,
            person_id=instructor.person_id,
            bio=instructor.bio or "",
            title=instructor.title or "",
            photo_url=instructor.photo_url or "",
            credentials=instructor.credentials,
            specialties=instructor.specialties,
            is_active=instructor.is_active,
            version=instructor.version,
        )


def categories() -> tuple[Choice, ...]:
    """Kinds of course, for a choice."""
    return (
        ("handgun", tr("Handgun")),
        ("rifle", tr("Rifle")),
        ("shotgun", tr("Shotgun")),
        ("ccw", tr("Concealed carry")),
        ("security", tr("Security")),
        ("first_aid", tr("First aid")),
    )


def skill_levels() -> tuple[Choice, ...]:
    """How much a course asks for, for a choice."""
    return (
        (None, tr("Any level")),
        ("beginner", tr("Beginner")),
        ("intermediate", tr("Intermediate")),
        ("advanced", tr("Advanced")),
    )
