"""The connection is cut at every point of a check-in: exactly one effect, and the desk finds out which."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mdi_desk.db.session import DeskSession, connect
from tests.support.database import Database
from tests.support.desks import Station, admitted, check_in
from tests.support.proxy import Proxy


@pytest.fixture
def proxy(database: Database) -> Iterator[Proxy]:
    found = Proxy(database.server)
    yield found
    found.close()


@pytest.fixture
def station(database: Database, proxy: Proxy, tmp_path: Path) -> Iterator[tuple[Station, DeskSession]]:
    clerk = database.login("frontdesk")
    found = Station(tmp_path, clerk, patience=20.0)
    session = connect(proxy.server, clerk.login, clerk.password, station="Desk 1")
    found.sender.use(session)
    yield found, session
    found.close()
    session.close()


def exchange_length(station: Station, session: DeskSession, proxy: Proxy, database: Database) -> int:
    """How many bytes a check-in takes both ways on a warm connection (prepared statement included)."""
    for _ in range(8):
        station.sender.perform(check_in(database.add_booking(), session))
    before = proxy.passed
    station.sender.perform(check_in(database.add_booking(), session))
    return proxy.passed - before


def cut_everywhere(
    station: tuple[Station, DeskSession], proxy: Proxy, database: Database, step: int, *, warm: bool
) -> None:
    desk, session = station
    length = exchange_length(desk, session, proxy, database)
    assert length > 300
    class_id = database.add_class(seats=10_000)
    done = admitted(database)
    cuts = range(0, length + 1, step)
    for count, offset in enumerate(cuts, 1):
        booking = database.add_booking(class_id)
        if warm:
            session.call("core.fold", "x")
        proxy.cut_after(offset)
        outcome = desk.sender.perform(check_in(booking, session))
        proxy.up()
        assert outcome.state == "green", f"cut after {offset} of {length} bytes"
        assert outcome.result["result"] == "checked_in", "the own success, asked for again, is a success"
        now = admitted(database)
        assert now["check_ins"] == now["operations"] == done["check_ins"] + count, f"cut after {offset} bytes"
    assert admitted(database)["replays"] > done["replays"], "some answers were lost after the effect"
    assert proxy.cuts >= len(cuts) - 1
    assert desk.journal.count() == 0


def test_cut_here_and_there(database: Database, proxy: Proxy, station: tuple[Station, DeskSession]) -> None:
    cut_everywhere(station, proxy, database, 37, warm=True)


@pytest.mark.faults_long
@pytest.mark.timeout(900)
def test_cut_after_every_single_byte(
    database: Database, proxy: Proxy, station: tuple[Station, DeskSession]
) -> None:
    cut_everywhere(station, proxy, database, 1, warm=False)
