"""Brings a database to the newest revision: roles, tables by revision, functions, triggers, policies, grants.

Tables change by revisions (`migrations/versions`, in order, once). Everything else is in `migrations/sql`,
one file per object, and is applied again whenever its file differs from what was applied last
(`core.sql_object`). One upgrade is one transaction: it happens whole or not at all.

Only a superuser's connection can upgrade; a desk never upgrades a shared server.
"""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from mdi_desk.kernel.paths import migrations
from mdi_desk.kernel.words import tr

Progress = Callable[[str, int, int], None]
"""Called with a sentence, the number of steps done and the number of steps in all."""

SCHEMAS = ("core", "people", "admin", "waivers", "training", "sales")
LAST = ("triggers.sql", "policies.sql", "grants.sql")
_LOCK = 0x6D64695F75706772
_PATIENCE = 8
_alembic = threading.Lock()  # it keeps its context in globals


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the revision the database is at, and the files of migrations/sql it applied."""

    revision: str
    applied_files: tuple[str, ...]


def head() -> str:
    """The newest revision this program knows. Reads file names only."""
    newest = max(path.stem for path in (migrations() / "versions").glob("[0-9]*.py"))
    return "_".join(newest.split("_")[:2])


def revision(conn: psycopg.Connection[tuple[object, ...]]) -> str | None:
    """The revision of the connected database, None when it was never migrated. For an administrator.

    A desk's own login asks `core.hello()` instead.
    """
    found = conn.execute("SELECT to_regclass('core.alembic_version') IS NOT NULL").fetchone()
    if found is None or not found[0]:
        return None
    row = conn.execute("SELECT version_num FROM core.alembic_version").fetchone()
    return None if row is None else str(row[0])


def upgrade(conn_info: str, progress: Progress | None = None) -> Upgraded:
    """Upgrade the database of `conn_info` (a superuser's) to `head()`.

    Safe to call at any time: with nothing to do it applies nothing. Two upgrades of one database take turns.
    Raises psycopg.Error when PostgreSQL refuses; then the database is as it was.
    """
    say = progress or _silent
    for attempt in range(1, _PATIENCE + 1):
        try:
            return _upgrade(conn_info, say)
        except (psycopg.errors.InternalError_, psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject,
                psycopg.errors.DeadlockDetected) as error:  # fmt: skip
            # Roles belong to the cluster: the upgrade of another database may touch the same row.
            if attempt == _PATIENCE or not _of_the_cluster(error):
                raise
            time.sleep(0.05 * attempt)
    raise AssertionError("unreachable")


def prepare_clone(conn_info: str) -> None:
    """Set what PostgreSQL does not copy when a migrated database is cloned: its rights and log settings."""
    with psycopg.connect(conn_info) as conn:
        conn.execute(_text("core/_database.sql"))


def check(conn_info: str) -> list[str]:
    """What is wrong with the database of `conn_info` (a superuser's), one sentence each; empty: nothing."""
    from mdi_desk.db.catalogue import breaches

    problems: list[str] = []
    with psycopg.connect(conn_info) as conn:
        now = revision(conn)
        if now is None:
            return [tr("The database has no tables yet. Run: desk db upgrade")]
        if now != head():
            problems.append(
                tr("The database is at revision {now}, this program needs {head}. Run: desk db upgrade",
                   now=now, head=head())
            )  # fmt: skip
        applied = _applied(conn)
        wanted = {path: _sha256(_text(path)) for path in _files()}
        for path, digest in wanted.items():
            if applied.get(path) != digest:
                said = tr("{path} differs from what the database has. Run: desk db upgrade", path=path)
                problems.append(said)
        gone = sorted(set(applied) - set(wanted))
        problems += [tr("{path} was applied once and is gone.", path=path) for path in gone]
        problems += breaches(conn)
    return problems


def _upgrade(conn_info: str, say: Progress) -> Upgraded:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(conn_info, application_name="mdi-desk upgrade"),
        poolclass=NullPool,
    )
    try:
        with engine.begin() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, psycopg.Connection)
            driver.execute("SET LOCAL statement_timeout = 0")
            # Functions may name what a later file makes; _validate reads them when all are there.
            driver.execute("SET LOCAL check_function_bodies = off")
            driver.execute("SET LOCAL client_min_messages = warning")
            driver.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            # From here on rather give up than make every desk wait behind us.
            driver.execute("SET LOCAL lock_timeout = '10s'")

            files = list(_files())
            steps = len(files) + 3
            say(tr("Making the roles"), 0, steps)
            driver.execute(_text("core/_roles.sql"))
            driver.execute(_text("core/_database.sql"))
            say(tr("Making the tables"), 1, steps)
            if revision(driver) != head():
                _run_revisions(connection)
            applied = _applied(driver)
            done: list[str] = []
            for number, path in enumerate(files, start=2):
                body = _text(path)
                digest = _sha256(body)
                if applied.get(path) == digest:
                    continue
                say(tr("Applying {path}", path=path), number, steps)
                try:
                    driver.execute(body)
                except psycopg.Error as error:
                    error.add_note(f"in migrations/sql/{path}")
                    raise
                driver.execute(
                    "INSERT INTO core.sql_object (path, sha256) VALUES (%s, %s)"
                    " ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, applied_at = now()",
                    [path, digest],
                )
                done.append(path)
            if done:
                _validate(driver)
            driver.execute("SELECT admin.audit_partitions()")
            now = revision(driver)
            assert now is not None
            say(tr("The database is ready"), steps, steps)
        return Upgraded(now, tuple(done))
    finally:
        engine.dispose()


def _run_revisions(connection: object) -> None:
    """Alembic up to head on `connection`, inside its transaction."""
    import logging

    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    chatter = logging.getLogger("alembic")
    with _alembic:
        before = chatter.level
        chatter.setLevel(logging.WARNING)
        try:
            command.upgrade(config, "head")
        finally:
            chatter.setLevel(before)
    driver = connection.connection.driver_connection  # type: ignore[attr-defined]
    driver.execute("ALTER TABLE core.alembic_version OWNER TO mdi_owner")
    driver.execute("COMMENT ON TABLE core.alembic_version IS 'The revision of the tables.'")
    driver.execute("ALTER TABLE core.alembic_version ENABLE ROW LEVEL SECURITY")
    driver.execute("ALTER TABLE core.alembic_version FORCE ROW LEVEL SECURITY")


def _validate(driver: psycopg.Connection[tuple[object, ...]]) -> None:
    """Let PostgreSQL read every function, now that all are there. Raises psycopg.Error at a mistake."""
    driver.execute("SET LOCAL check_function_bodies = on")
    found = driver.execute(
        "SELECT p.oid, p.oid::regprocedure::text, l.lanname"
        " FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
        " WHERE p.pronamespace::regnamespace::text = ANY (%s) AND l.lanname IN ('plpgsql', 'sql')",
        [list(SCHEMAS)],
    ).fetchall()
    for oid, name, language in found:
        try:
            validator = "plpgsql_validator" if language == "plpgsql" else "fmgr_sql_validator"
            driver.execute(f"SELECT pg_catalog.{validator}(%s)", [oid])
        except psycopg.Error as error:
            error.add_note(f"in function {name}")
            raise


def _files() -> Iterator[str]:
    """Paths below migrations/sql in the order they are applied, without those that run in every upgrade."""
    yield "core/_base.sql"
    folder = migrations() / "sql"
    for schema in SCHEMAS:
        for path in sorted((folder / schema).glob("*.sql")):
            if not path.name.startswith("_") and path.name not in LAST:
                yield f"{schema}/{path.name}"
    for name in LAST:
        for schema in SCHEMAS:
            if (folder / schema / name).exists():
                yield f"{schema}/{name}"


def _text(path: str) -> str:
    return (migrations() / "sql" / Path(path)).read_text("utf-8")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _applied(conn: psycopg.Connection[tuple[object, ...]]) -> dict[str, str]:
    if conn.execute("SELECT to_regclass('core.sql_object')").fetchone() == (None,):
        return {}
    rows = conn.execute("SELECT path, sha256 FROM core.sql_object")
    return {str(path): str(digest) for path, digest in rows}


def _of_the_cluster(error: psycopg.Error) -> bool:
    """Whether `error` comes from two upgrades writing the catalogue the cluster shares."""
    said = str(error)
    shared = ("concurrently", "pg_authid", "pg_auth_members", "pg_db_role_setting")
    return any(word in said for word in shared)


def _silent(_what: str, _done: int, _steps: int) -> None:
    """For those who don't want to hear."""
