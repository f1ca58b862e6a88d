"""The week of classes: real database, real widgets, by keyboard."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.training.records import ClassEdit, ClassRow
from mdi_desk.domains.training.ui.class_form import ClassSheet
from mdi_desk.domains.training.ui.class_panel import state_of
from mdi_desk.domains.training.ui.classes import ClassesView
from mdi_desk.domains.training.ui.week import DayHead, WeekTable
from mdi_desk.kernel.targets import Target
from mdi_desk.qt import show, theme
from mdi_desk.qt.context import Shown
from mdi_desk.qt.forms import ConflictSheet
from mdi_desk.qt.widgets import Button, Label
from tests.support.database import Database, elsewhere
from tests.support.proxy import Proxy
from tests.support.services import ZONE, Bench, sit_down
from tests.support.stage import Stage, make_stage

TODAY = datetime.now(ZONE).date()
MONDAY = TODAY - timedelta(days=TODAY.weekday())


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def places(database: Database) -> None:
    database.run(
        "INSERT INTO training.place (no, name, address) VALUES (1, 'Range A', '1 Hill'), (2, 'Hall', NULL)"
    )


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(ClassesView(stage.context, bench.training))
    return stage


def table(stage: Stage) -> WeekTable:
    found = stage.window.findChild(WeekTable, "classes_list")
    assert found is not None
    return found


def names(stage: Stage) -> list[str]:
    return [row.course_name for row in table(stage).rows_model().rows if isinstance(row, ClassRow)]


def chosen(stage: Stage) -> ClassRow:
    row = table(stage).current_row()
    assert isinstance(row, ClassRow)
    return row


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def form(stage: Stage) -> ClassSheet:
    sheet = stage.sheet()
    assert isinstance(sheet, ClassSheet)
    return sheet


def choose(sheet: ClassSheet, field: str, text: str) -> None:
    box = sheet.form.editor(field).target()
    assert isinstance(box, QComboBox)
    place = box.findText(text)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(place)


def write(sheet: ClassSheet, field: str, text: str) -> None:
    line = sheet.form.editor(field).target()
    assert isinstance(line, QLineEdit)
    line.setText(text)


# -- the week ------------------------------------------------------------------------------------------------


def test_the_week_stands_day_by_day_with_the_next_class_chosen(database: Database, qtbot: QtBot) -> None:
    soon = datetime.now(UTC) + timedelta(hours=1)
    late = min(soon, datetime.combine(TODAY, time(23, 30), ZONE).astimezone(UTC))
    coming = database.add_class(database.add_course(name="Rifle"), starts_at=late, hours=1, seats=10)
    over = database.add_class(database.add_course(name="Handgun"), starts_at=at(MONDAY, 0), hours=0.01)
    database.add_class(starts_at=at(MONDAY + timedelta(days=7), 9))
    for _ in range(3):
        database.add_booking(coming)
    stage = shown(sit_down(database, "frontdesk"), qtbot)

    rows = table(stage).rows_model().rows
    heads = [row for row in rows if isinstance(row, DayHead)]
    assert [head.day for head in heads] == sorted({MONDAY, TODAY})
    assert heads[-1].today
    assert {row.id for row in rows if isinstance(row, ClassRow)} == {coming, over}
    assert chosen(stage).id == coming
    assert "3 of 10 booked" in words(stage)
    assert "2 classes · 3 people" in words(stage)


def test_arrows_step_over_the_lines_of_days(database: Database, qtbot: QtBot) -> None:
    first = database.add_class(starts_at=at(MONDAY, 9))
    second = database.add_class(starts_at=at(MONDAY + timedelta(days=1), 9))
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    stage.key("Home")
    assert chosen(stage).id == first
    stage.key("Down")
    assert chosen(stage).id == second
    stage.key("Up")
    assert chosen(stage).id == first
    stage.key("End")
    assert chosen(stage).id == second


def test_other_weeks_by_arrows_and_back_with_t(database: Database, qtbot: QtBot) -> None:
    here = database.add_class(starts_at=at(TODAY, 9))
    there = database.add_class(starts_at=at(MONDAY + timedelta(days=9), 9))
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    stage.key("Right")
    assert chosen(stage).id == there
    stage.key("Right")
    assert "No classes this week" in words(stage)
    stage.key("Left")
    assert chosen(stage).id == there
    stage.key("Right")
    stage.key("T")
    assert chosen(stage).id == here
    stage.press("week_before_button")
    assert "0 classes" in words(stage)


def test_enter_opens_the_roster(database: Database, qtbot: QtBot) -> None:
    klass = database.add_class()
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    stage.key("Return")
    stage.press("class_open")
    assert stage.window.asked == [Target("class", klass)] * 2


def test_narrowing_by_course_instructor_and_place(database: Database, qtbot: QtBot) -> None:
    teacher = database.add_instructor()
    database.add_class(database.add_course(name="Rifle"), starts_at=at(MONDAY, 8), instructor=teacher)
    database.add_class(database.add_course(name="Défense"), starts_at=at(MONDAY, 12), location_name="Hall")
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    stage.key("Ctrl+F")
    stage.type("ivo")
    stage.key("Down")
    assert names(stage) == ["Rifle"]
    for typed, found in (("defense", ["Défense"]), ("hall", ["Défense"]), ("nothing such", [])):
        stage.key("Ctrl+F")
        stage.type(typed)
        stage.key("Return")
        assert names(stage) == found
    assert "Nothing matches this week" in words(stage)


def test_an_instructor_sees_own_classes_and_changes_none(database: Database, qtbot: QtBot) -> None:
    account = database.login("instructor")
    own = database.add_class(starts_at=at(TODAY, 9), instructor=database.add_instructor(account))
    database.add_class(starts_at=at(TODAY, 14))
    stage = shown(sit_down(database, "instructor"), qtbot)
    assert [row.id for row in table(stage).rows_model().rows if isinstance(row, ClassRow)] == [own]
    buttons = {one.objectName() for one in stage.window.findChildren(Button)}
    assert not buttons & {"class_new", "class_edit", "class_cancel"}
    stage.key("Del")
    stage.key("E")
    assert not stage.sheets()


def test_the_chip_says_the_one_thing_that_matters() -> None:
    now = datetime.now(UTC)
    row = ClassRow(
        id=UUID(int=1), course_id=UUID(int=2), course_name="Rifle", course_slug="rifle", category="rifle",
        instructor_id=None, instructor_name=None, starts_at=now, ends_at=now + timedelta(hours=2),
        location_name="Range A", capacity=4, status="scheduled", booked=0, arrived=0, waivers_missing=0,
        unpaid=0, price_minor=0, currency="USD", version=1,
    )  # fmt: skip
    said = {
        "Nobody booked": {},
        "All ready": {"booked": 2},
        "1 waiver missing": {"booked": 2, "waivers_missing": 1},
        "2 unpaid": {"booked": 2, "unpaid": 2},
        "2 waivers, 1 unpaid": {"booked": 2, "waivers_missing": 2, "unpaid": 1},
        "Cancelled": {"booked": 2, "unpaid": 2, "status": "cancelled"},
        "Over · 2 came": {"booked": 3, "arrived": 2, "ends_at": now - timedelta(minutes=1), "unpaid": 1},
    }
    from dataclasses import replace

    for expected, changes in said.items():
        assert state_of(replace(row, **changes), now)[0] == expected  # type: ignore[arg-type]


# -- making and changing -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("places")
def test_a_new_class_takes_length_seats_and_place_from_what_is_chosen(
    database: Database, qtbot: QtBot
) -> None:
    course = database.add_course(name="Rifle", duration_hours=3, max_capacity=9, price_minor=9500)
    teacher = database.add_instructor()
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    choose(sheet, "course_id", "Rifle")
    choose(sheet, "instructor_id", "Ivo Instructor")
    choose(sheet, "place_no", "Range A")
    values = sheet.form.values()
    assert values["max_capacity"] == 9
    assert (values["location_name"], values["location_addr"]) == ("Range A", "1 Hill")
    assert isinstance(values["starts_at"], datetime)
    assert values["ends_at"] == values["starts_at"] + timedelta(hours=3)
    sheet.form.set_value("starts_at", at(TODAY, 18))
    assert sheet.form.values()["ends_at"] == at(TODAY, 21)
    write(sheet, "price_override_minor", "120")
    stage.press("class_save")

    assert not stage.sheets()
    made = chosen(stage)
    assert (made.course_id, made.instructor_id, made.place_no) == (course, teacher, 1)
    assert (made.starts_at, made.ends_at, made.capacity) == (at(TODAY, 18), at(TODAY, 21), 9)
    assert made.price_minor == 12000
    assert any("Rifle" in text and "18:00" in text for text in stage.window.toasts.texts())


@pytest.mark.usefixtures("places")
def test_the_class_in_the_way_is_named_beside_the_field(database: Database, qtbot: QtBot) -> None:
    database.add_course(name="Rifle", duration_hours=2)
    teacher = database.add_instructor()
    database.add_class(
        database.add_course(name="Handgun"), starts_at=at(TODAY, 9), place_no=1, location_name="Range A",
        instructor=teacher,
    )  # fmt: skip
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    choose(sheet, "course_id", "Rifle")
    choose(sheet, "place_no", "Range A")
    sheet.form.set_value("starts_at", at(TODAY, 10))
    stage.press("class_save")
    said = sheet.form.error_of("place_no")
    assert "Handgun" in said
    assert "09:00 to 11:00" in said

    choose(sheet, "place_no", "Hall")
    choose(sheet, "instructor_id", "Ivo Instructor")
    stage.press("class_save")
    assert "Handgun" in sheet.form.error_of("instructor_id")
    assert not sheet.form.error_of("place_no")

    choose(sheet, "instructor_id", "–")
    stage.press("class_save")
    assert not stage.sheets()
    assert names(stage) == ["Handgun", "Rifle"]


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_sent(
    database: Database, qtbot: QtBot
) -> None:
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, "location_name", "Hall")
    sheet.form.set_value("ends_at", at(MONDAY, 1))
    stage.press("class_save")
    assert sheet.form.error_of("course_id")
    assert sheet.form.error_of("max_capacity")
    assert not stage.runner.told
    # What was typed is asked about before it is thrown away.
    stage.key("Escape")
    assert stage.sheet().objectName() == "leave_form"
    stage.key("Escape")
    assert form(stage).form.values is not None
    stage.key("Escape")
    stage.confirm()
    assert not stage.sheets()


def test_booked_people_keep_course_and_seats(database: Database, qtbot: QtBot) -> None:
    klass = database.add_class(database.add_course(name="Rifle"), starts_at=at(TODAY, 9), seats=6)
    for _ in range(3):
        database.add_booking(klass)
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("E")
    sheet = form(stage)
    assert not sheet.form.editor("course_id").isVisible()
    dates = sheet.findChild(Label, "form_dates")
    assert dates is not None
    assert dates.text().startswith("On file since")
    write(sheet, "max_capacity", "2")
    stage.press("class_save")
    assert sheet.form.error_of("max_capacity").startswith("3 people are booked")
    write(sheet, "max_capacity", "3")
    stage.press("class_save")
    assert not stage.sheets()
    assert chosen(stage).capacity == 3
    assert chosen(stage).full


def test_two_managers_at_once_choose_field_by_field(database: Database, qtbot: QtBot) -> None:
    klass = database.add_class(database.add_course(name="Rifle"), starts_at=at(TODAY, 9), seats=6)
    bench, other = sit_down(database, "manager"), sit_down(database, "manager", "Office")
    stage = shown(bench, qtbot)
    stage.key("E")
    sheet = form(stage)
    write(sheet, "max_capacity", "8")
    write(sheet, "location_name", "Range B")

    def office() -> None:
        from dataclasses import replace

        edit = ClassEdit.of(other.training.class_(other.actor, klass))
        other.training.save_class(other.actor, replace(edit, max_capacity=10, notes="Bring water"))

    elsewhere(office)
    stage.press("class_save")
    conflict = stage.sheet()
    assert isinstance(conflict, ConflictSheet)
    assert [field.name for field in conflict.differing] == ["max_capacity"]
    conflict.choose("max_capacity", mine=False)
    stage.confirm()
    assert not stage.sheets()
    saved = elsewhere(lambda: bench.training.class_(bench.actor, klass))
    assert (saved.max_capacity, saved.location_name, saved.notes) == (10, "Range B", "Bring water")


# -- cancelling ----------------------------------------------------------------------------------------------


def test_cancelling_says_what_happens_to_the_booked_and_needs_a_reason(
    database: Database, qtbot: QtBot
) -> None:
    klass = database.add_class(database.add_course(name="Rifle"), starts_at=at(TODAY, 23))
    database.add_booking(klass)
    bench = sit_down(database, "manager")
    stage = shown(bench, qtbot)
    stage.key("Del")
    sheet = stage.sheet()
    said = " ".join(label.text() for label in sheet.findChildren(Label))
    assert "1 person is booked" in said
    assert "cannot be undone" in said
    yes = [one for one in sheet.findChildren(Button) if one.kind == "danger"]
    assert [one.isEnabled() for one in yes] == [False]
    stage.confirm("Storm")
    row = chosen(stage)
    assert (row.status, row.cancel_reason, row.booked) == ("cancelled", "Storm", 1)
    assert "Storm" in words(stage)
    stage.key("E")
    assert not stage.sheets()
    assert stage.window.toasts.texts()[-1] == "This class is cancelled; that stays so."


# -- without the server --------------------------------------------------------------------------------------


@pytest.fixture
def proxy(database: Database, monkeypatch: pytest.MonkeyPatch) -> Proxy:
    """Desks that sit down from now on reach the server through a door that can be shut."""
    door = database.keep(Proxy(database.server))
    monkeypatch.setattr(Database, "server", property(lambda _self: door.server))
    return door


def test_without_the_server_the_list_stays_and_nothing_typed_is_lost(
    database: Database, qtbot: QtBot, proxy: Proxy
) -> None:
    klass = database.add_class(database.add_course(name="Rifle"), starts_at=at(TODAY, 9), seats=6)
    bench = sit_down(database, "manager")
    stage = shown(bench, qtbot)
    stage.key("E")
    sheet = form(stage)
    write(sheet, "max_capacity", "7")
    proxy.down()
    bench.sender.lost()
    stage.press("class_save")
    assert "server" in sheet.banner.text()
    assert sheet.banner.isVisible()
    assert sheet.form.values()["max_capacity"] == 7
    proxy.up()
    bench.sender.look()
    qtbot.waitUntil(lambda: bench.sender.state == "online")
    sheet.banner.acted.emit()
    stage.settle()
    assert not stage.sheets()
    assert chosen(stage).capacity == 7

    proxy.down()
    stage.key("Right")
    assert names(stage) == ["Rifle"]
    assert chosen(stage).id == klass
    week = show.date(MONDAY + timedelta(days=6))
    assert week in words(stage)
    proxy.up()
    stage.key("Right")
    assert "No classes this week" in words(stage)


def test_a_desk_left_open_over_the_weekend_shows_the_new_week(
    database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.add_class(database.add_course(name="Rifle"), starts_at=at(MONDAY, 9))
    database.add_class(database.add_course(name="Handgun"), starts_at=at(MONDAY + timedelta(days=8), 9))
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    assert names(stage) == ["Rifle"]
    monkeypatch.setattr(Shown, "today", lambda _self: MONDAY + timedelta(days=7))
    assert stage.view is not None
    stage.view.open()
    assert names(stage) == ["Handgun"]
    # Somebody who looks at another week on purpose stays there.
    stage.key("Left")
    monkeypatch.setattr(Shown, "today", lambda _self: MONDAY + timedelta(days=14))
    stage.view.open()
    assert names(stage) == ["Rifle"]
