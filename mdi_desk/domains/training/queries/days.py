"""Days, rosters, what just happened, and what is found by words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, literal, select, union_all

from mdi_desk.domains.training.models import (
    BookingRow,
    CheckInRow,
    ClassRow,
    CourseRow,
    InstructorRow,
)
from mdi_desk.domains.training.queries.tables import PERSON, SIGNATURE, TEACHER
from mdi_desk.domains.training.records import (
    ClassHit,
    Need,
    News,
    PersonBooking,
    RosterRow,
)
from mdi_desk.domains.training.records import ClassRow as DayRow
from mdi_desk.kernel.facts import Facts

_SEAT: tuple[Any, ...] = (BookingRow.id, BookingRow.class_id, BookingRow.person_id)

_ARRIVED: tuple[Any, ...] = (
    literal("checked_in").label("kind"),
    CheckInRow.recorded_at.label("at"),
    CheckInRow.station.label("station"),
    BookingRow.id.label("booking_id"),
    BookingRow.class_id.label("class_id"),
    BookingRow.person_id.label("person_id"),
)

_NEWLY_SIGNED: tuple[Any, ...] = (
    literal("waiver_signed"),
    SIGNATURE.c.recorded_at,
    SIGNATURE.c.station,
    *_SEAT,
)

_NEWLY_BOOKED: tuple[Any, ...] = (literal("booked"), BookingRow.booked_at, literal(""), *_SEAT)


def day_record(row: object) -> DayRow:
    """A row of training.day()."""
    facts = Facts(row)
    return DayRow(
        id=facts.uuid("class_id"),
        course_id=facts.uuid("course_id"),
        course_name=facts.text("course_name"),
        course_slug=facts.text("course_slug"),
        category=facts.text("category"),
        instructor_id=facts.maybe_uuid("instructor_id"),
        instructor_name=facts.maybe_text("instructor_name"),
        starts_at=facts.moment("starts_at"),
        ends_at=facts.moment("ends_at"),
        location_name=facts.text("location_name"),
        capacity=facts.whole("capacity"),
        status=facts.text("status"),
        booked=facts.whole("booked"),
        arrived=facts.whole("arrived"),
        waivers_missing=facts.whole("waivers_missing"),
        unpaid=facts.whole("unpaid"),
        price_minor=facts.whole("price_minor"),
        currency=facts.text("currency"),
        version=facts.whole("version"),
        place_no=facts.maybe_whole("place_no"),
        cancel_reason=facts.maybe_text("cancel_reason"),
    )


def need_record(row: object) -> Need:
    """A row of training.needs()."""
    facts = Facts(row)
    return Need(
        kind=facts.text("kind"),
        booking_id=facts.uuid("booking_id"),
        class_id=facts.uuid("class_id"),
        person_id=facts.uuid("person_id"),
        name=facts.text("name"),
        starts_at=facts.moment("starts_at"),
        detail=facts.mapping("detail"),
    )


def roster_record(row: Mapping[str, Any]) -> RosterRow:
    """A row of training.roster(), whose columns are named like the record's fields and come typed.

    Read straight: a class of 500 has eleven thousand values, and asking each for its type takes as long as
    fetching them.
    """
    plain = {
        "initials": row["initials"] or "",
        "due_minor": row["due_minor"] or 0,
        "is_minor": row["is_minor"] is True,
    }
    return RosterRow(**{**row, **plain})


def class_head(class_id: UUID, *, with_teacher: bool) -> Select[Any]:
    """What the head of a roster says of its class, without the counts.

    `with_teacher`: the instructor's name as well, for those who may read people.
    """
    wanted = select(
        ClassRow.id.label("class_id"),
        ClassRow.course_id,
        CourseRow.name.label("course_name"),
        CourseRow.slug.label("course_slug"),
        CourseRow.category,
        ClassRow.instructor_id,
        (TEACHER.c.full_name if with_teacher else literal(None)).label("instructor_name"),
        ClassRow.starts_at,
        ClassRow.ends_at,
        ClassRow.location_name,
        ClassRow.max_capacity.label("capacity"),
        ClassRow.status,
        func.coalesce(ClassRow.price_override_minor, CourseRow.price_minor).label("price_minor"),
        CourseRow.currency,
        ClassRow.version,
        ClassRow.place_no,
        ClassRow.cancel_reason,
    ).join(CourseRow, CourseRow.id == ClassRow.course_id)
    if with_teacher:
        wanted = wanted.outerjoin(InstructorRow, InstructorRow.id == ClassRow.instructor_id)
        wanted = wanted.outerjoin(TEACHER, TEACHER.c.id == InstructorRow.person_id)
    return wanted.where(ClassRow.id == class_id)


def head_record(row: Any, rows: Sequence[RosterRow], teacher: str | None) -> DayRow:
    """The class of `class_head` with the counts of its `rows`, which are those of training.day().

    `teacher`: the instructor's name where the row has none.
    """
    facts = dict(row._mapping)
    facts["instructor_name"] = facts["instructor_name"] or teacher
    return day_record(
        {
            **facts,
            "booked": len(rows),
            "arrived": sum(seat.arrived for seat in rows),
            "waivers_missing": sum(
                not seat.arrived and seat.waiver_state not in (None, "valid", "none_needed") for seat in rows
            ),
            "unpaid": sum(seat.payment_state == "due" for seat in rows),
        }
    )


def news(class_ids: Sequence[UUID], since: datetime, limit: int) -> Select[Any]:
    """Check-ins, signed waivers and bookings of some classes' people since `since`, the newest first."""
    arrived = select(*_ARRIVED).join(BookingRow, BookingRow.id == CheckInRow.booking_id)
    arrived = arrived.where(
        CheckInRow.class_id.in_(class_ids), CheckInRow.voided_at.is_(None), CheckInRow.recorded_at >= since
    )
    signed = select(*_NEWLY_SIGNED).join(SIGNATURE, SIGNATURE.c.person_id == BookingRow.person_id)
    signed = signed.where(
        BookingRow.class_id.in_(class_ids), BookingRow.status == "booked", SIGNATURE.c.recorded_at >= since
    )
    booked = select(*_NEWLY_BOOKED).where(
        BookingRow.class_id.in_(class_ids), BookingRow.status == "booked", BookingRow.booked_at >= since
    )
    happened = union_all(arrived, signed, booked).subquery("happened")
    return (
        select(happened, PERSON.c.full_name)
        .join(PERSON, PERSON.c.id == happened.c.person_id)
        .order_by(happened.c.at.desc(), happened.c.booking_id)
        .limit(limit)
    )


def news_record(row: Any) -> News:
    facts = Facts(row._mapping)
    return News(
        kind=facts.text("kind"),
        at=facts.moment("at"),
        name=facts.text("full_name"),
        station=facts.text("station", ""),
        booking_id=facts.maybe_uuid("booking_id"),
        class_id=facts.maybe_uuid("class_id"),
        person_id=facts.maybe_uuid("person_id"),
    )


def class_hit_record(row: object) -> ClassHit:
    """A row of training.find_classes()."""
    facts = Facts(row)
    return ClassHit(
        class_id=facts.uuid("class_id"),
        course_name=facts.text("course_name"),
        instructor_name=facts.maybe_text("instructor_name"),
        starts_at=facts.moment("starts_at"),
        ends_at=facts.moment("ends_at"),
        location_name=facts.text("location_name"),
        booked=facts.whole("booked"),
        capacity=facts.whole("capacity"),
        status=facts.text("status"),
    )


def person_booking_record(row: object) -> PersonBooking:
    """A row of training.person_bookings()."""
    facts = Facts(row)
    return PersonBooking(
        booking_id=facts.uuid("booking_id"),
        class_id=facts.uuid("class_id"),
        course_name=facts.text("course_name"),
        starts_at=facts.moment("starts_at"),
        ends_at=facts.moment("ends_at"),
        location_name=facts.text("location_name"),
        class_status=facts.text("class_status"),
        booking_status=facts.text("booking_status"),
        seat=facts.whole("seat"),
        ticket_code=facts.text("ticket_code"),
        attendance=facts.maybe_text("attendance"),
        checked_in_at=facts.maybe_moment("checked_in_at"),
        payment_state=facts.text("payment_state"),
        due_minor=facts.whole("due_minor", 0),
        currency=facts.text("currency"),
        order_id=facts.maybe_uuid("order_id"),
        order_number=facts.maybe_text("order_number"),
        waiver_state=facts.maybe_text("waiver_state"),
    )
