"""Makes an institute: empty, or the sample; and its first administrator."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from mdi_desk.app.config import Config
from mdi_desk.app.database.accounts import institute_key, write_accounts
from mdi_desk.app.database.place import Connection, Place, Say, place_of, quarters
from mdi_desk.app.sample.load import Loaded, enter_key, verifier
from mdi_desk.app.sample.login import Login, new_password
from mdi_desk.kernel.errors import Conflict
from mdi_desk.kernel.words import tr


@dataclass(frozen=True, slots=True)
class Made:
    """What `create` made. `loaded` is None for an empty institute."""

    loaded: Loaded | None
    accounts_file: Path | None


def create(config: Config, say: Say, *, people: int | None = None) -> Made:
    """Makes the institute's database; with `people` the sample of that many. Raises `Conflict` when it
    exists.
    """
    with place_of(config, say) as place, place.alone() as conn:
        if place.exists():
            raise Conflict(
                tr(
                    "There is an institute in the database {dbname} already; it was left as it is.",
                    dbname=place.dbname,
                )
            )
        return make(config, place, conn, say, people=people)


def make(config: Config, place: Place, conn: Connection, say: Say, *, people: int | None) -> Made:
    """Makes the database under another name and renames it when it is finished, so that it appears whole.

    `conn` is of `Place.alone`.
    """
    key = institute_key(config)
    if people is None:
        build(place, conn, say, lambda half: _empty(half, key))
        return Made(None, None)
    from mdi_desk.app.sample import growth, institute, load

    plan = institute.plan(datetime.now(UTC))
    done: list[Loaded] = []
    with load.Drawing(plan, key) as drawing:

        def fill(half: str) -> None:
            say(tr("Drawing the signatures of the sample"))
            done.append(load.fill(half, plan, drawing.finish(), key, say))
            if people > len(plan.people):
                growth.grow(half, plan, people, key, say, done[0])

        build(place, conn, say, fill)
    write_accounts(config, done[0].logins)
    return Made(done[0], config.accounts_file)


def build(
    place: Place, conn: Connection, say: Say, fill: Callable[[str], None], *, migrated: bool = True
) -> None:
    """A new database, migrated unless told otherwise, filled by `fill(conninfo)`, then given its name."""
    from mdi_desk.db import migrate

    half = f"{place.dbname}_half"
    _clear(conn, half)
    conn.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(half)))
    try:
        if migrated:
            migrate.upgrade(place.of(half), quarters(say))
        fill(place.of(half))
        _rename(conn, half, place.dbname)
    except BaseException:
        if not conn.closed:
            _clear(conn, half)
        raise


def _rename(conn: Connection, half: str, name: str) -> None:
    conn.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(name)))


def _clear(conn: Connection, half: str) -> None:
    """Takes away what an interrupted making left: the database, and logins that no other database can have.
    """
    if conn.execute("SELECT FROM pg_database WHERE datname = %s", [half]).fetchone() is None:
        return
    conn.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(half)))
    others = conn.execute(
        "SELECT FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')"
    ).fetchone()
    if others is None:  # one institute a cluster: whoever is left belonged to the unfinished one
        for (login,) in conn.execute(
            "SELECT rolname FROM pg_roles WHERE rolname ~ '^u_[0-9]{6,12}$'"
        ).fetchall():
            conn.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(login)))


def _empty(conninfo: str, key: bytes) -> None:
    with psycopg.connect(conninfo) as conn:
        enter_key(conn, key)


def admin_create(config: Config, say: Say, *, given: str, family: str, email: str | None) -> Login:
    """Makes an administrator with a first password, which must be changed. Only on the server's own host."""
    from mdi_desk.kernel.codes import new_code
    from mdi_desk.kernel.contact import email_normal
    from mdi_desk.kernel.fold import sort_key
    from mdi_desk.kernel.ids import uuid7

    given, family = " ".join(given.split()), " ".join(family.split())
    full = f"{given} {family}".strip()
    password = new_password()
    with place_of(config, say) as place, place.connect() as conn:
        made = conn.execute(
            "SELECT admin.first_admin(%s)",
            [
                Jsonb(
                    {
                        "account_id": str(uuid7()),
                        "verifier": verifier(conn, password),
                        "person": {
                            "id": str(uuid7()),
                            "given_name": given,
                            "family_name": family,
                            "full_name": full,
                            "sort_key": sort_key(family, given),
                            "email": email_normal(email) if email else None,
                            "phone": None,
                            "code": new_code("person"),
                        },
                    }
                )
            ],
        ).fetchone()
    assert made is not None
    return Login(("admin",), full, str(made[0]["login"]), password)
