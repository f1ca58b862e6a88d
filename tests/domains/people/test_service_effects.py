"""How every domain's effects are sent: once, under one id, with one content."""

from dataclasses import replace

import pytest

from mdi_desk.db.errors import SignInRefused
from mdi_desk.domains.people.records import NewPerson
from mdi_desk.domains.sales.service import new_payment
from mdi_desk.domains.training.service import new_booking
from mdi_desk.kernel.errors import Refused, SignedOut, Unavailable
from tests.support.database import Database
from tests.support.services import Bench, sit_down


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


def test_one_id_has_one_content(database: Database, clerk: Bench) -> None:
    database.add_booking(price_minor=18500)
    order = database.value("SELECT id FROM sales.customer_order")
    payment = new_payment(order, 500, "cash")
    clerk.sales.pay(clerk.actor, payment)
    with pytest.raises(Refused) as caught:
        clerk.sales.pay(clerk.actor, replace(payment, amount_minor=700))
    assert caught.value.code == "operation_reused"
    assert database.value("SELECT sum(amount_minor) FROM sales.payment") == 500


def test_a_refused_attempt_may_be_made_again_once_it_is_mended(database: Database, clerk: Bench) -> None:
    klass = database.add_class(seats=1)
    first = database.add_booking(klass)
    new = new_booking(klass, database.add_person("Some", "Body"))
    with pytest.raises(Refused):
        clerk.training.book(clerk.actor, new)
    clerk.training.unbook(clerk.actor, first, "ill")
    assert clerk.training.book(clerk.actor, new).record.seat == 1


def test_what_may_not_wait_is_not_kept(database: Database, clerk: Bench) -> None:
    clerk.sender.use(None)
    new = NewPerson("Lena", "Brandt")
    with pytest.raises(Unavailable):
        clerk.people.create(clerk.actor, new)
    assert clerk.sender.journal.count() == 0
    clerk.sender.use(clerk.session)
    assert clerk.people.create(clerk.actor, new).record.person.id == new.id


def test_an_effect_of_a_disabled_account_is_refused(database: Database, clerk: Bench) -> None:
    boss = sit_down(database, "admin")
    boss.admin.disable(boss.actor, clerk.account.account_id, "left the institute")
    with pytest.raises((SignedOut, SignInRefused, Unavailable)):
        clerk.people.create(clerk.actor, NewPerson("Lena", "Brandt"))
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'Brandt'") == 0


def test_the_operation_names_login_station_and_person(database: Database, clerk: Bench) -> None:
    new = NewPerson("Lena", "Brandt")
    clerk.people.create(clerk.actor, new)
    row = (
        database.owner()
        .execute(
            "SELECT kind, login, station, performed_by FROM core.operation WHERE op_id = %s", (new.op_id,)
        )
        .fetchone()
    )
    assert row == ("people.create", clerk.account.login, "Front desk 1", clerk.account.account_id)
