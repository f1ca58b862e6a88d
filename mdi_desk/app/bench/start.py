"""From the start of the process to the first paint, and to a usable Today page, against bare windows.

Each start is a process of its own, started in turns; the server runs already, as on every start but the
first.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg

from mdi_desk.app.bench.figures import Figures, Pair, Times
from mdi_desk.app.bench.ground import FEW, Ground, Say, ground
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.words import tr

ROUNDS, WARM = 9, 1
SECONDS = 60

_WINDOW = """
import sys, time
{first}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    print({{"paint": time.monotonic()}}.__repr__().replace("'", '"'), flush=True)
    app.quit()
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
QVBoxLayout(window).addWidget(QLabel("MDI Desk"))
window.show()
{then}
app.exec()
"""
_CONNECT = """
import os
import psycopg, sqlalchemy
engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=lambda:
psycopg.connect(os.environ["BENCH_CONNINFO"]))
with engine.connect() as connection:
    connection.execute(sqlalchemy.text("SELECT 1")).scalar()
"""


def measure(rows: int | None, say: Say, rounds: int = ROUNDS) -> Figures:
    """`rows`: how many people there are."""
    with ground(rows or FEW, say) as found:
        return measure_on(found, say, rounds)


def measure_on(found: Ground, say: Say, rounds: int) -> Figures:
    """The same on a ground that is there already."""
    paint = Pair(tr("to the first paint"), found.people, "a bare PySide6 window", goal=1.5)
    today = Pair(
        tr("to a usable Today page"),
        found.people,
        "the same with SQLAlchemy, psycopg and one connect",
        goal=1.5,
    )
    login = found.login("frontdesk")
    conninfo = psycopg.conninfo.make_conninfo(
        host=found.server.host,
        port=found.server.port,
        dbname=found.server.dbname,
        user=login.login,
        password=login.password,
    )
    environment = {
        **os.environ,
        "MDI_DESK_DATA": str(found.folder),
        "MDI_DESK_INSTANCE": "server",
        "BENCH_CONNINFO": conninfo,
        "BENCH_LOGIN": login.login,
        "BENCH_PASSWORD": login.password,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen",
    }
    environment.pop("MDI_DESK_DATABASE_URL", None)
    # An installed program keeps its modules compiled; the first round, which is not counted, sees to that.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    bare = ["-c", _WINDOW.format(first="", then="")]
    connected = ["-c", _WINDOW.format(first=_CONNECT, then="")]
    desk = ["-m", "mdi_desk.app.bench.started"]
    for number in range(rounds + WARM):
        say(tr("Starting, round {n} of {all}", n=number + 1, all=rounds + WARM))
        kept = number >= WARM
        for words, into in (
            (desk, (paint.work, today.work)),
            (bare, (paint.floor,)),
            (connected, (today.floor,)),
        ):
            said = _start(words, environment)
            for times, key in zip(into, ("paint", "today"), strict=False):
                _keep(times, said[key], kept)
    version = found.owner().execute("SHOW server_version").fetchone()
    assert version is not None
    notes = [tr("The sign-in of the work types the password at once; nobody waits for a person.")]
    return Figures("start", found.people, [paint, today], notes, str(version[0]))


def _keep(times: Times, ms: float, kept: bool) -> None:
    if kept:
        times.ms.append(ms)


def _start(words: list[str], environment: dict[str, str]) -> dict[str, float]:
    """One start; milliseconds from here to each thing it reached."""
    began = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            cwd=Path(__file__).anchor,
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(tr("The desk did not open within {n} s.", n=SECONDS)) from None
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            return {key: (moment - began) * 1000 for key, moment in json.loads(line).items()}
    said = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
    raise Unavailable(tr("The desk did not open: {said}", said=said))
