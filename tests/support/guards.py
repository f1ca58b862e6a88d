"""What no test may leave behind or do unseen: threads, timers, pools, connections, log lines, GUI-thread
calls.

The guards are fixtures that surround every test (`tests/conftest.py` installs them); each is a plain context
manager here, so that `tests/db/test_guards.py` can see it catch a breach.
"""

import contextlib
import gc
import logging
import re
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg

from mdi_desk.db import guard
from tests.support.database import by_hand, shared

GRACE = 3.0  # seconds that a thread or pool has for its last breath
NOT_OURS = re.compile(r"^(MainThread$|pytest|execnet|Dummy-|QThread|pydevd)")


class Breach(AssertionError):
    """A guard found something; the message names it."""


@contextlib.contextmanager
def no_dangling_threads() -> Iterator[None]:
    """Fails when a thread that began inside is still alive afterwards."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + GRACE
    while left := [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not NOT_OURS.match(thread.name)
    ]:
        if time.monotonic() > until:
            raise Breach(f"threads still running: {sorted(thread.name for thread in left)}")
        left[0].join(0.05)


@contextlib.contextmanager
def no_open_connections() -> Iterator[None]:
    """Fails when a psycopg connection that was made inside is still open afterwards."""
    made: list[weakref.ref[Any]] = []
    plain = psycopg.Connection.__init__

    def noted(self: Any, *args: Any, **more: Any) -> None:
        plain(self, *args, **more)
        made.append(weakref.ref(self))

    psycopg.Connection.__init__ = noted  # type: ignore[method-assign]
    try:
        yield
    finally:
        psycopg.Connection.__init__ = plain  # type: ignore[method-assign]
    left = [
        found for ref in made if (found := ref()) is not None and not found.closed and found not in shared
    ]
    names = sorted(f"{found.info.user} in {found.info.dbname}" for found in left)
    for found in left:
        found.close()
    if names:
        raise Breach(f"connections still open: {names}")


@contextlib.contextmanager
def no_gui_thread_calls() -> Iterator[None]:
    """This thread is the GUI's: a database call on it fails, except by connections of the test's own."""
    plain = psycopg.Connection.wait

    def guarded(self: Any, *args: Any, **more: Any) -> Any:
        if self not in by_hand:
            guard.check()
        return plain(self, *args, **more)

    guard.forbid_gui_thread(threading.get_ident())
    psycopg.Connection.wait = guarded  # type: ignore[method-assign]
    try:
        yield
        found = list(guard.breaches)
    finally:
        psycopg.Connection.wait = plain  # type: ignore[method-assign]
        guard.forbid_gui_thread(None)
    if found:
        raise Breach(f"database calls on the GUI thread: {len(found)}\n{found[0]}")


@contextlib.contextmanager
def no_unexpected_log(expected: Sequence[str] = ()) -> Iterator[None]:
    """Fails on a log line of WARNING or above that none of the regular expressions `expected` finds."""
    seen: list[str] = []

    class Watch(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            line = f"{record.levelname} {record.name}: {record.getMessage()}"
            if not any(re.search(one, line) for one in expected):
                seen.append(line)

    watch = Watch(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield
    finally:
        root.removeHandler(watch)
    if seen:
        raise Breach("unexpected log lines:\n" + "\n".join(seen))


@contextlib.contextmanager
def nothing_left_in_qt() -> Iterator[None]:
    """Fails when a QTimer or QThreadPool that was started from Python inside is still at work afterwards."""
    from PySide6.QtCore import QThreadPool, QTimer
    from shiboken6 import isValid

    timers: list[tuple[weakref.ref[Any], str]] = []
    pools: list[weakref.ref[Any]] = []
    start_timer, start_pool = QTimer.start, QThreadPool.start

    def timer_started(self: Any, *args: Any) -> None:
        timers.append((weakref.ref(self), "".join(traceback.format_stack(limit=3)[:-1])))
        start_timer(self, *args)

    def pool_started(self: Any, *args: Any) -> None:
        pools.append(weakref.ref(self))
        start_pool(self, *args)

    QTimer.start = timer_started  # type: ignore[assignment,method-assign]
    QThreadPool.start = pool_started  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        QTimer.start = start_timer  # type: ignore[method-assign]
        QThreadPool.start = start_pool  # type: ignore[method-assign]
    gc.collect()
    running = []
    for ref, where in timers:
        timer = ref()
        if timer is not None and isValid(timer) and timer.isActive():
            running.append(f"QTimer {timer.objectName() or ''} of {timer.interval()} ms, started at\n{where}")
            timer.stop()
    busy = []
    for ref in pools:
        pool = ref()
        if pool is not None and isValid(pool) and not pool.waitForDone(int(GRACE * 1000)):
            busy.append(f"QThreadPool with {pool.activeThreadCount()} active threads")
    if running or busy:
        raise Breach("still running: " + "\n".join([*dict.fromkeys(running), *busy]))


class Statements(list[str]):
    """The statements that desks' connections sent while counting, in order."""

    @contextlib.contextmanager
    def most(self, count: int) -> Iterator[None]:
        """Fails when more than `count` statements are sent inside."""
        before = len(self)
        yield
        sent = self[before:]
        assert len(sent) <= count, f"{len(sent)} statements, {count} expected:\n" + "\n".join(sent)


@contextlib.contextmanager
def counted_statements() -> Iterator[Statements]:
    """Counts what is sent over connections that are not the test's own."""
    found = Statements()
    plain = psycopg.Cursor.execute

    def counted(self: Any, query: Any, *args: Any, **more: Any) -> Any:
        if self.connection not in by_hand:
            found.append(query.decode() if isinstance(query, bytes) else str(query))
        return plain(self, query, *args, **more)

    psycopg.Cursor.execute = counted  # type: ignore[method-assign]
    try:
        yield found
    finally:
        psycopg.Cursor.execute = plain  # type: ignore[method-assign]


def qt_is_used(fixtures: Sequence[str]) -> bool:
    """Whether a test with these fixtures has a QApplication."""
    return bool({"qapp", "qtbot", "qtmodeltester"} & set(fixtures)) and "PySide6" in sys.modules
