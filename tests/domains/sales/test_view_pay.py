"""Taking money at the desk: card and cash, once only, and its order; against a real database."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.sales.records import NewPayment, Paid
from mdi_desk.domains.sales.ui.order import OrderSheet
from mdi_desk.domains.sales.ui.pay import PaySheet
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.qt import theme
from mdi_desk.qt.widgets import Button, Label
from tests.support.database import Database, elsewhere
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage
from tests.support.tidy import tidy

DUE = 18500


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def order(database: Database) -> UUID:
    booking = database.add_booking(person=database.add_person("Ada", "Abel"), price_minor=DUE)
    found = database.value("SELECT order_id FROM sales.order_line WHERE booking_id = %s", booking)
    assert isinstance(found, UUID)
    return found


def staged(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.window.show()
    stage.window.activateWindow()
    return stage


def pay(stage: Stage, sales: Any, order: UUID, due: int = DUE) -> tuple[PaySheet, list[Paid]]:
    told: list[Paid] = []
    sheet = PaySheet(stage.context, sales, order, due, "USD", "Ada Abel")
    sheet.paid.connect(told.append)
    sheet.show_over(stage.window)
    stage.settle()
    return sheet, told


def payments(database: Database) -> list[tuple[Any, ...]]:
    return database.owner().execute("SELECT method, amount_minor, reference FROM sales.payment").fetchall()


def test_card_needs_the_terminals_reference(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    _, told = pay(stage, clerk.sales, order)
    assert stage.find(Label, "pay_due").text() == "$185.00"
    assert not stage.find(Button, "take_it").isEnabled()
    stage.key("Return")
    assert payments(database) == []
    stage.type("A-4711")
    stage.key("Return")
    assert payments(database) == [("card", DUE, "A-4711")]
    assert [one.due_minor for one in told] == [0]
    assert stage.sheets() == []
    assert "$185.00 taken." in stage.context.toasts.texts()


def test_a_card_number_never_goes_further(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    pay(stage, clerk.sales, order)
    stage.type("4111 1111 1111 1111")
    stage.key("Return")
    assert payments(database) == []
    assert "card number" in stage.find(Label, "pay_said").text()
    assert stage.find(QLineEdit, "pay_reference").property("wrong") == "true"
    assert len(stage.sheets()) == 1


def test_cash_says_what_to_give_back(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    pay(stage, clerk.sales, order)
    stage.key("Ctrl+2")
    assert stage.find(Label, "pay_said").text() == "Exact, no change."
    stage.type("100")
    assert not stage.find(Button, "take_it").isEnabled()
    assert stage.find(Label, "pay_said").text() == "$85.00 are missing."
    stage.find(QLineEdit, "pay_given").clear()
    stage.type("2x")
    assert not stage.find(Button, "take_it").isEnabled()
    stage.find(QLineEdit, "pay_given").clear()
    stage.type("200")
    assert stage.find(Label, "pay_said").text() == "Give back $15.00"
    stage.key("Return")
    assert payments(database) == [("cash", DUE, None)]
    assert "$185.00 taken. Give back $15.00." in stage.context.toasts.texts()


def test_taken_at_another_station_meanwhile(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    sheet, told = pay(stage, clerk.sales, order)
    other = sit_down(database, "manager", "Till 2")
    from mdi_desk.domains.sales.service import new_payment

    elsewhere(lambda: other.sales.pay(other.actor, new_payment(order, DUE, "cash")))
    stage.type("A-1")
    stage.key("Return")
    assert told == []
    assert sheet.banner.isVisible()
    assert len(payments(database)) == 1


class Stutters:
    """Sales whose first answer is lost on the way home, after the server has stored it."""

    def __init__(self, bench: Bench) -> None:
        self._sales = bench.sales
        self.attempts: list[NewPayment] = []

    def pay(self, actor: Any, new: NewPayment) -> Changed[Paid]:
        self.attempts.append(new)
        answer = self._sales.pay(actor, new)
        if len(self.attempts) == 1:
            raise Unavailable("The server does not answer.")
        return answer


def test_an_unanswered_payment_is_never_taken_twice(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    lossy = Stutters(clerk)
    sheet, told = pay(stage, lossy, order)
    stage.type("A-1")
    stage.key("Return")
    assert told == []
    assert sheet.banner.text() == "The server does not answer."
    assert stage.find(QLineEdit, "pay_reference").text() == "A-1", "what was typed stays"
    stage.key("Return")
    assert len(told) == 1
    assert lossy.attempts[0].id == lossy.attempts[1].id
    assert len(payments(database)) == 1


def test_an_order_shows_its_lines_payments_and_due(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(clerk := sit_down(database, "frontdesk"), qtbot)
    other = sit_down(database, "manager", "Till 2")
    from mdi_desk.domains.sales.service import new_payment

    elsewhere(lambda: other.sales.pay(other.actor, new_payment(order, 5000, "cash")))
    sheet = OrderSheet(stage.context, clerk.sales, order)
    sheet.show_over(stage.window)
    stage.settle()
    amounts = [one.text() for one in sheet.findChildren(Label, "order_amount") if one.isVisible()]
    assert amounts == ["$185.00", "$185.00", "−$50.00"]
    assert stage.find(Label, "order_due").text() == "$135.00"
    stage.press("order_pay")
    stage.type("A-9")
    stage.key("Return")
    assert stage.find(Label, "order_due").text() == "$0.00"
    assert not any(one.isVisible() for one in sheet.findChildren(Button, "order_pay"))
    assert len(payments(database)) == 2


def test_an_auditor_reads_the_order_only(database: Database, qtbot: QtBot, order: UUID) -> None:
    stage = staged(auditor := sit_down(database, "auditor"), qtbot)
    sheet = OrderSheet(stage.context, auditor.sales, order)
    sheet.show_over(stage.window)
    stage.settle()
    assert stage.find(Label, "order_due").text() == "$185.00"
    assert not any(one.isVisible() for one in sheet.findChildren(Button, "order_pay"))
