"""Times of the work beside times of its floor."""

import os
import platform
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from mdi_desk.kernel.words import tr

PERCENTILES = (50, 95, 99)


@dataclass(slots=True)
class Times:
    """Milliseconds, one for each time something was done."""

    ms: list[float] = field(default_factory=list)

    def at(self, percent: int) -> float:
        """The percentile, by the nearest rank."""
        ordered = sorted(self.ms)
        return ordered[min(len(ordered) - 1, max(0, -(-percent * len(ordered) // 100) - 1))]

    def as_json(self) -> dict[str, float]:
        """Count and percentiles."""
        return {"n": len(self.ms), **{f"p{percent}": round(self.at(percent), 4) for percent in PERCENTILES}}


@dataclass(slots=True)
class Pair:
    """Some work and its floor. At the percentile `judged` the ratio shall not exceed `goal`, or the work not
    take
    more than `over_ms` longer; None for no such goal.
    """

    what: str
    size: int
    floor_is: str
    goal: float | None = None
    judged: int = 50
    over_ms: float | None = None
    work: Times = field(default_factory=Times)
    floor: Times = field(default_factory=Times)

    def ratio(self, percent: int) -> float:
        """Work over floor."""
        return self.work.at(percent) / max(self.floor.at(percent), 1e-9)

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if self.over_ms is not None:
            return self.work.at(self.judged) - self.floor.at(self.judged) <= self.over_ms
        return None if self.goal is None else self.ratio(self.judged) <= self.goal

    @property
    def aim(self) -> str:
        """The goal in a few signs; empty without one."""
        if self.over_ms is not None:
            return f"p{self.judged} ≤ +{self.over_ms:g} ms"
        return "" if self.goal is None else f"p{self.judged} ≤ {self.goal:g} ×"

    def as_json(self) -> dict[str, Any]:
        """Everything, as plain data."""
        return {
            "what": self.what,
            "size": self.size,
            "unit": "ms",
            "work": self.work.as_json(),
            "floor": {"is": self.floor_is, **self.floor.as_json()},
            "ratio": {f"p{percent}": round(self.ratio(percent), 3) for percent in PERCENTILES},
            "goal": {"is": self.aim, "reached": self.reached} if self.aim else None,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """A table for the screen."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Figures:
    """What one benchmark found. `notes` say what is not measured, or how."""

    name: str
    rows: int
    pairs: list[Pair]
    notes: list[str] = field(default_factory=list)
    server_version: str = ""

    def as_json(self) -> dict[str, Any]:
        """Everything, as plain data."""
        return {
            "bench": self.name,
            "rows": self.rows,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": {
                "processors": os.cpu_count(),
                "system": platform.platform(),
                "python": platform.python_version(),
                "server": self.server_version,
            },
            "results": [pair.as_json() for pair in self.pairs],
            "notes": self.notes,
        }

    def tables(self) -> tuple[Table, ...]:
        """What the screen shows: both sides and the ratio, and whether the goal is reached."""
        heads = (
            self.name,
            tr("n"),
            *(f"{side} p{percent}" for side in (tr("work"), tr("floor")) for percent in PERCENTILES),
            *(f"× p{percent}" for percent in PERCENTILES),
            tr("goal"),
        )
        rows = tuple(
            (
                pair.what,
                str(len(pair.work.ms)),
                *(f"{pair.work.at(percent):.3f}" for percent in PERCENTILES),
                *(f"{pair.floor.at(percent):.3f}" for percent in PERCENTILES),
                *(f"{pair.ratio(percent):.2f}" for percent in PERCENTILES),
                _goal(pair),
            )
            for pair in self.pairs
        )
        title = tr("{name}, {rows} rows, milliseconds", name=self.name, rows=f"{self.rows:,}")
        return (Table(title, heads, rows),)


def _goal(pair: Pair) -> str:
    return f"{pair.aim} {'✓' if pair.reached else '✗'}" if pair.aim else "–"


def in_turns(sides: Sequence[tuple[Times, Callable[[int], object]]], rounds: int, *, warm: int = 0) -> None:
    """Does each side once a round, in an order that changes by chance; the first `warm` rounds are not
    counted.
    """
    chance = random.Random(7)
    order = list(sides)
    for number in range(rounds + warm):
        chance.shuffle(order)
        for times, call in order:
            began = time.perf_counter_ns()
            call(number)
            spent = (time.perf_counter_ns() - began) / 1e6
            if number >= warm:
                times.ms.append(spent)
