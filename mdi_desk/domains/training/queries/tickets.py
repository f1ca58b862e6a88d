"""What a ticket shows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select

from mdi_desk.domains.training.models import (
    BookingRow,
    ClassRow,
    CourseRow,
    InstructorRow,
)
from mdi_desk.domains.training.queries.tables import ORDER, ORDER_LINE, PAYMENT, PERSON, TEACHER
from mdi_desk.domains.training.records import (
    Ticket,
)
from mdi_desk.kernel.facts import Facts

_ALL_LINES = ORDER_LINE.alias("all_lines")

_LINES = (
    select(func.sum(_ALL_LINES.c.amount_minor))
    .where(_ALL_LINES.c.order_id == ORDER.c.id)
    .correlate(ORDER)
    .scalar_subquery()
)

_PAID = (
    select(func.sum(PAYMENT.c.amount_minor))
    .where(PAYMENT.c.order_id == ORDER.c.id)
    .correlate(ORDER)
    .scalar_subquery()
)

_TICKET: tuple[Any, ...] = (
    BookingRow.id,
    BookingRow.ticket_code,
    BookingRow.seat,
    ClassRow.starts_at,
    ClassRow.ends_at,
    ClassRow.location_name,
    ClassRow.location_addr,
    CourseRow.name.label("course_name"),
    CourseRow.currency,
    CourseRow.min_age,
    CourseRow.guardian_min_age,
    CourseRow.waiver_template_id,
    CourseRow.gear_required,
    PERSON.c.full_name.label("person_name"),
    TEACHER.c.full_name.label("instructor_name"),
    ORDER.c.number,
    ORDER_LINE.c.amount_minor,
    _LINES.label("lines_minor"),
    _PAID.label("paid_minor"),
)


def tickets(booking_ids: Sequence[UUID]) -> Select[Any]:
    """The bookings that still hold, with their line of an order, by class and seat."""
    return (
        select(*_TICKET)
        .join(ClassRow, ClassRow.id == BookingRow.class_id)
        .join(CourseRow, CourseRow.id == ClassRow.course_id)
        .join(PERSON, PERSON.c.id == BookingRow.person_id)
        .outerjoin(InstructorRow, InstructorRow.id == ClassRow.instructor_id)
        .outerjoin(TEACHER, TEACHER.c.id == InstructorRow.person_id)
        .outerjoin(ORDER_LINE, and_(ORDER_LINE.c.booking_id == BookingRow.id, ORDER_LINE.c.amount_minor >= 0))
        .outerjoin(ORDER, ORDER.c.id == ORDER_LINE.c.order_id)
        .where(BookingRow.id.in_(booking_ids), BookingRow.status == "booked")
        .order_by(ClassRow.starts_at, ClassRow.id, BookingRow.seat)
    )


def ticket_record(row: Any) -> Ticket:
    facts = Facts(row._mapping)
    due = int(facts.raw("lines_minor") or 0) - int(facts.raw("paid_minor") or 0)
    return Ticket(
        booking_id=facts.uuid("id"),
        code=facts.text("ticket_code"),
        person_name=facts.text("person_name"),
        course_name=facts.text("course_name"),
        starts_at=facts.moment("starts_at"),
        ends_at=facts.moment("ends_at"),
        location_name=facts.text("location_name"),
        location_addr=facts.maybe_text("location_addr"),
        instructor_name=facts.maybe_text("instructor_name"),
        seat=facts.whole("seat"),
        order_number=facts.maybe_text("number"),
        price_minor=facts.whole("amount_minor", 0),
        due_minor=max(due, 0),
        currency=facts.text("currency"),
        min_age=facts.whole("min_age"),
        guardian_min_age=facts.maybe_whole("guardian_min_age"),
        needs_waiver=facts.maybe_uuid("waiver_template_id") is not None,
        gear_required=facts.texts("gear_required"),
    )
