"""From the data, or from the key, to painted pixels: the desk's own widgets, on a screen that nobody sees."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mdi_desk.app.bench.figures import Pair, in_turns
from mdi_desk.app.bench.ground import STATION, Ground
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mdi_desk.app.seat import Seat
    from mdi_desk.domains.training.records import Roster

PATIENCE = 15.0  # seconds for anything to come
WIDTH, HEIGHT = 1280, 800
OVER_MS = 50.0  # from the key to the pixels, more than the static widget


@contextmanager
def seat_of(found: Ground, job: str) -> "Iterator[Seat]":
    """The real desk of somebody with `job`, signed in through its own window."""
    from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory
    from PySide6.QtWidgets import QApplication

    from mdi_desk.app.config import Config
    from mdi_desk.app.database import Opened
    from mdi_desk.app.door import Door
    from mdi_desk.qt.signature import configure_application

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        configure_application()
        app = QApplication(["mdi-desk"])
    config = Config(data=found.folder, instance="bench-station", station=STATION, theme="light")
    # What a platform without a screen keeps saying; not by the environment, which would outlive this.
    QLoggingCategory.setFilterRules("default.warning=false")
    door = Door(app, config, own_server=Opened(found.server, None, None, _nothing))
    try:
        door.frame.resize(WIDTH, HEIGHT)
        door.open()
        until(lambda: door.sign_in_page is not None and door.sign_in_page.submit.isEnabled())
        page, login = door.sign_in_page, found.login(job)
        assert page is not None
        page.login.setText(login.login)
        page.password.edit.setText(login.password)
        page.submit.click()
        until(lambda: door.seat is not None and door.seat.shell.view() is not None)
        yield door.seat
    finally:
        QLoggingCategory.setFilterRules("")
        door.close()
        door.frame.deleteLater()
        door.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()


def _nothing() -> None:
    """The server is the benchmark's own."""


def until(there: Callable[[], bool]) -> None:
    """Lets the application run until `there`. Raises `Unavailable` when it does not come."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + PATIENCE
    while not there():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > end:
            raise Unavailable(tr("The desk did not show what the benchmark waits for."))


def press(field: "QWidget", letter: str) -> None:
    """One key pressed and released, whatever letter it bears."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)


def painted(widget: "QWidget") -> None:
    """Lets everything pending be laid out and painted, now."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    widget.repaint()


# -- the roster ------------------------------------------------------------------------------------


def roster(found: Ground, shown: "Roster", rounds: int) -> Pair:
    """The roster's own list with the class in it, against a plain table of the same look with ready-made
    cells.
    """
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from mdi_desk.domains.training.ui.roster import RosterList
    from mdi_desk.kernel.paging import Page
    from mdi_desk.qt.runner import InlineRunner
    from mdi_desk.qt.tables import Column, KeysetTableModel, ListPane, Table

    pair = Pair(tr("the pixels"), len(shown.rows), "the same table with static rows", goal=1.5)
    with seat_of(found, "frontdesk") as seat:
        window = QWidget()
        window.resize(WIDTH, HEIGHT)
        both = QVBoxLayout(window)
        real = RosterList(seat.desk.context, may_book=True)
        both.addWidget(real)
        window.show()
        real.hold(shown.rows)
        painted(window)
        model = real.table.model()
        columns = real.table_columns() if hasattr(real, "table_columns") else real._columns()
        # What every cell shows, thought up beforehand: all that is left is to paint it.
        ready = [(number, *(column.show(row) for column in columns)) for number, row in enumerate(shown.rows)]

        def cell(at: int) -> Callable[[Any], Any]:
            return lambda row: row[at]

        still = [
            Column(
                one.name,
                one.title,
                show=cell(at),
                kind=one.kind,
                align=one.align,
                width=one.width,
                stretch=one.stretch,
            )
            for at, one in enumerate(columns, start=1)
        ]
        page = Page(tuple(ready))
        plain = KeysetTableModel[Any](
            still, InlineRunner(), lambda _after, _limit: page, lambda row: row[0], limit=len(ready)
        )
        other = QWidget()
        other.resize(WIDTH, HEIGHT)
        column = QVBoxLayout(other)
        column.addWidget(ListPane(Table(plain, name="bench"), empty=None, keys=[]))
        other.show()
        painted(other)

        def work(_number: int) -> None:
            real.expect()
            real.hold(shown.rows)
            painted(window)

        def floor(_number: int) -> None:
            plain.clear()
            plain.load()
            painted(other)

        in_turns([(pair.work, work), (pair.floor, floor)], rounds, warm=3)
        assert model is not None
        assert model.rowCount() == plain.rowCount() == len(shown.rows)
        for widget in (window, other):
            widget.close()
            widget.deleteLater()
    return pair


# -- the omnibox -----------------------------------------------------------------------------------


def search(found: Ground, texts: tuple[str, ...]) -> Pair:
    """From a key in the real omnibox to its painted results, against results that were ready before the key.
    """
    from PySide6.QtCore import Qt

    pair = Pair(
        tr("key to pixels"),
        found.people,
        "the same field and list with static rows",
        judged=95,
        over_ms=OVER_MS,
    )
    with seat_of(found, "frontdesk") as seat:
        shell = seat.shell
        field, results = shell.top.field, shell.results
        show = results.show_groups
        came: list[str] = []
        ready: list[Any] = []

        def seen(groups: Any, typed: str) -> None:
            show(groups, typed)
            came.append(typed)
            if groups and any(len(group.hits) > 2 for group in groups):
                ready[:] = [groups]

        setattr(results, "show_groups", seen)  # noqa: B010  (a method of the object, watched)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        for text in texts:
            if field.text():
                came.clear()
                field.clear()
                until(lambda: came == [""])
            for key in text:
                came.clear()
                began = time.perf_counter_ns()
                press(field, key)
                wanted = field.text().strip()
                if not wanted or key == " ":
                    continue
                until(lambda wanted=wanted: bool(came) and came[-1].strip() == wanted)  # type: ignore[misc]
                painted(results)
                pair.work.ms.append((time.perf_counter_ns() - began) / 1e6)
        setattr(results, "show_groups", show)  # noqa: B010
        if not ready:
            raise Unavailable(tr("Nothing was found, so nothing could be painted."))
        field.searched.disconnect()
        for text in texts:
            field.clear()
            for key in text:
                if key == " ":
                    continue
                began = time.perf_counter_ns()
                press(field, key)
                show(ready[0], field.text())
                painted(results)
                pair.floor.ms.append((time.perf_counter_ns() - began) / 1e6)
    return pair
