"""`python -m tests.support.desk_process`: the desk that fault tests kill. See
`tests.support.desks.DeskProcess`.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any
from uuid import UUID

from mdi_desk.db.engine import Server
from mdi_desk.db.errors import ServerAway
from mdi_desk.db.session import DeskSession, connect
from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.operation import Operation, Outcome
from mdi_desk.journal.sender import Link, Sender
from mdi_desk.journal.store import Journal
from mdi_desk.kernel.retry import Attempt


def say(**what: Any) -> None:
    # One write a line: two threads speak here, and print() writes text and line end apart.
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DyingLine:
    """A session that dies between sending a call and reading its answer."""

    def __init__(self, session: DeskSession) -> None:
        self._session = session
        self.login, self.account_id = session.login, session.account_id

    def drop_pool(self) -> None:
        self._session.drop_pool()

    def attempt(self, function: str, args: Any, *, tries: int = 1, seconds: float = 20.0) -> Attempt:
        sql, values = self._session.sql_of(function, args)
        connection = self._session.open()
        connection.autocommit = True
        # As text, because the low-level call knows no adaptation.
        from psycopg import ClientCursor

        connection.pgconn.send_query(ClientCursor(connection).mogrify(sql, values).encode())
        connection.pgconn.flush()
        die()
        raise AssertionError("unreachable")


def main() -> None:
    order = json.loads(sys.stdin.readline())
    server = Server(order["host"], order["port"], order["dbname"])
    session = connect(server, order["login"], order["password"], station="Desk 1")
    folder = Path(order["folder"])
    keys = StationKeys(folder)
    keys.unlock(order["login"], order["password"])
    journal = Journal.open(folder, keys)
    left = {"operations": order["after"]}

    def point(name: str) -> None:
        if name == order["stop_at"]:
            if left["operations"] == 0:
                die()
            left["operations"] -= 1

    def told(outcome: Outcome) -> None:
        say(late=outcome.state, booking=outcome.operation.args["booking_id"], result=outcome.result)

    def link(state: Link, waiting: int) -> None:
        return

    sender = Sender(journal, told, link, point=point)
    sender.use(DyingLine(session) if order["stop_at"] == "after_send" else session)
    sender.start()
    say(waiting=journal.count())
    for booking in order["bookings"]:
        operation = Operation.make(
            "training.check_in", {"booking_id": UUID(booking), "attendance": "present"},
            login=session.login, account_id=session.account_id, station="Desk 1",
        )  # fmt: skip
        outcome = sender.perform(operation)
        say(state=outcome.state, booking=booking, op=str(operation.op_id), result=outcome.result)
    until_empty(journal)
    sender.stop()
    say(left=journal.count())
    journal.close()
    session.close()


def until_empty(journal: Journal) -> None:
    """Until nothing waits that this desk could send."""
    until = time.monotonic() + 60
    while any(one.operation for one in journal.waiting()) and time.monotonic() < until:
        time.sleep(0.02)


if __name__ == "__main__":
    try:
        main()
    except ServerAway as error:
        say(away=error.message)
        sys.exit(4)
