"""Accounts, settings and the audit as a screen shows them, and the words that go with their values."""

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from mdi_desk.domains.people.records import NewPerson
from mdi_desk.kernel.words import tr

Choice = tuple[object, str]
LEAST_PASSWORD = 10
# No vowels, so that no word comes out; nothing that is read as something else: 27 ** 15 is 71 bits.
READABLE = "bcdfghjkmnpqrstvwxz23456789"
GROUPS, GROUP = 3, 5


def staff_number(login: str) -> str:
    """A login as people write and type it: ``u_000017`` is 17; any other login is itself."""
    rest = login.removeprefix("u_")
    return str(int(rest)) if rest != login and rest.isascii() and rest.isdigit() else login


def new_first_password() -> str:
    """A password to be handed over on paper: three groups of five, 71 random bits."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(GROUP)) for _ in range(GROUPS))


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A login of the institute. `online_since` and `station` while it is signed in somewhere."""

    account_id: UUID
    person_id: UUID
    name: str
    login: str
    jobs: tuple[str, ...]
    is_active: bool
    must_change: bool
    disabled_reason: str | None
    last_login_at: datetime | None
    online_since: datetime | None
    station: str | None
    created_at: datetime

    @property
    def number(self) -> str:
        """The staff number that is typed to sign in: 17."""
        return staff_number(self.login)

    @property
    def is_admin(self) -> bool:
        """An admin's account: no other admin's desk may touch it."""
        return "admin" in self.jobs


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A login to make, either for a person on file (`person_id`) or for a new one (the names).

    What must stay the same when it is sent again is made with it, once: the first password, and the id and
    code of a new person. They are no part of what two of these are compared by.
    """

    account_id: UUID
    jobs: tuple[str, ...]
    person_id: UUID | None = None
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    first_password: str = field(default_factory=new_first_password, repr=False, compare=False)
    person: NewPerson = field(default_factory=lambda: NewPerson("", ""), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PasswordReset:
    """A new first password for an account; sent again as the same operation it is the same password."""

    account_id: UUID
    first_password: str = field(default_factory=new_first_password, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CreatedAccount:
    """A login with its first password, shown once and handed over; the first sign-in asks for an own one."""

    account_id: UUID
    login: str
    name: str
    first_password: str = field(repr=False)
    pending: bool = False

    @property
    def number(self) -> str:
        """The staff number that is typed to sign in: 17; "" while the server has not confirmed it."""
        return staff_number(self.login)


@dataclass(frozen=True, slots=True)
class AccountDone:
    """An account after a change; `pending` when the server has not confirmed it yet."""

    account_id: UUID
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the institute; a sensitive one carries no value."""

    id: UUID
    key: str
    value: object
    description: str | None
    data_type: str
    is_sensitive: bool
    validation_rules: object
    environment: str
    last_modified_by: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which lines of the audit: `text` in who did it or why; days of the institute, both included."""

    text: str = ""
    resource_type: str = ""
    resource_id: UUID | None = None
    action: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the audit. `old` and `new` hold the changed columns only; secrets read ``(secret)``.

    `about`: whom or what it concerns, as far as that is on record: "Kwame Boateng-Addo, Defensive handgun I".
    """

    id: UUID
    at: datetime
    login: str
    who: str
    actor_type: str
    action: str
    resource_type: str
    resource_id: UUID | None
    old: dict[str, object]
    new: dict[str, object]
    reason: str | None
    station: str | None
    op_id: UUID | None
    about: str = ""


def jobs() -> tuple[Choice, ...]:
    """Jobs that an admin may give, for a choice; admins themselves are made on the server's host."""
    return (
        ("frontdesk", tr("Front desk")),
        ("instructor", tr("Instructor")),
        ("manager", tr("Manager")),
        ("auditor", tr("Auditor")),
        ("sales", tr("Sales")),
        ("collections", tr("Collections")),
        ("partner", tr("Partner staff")),
        ("partner_owner", tr("Partner owner")),
    )


def job_name(job: str) -> str:
    """A job in the person's language."""
    if job == "admin":
        return tr("Admin")
    return next((label for value, label in jobs() if value == job), job)


def action_name(action: str) -> str:
    """What an audit line says was done."""
    return {
        "insert": tr("Added"),
        "update": tr("Changed"),
        "delete": tr("Removed"),
    }.get(action.lower(), action)


def resource_name(resource_type: str) -> str:
    """What kind of thing an audit line is about, in plain words."""
    return {
        "people.person": tr("Person"),
        "people.address": tr("Address"),
        "people.guardianship": tr("Guardian"),
        "people.id_verification": tr("ID check"),
        "admin.setting": tr("Setting"),
        "admin.account": tr("Account"),
        "admin.desk_session": tr("Sign-in"),
        "waivers.template": tr("Waiver"),
        "waivers.template_version": tr("Waiver version"),
        "waivers.template_text": tr("Waiver text"),
        "waivers.signature": tr("Signed waiver"),
        "training.place": tr("Place"),
        "training.course": tr("Course"),
        "training.instructor": tr("Instructor"),
        "training.class": tr("Class"),
        "training.booking": tr("Booking"),
        "training.check_in": tr("Check-in"),
        "training.attendance_mark": tr("Attendance"),
        "sales.customer_order": tr("Order"),
        "sales.order_line": tr("Order line"),
        "sales.payment": tr("Payment"),
    }.get(resource_type, resource_type)


def password_trouble(password: str, *, login: str, name: str, first_password: str = "") -> str | None:
    """What is wrong with a password somebody chose for themselves, in one sentence; None when it will do.

    `login` and `name` are their own; `first_password` is the one they were handed.
    """
    if len(password) < LEAST_PASSWORD:
        return tr("Use {n} characters or more. A few unrelated words are easy to remember.", n=LEAST_PASSWORD)
    if password != password.strip():
        return tr("A password can't begin or end with a space.")
    if any(ord(char) < 32 or ord(char) == 127 for char in password):
        return tr("A password can't contain tabs or line breaks.")
    plain = password.casefold()
    words = [word for word in name.casefold().replace("-", " ").split() if len(word) >= 3]
    if login and login.casefold() in plain:
        return tr("The password contains your login. Choose something that nobody sees on the screen.")
    rest = plain
    for word in words:
        rest = rest.replace(word, "")
    if words and rest != plain and len(rest.strip()) < LEAST_PASSWORD - 4:
        return tr("The password is little more than your name. Choose something else.")
    if first_password and plain.replace("-", "") == first_password.casefold().replace("-", ""):
        return tr("That is the first password you were given. Choose one that only you know.")
    if len(set(plain)) < 4:
        return tr("The password repeats the same few characters. Mix in others.")
    return None
