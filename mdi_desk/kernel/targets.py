"""Where a click, a search result or a scanned code leads."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Target:
    """Something the desk can open.

    `kind`: ``view`` (name = the view's key), ``person``, ``class`` (its roster), ``booking`` (the check-in
    card in its roster), ``order``, ``command`` (name = the command's key), ``back``. `id` is the row's key
    where there is one.
    """

    kind: str
    id: UUID | None = None
    name: str = ""
