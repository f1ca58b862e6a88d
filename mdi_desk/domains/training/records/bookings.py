"""Days, rosters, bookings and tickets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from mdi_desk.domains.training.records.gate import Gate

Attendance = Literal["present", "late", "left", "excused", "no_show"]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class of a day, with its counts. Times are aware; `status` is scheduled, cancelled or completed."""

    id: UUID
    course_id: UUID
    course_name: str
    course_slug: str
    category: str
    instructor_id: UUID | None
    instructor_name: str | None
    starts_at: datetime
    ends_at: datetime
    location_name: str
    capacity: int
    status: str
    booked: int
    arrived: int
    waivers_missing: int
    unpaid: int
    price_minor: int
    currency: str
    version: int
    place_no: int | None = None
    cancel_reason: str | None = None
    birth_dates_missing: int = 0

    @property
    def full(self) -> bool:
        """No seat left."""
        return self.booked >= self.capacity

    @property
    def ready(self) -> bool:
        """Somebody is booked, and nobody misses a birth date, a waiver or a payment."""
        missing = self.birth_dates_missing + self.waivers_missing + self.unpaid
        return self.booked > 0 and not missing


@dataclass(frozen=True, slots=True)
class Need:
    """Something to do before a class. `kind`: waiver, payment, guardian, birth_date; `detail` its facts."""

    kind: str
    booking_id: UUID
    class_id: UUID
    person_id: UUID
    name: str
    starts_at: datetime
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class News:
    """Something that just happened. `kind`: checked_in, waiver_signed, booked, paid."""

    kind: str
    at: datetime
    name: str
    station: str
    booking_id: UUID | None
    class_id: UUID | None
    person_id: UUID | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the institute: its classes in order of start, what needs somebody, what just happened."""

    day: date
    classes: tuple[ClassRow, ...]
    needs: tuple[Need, ...]
    just_now: tuple[News, ...]

    @property
    def people(self) -> int:
        """How many seats are taken in classes that take place."""
        return sum(row.booked for row in self.classes if row.status != "cancelled")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One seat of a roster, drawn as it is.

    `waiver_state` is None where the course needs none. `payment_state`: paid, due, allowed, free.
    `attendance` None: not here yet. `pending`: a check-in or mark that is safe at this station only.
    """

    booking_id: UUID
    class_id: UUID
    person_id: UUID
    name: str
    initials: str
    seat: int
    ticket_code: str
    age: int | None
    phone: str | None
    waiver_state: str | None
    waiver_until: datetime | None
    due_minor: int
    currency: str
    payment_state: str
    attendance: str | None
    checked_in_at: datetime | None
    checked_in_by: str | None
    checked_in_station: str | None
    unpaid_allowed: bool
    booking_version: int
    sort_key: str
    is_minor: bool
    notes: str | None
    pending: bool = False

    @property
    def arrived(self) -> bool:
        """Checked in, and not undone."""
        return self.checked_in_at is not None


@dataclass(frozen=True, slots=True)
class Roster:
    """A class with its seats, by name."""

    klass: ClassRow
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class CheckInInfo:
    """Who let the person in, when and where."""

    at: datetime
    by: str
    station: str
    attendance: str
    override_reason: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a booking's attendance: checked_in, undone, or a mark; an empty one took the last back."""

    mark: str | None
    at: datetime
    by: str
    station: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class CardGuardian:
    """Who may sign for the minor on the card."""

    id: UUID
    name: str
    relationship: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class CardClass:
    """The class on the check-in card, with what its course asks for."""

    id: UUID
    course_id: UUID
    course_name: str
    category: str
    instructor_name: str | None
    starts_at: datetime
    ends_at: datetime
    location_name: str
    capacity: int
    booked: int
    status: str
    min_age: int
    guardian_min_age: int | None
    gear_required: tuple[str, ...]
    price_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class CheckInCard:
    """Everything of the check-in card, for one booking.

    An instructor gets it without birth date, e-mail and order. `age` is that on the day of the class.
    """

    booking_id: UUID
    booking_version: int
    booking_status: str
    seat: int
    ticket_code: str
    attendance: str | None
    notes: str | None
    person_id: UUID
    person_name: str
    initials: str
    avatar_url: str | None
    age: int | None
    birth_date: date | None
    is_minor: bool
    phone: str | None
    email: str | None
    locale: str
    since: datetime | None
    person_notes: str | None
    guardians: tuple[CardGuardian, ...]
    klass: CardClass
    waiver_template_id: UUID | None
    order_id: UUID | None
    order_number: str | None
    total_minor: int
    due_minor: int
    currency: str
    unpaid_allowed_reason: str | None
    gate: Gate
    check_in: CheckInInfo | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The answer to an attendance mark: `result` is marked, refused (`code` says why) or pending."""

    result: str
    booking_id: UUID
    class_id: UUID | None
    attendance: str | None
    code: str | None = None

    @property
    def pending(self) -> bool:
        """Whether the server has not confirmed it yet."""
        return self.result == "pending"


@dataclass(frozen=True, slots=True)
class BookingDone:
    """A booking after an undo, a cancellation or a permission to come in unpaid."""

    booking_id: UUID
    pending: bool = False


@dataclass(frozen=True, slots=True)
class NewBooking:
    """A seat to take. The desk makes all ids and the ticket's code, once per attempt (`new_booking`)."""

    booking_id: UUID
    order_id: UUID
    line_id: UUID
    op_id: UUID
    ticket_code: str
    class_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class Booked:
    """A seat taken. `warnings` are codes of the gate that will stand in the way (``too_young``)."""

    booking_id: UUID
    class_id: UUID
    person_id: UUID
    ticket_code: str
    seat: int | None
    order_id: UUID
    order_number: str
    due_minor: int
    currency: str
    warnings: tuple[str, ...]
    pending: bool = False


@dataclass(frozen=True, slots=True)
class PersonBooking:
    """One booking on a person's card."""

    booking_id: UUID
    class_id: UUID
    course_name: str
    starts_at: datetime
    ends_at: datetime
    location_name: str
    class_status: str
    booking_status: str
    seat: int
    ticket_code: str
    attendance: str | None
    checked_in_at: datetime | None
    payment_state: str
    due_minor: int
    currency: str
    order_id: UUID | None
    order_number: str | None
    waiver_state: str | None


@dataclass(frozen=True, slots=True)
class ClassHit:
    """A class found by words."""

    class_id: UUID
    course_name: str
    instructor_name: str | None
    starts_at: datetime
    ends_at: datetime
    location_name: str
    booked: int
    capacity: int
    status: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """One booking as its ticket shows it; `code` is what the QR holds."""

    booking_id: UUID
    code: str
    person_name: str
    course_name: str
    starts_at: datetime
    ends_at: datetime
    location_name: str
    location_addr: str | None
    instructor_name: str | None
    seat: int
    order_number: str | None
    price_minor: int
    due_minor: int
    currency: str
    min_age: int
    guardian_min_age: int | None
    needs_waiver: bool
    gear_required: tuple[str, ...]
