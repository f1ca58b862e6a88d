"""This workstation's disk is full: refused before anything is sent, in one clear sentence, and again when
there is room.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.support.database import Database
from tests.support.desks import ROOT, admitted

# The limit is the process's own, so it has one of its own. SIGXFSZ ignored: the write fails, as on a full
# disk.
FULL = """
import json, resource, signal, sys
from pathlib import Path
from mdi_desk.db.engine import Server
from mdi_desk.db.session import connect
from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.sender import Sender
from mdi_desk.journal.store import Journal
from tests.support.desks import check_in

order = json.loads(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(order["folder"])
session = connect(Server(order["host"], order["port"], order["dbname"]), order["login"], order["password"])
keys = StationKeys(folder)
keys.unlock(order["login"], order["password"])
journal = Journal.open(folder, keys)
sender = Sender(journal, lambda outcome: None, lambda state, waiting: None)
sender.use(session)
sender.start()
largest = max(one.stat().st_size for one in folder.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + order["room"], resource.RLIM_INFINITY))
for number, booking in enumerate(order["bookings"]):
    outcome = sender.perform(check_in(booking, session))
    print(json.dumps([outcome.state, outcome.error.message if outcome.error else ""]), flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
outcome = sender.perform(check_in(order["bookings"][-1], session))
print(json.dumps([outcome.state, outcome.result["result"]]), flush=True)
sender.stop()
print(json.dumps(["waiting", journal.count()]))
journal.close()
session.close()
"""


def run_full(database: Database, folder: Path, bookings: list[str], room: int) -> list[list[object]]:
    clerk = database.login("frontdesk")
    order = {
        "host": database.server.host,
        "port": database.server.port,
        "dbname": database.name,
        "login": clerk.login,
        "password": clerk.password,
        "folder": str(folder),
        "bookings": bookings,
        "room": room,
    }
    done = subprocess.run(
        [sys.executable, "-c", FULL, json.dumps(order)], cwd=ROOT, capture_output=True, text=True, timeout=90,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_full_disk_refuses_before_anything_is_sent(database: Database, desk_home: Path) -> None:
    booking = str(database.add_booking())
    lines = run_full(database, desk_home, [booking], 0)
    state, sentence = lines[0]
    assert state == "red"
    assert "disk is full" in str(sentence)
    assert "nothing was recorded" in str(sentence)
    assert lines[1] == ["green", "checked_in"], "with room again it works, without a new start"
    assert lines[2] == ["waiting", 0]
    assert admitted(database)["operations"] == 1


def test_it_fills_up_while_working(database: Database, desk_home: Path) -> None:
    bookings = [str(database.add_booking()) for _ in range(30)]
    lines = run_full(database, desk_home, bookings, 60_000)
    states = [line[0] for line in lines[: len(bookings)]]
    assert states[0] == "green"
    assert "red" in states
    assert set(states) <= {"green", "pending", "red"}
    # Whatever was not refused is at the server, or will be.
    recorded = [booking for booking, state in zip(bookings, states, strict=True) if state != "red"]
    admitted_now = {
        str(row[0]) for row in database.owner().execute("SELECT booking_id FROM training.check_in")
    }
    assert set(recorded) <= admitted_now | {bookings[-1]}
    assert lines[-1] == ["waiting", 0]
