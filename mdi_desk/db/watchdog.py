"""A client-side bound on calls: `statement_timeout` does not bound a COMMIT that waits for a standby.

The socket is shut, not cancelled: a cancelled wait would look like a commit.
"""

import contextlib
import itertools
import socket
import threading
import time
from collections.abc import Iterator

import psycopg


class Watchdog:
    """Shuts the sockets of calls that last too long. One thread, started by the first call, ended by
    `close`.
    """

    def __init__(self) -> None:
        self._wake = threading.Condition()
        self._tokens = itertools.count()
        self._watched: dict[int, tuple[float, psycopg.Connection[tuple[object, ...]]]] = {}
        self._thread: threading.Thread | None = None
        self._next = float("inf")
        self._closed = False

    @contextlib.contextmanager
    def bound(self, connection: "psycopg.Connection[tuple[object, ...]]", seconds: float) -> Iterator[None]:
        """While inside for longer than `seconds`, the socket of `connection` is shut: the call ends as a lost
        one.
        """
        token = next(self._tokens)
        deadline = time.monotonic() + seconds
        with self._wake:
            self._watched[token] = (deadline, connection)
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="mdi-watchdog", daemon=True)
                self._thread.start()
            if deadline < self._next:
                self._wake.notify()
        try:
            yield
        finally:
            # Under the lock, so that a socket is never shut after its call has ended.
            with self._wake:
                del self._watched[token]

    def close(self) -> None:
        """End the thread and wait for it."""
        with self._wake:
            self._closed = True
            thread, self._thread = self._thread, None
            self._wake.notify()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        with self._wake:
            while not self._closed:
                now = time.monotonic()
                for token, (deadline, connection) in list(self._watched.items()):
                    if deadline <= now:
                        shut(connection)
                        self._watched[token] = (float("inf"), connection)
                self._next = min((deadline for deadline, _ in self._watched.values()), default=float("inf"))
                self._wake.wait(None if self._next == float("inf") else max(0.0, self._next - now))


def shut(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Shut the socket below `connection`, so that whoever waits on it wakes with a broken connection."""
    with contextlib.suppress(OSError, psycopg.Error):
        # fromfd works on a duplicate: libpq keeps its own handle and closes it in its own time.
        twin = socket.fromfd(connection.fileno(), socket.AF_UNSPEC, socket.SOCK_STREAM)
        try:
            twin.shutdown(socket.SHUT_RDWR)
        finally:
            twin.close()
