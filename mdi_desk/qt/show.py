"""How dates, times, money and telephone numbers are written: by the running language, the same everywhere.

Babel and phonenumbers are imported when first used. A language stands for a locale: English for the
institute's West Virginia (dollars, month before day where it is typed) with the day written before the month
where it is read, so that nobody mistakes 3/5; French as in France.
"""

import datetime as dt
from functools import lru_cache
from typing import Any

from mdi_desk.kernel.money import Money, decimals
from mdi_desk.kernel.words import language, tr, trn

_LOCALES = {"en": "en_US", "fr": "fr_FR"}
_REGIONS = {"en": "US", "fr": "FR"}
# The franc CFA and its like: thin grouped figures and an F behind, in every language.
_FRANCS = frozenset({"XOF", "XAF"})
_MINUS = "−"
_NARROW = "\u202f"


@lru_cache(maxsize=4)
def _locale(code: str) -> Any:
    from babel import Locale

    return Locale.parse(_LOCALES.get(code, "en_US"))


def locale() -> Any:
    """Babel's locale of the running language."""
    return _locale(language())


@lru_cache(maxsize=8192)
def _date(day: dt.date, pattern: str, code: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(code))


def _as_date(when: dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def day(when: dt.date) -> str:
    """ "Friday, 20 November"; "vendredi 20 novembre"."""
    code = language()
    return _date(_as_date(when), "EEEE d MMMM" if code == "fr" else "EEEE, d MMMM", code)


def long_day(when: dt.date) -> str:
    """ "Friday, 20 November 2026"."""
    code = language()
    return _date(_as_date(when), "EEEE d MMMM y" if code == "fr" else "EEEE, d MMMM y", code)


def week_day(when: dt.date) -> str:
    """ "Fri 20 Nov"."""
    return _date(_as_date(when), "EEE d MMM", language())


def short_day(when: dt.date) -> str:
    """ "20 Nov"."""
    return _date(_as_date(when), "d MMM", language())


def date(when: dt.date | None) -> str:
    """ "20 Nov 2026"; "" for no date."""
    return "" if when is None else _date(_as_date(when), "d MMM y", language())


def month_year(when: dt.date) -> str:
    """ "November 2026"."""
    return _date(_as_date(when), "LLLL y", language())


def month(when: dt.date) -> str:
    """ "Nov"."""
    return _date(_as_date(when), "LLL", language())


def short_month_year(when: dt.date) -> str:
    """ "Nov 2027"."""
    return _date(_as_date(when), "LLL y", language())


def typed_date(when: dt.date | None) -> str:
    """As it is typed into a field: "11/20/2026" in English, "20/11/2026" in French; "" for no date."""
    if when is None:
        return ""
    return (
        f"{when.day:02}/{when.month:02}/{when.year:04}"
        if language() == "fr"
        else f"{when:%m/%d}/{when.year:04}"
    )


def date_pattern() -> str:
    """What a date field shows while empty."""
    return tr("mm/dd/yyyy")


def read_date(text: str, *, today: dt.date | None = None) -> dt.date | None:
    """The date somebody typed, None for an empty text.

    Understands the language's short form with any separator, ISO, "20 Nov 2026" and two-figure years (one
    more than ten ahead of `today` belongs to the last century). Raises ValueError otherwise.
    """
    import re

    text = text.strip().lower()
    if not text:
        return None
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month_, day_ = map(int, found.groups())
        return dt.date(year, month_, day_)
    if found := re.fullmatch(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})", text):
        first, second, year = map(int, found.groups())
        day_, month_ = (first, second) if language() == "fr" else (second, first)
    elif found := re.fullmatch(r"(\d{1,2})[.\s]+([^\W\d]+)\.?,?\s+(\d{4}|\d{2})", text):
        day_, year = int(found[1]), int(found[3])
        month_ = _month_number(found[2])
    elif found := re.fullmatch(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4}|\d{2})", text):
        day_, year = int(found[2]), int(found[3])
        month_ = _month_number(found[1])
    else:
        raise ValueError(text)
    if year < 100:
        now = (today or dt.date.today()).year  # noqa: DTZ011 - a typed date is a day of this place
        year += now // 100 * 100
        if year > now + 10:
            year -= 100
    return dt.date(year, month_, day_)


def _month_number(word: str) -> int:
    for width in ("wide", "abbreviated"):
        for number, name in locale().months["format"][width].items():
            bare = name.lower().rstrip(".")
            if bare == word or (len(word) >= 3 and bare.startswith(word)):
                return int(number)
    raise ValueError(word)


def clock(when: dt.datetime | dt.time) -> str:
    """ "09:02", twenty-four hours. Hand in a local time: the caller knows the institute's zone."""
    return f"{when.hour:02}:{when.minute:02}"


def span(start: dt.datetime | dt.time, end: dt.datetime | dt.time) -> str:
    """ "09:00 to 17:00"."""
    return tr("{start} to {end}", start=clock(start), end=clock(end))


def moment(when: dt.datetime | None) -> str:
    """ "20 Nov 2026, 09:02"; "" for none. A local time, as for `clock`."""
    return "" if when is None else f"{date(when)}, {clock(when)}"


def short_moment(when: dt.datetime) -> str:
    """ "20 Nov 09:02"."""
    return f"{short_day(when)} {clock(when)}"


def relative(when: dt.date, today: dt.date) -> str:
    """The day as people say it: today, tomorrow, yesterday, "Mon" within a week, "in 12 days", the date."""
    away = (_as_date(when) - today).days
    if away in (-1, 0, 1):
        return (tr("yesterday"), tr("today"), tr("tomorrow"))[away + 1]
    if 1 < away < 7:
        return _date(_as_date(when), "EEE", language())
    if 7 <= away <= 30:
        return trn("in {n} day", "in {n} days", away)
    if -30 <= away < -1:
        return trn("{n} day ago", "{n} days ago", -away)
    return date(when)


def number(value: int) -> str:
    """ "12,400"; "12 400" in French."""
    sign = _MINUS if value < 0 else ""
    return sign + f"{abs(value):,}".replace(",", _NARROW if language() == "fr" else ",")


def amount(minor: int, currency: str = "USD") -> str:
    """Minor units as a bare amount for a column: "185.00", "9 000"; a true minus sign."""
    places = decimals(currency)
    sign = _MINUS if minor < 0 else ""
    whole, part = divmod(abs(minor), 10**places)
    spaced = currency in _FRANCS or language() == "fr"
    text = f"{whole:,}".replace(",", _NARROW if spaced else ",")
    if places:
        text += ("," if language() == "fr" else ".") + f"{part:0{places}}"
    return sign + text


@lru_cache(maxsize=32)
def _symbol(currency: str, code: str) -> str:
    if currency in _FRANCS:
        return "F"
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale=_locale(code)))


def money(minor: int | Money, currency: str = "USD") -> str:
    """ "$185.00", "9 000 F", "185,00 €"; the sign stands before everything."""
    if isinstance(minor, Money):
        currency = minor.currency
        minor = minor.minor
    symbol = _symbol(currency, language())
    plain = amount(abs(minor), currency)
    sign = _MINUS if minor < 0 else ""
    if currency in _FRANCS or language() == "fr":
        return f"{sign}{plain}{_NARROW}{symbol}"
    return f"{sign}{symbol}{plain}"


def read_money(text: str, currency: str = "USD") -> int | None:
    """The minor units somebody typed ("185", "185.00", "1 250,50", "$1,250.50"), None for an empty text.

    The last point or comma is the decimal sign when one or two figures follow it; otherwise it groups. Raises
    ValueError for anything else, also for too many decimals.
    """
    import re

    bare = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    negative = bare[:1] in ("-", "−")
    bare = bare.lstrip("-−")
    for sign in {_symbol(currency, language()), currency, "$", "€", "F"}:
        bare = bare.removeprefix(sign).removesuffix(sign)
    if not bare:
        if text.strip():
            raise ValueError(text)
        return None
    places = decimals(currency)
    found = re.fullmatch(r"([\d.,]*?)(?:[.,](\d{1,2}))?", bare)
    if found is None or not re.search(r"\d", bare):
        raise ValueError(text)
    whole, part = found[1], found[2] or ""
    if re.search(r"[.,]", whole) and not re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", whole):
        raise ValueError(text)
    if part and whole and bare[len(whole)] in whole:
        raise ValueError(text)  # one sign cannot both group and divide
    if len(part) > places:
        raise ValueError(text)
    scale: int = 10**places
    minor = int(re.sub(r"\D", "", whole) or "0") * scale + (int(part.ljust(places, "0")) if part else 0)
    return -minor if negative else minor


@lru_cache(maxsize=4096)
def _phone(e164: str, region: str) -> str:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(e164, region)
    except phonenumbers.NumberParseException:
        return e164
    home = phonenumbers.region_code_for_number(parsed) == region
    kind = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(parsed, kind.NATIONAL if home else kind.INTERNATIONAL))


def phone(e164: str | None, region: str = "US") -> str:
    """ "(304) 555-0142" within `region`, "+33 1 23 45 67 89" from elsewhere; what cannot be read as it is."""
    return _phone(e164, region) if e164 else ""


def warm_up() -> None:
    """Read what is slow to read, off the GUI thread: both languages’ calendars, telephone rules."""
    from babel.dates import format_date
    from babel.numbers import format_currency

    for code in _LOCALES:
        format_date(dt.date(2026, 1, 31), "EEEE d MMMM", locale=_locale(code))
        format_currency(1, "USD", locale=_locale(code))
    phone("+13045550142")
