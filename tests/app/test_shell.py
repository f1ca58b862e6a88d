"""The shell: omnibox, commands, scans from anywhere, help, keys, and news from other desks."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.app.tour.driver import Driver
from mdi_desk.app.wiring import institute_of
from mdi_desk.kernel.codes import make_qr_png, qr_text
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.targets import Target
from mdi_desk.qt.widgets import ConfirmSheet, Sheet
from tests.app.conftest import MakeDoor, sign_in
from tests.support.database import elsewhere

if TYPE_CHECKING:
    from tests.support.database import Database


@pytest.fixture
def seat(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> Any:
    """A clerk at the front desk of an institute with one class and one booked person."""
    database.add_person("Kwame", "Boateng-Addo", phone="+13045550142", email="kwame@example.org")
    database.add_person("Kwabena", "Owusu")
    door = make_door()
    found = sign_in(qtbot, door, database.login("frontdesk"))
    door.frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is door.frame)
    return found


@pytest.fixture
def booking(database: "Database") -> UUID:
    person = database.add_person("Lena", "Brandt")
    klass = database.add_class()
    return database.add_booking(klass, person)


def type_slowly(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text, delay=40)


def test_the_omnibox_finds_while_typing_and_enter_opens(qtbot: QtBot, seat: Any) -> None:
    opened: list[Target] = []
    seat.shell.results.opened.disconnect()
    seat.shell.results.opened.connect(opened.append)
    QTest.keyClick(seat, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = seat.shell.top.field
    assert field.hasFocus()
    assert [hit.target.kind for hit in seat.shell.results.hits][:1] == ["command"], (
        "commands before anything is typed"
    )
    type_slowly(field, "addo kwa")
    qtbot.waitUntil(lambda: [hit.title for hit in seat.shell.results.hits] == ["Kwame Boateng-Addo"])
    assert "555-0142" in seat.shell.results.hits[0].detail
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [target.kind for target in opened] == ["person"]
    assert not seat.shell.results.isVisible()


def test_arrows_move_and_escape_puts_the_results_away(qtbot: QtBot, seat: Any) -> None:
    field = seat.shell.top.field
    seat.shell.focus_omnibox()
    type_slowly(field, "kwa")
    qtbot.waitUntil(lambda: len(seat.shell.results.hits) >= 2)
    first, second = seat.shell.results.hits[:2]
    assert field.accessibleDescription().startswith(first.title)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.accessibleDescription().startswith(second.title)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not seat.shell.results.isVisible()
    assert field.hasFocus()


def test_the_results_are_as_tall_as_they_are_many_at_each_letter(qtbot: QtBot, seat: Any) -> None:
    field = seat.shell.top.field
    seat.shell.focus_omnibox()
    heights = []
    for letter in "kwa":
        type_slowly(field, letter)
        typed = field.text()
        qtbot.waitUntil(lambda typed=typed: seat.shell.results.typed == typed)
        heights.append((seat.shell.results.height(), len(seat.shell.results.hits)))
    assert all(height >= 40 * hits > 0 for height, hits in heights), heights


def test_nothing_found_says_what_to_do(qtbot: QtBot, seat: Any) -> None:
    seat.shell.focus_omnibox()
    type_slowly(seat.shell.top.field, "zzzz")
    qtbot.waitUntil(lambda: seat.shell.results.isVisible() and not seat.shell.results.hits)


def test_commands_go_where_they_say(qtbot: QtBot, seat: Any) -> None:
    wanted: list[str] = []
    seat.theme_wanted.connect(wanted.append)
    field = seat.shell.top.field
    seat.shell.focus_omnibox()
    type_slowly(field, "dark")
    qtbot.waitUntil(lambda: any(hit.target.name == "dark" for hit in seat.shell.results.hits))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted == ["dark"]


def test_a_scanned_ticket_opens_its_booking_whatever_has_the_focus(
    qtbot: QtBot, seat: Any, database: "Database", booking: UUID
) -> None:
    opened: list[Target] = []
    seat.shell.open = opened.append
    code = database.value("SELECT ticket_code FROM training.booking WHERE id = %s", booking)
    field = seat.shell.top.field
    field.setFocus()
    field.setText("half a na")
    Driver(seat.window(), Path()).wedge(qr_text(code))
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [Target("booking", booking, "scan")]
    assert field.text() == "", "what was typed belongs to the view that was left"


def test_a_picture_of_a_ticket_opens_it_too(
    qtbot: QtBot, seat: Any, database: "Database", booking: UUID, tmp_path: Path
) -> None:
    opened: list[Target] = []
    seat.shell.open = opened.append
    code = database.value("SELECT ticket_code FROM training.booking WHERE id = %s", booking)
    picture = tmp_path / "ticket.png"
    picture.write_bytes(make_qr_png(qr_text(code)))
    seat.read_image(str(picture))
    qtbot.waitUntil(lambda: opened == [Target("booking", booking, "scan")])
    opened.clear()
    QGuiApplication.clipboard().setImage(QImage(str(picture)))
    seat.paste_image()
    qtbot.waitUntil(lambda: opened == [Target("booking", booking, "scan")])


@pytest.mark.parametrize("text", ["T00000000000", "hello", "MDI1.T0000000000Z", "'; DROP TABLE x; --"])
def test_an_unknown_code_is_said_and_opens_nothing(qtbot: QtBot, seat: Any, text: str) -> None:
    opened: list[Target] = []
    seat.shell.open = opened.append
    seat.scanned(text)
    qtbot.waitUntil(lambda: any("Unknown code" in said for said in seat.toasts.texts()))
    assert not opened


def test_help_and_keys(qtbot: QtBot, seat: Any) -> None:
    QTest.keyClick(seat.shell.view(), Qt.Key.Key_F1)
    panel = seat.findChild(QWidget, "help")
    assert panel is not None
    assert "Today" in panel.text()
    QTest.keyClick(seat.shell.view(), Qt.Key.Key_F1)
    assert not [w for w in seat.findChildren(QWidget, "help") if w.isVisible()]
    QTest.keyClicks(seat.shell, "?")
    sheets = [sheet for sheet in seat.window().findChildren(Sheet) if sheet.is_open()]
    assert len(sheets) == 1
    seat.close_sheets()


def test_another_desks_check_in_is_heard_within_a_second(
    qtbot: QtBot, seat: Any, database: "Database", booking: UUID
) -> None:
    heard: list[str] = []
    seat.desk.runner.changed.connect(lambda change: heard.append(change.entity))
    qtbot.waitUntil(lambda: seat.desk.live.state == "live")
    other = elsewhere(lambda: database.session("manager", station="Till 2"))

    def check_in() -> None:
        other.call(
            "training.check_in",
            uuid7(),
            {"booking_id": str(booking), "attendance": "present", "station": "Till 2"},
        )
        with other.unit() as unit:
            unit.connection.exec_driver_sql("NOTIFY mdi")
            unit.commit()

    elsewhere(check_in)
    qtbot.waitUntil(lambda: "training.booking" in heard, timeout=1000)


def test_news_that_got_lost_come_with_the_poll(
    qtbot: QtBot, seat: Any, database: "Database", booking: UUID
) -> None:
    heard: list[str] = []
    seat.desk.runner.changed.connect(lambda change: heard.append(change.entity))
    qtbot.waitUntil(lambda: seat.desk.live.state == "live")
    other = elsewhere(lambda: database.session("manager", station="Till 2"))
    args = {"booking_id": str(booking), "attendance": "present", "station": "Till 2"}
    elsewhere(lambda: other.call("training.check_in", uuid7(), args))
    qtbot.waitUntil(lambda: "training.booking" in heard, timeout=4000)


def test_a_job_without_views_is_told_so(qtbot: QtBot, make_door: MakeDoor, database: "Database") -> None:
    seat = sign_in(qtbot, make_door(), database.login("collections"))
    assert seat.shell.view() is None
    assert seat.shell.stack.currentWidget().isVisible()


def test_the_institute_is_read_from_the_greeting() -> None:
    found = institute_of(
        {"institute": {"name": "X", "zone": "Africa/Dakar", "currency": "XOF", "phone": None}, "sample": True}
    )
    assert (found.name, found.zone.key, found.currency, found.phone, found.sample) == (
        "X",
        "Africa/Dakar",
        "XOF",
        "",
        True,
    )


def test_a_scan_never_throws_away_what_is_half_typed(
    qtbot: QtBot, seat: Any, database: "Database", booking: UUID
) -> None:
    opened: list[Target] = []
    seat.shell.show_view("people")
    seat.shell.open = opened.append
    QTest.keyClick(seat.shell.view(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(sheet.is_open() for sheet in seat.window().findChildren(Sheet)))
    type_slowly(QApplication.focusWidget(), "Doub")
    assert seat.unsaved()
    seat.scanned(database.value("SELECT ticket_code FROM training.booking WHERE id = %s", booking))
    qtbot.waitUntil(lambda: any("first" in said for said in seat.toasts.texts()))
    assert not opened
    assert any(sheet.is_open() for sheet in seat.window().findChildren(Sheet))


def test_closing_the_window_asks_first_when_something_is_half_typed(
    qtbot: QtBot, make_door: MakeDoor, database: "Database"
) -> None:
    door = make_door()
    seat = sign_in(qtbot, door, database.login("frontdesk"))
    door.frame.activateWindow()
    seat.shell.show_view("people")
    QTest.keyClick(seat.shell.view(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(sheet.is_open() for sheet in door.frame.findChildren(Sheet)))
    type_slowly(QApplication.focusWidget(), "Nad")
    assert not door.frame.close()
    assert door.frame.isVisible()
    question = next(sheet for sheet in door.frame.findChildren(ConfirmSheet) if sheet.is_open())
    question.close_sheet()
    assert door.seat is seat


def test_enter_waits_for_the_answer_to_what_is_typed(qtbot: QtBot, seat: Any) -> None:
    opened: list[Target] = []
    seat.shell.results.opened.disconnect()
    seat.shell.results.opened.connect(opened.append)
    seat.shell.focus_omnibox()
    qtbot.waitUntil(lambda: bool(seat.shell.results.hits))
    field = seat.shell.top.field
    field.setText("owusu")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert [target.kind for target in opened] == ["person"], "not the command that was marked before"


def test_the_omnibox_finds_an_order_by_its_number(qtbot: QtBot, seat: Any, database: "Database") -> None:
    database.add_booking(database.add_class(), database.add_person("Lena", "Brandt"), price_minor=4500)
    order = database.value("SELECT id FROM sales.customer_order")
    number = database.value("SELECT number FROM sales.customer_order")
    opened: list[Target] = []
    seat.shell.results.opened.disconnect()
    seat.shell.results.opened.connect(opened.append)
    field = seat.shell.top.field
    for typed in (number, number.lower()):
        seat.shell.focus_omnibox()
        field.clear()
        type_slowly(field, typed)
        qtbot.waitUntil(lambda: [hit.title for hit in seat.shell.results.hits] == [number])
        assert seat.shell.results.hits[0].detail == "Lena Brandt"
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened == [Target("order", order)] * 2
    seat.shell.focus_omnibox()
    field.clear()
    type_slowly(field, number.rsplit("-", 1)[1].lstrip("0"))
    # The last digits alone may be part of a telephone number as well.
    qtbot.waitUntil(lambda: Target("order", order) in [hit.target for hit in seat.shell.results.hits])


def test_the_omnibox_finds_a_class_by_its_course(qtbot: QtBot, seat: Any, database: "Database") -> None:
    klass = database.add_class(database.add_course(name="Defensive handgun"))
    opened: list[Target] = []
    seat.shell.results.opened.disconnect()
    seat.shell.results.opened.connect(opened.append)
    field = seat.shell.top.field
    seat.shell.focus_omnibox()
    type_slowly(field, "handg")
    qtbot.waitUntil(lambda: [hit.title for hit in seat.shell.results.hits] == ["Defensive handgun"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened == [Target("class", klass)]
