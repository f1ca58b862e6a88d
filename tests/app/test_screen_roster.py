"""The roster with its check-in card: real database, real widgets, by keyboard; also without the server."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.app.screens.check_in_card import CheckInPanel, StatusBlock
from mdi_desk.app.screens.roster import RosterPage, roster_keys
from mdi_desk.db.work import CancelScope
from mdi_desk.domains.people.ui.new_person import NewPersonSheet
from mdi_desk.domains.training.records import RosterRow
from mdi_desk.domains.training.ui.roster import RosterList
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.targets import Target
from mdi_desk.qt import theme
from mdi_desk.qt.runner import TaskRunner
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Button, CheckRow, Label
from tests.support.database import Database, elsewhere
from tests.support.services import Bench, add_seal_key, add_waiver, sit_down
from tests.support.stage import Stage, make_stage
from tests.support.tidy import tidy


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def template(database: Database) -> UUID:
    add_seal_key(database)
    return add_waiver(database)


@pytest.fixture
def klass(database: Database, template: UUID) -> UUID:
    """A course from 18 on, with a guardian from 14, that costs and needs a waiver."""
    course = database.add_course(
        name="Defensive handgun I",
        price_minor=18500,
        min_age=18,
        guardian_min_age=14,
        waiver_template_id=template,
    )
    return database.add_class(course, seats=4)


@pytest.fixture
def easy(database: Database) -> UUID:
    """A class that is free and needs nothing."""
    return database.add_class(database.add_course(name="Safety basics"))


def opened(bench: Bench, qtbot: QtBot, target: Target, **more: bool) -> Stage:
    stage = make_stage(bench, **more)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    page = RosterPage(stage.context, bench.training, bench.waivers, bench.sales, bench.people)
    stage.put(page, target)
    page._ask_card()
    stage.settle()
    return stage


def page(stage: Stage) -> RosterPage:
    assert isinstance(stage.view, RosterPage)
    return stage.view


def names(stage: Stage) -> list[str]:
    return [row.name for row in page(stage).list.table.rows_model().rows]


def chosen(stage: Stage) -> RosterRow:
    row = page(stage).list.current()
    assert row is not None
    return row


def choose(stage: Stage, name: str) -> None:
    row = next(row for row in page(stage).list.rows if row.name == name)
    assert page(stage).list.select(row.booking_id)
    page(stage)._ask_card()
    stage.settle()


def gate(stage: Stage) -> dict[str, str]:
    """The state of each line on the card."""
    rows = page(stage).card.findChildren(CheckRow)
    return {row.objectName().removeprefix("gate_"): row.state for row in rows if row.isVisible()}


def status(stage: Stage) -> str:
    return page(stage).card.findChild(StatusBlock).accessibleName()


def why(stage: Stage) -> str:
    label = page(stage).card.findChild(Label, "check_in_why")
    return label.text() if label.isVisible() else ""


def button(stage: Stage, name: str) -> Button:
    return next(one for one in stage.window.findChildren(Button, name) if one.isVisible())


def shown_buttons(stage: Stage) -> set[str]:
    return {one.objectName() for one in stage.window.findChildren(Button) if one.isVisible()} - {""}


def words(stage: Stage) -> set[str]:
    return {label.text() for label in stage.window.findChildren(Label) if label.isVisible()}


# -- the list ---------------------------------------------------------------------------------------------


def test_the_roster_opens_on_whoever_is_not_here_yet(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    here = database.add_booking(easy, database.add_person("Ada", "Abel"))
    elsewhere(lambda: clerk.training.check_in(clerk.actor, here))
    database.add_booking(easy, database.add_person("Bea", "Berg"))
    stage = opened(clerk, qtbot, Target("class", easy))
    assert names(stage) == ["Ada Abel", "Bea Berg"]
    assert chosen(stage).name == "Bea Berg"
    assert page(stage).title() == "Safety basics"
    assert page(stage).list.table.hasFocus()
    assert "2 of 12" in page(stage)._header._subtitle.text()
    assert gate(stage) == dict.fromkeys(("booked", "paid", "of_age", "waiver", "class_open"), "ok")
    assert button(stage, "check_in").isEnabled()
    assert why(stage) == ""


def test_enter_checks_in_and_the_arrows_go_on(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    first = database.add_booking(easy, database.add_person("Ada", "Abel"))
    second = database.add_booking(easy, database.add_person("Bea", "Berg"))
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("Return")
    assert status(stage).startswith("Checked in. ")
    assert clerk.actor.station in status(stage)
    assert clerk.actor.name in status(stage)
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", first) == "present"
    assert "undo_check_in" in shown_buttons(stage)
    assert "check_in" not in shown_buttons(stage)
    stage.key("Down")
    assert chosen(stage).name == "Bea Berg"
    stage.key("L")
    qtbot.waitUntil(lambda: status(stage).startswith("Checked in, late"))
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", second) == "late"
    assert database.value("SELECT count(*) FROM training.check_in") == 2


def test_a_second_enter_checks_nobody_in_twice(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(easy)
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("Return")
    stage.key("Return")
    stage.key("Return")
    assert len([task for task in stage.runner.told if task.error is None]) == 1
    assert database.value("SELECT count(*) FROM training.check_in") == 1


def test_enter_before_the_card_is_there_waits_for_it(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(easy)
    stage = make_stage(clerk)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.put(
        RosterPage(stage.context, clerk.training, clerk.waivers, clerk.sales, clerk.people),
        Target("class", easy),
    )
    page(stage)._cards.clear()
    page(stage)._show_card()
    assert button(stage, "check_in").isEnabled(), "nothing flickers while the card is on its way"
    stage.key("Return")
    assert database.value("SELECT count(*) FROM training.check_in") == 1


def test_enter_before_the_card_is_there_lets_nobody_slip_through(
    database: Database, qtbot: QtBot, klass: UUID
) -> None:
    """What the row can't know (the age of the course) stands on the card, and the card is waited for."""
    clerk = sit_down(database, "frontdesk")
    database.run("UPDATE training.course SET waiver_template_id = NULL, guardian_min_age = NULL")
    database.add_booking(klass, database.add_person("Kim", "Kid", age=10))
    stage = opened(clerk, qtbot, Target("class", klass))
    page(stage)._cards.clear()
    page(stage)._show_card()
    stage.key("Return")
    assert gate(stage)["of_age"] == "bad"
    assert stage.runner.told == []
    assert database.value("SELECT count(*) FROM training.check_in") == 0


def test_filter_by_name_without_accents(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    for given, family in (("Ánh", "Đặng"), ("Łukasz", "Kozłowski"), ("Ada", "Abel")):
        database.add_booking(easy, database.add_person(given, family))
    stage = opened(clerk, qtbot, Target("class", easy))
    asked = len(stage.runner.asked)
    stage.key("Ctrl+F")
    stage.type("dang")
    qtbot.waitUntil(lambda: names(stage) == ["Ánh Đặng"])
    assert chosen(stage).name == "Ánh Đặng"
    stage.key("Escape")
    qtbot.waitUntil(lambda: len(names(stage)) == 3)
    assert page(stage).list.table.hasFocus()
    reads = [task for task in stage.runner.asked[asked:] if task.key == "roster"]
    assert reads == [], "the filter works in the rows that are there"
    stage.key("Ctrl+F")
    stage.type("zzzz")
    qtbot.waitUntil(lambda: names(stage) == [])
    assert "Nobody matches" in words(stage)


def test_a_roster_of_five_hundred_is_one_question(database: Database, qtbot: QtBot) -> None:
    clerk = sit_down(database, "frontdesk")
    big = database.add_class(database.add_course(name="Range day"), seats=500)
    for number in range(500):
        database.add_booking(big, database.add_person(f"P{number:03}", "Crowd"))
    stage = make_stage(clerk)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.put(
        RosterPage(stage.context, clerk.training, clerk.waivers, clerk.sales, clerk.people),
        Target("class", big),
    )
    assert len(names(stage)) == 500
    assert [task.key for task in stage.runner.asked].count("roster") == 1
    before = len(stage.runner.asked)
    for _ in range(50):
        stage.key("Down")
    assert chosen(stage).name == "P050 Crowd"
    assert page(stage).card.seat is not None
    assert page(stage).card.seat.name == "P050 Crowd", "the row's facts are shown meanwhile"
    cards = [task for task in stage.runner.asked[before:] if task.key == "card"]
    assert len(cards) < 25, "fast arrowing does not ask for every card"
    qtbot.waitUntil(lambda: page(stage).card.seat is not None and page(stage).card.seat.card is not None)


def test_an_empty_class_says_what_to_do(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    stage = opened(clerk, qtbot, Target("class", easy))
    assert {"Nobody is booked yet", "Choose a person"} <= words(stage)
    assert "check_in" not in shown_buttons(stage)
    assert stage.find(Button, "tickets").toolTip() == "Nobody is booked yet."


def test_news_of_another_station_is_shown_and_the_place_kept(
    database: Database, qtbot: QtBot, easy: UUID
) -> None:
    clerk, other = sit_down(database, "frontdesk"), sit_down(database, "manager", "Till 2")
    first = database.add_booking(easy, database.add_person("Ada", "Abel"))
    database.add_booking(easy, database.add_person("Bea", "Berg"))
    stage = opened(clerk, qtbot, Target("class", easy))
    choose(stage, "Bea Berg")
    elsewhere(lambda: other.training.check_in(other.actor, first))
    for _ in range(5):
        stage.runner.announce(Change("training.booking", frozenset({first})))
    before = len([task for task in stage.runner.asked if task.key == "roster"])
    qtbot.waitUntil(lambda: bool(page(stage).list.row_of(first).checked_in_at))  # type: ignore[union-attr]
    assert len([task for task in stage.runner.asked if task.key == "roster"]) == before + 1, "one for a burst"
    assert chosen(stage).name == "Bea Berg"
    # A change of somebody else's asks nothing.
    stage.runner.announce(Change("people.person", frozenset({other.account.person_id})))
    assert not page(stage)._burst.isActive()


def test_a_booking_opens_on_its_person(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    for name in ("Abel", "Berg", "Cohn"):
        last = database.add_booking(easy, database.add_person("Ada", name))
    stage = opened(clerk, qtbot, Target("booking", last))
    assert chosen(stage).name == "Ada Cohn"
    other = database.add_class(database.add_course(name="Another"))
    there = database.add_booking(other, database.add_person("Dan", "Dorn"))
    page(stage).open(Target("booking", there))
    stage.settle()
    assert (page(stage).title(), chosen(stage).name) == ("Another", "Dan Dorn")


def test_a_second_scan_is_told_apart_from_a_fresh_check_in(
    database: Database, qtbot: QtBot, easy: UUID
) -> None:
    clerk, other = sit_down(database, "frontdesk"), sit_down(database, "manager", "Till 2")
    first = database.add_booking(easy, database.add_person("Ada", "Abel"))
    second = database.add_booking(easy, database.add_person("Bea", "Berg"))
    stage = opened(clerk, qtbot, Target("booking", first, "scan"))
    block = page(stage).card.findChild(StatusBlock)
    assert not block.isVisible()
    stage.key("Return")
    assert status(stage).startswith("Checked in. "), "let in after the scan: not a second one"
    assert block._kind == "ok"
    page(stage).open(Target("booking", first, "scan"))
    stage.settle()
    assert status(stage).startswith("Already checked in. ")
    assert clerk.actor.name in status(stage)
    assert block._kind == "warn"
    page(stage).refresh()
    stage.settle()
    assert status(stage).startswith("Already checked in. "), "held until another person is chosen"
    stage.key("Down")
    stage.key("Up")
    assert status(stage).startswith("Checked in. ")
    # Let in at another desk, which this one has not heard of: the card tells.
    elsewhere(lambda: other.training.check_in(other.actor, second))
    page(stage).open(Target("booking", second, "scan"))
    page(stage)._ask_card()
    stage.settle()
    assert status(stage).startswith("Already checked in. ")
    assert "Till 2" in status(stage)
    page(stage).open(Target("booking", second))
    stage.settle()
    assert status(stage).startswith("Checked in. "), "a click is no scan"


def test_the_first_chosen_is_who_still_needs_something(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.run("UPDATE training.course SET waiver_template_id = NULL")
    here = database.add_booking(klass, database.add_person("Ada", "Abel"))
    elsewhere(lambda: clerk.training.check_in(clerk.actor, here))
    database.add_booking(klass, database.add_person("Bea", "Berg"))
    owing = database.add_booking(klass, database.add_person("Cleo", "Cohn"), price_minor=18500)
    stage = opened(clerk, qtbot, Target("class", klass))
    assert chosen(stage).booking_id == owing


def test_the_one_thing_left_is_the_big_button(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(klass, database.add_person("Ada", "Abel"))
    minor = database.add_person("Mina", "Minor", age=15)
    database.add_booking(klass, minor)
    guardian = database.add_person("Gus", "Minor")
    manager = sit_down(database, "manager")
    elsewhere(lambda: manager.people.set_guardian(manager.actor, minor, guardian, "parent"))
    stage = opened(clerk, qtbot, Target("class", klass))
    choose(stage, "Ada Abel")
    step = button(stage, "sign_waiver")
    assert (step.text(), step.kind, step.isEnabled()) == ("Sign waiver", "primary", True)
    assert "check_in" not in shown_buttons(stage)
    choose(stage, "Mina Minor")
    assert button(stage, "sign_waiver").text() == "Guardian signs"
    assert why(stage) == "A guardian signs the waiver first."


def test_a_cancelled_booking_still_has_its_card(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    gone = database.add_booking(easy, database.add_person("Ada", "Abel"))
    elsewhere(lambda: clerk.training.unbook(clerk.actor, gone, "ill"))
    stage = opened(clerk, qtbot, Target("booking", gone))
    assert gate(stage)["booked"] == "bad"
    assert page(stage).card.seat is not None
    assert page(stage).card.seat.name == "Ada Abel"
    assert "check_in" not in shown_buttons(stage)
    assert button(stage, "book_again").kind == "primary"


def test_while_it_loads_there_are_skeleton_rows(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    here = database.add_booking(easy, database.add_person("Ada", "Abel"))
    database.add_booking(easy, database.add_person("Bea", "Berg"))
    elsewhere(lambda: clerk.training.check_in(clerk.actor, here))
    stage = opened(clerk, qtbot, Target("class", easy))
    page(stage)._fresh(uuid7())
    page(stage).list.table.setFocus()
    stage.settle()
    assert page(stage).list.table.isVisible()
    assert page(stage).list.table.rows_model().loading
    assert "Nobody is booked yet" not in words(stage)
    # The answer comes while the list has the focus: whoever is not here yet is chosen all the same.
    page(stage)._class = easy
    page(stage).refresh()
    assert chosen(stage).name == "Bea Berg"


def test_a_class_that_is_gone_says_so_and_can_be_tried_again(database: Database, qtbot: QtBot) -> None:
    clerk = sit_down(database, "frontdesk")
    missing = uuid7()
    stage = opened(clerk, qtbot, Target("class", missing))
    banner = page(stage).list.pane.banner
    assert banner.isVisible()
    assert banner.text() == "This class is not there any more, or not one of yours."
    assert not page(stage).list.table.rows_model().loading, "no skeleton rows for what will not come"
    database.add_class(database.add_course(name="Found"), id=missing)
    banner.acted.emit()
    stage.settle()
    assert page(stage).title() == "Found"
    assert not banner.isVisible()


# -- the gate ---------------------------------------------------------------------------------------------


def test_a_blocker_greys_check_in_and_says_the_first_step(
    database: Database, qtbot: QtBot, klass: UUID
) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(clerk, qtbot, Target("class", klass))
    assert gate(stage) == {
        "booked": "ok", "paid": "bad", "of_age": "ok", "waiver": "bad", "class_open": "ok",
    }  # fmt: skip
    assert not button(stage, "check_in").isEnabled()
    assert why(stage) == "Take the payment first, or ask a manager to override."
    assert {"take_payment", "sign_waiver"} <= shown_buttons(stage)
    assert "override" not in shown_buttons(stage)
    # Enter goes to the first thing that stands in the way.
    stage.key("Return")
    assert stage.sheet().objectName() == "pay_sheet"
    stage.key("Escape")
    assert database.value("SELECT count(*) FROM training.check_in") == 0


def test_a_manager_overrides_with_a_reason_and_sees_what(
    database: Database, qtbot: QtBot, klass: UUID
) -> None:
    manager = sit_down(database, "manager")
    seat = database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(manager, qtbot, Target("class", klass))
    stage.press("override")
    sheet = stage.sheet()
    told = " ".join(label.text() for label in sheet.findChildren(Label))
    assert "Not paid: $185.00 due" in told
    assert "Waiver missing" in told
    assert "Booked" not in told
    sure = [one for one in sheet.findChildren(Button) if one.kind == "primary"][-1]
    assert not sure.isEnabled(), "a reason first"
    stage.confirm("pays tomorrow, knows the waiver")
    assert status(stage).startswith("Checked in")
    assert "pays tomorrow" in status(stage)
    row = (
        database.owner()
        .execute("SELECT override_reason FROM training.check_in WHERE booking_id = %s", (seat,))
        .fetchone()
    )
    assert row == ("pays tomorrow, knows the waiver",)


def test_age_and_a_guardians_signature_cannot_be_overridden(
    database: Database, qtbot: QtBot, klass: UUID
) -> None:
    manager = sit_down(database, "manager")
    database.add_booking(klass, database.add_person("Mina", "Minor", age=15))
    database.add_booking(klass, database.add_person("Kim", "Kid", age=10))
    stage = opened(manager, qtbot, Target("class", klass))
    choose(stage, "Mina Minor")
    assert "override" not in shown_buttons(stage)
    assert "add_guardian" in shown_buttons(stage)
    assert why(stage) == "Add the guardian first."
    choose(stage, "Kim Kid")
    assert gate(stage)["of_age"] == "bad"
    assert "override" not in shown_buttons(stage)
    assert why(stage).startswith("Too young")


def test_already_checked_in_elsewhere_says_who_where_when(
    database: Database, qtbot: QtBot, easy: UUID
) -> None:
    clerk, other = sit_down(database, "frontdesk"), sit_down(database, "manager", "Till 2")
    seat = database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    elsewhere(lambda: other.training.check_in(other.actor, seat))  # not heard of yet
    stage.key("Return")
    assert status(stage).startswith("Already checked in. Ada Abel was checked in already: ")
    assert "Till 2" in status(stage)
    assert other.actor.name in status(stage)
    assert database.value("SELECT count(*) FROM training.check_in") == 1
    assert any("already" in text for text in stage.context.toasts.texts())


def test_the_gate_refuses_what_changed_meanwhile(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.run("UPDATE training.course SET waiver_template_id = NULL")
    person = database.add_person("Ada", "Abel")
    database.add_booking(klass, person)
    stage = opened(clerk, qtbot, Target("class", klass))
    assert button(stage, "check_in").isEnabled()
    database.run("UPDATE training.course SET min_age = 60, guardian_min_age = NULL")
    stage.key("Return")
    assert status(stage).startswith("Refused. ")
    assert gate(stage)["of_age"] == "bad"
    assert database.value("SELECT count(*) FROM training.check_in") == 0


# -- taking back and marking --------------------------------------------------------------------------------


def test_undo_needs_a_reason_and_stays_on_record(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    seat = database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("Return")
    stage.key("Ctrl+Z")
    assert stage.sheet().objectName() == "undo_sheet"
    stage.confirm("the wrong Ada")
    assert "check_in" in shown_buttons(stage)
    assert chosen(stage).attendance is None
    found = database.value("SELECT void_reason FROM training.check_in WHERE booking_id = %s", seat)
    assert found == "the wrong Ada"


def test_left_and_excused_by_one_key(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    first = database.add_booking(easy, database.add_person("Ada", "Abel"))
    second = database.add_booking(easy, database.add_person("Bea", "Berg"))
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("G")
    assert "Check the person in first." in stage.context.toasts.texts()
    stage.key("Return")
    stage.key("G")
    assert status(stage).startswith("Left early")
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", first) == "left"
    choose(stage, "Bea Berg")
    stage.key("X")
    assert status(stage).startswith("Excused")
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", second) == "excused"
    assert ("take_back", "Take the mark back") in page(stage).card.deeds()
    page(stage)._deed("take_back")
    stage.settle()
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", second) is None


def test_unbook_from_the_menu(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    seat = database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    page(stage)._deed("unbook")
    stage.confirm("ill")
    assert names(stage) == []
    assert database.value("SELECT status FROM training.booking WHERE id = %s", seat) == "cancelled"


# -- the remedies -----------------------------------------------------------------------------------------


def test_payment_turns_the_line_green(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.run("UPDATE training.course SET waiver_template_id = NULL")
    database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(clerk, qtbot, Target("class", klass))
    stage.key("P")
    stage.type("A-4711")
    stage.key("Return")
    assert stage.sheets() == []
    assert gate(stage)["paid"] == "ok"
    assert button(stage, "check_in").isEnabled()
    assert page(stage).list.table.hasFocus()
    stage.key("Return")
    assert status(stage).startswith("Checked in")


def test_a_missing_birth_date_is_added_on_the_spot(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    person = database.add_person("Ada", "Abel", age=None)
    database.add_booking(klass, person)
    stage = opened(clerk, qtbot, Target("class", klass))
    stage.press("add_birth_date")
    stage.key("Return")
    assert len(stage.sheets()) == 1, "nothing is sent without a date"
    stage.type("1988-05-03")
    stage.key("Return")
    assert stage.sheets() == []
    assert gate(stage)["of_age"] == "ok"
    found = database.value("SELECT birth_date FROM people.person WHERE id = %s", person)
    assert found.isoformat() == "1988-05-03"


def test_a_guardian_is_found_and_added(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    minor = database.add_person("Mina", "Minor", age=15)
    parent = database.add_person("Greta", "Grown", age=44)
    database.add_booking(klass, minor)
    stage = opened(clerk, qtbot, Target("class", klass))
    stage.press("add_guardian")
    stage.type("greta")
    stage.key("Return")
    stage.press("save")
    assert stage.sheets() == []
    assert database.value("SELECT guardian_id FROM people.guardianship WHERE person_id = %s", minor) == parent
    assert "sign_waiver" in shown_buttons(stage)


def test_add_a_person_by_typing_and_enter(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(easy, database.add_person("Ada", "Abel"))
    wanted = database.add_person("Ánh", "Đặng")
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("Ctrl+N")
    stage.type("dang")
    stage.key("Return")
    assert stage.sheets() == []
    assert names(stage) == ["Ada Abel", "Ánh Đặng"]
    assert chosen(stage).person_id == wanted
    # A second time leads to the seat there is.
    stage.key("Ctrl+N")
    stage.type("dang")
    stage.key("Return")
    assert stage.sheets() == []
    assert database.value("SELECT count(*) FROM training.booking") == 2


def test_somebody_new_is_put_on_file_and_booked(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    stage = opened(clerk, qtbot, Target("class", easy))
    stage.key("Ctrl+N")
    stage.type("nora newcomer")
    stage.key("Return")
    qtbot.waitUntil(lambda: "book_new_person" in shown_buttons(stage))
    stage.press("book_new_person")
    sheet = stage.sheet()
    assert isinstance(sheet, NewPersonSheet)
    assert sheet.form.editor("family_name").value() == "Newcomer"
    sheet.form.set_value("birth_date", date(1990, 5, 3))
    sheet.form.set_value("phone", "(304) 555-0199")
    sheet.save_button.click()
    stage.settle()
    assert stage.sheet().objectName() == "book_sheet"
    stage.key("Return")
    assert stage.sheets() == []
    assert chosen(stage).name == "Nora Newcomer"


# -- who may ----------------------------------------------------------------------------------------------


def test_an_instructor_sees_no_money_actions(database: Database, qtbot: QtBot, klass: UUID) -> None:
    teacher = database.login("instructor")
    database.run("UPDATE training.class SET instructor_id = %s", database.add_instructor(teacher))
    database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(sit_down(database, teacher), qtbot, Target("class", klass))
    assert names(stage) == ["Ada Abel"]
    assert not {"take_payment", "add_person", "tickets", "override"} & shown_buttons(stage)
    assert "sign_waiver" in shown_buttons(stage)
    assert not any("185" in text for text in words(stage))
    assert [key for key, _ in roster_keys(stage.context.actor)] == ["↑↓", "Return", "L", "G", "X", "W"]
    assert {name for name, _ in page(stage).card.deeds()} <= {"late", "excused", "no_show"}


def test_an_auditor_looks_only(database: Database, qtbot: QtBot, easy: UUID) -> None:
    database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(sit_down(database, "auditor"), qtbot, Target("class", easy))
    assert names(stage) == ["Ada Abel"]
    assert not {"check_in", "undo_check_in", "add_person"} & shown_buttons(stage)
    stage.key("Return")
    stage.key("L")
    assert stage.runner.told == []


# -- the server is away -----------------------------------------------------------------------------------


def test_away_a_clean_row_is_kept_and_shown_pending(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    seat = database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    clerk.sender.use(None)  # nobody answers
    stage.key("Return")
    assert status(stage).startswith("Pending. ")
    assert chosen(stage).pending
    assert database.value("SELECT count(*) FROM training.check_in") == 0
    assert any("not confirmed yet" in text for text in stage.context.toasts.texts())
    # Looking again does not make it green.
    page(stage).refresh()
    stage.settle()
    assert chosen(stage).pending
    stage.key("Return")
    assert len(clerk.sender.journal.waiting()) == 1, "it counts once"
    # The server is back: what waited is sent, and the next look is green.
    clerk.sender.use(clerk.session)
    qtbot.waitUntil(lambda: len(clerk.told) == 1, timeout=5000)
    page(stage).delivered(clerk.told[0].operation.op_id)
    stage.settle()
    assert not chosen(stage).pending
    assert status(stage).startswith("Checked in")
    assert database.value("SELECT attendance FROM training.booking WHERE id = %s", seat) == "present"


def test_away_a_refusal_takes_the_pending_back(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    clerk.sender.use(None)
    stage.key("Return")
    database.run("UPDATE training.class SET status = 'cancelled', cancel_reason = 'storm'")
    clerk.sender.use(clerk.session)
    qtbot.waitUntil(lambda: len(clerk.told) == 1, timeout=5000)
    page(stage).delivered(clerk.told[0].operation.op_id)
    stage.settle()
    assert not chosen(stage).pending
    assert gate(stage)["class_open"] == "bad"
    assert "storm" in page(stage).banner.text()


def test_away_a_remedy_that_needs_the_server_says_so(database: Database, qtbot: QtBot, klass: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(clerk, qtbot, Target("class", klass), online=False)
    stage.press("take_payment")
    assert stage.sheets() == []
    assert any("needs the server" in text for text in stage.context.toasts.texts())


# -- shapes -----------------------------------------------------------------------------------------------


def test_every_part_names_itself(database: Database, qtbot: QtBot, klass: UUID) -> None:
    manager = sit_down(database, "manager")
    database.add_booking(klass, database.add_person("Ada", "Abel"), price_minor=18500)
    stage = opened(manager, qtbot, Target("class", klass))
    assert isinstance(stage.find(CheckInPanel, "check_in_card"), CheckInPanel)
    assert isinstance(stage.find(Table, "roster_table"), Table)
    assert stage.window.findChild(RosterList) is not None
    for one in stage.window.findChildren(Button):
        if one.isVisible():
            assert one.accessibleName(), one.objectName()
    for field in stage.window.findChildren(QLineEdit):
        assert field.accessibleName()
    keys = [key for key, _ in page(stage).shortcuts()] + [spec.shortcut for spec in page(stage).actions()]
    given = [key for key in keys if key]
    assert len(given) == len(set(given)), "no key means two things"


def test_tab_reaches_the_card_from_the_list(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    database.add_booking(easy, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", easy))
    seen = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.add(focused.objectName() if focused is not None else "")
    assert "check_in" in seen


def test_the_day_of_a_class_elsewhere(database: Database, qtbot: QtBot) -> None:
    clerk = sit_down(database, "frontdesk")
    later = database.add_class(
        database.add_course(name="Later"), starts_at=datetime.now(UTC) + timedelta(days=3)
    )
    database.add_booking(later, database.add_person("Ada", "Abel"))
    stage = opened(clerk, qtbot, Target("class", later))
    assert gate(stage)["class_open"] == "bad"
    assert "Today" not in page(stage)._header._crumb.text()
    page(stage)._header.back.emit()
    assert stage.window.asked[-1] == Target("view", name="classes")


def test_with_the_real_runner_the_last_card_wins(database: Database, qtbot: QtBot, easy: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    for name in ("Abel", "Berg", "Cohn", "Dorn"):
        database.add_booking(easy, database.add_person("Ada", name))
    stage = make_stage(clerk)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    runner = TaskRunner(stage.window, scopes=CancelScope)
    runner.failed.connect(stage.presenter.take)
    context = replace(stage.context, runner=runner)
    view = RosterPage(context, clerk.training, clerk.waivers, clerk.sales, clerk.people)
    runner.changed.connect(view.heard)
    stage.window.column.addWidget(view)
    stage.window.show()
    stage.window.activateWindow()
    view.open(Target("class", easy))
    assert view.list.table.rows_model().loading
    qtbot.waitUntil(lambda: len(view.list.rows) == 4)
    for _ in range(3):
        stage.key("Down")
        view._ask_card()  # as if one had stayed on each
    qtbot.waitUntil(lambda: view.seat() is not None and view.seat().card is not None)  # type: ignore[union-attr]
    assert view.card.seat is not None
    assert view.card.seat.name == "Ada Dorn"
    stage.key("Return")
    qtbot.waitUntil(lambda: view.card.seat is not None and view.card.seat.here)
    qtbot.waitUntil(lambda: not view._burst.isActive() and not runner.under_way)
    assert database.value("SELECT count(*) FROM training.check_in") == 1
    assert runner.shutdown()
