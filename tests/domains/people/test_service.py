"""People, against a real database: finding, the card, changing, and who may not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.domains.people.records import (
    AddressEdit,
    Draft,
    IdentityEdit,
    NewGuardian,
    NewPerson,
    PersonCard,
    PersonEdit,
    PersonFilter,
    differences,
)
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.seal import aad, unseal
from tests.support.database import Database
from tests.support.services import Bench, add_seal_key, sit_down


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


@pytest.fixture
def manager(database: Database) -> Bench:
    return sit_down(database, "manager", "Office")


def edit(card: PersonCard, **changes: Any) -> PersonEdit:
    """The form's edit: as read, with `changes` typed in."""
    return replace(PersonEdit.of(card.person), **changes)


# -- finding ----------------------------------------------------------------------------------------------


def test_search_finds_by_parts_of_words_in_any_order(database: Database, clerk: Bench) -> None:
    anh = database.add_person("Ánh", "Đặng", phone="+13045550142", email="anh.dang@example.org")
    database.add_person("Angela", "Danger")
    other = database.add_person("Boris", "Braun")

    def found(text: str) -> list[UUID]:
        return [hit.id for hit in clerk.people.search(clerk.actor, text)]

    assert found("dang anh") == [anh]
    assert found("ÁNH ĐẶ") == [anh]
    assert anh in found("dang")
    assert found("(304) 555-0142") == [anh]
    assert found("0142") == [anh]
    assert found("anh.dang@exam") == [anh]
    assert found("braun") == [other]
    assert found("nobody at all") == []
    assert found("  !! ") == []


def test_a_hit_says_who_it_is(database: Database, clerk: Bench) -> None:
    person = database.add_person("Hana", "Sato", age=29, phone="+13045550100", email="hana@example.org")
    [hit] = clerk.people.search(clerk.actor, "sato")
    assert (hit.id, hit.name, hit.phone, hit.email) == (
        person,
        "Hana Sato",
        "+13045550100",
        "hana@example.org",
    )
    assert hit.birth_date is not None
    assert hit.is_active


def test_the_list_is_read_page_by_page_in_the_order_of_names(database: Database, clerk: Bench) -> None:
    names = [("Zoë", "Abel"), ("Ánh", "Đặng"), ("Boris", "Dao"), ("Ada", "Dang"), ("Xaver", "Zorn")]
    for given, family in names:
        database.add_person(given, family)
    rows = []
    after = None
    for _ in range(10):
        page = clerk.people.page(clerk.actor, after=after, limit=2)
        assert len(page.rows) <= 2
        rows += page.rows
        after = page.after
        if after is None:
            break
    shown = [row.name for row in rows if row.name in {f"{given} {family}" for given, family in names}]
    assert shown == ["Zoë Abel", "Ada Dang", "Ánh Đặng", "Boris Dao", "Xaver Zorn"]
    assert len({row.id for row in rows}) == len(rows)


def test_the_list_is_narrowed(database: Database, clerk: Bench) -> None:
    database.add_person("Gone", "Person", is_active=False)
    guardian = database.add_person("Gina", "Guard", roles=["guardian"])
    everybody = {row.name for row in clerk.people.page(clerk.actor, only=PersonFilter(active=None)).rows}
    active = {row.name for row in clerk.people.page(clerk.actor).rows}
    assert everybody - active == {"Gone Person"}
    only = PersonFilter(roles=frozenset({"guardian"}))
    assert [row.id for row in clerk.people.page(clerk.actor, only=only).rows] == [guardian]
    assert [row.id for row in clerk.people.page(clerk.actor, "gina").rows] == [guardian]
    assert clerk.people.page(clerk.actor, "gina", PersonFilter(roles=frozenset({"guest"}))).rows == ()
    assert clerk.people.page(clerk.actor, "??").rows == ()


def test_a_persons_own_code_is_found_however_it_is_typed(database: Database, clerk: Bench) -> None:
    person = database.add_person(code="P0123456789A")
    assert clerk.people.find_code(clerk.actor, "p0i2-3456-789a") == person
    assert clerk.people.find_code(clerk.actor, "P9999999999Z") is None


def test_duplicates_are_named_with_the_reason(database: Database, clerk: Bench) -> None:
    phone = database.add_person("Kwame", "Boateng", phone="+13045550142")
    mail = database.add_person("Lena", "Brandt", email="lena@example.org")
    same = database.add_person("María José", "Núñez", age=36)
    born = clerk.people.card(clerk.actor, same).person.birth_date

    def why(draft: Draft) -> dict[UUID, str]:
        return {one.id: one.why for one in clerk.people.duplicates(clerk.actor, draft)}

    assert why(Draft(phone="304 555 0142")) == {phone: "phone"}
    assert why(Draft(email=" LENA@example.org")) == {mail: "email"}
    assert why(Draft("Maria Jose", "NUNEZ", birth_date=born)) == {same: "name_birth_date"}
    assert why(Draft("maria jose", "nunez")) == {same: "name"}
    assert why(Draft("Maria", "", phone="30", email="lena@")) == {}


# -- the card ---------------------------------------------------------------------------------------------


def test_create_normalises_and_is_found_at_once(clerk: Bench) -> None:
    new = NewPerson(
        " Ánh ", "Đặng  Thị", birth_date=date(1990, 2, 28), email=" Anh@Example.ORG ", phone="(304) 555-0142"
    )
    done = clerk.people.create(clerk.actor, new)
    person = done.record.person
    assert (person.full_name, person.given_name, person.family_name) == ("Ánh Đặng Thị", "Ánh", "Đặng Thị")
    assert (person.email, person.phone) == ("anh@example.org", "+13045550142")
    assert person.code == new.code
    assert not done.record.pending
    assert [(one.entity, one.ids, one.initiator) for one in done.changes] == [
        ("people.person", frozenset({new.id}), str(new.op_id))
    ]
    assert [hit.id for hit in clerk.people.search(clerk.actor, "dang anh")] == [new.id]


def test_the_same_new_person_twice_is_one_person(database: Database, clerk: Bench) -> None:
    new = NewPerson("Ruth", "Okafor")
    first = clerk.people.create(clerk.actor, new).record
    again = clerk.people.create(clerk.actor, new).record
    assert again.person == first.person
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'Okafor'") == 1


def test_create_says_which_fields_are_wrong(clerk: Bench) -> None:
    tomorrow = clerk.people.card(clerk.actor, clerk.actor.person_id).today + timedelta(days=1)
    with pytest.raises(Invalid) as caught:
        clerk.people.create(clerk.actor, NewPerson(" ", "X", birth_date=tomorrow, email="nobody", phone="12"))
    assert set(caught.value.fields) == {"given_name", "birth_date", "email", "phone"}
    assert all(sentence.endswith((".", "?")) for sentence in caught.value.fields.values())


def test_a_minor_comes_with_a_guardian(database: Database, clerk: Bench) -> None:
    mother = database.add_person("Aïcha", "Fall", age=40)
    today = clerk.people.card(clerk.actor, mother).today
    born = date(today.year - 15, 1, 1)
    new = NewPerson("Moussa", "Fall", birth_date=born, guardian=NewGuardian(mother, "parent"))
    card = clerk.people.create(clerk.actor, new).record
    assert [(one.person_id, one.relationship) for one in card.guardians] == [(mother, "parent")]
    assert [one.person_id for one in clerk.people.card(clerk.actor, mother).wards] == [new.id]


def test_save_changes_what_was_typed_and_nothing_else(database: Database, clerk: Bench) -> None:
    person = database.add_person("Lena", "Brandt", notes="left-handed", phone="+13045550100")
    card = clerk.people.card(clerk.actor, person)
    saved = clerk.people.save(
        clerk.actor,
        edit(
            card,
            family_name="Brandt-Öz",
            full_name="",
            phone="304-555-0199",
            notify_sms=False,
            timezone="UTC",
        ),
    ).record.person
    assert (saved.full_name, saved.phone, saved.timezone) == ("Lena Brandt-Öz", "+13045550199", "UTC")
    assert (saved.notify_sms, saved.notify_email, saved.notes) == (False, True, "left-handed")
    assert saved.version == card.person.version + 1
    assert saved.birth_date == card.person.birth_date
    assert [hit.id for hit in clerk.people.search(clerk.actor, "oz")] == [person]


def test_two_edits_of_one_card_meet_in_a_conflict(database: Database, clerk: Bench, manager: Bench) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100", notes="old")
    read = clerk.people.card(clerk.actor, person)
    manager.people.save(manager.actor, edit(read, phone="+13045550111", notes="office"))
    mine = edit(read, bio="shoots left", notes="desk")
    with pytest.raises(Conflict) as caught:
        clerk.people.save(clerk.actor, mine)
    theirs = caught.value.theirs
    assert theirs == manager.people.card(manager.actor, person).person
    found = differences(PersonEdit.of(read.person), mine, PersonEdit.of(theirs))
    assert {one.field: one.both for one in found} == {"phone": False, "bio": False, "notes": True}
    # Nothing of mine was written.
    assert clerk.people.card(clerk.actor, person).person.notes == "office"
    # Taking their version and my choice goes through.
    assert theirs is not None
    again = clerk.people.save(clerk.actor, edit(clerk.people.card(clerk.actor, person), notes="desk")).record
    assert (again.person.notes, again.person.phone) == ("desk", "+13045550111")


def test_a_card_that_is_not_there(clerk: Bench) -> None:
    with pytest.raises(NotFound):
        clerk.people.card(clerk.actor, uuid7())


# -- what the gate reads ----------------------------------------------------------------------------------


def test_a_missing_birth_date_is_added_but_not_replaced_at_the_desk(database: Database, clerk: Bench) -> None:
    person = database.add_person("No", "Date", age=None)
    card = clerk.people.set_birth_date(clerk.actor, person, date(2000, 5, 17)).record
    assert card.person.birth_date == date(2000, 5, 17)
    with pytest.raises(Refused) as caught:
        clerk.people.set_birth_date(clerk.actor, person, date(1990, 5, 17), "typed wrong")
    assert caught.value.code == "birth_date_set"
    assert clerk.people.card(clerk.actor, person).person.birth_date == date(2000, 5, 17)


def test_a_manager_replaces_a_birth_date_with_a_reason(database: Database, manager: Bench) -> None:
    person = database.add_person(age=15)
    with pytest.raises(Refused) as caught:
        manager.people.set_birth_date(manager.actor, person, date(1990, 5, 17), " ")
    assert caught.value.code == "reason_needed"
    done = manager.people.set_birth_date(manager.actor, person, date(1990, 5, 17), "seen on the passport")
    assert done.record.person.birth_date == date(1990, 5, 17)
    [line] = [
        line
        for line in manager.people.history(manager.actor, person).rows
        if line.reason == "seen on the passport"
    ]
    assert line.who == manager.actor.name
    assert line.station == "Office"
    assert [(one.field, one.new) for one in line.changes] == [("birth_date", date(1990, 5, 17))]


def test_no_birth_date_in_the_future(database: Database, clerk: Bench) -> None:
    person = database.add_person(age=None)
    with pytest.raises(Invalid) as caught:
        clerk.people.set_birth_date(clerk.actor, person, date.max)
    assert set(caught.value.fields) == {"birth_date"}


@pytest.mark.parametrize(
    ("guardian_age", "ward_age", "code"),
    [(17, 12, "guardian_not_adult"), (None, 12, "guardian_birth_date_missing"), (40, 30, "not_a_minor")],
)
def test_who_can_not_be_a_guardian(
    database: Database, clerk: Bench, guardian_age: int | None, ward_age: int, code: str
) -> None:
    guardian = database.add_person("Gina", "Guard", age=guardian_age)
    ward = database.add_person("Will", "Ward", age=ward_age)
    with pytest.raises(Refused) as caught:
        clerk.people.set_guardian(clerk.actor, ward, guardian, "parent")
    assert caught.value.code == code
    assert clerk.people.card(clerk.actor, ward).guardians == ()


def test_nobody_is_their_own_guardian(database: Database, clerk: Bench) -> None:
    ward = database.add_person(age=12)
    with pytest.raises(Refused) as caught:
        clerk.people.set_guardian(clerk.actor, ward, ward, "parent")
    assert caught.value.code == "same_person"


def test_a_guardian_is_recorded_and_ended_by_a_manager(
    database: Database, clerk: Bench, manager: Bench
) -> None:
    guardian = database.add_person("Gina", "Guard", age=40)
    ward = database.add_person("Will", "Ward", age=12)
    card = clerk.people.set_guardian(clerk.actor, ward, guardian, "grandparent").record
    assert [(one.name, one.relationship) for one in card.guardians] == [("Gina Guard", "grandparent")]
    with pytest.raises(Forbidden):
        clerk.people.end_guardian(clerk.actor, ward, guardian, "court order")
    with pytest.raises(Refused):
        manager.people.end_guardian(manager.actor, ward, guardian, "")
    ended = manager.people.end_guardian(manager.actor, ward, guardian, "court order")
    assert ended.record.guardians == ()
    assert ended.changes[0].ids == {ward, guardian}
    titles = [line.title for line in manager.people.history(manager.actor, ward).rows]
    assert titles[0] == "Guardian ended"
    assert "Guardian recorded" in titles


def test_an_identity_number_goes_in_sealed(database: Database, clerk: Bench) -> None:
    pair = add_seal_key(database, 7)
    person = database.add_person()
    done = clerk.people.set_identity(clerk.actor, IdentityEdit(person, "passport", "usa", "X 12 34567"))
    assert (done.record.person.id_type, done.record.person.id_country) == ("passport", "USA")
    box = database.value("SELECT id_number_sealed FROM people.person WHERE id = %s", person)
    assert b"X1234567" not in bytes(box)
    opened = unseal(pair.private, bytes(box), aad("people.person", "id_number_sealed", person, 7))
    assert opened == b"X1234567"
    with pytest.raises(Invalid) as caught:
        clerk.people.set_identity(clerk.actor, IdentityEdit(person, "passport", "USS R", " "))
    assert set(caught.value.fields) == {"id_country", "id_number"}


# -- addresses --------------------------------------------------------------------------------------------


def test_addresses_are_added_changed_and_removed(database: Database, clerk: Bench) -> None:
    person = database.add_person()
    home = AddressEdit(uuid7(), person, line1="12 Main St", city="Wheeling", region="WV", is_default=True)
    card = clerk.people.save_address(clerk.actor, home).record
    office = AddressEdit(uuid7(), person, "billing", city="Dakar", country="sen", is_default=True)
    card = clerk.people.save_address(clerk.actor, office).record
    assert [(one.city, one.country, one.is_default) for one in card.addresses] == [
        ("Dakar", "SEN", True),
        ("Wheeling", "USA", False),
    ]
    old = card.addresses[1]
    moved = AddressEdit(old.id, person, line1="14 Main St", city="Wheeling", version=old.version)
    card = clerk.people.save_address(clerk.actor, moved).record
    assert card.addresses[1].line1 == "14 Main St"
    with pytest.raises(Conflict) as caught:
        clerk.people.save_address(clerk.actor, moved)
    assert caught.value.theirs == card.addresses[1]
    with pytest.raises(Conflict):
        clerk.people.remove_address(clerk.actor, old.id, old.version)
    left = clerk.people.remove_address(clerk.actor, old.id, card.addresses[1].version).record
    assert [one.city for one in left.addresses] == ["Dakar"]
    with pytest.raises(NotFound):
        clerk.people.remove_address(clerk.actor, old.id, 1)


def test_an_address_says_what_is_wrong(database: Database, clerk: Bench) -> None:
    with pytest.raises(Invalid) as caught:
        clerk.people.save_address(clerk.actor, AddressEdit(uuid7(), database.add_person(), country="US"))
    assert set(caught.value.fields) == {"country", "line1"}


def test_an_edit_names_its_station_in_the_history(database: Database, clerk: Bench, manager: Bench) -> None:
    person = database.add_person("Lena", "Brandt", phone="+13045550100")
    clerk.people.save(clerk.actor, edit(clerk.people.card(clerk.actor, person), phone="+13045550111"))
    newest = manager.people.history(manager.actor, person).rows[0]
    assert (newest.title, newest.who, newest.station) == ("Card changed", clerk.actor.name, "Front desk 1")
    assert [(one.label, one.old, one.new) for one in newest.changes] == [
        ("Phone", "+13045550100", "+13045550111")
    ]


def test_the_history_is_read_page_by_page(database: Database, clerk: Bench, manager: Bench) -> None:
    person = database.add_person()
    for number in range(5):
        clerk.people.save(clerk.actor, edit(clerk.people.card(clerk.actor, person), bio=f"text {number}"))
    first = manager.people.history(manager.actor, person, limit=3)
    rest = manager.people.history(manager.actor, person, after=first.after, limit=3)
    told = [one.new for line in (*first.rows, *rest.rows) for one in line.changes if one.field == "bio"]
    assert [text for text in told if text] == [f"text {number}" for number in (4, 3, 2, 1, 0)]
    assert rest.after is None


# -- who may not ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("job", ["instructor", "admin", "sales", "collections", "partner"])
def test_other_jobs_have_no_people(database: Database, job: str) -> None:
    person = database.add_person("Lena", "Brandt")
    bench = sit_down(database, job)
    people, actor = bench.people, bench.actor
    for call in (
        lambda: people.search(actor, "lena"),
        lambda: people.page(actor),
        lambda: people.card(actor, person),
        lambda: people.create(actor, NewPerson("A", "B")),
        lambda: people.set_birth_date(actor, person, date(2000, 1, 1)),
        lambda: people.history(actor, person),
    ):
        with pytest.raises(Forbidden):
            call()
    # And with the second lock picked: the database refuses by itself.
    with pytest.raises(Forbidden):
        PeopleService.card.__wrapped__(people, actor, person)  # type: ignore[attr-defined]
    with pytest.raises(Forbidden):
        PeopleService.create.__wrapped__(people, actor, NewPerson("A", "B"))  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'B'") == 0


def test_an_auditor_reads_and_changes_nothing(database: Database) -> None:
    person = database.add_person("Lena", "Brandt")
    bench = sit_down(database, "auditor")
    card = bench.people.card(bench.actor, person)
    assert card.person.full_name == "Lena Brandt"
    assert card.person.id_type is None
    with pytest.raises(Forbidden):
        bench.people.save(bench.actor, edit(card, bio="x"))
    with pytest.raises(Forbidden):
        PeopleService.save.__wrapped__(bench.people, bench.actor, edit(card, bio="x"))  # type: ignore[attr-defined]


def test_a_clerk_can_not_reach_round_the_functions(database: Database, clerk: Bench) -> None:
    person = database.add_person(age=15)
    raw = database.connect(clerk.account)
    for statement in (
        "UPDATE people.person SET birth_date = '1990-01-01' WHERE id = %s",
        "DELETE FROM people.person WHERE id = %s",
        "SELECT id_number_sealed FROM people.person WHERE id = %s",
        "INSERT INTO people.guardianship VALUES (gen_random_uuid(), %s, gen_random_uuid(), 'parent')",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(statement.encode(), (person,))
