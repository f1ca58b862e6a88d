"""sales.*: orders, lines, payments. What no desk may read is not mapped."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from mdi_desk.db.base import Base, Money


class CustomerOrderRow(Base):
    """What a person ordered; sums are derived from lines and payments."""

    __tablename__ = "customer_order"
    __table_args__ = ({"schema": "sales"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    person_id: Mapped[UUID]
    currency: Mapped[str]
    ordered_at: Mapped[datetime]
    ordered_by: Mapped[UUID | None]
    op_id: Mapped[UUID | None]


class OrderLineRow(Base):
    """One line of an order; a seat's line points at its booking. Corrections are further lines."""

    __tablename__ = "order_line"
    __table_args__ = ({"schema": "sales"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    booking_id: Mapped[UUID | None]
    description: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(Money)
    created_at: Mapped[datetime]


class PaymentRow(Base):
    """Money taken, one entry each; never edited."""

    __tablename__ = "payment"
    __table_args__ = ({"schema": "sales"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    amount_minor: Mapped[int] = mapped_column(Money)
    method: Mapped[str]
    reference: Mapped[str | None]
    taken_at: Mapped[datetime]
    taken_by: Mapped[UUID | None]
    station: Mapped[str]
    op_id: Mapped[UUID]
