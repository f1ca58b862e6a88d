"""Upgrades: from nothing, again, two at once, after a change, after damage; and what a clone must get."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from mdi_desk.db import migrate
from mdi_desk.kernel import paths
from tests.support.database import Cluster

pytestmark = pytest.mark.both_servers


@pytest.fixture
def empty(cluster: Cluster) -> Iterator[str]:
    """The name of an empty database."""
    name = f"mdi_upgrade_{threading.get_ident() % 100000}"
    cluster.create(name, "template0")
    yield name
    cluster.drop(name)


@pytest.fixture
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations that a test may change."""
    copy = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), copy)
    monkeypatch.setattr(migrate, "migrations", lambda: copy)
    return copy


def dsn(cluster: Cluster, name: str) -> str:
    return cluster.reach.dsn(name, cluster.reach.superuser)


def add(path: Path, line: str) -> None:
    path.write_text(f"{path.read_text()}\n{line}\n")


def one(cluster: Cluster, name: str, query: str) -> object:
    with cluster.connect(name) as owner:
        row = owner.execute(query.encode()).fetchone()
    return row[0] if row else None


def test_from_nothing_and_again(cluster: Cluster, empty: str) -> None:
    told: list[tuple[str, int, int]] = []
    first = migrate.upgrade(dsn(cluster, empty), lambda *step: told.append(step))
    assert first.revision == migrate.head()
    assert "training/gate_of.sql" in first.applied_files
    assert first.applied_files[-1] == "sales/grants.sql", "grants come last"
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2]
    assert migrate.upgrade(dsn(cluster, empty)) == migrate.Upgraded(migrate.head(), ())
    with cluster.connect(empty) as owner:
        assert migrate.revision(owner) == migrate.head()
    assert migrate.check(dsn(cluster, empty)) == []
    assert one(cluster, empty, "SELECT count(*) FROM admin.setting WHERE key LIKE 'institute.%'") == 8


def test_an_empty_database_has_no_revision(cluster: Cluster, empty: str) -> None:
    with cluster.connect(empty) as owner:
        assert migrate.revision(owner) is None


def test_head_is_the_newest_file() -> None:
    newest = max(path.name for path in (paths.migrations() / "versions").glob("*.py"))
    assert newest.startswith(migrate.head() + "_")


def test_two_at_once_take_turns(cluster: Cluster, empty: str) -> None:
    done: list[migrate.Upgraded] = []
    threads = [
        threading.Thread(target=lambda: done.append(migrate.upgrade(dsn(cluster, empty)))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(bool(one.applied_files) for one in done) == [False, False, True]


def test_two_databases_of_one_cluster_at_once(cluster: Cluster, empty: str) -> None:
    names = [empty, f"{empty}_b", f"{empty}_c"]
    for name in names[1:]:
        cluster.create(name, "template0")
    try:
        cluster.admin.execute("ALTER ROLE mdi_staff CREATEDB")  # something that all of them want to mend
        done: list[migrate.Upgraded] = []

        def upgrade(name: str) -> None:
            done.append(migrate.upgrade(dsn(cluster, name)))

        threads = [threading.Thread(target=upgrade, args=[name]) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [one.revision for one in done] == [migrate.head()] * 3
        powers = cluster.admin.execute(
            "SELECT rolcreatedb FROM pg_roles WHERE rolname = 'mdi_staff'"
        ).fetchone()
        assert powers == (False,)
    finally:
        for name in names[1:]:
            cluster.drop(name)


def test_a_changed_file_is_applied_again_and_only_that(cluster: Cluster, empty: str, own_files: Path) -> None:
    migrate.upgrade(dsn(cluster, empty))
    path = own_files / "sql" / "people" / "today.sql"
    path.write_text(path.read_text().replace("The institute''s day.", "Today, here."))
    assert any("people/today.sql" in said for said in migrate.check(dsn(cluster, empty)))
    assert migrate.upgrade(dsn(cluster, empty)).applied_files == ("people/today.sql",)
    said = one(cluster, empty, "SELECT obj_description('people.today()'::regprocedure, 'pg_proc')")
    assert said == "Today, here."


@pytest.mark.parametrize(
    ("broken", "note"),
    [
        ("SELEC 1;", "in migrations/sql/people/today.sql"),
        (
            (
                "CREATE OR REPLACE FUNCTION people.today() RETURNS date LANGUAGE plpgsql"
                " SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETRUN now(); END $$;"
            ),
            "in function people.today()",
        ),
    ],
)
def test_a_mistake_changes_nothing(
    cluster: Cluster, empty: str, own_files: Path, broken: str, note: str
) -> None:
    migrate.upgrade(dsn(cluster, empty))
    add(own_files / "sql" / "core" / "zone.sql", "COMMENT ON FUNCTION core.zone() IS 'changed';")
    (own_files / "sql" / "people" / "today.sql").write_text(broken)
    with pytest.raises(psycopg.Error) as caught:
        migrate.upgrade(dsn(cluster, empty))
    assert caught.value.__notes__ == [note]
    said = one(cluster, empty, "SELECT obj_description('core.zone()'::regprocedure, 'pg_proc')")
    assert said != "changed", "all or nothing"


def test_only_a_superuser_upgrades(cluster: Cluster) -> None:
    with cluster.database() as database, pytest.raises(psycopg.errors.InsufficientPrivilege):
        migrate.upgrade(database.dsn("admin"))


def test_what_was_given_away_by_hand_is_taken_back(cluster: Cluster, empty: str, own_files: Path) -> None:
    migrate.upgrade(dsn(cluster, empty))
    with cluster.connect(empty) as owner:
        owner.execute("GRANT SELECT ON people.person TO mdi_partner")
        owner.execute("CREATE POLICY open ON people.person TO mdi_partner USING (true)")
    for name in ("policies.sql", "grants.sql"):
        add(own_files / "sql" / "people" / name, "-- touched")
    migrate.upgrade(dsn(cluster, empty))
    assert migrate.check(dsn(cluster, empty)) == []


def test_a_clone_is_open_to_everybody_until_it_is_prepared(cluster: Cluster, empty: str) -> None:
    cluster.drop(empty)
    cluster.admin.execute(f"CREATE DATABASE {empty} TEMPLATE mdi_template".encode())
    assert any("CONNECT on database" in said for said in migrate.check(dsn(cluster, empty)))
    migrate.prepare_clone(dsn(cluster, empty))
    assert migrate.check(dsn(cluster, empty)) == []
    assert one(cluster, empty, "SHOW log_min_error_statement") == "panic"


class TestAuditMonths:
    def test_rows_lie_in_their_month(self, cluster: Cluster) -> None:
        with cluster.database() as database:
            database.add_person()
            month = database.value("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')")
            part = database.value("SELECT DISTINCT tableoid::regclass::text FROM admin.audit_log")
            assert part == f"admin.audit_log_{month}"
            assert (
                database.value(
                    "SELECT count(*) FROM pg_inherits WHERE inhparent = 'admin.audit_log'::regclass"
                )
                == 26
            )

    def test_the_worker_makes_more(self, cluster: Cluster) -> None:
        with cluster.database() as database:
            assert database.value("SELECT admin.audit_partitions(24)") == 0
            assert database.value("SELECT admin.audit_partitions(30)") == 6
            assert migrate.check(database.dsn()) == []

    def test_a_clock_that_ran_ahead_stops_nothing(self, cluster: Cluster) -> None:
        with cluster.database() as database:
            database.run(
                "INSERT INTO admin.audit_log (at, action, resource_type)"
                " VALUES (now() + interval '26 months', 'insert', 'people.person')"
            )
            assert database.value("SELECT admin.audit_partitions(27)") == 2
            assert database.value("SELECT count(*) FROM admin.audit_log_rest") == 1


def test_no_extension_is_needed(cluster: Cluster) -> None:
    with cluster.database() as database:
        assert database.owner().execute("SELECT extname FROM pg_extension").fetchall() == [("plpgsql",)]


def test_every_file_of_sql_is_one_object_that_says_who_owns_it() -> None:
    folder = paths.migrations() / "sql"
    functions = [
        path for path in folder.glob("*/*.sql") if path.name not in migrate.LAST and path.name[0] != "_"
    ]
    assert len(functions) > 80
    for path in functions:
        text = path.read_text("utf-8")
        name = f"{path.parent.name}.{path.stem}"
        assert text.count("CREATE OR REPLACE FUNCTION") == 1, path
        assert f"CREATE OR REPLACE FUNCTION {name}(" in text, path
        for line in (
            f"REVOKE ALL ON FUNCTION {name}(",
            f"ALTER FUNCTION {name}(",
            f"COMMENT ON FUNCTION {name}(",
        ):
            assert line in text, (path, line)
