"""The catalogue of courses: the list, and the form with every field; what the gate reads counts at once."""

from dataclasses import fields, replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.training.records import CourseEdit
from mdi_desk.domains.training.ui.course_form import NAMES, CourseSheet, slug_of
from mdi_desk.domains.training.ui.courses import CourseLine, CoursesView
from mdi_desk.qt import theme
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Button, Label
from tests.support.database import Database, elsewhere
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(CoursesView(stage.context, bench.training, bench.waivers))
    return stage


def lines(stage: Stage) -> list[CourseLine]:
    table = stage.window.findChild(Table, "courses_list")
    assert table is not None
    return list(table.rows_model().rows)


def form(stage: Stage) -> CourseSheet:
    sheet = stage.sheet()
    assert isinstance(sheet, CourseSheet)
    return sheet


def write(sheet: CourseSheet, field: str, text: str) -> None:
    target = sheet.form.editor(field).target()
    if isinstance(target, QComboBox):
        place = target.findText(text)
        assert place >= 0
        target.setCurrentIndex(place)
        return
    assert isinstance(target, QLineEdit)
    target.setText(text)


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def test_the_form_has_every_field_of_a_course() -> None:
    assert set(NAMES) == {field.name for field in fields(CourseEdit)} - {"id", "version"}
    from mdi_desk.domains.training.ui.course_form import _spec

    assert {field.name for field in _spec((), None, "USD").fields} == set(NAMES)


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Defensive handgun I", "defensive-handgun-i"), ("  Émile’s  Rifle ", "emiles-rifle"), ("—", "")],
)
def test_short_names(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_the_list_shows_also_what_is_not_held_and_narrows(database: Database, qtbot: QtBot) -> None:
    template = uuid4()
    database.run("INSERT INTO waivers.template (id, name) VALUES (%s, 'Range waiver')", template)
    database.add_course(
        name="Rifle", category="rifle", waiver_template_id=template, min_age=18, guardian_min_age=14
    )
    database.add_course(name="Old course", is_active=False)
    stage = shown(sit_down(database, "manager"), qtbot)
    assert "2 courses · 1 offered" in words(stage)
    assert {(line.course.name, line.waiver) for line in lines(stage)} == {
        ("Rifle", "Range waiver"), ("Old course", ""),
    }  # fmt: skip
    table = stage.window.findChild(Table, "courses_list")
    assert table is not None
    gates = {table.rows_model().cell(place, 1) for place in range(2)}
    assert gates == {("From age 18, with a guardian from 14", "Range waiver"), ("Any age", "No waiver")}
    stage.key("Ctrl+F")
    stage.type("rif")
    stage.key("Return")
    assert [line.course.name for line in lines(stage)] == ["Rifle"]
    stage.type("zzz")
    stage.key("Return")
    assert "No course matches" in words(stage)
    stage.key("Escape")
    assert len(lines(stage)) == 2


def test_a_new_course_with_ages_and_waiver(database: Database, qtbot: QtBot) -> None:
    template = uuid4()
    database.run("INSERT INTO waivers.template (id, name) VALUES (%s, 'Range waiver')", template)
    stage = shown(sit_down(database, "manager"), qtbot)
    assert "No courses yet" in words(stage)
    stage.key("Ctrl+N")
    stage.type("Rifle fundamentals")
    sheet = form(stage)
    assert sheet.form.editor("slug").value() == "rifle-fundamentals"
    for field, text in (
        ("category", "Rifle"), ("price_minor", "145"), ("duration_hours", "3"), ("min_age", "18"),
        ("guardian_min_age", "14"), ("waiver_template_id", "Range waiver"),
        ("gear_required", "ears, eyes,ears"),
    ):  # fmt: skip
        write(sheet, field, text)
    stage.key("Return")
    assert not stage.sheets()
    assert len(stage.runner.told) == 1
    (line,) = lines(stage)
    course = line.course
    assert (course.name, course.slug, course.category) == (
        "Rifle fundamentals",
        "rifle-fundamentals",
        "rifle",
    )
    assert (course.price_minor, course.duration_hours, course.currency) == (14500, 3, "USD")
    assert (course.min_age, course.guardian_min_age, course.waiver_template_id) == (18, 14, template)
    assert course.gear_required == ("ears", "eyes")
    assert stage.window.toasts.texts() == ["Rifle fundamentals is saved."]


def test_wrong_fields_are_marked_and_the_server_has_the_last_word(database: Database, qtbot: QtBot) -> None:
    database.add_course(name="Rifle", slug="rifle")
    stage = shown(sit_down(database, "manager"), qtbot)
    stage.key("Ctrl+N")
    stage.press("course_save")
    sheet = form(stage)
    wrong = {field.name for field in sheet.form.spec.fields if sheet.form.error_of(field.name)}
    assert wrong == {"name", "slug", "category", "price_minor"}
    for field, text in (
        ("name", "Rifle"),
        ("category", "Rifle"),
        ("price_minor", "1"),
        ("guardian_min_age", "18"),
    ):
        write(sheet, field, text)
    stage.press("course_save")
    assert "between 0 and 17" in sheet.form.error_of("guardian_min_age")
    write(sheet, "guardian_min_age", "")
    stage.press("course_save")
    assert (
        sheet.form.error_of("slug") == "Another course already has this short name. Choose a different one."
    )
    write(sheet, "slug", "rifle-2")
    # A short name that was typed stays, whatever the name becomes.
    write(sheet, "name", "Rifle II")
    assert sheet.form.editor("slug").value() == "rifle-2"
    stage.press("course_save")
    assert [line.course.name for line in lines(stage)] == ["Rifle", "Rifle II"]


def test_what_only_another_manager_changed_goes_together_without_a_question(
    database: Database, qtbot: QtBot
) -> None:
    course = database.add_course(name="Rifle", max_capacity=10)
    bench, other = sit_down(database, "manager"), sit_down(database, "manager", "Office")
    stage = shown(bench, qtbot)
    stage.key("Return")
    sheet = form(stage)
    write(sheet, "max_capacity", "8")

    def office() -> None:
        edit = CourseEdit.of(other.training.course(other.actor, course))
        other.training.save_course(other.actor, replace(edit, min_age=21, gear_required=("hat",)))

    elsewhere(office)
    stage.press("course_save")
    assert not stage.sheets()
    saved = elsewhere(lambda: bench.training.course(bench.actor, course))
    assert (saved.max_capacity, saved.min_age, saved.gear_required) == (8, 21, ("hat",))


def test_who_may_not_change_may_look(database: Database, qtbot: QtBot) -> None:
    database.add_course(name="Rifle", price_minor=14500)
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    assert not [one for one in stage.window.findChildren(Button) if one.objectName() == "course_new"]
    stage.key("Return")
    sheet = form(stage)
    assert not sheet.save_button.isVisible()
    assert not sheet.form.editor("name").isVisible()
    assert "$145.00" in words(stage)
    assert "On file since" in words(stage)
    assert "Last changed" in words(stage)
    stage.key("Escape")
    assert not stage.sheets()


@pytest.mark.parametrize("job", ["instructor", "frontdesk", "auditor"])
def test_those_who_do_not_manage_courses_look_only(database: Database, qtbot: QtBot, job: str) -> None:
    template = uuid4()
    database.run("INSERT INTO waivers.template (id, name) VALUES (%s, 'Range waiver')", template)
    database.add_course(name="Rifle", waiver_template_id=template, price_minor=0)
    stage = shown(sit_down(database, job), qtbot)
    table = stage.window.findChild(Table, "courses_list")
    assert table is not None
    # Who may not read the waivers still sees that one is needed.
    assert table.rows_model().cell(0, 1)[1] == ("A waiver" if job == "instructor" else "Range waiver")
    assert table.rows_model().cell(0, 4) == "Free"
    assert stage.window.findChild(Button, "course_new") is None
    stage.key("Return")
    sheet = form(stage)
    assert sheet.save_button.isHidden()
    stage.key("Escape")
    assert not stage.sheets()
