"""Many stations at the same instant: each ticket once, each seat once.

Each race has a control that shows that it is one.
"""

import multiprocessing
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import psycopg
import pytest

from tests.hostile.station import Answer, work
from tests.support.database import Database

pytestmark = pytest.mark.both_servers
STATIONS = 16
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.hostile.station"])
JOBS = ("frontdesk", "manager", "instructor")

# Check, then insert: what one writes without thinking of the others. No lock, no index that would refuse.
CONTROL = """
CREATE SCHEMA control;
CREATE TABLE control.check_in (booking_id uuid, by text);
CREATE TABLE control.seat (class_id uuid, by text);
CREATE FUNCTION control.check_in(p_op uuid, p_args jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF EXISTS (SELECT FROM control.check_in c WHERE c.booking_id = (p_args ->> 'booking_id')::uuid) THEN
        RETURN '{"result": "already"}';
    END IF;
    PERFORM pg_sleep(0.01);  -- as a busy server has it between the question and the answer
    INSERT INTO control.check_in VALUES ((p_args ->> 'booking_id')::uuid, session_user);
    RETURN '{"result": "checked_in"}';
END $$;
CREATE FUNCTION control.book(p_op uuid, p_args jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF (SELECT count(*) FROM control.seat s WHERE s.class_id = (p_args ->> 'class_id')::uuid) >= 3 THEN
        RAISE EXCEPTION 'class_full';
    END IF;
    PERFORM pg_sleep(0.01);
    INSERT INTO control.seat VALUES ((p_args ->> 'class_id')::uuid, session_user);
    RETURN '{"seat": 0}';
END $$;
GRANT USAGE ON SCHEMA control TO mdi_staff;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA control TO mdi_staff;
"""


def storm(database: Database, function: str, rounds: Sequence[dict[str, Any]]) -> list[Answer]:
    """`rounds` of calls, each by all stations at the same instant. Answers of all."""
    gate = PROCESSES.Barrier(STATIONS)
    answers: multiprocessing.Queue[list[Answer]] = PROCESSES.Queue()
    jobs = JOBS if function.endswith("check_in") else ("frontdesk", "manager")
    # Four connections a login at most; several people work at once.
    people = [database.add_account(jobs[number % len(jobs)]) for number in range(STATIONS // 4)]
    for who in people:
        if "instructor" in who.jobs:
            database.run("UPDATE training.class SET instructor_id = %s", database.add_instructor(who))
    stations = [
        PROCESSES.Process(
            target=work,
            args=(number, database.dsn(people[number % len(people)]), function, rounds, gate, answers),
        )
        for number in range(STATIONS)
    ]
    for one in stations:
        one.start()
    heard = [answer for _ in stations for answer in answers.get(timeout=150)]
    for one in stations:
        one.join(30)
        assert one.exitcode == 0
    answers.close()
    answers.join_thread()
    return heard


def check_in_storm(database: Database, tickets: int, function: str = "training.check_in") -> list[Answer]:
    """`tickets` bookings that may come in, each checked in by all stations at once."""
    lesson = database.add_class(seats=tickets)
    bookings = [database.add_booking(lesson) for _ in range(tickets)]
    began = time.monotonic()
    heard = storm(database, function, [{"booking_id": str(one)} for one in bookings])
    assert len(heard) == tickets * STATIONS, f"within {time.monotonic() - began:.0f} s"
    return heard


def seat_storm(database: Database, classes: int, function: str = "training.book") -> list[Answer]:
    """Classes with three seats left, each wanted by all stations at once."""
    people = [str(database.add_person("Guest", str(number))) for number in range(STATIONS)]
    lessons = []
    for _ in range(classes):
        lessons.append(database.add_class(seats=5))
        for _ in range(2):
            database.add_booking(lessons[-1])
    return storm(database, function, [{"class_id": str(one), "people": people} for one in lessons])


def assert_each_ticket_once(database: Database, heard: list[Answer], tickets: int) -> None:
    results = Counter(answer.result for answer in heard)
    assert results == {"checked_in": tickets, "already": tickets * (STATIONS - 1)}
    winners = {answer.subject: answer for answer in heard if answer.result == "checked_in"}
    assert len(winners) == tickets
    for answer in heard:
        first = winners[answer.subject].facts
        assert (answer.facts["by"], answer.facts["station"], answer.facts["at"]) == (
            first["by"], first["station"], first["at"]
        ), "every other answer says who, where and when"  # fmt: skip
    assert database.value("SELECT count(*) FROM training.check_in") == tickets
    assert (
        database.value("SELECT count(DISTINCT booking_id) FROM training.check_in WHERE voided_at IS NULL")
        == tickets
    )
    assert (
        database.value("SELECT count(*) FROM core.operation WHERE kind = 'training.check_in'")
        == tickets * STATIONS
    )
    assert database.value("SELECT count(*) FROM training.booking WHERE attendance = 'present'") == tickets


def assert_three_seats(database: Database, heard: list[Answer], classes: int) -> None:
    assert Counter(answer.result for answer in heard) == {
        "booked": 3 * classes, "class_full": (STATIONS - 3) * classes
    }  # fmt: skip
    taken = database.owner().execute(
        "SELECT count(*), array_agg(seat ORDER BY seat) FROM training.booking"
        " WHERE status = 'booked' GROUP BY class_id"
    )
    assert taken.fetchall() == [(5, [1, 2, 3, 4, 5])] * classes
    assert database.value("SELECT count(*) FROM sales.order_line") == 3 * classes


def test_sixteen_stations_check_the_same_tickets_in(database: Database) -> None:
    assert_each_ticket_once(database, check_in_storm(database, 200), 200)


def test_sixteen_stations_want_the_last_three_seats(database: Database) -> None:
    assert_three_seats(database, seat_storm(database, 4), 4)


def test_without_the_lock_a_ticket_comes_in_more_than_once(database: Database) -> None:
    database.run(CONTROL)
    heard = check_in_storm(database, 40, "control.check_in")
    let_in = Counter(answer.subject for answer in heard if answer.result == "checked_in")
    assert max(let_in.values()) > 1, "the storm is a real race"


def test_without_the_lock_more_than_three_get_a_seat(database: Database) -> None:
    database.run(CONTROL)
    heard = seat_storm(database, 4, "control.book")
    seated = Counter(answer.subject for answer in heard if answer.result == "booked")
    assert max(seated.values()) > 3, "the storm is a real race"


@pytest.mark.hostile_long
@pytest.mark.timeout(600)
def test_two_thousand_tickets(database: Database) -> None:
    assert_each_ticket_once(database, check_in_storm(database, 2000), 2000)


@pytest.mark.hostile_long
@pytest.mark.timeout(600)
def test_fifty_classes(database: Database) -> None:
    assert_three_seats(database, seat_storm(database, 50), 50)


def test_a_revocation_at_the_same_moment_is_waited_for_and_then_refuses(database: Database) -> None:
    from tests.hostile.stage import build, call

    stage = build(database)
    booking = stage.paid_booking()
    signature = database.value(
        "SELECT s.id FROM waivers.signature s JOIN training.booking b USING (person_id) WHERE b.id = %s",
        booking,
    )
    answers: multiprocessing.Queue[list[Answer]] = PROCESSES.Queue()
    alone = PROCESSES.Barrier(1)
    with psycopg.connect(database.dsn("manager")) as manager:
        call(manager, "waivers.revoke", {"signature_id": str(signature), "reason": "signed by mistake"})
        desk = PROCESSES.Process(
            target=work,
            args=(
                0,
                database.dsn("frontdesk"),
                "training.check_in",
                [{"booking_id": str(booking)}],
                alone,
                answers,
            ),
        )
        desk.start()
        until = time.monotonic() + 20
        while not database.value("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"):
            assert time.monotonic() < until, "the check-in waits for the revocation"
            time.sleep(0.02)
        assert database.value("SELECT count(*) FROM training.check_in") == 0
    (answer,) = answers.get(timeout=30)
    desk.join(30)
    answers.close()
    answers.join_thread()
    assert answer.result == "refused"
    waiver = next(one for one in answer.facts["gate"]["checks"] if one["check"] == "waiver")
    assert waiver["code"] == "missing"
