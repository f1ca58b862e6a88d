"""Upgrading, checking, and saying where the database is."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mdi_desk.app.config import Config
from mdi_desk.app.database.accounts import KEY_FILE, institute_key, read_accounts
from mdi_desk.app.database.place import Connection, Place, Say, place_of, quarters, running
from mdi_desk.kernel.errors import DeskError, NotFound
from mdi_desk.kernel.paths import migrations
from mdi_desk.kernel.words import tr


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did."""

    revision: str
    applied: int


@dataclass(frozen=True, slots=True)
class State:
    """How the database stands. `new_enough`: the server has no known holes."""

    host: str
    port: str
    dbname: str
    revision: str | None
    head: str
    server_version: str
    new_enough: bool


def upgrade(config: Config, say: Say) -> Upgrade:
    """Brings the database to this program's version. Raises `NotFound` when there is none."""
    with place_of(config, say) as place:
        return upgrade_at(place, say)


def upgrade_at(place: Place, say: Say) -> Upgrade:
    """The same, at a place that is open already."""
    from mdi_desk.db import migrate

    if not place.exists():
        raise NotFound(
            tr("There is no database {dbname} yet. Make it with: desk db create", dbname=place.dbname)
        )
    done = migrate.upgrade(place.conninfo, quarters(say))
    return Upgrade(done.revision, len(done.applied_files))


def is_current(conn: Connection) -> bool:
    """Whether the connected database has this program's revision and files. Quick: asked at every start."""
    from mdi_desk.db import migrate

    if migrate.revision(conn) != migrate.head():
        return False
    applied: dict[str, str] = dict(conn.execute("SELECT path, sha256 FROM core.sql_object").fetchall())
    folder = migrations() / "sql"
    for path in folder.glob("*/*.sql"):
        name = path.relative_to(folder).as_posix()
        if path.name.startswith("_") and name != "core/_base.sql":
            continue
        if applied.get(name) != hashlib.sha256(path.read_bytes()).hexdigest():
            return False
    return True


def check(config: Config, say: Say) -> list[str]:
    """What is wrong with the database, one sentence each; empty when all is well."""
    from mdi_desk.db import migrate

    with place_of(config, say) as place:
        say(tr("Checking the database"))
        if not place.exists():
            raise NotFound(
                tr("There is no database {dbname} yet. Make it with: desk db create", dbname=place.dbname)
            )
        problems = list(migrate.check(place.conninfo))
        with place.connect() as conn:
            problems += _keys(config, conn)
    return problems + _files(config)


def _keys(config: Config, conn: Connection) -> list[str]:
    row = conn.execute(
        "SELECT public_key FROM core.public_key WHERE purpose = 'seal' AND retired_at IS NULL"
    ).fetchone()
    if row is None:
        return [tr("The database has no key of the institute: nothing can be sealed.")]
    path = config.keys_folder / KEY_FILE
    if not path.exists():
        return [
            tr("The institute’s private key is not in {path}: what is sealed can’t be opened.", path=path)
        ]
    try:
        if institute_key(config) != bytes(row[0]):
            return [tr("The key in {path} is not the one that the database seals to.", path=path)]
    except DeskError as error:
        return [error.message]
    return []


def _files(config: Config) -> list[str]:
    """Secret files that others can read."""
    found: list[Path] = [*config.keys_folder.glob("*.json"), config.accounts_file]
    return [
        tr("{path} can be read by others; run: chmod 600 on it", path=path)
        for path in found
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


def state(config: Config) -> State:
    """How the database stands, without starting anything. Raises `DeskError` when it can't be reached."""
    from mdi_desk.db import migrate
    from mdi_desk.db.engine import check_version

    place = running(config)
    with place.connect() as conn:
        version = conn.execute("SHOW server_version").fetchone()
        assert version is not None
        try:
            check_version(conn.info.server_version)
            new_enough = True
        except DeskError:
            new_enough = False
        return State(
            place.host,
            place.port,
            place.dbname,
            migrate.revision(conn),
            migrate.head(),
            str(version[0]).split()[0],
            new_enough,
        )


def info(config: Config) -> dict[str, Any]:
    """How to reach the running database, and who may sign in where it is the sample. Raises `Unavailable`."""
    found = state(config)
    accounts = read_accounts(config) or ()
    return {
        "host": found.host,
        "port": int(found.port),
        "dbname": found.dbname,
        "revision": found.revision,
        "server_version": found.server_version,
        "accounts": [account.as_json() for account in accounts],
    }
