"""Transactions of the caller's choice: an old snapshot and an old clock are no way around a rule."""

import time
from datetime import timedelta
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, call, rows, verifier
from tests.support.database import Database, Plain

pytestmark = pytest.mark.both_servers

OLD_SNAPSHOTS = ("REPEATABLE READ", "SERIALIZABLE")


@pytest.fixture
def two_clerks(database: Database) -> tuple[Plain, Plain]:
    """Two connections of two clerks."""
    return database.connect("frontdesk"), database.connect(database.add_account("frontdesk"))


def _isolation(who: Plain, function: str, args: dict[str, object]) -> None:
    with pytest.raises(psycopg.errors.InvalidParameterValue, match="isolation"):
        call(who, function, args)
    who.execute("ROLLBACK")


@pytest.mark.parametrize("level", OLD_SNAPSHOTS)
def test_nobody_pays_twice_from_an_old_snapshot(
    database: Database, two_clerks: tuple[Plain, Plain], level: str
) -> None:
    first, second = two_clerks
    booking = database.add_booking(price_minor=22500)
    order = database.value("SELECT order_id FROM sales.order_line WHERE booking_id = %s", booking)

    def money() -> dict[str, object]:
        return {"order_id": str(order), "payment_id": str(uuid7()), "method": "cash", "amount_minor": 22500}

    first.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
    first.execute("SELECT sum(amount_minor) FROM sales.payment")
    assert call(second, "sales.pay", money())["due_minor"] == 0
    _isolation(first, "sales.pay", money())
    assert database.value("SELECT sum(amount_minor) FROM sales.payment") == 22500
    with pytest.raises(psycopg.errors.RaiseException, match="nothing_due"):
        call(first, "sales.pay", money())


@pytest.mark.parametrize("level", OLD_SNAPSHOTS)
def test_a_class_is_not_made_smaller_than_its_seats_sold(
    database: Database, two_clerks: tuple[Plain, Plain], level: str
) -> None:
    manager, clerk = database.connect("manager"), two_clerks[0]
    lesson = database.add_class(seats=2)
    database.add_booking(lesson)
    manager.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
    manager.execute("SELECT count(*) FROM training.booking")
    call(clerk, "training.book", _seat(lesson, database.add_person("Second", "Guest")))
    _isolation(manager, "training.save_class", {"id": str(lesson), "version": 1, "max_capacity": 1})
    assert database.value("SELECT max_capacity FROM training.class WHERE id = %s", lesson) == 2


@pytest.mark.parametrize("level", OLD_SNAPSHOTS)
def test_a_demoted_manager_overrides_nothing(database: Database, level: str) -> None:
    account = database.add_account("manager")
    manager = database.connect(account)
    booking = database.add_booking(price_minor=100)
    manager.execute(f"BEGIN ISOLATION LEVEL {level}".encode())
    manager.execute("SELECT core.has_job('manager')")
    database.run("UPDATE admin.account SET jobs = '{frontdesk}' WHERE id = %s", account.account_id)
    _isolation(manager, "training.check_in", {"booking_id": str(booking), "override_reason": "because"})
    assert database.value("SELECT count(*) FROM training.check_in") == 0
    answer = call(manager, "training.check_in", {"booking_id": str(booking), "override_reason": "because"})
    assert answer["result"] == "refused"


def test_the_own_password_too(stage: Stage) -> None:
    who = stage.fresh("partner")
    who.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    _isolation(who, "admin.password_change", {"verifier": verifier(who, "something long and new")})


def test_a_transaction_held_open_stops_no_clock(stage: Stage) -> None:
    """The clock is moved in the function's own text, so that nobody waits half a minute."""
    owner, booking = stage.database.owner(), stage.paid_booking()
    source = stage.database.value(
        "SELECT pg_get_functiondef('core.op_begin(uuid, text, jsonb, boolean)'::regprocedure)"
    )
    assert "interval '30 seconds'" in source
    owner.execute(source.replace("interval '30 seconds'", "interval '0.2 seconds'").encode())
    try:
        who = stage.fresh("frontdesk")
        who.execute("BEGIN")
        time.sleep(0.3)
        with pytest.raises(psycopg.errors.SerializationFailure, match="transaction_too_old"):
            call(who, "training.check_in", {"booking_id": str(booking)})
        who.execute("ROLLBACK")
        assert call(who, "training.check_in", {"booking_id": str(booking)})["result"] == "checked_in"
    finally:
        owner.execute(source.encode())


def test_what_is_recorded_is_when_it_was_written(stage: Stage) -> None:
    booking = stage.paid_booking()
    who = stage.fresh("frontdesk")
    who.execute("BEGIN")
    began = rows(who, "SELECT now()")[0][0]
    time.sleep(0.2)
    op = uuid7()
    call(who, "training.check_in", {"booking_id": str(booking)}, op)
    who.execute("COMMIT")
    for query in (
        "SELECT recorded_at FROM training.check_in WHERE op_id = %s",
        "SELECT recorded_at FROM core.operation WHERE op_id = %s",
        "SELECT min(at) FROM admin.audit_log WHERE op_id = %s",
        "SELECT min(created_at) FROM admin.audit_log WHERE op_id = %s",
    ):
        assert stage.database.value(query, op) - began > timedelta(seconds=0.15), query
    signed = stage.sign(stage.database.add_person("Ink", "Guest"))["signature_id"]
    assert stage.database.value(
        "SELECT recorded_at > signed_at AND evidence #>> '{server,recorded_at}' IS NOT NULL"
        " FROM waivers.signature WHERE id = %s", signed,
    )  # fmt: skip


def _seat(lesson: UUID, person: UUID) -> dict[str, object]:
    return {
        "class_id": str(lesson), "person_id": str(person), "ticket_code": "T" + code(11),
        **{name: str(uuid7()) for name in ("booking_id", "order_id", "line_id")},
    }  # fmt: skip
