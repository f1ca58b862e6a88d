"""The played day: the real application, driven through its real widgets with real input."""

from mdi_desk.app.tour.play import play

__all__ = ["play"]
