"""The rest of the day: the instructor's desk, the admin, lost connections, looks and languages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mdi_desk.app.signin import LockPage
from mdi_desk.app.tour.scene import Scene
from mdi_desk.app.tour.stage import Clock, Stage
from mdi_desk.app.tour.writing import signature
from mdi_desk.db.embedded import EmbeddedServer
from mdi_desk.qt.signature import SignaturePad
from mdi_desk.qt.tables import Table


def live_on_two_desks(stage: Stage) -> None:
    """An instructor watches the own roster while the clerk checks somebody in: seen within a second."""
    front = Scene(stage, "Front desk 2")
    range_desk = Scene(stage, "Range B")
    range_desk.sign_in("Tomasz Wiśniewski")
    range_desk.wait_for("class_card", "the instructor's classes")
    range_desk.settle()
    range_desk.shot("instructor-today")
    range_desk.open_class("Defensive handgun I")
    range_desk.shot("instructor-roster")
    front.open_class("Defensive handgun I")
    table = range_desk.driver.find(Table, "roster_table")

    def seen() -> bool:
        return any(row.name == "María José Núñez" and row.arrived for row in table.rows_model().rows)

    front.choose("María José Núñez")
    front.driver.key(Qt.Key.Key_W)
    pad = front.driver.find(SignaturePad)
    front.driver.rest(300)
    front.read_and_consent()
    front.driver.pen(pad, signature("María José Núñez"))
    front.finish_signing()
    front.wait_gate_clear()
    clock = Clock()
    front.driver.key(Qt.Key.Key_Return)
    range_desk.driver.wait(seen, "the check-in on the instructor's desk", 5)
    stage.book.measured["live_on_second_desk_ms"] = round(clock.ms, 1)
    front.wait_status("Checked in")
    stage.book.count("check_ins")
    range_desk.settle()
    range_desk.shot("instructor-sees-it-live")


def help_and_keys(stage: Stage) -> None:
    """F1 beside the work, ? over it."""
    scene = Scene(stage, "Front desk 2")
    scene.driver.find(Table, "roster_table").setFocus()
    scene.driver.key(Qt.Key.Key_F1)
    scene.driver.find(QWidget, "help")
    scene.driver.rest(200)
    scene.shot("help")
    scene.driver.key(Qt.Key.Key_F1)
    scene.driver.find(Table, "roster_table").setFocus()
    scene.driver.type("?")
    scene.driver.wait(lambda: bool(scene.open_sheets()), "the list of keys")
    scene.driver.rest(200)
    scene.shot("shortcuts")
    scene.driver.key(Qt.Key.Key_Escape)
    scene.driver.wait(lambda: not scene.open_sheets(), "the list of keys to close")


def french_and_dark(stage: Stage) -> None:
    """The same roster in French, then in the dark; small, too."""
    scene = Scene(stage, "Front desk 2")
    scene.door.speak("fr")
    scene.wait_for("roster_table", "the roster in French")
    scene.settle()
    scene.shot("french-roster")
    scene.seat.shell.show_view("today")
    scene.settle()
    scene.shot("french-today")
    scene.door.speak("en")
    scene.settle()
    scene.door.wear("dark")
    scene.settle()
    scene.shot("dark-today")
    scene.open_class("Defensive handgun I")
    scene.choose("Kwame Boateng-Addo")
    scene.shot("dark-roster")
    scene.door.wear("light")
    scene.door.frame.resize(1280, 720)
    scene.settle()
    scene.shot("roster-1280x720")
    scene.door.frame.resize(1280, 800)
    scene.settle()


def database_gone(stage: Stage) -> None:
    """The server goes: check-ins go on, honestly pending; it comes back, and they are green by themselves."""
    scene = Scene(stage, "Front desk 2")
    scene.open_class("Church security team")
    table = scene.driver.find(Table, "roster_table")
    table.setFocus()
    row = next(row for row in table.rows_model().rows if not row.arrived)
    scene.choose(row.name)
    server = EmbeddedServer(stage.config("x").folder)
    stage.away(server.stop)
    scene.driver.wait(lambda: not scene.seat.desk.live.online, "the desk to notice", 15)
    scene.driver.rest(300)
    scene.shot("database-gone")
    table.setFocus()
    scene.driver.key(Qt.Key.Key_Return)
    scene.wait_status("Pending")
    stage.book.count("check_ins")
    stage.book.count("pending")
    scene.shot("pending")
    clock = Clock()
    scene.driver.wait(lambda: scene.seat.desk.live.online, "the server to be back", 60)
    scene.wait_status("Checked in", 30)
    stage.book.measured["green_after_outage_ms"] = round(clock.ms, 1)
    scene.settle()
    scene.shot("green-again")


def lock_and_unlock(stage: Stage) -> None:
    """Ctrl+L, then the password."""
    scene = Scene(stage, "Front desk 2")
    scene.driver.ctrl(Qt.Key.Key_L)
    scene.driver.wait(lambda: isinstance(scene.door.frame.page(), LockPage), "the lock")
    scene.driver.rest(150)
    scene.shot("locked")
    page = scene.door.frame.page()
    assert isinstance(page, LockPage)
    page.password.edit.setText(stage.account("Aïcha Fall").password)
    scene.driver.key(Qt.Key.Key_Return)
    scene.driver.wait(lambda: scene.seat.isVisible(), "the desk behind the lock")


def manager_day(stage: Stage) -> None:
    """The manager's views: the week, a class, courses, instructors, the audit."""
    scene = Scene(stage, "Range B")
    scene.switch_user()
    scene.sign_in("Margaret Holloway")
    for key in ("classes", "courses", "instructors", "audit"):
        scene.seat.shell.show_view(key)
        scene.settle()
        scene.shot(f"manager-{key}")


def admin_day(stage: Stage) -> None:
    """New account with its first password; then a signed-in clerk is disabled and locked out at once."""
    admin = Scene(stage, "Range B")
    admin.switch_user()
    admin.sign_in("Joanna Pruitt")
    admin.wait_for("accounts_table", "the accounts")
    admin.settle()
    admin.shot("accounts")
    driver = admin.driver
    driver.ctrl(Qt.Key.Key_N)
    driver.find(QWidget, "account_form")
    driver.rest(150)
    driver.type("Ngozi")
    driver.key(Qt.Key.Key_Tab)
    driver.type("Ezeani")
    driver.find(QCheckBox, "job_frontdesk").setChecked(True)
    admin.shot("account-new")
    driver.click(driver.find(QWidget, "account_create"))
    driver.find(QWidget, "first_password")
    driver.rest(250)
    admin.shot("first-password")
    stage.book.count("accounts_created")
    driver.click(driver.find(QWidget, "handed_over"))
    driver.wait(lambda: not admin.open_sheets(), "the slip to be handed over")
    admin.settle()
    clerk = Scene(stage, "Till 1")
    clerk.sign_in("Billy Ray Tackett")
    clerk.settle()
    table = driver.find(Table, "accounts_table")
    admin.settle()
    place = next(n for n, row in enumerate(table.rows_model().rows) if row.name == "Billy Ray Tackett")
    table.select_place(place)
    table.setFocus()
    driver.key(Qt.Key.Key_Delete)
    driver.wait(lambda: bool(admin.open_sheets()), "the question before disabling")
    admin.type_reason("left the institute")
    admin.shot("account-disable")
    clock = Clock()
    admin.confirm()
    clerk.driver.wait(lambda: clerk.door.seat is None, "the clerk's desk to lock", 5)
    stage.book.measured["locked_after_disable_ms"] = round(clock.ms, 1)
    stage.book.count("accounts_disabled")
    clerk.driver.rest(200)
    clerk.shot("disabled-desk-locked")
    admin.settle()
