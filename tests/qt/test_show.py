"""Dates, money and phones as people read and type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel import words
from mdi_desk.kernel.money import Money
from mdi_desk.qt import show

DAY = dt.date(2026, 11, 20)
NINE = dt.datetime(2026, 11, 20, 9, 2, tzinfo=dt.UTC)


def french() -> None:
    words.use(lambda text: text, "fr")


def test_dates_in_english() -> None:
    assert show.day(DAY) == "Friday, 20 November"
    assert show.long_day(DAY) == "Friday, 20 November 2026"
    assert show.week_day(DAY) == "Fri 20 Nov"
    assert show.short_day(DAY) == "20 Nov"
    assert show.date(DAY) == show.date(NINE) == "20 Nov 2026"
    assert (show.month(DAY), show.month_year(DAY)) == ("Nov", "November 2026")
    assert show.date(None) == ""
    assert show.clock(NINE) == "09:02"
    assert show.span(NINE, NINE.replace(hour=17, minute=0)) == "09:02 to 17:00"
    assert show.moment(NINE) == "20 Nov 2026, 09:02"
    assert show.moment(None) == ""
    assert show.short_moment(NINE) == "20 Nov 09:02"


def test_dates_in_french() -> None:
    french()
    assert show.day(DAY) == "vendredi 20 novembre"
    assert show.date(DAY) == "20 nov. 2026"
    assert show.typed_date(DAY) == "20/11/2026"
    assert show.read_date("20/11/2026") == DAY
    assert show.read_date("20 nov. 2026") == DAY


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "Mon"),
        (12, "in 12 days"),
        (-5, "5 days ago"),
        (90, "18 Feb 2027"),
    ],
)
def test_days_as_people_say_them(away: int, said: str) -> None:
    assert show.relative(DAY + dt.timedelta(days=away), DAY) == said


@pytest.mark.parametrize(
    "typed",
    [
        "11/20/2026",
        "11-20-2026",
        "11.20.26",
        "2026-11-20",
        "20 Nov 2026",
        "Nov 20, 2026",
        "november 20 26",
        "20 November 2026",
    ],
)
def test_dates_typed_in_many_ways(typed: str) -> None:
    assert show.read_date(typed, today=DAY) == DAY


def test_two_figure_years_of_birth() -> None:
    assert show.read_date("2/29/88", today=DAY) == dt.date(1988, 2, 29)
    assert show.read_date("1/1/36", today=DAY) == dt.date(2036, 1, 1)
    assert show.read_date("1/1/37", today=DAY) == dt.date(1937, 1, 1)
    assert show.read_date("  ") is None


@pytest.mark.parametrize("typed", ["20/11/2026", "2/30/2026", "soon", "11/20", "Foo 20, 2026", "2026-13-01"])
def test_what_is_no_date(typed: str) -> None:
    with pytest.raises(ValueError):
        show.read_date(typed, today=DAY)


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31)), st.sampled_from(["en", "fr"])
)
def test_a_date_shown_in_a_field_is_read_back(day: dt.date, code: str) -> None:
    words.use(lambda text: text, code)
    assert show.read_date(show.typed_date(day)) == day
    assert show.read_date(day.isoformat()) == day


def test_money_in_english() -> None:
    assert show.money(18500) == "$185.00"
    assert show.money(Money(-18500)) == "−$185.00"
    assert show.money(123456789) == "$1,234,567.89"
    assert show.money(9000, "XOF") == "9\u202f000\u202fF"
    assert show.money(2_862_000, "XOF") == "2\u202f862\u202f000\u202fF"
    assert show.amount(-648000, "XOF") == "−648\u202f000"
    assert show.money(1250, "EUR") == "€12.50"
    assert show.number(-12400) == "−12,400"


def test_money_in_french() -> None:
    french()
    assert show.money(18500, "EUR") == "185,00\u202f€"
    assert show.money(123456, "USD").startswith("1\u202f234,56\u202f$")


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("185", 18500),
        ("185.00", 18500),
        ("$1,250.50", 125050),
        ("1 250,50", 125050),
        ("1.250,50", 125050),
        ("1,250", 125000),
        (".5", 50),
        ("-12.30", -1230),
        ("−$185.00", -18500),
        ("", None),
        ("  ", None),
    ],
)
def test_amounts_typed_in_many_ways(typed: str, minor: int | None) -> None:
    assert show.read_money(typed) == minor


@pytest.mark.parametrize("typed", ["abc", "1.2.3", "12.345.6", "$", "1,25,000", "1e5"])
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(ValueError):
        show.read_money(typed)


def test_francs_have_no_decimals() -> None:
    assert show.read_money("9 000 F", "XOF") == 9000
    with pytest.raises(ValueError):
        show.read_money("9000.50", "XOF")


@given(
    st.integers(min_value=-(10**12), max_value=10**12),
    st.sampled_from(["USD", "XOF", "EUR"]),
    st.sampled_from(["en", "fr"]),
)
def test_an_amount_shown_is_read_back(minor: int, currency: str, code: str) -> None:
    words.use(lambda text: text, code)
    assert show.read_money(show.amount(minor, currency), currency) == minor
    assert show.read_money(show.money(minor, currency), currency) == minor


def test_phones() -> None:
    assert show.phone("+13045550142") == "(304) 555-0142"
    assert show.phone("+33123456789") == "+33 1 23 45 67 89"
    assert show.phone("+33123456789", "FR") == "01 23 45 67 89"
    assert show.phone("ask at the desk") == "ask at the desk"
    assert show.phone(None) == ""
