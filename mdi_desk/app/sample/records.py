"""What the sample consists of before it is written: plain records that point at each other."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from mdi_desk.app.sample.catalogue import Course, Place
from mdi_desk.app.sample.people import Person
from mdi_desk.app.sample.texts import Text


@dataclass(slots=True, eq=False)
class Account:
    """A login. Its number becomes the role's name, ``u_000123``."""

    id: UUID
    person: Person
    jobs: tuple[str, ...]
    number: int

    @property
    def login(self) -> str:
        """The role's name."""
        return f"u_{self.number:06d}"


@dataclass(slots=True, eq=False)
class Teacher:
    """An instructor; `no` is the resource number of the double-booking rule."""

    id: UUID
    no: int
    person: Person
    title: str
    bio: str
    credentials: tuple[str, ...]
    specialties: tuple[str, ...]
    courses: tuple[str, ...]
    account: Account | None = None


@dataclass(slots=True, eq=False)
class Version:
    """A version of the waiver."""

    id: UUID
    name: str
    status: str
    published_at: datetime
    texts: tuple[Text, ...]

    def text(self, locale: str) -> Text:
        """The words in `locale`, else in English."""
        return next((text for text in self.texts if text.locale == locale[:2]), self.texts[0])


@dataclass(frozen=True, slots=True)
class Drawn:
    """The ink of a signature as the table keeps it."""

    path: str
    width: float
    height: float
    device: str
    samples: int
    sha256: str
    sealed: bytes


@dataclass(slots=True, eq=False)
class Signature:
    """A signed waiver."""

    id: UUID
    person: Person
    version: Version
    signed_at: datetime
    valid_until: datetime
    guardian: Person | None
    witness: Account
    station: str

    @property
    def kind(self) -> str:
        """Who signed: self or guardian."""
        return "guardian" if self.guardian else "self"

    @property
    def signer(self) -> Person:
        """Whose hand it is."""
        return self.guardian or self.person


@dataclass(slots=True, eq=False)
class Klass:
    """A course held at a time and place."""

    id: UUID
    course: Course
    course_id: UUID
    teacher: Teacher
    place: Place
    starts: datetime
    ends: datetime
    capacity: int
    created: datetime
    status: str = "scheduled"
    cancel_reason: str | None = None
    price_override: int | None = None
    notes: str | None = None
    bookings: "list[Booking]" = field(default_factory=list)

    @property
    def price(self) -> int:
        """Cents for one seat."""
        return self.course.price if self.price_override is None else self.price_override

    @property
    def seated(self) -> "list[Booking]":
        """The bookings that hold a seat."""
        return [booking for booking in self.bookings if booking.status == "booked"]


@dataclass(slots=True, eq=False)
class CheckIn:
    """An admission."""

    id: UUID
    at: datetime
    attendance: str
    account: Account
    station: str
    signature: Signature | None
    override_reason: str | None = None


@dataclass(slots=True, eq=False)
class Booking:
    """One seat of one person. `pays` is how: card, cash, or None for not yet."""

    id: UUID
    klass: Klass
    person: Person
    seat: int
    ticket: str
    booked_at: datetime
    booked_by: Account
    pays: str | None
    status: str = "booked"
    attendance: str | None = None
    check_in: CheckIn | None = None
    marked_at: datetime | None = None  # left, excused, no show
    mark_reason: str | None = None
    cancelled_at: datetime | None = None
    cancel_reason: str | None = None
    unpaid_allowed_by: Account | None = None
    unpaid_allowed_reason: str | None = None
    notes: str | None = None


@dataclass(slots=True, eq=False)
class Order:
    """What one person ordered for one class: a seat each for them and theirs."""

    id: UUID
    number: str
    person: Person
    ordered_at: datetime
    ordered_by: Account
    bookings: list[Booking]


@dataclass(slots=True)
class Institute:
    """All of the sample, as of `now`."""

    now: datetime
    zone: ZoneInfo
    today: date
    seed: int
    template_id: UUID
    people: list[Person] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    teachers: list[Teacher] = field(default_factory=list)
    course_ids: dict[str, UUID] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    classes: list[Klass] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    last_order_no: int = 0

    @property
    def bookings(self) -> list[Booking]:
        """Every booking, class by class."""
        return [booking for klass in self.classes for booking in klass.bookings]
