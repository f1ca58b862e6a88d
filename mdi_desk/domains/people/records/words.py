"""The words that go with people's values: choices, labels, differences and lines of the history."""

from datetime import date, datetime
from typing import Protocol

from mdi_desk.domains.people.records.rows import FieldChange, FieldDifference
from mdi_desk.kernel.words import tr

Choice = tuple[object, str]


class Formats(Protocol):
    """How values become text in a sentence; the toolkit hands in the running language's way."""

    def money(self, minor: int, currency: str, /) -> str:
        """``$185.00``."""

    def day(self, value: date | datetime, /) -> str:
        """A day with its year, ``2 Nov 2026``; a moment in the institute's zone."""

    def month(self, value: date | datetime, /) -> str:
        """The month's short name, ``May``; with its year when it could be mistaken for a nearer one."""

    def time(self, value: datetime, /) -> str:
        """``09:02`` in the institute's zone."""


def relationships() -> tuple[Choice, ...]:
    """What a guardian may be to a minor, for a choice."""
    return (
        ("parent", tr("Parent")),
        ("guardian", tr("Legal guardian")),
        ("grandparent", tr("Grandparent")),
        ("sibling", tr("Brother or sister")),
        ("other", tr("Other")),
    )


def id_types() -> tuple[Choice, ...]:
    """Kinds of identity document, for a choice."""
    return (
        ("drivers_license", tr("Driver’s license")),
        ("state_id", tr("State ID")),
        ("passport", tr("Passport")),
        ("national_id", tr("National ID card")),
        ("birth_certificate", tr("Birth certificate")),
    )


def address_types() -> tuple[Choice, ...]:
    """Kinds of address, for a choice."""
    return (("primary", tr("Home")), ("billing", tr("Billing")), ("delivery", tr("Delivery")))


def person_roles() -> tuple[Choice, ...]:
    """What a person can be to the institute, for a choice."""
    return (
        ("customer", tr("Customer")),
        ("guardian", tr("Guardian")),
        ("guest", tr("Guest")),
        ("partner", tr("Partner")),
        ("instructor", tr("Instructor")),
        ("staff", tr("Staff")),
    )


def auth_providers() -> tuple[Choice, ...]:
    """Where a person's entry came from, for a read-only choice."""
    return (
        ("desk", tr("Entered at the desk")),
        ("phone", tr("Phone")),
        ("google", tr("Google")),
        ("facebook", tr("Facebook")),
        ("email", tr("E-mail")),
    )


def label_of(choices: tuple[Choice, ...], value: object) -> str:
    """The label of `value` among `choices`; the value itself when it is none of them, empty for None."""
    if value is None:
        return ""
    return next((label for known, label in choices if known == value), str(value))


def field_label(field: str) -> str:
    """A field's name as a form and the history write it; the bare name for one that no form shows."""
    return {
        "given_name": tr("Given name"),
        "family_name": tr("Family name"),
        "full_name": tr("Full name"),
        "roles": tr("Role"),
        "email": tr("E-mail"),
        "email_verified": tr("E-mail confirmed"),
        "phone": tr("Phone"),
        "birth_date": tr("Birth date"),
        "locale": tr("Language and region"),
        "timezone": tr("Time zone"),
        "avatar_url": tr("Photo"),
        "bio": tr("About"),
        "auth_provider": tr("Came from"),
        "newsletter_opt": tr("Newsletter"),
        "is_profile_public": tr("Public profile"),
        "allow_contact_by_sponsors": tr("Sponsors may write"),
        "notification_preferences": tr("Ways to reach"),
        "notify_email": tr("Messages by e-mail"),
        "notify_sms": tr("Messages by SMS"),
        "notify_whatsapp": tr("Messages by WhatsApp"),
        "id_type": tr("Identity document"),
        "id_country": tr("Issued by (country)"),
        "id_number_sealed": tr("Document number"),
        "id_media_url": tr("Picture of the document"),
        "id_verified_at": tr("Identity checked on"),
        "id_verified_by": tr("Identity checked by"),
        "code": tr("Own code"),
        "notes": tr("Notes"),
        "is_active": tr("Active"),
        "type": tr("Kind"),
        "line1": tr("Street"),
        "line2": tr("Street, second line"),
        "city": tr("City"),
        "region": tr("State or region"),
        "postal_code": tr("Postal code"),
        "country": tr("Country"),
        "is_default": tr("Main address"),
        "relationship": tr("Relationship"),
        "ended_at": tr("Ended"),
    }.get(field, field)


def duplicate_words(why: str) -> str:
    """Why somebody on file may be the same person."""
    return {
        "phone": tr("Same phone"),
        "email": tr("Same e-mail"),
        "name_birth_date": tr("Same name and birth date"),
        "name": tr("Same name"),
    }.get(why, tr("Looks alike"))


def value_words(field: str, value: object, show: Formats) -> str:
    """The value of a field in a sentence of the history or a conflict; a dash for nothing."""
    if value is None or value == "" or value == ():
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, date | datetime):
        return show.day(value)
    choices = {
        "relationship": relationships,
        "id_type": id_types,
        "type": address_types,
        "auth_provider": auth_providers,
        "roles": person_roles,
    }.get(field)
    if isinstance(value, tuple | list):
        return ", ".join(label_of(choices(), part) if choices else str(part) for part in value)
    return label_of(choices(), value) if choices else str(value)


def change_words(change: FieldChange, show: Formats) -> str:
    """``Phone changed from … to …``."""
    old = value_words(change.field, change.old, show)
    new = value_words(change.field, change.new, show)
    if change.old in (None, "", ()):
        return tr("{field} set to {new}", field=change.label, new=new)
    if change.new in (None, "", ()):
        return tr("{field} removed (was {old})", field=change.label, old=old)
    return tr("{field} changed from {old} to {new}", field=change.label, old=old, new=new)


def differences(base: object, mine: object, theirs: object) -> tuple[FieldDifference, ...]:
    """Field by field what a conflict is about: only fields where mine or theirs left `base`.

    The three are records or edits of one kind (compare `PersonEdit.of(read)`, the form's edit and
    `PersonEdit.of(conflict.theirs)`); their `version` is not compared.
    """
    found = []
    for name in getattr(type(base), "__dataclass_fields__", {}):
        if name in ("id", "version", "updated_at"):
            continue
        was, my, their = (getattr(record, name) for record in (base, mine, theirs))
        if my != was or their != was:
            found.append(FieldDifference(name, field_label(name), was, my, their))
    return tuple(found)
