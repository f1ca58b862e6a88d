"""Ink that is still being drawn: the look of `inkline`, in constant time for each report of the pen."""

import math

from mdi_desk.kernel.inkline import (
    FLAT,
    GAP,
    NOISE,
    NOISE_WHOLE,
    Node,
    OneEuro,
    Sample,
    beyond,
    by_pressure,
    by_speed,
    curve,
    disc,
    eased,
    rings,
    span,
    thinned,
)
from mdi_desk.kernel.inkpath import Contour

_AHEAD = 4  # a point settles when so many have come after it


class LiveStroke:
    """A stroke while it is drawn: the same look, bit by bit, each report in constant time.

    `add` each sample; then `settled()` gives the rings that will not move any more, once each, and `tail()`
    those that lead to the pen's true position and are drawn anew every time.
    """

    def __init__(self) -> None:
        self._filter = OneEuro()
        self._raw: list[Node] = []  # filtered; those from `_next` on are not eased yet
        self._next = 0
        self._nodes: list[Node] = []  # eased, the last few
        self._whole = True
        self._tip: Node | None = None
        self._before: Sample | None = None
        self._speed = 0.0
        self._level: float | None = None
        self._low, self._high = 1.0, 0.0
        self._count = 0
        self._done: list[Contour] = []

    def add(self, sample: Sample) -> None:
        """One more report of the pen."""
        r = self._radius(sample)
        x, y = self._filter.add(sample.t_ms, sample.x, sample.y)
        self._tip = Node(sample.x, sample.y, r)
        self._whole = self._whole and float(sample.x).is_integer() and float(sample.y).is_integer()
        if self._raw and math.hypot(x - self._raw[-1].x, y - self._raw[-1].y) < GAP:
            return
        self._raw.append(Node(x, y, r))
        if len(self._raw) - self._next <= _AHEAD:
            return
        first = max(0, self._next - _AHEAD)
        self._settle(self._evened(self._raw[first:])[self._next - first])
        self._next += 1
        if self._next > 4 * _AHEAD:
            del self._raw[:_AHEAD]
            self._next -= _AHEAD

    def _evened(self, nodes: list[Node]) -> list[Node]:
        return eased(nodes, NOISE_WHOLE if self._whole else NOISE)

    def _settle(self, node: Node) -> None:
        nodes = self._nodes
        nodes.append(node)
        if len(nodes) >= 3:
            a = nodes[-4] if len(nodes) > 3 else beyond(nodes[-3], nodes[-2])
            self._done.extend(rings([nodes[-3], *span(a, nodes[-3], nodes[-2], nodes[-1])]))
            del nodes[:-3]

    def settled(self) -> tuple[Contour, ...]:
        """Rings that are final since the last call."""
        done, self._done = tuple(self._done), []
        return done

    def tail(self) -> tuple[Contour, ...]:
        """Rings from the settled part to the pen."""
        if self._tip is None:
            return ()
        first = max(0, self._next - _AHEAD)
        rest = self._evened([*self._raw[first:], self._tip])[self._next - first :]
        kept = thinned([*self._nodes[-2:], *rest], 0.3)
        if len(kept) < 2:
            return (disc(self._tip.x, self._tip.y, self._tip.r),)
        return tuple(rings(curve(kept)))

    def _radius(self, sample: Sample) -> float:
        before, self._before = self._before, sample
        if before is not None:
            way = math.hypot(sample.x - before.x, sample.y - before.y)
            self._speed += 0.25 * (way / max(sample.t_ms - before.t_ms, 4.0) - self._speed)
        wanted = by_speed(self._speed)
        self._count += 1
        if sample.pressure is not None:
            self._low, self._high = min(self._low, sample.pressure), max(self._high, sample.pressure)
            self._level = sample.pressure if self._level is None else self._level
            self._level += 0.30 * (sample.pressure - self._level)
            # Whether the pressure says anything is not known at once: believe it for a moment.
            if self._high - self._low >= FLAT or self._count < 12:
                wanted = by_pressure(self._level)
        if self._tip is None or before is None:
            return wanted
        allowed = 0.16 * math.hypot(sample.x - before.x, sample.y - before.y) + 0.02
        return min(max(wanted, self._tip.r - allowed), self._tip.r + allowed)
