"""Classes, seats, the gate and the check-in, and the money that hangs on them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from mdi_desk.kernel.ids import code, uuid7
from tests.hostile.stage import Stage, build, call, rows, some_id
from tests.support.database import Cluster, shared

pytestmark = pytest.mark.both_servers


@pytest.fixture(scope="module")
def stage(cluster: Cluster) -> Iterator[Stage]:
    with cluster.database() as database:
        shared.add(database.owner())
        yield build(database)


def gate(stage: Stage, booking: UUID, at: datetime | None = None) -> dict[str, dict[str, Any]]:
    """The gate's checks by name, and under "ok" its verdict."""
    (answer,) = rows(stage.as_("frontdesk"), "SELECT training.gate(%s, %s)", booking, at)[0]
    return {"ok": answer["ok"], **{one["check"]: one for one in answer["checks"]}}


def brief(check: dict[str, Any]) -> tuple[bool, str, bool]:
    return check["ok"], check["code"], check["overridable"]


def seat(lesson: UUID, person: UUID, **more: Any) -> dict[str, Any]:
    """Arguments of training.book."""
    return {"booking_id": str(uuid7()), "class_id": str(lesson), "person_id": str(person),
    "order_id": str(uuid7()),
            "line_id": str(uuid7()), "ticket_code": "T" + code(11), **more}  # fmt: skip


class TestGate:
    """Each check, each code."""

    def test_all_well(self, stage: Stage) -> None:
        found = gate(stage, stage.paid_booking())
        assert found.pop("ok") is True
        assert [brief(one) for one in found.values()] == [
            (True, "booked", False), (True, "free", False), (True, "of_age", False), (True, "valid", False),
            (True, "open", False),
        ]  # fmt: skip

    def test_booked(self, stage: Stage) -> None:
        booking = stage.paid_booking()
        call(stage.as_("frontdesk"), "training.unbook", {"booking_id": str(booking), "reason": "ill"})
        found = gate(stage, booking)
        assert brief(found["booked"]) == (False, "booking_cancelled", False)
        assert found["booked"]["detail"] == {"reason": "ill"}

    def test_paid(self, stage: Stage) -> None:
        booking = stage.database.add_booking(stage.database.add_class(), price_minor=4500)
        found = gate(stage, booking)["paid"]
        assert brief(found) == (False, "unpaid", True)
        assert (found["detail"]["due_minor"], found["detail"]["currency"]) == (4500, "USD")
        order = found["detail"]["order_id"]
        clerk = stage.as_("frontdesk")
        pay = {"order_id": order, "method": "card", "reference": "T-1"}
        assert (
            call(clerk, "sales.pay", {**pay, "payment_id": str(uuid7()), "amount_minor": 2000})["due_minor"]
            == 2500
        )
        assert brief(gate(stage, booking)["paid"]) == (False, "unpaid", True)
        call(
            stage.as_("manager"),
            "training.allow_unpaid",
            {"booking_id": str(booking), "reason": "pays on Friday"},
        )
        allowed = gate(stage, booking)["paid"]
        assert (brief(allowed), allowed["detail"]["reason"]) == (
            (True, "unpaid_allowed", False),
            "pays on Friday",
        )
        call(clerk, "sales.pay", {**pay, "payment_id": str(uuid7()), "amount_minor": 2500})
        assert brief(gate(stage, booking)["paid"]) == (True, "paid", False)

    @pytest.mark.parametrize(
        ("age", "min_age", "with_guardian", "expected"),
        [
            (18, 18, None, (True, "of_age", False)), (17, 18, None, (False, "too_young", False)),
            (14, 18, 14, (True, "with_guardian", False)), (13, 18, 14, (False, "too_young", False)),
            (None, 0, None, (False, "birth_date_missing", False)), (0, 0, None, (True, "of_age", False)),
            (20, 21, None, (False, "too_young", False)),
        ],
    )  # fmt: skip
    def test_of_age(
        self, stage: Stage, age: int | None, min_age: int, with_guardian: int | None,
        expected: tuple[bool, str, bool],
    ) -> None:  # fmt: skip
        course = stage.database.add_course(
            min_age=min_age, guardian_min_age=with_guardian, waiver_template_id=stage.template
        )
        booking = stage.database.add_booking(
            stage.database.add_class(course), stage.database.add_person(age=age)
        )
        assert brief(gate(stage, booking)["of_age"]) == expected

    def test_with_a_guardian_on_record_where_no_waiver_is_asked(self, stage: Stage) -> None:
        course = stage.database.add_course(min_age=18, guardian_min_age=10)
        child = stage.database.add_person(age=12)
        booking = stage.database.add_booking(stage.database.add_class(course), child)
        assert brief(gate(stage, booking)["of_age"]) == (False, "too_young", False)
        call(stage.as_("frontdesk"), "people.set_guardian",
             {"person_id": str(child), "guardian_id": str(stage.adult),
             "relationship": "parent"})  # fmt: skip
        assert brief(gate(stage, booking)["of_age"]) == (True, "with_guardian", False)
        assert brief(gate(stage, booking)["waiver"]) == (True, "none_needed", False)

    def test_who_turns_18_on_the_day(self, stage: Stage) -> None:
        """The day is the institute's, not the server's: late evening in New York is tomorrow in UTC."""
        starts = datetime(2027, 6, 2, 1, 30, tzinfo=UTC)  # 1 June, 21:30, in New York
        lesson = stage.database.add_class(stage.database.add_course(min_age=18), starts_at=starts)
        today = stage.database.add_booking(lesson, stage.database.add_person(birth_date="2009-06-01"))
        tomorrow = stage.database.add_booking(lesson, stage.database.add_person(birth_date="2009-06-02"))
        assert gate(stage, today, starts)["of_age"]["code"] == "of_age"
        assert gate(stage, tomorrow, starts)["of_age"]["code"] == "too_young"

    @pytest.mark.parametrize(
        ("offset", "expected"),
        [
            (timedelta(hours=-1), (True, "open", False)), (timedelta(days=-1), (False, "not_yet", True)),
            (timedelta(hours=13), (True, "open", False)), (timedelta(hours=15), (False, "past", True)),
        ],
    )  # fmt: skip
    def test_class_open(self, stage: Stage, offset: timedelta, expected: tuple[bool, str, bool]) -> None:
        starts = datetime(2027, 6, 1, 14, tzinfo=UTC)
        booking = stage.database.add_booking(stage.database.add_class(starts_at=starts, hours=2))
        assert brief(gate(stage, booking, starts + offset)["class_open"]) == expected

    @pytest.mark.parametrize("status", ["cancelled", "completed"])
    def test_class_not_held(self, stage: Stage, status: str) -> None:
        lesson = stage.database.add_class()
        booking = stage.database.add_booking(lesson)
        stage.database.run("UPDATE training.class SET status = %s WHERE id = %s", status, lesson)
        assert brief(gate(stage, booking)["class_open"]) == (False, status, False)

    def test_card_roster_day_and_needs_say_the_same(self, stage: Stage) -> None:
        db, clerk = stage.database, stage.as_("frontdesk")
        starts = datetime(2027, 3, 1, 15, tzinfo=UTC)
        lesson = db.add_class(stage.course, starts_at=starts)
        people = {"signed": db.add_person("Sig", "Ned"), "plain": db.add_person("Pla", "In"),
                  "child": db.add_person("Chi", "Ld", age=14), "ageless": db.add_person("Age", "Less",
                  age=None)}  # fmt: skip
        bookings = {
            who: db.add_booking(lesson, person, price_minor=1000 if who == "plain" else 0)
            for who, person in people.items()
        }
        stage.sign(people["signed"])
        roster = {
            row[0]: row[1:]
            for row in rows(clerk, "SELECT booking_id, waiver_state, payment_state, due_minor, age"
                            " FROM training.roster(%s)", lesson)
        }  # fmt: skip
        for who, booking in bookings.items():
            (card,) = rows(clerk, "SELECT training.card(%s)", booking)[0]
            checks = {one["check"]: one for one in card["gate"]["checks"]}
            assert roster[booking][0] == checks["waiver"]["code"], who
            assert (roster[booking][1] == "due") == (checks["paid"]["code"] == "unpaid")
            assert roster[booking][3] == card["person"]["age"]
            assert card["gate"] == rows(clerk, "SELECT training.gate(%s)", booking)[0][0]
        assert {who: roster[booking][0] for who, booking in bookings.items()} == {
            "signed": "valid", "plain": "missing", "child": "needs_guardian", "ageless": "missing",
        }  # fmt: skip
        (day,) = rows(clerk, "SELECT booked, arrived, waivers_missing, unpaid FROM training.day(%s, %s)",
                      starts, starts + timedelta(minutes=1))  # fmt: skip
        assert day == (4, 0, 3, 1)
        assert rows(clerk, "SELECT 1 FROM training.day(%s, %s)", starts - timedelta(hours=1), starts) == [], (
            "half-open"
        )
        needs = rows(
            clerk, "SELECT kind, name FROM training.needs(%s, %s)", starts, starts + timedelta(minutes=1)
        )
        assert sorted(needs) == [
            ("birth_date", "Age Less"), ("guardian", "Chi Ld"), ("payment", "Pla In"), ("waiver", "Pla In"),
        ]  # fmt: skip


class TestCheckIn:
    def test_once_then_already(self, stage: Stage) -> None:
        booking = stage.paid_booking()
        args = {"booking_id": str(booking), "attendance": "late", "station": "front 1"}
        first = call(stage.as_("frontdesk"), "training.check_in", args)
        assert (first["result"], first["attendance"], first["station"]) == ("checked_in", "late", "front 1")
        assert first["by"] == stage.database.login("frontdesk").name
        second = call(stage.as_("manager"), "training.check_in", {**args, "station": "front 2"})
        assert second == {**first, "result": "already"}
        (card,) = rows(stage.as_("frontdesk"), "SELECT training.card(%s)", booking)[0]
        assert card["check_in"]["by"] == first["by"]
        assert card["booking"]["attendance"] == "late"
        signature = stage.database.value(
            "SELECT waiver_signature_id FROM training.check_in WHERE booking_id = %s", booking
        )
        assert signature is not None, "the waiver that let them in is kept"

    def test_undone_and_again(self, stage: Stage) -> None:
        booking = stage.paid_booking()
        clerk, args = stage.as_("frontdesk"), {"booking_id": str(booking)}
        call(clerk, "training.check_in", args)
        with pytest.raises(psycopg.errors.RaiseException, match="reason_needed"):
            call(clerk, "training.check_in_undo", args)
        call(clerk, "training.check_in_undo", {**args, "reason": "wrong person"})
        with pytest.raises(psycopg.errors.RaiseException, match="not_checked_in"):
            call(clerk, "training.check_in_undo", {**args, "reason": "again"})
        assert call(clerk, "training.check_in", args)["result"] == "checked_in"
        (card,) = rows(clerk, "SELECT training.card(%s)", booking)[0]
        assert [one["mark"] for one in card["marks"]] == ["checked_in", "undone", "checked_in"]
        assert card["marks"][1]["reason"] == "wrong person"

    def test_a_manager_overrides_what_may_be(self, stage: Stage) -> None:
        person = stage.database.add_person()
        booking = stage.database.add_booking(stage.database.add_class(stage.course), person, price_minor=100)
        args = {"booking_id": str(booking), "override_reason": "a regular"}
        assert call(stage.as_("frontdesk"), "training.check_in", args)["result"] == "refused"
        assert (
            call(stage.as_("manager"), "training.check_in", {"booking_id": str(booking)})["result"]
            == "refused"
        )
        done = call(stage.as_("manager"), "training.check_in", args)
        assert (done["result"], done["override_reason"], done["gate"]["ok"]) == (
            "checked_in",
            "a regular",
            False,
        )
        logged = rows(stage.as_("auditor"),
        "SELECT reason FROM admin.audit_log WHERE resource_type = 'training.check_in'"
                      " AND new_values ->> 'booking_id' = %s", str(booking))  # fmt: skip
        assert logged == [("a regular",)]

    def test_a_reason_where_none_was_needed_is_no_override(self, stage: Stage) -> None:
        done = call(stage.as_("manager"), "training.check_in",
                    {"booking_id": str(stage.paid_booking()), "override_reason": "to be sure"})  # fmt: skip
        assert (done["result"], done["override_reason"]) == ("checked_in", None)

    @pytest.mark.parametrize("what", ["cancelled class", "cancelled booking", "too young"])
    def test_what_nobody_overrides(self, stage: Stage, what: str) -> None:
        booking = stage.paid_booking()
        if what == "cancelled class":
            stage.database.run(
                "UPDATE training.class SET status = 'cancelled' WHERE id ="
                " (SELECT class_id FROM training.booking WHERE id = %s)", booking,
            )  # fmt: skip
        elif what == "cancelled booking":
            call(stage.as_("frontdesk"), "training.unbook", {"booking_id": str(booking), "reason": "x"})
        else:
            booking = stage.database.add_booking(
                stage.database.add_class(stage.database.add_course(min_age=18)),
                stage.database.add_person(age=17),
            )
        done = call(
            stage.as_("manager"), "training.check_in", {"booking_id": str(booking), "override_reason": "x"}
        )
        assert done["result"] == "refused"

    def test_an_instructor_in_the_own_class(self, stage: Stage) -> None:
        person = stage.database.add_person()
        stage.sign(person)
        booking = stage.database.add_booking(stage.own_class, person)
        done = call(stage.as_("instructor"), "training.check_in", {"booking_id": str(booking)})
        assert done["result"] == "checked_in"


class TestMarks:
    def test_the_course_of_a_day(self, stage: Stage) -> None:
        booking, clerk = stage.paid_booking(), stage.as_("frontdesk")

        def mark(what: str | None) -> tuple[Any, ...]:
            done = call(clerk, "training.mark", {"booking_id": str(booking), "mark": what})
            return done["result"], done.get("code"), done.get("attendance")

        assert mark("present") == mark("late") == mark("left") == ("refused", "not_checked_in", None)
        assert mark("no_show") == ("marked", None, "no_show")
        assert mark("excused") == ("marked", None, "excused")
        assert mark(None) == ("marked", None, None)
        call(clerk, "training.check_in", {"booking_id": str(booking)})
        assert mark("no_show") == mark("excused") == ("refused", "checked_in_already", None)
        assert mark("left") == ("marked", None, "left")
        assert mark(None) == ("marked", None, "present"), "back to how they came in"
        assert mark("late") == ("marked", None, "late")
        with pytest.raises(psycopg.errors.RaiseException, match="attendance_unknown"):
            mark("asleep")


class TestSeats:
    def test_booked_with_ticket_and_order(self, stage: Stage) -> None:
        lesson = stage.database.add_class(
            stage.database.add_course(price_minor=9500), price_override_minor=8000
        )
        clerk, args = stage.as_("frontdesk"), seat(lesson, stage.database.add_person(), notes="left-handed")
        done = call(clerk, "training.book", args)
        assert (done["seat"], done["due_minor"], done["currency"], done["warnings"]) == (1, 8000, "USD", [])
        assert done["order_number"].startswith("MDI-20")
        assert rows(clerk, "SELECT training.find_ticket(%s)", args["ticket_code"]) == [
            (UUID(args["booking_id"]),)
        ]
        (order,) = rows(clerk, "SELECT sales.find_order(%s)", done["order_number"].lower())[0]
        assert (order["order_id"], order["booking_ids"], order["due_minor"]) == (
            args["order_id"], [args["booking_id"]], 8000
        )  # fmt: skip

    def test_a_family_on_one_order(self, stage: Stage) -> None:
        lesson = stage.database.add_class(stage.database.add_course(price_minor=500))
        clerk, order = stage.as_("frontdesk"), str(uuid7())
        payer = stage.database.add_person("Pay", "Er")
        for number in (1, 2, 3):
            done = call(clerk, "training.book",
                        seat(lesson, stage.database.add_person(),
                        order_id=order, payer_id=str(payer)))  # fmt: skip
            assert done["due_minor"] == 500 * number
        assert (
            stage.database.value("SELECT person_id FROM sales.customer_order WHERE id = %s", order) == payer
        )
        call(clerk, "training.unbook", {"booking_id": done["booking_id"], "reason": "x"})
        assert call(clerk, "sales.pay", {"payment_id": str(uuid7()), "order_id": order, "amount_minor": 1000,
                                         "method": "cash"})["due_minor"] == 0  # fmt: skip

    def test_a_freed_seat_is_given_again(self, stage: Stage) -> None:
        lesson, clerk = stage.database.add_class(seats=3), stage.as_("frontdesk")
        done = [call(clerk, "training.book", seat(lesson, stage.database.add_person())) for _ in range(3)]
        call(clerk, "training.unbook", {"booking_id": done[1]["booking_id"], "reason": "x"})
        assert call(clerk, "training.book", seat(lesson, stage.database.add_person()))["seat"] == 2

    def test_refusals(self, stage: Stage) -> None:
        db, clerk = stage.database, stage.as_("frontdesk")
        lesson, person = db.add_class(seats=2), db.add_person()
        booked = call(clerk, "training.book", seat(lesson, person))
        for args, says in (
            (seat(lesson, person), "already_booked"), (seat(some_id(), person), "unknown_class"),
            (seat(lesson, some_id()), "unknown_person"),
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.RaiseException, match=says) as caught:
                call(clerk, "training.book", args)
            if says == "already_booked":
                assert booked["booking_id"] in (caught.value.diag.message_detail or "")
        with pytest.raises(psycopg.errors.UniqueViolation, match="uq_booking_ticket_code"):
            call(clerk, "training.book", seat(lesson, db.add_person(), ticket_code=booked["ticket_code"]))
        call(clerk, "training.book", seat(lesson, db.add_person()))
        with pytest.raises(psycopg.errors.RaiseException, match="class_full") as full:
            call(clerk, "training.book", seat(lesson, db.add_person()))
        assert full.value.diag.message_detail == '{"booked": 2, "capacity": 2}'
        for status in ("cancelled", "completed"):
            other = db.add_class()
            db.run("UPDATE training.class SET status = %s WHERE id = %s", status, other)
            with pytest.raises(psycopg.errors.RaiseException, match=f"class_{status}"):
                call(clerk, "training.book", seat(other, person))

    def test_warnings_of_what_the_gate_will_say(self, stage: Stage) -> None:
        lesson = stage.database.add_class(stage.course)
        done = call(stage.as_("frontdesk"), "training.book", seat(lesson, stage.database.add_person(age=8)))
        assert set(done["warnings"]) == {"too_young", "needs_guardian"}

    def test_not_given_back_once_inside(self, stage: Stage) -> None:
        booking, clerk = stage.paid_booking(), stage.as_("frontdesk")
        call(clerk, "training.check_in", {"booking_id": str(booking)})
        with pytest.raises(psycopg.errors.RaiseException, match="checked_in_already"):
            call(clerk, "training.unbook", {"booking_id": str(booking), "reason": "x"})

    def test_payments(self, stage: Stage) -> None:
        booking = stage.database.add_booking(stage.database.add_class(), price_minor=700)
        order = stage.database.value("SELECT order_id FROM sales.order_line WHERE booking_id = %s", booking)
        pay = {"payment_id": str(uuid7()), "order_id": str(order), "method": "cash"}
        for wrong, says in (
            ({"amount_minor": 701}, "more_than_due"), ({"amount_minor": 0}, "amount_needed"),
            ({}, "amount_needed"),
            ({"amount_minor": -5}, "amount_needed"),
            ({"amount_minor": 5, "order_id": str(some_id())}, "unknown_order"),
            ({"amount_minor": 5, "method": "card"}, "ck_payment_card_reference"),
            ({"amount_minor": 5, "method": "gold"}, "ck_payment_method"),
        ):  # fmt: skip
            with pytest.raises(psycopg.Error, match=says):
                call(stage.as_("frontdesk"), "sales.pay", {**pay, **wrong})
        op = uuid7()
        assert call(stage.as_("frontdesk"), "sales.pay", {**pay, "amount_minor": 700}, op)["due_minor"] == 0
        assert call(stage.as_("frontdesk"), "sales.pay", {**pay, "amount_minor": 700}, op)["replay"] is True
        with pytest.raises(psycopg.errors.RaiseException, match="nothing_due"):
            call(stage.as_("frontdesk"), "sales.pay", {**pay, "payment_id": str(uuid7()), "amount_minor": 1})
        for statement in ("UPDATE sales.payment SET amount_minor = 1", "DELETE FROM sales.payment"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append_only"):
                stage.database.run(statement)


class TestCatalogueAndCalendar:
    def test_a_course_is_made_and_changed(self, stage: Stage) -> None:
        manager, course = stage.as_("manager"), str(uuid7())
        made = call(manager, "training.save_course",
                    {"id": course, "slug": "rifle-1", "name": "Rifle 1", "category": "rifle",
                    "price_minor": 100,
                     "duration_hours": 4, "gear_required": ["ear protection"], "version": None})  # fmt: skip
        assert made == {"course_id": course, "version": 1}
        changed = call(manager, "training.save_course", {"id": course, "price_minor": 200, "version": 1})
        assert changed["version"] == 2
        kept = rows(
            manager,
            "SELECT name, price_minor, gear_required, min_age FROM training.course WHERE id = %s",
            course,
        )
        assert kept == [("Rifle 1", 200, ["ear protection"], 18)]
        with pytest.raises(psycopg.errors.RaiseException, match="stale") as caught:
            call(manager, "training.save_course", {"id": course, "price_minor": 300, "version": 1})
        assert caught.value.diag.message_detail == '{"version": 2}'
        with pytest.raises(psycopg.errors.RaiseException, match="slug_taken"):
            call(manager, "training.save_course", {"id": str(uuid7()), "slug": "rifle-1", "name": "x",
            "category": "rifle",
                                                   "price_minor": 1, "duration_hours": 1})  # fmt: skip

    def test_a_place_and_an_instructor_at_one_time_once(self, stage: Stage) -> None:
        manager, db = stage.as_("manager"), stage.database
        db.run("INSERT INTO training.place (no, name, address) VALUES (1, 'Range A', '1 Hill Rd')")
        teacher = db.add_instructor()
        starts = datetime(2028, 1, 10, 14, tzinfo=UTC)
        wish = {"course_id": str(stage.course), "instructor_id": str(teacher), "place_no": 1,
                "starts_at": starts.isoformat(),
                "ends_at": (starts + timedelta(hours=2)).isoformat()}  # fmt: skip
        first = str(uuid7())
        assert call(manager, "training.save_class", {"id": first, **wish})["version"] == 1
        kept = rows(
            manager,
            "SELECT location_name, location_addr, max_capacity FROM training.class WHERE id = %s",
            first,
        )
        assert kept == [("Range A", "1 Hill Rd", 12)]
        for change, says in (({"instructor_id": None}, "place_taken"),
                             ({"place_no": None, "location_name": "Barn"}, "instructor_taken")):  # fmt: skip
            with pytest.raises(psycopg.errors.RaiseException, match=says) as caught:
                call(manager, "training.save_class", {"id": str(uuid7()), **wish, **change})
            assert first in (caught.value.diag.message_detail or "")
        after = {**wish, "starts_at": wish["ends_at"], "ends_at": (starts + timedelta(hours=3)).isoformat()}
        call(
            manager, "training.save_class", {"id": str(uuid7()), **after}
        )  # the next one begins when this one ends
        call(manager, "training.cancel_class", {"class_id": first, "reason": "storm"})
        call(manager, "training.save_class", {"id": str(uuid7()), **wish})  # a cancelled class takes no place

    def test_a_class_is_changed_while_scheduled(self, stage: Stage) -> None:
        manager, db = stage.as_("manager"), stage.database
        lesson = db.add_class(seats=5)
        db.add_booking(lesson)
        db.add_booking(lesson)
        args = {"id": str(lesson), "version": 1}
        with pytest.raises(psycopg.errors.RaiseException, match="below_booked"):
            call(manager, "training.save_class", {**args, "max_capacity": 1})
        with pytest.raises(psycopg.errors.RaiseException, match="has_bookings"):
            call(manager, "training.save_class", {**args, "course_id": str(stage.course)})
        with pytest.raises(psycopg.errors.CheckViolation, match="ck_class_span"):
            call(manager, "training.save_class", {**args, "ends_at": "2000-01-01T00:00:00Z"})
        assert (
            call(manager, "training.save_class", {**args, "max_capacity": 2, "status": "completed"})[
                "version"
            ]
            == 2
        )
        assert db.value("SELECT status FROM training.class WHERE id = %s", lesson) == "scheduled"
        with pytest.raises(psycopg.errors.RaiseException, match="stale"):
            call(manager, "training.save_class", {**args, "max_capacity": 3})
        with pytest.raises(psycopg.errors.RaiseException, match="reason_needed"):
            call(manager, "training.cancel_class", {"class_id": str(lesson)})
        assert (
            call(manager, "training.cancel_class", {"class_id": str(lesson), "reason": "snow"})["booked"] == 2
        )
        for function, more in (
            ("save_class", {"version": 3}),
            ("cancel_class", {"reason": "x", "class_id": str(lesson)}),
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="class_cancelled"):
                call(manager, f"training.{function}", {**args, **more})
        for status in ("scheduled", "completed"):
            with pytest.raises(psycopg.errors.CheckViolation, match="illegal_move"):
                db.run("UPDATE training.class SET status = %s WHERE id = %s", status, lesson)

    def test_an_instructor_is_made_of_a_person(self, stage: Stage) -> None:
        manager, person, instructor = (
            stage.as_("manager"),
            stage.database.add_person("Ina", "Struct"),
            str(uuid7()),
        )
        call(
            manager,
            "training.save_instructor",
            {"id": instructor, "person_id": str(person), "title": "Chief"},
        )
        assert "instructor" in stage.database.value("SELECT roles FROM people.person WHERE id = %s", person)
        call(manager, "training.save_instructor", {"id": instructor, "specialties": ["rifle"], "version": 1})
        assert rows(
            manager, "SELECT title, specialties, version FROM training.instructor WHERE id = %s", instructor
        ) == [("Chief", ["rifle"], 2)]
        edit = "UPDATE training.instructor SET bio = 'Ten.' WHERE id = %s AND version = 2 RETURNING version"
        assert rows(manager, edit, instructor) == [(3,)]

    def test_find_classes(self, stage: Stage) -> None:
        soon = datetime.now(UTC) + timedelta(days=40)
        course = stage.database.add_course(name="Défense rapprochée", category="security")
        lesson = stage.database.add_class(course, starts_at=soon)
        for words in (
            ["defense"],
            ["rappro", "def"],
            ["security", "defense"],
            ["room", "defense"],
            ["defense", f"{soon:%Y}"],
        ):
            found = rows(stage.as_("frontdesk"), "SELECT class_id FROM training.find_classes(%s)", words)
            assert found == [(lesson,)], words
        assert (
            rows(stage.as_("frontdesk"), "SELECT class_id FROM training.find_classes(%s)", ["efense"]) == []
        )

    def test_person_bookings(self, stage: Stage) -> None:
        person = stage.database.add_person()
        lessons = [stage.database.add_class(starts_at=datetime(2027, 1, day, tzinfo=UTC)) for day in (1, 2)]
        for lesson in lessons:
            stage.database.add_booking(lesson, person)
        listed = rows(stage.as_("frontdesk"), "SELECT class_id, booking_status, payment_state FROM"
                      " training.person_bookings(%s)", person)  # fmt: skip
        assert listed == [(lessons[1], "booked", "free"), (lessons[0], "booked", "free")]
