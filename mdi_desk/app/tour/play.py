"""Plays the day step by step, compares what was done with the database, and writes it all down."""

import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mdi_desk.kernel.words import tr


def play(out: Path) -> int:
    """Play a whole working day into the folder `out`; no display is needed.

    Returns 0 when every step succeeded and the counts in `tour.json` agree with the database afterwards.
    """
    out = out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    # Always the same picture, whatever display there is.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from mdi_desk.app.tour import front_desk, others
    from mdi_desk.app.tour.stage import Stage
    from mdi_desk.db import guard
    from mdi_desk.qt.signature import configure_application

    configure_application()
    app = QApplication.instance() or QApplication(["mdi-desk"])
    assert isinstance(app, QApplication)
    guard.forbid_gui_thread(threading.get_ident())
    steps: tuple[Callable[[Stage], None], ...] = (
        front_desk.sign_in,
        front_desk.find_by_typing,
        front_desk.edit_conflict,
        front_desk.new_person,
        front_desk.roster,
        front_desk.waiver,
        front_desk.payment,
        front_desk.undo,
        front_desk.ticket_and_scans,
        front_desk.minor,
        front_desk.add_to_class,
        others.live_on_two_desks,
        others.help_and_keys,
        others.french_and_dark,
        others.database_gone,
        others.lock_and_unlock,
        others.manager_day,
        others.admin_day,
        front_desk.papers,
    )
    begin, started = time.monotonic(), datetime.now(UTC)
    stage = Stage(app, out)
    problems: list[str] = []
    try:
        stage.watchdog.start()
        for number, step in enumerate(steps, start=1):
            _say(f"[{number:2d}/{len(steps)}] {(step.__doc__ or step.__name__).splitlines()[0]}")
            at = time.monotonic()
            stage.book.begin(step.__name__)
            try:
                step(stage)
            except Exception as error:
                problems.append(f"{step.__name__}: {error}")
                _say("".join(traceback.format_exception(error)))
                break
            finally:
                stage.book.end(round(time.monotonic() - at, 2))
        database = _database(stage, started)
        problems += _differences(stage.book.did, database) if not problems else []
        stage.write_book(problems, database, time.monotonic() - begin)
    finally:
        stage.strike()
    for problem in problems:
        _say(problem)
    if not problems:
        _say(tr("The day went well: {n} pictures in {folder}.", n=len(stage.pictures), folder=out))
    return 1 if problems else 0


COUNTS = {
    "check_ins": "SELECT count(*) FROM training.check_in WHERE recorded_at >= %s",
    "check_ins_undone": "SELECT count(*) FROM training.check_in WHERE voided_at >= %s",
    "waivers_signed": "SELECT count(*) FROM waivers.signature WHERE recorded_at >= %s",
    "payments": "SELECT count(*) FROM sales.payment WHERE taken_at >= %s",
    "bookings": "SELECT count(*) FROM training.booking WHERE booked_at >= %s",
    "people_created": "SELECT count(*) FROM people.person WHERE created_at >= %s AND 'customer' = ANY(roles)",
    "accounts_created": "SELECT count(*) FROM admin.account WHERE created_at >= %s",
    "accounts_disabled": "SELECT count(*) FROM admin.account WHERE disabled_at >= %s",
    "sign_ins": "SELECT count(*) FROM admin.desk_session WHERE created_at >= %s",
}


def _database(stage: Any, started: datetime) -> dict[str, Any]:
    """The same counts, asked of the database: what was written since the day began."""
    return {what: stage.ask(query, started) for what, query in COUNTS.items()}


def _differences(did: dict[str, int], database: dict[str, Any]) -> list[str]:
    return [
        f"{what}: {did.get(what, 0)} done at the desks, {found} in the database"
        for what, found in database.items()
        if found != did.get(what, 0)
    ]


def _say(text: str) -> None:
    sys.stderr.write(text.rstrip() + "\n")
    sys.stderr.flush()
