"""The desk speaks French as well as English: every text, every field, every help page, and in good type."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from mdi_desk.kernel import words
from mdi_desk.kernel.words import tr, trn

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources/help"
REMEDY = "run: .venv/bin/python packaging/words.py, then translate what is empty in resources/i18n/fr.ts"

# What is no French but a thing to type or to read by machine: addresses, command lines, key names, formats.
MACHINE = re.compile(r"\w+://\S*|`[^`]*`|\bhh:mm\b|\b\d\d:\d\d\b|\{[^{}]*\}|\[[^\]]*\]|--[\w-]+")
NARROW = "\u202f"
BAD_TYPE = {
    "a narrow no-break space stands before ; : ! ? » %": re.compile(rf"(?<!{NARROW})[;:!?»%]"),
    "a narrow no-break space stands after «": re.compile(rf"«(?!{NARROW})"),
    "the apostrophe is ’": re.compile(r"'"),
    "quotation marks are « and »": re.compile(r"[\"“”]"),
    "the ellipsis is one character": re.compile(r"\.\.\."),
    "no space at an end, and none twice": re.compile(r"^[ \u202f]|(?<![↓✓])[ \u202f]{2}"),
}
# The same key under its other names.
KEYS = {"Entrée": "Enter", "Suppr": "Del", "Delete": "Del", "Échap": "Esc"}


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "packaging/words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return _tool()


@pytest.fixture(scope="module")
def french(tool: ModuleType) -> dict[str, str]:
    known: dict[str, str] = tool.translations()
    return known


def type_faults(text: str) -> list[str]:
    """What is wrong with the typography of `text`, in words."""
    said = MACHINE.sub("x", text)
    return [rule for rule, pattern in BAD_TYPE.items() if pattern.search(said)]


def test_every_text_is_french_and_none_is_left_over(tool: ModuleType) -> None:
    found = tool.problems()
    assert not found, "\n".join([REMEDY, *found])


def test_no_file_is_passed_over(tool: ModuleType) -> None:
    """A plainer way of looking finds nothing that the tool has not found."""
    known = tool.texts()
    seen = {
        text
        for path in (ROOT / "mdi_desk").rglob("*.py")
        for text in re.findall(r'\btrn?\(\s*"([^"\\]+)"[,)]', path.read_text("utf-8"))
    }
    assert len(seen) > 1000
    assert not seen - set(known)


def test_the_compiled_words_are_those_of_the_source(tool: ModuleType, french: dict[str, str]) -> None:
    compiled = QTranslator()
    assert compiled.load(str(tool.QM)), REMEDY
    other = {text: compiled.translate("desk", text) for text in french}
    assert other == french, REMEDY
    assert not tool.stale(), REMEDY


def test_french_type(french: dict[str, str]) -> None:
    found = [f"{text!r}: {rule}" for text in french.values() for rule in type_faults(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text", ["Quoi ?", "Nom: x", "l'heure", "« rien »", "Attendez...", "« Oui »", "deux  mots"]
)
def test_bad_type_is_seen(text: str) -> None:
    assert type_faults(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Quoi{NARROW}?",
        "comme 09:30",
        f"lancez{NARROW}: desk --help",
        f"«{NARROW}Oui{NARROW}»",
        "hh:mm",
    ],
)
def test_good_type_passes(text: str) -> None:
    assert not type_faults(text)


def test_the_ends_of_a_text_stay(french: dict[str, str]) -> None:
    """A sentence stays a sentence, an unfinished one stays unfinished, and a prompt keeps its space."""
    for text, said in french.items():
        if not said:  # told by the first test
            continue
        assert (text[-1:] == " ") == (said[-1:] == " "), text
        if text[-1:] in ".?…":
            assert said[-1:] == text[-1:], f"{text!r} / {said!r}"


def _at_import(tree: ast.AST, inside: bool = False) -> Iterator[int]:
    """The lines of `tr` and `trn` calls that run while a module is imported."""
    for name, value in ast.iter_fields(tree):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            later = inside or (
                name == "body" and isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            )
            called = child.func if isinstance(child, ast.Call) and not later else None
            if isinstance(called, ast.Name) and called.id in ("tr", "trn"):
                yield child.lineno  # type: ignore[attr-defined]
            yield from _at_import(child, later)


def test_no_text_is_frozen_in_one_language() -> None:
    """A text looked up at import stays English for ever. The command line is English and may."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "mdi_desk").rglob("*.py"))
        if "cli" not in path.parts
        for line in _at_import(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, found
    frozen = 'A = tr("a")\nclass B:\n    C = tr("c")\n    def d(self, e=tr("e")):\n        return tr("f")\n'
    assert sorted(_at_import(ast.parse(frozen))) == [1, 3, 4]


def test_speaking(french: dict[str, str]) -> None:
    """What a person reads after the switch: fields filled, and the plural of French."""
    words.use(lambda text: french.get(text, ""), "fr")
    try:
        assert tr("Nothing found for “{typed}”. Try fewer letters.", typed="Zoé").startswith(
            f"Rien trouvé pour «{NARROW}Zoé{NARROW}»"
        )
        assert [trn("{n} person", "{n} people", n) for n in (0, 1, 2)] == [
            "0 personne",
            "1 personne",
            "2 personnes",
        ]
    finally:
        words.use(None)


# -- help --------------------------------------------------------------------------------------------------


def _pages(language: str) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((HELP / language).glob("*.md"))}


def _shape(page: str) -> list[str]:
    """The page without its words: headings, points and table rows in their order."""
    return [
        found.group(0)
        for line in page.splitlines()
        if (found := re.match(r"#+ |- |\d+\. |\|", line)) is not None
    ]


def _keys(page: str) -> list[str]:
    """The keys and commands that the page names, in English."""
    found = re.findall(r"`([^`]+)`", page) + [key for key in KEYS if f"**{key}**" in page]
    found += ["Enter"] * page.count("**Enter**")
    return sorted("+".join(KEYS.get(part, part) for part in key.split("+")) for key in found)


def test_every_help_page_is_there_twice() -> None:
    assert list(_pages("en")) == list(_pages("fr"))


@pytest.mark.parametrize("name", sorted(path.name for path in (HELP / "en").glob("*.md")))
def test_a_help_page_says_the_same_in_french(name: str) -> None:
    english, said = _pages("en")[name], _pages("fr").get(name, "")
    assert _shape(english) == _shape(said)
    assert _keys(english) == _keys(said)
    assert len(english.split("\n\n")) == len(said.split("\n\n")), "other paragraphs"
    faults = [f"{line}: {rule}" for line in said.splitlines() for rule in type_faults(line)]
    assert not faults, "\n".join(faults)


def test_every_view_that_names_a_help_page_finds_it() -> None:
    named = {
        (path, found)
        for path in (ROOT / "mdi_desk").rglob("*.py")
        for found in re.findall(r'help_page = "([a-z-]+)"', path.read_text("utf-8"))
    }
    assert named
    pages = _pages("en")
    assert not [f"{path}: {found}" for path, found in named if f"{found}.md" not in pages]
