"""Telephone numbers and e-mail addresses."""

import pytest

from mdi_desk.kernel.contact import email_normal, phone_e164, show_phone
from mdi_desk.kernel.errors import Invalid


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("(213) 555-0123", "US", "+12135550123"),
        ("+1 213.555.0123", "VN", "+12135550123"),
        ("0912 345 678", "VN", "+84912345678"),
        ("00 84 912 345 678", "FR", "+84912345678"),
        ("06 12 34 56 78", "fr", "+33612345678"),
        ("  +225 07 07 12 34 56 ", "", "+2250707123456"),
    ],
)
def test_phone(text: str, region: str, e164: str) -> None:
    assert phone_e164(text, region) == e164


@pytest.mark.parametrize(
    ("text", "region", "part"),
    [
        ("12", "US", "too short"),
        ("+1 213 555 0123 99", "US", "too long"),
        ("hello", "US", "not a telephone number"),
        ("", "US", "not a telephone number"),
        ("2135550123", "", "country"),
    ],
)
def test_a_wrong_phone_says_why(text: str, region: str, part: str) -> None:
    with pytest.raises(Invalid) as caught:
        phone_e164(text, region)
    assert part in caught.value.message
    assert caught.value.fields == {"phone": caught.value.message}


def test_phone_as_people_read_it() -> None:
    assert show_phone("+12135550123") == "+1 213-555-0123"
    assert show_phone("+84912345678") == "+84 912 345 678"
    assert show_phone("odd") == "odd"
    assert show_phone(None) == ""


def test_email() -> None:
    assert email_normal("  Anna.B@Example.ORG ") == "anna.b@example.org"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("anna", "@"),
        ("an na@example.org", "spaces"),
        ("anna@", "spelling"),
        ("@example.org", "spelling"),
        ("", "@"),
    ],
)
def test_a_wrong_email_says_why(text: str, part: str) -> None:
    with pytest.raises(Invalid) as caught:
        email_normal(text)
    assert part in caught.value.message
    assert list(caught.value.fields) == ["email"]
