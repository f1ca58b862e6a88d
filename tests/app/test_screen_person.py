"""The page of one person: what it shows to whom, and every change made from it, on a real database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.app.screens.person_card import PersonPage
from mdi_desk.domains.people.records import PersonEdit
from mdi_desk.domains.people.ui.guardian import GuardianSheet
from mdi_desk.domains.waivers.records import SigningEvidence, SignWaiver
from mdi_desk.domains.waivers.ui.capture import WaiverCapture
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.targets import Target
from mdi_desk.qt import theme
from mdi_desk.qt.forms import ConflictSheet
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Button, CheckRow, Chip, Label
from tests.kernel.ink_samples import signature
from tests.support.database import Database, elsewhere
from tests.support.proxy import Proxy
from tests.support.services import Bench, add_seal_key, add_waiver, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


@pytest.fixture
def manager(database: Database) -> Bench:
    return sit_down(database, "manager", "Office")


def shown(bench: Bench, qtbot: QtBot, person: UUID) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    page = PersonPage(stage.context, bench.people, bench.training, bench.waivers, bench.sales)
    stage.put(page, Target("person", person))
    return stage


def page(stage: Stage) -> PersonPage:
    assert isinstance(stage.view, PersonPage)
    return stage.view


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def chips(stage: Stage) -> set[str]:
    return {chip.text for chip in stage.window.findChildren(Chip) if chip.isVisible()}


def offered(stage: Stage, name: str) -> bool:
    """Whether there is a button `name` to press."""
    return any(one.isVisible() for one in stage.window.findChildren(Button, name))


def rows(stage: Stage, name: str) -> list[list[str]]:
    model = stage.find(Table, name).rows_model()
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def form(stage: Stage, name: str) -> FormSheet:
    sheet = stage.sheet()
    assert isinstance(sheet, FormSheet)
    assert sheet.objectName() == name
    return sheet


def write(sheet: FormSheet, **texts: str) -> None:
    for name, text in texts.items():
        target = sheet.form.editor(name).target()
        if isinstance(target, QComboBox):
            place = target.findText(text)
            assert place >= 0, text
            target.setCurrentIndex(place)
        else:
            assert isinstance(target, QLineEdit)
            target.setText(text)


def other_desk(bench: Bench, person: UUID, **changes: Any) -> None:
    """What a colleague saves at another desk."""

    def save() -> None:
        card = bench.people.card(bench.actor, person)
        bench.people.save(bench.actor, replace(PersonEdit.of(card.person), **changes))

    elsewhere(save)


def sign(bench: Bench, person: UUID, name: str) -> UUID:
    def call() -> UUID:
        one = SignWaiver(
            id=uuid7(),
            op_id=uuid7(),
            person_id=person,
            text=bench.waivers.current(bench.actor),
            signed_name=name,
            ink=signature(),
            signed_at=datetime.now(UTC),
            evidence=SigningEvidence(8000, True, "pen", "1280x800"),
        )
        bench.waivers.sign(bench.actor, one)
        return one.id

    return elsewhere(call)


# -- what is shown ----------------------------------------------------------------------------------------


def test_everything_about_a_person_on_one_page(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    add_seal_key(database)
    add_waiver(database)
    person = database.add_person(
        "Kwame", "Boateng-Addo", age=38, phone="+13045550142", email="kwame@example.org", notes="Left-handed"
    )
    klass = database.add_class(
        database.add_course(name="Defensive handgun"), starts_at=datetime.now(UTC) + timedelta(days=3)
    )
    booking = database.add_booking(klass, person, price_minor=18500)
    sign(clerk, person, "Kwame Boateng-Addo")
    stage = shown(clerk, qtbot, person)
    text = words(stage)
    for part in ("Kwame Boateng-Addo", "(304) 555-0142", "kwame@example.org", "Left-handed", "38 · "):
        assert part in text
    assert "Customer" in chips(stage)
    state = [row.accessibleName() for row in stage.window.findChildren(CheckRow) if row.isVisible()]
    assert state[0].startswith("Waiver valid")
    assert not offered(stage, "sign_waiver")
    [[course, payment, came]] = rows(stage, "bookings_table")
    assert (course.partition(",")[0], payment, came) == ("Defensive handgun", "$185.00 due", "Booked")
    stage.key("Return")
    assert stage.window.asked[-1] == Target("booking", booking)
    stage.key("W")
    assert rows(stage, "waivers_table")[0][1].endswith("Kwame Boateng-Addo")
    stage.key("O")
    assert rows(stage, "orders_table")[0][2:] == ["1", "$185.00 due"]
    stage.key("Return")
    assert stage.window.asked[-1].kind == "order"


def test_all_fields_can_be_seen(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Hana", "Sato", bio="Runs the club", timezone="Asia/Tokyo")
    stage = shown(clerk, qtbot, person)
    assert "Asia/Tokyo" not in words(stage)
    QTest.keyClick(stage.find(QWidget, "all_fields"), Qt.Key.Key_Return)
    stage.settle()
    for part in ("Asia/Tokyo", "Runs the club", "Own code", "Came from", "Newsletter", "Sponsors may write"):
        assert part in words(stage)


def test_a_minor_leads_to_the_guardian_and_back(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    mother = database.add_person("Fọlákẹ́", "Akíntọ́lá", age=48)
    child = database.add_person("Tèmítọ́pẹ́", "Akíntọ́lá", age=12)
    elsewhere(lambda: clerk.people.set_guardian(clerk.actor, child, mother, "parent"))
    stage = shown(clerk, qtbot, child)
    assert "Minor" in chips(stage)
    assert "Fọlákẹ́ Akíntọ́lá" in words(stage)
    page(stage).open(Target("person", mother))
    stage.settle()
    assert "Guardian of" in words(stage)
    assert "Tèmítọ́pẹ́ Akíntọ́lá" in words(stage)
    assert "Minor" not in chips(stage)


def test_somebody_who_is_not_there_is_said_plainly(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    stage = shown(clerk, qtbot, uuid7())
    assert "This person is not here" in words(stage)
    assert not page(stage).panel.isVisible()


def test_news_from_another_desk_redraws_the_card(
    database: Database, qtbot: QtBot, clerk: Bench, manager: Bench
) -> None:
    person = database.add_person("Lena", "Brandt")
    stage = shown(clerk, qtbot, person)
    other_desk(manager, person, given_name="Lena Maria", full_name="")
    stage.runner.announce(Change("people.person", frozenset({person})))
    stage.settle()
    assert "Lena Maria Brandt" in words(stage)


def test_an_auditor_reads_and_changes_nothing(database: Database, qtbot: QtBot) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100")
    stage = shown(sit_down(database, "auditor"), qtbot, person)
    for name in ("person_edit", "sign_waiver", "address_add", "identity", "birth_date"):
        assert not offered(stage, name), name
    assert "(304) 555-0100" in words(stage)
    stage.key("E")
    assert not stage.sheets()
    stage.key("H")
    assert stage.find(Table, "history_table").isVisible()


# -- editing ----------------------------------------------------------------------------------------------


def test_edit_saves_and_shows(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100")
    stage = shown(clerk, qtbot, person)
    stage.key("E")
    sheet = form(stage, "edit_person")
    write(sheet, family_name="Brandt-Weiß", phone="304 555 0177")
    stage.press("save")
    assert not stage.sheets()
    assert "Lena Brandt-Weiß" in words(stage), "the full name follows its parts"
    row = database.owner().execute(
        "SELECT full_name, phone, version FROM people.person WHERE id = %s", [person]
    ).fetchone()  # fmt: skip
    assert row == ("Lena Brandt-Weiß", "+13045550177", 2)


def test_a_name_of_its_own_is_kept(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Văn Hùng", "Nguyễn", full_name="Nguyễn Văn Hùng")
    stage = shown(clerk, qtbot, person)
    stage.key("E")
    sheet = form(stage, "edit_person")
    assert sheet.form.values()["full_name"] == "Nguyễn Văn Hùng"
    write(sheet, email="hung@example.org")
    stage.press("save")
    assert database.value("SELECT full_name FROM people.person WHERE id = %s", person) == "Nguyễn Văn Hùng"


def test_two_people_change_the_same_field_and_choose(
    database: Database, qtbot: QtBot, clerk: Bench, manager: Bench
) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100", email="lena@example.org")
    stage = shown(clerk, qtbot, person)
    stage.key("E")
    sheet = form(stage, "edit_person")
    write(sheet, phone="(304) 555-0111", email="mine@example.org")
    other_desk(manager, person, phone="+13045550122", notes="Ask for the key")
    stage.press("save")
    conflict = stage.sheet()
    assert isinstance(conflict, ConflictSheet)
    assert conflict.objectName() == "conflict"
    assert [one.name for one in conflict.differing] == ["phone"], "only what both changed is asked"
    assert "(304) 555-0111" in words(stage)
    assert "(304) 555-0122" in words(stage)
    conflict.choose("phone", mine=False)
    stage.confirm()
    assert not stage.sheets()
    row = database.owner().execute(
        "SELECT phone, email, notes FROM people.person WHERE id = %s", [person]
    ).fetchone()  # fmt: skip
    assert row == ("+13045550122", "mine@example.org", "Ask for the key")


def test_two_people_change_different_fields_and_both_are_kept(
    database: Database, qtbot: QtBot, clerk: Bench, manager: Bench
) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100")
    stage = shown(clerk, qtbot, person)
    stage.key("E")
    write(form(stage, "edit_person"), email="mine@example.org")
    other_desk(manager, person, notes="Ask for the key")
    stage.press("save")
    assert not stage.sheets()
    assert "A colleague changed this too. Both changes are kept." in stage.window.toasts.texts()
    row = database.owner().execute(
        "SELECT phone, email, notes FROM people.person WHERE id = %s", [person]
    ).fetchone()  # fmt: skip
    assert row == ("+13045550100", "mine@example.org", "Ask for the key")


def test_leaving_a_form_asks_when_something_would_be_lost(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    stage = shown(clerk, qtbot, database.add_person("Lena", "Brandt"))
    stage.key("E")
    stage.key("Escape")
    assert not stage.sheets(), "nothing typed: no question"
    stage.key("E")
    write(form(stage, "edit_person"), email="x@example.org")
    stage.key("Escape")
    assert stage.sheet().objectName() == "leave_form"
    stage.confirm()
    assert not stage.sheets()


# -- birth date, identity, addresses, guardians -----------------------------------------------------------


def test_a_missing_birth_date_is_added_by_the_desk_and_changed_by_a_manager(
    database: Database, qtbot: QtBot, clerk: Bench, manager: Bench
) -> None:
    add_seal_key(database)
    add_waiver(database)
    person = database.add_person("Lena", "Brandt", age=None)
    stage = shown(clerk, qtbot, person)
    assert not stage.find(Button, "sign_waiver").isEnabled(), "who must sign hangs on the age"
    stage.press("birth_date")
    form(stage, "birth_date_of").form.set_value("birth_date", date(1990, 5, 3))
    stage.press("save")
    assert "3 May 1990" in words(stage)
    assert stage.find(Button, "sign_waiver").isEnabled()
    assert not offered(stage, "birth_date"), "a clerk does not change it"

    stage = shown(manager, qtbot, person)
    stage.press("birth_date")
    sheet = form(stage, "birth_date_of")
    sheet.form.set_value("birth_date", date(1991, 5, 3))
    stage.press("save")
    assert sheet.form.error_of("reason") == "This is needed."
    write(sheet, reason="Typing mistake, seen on the passport")
    stage.press("save")
    assert not stage.sheets()
    assert database.value("SELECT birth_date FROM people.person WHERE id = %s", person) == date(1991, 5, 3)
    stage.key("H")
    assert any("Typing mistake" in row[1] for row in rows(stage, "history_table"))


def test_a_document_is_sealed_and_only_replaced(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    add_seal_key(database)
    person = database.add_person("Lena", "Brandt")
    stage = shown(clerk, qtbot, person)
    stage.press("identity")
    write(form(stage, "identity_of"), id_type="Passport", id_country="DEU", id_number="C01X00T47")
    stage.press("save")
    assert not stage.sheets()
    assert "On file, sealed" in words(stage)
    assert "C01X00T47" not in words(stage)
    sealed = bytes(database.value("SELECT id_number_sealed FROM people.person WHERE id = %s", person))
    assert b"C01X00T47" not in sealed
    stage.press("identity")
    sheet = form(stage, "identity_of")
    assert sheet.form.editor("id_number").value() == ""
    assert "replaced as a whole" in words(stage)


def test_addresses_are_added_changed_and_removed(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Lena", "Brandt")
    stage = shown(clerk, qtbot, person)
    stage.press("address_add")
    sheet = form(stage, "address_of")
    assert sheet.form.editor("is_default").value() is True, "the first one is the main one"
    stage.press("save")
    assert sheet.form.error_of("line1") == "Write at least a street or a city."
    write(sheet, line1="4526 Quarrier Drive", city="Buckhannon", region="WV", postal_code="26201")
    stage.press("save")
    assert "Buckhannon, WV 26201, USA" in words(stage)
    address = database.value("SELECT id FROM people.address WHERE person_id = %s", person)
    row = stage.find(QWidget, f"address_{address}")
    QTest.keyClick(row, Qt.Key.Key_Return)
    write(form(stage, "address_of"), line1="1 Main Street")
    stage.press("save")
    assert "1 Main Street" in words(stage)
    QTest.keyClick(stage.find(QWidget, f"address_{address}"), Qt.Key.Key_Return)
    stage.press("address_remove")
    stage.confirm()
    assert not stage.sheets()
    assert database.value("SELECT count(*) FROM people.address WHERE person_id = %s", person) == 0
    assert "None on file." in words(stage)


def test_a_guardian_is_chosen_by_typing_and_ended_with_a_reason(
    database: Database, qtbot: QtBot, clerk: Bench, manager: Bench
) -> None:
    father = database.add_person("Jean-Baptiste", "d’Arcy", age=45)
    child = database.add_person("Odette", "d’Arcy", age=14)
    stage = shown(clerk, qtbot, child)
    stage.key("G")
    sheet = stage.sheet()
    assert isinstance(sheet, GuardianSheet)
    assert not sheet.save_button.isEnabled()
    with qtbot.waitSignal(sheet.chooser.picker.field.searched):
        stage.type("baptiste")
    stage.key("Return")
    assert sheet.chooser.chosen == father
    write(sheet, relationship="Legal guardian")
    stage.press("save")
    assert not stage.sheets()
    assert "Jean-Baptiste d’Arcy" in words(stage)
    assert "Legal guardian" in words(stage)

    stage = shown(manager, qtbot, child)
    page(stage).panel.end_guardian(page(stage).panel.card.guardians[0])  # type: ignore[union-attr]
    stage.confirm("Moved abroad")
    assert "None on file. A guardian signs a minor’s waiver." in words(stage)


# -- waivers and tickets ----------------------------------------------------------------------------------


def test_a_missing_waiver_is_the_one_next_step(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    add_seal_key(database)
    add_waiver(database)
    person = database.add_person("Lena", "Brandt")
    stage = shown(clerk, qtbot, person)
    stage.press("sign_waiver")
    capture = stage.find(WaiverCapture, "waiver_capture")
    assert "Lena Brandt" in capture.accessibleName()
    capture.close_capture()
    sign(clerk, person, "Lena Brandt")
    page(stage).refresh()
    stage.settle()
    assert not offered(stage, "sign_waiver")


def test_a_manager_withdraws_a_waiver_with_a_reason(database: Database, qtbot: QtBot, manager: Bench) -> None:
    add_seal_key(database)
    add_waiver(database)
    person = database.add_person("Lena", "Brandt")
    sign(manager, person, "Lena Brandt")
    stage = shown(manager, qtbot, person)
    stage.key("W")
    stage.key("X")
    stage.confirm("Signed by the wrong person")
    stage.settle()
    assert rows(stage, "waivers_table")[0][2] == "Withdrawn"
    assert stage.find(Button, "sign_waiver").isVisible()


def test_the_ticket_of_a_booking(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Lena", "Brandt")
    database.add_booking(person=person)
    stage = shown(clerk, qtbot, person)
    stage.key("T")
    assert stage.sheet().objectName() == "ticket_sheet"


# -- the server away --------------------------------------------------------------------------------------


@pytest.mark.expects_log("")
def test_without_the_server_the_card_stays_and_the_form_keeps_what_is_typed(
    database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = database.keep(Proxy(database.server))
    monkeypatch.setattr(Database, "server", property(lambda _self: door.server))
    person = database.add_person("Lena", "Brandt", phone="+13045550100")
    bench = sit_down(database, "frontdesk")
    stage = shown(bench, qtbot, person)
    stage.key("E")
    sheet = form(stage, "edit_person")
    write(sheet, email="lena@example.org")
    door.down()
    stage.press("save")
    assert sheet.banner.isVisible()
    assert sheet.form.values()["email"] == "lena@example.org"
    page(stage).refresh()
    stage.settle()
    assert "(304) 555-0100" in words(stage), "what is known stays on the page"
    door.up()

    def try_again() -> bool:
        if stage.sheets():
            sheet.banner.acted.emit()
            stage.settle()
        return not stage.sheets()

    qtbot.waitUntil(try_again, timeout=15_000)
    assert database.value("SELECT email FROM people.person WHERE id = %s", person) == "lena@example.org"
