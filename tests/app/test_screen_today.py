"""Today: the day's classes, who is missing what, live and by keyboard, against a real database."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.app.screens.today import TodayView
from mdi_desk.app.screens.today_cards import ClassCard, NeedsCard, NewsCard, class_chips
from mdi_desk.domains.training.records import ClassRow
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.targets import Target
from mdi_desk.qt import theme
from mdi_desk.qt.widgets import Chip, Label, LinkLabel, Skeleton, Tappable
from tests.support.database import Database, elsewhere
from tests.support.services import ZONE, Bench, add_seal_key, add_waiver, sit_down
from tests.support.stage import Stage, make_stage
from tests.support.tidy import tidy

TODAY = datetime.now(ZONE).date()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def at(hour: int, day: date = TODAY) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.put(TodayView(stage.context, bench.training))
    return stage


def view(stage: Stage) -> TodayView:
    assert isinstance(stage.view, TodayView)
    return stage.view


def cards(stage: Stage) -> list[ClassCard]:
    found = [card for card in stage.window.findChildren(ClassCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def chips(card: ClassCard) -> set[str]:
    return {chip.text for chip in card.findChildren(Chip) if chip.isVisible()}


def words(stage: Stage) -> set[str]:
    return {label.text() for label in stage.window.findChildren(Label) if label.isVisible()}


def needs(stage: Stage) -> list[str]:
    card = stage.window.findChild(NeedsCard)
    return [row.accessibleName() for row in card.findChildren(Tappable) if row.isVisible()]


@pytest.fixture
def waiver(database: Database) -> UUID:
    add_seal_key(database)
    return add_waiver(database)


def test_a_day_with_its_classes_needs_and_news(database: Database, qtbot: QtBot, waiver: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    easy = database.add_class(database.add_course(name="Safety basics"), starts_at=at(8), hours=15, seats=2)
    strict = database.add_class(
        database.add_course(name="Defensive handgun I", price_minor=18500, waiver_template_id=waiver),
        starts_at=at(9),
        seats=4,
    )
    here = database.add_booking(easy, database.add_person("Ada", "Abel"))
    database.add_booking(easy, database.add_person("Bea", "Berg"))
    owing = database.add_booking(strict, database.add_person("Cleo", "Cohn"), price_minor=18500)
    database.add_class(database.add_course(name="Rifle"), starts_at=at(18), status="cancelled")
    elsewhere(lambda: clerk.training.check_in(clerk.actor, here))
    stage = shown(clerk, qtbot)
    assert [card.klass.course_name for card in cards(stage) if card.klass] == [
        "Safety basics", "Defensive handgun I", "Rifle",
    ]  # fmt: skip
    first, second, third = cards(stage)
    assert {"1 of 2 arrived", "2/2", "to 23:00"} <= words(stage)
    assert {"all ready", "full"} <= chips(first)
    assert {"1 waiver missing", "1 unpaid"} <= chips(second)
    assert chips(third) == {"cancelled"}
    assert view(stage)._header._subtitle.text().endswith("2 classes · 3 people")
    assert needs(stage) == [
        "Cleo Cohn, no waiver · $185.00 due · class at 09:00",
    ]
    said = [row.accessibleName() for row in stage.window.findChild(NewsCard).findChildren(Tappable)]
    assert f"Ada Abel, Checked in · {clerk.actor.station}" in said
    for row in stage.window.findChild(NeedsCard).findChildren(Tappable):
        row.chosen.emit()
    assert stage.window.asked == [Target("booking", owing)]
    stage.window.findChild(NewsCard).findChildren(Tappable)[-1].chosen.emit()
    assert stage.window.asked[-1].kind == "booking"


def test_the_keys_walk_classes_and_days(database: Database, qtbot: QtBot) -> None:
    clerk = sit_down(database, "frontdesk")
    late = datetime.now(UTC) + timedelta(minutes=1)
    ids = [
        database.add_class(database.add_course(name=name), starts_at=late + timedelta(seconds=number))
        for number, name in enumerate(("One", "Two", "Three"))
    ]
    database.add_class(database.add_course(name="Morning"), starts_at=at(9, TODAY + timedelta(days=1)))
    stage = shown(clerk, qtbot)
    assert cards(stage)[0].hasFocus()
    stage.key("Down")
    assert cards(stage)[1].hasFocus()
    stage.key("Down")
    stage.key("Down")
    assert cards(stage)[2].hasFocus(), "the last one stays chosen"
    stage.key("Up")
    stage.key("Return")
    assert stage.window.asked == [Target("class", ids[1])]
    stage.key("Right")
    assert view(stage).title() == "Tomorrow"
    assert [card.klass.course_name for card in cards(stage) if card.klass] == ["Morning"]
    assert cards(stage)[0].hasFocus()
    stage.key("Left")
    stage.key("Left")
    assert view(stage).title() == "Yesterday"
    stage.key("T")
    assert view(stage).title() == "Today"
    assert len(cards(stage)) == 3


def test_a_day_without_classes_says_how_to_go_on(database: Database, qtbot: QtBot) -> None:
    clerk = shown(sit_down(database, "frontdesk"), qtbot)
    assert {"No classes on this day", "Look at another day, or ask a manager to plan a class."} <= words(
        clerk
    )
    assert view(clerk)._header._subtitle.text().endswith("no classes")
    manager = shown(sit_down(database, "manager"), qtbot)
    assert "Plan one under Classes, or look at another day." in words(manager)
    view(manager)._plan()
    assert manager.window.asked == [Target("view", name="classes")]


def test_before_the_answer_there_are_skeleton_rows(database: Database, qtbot: QtBot) -> None:
    stage = make_stage(sit_down(database, "frontdesk"))
    qtbot.addWidget(stage.window, before_close_func=tidy)
    page = TodayView(stage.context, object())  # type: ignore[arg-type]  # it is not asked yet
    stage.window.column.addWidget(page)
    stage.window.show()
    stage.settle()
    assert any(one.isVisible() for one in page.findChildren(Skeleton))
    assert page.title() == "Today"


def test_live_news_are_shown_once_for_a_burst_and_the_choice_stays(database: Database, qtbot: QtBot) -> None:
    clerk, other = sit_down(database, "frontdesk"), sit_down(database, "manager", "Till 2")
    soon = datetime.now(UTC) + timedelta(minutes=1)
    database.add_class(database.add_course(name="One"), starts_at=soon)
    second = database.add_class(database.add_course(name="Two"), starts_at=soon + timedelta(seconds=1))
    seat = database.add_booking(second)
    stage = shown(clerk, qtbot)
    stage.key("Down")
    elsewhere(lambda: other.training.check_in(other.actor, seat))
    asked = len(stage.runner.asked)
    for _ in range(6):
        stage.runner.announce(Change("training.booking", frozenset({seat})))
    qtbot.waitUntil(lambda: "1 of 1 arrived" in words(stage))
    assert len(stage.runner.asked) == asked + 1
    assert cards(stage)[1].hasFocus()
    stage.runner.announce(Change("admin.account", frozenset({uuid7()})))
    assert not view(stage)._burst.isActive(), "what does not concern the day asks nothing"


def test_out_of_sight_nothing_is_asked_until_it_is_seen_again(database: Database, qtbot: QtBot) -> None:
    stage = shown(sit_down(database, "frontdesk"), qtbot)
    asked = len(stage.runner.asked)
    view(stage).hide()
    stage.runner.announce(Change("training.class", frozenset({uuid7()})))
    assert not view(stage)._burst.isActive()
    view(stage).show()
    qtbot.waitUntil(lambda: len(stage.runner.asked) == asked + 1)


def test_chips_and_needs_say_the_same(database: Database, qtbot: QtBot, waiver: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    course = database.add_course(price_minor=9500, waiver_template_id=waiver)
    klass = database.add_class(course, starts_at=at(23))
    database.add_booking(klass, database.add_person("Nia", "New", age=None), price_minor=9500)
    stage = shown(clerk, qtbot)
    assert chips(cards(stage)[0]) == {"1 birth date missing", "1 unpaid"}
    assert needs(stage) == ["Nia New, no birth date · $95.00 due · class at 23:00"]


def test_many_needs_are_folded(database: Database, qtbot: QtBot, waiver: UUID) -> None:
    clerk = sit_down(database, "frontdesk")
    klass = database.add_class(database.add_course(waiver_template_id=waiver), starts_at=at(23), seats=20)
    for number in range(9):
        database.add_booking(klass, database.add_person(f"P{number}", "Many"))
    stage = shown(clerk, qtbot)
    assert len(needs(stage)) == 6
    link = next(one for one in stage.window.findChildren(LinkLabel) if one.text() == "Show all 9")
    link.opened.emit()
    stage.settle()
    assert len(needs(stage)) == 9


def test_an_instructor_sees_the_own_classes(database: Database, qtbot: QtBot) -> None:
    teacher = database.login("instructor")
    me = database.add_instructor(teacher)
    mine = database.add_class(database.add_course(name="Mine"), starts_at=at(10), instructor=me)
    database.add_class(database.add_course(name="Not mine"), starts_at=at(11))
    stage = shown(sit_down(database, teacher), qtbot)
    assert [card.klass.id for card in cards(stage) if card.klass] == [mine]


def row(**more: object) -> ClassRow:
    values: dict[str, object] = {
        "id": uuid7(), "course_id": uuid7(), "course_name": "Course", "course_slug": "c", "category": "x",
        "instructor_id": None, "instructor_name": None, "starts_at": at(9), "ends_at": at(17),
        "location_name": "Range A", "capacity": 12, "status": "scheduled", "booked": 10, "arrived": 0,
        "waivers_missing": 0, "unpaid": 0, "price_minor": 0, "currency": "USD", "version": 1, **more,
    }  # fmt: skip
    return ClassRow(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("klass", "hour", "said"),
    [
        (row(), 8, ["all ready"]),
        (row(arrived=7), 10, ["all ready", "3 not here yet"]),
        (row(arrived=10), 10, ["all ready"]),
        (row(arrived=7), 18, ["all ready"]),
        (row(booked=0), 8, ["nobody booked yet"]),
        (row(birth_dates_missing=2), 8, ["2 birth dates missing"]),
        (row(booked=12, unpaid=2), 8, ["2 unpaid", "full"]),
        (row(status="completed", unpaid=2), 18, ["closed"]),
    ],
)
def test_chips_of_a_class(klass: ClassRow, hour: int, said: list[str]) -> None:
    assert [text for text, _, _ in class_chips(klass, at(hour))] == said
