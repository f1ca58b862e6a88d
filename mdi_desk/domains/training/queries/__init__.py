"""Selects on training.*, and the way from a row or an answer to its record."""

from mdi_desk.domains.training.queries.card import (
    booked_record,
    card_record,
    checked_in_record,
    gate_record,
    marked_record,
)
from mdi_desk.domains.training.queries.catalogue import (
    course,
    course_record,
    courses,
    instructor,
    instructor_record,
    instructors,
    klass,
    klass_record,
    place_record,
    places,
)
from mdi_desk.domains.training.queries.days import (
    class_head,
    class_hit_record,
    day_record,
    head_record,
    need_record,
    news,
    news_record,
    person_booking_record,
    roster_record,
)
from mdi_desk.domains.training.queries.tables import (
    ORDER,
    ORDER_LINE,
    PAYMENT,
    PERSON,
    SIGNATURE,
    TEACHER,
)
from mdi_desk.domains.training.queries.tickets import (
    ticket_record,
    tickets,
)

__all__ = [
    "ORDER",
    "ORDER_LINE",
    "PAYMENT",
    "PERSON",
    "SIGNATURE",
    "TEACHER",
    "booked_record",
    "card_record",
    "checked_in_record",
    "class_head",
    "class_hit_record",
    "course",
    "course_record",
    "courses",
    "day_record",
    "gate_record",
    "head_record",
    "instructor",
    "instructor_record",
    "instructors",
    "klass",
    "klass_record",
    "marked_record",
    "need_record",
    "news",
    "news_record",
    "person_booking_record",
    "place_record",
    "places",
    "roster_record",
    "ticket_record",
    "tickets",
]
