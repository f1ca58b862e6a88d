"""Backup into one file, and restore into a new, empty instance.

The file is a zip: `manifest.json` (row counts, revision), `logins.json` (roles with their password
verifiers), and
`data.dump` (pg_dump's custom format). Only its owner may read it. The institute's private keys are never in
it.
"""

import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

import mdi_desk
from mdi_desk.app.config import Config
from mdi_desk.app.database.making import build
from mdi_desk.app.database.place import Connection, Say, place_of, quarters
from mdi_desk.kernel.errors import Conflict, Invalid, NotFound, Unavailable
from mdi_desk.kernel.words import tr

FORMAT = 1
_OURS = "n.nspname = ANY (%s) AND c.relkind IN ('r', 'p') AND NOT c.relispartition"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: tables, rows in all, bytes of the file."""

    tables: int
    rows: int
    size: int


def backup(config: Config, file: Path, say: Say) -> Kept:
    """Writes the whole institute into `file`, replacing it only when the new one is finished. Raises
    `DeskError`.
    """
    file = file.expanduser().absolute()
    if not file.parent.is_dir():
        raise NotFound(tr("The folder {folder} does not exist.", folder=file.parent))
    with place_of(config, say) as place, _workroom(file.parent) as room:
        if not place.exists():
            raise NotFound(
                tr("There is no database {dbname} yet. Make it with: desk db create", dbname=place.dbname)
            )
        with psycopg.connect(place.conninfo) as conn:
            from mdi_desk.db.migrate import revision

            conn.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            snapshot = _one(conn, "SELECT pg_export_snapshot()")
            say(tr("Counting"))
            counts = _counts(conn)
            manifest = {
                "format": FORMAT,
                "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "by": f"MDI Desk {mdi_desk.__version__}",
                "server_version": _one(conn, "SHOW server_version"),
                "revision": revision(conn),
                "rows": counts,
            }
            logins = _logins(conn)
            say(tr("Writing the data"))
            dump = room / "data.dump"
            _run("pg_dump", place.conninfo, ["--format=custom", f"--snapshot={snapshot}", f"--file={dump}"])
        say(tr("Closing the backup"))
        half = room / "half.zip"
        with zipfile.ZipFile(half, "w", zipfile.ZIP_STORED) as packed:
            packed.writestr("manifest.json", json.dumps(manifest, indent=2))
            packed.writestr("logins.json", json.dumps(logins, indent=2))
            packed.write(dump, "data.dump")
        half.chmod(0o600)
        half.replace(file)
    return Kept(len(counts), sum(counts.values()), file.stat().st_size)


def restore(config: Config, file: Path, say: Say) -> Kept:
    """Fills a new instance from `file` and proves that every table has as many rows as the backup.

    Raises `Conflict` when there is an institute already, `Invalid` when the file is no whole backup.
    """
    file = file.expanduser().absolute()
    with place_of(config, say) as place, place.alone() as conn, _workroom(None) as room:
        if place.exists():
            raise Conflict(
                tr(
                    "There is an institute in the database {dbname} already; it was left as it is.",
                    dbname=place.dbname,
                )
            )
        manifest, logins = _unpack(file, room)
        counts: dict[str, int] = manifest["rows"]

        def fill(half: str) -> None:
            say(tr("Restoring the logins"))
            _roles(half, logins)
            say(tr("Restoring the data"))
            _run("pg_restore", half, ["--exit-on-error", "--dbname={conninfo}", str(room / "data.dump")])
            say(tr("Counting"))
            with psycopg.connect(half) as restored:
                found = _counts(restored)
            wrong = sorted(table for table in counts | found if counts.get(table) != found.get(table))
            if wrong:
                raise Invalid(
                    tr(
                        "The backup is not whole: {tables} have other row counts.",
                        tables=", ".join(wrong[:5]),
                    )
                )
            from mdi_desk.db import migrate

            # A dump leaves out rights on PostgreSQL's own objects: apply every file again.
            with psycopg.connect(half) as restored:
                restored.execute("DELETE FROM core.sql_object")
            migrate.prepare_clone(half)
            migrate.upgrade(half, quarters(say))

        build(place, conn, say, fill, migrated=False)
    return Kept(len(counts), sum(counts.values()), file.stat().st_size)


def _unpack(file: Path, room: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    try:
        with zipfile.ZipFile(file) as packed:
            manifest = json.loads(packed.read("manifest.json"))
            logins = json.loads(packed.read("logins.json"))
            with packed.open("data.dump") as source, (room / "data.dump").open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)  # zipfile checks the sum at the end
    except FileNotFoundError:
        raise NotFound(tr("There is no file {file}.", file=file)) from None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Invalid(tr("{file} is not a whole backup of MDI Desk.", file=file)) from error
    if manifest.get("format") != FORMAT:
        raise Invalid(tr("{file} was made by a newer desk; use that one.", file=file))
    return manifest, logins


def _counts(conn: Connection) -> dict[str, int]:
    """Rows of every table of ours."""
    from mdi_desk.db.migrate import SCHEMAS

    tables = conn.execute(
        f"SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
        f"{_OURS}"
        " ORDER BY 1, 2".encode(),
        [list(SCHEMAS)],
    ).fetchall()
    found = {}
    for schema, table in tables:
        row = conn.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, table))
        ).fetchone()
        assert row is not None
        found[f"{schema}.{table}"] = int(row[0])
    return found


def _logins(conn: Connection) -> list[dict[str, Any]]:
    rows = conn.execute(
        "SELECT r.rolname, r.rolcanlogin, r.rolconnlimit, r.rolpassword, ARRAY(SELECT g.rolname::text FROM "
        "pg_auth_members m"
        " JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid ORDER BY 1)"
        " FROM pg_authid r WHERE r.rolname IN (SELECT a.login FROM admin.account a) ORDER BY 1"
    ).fetchall()
    return [
        {"login": login, "can_login": can, "limit": limit, "verifier": secret, "groups": groups}
        for login, can, limit, secret, groups in rows
    ]


def _roles(conninfo: str, logins: list[dict[str, Any]]) -> None:
    """The groups of our own, then the institute's logins with the passwords they had."""
    from mdi_desk.db.migrate import SCHEMAS
    from mdi_desk.kernel.paths import migrations

    with psycopg.connect(conninfo) as conn:
        conn.execute((migrations() / "sql" / "core" / "_roles.sql").read_bytes())
        # The file makes the schemas too; here they come out of the backup.
        for schema in SCHEMAS:
            conn.execute(sql.SQL("DROP SCHEMA IF EXISTS {}").format(sql.Identifier(schema)))
        new = conn.info.server_version >= 160000
        for one in logins:
            login = sql.Identifier(one["login"])
            if conn.execute("SELECT FROM pg_roles WHERE rolname = %s", [one["login"]]).fetchone() is not None:
                raise Conflict(
                    tr(
                        "The server has a login {login} already; restore into a new instance.",
                        login=one["login"],
                    )
                )
            conn.execute(
                sql.SQL("CREATE ROLE {} {} INHERIT CONNECTION LIMIT {} PASSWORD {}").format(
                    login,
                    sql.SQL("LOGIN" if one["can_login"] else "NOLOGIN"),
                    sql.Literal(int(one["limit"])),
                    sql.Literal(one["verifier"]),
                )
            )
            for group in one["groups"]:
                words = "GRANT {} TO {} WITH INHERIT TRUE, SET FALSE" if new else "GRANT {} TO {}"
                if new and group != "mdi_admin":
                    words += " GRANTED BY mdi_accounts"  # so that the account functions can take it back
                conn.execute(sql.SQL(words).format(sql.Identifier(group), login))
            if new:
                conn.execute(
                    sql.SQL("GRANT {} TO mdi_accounts WITH ADMIN TRUE, INHERIT FALSE, SET FALSE").format(
                        login
                    )
                )


def _run(program: str, conninfo: str, arguments: list[str]) -> None:
    """pg_dump or pg_restore with our own programs. The password, if there is one, goes by the environment."""
    from mdi_desk.db.embedded import binaries
    from mdi_desk.db.embedded.programs import environment

    parts = {name: str(value) for name, value in conninfo_to_dict(conninfo).items()}
    secret = parts.pop("password", None)
    plain = psycopg.conninfo.make_conninfo(**parts)
    command = [str(binaries() / program), *(one.replace("{conninfo}", plain) for one in arguments)]
    if program == "pg_dump":
        command.append(f"--dbname={plain}")
    inherited = {
        name: os.environ[name] for name in ("HOME", "PGPASSFILE", "PGSSLROOTCERT") if name in os.environ
    }
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
        env={**environment(), **inherited, **({"PGPASSWORD": secret} if secret else {})},
    )
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or [str(done.returncode)])[0]
        raise Unavailable(tr("{program} did not finish: {said}", program=program, said=said))


@contextmanager
def _workroom(beside: Path | None) -> Iterator[Path]:
    """A private temporary folder, on the same disk as `beside`."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".desk-backup-", dir=beside))
    except OSError as error:
        raise Unavailable(
            tr("{folder} can’t be written to: {why}.", folder=beside, why=os.strerror(error.errno or 0))
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _one(conn: Connection, query: str) -> str:
    row = conn.execute(query.encode()).fetchone()
    assert row is not None
    return str(row[0])
