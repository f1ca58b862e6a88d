"""People as a screen shows them, and the commands it hands in: frozen, field by field."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from mdi_desk.kernel.codes import new_code
from mdi_desk.kernel.ids import uuid7

Relationship = Literal["parent", "guardian", "grandparent", "sibling", "other"]
ADULT = 18


def person_code() -> str:
    """A new person's own code, to be printed and scanned."""
    return new_code("person")


@dataclass(frozen=True, slots=True)
class PersonHit:
    """One answer of the search. `matched` is what the words hit (a phone, an e-mail), empty for the name."""

    id: UUID
    name: str
    phone: str | None
    email: str | None
    birth_date: date | None
    matched: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of the People list."""

    id: UUID
    name: str
    sort_key: str
    phone: str | None
    email: str | None
    birth_date: date | None
    city: str | None
    roles: tuple[str, ...]
    is_active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """What the People list shows: everyone, or some. `roles` empty means any."""

    roles: frozenset[str] = frozenset()
    active: bool | None = True


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as it stands. `country` is ISO 3166-1 alpha-3."""

    id: UUID
    person_id: UUID
    type: str
    line1: str | None
    line2: str | None
    city: str | None
    region: str | None
    postal_code: str | None
    country: str
    is_default: bool
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class AddressEdit:
    """A new (`version` 0, `id` made by the desk) or changed address."""

    id: UUID
    person_id: UUID
    type: str = "primary"
    line1: str = ""
    line2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = "USA"
    is_default: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class GuardianLink:
    """Someone at the other end of a guardianship: the guardian of a minor, or a guardian's ward."""

    id: UUID
    person_id: UUID
    name: str
    relationship: str
    birth_date: date | None
    phone: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A person's own row, every field of it that a desk may read.

    `phone` is E.164. The number of an identity document is sealed and readable on no desk.
    """

    id: UUID
    given_name: str
    family_name: str
    full_name: str
    sort_key: str
    roles: tuple[str, ...]
    email: str | None
    email_verified: bool
    phone: str | None
    birth_date: date | None
    locale: str
    timezone: str | None
    avatar_url: str | None
    bio: str | None
    auth_provider: str
    newsletter_opt: bool
    is_profile_public: bool
    allow_contact_by_sponsors: bool
    notify_email: bool
    notify_sms: bool
    notify_whatsapp: bool
    id_type: str | None
    id_country: str | None
    id_media_url: str | None
    id_verified_at: datetime | None
    id_verified_by: UUID | None
    code: str
    notes: str | None
    is_active: bool
    last_login_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person with what belongs to them here: addresses, guardians, wards.

    `today` is the institute's day the ages are counted on. `pending` when a change of this card is safe at
    this station, but not yet confirmed by the server.
    """

    person: Person
    addresses: tuple[Address, ...]
    guardians: tuple[GuardianLink, ...]
    wards: tuple[GuardianLink, ...]
    today: date
    id_verified_by_name: str | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class NewGuardian:
    """Who will be a new minor's guardian: a person already on file."""

    guardian_id: UUID
    relationship: Relationship


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What a form for a new person hands in, as typed. Made once per attempt: the same again is a retry.

    `phone` may be written any way the institute's country writes it; `full_name` empty means given name and
    family name. `roles` may be customer, guardian and guest. `id`, `op_id` and `code` (the person's own code,
    printed and scanned) are made by the desk before anything is sent.
    """

    given_name: str
    family_name: str
    full_name: str = ""
    birth_date: date | None = None
    email: str = ""
    phone: str = ""
    locale: str = "en-US"
    roles: tuple[str, ...] = ("customer",)
    notes: str = ""
    guardian: NewGuardian | None = None
    id: UUID = field(default_factory=uuid7)
    op_id: UUID = field(default_factory=uuid7)
    code: str = field(default_factory=person_code)


@dataclass(frozen=True, slots=True)
class PersonEdit:
    """The ordinary fields of a person as the form holds them, with the `version` that was read.

    The birth date, guardians and identity are changed by calls of their own. `full_name` empty means given
    name and family name.
    """

    id: UUID
    version: int
    given_name: str
    family_name: str
    full_name: str
    email: str
    phone: str
    email_verified: bool
    locale: str
    timezone: str
    avatar_url: str
    bio: str
    newsletter_opt: bool
    is_profile_public: bool
    allow_contact_by_sponsors: bool
    notify_email: bool
    notify_sms: bool
    notify_whatsapp: bool
    notes: str
    is_active: bool

    @classmethod
    def of(cls, person: Person) -> "PersonEdit":
        """The edit that changes nothing: what a form is loaded with."""
        return cls(
            id=person.id,
            version=person.version,
            given_name=person.given_name,
            family_name=person.family_name,
            full_name=person.full_name,
            email=person.email or "",
            phone=person.phone or "",
            email_verified=person.email_verified,
            locale=person.locale,
            timezone=person.timezone or "",
            avatar_url=person.avatar_url or "",
            bio=person.bio or "",
            newsletter_opt=person.newsletter_opt,
            is_profile_public=person.is_profile_public,
            allow_contact_by_sponsors=person.allow_contact_by_sponsors,
            notify_email=person.notify_email,
            notify_sms=person.notify_sms,
            notify_whatsapp=person.notify_whatsapp,
            notes=person.notes or "",
            is_active=person.is_active,
        )


@dataclass(frozen=True, slots=True)
class IdentityEdit:
    """An identity document to put on file. `id_number` is sealed on this desk and never travels in the clear.

    It replaces what was on file as a whole: kind, country and number.
    """

    person_id: UUID
    id_type: str | None
    id_country: str | None
    id_number: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed so far into a form for a new person, to look for the same person on file."""

    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Somebody on file who may be the same person; `why` is the database's code of the likeness."""

    id: UUID
    name: str
    why: str
    phone: str | None
    email: str | None
    birth_date: date | None


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field in a conflict: what was read, what I typed, what somebody saved meanwhile.

    `both` when the two of us changed it, so that somebody must choose.
    """

    field: str
    label: str
    base: object
    mine: object
    theirs: object

    @property
    def both(self) -> bool:
        """Whether both sides changed the field, and not to the same."""
        return self.mine != self.base and self.theirs != self.base and self.mine != self.theirs


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an audited change, in the words of the desk. None: the field was empty."""

    field: str
    label: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to a person: what, by whom, when. `changes` is empty for a plain event."""

    id: UUID
    at: datetime
    who: str
    title: str
    changes: tuple[FieldChange, ...]
    reason: str | None
    station: str | None
