"""Forms declared in plain Python; `qt.forms.FormWidget` builds them, tests fill them without a screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

FieldKind = Literal[
    "text",
    "long_text",
    "email",
    "phone",
    "date",
    "datetime",
    "money",
    "integer",
    "choice",
    "yes_no",
    "words",
    "password",
]
Choice = tuple[object, str]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form.

    `name` is the record's attribute and the command's key. `check` returns a sentence when the value is
    wrong, else None. `choices` are (value, label) pairs. `hint` stands below the field while it is right.
    Values by kind: text, long_text, email, phone, password -> str; date -> date | None;
    datetime -> aware datetime | None; money -> int minor units | None; integer -> int | None;
    choice -> the choice's value; yes_no -> bool; words -> tuple[str, ...].
    """

    name: str
    kind: FieldKind
    label: str
    required: bool = False
    check: Callable[[object], str | None] | None = None
    choices: Sequence[Choice] = ()
    hint: str = ""
    section: str = ""
    read_only: bool = False
    wide: bool = False
    visible_when: Callable[[Mapping[str, object]], bool] | None = None


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The fields of a form in reading order; `check` looks at all values and returns sentences by field."""

    fields: tuple[FieldSpec, ...]
    check: Callable[[Mapping[str, object]], Mapping[str, str]] | None = None
    currency: str = field(default="USD")
