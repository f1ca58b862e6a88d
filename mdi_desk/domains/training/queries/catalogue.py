"""Courses, classes, instructors and places."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from mdi_desk.domains.training.models import (
    BookingRow,
    ClassRow,
    CourseRow,
    InstructorRow,
    PlaceRow,
)
from mdi_desk.domains.training.queries.tables import PERSON, TEACHER
from mdi_desk.domains.training.records import (
    Course,
    Instructor,
    Klass,
    Place,
)
from mdi_desk.kernel.facts import Facts

_SEATS = (
    select(func.count())
    .where(BookingRow.class_id == ClassRow.id, BookingRow.status == "booked")
    .correlate(ClassRow)
    .scalar_subquery()
)

_KLASS: tuple[Any, ...] = (
    *ClassRow.__table__.columns,
    CourseRow.name.label("course_name"),
    CourseRow.category,
    CourseRow.price_minor,
    CourseRow.currency,
    CourseRow.min_age,
    CourseRow.guardian_min_age,
    CourseRow.waiver_template_id,
    TEACHER.c.full_name.label("instructor_name"),
    _SEATS.label("booked"),
)

_INSTRUCTOR: tuple[Any, ...] = (*InstructorRow.__table__.columns, PERSON.c.full_name)


def klass(class_id: UUID) -> Select[Any]:
    return (
        select(*_KLASS)
        .join(CourseRow, CourseRow.id == ClassRow.course_id)
        .outerjoin(InstructorRow, InstructorRow.id == ClassRow.instructor_id)
        .outerjoin(TEACHER, TEACHER.c.id == InstructorRow.person_id)
        .where(ClassRow.id == class_id)
    )


def klass_record(row: Any) -> Klass:
    facts = Facts(row._mapping)
    own_price = facts.maybe_whole("price_override_minor")
    return Klass(
        id=facts.uuid("id"),
        course_id=facts.uuid("course_id"),
        course_name=facts.text("course_name"),
        category=facts.text("category"),
        instructor_id=facts.maybe_uuid("instructor_id"),
        instructor_name=facts.maybe_text("instructor_name"),
        starts_at=facts.moment("starts_at"),
        ends_at=facts.moment("ends_at"),
        place_no=facts.maybe_whole("place_no"),
        location_name=facts.text("location_name"),
        location_addr=facts.maybe_text("location_addr"),
        max_capacity=facts.whole("max_capacity"),
        booked=facts.whole("booked"),
        status=facts.text("status"),
        cancel_reason=facts.maybe_text("cancel_reason"),
        price_override_minor=own_price,
        price_minor=facts.whole("price_minor") if own_price is None else own_price,
        currency=facts.text("currency"),
        notes=facts.maybe_text("notes"),
        min_age=facts.whole("min_age"),
        guardian_min_age=facts.maybe_whole("guardian_min_age"),
        waiver_template_id=facts.maybe_uuid("waiver_template_id"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


def courses(everything: bool) -> Select[Any]:
    statement: Select[Any] = select(*tuple[Any, ...](CourseRow.__table__.columns))
    if not everything:
        statement = statement.where(CourseRow.is_active)
    return statement.order_by(CourseRow.sort_order, CourseRow.name, CourseRow.id)


def course(course_id: UUID) -> Select[Any]:
    return courses(True).where(CourseRow.id == course_id)


def course_record(row: Any) -> Course:
    facts = Facts(row._mapping)
    return Course(
        id=facts.uuid("id"),
        slug=facts.text("slug"),
        name=facts.text("name"),
        category=facts.text("category"),
        description=facts.maybe_text("description"),
        short_desc=facts.maybe_text("short_desc"),
        price_minor=facts.whole("price_minor"),
        member_price_minor=facts.maybe_whole("member_price_minor"),
        currency=facts.text("currency"),
        duration_hours=facts.whole("duration_hours"),
        max_capacity=facts.whole("max_capacity"),
        min_age=facts.whole("min_age"),
        guardian_min_age=facts.maybe_whole("guardian_min_age"),
        skill_level=facts.maybe_text("skill_level"),
        prerequisites=facts.texts("prerequisites"),
        gear_required=facts.texts("gear_required"),
        gear_provided=facts.texts("gear_provided"),
        ammo_count=facts.maybe_whole("ammo_count"),
        image_url=facts.maybe_text("image_url"),
        thumbnail_url=facts.maybe_text("thumbnail_url"),
        waiver_template_id=facts.maybe_uuid("waiver_template_id"),
        is_active=facts.yes("is_active"),
        is_featured=facts.yes("is_featured"),
        sort_order=facts.whole("sort_order"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


def instructors(everything: bool) -> Select[Any]:
    statement: Select[Any] = select(*_INSTRUCTOR).join(PERSON, PERSON.c.id == InstructorRow.person_id)
    if not everything:
        statement = statement.where(InstructorRow.is_active)
    return statement.order_by(PERSON.c.sort_key, InstructorRow.id)


def instructor(instructor_id: UUID) -> Select[Any]:
    return instructors(True).where(InstructorRow.id == instructor_id)


def instructor_record(row: Any) -> Instructor:
    facts = Facts(row._mapping)
    return Instructor(
        id=facts.uuid("id"),
        no=facts.whole("no"),
        person_id=facts.uuid("person_id"),
        name=facts.text("full_name"),
        bio=facts.maybe_text("bio"),
        title=facts.maybe_text("title"),
        photo_url=facts.maybe_text("photo_url"),
        credentials=facts.texts("credentials"),
        specialties=facts.texts("specialties"),
        is_active=facts.yes("is_active"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


def places() -> Select[Any]:
    statement: Select[Any] = select(*tuple[Any, ...](PlaceRow.__table__.columns))
    return statement.where(PlaceRow.is_active).order_by(PlaceRow.no)


def place_record(row: Any) -> Place:
    facts = Facts(row._mapping)
    return Place(
        no=facts.whole("no"),
        name=facts.text("name"),
        address=facts.maybe_text("address"),
        is_active=facts.yes("is_active"),
    )
