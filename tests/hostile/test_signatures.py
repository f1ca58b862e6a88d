"""Waivers nobody should be able to make: as one's own guardian, in a stranger's name, without ink."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import uuid7
from tests.hostile.stage import Stage, call, rows, some_id

pytestmark = pytest.mark.both_servers


def _as_guardian(stage: Stage, job: str, guardian: UUID, **more: Any) -> dict[str, Any]:
    """A guardian's waiver for the minor, sent by `job`."""
    who = stage.as_(job)
    sha256 = rows(who, "SELECT waivers.current(%s, 'en') ->> 'sha256'", stage.template)[0][0]
    return call(who, "waivers.sign", {
        "id": str(uuid7()), "person_id": str(stage.minor), "guardian_id": str(guardian),
        "relationship": "other", "signer_kind": "guardian", "version_id": str(stage.version), "locale": "en",
        "text_sha256": sha256, "signed_name": "x", "ink_path": "M0 0L9 9", "ink_width": 300,
        "ink_height": 100, "ink_sha256": "0" * 64, "ink_sealed": "AA==", "ink_samples": 40, "evidence": {},
        **more,
    })  # fmt: skip


def _links(stage: Stage) -> tuple[int, int]:
    return stage.count("people.guardianship"), stage.count("waivers.signature")


def _grown_up(stage: Stage, job: str) -> UUID:
    person = stage.database.login(job).person_id
    stage.database.run("UPDATE people.person SET birth_date = '1980-01-01' WHERE id = %s", person)
    return person


@pytest.mark.parametrize("job", ["instructor", "frontdesk", "manager"])
def test_nobody_is_guardian_at_the_own_desk(stage: Stage, job: str) -> None:
    before = _links(stage)
    with pytest.raises(psycopg.errors.RaiseException, match="witness_is_signer"):
        _as_guardian(stage, job, _grown_up(stage, job))
    if job != "instructor":
        with pytest.raises(psycopg.errors.RaiseException, match="witness_is_signer"):
            call(stage.as_(job), "people.set_guardian", {
                "person_id": str(stage.minor), "guardian_id": str(_grown_up(stage, job)),
                "relationship": "other"})  # fmt: skip
    assert _links(stage) == before


def test_an_instructor_makes_no_guardian_and_learns_nobodys_name(stage: Stage) -> None:
    """An adult, a child, one without a birth date, nobody: one answer."""
    before = _links(stage)
    young = stage.database.add_person("Young", "Person", age=10)
    unborn = stage.database.add_person("No", "Date", age=None)
    answers = set()
    for guardian in (stage.stranger, young, unborn, some_id()):
        with pytest.raises(psycopg.errors.RaiseException, match="guardian_unknown") as caught:
            _as_guardian(stage, "instructor", guardian)
        answers.add(str(caught.value))
    assert len(answers) == 1
    card = rows(stage.as_("instructor"), "SELECT training.card(%s)::text", stage.minor_booking)[0][0]
    assert "Geheim" not in card
    assert _links(stage) == before


def test_a_recorded_guardian_signs_with_the_instructor(stage: Stage) -> None:
    mother = stage.database.add_person("Mother", "Diop", age=40)
    call(stage.as_("frontdesk"), "people.set_guardian",
         {"person_id": str(stage.minor), "guardian_id": str(mother), "relationship": "parent"})  # fmt: skip
    assert _as_guardian(stage, "instructor", mother, relationship="parent")["state"] == "valid"


@pytest.mark.parametrize(
    "ink",
    [
        {"ink_path": ""},
        {"ink_path": None},
        {"ink_sealed": ""},
        {"ink_sha256": ""},
        {"ink_samples": 0},
        {"ink_samples": -5},
        {"ink_width": 0},
        {"ink_width": "NaN"},
        {"ink_height": "NaN"},
        {"ink_height": "Infinity"},
        {"ink_height": -1},
        {"ink_width": None},
    ],
    ids=str,
)
def test_no_ink_no_signature(stage: Stage, nothing_changes: None, ink: dict[str, Any]) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="ink_missing"):
        stage.sign(stage.adult, **ink)


def test_the_table_itself_wants_ink(stage: Stage, nothing_changes: None) -> None:
    with pytest.raises(psycopg.errors.CheckViolation, match="ck_signature_ink"):
        stage.database.run(
            "INSERT INTO waivers.signature (id, person_id, version_id, waiver_version, locale, waiver_text,"
            " text_sha256, signed_name, signer_kind, signed_at, valid_until, ink_path, ink_width, ink_height,"
            " ink_sealed, ink_sha256, ink_samples, evidence, evidence_sha256, op_id)"
            " SELECT gen_random_uuid(), person_id, version_id, waiver_version, locale, waiver_text,"
            " text_sha256, signed_name, signer_kind, signed_at, valid_until, ink_path, 'NaN', ink_height, '',"
            " ink_sha256, ink_samples, '{}', evidence_sha256, op_id FROM waivers.signature LIMIT 1"
        )
