"""A desk is killed at each step of an operation; the next desk finishes it, once."""

from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.desks import DeskProcess, admitted

# The last step at which the journal knew of the operation, and whether the server did.
STEPS = {
    "after_journal": 0,
    "before_send": 0,
    "after_send": None,  # nobody can know
    "after_answer": 1,
    "after_done": 1,
}


@pytest.mark.parametrize("step", STEPS)
def test_killed_at(step: str, database: Database, desk_home: Path) -> None:
    clerk = database.login("frontdesk")
    bookings = [database.add_booking() for _ in range(3)]
    code, _ = DeskProcess(database, desk_home, clerk, bookings[:1], stop_at=step).finish()
    assert code == -9
    if STEPS[step] is not None:
        assert admitted(database)["check_ins"] == STEPS[step]
    code, lines = DeskProcess(database, desk_home, clerk, bookings[1:]).finish()
    assert code == 0
    waited = 0 if step == "after_done" else 1
    assert lines[0] == {"waiting": waited}, "what the dead desk left is adopted"
    assert lines[-1] == {"left": 0}
    late = [line for line in lines if "late" in line]
    assert [line["late"] for line in late] == ["green"] * waited
    assert all(line["result"]["result"] == "checked_in" for line in late), "its own success is a success"
    assert [line["state"] for line in lines if "state" in line] == ["green", "green"]
    counts = admitted(database)
    assert counts["check_ins"] == counts["operations"] == 3


def test_killed_in_the_middle_of_a_crowd(database: Database, desk_home: Path) -> None:
    clerk = database.login("frontdesk")
    bookings = [database.add_booking() for _ in range(30)]
    done = 0
    for step in ("after_answer", "before_send", "after_journal"):
        process = DeskProcess(database, desk_home, clerk, bookings[done:], stop_at=step, after=5)
        code, lines = process.finish()
        assert code == -9
        done += len([line for line in lines if "state" in line]) + 1  # the last one is in the journal only
    code, lines = DeskProcess(database, desk_home, clerk, bookings[done:]).finish()
    assert code == 0
    assert lines[-1] == {"left": 0}
    counts = admitted(database)
    assert counts["check_ins"] == counts["operations"] == 30


def test_two_desks_of_one_station_and_one_dies(database: Database, desk_home: Path) -> None:
    clerk, other = database.login("frontdesk"), database.login("manager")
    bookings = [database.add_booking() for _ in range(12)]
    living = DeskProcess(database, desk_home, other, bookings[:6])
    dying = DeskProcess(database, desk_home, clerk, bookings[6:], stop_at="before_send", after=2)
    assert dying.finish()[0] == -9
    assert living.finish()[0] == 0
    code, lines = DeskProcess(database, desk_home, clerk, bookings[9:]).finish()
    assert code == 0
    assert lines[0] == {"waiting": 1}
    counts = admitted(database)
    assert counts["check_ins"] == counts["operations"] == 12
