"""Orders and payments as a screen shows them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from mdi_desk.domains.people.records import Choice
from mdi_desk.kernel.words import tr

Method = Literal["cash", "card"]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order, in minor units; a seat's line points at its booking."""

    id: UUID
    booking_id: UUID | None
    class_id: UUID | None
    description: str
    amount_minor: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment taken."""

    id: UUID
    amount_minor: int
    method: str
    reference: str | None
    taken_at: datetime
    station: str


@dataclass(frozen=True, slots=True)
class OrderCard:
    """An order with its lines and payments; all sums are derived from them."""

    id: UUID
    number: str
    person_id: UUID
    person_name: str
    currency: str
    ordered_at: datetime
    lines: tuple[OrderLine, ...]
    payments: tuple[PaymentRow, ...]

    @property
    def total_minor(self) -> int:
        """What the lines come to."""
        return sum(line.amount_minor for line in self.lines)

    @property
    def paid_minor(self) -> int:
        """What has been paid."""
        return sum(payment.amount_minor for payment in self.payments)

    @property
    def due_minor(self) -> int:
        """What is still to pay; negative when too much was paid."""
        return self.total_minor - self.paid_minor


@dataclass(frozen=True, slots=True)
class OrderHit:
    """An order found by its number or a part of it."""

    id: UUID
    number: str
    person_id: UUID
    person_name: str
    ordered_at: datetime
    due_minor: int
    currency: str
    booking_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A payment to take. `id` and `op_id` are made once per attempt, so that a retry is the same payment.

    `reference` is the card terminal's; a card payment needs one.
    """

    id: UUID
    op_id: UUID
    order_id: UUID
    amount_minor: int
    method: Method
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment taken, and what is still to pay; `due_minor` is None while it is pending."""

    payment_id: UUID
    order_id: UUID
    due_minor: int | None
    pending: bool = False


def methods() -> tuple[Choice, ...]:
    """Ways to pay, for a choice."""
    return (("card", tr("Card")), ("cash", tr("Cash")))
