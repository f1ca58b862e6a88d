"""What the database says becomes one clear sentence; every code and constraint it can say has one."""

import re
import string

import pytest
import sqlalchemy.exc

from mdi_desk.db import sentences
from mdi_desk.db.errors import (
    NotYetSafe,
    OutcomeUnknown,
    Said,
    ServerAway,
    SignInRefused,
    attempt_from,
    explain,
    translate,
)
from mdi_desk.kernel import words
from mdi_desk.kernel.errors import (
    Conflict,
    DeskError,
    Forbidden,
    Invalid,
    NotFound,
    Refused,
    SignedOut,
    Unavailable,
    UserError,
)
from mdi_desk.kernel.paths import migrations
from tests.support.database import Database

# What is put together at run time in the SQL: class_ || status, and a CASE.
COMPUTED = {"class_cancelled", "class_completed", "place_taken", "instructor_taken"}


def refusal_codes() -> set[str]:
    """Every code that a function of ours refuses with."""
    found = set(COMPUTED)
    for path in (migrations() / "sql").rglob("*.sql"):
        found |= set(re.findall(r"core\.refuse\('([a-z_]+[a-z])'\s*[,)]", path.read_text("utf-8")))
    return found


def test_every_refusal_has_its_own_sentence() -> None:
    codes = refusal_codes()
    assert len(codes) > 30
    generic = sentences.refusal("no_such_code", {})
    assert "no_such_code" in generic
    assert {code for code in codes if code in sentences.refusal(code, {})} == set()


@pytest.mark.parametrize("code", sorted(sentences._REFUSALS))
def test_a_sentence_is_a_sentence(code: str) -> None:
    for facts in (
        {},
        {"capacity": 12, "booked": 12, "course": "Pistol I", "starts_at": "2026-11-20T09:00:00+00:00"},
    ):
        said = sentences.refusal(code, facts)
        assert said[0] in string.ascii_uppercase + string.digits
        assert said.endswith(".")
        assert "{" not in said
        assert "_" not in said, "codes are for programs"


def test_facts_are_said() -> None:
    assert "12 of 12 seats" in sentences.refusal("class_full", {"capacity": 12, "booked": 12})
    assert "Pistol I at 2026-11-20" in sentences.refusal(
        "place_taken", {"course": "Pistol I", "starts_at": "2026-11-20T12:00:00+00:00"}
    )
    assert "1 person is" in sentences.refusal("below_booked", {"booked": 1})
    assert "7 people are" in sentences.refusal("below_booked", {"booked": 7})


def test_every_constraint_with_a_sentence_exists(database: Database) -> None:
    rows = database.owner().execute(
        "SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'"
    ).fetchall()  # fmt: skip
    assert set(sentences._CONSTRAINTS) <= {row[0] for row in rows}


def test_what_a_person_can_run_into_has_a_sentence(database: Database) -> None:
    """Checks and uniqueness of everything that forms write; foreign keys and states are ours to get right."""
    rows = database.owner().execute(
        "SELECT c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid"
        " JOIN pg_namespace n ON n.oid = t.relnamespace WHERE c.contype IN ('c', 'u', 'x')"
        " AND (n.nspname, t.relname) IN (('people', 'person'), ('people', 'address'), ('training', 'course'),"
        " ('training', 'class'), ('training', 'instructor'), ('sales', 'payment'))"
    ).fetchall()  # fmt: skip
    ours = {"ck_person_auth_provider", "ck_class_status", "uq_instructor_no"}
    missing = {row[0] for row in rows} - set(sentences._CONSTRAINTS) - ours
    assert missing == set()


def test_sentences_are_looked_up_when_needed() -> None:
    words.use(lambda text: "Plein." if text.startswith("This class is full.") else text, "fr")
    try:
        assert sentences.refusal("class_full", {}) == "Plein."
    finally:
        words.use(None)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (Said("P0001", "class_full", facts={"capacity": 3}), Refused),
        (Said("P0001", "stale", facts={"version": 3}), Conflict),
        (Said("P0001", "unknown_person"), NotFound),
        (Said("P0001", "something_new"), Refused),
        (Said("22023", "operation_reused"), Refused),
        (Said("23514", "illegal_move"), Refused),
        (Said("23514", constraint="ck_person_email"), Invalid),
        (Said("23505", constraint="uq_unheard_of"), Invalid),
        (Said("23503", constraint="fk_unheard_of"), Invalid),
        (Said("23502", column="given_name"), Invalid),
        (Said("22P02", "invalid input syntax"), Invalid),
        (Said("42501", "permission denied for table person"), Forbidden),
        (Said("28000"), SignedOut),
        (Said("57014"), Unavailable),
        (Said("57P01"), ServerAway),
        (Said(), ServerAway),
        (Said("40001"), Unavailable),
        (Said("25006"), Unavailable),
        (Said("53100"), Unavailable),
        (Said("XX001"), Unavailable),
        (Said("42883", "function x() does not exist"), DeskError),
    ],
)
def test_each_kind(said: Said, kind: type[DeskError]) -> None:
    found = explain(said)
    assert isinstance(found, kind)
    assert found.message.endswith(".")
    assert "permission denied" not in found.message, "the server's own words are for the log"


def test_a_bug_of_ours_is_neither_the_persons_fault_nor_the_worlds() -> None:
    found = explain(Said("42883", "function x() does not exist"))
    assert not isinstance(found, UserError | Unavailable)
    assert "42883" in found.message


def test_at_commit_it_is_honest() -> None:
    assert isinstance(explain(Said(), at_commit=True), OutcomeUnknown)
    assert isinstance(explain(Said("57P01"), at_commit=True), OutcomeUnknown)
    assert isinstance(explain(Said("57014"), at_commit=True), NotYetSafe)


def test_what_is_no_database_error_is_left_alone() -> None:
    assert translate(ValueError("x")) is None
    assert attempt_from(KeyError("x")) is None
    mine = NotFound("mine")
    assert translate(mine) is mine


@pytest.mark.parametrize(
    ("why", "kind"),
    [("disabled", "sign_in"), ("password", "sign_in"), ("tls", "backoff"), ("no_database", "backoff")],
)
def test_a_later_sign_in_that_is_refused(why: str, kind: str) -> None:
    """Only a word about the login itself is the last one; what can be mended is waited for."""
    found = attempt_from(SignInRefused("no", why))
    assert found is not None
    assert found.verdict is not None
    assert found.verdict.kind == kind


def test_a_busy_pool_is_not_a_server_that_is_away() -> None:
    found = attempt_from(sqlalchemy.exc.TimeoutError())
    assert found is not None
    assert found.verdict is not None
    assert found.verdict.kind == "retry_same"


def test_the_facts_of_a_refusal_arrive(database: Database) -> None:
    class_id = database.add_class(seats=1)
    database.add_booking(class_id)
    session = database.session("frontdesk")
    args = {"booking_id": "01a1f8bb-6b7b-701a-8519-f366a67944ff", "class_id": str(class_id)}
    args |= {"person_id": str(database.add_person()), "ticket_code": "T0123456789A"}
    with pytest.raises(Refused) as refused:
        session.call("training.book", "01a1f8bb-6b7b-701a-8519-f366a67944fe", args)
    assert refused.value.code == "class_full"
    assert refused.value.detail == {"capacity": 1, "booked": 1}
    assert "1 of 1 seats" in refused.value.message
