"""Selects on sales.*, and the way from a row to its record."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, column, func, select, table

from mdi_desk.domains.sales.models import CustomerOrderRow, OrderLineRow, PaymentRow
from mdi_desk.domains.sales.records import OrderCard, OrderHit, OrderLine
from mdi_desk.domains.sales.records import PaymentRow as Paid
from mdi_desk.kernel.facts import Facts

# Of other domains only what an order is shown with.
PERSON = table("person", column("id"), column("full_name"), schema="people")
BOOKING = table("booking", column("id"), column("class_id"), schema="training")
_ORDER: tuple[Any, ...] = (
    CustomerOrderRow.id,
    CustomerOrderRow.number,
    CustomerOrderRow.person_id,
    CustomerOrderRow.currency,
    CustomerOrderRow.ordered_at,
    PERSON.c.full_name.label("person_name"),
)
_LINE: tuple[Any, ...] = (
    OrderLineRow.id,
    OrderLineRow.booking_id,
    OrderLineRow.description,
    OrderLineRow.amount_minor,
    OrderLineRow.created_at,
    BOOKING.c.class_id,
)
_PAYMENT: tuple[Any, ...] = (
    PaymentRow.id,
    PaymentRow.amount_minor,
    PaymentRow.method,
    PaymentRow.reference,
    PaymentRow.taken_at,
    PaymentRow.station,
)


def orders() -> Select[Any]:
    return select(*_ORDER).join(PERSON, PERSON.c.id == CustomerOrderRow.person_id)


def order_by_id(order_id: UUID) -> Select[Any]:
    return orders().where(CustomerOrderRow.id == order_id)


def order_by_number(number: str) -> Select[Any]:
    return orders().where(CustomerOrderRow.number == number)


def lines(order_id: UUID) -> Select[Any]:
    return (
        select(*_LINE)
        .outerjoin(BOOKING, BOOKING.c.id == OrderLineRow.booking_id)
        .where(OrderLineRow.order_id == order_id)
        .order_by(OrderLineRow.created_at, OrderLineRow.id)
    )


def payments(order_id: UUID) -> Select[Any]:
    return (
        select(*_PAYMENT).where(PaymentRow.order_id == order_id).order_by(PaymentRow.taken_at, PaymentRow.id)
    )


def order_record(row: Any, line_rows: Sequence[Any], payment_rows: Sequence[Any]) -> OrderCard:
    facts = Facts(row._mapping)
    return OrderCard(
        id=facts.uuid("id"),
        number=facts.text("number"),
        person_id=facts.uuid("person_id"),
        person_name=facts.text("person_name"),
        currency=facts.text("currency"),
        ordered_at=facts.moment("ordered_at"),
        lines=tuple(_line(line) for line in line_rows),
        payments=tuple(_payment(payment) for payment in payment_rows),
    )


def _line(row: Any) -> OrderLine:
    facts = Facts(row._mapping)
    return OrderLine(
        id=facts.uuid("id"),
        booking_id=facts.maybe_uuid("booking_id"),
        class_id=facts.maybe_uuid("class_id"),
        description=facts.text("description"),
        amount_minor=facts.whole("amount_minor"),
        created_at=facts.moment("created_at"),
    )


def _payment(row: Any) -> Paid:
    facts = Facts(row._mapping)
    return Paid(
        id=facts.uuid("id"),
        amount_minor=facts.whole("amount_minor"),
        method=facts.text("method"),
        reference=facts.maybe_text("reference"),
        taken_at=facts.moment("taken_at"),
        station=facts.text("station", ""),
    )


def _with_sums(statement: Select[Any]) -> Select[Any]:
    total = (
        select(func.coalesce(func.sum(OrderLineRow.amount_minor), 0))
        .where(OrderLineRow.order_id == CustomerOrderRow.id)
        .scalar_subquery()
    )
    paid = (
        select(func.coalesce(func.sum(PaymentRow.amount_minor), 0))
        .where(PaymentRow.order_id == CustomerOrderRow.id)
        .scalar_subquery()
    )
    bookings = (
        select(func.array_agg(OrderLineRow.booking_id))
        .where(OrderLineRow.order_id == CustomerOrderRow.id, OrderLineRow.booking_id.is_not(None))
        .scalar_subquery()
    )
    return statement.add_columns(
        total.label("total_minor"), paid.label("paid_minor"), bookings.label("booking_ids")
    )


def hits(numbers: Sequence[str], prefix: str, limit: int) -> Select[Any]:
    """Orders whose number is one of `numbers` or begins with `prefix`, the newest first."""
    statement = _with_sums(orders())
    if numbers:
        statement = statement.where(CustomerOrderRow.number.in_(numbers))
    else:
        statement = statement.where(CustomerOrderRow.number.startswith(prefix, autoescape=True))
    return statement.order_by(CustomerOrderRow.number.desc()).limit(limit)


def of_person(person_id: UUID, limit: int) -> Select[Any]:
    return (
        _with_sums(orders())
        .where(CustomerOrderRow.person_id == person_id)
        .order_by(CustomerOrderRow.ordered_at.desc(), CustomerOrderRow.id.desc())
        .limit(limit)
    )


def hit_record(row: Any) -> OrderHit:
    facts = Facts(row._mapping)
    return OrderHit(
        id=facts.uuid("id"),
        number=facts.text("number"),
        person_id=facts.uuid("person_id"),
        person_name=facts.text("person_name"),
        ordered_at=facts.moment("ordered_at"),
        due_minor=int(facts.raw("total_minor")) - int(facts.raw("paid_minor")),
        currency=facts.text("currency"),
        booking_ids=tuple(facts.raw("booking_ids") or ()),
    )
