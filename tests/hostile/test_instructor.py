"""An instructor with psql: the own classes, and nothing of anybody else."""

import psycopg
import pytest

from tests.hostile.stage import Stage, call, refused, rows, some_id, soon
from tests.support.database import Database

pytestmark = pytest.mark.both_servers


def test_own_classes_only(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    assert {row[0] for row in rows(who, "SELECT id FROM training.class")} == {stage.own_class}
    bookings = {row[0] for row in rows(who, "SELECT id FROM training.booking")}
    assert bookings == {stage.adult_booking, stage.minor_booking}
    assert rows(who, "SELECT * FROM training.roster(%s)", stage.foreign_class) == []
    assert len(rows(who, "SELECT * FROM training.roster(%s)", stage.own_class)) == 2
    days = "SELECT class_id FROM training.day('-infinity', 'infinity')"
    assert {row[0] for row in rows(who, days)} == {stage.own_class}
    assert {row[0] for row in rows(who, "SELECT class_id FROM training.needs('-infinity', 'infinity')")} == {
        stage.own_class
    }
    assert {row[0] for row in rows(who, "SELECT class_id FROM training.find_classes(ARRAY['pistol'])")} == {
        stage.own_class
    }


def test_no_other_person(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    assert refused(who, "SELECT full_name FROM people.person") == "42501"
    assert refused(who, "SELECT id FROM people.address") == "42501"
    assert refused(who, "SELECT token FROM people.search_token") == "42501"
    for words in (["geheim"], ["3045550199"], ["stranger"], ["g"], ["bjork", "geheim"]):
        assert rows(who, "SELECT * FROM people.search(%s)", words) == []
    assert {row[0] for row in rows(who, "SELECT id FROM people.search(%s)", ["diop"])} == {
        stage.adult,
        stage.minor,
    }
    assert rows(who, "SELECT * FROM training.person_bookings(%s)", stage.stranger) == []
    assert refused(who, "SELECT * FROM people.duplicates(ARRAY['bjork'], NULL, NULL, NULL)") == "42501"
    everything = "\n".join(
        str(rows(who, f"SELECT {call}"))
        for call in (
            f"training.card('{stage.adult_booking}')", f"training.roster('{stage.own_class}')",
            "training.needs('-infinity', 'infinity')", "core.changes('3')",
        )
    )  # fmt: skip
    assert "amina@example.com" not in everything
    assert str(stage.stranger) not in everything


def test_no_id_no_ink_no_money(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    for table in ("waivers.signature", "waivers.template_text", "people.id_verification",
                  "sales.customer_order",
                  "sales.order_line", "sales.payment", "admin.account", "admin.audit_log",
                  "core.operation"):  # fmt: skip
        assert refused(who, f"SELECT count(*) FROM {table}") == "42501"
    signature = stage.database.value("SELECT id FROM waivers.signature WHERE person_id = %s", stage.stranger)
    assert refused(who, "SELECT waivers.document(%s)", signature) == "42501"
    assert rows(who, "SELECT * FROM waivers.state(%s, %s)", stage.stranger, stage.template) == []
    assert refused(who, "SELECT gate FROM training.check_in") == "42501"
    assert refused(who, "SELECT sales.find_order('MDI-2026-00001')") == "42501"
    assert refused(who, "SELECT sales.order_due(%s)", stage.own_class) == "42501"


def test_what_is_owed_is_not_in_the_needs(database: Database) -> None:
    lesson = database.add_class(instructor=database.add_instructor(database.login("instructor")))
    database.add_booking(lesson, price_minor=9500)
    query = "SELECT detail FROM training.needs('-infinity', 'infinity') WHERE kind = 'payment'"
    assert rows(database.connect("instructor"), query) == [({"course": "Safety basics"},)]
    (detail,) = rows(database.connect("frontdesk"), query)[0]
    assert detail["due_minor"] == 9500


def test_a_waivers_state_tells_no_birthday(stage: Stage, nothing_changes: None) -> None:
    """Neither by a template that is not there, nor by the state at times of the caller's choice."""
    who = stage.as_("instructor")
    ask = "SELECT state FROM waivers.state(%s, %s, %s)"
    assert rows(who, ask, stage.minor, some_id(), soon(0)) == []
    assert rows(who, ask, stage.adult, some_id(), soon(0)) == []
    years = [soon(-365 * 24 * 60 * year) for year in range(-30, 60, 10)]
    for person in (stage.minor, stage.adult):
        assert len({rows(who, ask, person, stage.template, at)[0][0] for at in years}) == 1
    assert len({rows(stage.as_("manager"), ask, stage.adult, stage.template, at)[0][0] for at in years}) == 2
    other = stage.database.value("SELECT id FROM waivers.template WHERE id <> %s", stage.template)
    assert other is None or rows(who, ask, stage.minor, other, soon(0)) == []


def test_plans_of_what_a_function_does_stay_inside(stage: Stage) -> None:
    who, heard = stage.fresh("instructor"), list[str]()
    who.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
    who.execute("SET client_min_messages = log")
    who.execute("SET debug_print_plan = on")
    for query in (
        "SELECT training.card(%s)",
        "SELECT training.gate(%s)",
        "SELECT training.mark(gen_random_uuid(), jsonb_build_object('booking_id', %s::uuid, 'mark', NULL))",
        "SELECT training.check_in(gen_random_uuid(), jsonb_build_object('booking_id', %s::uuid))",
    ):
        heard.clear()
        rows(who, query, stage.minor_booking)
        assert len(heard) <= 1, f"only the caller's own statement: {query}"


def test_an_email_address_is_not_found_letter_by_letter(stage: Stage, nothing_changes: None) -> None:
    who, clerk = stage.as_("instructor"), stage.as_("frontdesk")
    for words in (["example"], ["ex"], ["amina", "example"], ["com"]):
        assert (stage.adult, None) not in rows(who, "SELECT * FROM people.search(%s)", words)
        assert stage.adult in {row[0] for row in rows(clerk, "SELECT * FROM people.search(%s)", words)}
    assert rows(who, "SELECT * FROM people.search(%s)", ["amina", "dio"]) == [(stage.adult, None)]


def test_nothing_is_written_directly(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    for statement in (
        "UPDATE training.class SET instructor_id = instructor_id",
        "UPDATE training.booking SET attendance = 'present'",
        "INSERT INTO training.check_in SELECT * FROM training.check_in",
        "DELETE FROM training.booking",
        "UPDATE training.instructor SET bio = 'x'",
        "SELECT nextval('sales.order_no')",
    ):
        assert refused(who, statement) == "42501", statement


def test_foreign_and_unknown_answer_alike(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    foreign = stage.database.value(
        "SELECT ticket_code FROM training.booking WHERE id = %s", stage.stranger_booking
    )
    assert rows(who, "SELECT training.find_ticket(%s)", foreign) == rows(
        who, "SELECT training.find_ticket('T0')"
    )
    for function in ("card", "gate"):
        foreign_answer = rows(who, f"SELECT training.{function}(%s)", stage.stranger_booking)
        assert foreign_answer == rows(who, f"SELECT training.{function}(%s)", some_id()) == [(None,)]
    more = {"check_in": {}, "mark": {"mark": "no_show"}, "check_in_undo": {"reason": "x"}}
    for function, args in more.items():
        answers = set()
        for booking in (stage.stranger_booking, some_id()):
            with pytest.raises(psycopg.errors.RaiseException, match="unknown_booking") as caught:
                call(who, f"training.{function}", {"booking_id": str(booking), **args})
            answers.add(str(caught.value))
        assert len(answers) == 1, "told apart"
    for person in (stage.stranger, some_id()):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="not_allowed"):
            call(who, "waivers.sign", {"person_id": str(person)})


def test_what_only_others_may_do(stage: Stage, nothing_changes: None) -> None:
    who = stage.as_("instructor")
    for function in ("training.book", "training.unbook", "training.save_class", "training.save_course",
                     "training.cancel_class", "training.allow_unpaid", "sales.pay", "people.create",
                     "people.set_birth_date", "waivers.revoke", "admin.account_create",
                     "admin.account_reset"):  # fmt: skip
        assert refused(who, f"SELECT {function}(gen_random_uuid(), '{{}}')") == "42501", function


def test_losing_a_class_closes_it(database: Database) -> None:
    account = database.login("instructor")
    instructor = database.add_instructor(account)
    lesson = database.add_class(instructor=instructor)
    database.add_booking(lesson)
    who = database.connect("instructor")
    assert len(rows(who, "SELECT * FROM training.roster(%s)", lesson)) == 1
    database.run("UPDATE training.class SET instructor_id = NULL WHERE id = %s", lesson)
    assert rows(who, "SELECT * FROM training.roster(%s)", lesson) == []
    assert rows(who, "SELECT id FROM training.booking") == []
