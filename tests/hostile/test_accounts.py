"""The account functions: injection, passwords in clear, administrators made by administrators."""

import subprocess
from pathlib import Path
from typing import Any

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, call, refused, rows, verifier
from tests.support.database import Account, Database, Plain

pytestmark = pytest.mark.both_servers

INJECTIONS = (
    "u_000001; ALTER ROLE mdi_admin SUPERUSER",
    "x' SUPERUSER --",
    '"; DROP ROLE mdi_api; --',
    "u_000001\nSUPERUSER",
    "pg_read_all_data",
    "mdi_owner",
    "$$",
    "%I",
    "",
)
NOT_VERIFIERS = (
    "hunter2-in-clear",
    "md5d41d8cd98f00b204e9800998ecf8427e",
    "SCRAM-SHA-256$4096:c2FsdA==$short:short",
    "SCRAM-SHA-256$1024:" + "A" * 22 + "==$" + "B" * 43 + "=:" + "C" * 43 + "=",
    "SCRAM-SHA-256$4096:" + "A" * 22 + "==$" + "B" * 43 + "=:" + "C" * 43 + "=' SUPERUSER",
    "SCRAM-SHA-256$4096:" + "A" * 22 + "==$" + "B" * 43 + "=:" + "C" * 43 + "=\n",
    "",
)


def new_account(admin: Plain, **more: Any) -> dict[str, Any]:
    """Arguments of admin.account_create that are good, unless `more` says otherwise."""
    return {
        "account_id": str(uuid7()),
        "person": {
            "id": str(uuid7()), "given_name": "New", "family_name": "Hire", "full_name": "New Hire",
            "sort_key": "hire  new", "code": "P" + code(11),
        },
        "jobs": ["frontdesk"], "verifier": verifier(admin, "first password"), **more,
    }  # fmt: skip


def roles(database: Database) -> list[tuple[Any, ...]]:
    """Every role of the cluster with its powers, its memberships and whether it has which verifier."""
    return rows(
        database.owner(),
        "SELECT a.rolname, a.rolsuper, a.rolcreaterole, a.rolcanlogin, a.rolbypassrls, a.rolpassword,"
        " (SELECT array_agg(m.roleid::regrole::text ORDER BY 1) FROM pg_auth_members m"
        " WHERE m.member = a.oid)"
        " FROM pg_authid a ORDER BY 1",
    )


@pytest.fixture
def created(stage: Stage) -> Account:
    """An account made by the admin, with a password of its own."""
    admin = stage.as_("admin")
    answer = call(admin, "admin.account_create", new_account(admin))
    account = Account(
        answer["login"],
        "first password",
        answer["account_id"],
        answer["person_id"],
        "New Hire",
        ("frontdesk",),
    )
    stage.database.logins.append(account.login)
    fresh = stage.database.connect(account)
    assert rows(fresh, "SELECT core.hello() ->> 'must_change'") == [("true",)]
    assert rows(fresh, "SELECT count(*) FROM people.person") == [(0,)], (
        "nothing opens before the own password is set"
    )
    call(fresh, "admin.password_change", {"verifier": verifier(fresh, "first password")})
    assert rows(fresh, "SELECT count(*) FROM people.person")[0][0] > 0
    fresh.close()
    return account


def test_jobs_come_from_a_closed_list(stage: Stage, created: Account) -> None:
    admin = stage.as_("admin")
    before = roles(stage.database)
    for job in (*INJECTIONS, "mdi_frontdesk", "superuser", "owner", "api"):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="not_a_job"):
            call(admin, "admin.account_create", new_account(admin, jobs=[job]))
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="not_a_job"):
            call(
                admin,
                "admin.account_set_jobs",
                {"account_id": created.account_id, "jobs": ["frontdesk", job]},
            )
    for jobs in ([], None, "frontdesk", {"a": 1}):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="not_a_job"):
            call(admin, "admin.account_create", new_account(admin, jobs=jobs))
    assert roles(stage.database) == before


def test_an_admin_makes_no_admin(stage: Stage, created: Account) -> None:
    admin = stage.as_("admin")
    before = roles(stage.database)
    for call_ in (
        lambda: call(admin, "admin.account_create", new_account(admin, jobs=["frontdesk", "admin"])),
        lambda: call(admin, "admin.account_set_jobs", {"account_id": created.account_id, "jobs": ["admin"]}),
    ):
        with pytest.raises(psycopg.errors.RaiseException, match="cannot_make_admin"):
            call_()
    assert roles(stage.database) == before


def test_only_a_verifier_and_never_in_the_log(stage: Stage, created: Account) -> None:
    admin = stage.as_("admin")
    database = stage.database
    before = roles(database)
    # As chatty a server as an administrator might set up by mistake.
    for setting, value in (("log_error_verbosity", "verbose"), ("log_min_error_statement", "error"),
                           ("log_min_messages", "notice")):  # fmt: skip
        database.run(f"ALTER DATABASE {database.name} SET {setting} = '{value}'")
    talkative = stage.fresh("admin")
    canary = f"CANARY-{code(16)}"
    for bad in (*NOT_VERIFIERS, canary):
        for function, args in (
            ("admin.account_create", new_account(admin, verifier=bad)),
            ("admin.account_reset", {"account_id": created.account_id, "verifier": bad}),
            ("admin.password_change", {"verifier": bad}),
        ):
            with pytest.raises(psycopg.errors.InvalidParameterValue, match="not_a_verifier") as caught:
                call(talkative, function, args)
            assert not bad or bad not in str(caught.value)
    assert roles(database) == before
    good = verifier(admin, canary)
    call(talkative, "admin.account_reset", {"account_id": created.account_id, "verifier": good})
    log = server_log(database)
    assert "not_a_verifier" in log, "this is the log"
    assert canary not in log
    assert good not in log
    assert good.split("$")[-1] not in log
    for setting in ("log_error_verbosity", "log_min_error_statement", "log_min_messages"):
        database.run(f"ALTER DATABASE {database.name} RESET {setting}")


def server_log(database: Database) -> str:
    """What the server wrote since its start."""
    folder = Path(database.value("SHOW data_directory"))
    return (folder / database.value("SELECT pg_current_logfile()")).read_text(errors="replace")


def test_injected_ids_and_people(stage: Stage, created: Account) -> None:
    admin = stage.as_("admin")
    before = roles(stage.database)
    for hope in INJECTIONS:
        for function in (
            "account_set_jobs",
            "account_disable",
            "account_enable",
            "account_reset",
            "account_sign_out",
        ):
            with pytest.raises((psycopg.DataError, psycopg.errors.RaiseException)):
                call(admin, f"admin.{function}",
                     {"account_id": hope, "jobs": ["frontdesk"], "reason": "x",
                      "verifier": verifier(admin, "x")})  # fmt: skip
        with pytest.raises(psycopg.Error):
            call(admin, "admin.account_create", new_account(admin, account_id=hope))
        assert refused(admin, "SELECT core.session_kill(%s)", hope) == "42501"
    assert roles(stage.database) == before


def test_a_login_never_comes_from_the_caller(stage: Stage) -> None:
    admin = stage.as_("admin")
    wish = new_account(admin, login="postgres")
    wish["person"]["full_name"] = "x', 'y'); DROP TABLE people.person; --"
    answer = call(admin, "admin.account_create", wish)
    stage.database.logins.append(answer["login"])
    assert answer["login"].startswith("u_")
    assert (
        stage.database.value("SELECT full_name FROM people.person WHERE id = %s", answer["person_id"])
        == (wish["person"]["full_name"])
    )


def test_neither_oneself_nor_another_admin(stage: Stage) -> None:
    admin = stage.as_("admin")
    me, other = stage.database.login("admin"), stage.database.add_account("admin")
    for function in (
        "account_set_jobs",
        "account_disable",
        "account_enable",
        "account_reset",
        "account_sign_out",
    ):
        args = {"jobs": ["frontdesk"], "verifier": verifier(admin, "x"), "reason": "x"}
        with pytest.raises(psycopg.errors.RaiseException, match="not_on_self"):
            call(admin, f"admin.{function}", {**args, "account_id": str(me.account_id)})
        with pytest.raises(psycopg.errors.RaiseException, match="not_on_admin"):
            call(admin, f"admin.{function}", {**args, "account_id": str(other.account_id)})


@pytest.mark.parametrize("job", ["admin", "manager", "frontdesk", "partner"])
def test_no_role_is_touched_directly(stage: Stage, job: str, created: Account) -> None:
    who = stage.as_(job)
    victim = created.login
    before = roles(stage.database)
    for statement in (
        "CREATE ROLE u_999999 LOGIN", "CREATE USER evil SUPERUSER", f"ALTER ROLE {victim} PASSWORD 'x'",
        f"DROP ROLE {victim}", f"ALTER ROLE {victim} SUPERUSER", "ALTER ROLE mdi_partner LOGIN",
        f"GRANT mdi_admin TO {victim}", f"GRANT pg_read_all_data TO {victim}",
        "GRANT mdi_manager TO CURRENT_USER",
        "GRANT pg_signal_backend TO CURRENT_USER", "GRANT mdi_accounts TO CURRENT_USER",
        "ALTER ROLE CURRENT_USER CREATEROLE",
        "ALTER ROLE CURRENT_USER BYPASSRLS", "ALTER ROLE CURRENT_USER CONNECTION LIMIT 99",
        "DROP OWNED BY mdi_api",
        "REASSIGN OWNED BY mdi_api TO CURRENT_USER", f"ALTER ROLE {victim} SET row_security = off",
        "SELECT admin.role_create('{frontdesk}', 'x')", f"SELECT admin.role_jobs('{victim}', '{{manager}}')",
        f"SELECT admin.role_password('{victim}', 'x')", f"SELECT admin.role_login('{victim}', false)",
        "SELECT admin.first_admin('{}')", f"SELECT core.session_kill('{victim}')",
    ):  # fmt: skip
        assert refused(who, statement) == "42501", statement
    assert roles(stage.database) == before


def test_set_jobs_takes_rights_in_the_open_session(stage: Stage, created: Account) -> None:
    admin = stage.as_("admin")
    session = stage.database.connect(created)
    assert rows(session, "SELECT count(*) FROM people.person")[0][0] > 0
    call(admin, "admin.account_set_jobs", {"account_id": created.account_id, "jobs": ["instructor"]})
    assert refused(session, "SELECT count(*) FROM people.person") == "42501"
    assert rows(session, "SELECT core.hello() ->> 'jobs'") == [('["instructor"]',)]
    session.close()


def test_reset_shuts_the_old_password_out(stage: Stage, created: Account) -> None:
    call(stage.as_("admin"), "admin.account_reset",
         {"account_id": created.account_id, "verifier": verifier(stage.as_("admin"), "second")})  # fmt: skip
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        stage.database.connect(created)


def test_a_password_is_never_in_clear_anywhere(stage: Stage, created: Account) -> None:
    owner = stage.database.owner()
    kept = stage.database.value("SELECT rolpassword FROM pg_authid WHERE rolname = %s", created.login)
    assert kept.startswith("SCRAM-SHA-256$")
    for table in ("core.operation", "admin.audit_log", "core.change"):
        text = str(rows(owner, f"SELECT t::text FROM {table} t"))
        assert "SCRAM-SHA-256" not in text
        assert "first password" not in text


def test_psql_with_the_partners_password(stage: Stage, psql: Path) -> None:
    account = stage.database.login("partner")
    done = subprocess.run(
        [psql, stage.database.dsn(account), "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c",
        "\\dt *.*person*",
         "-c", "SELECT core.hello() ->> 'login'", "-c", "TABLE people.person"],
        capture_output=True, text=True, check=False, env={"PGCONNECT_TIMEOUT": "10", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode != 0
    assert account.login in done.stdout
    assert "permission denied for schema people" in done.stderr
    for trick in (
        "\\! true\nCOPY (SELECT 1) TO PROGRAM 'id'",
        "\\copy people.person to '/dev/null'",
        "\\password u_000001",
    ):
        done = subprocess.run(
            [psql, stage.database.dsn(account), "-X", "-v", "ON_ERROR_STOP=1"], input=f"{trick}\n",
            capture_output=True,
            text=True, check=False, env={"PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        assert "permission denied" in done.stderr or done.returncode != 0, trick


@pytest.fixture(scope="module")
def psql() -> Path:
    """The psql that comes with the embedded server."""
    from mdi_desk.db.embedded import binaries

    return binaries() / "psql"
