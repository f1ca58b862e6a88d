"""Handwriting for the tour: loops and ascenders that flow like a name, with a pen's pressure."""

import math
import random

from mdi_desk.app.tour.driver import PenPoint


def signature(name: str, points: int = 26) -> list[list[PenPoint]]:
    """Strokes for `name`: the same name writes the same hand. Coordinates are shares of the pad."""
    dice = random.Random(name)
    letters = max(4, min(len(name), 9))
    first: list[PenPoint] = []
    left, right, base = 0.14, 0.74, 0.58
    step = (right - left) / letters
    total = letters * points
    for index in range(total + 1):
        at = index / points
        letter = int(at)
        turn = (at - letter) * math.tau
        tall = 0.30 if letter == 0 else 0.055 + 0.05 * dice_of(dice, letter, name)
        x = left + at * step + 0.022 * math.sin(turn)
        y = base - tall * (0.5 - 0.5 * math.cos(turn)) + 0.012 * math.sin(at * 0.9)
        pressure = 0.42 + 0.30 * math.cos(turn + 0.6) * 0.5 + 0.12 * math.sin(at * 1.7)
        edge = min(index, total - index) / 10
        first.append((x, y, max(0.12, min(0.95, pressure * min(1.0, 0.45 + edge)))))
    swing = [
        (0.40 + 0.40 * t, 0.60 + 0.07 * math.sin(t * math.pi) - 0.06 * t, 0.25 + 0.35 * math.sin(t * math.pi))
        for t in (index / 40 for index in range(41))
    ]
    return [first, swing]


def dice_of(dice: random.Random, letter: int, name: str) -> float:
    """A number in 0..1 for a letter of `name`, the same each time."""
    dice.seed(f"{name}{letter}")
    return dice.random()
