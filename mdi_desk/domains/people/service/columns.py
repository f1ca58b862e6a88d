"""Typed names, e-mails and phones as the database keeps them, with a sentence for each that is wrong."""

from mdi_desk.kernel import fold
from mdi_desk.kernel.contact import email_normal, phone_e164
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.words import tr


def contact_columns(
    email: str, phone: str, region: str, wrong: dict[str, str]
) -> tuple[str | None, str | None]:
    """E-mail and phone in the form the database keeps; sentences go into `wrong` by field."""
    found: list[str | None] = []
    for text, normal in ((email, email_normal), (phone, lambda typed: phone_e164(typed, region))):
        try:
            found.append(normal(text) if text.strip() else None)
        except Invalid as error:
            wrong.update(error.fields)
            found.append(None)
    return found[0], found[1]


def name_columns(given: str, family: str, full: str, wrong: dict[str, str]) -> dict[str, object]:
    """The four columns of a name; the full name is made of the two others unless it is given."""
    first, last = " ".join(given.split()), " ".join(family.split())
    whole = " ".join(full.split()) or f"{first} {last}".strip()
    if not first:
        wrong["given_name"] = tr("Write the given name.")
    return {
        "given_name": first,
        "family_name": last,
        "full_name": whole,
        "sort_key": fold.sort_key(last, first),
    }
