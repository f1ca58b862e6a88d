"""One order: its lines, what was paid and how, what is due, and taking it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import label_of
from mdi_desk.domains.sales import access
from mdi_desk.domains.sales.records import OrderCard, methods
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.sales.ui.pay import PaySheet
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Button, Divider, Label, Sheet, Skeleton


class OrderSheet(Sheet):
    """Shows the order `order_id`, live. Signal: ``paid(Paid)``."""

    paid = Signal(object)

    def __init__(self, context: Context, sales: SalesService, order_id: UUID) -> None:
        self._whole = QWidget()
        super().__init__(self._whole, title=tr("Order"), width=500)
        self.setObjectName("order_sheet")
        self._context, self._sales, self._id = context, sales, order_id
        self._order: OrderCard | None = None
        outer = QVBoxLayout(self._whole)
        outer.setContentsMargins(0, 0, 0, 0)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Skeleton(rows=3))
        outer.addWidget(self._holder)
        close = Button(tr("Close"), run=self.close_sheet)
        self.add_button(close)
        self._pay = Button(tr("Take payment"), "primary", "cash-register", run=self.pay)
        self._pay.setObjectName("order_pay")
        self._pay.hide()
        self.add_button(self._pay)
        context.runner.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the order again."""
        actor, order_id = self._context.actor, self._id
        self._context.runner.ask(
            lambda: self._sales.order(actor, order_id),
            owner=self,
            then=self._came,
            failed=self._failed,
            key="order",
        )

    def _heard(self, change: Change) -> None:
        mine = change.entity == "sales.customer_order" and self._id in change.ids
        if self.is_open() and (mine or change.entity == "*"):
            self.refresh()

    def _failed(self, error: Exception) -> None:
        if self._order is None:
            self.close_sheet()
        self._context.fail(error, owner=self._context.window, retry=None)

    def _came(self, order: OrderCard) -> None:
        self._order = order
        self.set_title(tr("Order {number}", number=order.number))
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        day = self._context.show.here(order.ordered_at).date()
        self._column.addWidget(Label(order.person_name, "name", wrap=True))
        self._column.addWidget(Label(tr("ordered on {day}", day=shown.date(day)), "caption"))
        self._column.addSpacing(6)
        for line in order.lines:
            self._column.addWidget(self._line(line.description, line.amount_minor, "body"))
        self._column.addWidget(Divider())
        self._column.addWidget(self._line(tr("Total"), order.total_minor, "strong"))
        for payment in order.payments:
            words = [label_of(methods(), payment.method), self._context.show.moment(payment.taken_at)]
            words += [part for part in (payment.reference, payment.station) if part]
            self._column.addWidget(self._line(" · ".join(words), -payment.amount_minor, "muted"))
        self._column.addWidget(Divider())
        due = order.due_minor
        said = tr("Due") if due > 0 else tr("Paid") if due == 0 else tr("Paid too much")
        self._column.addWidget(self._line(said, due, "heading", "warn" if due > 0 else "ok"))
        may = self._context.actor.may(access.PAY)
        self._pay.setVisible(due > 0 and may)
        self._whole.updateGeometry()
        self._place()

    def _line(self, words: str, minor: int, role: str, state: str = "") -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{words}: {shown.money(minor, self._currency())}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(16)
        layout.addWidget(Label(words, role, wrap=True), 1)
        figures = "number-strong" if role in ("strong", "heading") else "number"
        amount = Label(shown.money(minor, self._currency()), figures)
        amount.setObjectName("order_due" if state else "order_amount")
        layout.addWidget(amount, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return row

    def _currency(self) -> str:
        return self._order.currency if self._order is not None else self._context.institute.currency

    def pay(self) -> None:
        """Take what is due."""
        order = self._order
        if order is None or order.due_minor <= 0:
            return
        who = f"{order.person_name} · {order.number}"
        sheet = PaySheet(self._context, self._sales, order.id, order.due_minor, order.currency, who)
        sheet.paid.connect(self.paid)
        sheet.paid.connect(self.refresh)
        sheet.show_over(self._context.window)
