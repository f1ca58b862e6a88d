"""The shape of ink: closed smooth rings, and their text as an SVG path.

Pixels, y downwards. All rings turn the same way, so that filling them together with the non-zero winding rule
gives their union and never a hole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]

_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
_RING = re.compile(r"M([^a-zA-Z]*)q([^a-zA-Z]*)t([^a-zA-Z]*)z")
MOST_TEXT = 2_000_000


@dataclass(frozen=True, slots=True)
class Contour:
    """A closed, smooth ring: `points` are the controls of a quadratic B-spline.

    The ring itself runs through the middle of each two neighbouring controls; see `curves`.
    """

    points: tuple[Point, ...]

    def curves(self) -> Iterator[tuple[Point, Point]]:
        """(control, end) of each quadratic Bézier piece, beginning at `start`."""
        points = self.points
        for i, control in enumerate(points):
            after = points[(i + 1) % len(points)]
            yield control, ((control[0] + after[0]) / 2, (control[1] + after[1]) / 2)

    @property
    def start(self) -> Point:
        """Where the ring begins and ends."""
        (ax, ay), (bx, by) = self.points[-1], self.points[0]
        return (ax + bx) / 2, (ay + by) / 2


def bounds(contours: Sequence[Contour]) -> tuple[float, float, float, float] | None:
    """(left, top, right, bottom) that holds every ring, None when there is none."""
    xs = [x for contour in contours for x, _ in contour.points]
    ys = [y for contour in contours for _, y in contour.points]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def path_data(contours: Sequence[Contour]) -> str:
    """The rings as an SVG path of hundredths of a pixel (``M``, ``q``, ``t``, ``z``), to be filled non-zero.

    Controls are put on even hundredths: so their middles are whole ones, and a reader that reflects control
    after control, as SVG's ``t`` asks, arrives at exactly the same ring.
    """
    out: list[str] = []
    for contour in contours:
        c = [(round(x * 50) * 2, round(y * 50) * 2) for x, y in contour.points]
        ends = [((a[0] + b[0]) // 2, (a[1] + b[1]) // 2) for a, b in zip(c, (*c[1:], c[0]), strict=True)]
        sx, sy = ends[-1]
        out.append("M" + _numbers((sx, sy)))
        out.append("q" + _numbers((c[0][0] - sx, c[0][1] - sy, ends[0][0] - sx, ends[0][1] - sy)))
        moves = [d for a, b in pairwise(ends) for d in (b[0] - a[0], b[1] - a[1])]
        out.append("t" + _numbers(moves) + "z")
    return "".join(out)


def _numbers(hundredths: Sequence[int]) -> str:
    text = ""
    for i, value in enumerate(hundredths):
        whole, rest = divmod(abs(value), 100)
        fraction = f".{rest:02d}".rstrip("0") if rest else ""
        body = (str(whole) if whole or not fraction else "") + fraction
        sign = "-" if value < 0 else (" " if i else "")
        text += sign + body
    return text


def parse_path(text: str) -> tuple[Contour, ...]:
    """The rings of a text made by `path_data`; ValueError for anything else."""
    if len(text) > MOST_TEXT:
        raise ValueError("path too long")
    out: list[Contour] = []
    at = 0
    while at < len(text):
        match = _RING.match(text, at)
        if match is None:
            raise ValueError("not a path of ink")
        at = match.end()
        start, bend, rest = (_values(part) for part in match.groups())
        if len(start) != 2 or len(bend) != 4 or len(rest) < 2 or len(rest) % 2:
            raise ValueError("not a path of ink")
        x, y = start
        cx, cy = x + bend[0], y + bend[1]
        points = [(cx, cy)]
        x, y = x + bend[2], y + bend[3]
        for dx, dy in zip(rest[::2], rest[1::2], strict=True):
            cx, cy = 2 * x - cx, 2 * y - cy
            points.append((cx, cy))
            x, y = x + dx, y + dy
        if [x, y] != start:
            raise ValueError("a ring of ink does not close")
        out.append(Contour(tuple((px / 100, py / 100) for px, py in points)))
    return tuple(out)


def _values(text: str) -> list[int]:
    found = _NUMBER.findall(text)
    if _NUMBER.sub("", text).strip():
        raise ValueError("not a path of ink")
    return [round(float(number) * 100) for number in found]
