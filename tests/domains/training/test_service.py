"""The day, the roster, the card, check-in and seats, against a real database."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import psycopg
import pytest

from mdi_desk.domains.people.records import NewPerson
from mdi_desk.domains.sales.service import new_payment
from mdi_desk.domains.training.records import CheckInCard, first_step, remedy
from mdi_desk.domains.training.service import TrainingService, new_booking
from mdi_desk.kernel.errors import Forbidden, Invalid, NotFound, Refused, Unavailable
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Database
from tests.support.services import ZONE, Bench, add_waiver, sit_down


@pytest.fixture
def clerk(database: Database) -> Bench:
    return sit_down(database, "frontdesk")


@pytest.fixture
def manager(database: Database) -> Bench:
    return sit_down(database, "manager", "Office")


def today() -> date:
    return datetime.now(ZONE).date()


def noon(day: date | None = None) -> datetime:
    """Noon of a day of the institute: its classes lie within one day whenever the test runs."""
    day = day or today()
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)


def blocked(card: CheckInCard) -> dict[str, str]:
    return {check.check: check.code for check in card.gate.blockers}


# -- the day ----------------------------------------------------------------------------------------------


def test_today_counts_what_is_there(database: Database, clerk: Bench) -> None:
    template = add_waiver(database)
    course = database.add_course(name="Defensive handgun I", waiver_template_id=template, min_age=18)
    teacher = database.add_instructor()
    first = database.add_class(course, starts_at=noon(), instructor=teacher, seats=3)
    database.add_class(starts_at=noon() + timedelta(hours=3), status="cancelled", cancel_reason="storm")
    database.add_class(starts_at=noon(today() + timedelta(days=1)))
    database.add_booking(first, database.add_person("Kwame", "Boateng"), price_minor=18500)
    database.add_booking(first, database.add_person("No", "Date", age=None))
    day = clerk.training.day(clerk.actor, today())
    assert [row.status for row in day.classes] == ["scheduled", "cancelled"]
    row = day.classes[0]
    assert (row.course_name, row.instructor_name, row.location_name) == (
        "Defensive handgun I",
        "Ivo Instructor",
        "Room 1",
    )
    assert (row.booked, row.arrived, row.unpaid, row.capacity) == (2, 0, 1, 3)
    assert (row.waivers_missing, row.birth_dates_missing) == (1, 1)
    assert not row.full
    assert not row.ready
    assert day.classes[1].cancel_reason == "storm"
    assert day.people == 2
    needs = {(need.name, need.kind) for need in day.needs}
    assert needs == {("Kwame Boateng", "waiver"), ("Kwame Boateng", "payment"), ("No Date", "birth_date")}
    week = clerk.training.classes(clerk.actor, today(), 2)
    assert len(week) == 3


def test_just_now_tells_what_happened(database: Database, clerk: Bench) -> None:
    klass = database.add_class(starts_at=noon())
    person = database.add_person("Hana", "Sato")
    booking = database.add_booking(klass, person)
    clerk.training.check_in(clerk.actor, booking)
    told = clerk.training.day(clerk.actor, today()).just_now
    assert {(line.kind, line.name) for line in told} == {("checked_in", "Hana Sato"), ("booked", "Hana Sato")}
    [line] = [line for line in told if line.kind == "checked_in"]
    assert (line.station, line.booking_id, line.class_id) == ("Front desk 1", booking, klass)
    assert clerk.training.day(clerk.actor, today() - timedelta(days=1)).just_now == ()


def test_the_roster_is_in_the_order_of_names(database: Database, clerk: Bench) -> None:
    klass = database.add_class(database.add_course(name="Rifle"), starts_at=noon())
    for given, family in (("Zoë", "Abel"), ("Ánh", "Đặng"), ("Ada", "Dao")):
        database.add_booking(klass, database.add_person(given, family, phone="+13045550142"), price_minor=500)
    roster = clerk.training.roster(clerk.actor, klass)
    assert [row.name for row in roster.rows] == ["Zoë Abel", "Ánh Đặng", "Ada Dao"]
    assert (roster.klass.id, roster.klass.course_name, roster.klass.booked) == (klass, "Rifle", 3)
    row = roster.rows[0]
    assert (row.seat, row.payment_state, row.due_minor, row.waiver_state) == (1, "due", 500, "none_needed")
    assert (row.arrived, row.attendance, row.is_minor, row.phone) == (False, None, False, "+13045550142")
    with pytest.raises(NotFound):
        clerk.training.roster(clerk.actor, uuid7())


# -- the gate and check-in --------------------------------------------------------------------------------


def test_a_clean_gate_lets_in_once(database: Database, clerk: Bench, manager: Bench) -> None:
    booking = database.add_booking(person=database.add_person("Hana", "Sato"))
    card = clerk.training.card(clerk.actor, booking)
    assert card.gate.ok
    assert first_step(card.gate) == ""
    assert [check.check for check in card.gate.checks] == ["booked", "paid", "of_age", "waiver", "class_open"]
    done = clerk.training.check_in(clerk.actor, booking)
    assert (done.record.result, done.record.name, done.record.by) == (
        "checked_in",
        "Hana Sato",
        clerk.actor.name,
    )
    assert (done.record.station, done.record.attendance) == ("Front desk 1", "present")
    assert done.changes[0].ids == {booking}
    again = manager.training.check_in(manager.actor, booking).record
    assert (again.result, again.by, again.station) == ("already", clerk.actor.name, "Front desk 1")
    assert again.at == done.record.at
    card = clerk.training.card(clerk.actor, booking)
    assert card.check_in is not None
    assert (card.check_in.by, card.attendance) == (clerk.actor.name, "present")
    assert [mark.mark for mark in card.marks] == ["checked_in"]
    [row] = clerk.training.roster(clerk.actor, card.klass.id).rows
    assert (row.arrived, row.checked_in_by, row.checked_in_station) == (
        True,
        clerk.actor.name,
        "Front desk 1",
    )


def test_the_same_check_in_again_is_the_same_check_in(database: Database, clerk: Bench) -> None:
    booking, op = database.add_booking(), uuid7()
    first = clerk.training.check_in(clerk.actor, booking, op=op).record
    assert clerk.training.check_in(clerk.actor, booking, op=op).record == first
    assert first.result == "checked_in"
    assert database.value("SELECT count(*) FROM training.check_in") == 1


def test_every_blocker_is_named_with_its_remedy(database: Database, clerk: Bench) -> None:
    template = add_waiver(database)
    course = database.add_course(min_age=18, waiver_template_id=template)
    klass = database.add_class(course)
    booking = database.add_booking(klass, database.add_person("Kwame", "Boateng"), price_minor=18500)
    card = clerk.training.card(clerk.actor, booking)
    assert blocked(card) == {"paid": "unpaid", "waiver": "missing"}
    assert {check.check: remedy(check) for check in card.gate.blockers} == {
        "paid": "take_payment",
        "waiver": "sign_waiver",
    }
    assert card.gate.overridable
    assert (card.due_minor, card.total_minor, card.waiver_template_id) == (18500, 18500, template)
    by = {check.check: check.detail for check in card.gate.checks}
    assert (by["booked"]["seat"], by["booked"]["capacity"]) == (1, 12)
    refused = clerk.training.check_in(clerk.actor, booking).record
    assert refused.result == "refused"
    assert refused.gate is not None
    assert [check.code for check in refused.gate.blockers] == ["unpaid", "missing"]
    assert database.value("SELECT count(*) FROM training.check_in") == 0

    assert card.order_id is not None
    clerk.sales.pay(clerk.actor, new_payment(card.order_id, 18500, "card", "T-1"))
    card = clerk.training.card(clerk.actor, booking)
    assert blocked(card) == {"waiver": "missing"}
    by = {check.check: check.detail for check in card.gate.checks}
    assert (by["paid"]["amount_minor"], by["paid"]["method"]) == (18500, "card")


@pytest.mark.parametrize(
    ("age", "min_age", "guardian_min_age", "code", "step"),
    [
        (None, 18, None, "birth_date_missing", "add_birth_date"),
        (15, 18, None, "too_young", "none"),
        (13, 18, 14, "too_young", "none"),
    ],
)
def test_age_is_not_negotiable(
    database: Database,
    clerk: Bench,
    manager: Bench,
    age: int | None,
    min_age: int,
    guardian_min_age: int | None,
    code: str,
    step: str,
) -> None:
    course = database.add_course(min_age=min_age, guardian_min_age=guardian_min_age)
    booking = database.add_booking(database.add_class(course), database.add_person(age=age))
    card = clerk.training.card(clerk.actor, booking)
    assert blocked(card) == {"of_age": code}
    assert remedy(card.gate.blockers[0]) == step
    assert not card.gate.overridable
    answer = manager.training.check_in(manager.actor, booking, override_reason="the father insists")
    assert answer.record.result == "refused"


def test_a_minor_needs_a_guardians_waiver(database: Database, clerk: Bench, manager: Bench) -> None:
    course = database.add_course(min_age=18, guardian_min_age=12, waiver_template_id=add_waiver(database))
    son = database.add_person("Moussa", "Fall", age=15)
    booking = database.add_booking(database.add_class(course), son)
    card = clerk.training.card(clerk.actor, booking)
    assert blocked(card) == {"waiver": "needs_guardian"}
    assert remedy(card.gate.blockers[0]) == "add_guardian"
    mother = database.add_person("Aïcha", "Fall", age=40)
    clerk.people.set_guardian(clerk.actor, son, mother, "parent")
    card = clerk.training.card(clerk.actor, booking)
    assert [one.name for one in card.guardians] == ["Aïcha Fall"]
    assert remedy(card.gate.blockers[0]) == "sign_waiver"
    refused = manager.training.check_in(manager.actor, booking, override_reason="she is on the phone")
    assert refused.record.result == "refused"


def test_only_a_manager_overrides_and_only_with_a_reason(
    database: Database, clerk: Bench, manager: Bench
) -> None:
    booking = database.add_booking(price_minor=18500)
    with pytest.raises(Forbidden):
        clerk.training.check_in(clerk.actor, booking, override_reason="pays later")
    picked = TrainingService.check_in.__wrapped__  # type: ignore[attr-defined]
    as_manager = clerk.actor.__class__(
        account_id=clerk.actor.account_id,
        person_id=clerk.actor.person_id,
        login=clerk.actor.login,
        name=clerk.actor.name,
        jobs=frozenset({"manager"}),
        station="",
    )
    assert (
        picked(clerk.training, as_manager, booking, override_reason="pays later").record.result == "refused"
    )
    with pytest.raises(Invalid):
        manager.training.check_in(manager.actor, booking, override_reason=" ")
    done = manager.training.check_in(manager.actor, booking, override_reason="pays later")
    assert done.record.result == "checked_in"
    card = clerk.training.card(clerk.actor, booking)
    assert card.check_in is not None
    assert card.check_in.override_reason == "pays later"


def test_a_manager_lets_a_seat_in_unpaid(database: Database, clerk: Bench, manager: Bench) -> None:
    booking = database.add_booking(price_minor=18500)
    with pytest.raises(Forbidden):
        clerk.training.allow_unpaid(clerk.actor, booking, "invoice")
    with pytest.raises(Forbidden):
        TrainingService.allow_unpaid.__wrapped__(clerk.training, clerk.actor, booking, "x")  # type: ignore[attr-defined]
    manager.training.allow_unpaid(manager.actor, booking, "invoice to the parish")
    card = clerk.training.card(clerk.actor, booking)
    assert card.gate.ok
    assert card.unpaid_allowed_reason == "invoice to the parish"
    [row] = clerk.training.roster(clerk.actor, card.klass.id).rows
    assert (row.payment_state, row.unpaid_allowed, row.due_minor) == ("allowed", True, 18500)


def test_a_class_is_open_on_its_day_only(database: Database, clerk: Bench) -> None:
    now = datetime.now(UTC)
    for starts, changes, code in (
        (noon(today() + timedelta(days=2)), {}, "not_yet"),
        (now - timedelta(days=3), {}, "past"),
        (now, {"status": "cancelled", "cancel_reason": "storm"}, "cancelled"),
        (now, {"status": "completed"}, "completed"),
    ):
        booking = database.add_booking(database.add_class(starts_at=starts, **changes))
        assert blocked(clerk.training.card(clerk.actor, booking)) == {"class_open": code}


def test_an_undo_needs_a_reason_and_stays_on_record(database: Database, clerk: Bench) -> None:
    booking = database.add_booking()
    with pytest.raises(Refused) as caught:
        clerk.training.undo(clerk.actor, booking, "wrong person")
    assert caught.value.code == "not_checked_in"
    clerk.training.check_in(clerk.actor, booking, "late")
    with pytest.raises(Invalid):
        clerk.training.undo(clerk.actor, booking, "  ")
    clerk.training.undo(clerk.actor, booking, "wrong person")
    card = clerk.training.card(clerk.actor, booking)
    assert (card.check_in, card.attendance) == (None, None)
    assert [mark.mark for mark in card.marks] == ["checked_in", "undone"]
    assert card.marks[1].reason == "wrong person"
    assert clerk.training.check_in(clerk.actor, booking).record.result == "checked_in"


def test_marks_follow_the_check_in(database: Database, clerk: Bench) -> None:
    booking = database.add_booking()
    early = clerk.training.mark(clerk.actor, booking, "left").record
    assert (early.result, early.code) == ("refused", "not_checked_in")
    assert clerk.training.mark(clerk.actor, booking, "excused", "called in").record.attendance == "excused"
    assert clerk.training.mark(clerk.actor, booking, None).record.attendance is None
    clerk.training.check_in(clerk.actor, booking)
    assert clerk.training.mark(clerk.actor, booking, "left").record.attendance == "left"
    assert clerk.training.mark(clerk.actor, booking, None).record.attendance == "present"
    wrong = clerk.training.mark(clerk.actor, booking, "no_show").record
    assert (wrong.result, wrong.code) == ("refused", "checked_in_already")
    marks = clerk.training.card(clerk.actor, booking).marks
    assert [mark.mark for mark in marks] == ["excused", None, "checked_in", "left", None]
    assert marks[0].reason == "called in"


def test_a_check_in_waits_for_the_server_and_is_done_once(database: Database, clerk: Bench) -> None:
    booking = database.add_booking(person=database.add_person("Hana", "Sato"))
    clerk.sender.use(None)
    waiting = clerk.training.check_in(clerk.actor, booking, label="Hana Sato, Safety basics").record
    assert (waiting.result, waiting.pending, waiting.name) == ("pending", True, "Hana Sato, Safety basics")
    assert database.value("SELECT count(*) FROM training.check_in") == 0
    marked = clerk.training.mark(clerk.actor, booking, "late").record
    assert marked.pending
    with pytest.raises(Unavailable):
        clerk.training.book(clerk.actor, new_booking(uuid7(), uuid7()))
    clerk.sender.use(clerk.session)
    deadline = datetime.now(UTC) + timedelta(seconds=20)
    while len(clerk.told) < 2 and datetime.now(UTC) < deadline:
        clerk.sender.look()
    assert [outcome.state for outcome in clerk.told] == ["green", "green"]
    assert clerk.training.card(clerk.actor, booking).attendance == "late"
    assert database.value("SELECT count(*) FROM training.check_in") == 1


# -- seats ------------------------------------------------------------------------------------------------


def test_a_seat_is_taken_with_ticket_and_order(database: Database, clerk: Bench) -> None:
    course = database.add_course(price_minor=18500, name="Rifle fundamentals")
    klass = database.add_class(course, seats=2)
    lena = NewPerson("Lena", "Brandt", birth_date=date(1990, 1, 1))
    person = clerk.people.create(clerk.actor, lena).record.person.id
    new = new_booking(klass, person)
    done = clerk.training.book(clerk.actor, new)
    assert (done.record.seat, done.record.due_minor, done.record.currency) == (1, 18500, "USD")
    assert (done.record.ticket_code, done.record.warnings) == (new.ticket_code, ())
    assert done.record.order_number.startswith("MDI-")
    assert {change.entity for change in done.changes} == {"training.booking", "training.class"}
    assert clerk.training.book(clerk.actor, new).record == done.record
    assert database.value("SELECT count(*) FROM training.booking") == 1
    assert clerk.training.find_ticket(clerk.actor, new.ticket_code.lower()) == new.booking_id
    assert clerk.training.find_ticket(clerk.actor, "T00000000000") is None
    with pytest.raises(Refused) as caught:
        clerk.training.book(clerk.actor, new_booking(klass, person))
    assert (caught.value.code, caught.value.detail) == ("already_booked", {"booking_id": str(new.booking_id)})
    [mine] = clerk.training.person_bookings(clerk.actor, person)
    assert (mine.booking_id, mine.course_name, mine.due_minor) == (
        new.booking_id,
        "Rifle fundamentals",
        18500,
    )
    assert mine.order_number == done.record.order_number


def test_a_full_class_is_full(database: Database, clerk: Bench) -> None:
    klass = database.add_class(seats=1)
    booking = database.add_booking(klass)
    someone = database.add_person("Some", "Body")
    with pytest.raises(Refused) as caught:
        clerk.training.book(clerk.actor, new_booking(klass, someone))
    assert (caught.value.code, caught.value.detail) == ("class_full", {"capacity": 1, "booked": 1})
    with pytest.raises(Invalid):
        clerk.training.unbook(clerk.actor, booking, "")
    clerk.training.unbook(clerk.actor, booking, "ill")
    assert clerk.training.book(clerk.actor, new_booking(klass, someone)).record.seat == 1


def test_a_seat_of_somebody_present_is_kept(database: Database, clerk: Bench) -> None:
    booking = database.add_booking()
    clerk.training.check_in(clerk.actor, booking)
    with pytest.raises(Refused) as caught:
        clerk.training.unbook(clerk.actor, booking, "ill")
    assert caught.value.code == "checked_in_already"


def test_booking_warns_of_what_the_gate_will_say(database: Database, clerk: Bench) -> None:
    klass = database.add_class(database.add_course(min_age=18))
    done = clerk.training.book(clerk.actor, new_booking(klass, database.add_person(age=15))).record
    assert done.warnings == ("too_young",)
    cancelled = database.add_class(status="cancelled", cancel_reason="storm")
    with pytest.raises(Refused) as caught:
        clerk.training.book(clerk.actor, new_booking(cancelled, database.add_person()))
    assert caught.value.code == "class_cancelled"


def test_tickets_say_all_that_a_paper_needs(database: Database, clerk: Bench) -> None:
    course = database.add_course(name="Rifle", price_minor=500, gear_required=["ear muffs"], min_age=18)
    klass = database.add_class(
        course, starts_at=noon(), instructor=database.add_instructor(), location_addr="1 Road"
    )
    first = new_booking(klass, database.add_person("Lena", "Brandt"))
    second = new_booking(klass, database.add_person("Ánh", "Đặng"))
    for new in (first, second):
        clerk.training.book(clerk.actor, new)
    one, two = clerk.training.tickets(clerk.actor, [second.booking_id, first.booking_id])
    assert (one.person_name, two.person_name, one.seat, two.seat) == ("Lena Brandt", "Ánh Đặng", 1, 2)
    assert (one.code, one.course_name, one.location_addr) == (first.ticket_code, "Rifle", "1 Road")
    assert (one.price_minor, one.due_minor, one.currency) == (500, 500, "USD")
    assert (one.instructor_name, one.min_age, one.needs_waiver) == ("Ivo Instructor", 18, False)
    assert one.gear_required == ("ear muffs",)
    clerk.training.unbook(clerk.actor, first.booking_id, "ill")
    assert len(clerk.training.tickets(clerk.actor, [first.booking_id, second.booking_id])) == 1
    assert clerk.training.tickets(clerk.actor, []) == ()


def test_classes_are_found_by_words(database: Database, clerk: Bench) -> None:
    klass = database.add_class(
        database.add_course(name="Défense handgun"), starts_at=noon(today() + timedelta(days=1))
    )
    database.add_class()
    [hit] = clerk.training.find_classes(clerk.actor, "handg DEFENSE")
    assert (hit.class_id, hit.course_name, hit.capacity) == (klass, "Défense handgun", 12)
    assert clerk.training.find_classes(clerk.actor, "??") == ()


# -- an instructor ----------------------------------------------------------------------------------------


@pytest.fixture
def teacher(database: Database) -> Bench:
    return sit_down(database, "instructor", "Range B")


def test_an_instructor_has_own_classes_only(database: Database, teacher: Bench) -> None:
    own = database.add_class(starts_at=noon(), instructor=database.add_instructor(teacher.account))
    foreign = database.add_class(database.add_course(name="Other"), starts_at=noon() + timedelta(hours=4))
    mine = database.add_booking(own, database.add_person("Hana", "Sato"), price_minor=500)
    theirs = database.add_booking(foreign, database.add_person("Lena", "Brandt"))
    training, actor = teacher.training, teacher.actor
    day = training.day(actor, today())
    assert [row.id for row in day.classes] == [own]
    [row] = training.roster(actor, own).rows
    assert (row.name, row.due_minor, row.payment_state) == ("Hana Sato", 0, "due")
    card = training.card(actor, mine)
    assert (card.email, card.birth_date, card.order_id) == (None, None, None)
    assert card.age == 36
    for call in (
        lambda: training.roster(actor, foreign),
        lambda: training.card(actor, theirs),
        lambda: training.check_in(actor, theirs),
    ):
        with pytest.raises(NotFound):
            call()
    code = database.value("SELECT ticket_code FROM training.booking WHERE id = %s", theirs)
    assert training.find_ticket(actor, code) is None
    assert training.find_classes(actor, "other") == ()
    raw = database.connect(teacher.account)
    assert raw.execute("SELECT count(*) FROM training.booking").fetchone() == (1,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw.execute("SELECT full_name FROM people.person")


def test_an_instructor_checks_in_and_hears_of_it(database: Database, teacher: Bench) -> None:
    own = database.add_class(starts_at=noon(), instructor=database.add_instructor(teacher.account))
    booking = database.add_booking(own, database.add_person("Hana", "Sato"))
    assert teacher.training.check_in(teacher.actor, booking).record.result == "checked_in"
    [line] = teacher.training.day(teacher.actor, today()).just_now
    assert (line.kind, line.name, line.station) == ("checked_in", "Hana Sato", "Range B")


def test_what_an_instructor_may_not(database: Database, teacher: Bench) -> None:
    own = database.add_class(instructor=database.add_instructor(teacher.account))
    booking = database.add_booking(own)
    person = database.add_person("Some", "Body")
    training = TrainingService
    for method, args in (
        (training.book, (new_booking(own, person),)),
        (training.unbook, (booking, "x")),
        (training.allow_unpaid, (booking, "x")),
        (training.cancel_class, (own, "x")),
        (training.tickets, ([booking],)),
        (training.class_, (own,)),
        (training.instructors, ()),
    ):
        with pytest.raises(Forbidden):
            method(teacher.training, teacher.actor, *args)
        with pytest.raises(Forbidden):
            method.__wrapped__(teacher.training, teacher.actor, *args)  # type: ignore[attr-defined]


@pytest.mark.parametrize("job", ["admin", "sales", "collections", "partner"])
def test_other_jobs_have_no_classes(database: Database, job: str) -> None:
    booking: UUID = database.add_booking()
    bench = sit_down(database, job)
    training = TrainingService
    for method, args in (
        (training.day, (today(),)),
        (training.card, (booking,)),
        (training.check_in, (booking,)),
        (training.mark, (booking, "excused")),
        (training.undo, (booking, "x")),
        (training.courses, ()),
    ):
        with pytest.raises(Forbidden):
            method(bench.training, bench.actor, *args)
        with pytest.raises(Forbidden):
            method.__wrapped__(bench.training, bench.actor, *args)  # type: ignore[attr-defined]


def test_an_auditor_looks_and_does_not_touch(database: Database) -> None:
    booking = database.add_booking()
    auditor = sit_down(database, "auditor")
    assert auditor.training.card(auditor.actor, booking).gate.ok
    for method, args in (
        (TrainingService.check_in, (booking,)),
        (TrainingService.mark, (booking, "excused")),
        (TrainingService.book, (new_booking(uuid7(), uuid7()),)),
    ):
        with pytest.raises(Forbidden):
            method(auditor.training, auditor.actor, *args)
        with pytest.raises(Forbidden):
            method.__wrapped__(auditor.training, auditor.actor, *args)  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM training.check_in") == 0
