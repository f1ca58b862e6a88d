"""Courses, classes and instructors, against a real database: what managers keep, what is in the way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from mdi_desk.domains.people.records import differences
from mdi_desk.domains.training.records import ClassEdit, CourseEdit, InstructorEdit
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Refused
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Database
from tests.support.services import Bench, sit_down

TOMORROW = datetime.now(UTC).replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=1)


@pytest.fixture
def manager(database: Database) -> Bench:
    return sit_down(database, "manager", "Office")


def new_class(database: Database, **more: Any) -> ClassEdit:
    values: dict[str, Any] = {
        "id": uuid7(),
        "course_id": database.add_course(name="Rifle"),
        "instructor_id": None,
        "starts_at": TOMORROW,
        "ends_at": TOMORROW + timedelta(hours=3),
        "place_no": None,
        "location_name": "Range A",
        "location_addr": "",
        "max_capacity": 8,
        **more,
    }
    return ClassEdit(**values)


# -- courses ----------------------------------------------------------------------------------------------


def test_a_course_holds_every_field(manager: Bench, database: Database) -> None:
    edit = CourseEdit(
        id=uuid7(),
        slug="defensive-handgun-1",
        name="Defensive handgun I",
        category="handgun",
        description="Two days.",
        short_desc="Basics",
        price_minor=18500,
        member_price_minor=16500,
        duration_hours=16,
        max_capacity=10,
        min_age=18,
        guardian_min_age=14,
        skill_level="beginner",
        prerequisites=("rifle-basics",),
        gear_required=("ear muffs", "glasses"),
        gear_provided=("target",),
        ammo_count=200,
        image_url="https://example.org/a.png",
        thumbnail_url="https://example.org/b.png",
        is_featured=True,
        sort_order=3,
    )
    made = manager.training.save_course(manager.actor, edit).record
    assert replace(CourseEdit.of(made), version=0) == edit
    assert made in manager.training.courses(manager.actor)
    assert manager.training.course(manager.actor, edit.id) == made
    with pytest.raises(Refused) as caught:
        manager.training.save_course(manager.actor, replace(edit, id=uuid7()))
    assert caught.value.code == "slug_taken"
    hidden = manager.training.save_course(manager.actor, replace(CourseEdit.of(made), is_active=False)).record
    assert hidden.version == made.version + 1
    assert hidden not in manager.training.courses(manager.actor)
    assert hidden in manager.training.courses(manager.actor, everything=True)


def test_a_course_says_what_is_wrong(manager: Bench) -> None:
    edit = CourseEdit(
        uuid7(),
        "Not A Slug",
        " ",
        "boxing",
        duration_hours=0,
        max_capacity=0,
        guardian_min_age=18,
        price_minor=-1,
    )
    with pytest.raises(Invalid) as caught:
        manager.training.save_course(manager.actor, edit)
    assert set(caught.value.fields) == {
        "slug",
        "name",
        "category",
        "duration_hours",
        "max_capacity",
        "guardian_min_age",
        "price_minor",
    }


def test_two_edits_of_a_course_meet(database: Database, manager: Bench) -> None:
    read = manager.training.course(manager.actor, database.add_course(name="Rifle"))
    base = CourseEdit.of(read)
    manager.training.save_course(manager.actor, replace(base, min_age=21))
    mine = replace(base, name="Rifle I")
    with pytest.raises(Conflict) as caught:
        manager.training.save_course(manager.actor, mine)
    theirs = caught.value.theirs
    assert theirs == manager.training.course(manager.actor, read.id)
    found = differences(base, mine, CourseEdit.of(theirs))  # type: ignore[arg-type]
    assert {one.field for one in found} == {"name", "min_age"}
    assert manager.training.course(manager.actor, read.id).name == "Rifle"


# -- instructors and places -------------------------------------------------------------------------------


def test_an_instructor_is_made_from_a_person(database: Database, manager: Bench) -> None:
    person = database.add_person("Nguyễn", "Thị Đào")
    edit = InstructorEdit(
        uuid7(), person, bio="Ten years.", title="Chief", credentials=("NRA",), specialties=("rifle", "ccw")
    )
    made = manager.training.save_instructor(manager.actor, edit).record
    assert (made.name, made.title, made.credentials) == ("Nguyễn Thị Đào", "Chief", ("NRA",))
    assert made.specialties == ("rifle", "ccw")
    stale = replace(InstructorEdit.of(made), bio="Eleven.", version=made.version + 4)
    with pytest.raises(Conflict) as caught:
        manager.training.save_instructor(manager.actor, stale)
    assert caught.value.theirs == made
    gone = manager.training.save_instructor(
        manager.actor, replace(InstructorEdit.of(made), is_active=False)
    ).record
    assert not gone.is_active
    assert manager.training.instructors(manager.actor) == ()
    assert [one.id for one in manager.training.instructors(manager.actor, everything=True)] == [made.id]


def test_places_in_use(database: Database, manager: Bench) -> None:
    database.run("INSERT INTO training.place (no, name, address) VALUES (7, 'Range G', '1 Road')")
    database.run("INSERT INTO training.place (no, name, is_active) VALUES (8, 'Old shed', false)")
    assert [(one.no, one.name, one.address) for one in manager.training.places(manager.actor)] == [
        (7, "Range G", "1 Road")
    ]


# -- classes ----------------------------------------------------------------------------------------------


def test_a_class_is_made_changed_and_cancelled(database: Database, manager: Bench) -> None:
    edit = new_class(
        database, instructor_id=database.add_instructor(), price_override_minor=9900, notes="bring ice"
    )
    made = manager.training.save_class(manager.actor, edit)
    klass = made.record
    assert (klass.course_name, klass.instructor_name, klass.price_minor) == ("Rifle", "Ivo Instructor", 9900)
    assert replace(ClassEdit.of(klass), version=0) == edit
    assert made.changes[0].entity == "training.class"
    later = replace(ClassEdit.of(klass), starts_at=TOMORROW + timedelta(hours=1), location_name="Range C")
    moved = manager.training.save_class(manager.actor, later).record
    assert (moved.starts_at, moved.location_name) == (TOMORROW + timedelta(hours=1), "Range C")
    with pytest.raises(Conflict) as caught:
        manager.training.save_class(manager.actor, later)
    assert caught.value.theirs == moved
    with pytest.raises(Invalid):
        manager.training.cancel_class(manager.actor, klass.id, " ")
    ended = manager.training.cancel_class(manager.actor, klass.id, "storm").record
    assert (ended.status, ended.cancel_reason) == ("cancelled", "storm")
    assert manager.training.class_(manager.actor, klass.id) == ended
    with pytest.raises(NotFound):
        manager.training.class_(manager.actor, uuid7())


def test_a_class_says_what_is_wrong(database: Database, manager: Bench) -> None:
    edit = new_class(database, ends_at=TOMORROW, location_name=" ", max_capacity=0, price_override_minor=-1)
    with pytest.raises(Invalid) as caught:
        manager.training.save_class(manager.actor, edit)
    assert set(caught.value.fields) == {"ends_at", "location_name", "max_capacity", "price_override_minor"}


@pytest.mark.parametrize("what", ["place", "instructor"])
def test_nothing_is_booked_twice(database: Database, manager: Bench, what: str) -> None:
    database.run("INSERT INTO training.place (no, name) VALUES (7, 'Range G')")
    shared: dict[str, Any] = (
        {"place_no": 7} if what == "place" else {"instructor_id": database.add_instructor()}
    )
    first = new_class(database, **shared)
    manager.training.save_class(manager.actor, first)
    second = new_class(
        database, starts_at=TOMORROW + timedelta(hours=2), ends_at=TOMORROW + timedelta(hours=4), **shared
    )
    with pytest.raises(Refused) as caught:
        manager.training.save_class(manager.actor, second)
    assert caught.value.code == f"{what}_taken"
    assert caught.value.detail["class_id"] == str(first.id)
    assert caught.value.detail["course"] == "Rifle"
    # Half-open spans: the next may begin when the first ends.
    after = replace(second, starts_at=first.ends_at, ends_at=first.ends_at + timedelta(hours=1))
    assert manager.training.save_class(manager.actor, after).record.version == 1


def test_no_fewer_seats_than_people(database: Database, manager: Bench) -> None:
    klass = database.add_class(starts_at=TOMORROW, seats=3)
    for _ in range(2):
        database.add_booking(klass, database.add_person())
    read = manager.training.class_(manager.actor, klass)
    assert read.booked == 2
    with pytest.raises(Refused) as caught:
        manager.training.save_class(manager.actor, replace(ClassEdit.of(read), max_capacity=1))
    assert (caught.value.code, caught.value.detail) == ("below_booked", {"booked": 2})
    assert manager.training.save_class(manager.actor, replace(ClassEdit.of(read), max_capacity=2)).record


# -- who may not ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("job", ["frontdesk", "instructor", "auditor", "admin"])
def test_only_managers_change_the_catalogue(database: Database, job: str) -> None:
    bench = sit_down(database, job)
    training = TrainingService
    for method, edit in (
        (training.save_course, CourseEdit(uuid7(), "slug", "Name", "rifle")),
        (training.save_class, new_class(database)),
        (training.save_instructor, InstructorEdit(uuid7(), database.add_person())),
    ):
        with pytest.raises(Forbidden):
            method(bench.training, bench.actor, edit)
        with pytest.raises(Forbidden):
            method.__wrapped__(bench.training, bench.actor, edit)  # type: ignore[attr-defined]
    raw = database.connect(bench.account)
    for statement in (
        "UPDATE training.course SET min_age = 0",
        "UPDATE training.class SET max_capacity = 99",
        "INSERT INTO training.instructor (id, person_id) VALUES (gen_random_uuid(), gen_random_uuid())",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(statement.encode())
