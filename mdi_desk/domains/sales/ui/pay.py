"""Taking a payment: the amount is what is due; cash with its change, or the card terminal's reference."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mdi_desk.domains.sales.records import Method, NewPayment, Paid, methods
from mdi_desk.domains.sales.service import SalesService, new_payment
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import DeskError, Invalid, Refused, SignedOut
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Banner, Button, Label, Sheet, restyle

_ICONS = {"card": "credit-card", "cash": "money"}
METHOD_KEYS: dict[str, str] = {"card": "Ctrl+1", "cash": "Ctrl+2"}


class PaySheet(Sheet):
    """Takes what is due on one order, all of it. Signals: ``paid(Paid)``; `closed` in any case.

    The attempt keeps its ids while nothing but the answer is missing, so that pressing again never takes the
    money twice.
    """

    paid = Signal(object)

    def __init__(
        self, context: Context, sales: SalesService, order_id: UUID, due_minor: int, currency: str, who: str
    ) -> None:
        content = QWidget()
        super().__init__(content, title=tr("Take payment"), width=420)
        self.setObjectName("pay_sheet")
        self._context, self._sales = context, sales
        self._order, self._due, self._currency = order_id, due_minor, currency
        self._method: Method = "card"
        self._attempt: NewPayment | None = None
        self._busy = False
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.banner = Banner(closable=False)
        column.addWidget(self.banner)
        line = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(tr("Due"), "caption"))
        names.addWidget(Label(who, "medium", wrap=True))
        line.addLayout(names, 1)
        amount = Label(shown.money(due_minor, currency), "figure")
        amount.setObjectName("pay_due")
        line.addWidget(amount, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(line)
        column.addLayout(self._ways())
        self._fields(column)
        self._take = Button(
            tr("Take {money}", money=shown.money(due_minor, currency)), "primary", "cash-register"
        )
        self._take.setObjectName("take_it")
        self._take.set_hint("Return")
        self._take.clicked.connect(self.take)
        cancel = Button(tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        self.add_button(cancel)
        self.add_button(self._take)
        self.choose("card")

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._buttons: dict[str, Button] = {}
        for value, words in methods():
            name = str(value)
            button = Button(words, icon=_ICONS[name], shortcut=METHOD_KEYS[name], size="large")
            button.setObjectName(f"pay_{name}")
            button.setCheckable(True)
            button.clicked.connect(self._way_pressed)
            self._buttons[name] = button
            row.addWidget(button, 1)
        return row

    def _fields(self, column: QVBoxLayout) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._reference_name = Label(tr("Reference on the terminal’s slip"), "field")
        self.reference = QLineEdit()
        self.reference.setObjectName("pay_reference")
        self.reference.setMaxLength(60)
        self.reference.setAccessibleName(self._reference_name.text())
        self._given_name = Label(tr("Given"), "field")
        self.given = QLineEdit()
        self.given.setObjectName("pay_given")
        self.given.setMaxLength(20)
        self.given.setAccessibleName(self._given_name.text())
        self.given.setPlaceholderText(shown.amount(self._due, self._currency))
        for place, (name, field) in enumerate(
            ((self._reference_name, self.reference), (self._given_name, self.given))
        ):
            self._grid.addWidget(name, 2 * place, 0)
            self._grid.addWidget(field, 2 * place + 1, 0)
            field.textChanged.connect(self._typed)
        column.addLayout(self._grid)
        self._said = Label("", "caption", wrap=True)
        self._said.setObjectName("pay_said")
        column.addWidget(self._said)

    # -- how -----------------------------------------------------------------------------------------

    def _way_pressed(self) -> None:
        button = self.sender()
        for name, one in self._buttons.items():
            if one is button:
                self.choose("cash" if name == "cash" else "card")

    def choose(self, method: Method) -> None:
        """Pay by card or in cash."""
        self._method = method
        for name, button in self._buttons.items():
            button.setChecked(name == method)
            button.set_icon("check" if name == method else _ICONS[name])
        card = method == "card"
        for widget in (self._reference_name, self.reference):
            widget.setVisible(card)
        for widget in (self._given_name, self.given):
            widget.setVisible(not card)
        (self.reference if card else self.given).setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def given_minor(self) -> int | None:
        """The cash handed over in minor units, the exact sum when nothing is typed, None when unreadable."""
        try:
            typed = shown.read_money(self.given.text(), self._currency)
        except ValueError:
            return None
        return self._due if typed is None else typed

    def _typed(self) -> None:
        self._mark(None)
        if self._method == "card":
            self._said.setText(tr("Let the terminal take the money first. Never type a card number here."))
            missing = not self.reference.text().strip()
            why = tr("Type the reference on the terminal’s slip.") if missing else None
        else:
            why = self._cash_words()
        self._take.set_why_not(tr("Sending …") if self._busy else why)

    def _cash_words(self) -> str | None:
        given = self.given_minor()
        if given is None:
            self._said.setText("")
            return tr("Type the amount as in 200 or 200.00.")
        back = given - self._due
        if back < 0:
            short = shown.money(-back, self._currency)
            self._said.setText(tr("{money} are missing.", money=short))
            return tr("{money} are missing.", money=short)
        money = shown.money(back, self._currency)
        self._said.setText(tr("Give back {money}", money=money) if back else tr("Exact, no change."))
        self._said.set_role("strong" if back else "caption")
        return None

    # -- taking it -----------------------------------------------------------------------------------

    def take(self) -> None:
        """Record the payment; pressing again while the answer is missing is the same payment."""
        if self._busy or not self._take.isEnabled():
            return
        reference = self.reference.text().strip() if self._method == "card" else ""
        last = self._attempt
        if last is None or (last.method, last.reference) != (self._method, reference):
            self._attempt = last = new_payment(self._order, self._due, self._method, reference)
        attempt, actor = last, self._context.actor
        self._busy = True
        self.banner.say("")
        self._typed()
        self._context.runner.tell(
            lambda: self._sales.pay(actor, attempt), owner=self, then=self._taken, failed=self._failed
        )

    def _taken(self, answer: Changed[Paid]) -> None:
        self._busy = False
        paid = answer.record
        if paid.pending:
            # Sent, but unanswered: the ids are kept, so that trying again can only confirm it.
            self.banner.say(
                tr("The server has not answered yet. Press again: it is never taken twice."), "pending"
            )
            self._typed()
            return
        money = shown.money(self._due, self._currency)
        given = self.given_minor() if self._method == "cash" else None
        if given is not None and given > self._due:
            back = shown.money(given - self._due, self._currency)
            self._context.toasts.say(tr("{money} taken. Give back {back}.", money=money, back=back), "ok")
        else:
            self._context.toasts.say(tr("{money} taken.", money=money), "ok")
        self.close_sheet()
        self.paid.emit(paid)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._typed()
        if isinstance(error, Invalid):
            self._mark(error.fields.get("reference") or error.message)
            return
        if isinstance(error, Refused):
            self._attempt = None
        if isinstance(error, DeskError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "bad" if isinstance(error, Refused) else "warn")
        else:
            self._context.fail(error, owner=self)

    def _mark(self, sentence: str | None) -> None:
        self.reference.setProperty("wrong", "true" if sentence else "false")
        restyle(self.reference)
        self._said.set_role("error" if sentence else "caption")
        if sentence:
            self._said.setText(sentence)
