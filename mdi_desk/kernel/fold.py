"""Words as search compares them: no accents, no case, no quotes. The twin of SQL `core.fold`, tested equal.

A query is folded here and a row is folded there, so the two must agree on every character.
"""

import re
import unicodedata

MOST_WORDS = 8
LONGEST_WORD = 64
FEWEST_PHONE_DIGITS = 6
FEWEST_DIALLED_DIGITS = 9

# Letters that do not come apart under NFD. The last one is the final sigma: some lower() make it, some do
# not.
_LETTERS = {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
QUOTES = "'\"`´‘’‚‛“”„‟ʹʻʼʽˈ«»‹›"
_TABLE = str.maketrans({**_LETTERS, **dict.fromkeys(QUOTES, "")})
_MARKS = re.compile("[\u0300-\u036f]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]+")
_PHONE = re.compile(r"(?<![\w\-])\+?\(?\d[\d\s().\-/\u00a0\u2010-\u2015]*\d")
# Where a name comes apart is said by SQL people.tokens: at these, not by what some locale calls a letter.
_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~\u00a0\u00b7\u1680\u2000-\u206f\u3000-\u3002]+")


def fold(text: str) -> str:
    """`text` in lower case (NFD), without U+0300 to U+036F and quotes; đ ł ø ı as d l o i, ß æ œ as ss ae oe.

    What PostgreSQL cannot store (NUL, lone surrogates) is dropped.
    """
    lower = unicodedata.normalize("NFD", _UNSTORABLE.sub("", text).lower())
    return _MARKS.sub("", lower).translate(_TABLE)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a query, each once, in order; at most `MOST_WORDS` of `LONGEST_WORD` characters.

    What looks like a telephone number ("+1 (555) 010-2030") is one word of its digits. Of a long one the
    leading zeros are dropped: they are dialled, but E.164 does not have them.
    """
    found: list[str] = []

    def phone(match: re.Match[str]) -> str:
        digits = "".join(str(unicodedata.digit(char)) for char in match[0] if char.isdigit())
        if len(digits) < FEWEST_PHONE_DIGITS or not digits.strip("0"):
            return match[0]
        found.append(digits.lstrip("0") if len(digits) >= FEWEST_DIALLED_DIGITS else digits)
        return " "

    rest = fold(_PHONE.sub(phone, text))
    found += _BETWEEN.split(rest)
    return tuple(dict.fromkeys(word[:LONGEST_WORD] for word in found if word))[:MOST_WORDS]


def sort_key(family: str, given: str) -> str:
    """How a person is ordered in lists, compared by code point: the family name first, then the given name.

    Two spaces part them: lower than any letter and than the single space inside a name, so that all of "Van"
    stand before "Van Dyk".
    """
    return f"{_plain(family)}  {_plain(given)}".strip()


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
