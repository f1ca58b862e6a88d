"""The door: signing in, choosing a password, locking, switching, being thrown out."""

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.app import station
from mdi_desk.app.database import Opened
from mdi_desk.app.signin import LockPage
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt.helping import HelpPanel
from tests.app.conftest import MakeDoor, sign_in
from tests.support.database import elsewhere

if TYPE_CHECKING:
    from tests.support.database import Database


def test_a_wrong_password_says_so_and_keeps_what_was_typed(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door, account = make_door(), database.login("sales")
    page = door.sign_in_page
    assert page is not None
    page.login.setText(account.login)
    page.password.edit.setText("not the password")
    page.submit.click()
    qtbot.waitUntil(lambda: "wrong" in page.banner.text(), timeout=8000)
    assert page.login.text() == account.login
    assert page.submit.isEnabled()
    assert door.seat is None


def test_nothing_typed_is_asked_for_not_sent(qtbot: QtBot, make_door: MakeDoor) -> None:
    door = make_door()
    page = door.sign_in_page
    assert page is not None
    page.submit.click()
    assert "staff number" in page.banner.text()
    page.login.setText("4")
    page.submit.click()
    assert "password" in page.banner.text()


def test_signing_in_by_keyboard(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> None:
    door, account = make_door("Front desk 2"), database.login("sales")
    page = door.sign_in_page
    assert page is not None
    door.frame.activateWindow()
    qtbot.waitUntil(page.login.hasFocus)
    number = account.login.removeprefix("u_").lstrip("0")
    QTest.keyClicks(page.login, number, delay=40)
    QTest.keyClick(page.login, Qt.Key.Key_Return)
    assert page.password.edit.hasFocus()
    page.password.edit.setText(account.password)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.seat is not None, timeout=8000)
    assert door.desk.context.actor.name == account.name
    assert door.desk.context.station == "Front desk 2"
    qtbot.waitUntil(lambda: "Connected" in door.seat.shell.status.connection_text())
    assert [known.login for known in door.memory.people] == [account.login]
    assert account.password not in door.memory_file.read_text("utf-8")
    online = database.value("SELECT station FROM admin.desk_session WHERE ended_at IS NULL")
    assert online == "Front desk 2"


def test_leaving_is_written_down(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> None:
    door = make_door()
    sign_in(qtbot, door, database.login("sales"))
    door.switch_user()
    assert door.seat is None
    assert door.sign_in_page is not None
    assert database.value("SELECT end_reason FROM admin.desk_session") == "switched"


def test_a_first_password_must_be_replaced_before_anything_opens(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door, account = make_door(), database.add_account("sales", must_change=True)
    page = door.sign_in_page
    assert page is not None
    page.login.setText(account.login)
    page.password.edit.setText(account.password)
    page.submit.click()
    qtbot.waitUntil(page.new.isVisible, timeout=8000)
    assert door.seat is None
    page.new.edit.setText("short")
    assert not page.choose.isEnabled()
    page.new.edit.setText(account.password)
    page.again.edit.setText(account.password)
    assert not page.choose.isEnabled(), "the first password itself will not do"
    page.new.edit.setText("blue harbour lantern 9")
    assert not page.choose.isEnabled(), "both fields must agree"
    page.again.edit.setText("blue harbour lantern 9")
    page.choose.click()
    qtbot.waitUntil(lambda: door.seat is not None, timeout=8000)
    door.switch_user()
    sign_in(qtbot, door, account, "blue harbour lantern 9")


def test_lock_and_unlock(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> None:
    door, account = make_door(), database.login("sales")
    seat = sign_in(qtbot, door, account)
    QTest.keyClick(door.frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = door.frame.page()
    assert isinstance(page, LockPage)
    assert not seat.isVisible()
    page.password.edit.setText("wrong")
    page.unlock.click()
    qtbot.waitUntil(lambda: "wrong" in page.banner.text(), timeout=8000)
    page.password.edit.setText(account.password)
    page.unlock.click()
    qtbot.waitUntil(seat.isVisible, timeout=8000)


def test_it_locks_by_itself_after_idle_minutes(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door = make_door()
    sign_in(qtbot, door, database.login("sales"))
    door.look_at_idle()
    assert not isinstance(door.frame.page(), LockPage)
    door.last_activity = time.monotonic() - door.memory.idle_minutes * 60 - 1
    door.look_at_idle()
    assert isinstance(door.frame.page(), LockPage)


def test_a_disabled_person_is_out_within_two_seconds_and_reads_nothing(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door, account = make_door(), database.login("frontdesk")
    database.add_person("Kwame", "Boateng-Addo")
    session = elsewhere(lambda: database.session("frontdesk"))
    assert elsewhere(lambda: session.rows("people.search", ["kwame"], 5))
    sign_in(qtbot, door, account)
    admin = elsewhere(lambda: database.session("admin"))
    args = {"account_id": str(account.account_id), "reason": "left the institute"}
    start = time.monotonic()
    elsewhere(lambda: admin.call("admin.account_disable", uuid7(), args))
    qtbot.waitUntil(lambda: door.seat is None, timeout=5000)
    assert time.monotonic() - start < 2.0
    assert door.sign_in_page is not None
    assert "disabled" in door.sign_in_page.banner.text().lower()
    with pytest.raises(DeskError):
        elsewhere(lambda: session.rows("people.search", ["kwame"], 5))
    page = door.sign_in_page
    page.login.setText(account.login)
    page.password.edit.setText(account.password)
    page.submit.click()
    qtbot.waitUntil(lambda: "disabled" in page.banner.text().lower(), timeout=8000)
    assert door.seat is None


def test_an_admin_signs_somebody_out_everywhere(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door, account = make_door(), database.login("sales")
    sign_in(qtbot, door, account)
    admin = elsewhere(lambda: database.session("admin"))
    args = {"account_id": str(account.account_id)}
    elsewhere(lambda: admin.call("admin.account_sign_out", uuid7(), args))
    qtbot.waitUntil(lambda: door.seat is None, timeout=5000)
    sign_in(qtbot, door, account)


def test_the_theme_and_language_are_kept(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> None:
    door = make_door()
    seat = sign_in(qtbot, door, database.login("sales"))
    door.wear("dark")
    door.speak("fr")
    assert (door.memory.theme, door.memory.language) == ("dark", "fr")
    assert seat.shell.status.connection_text().startswith("Connect")


def test_another_server_is_named_at_the_sign_in(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door = make_door()
    page = door.sign_in_page
    assert page is not None
    page.server.setText("not an address at all://")
    page.server_wanted.emit(page.server.text())
    qtbot.waitUntil(lambda: "address" in page.banner.text().lower(), timeout=8000)
    server = database.server
    page.server_wanted.emit(f"host={server.host} port={server.port} dbname={server.dbname}")
    qtbot.waitUntil(page.submit.isEnabled, timeout=8000)
    sign_in(qtbot, door, database.login("sales"))
    assert door.memory.server_url.startswith("host=")


def test_a_late_answer_of_a_server_nobody_wants_is_let_go(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door = make_door()
    left: list[str] = []
    late = Opened(database.server, None, None, lambda: left.append("late"))
    door.answered("postgresql://somewhere.example.org/mdi", late)
    qtbot.waitUntil(lambda: left == ["late"])
    assert door.sign_in_page is not None
    assert door.sign_in_page.submit.isEnabled()


def test_a_remembered_password_is_filled_in_and_a_wrong_one_forgotten(
    qtbot: QtBot, make_door: MakeDoor, database: "Database", monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[tuple[str, str], str] = {}
    account = database.login("sales")
    monkeypatch.setattr(station, "keyring_there", lambda: True)
    monkeypatch.setattr(station, "remembered", lambda server, login: kept.get((server, login)))

    def remember(server: str, login: str, password: str | None) -> None:
        if password is None:
            kept.pop((server, login), None)
        else:
            kept[server, login] = password

    monkeypatch.setattr(station, "remember", remember)
    door = make_door()
    page = door.sign_in_page
    assert page is not None
    qtbot.waitUntil(page.remember.isVisible, timeout=8000)
    page.remember.setChecked(True)
    sign_in(qtbot, door, account)
    qtbot.waitUntil(lambda: kept == {("this computer", account.login): account.password})
    door.switch_user()
    page = door.sign_in_page
    assert page is not None
    QTest.mouseClick(page.findChild(QWidget, f"person_{account.login}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.password.text() == account.password)
    page.password.edit.setText("changed meanwhile")
    page.submit.click()
    qtbot.waitUntil(lambda: not kept, timeout=8000)


def test_help_before_signing_in(qtbot: QtBot, make_door: MakeDoor) -> None:
    door = make_door()
    page = door.sign_in_page
    assert page is not None
    door.frame.activateWindow()
    qtbot.waitUntil(page.login.hasFocus)
    QTest.keyClick(page.login, Qt.Key.Key_F1)
    panel = door.frame.findChild(HelpPanel, "door_help")
    assert panel is not None
    assert "Sign in" in panel.text()
    QTest.keyClick(page.login, Qt.Key.Key_F1)
    assert door.frame.findChild(HelpPanel, "door_help") is None
