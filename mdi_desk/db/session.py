"""A signed-in person's conversation with the server: a pool of two connections, and one function call at a
time.
"""

import contextlib
import re
import select
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast
from uuid import UUID

import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import PoolProxiedConnection, QueuePool

from mdi_desk.db.engine import DeskConnection, Server, open_connection
from mdi_desk.db.errors import NotYetSafe, ServerAway, SignInRefused, attempt_from, translate
from mdi_desk.db.sentences import not_yet_safe
from mdi_desk.db.watchdog import Watchdog
from mdi_desk.db.work import STATEMENT_SECONDS, CancelScope, UnitOfWork, current_scope
from mdi_desk.kernel.errors import Cancelled, DeskError, Forbidden, SignedOut
from mdi_desk.kernel.retry import Attempt, judge
from mdi_desk.kernel.words import tr

POOL = 2
WAIT_FOR_CONNECTION = 10.0  # seconds a third task waits for one of the two
_FUNCTION = re.compile(r"[a-z][a-z0-9_]{0,30}\.[a-z][a-z0-9_]{0,62}")


@cache
def _statement(function: str, count: int, rows: bool) -> bytes:
    if not _FUNCTION.fullmatch(function):
        raise ValueError(f"not a function's name: {function!r}")
    marks = ", ".join(["%s"] * count)
    return f"SELECT {'* FROM ' if rows else ''}{function}({marks})".encode()


def _adapted(value: Any) -> Any:
    """dict -> jsonb; everything else as psycopg sends it."""
    return Jsonb(value) if isinstance(value, Mapping) else value


class DeskSession:
    """What `connect` gives. Usable from any thread but the GUI's; `close` it at the end.

    `hello`: the answer of ``core.hello()`` at sign-in. `server`, `login`, `station`: who talks to whom from
    where. `since`: the horizon of the change feed that was taken before anything was asked, None without one.
    """

    def __init__(self, server: Server, login: str, password: str, station: str) -> None:
        self.server = server
        self.login = login
        self.station = station
        self.hello: dict[str, Any] = {}
        self.since: str | None = None
        self.watchdog = Watchdog()
        self._password = password
        self._generation = 0
        self.engine = self._make_engine()

    def _make_engine(self) -> Engine:
        engine = create_engine(
            "postgresql+psycopg://",
            creator=self.open,
            poolclass=QueuePool,
            pool_size=POOL,
            max_overflow=0,
            pool_timeout=WAIT_FOR_CONNECTION,
            pool_use_lifo=True,
            use_native_hstore=False,
        )
        event.listen(engine, "checkout", self._still_there)
        return engine

    def _still_there(self, driver: DeskConnection, _record: object, _proxy: object) -> None:
        """At each checkout, without a round trip: an idle connection that has something to read was
        closed.
        """
        if not driver.used:
            # Just made. If it is lost already, its first statement says so; here the pool would give up
            # instead.
            driver.used = True
            return
        try:
            if driver.closed or driver.generation != self._generation:
                raise exc.DisconnectionError
            while select.select([driver.fileno()], [], [], 0)[0]:
                driver.pgconn.consume_input()
        except (psycopg.Error, OSError, ValueError):
            raise exc.DisconnectionError from None

    def open(self) -> DeskConnection:
        """A further connection of this login, outside the pool; the caller closes it. Raises like
        `connect`.
        """
        generation = self._generation
        connection = open_connection(self.server, self.login, self._password, self.station)
        connection.generation = generation
        return connection

    # -- calls
    # ------------------------------------------------------------------------------------------------

    def call(self, function: str, *args: Any) -> Any:
        """The answer of ``schema.function(args)`` in one round trip, committed.

        Arguments: UUID, str, int, bool, date, aware datetime, bytes, None, lists of those, and dict (sent as
        jsonb). A call whose connection broke is made once more: effects carry their operation id, so a
        repetition is answered, not done again. Raises `DeskError`: `SignedOut` when the account may not work
        any more.
        """
        scope = current_scope()
        for tries in (1, 2):
            try:
                row, warned = self._run(function, args, rows=False, seconds=STATEMENT_SECONDS, scope=scope)
            except Exception as error:
                found = attempt_from(error, tries=tries)
                if found is None or found.error is None or found.verdict is None:
                    raise
                if found.verdict.kind == "unknown" and tries == 1 and not isinstance(error, ServerAway):
                    continue
                raise self.judged(found.error) from error
            if warned:
                raise NotYetSafe(not_yet_safe())
            return row[0][0] if row else None
        raise AssertionError("unreachable")

    def rows(self, function: str, *args: Any) -> tuple[dict[str, Any], ...]:
        """The rows of a set-returning function, as dicts by column name. A read, repeated once like
        `call`.
        """
        scope = current_scope()
        names: list[str] = []
        for tries in (1, 2):
            try:
                found, _ = self._run(
                    function, args, rows=True, seconds=STATEMENT_SECONDS, scope=scope, names=names
                )
            except Exception as error:
                failed = attempt_from(error, tries=tries)
                if failed is None or failed.error is None or failed.verdict is None:
                    raise
                if failed.verdict.kind == "unknown" and tries == 1 and not isinstance(error, ServerAway):
                    continue
                raise self.judged(failed.error) from error
            return tuple(dict(zip(names, row, strict=True)) for row in found)
        raise AssertionError("unreachable")

    def attempt(
        self, function: str, args: Sequence[Any], *, tries: int = 1, seconds: float = STATEMENT_SECONDS
    ) -> Attempt:
        """One try, never repeated, never cancelled, never raising a database error: what the journal's sender
        uses.

        After `seconds` the socket is shut and the outcome is unknown.
        """
        try:
            rows, warned = self._run(function, tuple(args), rows=False, seconds=seconds, scope=None)
        except Exception as error:
            found = attempt_from(error, tries=tries)
            if found is None or found.error is None:
                raise
            return Attempt(None, found.verdict, self.judged(found.error), found.code)
        if warned is not None:
            verdict = judge(warned.sqlstate, warning=True, tries=tries)
            return Attempt(None, verdict, NotYetSafe(not_yet_safe()), warned.sqlstate or "")
        return Attempt(rows[0][0] if rows else None)

    def sql_of(self, function: str, args: Sequence[Any], *, rows: bool = False) -> tuple[bytes, list[Any]]:
        """The statement and values of a function call. Raises ValueError for what is no function's name."""
        return _statement(function, len(args), rows), [_adapted(value) for value in args]

    def _run(
        self, function: str, args: Sequence[Any], *, rows: bool, seconds: float, scope: CancelScope | None,
        names: list[str] | None = None,
    ) -> tuple[list[tuple[Any, ...]], psycopg.errors.Diagnostic | None]:  # fmt: skip
        sql, values = self.sql_of(function, args, rows=rows)
        if scope is not None:
            scope.check()
        pooled = self.engine.raw_connection()
        driver = cast(DeskConnection, pooled.driver_connection)
        healthy = False
        try:
            driver.autocommit = True
            driver.warnings.clear()
            held = scope.holding(driver) if scope is not None else contextlib.nullcontext()
            with held, self.watchdog.bound(driver, seconds):
                cursor = driver.execute(sql, values)
                found = cursor.fetchall()
            if names is not None:
                names[:] = [column.name for column in cursor.description or ()]
            healthy = True
            return found, driver.warnings[-1] if driver.warnings else None
        except psycopg.Error:
            if scope is not None and scope.cancelled:
                raise Cancelled from None
            healthy = not (driver.closed or driver.broken)
            raise
        finally:
            if scope is not None and scope.cancelled:
                healthy = False
            _give_back(pooled, driver, healthy)

    # -- units
    # ------------------------------------------------------------------------------------------------

    def unit(self) -> UnitOfWork:
        """A transaction: ``with session.unit() as unit: ...; unit.commit()``."""
        return UnitOfWork(self, reading=False)

    def reading(self) -> UnitOfWork:
        """The same without a transaction, one round trip a statement: for questions."""
        return UnitOfWork(self, reading=True)

    def checkout(self, *, reading: bool) -> Connection:
        """A SQLAlchemy connection of the pool; used by `UnitOfWork`."""
        connection = self.engine.connect()
        if reading:
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        return connection

    # -- the rest
    # ---------------------------------------------------------------------------------------------

    @property
    def account_id(self) -> UUID:
        return UUID(str(self.hello["account_id"]))

    @property
    def person_id(self) -> UUID:
        return UUID(str(self.hello["person_id"]))

    def judged(self, error: DeskError) -> DeskError:
        """`error`, made `SignedOut` when the account is disabled or its jobs are others than at sign-in.

        "Not allowed" alone is no reason to lock somebody's desk; that it is no longer allowed is.
        """
        if not self.hello:
            return error  # still signing in
        if isinstance(error, SignInRefused) and error.why in ("disabled", "password"):
            return SignedOut(error.message)
        if not isinstance(error, Forbidden):
            return error
        try:
            rows, _ = self._run("core.hello", (), rows=False, seconds=5.0, scope=None)
        except Exception as failure:
            found = translate(failure)
            if isinstance(found, SignInRefused):
                return SignedOut(found.message)
            return error
        return signed_out_by(self.hello, rows[0][0] if rows else None) or error

    def greet(self) -> dict[str, Any]:
        """Say hello again and keep the answer: after the person has changed a password they had to change."""
        self.hello = dict(self.call("core.hello") or {})
        return self.hello

    def mark_horizon(self) -> None:
        """From here on a change feed of this session tells everything that changes (`since`)."""
        found = self.rows("core.changes", None)
        self.since = str(found[0]["next"]) if found else None

    def use_password(self, password: str) -> None:
        """The person changed their password: later connections use the new one."""
        self._password = password

    def drop_pool(self) -> None:
        """From now on use fresh connections only: the server that the others led to is gone, or only reads.

        The old ones are closed as they come by; the pool itself stays, or those in use would be lost to it.
        """
        self._generation += 1

    def close(self) -> None:
        """Close every connection and thread of this session. Nothing may be running in it any more."""
        self.engine.dispose()
        self.watchdog.close()


def connect(
    server: Server, login: str, password: str, *, station: str = "", revision: str | None = None
) -> DeskSession:
    """Sign in. `revision` is the database revision this desk is made for; None: any.

    Raises `SignInRefused` or `ServerAway`, each with one sentence and a `why`. An account that must change
    its password signs in (``hello["must_change"]``), and may call nothing but that change.
    """
    session = DeskSession(server, login.strip(), password, station)
    try:
        hello = session.call("core.hello")
        if not isinstance(hello, dict):
            raise _revision_old(None)
        refuse_wrong_revision(hello.get("revision"), revision)
        if not hello.get("active", False):
            raise SignInRefused(tr("This account is disabled. Ask an administrator."), "disabled")
        session.hello = hello
    except BaseException:
        session.close()
        raise
    return session


def refuse_wrong_revision(found: object, wanted: str | None) -> None:
    """Raises `SignInRefused` unless the database has the `wanted` revision (None: any). Revisions sort by
    date.
    """
    if wanted is None or found == wanted:
        return
    if found is None or str(found) < wanted:
        raise _revision_old(found)
    raise SignInRefused(
        tr(
            "The database is newer than this desk ({found}). Install the new version of MDI Desk.",
            found=found,
        ),
        "revision_new",
    )


def signed_out_by(before: Mapping[str, Any], now: object) -> SignedOut | None:
    """Why somebody who said hello with `before` may not go on, judged by what ``core.hello()`` says `now`."""
    if not isinstance(now, Mapping) or not now.get("active", False):
        return SignedOut(tr("Your account was disabled. Ask an administrator."))
    if now.get("must_change") and not before.get("must_change"):
        return SignedOut(tr("Your password was reset. Sign in with the new one."))
    if not before.get("must_change") and set(now.get("jobs") or ()) != set(before.get("jobs") or ()):
        return SignedOut(tr("Your jobs were changed. Sign in again to go on with the new ones."))
    return None


def _revision_old(found: object) -> SignInRefused:
    return SignInRefused(
        tr("The database is older than this desk ({found}). Ask an administrator to run: desk db upgrade.",
           found=found or "?"),
        "revision_old",
    )  # fmt: skip


def _give_back(pooled: PoolProxiedConnection, driver: DeskConnection, healthy: bool) -> None:
    if healthy:
        try:
            driver.autocommit = False
        except psycopg.Error:
            healthy = False
    if not healthy:
        pooled.invalidate()
    pooled.close()
