"""Signatures that look written: a hand of its own for each person, drawn from the letters of the name.

Nobody's signature: a few strokes per letter, slanted, joined and worn down to a line as quick hands do,
sampled as a
pen tablet would report it.
"""

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.ink import Ink, Sample

WIDTH, HEIGHT = 720.0, 220.0  # the pad, in pixels
TALL, DEEP = frozenset("bdfhklt"), frozenset("gjpqyz")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody writes."""

    slant: float  # sideways per height
    x_height: float  # pixels
    width: float  # pixels a letter takes
    haste: float  # 0: every letter; 1: a line after the first
    wobble: float  # pixels of unrest
    force: float  # middling pressure
    speed: float  # pixels a second
    underline: bool
    initials_only: bool

    @classmethod
    def of(cls, rng: Random) -> "Hand":
        """A hand by chance."""
        return cls(
            slant=rng.gauss(0.28, 0.16),
            x_height=rng.uniform(20, 34),
            width=rng.uniform(14, 24),
            haste=rng.uniform(0.0, 0.75),
            wobble=rng.uniform(0.1, 0.9),
            force=rng.uniform(0.35, 0.68),
            speed=rng.uniform(420, 900),
            underline=rng.random() < 0.22,
            initials_only=rng.random() < 0.10,
        )


def ink_of(rng: Random, name: str, *, brief: bool = False) -> Ink:
    """The signature of `name` in a hand of its own, from a pen with pressure and tilt; `brief`: initials."""
    hand = Hand.of(rng)
    if brief:
        hand = replace(hand, initials_only=True, underline=False, haste=1.0)
    words = [word for word in fold(name).replace("-", " ").split() if word[0].isalpha()] or ["x"]
    if len(words) > 3:
        words = [words[0], words[-1]]
    lines = _lines(rng, hand, words)
    reach = max(x for line in lines for x, _ in line)
    shrink = min(1.0, (WIDTH - 90) / reach)
    left, base = rng.uniform(28, max(30.0, (WIDTH - reach * shrink) * 0.45)), HEIGHT * rng.uniform(0.58, 0.68)
    lift = hand.x_height * 0.06 * rng.uniform(-1, 1)
    clock, strokes = 0.0, []
    tilt = (rng.uniform(18, 38), rng.uniform(-24, 6))
    for line in lines:
        placed = [(left + shrink * (x + hand.slant * y), base - shrink * y - lift * x / 60) for x, y in line]
        stroke, clock = _written(rng, hand, placed, clock, tilt)
        strokes.append(stroke)
        clock += rng.uniform(90, 320)
    return Ink(tuple(strokes), WIDTH, HEIGHT, "pen")


def _lines(rng: Random, hand: Hand, words: list[str]) -> list[list[Point]]:
    """The pen's ways above a base line at 0, upwards positive, one list for each time the pen is down."""
    x, lines = 0.0, []
    for at, word in enumerate(words):
        line, x = _capital(rng, hand, x)
        if hand.initials_only and at < len(words) - 1:
            lines.append(line)
            x += hand.width * 0.5
            continue
        whole = max(2, round(len(word) * (1 - hand.haste)))
        dots: list[list[Point]] = []
        for letter in word[1 : whole + 1]:
            if letter in "ij":
                dot_x = x + hand.width * 0.5
                dot_y = hand.x_height * rng.uniform(1.5, 1.8)
                dots.append([(dot_x, dot_y), (dot_x + 2.5, dot_y - 1.5), (dot_x + 4, dot_y - 4)])
            elif letter == "t":
                bar = hand.x_height * rng.uniform(1.2, 1.45)
                dots.append(
                    [
                        (x - hand.width * 0.3, bar),
                        (x + hand.width * 0.5, bar + 1),
                        (x + hand.width * 1.2, bar + 3),
                    ]
                )
            line += _letter(rng, hand, letter, x)
            x += hand.width * rng.uniform(0.85, 1.1)
        rest = max(0, len(word) - 1 - whole)
        if rest:  # what haste leaves of the other letters
            for _ in range(max(1, rest // 2)):
                line.append((x + hand.width * 0.35, hand.x_height * rng.uniform(0.1, 0.35)))
                line.append((x + hand.width * 0.75, hand.x_height * rng.uniform(-0.08, 0.1)))
                x += hand.width * 0.8
        line.append((x + hand.width * rng.uniform(0.4, 1.4), hand.x_height * rng.uniform(-0.1, 0.5)))
        lines.append(line)
        lines += dots
        x += hand.width * rng.uniform(0.9, 1.5)
    if hand.underline:
        y = -hand.x_height * rng.uniform(0.7, 1.0)
        lines.append(
            [(x * 0.95, y + 4), (x * 0.5, y - 3), (x * 0.12, y), (x * 0.4, y - 7), (x * 0.85, y - 5)]
        )
    return lines


def _capital(rng: Random, hand: Hand, x: float) -> tuple[list[Point], float]:
    """A capital: a tall stem and a bow or loop."""
    h, w = hand.x_height * rng.uniform(2.1, 2.9), hand.width * rng.uniform(1.1, 1.7)
    forms: tuple[list[Point], ...] = (
        [
            (0.15, 0.55),
            (0.05, 0.95),
            (0.4, 1.0),
            (0.3, 0.4),
            (0.2, 0.0),
            (0.5, 0.35),
            (0.95, 0.95),
            (0.85, 0.4),
            (0.8, 0.05),
            (1.05, 0.12),
        ],
        [
            (0.9, 0.85),
            (0.55, 1.02),
            (0.1, 0.7),
            (0.08, 0.25),
            (0.5, -0.02),
            (0.95, 0.2),
            (0.8, 0.45),
            (0.5, 0.4),
            (1.1, 0.1),
        ],
        [
            (0.2, 0.9),
            (0.25, 0.4),
            (0.2, 0.0),
            (0.15, 0.5),
            (0.4, 1.0),
            (0.85, 0.9),
            (0.8, 0.55),
            (0.35, 0.48),
            (0.7, 0.25),
            (1.05, 0.05),
        ],
        [
            (0.0, 0.9),
            (0.35, 1.02),
            (0.9, 0.95),
            (0.55, 0.8),
            (0.45, 0.3),
            (0.3, -0.05),
            (0.05, 0.1),
            (0.5, 0.12),
            (1.05, 0.15),
        ],
        [
            (0.1, 0.0),
            (0.35, 0.6),
            (0.5, 1.02),
            (0.62, 0.5),
            (0.75, 0.0),
            (0.5, 0.32),
            (0.28, 0.36),
            (0.7, 0.2),
            (1.05, 0.1),
        ],
    )
    form = rng.choice(forms)
    shake = [(x + w * (px + rng.gauss(0, 0.03)), h * (py + rng.gauss(0, 0.02))) for px, py in form]
    return shake, x + w * 1.05


def _letter(rng: Random, hand: Hand, letter: str, x: float) -> list[Point]:
    """A small letter, joined on both sides."""
    w, h = hand.width, hand.x_height * rng.uniform(0.88, 1.12)
    if letter in TALL:
        top = h * rng.uniform(1.75, 2.2)
        form = [(0.30, 0.9 * h), (0.52, top), (0.36, top * 0.97), (0.30, h * 0.4), (0.38, 0.0)]
        form += [(0.62, h * 0.75), (0.85, h * 0.3), (0.95, 0.02)] if letter in "bhk" else [(0.95, h * 0.12)]
    elif letter in DEEP:
        low = -h * rng.uniform(0.9, 1.3)
        form = [
            (0.6, h * 0.92),
            (0.25, h * 0.8),
            (0.22, h * 0.15),
            (0.58, h * 0.6),
            (0.6, 0.0),
            (0.5, low),
            (0.18, low * 0.85),
            (0.9, h * 0.1),
        ]
    elif letter in "aodcegq":
        form = [
            (0.62, h * 0.9),
            (0.22, h * 0.72),
            (0.2, h * 0.12),
            (0.6, h * 0.2),
            (0.68, h * 0.85),
            (0.7, h * 0.08),
            (0.98, h * 0.1),
        ]
    elif letter in "mnwuv":
        form = [(0.12, h * 0.9), (0.18, 0.0), (0.45, h * 0.92), (0.52, 0.02), (0.8, h * 0.9), (0.88, 0.04)]
    else:
        form = [(0.3, h * 0.95), (0.4, h * 0.5), (0.45, 0.0), (0.95, h * 0.14)]
    return [(x + w * px, py) for px, py in form]


def _written(
    rng: Random, hand: Hand, line: list[Point], clock: float, tilt: tuple[float, float]
) -> tuple[tuple[Sample, ...], float]:
    """The reports of a tablet, about every 8 ms, while the pen goes along `line`; and the time after them."""
    out: list[Sample] = []
    ends = [line[0], *line, line[-1]]
    total = sum(math.dist(a, b) for a, b in pairwise(line)) or 1.0
    gone = 0.0
    for i in range(1, len(ends) - 2):
        p0, p1, p2, p3 = ends[i - 1], ends[i], ends[i + 1], ends[i + 2]
        way = math.dist(p1, p2)
        # Hands slow down in tight turns.
        turn = abs(math.atan2(p2[1] - p1[1], p2[0] - p1[0]) - math.atan2(p3[1] - p2[1], p3[0] - p2[0]))
        pace = hand.speed * (0.55 + 0.45 * abs(math.cos(turn / 2)))
        steps = max(1, round(way / pace * 125))
        for step in range(steps):
            u = step / steps
            x = _spline(p0[0], p1[0], p2[0], p3[0], u)
            y = _spline(p0[1], p1[1], p2[1], p3[1], u)
            part = (gone + way * u) / total
            fade = min(1.0, part * 9 + 0.25, (1 - part) * 7 + 0.2)
            down = 0.10 if y > _spline(p0[1], p1[1], p2[1], p3[1], max(0.0, u - 0.1)) else -0.08
            force = max(0.04, min(1.0, (hand.force + down) * fade + rng.gauss(0, 0.02)))
            out.append(
                Sample(
                    round(clock, 1),
                    _grid(x + rng.gauss(0, hand.wobble * 0.3)),
                    _grid(y + rng.gauss(0, hand.wobble * 0.3)),
                    round(force * 1024) / 1024,
                    round(tilt[0] + rng.gauss(0, 0.8)),
                    round(tilt[1] + rng.gauss(0, 0.8)),
                )
            )
            clock += 8.0
        gone += way
    x, y = line[-1]
    out.append(Sample(round(clock, 1), _grid(x), _grid(y), 0.0625, round(tilt[0]), round(tilt[1])))
    return tuple(out), clock


def _spline(a: float, b: float, c: float, d: float, u: float) -> float:
    """Catmull-Rom between b and c."""
    return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - a - 3 * c + d) * u**3)


def _grid(value: float) -> float:
    """On the tablet's grid of an eighth of a pixel."""
    return round(value * 8) / 8
