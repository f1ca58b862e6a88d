"""The people list and the form for somebody new: real database, real widgets, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.people.ui.new_person import NewPersonSheet, typed_person
from mdi_desk.domains.people.ui.people import PeopleView
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.targets import Target
from mdi_desk.qt import theme
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Button, Chip, Label, SearchField, Tappable
from tests.support.database import Database
from tests.support.proxy import Proxy
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(PeopleView(stage.context, bench.people))
    return stage


def table(stage: Stage) -> Table:
    found = stage.window.findChild(Table, "people_table")
    assert found is not None
    return found


def names(stage: Stage) -> list[str]:
    return [row.name for row in table(stage).rows_model().rows]


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def search(stage: Stage, qtbot: QtBot, text: str) -> None:
    """Type into the search as a person does, and wait until the typing rests."""
    field = stage.find(SearchField, "people_search")
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(field.searched):
        stage.type(text)
    stage.settle()


def form(stage: Stage) -> NewPersonSheet:
    sheet = stage.sheet()
    assert isinstance(sheet, NewPersonSheet)
    return sheet


def write(sheet: NewPersonSheet, **texts: str) -> None:
    for name, text in texts.items():
        line = sheet.form.editor(name).target()
        assert isinstance(line, QLineEdit)
        line.setText(text)


# -- the list ---------------------------------------------------------------------------------------------


def test_typing_finds_and_enter_opens_the_card(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    anh = database.add_person("Ánh", "Đặng", phone="+13045550142", email="anh@example.org")
    database.add_person("Boris", "Braun")
    stage = shown(clerk, qtbot)
    assert {"Ánh Đặng", "Boris Braun"} <= set(names(stage))
    assert stage.find(SearchField, "people_search").hasFocus(), "typing starts at once"
    search(stage, qtbot, "dang an")
    assert names(stage) == ["Ánh Đặng"]
    assert "1 match" in words(stage)
    stage.key("Return")
    assert stage.window.asked == [Target("person", anh)]
    search(stage, qtbot, "0142")
    assert names(stage) == ["Ánh Đặng"]


def test_down_goes_into_the_list_and_the_shortcut_back(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    database.add_person("Aaron", "Aab")
    second = database.add_person("Berta", "Aac")
    stage = shown(clerk, qtbot)
    stage.key("Down")
    assert table(stage).hasFocus()
    stage.key("Down")
    stage.key("Return")
    assert stage.window.asked == [Target("person", second)]
    stage.key("Ctrl+F")
    assert stage.find(SearchField, "people_search").hasFocus()


def test_a_row_shows_who_it_is(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    person = database.add_person("Gina", "Guard", age=44, phone="+13045550199", roles=["guardian"])
    database.run(
        "INSERT INTO people.address (id, person_id, city, is_default)"
        " VALUES (gen_random_uuid(), %s, %s, true)",
        person, "Parkersburg",
    )  # fmt: skip
    stage = shown(clerk, qtbot)
    search(stage, qtbot, "guard gina")
    model = table(stage).rows_model()
    said = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert said == ["Gina Guard", "44", "(304) 555-0199", "–", "Parkersburg", "Guardian"]


def test_a_long_list_is_counted_as_far_as_it_is_known(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    database.run(
        "INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, code)"
        " SELECT gen_random_uuid(), 'Number', n::text, 'Number ' || n, lpad(n::text, 5, '0'),"
        " 'P' || translate(lpad(to_hex(n), 11, '0'), 'abcdef', 'ABCDEF') FROM generate_series(1, 230) n"
    )
    stage = shown(clerk, qtbot)
    assert "200+ people" in words(stage)
    table(stage).rows_model().fetchMore()
    assert len(names(stage)) > 230


def test_nobody_found_leads_to_a_new_person_with_what_was_typed(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    stage = shown(clerk, qtbot)
    search(stage, qtbot, "zora neale zora@example.org")
    assert "Nobody matches “zora neale zora@example.org”" in words(stage)
    stage.key("Return")
    stage.key("Escape")
    stage.confirm()
    assert not stage.sheets(), "Enter leads to the form; leaving it asks, because it was filled"
    stage.press("new_person_here")
    values = form(stage).form.changes()
    assert values == {"given_name": "Zora", "family_name": "Neale", "email": "zora@example.org"}


def test_words_of_a_search_become_fields() -> None:
    assert typed_person("maría josé núñez") == {"given_name": "María", "family_name": "José Núñez"}
    assert typed_person("kim (304) 555-0142") == {
        "given_name": "Kim",
        "family_name": "",
        "phone": "(304) 555-0142",
    }
    assert typed_person("") == {}


def test_those_no_longer_active_are_a_group_of_their_own(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    database.add_person("Gone", "Person", is_active=False)
    stage = shown(clerk, qtbot)
    assert "Gone Person" not in names(stage)
    who = stage.find(QComboBox, "people_who")
    who.setCurrentIndex(who.findText("No longer active"))
    stage.settle()
    assert names(stage) == ["Gone Person"]
    assert not stage.find(SearchField, "people_search").isEnabled(), "the search knows active people only"
    who.setCurrentIndex(0)
    assert stage.find(SearchField, "people_search").isEnabled()


def test_news_from_another_desk_arrives(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    stage = shown(clerk, qtbot)
    other = database.add_person("Nadia", "Newcomer")
    stage.runner.announce(Change("people.person", frozenset({other})))
    qtbot.waitUntil(lambda: "Nadia Newcomer" in names(stage))


def test_an_auditor_may_look_but_not_add(database: Database, qtbot: QtBot) -> None:
    stage = shown(sit_down(database, "auditor"), qtbot)
    assert stage.window.findChild(Button, "new_person") is None
    search(stage, qtbot, "nobody at all")
    here = stage.window.findChild(Button, "new_person_here")
    assert here is not None
    assert not here.isVisible()
    stage.key("Ctrl+N")
    assert not stage.sheets()


# -- somebody new -----------------------------------------------------------------------------------------


def test_a_new_person_is_saved_with_a_normal_phone_and_opened(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    stage = shown(clerk, qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, given_name="Hana", family_name="Sato", phone="304 555 0100", email="Hana@Example.org")
    stage.press("save")
    assert not stage.sheets()
    row = database.owner().execute(
        "SELECT id, full_name, phone, email, roles, locale FROM people.person WHERE family_name = 'Sato'"
    ).fetchall()  # fmt: skip
    assert [tuple(one[1:]) for one in row] == [
        ("Hana Sato", "+13045550100", "hana@example.org", ["customer"], "en-US")
    ]
    assert stage.window.asked == [Target("person", row[0][0])]
    assert "Hana Sato is on file." in stage.window.toasts.texts()


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    stage = shown(clerk, qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, family_name="Sato", phone="12345")
    stage.press("save")
    assert sheet.form.error_of("given_name") == "This is needed."
    write(sheet, given_name="Hana")
    stage.press("save")
    assert "too short" in sheet.form.error_of("phone"), (
        "the service reads the number, the form shows the sentence"
    )
    assert sheet.form.values()["family_name"] == "Sato"
    stage.key("Escape")
    assert len(stage.sheets()) == 2, "asks before it throws something away"
    stage.key("Escape")
    assert stage.sheet() is sheet
    write(sheet, phone="(304) 555-0100")
    stage.press("save")
    assert not stage.sheets()


def test_lookalikes_appear_while_typing_and_open_instead(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    known = database.add_person("Kwame", "Boateng-Addo", phone="+13045550142")
    stage = shown(clerk, qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, given_name="Kwame", phone="304-555-0142")
    qtbot.waitUntil(lambda: sheet.lookalikes.count() == 1)
    assert "Same phone" in [chip.text for chip in sheet.lookalikes.findChildren(Chip)]
    # The card on file is the next step; a second one is still possible.
    assert stage.find(Button, "open_lookalike").text() == "Open Kwame Boateng-Addo"
    assert [stage.find(Button, name).kind for name in ("save", "open_lookalike")] == ["plain", "primary"]
    row = stage.find(Tappable, "lookalike")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert not stage.sheets()
    assert stage.window.asked == [Target("person", known)]
    assert database.value("SELECT count(*) FROM people.person WHERE given_name = 'Kwame'") == 1


def test_a_minor_is_asked_for_a_guardian(database: Database, qtbot: QtBot, clerk: Bench) -> None:
    mother = database.add_person("Lucrezia", "Marchetti", age=40)
    database.add_person("Domenico", "Marchetti", age=11)
    stage = shown(clerk, qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, given_name="Gianluca", family_name="Marchetti")
    assert not sheet.guardian.isVisible()
    sheet.form.set_value("birth_date", date(stage.context.show.today().year - 12, 1, 2))
    stage.settle()
    assert sheet.guardian.isVisible()
    field = sheet.chooser.picker.field
    field.setFocus()
    with qtbot.waitSignal(field.searched):
        stage.type("marchetti")
    assert [choice.title for choice in sheet.chooser.picker.choices()] == ["Lucrezia Marchetti"], (
        "adults only"
    )
    stage.key("Return")
    assert sheet.chooser.chosen == mother
    stage.press("save")
    assert not stage.sheets()
    link = database.owner().execute(
        "SELECT p.given_name, g.guardian_id, g.relationship FROM people.guardianship g"
        " JOIN people.person p ON p.id = g.person_id"
    ).fetchall()  # fmt: skip
    assert [tuple(one) for one in link] == [("Gianluca", mother, "parent")]


# -- the server away --------------------------------------------------------------------------------------


@pytest.fixture
def proxy(database: Database, monkeypatch: pytest.MonkeyPatch) -> Proxy:
    """A door between the desks of this test and the server; closed after them."""
    door = database.keep(Proxy(database.server))
    monkeypatch.setattr(Database, "server", property(lambda _self: door.server))
    return door


@pytest.mark.expects_log("")
def test_without_the_server_the_form_waits_and_makes_one_person(
    database: Database, qtbot: QtBot, proxy: Proxy
) -> None:
    bench = sit_down(database, "frontdesk")
    stage = shown(bench, qtbot)
    stage.key("Ctrl+N")
    sheet = form(stage)
    write(sheet, given_name="Ines", family_name="Offline")
    proxy.down()
    stage.press("save")
    assert sheet.banner.isVisible()
    assert sheet.form.values()["given_name"] == "Ines"
    proxy.up()
    bench.sender.look()

    def try_again() -> bool:
        if stage.sheets():
            sheet.banner.acted.emit()
            stage.settle()
        return not stage.sheets()

    qtbot.waitUntil(try_again, timeout=15_000)
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'Offline'") == 1


def test_coming_back_from_a_card_finds_the_list_as_it_was(
    database: Database, qtbot: QtBot, clerk: Bench
) -> None:
    database.add_person("Aaron", "Aab")
    second = database.add_person("Berta", "Aac")
    stage = shown(clerk, qtbot)
    for key in ("Down", "Down", "Return"):
        stage.key(key)
    assert stage.view is not None
    asked = len(stage.runner.asked)
    stage.view.open(Target("view", name="people"))
    stage.settle()
    assert len(stage.runner.asked) == asked
    assert table(stage).hasFocus()
    assert table(stage).current_row().id == second  # type: ignore[union-attr]
