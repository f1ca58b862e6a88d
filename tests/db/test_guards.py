"""Each guard around the tests catches its breach, and names it."""
# ruff: noqa: SIM117 (a guard is the block that raises)

import contextlib
import logging
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PySide6.QtCore import QRunnable, QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.db import guard
from mdi_desk.db.guard import GuiThreadCall
from tests.support import guards
from tests.support.database import Database, elsewhere
from tests.support.guards import Breach

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parents[2]


def test_a_thread_left_running_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "GRACE", 0.1)
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    try:
        with pytest.raises(Breach, match="forgotten"), guards.no_dangling_threads():
            thread.start()
    finally:
        end.set()
        thread.join()


def test_a_connection_left_open_is_named_and_closed(database: Database) -> None:
    left: list[psycopg.Connection[Any]] = []
    with pytest.raises(Breach, match=f"postgres in {database.name}"), guards.no_open_connections():
        left.append(psycopg.connect(database.dsn()))
    assert left[0].closed


def test_a_closed_connection_is_fine(database: Database) -> None:
    with guards.no_open_connections(), psycopg.connect(database.dsn()) as connection:
        connection.execute("SELECT 1")


@pytest.mark.expects_log("something odd")
def test_a_log_line_is_caught_unless_expected() -> None:
    with pytest.raises(Breach, match="something odd"), guards.no_unexpected_log():
        logging.getLogger("mdi_desk.any").warning("something %s", "odd")
    with guards.no_unexpected_log([r"WARNING mdi_desk\.any: something"]):
        logging.getLogger("mdi_desk.any").warning("something %s", "odd")
        logging.getLogger("mdi_desk.any").info("all is well")


def test_a_database_call_on_the_gui_thread_is_caught(qapp: QApplication, database: Database) -> None:
    session = database.session("frontdesk")
    with pytest.raises(Breach, match="test_guards"), guards.no_gui_thread_calls():
        # Somebody swallows the exception: the guard has seen it all the same.
        with contextlib.suppress(GuiThreadCall):
            session.call("core.hello")
    # The outer guard of this very test was put off by the inner one; the rule holds again from here.
    guard.forbid_gui_thread(threading.get_ident())
    with pytest.raises(GuiThreadCall):
        session.call("core.hello")
    with pytest.raises(GuiThreadCall), session.unit() as unit:
        unit.call("core.hello")
    plain = psycopg.connect(database.dsn())
    with pytest.raises(GuiThreadCall):
        plain.execute("SELECT 1")
    plain.close()
    guard.breaches.clear()
    assert elsewhere(lambda: session.call("core.hello"))["active"], "another thread may"
    assert database.value("SELECT 1") == 1, "the test's own look into the database may"


def test_a_timer_left_running_is_named(qapp: QApplication) -> None:
    timer = QTimer()
    timer.setObjectName("heartbeat")
    with (
        pytest.raises(Breach, match=r"(?s)QTimer heartbeat of 60000 ms.*test_guards"),
        guards.nothing_left_in_qt(),
    ):
        timer.start(60_000)
    assert not timer.isActive()
    with guards.nothing_left_in_qt():
        timer.start(60_000)
        timer.stop()


class Waits(QRunnable):
    def __init__(self, end: threading.Event) -> None:
        super().__init__()
        self.end = end

    def run(self) -> None:
        self.end.wait()


def test_a_busy_pool_is_named(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "GRACE", 0.1)
    pool, end = QThreadPool(), threading.Event()
    try:
        with pytest.raises(Breach, match="QThreadPool with 1"), guards.nothing_left_in_qt():
            pool.start(Waits(end))
    finally:
        end.set()
        pool.waitForDone()


def test_settings_are_never_the_persons_own(qtbot: QtBot) -> None:
    assert "mdi-tests-" in QSettings("MDI", "MDI Desk").fileName()


@pytest.mark.expects_log("an expected Qt message")
def test_an_expected_qt_message_is_let_through(qapp: QApplication) -> None:
    from PySide6.QtCore import qWarning

    qWarning("an expected Qt message")


def test_an_unexpected_qt_message_fails_its_test(pytester_run: "PytesterRun") -> None:
    output = pytester_run(
        """
        def test_it(qapp):
            from PySide6.QtCore import qWarning
            qWarning("nobody expected this")
        """
    )
    assert "1 failed" in output
    assert "nobody expected this" in output


def test_the_guards_are_around_every_test(pytester_run: "PytesterRun") -> None:
    output = pytester_run(
        """
        import logging, threading
        def test_thread():
            threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()
        def test_log():
            logging.getLogger("x").warning("unseen")
        """
    )
    assert "forgotten" in output
    assert "unseen" in output
    assert "2 errors" in output


class PytesterRun:
    """Runs tests from text, in a process of their own, under this suite's conftest."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester

    def __call__(self, source: str) -> str:
        # The conftest is taken by name: its own folder is not above the made-up test.
        self._pytester.makeconftest("from tests.conftest import *\nfrom tests.conftest import _guards\n")
        self._pytester.makepyfile(textwrap.dedent(source))
        options = ["-p", "no:cacheprovider", "-o", f"pythonpath={ROOT}", "-q"]
        done = self._pytester.run(sys.executable, "-m", "pytest", *options)
        return "\n".join([*done.outlines, *done.errlines])


@pytest.fixture
def pytester_run(pytester: pytest.Pytester) -> PytesterRun:
    return PytesterRun(pytester)
