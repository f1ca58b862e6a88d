"""Waivers: who signs, what is kept, when it counts, and that nothing is changed afterwards."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import uuid7
from tests.hostile.stage import Stage, build, call, rows
from tests.support.database import Cluster, Database, shared

pytestmark = pytest.mark.both_servers


@pytest.fixture(scope="module")
def stage(cluster: Cluster) -> Iterator[Stage]:
    with cluster.database() as database:
        shared.add(database.owner())
        yield build(database)


def state(stage: Stage, person: UUID, at: str = "now") -> str:
    """How a person stands with the stage's waiver."""
    found: str = rows(stage.as_("frontdesk"), "SELECT state FROM waivers.state(%s, %s, %s::timestamptz)",
                      person, stage.template, at)[0][0]  # fmt: skip
    return found


def publish(stage: Stage, version: str, **more: Any) -> str:
    """A next version takes the old one's place. Returns its id."""
    new = str(uuid7())
    text = {"locale": "en", "title": "Waiver", "body": f"Words of {version}.", "consent": "Yes."}
    call(stage.as_("manager"), "waivers.publish",
         {"template_id": str(stage.template),
         "version_id": new, "version": version, "texts": [text], **more})  # fmt: skip
    return new


class TestStates:
    def test_an_adults_year(self, stage: Stage) -> None:
        person = stage.database.add_person()
        assert state(stage, person) == "missing"
        answer = stage.sign(person)
        assert answer["state"] == "valid"
        assert state(stage, person) == "valid"
        until = answer["valid_until"]
        assert state(stage, person, until) == "expired", "until is excluded"
        assert stage.database.value("SELECT %s::timestamptz - now() BETWEEN '360 days' AND '367 days'", until)
        stage.sign(person)
        assert state(stage, person) == "valid"

    def test_a_minor_and_the_guardian_until_18(self, stage: Stage) -> None:
        child, parent = stage.database.add_person(age=17), stage.database.add_person(age=45)
        assert state(stage, child) == "needs_guardian"
        stage.sign(child, signer_kind="guardian", guardian_id=str(parent), relationship="parent")
        assert state(stage, child) == "valid"
        birthday = stage.database.value(
            "SELECT birth_date + interval '18 years 1 day' FROM people.person WHERE id = %s", child
        )
        assert state(stage, child, str(birthday)) == "now_adult"
        assert rows(
            stage.as_("frontdesk"), "SELECT guardian_id FROM people.guardianship WHERE person_id = %s", child
        ) == [(parent,)]

    def test_revoked(self, stage: Stage) -> None:
        person = stage.database.add_person()
        signature = stage.sign(person)["signature_id"]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            call(stage.as_("frontdesk"), "waivers.revoke", {"signature_id": signature, "reason": "x"})
        with pytest.raises(psycopg.errors.RaiseException, match="reason_needed"):
            call(stage.as_("manager"), "waivers.revoke", {"signature_id": signature})
        call(stage.as_("manager"), "waivers.revoke", {"signature_id": signature, "reason": "wrong person"})
        assert state(stage, person) == "missing"
        with pytest.raises(psycopg.errors.RaiseException, match="already_revoked"):
            call(stage.as_("manager"), "waivers.revoke", {"signature_id": signature, "reason": "again"})

    def test_a_new_version_asks_everybody_again(self, database: Database) -> None:
        stage = build(database)
        person = database.add_person()
        stage.sign(person)
        before_publication = database.value("SELECT now()")
        new = publish(stage, "2", validity_months=6)
        assert state(stage, person) == "old_version"
        booking = database.add_booking(database.add_class(stage.course), person)
        (card,) = rows(stage.as_("frontdesk"), "SELECT training.gate(%s)", booking)[0]
        said = next(one["detail"] for one in card["checks"] if one["check"] == "waiver")
        assert (said["version"], said["current_version"]) == ("1", "2"), "the one signed, the one in force"
        with pytest.raises(psycopg.errors.RaiseException, match="version_not_current") as caught:
            stage.sign(person, text_sha256="0" * 64)
        assert new in (caught.value.diag.message_detail or "")
        # Signed without a connection before the new version came out: kept, and counts for what it is.
        old = database.value("SELECT sha256 FROM waivers.template_text WHERE version_id = %s", stage.version)
        late = stage.sign(database.add_person(), signed_at=before_publication.isoformat(), text_sha256=old)
        assert late["state"] == "old_version"
        stage.sign(person, version_id=new)
        assert state(stage, person) == "valid"
        statuses = database.owner().execute(
            "SELECT version, status FROM waivers.template_version ORDER BY version"
        )
        assert statuses.fetchall() == [("1", "retired"), ("2", "published")]


class TestSigning:
    @pytest.mark.parametrize(
        ("age", "more", "says"),
        [
            (30, {"signer_kind": "guardian", "guardian_id": "adult",
            "relationship": "parent"}, "adult_signs_self"),
            (15, {}, "minor_needs_guardian"), (None, {}, "birth_date_missing"),
            (30, {"locale": "xx"}, "text_differs"),
            (15, {"signer_kind": "guardian", "guardian_id": "ageless", "relationship": "parent"},
             "guardian_birth_date_missing"),
            (15, {"signer_kind": "guardian",
            "guardian_id": "adult"}, "ck_guardianship_relationship|not-null|null value"),
            (30, {"text_sha256": "0" * 64}, "text_differs"),
            (30, {"version_id": str(uuid7())}, "version_not_current"),
            (30, {"signed_name": " "}, "ck_signature_signed_name"),
            (30, {"by_mark": True}, "ck_signature_mark"),
            (30, {"booking_id": str(uuid7())}, "unknown_booking"),
            (30, {"person_id": str(uuid7())}, "unknown_person"),
            (30, {"ink_path": "M" * 2_000_001}, "too_large"),
        ],
    )  # fmt: skip
    def test_refusals(self, stage: Stage, age: int | None, more: dict[str, Any], says: str) -> None:
        people = {"adult": stage.adult, "ageless": stage.database.add_person(age=None)}
        if "guardian_id" in more:
            more = {**more, "guardian_id": str(people[more["guardian_id"]])}
        person = stage.database.add_person(age=age)
        with pytest.raises(psycopg.Error, match=says):
            stage.sign(person, **more)
        assert (
            stage.database.value("SELECT count(*) FROM waivers.signature WHERE person_id = %s", person) == 0
        )

    def test_what_is_kept(self, stage: Stage) -> None:
        person = stage.database.add_person("Eve", "Dent")
        signed = stage.sign(
            person, signed_name="Eve Dent",
            evidence={"dwell_s": 41, "device": "pad"}, by_mark=True, mark_witness="W. Ness",
            station="kiosk 2",
        )  # fmt: skip
        (paper,) = rows(stage.as_("frontdesk"), "SELECT waivers.document(%s)", signed["signature_id"])[0]
        assert (paper["person_name"], paper["title"], paper["body"]) == (
            "Eve Dent",
            "Waiver",
            "I know the risk.",
        )
        assert paper["evidence"]["desk"] == {"dwell_s": 41, "device": "pad"}
        server = paper["evidence"]["server"]
        assert server["login"] == stage.database.login("frontdesk").login
        assert (server["station"], server["mark_witness"]) == ("kiosk 2", "W. Ness")
        assert server["ink_path_sha256"] == hashlib.sha256(paper["ink_path"].encode()).hexdigest()
        assert (
            paper["text_sha256"]
            == hashlib.sha256(f"{paper['title']}\n{paper['body']}\n{paper['consent']}".encode()).hexdigest()
        )
        text = stage.database.value(
            "SELECT evidence::text FROM waivers.signature WHERE id = %s", signed["signature_id"]
        )
        assert paper["evidence_sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert json.loads(text) == paper["evidence"]
        assert "ink_sealed" not in paper
        (audited,) = rows(stage.as_("auditor"), "SELECT waivers.document(%s)", signed["signature_id"])[0]
        assert audited["ink_path"] is None

    def test_an_instructor_has_own_people_sign(self, stage: Stage) -> None:
        person = stage.database.add_person()
        stage.database.add_booking(stage.own_class, person)
        query = "SELECT sha256 FROM waivers.template_text WHERE version_id = %s"
        sha256 = stage.database.value(query, stage.version)
        args = {"id": str(uuid7()), "person_id": str(person), "version_id": str(stage.version),
        "locale": "en",
                "text_sha256": sha256,
                "signed_name": "X", "signer_kind": "self", "ink_path": "M0 0",
                "ink_width": 1, "ink_height": 1,
                "ink_sha256": "0", "ink_sealed": "AA==", "ink_samples": 3, "evidence": {}}  # fmt: skip
        assert call(stage.as_("instructor"), "waivers.sign", args)["state"] == "valid"

    def test_in_the_language_asked_for(self, stage: Stage) -> None:
        ask = "SELECT waivers.current(%s, %s) ->> 'locale'"
        assert rows(stage.as_("frontdesk"), ask, stage.template, "en-US") == [("en",)]
        assert rows(stage.as_("frontdesk"), ask, stage.template, "fr") == [("en",)], "what there is"
        assert rows(stage.as_("frontdesk"), ask, uuid7(), "en") == [(None,)]


class TestNothingIsChangedAfterwards:
    """Not by the superuser either, as long as nobody switches triggers off."""

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE waivers.template_text SET body = 'x'", "DELETE FROM waivers.template_text",
            ("INSERT INTO waivers.template_text (version_id, locale, title, body, consent)"
            " SELECT id, 'de', 'x', 'y', 'z' FROM waivers.template_version WHERE status = 'published'"),
            "TRUNCATE waivers.template_text", "UPDATE waivers.template_version SET validity_months = 99",
            "UPDATE waivers.template_version SET status = 'draft'", "DELETE FROM waivers.template_version",
            ("INSERT INTO waivers.template_version (id, template_id, version, status)"
            " SELECT gen_random_uuid(), id, '9', 'published' FROM waivers.template"),
            "UPDATE waivers.signature SET signed_name = 'x'", "UPDATE waivers.signature SET ink_sealed = ''",
            "UPDATE waivers.signature SET valid_until = 'infinity'", "DELETE FROM waivers.signature",
            "TRUNCATE waivers.signature CASCADE", "DELETE FROM training.booking",
            "DELETE FROM core.operation",
            "UPDATE core.operation SET request_hash = ''", "TRUNCATE core.operation",
        ],
    )  # fmt: skip
    def test_refused(self, stage: Stage, statement: str) -> None:
        stage.database.add_booking()
        if not stage.count("waivers.signature"):
            stage.sign(stage.database.add_person())
        with pytest.raises(psycopg.Error, match=r"append_only|illegal_move|violates foreign key"):
            stage.database.run(statement)

    def test_a_revocation_is_final(self, stage: Stage) -> None:
        signature = stage.sign(stage.database.add_person())["signature_id"]
        call(stage.as_("manager"), "waivers.revoke", {"signature_id": signature, "reason": "x"})
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append_only"):
            stage.database.run("UPDATE waivers.signature SET revoked_at = NULL WHERE id = %s", signature)
