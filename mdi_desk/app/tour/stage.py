"""The stage: a fresh institute on its own server, desks that people sign in to, and the book of the day."""

import json
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication

from mdi_desk.app.config import Config
from mdi_desk.app.database import Opened, open_embedded
from mdi_desk.app.door import Door
from mdi_desk.app.sample.login import Login
from mdi_desk.app.tour.driver import Driver
from mdi_desk.db.embedded import server_friendly_tmp
from mdi_desk.qt.watchdog import StallWatchdog

T = TypeVar("T")
SIZE = (1280, 800)


def elsewhere(call: Callable[[], T]) -> T:
    """`call()` in a thread of its own, waited for: another station's deed, or the book-keeping."""
    found: list[T] = []
    wrong: list[BaseException] = []

    def run() -> None:
        try:
            found.append(call())
        except BaseException as error:
            wrong.append(error)

    thread = threading.Thread(target=run, name="tour-elsewhere")
    thread.start()
    thread.join()
    if wrong:
        raise wrong[0]
    return found[0]


@dataclass
class Book:
    """What was done, seen and measured; becomes `tour.json`."""

    steps: list[dict[str, Any]] = field(default_factory=list)
    did: dict[str, int] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    measured: dict[str, Any] = field(default_factory=dict)

    def begin(self, name: str) -> None:
        """A step of the day begins."""
        self.steps.append({"name": name, "pictures": [], "seconds": None})

    def end(self, seconds: float) -> None:
        """The step is over."""
        self.steps[-1]["seconds"] = seconds

    def pictures_of(self, name: str) -> None:
        """A picture belongs to the step that is being played."""
        self.steps[-1]["pictures"].append(name)

    def count(self, what: str, by: int = 1) -> None:
        """One more of `what` was done through the widgets."""
        self.did[what] = self.did.get(what, 0) + by


class Stage:
    """Everything that a played day stands on; `strike` takes it down whatever happened."""

    def __init__(self, app: QApplication, out: Path) -> None:
        self.app, self.out, self.book = app, out, Book()
        self.folder = server_friendly_tmp("mdi-tour-")
        self.watchdog = StallWatchdog()
        self.doors: dict[str, Door] = {}
        self.drivers: dict[str, Driver] = {}
        self.pictures: list[str] = []
        self.opened: Opened = elsewhere(lambda: open_embedded(self.config("Front desk 2"), _told))
        self.accounts: tuple[Login, ...] = self.opened.accounts or ()

    def config(self, station: str) -> Config:
        """The settings of a station on the tour's own server."""
        return Config(data=self.folder, instance="tour", station=station, language="en", theme="light")

    def account(self, name: str) -> Login:
        """The sample's login of somebody, by a part of the name."""
        return next(login for login in self.accounts if name in login.name)

    def desk(self, station: str) -> tuple[Door, Driver]:
        """The desk of a station, its window opened at the sign-in page at first use."""
        if station not in self.doors:
            door = Door(self.app, self.config(station))
            door.frame.resize(*SIZE)
            door.open()
            driver = Driver(door.frame, self.out, self.watchdog.pause, self.pictures)
            driver.wait(
                lambda: door.sign_in_page is not None and door.sign_in_page.submit.isEnabled(),
                "the server",
                60,
            )
            self.doors[station], self.drivers[station] = door, driver
        return self.doors[station], self.drivers[station]

    def away(self, call: Callable[[], T]) -> T:
        """`call()` elsewhere; that this desk waits meanwhile is the tour's doing, not the program's."""
        with self.watchdog.pause():
            return elsewhere(call)

    def ask(self, query: str, *values: object) -> Any:
        """One value from the database, asked as its bootstrap owner, elsewhere than in the GUI thread."""
        from mdi_desk.db.embedded import connect_owner

        assert self.opened.reach is not None
        reach, dbname = self.opened.reach, self.opened.server.dbname

        def read() -> Any:
            with connect_owner(reach, dbname) as owner:
                row = owner.execute(query.encode(), values).fetchone()
                return row[0] if row else None

        return self.away(read)

    def paper(self, name: str, content: bytes) -> Path:
        """Keep a paper that was made."""
        path = self.out / name
        path.write_bytes(content)
        self.book.papers.append(name)
        return path

    def write_book(self, problems: list[str], database: dict[str, Any], seconds: float) -> None:
        """Write `tour.json`."""
        beats = self.watchdog.report()
        book = {
            "ok": not problems,
            "problems": problems,
            "seconds": round(seconds, 1),
            "steps": self.book.steps,
            "pictures": self.pictures,
            "papers": self.book.papers,
            "did": self.book.did,
            "database": database,
            "measured": self.book.measured,
            "gui_thread": {
                "beats": beats.count,
                "p50_ms": round(beats.p50, 2),
                "p99_ms": round(beats.p99, 2),
                "worst_ms": round(beats.worst, 1),
                "stalls_over_50_ms": [{"ms": round(s.ms, 1), "at": list(s.stack)[-3:]} for s in beats.stalls],
            },
        }
        path = self.out / "tour.json"
        path.write_text(json.dumps(book, ensure_ascii=False, indent=1) + "\n", "utf-8")

    def strike(self) -> None:
        """Close every desk, the server, and remove the folder."""
        self.watchdog.stop()
        for door in self.doors.values():
            door.close()
        self.opened.leave()
        shutil.rmtree(self.folder, ignore_errors=True)


def _ready(door: Door) -> bool:
    return door.sign_in_page is not None and door.sign_in_page.submit.isEnabled()


def _told(text: str) -> None:
    import sys

    sys.stderr.write(f"  {text}\n")


class Clock:
    """Milliseconds since it was made."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    @property
    def ms(self) -> float:
        return (time.perf_counter() - self._start) * 1000
