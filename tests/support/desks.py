"""Journals, operations and desk processes for the tests of journal and faults."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any
from uuid import UUID

from mdi_desk.db.session import DeskSession, connect
from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.operation import Operation, Outcome
from mdi_desk.journal.sender import Link, Sender
from mdi_desk.journal.store import Journal
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Account, Database

ROOT = Path(__file__).resolve().parents[2]


def check_in(booking: UUID, who: Account | DeskSession, **more: Any) -> Operation:
    """The operation of a click on "Check in"."""
    return Operation.make(
        "training.check_in", {"booking_id": booking, "attendance": "present"},
        login=who.login, account_id=who.account_id, station="Desk 1", kind="check-in", label="Ánh", **more,
    )  # fmt: skip


def mark(booking: UUID, who: Account | DeskSession, value: str | None) -> Operation:
    return Operation.make(
        "training.mark", {"booking_id": booking, "mark": value},
        login=who.login, account_id=who.account_id, station="Desk 1",
    )  # fmt: skip


def loose(who: str = "u_000001") -> Operation:
    """An operation that belongs to no database."""
    return Operation.make(
        "training.check_in",
        {"booking_id": uuid7()},
        login=who,
        account_id=uuid7(),
        station="Desk 1",
        label="Ánh Đặng",
    )


class Station:
    """A station's folder with keys, a journal and a sender, and what the sender said."""

    def __init__(self, folder: Path, account: Account, **more: Any) -> None:
        self.folder = folder
        self.keys = StationKeys(folder)
        self.keys.unlock(account.login, account.password)
        self.journal = Journal.open(folder, self.keys)
        self.told: list[Outcome] = []
        self.links: list[tuple[Link, int]] = []
        self._news = threading.Condition()
        self.sender = Sender(self.journal, self._hear, self._link, **more)

    def _hear(self, outcome: Outcome) -> None:
        with self._news:
            self.told.append(outcome)
            self._news.notify_all()

    def _link(self, state: Link, waiting: int) -> None:
        with self._news:
            self.links.append((state, waiting))
            self._news.notify_all()

    def wait_for(self, true: Any, seconds: float = 20.0) -> None:
        """Until `true()` holds after some news."""
        with self._news:
            assert self._news.wait_for(true, seconds), (self.links, self.told)

    def close(self) -> None:
        self.sender.stop()
        self.journal.close()


def admitted(database: Database) -> dict[str, int]:
    """What the server holds: admissions, operations, and replays of them."""
    row = database.owner().execute(
        "SELECT (SELECT count(*) FROM training.check_in), (SELECT count(*) FROM core.operation"
        " WHERE kind = 'training.check_in'), (SELECT coalesce(sum(replays), 0) FROM core.operation)"
    ).fetchone()  # fmt: skip
    assert row is not None
    return {"check_ins": int(row[0]), "operations": int(row[1]), "replays": int(row[2])}


class DeskProcess:
    """A desk without a screen in a process of its own: reads bookings to check in from a list, answers in
    lines.

    `stop_at`: the point of the first operation at which it dies as by kill -9.
    """

    def __init__(
        self, database: Database, folder: Path, account: Account, bookings: list[UUID], *, stop_at: str = "",
        after: int = 0,
    ) -> None:  # fmt: skip
        order = {
            "host": database.server.host,
            "port": database.server.port,
            "dbname": database.server.dbname,
            "login": account.login,
            "password": account.password,
            "folder": str(folder),
            "bookings": [str(one) for one in bookings],
            "stop_at": stop_at,
            "after": after,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.desk_process"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def finish(self) -> tuple[int, list[dict[str, Any]]]:
        """The exit code and what it said, line by line."""
        out, err = self.process.communicate(timeout=90)
        lines = [json.loads(line) for line in out.splitlines()]
        assert "Traceback" not in err, err
        return self.process.returncode, lines


def line_to(database: Database, account: Account) -> DeskSession:
    """A session that the caller closes."""
    return connect(database.server, account.login, account.password, station="Desk 1")
