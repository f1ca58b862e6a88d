"""Handwriting for the tour: the sample's own hands, turned into what a pen does on a pad."""

from random import Random

from mdi_desk.app.sample.signing import ink_of
from mdi_desk.app.tour.driver import PenPoint


def signature(name: str) -> list[list[PenPoint]]:
    """The strokes of `name`, the same for the same name; places are shares of the pad's width and height."""
    ink = ink_of(Random(name), name)
    return [
        [(sample.x / ink.width, sample.y / ink.height, sample.pressure or 0.5) for sample in stroke]
        for stroke in ink.strokes
    ]
