"""One unit of work: a transaction that rolls back unless it is committed, and can be cancelled while it only
asks.
"""

import contextlib
import contextvars
import threading
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

import psycopg
from sqlalchemy import Connection, CursorResult, Executable

from mdi_desk.db.engine import DeskConnection
from mdi_desk.db.errors import NotYetSafe, translate
from mdi_desk.db.sentences import not_yet_safe
from mdi_desk.db.watchdog import Watchdog
from mdi_desk.kernel.errors import Cancelled

CANCEL_SECONDS = 2.0
COMMIT_SECONDS = 10.0
STATEMENT_SECONDS = 20.0  # the server's own statement_timeout comes first


class CancelScope:
    """One task's hook for being cancelled: entered in the thread that works, cancelled from another.

    The runner's ``scopes=CancelScope``. Whatever database work the task does meanwhile joins the scope by
    itself. `cancel` holds this scope's lock, so it cannot hit a connection that is already somebody else's,
    and the connection is thrown away afterwards, because the request may still be on its way. A write in its
    COMMIT is never cancelled.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._connection: DeskConnection | None = None
        self._committing = False
        self._entered: list[contextvars.Token[CancelScope | None]] = []
        self.cancelled = False

    def __enter__(self) -> Self:
        self._entered.append(_current.set(self))
        return self

    def __exit__(self, *exc: object) -> None:
        _current.reset(self._entered.pop())

    def cancel(self) -> None:
        """Cancel what runs now and refuse what would come; harmless when over.

        From any thread but the GUI's: it speaks to the server, for `CANCEL_SECONDS` at most.
        """
        self.cancelled = True
        with self._lock:
            if self._connection is not None and not self._committing:
                with contextlib.suppress(psycopg.Error):
                    self._connection.cancel_safe(timeout=CANCEL_SECONDS)

    def check(self) -> None:
        """Raises `Cancelled` once the scope is cancelled, except while it commits."""
        if self.cancelled and not self._committing:
            raise Cancelled

    def commits(self) -> None:
        """From here on the work is not cancelled any more. Raises `Cancelled` when it already is."""
        with self._lock:
            self.check()
            self._committing = True

    @contextlib.contextmanager
    def holding(self, connection: DeskConnection) -> Iterator[None]:
        """While inside, `cancel` reaches `connection`. Raises `Cancelled` when it came before."""
        with self._lock:
            self.check()
            self._connection = connection
        connection.scope = self
        try:
            yield
        finally:
            connection.scope = None
            with self._lock:
                self._connection = None
                self._committing = False


_current: contextvars.ContextVar[CancelScope | None] = contextvars.ContextVar(
    "mdi_cancel_scope", default=None
)


def current_scope() -> CancelScope | None:
    """The scope entered in this thread, if any."""
    return _current.get()


class Conversation(Protocol):
    """What a unit needs of its `DeskSession`."""

    @property
    def watchdog(self) -> Watchdog: ...

    def checkout(self, *, reading: bool) -> Connection:
        """A connection of the pool."""
        ...

    def sql_of(self, function: str, args: Sequence[Any]) -> tuple[bytes, list[Any]]:
        """The statement and values of a function call."""
        ...


class UnitOfWork:
    """A transaction (or, when `reading`, single statements without one) on one connection of a session's
    pool.

    ``with session.unit() as unit: ...; unit.commit()``. Leaving without `commit`, or by an error, rolls back.
    Database errors leave the block as `DeskError`. Services hand an open unit to a neighbour's method; only
    the outermost commits. Belongs to one thread.
    """

    def __init__(self, session: Conversation, *, reading: bool) -> None:
        self._session = session
        self._reading = reading
        self._stack = contextlib.ExitStack()
        self._connection: Connection | None = None
        self._committed = False
        self._at_commit = False
        self._scope = current_scope()

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's connection, while the unit is open."""
        if self._connection is None:
            raise RuntimeError("the unit of work is not open")
        return self._connection

    def __enter__(self) -> Self:
        if self._scope is not None:
            self._scope.check()
        try:
            self._connection = self._session.checkout(reading=self._reading)
        except Exception as error:
            found = translate(error)
            if found is None or found is error:
                raise
            raise found from error
        if self._scope is not None:
            try:
                self._stack.enter_context(self._scope.holding(self._driver()))
            except Cancelled:
                self._release(throw_away=True)
                raise
        if not self._reading:
            # Said aloud, so that SQLAlchemy commits what the driver alone has done too.
            self._connection.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        cancelled = self._scope is not None and self._scope.cancelled and not self._committed
        throw_away = cancelled or (error is not None and not isinstance(error, Exception))
        self._stack.close()
        found = translate(error, at_commit=self._at_commit) if error is not None else None
        self._release(throw_away=throw_away)
        if cancelled and (found is not None or error is None):
            raise Cancelled from error
        if found is not None and found is not error:
            raise found from error

    def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        """The result of `statement`. Raises `DeskError`."""
        try:
            with self._session.watchdog.bound(self._driver(), STATEMENT_SECONDS):
                return self.connection.execute(statement, values)
        except Exception as error:
            raise self._as_desk_error(error) from error

    def call(self, function: str, *args: Any) -> Any:
        """The answer of one database function inside this transaction (`DeskSession.call` is the way without
        one).
        """
        sql, values = self._session.sql_of(function, args)
        driver = self._driver()
        try:
            with self._session.watchdog.bound(driver, STATEMENT_SECONDS):
                row = driver.execute(sql, values).fetchone()
        except Exception as error:
            raise self._as_desk_error(error) from error
        return row[0] if row else None

    def commit(self) -> None:
        """Make it last. Once, at the end.

        Raises `NotYetSafe` when COMMIT came back with a WARNING, `OutcomeUnknown` when it did not come back.
        """
        if self._reading:
            raise RuntimeError("a reading unit has nothing to commit")
        driver = self._driver()
        if self._scope is not None:
            self._scope.commits()
        driver.warnings.clear()
        self._at_commit = True
        try:
            with self._session.watchdog.bound(driver, COMMIT_SECONDS):
                self.connection.commit()
        except Exception as error:
            raise self._as_desk_error(error) from error
        self._committed = True
        if driver.warnings:
            raise NotYetSafe(not_yet_safe())

    def _driver(self) -> DeskConnection:
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, DeskConnection)
        return driver

    def _as_desk_error(self, error: Exception) -> Exception:
        if self._scope is not None and self._scope.cancelled and not self._committed:
            return Cancelled()
        return translate(error, at_commit=self._at_commit) or error

    def _release(self, *, throw_away: bool) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with contextlib.suppress(Exception):
            driver = connection.connection.driver_connection
            throw_away = throw_away or driver is None or driver.closed or driver.broken
        if throw_away:
            connection.invalidate()
        with contextlib.suppress(Exception):
            connection.close()
