"""Who teaches: the list, a new one from the people on file, and the form."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.training.records import Instructor, InstructorEdit
from mdi_desk.domains.training.ui.instructor_form import InstructorSheet
from mdi_desk.domains.training.ui.instructors import InstructorsView
from mdi_desk.qt import theme
from mdi_desk.qt.forms import ConflictSheet
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Label, Tappable
from tests.support.database import Database, elsewhere
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(InstructorsView(stage.context, bench.training, bench.people))
    return stage


def rows(stage: Stage) -> list[Instructor]:
    table = stage.window.findChild(Table, "instructors_list")
    assert table is not None
    return list(table.rows_model().rows)


def form(stage: Stage) -> InstructorSheet:
    sheet = stage.sheet()
    assert isinstance(sheet, InstructorSheet)
    return sheet


def write(sheet: InstructorSheet, field: str, text: str) -> None:
    line = sheet.form.editor(field).target()
    assert isinstance(line, QLineEdit)
    line.setText(text)


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def hits(stage: Stage) -> list[Tappable]:
    return [one for one in stage.window.findChildren(Tappable, "person_hit") if one.isVisible()]


def test_a_person_on_file_becomes_an_instructor_by_keyboard_alone(database: Database, qtbot: QtBot) -> None:
    person = database.add_person("Ruth", "Okafor")
    stage = shown(sit_down(database, "manager"), qtbot)
    assert "No instructors yet" in words(stage)
    stage.key("Ctrl+N")
    stage.type("okaf")
    stage.key("Return")
    # The person was picked; nothing is saved yet, and the next thing to type is the title.
    assert not stage.runner.told
    stage.type("Senior instructor")
    write(form(stage), "credentials", "NRA Pistol, CPR")
    stage.key("Return")
    assert not stage.sheets()
    (made,) = rows(stage)
    assert (made.person_id, made.name, made.title) == (person, "Ruth Okafor", "Senior instructor")
    assert made.credentials == ("NRA Pistol", "CPR")
    assert made.is_active
    assert "instructor" in database.value("SELECT roles FROM people.person WHERE id = %s", person)


def test_nobody_twice_and_not_without_a_person(database: Database, qtbot: QtBot) -> None:
    database.add_instructor()
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    stage.type("ivo")
    stage.key("Down")
    (hit,) = hits(stage)
    assert not hit.isEnabled()
    assert "teaches already" in words(stage)
    stage.press("instructor_save")
    assert "Find the person first." in words(stage)
    assert not stage.runner.told
    form(stage).picker.search.setText("zzz")
    form(stage).picker.search.setFocus()
    stage.key("Down")
    assert "Nobody is on file under this" in words(stage)


def test_somebody_else_instead(database: Database, qtbot: QtBot) -> None:
    database.add_person("Ruth", "Okafor")
    other = database.add_person("Hana", "Sato")
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    stage.type("ruth")
    stage.key("Return")
    sheet = form(stage)
    assert sheet.picker.name == "Ruth Okafor"
    sheet.picker._change.click()
    stage.settle()
    stage.type("sato")
    stage.key("Down")
    stage.key("Return")
    stage.press("instructor_save")
    assert [row.person_id for row in rows(stage)] == [other]


def test_changing_and_a_conflict(database: Database, qtbot: QtBot) -> None:
    database.add_instructor()
    bench, other = sit_down(database, "manager"), sit_down(database, "manager", "Office")
    stage = shown(bench, qtbot)
    stage.key("Return")
    sheet = form(stage)
    assert "Ivo Instructor" in words(stage)
    assert not sheet.picker.search.isVisible()
    assert "On file since" in words(stage)
    write(sheet, "title", "Chief")

    def office() -> None:
        (found,) = other.training.instructors(other.actor)
        other.training.save_instructor(
            other.actor, replace(InstructorEdit.of(found), title="Head", bio="Long")
        )

    elsewhere(office)
    stage.press("instructor_save")
    conflict = stage.sheet()
    assert isinstance(conflict, ConflictSheet)
    assert [field.name for field in conflict.differing] == ["title"]
    stage.confirm()
    assert not stage.sheets()
    (saved,) = rows(stage)
    assert (saved.title, saved.bio) == ("Chief", "Long")


def test_those_who_stopped_stay_in_the_list(database: Database, qtbot: QtBot) -> None:
    database.add_instructor()
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Return")
    form(stage).form.set_value("is_active", False)
    stage.press("instructor_save")
    assert [row.is_active for row in rows(stage)] == [False]
    assert "1 instructor · 0 teaching at present" in words(stage)
