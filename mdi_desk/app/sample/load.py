"""Writes the sample into a migrated, empty database: by COPY, as the superuser, with the triggers' results
put in place.

The triggers stay off while the rows go in, because they would write everything into the books as done today
by nobody.
What they would have made is made here in whole statements: search tokens, and an audit log that tells the
story as it
went, with the names of those who did it.
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from mdi_desk.app.sample import books, evidence, rows
from mdi_desk.app.sample.login import Login, new_password
from mdi_desk.app.sample.people import Chance
from mdi_desk.app.sample.records import Account, Drawn, Institute
from mdi_desk.app.sample.signing import ink_of
from mdi_desk.kernel.access import JOBS
from mdi_desk.kernel.ink import Ink, outline, path_data
from mdi_desk.kernel.seal import aad, seal
from mdi_desk.kernel.words import tr

Say = Callable[[str], None]
Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(slots=True)
class Loaded:
    """What was written: how many of each, and who may sign in."""

    counts: dict[str, int] = field(default_factory=dict)
    logins: list[Login] = field(default_factory=list)


# -- ink -------------------------------------------------------------------------------------------


class Drawing:
    """Draws and seals all signatures in other processes, while this one makes the database. A context
    manager.
    """

    def __init__(self, made: Institute, public_key: bytes) -> None:
        # A new interpreter each: a fork of a desk would carry its threads' locks along.
        self._pool = ProcessPoolExecutor(2, mp_context=get_context("spawn"))
        jobs = [(one.id, f"{made.seed} ink {n}", one.signer.full) for n, one in enumerate(made.signatures)]
        half = (len(jobs) + 1) // 2
        self._futures = [self._pool.submit(draw, part, public_key) for part in (jobs[:half], jobs[half:])]

    def __enter__(self) -> "Drawing":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def finish(self) -> dict[UUID, Drawn]:
        """Waits; the ink of each signature by its id."""
        return {signature: drawn for future in self._futures for signature, drawn in future.result()}


def draw(jobs: list[tuple[UUID, str, str]], public_key: bytes) -> list[tuple[UUID, Drawn]]:
    """The ink of each (signature's id, seed, name), its raw samples sealed to `public_key`."""
    return [
        (signature, sealed(ink_of(Chance(seed), name), signature, public_key))
        for signature, seed, name in jobs
    ]


def sealed(ink: Ink, signature: UUID, public_key: bytes) -> Drawn:
    """`ink` as the table keeps it: drawn for all, the raw samples for the holder of the private key only."""
    place = aad("waivers.signature", "ink_sealed", signature, rows.KEY_VERSION)
    return Drawn(
        path_data(outline(ink)),
        ink.width,
        ink.height,
        ink.device,
        ink.sample_count,
        ink.digest().hex(),
        seal(public_key, ink.pack(), place),
    )


# -- rows ------------------------------------------------------------------------------------------


def copy(conn: Connection, table: str, data: Iterable[rows.Row]) -> int:
    """Writes rows into `table` by COPY; how many there were."""
    schema, name = table.split(".")
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(schema, name), sql.SQL(", ").join(map(sql.Identifier, rows.COLUMNS[table].split()))
    )
    count = 0
    with conn.cursor() as cursor, cursor.copy(command) as stream:
        for row in data:
            stream.write_row(row)
            count += 1
    return count


def fill(conninfo: str, made: Institute, ink: Mapping[UUID, Drawn], public_key: bytes, say: Say) -> Loaded:
    """Writes all of `made` into the migrated, empty database of `conninfo` (a superuser's), whole or not at
    all.

    `ink` is of `Drawing.finish`, sealed to the institute's `public_key`, which is entered too.
    """
    done = Loaded()
    chance = Chance(f"{made.seed} rows")
    with psycopg.connect(conninfo, application_name="mdi-desk sample") as conn:
        conn.execute("SET LOCAL session_replication_role = replica")
        conn.execute("SET LOCAL synchronous_commit = off")
        enter_key(conn, public_key)
        say(tr("Writing people"))
        auditor = next(account.person.id for account in made.accounts if "manager" in account.jobs)
        clerk = next(account for account in made.accounts if "frontdesk" in account.jobs)
        done.counts["people"] = copy(conn, "people.person", rows.people(made.people, auditor))
        copy(conn, "people.address", rows.addresses(chance, made.people))
        copy(conn, "people.guardianship", rows.guardianships(chance, made.people, clerk.id))
        conn.execute("SELECT people.rebuild_tokens()")
        done.logins = _logins(conn, made.accounts)
        say(tr("Writing courses and classes"))
        conn.execute("DELETE FROM admin.setting WHERE key LIKE 'institute.%'")  # what the migration presumed
        for table, data in rows.catalogue(made, chance):
            done.counts[table] = copy(conn, table, data)
        done.counts["classes"] = copy(conn, "training.class", rows.classes(made.classes))
        say(tr("Writing waivers"))
        done.counts["waivers"] = copy(
            conn, "waivers.signature", evidence.signatures(chance, made.signatures, ink)
        )
        say(tr("Writing bookings, orders and payments"))
        done.counts["bookings"] = copy(conn, "training.booking", rows.bookings(made.bookings))
        done.counts["check-ins"] = copy(conn, "training.check_in", rows.check_ins(chance, made.bookings))
        copy(conn, "training.attendance_mark", rows.marks(chance, made.bookings))
        done.counts["orders"] = copy(conn, "sales.customer_order", rows.orders(chance, made.orders))
        copy(conn, "sales.order_line", rows.lines(chance, made.orders))
        done.counts["payments"] = copy(conn, "sales.payment", rows.payments(chance, made.orders))
        conn.execute("SELECT setval('sales.order_no', %s)", [made.last_order_no])
        conn.execute(
            "SELECT setval(pg_get_serial_sequence('training.instructor', 'no'), %s)", [len(made.teachers)]
        )
        say(tr("Writing the books of who did what"))
        books.write_operations(conn)
        books.write_audit(conn)
    with psycopg.connect(conninfo, autocommit=True) as conn:
        conn.execute("ANALYZE")
    for table in (
        "admin.setting",
        "waivers.template",
        "waivers.template_version",
        "waivers.template_text",
        "training.place",
        "training.instructor",
    ):
        done.counts.pop(table)
    done.counts["courses"] = done.counts.pop("training.course")
    done.counts["accounts"] = len(done.logins)
    return done


def enter_key(conn: Connection, public_key: bytes) -> None:
    """Enters the public half of the institute's key."""
    conn.execute(
        "INSERT INTO core.public_key (key_id, purpose, public_key) VALUES (%s, 'seal', %s)",
        [rows.KEY_VERSION, public_key],
    )


def verifier(conn: Connection, password: str, login: str = "") -> str:
    """The SCRAM-SHA-256 verifier of `password`; the password itself never goes to the server."""
    return conn.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()


def _logins(conn: Connection, accounts: list[Account]) -> list[Login]:
    """Makes the roles as the account functions do, and the accounts as they would stand after the first day.
    """
    out = []
    for account in accounts:
        password = new_password()
        secret = verifier(conn, password)
        if "admin" in account.jobs:
            made = conn.execute(
                "SELECT admin.first_admin(%s)",
                [
                    Jsonb(
                        {
                            "account_id": str(account.id),
                            "person_id": str(account.person.id),
                            "verifier": secret,
                            "jobs": list(account.jobs),
                            "must_change": False,
                        }
                    )
                ],
            ).fetchone()
            assert made is not None
            login = str(made[0]["login"])
        else:
            role = conn.execute(
                "SELECT admin.role_create(%s::text[], %s)", [list(account.jobs), secret]
            ).fetchone()
            assert role is not None
            login = str(role[0])
            conn.execute(
                "INSERT INTO admin.account (id, person_id, login, jobs, must_change) VALUES (%s, %s, %s, "
                "%s, false)",
                [account.id, account.person.id, login, list(account.jobs)],
            )
        joined = account.person.created
        conn.execute(
            "UPDATE admin.account SET created_at = %s, updated_at = %s, password_set_at = %s WHERE id = %s",
            [joined, joined, joined, account.id],
        )
        account.number = int(login[2:])
        out.append(Login(account.jobs, account.person.full, login, password))
    return sorted(out, key=lambda one: JOBS.index(one.job))
