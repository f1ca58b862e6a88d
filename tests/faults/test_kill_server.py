"""The server is killed under load: everything acknowledged is stored, nothing counts twice, and it goes on by
itself.
"""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mdi_desk.db.session import connect
from tests.support.database import Cluster, Database, running_cluster
from tests.support.desks import Station, check_in

CLICKERS = 3


@pytest.fixture
def mortal() -> Iterator[Cluster]:
    """A cluster of its own, because it is killed."""
    with running_cluster() as cluster:
        yield cluster


def kill_server(cluster: Cluster) -> None:
    """kill -9 of the postmaster and of each process that works for it."""
    about = Path(cluster.server.folder) / "cluster" / "postmaster.pid"
    postmaster = int(about.read_text().splitlines()[0])
    children = [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if _parent_of(entry) == postmaster]
    for pid in (postmaster, *children):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    until = time.monotonic() + 10
    # The signal is sent at once, the process is gone a little later.
    while any(_parent_of(Path(f"/proc/{pid}")) is not None for pid in (postmaster, *children)):
        assert time.monotonic() < until, "it does not die"
        time.sleep(0.005)


def _parent_of(entry: Path) -> int | None:
    """The parent of a living process; None for one that is dead, buried or not."""
    try:
        state, parent = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
    except (OSError, ValueError):
        return None
    return None if state in ("Z", "X") else int(parent)


class Clerks:
    """Some desks that check in booking after booking until told to stop, and what was promised to whom."""

    def __init__(self, database: Database, folder: Path, bookings: list[UUID]) -> None:
        self.green: set[UUID] = set()
        self.pending: set[UUID] = set()
        self.errors: list[BaseException] = []
        self._todo = list(bookings)
        self._mutex = threading.Lock()
        self._stop = threading.Event()
        self.stations = []
        self.threads = []
        for number in range(CLICKERS):
            clerk = database.add_account("frontdesk")
            station = Station(folder / f"station {number}", clerk)
            session = connect(database.server, clerk.login, clerk.password, station=f"Desk {number}")
            station.sender.use(session)
            station.sender.start()
            self.stations.append((station, session))
            self.threads.append(threading.Thread(target=self._click, args=(station, session)))

    def _click(self, station: Station, session: object) -> None:
        try:
            while not self._stop.is_set():
                with self._mutex:
                    if not self._todo:
                        return
                    booking = self._todo.pop()
                outcome = station.sender.perform(check_in(booking, session))  # type: ignore[arg-type]
                with self._mutex:
                    (self.green if outcome.state == "green" else self.pending).add(booking)
                    if outcome.state == "green":
                        assert outcome.result["result"] == "checked_in", outcome.result
                if outcome.state == "pending":
                    time.sleep(0.05)
        except BaseException as error:
            self.errors.append(error)

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self.threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def drained(self, seconds: float = 60.0) -> bool:
        until = time.monotonic() + seconds
        while any(station.journal.count() for station, _ in self.stations):
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        return True

    def close(self) -> None:
        self._stop.set()
        for thread in self.threads:
            if thread.ident is not None:
                thread.join()
        for station, session in self.stations:
            station.close()
            session.close()


def admitted_bookings(database: Database) -> list[UUID]:
    return [row[0] for row in database.owner().execute("SELECT booking_id FROM training.check_in").fetchall()]


def survive(mortal: Cluster, tmp_path: Path, kills: int) -> None:
    with mortal.database() as database:
        class_id = database.add_class(seats=100_000)
        bookings = seats(database, class_id, 250 * (kills + 1))
        clerks = Clerks(database, tmp_path, bookings)
        try:
            clerks.start()
            for kill in range(kills):
                reached = len(clerks.green)
                until = time.monotonic() + 20
                while len(clerks.green) < reached + 40 and time.monotonic() < until:
                    time.sleep(0.01)
                acknowledged = set(clerks.green)
                assert len(acknowledged) > reached, f"nothing was green before kill {kill + 1}"
                kill_server(mortal)
                mortal.server.start()
                database.reconnect()
                stored = set(admitted_bookings(database))
                assert acknowledged <= stored, f"lost: {len(acknowledged - stored)}"
            clerks.stop()
            assert clerks.drained(), "what was pending is done by itself when the server is back"
            stored_list = admitted_bookings(database)
            assert len(stored_list) == len(set(stored_list)), "nobody is admitted twice"
            assert set(stored_list) == clerks.green | clerks.pending
            again = sum(len(station.journal._entries("tries > 1")) for station, _ in clerks.stations)
            assert again >= kills, "the kills were felt"
            operations = database.value(
                "SELECT count(*) FROM core.operation WHERE kind = 'training.check_in'"
            )
            assert operations == len(stored_list)
        finally:
            clerks.close()


def seats(database: Database, class_id: UUID, count: int) -> list[UUID]:
    """`count` bookings of as many people, by one statement each."""
    rows = database.owner().execute(
        "WITH people AS ("
        " INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, birth_date, code)"
        " SELECT gen_random_uuid(), 'P', n::text, 'P ' || n, lpad(n::text, 6, '0'), '1990-01-01',"
        " 'P' || lpad(n::text, 11, '0') FROM generate_series(1, %s) AS n RETURNING id, full_name)"
        " INSERT INTO training.booking (id, class_id, person_id, seat, ticket_code)"
        " SELECT gen_random_uuid(), %s, id, substr(full_name, 3)::int,"
        " 'T' || lpad(substr(full_name, 3), 11, '0')"
        " FROM people RETURNING id",
        [count, class_id],
    ).fetchall()  # fmt: skip
    return [row[0] for row in rows]


@pytest.mark.timeout(170)
def test_three_kills(mortal: Cluster, tmp_path: Path) -> None:
    survive(mortal, tmp_path, 3)


@pytest.mark.faults_long
@pytest.mark.timeout(900)
def test_twenty_kills(mortal: Cluster, tmp_path: Path) -> None:
    survive(mortal, tmp_path, 20)
