"""Telephone numbers and e-mail addresses in the one form the database keeps, and as people read them."""

from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.words import tr


def phone_e164(text: str, region: str) -> str:
    """`text` as E.164 ("+15550102030"); a number without a country is read as one of `region` (ISO, two
    letters).

    Raises `Invalid` with the field ``phone`` and one sentence when it cannot be a telephone number.
    """
    import phonenumbers

    too_long = tr("This telephone number is too long; was a digit typed twice?")
    digits = sum(char.isdigit() for char in text)
    try:
        number = phonenumbers.parse(text.strip(), region.upper() or None)
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE and digits > 4:
            raise _bad_phone(
                tr("Begin the telephone number with + and the country's code, for example +1.")
            ) from None
        if error.error_type == phonenumbers.NumberParseException.TOO_LONG:
            raise _bad_phone(too_long) from None
        raise _bad_phone(tr("This is not a telephone number.")) from None
    # Possible, not valid: number plans change faster than the library's tables.
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.IS_POSSIBLE:
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if reason in (
        phonenumbers.ValidationResult.TOO_SHORT,
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    ):
        raise _bad_phone(tr("This telephone number is too short; are digits missing?"))
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        raise _bad_phone(too_long)
    if reason == phonenumbers.ValidationResult.INVALID_COUNTRY_CODE:
        raise _bad_phone(tr("Begin the telephone number with + and the country's code, for example +1."))
    raise _bad_phone(tr("This telephone number does not have the right number of digits."))


def show_phone(e164: str | None) -> str:
    """An E.164 number with spaces as its country writes it abroad ("+1 555-010-2030"); anything else
    unchanged.
    """
    import phonenumbers

    if not e164:
        return ""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def email_normal(text: str) -> str:
    """`text` as an e-mail address in lower case. Raises `Invalid` with the field ``email`` when it cannot be
    one.

    Nothing is looked up in the network.
    """
    import email_validator

    wanted = text.strip()
    try:
        found = email_validator.validate_email(wanted, check_deliverability=False)
    except email_validator.EmailNotValidError:
        if "@" not in wanted:
            sentence = tr("An e-mail address has an @ in it.")
        elif any(char.isspace() for char in wanted):
            sentence = tr("An e-mail address has no spaces in it.")
        else:
            sentence = tr("This is not an e-mail address; check its spelling.")
        raise Invalid(sentence, {"email": sentence}) from None
    return found.normalized.lower()


def _bad_phone(sentence: str) -> Invalid:
    return Invalid(sentence, {"phone": sentence})
