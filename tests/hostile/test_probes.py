"""Leaks: questions whose error, timing or refusal would tell of rows that one may not see."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import uuid7
from tests.hostile.stage import Stage, call, refused, rows, some_id

pytestmark = pytest.mark.both_servers


def test_an_error_in_a_condition_tells_nothing(stage: Stage) -> None:
    """1/(x-8): the condition runs on visible rows only, so a foreign row cannot make it fail."""
    stage.database.run("UPDATE training.class SET max_capacity = 8 WHERE id = %s", stage.foreign_class)
    who = stage.fresh("instructor")
    for query in (
        "SELECT id FROM training.class WHERE 1 / (max_capacity - 8) < 5",
        "SELECT id FROM training.class WHERE max_capacity::text::int / (max_capacity::text::int - 8) <> 0",
        "SELECT id FROM training.class ORDER BY 1 / (max_capacity - 8)",
        "SELECT max(1 / (max_capacity - 8)) FROM training.class",
        (
            "SELECT b.id FROM training.booking b"
            " JOIN training.class c ON c.id = b.class_id AND 1 / (c.max_capacity - 8) < 5"
        ),
    ):
        rows(who, query)
    leak = (
        "SELECT id FROM training.class WHERE 1 / (max_capacity - 12) < 5"  # the own class: it may fail there
    )
    assert refused(who, leak) == "22012"
    stage.database.run("UPDATE training.class SET max_capacity = 12 WHERE id = %s", stage.foreign_class)


@pytest.fixture
def spy(stage: Stage) -> Iterator[str]:
    """A not leakproof function that reports every value it is asked about: what an attacker would need."""
    database = stage.database
    database.run("CREATE SCHEMA spy")
    database.run(
        "CREATE FUNCTION spy.look(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS"
        " 'BEGIN RAISE NOTICE ''seen %%'', $1; RETURN true; END'"
    )
    database.run("GRANT USAGE ON SCHEMA spy TO mdi_instructor")
    database.run("GRANT EXECUTE ON FUNCTION spy.look(text) TO mdi_instructor")
    yield "spy.look"
    database.run("DROP SCHEMA spy CASCADE")


def test_even_a_function_of_ones_own_sees_nothing_foreign(stage: Stage, spy: str) -> None:
    who = stage.fresh("instructor")
    heard: list[str] = []
    who.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
    foreign = stage.database.value(
        "SELECT ticket_code FROM training.booking WHERE id = %s", stage.stranger_booking
    )
    rows(who, f"SELECT id FROM training.booking WHERE {spy}(ticket_code)")
    rows(who, f"SELECT id FROM training.class WHERE {spy}(id::text)")
    assert len(heard) == 3, "two own bookings, one own class"
    assert not any(foreign in line or str(stage.foreign_class) in line for line in heard)


def test_explain_and_statistics_tell_no_values(stage: Stage, nothing_changes: None) -> None:
    who = stage.fresh("instructor")
    stage.database.run("ANALYZE training.booking, training.class, people.person")
    seen = str(rows(who, "SELECT tablename, most_common_vals, histogram_bounds FROM pg_stats"
                         " WHERE schemaname IN ('people', 'training', 'waivers', 'sales')"))  # fmt: skip
    assert str(stage.foreign_class) not in seen
    assert "Geheim" not in seen
    assert refused(who, "SELECT * FROM pg_statistic") == "42501"


def test_keys_and_unique_rules_are_no_oracle(stage: Stage, nothing_changes: None) -> None:
    """Nobody may write where a foreign key or a unique index would answer for rows of others."""
    ticket = stage.database.value(
        "SELECT ticket_code FROM training.booking WHERE id = %s", stage.stranger_booking
    )
    for job in ("instructor", "partner", "sales"):
        who = stage.as_(job)
        for statement in (
            (
                f"INSERT INTO training.booking (id, class_id, person_id, seat, ticket_code)"
                f" VALUES (gen_random_uuid(), '{stage.own_class}', '{stage.stranger}', 9, '{ticket}')"
            ),
            (
                f"INSERT INTO training.booking (id, ticket_code) VALUES (gen_random_uuid(), '{ticket}')"
                " ON CONFLICT DO NOTHING"
            ),
            "INSERT INTO people.person (id, code) VALUES (gen_random_uuid(), 'P0') ON CONFLICT DO NOTHING",
            f"INSERT INTO people.address (id, person_id) VALUES (gen_random_uuid(), '{stage.stranger}')",
            "INSERT INTO admin.account (login) VALUES ('u_000001') ON CONFLICT DO NOTHING",
            (
                f"MERGE INTO training.booking b USING (SELECT 1) s ON b.id = '{stage.stranger_booking}'"
                " WHEN NOT MATCHED THEN INSERT (id) VALUES (gen_random_uuid())"
            ),
        ):
            assert refused(who, statement) == "42501", statement
        assert refused(who, "CREATE TABLE public.probe (id uuid REFERENCES people.person)") == "42501"


def test_an_auditor_reads_and_writes_nothing(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("auditor")
    for statement in ("UPDATE people.person SET notes = 'x'", "DELETE FROM people.address",
                      "SELECT people.create(gen_random_uuid(), '{}')",
                      "SELECT training.check_in(gen_random_uuid(), '{}')",
                      "SELECT training.book(gen_random_uuid(), '{}')",
                      "SELECT sales.pay(gen_random_uuid(), '{}')"):  # fmt: skip
        assert refused(who, statement) == "42501"
    assert rows(who, "SELECT count(*) FROM training.booking")[0][0] >= 3


def test_the_audit_log_shows_an_auditor_no_more_than_the_tables(stage: Stage) -> None:
    person = stage.database.add_person("Papers", "Shown")
    call(stage.as_("frontdesk"), "people.set_identity",
         {"person_id": str(person), "id_type": "passport", "id_country": "FRA"})  # fmt: skip
    signature = stage.sign(person)["signature_id"]
    log = "SELECT new_values FROM admin.audit_log WHERE resource_id = %s ORDER BY at"
    who = stage.as_("auditor")
    told = {key: value for row in rows(who, log, person) for key, value in row[0].items()}
    assert told["id_type"] == "(secret)"
    (signed,) = rows(who, log, signature)[0]
    assert signed["evidence"] == signed["ink_path"] == "(secret)"
    assert signed["signed_name"] == "Somebody"


def test_an_admin_sees_accounts_and_no_customers(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("admin")
    for table in (
        "people.person",
        "training.booking",
        "waivers.signature",
        "sales.payment",
        "admin.audit_log",
    ):
        assert refused(who, f"SELECT count(*) FROM {table}") == "42501"
    listed = rows(who, "SELECT name FROM admin.account_list()")
    assert len(listed) == stage.count("admin.account")
    assert "Geheim" not in str(listed)


class TestOperationIds:
    """An operation's id is good for one content, and the answer is kept for its owner."""

    def test_other_content(self, stage: Stage) -> None:
        booking, op = stage.paid_booking(), uuid7()
        args = {"booking_id": str(booking), "station": "till 1"}
        assert call(stage.as_("frontdesk"), "training.check_in", args, op)["result"] == "checked_in"
        assert call(stage.as_("frontdesk"), "training.check_in", args, op)["replay"] is True
        for changed in (
            {**args, "attendance": "late"},
            {**args, "station": "till 2"},
            {"booking_id": str(some_id())},
        ):
            self._reused(stage, "frontdesk", "training.check_in", changed, op)
        self._reused(stage, "frontdesk", "training.mark", args, op)
        assert stage.database.value("SELECT replays FROM core.operation WHERE op_id = %s", op) == 1

    def test_other_login(self, stage: Stage) -> None:
        booking, op = stage.paid_booking(), uuid7()
        args = {"booking_id": str(booking)}
        call(stage.as_("frontdesk"), "training.check_in", args, op)
        self._reused(stage, "manager", "training.check_in", args, op)
        mine = {**args, "performed_by": str(stage.database.login("frontdesk").account_id)}
        uploaded = call(stage.as_("manager"), "training.check_in", mine, op)
        assert uploaded["replay"] is True, "a colleague uploads the very same operation"
        assert uploaded["by"] == stage.database.login("frontdesk").name

    def test_what_is_not_uploadable_stays_with_its_owner(self, stage: Stage) -> None:
        person, op = str(stage.database.add_person(age=None)), uuid7()
        args = {"person_id": person, "birth_date": "1990-01-01"}
        call(stage.as_("frontdesk"), "people.set_birth_date", args, op)
        self._reused(stage, "manager", "people.set_birth_date", args, op)

    def test_a_refusal_by_exception_leaves_the_id_free(self, stage: Stage) -> None:
        op = uuid7()
        with pytest.raises(psycopg.errors.RaiseException, match="unknown_person"):
            call(stage.as_("frontdesk"), "people.set_birth_date",
                 {"person_id": str(some_id()), "birth_date": "1990-01-01"}, op)  # fmt: skip
        assert stage.database.value("SELECT count(*) FROM core.operation WHERE op_id = %s", op) == 0

    def test_malformed(self, stage: Stage) -> None:
        for bad in (
            "NULL, '{}'",
            "gen_random_uuid(), '[]'",
            "gen_random_uuid(), NULL",
            "gen_random_uuid(), '3'",
        ):
            for function in ("training.check_in", "people.create", "sales.pay", "waivers.sign"):
                assert refused(stage.as_("frontdesk"), f"SELECT {function}({bad})") in (
                    "22023",
                    "23502",
                    "42501",
                    "P0001",
                )

    @staticmethod
    def _reused(stage: Stage, job: str, function: str, args: dict[str, object], op: UUID) -> None:
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="operation_reused"):
            call(stage.as_(job), function, args, op)


def test_text_that_hopes_to_be_sql(stage: Stage, nothing_changes: None) -> None:
    clerk = stage.as_("frontdesk")
    hopes = [
        "'; DROP TABLE people.person; --",
        "%",
        "_",
        "\\",
        "$q$",
        "%s",
        "%L",
        "a' OR '1'='1",
        "\u202egnirts",
        "x" * 9999,
    ]
    for hope in hopes:
        assert rows(clerk, "SELECT * FROM people.search(%s)", [hope]) == []
        assert rows(clerk, "SELECT * FROM people.search(%s)", ["diop", hope]) in ([], rows(
            clerk, "SELECT * FROM people.search(%s)", ["diop"]))  # fmt: skip
        assert rows(clerk, "SELECT training.find_ticket(%s)", hope) == [(None,)]
        assert rows(clerk, "SELECT sales.find_order(%s)", hope) == [(None,)]
        assert rows(clerk, "SELECT * FROM training.find_classes(%s)", [hope]) == []
