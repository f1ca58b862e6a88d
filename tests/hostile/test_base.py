"""What any login of a default PostgreSQL could do, and none can here."""

import time

import psycopg
import pytest

from tests.hostile.stage import Stage, call, refused

pytestmark = pytest.mark.both_servers

FORBIDDEN = (
    "CREATE TEMP TABLE t (a int)", "CREATE TEMP VIEW v AS SELECT 1", "CREATE TABLE public.t (a int)",
    "CREATE TABLE people.t (a int)", "SELECT 1 AS a INTO TEMP t", "CREATE DATABASE x",
    "DROP EXTENSION plpgsql",
    "DO $$BEGIN PERFORM 1; END$$", "DO LANGUAGE sql 'SELECT 1'",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "SELECT lo_create(0)", "SELECT lo_creat(-1)", "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_export(1, '/tmp/x')", "SELECT lo_unlink(1)", "SELECT lo_get(1)", "SELECT lo_open(1, 131072)",
    "SELECT pg_advisory_lock(1)", "SELECT pg_advisory_lock(1, 2)", "SELECT pg_advisory_xact_lock(1)",
    "SELECT pg_advisory_xact_lock(1, 2)", "SELECT pg_try_advisory_lock(1)",
    "SELECT pg_try_advisory_lock(1, 2)",
    "SELECT pg_try_advisory_xact_lock(1)", "SELECT pg_advisory_lock_shared(1)",
    "SELECT pg_advisory_unlock_all()",
    "SELECT pg_notify('mdi', 'x')", "SELECT pg_logical_emit_message(false, 'x', 'y')",
    "COPY (SELECT 1) TO PROGRAM 'id'", "COPY people.person FROM PROGRAM 'id'", "COPY (SELECT 1) TO '/tmp/x'",
    "COPY people.person FROM '/etc/passwd'", "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_read_binary_file('x')",
    "SELECT pg_ls_dir('.')", "SELECT pg_ls_logdir()", "SELECT pg_stat_file('.')", "SELECT pg_reload_conf()",
    "CHECKPOINT", "SELECT pg_switch_wal()", "SELECT pg_create_restore_point('x')",
    "SELECT pg_create_physical_replication_slot('x')", "CREATE PUBLICATION p FOR ALL TABLES",
    "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION core.stay()",
    "ALTER TABLE people.person DISABLE ROW LEVEL SECURITY", "DROP POLICY reads ON people.person",
    "CREATE POLICY mine ON people.person USING (true)", "GRANT SELECT ON people.person TO PUBLIC",
    "ALTER TABLE people.person OWNER TO CURRENT_USER", "DROP TRIGGER audit ON people.person",
    "ALTER FUNCTION core.my_account() OWNER TO CURRENT_USER", "COMMENT ON TABLE people.person IS 'x'",
    "CREATE INDEX ON people.person (notes)", "CREATE STATISTICS s ON id, notes FROM people.person",
    "CREATE TRIGGER t BEFORE INSERT ON people.person FOR EACH ROW EXECUTE FUNCTION core.touch()",
    "CREATE RULE r AS ON SELECT TO people.person DO INSTEAD SELECT 1", "SELECT pg_stat_reset()",
    "SELECT pg_current_logfile()", "SELECT * FROM pg_hba_file_rules", "SELECT * FROM pg_file_settings",
    "SELECT subconninfo FROM pg_subscription", "SELECT * FROM pg_user_mapping",
)  # fmt: skip


@pytest.mark.parametrize("job", ["partner", "frontdesk", "instructor", "manager", "admin", "auditor"])
def test_forbidden(stage: Stage, job: str, nothing_changes: None) -> None:
    who = stage.as_(job)
    otherwise = {}
    for statement in FORBIDDEN:
        try:
            who.execute(statement.encode())
        except psycopg.Error as error:
            if error.sqlstate not in ("42501", "3F000"):
                otherwise[statement] = error.sqlstate
        else:
            otherwise[statement] = "done!"
    assert otherwise == {}


def test_nobody_ends_another_ones_session(stage: Stage) -> None:
    for job in ("partner", "frontdesk", "admin"):
        who = stage.as_(job)
        for pid in (stage.database.owner().info.backend_pid, stage.as_("manager").info.backend_pid):
            assert refused(who, "SELECT pg_terminate_backend(%s)", pid) == "42501"
            assert refused(who, "SELECT pg_cancel_backend(%s)", pid) == "42501"


def test_a_held_transaction_does_not_hold_others_up(stage: Stage) -> None:
    """Somebody checks a ticket in and never commits: the same ticket waits 3 s at most, others not at all."""
    held, other = stage.paid_booking(), stage.paid_booking()
    with psycopg.connect(stage.database.dsn("instructor")) as idle:
        idle.execute("SELECT 1")
    with psycopg.connect(stage.database.dsn("manager")) as sleeper:
        assert call(sleeper, "training.check_in", {"booking_id": str(held)})["result"] == "checked_in"
        clerk = stage.as_("frontdesk")
        began = time.monotonic()
        assert call(clerk, "training.check_in", {"booking_id": str(other)})["result"] == "checked_in"
        free = time.monotonic() - began
        with pytest.raises(psycopg.errors.LockNotAvailable):
            call(clerk, "training.check_in", {"booking_id": str(held)})
        waited = time.monotonic() - began - free
        assert free < 2 < waited < 8, "bounded by the function's own lock timeout"
        sleeper.rollback()
    assert call(clerk, "training.check_in", {"booking_id": str(held)})["result"] == "checked_in"
