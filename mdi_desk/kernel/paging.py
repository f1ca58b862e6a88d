"""Keyset pages: how a list of any length is read a piece at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

PAGE_SIZE = 200
MOST_ROWS = 50_000

Cursor = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`rows` in order, and the cursor after the last one; `after` is None when the list ends here."""

    rows: tuple[T, ...]
    after: Cursor | None = None

    def map(self, change: Callable[[T], U]) -> "Page[U]":
        """The same page with `change` applied to each row."""
        return Page(tuple(change(row) for row in self.rows), self.after)
