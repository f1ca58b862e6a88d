"""Python's fold and SQL's fold agree: on every character, and on people's names."""

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mdi_desk.kernel.fold import fold, words
from tests.support.database import Database

pytestmark = pytest.mark.both_servers


def assigned() -> list[str]:
    """Every character that a name could hold, as far as the oldest Unicode of the two knows it (8.0)."""
    return [
        char
        for char in map(chr, range(1, sys.maxunicode + 1))
        if not 0xD800 <= ord(char) < 0xE000 and unicodedata.category(char) not in ("Cn", "Co")
    ]


def test_every_character(database: Database) -> None:
    chars = assigned()
    rows = database.owner().execute(
        "SELECT n, core.fold(c) FROM unnest(%s::text[]) WITH ORDINALITY AS t (c, n)", [chars]
    ).fetchall()  # fmt: skip
    differing = {
        f"U+{ord(chars[n - 1]):04X} {unicodedata.name(chars[n - 1], '?')}": (fold(chars[n - 1]), found)
        for n, found in rows
        if fold(chars[n - 1]) != found
    }
    assert differing == {}


NAMES = [
    "Đặng Thị Ánh",
    "O’Brien-Łukasz",
    "İpek Şahin",
    "Straße ẞ",
    "ΟΔΥΣΣΕΥΣ",
    "José Ñandú",
    "Åse Ærø",
    "نجلاء",
    "王秀英",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_each_form(database: Database, form: str) -> None:
    for name in NAMES:
        text = unicodedata.normalize(form, name)  # type: ignore[arg-type]
        assert database.value("SELECT core.fold(%s)", text) == fold(text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"], exclude_characters="\x00"), max_size=30))
def test_any_text(database: Database, text: str) -> None:
    assert database.value("SELECT core.fold(%s)", text) == fold(text)


def test_what_is_typed_finds_who_is_meant(database: Database) -> None:
    session = database.session("frontdesk")
    for number, name in enumerate(NAMES):
        person = database.add_person(
            name, "Zzyzx", email=f"zoo{number}@example.org", phone=f"+84912345{number:03d}"
        )
        for typed in (name, name.upper(), fold(name), f"zoo{number}@example.org", f"0912 345 {number:03d}"):
            found = session.rows("people.search", list(words(typed)), 10)
            assert [row["id"] for row in found] == [person], typed
