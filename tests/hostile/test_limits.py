"""Disk: no login fills it with one question, or with one word that is kept for ever."""

import psycopg
import pytest

from tests.hostile.stage import Stage, call, refused, rows

pytestmark = pytest.mark.both_servers


def test_one_question_does_not_fill_the_disk(stage: Stage) -> None:
    who = stage.fresh("partner")
    assert rows(who, "SHOW temp_file_limit") == [("256MB",)]
    assert refused(who, "SET temp_file_limit = -1") == "42501"
    who.execute("SET work_mem = '64kB'")
    large = (
        "SELECT count(*) FROM (SELECT repeat(md5(g::text), 30) FROM generate_series(1, 400000) g"
        " ORDER BY 1 DESC OFFSET 0) x"
    )
    assert refused(who, large) == "53400"


@pytest.mark.parametrize("word", ["reason", "override_reason", "notes"])
def test_no_endless_words(stage: Stage, nothing_changes: None, word: str) -> None:
    args = {"booking_id": str(stage.adult_booking), "mark": "no_show", word: "x" * 1001}
    with pytest.raises(psycopg.errors.RaiseException, match="too_large"):
        call(stage.as_("instructor"), "training.mark", args)


def test_no_endless_words_past_the_functions(stage: Stage) -> None:
    who = stage.fresh("frontdesk")
    who.execute("SELECT set_config('mdi.reason', repeat('r', 5000), false)")
    who.execute("SELECT set_config('mdi.station', repeat('s', 5000), false)")
    person = stage.database.add_person("Audit", "Words")
    who.execute("UPDATE people.person SET notes = 'seen' WHERE id = %s", [person])
    found = stage.database.owner().execute(
        "SELECT length(reason), length(metadata ->> 'station') FROM admin.audit_log"
        " WHERE resource_id = %s AND action = 'update'", [person],
    ).fetchall()  # fmt: skip
    assert found == [(1000, 100)]
