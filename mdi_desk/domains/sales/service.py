"""Orders and payments. One method, one transaction, one permission."""

import re
from uuid import UUID

from mdi_desk.db.session import DeskSession
from mdi_desk.domains.people.service import Effects
from mdi_desk.domains.sales import access, queries
from mdi_desk.domains.sales.records import Method, NewPayment, OrderCard, OrderHit, Paid
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import Clock
from mdi_desk.kernel.errors import Invalid, NotFound
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr

YEARS_BACK = 5  # how far a bare number is looked for


def new_payment(order_id: UUID, amount_minor: int, method: Method, reference: str = "") -> NewPayment:
    """A payment with its ids, made once per attempt; keep it for a retry."""
    return NewPayment(uuid7(), uuid7(), order_id, amount_minor, method, reference)


class SalesService:
    """What was ordered, what is due, and taking it."""

    def __init__(self, work: DeskSession, sender: Sender, clock: Clock) -> None:
        self._work = work
        self._effects = Effects(work, sender)
        self._clock = clock

    @needs(access.READ)
    def order(self, actor: Actor, order: UUID | str) -> OrderCard:
        """An order by its id or its whole number. Raises `NotFound`."""
        if isinstance(order, str):
            wanted = queries.order_by_number(order.strip().upper())
        else:
            wanted = queries.order_by_id(order)
        with self._work.reading() as unit:
            row = unit.execute(wanted).one_or_none()
            if row is None:
                raise NotFound(tr("There is no such order."))
            return queries.order_record(
                row, unit.execute(queries.lines(row.id)).all(), unit.execute(queries.payments(row.id)).all()
            )

    @needs(access.READ)
    def search_orders(self, actor: Actor, text: str, limit: int = 8) -> tuple[OrderHit, ...]:
        """Orders by number: ``MDI-2026-00418``, the beginning of it, or its last digits (``418``)."""
        typed = text.strip().upper()
        if re.fullmatch(r"[0-9]{1,9}", typed):
            year = self._clock().year
            numbers = [f"MDI-{year - back}-{int(typed):05d}" for back in range(YEARS_BACK)]
            statement = queries.hits(numbers, "", limit)
        elif re.fullmatch(r"MDI(-[0-9]{0,4}(-[0-9]*)?)?", typed):
            statement = queries.hits((), typed, limit)
        else:
            return ()
        with self._work.reading() as unit:
            return tuple(queries.hit_record(row) for row in unit.execute(statement))

    @needs(access.READ)
    def person_orders(self, actor: Actor, person_id: UUID, limit: int = 50) -> tuple[OrderHit, ...]:
        """A person's orders, the newest first."""
        with self._work.reading() as unit:
            return tuple(queries.hit_record(row) for row in unit.execute(queries.of_person(person_id, limit)))

    @needs(access.PAY)
    def pay(self, actor: Actor, new: NewPayment) -> Changed[Paid]:
        """Records money taken, by cash or by the card terminal.

        Raises `Invalid` (amount_minor, reference), or `Refused`: nothing_due, more_than_due.
        """
        wrong: dict[str, str] = {}
        reference = new.reference.strip()
        if new.amount_minor <= 0:
            wrong["amount_minor"] = tr("Enter the amount that was paid.")
        if new.method == "card" and not reference:
            wrong["reference"] = tr("Type the card terminal’s reference.")
        elif _looks_like_card(reference):
            wrong["reference"] = tr("That looks like a card number. Type the terminal’s reference instead.")
        if wrong:
            raise Invalid(next(iter(wrong.values())), wrong)
        answer = self._effects.do(
            actor,
            "sales.pay",
            new.op_id,
            {
                "payment_id": str(new.id),
                "order_id": str(new.order_id),
                "amount_minor": new.amount_minor,
                "method": new.method,
                "reference": reference or None,
            },
        )
        due = None if answer.pending else answer.facts.whole("due_minor")
        changes = (
            Change("sales.customer_order", frozenset({new.order_id}), str(new.op_id)),
            # Which seats it pays for only the server knows: rosters look again.
            Change("training.booking", frozenset(), str(new.op_id)),
        )
        return Changed(Paid(new.id, new.order_id, due, answer.pending), changes)


def _looks_like_card(reference: str) -> bool:
    """13 to 19 digits with a right check digit: a card number, which never touches the desk."""
    digits = re.sub(r"[ -]", "", reference)
    if not re.fullmatch(r"[0-9]{13,19}", digits):
        return False
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
