"""The stall watchdog: how long the GUI thread ever kept somebody waiting, and in which line.

A timer beats in the GUI thread; a helper thread looks at the beat. When it is late, the helper notes where
the GUI thread stands; when it comes, the delay is a measurement.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 10
STALL_MS = 50.0
DEPTH = 12
_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Stall:
    """The GUI thread did not answer for `ms` milliseconds; `stack` is where it stood, innermost line last."""

    ms: float
    stack: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beats:
    """What was measured: `count` beats, delays in milliseconds (median, 99th percentile, worst), and the
    stalls.
    """

    count: int
    p50: float
    p99: float
    worst: float
    stalls: tuple[Stall, ...]


class StallWatchdog(QObject):
    """Watches the thread it is made in, which must run an event loop. `start`, `report`, `stop`."""

    def __init__(
        self, parent: QObject | None = None, *, stall_ms: float = STALL_MS, beat_ms: int = BEAT_MS
    ) -> None:
        super().__init__(parent)
        self._stall, self._every = stall_ms, beat_ms
        self._delays: deque[float] = deque(maxlen=_KEPT)
        self._stalls: list[Stall] = []
        self._lock = threading.Lock()
        self._beat = time.perf_counter()
        self._seen: tuple[str, ...] = ()
        self._paused = 0
        self._watched = threading.get_ident()
        self._timer = QTimer(self, interval=beat_ms, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beaten)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to measure."""
        if self._thread is not None:
            return
        self._stop.clear()
        self._beat = time.perf_counter()
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, name="stall-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Measure no more; the helper thread has ended when this returns. What was measured stays."""
        self._timer.stop()
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Not measuring while inside: pictures are taken, nobody is waiting."""
        with self._lock:
            self._paused += 1
        try:
            yield
        finally:
            with self._lock:
                self._paused -= 1
                self._beat = time.perf_counter()
                self._seen = ()

    def reset(self) -> None:
        """Forget what was measured."""
        with self._lock:
            self._delays.clear()
            self._stalls.clear()
            self._beat = time.perf_counter()

    def report(self) -> Beats:
        """What was measured so far."""
        with self._lock:
            delays, stalls = sorted(self._delays), tuple(self._stalls)
        if not delays:
            return Beats(0, 0.0, 0.0, 0.0, stalls)
        return Beats(
            len(delays),
            delays[len(delays) // 2],
            delays[min(len(delays) - 1, len(delays) * 99 // 100)],
            delays[-1],
            stalls,
        )

    def _beaten(self) -> None:
        now = time.perf_counter()
        with self._lock:
            late = max(0.0, (now - self._beat) * 1000 - self._every)
            self._beat = now
            seen, self._seen = self._seen, ()
            if self._paused:
                return
            self._delays.append(late)
            if late > self._stall:
                self._stalls.append(Stall(late, seen))

    def _watch(self) -> None:
        while not self._stop.wait(self._every / 1000):
            with self._lock:
                waited = (time.perf_counter() - self._beat) * 1000 - self._every
                look = waited > self._stall / 2 and not self._seen and not self._paused
            if look:
                stack = _standing(self._watched)
                with self._lock:
                    self._seen = stack


def _standing(thread: int) -> tuple[str, ...]:
    """Where `thread` stands, innermost line last.

    No frame is held longer than it takes to read its names: a painter in a held frame would outlive its paint
    event.
    """
    lines: list[str] = []
    frame = sys._current_frames().get(thread)
    while frame is not None and len(lines) < DEPTH:
        lines.append(f"{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return tuple(reversed(lines))
