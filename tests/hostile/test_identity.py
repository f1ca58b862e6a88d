"""Who one is comes from the login alone: no setting, no role, no path changes it."""

from typing import Any

import psycopg
import pytest

from tests.hostile.stage import JOBS, Stage, refused, rows

pytestmark = pytest.mark.both_servers

SEEN = (
    "SELECT count(*) FROM training.class",
    "SELECT count(*) FROM training.booking",
    "SELECT count(*) FROM people.person",
    "SELECT count(*) FROM waivers.signature",
    "SELECT count(*) FROM admin.account",
    "SELECT count(*) FROM people.search(ARRAY['d'])",
    "SELECT count(*) FROM training.day('-infinity', 'infinity')",
    "SELECT core.my_account()",
    "SELECT core.hello() ->> 'jobs'",
)


def sight(who: psycopg.Connection[tuple[Any, ...]]) -> list[object]:
    """What a login sees, or how it is refused."""
    found: list[object] = []
    for query in SEEN:
        try:
            found.append(rows(who, query))
        except psycopg.Error as error:
            found.append(error.sqlstate)
    return found


def becomes(who: psycopg.Connection[tuple[Any, ...]], role: str) -> bool:
    """Whether SET ROLE to `role` succeeds."""
    try:
        who.execute(f'SET ROLE "{role}"'.encode())
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


@pytest.mark.parametrize("job", ["instructor", "partner", "frontdesk", "admin"])
def test_no_role_and_no_session_user(stage: Stage, job: str) -> None:
    who = stage.fresh(job)
    before = sight(who)
    others = [
        f"mdi_{name}"
        for name in (*JOBS, "owner", "api", "accounts", "sessions", "worker", "backup", "any", "staff")
    ]
    others += [stage.database.login("manager").login, stage.database.owner().info.user]
    for other in others:
        if becomes(who, other):  # on 15 one may become one's own group; nothing comes of it
            assert other in (f"mdi_{job}", "mdi_any", "mdi_staff")
            assert all(now in (was, "42501") for now, was in zip(sight(who), before, strict=True))
            who.execute("RESET ROLE")
        if other != stage.database.login(job).login:
            assert refused(who, f'SET SESSION AUTHORIZATION "{other}"') == "42501"
    assert sight(who) == before


@pytest.mark.parametrize("job", ["instructor", "partner", "frontdesk"])
def test_no_setting(stage: Stage, job: str) -> None:
    who = stage.fresh(job)
    before = sight(who)
    boss = stage.database.login("manager")
    for name, value in (
        ("mdi.op", "00000000-0000-7000-8000-000000000000"), ("mdi.account", str(boss.account_id)),
        ("app.user_id", "1"), ("mdi.login", boss.login), ("role", "none"), ("search_path",
        "people, training, public"),
        ("application_name", boss.login), ("request.jwt.claims", "{}"), ("plan_cache_mode",
        "force_generic_plan"),
        ("enable_indexscan", "off"), ("check_function_bodies", "off"),
    ):  # fmt: skip
        who.execute("SELECT set_config(%s, %s, false)", [name, value])
        assert sight(who) == before, name


@pytest.mark.parametrize("job", ["instructor", "frontdesk", "manager", "admin", "auditor"])
def test_row_security_off_is_an_error(stage: Stage, job: str) -> None:
    who = stage.fresh(job)
    who.execute("SET row_security = off")
    for table in ("training.class", "people.person", "admin.account", "waivers.signature", "admin.audit_log"):
        assert refused(who, f"SELECT count(*) FROM {table}") == "42501"


@pytest.mark.parametrize("job", ["instructor", "frontdesk", "partner"])
def test_no_superusers_settings(stage: Stage, job: str) -> None:
    who = stage.fresh(job)
    for statement in (
        "SET session_replication_role = replica", "SET log_statement = 'all'",
        "SET log_min_error_statement = 'log'",
        "SET zero_damaged_pages = on", "SET allow_system_table_mods = on",
        "SET session_preload_libraries = 'x'",
        "ALTER SYSTEM SET log_statement = 'all'", "SELECT pg_reload_conf()", "LOAD 'auto_explain'",
    ):  # fmt: skip
        assert refused(who, statement) in ("42501", "55P02"), statement


def test_shadow_objects_have_no_effect(stage: Stage, nothing_changes: None) -> None:
    """A path of one's own, and names that a definer function uses: there is no place to put them."""
    who = stage.fresh("instructor")
    own = stage.database.login("instructor").login
    for statement in (
        "CREATE SCHEMA mine", f'CREATE SCHEMA "{own}"', "CREATE TEMP TABLE account (id uuid)",
        "CREATE TABLE public.account (id uuid)", "CREATE TABLE pg_temp.account (id uuid)",
        "CREATE FUNCTION pg_temp.my_account() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
        "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
        "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
        "CREATE CAST (text AS uuid) WITH INOUT", "CREATE DOMAIN public.uuid AS text",
        "CREATE TYPE public.t AS (a int)", "CREATE AGGREGATE public.a (int) (SFUNC = int4pl, STYPE = int)",
        "CREATE COLLATION public.c FROM \"C\"", "CREATE TEXT SEARCH CONFIGURATION public.c (COPY = simple)",
    ):  # fmt: skip
        assert refused(who, statement) in ("42501", "3F000"), statement
    before = sight(who)
    who.execute("SET search_path = pg_temp, public, people, training")
    assert sight(who) == before
