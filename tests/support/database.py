"""A private cluster for the test run, and a fresh database with the migrated schema for each test that asks.

Logins belong to the whole cluster, databases do not: accounts get numbers that no other test has, and are
dropped with their database.
"""

import contextlib
import itertools
import os
import secrets
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from mdi_desk.db import guard
from mdi_desk.db.embedded import EmbeddedServer, Reach, server_friendly_tmp
from mdi_desk.db.engine import Server, at_socket
from mdi_desk.db.session import DeskSession, connect
from mdi_desk.kernel.fold import sort_key
from mdi_desk.kernel.ids import code, uuid7
from mdi_desk.kernel.paths import migrations

T = TypeVar("T")
TEMPLATE = "mdi_template"
MEMORY = Path("/dev/shm")
SYSTEM_SERVERS = Path("/usr/lib/postgresql")

Plain = psycopg.Connection[tuple[Any, ...]]
# Connections of the test itself (superuser, psql by hand): they may be used on the GUI thread.
by_hand: "weakref.WeakSet[Plain]" = weakref.WeakSet()
# Connections that outlive a test by intention.
shared: "weakref.WeakSet[Plain]" = weakref.WeakSet()

_numbers = itertools.count(100_000 + secrets.randbelow(800_000))


def system_programs() -> Path | None:
    """The folder of the newest PostgreSQL that the machine has installed; None when it has none."""
    found = sorted(SYSTEM_SERVERS.glob("*/bin/postgres"), key=lambda one: int(one.parts[-3]))
    return found[-1].parent if found else None


def elsewhere(call: Callable[[], T]) -> T:
    """`call()` in a thread of its own, waited for: what another station does while this one shows a
    screen.
    """
    outcome: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="elsewhere")
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return outcome[0]


class Cluster:
    """A running private server with a migrated template database."""

    def __init__(self, folder: Path, programs: Path | None) -> None:
        self.server = EmbeddedServer(folder, bin_dir=programs)
        self.reach: Reach = self.server.start()
        self._names = itertools.count(1)
        self.admin = self.connect("postgres")
        shared.add(self.admin)
        # The tests kill servers, never the machine: what the system has got is not lost.
        for setting in ("fsync", "full_page_writes"):
            self.admin.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        self.admin.execute("SELECT pg_reload_conf()")
        self._migrate()

    def connect(self, dbname: str, **more: Any) -> Plain:
        """A superuser's connection with autocommit."""
        connection = psycopg.connect(self.reach.dsn(dbname, self.reach.superuser), autocommit=True, **more)
        by_hand.add(connection)
        return connection

    def reconnect(self) -> None:
        """The superuser's connection anew."""
        self.admin.close()
        self.admin = self.connect("postgres")
        shared.add(self.admin)

    def _migrate(self) -> None:
        from mdi_desk.db.migrate import upgrade

        self.create(TEMPLATE, None)
        upgrade(self.reach.dsn(TEMPLATE, self.reach.superuser))

    def create(self, name: str, template: str | None) -> None:
        """Make database `name`, a copy of `template` with its rights on the database itself."""
        wanted = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template is not None:
            wanted += sql.SQL(" TEMPLATE {} STRATEGY file_copy").format(sql.Identifier(template))
        self.admin.execute(wanted)
        if template is not None:
            with self.connect(name) as owner:
                owner.execute((migrations() / "sql" / "core" / "_database.sql").read_bytes())

    def drop(self, name: str) -> None:
        """Drop database `name`, whoever is connected."""
        self.admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @contextlib.contextmanager
    def database(self, template: str = TEMPLATE) -> Iterator["Database"]:
        """A fresh copy of `template`, dropped at the end together with the logins made for it."""
        name = f"mdi_{os.getpid()}_{next(self._names)}"
        self.create(name, template)
        database = Database(self, name)
        try:
            yield database
        finally:
            database.close()
            self.drop(name)
            for login in database.logins:
                self.admin.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)))

    def stop(self) -> None:
        self.admin.close()
        self.server.stop()


@contextlib.contextmanager
def running_cluster(programs: Path | None = None) -> Iterator[Cluster]:
    """A cluster in a temporary folder; `programs` None: the embedded server's own."""
    folder = _cluster_place()
    try:
        cluster = Cluster(folder / "server", programs)
        try:
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _cluster_place() -> Path:
    """In memory where there is plenty: a database is cloned there in a tenth of the time."""
    try:
        roomy = shutil.disk_usage(MEMORY).free > 2 * 1024**3
    except OSError:
        roomy = False
    if not roomy or not os.access(MEMORY, os.W_OK):
        return server_friendly_tmp("mdi-test-cluster-")
    for left in MEMORY.glob("mdi-test-cluster-*"):  # of runs that were killed
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - 86_400:
                shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="mdi-test-cluster-", dir=MEMORY))
    folder.chmod(0o711)  # root's server runs as another user
    return folder


@dataclass(frozen=True, slots=True)
class Account:
    """A login made for a test."""

    login: str
    password: str
    account_id: UUID
    person_id: UUID
    name: str
    jobs: tuple[str, ...]


@dataclass
class Database:
    """One test's database. The owner's connection is a superuser's, with autocommit."""

    cluster: Cluster
    name: str
    logins: list[str] = field(default_factory=list)
    _accounts: dict[str, Account] = field(default_factory=dict)
    _open: list[Any] = field(default_factory=list)
    _owner: Plain | None = None

    # -- ways in
    # ----------------------------------------------------------------------------------------------

    @property
    def server(self) -> Server:
        """The profile of this database, as a desk has it."""
        return at_socket(self.cluster.reach.host, self.cluster.reach.port, self.name)

    def owner(self) -> Plain:
        """The superuser's connection, always the same one."""
        if self._owner is None or self._owner.closed:
            self._owner = self.cluster.connect(self.name)
        return self._owner

    def reconnect(self) -> None:
        """After the server was killed: the owner's and the cluster's connections anew."""
        self.cluster.reconnect()
        if self._owner is not None:
            self._owner.close()
            self._owner = None

    def dsn(self, who: str | Account | None = None) -> str:
        """A libpq string: of a job's account, of an account, or (None) of the superuser."""
        if who is None:
            return self.cluster.reach.dsn(self.name, self.cluster.reach.superuser)
        account = self.login(who) if isinstance(who, str) else who
        return self.cluster.reach.dsn(self.name, account.login, account.password)

    def login(self, job: str) -> Account:
        """The account of `job` in this database, made at first use."""
        if job not in self._accounts:
            self._accounts[job] = self.add_account(job)
        return self._accounts[job]

    def connect(self, who: str | Account, **more: Any) -> Plain:
        """A plain connection, as psql has it, with autocommit; closed at the end of the test."""
        connection = psycopg.connect(self.dsn(who), autocommit=True, **more)
        by_hand.add(connection)
        self._open.append(connection)
        return connection

    def session(self, who: str | Account, *, station: str = "test desk") -> DeskSession:
        """A signed-in session; closed at the end of the test."""
        account = self.login(who) if isinstance(who, str) else who
        session = elsewhere(lambda: connect(self.server, account.login, account.password, station=station))
        self._open.append(session)
        return session

    def keep(self, thing: T) -> T:
        """`thing` is closed (its ``close()``) at the end of the test, before the database goes."""
        self._open.append(thing)
        return thing

    def close(self) -> None:
        for thing in reversed(self._open):
            thing.close()
        self._open.clear()
        if self._owner is not None:
            self._owner.close()

    def value(self, query: str, *values: Any) -> Any:
        """The first column of the first row, asked as the superuser; None when there is none."""
        row = self.owner().execute(query.encode(), values).fetchone()
        return row[0] if row else None

    def run(self, query: str, *values: Any) -> None:
        """A statement as the superuser."""
        self.owner().execute(query.encode(), values)

    # -- rows
    # -------------------------------------------------------------------------------------------------

    def _insert(self, table: str, values: Mapping[str, Any]) -> None:
        schema, name = table.split(".")
        self.owner().execute(
            sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                sql.Identifier(schema, name),
                sql.SQL(", ").join(map(sql.Identifier, values)),
                sql.SQL(", ").join(sql.Placeholder() * len(values)),
            ),
            [Jsonb(value) if isinstance(value, dict) else value for value in values.values()],
        )

    def add_account(
        self, *jobs: str, given: str = "Robin", family: str = "", must_change: bool = False
    ) -> Account:
        """A new person with a login that has `jobs`."""
        login = f"u_{next(_numbers):06d}"
        password = secrets.token_urlsafe(12)
        family = family or f"{'/'.join(jobs).title()} {login[2:]}"
        person = self.add_person(given, family, roles=["staff"])
        owner = self.owner()
        verifier = owner.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
        groups = ", ".join(f"mdi_{job}" for job in jobs)
        rights = f"LOGIN INHERIT CONNECTION LIMIT 4 PASSWORD '{verifier}' IN ROLE {groups}"
        owner.execute(f"CREATE ROLE {login} {rights}".encode())
        self.logins.append(login)
        if owner.info.server_version >= 160000:
            # As the account functions leave it: they can take back what they gave.
            owner.execute(f"GRANT {login} TO mdi_accounts WITH ADMIN TRUE, INHERIT FALSE, SET FALSE".encode())
        account_id = uuid7()
        self._insert(
            "admin.account",
            {
                "id": account_id,
                "person_id": person,
                "login": login,
                "jobs": list(jobs),
                "must_change": must_change,
            },
        )
        return Account(login, password, account_id, person, f"{given} {family}", jobs)

    def add_person(
        self, given: str = "Ada", family: str = "Lovelace", *, age: int | None = 36, **more: Any
    ) -> UUID:
        """A person of `age` years (None: no birth date); `more` are columns. Returns the id."""
        person = more.pop("id", uuid7())
        born = None
        if age is not None:
            today = datetime.now(UTC).date()
            born = date(today.year - age, today.month, min(today.day, 28)) - timedelta(days=40)
        self._insert(
            "people.person",
            {
                "id": person,
                "given_name": given,
                "family_name": family,
                "full_name": f"{given} {family}".strip(),
                "sort_key": sort_key(family, given),
                "birth_date": born,
                "code": "P" + code(11),
                **more,
            },
        )
        return person

    def add_course(self, **more: Any) -> UUID:
        """A course that is free, needs no waiver and is open to everybody, unless `more` says otherwise."""
        course = more.pop("id", uuid7())
        values = {
            "id": course,
            "slug": f"course-{str(course)[-12:]}",
            "name": "Safety basics",
            "category": "first_aid",
            "price_minor": 0,
            "duration_hours": 2,
            "min_age": 0,
            **more,
        }
        self._insert("training.course", values)
        return course

    def add_instructor(self, account: Account | None = None) -> UUID:
        """An instructor: the person of `account`, or a new one. Returns the instructor's id."""
        instructor = uuid7()
        person = account.person_id if account else self.add_person("Ivo", "Instructor", roles=["instructor"])
        self._insert("training.instructor", {"id": instructor, "person_id": person})
        return instructor

    def add_class(
        self,
        course: UUID | None = None,
        *,
        starts_at: datetime | None = None,
        hours: float = 2,
        seats: int = 12,
        instructor: UUID | None = None,
        **more: Any,
    ) -> UUID:
        """A class that began half an hour ago, unless `starts_at` says otherwise. Returns the id."""
        found = more.pop("id", uuid7())
        starts = starts_at or datetime.now(UTC) - timedelta(minutes=30)
        self._insert(
            "training.class",
            {
                "id": found,
                "course_id": course or self.add_course(),
                "instructor_id": instructor,
                "starts_at": starts,
                "ends_at": starts + timedelta(hours=hours),
                "location_name": "Room 1",
                "max_capacity": seats,
                **more,
            },
        )
        return found

    def add_booking(
        self, class_id: UUID | None = None, person: UUID | None = None, *, price_minor: int = 0, **more: Any
    ) -> UUID:
        """A seat in `class_id` for `person` (both made when missing), with an order when it has a price."""
        booking = more.pop("id", uuid7())
        class_id = class_id or self.add_class()
        person = person or self.add_person()
        seat = self.value(
            "SELECT coalesce(max(seat), 0) + 1 FROM training.booking WHERE class_id = %s", class_id
        )
        self._insert(
            "training.booking",
            {
                "id": booking,
                "class_id": class_id,
                "person_id": person,
                "seat": seat,
                "ticket_code": "T" + code(11),
                **more,
            },
        )
        if price_minor:
            order = uuid7()
            count = self.value("SELECT nextval('sales.order_no')")
            number = f"MDI-{datetime.now(UTC).year}-{count:05d}"
            self._insert("sales.customer_order", {"id": order, "number": number, "person_id": person})
            self._insert(
                "sales.order_line",
                {
                    "id": uuid7(),
                    "order_id": order,
                    "booking_id": booking,
                    "description": "Seat",
                    "amount_minor": price_minor,
                },
            )
        return booking


def forget_breaches() -> None:
    """For tests that breach the GUI thread's rule on purpose."""
    guard.breaches.clear()
