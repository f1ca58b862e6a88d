"""A clerk with psql: the gate, the seats, the birth date and the audit log hold."""

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, call, refused, rows, some_id, soon
from tests.support.database import Database

pytestmark = pytest.mark.both_servers


def test_a_minor_needs_the_guardians_waiver(stage: Stage) -> None:
    clerk, manager = stage.as_("frontdesk"), stage.as_("manager")
    args = {"booking_id": str(stage.minor_booking), "override_reason": "I know the family"}
    for who in (clerk, manager):
        answer = call(who, "training.check_in", args)
        assert answer["result"] == "refused"
        waiver = next(one for one in answer["gate"]["checks"] if one["check"] == "waiver")
        assert (waiver["ok"], waiver["code"], waiver["overridable"]) == (False, "needs_guardian", False)
    with pytest.raises(psycopg.Error, match="minor_needs_guardian"):
        stage.sign(stage.minor)
    child = stage.database.add_person("Kim", "Diop", age=15)
    with pytest.raises(psycopg.Error, match="guardian_not_adult"):
        stage.sign(stage.minor, signer_kind="guardian", guardian_id=str(child), relationship="sibling")
    with pytest.raises(psycopg.Error, match="same_person"):
        stage.sign(stage.minor, signer_kind="guardian", guardian_id=str(stage.minor), relationship="other")
    assert (
        stage.database.value(
            "SELECT count(*) FROM training.check_in WHERE booking_id = %s", stage.minor_booking
        )
        == 0
    )


def test_a_minors_own_signature_binds_nobody(database: Database) -> None:
    """Signed by a child with a wrong birth date on record, corrected later."""
    from tests.hostile.stage import build

    stage = build(database)
    person = database.add_person("Old", "Enough", age=20)
    booking = database.add_booking(stage.own_class, person)
    stage.sign(person)
    clerk = stage.as_("frontdesk")
    gate = "SELECT training.gate(%s) -> 'ok'"
    assert rows(clerk, gate, booking) == [(True,)]
    call(stage.as_("manager"), "people.set_birth_date",
         {"person_id": str(person), "birth_date": "2012-01-01", "reason": "passport"})  # fmt: skip
    assert rows(clerk, gate, booking) == [(False,)]


def test_no_birth_date_is_changed(stage: Stage, nothing_changes: None) -> None:
    clerk = stage.as_("frontdesk")
    older = {"person_id": str(stage.minor), "birth_date": "1990-01-01", "reason": "typing mistake"}
    assert refused(clerk, "UPDATE people.person SET birth_date = '1990-01-01'") == "42501"
    assert refused(clerk, "INSERT INTO people.person (id) VALUES (gen_random_uuid())") == "42501"
    assert refused(clerk, "DELETE FROM people.person") == "42501"
    with pytest.raises(psycopg.errors.RaiseException, match="birth_date_set"):
        call(clerk, "people.set_birth_date", older)
    with pytest.raises(psycopg.errors.RaiseException, match="reason_needed"):
        call(stage.as_("manager"), "people.set_birth_date", {**older, "reason": " "})


def test_what_the_gate_reads_is_not_written(stage: Stage, nothing_changes: None) -> None:
    clerk = stage.as_("frontdesk")
    for statement in (
        "UPDATE training.course SET min_age = 0, waiver_template_id = NULL",
        "UPDATE training.class SET max_capacity = 1000",
        "UPDATE training.booking SET unpaid_allowed_by = person_id",
        "INSERT INTO training.booking SELECT * FROM training.booking",
        "INSERT INTO training.check_in SELECT * FROM training.check_in",
        "UPDATE waivers.signature SET valid_until = 'infinity'",
        "DELETE FROM waivers.signature",
        "UPDATE waivers.template_version SET status = 'draft'",
        "INSERT INTO people.guardianship SELECT * FROM people.guardianship",
        "INSERT INTO sales.payment SELECT * FROM sales.payment",
        "UPDATE sales.order_line SET amount_minor = 0",
        "UPDATE admin.account SET jobs = '{manager}'",
        "UPDATE admin.setting SET value = '\"Asia/Tokyo\"'",
        "UPDATE core.operation SET result = '{}'",
        "SELECT waivers.revoke(gen_random_uuid(), '{}')",
        "SELECT training.allow_unpaid(gen_random_uuid(), '{}')",
        "SELECT training.save_course(gen_random_uuid(), '{}')",
    ):
        assert refused(clerk, statement) == "42501", statement


def test_no_secret_column_is_read(stage: Stage, nothing_changes: None) -> None:
    for job in ("frontdesk", "manager", "auditor"):
        who = stage.as_(job)
        for column in ("id_number_sealed", "id_number_index"):
            assert refused(who, f"SELECT {column} FROM people.person") == "42501"
            assert refused(who, f"SELECT count(*) FROM people.person WHERE {column} IS NOT NULL") == "42501"
        assert refused(who, "SELECT p FROM people.person p") == "42501"
        assert refused(who, "SELECT ink_sealed FROM waivers.signature") == "42501"
        assert refused(who, "SELECT s FROM waivers.signature s") == "42501"
    auditor = stage.as_("auditor")
    assert refused(auditor, "SELECT id_type FROM people.person") == "42501"
    assert refused(auditor, "SELECT ink_path FROM waivers.signature") == "42501"
    log = str(rows(auditor, "SELECT old_values, new_values FROM admin.audit_log"))
    assert "SECRET" not in log
    assert b"SECRET-INK".hex() not in log
    assert b"SECRET-ID".hex() not in log
    assert "(secret)" in log


def test_no_audit_row_is_touched(stage: Stage, nothing_changes: None) -> None:
    for job in ("frontdesk", "instructor", "manager", "admin", "auditor"):
        who = stage.as_(job)
        for table in ("admin.audit_log", "admin.audit_log_rest"):
            assert refused(who, f"INSERT INTO {table} (action, resource_type) VALUES ('x', 'y')") == "42501"
            assert refused(who, f"UPDATE {table} SET action = 'x'") == "42501"
            assert refused(who, f"DELETE FROM {table}") == "42501"
            assert refused(who, f"TRUNCATE {table}") == "42501"
        assert refused(who, "ALTER TABLE admin.audit_log DISABLE TRIGGER ALL") == "42501"
        assert refused(who, "SET session_replication_role = replica") == "42501"
    owner = stage.database.owner()
    part = stage.database.value("SELECT tableoid::regclass::text FROM admin.audit_log LIMIT 1")
    for statement in ("UPDATE admin.audit_log SET action = 'x'", "DELETE FROM admin.audit_log",
                      "TRUNCATE admin.audit_log", f"TRUNCATE {part}", f"DELETE FROM {part}"):  # fmt: skip
        assert refused(owner, statement) == "42501", "not even the superuser, unless by force"


def test_a_rename_is_in_the_audit_with_both_names(database: Database) -> None:
    clerk = database.connect("frontdesk")
    person = database.add_person("Ada", "Before")
    clerk.execute("SET mdi.op = '00000000-0000-7000-8000-000000000000'")  # a claim the audit does not believe
    clerk.execute("UPDATE people.person SET family_name = 'After' WHERE id = %s AND version = 1", [person])
    found = rows(
        database.connect("manager"),
        "SELECT login, old_values ->> 'family_name', new_values ->> 'family_name', op_id FROM admin.audit_log"
        " WHERE resource_id = %s AND action = 'update'",
        person,
    )
    assert found == [(database.login("frontdesk").login, "Before", "After", None)]


def test_no_statement_takes_a_seat_too_many(database: Database) -> None:
    from mdi_desk.kernel.ids import code, uuid7

    clerk, manager = database.connect("frontdesk"), database.connect("manager")
    lesson = database.add_class(seats=2)
    database.add_booking(lesson)
    booked = database.add_booking(lesson)

    def book() -> None:
        call(clerk, "training.book",
             {"booking_id": str(uuid7()), "class_id": str(lesson), "person_id": str(database.add_person()),
              "order_id": str(uuid7()), "line_id": str(uuid7()), "ticket_code": "T" + code(11)})  # fmt: skip

    with pytest.raises(psycopg.errors.RaiseException, match="class_full"):
        book()
    with pytest.raises(psycopg.errors.RaiseException, match="below_booked"):
        call(manager, "training.save_class", {"id": str(lesson), "version": 1, "max_capacity": 1})
    call(clerk, "training.unbook", {"booking_id": str(booked), "reason": "ill"})
    book()
    with pytest.raises(psycopg.errors.RaiseException, match="class_full"):
        book()
    with pytest.raises(psycopg.errors.CheckViolation, match="illegal_move"):
        database.run("UPDATE training.booking SET status = 'booked' WHERE id = %s", booked)


def test_uploading_under_a_colleagues_name_gives_no_right(stage: Stage) -> None:
    """performed_by is a record, never a right."""
    manager = stage.database.login("manager")
    stage.as_("manager").execute("SELECT core.session_open(%s, 'Desk 1')", [uuid7()])
    answer = call(
        stage.as_("frontdesk"),
        "training.check_in",
        {
            "booking_id": str(stage.adult_booking),
            "override_reason": "x",
            "performed_by": str(manager.account_id),
            "station": "Desk 1",
            "occurred_at": soon(-0.01).isoformat(),
        },
    )
    assert answer["result"] == "refused"
    with pytest.raises(psycopg.errors.RaiseException, match="unknown_account"):
        call(stage.as_("frontdesk"), "training.check_in",
             {"booking_id": str(stage.adult_booking),
              "performed_by": str(stage.database.login("partner").account_id)})  # fmt: skip
    with pytest.raises(psycopg.errors.RaiseException, match="unknown_account"):
        call(stage.as_("frontdesk"), "training.check_in",
             {"booking_id": str(stage.adult_booking), "performed_by": str(some_id())})  # fmt: skip


@pytest.mark.parametrize("forged", ["now", "no time", "ahead", "elsewhere", "before", "after", "auditor"])
def test_no_colleague_who_was_not_there(stage: Stage, forged: str) -> None:
    """Only what happened before, and only where and when the colleague was signed in."""
    colleague = stage.database.add_account("auditor" if forged == "auditor" else "manager")
    session, station, booking = uuid7(), f"Desk {code(6)}", stage.paid_booking()
    at = soon(-60)
    stage.database.run(
        "INSERT INTO admin.desk_session (id, account_id, station, created_at, last_activity_at, ended_at)"
        " VALUES (%s, %s, %s, now() - interval '2 hours', now() - interval '10 minutes',"
        " now() - interval '10 minutes')",
        session, colleague.account_id, station,
    )  # fmt: skip
    args: dict[str, str] = {
        "booking_id": str(booking),
        "performed_by": str(colleague.account_id),
        "station": "Somewhere" if forged == "elsewhere" else station,
    }
    times = {"ahead": soon(4), "before": soon(-180), "after": soon(-1), "now": soon(0)}
    if forged != "no time":
        args["occurred_at"] = times.get(forged, at).isoformat()
    wanted = "unknown_account" if forged == "auditor" else "performer_not_there"
    with pytest.raises(psycopg.errors.RaiseException, match=wanted):
        call(stage.as_("frontdesk"), "training.check_in", args)
    assert stage.database.value("SELECT count(*) FROM training.check_in WHERE booking_id = %s", booking) == 0


def test_a_colleague_who_was_there_is_named_beside_the_sender(stage: Stage) -> None:
    clerk, manager = stage.database.login("frontdesk"), stage.database.login("manager")
    stage.as_("manager").execute("SELECT core.session_open(%s, 'Desk 7')", [uuid7()])
    booking = stage.paid_booking()
    more = {"performed_by": str(manager.account_id), "station": "Desk 7"}
    answer = call(stage.as_("frontdesk"), "training.check_in",
                  {"booking_id": str(booking), "occurred_at": soon(-0.02).isoformat(), **more})  # fmt: skip
    assert (answer["by"], answer["sent_by"]) == (manager.name, clerk.name)
    card = rows(stage.as_("frontdesk"), "SELECT training.card(%s)", booking)[0][0]
    assert card["check_in"]["sent_by"] == card["marks"][-1]["sent_by"] == clerk.name
    person = stage.database.add_person("Signs", "Here")
    signature = stage.sign(person, occurred_at=soon(-0.02).isoformat(), **more)["signature_id"]
    paper = rows(stage.as_("manager"), "SELECT waivers.document(%s)", signature)[0][0]
    assert (paper["witness"], paper["sent_by"]) == (manager.name, clerk.name)
    assert paper["evidence"]["server"]["sent_by"] == str(clerk.account_id)
    other = stage.paid_booking()
    assert "sent_by" not in call(stage.as_("frontdesk"), "training.check_in", {"booking_id": str(other)})
