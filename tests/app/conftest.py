"""What the shell's tests share: a door onto a fresh database, closed at the end whatever happened."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.app.config import Config
from mdi_desk.app.database import Opened
from mdi_desk.app.door import Door
from mdi_desk.db.embedded import server_friendly_tmp
from mdi_desk.kernel import words

if TYPE_CHECKING:
    from tests.support.database import Account, Database

MakeDoor = Callable[..., Door]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    words.use(None)


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder for one station's data, gone afterwards."""
    place = server_friendly_tmp()
    yield place / "station"
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def make_door(qapp: QApplication, qtbot: QtBot, database: "Database", tmp_path: Path) -> Iterator[MakeDoor]:
    """`make_door(station="Till 1")`: a window at the sign-in page of the test's database."""
    doors: list[Door] = []

    def make(station: str = "Till 1", folder: Path | None = None) -> Door:
        config = Config(data=folder or tmp_path / station, instance="default", station=station, theme="light")
        door = Door(qapp, config, own_server=Opened(database.server, None, None, _nothing))
        doors.append(door)
        door.open()
        qtbot.waitUntil(lambda: door.sign_in_page is not None and door.sign_in_page.submit.isEnabled())
        return door

    yield make
    for door in doors:
        door.close()
        door.frame.deleteLater()
        door.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()


def sign_in(qtbot: QtBot, door: Door, account: "Account", password: str | None = None) -> Any:
    """Type staff number and password as a person does, and wait for the desk."""
    page = door.sign_in_page
    assert page is not None
    page.login.setText(account.login)
    page.password.edit.setText(password or account.password)
    page.submit.click()
    qtbot.waitUntil(lambda: door.seat is not None, timeout=8000)
    return door.seat


def _nothing() -> None:
    """The test's server stays."""
