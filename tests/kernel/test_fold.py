"""Folding and splitting of what people type, without a database; tests/db compares `fold` with SQL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel.fold import LONGEST_WORD, MOST_WORDS, fold, sort_key, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đặng Thị Ánh", "dang thi anh"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Ærø", "soren aero"),
        ("Straße STRASSE ẞ", "strasse strasse ss"),
        ("Œuvre", "oeuvre"),
        ("İstanbul ılık", "istanbul ilik"),
        ("O’Brien O'Brien O‘Brien “x”", "obrien obrien obrien x"),
        ("ΟΔΥΣΣΕΥΣ ὀδυσσεύς", "οδυσσευσ οδυσσευσ"),
        ("a\x00b\ud800c", "abc"),
        ("Nguyễn Văn", "nguyen van"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_gives_what_postgresql_can_store(text: str) -> None:
    assert "\x00" not in fold(text)
    fold(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ánh  đặng", ("anh", "dang")),
        ("anna anna ANNA", ("anna",)),
        ("Smith-Jones, Mary_Ann", ("smith", "jones", "mary", "ann")),
        ("anna.b@example.org", ("anna", "b", "example", "org")),
        ("+1 (555) 010-2030", ("15550102030",)),
        ("0912 345 678 ánh", ("912345678", "anh")),
        ("010-2030", ("0102030",)),
        ("room 12", ("room", "12")),
        ("0000000000", ("0000000000",)),
        ("MDI-2026-00042", ("mdi", "2026", "00042")),
        (" \t ", ()),
        ("'", ()),
    ],
)
def test_words(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


@given(st.text(max_size=400))
def test_words_are_few_short_and_folded(text: str) -> None:
    found = words(text)
    assert len(found) <= MOST_WORDS
    assert len(set(found)) == len(found)
    assert all(0 < len(word) <= LONGEST_WORD and fold(word) == word for word in found)


def test_a_whole_book_pasted_into_the_search() -> None:
    assert len(words("word" * 100_000)) == 1


def test_sort_key_puts_the_family_first() -> None:
    people = [
        ("Van", "Zoe"),
        ("Van Dyk", "Anna"),
        ("Vander", "Bo"),
        ("Đặng", "Ánh"),
        ("Dang", "Binh"),
        ("", "Plato"),
    ]
    ordered = sorted(people, key=lambda one: sort_key(*one))
    assert ordered == [
        ("Đặng", "Ánh"), ("Dang", "Binh"), ("", "Plato"),
        ("Van", "Zoe"), ("Van Dyk", "Anna"), ("Vander", "Bo"),
    ]  # fmt: skip
    assert sort_key("  De   la Cruz ", "José ") == "de la cruz  jose"
