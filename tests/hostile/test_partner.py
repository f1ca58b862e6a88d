"""A partner with psql and the right password: nothing at all."""

import psycopg
import pytest

from tests.hostile.stage import TABLES, Stage, refused, rows

PARTNERS = ("partner", "partner_owner", "sales", "collections")
MAY_CALL = {"core.hello()", "admin.password_change(uuid,jsonb)"}
MAY_SIGN_IN = {
    "core.my_account()", "core.my_person()", "core.has_job(text)", "core.fold(text)", "core.seal_key()",
    "core.session_open(uuid,text,jsonb)", "core.session_touch(uuid)", "core.session_close(uuid,text)",
    "core.changes(xid8)", "people.age_on(date,date)", "training.my_instructor()", "training.my_classes()",
}  # fmt: skip


@pytest.mark.parametrize("job", PARTNERS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.both_servers
def test_no_table_in_any_way(stage: Stage, job: str, table: str) -> None:
    who = stage.as_(job)
    assert refused(who, f"SELECT * FROM {table}") == "42501"
    assert refused(who, f"SELECT count(*) FROM {table}") == "42501"
    assert refused(who, f"DELETE FROM {table}") == "42501"
    assert refused(who, f"INSERT INTO {table} DEFAULT VALUES") == "42501"
    assert refused(who, f"TRUNCATE {table}") == "42501"
    assert refused(who, f"LOCK TABLE {table} IN ACCESS SHARE MODE") in ("42501", "25P01")
    assert refused(who, f"COPY {table} TO STDOUT") == "42501"


@pytest.mark.parametrize("job", PARTNERS)
def test_no_function_but_hello_and_the_own_password(stage: Stage, job: str) -> None:
    mine = {
        name
        for (name,) in rows(
            stage.as_(job),
            "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname IN ('core', 'people', 'admin', 'waivers', 'training', 'sales')"
            " AND has_function_privilege(p.oid, 'EXECUTE')",
        )
    }
    assert mine == (MAY_CALL if job.startswith("partner") else MAY_CALL | MAY_SIGN_IN)


@pytest.mark.parametrize("job", ["partner", "partner_owner"])
def test_schemas_and_catalogue_give_nothing_away(stage: Stage, job: str) -> None:
    who = stage.as_(job)
    for schema in ("people", "waivers", "training", "sales"):
        assert refused(who, f"SELECT {schema}.anything()") == "42501"
    assert rows(who, "SELECT * FROM information_schema.tables WHERE table_schema NOT LIKE 'pg_%%'"
                     " AND table_schema <> 'information_schema'") == []  # fmt: skip
    names = {name for (name,) in rows(who, "SELECT rolname FROM pg_roles WHERE rolcanlogin")}
    assert all(name.startswith(("u_", "mdi_")) or name == stage.database.owner().info.user for name in names)
    # Other people's statements are hidden.
    assert rows(who, "SELECT query FROM pg_stat_activity WHERE usename <> current_user"
                     " AND query NOT IN ('<insufficient privilege>', '')") == []  # fmt: skip
    assert refused(who, "SELECT rolpassword FROM pg_authid") == "42501"


def test_hello_is_about_oneself(stage: Stage) -> None:
    told = rows(stage.as_("partner"), "SELECT core.hello()")[0][0]
    assert told["jobs"] == ["partner"]
    assert told["login"] == stage.database.login("partner").login


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_no_other_database(stage: Stage, database: str) -> None:
    account = stage.database.login("partner")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(stage.database.cluster.reach.dsn(database, account.login, account.password))


def test_at_most_four_connections(stage: Stage) -> None:
    account = stage.database.add_account("partner")
    held = [stage.database.connect(account) for _ in range(4)]
    with pytest.raises(psycopg.OperationalError, match="too many connections"):
        stage.database.connect(account)
    for one in held:
        one.close()


def test_a_partner_does_not_hold_the_feed_back(stage: Stage) -> None:
    """Only a transaction with a number stops the horizon, and reading gives none."""
    who = stage.fresh("partner")
    for number in ("pg_current_xact_id()", "txid_current()"):
        assert refused(who, f"SELECT {number}") == "42501"
    assert refused(stage.fresh("frontdesk"), "SELECT pg_current_xact_id()") == "42501"
    person = stage.database.add_person("Feed", "Goeson")
    stage.as_("frontdesk").execute("UPDATE people.person SET notes = 'x' WHERE id = %s", [person])
    found = stage.database.value("SELECT count(*) FROM core.change WHERE entity_id = %s", person)
    assert found == 2
