"""Hands and eyes of the tour: keys, clicks, pen strokes, scans, waiting, and pictures.

Everything goes in as an input event of the platform, so the program cannot tell it from a person.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)
PenPoint = tuple[float, float, float]
"""x and y as shares of the pad's width and height, and pressure 0 to 1."""


class TourError(AssertionError):
    """The day could not be played on: something that had to appear did not."""


class Driver:
    """Plays input into the application and takes pictures of `window`.

    `pictures` collects the file names in order; `paused` is entered around each picture, so that taking it
    does not count as a stall of the program.
    """

    def __init__(
        self,
        window: QWidget,
        out: Path,
        paused: Callable[[], AbstractContextManager[None]] = nullcontext,
        pictures: list[str] | None = None,
    ) -> None:
        self.window = window
        self.out = out
        self.pictures = pictures if pictures is not None else []
        self._paused = paused
        self._pen_device: QPointingDevice | None = None

    def wait(self, until: Callable[[], object], what: str, seconds: float = 15.0) -> None:
        """Let the program run until `until()` is true; fails the tour, naming `what`, after `seconds`."""
        deadline = time.monotonic() + seconds
        while not until():
            if time.monotonic() > deadline:
                self.shot("failed")
                raise TourError(f"waited {seconds:g} s in vain for {what}")
            QTest.qWait(10)

    def rest(self, milliseconds: int = 60) -> None:
        """Let the program run for a moment, as a person looks."""
        QTest.qWait(milliseconds)

    def shot(self, name: str, window: QWidget | None = None) -> Path:
        """A picture of the window as it stands, numbered in the order of the day."""
        self.rest()
        with self._paused():
            number = len(self.pictures) + 1
            path = self.out / f"{number:02d}-{name}.png"
            (window or self.window).grab().save(str(path))
            self.pictures.append(path.name)
        return path

    def find(self, kind: type[W], name: str = "", within: QWidget | None = None) -> W:
        """The visible widget of class `kind` with object name `name`, waited for."""
        root = within or self.window
        found: list[W] = []

        def look() -> bool:
            found[:] = [
                w
                for w in (root.findChildren(kind, name) if name else root.findChildren(kind))
                if w.isVisible()
            ]
            return bool(found)

        self.wait(look, f"{kind.__name__} {name}".strip())
        return found[0]

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """A left click in the middle of `widget`, or at `at` in it."""
        self._turn_here()
        # Nobody presses what is still grey.
        self.wait(widget.isEnabled, f"{widget.objectName() or type(widget).__name__} to be ready")
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key stroke to whatever has the focus."""
        QTest.keyClick(self._focus(), key, modifiers)

    def ctrl(self, key: Qt.Key) -> None:
        """Ctrl and `key`."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str, pause: int = 45) -> None:
        """`text` at a person's pace (`pause` ms a key), so that it is not taken for a scanner."""
        for char in text:
            target = self._focus()
            if char.isascii():
                QTest.keyClicks(target, char)
            else:
                # What a keyboard with that letter on it sends.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, ord(char.upper()[0]), Qt.KeyboardModifier.NoModifier, char)
                    event.setTimestamp(int(time.monotonic() * 1000))
                    QApplication.sendEvent(target, event)
            QTest.qWait(pause)

    def wedge(self, text: str) -> None:
        """`text` and Enter as a keyboard scanner sends them: 4 ms from key to key by the event's clock."""
        stamp = int(time.monotonic() * 1000)
        for char in [*text, "\r"]:
            key = Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
                event.setTimestamp(stamp)
                QApplication.sendEvent(self._focus(), event)
                stamp += 2
        self.rest()

    def pen(self, pad: QWidget, strokes: Sequence[Sequence[PenPoint]], pace_ms: int = 5) -> None:
        """Draw `strokes` on `pad` with a pressure-sensitive pen."""
        device = QPointingDevice.primaryPointingDevice()
        pen = QPointingDevice(
            "tour pen",
            1,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position
            | QInputDevice.Capability.Pressure
            | QInputDevice.Capability.XTilt,
            1,
            1,
            device.seatName(),
        )
        stamp = int(time.monotonic() * 1000)
        for stroke in strokes:
            for index, (x, y, pressure) in enumerate(stroke):
                kind = QEvent.Type.TabletPress if index == 0 else QEvent.Type.TabletMove
                self._pen_event(pad, pen, kind, x, y, pressure, stamp)
                stamp += pace_ms
                if index % 12 == 0:
                    QTest.qWait(1)
            self._pen_event(pad, pen, QEvent.Type.TabletRelease, *stroke[-1][:2], 0.0, stamp)
            stamp += 180
        self._pen_device = pen  # Qt keeps only a pointer to the device of the last event
        self.rest()

    def _pen_event(
        self,
        pad: QWidget,
        pen: QPointingDevice,
        kind: QEvent.Type,
        x: float,
        y: float,
        pressure: float,
        stamp: int,
    ) -> None:
        local = QPointF(x * pad.width(), y * pad.height())
        pressed = kind is not QEvent.Type.TabletRelease
        event = QTabletEvent(
            kind,
            pen,
            local,
            QPointF(pad.mapToGlobal(local)),
            pressure,
            18.0,
            -12.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton,
        )
        event.setTimestamp(stamp)
        QApplication.sendEvent(pad, event)

    def _focus(self) -> QWidget:
        self._turn_here()
        return QApplication.focusWidget() or self.window

    def _turn_here(self) -> None:
        """Another desk of the tour was used last: this person turns to their own screen."""
        active = QApplication.activeWindow()
        if active is not self.window and (active is None or active.objectName() == self.window.objectName()):
            self.window.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is self.window, "this desk's window")
