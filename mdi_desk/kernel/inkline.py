"""From pen samples to filled shapes: smoothing, the pen's width, and the outline.

Everything is in device independent pixels with y downwards, angles in radians, times in milliseconds.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mdi_desk.kernel.inkpath import Contour, Point

NIB = 1.75  # radius in pixels of an ordinary stroke at middling pressure
THIN, THICK = 0.40, 1.32  # the radius never leaves these multiples of NIB
FLAT = 0.02  # a pressure that varies less than this over a stroke says nothing
_TOLERANCE = 0.035  # how far, in pixels, the outline may stray from the true curve
_LONGEST = 7.0  # and the longest step along it
GAP = 1.4  # pixels between the points that a curve is laid through
NOISE, NOISE_WHOLE = 0.25, 0.70  # how far off a report may be: a digitiser's, a mouse's in whole pixels
_FOLD = 0.9  # radius times curvature above which the inner side would fold over itself


class Sample(NamedTuple):
    """One report of the pen: `t_ms` by the event's own clock, `x` and `y` in pixels of the pad, pressure 0..1
    (None where the device has none), tilt in degrees."""

    t_ms: float
    x: float
    y: float
    pressure: float | None = None
    tilt_x: float = 0.0
    tilt_y: float = 0.0


Stroke = tuple[Sample, ...]


class Node(NamedTuple):
    """A point of the smoothed centre line with the pen's radius there."""

    x: float
    y: float
    r: float


# ---- smoothing ----------------------------------------------------------------------------------------


class OneEuro:
    """The 1 euro filter (Casiez and others, 2012) for a point: calm while it is slow, faithful at speed."""

    CALM_HZ = 5.0
    FAITHFUL = 0.10  # hertz of cut-off gained per pixel per second
    SPEED_HZ = 12.0

    def __init__(self) -> None:
        self._t: float | None = None
        self._x = self._y = self._vx = self._vy = 0.0

    def add(self, t_ms: float, x: float, y: float) -> Point:
        """The filtered position after one more raw one; the first passes unchanged."""
        if self._t is None:
            self._t, self._x, self._y = t_ms, x, y
            return x, y
        # Clocks stand still or jump back on some drivers; a pause must not make the filter forget its speed.
        dt = min(max(t_ms - self._t, 1.0), 100.0) / 1000
        self._t = t_ms
        a = _share(self.SPEED_HZ, dt)
        self._vx += a * ((x - self._x) / dt - self._vx)
        self._vy += a * ((y - self._y) / dt - self._vy)
        b = _share(self.CALM_HZ + self.FAITHFUL * math.hypot(self._vx, self._vy), dt)
        self._x += b * (x - self._x)
        self._y += b * (y - self._y)
        return self._x, self._y


def _share(cutoff_hz: float, dt_s: float) -> float:
    return 1.0 / (1.0 + 1.0 / (2 * math.pi * cutoff_hz * dt_s))


def _smooth(samples: Sequence[Sample]) -> list[Point]:
    """Filtered forwards and backwards, so that the line neither lags nor loses its two true end points."""
    ahead, behind = OneEuro(), OneEuro()
    there = [ahead.add(s.t_ms, s.x, s.y) for s in samples]
    back = [behind.add(-s.t_ms, s.x, s.y) for s in reversed(samples)][::-1]
    last = len(samples) - 1
    ramp = max(min(6, last), 1)
    out = []
    for i, ((ax, ay), (bx, by)) in enumerate(zip(there, back, strict=True)):
        share = 0.5 * min(i, ramp) / ramp + 0.5 * max(0, i - (last - ramp)) / ramp
        out.append((ax + share * (bx - ax), ay + share * (by - ay)))
    return out


def eased(nodes: list[Node], most: float) -> list[Node]:
    """Evened out along the way, but no point moved by more than `most`: what rounding to whole pixels, or the
    digitiser's noise, can explain."""
    now = nodes
    for _ in range(6):
        after = [now[0]]
        for before, here, behind, true in zip(now, now[1:], now[2:], nodes[1:], strict=False):
            wx = (before.x + 2 * here.x + behind.x) / 4 - true.x
            wy = (before.y + 2 * here.y + behind.y) / 4 - true.y
            far = math.hypot(wx, wy)
            part = min(1.0, most / far) if far else 1.0
            after.append(Node(true.x + wx * part, true.y + wy * part, here.r))
        now = [*after, *now[len(after) :]]
    return now


def _cusps(stroke: Stroke, reach: float = 2.5, near: float = 6.0) -> list[int]:
    """Indices where the pen stopped and turned back: these corners stay sharp.

    Looks `reach` pixels to both sides, past the jitter; a wide turn that was merely sampled thinly is none.
    """
    found: list[tuple[int, float]] = []
    n = len(stroke)
    for i in range(1, n - 1):
        x, y = stroke[i].x, stroke[i].y
        before, after = stroke[i - 1], stroke[i + 1]
        if math.hypot(x - before.x, y - before.y) > near or math.hypot(after.x - x, after.y - y) > near:
            continue
        j = k = i
        while j > 0 and math.hypot(x - stroke[j].x, y - stroke[j].y) < reach:
            j -= 1
        while k < n - 1 and math.hypot(x - stroke[k].x, y - stroke[k].y) < reach:
            k += 1
        ax, ay, bx, by = x - stroke[j].x, y - stroke[j].y, stroke[k].x - x, stroke[k].y - y
        size = math.hypot(ax, ay) * math.hypot(bx, by)
        if size < reach * reach * 0.5:
            continue
        cosine = (ax * bx + ay * by) / size
        if cosine > -0.7:
            continue
        if found and math.hypot(x - stroke[found[-1][0]].x, y - stroke[found[-1][0]].y) < 2 * reach:
            if cosine < found[-1][1]:
                found[-1] = (i, cosine)
        else:
            found.append((i, cosine))
    return [i for i, _ in found]


# ---- the pen's width ----------------------------------------------------------------------------------


def has_pressure(stroke: Sequence[Sample]) -> bool:
    """Whether the pressure of a stroke says anything (some drivers report one constant for every pen)."""
    values = [s.pressure for s in stroke if s.pressure is not None]
    return len(values) == len(stroke) and bool(values) and max(values) - min(values) >= FLAT


def by_pressure(pressure: float) -> float:
    """Radius in pixels for a pressure 0..1: firm strokes swell, a lifting pen tapers."""
    return NIB * (THIN + (THICK - THIN) * math.pow(min(max(pressure, 0.0), 1.0), 0.62))


def by_speed(speed: float) -> float:
    """Radius in pixels for a speed in pixels per millisecond: a slow hand leaves more ink."""
    return NIB * (0.56 + (1.16 - 0.56) / (1.0 + math.pow(speed / 0.85, 1.4)))


def _radii(stroke: Stroke) -> list[float]:
    if has_pressure(stroke):
        values = [s.pressure or 0.0 for s in stroke]
        opening = values[: min(8, len(values))]
        # A pen touches down lightly: begin with the opening's average, else each stroke starts as a hair.
        level = sum(opening) / len(opening)
        raw = []
        for i, value in enumerate(values):
            level += 0.30 * (value - level)
            raw.append(by_pressure(max(level, value) if i < 4 else level))
        return raw
    speeds = [0.0] * len(stroke)
    for i in range(1, len(stroke)):
        a, b = stroke[max(0, i - 3)], stroke[min(len(stroke) - 1, i + 2)]
        # A few samples on both sides: a single mouse report is only good to a pixel and a millisecond.
        path = sum(
            math.hypot(stroke[j].x - stroke[j - 1].x, stroke[j].y - stroke[j - 1].y)
            for j in range(max(1, i - 2), min(len(stroke) - 1, i + 2) + 1)
        )
        speeds[i] = path / max(b.t_ms - a.t_ms, 4.0)
    speeds[0] = speeds[1] if len(speeds) > 1 else 0.0
    level, out = speeds[0], []
    for speed in speeds:
        level += 0.25 * (speed - level)
        out.append(level)
    for i in range(len(out) - 2, -1, -1):
        out[i] += 0.5 * (out[i + 1] - out[i]) * 0.6
    return [by_speed(speed) for speed in out]


def _gentle(nodes: list[Node], slope: float = 0.16) -> list[Node]:
    """The radius changes by at most `slope` per pixel of way: no blobs where the pen rests, no pinches."""
    radii = [n.r for n in nodes]
    ways = [math.hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(nodes)]
    for i, way in enumerate(ways):
        radii[i + 1] = min(radii[i + 1], radii[i] + slope * way)
    for i in range(len(ways) - 1, -1, -1):
        radii[i] = min(radii[i], radii[i + 1] + slope * ways[i])
    return [Node(n.x, n.y, r) for n, r in zip(nodes, radii, strict=True)]


# ---- the centre line ----------------------------------------------------------------------------------


def thinned(nodes: list[Node], gap: float) -> list[Node]:
    """Without points nearer than `gap` to the one before; both ends stay."""
    kept = [nodes[0]]
    for node in nodes[1:-1]:
        if math.hypot(node.x - kept[-1].x, node.y - kept[-1].y) >= gap:
            kept.append(node)
    end = nodes[-1]
    while len(kept) > 1 and math.hypot(end.x - kept[-1].x, end.y - kept[-1].y) < gap:
        kept.pop()
    if math.hypot(end.x - kept[-1].x, end.y - kept[-1].y) > 1e-6:
        kept.append(end)
    return kept


def span(a: Node, b: Node, c: Node, d: Node, step: float = 1.0) -> Iterator[Node]:
    """The centripetal Catmull-Rom piece from `b` (left out) to `c` (included), about `step` pixels apart."""
    d1 = math.sqrt(max(math.hypot(b.x - a.x, b.y - a.y), 1e-4))
    d2 = math.sqrt(max(math.hypot(c.x - b.x, c.y - b.y), 1e-4))
    d3 = math.sqrt(max(math.hypot(d.x - c.x, d.y - c.y), 1e-4))
    k1, k2 = 3 * d1 * (d1 + d2), 3 * d3 * (d3 + d2)
    m1, m2 = 2 * d1 * d1 + 3 * d1 * d2 + d2 * d2, 2 * d3 * d3 + 3 * d3 * d2 + d2 * d2
    px, py = (d1 * d1 * c.x - d2 * d2 * a.x + m1 * b.x) / k1, (d1 * d1 * c.y - d2 * d2 * a.y + m1 * b.y) / k1
    qx, qy = (d3 * d3 * b.x - d2 * d2 * d.x + m2 * c.x) / k2, (d3 * d3 * b.y - d2 * d2 * d.y + m2 * c.y) / k2
    count = max(1, min(64, math.ceil(d2 * d2 / step)))
    for i in range(1, count):
        t = i / count
        u = 1 - t
        w0, w1, w2, w3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield Node(
            w0 * b.x + w1 * px + w2 * qx + w3 * c.x,
            w0 * b.y + w1 * py + w2 * qy + w3 * c.y,
            b.r + (c.r - b.r) * t * t * (3 - 2 * t),
        )
    yield c


def beyond(end: Node, inner: Node) -> Node:
    """The neighbour that an end of a line lacks: `inner` mirrored."""
    return Node(2 * end.x - inner.x, 2 * end.y - inner.y, end.r)


def curve(nodes: Sequence[Node], step: float = 1.0) -> list[Node]:
    """A smooth dense line through `nodes`."""
    if len(nodes) < 2:
        return list(nodes)
    out = [nodes[0]]
    for i in range(len(nodes) - 1):
        b, c = nodes[i], nodes[i + 1]
        a = nodes[i - 1] if i else beyond(b, c)
        d = nodes[i + 2] if i + 2 < len(nodes) else beyond(c, b)
        out.extend(span(a, b, c, d, step))
    return out


# ---- the outline --------------------------------------------------------------------------------------


def disc(x: float, y: float, r: float) -> Contour:
    """A dot: twelve controls make a circle that is true to a thousandth."""
    size = r / math.cos(math.pi / 12)
    turns = [-math.pi * i / 6 for i in range(12)]
    return Contour(tuple((x + size * math.cos(a), y + size * math.sin(a)) for a in turns))


def _spaced(run: list[Node]) -> list[Node]:
    """Fewer points where the line is straight, more where it bends; both ends stay."""
    if len(run) < 3:
        return run
    out, due = [run[0]], 0.0
    for i in range(1, len(run) - 1):
        a, b, c = run[i - 1], run[i], run[i + 1]
        way = math.hypot(b.x - a.x, b.y - a.y)
        bend = _turn(a, b, c) / max((way + math.hypot(c.x - b.x, c.y - b.y)) / 2, 1e-6)
        due += way * max(1 / _LONGEST, math.sqrt(bend / (8 * _TOLERANCE)))
        if due >= 1:
            out.append(b)
            due = 0.0
    out.append(run[-1])
    return out


def _turn(a: Node, b: Node, c: Node) -> float:
    """The absolute angle, in radians, by which the way turns at `b`."""
    ux, uy, vx, vy = b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y
    return abs(math.atan2(ux * vy - uy * vx, ux * vx + uy * vy))


def _runs(line: list[Node]) -> Iterator[list[Node]]:
    """Pieces of the line whose sides do not fold over; neighbours share a point, and each is round there."""
    first = 0
    for i in range(1, len(line) - 1):
        a, b, c = line[i - 1], line[i], line[i + 1]
        turn = _turn(a, b, c)
        way = min(math.hypot(b.x - a.x, b.y - a.y), math.hypot(c.x - b.x, c.y - b.y))
        if turn > 0.4 and b.r * turn > _FOLD * way:
            yield line[first : i + 1]
            first = i
    yield line[first:]


def ribbon(run: list[Node]) -> Contour:
    """One ring around a line of two or more points, with round ends."""
    nodes = _spaced(run)
    left: list[Point] = []
    right: list[Point] = []
    last = len(nodes) - 1
    heading = (0.0, 0.0)
    first = heading
    for i, node in enumerate(nodes):
        a, b = nodes[max(0, i - 1)], nodes[min(last, i + 1)]
        way = math.hypot(b.x - a.x, b.y - a.y)
        if way > 1e-9:
            heading = ((b.x - a.x) / way, (b.y - a.y) / way)
        if i == 0:
            first = heading
        nx, ny = -heading[1] * node.r, heading[0] * node.r
        left.append((node.x + nx, node.y + ny))
        right.append((node.x - nx, node.y - ny))
    right.reverse()
    return Contour((*left, *_cap(nodes[last], heading), *right, *_cap(nodes[0], (-first[0], -first[1]))))


def _cap(node: Node, heading: Point) -> Iterator[Point]:
    base, size = math.atan2(heading[1], heading[0]), node.r / math.cos(math.pi / 12)
    for degrees in (60, 30, 0, -30, -60):
        angle = base + math.radians(degrees)
        yield node.x + size * math.cos(angle), node.y + size * math.sin(angle)


def rings(line: list[Node]) -> Iterator[Contour]:
    """The rings that cover a dense line."""
    for run in _runs(line):
        if len(run) > 1:
            yield ribbon(run)


def stroke_outline(stroke: Stroke) -> tuple[Contour, ...]:
    """The filled shape of one stroke, at least one ring. A tap is a disc a little wider than a line."""
    left, right = min(s.x for s in stroke), max(s.x for s in stroke)
    top, bottom = min(s.y for s in stroke), max(s.y for s in stroke)
    if math.hypot(right - left, bottom - top) < 1.2:
        pressed = [s.pressure for s in stroke if s.pressure is not None]
        size = by_pressure(max(pressed)) if pressed else NIB
        return (disc((left + right) / 2, (top + bottom) / 2, max(size, NIB * 0.8) * 1.12),)
    radii = _radii(stroke)
    whole = all(float(s.x).is_integer() and float(s.y).is_integer() for s in stroke)
    corners = [0, *_cusps(stroke), len(stroke) - 1]
    out: list[Contour] = []
    for a, b in pairwise(corners):
        piece = stroke[a : b + 1]
        points = _smooth(piece)
        nodes = [Node(x, y, r) for (x, y), r in zip(points, radii[a : b + 1], strict=True)]
        out.extend(rings(_gentle(curve(eased(thinned(nodes, GAP), NOISE_WHOLE if whole else NOISE)))))
    return tuple(out) or (disc(stroke[-1].x, stroke[-1].y, NIB),)
