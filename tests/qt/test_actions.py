"""Actions, shortcuts, help and the stall watchdog."""

import time
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel import words
from mdi_desk.kernel.access import Actor, permission
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.qt import helping
from mdi_desk.qt.actions import ActionSet, ShortcutMap
from mdi_desk.qt.helping import HelpPanel, ShortcutList, open_shortcuts
from mdi_desk.qt.watchdog import StallWatchdog
from mdi_desk.qt.widgets import KeyHint, Label

MANAGE = permission("training.manage", "manager")


def actor(*jobs: str) -> Actor:
    return Actor(uuid4(), uuid4(), "aicha", "Aïcha Fall", frozenset(jobs), "Front desk 2")


class Page(QWidget):
    """A view with three actions, one of them for managers, one that cannot always be done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.reason: str | None = "Sign the waiver first."
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def specs(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "check_in",
                "Check in",
                lambda: self.done.append("in"),
                shortcut="Ctrl+Return",
                icon="check",
                primary=True,
                why_not=lambda: self.reason,
            ),
            ActionSpec("walk_in", "&Walk-in", lambda: self.done.append("walk"), shortcut="Ctrl+N"),
            ActionSpec("close", "Close class", lambda: self.done.append("close"), needs=MANAGE),
            ActionSpec("quiet", "Copy", lambda: self.done.append("copy"), shortcut="Ctrl+D", shown=False),
        )


@pytest.fixture
def page(window: QWidget) -> Page:
    made = Page()
    QVBoxLayout(window).addWidget(made)
    made.show()
    made.field.setFocus()
    return made


def test_what_is_never_allowed_is_not_there(page: Page) -> None:
    clerk, boss = ActionSet(page, actor("frontdesk"), page.specs()), ActionSet(page, actor("manager"))
    boss.set(page.specs())
    assert [spec.name for spec in clerk.specs] == ["check_in", "walk_in", "quiet"]
    assert [button.objectName() for button in boss.buttons()] == ["walk_in", "close", "check_in"]
    with pytest.raises(KeyError):
        clerk.run("close")
    nobody = ActionSet(page, None, page.specs())
    assert [spec.name for spec in nobody.specs] == [spec.name for spec in clerk.specs]


def test_what_cannot_be_done_now_is_grey_and_says_why(page: Page, qtbot: QtBot) -> None:
    actions = ActionSet(page, actor("frontdesk"), page.specs())
    (button,) = actions.buttons("check_in")
    assert (button.isEnabled(), button.toolTip()) == (False, "Sign the waiver first.")
    with qtbot.waitSignal(actions.refused) as caught:
        QTest.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["Sign the waiver first."]
    assert page.done == []
    page.reason = None
    actions.refresh()
    qtbot.addWidget(button)
    button.click()
    QTest.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.done == ["in", "in"]


def test_shortcuts_of_the_view_before_are_gone(page: Page) -> None:
    actions = ActionSet(page, actor("frontdesk"), page.specs())
    QTest.keyClick(page.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    actions.set(())
    QTest.keyClick(page.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    actions.set(page.specs())
    QTest.keyClick(page.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.done == ["walk", "walk"]


def test_the_keys_of_a_view_for_the_sheet(page: Page, window: QWidget) -> None:
    actions = ActionSet(page, actor("frontdesk"), page.specs())
    groups = ShortcutMap().groups(
        "Roster", actions.keys(), [("L", "late"), ("L", "late"), ("F5", "Read again")]
    )
    assert groups[0] == (
        "Roster",
        [
            ("Ctrl+Return", "Check in"),
            ("Ctrl+N", "Walk-in"),
            ("Ctrl+D", "Copy"),
            ("L", "late"),
            ("F5", "Read again"),
        ],
    )
    everywhere = dict(groups[1][1])
    assert {"Ctrl+K", "F1", "?"} <= everywhere.keys()
    assert not {"F5", "Ctrl+N"} & everywhere.keys()
    sheet = open_shortcuts(window, groups)
    listed = sheet.findChildren(ShortcutList)[0]
    assert "late" in [label.text() for label in listed.findChildren(Label)]
    assert len(listed.findChildren(KeyHint)) == sum(len(keys) for _, keys in groups)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.is_open()


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for code, text in (
        ("en", "# Roster\n\nPress **Enter** to check in.\n\n- one\n- two\n\nSee [waivers](waivers.md)."),
        ("fr", "# Liste\n\nAppuyez."),
    ):
        folder = tmp_path / "help" / code
        folder.mkdir(parents=True)
        (folder / "roster.md").write_text(text, encoding="utf-8")
    (tmp_path / "help" / "en" / "waivers.md").write_text("# Waivers\n\nSigned.", encoding="utf-8")
    monkeypatch.setattr(helping, "resource", lambda *parts: tmp_path.joinpath(*parts))
    return tmp_path


def test_help_in_the_running_language_else_in_english(window: QWidget, pages: Path, qtbot: QtBot) -> None:
    panel = HelpPanel(window)
    panel.show()
    panel.open("roster")
    assert panel.text().startswith("Roster\nPress Enter to check in.")
    panel._text.anchorClicked.emit(QUrl("waivers.md"))
    assert (panel.page, panel.text()) == ("waivers", "Waivers\nSigned.")
    panel.go_back()
    assert panel.page == "roster"
    words.use(lambda text: text, "fr")
    panel.open("roster")
    assert panel.text() == "Liste\nAppuyez."
    panel.open("waivers")
    assert panel.text().startswith("Waivers")
    panel.open("nothing")
    assert panel.text() == "There is no help for this view yet."
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel._text, Qt.Key.Key_Escape)


def hold_up(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        sum(range(500))


def test_the_watchdog_names_the_line_that_held_everybody_up(qapp: QApplication, qtbot: QtBot) -> None:
    dog = StallWatchdog(stall_ms=60)
    dog.start()
    try:
        qtbot.waitUntil(lambda: dog.report().count > 3)
        hold_up(0.3)
        qtbot.waitUntil(lambda: bool(dog.report().stalls))
        stall = dog.report().stalls[-1]
        assert stall.ms > 60
        assert any("hold_up" in line for line in stall.stack)
        beats = dog.report()
        assert beats.p50 <= beats.p99 <= beats.worst
        dog.reset()
        with dog.pause():
            hold_up(0.2)
            qapp.processEvents()
        qtbot.wait(30)
        assert not any("hold_up" in line for stall in dog.report().stalls for line in stall.stack)
    finally:
        dog.stop()
    assert dog._thread is None
