"""Attendance in the past: nobody was there before they had a seat and a waiver, and nobody says so later."""

from datetime import datetime
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, call, soon
from tests.support.database import Database

pytestmark = pytest.mark.both_servers

HOUR = 60


def _over(stage: Stage, hours: float) -> UUID:
    """A class with a waiver that ended so many hours ago."""
    return stage.database.add_class(stage.course, starts_at=soon(-(hours + 2) * HOUR))


def _check_in(stage: Stage, booking: UUID, at: datetime) -> dict[str, str]:
    answer = call(stage.as_("frontdesk"), "training.check_in",
                  {"booking_id": str(booking), "occurred_at": at.isoformat()})  # fmt: skip
    checks = answer.get("gate", {}).get("checks", [])
    return {"result": answer["result"], **{one["check"]: one["code"] for one in checks if not one["ok"]}}


def test_the_ghost_of_an_old_class(stage: Stage) -> None:
    """Booked, paid and signed today, present twenty days ago."""
    lesson, person = _over(stage, 20 * 24), stage.database.add_person("Ghost", "Attendee")
    seat = {
        "class_id": str(lesson), "person_id": str(person), "ticket_code": "T" + code(11),
        **{name: str(uuid7()) for name in ("booking_id", "order_id", "line_id")},
    }  # fmt: skip
    with pytest.raises(psycopg.errors.RaiseException, match="class_completed"):
        call(stage.as_("frontdesk"), "training.book", seat)
    call(stage.as_("manager"), "training.book", seat)
    stage.sign(person)
    said = _check_in(stage, UUID(seat["booking_id"]), soon(-(20 * 24 + 1) * HOUR))
    assert said == {"result": "refused", "class_open": "past", "waiver": "missing"}


def test_nobody_was_there_before_they_had_a_seat(stage: Stage) -> None:
    lesson, person = _over(stage, 20), stage.database.add_person("Late", "Idea")
    stage.sign(person, signed_at=soon(-30 * HOUR).isoformat())
    new = stage.database.add_booking(lesson, person)
    assert _check_in(stage, new, soon(-21 * HOUR)) == {"result": "refused", "class_open": "past"}
    stage.database.run("UPDATE training.booking SET booked_at = now() - interval '2 days' WHERE id = %s", new)
    assert _check_in(stage, new, soon(-21 * HOUR)) == {"result": "checked_in"}, "sent late"


def test_what_was_signed_later_did_not_count_then(stage: Stage) -> None:
    person = stage.database.add_person("Signed", "Later")
    booking = stage.database.add_booking(_over(stage, 20), person, booked_at=soon(-48 * HOUR))
    stage.sign(person)
    assert _check_in(stage, booking, soon(-21 * HOUR)) == {"result": "refused", "waiver": "missing"}


def test_an_instructor_undoes_nothing_old(database: Database) -> None:
    teacher = database.add_instructor(database.login("instructor"))
    who, undo = database.connect("instructor"), "training.check_in_undo"
    for hours, late in ((30, True), (3, False)):
        lesson = database.add_class(instructor=teacher, starts_at=soon(-(hours + 2) * HOUR))
        booking = database.add_booking(lesson, booked_at=soon(-96 * HOUR))
        args = {"booking_id": str(booking), "occurred_at": soon(-(hours + 1) * HOUR).isoformat()}
        assert call(who, "training.check_in", args)["result"] == "checked_in"
        back = {"booking_id": str(booking), "reason": "not him"}
        if late:
            for more in ({}, {"occurred_at": soon(-49 * HOUR).isoformat()}):
                with pytest.raises(psycopg.errors.RaiseException, match="undo_too_late"):
                    call(who, undo, {**back, **more})
            call(database.connect("frontdesk"), undo, back)
        else:
            call(who, undo, back)
