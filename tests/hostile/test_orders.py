"""Orders of others: a stranger's money pays for nobody, and a stranger's seat stays paid."""

from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import call
from tests.support.database import Database, Plain

pytestmark = pytest.mark.both_servers


def _book(clerk: Plain, lesson: UUID, person: UUID, order: UUID, **more: str) -> int:
    """What is due on the order after `person` was booked onto it."""
    due: int = call(clerk, "training.book", {
        "class_id": str(lesson), "person_id": str(person), "order_id": str(order),
        "booking_id": str(uuid7()), "line_id": str(uuid7()), "ticket_code": "T" + code(11), **more,
    })["due_minor"]  # fmt: skip
    return due


def _pay(clerk: Plain, order: UUID, amount: int) -> None:
    args = {"order_id": str(order), "payment_id": str(uuid7()), "method": "cash", "amount_minor": amount}
    call(clerk, "sales.pay", args)


def _not_this(clerk: Plain, lesson: UUID, person: UUID, order: UUID, **more: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="not_this_order"):
        _book(clerk, lesson, person, order, **more)


def test_a_strangers_order_is_not_joined(database: Database) -> None:
    clerk = database.connect("frontdesk")
    lesson = database.add_class(database.add_course(price_minor=500))
    ghost, stranger, order = database.add_person("Ghost"), database.add_person("Stranger"), uuid7()
    assert _book(clerk, lesson, stranger, order) == 500
    _not_this(clerk, lesson, ghost, order)
    _pay(clerk, order, 500)
    _not_this(clerk, lesson, ghost, order)
    _not_this(clerk, lesson, ghost, order, payer_id=str(stranger))
    assert database.value("SELECT count(*) FROM training.booking WHERE status = 'booked'") == 1


def test_a_strangers_credit_pays_for_nobody(database: Database) -> None:
    clerk = database.connect("frontdesk")
    lesson = database.add_class(database.add_course(price_minor=500))
    ghost, stranger, order = database.add_person("Ghost"), database.add_person("Stranger"), uuid7()
    _book(clerk, lesson, stranger, order)
    _pay(clerk, order, 500)
    seat = database.value("SELECT id FROM training.booking WHERE status = 'booked'")
    call(clerk, "training.unbook", {"booking_id": str(seat), "reason": "ill"})
    assert database.value("SELECT sales.order_due(%s)", order) == -500
    _not_this(clerk, lesson, ghost, order)
    _not_this(clerk, lesson, ghost, order, payer_id=str(stranger))


def test_what_was_not_ordered_at_a_desk_stays_as_it_is(database: Database) -> None:
    clerk, person = database.connect("frontdesk"), database.add_person()
    database.add_booking(database.add_class(), person, price_minor=700)
    order = database.value("SELECT id FROM sales.customer_order WHERE person_id = %s", person)
    _not_this(clerk, database.add_class(), person, order)


def test_a_family_goes_on_one_order(database: Database) -> None:
    clerk = database.connect("frontdesk")
    lesson = database.add_class(database.add_course(price_minor=500))
    mother, child, order = database.add_person("Mo"), database.add_person("Kid", age=12), uuid7()
    call(clerk, "people.set_guardian",
         {"person_id": str(child), "guardian_id": str(mother), "relationship": "parent"})  # fmt: skip
    assert _book(clerk, lesson, mother, order) == 500
    assert _book(clerk, lesson, child, order) == 1000
    assert _book(clerk, lesson, database.add_person("Friend"), order, payer_id=str(mother)) == 1500
