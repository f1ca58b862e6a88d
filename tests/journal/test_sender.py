"""From the click to green, pending or red, on a real server behind a door that can be shut."""

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mdi_desk.db.session import DeskSession, connect
from mdi_desk.journal.operation import Operation
from mdi_desk.kernel.errors import Forbidden, SignedOut, Unavailable
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.retry import Attempt
from tests.support.database import Account, Database
from tests.support.desks import Station, admitted, check_in, mark
from tests.support.proxy import Proxy

pytestmark = pytest.mark.both_servers


@pytest.fixture
def proxy(database: Database) -> Iterator[Proxy]:
    found = Proxy(database.server)
    yield found
    found.close()


@pytest.fixture
def clerk(database: Database) -> Account:
    return database.login("frontdesk")


@pytest.fixture
def station(database: Database, proxy: Proxy, clerk: Account, tmp_path: Path) -> Iterator[Station]:
    """A desk whose way to the server leads through `proxy`."""
    found = Station(tmp_path, clerk)
    session = connect(proxy.server, clerk.login, clerk.password)
    found.sender.use(session)
    found.sender.start()
    yield found
    found.close()
    session.close()


def test_green(database: Database, station: Station, clerk: Account) -> None:
    booking = database.add_booking()
    outcome = station.sender.perform(check_in(booking, clerk))
    assert outcome.state == "green"
    assert outcome.result["result"] == "checked_in"
    assert not outcome.late
    entry = station.journal.entry(outcome.operation.op_id)
    assert entry is not None
    assert (entry.state, entry.answer["result"]) == ("done", "checked_in")
    assert station.sender.state == "online"
    at = database.value("SELECT occurred_at FROM training.check_in WHERE booking_id = %s", booking)
    assert at == outcome.operation.occurred_at, "the time of the click, not of the arrival"


def test_it_is_in_the_journal_before_the_network_is_used(
    database: Database, clerk: Account, tmp_path: Path
) -> None:
    seen: list[tuple[str, int, int]] = []
    station = database.keep(Station(tmp_path, clerk))
    station.sender._point = lambda name: seen.append(
        (name, station.journal.count(), admitted(database)["check_ins"])
    )
    station.sender.use(database.session(clerk))
    station.sender.perform(check_in(database.add_booking(), clerk))
    assert seen == [
        ("after_journal", 1, 0),
        ("before_send", 1, 0),
        ("after_answer", 1, 1),
        ("after_done", 0, 1),
    ]


def test_an_answer_that_says_no_is_green_too_when_somebody_stands_there(
    database: Database, station: Station, clerk: Account
) -> None:
    """The gate's refusal is shown at once by whoever clicked; it is not a conflict."""
    outcome = station.sender.perform(check_in(database.add_booking(price_minor=500), clerk))
    assert outcome.state == "green"
    assert outcome.result["result"] == "refused"
    assert station.journal.inbox() == []


def test_red_is_kept(database: Database, station: Station, clerk: Account) -> None:
    outcome = station.sender.perform(check_in(uuid7(), clerk))
    assert outcome.state == "red"
    assert outcome.error is not None
    assert [one.op_id for one in station.journal.inbox()] == [outcome.operation.op_id]
    assert station.sender.state == "online"


def test_a_job_that_may_not_is_red_and_locks_nobody(
    database: Database, station: Station, clerk: Account
) -> None:
    operation = Operation.make(
        "training.save_course", {"id": uuid7()}, login=clerk.login, account_id=clerk.account_id, station=""
    )
    outcome = station.sender.perform(operation)
    assert outcome.state == "red"
    assert isinstance(outcome.error, Forbidden)
    assert station.sender.state == "online"


def test_pending_while_the_server_is_away_then_green_by_itself(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    bookings = [database.add_booking() for _ in range(3)]
    proxy.down()
    began = time.monotonic()
    first = station.sender.perform(check_in(bookings[0], clerk))
    assert first.state == "pending"
    assert time.monotonic() - began < 8, "nobody at a desk waits for a server that is gone"
    began = time.monotonic()
    others = [station.sender.perform(check_in(one, clerk)) for one in bookings[1:]]
    assert time.monotonic() - began < 1, "once it is known, it is pending at once"
    assert {one.state for one in others} == {"pending"}
    assert station.sender.state == "offline"
    assert ("offline", 3) in station.links
    assert admitted(database)["check_ins"] == 0
    proxy.up()
    station.sender.look()
    station.wait_for(lambda: len(station.told) == 3)
    assert [(one.state, one.late) for one in station.told] == [("green", True)] * 3
    assert [one.operation.args["booking_id"] for one in station.told] == [str(one) for one in bookings], (
        "in order"
    )
    station.wait_for(lambda: station.links[-1] == ("online", 0))
    assert admitted(database) == {"check_ins": 3, "operations": 3, "replays": 0}


def test_it_notices_by_itself_that_the_server_is_back(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    proxy.down()
    station.sender.lost()
    assert station.sender.state == "offline"
    proxy.up()
    station.wait_for(lambda: station.links[-1] == ("online", 0))


def test_what_may_not_wait_is_refused_while_offline_and_not_recorded(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    proxy.down()
    station.sender.lost()
    operation = Operation.make(
        "sales.pay", {"payment_id": uuid7()}, login=clerk.login, account_id=clerk.account_id, station=""
    )
    outcome = station.sender.perform(operation)
    assert outcome.state == "red"
    assert isinstance(outcome.error, Unavailable)
    assert station.journal.entry(operation.op_id) is None


def test_a_lost_answer_is_asked_for_again_with_the_same_id(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    """The answer to a payment is lost on its way: it is followed up although it may not wait for a server."""
    booking = database.add_booking(price_minor=500)
    order = database.value("SELECT order_id FROM sales.order_line WHERE booking_id = %s", booking)
    station.sender.perform(
        check_in(database.add_booking(), clerk)
    )  # the way is warm: only one exchange follows
    args = {"payment_id": uuid7(), "order_id": order, "amount_minor": 500, "method": "cash"}
    operation = Operation.make(
        "sales.pay", args, login=clerk.login, account_id=clerk.account_id, station="Desk 1"
    )
    proxy.cut_after(len(str(args)) + 300)
    outcome = station.sender.perform(operation)
    assert outcome.state == "green"
    assert outcome.result["due_minor"] == 0
    assert proxy.cuts == 1
    assert database.value("SELECT count(*) FROM sales.payment") == 1


def test_a_server_that_hangs_is_pending_and_counts_once(
    database: Database, station: Station, proxy: Proxy, clerk: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mdi_desk.journal.sender.TRY_SECONDS", 0.5)
    monkeypatch.setattr("mdi_desk.db.engine.CONNECT_SECONDS", 2)
    station.sender.perform(check_in(database.add_booking(), clerk))
    booking = database.add_booking()
    proxy.hang()
    outcome = station.sender.perform(check_in(booking, clerk))
    assert outcome.state == "pending"
    proxy.down()
    proxy.up()
    station.sender.look()
    station.wait_for(lambda: station.told)
    assert station.told[0].state == "green"
    assert admitted(database)["check_ins"] == 2


def test_a_locked_row_holds_up_its_own_booking_only(
    database: Database, station: Station, clerk: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, free = database.add_booking(), database.add_booking()
    holder = database.connect("manager")
    database.run("SET lock_timeout = '1s'")
    with database.owner().transaction():
        database.run("SELECT 1 FROM training.booking WHERE id = %s FOR UPDATE", held)
        first = station.sender.perform(check_in(held, clerk))
        assert first.state == "pending", "somebody else has it: retried in the background"
        assert station.sender.state == "online"
        marked = station.sender.perform(mark(held, clerk, "late"))
        assert marked.state == "pending", "a mark does not overtake its check-in"
        assert station.sender.perform(check_in(free, clerk)).state == "green"
    holder.close()
    station.wait_for(lambda: len(station.told) == 2)
    assert [one.operation for one in station.told] == [first.operation, marked.operation]
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", held) == "late"


def test_let_in_while_offline_and_refused_later_is_somebodys_to_look_at(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    booking = database.add_booking(price_minor=500)
    proxy.down()
    station.sender.lost()
    assert station.sender.perform(check_in(booking, clerk)).state == "pending"
    proxy.up()
    station.wait_for(lambda: station.told)
    assert [one.state for one in station.journal.inbox()] == ["conflict"]
    assert station.journal.inbox()[0].answer["result"] == "refused"


def test_a_disabled_clerk_is_signed_out_and_the_operation_waits(
    database: Database, tmp_path: Path, proxy: Proxy
) -> None:
    clerk = database.add_account("frontdesk")
    station = database.keep(Station(tmp_path, clerk))
    session = database.keep(connect(proxy.server, clerk.login, clerk.password))
    session.call("core.session_open", uuid7(), "Desk 1", {})  # as a desk does when somebody signs in
    station.sender.use(session)
    station.sender.start()
    booking = database.add_booking()
    database.run(
        "UPDATE admin.account SET is_active = false, disabled_at = now() WHERE login = %s", clerk.login
    )
    outcome = station.sender.perform(check_in(booking, clerk))
    assert outcome.state == "pending"
    assert isinstance(outcome.error, SignedOut)
    assert station.sender.state == "signed_out"
    assert station.journal.count() == 1
    colleague = database.login("manager")
    station.keys.unlock(colleague.login, colleague.password)
    station.sender.use(database.session(colleague))
    station.wait_for(lambda: station.told)
    assert station.told[0].state == "green"
    row = database.owner().execute(
        "SELECT performed_by, uploaded_by FROM core.operation WHERE op_id = %s", [outcome.operation.op_id]
    ).fetchone()  # fmt: skip
    assert row == (clerk.account_id, colleague.account_id), "who did it, and who sent it"
    assert database.value("SELECT account_id FROM training.check_in") == clerk.account_id


def test_a_server_that_lets_nobody_in_for_a_while_rejects_nothing(
    database: Database, station: Station, clerk: Account
) -> None:
    booking = database.add_booking()
    database.run(f"REVOKE CONNECT ON DATABASE {database.name} FROM mdi_any")
    database.run(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = %s", clerk.login
    )
    outcome = station.sender.perform(check_in(booking, clerk))
    assert outcome.state == "pending"
    database.run(f"GRANT CONNECT ON DATABASE {database.name} TO mdi_any")
    station.sender.look()
    station.wait_for(lambda: station.told)
    assert station.told[0].result["result"] == "checked_in"


def test_a_colleague_does_not_send_what_may_not_wait(
    database: Database, tmp_path: Path, proxy: Proxy, clerk: Account
) -> None:
    station = database.keep(Station(tmp_path, clerk))
    operation = Operation.make(
        "sales.pay", {"payment_id": uuid7()}, login=clerk.login, account_id=clerk.account_id, station=""
    )
    station.journal.add(operation)
    colleague = database.login("manager")
    station.sender.use(database.session(colleague))
    station.sender.start()
    booking = database.add_booking()
    assert station.sender.perform(check_in(booking, colleague)).state == "green"
    assert [one.op_id for one in station.journal.waiting()] == [operation.op_id]


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Each try of the session: the function, and the server's code ("" when it went well)."""
    found: list[tuple[str, str]] = []
    real = DeskSession.attempt

    def attempt(self: DeskSession, function: str, args: Sequence[Any], **more: Any) -> Attempt:
        answer = real(self, function, args, **more)
        found.append((function, answer.code))
        return answer

    monkeypatch.setattr(DeskSession, "attempt", attempt)
    return found


def test_a_server_that_only_reads_is_left_until_one_writes(
    database: Database, station: Station, clerk: Account, codes: list[tuple[str, str]]
) -> None:
    """25006: the connections are thrown away, the operation waits, and takes effect once."""
    assert station.sender.perform(check_in(database.add_booking(), clerk)).state == "green"
    booking, server = database.add_booking(), database.cluster.admin
    line = station.sender._line
    assert isinstance(line, DeskSession)

    def reads_only() -> bool:
        with line.unit() as unit:
            return bool(unit.connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on")

    codes.clear()
    generation = line._generation
    server.execute("ALTER SYSTEM SET default_transaction_read_only = on")
    try:
        server.execute("SELECT pg_reload_conf()")
        until = time.monotonic() + 10
        while not reads_only():
            assert time.monotonic() < until, "the server's setting does not arrive"
            time.sleep(0.02)
        outcome = station.sender.perform(check_in(booking, clerk))
        assert outcome.state == "pending"
        assert codes[0] == ("training.check_in", "25006")
        assert line._generation > generation, "the pool was dropped"
        assert station.sender.state == "offline"
        assert station.journal.count() == 1
    finally:
        server.execute("ALTER SYSTEM RESET default_transaction_read_only")
        server.execute("SELECT pg_reload_conf()")
    station.wait_for(lambda: station.told)
    assert station.told[0].state == "green"
    assert admitted(database)["check_ins"] == 2


def test_damaged_data_stops_the_sender_until_somebody_signs_in_anew(
    database: Database, station: Station, clerk: Account, codes: list[tuple[str, str]]
) -> None:
    """XX001: nothing more is sent to such a server, and nothing is lost."""
    whole = database.value("SELECT pg_get_functiondef('training.check_in(uuid, jsonb)'::regprocedure)")
    database.run(
        "CREATE OR REPLACE FUNCTION training.check_in(p_op uuid, p_args jsonb) RETURNS jsonb LANGUAGE plpgsql"
        " AS $$ BEGIN RAISE EXCEPTION 'invalid page in block 7' USING ERRCODE = 'XX001'; END $$"
    )
    first = station.sender.perform(check_in(database.add_booking(), clerk))
    assert first.state == "pending"
    assert codes == [("training.check_in", "XX001")], "one try, none after it"
    assert station.links[-1] == ("alarm", 1)
    second = station.sender.perform(check_in(database.add_booking(), clerk))
    assert second.state == "pending"
    station.sender.look()
    station.wait_for(lambda: station.links[-1] == ("alarm", 2))
    assert len(codes) == 1
    database.run(whole.replace("%", "%%"))
    station.sender.use(station.sender._line)
    station.wait_for(lambda: len(station.told) == 2)
    assert [one.state for one in station.told] == ["green", "green"]
    assert admitted(database)["check_ins"] == 2
    assert station.sender.state == "online"


def test_many_clicks_at_once_and_a_door_that_slams(
    database: Database, station: Station, proxy: Proxy, clerk: Account
) -> None:
    bookings = [database.add_booking() for _ in range(40)]
    todo = list(bookings)
    mutex = threading.Lock()
    states: dict[UUID, str] = {}
    errors: list[BaseException] = []

    def click() -> None:
        while True:
            with mutex:
                if not todo:
                    return
                booking = todo.pop()
            try:
                states[booking] = station.sender.perform(check_in(booking, clerk)).state
            except BaseException as error:
                errors.append(error)

    clicking = [threading.Thread(target=click) for _ in range(3)]
    for thread in clicking:
        thread.start()
    while any(thread.is_alive() for thread in clicking):
        time.sleep(0.03)
        proxy.cut_after(0)
        station.sender.look()
    station.wait_for(lambda: station.journal.count() == 0 and station.sender.state == "online")
    if errors:
        raise errors[0]
    counts = admitted(database)
    assert counts["check_ins"] == counts["operations"] == 40
    assert len(states) == 40
    assert set(states.values()) <= {"green", "pending"}
