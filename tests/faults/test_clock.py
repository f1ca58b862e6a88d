"""This workstation's clock is wrong: the right day, the right order, and nothing is let in by turning a
clock.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mdi_desk.journal.operation import Outcome
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Database
from tests.support.desks import Station, check_in


def perform_at(database: Database, folder: Path, booking: UUID, ahead: timedelta) -> Outcome:
    clerk = database.login("frontdesk")
    station = database.keep(Station(folder, clerk))
    station.sender.use(database.session(clerk))
    return station.sender.perform(check_in(booking, clerk, now=lambda: datetime.now(UTC) + ahead))


@pytest.mark.parametrize(
    "ahead", [timedelta(days=900), timedelta(hours=1), timedelta(days=-900), timedelta(days=-3)]
)
def test_an_impossible_time_becomes_the_servers(
    database: Database, desk_home: Path, ahead: timedelta
) -> None:
    booking = database.add_booking()
    outcome = perform_at(database, desk_home, booking, ahead)
    assert outcome.state == "green"
    assert outcome.result["result"] == "checked_in"
    late = database.value("SELECT recorded_at - occurred_at FROM training.check_in")
    assert timedelta(0) <= late < timedelta(seconds=10)


def test_a_clock_set_forward_opens_no_class_of_tomorrow(database: Database, desk_home: Path) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1, hours=3)
    booking = database.add_booking(database.add_class(starts_at=tomorrow))
    outcome = perform_at(database, desk_home, booking, timedelta(days=1, hours=3))
    assert outcome.result["result"] == "refused"
    codes = {check["check"]: check["code"] for check in outcome.result["gate"]["checks"]}
    assert codes["class_open"] == "not_yet"


def test_what_waited_over_night_counts_for_the_time_of_the_click(database: Database, desk_home: Path) -> None:
    clerk = database.login("frontdesk")
    began = datetime.now(UTC) - timedelta(days=2)
    booking = database.add_booking(
        database.add_class(starts_at=began), booked_at=began - timedelta(days=1)
    )
    operation = check_in(booking, clerk, now=lambda: began + timedelta(minutes=5))
    station = database.keep(Station(desk_home, clerk))
    station.journal.add(operation)
    station.sender.use(database.session(clerk))
    station.sender.start()
    station.wait_for(lambda: station.told)
    assert station.told[0].result["result"] == "checked_in", "it happened in time; only the news came late"
    assert database.value("SELECT occurred_at FROM training.check_in") == operation.occurred_at


def test_ids_go_on_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [uuid7() for _ in range(5)]
    monkeypatch.setattr("time.time_ns", lambda: 1_000_000_000)
    after = [uuid7() for _ in range(5000)]
    assert sorted(before + after) == before + after
    assert len(set(after)) == 5000
