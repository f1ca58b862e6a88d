"""What changed, and who started it: the news that every open view hears."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """Rows of one entity changed. `entity` is ``schema.table``; an empty `ids` means "many, look again".

    `initiator` is the operation or view that caused it, None when it came from another station.
    """

    entity: str
    ids: frozenset[UUID] = field(default_factory=frozenset)
    initiator: str | None = None


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """A write's answer: the record as it stands now, and what to tell the others."""

    record: T
    changes: tuple[Change, ...] = ()
