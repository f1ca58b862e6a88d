"""The forms of a person, declared: what each field is called, asks for and checks."""

from collections.abc import Callable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from mdi_desk.domains.people.records import (
    ADULT,
    Address,
    Choice,
    Person,
    PersonEdit,
    address_types,
    field_label,
    id_types,
    relationships,
)
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.words import tr

LOCALES = ("en-US", "fr-FR", "es-US", "pt-BR", "de-DE", "it-IT", "vi-VN", "zh-CN", "ko-KR", "ar-EG")


def languages(present: str = "") -> tuple[Choice, ...]:
    """Languages to write to a person in; `present` is kept among them, whatever it is."""
    names = {
        "en": tr("English"),
        "fr": tr("French"),
        "es": tr("Spanish"),
        "pt": tr("Portuguese"),
        "de": tr("German"),
        "it": tr("Italian"),
        "vi": tr("Vietnamese"),
        "zh": tr("Chinese"),
        "ko": tr("Korean"),
        "ar": tr("Arabic"),
        "pl": tr("Polish"),
        "ja": tr("Japanese"),
        "hi": tr("Hindi"),
        "tr": tr("Turkish"),
    }
    codes = (*LOCALES, present) if present and present not in LOCALES else LOCALES
    return tuple((code, f"{names.get(code[:2], code)} · {code}") for code in codes)


def language_words(code: str) -> str:
    """``English · en-US``."""
    return dict(languages(code)).get(code, code)


def _zone_check(value: object) -> str | None:
    try:
        ZoneInfo(str(value))
    except (KeyError, ValueError, OSError):
        return tr("Write a time zone such as America/New_York, or leave it empty.")
    return None


def _named(name: str, kind: str, section: str = "", **more: object) -> FieldSpec:
    return FieldSpec(name, kind, field_label(name), section=section, **more)  # type: ignore[arg-type]


def person_spec(present_locale: str = "") -> FormSpec:
    """The ordinary fields of somebody on file."""
    who, contact, ways, about = tr("Name"), tr("Contact"), tr("Contact by"), tr("About")
    return FormSpec(
        (
            _named("given_name", "text", who, required=True),
            _named("family_name", "text", who),
            _named("full_name", "text", who, wide=True,
                   hint=tr("Only when it isn’t given name and family name, in this order.")),
            _named("phone", "phone", contact),
            _named("email", "email", contact),
            _named("locale", "choice", contact, required=True, choices=languages(present_locale)),
            _named("timezone", "text", contact, check=_zone_check, hint=tr("Empty: that of the institute.")),
            _named("email_verified", "yes_no", contact, visible_when=lambda values: bool(values["email"])),
            _named("notify_email", "yes_no", ways),
            _named("notify_sms", "yes_no", ways),
            _named("notify_whatsapp", "yes_no", ways),
            _named("newsletter_opt", "yes_no", ways),
            _named("allow_contact_by_sponsors", "yes_no", ways),
            _named("is_profile_public", "yes_no", about),
            _named("notes", "long_text", about, wide=True, hint=tr("Everybody at the desk sees it.")),
            _named("bio", "long_text", about, wide=True),
            _named("avatar_url", "text", about, wide=True, hint=tr("The address of a picture.")),
            _named("is_active", "yes_no", about,
                   hint=tr("A person who isn’t active is no longer found by the search.")),
        )
    )  # fmt: skip


def plain_name(given: str, family: str) -> str:
    """The full name that the two parts make."""
    return f"{given} {family}".strip()


def form_values(edit: PersonEdit) -> dict[str, object]:
    """`edit` as the form holds it: a full name that only repeats the two parts is left empty."""
    values: dict[str, object] = {
        name: getattr(edit, name) for name in PersonEdit.__dataclass_fields__ if name not in ("id", "version")
    }
    if edit.full_name == plain_name(edit.given_name, edit.family_name):
        values["full_name"] = ""
    return values


def person_edit(person: Person, values: Mapping[str, object]) -> PersonEdit:
    """The command of the form's values, on the version of `person`."""
    return PersonEdit(id=person.id, version=person.version, **values)  # type: ignore[arg-type]


def _past(today: date) -> Callable[[object], str | None]:
    def check(value: object) -> str | None:
        return tr("A birth date lies in the past.") if isinstance(value, date) and value > today else None

    return check


def new_person_spec(today: date) -> FormSpec:
    """What is asked of somebody new; the rest can be added on the card."""
    return FormSpec(
        (
            _named("given_name", "text", required=True),
            _named("family_name", "text"),
            _named("birth_date", "date", check=_past(today)),
            _named("phone", "phone"),
            _named("email", "email"),
            _named("locale", "choice", required=True, choices=languages()),
            FieldSpec(
                "role", "choice", field_label("roles"), required=True,
                choices=(
                    ("customer", tr("Customer")), ("guardian", tr("Guardian only")), ("guest", tr("Guest")),
                ),
            ),
            _named("full_name", "text",
                   hint=tr("Only when it isn’t given name and family name, in this order.")),
            _named("notes", "long_text", wide=True),
        )
    )  # fmt: skip


def minor(birth_date: object, today: date) -> bool:
    """Whether somebody born then is a minor on `today`; unknown is no."""
    return isinstance(birth_date, date) and birth_date <= today and age_on(birth_date, today) < ADULT


def birth_date_spec(today: date, known: bool) -> FormSpec:
    """The birth date; changing a known one asks for a reason."""
    fields: tuple[FieldSpec, ...] = (_named("birth_date", "date", required=True, check=_past(today)),)
    if known:
        hint = tr("It is written into the audit.")
        fields += (FieldSpec("reason", "text", tr("Reason"), required=True, hint=hint),)
    return FormSpec(fields)


def identity_spec() -> FormSpec:
    """An identity document; its number is sealed when it is saved."""
    return FormSpec(
        (
            _named("id_type", "choice", required=True, choices=id_types()),
            _named("id_country", "text", required=True, hint=tr("Three letters, such as USA.")),
            FieldSpec(
                "id_number", "text", tr("Document number"), required=True, wide=True,
                hint=tr("Sealed when you save. No desk can read it again, only replace it."),
            ),
        )
    )  # fmt: skip


def address_spec() -> FormSpec:
    """A postal address."""
    return FormSpec(
        (
            _named("line1", "text", wide=True),
            _named("line2", "text", wide=True),
            _named("city", "text"),
            _named("region", "text"),
            _named("postal_code", "text"),
            _named("country", "text", required=True, hint=tr("Three letters, such as USA.")),
            _named("type", "choice", required=True, choices=address_types()),
            _named("is_default", "yes_no"),
        )
    )


def relationship_spec() -> FormSpec:
    """What a guardian is to the minor."""
    return FormSpec((_named("relationship", "choice", required=True, choices=relationships()),))


def address_lines(address: Address) -> tuple[str, str]:
    """Street, and the line of the town, as they stand on an envelope."""
    street = ", ".join(part for part in (address.line1, address.line2) if part)
    state = " ".join(part for part in (address.region, address.postal_code) if part)
    town = ", ".join(part for part in (address.city, state) if part)
    return street or town or address.country, ", ".join(
        part for part in ((town if street else ""), address.country) if part
    )
