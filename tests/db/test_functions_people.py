"""People: search, creating, birth dates, guardians, identity, duplicates, plain edits."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.fold import sort_key, words
from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, build, call, rows
from tests.support.database import Cluster, shared

pytestmark = pytest.mark.both_servers


@pytest.fixture(scope="module")
def stage(cluster: Cluster) -> Iterator[Stage]:
    with cluster.database() as database:
        shared.add(database.owner())
        yield build(database)


def wish(given: str, family: str, **more: Any) -> dict[str, Any]:
    """Arguments of people.create."""
    return {"id": str(uuid7()),
    "given_name": given, "family_name": family, "full_name": f"{given} {family}".strip(),
            "sort_key": sort_key(family, given), "code": "P" + code(11), **more}  # fmt: skip


def found(stage: Stage, text: str, limit: int = 50) -> list[UUID]:
    """What the front desk finds for typed text."""
    return [
        row[0]
        for row in rows(
            stage.as_("frontdesk"), "SELECT id FROM people.search(%s, %s)", list(words(text)), limit
        )
    ]


@pytest.fixture(scope="module")
def ngoc(stage: Stage) -> UUID:
    """Somebody whose name wants to be found."""
    person = wish("Ngọc Ánh", "Đặng-O'Neill", phone="+13045551234", email="ngoc.dang+range@mail.example.com")
    call(stage.as_("frontdesk"), "people.create", person)
    return UUID(person["id"])


class TestSearch:
    @pytest.mark.parametrize(
        "text",
        ["ngoc", "Ngọc", "NGỌC", "dang", "đặng", "ng da", "dang ngoc anh", "oneill", "O’Neill dang",
        "3045551234", "304-555-1234",
         "(304) 555 1234", "+1 304 555 1234", "5551234", "1234", "ngoc.dang", "mail.example", "range",
         "ngoc 304555", "anh 1234"],
    )  # fmt: skip
    def test_in_any_order_without_accents(self, stage: Stage, ngoc: UUID, text: str) -> None:
        assert ngoc in found(stage, text)

    @pytest.mark.parametrize("text", ["ngocx", "goc", "dang smith", "9999", "ngoc 9999", "", "   ", "-"])
    def test_not_found(self, stage: Stage, ngoc: UUID, text: str) -> None:
        assert ngoc not in found(stage, text)

    def test_by_the_own_code(self, stage: Stage, ngoc: UUID) -> None:
        ticket = stage.database.value("SELECT code FROM people.person WHERE id = %s", ngoc)
        assert found(stage, ticket) == [ngoc]

    def test_tokens_follow_a_change(self, stage: Stage) -> None:
        person = stage.database.add_person("Before", "Wedding", phone="+13045550001")
        stage.as_("frontdesk").execute(
            "UPDATE people.person SET family_name = 'Honeymoon', full_name = 'Before Honeymoon', phone = NULL"
            " WHERE id = %s",
            [person],
        )
        assert person in found(stage, "honeymoon")
        assert person not in found(stage, "wedding")
        assert person not in found(stage, "3045550001")

    def test_whole_words_first_then_by_name_and_no_more_than_asked(self, stage: Stage) -> None:
        people = [stage.database.add_person(given, "Zyx") for given in ("Cid", "Abe", "Bo")]
        longer = stage.database.add_person("Abe", "Zyxabc")
        assert found(stage, "zyx") == [people[1], people[2], people[0], longer]
        assert found(stage, "zyx", 2) == [people[1], people[2]]

    def test_only_the_active(self, stage: Stage) -> None:
        person = stage.database.add_person("Gone", "Away")
        stage.as_("frontdesk").execute("UPDATE people.person SET is_active = false WHERE id = %s", [person])
        assert found(stage, "gone away") == []

    def test_many_people_rebuilt_at_once(self, stage: Stage) -> None:
        owner = stage.database.owner()
        before = set(rows(owner, "SELECT person_id, token FROM people.search_token"))
        assert rows(owner, "SELECT people.rebuild_tokens()") == [(len(before),)]
        assert set(rows(owner, "SELECT person_id, token FROM people.search_token")) == before
        assert found(stage, "amina") == [stage.adult]

    @pytest.mark.parametrize("job", ["frontdesk", "manager"])
    def test_lists_and_exact_look_ups_use_their_index(self, stage: Stage, job: str) -> None:
        """The question "is anybody active signed in" must not cost the index."""
        who, some = stage.fresh(job), uuid7()
        who.execute("SET enable_seqscan = off")
        for query, index in (
            (f"SELECT id FROM people.person WHERE (sort_key, id) > ('m', '{some}') ORDER BY sort_key, id",
             "ix_person_sort_key"),
            ("SELECT id FROM people.person WHERE sort_key >= 'a' AND sort_key < 'b'", "ix_person_sort_key"),
            ("SELECT id FROM people.person WHERE phone = '+1'", "ix_person_phone"),
            ("SELECT id FROM people.person WHERE email = 'a'", "ix_person_email"),
            ("SELECT id FROM people.person WHERE birth_date >= '2000-01-01'", "ix_person_birth_date"),
        ):  # fmt: skip
            plan = "\n".join(row[0] for row in rows(who, f"EXPLAIN {query}"))
            assert index in plan
            assert "Index Cond" in plan
            assert "InitPlan" in plan, "asked once, not once a row"
        who.close()


class TestCreate:
    def test_with_a_guardian(self, stage: Stage) -> None:
        child = wish("Lil", "Diop", birth_date="2015-06-01",
                     guardian={"guardian_id": str(stage.adult), "relationship": "parent"})  # fmt: skip
        op = uuid7()
        answer = call(stage.as_("frontdesk"), "people.create", child, op)
        assert answer == {"person_id": child["id"], "version": 1}
        assert call(stage.as_("frontdesk"), "people.create", child, op) == {**answer, "replay": True}
        linked = rows(stage.as_("frontdesk"), "SELECT guardian_id, relationship FROM people.guardianship"
                      " WHERE person_id = %s AND ended_at IS NULL", child["id"])  # fmt: skip
        assert linked == [(stage.adult, "parent")]
        assert "guardian" in stage.database.value(
            "SELECT roles FROM people.person WHERE id = %s", stage.adult
        )

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"birth_date": "2999-01-01"}, "birth_date_future"),
            ({"email": "Upper@x.org"}, "ck_person_email"),
            ({"phone": "3045551234"}, "ck_person_phone"), ({"given_name": " "}, "ck_person_given_name"),
            ({"code": "X1"}, "ck_person_code"), ({"guardian": {"guardian_id": str(uuid7()),
            "relationship": "parent"}},
                                                 "unknown_person"),
        ],
    )  # fmt: skip
    def test_refusals(self, stage: Stage, wrong: dict[str, Any], says: str) -> None:
        with pytest.raises(psycopg.Error, match=says):
            call(stage.as_("frontdesk"), "people.create", wish("Wrong", "Entry", **wrong))
        assert found(stage, "wrong entry") == []

    def test_nobody_makes_staff_of_themselves(self, stage: Stage) -> None:
        person = wish("Climb", "Er", roles=["staff", "instructor", "guest"])
        call(stage.as_("frontdesk"), "people.create", person)
        assert stage.database.value("SELECT roles FROM people.person WHERE id = %s", person["id"]) == [
            "guest"
        ]


class TestBirthDate:
    def test_once_by_the_clerk_then_by_a_manager(self, stage: Stage) -> None:
        person = str(stage.database.add_person(age=None))
        args = {"person_id": person, "birth_date": "1991-02-03"}
        answer = call(stage.as_("frontdesk"), "people.set_birth_date", args)
        assert answer == {"person_id": person, "birth_date": "1991-02-03", "version": 2}
        call(stage.as_("frontdesk"), "people.set_birth_date", args)  # the same again says nothing new
        with pytest.raises(psycopg.errors.RaiseException, match="birth_date_set"):
            call(stage.as_("frontdesk"), "people.set_birth_date", {**args, "birth_date": "1991-03-02"})
        call(
            stage.as_("manager"),
            "people.set_birth_date",
            {**args, "birth_date": "1991-03-02", "reason": "passport"},
        )
        logged = rows(stage.as_("manager"),
        "SELECT old_values ->> 'birth_date', new_values ->> 'birth_date', reason"
                      " FROM admin.audit_log WHERE resource_id = %s AND reason IS NOT NULL",
                      person)  # fmt: skip
        assert logged == [("1991-02-03", "1991-03-02", "passport")]


class TestGuardians:
    @pytest.mark.parametrize(
        ("person", "guardian", "says"),
        [("minor", "minor", "same_person"), ("adult", "stranger", "not_a_minor"), ("minor", "child",
        "guardian_not_adult"),
         ("minor", "ageless", "guardian_birth_date_missing"), ("minor", "nobody", "unknown_person")],
    )  # fmt: skip
    def test_refusals(self, stage: Stage, person: str, guardian: str, says: str) -> None:
        people = {
            "minor": stage.minor, "adult": stage.adult, "stranger": stage.stranger, "nobody": uuid7(),
            "child": stage.database.add_person(age=17), "ageless": stage.database.add_person(age=None),
        }  # fmt: skip
        with pytest.raises(psycopg.errors.RaiseException, match=says):
            call(stage.as_("frontdesk"), "people.set_guardian",
                 {"person_id": str(people[person]), "guardian_id": str(people[guardian]),
                 "relationship": "parent"})  # fmt: skip

    def test_linked_changed_ended(self, stage: Stage) -> None:
        child, adult = stage.database.add_person(age=9), stage.database.add_person(age=40)
        args = {"person_id": str(child), "guardian_id": str(adult), "relationship": "parent"}
        first = call(stage.as_("frontdesk"), "people.set_guardian", args)
        second = call(stage.as_("frontdesk"), "people.set_guardian", {**args, "relationship": "grandparent"})
        assert first["guardianship_id"] == second["guardianship_id"]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            call(stage.as_("frontdesk"), "people.end_guardian", {**args, "reason": "x"})
        call(stage.as_("manager"), "people.end_guardian", {**args, "reason": "court order"})
        assert rows(stage.as_("frontdesk"),
        "SELECT relationship, ended_at IS NOT NULL FROM people.guardianship"
                    " WHERE person_id = %s", child) == [("grandparent", True)]  # fmt: skip
        with pytest.raises(psycopg.errors.RaiseException, match="not_found"):
            call(stage.as_("manager"), "people.end_guardian", {**args, "reason": "again"})


def test_identity_goes_in_and_never_comes_out(stage: Stage) -> None:
    person = stage.database.add_person()
    call(stage.as_("frontdesk"), "people.set_identity",
         {"person_id": str(person), "id_type": "passport", "id_country": "SEN",
         "id_number_sealed": "U0VBTEVE",
          "id_number_index": "SU5ERVg="})  # fmt: skip
    kept = stage.database.owner().execute(
        "SELECT id_type, id_country, id_number_sealed, id_number_index FROM people.person WHERE id = %s",
        [person],
    )
    assert kept.fetchall() == [("passport", "SEN", b"SEALED", b"INDEX")]
    log = str(
        rows(
            stage.as_("auditor"),
            "SELECT old_values, new_values FROM admin.audit_log WHERE resource_id = %s",
            person,
        )
    )
    assert b"SEALED".hex() not in log
    assert b"INDEX".hex() not in log


def test_duplicates(stage: Stage) -> None:
    clerk = stage.as_("frontdesk")
    twin = stage.database.add_person("Awa", "Ndiaye", email="awa@example.com", phone="+221770000001")
    born = stage.database.value("SELECT birth_date FROM people.person WHERE id = %s", twin)

    def why(names: str, *rest: object) -> list[tuple[Any, ...]]:
        return rows(clerk, "SELECT id, why FROM people.duplicates(%s, %s, %s, %s)", list(words(names)), *rest)

    assert why("Awa N'Diaye", None, None, born) == [(twin, "name_birth_date")]
    assert why("Ndiaye Awa", None, None, None) == [(twin, "name")]
    assert why("Other Name", "awa@example.com", None, None) == [(twin, "email")]
    assert why("Other Name", None, "+221770000001", None) == [(twin, "phone")]
    assert why("Awa", None, None, born) == [], "a single word says too little"
    assert why("Nobody Here", None, None, None) == []


class TestPlainEdits:
    def test_the_version_decides(self, stage: Stage) -> None:
        person = stage.database.add_person("Edit", "Me")
        clerk, manager = stage.as_("frontdesk"), stage.as_("manager")
        edit = (
            "UPDATE people.person SET notes = %s WHERE id = %s AND version = %s"
            " RETURNING version, updated_at > created_at"
        )
        assert rows(clerk, edit, "first", person, 1) == [(2, True)]
        assert rows(manager, edit, "second", person, 1) == [], "somebody was faster"
        assert rows(manager, edit, "second", person, 2) == [(3, True)]

    def test_addresses(self, stage: Stage) -> None:
        clerk, address = stage.as_("frontdesk"), uuid7()
        add = (
            "INSERT INTO people.address (id, person_id, line1, is_default) VALUES (%s, %s, '1 Main St', true)"
        )
        clerk.execute(add, [address, stage.adult])
        with pytest.raises(psycopg.errors.UniqueViolation, match="uq_address_default"):
            clerk.execute(add, [uuid7(), stage.adult])
        assert rows(
            clerk, "UPDATE people.address SET city = 'Dakar' WHERE id = %s RETURNING version", address
        ) == [(2,)]
        assert rows(clerk, "DELETE FROM people.address WHERE id = %s RETURNING city", address) == [("Dakar",)]
