"""Finding one thing while typing: only the last answer counts, Enter means what is marked."""

from collections.abc import Sequence

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt.picker import MOST, Choice, Picker
from mdi_desk.qt.runner import InlineRunner, TaskRunner

PEOPLE = [Choice(uuid7(), name, "detail") for name in ("Ada Abel", "Ada Berg", "Bea Cohn")]


def find(text: str) -> Sequence[Choice]:
    return [one for one in PEOPLE if text.lower() in one.title.lower()]


@pytest.fixture
def picker(window: QWidget, qtbot: QtBot) -> Picker:
    made = Picker(InlineRunner(window), find, "Name", hint="Type a name.")
    made.setParent(window)
    made.setGeometry(20, 20, 400, 400)
    made.show()
    made.field.setFocus()
    return made


def keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(sequence: str) -> None:
    QTest.keySequence(QApplication.focusWidget(), sequence)


def test_arrows_walk_and_enter_chooses(picker: Picker, qtbot: QtBot) -> None:
    told: list[Choice] = []
    picker.chosen.connect(told.append)
    keys("ada")
    qtbot.waitUntil(lambda: len(picker.choices()) == 2)
    assert picker.field.accessibleDescription() == "Ada Abel"
    press("Down")
    press("Down")
    assert picker.field.accessibleDescription() == "Ada Berg", "the last one stays marked"
    press("Return")
    assert told == [PEOPLE[1]]


def test_enter_on_nothing_chooses_nothing(picker: Picker, qtbot: QtBot) -> None:
    told: list[Choice] = []
    missed: list[str] = []
    picker.chosen.connect(told.append)
    picker.nothing_found.connect(missed.append)
    press("Return")
    keys("zz")
    press("Return")
    assert told == []
    assert missed == ["zz"]


def test_a_click_chooses(picker: Picker, qtbot: QtBot) -> None:
    told: list[Choice] = []
    picker.chosen.connect(told.append)
    keys("bea")
    qtbot.waitUntil(lambda: len(picker.choices()) == 1)
    picker._rows[0].chosen.emit()
    assert told == [PEOPLE[2]]
    picker.clear()
    assert picker.choices() == []
    assert not picker.field._rest.isActive()


def test_what_is_offered_first_is_chosen_by_enter(picker: Picker) -> None:
    told: list[Choice] = []
    picker.chosen.connect(told.append)
    picker.set_first(PEOPLE[:1])
    press("Return")
    assert told == PEOPLE[:1]


def test_no_more_than_fit(picker: Picker, qtbot: QtBot) -> None:
    picker._came(picker.field.text(), [Choice(uuid7(), f"P{n}") for n in range(50)])
    assert len(picker.choices()) == MOST


def test_enter_while_the_answer_is_on_its_way(window: QWidget, qtbot: QtBot) -> None:
    runner = TaskRunner(window)
    made = Picker(runner, find, "Name")
    made.setParent(window)
    made.show()
    made.field.setFocus()
    told: list[Choice] = []
    made.chosen.connect(told.append)
    keys("berg")
    press("Return")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [PEOPLE[1]]
    assert runner.shutdown()
