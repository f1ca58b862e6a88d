"""Selects on training.*, and the way from a row or an answer to its record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, column, func, literal, select, table, union_all

from mdi_desk.domains.training.models import (
    BookingRow,
    CheckInRow,
    ClassRow,
    CourseRow,
    InstructorRow,
    PlaceRow,
)
from mdi_desk.domains.training.records import (
    Booked,
    CardClass,
    CardGuardian,
    CheckedIn,
    CheckInCard,
    CheckInInfo,
    ClassHit,
    Course,
    Gate,
    GateCheck,
    Instructor,
    Klass,
    Mark,
    Marked,
    Need,
    NewBooking,
    News,
    PersonBooking,
    Place,
    RosterRow,
    Ticket,
    Verdict,
)
from mdi_desk.domains.training.records import ClassRow as DayRow
from mdi_desk.kernel.facts import Facts

# Of other domains only what a class is shown with; their own policies hold.
PERSON = table("person", column("id"), column("full_name"), column("sort_key"), schema="people")
TEACHER = PERSON.alias("teacher")
ORDER = table("customer_order", column("id"), column("number"), schema="sales")
ORDER_LINE = table(
    "order_line", column("booking_id"), column("order_id"), column("amount_minor"), schema="sales"
)
PAYMENT = table("payment", column("order_id"), column("amount_minor"), schema="sales")
SIGNATURE = table(
    "signature", column("id"), column("person_id"), column("recorded_at"), column("station"), schema="waivers"
)
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
_INSTRUCTOR: tuple[Any, ...] = (*InstructorRow.__table__.columns, PERSON.c.full_name)
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


# -- days and rosters -------------------------------------------------------------------------------------


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


def roster_record(row: object) -> RosterRow:
    """A row of training.roster()."""
    facts = Facts(row)
    return RosterRow(
        booking_id=facts.uuid("booking_id"),
        class_id=facts.uuid("class_id"),
        person_id=facts.uuid("person_id"),
        name=facts.text("name"),
        initials=facts.text("initials", ""),
        seat=facts.whole("seat"),
        ticket_code=facts.text("ticket_code"),
        age=facts.maybe_whole("age"),
        phone=facts.maybe_text("phone"),
        waiver_state=facts.maybe_text("waiver_state"),
        waiver_until=facts.maybe_moment("waiver_until"),
        due_minor=facts.whole("due_minor", 0),
        currency=facts.text("currency"),
        payment_state=facts.text("payment_state"),
        attendance=facts.maybe_text("attendance"),
        checked_in_at=facts.maybe_moment("checked_in_at"),
        checked_in_by=facts.maybe_text("checked_in_by"),
        checked_in_station=facts.maybe_text("checked_in_station"),
        unpaid_allowed=facts.yes("unpaid_allowed"),
        booking_version=facts.whole("booking_version"),
        sort_key=facts.text("sort_key"),
        is_minor=facts.yes("is_minor"),
        notes=facts.maybe_text("notes"),
    )


def class_start(class_id: UUID) -> Select[Any]:
    return select(ClassRow.starts_at).where(ClassRow.id == class_id)


# -- what just happened -----------------------------------------------------------------------------------


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


# -- the gate and the card --------------------------------------------------------------------------------


def gate_record(facts: Facts) -> Gate:
    """The answer of training.gate()."""
    return Gate(
        ok=facts.yes("ok"),
        checks=tuple(
            GateCheck(
                check=check.text("check"),
                ok=check.yes("ok"),
                code=check.text("code"),
                detail=check.mapping("detail"),
                overridable=check.yes("overridable"),
            )
            for check in facts.each("checks")
        ),
    )


def card_record(answer: object) -> CheckInCard:
    """The answer of training.card(), with the seat and the payment written into the gate's facts."""
    whole = Facts(answer)
    booking, person, held = whole.under("booking"), whole.under("person"), whole.under("class")
    order, entered = whole.maybe_under("order"), whole.maybe_under("check_in")
    guardians = tuple(
        CardGuardian(
            id=one.uuid("id"),
            name=one.text("name"),
            relationship=one.text("relationship"),
            phone=one.maybe_text("phone"),
        )
        for one in person.each("guardians")
    )
    more: dict[str, Mapping[str, object]] = {
        "booked": {"seat": booking.whole("seat"), "capacity": held.whole("capacity")},
        "paid": _payment_facts(order),
        "waiver": {"has_guardian": bool(guardians)},
    }
    gate = gate_record(whole.under("gate"))
    checks = tuple(replace(one, detail={**one.detail, **more.get(one.check, {})}) for one in gate.checks)
    return CheckInCard(
        booking_id=booking.uuid("id"),
        booking_version=booking.whole("version"),
        booking_status=booking.text("status"),
        seat=booking.whole("seat"),
        ticket_code=booking.text("ticket_code"),
        attendance=booking.maybe_text("attendance"),
        notes=booking.maybe_text("notes"),
        unpaid_allowed_reason=booking.maybe_text("unpaid_allowed_reason"),
        person_id=person.uuid("id"),
        person_name=person.text("name"),
        initials=person.text("initials", ""),
        avatar_url=person.maybe_text("avatar_url"),
        age=person.maybe_whole("age"),
        birth_date=person.maybe_day("birth_date"),
        is_minor=person.yes("is_minor"),
        phone=person.maybe_text("phone"),
        email=person.maybe_text("email"),
        locale=person.text("locale", "en-US"),
        since=person.maybe_moment("since"),
        person_notes=person.maybe_text("notes"),
        guardians=guardians,
        klass=CardClass(
            id=held.uuid("id"),
            course_id=held.uuid("course_id"),
            course_name=held.text("course_name"),
            category=held.text("category"),
            instructor_name=held.maybe_text("instructor_name"),
            starts_at=held.moment("starts_at"),
            ends_at=held.moment("ends_at"),
            location_name=held.text("location_name"),
            capacity=held.whole("capacity"),
            booked=held.whole("booked"),
            status=held.text("status"),
            min_age=held.whole("min_age"),
            guardian_min_age=held.maybe_whole("guardian_min_age"),
            gear_required=held.texts("gear_required"),
        ),
        waiver_template_id=held.maybe_uuid("waiver_template_id"),
        order_id=order.uuid("id") if order else None,
        order_number=order.text("number") if order else None,
        total_minor=order.whole("line_minor") if order else 0,
        due_minor=order.whole("due_minor") if order else 0,
        currency=order.text("currency") if order else "",
        gate=Gate(gate.ok, checks),
        check_in=_check_in(entered) if entered else None,
        marks=tuple(
            Mark(
                mark=one.maybe_text("mark"),
                at=one.moment("at"),
                by=one.text("by", ""),
                station=one.text("station", ""),
                reason=one.maybe_text("reason"),
            )
            for one in whole.each("marks")
        ),
    )


def _payment_facts(order: Facts | None) -> dict[str, object]:
    if order is None:
        return {}
    methods = {payment.text("method") for payment in order.each("payments")}
    found: dict[str, object] = {"amount_minor": order.whole("line_minor")}
    if len(methods) == 1:
        found["method"] = methods.pop()
    return found


def _check_in(facts: Facts) -> CheckInInfo:
    return CheckInInfo(
        at=facts.moment("at"),
        by=facts.text("by", ""),
        station=facts.text("station", ""),
        attendance=facts.text("attendance"),
        override_reason=facts.maybe_text("override_reason"),
    )


# -- finding ----------------------------------------------------------------------------------------------


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


# -- the catalogue ----------------------------------------------------------------------------------------


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


# -- answers of effects -----------------------------------------------------------------------------------


def checked_in_record(facts: Facts) -> CheckedIn:
    """The answer of training.check_in()."""
    gate = facts.maybe_under("gate")
    return CheckedIn(
        result=_verdict(facts.text("result")),
        booking_id=facts.uuid("booking_id"),
        class_id=facts.maybe_uuid("class_id"),
        name=facts.text("name", ""),
        at=facts.maybe_moment("at"),
        by=facts.text("by", ""),
        station=facts.text("station", ""),
        attendance=facts.maybe_text("attendance"),
        gate=gate_record(gate) if gate is not None else None,
    )


def _verdict(result: str) -> Verdict:
    known: dict[str, Verdict] = {"checked_in": "checked_in", "already": "already", "refused": "refused"}
    if result not in known:
        raise TypeError(f"no verdict of the gate: {result}")
    return known[result]


def marked_record(booking_id: UUID, facts: Facts) -> Marked:
    """The answer of training.mark()."""
    return Marked(
        result=facts.text("result"),
        booking_id=booking_id,
        class_id=facts.maybe_uuid("class_id"),
        attendance=facts.maybe_text("attendance"),
        code=facts.maybe_text("code"),
    )


def booked_record(new: NewBooking, answer: object | None) -> Booked:
    """The answer of training.book(); None while it waits."""
    if answer is None:
        return Booked(
            booking_id=new.booking_id,
            class_id=new.class_id,
            person_id=new.person_id,
            ticket_code=new.ticket_code,
            seat=None,
            order_id=new.order_id,
            order_number="",
            due_minor=0,
            currency="",
            warnings=(),
            pending=True,
        )
    facts = Facts(answer)
    return Booked(
        booking_id=facts.uuid("booking_id"),
        class_id=facts.uuid("class_id"),
        person_id=new.person_id,
        ticket_code=facts.text("ticket_code"),
        seat=facts.whole("seat"),
        order_id=facts.uuid("order_id"),
        order_number=facts.text("order_number"),
        due_minor=facts.whole("due_minor"),
        currency=facts.text("currency"),
        warnings=facts.texts("warnings"),
    )


# -- tickets ----------------------------------------------------------------------------------------------


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
