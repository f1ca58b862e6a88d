"""training.*: catalogue, classes, bookings, check-ins. What no desk may read is not mapped."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from mdi_desk.db.base import Base, Money


class PlaceRow(Base):
    """Ranges and classrooms; the number is what the double-booking rule compares."""

    __tablename__ = "place"
    __table_args__ = ({"schema": "training"},)

    no: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    address: Mapped[str | None]
    is_active: Mapped[bool]


class CourseRow(Base):
    """The catalogue. Rules the gate reads are changed by managers, by function."""

    __tablename__ = "course"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    slug: Mapped[str]
    name: Mapped[str]
    category: Mapped[str]
    description: Mapped[str | None]
    short_desc: Mapped[str | None]
    price_minor: Mapped[int] = mapped_column(Money)
    member_price_minor: Mapped[int | None] = mapped_column(Money)
    currency: Mapped[str]
    duration_hours: Mapped[int]
    max_capacity: Mapped[int]
    min_age: Mapped[int]
    guardian_min_age: Mapped[int | None]
    skill_level: Mapped[str | None]
    prerequisites: Mapped[list[str]]
    gear_required: Mapped[list[str]]
    gear_provided: Mapped[list[str]]
    ammo_count: Mapped[int | None]
    image_url: Mapped[str | None]
    thumbnail_url: Mapped[str | None]
    waiver_template_id: Mapped[UUID | None]
    is_active: Mapped[bool]
    is_featured: Mapped[bool]
    sort_order: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class InstructorRow(Base):
    """Who teaches; the number is what the double-booking rule compares."""

    __tablename__ = "instructor"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    no: Mapped[int]
    person_id: Mapped[UUID]
    bio: Mapped[str | None]
    title: Mapped[str | None]
    photo_url: Mapped[str | None]
    credentials: Mapped[list[str]]
    specialties: Mapped[list[str]]
    is_active: Mapped[bool]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class ClassRow(Base):
    """A course held at a time and place. "Full" is derived: seats are counted, never kept."""

    __tablename__ = "class"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    course_id: Mapped[UUID]
    instructor_id: Mapped[UUID | None]
    instructor_no: Mapped[int | None]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place_no: Mapped[int | None]
    location_name: Mapped[str]
    location_addr: Mapped[str | None]
    max_capacity: Mapped[int]
    status: Mapped[str]
    cancel_reason: Mapped[str | None]
    price_override_minor: Mapped[int | None] = mapped_column(Money)
    notes: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class BookingRow(Base):
    """One seat of one participant in a class, with its ticket. Written by functions only."""

    __tablename__ = "booking"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    class_id: Mapped[UUID]
    person_id: Mapped[UUID]
    seat: Mapped[int]
    status: Mapped[str]
    ticket_code: Mapped[str]
    attendance: Mapped[str | None]
    unpaid_allowed_by: Mapped[UUID | None]
    unpaid_allowed_reason: Mapped[str | None]
    notes: Mapped[str | None]
    booked_at: Mapped[datetime]
    booked_by: Mapped[UUID | None]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[UUID | None]
    cancel_reason: Mapped[str | None]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class CheckInRow(Base):
    """Each admission, with the gate's answer as it stood; at most one per booking that is not undone."""

    __tablename__ = "check_in"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking_id: Mapped[UUID]
    class_id: Mapped[UUID]
    attendance: Mapped[str]
    waiver_signature_id: Mapped[UUID | None]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    account_id: Mapped[UUID]
    station: Mapped[str]
    gate: Mapped[dict[str, Any]]
    override_reason: Mapped[str | None]
    op_id: Mapped[UUID]
    voided_at: Mapped[datetime | None]
    voided_by: Mapped[UUID | None]
    void_reason: Mapped[str | None]


class AttendanceMarkRow(Base):
    """Every attendance mark in order; an empty mark takes the last one back."""

    __tablename__ = "attendance_mark"
    __table_args__ = ({"schema": "training"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    booking_id: Mapped[UUID]
    class_id: Mapped[UUID]
    mark: Mapped[str | None]
    reason: Mapped[str | None]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    account_id: Mapped[UUID]
    station: Mapped[str]
    op_id: Mapped[UUID]
