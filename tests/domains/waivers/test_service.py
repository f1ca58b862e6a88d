"""Waivers, against a real database: the text, signing, states, the paper's facts, and who may not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.domains.waivers.records import NewVersion, SigningEvidence, SignWaiver, VersionText, WaiverText
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.errors import Forbidden, Invalid, NotFound, Refused
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.ink import Ink, Sample, parse_path
from mdi_desk.kernel.seal import KeyPair, SealError, aad, unseal
from tests.kernel.ink_samples import signature
from tests.support.database import Database
from tests.support.services import Bench, add_seal_key, add_waiver, sit_down


@pytest.fixture
def keys(database: Database) -> KeyPair:
    return add_seal_key(database)


@pytest.fixture
def template(database: Database, keys: KeyPair) -> UUID:
    return add_waiver(database)


@pytest.fixture
def clerk(database: Database, template: UUID) -> Bench:
    return sit_down(database, "frontdesk")


@pytest.fixture
def manager(database: Database, template: UUID) -> Bench:
    return sit_down(database, "manager")


def signing(text: WaiverText, person: UUID, name: str = "Lena Brandt", **more: Any) -> SignWaiver:
    """A whole signing of this moment."""
    values: dict[str, Any] = {
        "id": uuid7(),
        "op_id": uuid7(),
        "person_id": person,
        "text": text,
        "signed_name": name,
        "ink": signature(),
        "signed_at": datetime.now(UTC),
        "evidence": SigningEvidence(8200, True, "pen", "1280x800", extra={"user_agent": "pad 1"}),
        **more,
    }
    return SignWaiver(**values)


def test_the_text_comes_in_the_signers_language(clerk: Bench, template: UUID) -> None:
    english = clerk.waivers.current(clerk.actor)
    french = clerk.waivers.current(clerk.actor, "fr-SN")
    assert (english.title, french.title) == ("Participation waiver", "Décharge de participation")
    assert clerk.waivers.current(clerk.actor, "de").locale == "en"
    assert english.version_id == french.version_id
    assert english.locales == ("en", "fr")
    assert english.paragraphs == ("First paragraph.", "Second paragraph.")
    assert english.template_id == template
    with pytest.raises(NotFound):
        clerk.waivers.current(clerk.actor, "en", uuid7())


def test_signing_is_known_to_the_gate_at_once(
    database: Database, clerk: Bench, template: UUID, keys: KeyPair
) -> None:
    person = database.add_person("Lena", "Brandt")
    assert clerk.waivers.state(clerk.actor, person).state == "missing"
    text = clerk.waivers.current(clerk.actor)
    one = signing(text, person)
    done = clerk.waivers.sign(clerk.actor, one)
    assert (done.record.state, done.record.pending) == ("valid", False)
    assert done.record.valid_until is not None
    assert done.record.valid_until > datetime.now(UTC) + timedelta(days=360)
    state = clerk.waivers.state(clerk.actor, person)
    assert (state.state, state.valid, state.version) == ("valid", True, "2026-03")
    assert state.signature_id == one.id
    assert {change.entity for change in done.changes} == {"waivers.signature", "people.person"}


def test_the_ink_is_drawn_for_eyes_and_sealed_for_the_worker(
    database: Database, clerk: Bench, keys: KeyPair
) -> None:
    person = database.add_person()
    one = signing(clerk.waivers.current(clerk.actor), person)
    clerk.waivers.sign(clerk.actor, one)
    box = bytes(database.value("SELECT ink_sealed FROM waivers.signature WHERE id = %s", one.id))
    opened = Ink.unpack(unseal(keys.private, box, aad("waivers.signature", "ink_sealed", one.id, 1)))
    assert opened == one.ink
    with pytest.raises(SealError):
        unseal(keys.private, box, aad("waivers.signature", "ink_sealed", uuid7(), 1))
    paper = clerk.waivers.paper(clerk.actor, one.id)
    assert paper.ink_path is not None
    assert len(parse_path(paper.ink_path)) > 0
    assert paper.ink_sha256 == one.ink.digest().hex()
    assert paper.ink_samples == one.ink.sample_count


def test_the_paper_has_text_and_evidence(database: Database, clerk: Bench) -> None:
    person = database.add_person("Lena", "Brandt")
    booking = database.add_booking(person=person)
    text = clerk.waivers.current(clerk.actor, "fr")
    one = signing(text, person, booking_id=booking)
    clerk.waivers.sign(clerk.actor, one)
    paper = clerk.waivers.paper(clerk.actor, one.id)
    assert (paper.person_name, paper.signed_name, paper.signer_kind) == ("Lena Brandt", "Lena Brandt", "self")
    assert (paper.title, paper.body, paper.consent) == (text.title, text.body, text.consent)
    assert paper.text_sha256 == text.sha256
    assert (paper.version, paper.locale, paper.station) == ("2026-03", "fr", "Front desk 1")
    assert paper.witness_name == clerk.account.name
    assert paper.course_name == "Safety basics"
    assert paper.location_name == database.value("SELECT location_name FROM training.class")
    assert (paper.op_id, paper.booking_id) == (one.op_id, booking)
    desk = paper.evidence["desk"]
    assert isinstance(desk, dict)
    assert (desk["dwell_ms"], desk["scrolled_to_end"], desk["consent_given"]) == (8200, True, True)
    assert desk["ink_device"] == one.ink.device
    assert {"os_user", "app_version", "screen", "consent_sha256", "signed_at"} <= set(desk)
    assert len(paper.evidence_sha256) == 64
    with pytest.raises(NotFound):
        clerk.waivers.paper(clerk.actor, uuid7())


def test_the_same_signing_twice_is_one_signature(database: Database, clerk: Bench) -> None:
    person = database.add_person()
    one = signing(clerk.waivers.current(clerk.actor), person)
    first = clerk.waivers.sign(clerk.actor, one).record
    again = clerk.waivers.sign(clerk.actor, one).record
    assert again == first
    assert database.value("SELECT count(*) FROM waivers.signature") == 1
    assert database.value("SELECT replays FROM core.operation WHERE op_id = %s", one.op_id) == 1


def test_a_guardian_signs_for_a_minor_and_is_recorded(database: Database, clerk: Bench) -> None:
    mother = database.add_person("Aïcha", "Fall", age=40)
    son = database.add_person("Moussa", "Fall", age=15)
    text = clerk.waivers.current(clerk.actor)
    with pytest.raises(Refused) as caught:
        clerk.waivers.sign(clerk.actor, signing(text, son, "Moussa Fall"))
    assert caught.value.code == "minor_needs_guardian"
    one = signing(text, son, "Aïcha Fall", signer_kind="guardian", guardian_id=mother, relationship="parent")
    assert clerk.waivers.sign(clerk.actor, one).record.state == "valid"
    [link] = clerk.people.card(clerk.actor, son).guardians
    assert link.person_id == mother
    [row] = clerk.waivers.list(clerk.actor, son)
    assert (row.guardian_name, row.relationship, row.signer_kind) == ("Aïcha Fall", "parent", "guardian")


@pytest.mark.parametrize(
    ("age", "guardian_age", "code"),
    [
        (30, 40, "adult_signs_self"),
        (15, 17, "guardian_not_adult"),
        (15, None, "guardian_birth_date_missing"),
        (None, 40, "birth_date_missing"),
    ],
)
def test_guardians_who_may_not_sign(
    database: Database, clerk: Bench, age: int | None, guardian_age: int | None, code: str
) -> None:
    guardian = database.add_person("Gina", "Guard", age=guardian_age)
    person = database.add_person(age=age)
    one = signing(
        clerk.waivers.current(clerk.actor),
        person,
        signer_kind="guardian",
        guardian_id=guardian,
        relationship="guardian",
    )
    with pytest.raises(Refused) as caught:
        clerk.waivers.sign(clerk.actor, one)
    assert caught.value.code == code
    assert clerk.waivers.list(clerk.actor, person) == ()


def test_a_changed_text_is_not_signed(database: Database, clerk: Bench) -> None:
    text = clerk.waivers.current(clerk.actor)
    forged = replace(text, sha256="0" * 64)
    with pytest.raises(Refused) as caught:
        clerk.waivers.sign(clerk.actor, signing(forged, database.add_person()))
    assert caught.value.code == "text_differs"


def test_a_new_version_asks_for_a_new_signature(database: Database, clerk: Bench, template: UUID) -> None:
    person = database.add_person()
    old = clerk.waivers.current(clerk.actor)
    clerk.waivers.sign(clerk.actor, signing(old, person))
    add_waiver(database, template, version="2027-01")
    assert clerk.waivers.state(clerk.actor, person).state == "old_version"
    with pytest.raises(Refused) as caught:
        clerk.waivers.sign(clerk.actor, signing(old, person))
    assert caught.value.code == "version_not_current"
    clerk.waivers.sign(clerk.actor, signing(clerk.waivers.current(clerk.actor), person))
    assert clerk.waivers.state(clerk.actor, person).valid
    assert [row.version for row in clerk.waivers.list(clerk.actor, person)] == ["2027-01", "2026-03"]
    versions = clerk.waivers.versions(clerk.actor, template)
    assert {one.version: one.status for one in versions} == {"2027-01": "published", "2026-03": "retired"}
    assert versions[0].locales == ("en", "fr")
    [kind] = clerk.waivers.templates(clerk.actor)
    assert (kind.id, kind.version, kind.validity_months) == (template, "2027-01", 12)


def test_a_manager_publishes_a_version(
    database: Database, clerk: Bench, manager: Bench, template: UUID
) -> None:
    person = database.add_person()
    clerk.waivers.sign(clerk.actor, signing(clerk.waivers.current(clerk.actor), person))
    words = VersionText("en", "Waiver", "One.\n\nTwo.", "Yes.")
    new = NewVersion(template, "2027-01", (words,), validity_months=6)
    assert manager.waivers.publish(manager.actor, new).record.version == "2027-01"
    assert manager.waivers.publish(manager.actor, new).record.version_id == new.version_id
    text = clerk.waivers.current(clerk.actor, "fr")
    assert (text.version, text.locale, text.validity_months) == ("2027-01", "en", 6)
    assert clerk.waivers.state(clerk.actor, person).state == "old_version"
    for spoilt, field in (
        (NewVersion(template, "", (words,)), "version"),
        (NewVersion(template, "x", ()), "texts"),
        (NewVersion(template, "x", (words, words)), "texts"),
        (NewVersion(template, "x", (replace(words, consent=" "),)), "texts"),
        (NewVersion(template, "x", (words,), 0), "validity_months"),
    ):
        with pytest.raises(Invalid) as caught:
            manager.waivers.publish(manager.actor, spoilt)
        assert set(caught.value.fields) == {field}
    with pytest.raises(Forbidden):
        clerk.waivers.publish(clerk.actor, new)
    with pytest.raises(Forbidden):
        WaiverService.publish.__wrapped__(clerk.waivers, clerk.actor, new)  # type: ignore[attr-defined]


def _wrong_ink(one: SignWaiver) -> SignWaiver:
    dot = Ink(((Sample(0, 5, 5), Sample(8, 6, 5)),), 400, 200, "mouse")
    return replace(one, ink=dot)


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (_wrong_ink, "ink"),
        (lambda one: replace(one, signed_name="  "), "signed_name"),
        (lambda one: replace(one, by_mark=True), "mark_witness"),
        (lambda one: replace(one, by_mark=True, ink=Ink((), 4, 4, "pen"), mark_witness="W"), "ink"),
        (lambda one: replace(one, signer_kind="guardian", relationship="parent"), "guardian_id"),
        (lambda one: replace(one, signer_kind="guardian", guardian_id=uuid7()), "relationship"),
        (lambda one: replace(one, evidence=replace(one.evidence, consent_given=False)), "consent"),
    ],
)
def test_a_signing_says_what_is_missing(
    database: Database, clerk: Bench, spoil: Callable[[SignWaiver], SignWaiver], field: str
) -> None:
    one = signing(clerk.waivers.current(clerk.actor), database.add_person())
    with pytest.raises(Invalid) as caught:
        clerk.waivers.sign(clerk.actor, spoil(one))
    assert set(caught.value.fields) == {field}


def test_a_witnessed_mark_counts(database: Database, clerk: Bench) -> None:
    person = database.add_person()
    cross = Ink(
        ((Sample(0, 5, 5), Sample(90, 60, 60)), (Sample(300, 60, 5), Sample(400, 5, 60))), 400, 200, "pen"
    )
    one = signing(
        clerk.waivers.current(clerk.actor), person, ink=cross, by_mark=True, mark_witness=" Ruth  Okafor "
    )
    assert clerk.waivers.sign(clerk.actor, one).record.state == "valid"
    paper = clerk.waivers.paper(clerk.actor, one.id)
    assert (paper.by_mark, paper.mark_witness) == (True, "Ruth Okafor")


def test_only_a_manager_revokes_and_the_gate_knows(database: Database, clerk: Bench, manager: Bench) -> None:
    person = database.add_person()
    one = signing(clerk.waivers.current(clerk.actor), person)
    clerk.waivers.sign(clerk.actor, one)
    with pytest.raises(Forbidden):
        clerk.waivers.revoke(clerk.actor, one.id, "x")
    with pytest.raises(Forbidden):
        WaiverService.revoke.__wrapped__(clerk.waivers, clerk.actor, one.id, "x")  # type: ignore[attr-defined]
    with pytest.raises(Invalid):
        manager.waivers.revoke(manager.actor, one.id, " ")
    done = manager.waivers.revoke(manager.actor, one.id, "signed by the wrong twin")
    assert done.record.person_id == person
    assert clerk.waivers.state(clerk.actor, person).state == "missing"
    [row] = clerk.waivers.list(clerk.actor, person)
    assert row.revoke_reason == "signed by the wrong twin"
    with pytest.raises(NotFound):
        manager.waivers.revoke(manager.actor, uuid7(), "x")


# -- who may not ------------------------------------------------------------------------------------------


def test_an_instructor_signs_for_people_of_own_classes_only(database: Database, template: UUID) -> None:
    teacher = sit_down(database, "instructor")
    own = database.add_class(
        database.add_course(waiver_template_id=template),
        instructor=database.add_instructor(teacher.account),
    )
    mine, foreign = database.add_person(), database.add_person("Some", "Body")
    database.add_booking(own, mine)
    database.add_booking(person=foreign)
    text = teacher.waivers.current(teacher.actor, "en", template)
    assert teacher.waivers.sign(teacher.actor, signing(text, mine)).record.state == "valid"
    assert teacher.waivers.state(teacher.actor, mine, template).valid
    with pytest.raises(Forbidden):
        teacher.waivers.sign(teacher.actor, signing(text, foreign))
    with pytest.raises(NotFound):
        teacher.waivers.state(teacher.actor, foreign, template)
    for call in (
        lambda: teacher.waivers.list(teacher.actor, mine),
        lambda: WaiverService.list.__wrapped__(teacher.waivers, teacher.actor, mine),  # type: ignore[attr-defined]
        lambda: teacher.waivers.paper(teacher.actor, uuid7()),
        lambda: WaiverService.paper.__wrapped__(teacher.waivers, teacher.actor, uuid7()),  # type: ignore[attr-defined]
    ):
        with pytest.raises(Forbidden):
            call()


@pytest.mark.parametrize("job", ["auditor", "admin", "sales", "partner"])
def test_other_jobs_sign_nothing(database: Database, clerk: Bench, job: str) -> None:
    bench = sit_down(database, job)
    one = signing(clerk.waivers.current(clerk.actor), database.add_person())
    with pytest.raises(Forbidden):
        bench.waivers.sign(bench.actor, one)
    bench.waivers._effects._key = (1, add_seal_key(database, 2).public)
    with pytest.raises(Forbidden):
        WaiverService.sign.__wrapped__(bench.waivers, bench.actor, one)  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM waivers.signature") == 0


def test_an_auditor_sees_no_ink(database: Database, clerk: Bench) -> None:
    person = database.add_person()
    one = signing(clerk.waivers.current(clerk.actor), person)
    clerk.waivers.sign(clerk.actor, one)
    auditor = sit_down(database, "auditor")
    paper = auditor.waivers.paper(auditor.actor, one.id)
    assert (paper.signed_name, paper.ink_path) == ("Lena Brandt", None)
    assert len(auditor.waivers.list(auditor.actor, person)) == 1
    raw = database.connect(auditor.account)
    for column in ("ink_path", "ink_sealed", "ip_address"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(f"SELECT {column} FROM waivers.signature".encode())
