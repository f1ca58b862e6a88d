"""An answer of the database (a row, a JSON object) read with types: what is missing or odd says so."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

T = TypeVar("T")


class Facts:
    """Typed reading of a mapping. JSON has no dates and ids, so text is accepted where they are wanted.

    The plain readers raise TypeError with the field's name when there is no such value; the `maybe_` readers
    give None for a missing or null one.
    """

    __slots__ = ("_values",)

    def __init__(self, values: object) -> None:
        if not isinstance(values, Mapping):
            raise TypeError(f"not an object: {type(values).__name__}")
        self._values: Mapping[str, Any] = values

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def raw(self, name: str) -> Any:
        """The value as it came; None when it is missing."""
        return self._values.get(name)

    def maybe_uuid(self, name: str) -> UUID | None:
        value = self._values.get(name)
        if value is None or isinstance(value, UUID):
            return value
        return UUID(str(value))

    def uuid(self, name: str) -> UUID:
        return self._there(name, self.maybe_uuid(name))

    def maybe_text(self, name: str) -> str | None:
        value = self._values.get(name)
        return None if value is None else str(value)

    def text(self, name: str, missing: str | None = None) -> str:
        """The text; `missing` stands for null where it is given."""
        value = self.maybe_text(name)
        return missing if value is None and missing is not None else self._there(name, value)

    def maybe_whole(self, name: str) -> int | None:
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{name} is no whole number: {value!r}")
        return value

    def whole(self, name: str, missing: int | None = None) -> int:
        """The whole number; `missing` stands for null where it is given."""
        value = self.maybe_whole(name)
        return missing if value is None and missing is not None else self._there(name, value)

    def yes(self, name: str) -> bool:
        """A boolean; False when it is missing."""
        return self._values.get(name) is True

    def maybe_moment(self, name: str) -> datetime | None:
        """An aware datetime."""
        value = self._values.get(name)
        if value is None:
            return None
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        if found.tzinfo is None:
            raise TypeError(f"{name} has no time zone: {value!r}")
        return found

    def moment(self, name: str) -> datetime:
        return self._there(name, self.maybe_moment(name))

    def maybe_day(self, name: str) -> date | None:
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, datetime):
            raise TypeError(f"{name} is a moment, not a day")
        return value if isinstance(value, date) else date.fromisoformat(str(value))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty when it is missing."""
        return tuple(str(part) for part in self._values.get(name) or ())

    def under(self, name: str) -> "Facts":
        """The object inside."""
        return Facts(self._there(name, self._values.get(name)))

    def maybe_under(self, name: str) -> "Facts | None":
        value = self._values.get(name)
        return None if value is None else Facts(value)

    def each(self, name: str) -> tuple["Facts", ...]:
        """The objects of a list; none when it is missing."""
        return tuple(Facts(part) for part in self._values.get(name) or ())

    def mapping(self, name: str) -> dict[str, object]:
        """A plain object, copied; empty when it is missing."""
        return dict(self._values.get(name) or {})

    @staticmethod
    def _there(name: str, value: T | None) -> T:
        if value is None:
            raise TypeError(f"the answer has no {name}")
        return value
