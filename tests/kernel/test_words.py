"""Sentences: looked up when needed, filled with values, plural by the language's own rule."""

from collections.abc import Iterator

import pytest

from mdi_desk.kernel.words import language, tr, trn, use

FRENCH = {
    "Check in {name}": "Enregistrer {name}",
    "{n} person": "{n} personne",
    "{n} people": "{n} personnes",
}


@pytest.fixture
def french() -> Iterator[None]:
    use(lambda text: FRENCH.get(text, ""), "fr")
    yield
    use(None)


def test_english_is_the_source() -> None:
    assert tr("Check in {name}", name="Ánh") == "Check in Ánh"
    assert tr("100 % of {this stays") == "100 % of {this stays", "nothing to fill, nothing is touched"
    assert language() == "en"


@pytest.mark.parametrize(("n", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_english_plural(n: int, text: str) -> None:
    assert trn("{n} person", "{n} people", n) == text


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("n", "text"), [(0, "0 personne"), (1, "1 personne"), (2, "2 personnes")])
def test_french_plural(n: int, text: str) -> None:
    assert trn("{n} person", "{n} people", n) == text


@pytest.mark.usefixtures("french")
def test_another_language_at_run_time() -> None:
    assert tr("Check in {name}", name="Ánh") == "Enregistrer Ánh"
    assert tr("Not translated") == "Not translated"
    assert language() == "fr"
    use(None)
    assert tr("Check in {name}", name="Ánh") == "Check in Ánh"


def test_a_value_is_never_read_as_a_pattern() -> None:
    assert tr("Check in {name}", name="{0} {name}") == "Check in {0} {name}"
