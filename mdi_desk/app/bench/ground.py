"""A database of its own for a benchmark: the sample, grown to a size, on an embedded server that goes away
afterwards.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg

from mdi_desk.app.config import DBNAME
from mdi_desk.app.database.place import quarters
from mdi_desk.app.sample import growth, institute, load
from mdi_desk.app.sample.login import Login
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from mdi_desk.db.engine import Server
    from mdi_desk.db.session import DeskSession

Say = Callable[[str], None]
FEW = 120  # people of the sample below the grown ones
STATION = "Bench"


@dataclass(slots=True)
class Ground:
    """The running server with the database. Sessions are closed with it."""

    folder: Path
    conninfo: str  # of a superuser
    server: "Server"
    logins: list[Login]
    people: int
    _open: list[Any] = field(default_factory=list)

    def owner(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A superuser's connection with autocommit: the owner of the tables, whom no row policy touches."""
        conn = psycopg.connect(self.conninfo, autocommit=True)
        self._open.append(conn)
        return conn

    def login(self, job: str) -> Login:
        """The sample's first login with that job."""
        return next(login for login in self.logins if job in login.jobs)

    def session(self, job: str) -> "tuple[DeskSession, Actor]":
        """A signed-in session of that job, and who it is."""
        from mdi_desk.db.session import connect

        login = self.login(job)
        session = connect(self.server, login.login, login.password, station=STATION)
        self._open.append(session)
        hello = session.hello
        actor = Actor(
            UUID(hello["account_id"]),
            UUID(hello["person_id"]),
            session.login,
            hello["name"],
            frozenset(hello["jobs"]),
            STATION,
        )
        return session, actor

    def close(self) -> None:
        """Closes what was opened."""
        while self._open:
            self._open.pop().close()


@contextmanager
def ground(people: int, say: Say, *, only_people: bool = False) -> Iterator[Ground]:
    """Makes it, with `people` people (and, unless `only_people`, their classes, bookings and waivers)."""
    from mdi_desk.db import migrate
    from mdi_desk.db.embedded import EmbeddedServer, connect_owner, server_friendly_tmp
    from mdi_desk.db.engine import at_socket
    from mdi_desk.kernel.seal import make_keypair

    folder = server_friendly_tmp("mdi-desk-bench-")
    server = EmbeddedServer(folder / "server", progress=say)
    try:
        reach = server.start()
        key = make_keypair().public
        made = institute.plan(datetime.now(UTC), people=FEW)
        with load.Drawing(made, key) as drawing:
            with connect_owner(reach) as conn:
                conn.execute(f"CREATE DATABASE {DBNAME}".encode())
            conninfo = reach.dsn(DBNAME, reach.superuser)
            migrate.upgrade(conninfo, quarters(say))
            loaded = load.fill(conninfo, made, drawing.finish(), key, say)
        if people > len(made.people):
            growth.grow(conninfo, made, people, key, say, loaded, only_people=only_people)
        found = Ground(
            folder,
            conninfo,
            at_socket(reach.host, reach.port, DBNAME),
            loaded.logins,
            max(people, len(made.people)),
        )
        try:
            yield found
        finally:
            found.close()
    finally:
        say(tr("Clearing up"))
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def open_class(
    owner: psycopg.Connection[tuple[Any, ...]], seats: int, *, instructor: UUID | None = None
) -> tuple[UUID, list[UUID]]:
    """A class that runs now, with `seats` paid seats of people whose waivers are valid; its id and the
    bookings'.

    When there are fewer such people, others get a waiver first: the class is full in any case.
    """
    now = datetime.now(UTC)
    course = owner.execute(
        "SELECT id, waiver_template_id FROM training.course WHERE slug = 'defensive-handgun-1'"
    ).fetchone()
    assert course is not None
    class_id = uuid7()
    with owner.transaction():
        owner.execute("SET LOCAL session_replication_role = replica")
        owner.execute(
            "INSERT INTO training.class (id, course_id, instructor_id, starts_at, ends_at, location_name, "
            "max_capacity)"
            " VALUES (%s, %s, %s, %s, %s, 'Bench', %s)",
            [class_id, course[0], instructor, now - timedelta(hours=1), now + timedelta(hours=7), seats],
        )
        _sign_for(owner, seats)
        owner.execute(
            "INSERT INTO training.booking (id, class_id, person_id, seat, ticket_code)"
            " SELECT gen_random_uuid(), %s, p.id, row_number() OVER (), 'T' || upper(substr(md5(p.id::text "
            "|| %s), 1, 11))"
            " FROM (SELECT DISTINCT s.person_id AS id FROM waivers.signature s"
            " JOIN waivers.template_version v ON v.id = s.version_id AND v.status = 'published'"
            " JOIN people.person p ON p.id = s.person_id AND p.birth_date < current_date - interval '19 "
            "years'"
            " WHERE s.valid_until > now() + interval '1 day' AND s.signer_kind = 'self' LIMIT %s) AS p",
            [class_id, str(class_id), seats],
        )
        owner.execute(
            "WITH b AS (SELECT id, person_id, gen_random_uuid() AS order_id, nextval('sales.order_no') AS no"
            " FROM training.booking WHERE class_id = %s),"
            " o AS (INSERT INTO sales.customer_order (id, number, person_id) SELECT order_id, 'MDI-2000-' || "
            "lpad(no::text, 5, '0'),"
            " person_id FROM b),"
            " l AS (INSERT INTO sales.order_line (id, order_id, booking_id, description, amount_minor)"
            " SELECT gen_random_uuid(), order_id, id, 'Seat', 18500 FROM b)"
            " INSERT INTO sales.payment (id, order_id, amount_minor, method, op_id)"
            " SELECT gen_random_uuid(), order_id, 18500, 'cash', gen_random_uuid() FROM b",
            [class_id],
        )
        found = owner.execute(
            "SELECT id FROM training.booking WHERE class_id = %s ORDER BY seat", [class_id]
        ).fetchall()
    if len(found) != seats:
        raise AssertionError(f"{len(found)} of {seats} seats")
    return class_id, [row[0] for row in found]


def _sign_for(owner: psycopg.Connection[tuple[Any, ...]], wanted: int) -> None:
    """Copies somebody's valid signature for as many grown-ups as are missing."""
    have = owner.execute(
        "SELECT count(DISTINCT s.person_id) FROM waivers.signature s JOIN waivers.template_version v ON v.id "
        "= s.version_id"
        " AND v.status = 'published' JOIN people.person p ON p.id = s.person_id"
        " AND p.birth_date < current_date - interval '19 years'"
        " WHERE s.valid_until > now() + interval '1 day' AND s.signer_kind = 'self'"
    ).fetchone()
    assert have is not None
    if have[0] >= wanted:
        return
    owner.execute(
        "CREATE TEMP TABLE one ON COMMIT DROP AS SELECT s.* FROM waivers.signature s JOIN "
        "waivers.template_version v"
        " ON v.id = s.version_id AND v.status = 'published' WHERE s.valid_until > now() + interval '1 day'"
        " AND s.signer_kind = 'self' LIMIT 1"
    )
    people = owner.execute(
        "SELECT p.id FROM people.person p WHERE p.birth_date < current_date - interval '19 years' AND "
        "p.is_active"
        " AND NOT EXISTS (SELECT FROM waivers.signature s WHERE s.person_id = p.id) LIMIT %s",
        [wanted - have[0]],
    ).fetchall()
    owner.execute(
        "INSERT INTO waivers.signature SELECT (jsonb_populate_record(NULL::waivers.signature, to_jsonb(one) "
        "||"
        " jsonb_build_object('id', gen_random_uuid(), 'person_id', p, 'op_id', gen_random_uuid()))).*"
        " FROM one, unnest(%s::uuid[]) AS p",
        [[row[0] for row in people]],
    )
