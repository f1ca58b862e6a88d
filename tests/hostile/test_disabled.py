"""A disabled account: blind at once, its connections dead within two seconds, no way back in."""

import threading
import time

import psycopg
import pytest

from mdi_desk.kernel.ids import uuid7
from tests.hostile.stage import TABLES, Stage, call, refused, rows, verifier
from tests.support.database import Account, Plain, shared

pytestmark = pytest.mark.both_servers


@pytest.fixture
def leaver(stage: Stage) -> Account:
    """A clerk and instructor whose last day it is."""
    account = stage.database.add_account("frontdesk", "manager", "auditor")
    return account


def everything(who: Plain) -> dict[str, object]:
    """Rows of each table, or the refusal."""
    seen: dict[str, object] = {}
    for table in TABLES:
        try:
            seen[table] = rows(who, f"SELECT count(*) FROM {table}")[0][0]
        except psycopg.Error as error:
            seen[table] = error.sqlstate
    return seen


def test_blind_at_once_even_where_the_kill_does_not_reach(stage: Stage, leaver: Account) -> None:
    """Only the flag, as if the session could not be ended: every table is empty, every function refuses."""
    who = stage.database.connect(leaver)
    assert everything(who)["people.person"] != 0
    stage.database.run("UPDATE admin.account SET is_active = false WHERE id = %s", leaver.account_id)
    assert set(everything(who).values()) <= {0, "42501"}
    hello = rows(who, "SELECT core.hello()")[0][0]
    assert (hello["active"], hello["account_id"], hello["name"], hello["institute"]) == (
        False,
        None,
        None,
        None,
    )
    assert rows(who, "SELECT * FROM people.search(ARRAY['diop'])") == []
    assert rows(who, "SELECT * FROM training.day('-infinity', 'infinity')") == []
    assert rows(who, "SELECT training.card(%s)", stage.adult_booking) == [(None,)]
    assert rows(who, "SELECT * FROM core.changes('3')") == []
    assert rows(who, "SELECT core.seal_key()") == [(None,)]
    for function in (
        "training.check_in",
        "people.create",
        "sales.pay",
        "training.book",
        "waivers.sign",
        "waivers.publish",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="not_allowed"):
            call(who, function, {})
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="not_allowed"):
        call(who, "admin.password_change", {"verifier": verifier(who, "new")})
    assert refused(who, "SELECT core.session_open(gen_random_uuid(), 'x', '{}')") == "42501"
    assert rows(who, "UPDATE people.person SET notes = 'x' RETURNING id") == []
    who.close()


def test_an_open_transaction_goes_blind_too(stage: Stage, leaver: Account) -> None:
    with psycopg.connect(stage.database.dsn(leaver)) as who:
        assert rows(who, "SELECT count(*) FROM people.person")[0][0] > 0
        stage.database.run("UPDATE admin.account SET is_active = false WHERE id = %s", leaver.account_id)
        assert rows(who, "SELECT count(*) FROM people.person") == [(0,)]


def test_dead_in_two_seconds_and_no_way_back(stage: Stage, leaver: Account) -> None:
    admin = stage.as_("admin")
    busy, idle, listening = (stage.database.connect(leaver) for _ in range(3))
    listening.execute("LISTEN mdi")
    ended = threading.Event()

    def long_query() -> None:
        with pytest.raises(psycopg.OperationalError):
            busy.execute("SELECT pg_sleep(60)")
        ended.set()

    thread = threading.Thread(target=long_query)
    thread.start()
    began = time.monotonic()
    call(
        admin, "admin.account_disable", {"account_id": str(leaver.account_id), "reason": "left the institute"}
    )
    assert ended.wait(2), "the busy connection was ended"
    thread.join()
    assert time.monotonic() - began < 2
    for one in (idle, listening):
        with pytest.raises(psycopg.OperationalError):
            one.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        stage.database.connect(leaver)
    listed = rows(admin, "SELECT is_active, disabled_reason, online_since FROM admin.account_list()"
                         " WHERE account_id = %s",
                  leaver.account_id)  # fmt: skip
    assert listed == [(False, "left the institute", None)]
    call(admin, "admin.account_enable", {"account_id": str(leaver.account_id)})
    back = stage.database.connect(leaver)
    assert rows(back, "SELECT count(*) FROM people.person")[0][0] > 0
    back.close()


def test_who_slips_in_during_the_commit_is_swept(stage: Stage, leaver: Account) -> None:
    with psycopg.connect(stage.database.dsn("admin")) as admin:
        call(admin, "admin.account_disable", {"account_id": str(leaver.account_id), "reason": "x"})
        late = stage.database.connect(leaver)  # the disabling is not yet committed
        shared.add(late)
    assert set(everything(late).values()) <= {0, "42501"}
    assert rows(stage.as_("admin"), "SELECT admin.sweep()") == [(1,)]
    with pytest.raises(psycopg.OperationalError):
        late.execute("SELECT 1")
    assert refused(stage.as_("manager"), "SELECT admin.sweep()") == "42501"


def test_an_ended_session_is_told_so(stage: Stage, leaver: Account) -> None:
    who = stage.database.connect(leaver)
    session = uuid7()
    who.execute("SELECT core.session_open(%s, 'desk 1', '{}')", [session])
    assert rows(who, "SELECT core.session_touch(%s)", session) == [(True,)]
    call(stage.as_("admin"), "admin.account_sign_out", {"account_id": str(leaver.account_id)})
    again = stage.database.connect(leaver)
    assert rows(again, "SELECT core.session_touch(%s)", session) == [(False,)]
    theirs = stage.as_("manager")
    assert rows(theirs, "SELECT core.session_touch(%s)", session) == [(False,)]
    who.close()
    again.close()


def test_a_person_that_must_change_the_password_sees_nothing(stage: Stage) -> None:
    account = stage.database.add_account("frontdesk", "manager", must_change=True)
    who = stage.database.connect(account)
    assert set(everything(who).values()) <= {0, "42501"}
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        call(who, "people.create", {})
    who.close()
