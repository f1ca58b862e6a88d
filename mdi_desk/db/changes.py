"""The change feed: what other stations changed, heard by LISTEN and, because news get lost, also asked for.

Correctness never depends on NOTIFY: the feed is polled every `POLL_SECONDS` and after every reconnect. The
feed's thread has the desk's third and last connection. Its callbacks run in that thread: a Qt side emits a
signal there.
"""

import select
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Literal
from uuid import UUID

from mdi_desk.db.engine import DeskConnection
from mdi_desk.db.errors import SignInRefused, translate
from mdi_desk.db.session import DeskSession, signed_out_by
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.errors import DeskError, Forbidden, SignedOut
from mdi_desk.kernel.retry import judge
from mdi_desk.kernel.words import tr

CHANNEL = "mdi"
POLL_SECONDS = 2.0
DOORBELL_SECONDS = 0.05  # no two doorbells within this time: one wakes everybody for all that has happened
MANY = 500  # more rows of one entity than this: "look again" instead of a list
EVERYTHING = "*"

State = Literal["live", "lost", "signed_out"]


class ChangeFeed:
    """Reads the feed on one connection of its own. Belongs to one thread.

    `open` connects and starts listening, `poll` returns what is new, `close` ends it. Any of them may raise a
    `DeskError`; after one the feed is closed and may be opened again, and goes on where it was.
    """

    def __init__(self, session: DeskSession) -> None:
        self._session = session
        self._connection: DeskConnection | None = None
        self._after = session.since
        self._seen: frozenset[int] = frozenset()

    def open(self) -> None:
        """Connect, say hello again, listen. Raises `SignedOut` when this login may not work any more."""
        self.close()
        try:
            connection = self._session.open()
        except SignInRefused as error:
            if error.why in ("disabled", "password"):
                raise SignedOut(error.message) from error
            raise
        self._connection = connection
        try:
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}".encode())
            if self._after is None:
                # From here on nothing is missed: first the horizon, then who we are, then what a view loads.
                row = connection.execute(b"SELECT next::text FROM core.changes(NULL)").fetchone()
                self._after = str(row[0]) if row else None
            self._greet(connection)
        except Exception as error:
            raise self._ended(error) from error

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def fileno(self) -> int:
        """The socket to wait on: readable when the server has something to say."""
        if self._connection is None:
            raise RuntimeError("the feed is not open")
        return self._connection.fileno()

    def poll(self) -> tuple[Change, ...]:
        """What changed since the last time, grouped by entity and operation. Takes the notifications off the
        wire.

        An entity ``*`` means: too much has changed, look at everything again.
        """
        connection = self._connection
        if connection is None:
            raise RuntimeError("the feed is not open")
        try:
            list(connection.notifies(timeout=0))
            rows = connection.execute(
                b"SELECT seq, entity, entity_id, op_id, next::text FROM core.changes(%s::text::xid8)",
                [self._after],
            ).fetchall()
            if not rows:
                # Only a blind login gets not even the horizon.
                self._greet(connection)
                raise SignedOut(tr("Your account was disabled. Ask an administrator."))
            changes = self._news(rows)
            if any(self._session.account_id in one.ids for one in changes if one.entity == "admin.account"):
                self._greet(connection)
        except Exception as error:
            raise self._ended(error) from error
        return changes

    def ring(self) -> None:
        """Wake the other stations. Best effort: an error closes the feed, and is raised."""
        if self._connection is not None:
            try:
                self._connection.execute(f"NOTIFY {CHANNEL}".encode())
            except Exception as error:
                raise self._ended(error) from error

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _greet(self, connection: DeskConnection) -> None:
        row = connection.execute(b"SELECT core.hello()").fetchone()
        gone = signed_out_by(self._session.hello, row[0] if row else None)
        if gone is not None:
            raise gone

    def _news(self, rows: list[Any]) -> tuple[Change, ...]:
        self._after = rows[0][4]
        fresh: dict[tuple[str, str | None], set[UUID]] = {}
        for seq, entity, entity_id, op_id, _ in rows:
            if entity == EVERYTHING:
                fresh[(EVERYTHING, None)] = set()
            elif entity is not None and seq not in self._seen:
                fresh.setdefault((entity, str(op_id) if op_id else None), set()).add(entity_id)
        # Rows come again until their transaction is below the horizon; what comes again was in the last
        # answer.
        self._seen = frozenset(row[0] for row in rows if row[0] is not None)
        return tuple(
            Change(entity, frozenset() if len(ids) > MANY else frozenset(ids), initiator)
            for (entity, initiator), ids in fresh.items()
        )

    def _ended(self, error: Exception) -> Exception:
        self.close()
        found = translate(error)
        if isinstance(found, Forbidden):
            return SignedOut(tr("Your account was disabled. Ask an administrator."))
        return found or error


class FeedThread:
    """Keeps a `ChangeFeed` alive in a thread of its own and says what it hears.

    `heard(changes)`: never empty. `state(state, error)`: ``live`` (error None), ``lost`` (it tries again by
    itself), ``signed_out`` (it has ended: lock the desk). Both run in the feed's thread and must not block.
    """

    def __init__(
        self,
        session: DeskSession,
        heard: Callable[[tuple[Change, ...]], None],
        state: Callable[[State, DeskError | None], None],
        *,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._feed = ChangeFeed(session)
        self._heard, self._state = heard, state
        self._poll_seconds = poll_seconds
        self._last_state: State | None = None
        self._stopping = False
        self._ring = False
        self._rung_at = 0.0
        # A socket pair, not a pipe: select on Windows knows sockets only.
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._thread = threading.Thread(target=self._run, name="mdi-feed", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def doorbell(self) -> None:
        """Tell the other stations that something was committed here. From any thread; never blocks, never
        raises.
        """
        self._ring = True
        self._wake()

    def look(self) -> None:
        """Poll now. From any thread."""
        self._wake()

    def stop(self) -> None:
        """End the thread and its connection, and wait for that."""
        self._stopping = True
        self._wake()
        if self._thread.ident is not None:
            self._thread.join()
        self._wake_in.close()
        self._wake_out.close()

    close = stop

    def _wake(self) -> None:
        try:
            self._wake_in.send(b"x")
        except OSError:
            pass  # full: it is awake already; closed: it has ended

    def _run(self) -> None:
        tries = 0
        try:
            while not self._stopping:
                try:
                    self._feed.open()
                    while not self._stopping:
                        self._say("live", None)
                        changes = self._feed.poll()
                        tries = 0
                        if changes:
                            self._heard(changes)
                        self._wait(self._poll_seconds, self._feed.fileno())
                        if self._ring and not self._stopping:
                            self._ring_once()
                except SignedOut as error:
                    self._say("signed_out", error)
                    return
                except DeskError as error:
                    tries += 1
                    self._say("lost", error)
                    self._wait(judge(None, tries=tries).delay, None)
        finally:
            self._feed.close()

    def _ring_once(self) -> None:
        pause = self._rung_at + DOORBELL_SECONDS - time.monotonic()
        if pause > 0:
            time.sleep(pause)
        self._ring = False
        self._rung_at = time.monotonic()
        self._feed.ring()

    def _wait(self, seconds: float, fileno: int | None) -> None:
        wanted: list[Any] = [self._wake_out] if fileno is None else [self._wake_out, fileno]
        ready = select.select(wanted, [], [], seconds)[0]
        if self._wake_out in ready:
            try:
                self._wake_out.recv(4096)
            except OSError:
                pass

    def _say(self, state: State, error: DeskError | None) -> None:
        if state != self._last_state:
            self._last_state = state
            self._state(state, error)
