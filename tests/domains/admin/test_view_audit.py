"""The audit at the screen: plain words, filters, and one line in full."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from mdi_desk.domains.admin.records import AuditRow
from mdi_desk.domains.admin.ui.audit import AuditView
from mdi_desk.domains.admin.ui.audit_words import (
    detail_words,
    field_words,
    fields_of,
    title_words,
    value_words,
)
from mdi_desk.domains.training.records import CourseEdit
from mdi_desk.domains.training.service.training import new_booking
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt import theme
from mdi_desk.qt.context import Shown
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Label
from tests.support.database import Database, elsewhere
from tests.support.services import ZONE, Bench, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(AuditView(stage.context, bench.admin))
    return stage


SHOW = Shown(ZONE)


def rows(stage: Stage) -> list[AuditRow]:
    table = stage.window.findChild(Table, "audit_table")
    assert table is not None
    return list(table.rows_model().rows)


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def pick(stage: Stage, name: str, value: object) -> None:
    box = stage.find(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    stage.settle()


def test_what_a_manager_did_is_read_in_plain_words(database: Database, qtbot: QtBot) -> None:
    klass = database.add_class(
        database.add_course(name="Rifle"), starts_at=datetime.now(UTC) + timedelta(hours=3)
    )
    bench = sit_down(database, "manager")
    elsewhere(lambda: bench.training.cancel_class(bench.actor, klass, "Range closed by storm"))
    stage = shown(bench, qtbot)
    newest = rows(stage)[0]
    assert (newest.who, newest.reason, newest.station) == (
        bench.actor.name,
        "Range closed by storm",
        "Front desk 1",
    )
    assert title_words(newest) == "Cancelled the class Rifle"
    said = detail_words(newest, Shown(ZONE))
    assert "Status: scheduled → cancelled" in said
    assert "Reason: Range closed by storm" in said
    stage.key("Return")
    said = words(stage)
    for part in ("Before", "After", "scheduled", "cancelled", bench.actor.login, "Range closed by storm"):
        assert part in said
    stage.key("Return")
    assert not stage.sheets()


def test_filters_by_words_kind_and_days(database: Database, qtbot: QtBot) -> None:
    course = database.add_course(name="Rifle")
    klass = database.add_class(course, starts_at=datetime.now(UTC) + timedelta(hours=3))
    bench = sit_down(database, "manager")

    def work() -> None:
        edit = CourseEdit.of(bench.training.course(bench.actor, course))
        bench.training.save_course(bench.actor, edit)
        bench.training.cancel_class(bench.actor, klass, "Storm")

    elsewhere(work)
    stage = shown(bench, qtbot)
    everything = len(rows(stage))
    pick(stage, "audit_kind", "training.class")
    assert {row.resource_type for row in rows(stage)} == {"training.class"}
    assert 0 < len(rows(stage)) < everything
    stage.key("Ctrl+F")
    stage.type("storm")
    stage.key("Return")
    assert [row.reason for row in rows(stage)] == ["Storm"]
    stage.key("Ctrl+F")
    stage.type("nobody such")
    stage.key("Return")
    assert "Nothing here" in words(stage)
    stage.key("Escape")
    pick(stage, "audit_kind", "")
    assert len(rows(stage)) == everything
    pick(stage, "audit_days", 0)
    assert len(rows(stage)) == everything


def test_chosen_days_leave_out_what_lies_outside(database: Database, qtbot: QtBot) -> None:
    database.add_person("Ada", "Lovelace")
    stage = shown(sit_down(database, "auditor"), qtbot)
    pick(stage, "audit_days", -1)
    view = stage.view
    assert isinstance(view, AuditView)
    assert view._span.isVisible()
    assert rows(stage)
    today = datetime.now(ZONE).date()
    before = list(rows(stage))
    view._span.set_value("until", today - timedelta(days=9))
    assert view._span.error_of("until") == "The last day lies before the first."
    assert rows(stage) == before
    view._span.set_value("since", today - timedelta(days=20))
    assert rows(stage) == []
    view._span.set_value("until", today)
    assert rows(stage) == before
    pick(stage, "audit_days", 1)
    assert not view._span.isVisible()


def test_a_line_says_whom_it_is_about(database: Database, qtbot: QtBot) -> None:
    course = database.add_course(name="Rifle", waiver_template_id=None)
    klass = database.add_class(course, starts_at=datetime.now(UTC) + timedelta(hours=3))
    person = database.add_person("Ada", "Lovelace")
    bench = sit_down(database, "manager")
    elsewhere(lambda: bench.training.book(bench.actor, new_booking(klass, person)))
    stage = shown(bench, qtbot)
    said = [title_words(row) for row in rows(stage)]
    assert "Booked Ada Lovelace, Rifle" in said
    assert "Put Ada Lovelace on file" in said


def line(old: dict[str, object], new: dict[str, object], kind: str = "training.course") -> AuditRow:
    action = "update" if old and new else "insert" if new else "delete"
    return AuditRow(
        uuid7(),
        datetime.now(UTC),
        "u_000001",
        "Dana",
        "user",
        action,
        kind,
        UUID(int=1),
        old,
        new,
        None,
        None,
        None,
    )


def test_names_of_new_and_removed_things_and_the_words_of_columns() -> None:
    assert detail_words(line({}, {"name": "Rifle", "id": "1"}), SHOW) == "Rifle"
    assert detail_words(line({"city": "Charleston", "id": "1"}, {}, "people.address"), SHOW) == "Charleston"
    late = line({}, {"attendance": "late", "station": "Till 1"}, "training.check_in")
    assert detail_words(late, SHOW) == "late"
    assert detail_words(
        line({"price_minor": 100, "min_age": 2}, {"price_minor": 250, "min_age": 3}), SHOW
    ) == ("Minimum age: 2 → 3 · Price: 1.00 → 2.50")
    many = dict.fromkeys(("name", "price_minor", "min_age"), 1)
    assert detail_words(line(many, dict.fromkeys(many, 2)), SHOW) == "Minimum age, Name, Price"
    sold = line({}, {"description": "Rifle, 2026-11-20 18:00"}, "sales.order_line")
    assert detail_words(sold, SHOW) == "Rifle, 20 Nov 18:00"
    assert fields_of(line({}, {"id": "1", "version": 1, "notes": None, "name": "x", "course_id": "2"})) == (
        "name", "course_id",
    )  # fmt: skip
    assert field_words("given_name") == "Given name"
    assert field_words("some_new_column") == "Some new column"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("price_minor", 18500, "185.00"),
        ("notes", None, "–"),
        ("is_active", False, "no"),
        ("jobs", ["frontdesk", "admin"], "Front desk, Admin"),
        ("birth_date", "1990-03-25", "25 Mar 1990"),
        ("starts_at", "2026-11-20T14:00:00+00:00", "20 Nov 2026, 09:00"),
        ("id_number_sealed", "(secret)", "(secret)"),
        ("notification_preferences", {"email": True, "sms": False}, "email: yes; sms: no"),
        ("reference", "2026-13-45", "2026-13-45"),
        ("attendance", "no_show", "did not come"),
        ("status", "unheard_of", "unheard_of"),
        ("notes", "cash", "cash"),
    ],
)
def test_values_as_people_read_them(name: str, value: object, said: str) -> None:
    assert value_words(name, value, {"currency": "USD"}, Shown(ZONE)) == said


def test_francs_have_no_cents() -> None:
    assert (
        value_words("price_minor", 9000, {"currency": "XOF"}, Shown(ZONE)).replace("\u202f", " ") == "9 000"
    )


def test_secrets_never_show(database: Database, qtbot: QtBot) -> None:
    person = database.add_person("Ada", "Lovelace")
    bench = sit_down(database, "auditor")
    database.run(
        "UPDATE people.person SET id_type = 'passport', id_number_sealed = 'xyz' WHERE id = %s", person
    )
    stage = shown(bench, qtbot)
    stage.key("Return")
    said = words(stage)
    assert "Document number" in said
    assert "(secret)" in said
    assert "78797a" not in said
