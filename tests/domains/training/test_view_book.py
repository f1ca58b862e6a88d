"""Adding a person to a class, and the tickets; against a real database."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.domains.training.records import Booked, ClassRow
from mdi_desk.domains.training.ui.book import BookSheet
from mdi_desk.domains.training.ui.ticket import QrPicture, TicketSheet, tickets_pdf
from mdi_desk.kernel.codes import classify, grouped, qr_text
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt import theme
from mdi_desk.qt.scanner import decode_image
from mdi_desk.qt.widgets import Button, Label
from tests.support.database import Database, elsewhere
from tests.support.papers import Pdf
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage
from tests.support.tidy import tidy


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def staged(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.window.show()
    stage.window.activateWindow()
    return stage


def row_of(bench: Bench, class_id: UUID) -> ClassRow:
    return elsewhere(lambda: bench.training.roster(bench.actor, class_id)).klass


def booking(
    stage: Stage, bench: Bench, class_id: UUID
) -> tuple[BookSheet, list[Booked], list[UUID], list[str]]:
    sheet = BookSheet(stage.context, bench.training, bench.people, row_of(bench, class_id))
    made: list[Booked] = []
    known: list[UUID] = []
    new: list[str] = []
    sheet.booked.connect(made.append)
    sheet.open_booking.connect(known.append)
    sheet.new_person.connect(new.append)
    sheet.show_over(stage.window)
    stage.settle()
    return sheet, made, known, new


def test_arrows_choose_and_enter_books(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class(database.add_course(name="Range day", price_minor=4500))
    database.add_person("Anna", "Alm")
    wanted = database.add_person("Anna", "Berg", age=17)
    sheet, made, _, _ = booking(stage, clerk, klass)
    stage.type("anna")
    qtbot.waitUntil(lambda: len(sheet.picker.choices()) == 2)
    names = [choice.title for choice in sheet.picker.choices()]
    chips = {choice.title: choice.chip for choice in sheet.picker.choices()}
    assert chips == {"Anna Alm": "", "Anna Berg": "minor"}
    book = stage.find(Button, "book_it")
    assert (book.text(), book.isEnabled()) == ("Book · $45.00 due", True), "the price stands there before"
    assert any(label.text() == "12 seats are free · $45.00" for label in sheet.findChildren(Label))
    for _ in range(names.index("Anna Berg")):
        stage.key("Down")
    stage.key("Return")
    assert [(one.person_id, one.seat, one.due_minor) for one in made] == [(wanted, 1, 4500)]
    assert stage.sheets() == []
    assert "Anna Berg has seat 1. $45.00 due." in stage.context.toasts.texts()


def test_enter_at_once_means_the_first_that_comes(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class()
    wanted = database.add_person("Łukasz", "Kozłowski")
    _, made, _, _ = booking(stage, clerk, klass)
    stage.type("lukasz")
    stage.key("Return")
    assert [one.person_id for one in made] == [wanted]


def test_a_click_only_marks_and_the_button_books(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class()
    database.add_person("Anna", "Alm")
    database.add_person("Anna", "Berg")
    sheet, made, _, _ = booking(stage, clerk, klass)
    assert not stage.find(Button, "book_it").isEnabled(), "nobody is chosen yet"
    assert stage.find(Button, "book_it").text() == "Book · free"
    stage.type("anna")
    qtbot.waitUntil(lambda: len(sheet.picker.choices()) == 2)
    second = sheet.picker._rows[1]
    second.chosen.emit()
    assert made == []
    assert sheet.picker.current() == second.choice
    stage.press("book_it")
    assert [one.person_id for one in made] == [second.choice.id]


def test_a_full_class_says_so_and_whom_to_ask(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class(seats=1)
    database.add_person("Ada", "Abel")
    sheet, made, _, _ = booking(stage, clerk, klass)
    database.add_booking(klass)  # somebody else was quicker
    stage.type("abel")
    stage.key("Return")
    assert made == []
    assert sheet.banner.text().startswith("The class is full: 1 of 1. Ask a manager")
    assert len(stage.sheets()) == 1
    assert database.value("SELECT count(*) FROM training.booking") == 1


def test_somebody_booked_already_is_opened(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class()
    seat = database.add_booking(klass, database.add_person("Ada", "Abel"))
    _, made, known, _ = booking(stage, clerk, klass)
    stage.type("abel")
    stage.key("Return")
    assert (made, known) == ([], [seat])
    assert stage.sheets() == []


def test_nobody_of_that_name_leads_to_a_new_person(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    sheet, _, _, new = booking(stage, clerk, database.add_class())
    stage.type("nobody")
    qtbot.waitUntil(lambda: stage.window.findChild(Button, "book_new_person").isVisible())
    assert sheet.picker.choices() == []
    stage.press("book_new_person")
    assert new == ["nobody"]


def test_a_warning_of_age_comes_with_the_seat(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class(database.add_course(min_age=18))
    database.add_person("Kim", "Kid", age=10)
    _, made, _, _ = booking(stage, clerk, klass)
    stage.type("kid")
    stage.key("Return")
    assert len(made) == 1
    assert "Booked, but too young for this course: check-in will be refused." in stage.context.toasts.texts()


# -- tickets ----------------------------------------------------------------------------------------------


def ticket(stage: Stage, bench: Bench, ids: tuple[UUID, ...]) -> TicketSheet:
    sheet = TicketSheet(stage.context, bench.training, ids)
    sheet.show_over(stage.window)
    stage.settle()
    return sheet


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_code_on_the_screen_can_be_scanned(
    database: Database, qtbot: QtBot, qapp: QApplication, mode: str
) -> None:
    theme.apply(qapp, mode)
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    seat = database.add_booking(person=database.add_person("Ada", "Abel"), price_minor=4500)
    code = database.value("SELECT ticket_code FROM training.booking WHERE id = %s", seat)
    ticket(stage, clerk, (seat,))
    assert decode_image(stage.find(QrPicture, "ticket_qr").grab().toImage()) == [qr_text(code)]
    assert classify(qr_text(code)).kind == "ticket"
    assert stage.find(Label, "ticket_code").text() == grouped(code)
    assert "$45.00 due" in {one.text() for one in stage.sheet().findChildren(Label)}
    theme.apply(qapp, "light")


def test_the_tickets_of_a_class_are_one_pdf(database: Database, qtbot: QtBot, tmp_path: Path) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    klass = database.add_class(database.add_course(name="Range day", gear_required=["Eye protection"]))
    ids = tuple(database.add_booking(klass, database.add_person("Person", name)) for name in ("One", "Two"))
    sheet = ticket(stage, clerk, ids)
    assert "2 tickets, a page each" in {one.text() for one in sheet.findChildren(Label)}
    sheet._papers.save_to(sheet._pdf, tmp_path / "all.pdf")
    pdf = Pdf((tmp_path / "all.pdf").read_bytes(), tmp_path)
    first, second = pdf.text(1), pdf.text(2)
    assert {"Person One" in first, "Person Two" in second, "Eye protection" in first} == {True}


def test_a_cancelled_booking_has_no_ticket(database: Database, qtbot: QtBot) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    seat = database.add_booking()
    elsewhere(lambda: clerk.training.unbook(clerk.actor, seat, "ill"))
    ticket(stage, clerk, (seat,))
    assert stage.sheets() == []
    assert "There is no ticket: the booking is cancelled." in stage.context.toasts.texts()


def test_papers_are_made_from_records(database: Database) -> None:
    clerk = sit_down(database, "frontdesk")
    seat = database.add_booking(person=database.add_person("Ada", "Abel"))
    found = elsewhere(lambda: clerk.training.tickets(clerk.actor, (seat, uuid7())))
    assert len(found) == 1
    from mdi_desk.qt.context import Institute
    from tests.support.services import ZONE

    assert tickets_pdf(found, Institute("House", ZONE, paper="a4")).startswith(b"%PDF-")
