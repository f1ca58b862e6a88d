"""What to do with each failure of a call: the retry table as data, without a driver and without a clock.

Operations carry their own id and the server answers a repeated id with the stored result, so "try again" is
always safe; the question is only whether it helps, when, and what may be said meanwhile.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mdi_desk.kernel.errors import DeskError

Kind = Literal[
    "retry_same",  # it lost a race: the same call again at once, a few times
    "unknown",  # nobody knows whether it took effect: connect again and ask with the same id until answered
    "demoted",  # this server only reads now: find the one that writes
    "backoff",  # the server lacks room or connections: wait for longer and longer
    "once_more",  # it took too long: one more try
    "pending",  # committed here perhaps, not yet safe everywhere: ask again later
    "final",  # the business answer: no
    "sign_in",  # this login may not (or no longer): lock, never retry
    "alarm",  # the server's data is damaged: stop
]

RETRIES = 6
RETRY_STEP = 0.05
UNKNOWN_STEP = 0.1
UNKNOWN_MOST = 5.0
BACKOFF_STEP = 2.0
BACKOFF_MOST = 30.0

# Full code, or the two characters of its class; a full code wins.
_TABLE: dict[str, Kind] = {
    "08": "unknown",
    "22": "final",
    "23": "final",
    "25006": "demoted",
    "25P02": "retry_same",
    "25P03": "unknown",
    "25P04": "unknown",
    "26000": "retry_same",
    "28": "sign_in",
    "40": "retry_same",
    "40003": "unknown",
    "40P01": "retry_same",
    "42501": "sign_in",
    "53": "backoff",
    "55P03": "retry_same",
    "57014": "once_more",
    "57P01": "unknown",
    "57P02": "unknown",
    "57P03": "unknown",
    "57P05": "unknown",
    "58": "backoff",
    "P0001": "final",
    "XX001": "alarm",
    "XX002": "alarm",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind` as above; `again`: whether to try once more now, after `delay` seconds (jitter included).

    `final`: this is the answer to the operation itself; anything else leaves it waiting in the journal.
    """

    kind: Kind
    again: bool
    delay: float = 0.0

    @property
    def final(self) -> bool:
        return self.kind == "final"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try of a call. `error` and `verdict` are both None exactly when `result` is the committed
    answer.
    """

    result: object = None
    verdict: Verdict | None = None
    error: DeskError | None = None
    code: str = ""


def judge(
    sqlstate: str | None,
    *,
    at_commit: bool = False,
    warning: bool = False,
    tries: int = 1,
    chance: Callable[[], float] = random.random,
) -> Verdict:
    """What to do after try number `tries` (from 1) ended with `sqlstate`; None: the connection broke.

    `warning`: COMMIT came back, but with a WARNING (`sqlstate` is the warning's). `at_commit`: COMMIT was on
    its way. `chance` gives numbers in [0, 1) for the jitter.
    """
    if warning:
        return Verdict("pending", True, _later(UNKNOWN_STEP, UNKNOWN_MOST, tries, chance))
    kind: Kind = "unknown"
    if sqlstate is not None:
        kind = _TABLE.get(sqlstate) or _TABLE.get(sqlstate[:2]) or "final"
    if kind == "once_more" and at_commit:
        return Verdict("pending", True, _later(UNKNOWN_STEP, UNKNOWN_MOST, tries, chance))
    if kind == "retry_same":
        return Verdict(kind, tries < RETRIES, _later(RETRY_STEP, UNKNOWN_MOST, tries, chance))
    if kind in ("unknown", "demoted"):
        return Verdict(kind, True, _later(UNKNOWN_STEP, UNKNOWN_MOST, tries, chance))
    if kind == "backoff":
        wait = _later(BACKOFF_STEP, BACKOFF_MOST, tries, chance)
        return Verdict(kind, True, max(BACKOFF_STEP, wait))
    if kind == "once_more":
        return Verdict(kind, tries < 2)
    return Verdict(kind, False)


def _later(step: float, most: float, tries: int, chance: Callable[[], float]) -> float:
    """`step` doubled with each try, up to `most`; between half and all of it, so that desks do not march in
    step.
    """
    full: float = min(most, step * 2.0 ** min(tries - 1, 16))
    return full * (0.5 + chance() / 2)
