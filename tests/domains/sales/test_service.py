"""Orders and payments, against a real database: what is due, taking it once, and who may not."""

from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest

from mdi_desk.domains.sales.service import SalesService, new_payment
from mdi_desk.kernel.errors import Forbidden, Invalid, NotFound, Refused, Unavailable
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Database
from tests.support.services import Bench, sit_down


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


@pytest.fixture
def order(database: Database) -> UUID:
    """An order of $185.00 for one seat."""
    database.add_booking(person=database.add_person("Lena", "Brandt"), price_minor=18500)
    found = database.value("SELECT id FROM sales.customer_order")
    assert isinstance(found, UUID)
    return found


def test_an_order_adds_up(database: Database, clerk: Bench, order: UUID) -> None:
    card = clerk.sales.order(clerk.actor, order)
    assert (card.person_name, card.total_minor, card.paid_minor, card.due_minor) == (
        "Lena Brandt",
        18500,
        0,
        18500,
    )
    assert card.lines[0].booking_id == database.value("SELECT id FROM training.booking")
    assert card.lines[0].class_id == database.value("SELECT id FROM training.class")
    assert clerk.sales.order(clerk.actor, f" {card.number.lower()} ") == card
    for unknown in (uuid7(), "MDI-1999-00001"):
        with pytest.raises(NotFound):
            clerk.sales.order(clerk.actor, unknown)


def test_a_payment_is_taken_once(database: Database, clerk: Bench, order: UUID) -> None:
    part = new_payment(order, 8500, "cash")
    assert clerk.sales.pay(clerk.actor, part).record.due_minor == 10000
    assert clerk.sales.pay(clerk.actor, part).record.due_minor == 10000
    rest = new_payment(order, 10000, "card", " T-4711 ")
    done = clerk.sales.pay(clerk.actor, rest)
    assert (done.record.due_minor, done.record.pending) == (0, False)
    assert {change.entity for change in done.changes} == {"sales.customer_order", "training.booking"}
    card = clerk.sales.order(clerk.actor, order)
    assert [(one.method, one.amount_minor, one.reference) for one in card.payments] == [
        ("cash", 8500, None),
        ("card", 10000, "T-4711"),
    ]
    assert card.payments[0].station == "Front desk 1"
    assert card.due_minor == 0
    with pytest.raises(Refused) as caught:
        clerk.sales.pay(clerk.actor, new_payment(order, 100, "cash"))
    assert caught.value.code == "nothing_due"


def test_never_more_than_is_due(clerk: Bench, order: UUID) -> None:
    with pytest.raises(Refused) as caught:
        clerk.sales.pay(clerk.actor, new_payment(order, 18501, "cash"))
    assert (caught.value.code, caught.value.detail) == ("more_than_due", {"due_minor": 18500})
    assert clerk.sales.order(clerk.actor, order).payments == ()


@pytest.mark.parametrize(
    ("amount", "method", "reference", "field"),
    [
        (0, "cash", "", "amount_minor"),
        (-5, "cash", "", "amount_minor"),
        (100, "card", " ", "reference"),
        (100, "card", "4111 1111 1111 1111", "reference"),
        (100, "cash", "5500-0000-0000-0004", "reference"),
    ],
)
def test_what_a_payment_needs(
    clerk: Bench, order: UUID, amount: int, method: str, reference: str, field: str
) -> None:
    with pytest.raises(Invalid) as caught:
        clerk.sales.pay(clerk.actor, new_payment(order, amount, method, reference))  # type: ignore[arg-type]
    assert set(caught.value.fields) == {field}
    assert clerk.sales.order(clerk.actor, order).payments == ()


def test_a_terminals_long_reference_is_no_card_number(clerk: Bench, order: UUID) -> None:
    done = clerk.sales.pay(clerk.actor, new_payment(order, 100, "card", "4111111111111112"))
    assert done.record.due_minor == 18400


def test_money_does_not_wait_for_the_server(clerk: Bench, order: UUID) -> None:
    clerk.sender.use(None)
    payment = new_payment(order, 18500, "cash")
    with pytest.raises(Unavailable):
        clerk.sales.pay(clerk.actor, payment)
    clerk.sender.use(clerk.session)
    assert clerk.sales.order(clerk.actor, order).payments == ()
    assert clerk.sales.pay(clerk.actor, payment).record.due_minor == 0


def test_orders_are_found_by_number_or_its_end(database: Database, clerk: Bench, order: UUID) -> None:
    year = datetime.now(UTC).year
    person = database.add_person("Hana", "Sato")
    for number in (418, 41800):
        database.run(
            "INSERT INTO sales.customer_order (id, number, person_id) VALUES (%s, %s, %s)",
            uuid7(),
            f"MDI-{year}-{number:05d}",
            person,
        )

    def found(text: str) -> list[str]:
        return [hit.number for hit in clerk.sales.search_orders(clerk.actor, text)]

    assert found("418") == [f"MDI-{year}-00418"]
    assert found("00418") == [f"MDI-{year}-00418"]
    assert found(f"mdi-{year}-418") == [f"MDI-{year}-41800"]
    assert len(found(f"MDI-{year}-")) == 3
    assert found("Sato") == []
    assert found("MDI-%") == []
    [hit] = clerk.sales.search_orders(clerk.actor, "418")
    assert (hit.person_name, hit.due_minor, hit.booking_ids) == ("Hana Sato", 0, ())
    [mine] = clerk.sales.person_orders(clerk.actor, clerk.sales.order(clerk.actor, order).person_id)
    assert (mine.id, mine.due_minor, len(mine.booking_ids)) == (order, 18500, 1)


@pytest.mark.parametrize("job", ["instructor", "auditor", "admin", "sales", "collections", "partner"])
def test_other_jobs_take_no_money(database: Database, order: UUID, job: str) -> None:
    bench = sit_down(database, job)
    payment = new_payment(order, 18500, "cash")
    with pytest.raises(Forbidden):
        bench.sales.pay(bench.actor, payment)
    with pytest.raises(Forbidden):
        SalesService.pay.__wrapped__(bench.sales, bench.actor, payment)  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM sales.payment") == 0
    if job != "auditor":
        with pytest.raises(Forbidden):
            bench.sales.order(bench.actor, order)
        with pytest.raises(Forbidden):
            SalesService.order.__wrapped__(bench.sales, bench.actor, order)  # type: ignore[attr-defined]


def test_a_clerk_can_not_write_money_by_hand(database: Database, clerk: Bench, order: UUID) -> None:
    raw = database.connect(clerk.account)
    for statement in (
        "UPDATE sales.order_line SET amount_minor = 0",
        "DELETE FROM sales.order_line",
        "INSERT INTO sales.payment SELECT * FROM sales.payment",
        "UPDATE sales.payment SET amount_minor = 1",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(statement.encode())
