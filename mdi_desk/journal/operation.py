"""An intended operation: what is asked of the server, by whom, when, and under which id."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from mdi_desk.kernel import clock
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.ids import uuid7

State = Literal["new", "sent", "done", "rejected", "conflict"]
WAITING: tuple[State, ...] = ("new", "sent")

# What may wait for a server that is away. Never money, never rights.
OFFLINE = frozenset({"training.check_in", "training.mark", "waivers.sign"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One call ``function(op_id, args)``. `args` is plain JSON, sent the same at each try.

    `kind` and `label` are for people: which sort ("check-in"), and about what ("Ánh Đặng, Safety basics").
    """

    op_id: UUID
    function: str
    args: Mapping[str, Any]
    login: str
    account_id: UUID
    kind: str
    label: str
    occurred_at: datetime

    @classmethod
    def make(
        cls, function: str, args: Mapping[str, Any], *, login: str, account_id: UUID, station: str,
        kind: str = "", label: str = "", op_id: UUID | None = None, now: clock.Clock = clock.now,
    ) -> "Operation":  # fmt: skip
        """An operation of this moment: `station` and ``occurred_at`` join `args` unless they are there.

        UUIDs, dates and aware datetimes in `args` become text. Raises TypeError for what JSON does not know.
        """
        at = now()
        whole = {"station": station, "occurred_at": at, **args}
        plain = json.loads(json.dumps(whole, default=_plain, allow_nan=False))
        return cls(op_id or uuid7(), function, plain, login, account_id, kind or function, label, at)


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as the journal keeps it. `operation` is None while its key is not at hand.

    `answer`: the server's result once done, or ``{"code", "message", "detail"}`` once rejected.
    """

    seq: int
    op_id: UUID
    login: str
    account_id: UUID
    function: str
    state: State
    tries: int
    written_at: datetime
    operation: Operation | None
    answer: Any = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may be shown for an operation.

    ``green``: committed, `result` is the server's answer. ``pending``: safe in this workstation's journal,
    not yet confirmed. ``red``: the server's final no, or it was not even recorded; `error` says why.
    """

    state: Literal["green", "pending", "red"]
    operation: Operation
    result: Any = None
    error: DeskError | None = None
    # The answer came for an operation that had been shown as pending.
    late: bool = field(default=False)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError(f"a time without a zone: {value}")
        return value.isoformat()
    if isinstance(value, UUID | date):
        return str(value)
    raise TypeError(f"not plain: {type(value).__name__}")
