"""Sentences a person reads, translatable without importing Qt.

Every literal first argument of `tr` and `trn` is collected into `resources/i18n/*.ts` (context ``desk``).
The composition root installs the running language's lookup with `use`; without one, English is shown.
"""

from collections.abc import Callable

Lookup = Callable[[str], str]


def _same(text: str) -> str:
    return text


_lookup: Lookup = _same
_language = "en"


def use(lookup: Lookup | None, language: str = "en") -> None:
    """Install the translation lookup of `language`; None goes back to the English source."""
    global _lookup, _language
    _lookup = lookup or _same
    _language = language


def language() -> str:
    """The running language's two-letter code."""
    return _language


def tr(text: str, **values: object) -> str:
    """`text` in the running language, with ``{name}`` fields filled from `values`."""
    found = _lookup(text) or text
    return found.format(**values) if values else found


def trn(one: str, many: str, n: int, **values: object) -> str:
    """`one` or `many` by the running language's plural rule, with ``{n}`` and other fields filled."""
    # English: only 1 is singular. French: 0 and 1 are.
    singular = n in (0, 1) if _language == "fr" else n == 1
    return tr(one if singular else many, n=n, **values)
