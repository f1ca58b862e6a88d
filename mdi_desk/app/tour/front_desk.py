"""The clerk's part of the day: find a person, mend their card, sign, take the money, check in, scan."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from mdi_desk.app.sample.login import Login
from mdi_desk.app.tour.scene import Scene
from mdi_desk.app.tour.stage import Clock, Stage
from mdi_desk.app.tour.writing import signature
from mdi_desk.app.wiring import actor_of, institute_of
from mdi_desk.db.session import connect
from mdi_desk.domains.people.records import PersonEdit
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.kernel import clock
from mdi_desk.kernel.codes import make_qr_png, qr_text
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.signature import SignaturePad
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Sheet

CLERK = "Aïcha Fall"


def sign_in(stage: Stage) -> None:
    """The sample's people stand beside the card; one is picked, Enter signs in."""
    scene = Scene(stage, "Front desk 2")
    scene.shot("sign-in")
    scene.sign_in(CLERK)
    scene.wait_for("class_card", "the classes of today")
    scene.settle()
    scene.shot("today")


def find_by_typing(stage: Stage) -> None:
    """Ctrl+K, a few letters of both names in the wrong order, Enter: the person's card."""
    scene = Scene(stage, "Front desk 2")
    scene.driver.ctrl(Qt.Key.Key_K)
    scene.driver.rest(250)
    scene.shot("omnibox-commands")
    scene.driver.type("addo kwa")
    results = scene.seat.shell.results
    wanted = "Kwame Boateng-Addo"
    scene.driver.wait(lambda: [h.title for h in results.hits][:1] == [wanted], f"{wanted} in the omnibox")
    scene.shot("omnibox")
    scene.driver.key(Qt.Key.Key_Return)
    scene.driver.wait(lambda: scene.view_key() == "person", "the person's card")
    scene.settle()
    scene.shot("person")


def edit_conflict(stage: Stage) -> None:
    """While the clerk types a phone number, a manager at another desk changes the same one."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.key(Qt.Key.Key_E)
    form = driver.find(FormWidget)
    driver.rest(200)
    phone = form.editor("phone").target()
    assert isinstance(phone, QLineEdit)
    phone.setFocus()
    phone.selectAll()
    driver.type("(304) 555-0177")
    scene.shot("person-edit")
    manager = stage.account("Margaret Holloway")
    stage.away(lambda: _colleague_edits(stage, manager))
    driver.click(driver.find(QWidget, "save"))
    driver.find(Sheet, "conflict")
    driver.rest(250)
    scene.shot("edit-conflict")
    stage.book.count("conflicts_seen")
    conflict = driver.find(Sheet, "conflict")
    conflict.choose_all(mine=True)  # type: ignore[attr-defined]
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: not scene.open_sheets(), "the conflict to be settled")
    driver.wait(
        lambda: (
            stage.ask("SELECT phone FROM people.person WHERE full_name = %s", "Kwame Boateng-Addo")
            == "+13045550177"
        ),
        "the clerk's number in the database",
    )
    stage.book.count("people_edited")


def _colleague_edits(stage: Stage, account: Login) -> None:
    session = connect(stage.opened.server, account.login, account.password, station="Office")
    try:
        actor = actor_of(session.hello, account.login, "Office")
        zone = institute_of(session.hello).zone
        people = PeopleService(session, _NoSender(), clock.now, zone=zone)  # type: ignore[arg-type]
        card = people.card(actor, people.search(actor, "kwame boateng")[0].id)
        people.save(actor, replace(PersonEdit.of(card.person), phone="(304) 555-0188"))
    finally:
        session.close()


class _NoSender:
    """A colleague who only edits rows sends no operations."""


def new_person(stage: Stage) -> None:
    """Ctrl+N: look-alikes appear while the name is typed; then a new one is made by keyboard."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.ctrl(Qt.Key.Key_3)
    driver.wait(lambda: scene.view_key() == "people", "the list of people")
    scene.settle()
    scene.shot("people")
    driver.ctrl(Qt.Key.Key_N)
    driver.find(FormWidget)
    driver.rest(150)
    driver.type("Lena")
    driver.key(Qt.Key.Key_Tab)
    driver.type("Brandt")
    driver.find(QWidget, "lookalike")
    driver.rest(250)
    scene.shot("new-person-lookalike")
    form = driver.find(FormWidget)
    words = {"given_name": "Nadège", "family_name": "Ouédraogo-Lévesque", "email": "nadege@example.org"}
    for name, text in words.items():
        field = form.editor(name).target()
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        driver.type(text)
    driver.click(driver.find(QWidget, "save"))
    driver.wait(lambda: not scene.open_sheets(), "the new person")
    stage.book.count("people_created")


def roster(stage: Stage) -> None:
    """Today, then the class of nine o'clock: who is here, who is not, and why not."""
    scene = Scene(stage, "Front desk 2")
    scene.open_class("Defensive handgun I")
    scene.shot("roster")
    scene.choose("Kwame Boateng-Addo")
    scene.shot("check-in-blockers")


def waiver(stage: Stage) -> None:
    """W: the text, the consent, the pen; then the gate is green and Enter checks in."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.key(Qt.Key.Key_W)
    pad = driver.find(SignaturePad)
    driver.rest(300)
    scene.shot("waiver-text")
    scene.read_and_consent()
    driver.pen(pad, signature("Kwame Boateng-Addo"))
    scene.shot("pad-signed")
    scene.finish_signing()
    scene.wait_gate_clear()
    scene.shot("waiver-done")
    driver.key(Qt.Key.Key_Return)
    scene.wait_status("Checked in")
    stage.book.count("check_ins")
    scene.shot("checked-in")


def payment(stage: Stage) -> None:
    """P: the amount due is fixed; the terminal's reference is typed; then the check-in."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    scene.choose("Jean-Baptiste d'Arcy-Delacroix")
    driver.key(Qt.Key.Key_P)
    driver.wait(lambda: bool(scene.open_sheets()), "the payment")
    driver.rest(250)
    reference = scene.field("pay_reference")
    reference.setFocus()
    driver.type("TRM-58201-A")
    scene.shot("payment")
    driver.click(driver.find(QWidget, "take_it"))
    driver.wait(lambda: not scene.open_sheets(), "the payment to be taken")
    stage.book.count("payments")
    scene.wait_gate_clear()
    driver.key(Qt.Key.Key_Return)
    scene.wait_status("Checked in")
    stage.book.count("check_ins")


def undo(stage: Stage) -> None:
    """Ctrl+Z with a reason: a check-in is taken back and both stay on record; then it is done again."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.ctrl(Qt.Key.Key_Z)
    driver.wait(lambda: bool(scene.open_sheets()), "the question for the reason")
    scene.type_reason("wrong person")
    scene.shot("undo-reason")
    scene.confirm()
    driver.wait(lambda: not scene.open_sheets(), "the confirmation to close")
    scene.wait_gate_clear()
    stage.book.count("check_ins_undone")
    driver.key(Qt.Key.Key_Return)
    scene.wait_status("Checked in")
    stage.book.count("check_ins")


def ticket_and_scans(stage: Stage) -> None:
    """K shows the ticket; its picture, and a scanner's keys, open the check-in card from anywhere."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    scene.choose("María José Núñez")
    driver.key(Qt.Key.Key_K)
    driver.wait(lambda: bool(scene.open_sheets()), "the ticket")
    driver.rest(500)
    scene.shot("ticket")
    code = _code_of(stage, "María José Núñez")
    stage.paper("ticket-code.png", make_qr_png(qr_text(code)))
    scene.save_pdf("ticket_save", "ticket.pdf")
    scene.settle()
    if scene.open_sheets():
        driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not scene.open_sheets(), "the ticket to close")
    driver.ctrl(Qt.Key.Key_1)
    driver.wait(lambda: scene.view_key() == "today", "Today")
    scene.seat.read_image(str(stage.out / "ticket-code.png"))
    driver.wait(lambda: scene.view_key() == "roster", "the check-in card of the picture")
    scene.wait_card("María José Núñez")
    scene.shot("scanned-from-picture")
    stage.book.count("pictures_scanned")
    driver.ctrl(Qt.Key.Key_K)
    driver.type("half a na")
    watch = Clock()
    driver.wedge(qr_text(_code_of(stage, "Kwame Boateng-Addo")))
    scene.wait_card("Kwame Boateng-Addo")
    stage.book.measured["scan_to_card_ms"] = round(watch.ms, 1)
    scene.shot("scanned-already-in")
    stage.book.count("wedge_scans")


def _code_of(stage: Stage, name: str) -> str:
    return str(
        stage.ask(
            "SELECT b.ticket_code FROM training.booking b JOIN people.person p ON p.id = b.person_id"
            " JOIN training.class c ON c.id = b.class_id WHERE p.full_name = %s AND b.status = 'booked'"
            " ORDER BY abs(extract(epoch FROM c.starts_at - now())) LIMIT 1",
            name,
        )
    )


def minor(stage: Stage) -> None:
    """A minor's guardian signs; the gate knows at once."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    scene.open_class("Rifle fundamentals")
    scene.choose("Zofia Szczepańska")
    scene.shot("minor-needs-guardian")
    driver.key(Qt.Key.Key_W)
    pad = driver.find(SignaturePad)
    driver.rest(300)
    scene.choose_relationship()
    scene.read_and_consent()
    driver.pen(pad, signature("Małgorzata Szczepańska"))
    scene.shot("guardian-signs")
    scene.finish_signing()
    scene.wait_gate_clear()
    driver.key(Qt.Key.Key_Return)
    scene.wait_status("Checked in")
    stage.book.count("check_ins")
    scene.shot("minor-checked-in")


def add_to_class(stage: Stage) -> None:
    """Ctrl+N in a roster: find the person, Enter books; a full class says so."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.ctrl(Qt.Key.Key_N)
    driver.wait(lambda: bool(scene.open_sheets()), "the sheet to add a person")
    driver.rest(150)
    driver.type("ouedraogo")
    driver.rest(900)
    scene.shot("add-to-class")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: not scene.open_sheets(), "the booking", 20)
    stage.book.count("bookings")
    scene.settle()


def papers(stage: Stage) -> None:
    """From the person's card: the signed waiver as a PDF."""
    scene = Scene(stage, "Front desk 2")
    driver = scene.driver
    driver.ctrl(Qt.Key.Key_K)
    driver.type("addo kwame")
    results = scene.seat.shell.results
    driver.wait(lambda: [h.title for h in results.hits][:1] == ["Kwame Boateng-Addo"], "Kwame in the omnibox")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: scene.view_key() == "person", "the person's card")
    scene.settle()
    scene.shot("person-after")
    driver.key(Qt.Key.Key_W)
    table = driver.find(Table, "waivers_table")
    driver.wait(lambda: bool(table.rows_model().rows), "the signed waiver in the list")
    table.setFocus()
    scene.settle()
    scene.shot("person-waivers")
    scene.save_pdf_by(lambda: driver.key(Qt.Key.Key_D), "waiver.pdf")
