"""Forms: each kind of field, errors beside fields, what changed, and conflicts."""

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel import words
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.qt.editors import ChoiceEditor, DateEditor, DateTimeEditor, PasswordEditor, TextEditor
from mdi_desk.qt.forms import ConflictSheet, FormWidget
from mdi_desk.qt.widgets import Button

ZONE = ZoneInfo("America/New_York")


def is_minor(values: Mapping[str, object]) -> bool:
    born = values["born"]
    return isinstance(born, dt.date) and born.year > 2010


SPEC = FormSpec(
    (
        FieldSpec("name", "text", "Name", required=True, section="Person"),
        FieldSpec("born", "date", "Date of birth", section="Person", hint="Minors need a guardian."),
        FieldSpec("guardian", "text", "Guardian", required=True, section="Person", visible_when=is_minor),
        FieldSpec("email", "email", "E-mail", section="Contact"),
        FieldSpec("phone", "phone", "Phone", section="Contact"),
        FieldSpec("fee", "money", "Fee", section="Contact",
                  check=lambda value: "Not below nothing." if isinstance(value, int) and value < 0 else None),
        FieldSpec("seats", "integer", "Seats", section="Contact"),
        FieldSpec("starts", "datetime", "Starts", section="Contact"),
        FieldSpec("level", "choice", "Level", choices=((1, "Beginner"), (2, "Advanced")), section="Contact"),
        FieldSpec("room", "choice", "Room", choices=(("a", "Range A"),), required=True, section="Contact"),
        FieldSpec("tags", "words", "Tags", section="Contact"),
        FieldSpec("news", "yes_no", "Newsletter", section="Contact"),
        FieldSpec("secret", "password", "Password", section="Contact"),
        FieldSpec("note", "long_text", "Note", wide=True, section="Contact"),
        FieldSpec("code", "text", "Code", read_only=True, section="Contact"),
    )
)  # fmt: skip
RECORD = {
    "name": "Nguyễn Thị Đào",
    "born": dt.date(1988, 2, 29),
    "guardian": "",
    "email": "dao@example.org",
    "phone": "+13045550142",
    "fee": 18500,
    "seats": 12,
    "starts": dt.datetime(2026, 11, 20, 14, 0, tzinfo=dt.UTC),
    "level": 2,
    "room": "a",
    "tags": ("instructor", "first aid"),
    "news": True,
    "secret": "pass word ",
    "note": "Two\nlines",
    "code": "P-1",
}


@pytest.fixture
def form(window: QWidget) -> FormWidget:
    made = FormWidget(SPEC, zone=ZONE)
    QVBoxLayout(window).addWidget(made)
    made.show()
    return made


def line(form: FormWidget, name: str) -> QLineEdit:
    editor = form.editor(name)
    assert isinstance(editor, TextEditor)
    return editor.field


def test_every_kind_comes_back_as_it_went_in(form: FormWidget) -> None:
    form.load(RECORD)
    assert form.values() == {**RECORD, "phone": "(304) 555-0142"}
    assert not form.dirty()
    assert line(form, "born").text() == "02/29/1988"
    assert line(form, "fee").text() == "185.00"
    starts = form.editor("starts")
    assert isinstance(starts, DateTimeEditor)
    assert (starts.field.text(), starts.time.text()) == ("11/20/2026", "09:00")


def test_an_empty_form_is_empty_not_zero_and_not_the_year_2000(form: FormWidget) -> None:
    form.load({})
    form.set_value("name", "x")
    form.set_value("room", "a")
    values = form.values()
    assert [values[name] for name in ("born", "fee", "seats", "starts", "level")] == [None] * 5
    assert [values[name] for name in ("email", "tags", "news")] == ["", (), False]


def test_a_form_opens_no_window_of_its_own(openings: list[QObject], qtbot: QtBot) -> None:
    form = FormWidget(SPEC, zone=ZONE)
    qtbot.addWidget(form)
    form.load(RECORD)
    form.set_read_only(True)
    form.set_read_only(False)
    assert openings == []


def test_records_are_loaded_by_attribute(form: FormWidget) -> None:
    class Person:
        name = "Lena Brandt"
        fee = 900

    form.load(Person())
    assert (line(form, "name").text(), line(form, "fee").text()) == ("Lena Brandt", "9.00")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("email", "dao@"),
        ("phone", "call me"),
        ("fee", "1.2.3"),
        ("seats", "twelve"),
        ("born", "30/30/2000"),
        ("fee", "-5"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(form: FormWidget, name: str, typed: str) -> None:
    form.load(RECORD)
    line(form, name).setText(typed)
    form.submit()
    assert form.error_of(name)
    assert QApplication.focusWidget() is line(form, name)
    assert line(form, name).accessibleDescription() == form.error_of(name)
    assert line(form, name).property("wrong") == "true"
    with pytest.raises(Invalid) as caught:
        form.values()
    assert set(caught.value.fields) == {name}
    QTest.keyClicks(line(form, name), "1")
    assert form.error_of(name) == ""


def test_what_is_needed_is_asked_for_first_field_first(form: FormWidget, qtbot: QtBot) -> None:
    form.load({})
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()
    assert form.error_of("name") == form.error_of("room") == "This is needed."
    assert QApplication.focusWidget() is line(form, "name")


def test_enter_submits_and_control_enter_in_a_long_text(form: FormWidget, qtbot: QtBot) -> None:
    form.load(RECORD)
    with qtbot.waitSignal(form.submitted) as caught:
        QTest.keyClick(line(form, "name"), Qt.Key.Key_Return)
    assert caught.args[0]["name"] == "Nguyễn Thị Đào"
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(form.editor("note").target(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_fields_appear_when_they_apply(form: FormWidget) -> None:
    form.load(RECORD)
    assert not form.editor("guardian").isVisible()
    assert form.check() == {}
    line(form, "born").setText("2/29/2016")
    assert form.editor("guardian").isVisible()
    assert set(form.check()) == {"guardian"}
    line(form, "guardian").setText("Ruth Okafor")
    line(form, "born").setText("2/29/1988")
    assert form.values()["guardian"] == ""


def test_only_what_changed_is_known(form: FormWidget, qtbot: QtBot) -> None:
    form.load(RECORD)
    with qtbot.waitSignal(form.changed):
        line(form, "fee").setText("200")
    assert (form.dirty(), form.changes()) == (True, {"fee": 20000})
    form.mark_clean()
    assert not form.dirty()
    line(form, "fee").setText("what")
    assert form.dirty()


def test_errors_of_the_server_stand_beside_their_fields_too(form: FormWidget) -> None:
    form.load(RECORD)
    left = form.errors({"email": "Somebody else has this address.", "vault": "The vault is closed."})
    assert left == ["The vault is closed."]
    assert form.error_of("email") == "Somebody else has this address."
    assert QApplication.focusWidget() is line(form, "email")
    form.load(RECORD)
    assert form.error_of("email") == ""


def test_read_only_shows_words(form: FormWidget, qtbot: QtBot) -> None:
    form.load(RECORD)
    assert not form.editor("code").isVisible()
    form.set_read_only(True)
    shown = [
        label.text()
        for label in form.findChildren(type(form._fields["name"]._value))
        if label.isVisibleTo(form)
    ]
    for text in (
        "Nguyễn Thị Đào",
        "29 Feb 1988",
        "$185.00",
        "20 Nov 2026, 09:00",
        "Advanced",
        "instructor, first aid",
        "Yes",
    ):
        assert text in shown
    assert "pass word " not in shown
    assert not line(form, "name").isVisible()
    with qtbot.assertNotEmitted(form.submitted):
        form.submit()


def test_names_for_readers_of_screens(form: FormWidget) -> None:
    assert line(form, "name").accessibleName() == "Name, required"
    assert line(form, "born").accessibleDescription() == "Minors need a guardian."
    for field in form._fields.values():
        assert field.editor.target().accessibleName()


def test_tab_goes_through_the_fields_as_they_are_read(form: FormWidget) -> None:
    form.load(RECORD)
    line(form, "name").setFocus()
    for name in ("born", "email", "phone", "fee"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is line(form, name), name


def test_amounts_and_dates_tidy_themselves(form: FormWidget) -> None:
    form.load({})
    line(form, "fee").setFocus()
    QTest.keyClicks(line(form, "fee"), "$1250")
    QTest.keyClick(line(form, "fee"), Qt.Key.Key_Tab)
    assert line(form, "fee").text() == "1,250.00"
    line(form, "born").setFocus()
    QTest.keyClicks(line(form, "born"), "3 May 1990")
    QTest.keyClick(line(form, "born"), Qt.Key.Key_Tab)
    assert line(form, "born").text() == "05/03/1990"


def test_french_fields_take_french_dates_and_amounts(window: QWidget) -> None:
    words.use(lambda text: text, "fr")
    form = FormWidget(SPEC, zone=ZONE)
    form.load(RECORD)
    assert line(form, "born").text() == "29/02/1988"
    assert line(form, "fee").text() == "185,00"
    line(form, "born").setText("3/5/1990")
    assert form.values()["born"] == dt.date(1990, 5, 3)
    form.deleteLater()


def test_the_calendar_fills_the_date(form: FormWidget, qtbot: QtBot) -> None:
    form.load(RECORD)
    editor = form.editor("born")
    assert isinstance(editor, DateEditor)
    QTest.keyClick(editor.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = editor.findChildren(QCalendarWidget)[0]
    assert calendar.selectedDate() == QDate(1988, 2, 29)
    calendar.clicked.emit(QDate(1988, 3, 1))
    assert form.values()["born"] == dt.date(1988, 3, 1)
    qtbot.waitUntil(lambda: not editor.findChildren(QCalendarWidget))


def test_a_time_needs_its_date_and_the_zone_is_kept(form: FormWidget) -> None:
    form.load(RECORD)
    starts = form.editor("starts")
    assert isinstance(starts, DateTimeEditor)
    starts.time.setText("7")
    assert form.values()["starts"] == dt.datetime(2026, 11, 20, 7, 0, tzinfo=ZONE)
    starts.time.setText("25:00")
    assert "starts" in form.check()
    starts.time.setText("09:00")
    starts.field.clear()
    assert "starts" in form.check()


def test_an_optional_choice_can_be_left_and_a_needed_one_must_be_made(form: FormWidget) -> None:
    form.load({"name": "x"})
    level, room = form.editor("level"), form.editor("room")
    assert isinstance(level, ChoiceEditor)
    assert isinstance(room, ChoiceEditor)
    assert [level.field.itemText(place) for place in range(level.field.count())] == [
        "–",
        "Beginner",
        "Advanced",
    ]
    assert room.field.currentIndex() == -1
    assert set(form.check()) == {"room"}
    QTest.keyClick(room.field, Qt.Key.Key_Down)
    assert form.values()["room"] == "a"


def test_passwords_hide_show_and_tell_of_the_lock(form: FormWidget) -> None:
    form.load({"name": "x"})
    editor = form.editor("secret")
    assert isinstance(editor, PasswordEditor)
    assert editor.field.echoMode() == QLineEdit.EchoMode.Password
    note = form._fields["secret"]._note
    QTest.keyClick(editor.field, "a")
    assert not note.isVisible()
    QTest.keyClick(editor.field, "B")  # a capital without Shift: the lock is on
    assert note.text() == "Caps Lock is on."
    QTest.keyClick(editor.field, "c")
    assert not note.isVisible()
    editor.toggle()
    assert editor.field.echoMode() == QLineEdit.EchoMode.Normal
    assert editor.findChildren(Button)[0].accessibleName() == "Hide password"


MINE = {**RECORD, "name": "Đào Nguyễn", "fee": 20000}
THEIRS = {**RECORD, "name": "Nguyễn Đào", "email": "new@example.org"}


def test_a_conflict_shows_only_what_differs(window: QWidget, qtbot: QtBot) -> None:
    sheet = ConflictSheet(MINE, THEIRS, SPEC, zone=ZONE)
    sheet.show_over(window)
    assert [field.name for field in sheet.differing] == ["name", "email", "fee"]
    sheet.choose("name", mine=False)
    with qtbot.waitSignal(sheet.resolved) as caught:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    chosen = caught.args[0]
    assert (chosen["name"], chosen["fee"], chosen["email"]) == ("Nguyễn Đào", 20000, "dao@example.org")
    assert not sheet.is_open()


@pytest.mark.parametrize(
    ("words_", "name", "fee"), [("Take theirs", "Nguyễn Đào", 18500), ("Keep mine", "Đào Nguyễn", 20000)]
)
def test_a_conflict_with_its_base_asks_only_about_my_changes(
    window: QWidget, qtbot: QtBot, words_: str, name: str, fee: int
) -> None:
    sheet = ConflictSheet(MINE, THEIRS, SPEC, base=RECORD, who="Ruth Okafor", zone=ZONE)
    sheet.show_over(window)
    assert [field.name for field in sheet.differing] == ["name", "fee"]
    with qtbot.waitSignal(sheet.resolved) as caught:
        next(button for button in sheet.findChildren(Button) if button.text() == words_).click()
    chosen = caught.args[0]
    assert (chosen["name"], chosen["fee"]) == (name, fee)
    assert chosen["email"] == "new@example.org"


def test_a_choice_is_found_by_typing_its_words_with_their_spaces(window: QWidget, qtbot: QtBot) -> None:
    rooms = tuple((number, f"Range {letter}") for number, letter in enumerate("ABC", start=1))
    form = FormWidget(FormSpec((FieldSpec("place", "choice", "Place", choices=rooms),)), window)
    form.show()
    box = form.editor("place").target()
    box.setFocus()
    QTest.keyClicks(box, "Range B")
    assert form.values()["place"] == 2
