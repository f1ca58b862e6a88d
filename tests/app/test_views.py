"""Every view of every job answers to F1 and to "?", with its own page and its own keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.app.views import VIEWS
from mdi_desk.kernel.access import JOBS
from mdi_desk.kernel.paths import resource
from mdi_desk.kernel.targets import Target
from mdi_desk.qt.helping import HelpPanel, ShortcutList, help_text
from mdi_desk.qt.widgets import Label, Sheet
from tests.app.conftest import MakeDoor, sign_in

if TYPE_CHECKING:
    from tests.support.database import Database

# Views outside the sidebar show one thing.
SHOWN = {"roster": "class", "person": "person"}


def views_of(job: str) -> list[str]:
    """The keys of the views that open for `job`."""
    return [spec.key for spec in VIEWS if job in spec.needs.jobs]


def plain(words: str) -> list[str]:
    """The first line of a help page, without its mark-up."""
    return words.splitlines()[0].lstrip("# ").split()


def visible(window: QWidget, kind: type[QWidget]) -> Sequence[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


@pytest.mark.parametrize("job", [job for job in JOBS if views_of(job)])
def test_help_and_keys_of_every_view(
    qtbot: QtBot, make_door: MakeDoor, database: "Database", job: str
) -> None:
    person, klass = database.add_person(), _class_of(database, job)
    database.add_booking(klass, person)
    seat = sign_in(qtbot, make_door(), database.login(job))
    things = {"class": klass, "person": person}
    for key in views_of(job):
        kind = SHOWN.get(key)
        if kind is None:
            seat.shell.show_view(key)
        else:
            seat.shell.open(Target(kind, things[kind]))
        view = seat.shell.view()
        assert view.key == key
        assert resource("help", "en", f"{view.help_page}.md").is_file(), key
        assert resource("help", "fr", f"{view.help_page}.md").is_file(), key

        QTest.keyClick(view, Qt.Key.Key_F1)
        (panel,) = visible(seat, HelpPanel)
        assert isinstance(panel, HelpPanel)
        assert panel.page == view.help_page
        assert panel.text().split()[: len(plain(help_text(panel.page)))] == plain(help_text(panel.page))
        QTest.keyClick(view, Qt.Key.Key_F1)
        assert not visible(seat, HelpPanel), key

        QTest.keyClicks(seat.shell, "?")
        (sheet,) = [one for one in seat.window().findChildren(Sheet) if one.is_open()]
        (listed,) = sheet.findChildren(ShortcutList)
        said = {label.text() for label in listed.findChildren(Label)}
        groups = seat.shell.shortcut_groups()
        assert {title for title, keys in groups if keys} <= said
        assert "Everywhere" in said
        assert {text for _, keys in groups for _, text in keys} <= said
        seat.close_sheets()
        qtbot.waitUntil(lambda: not [one for one in seat.window().findChildren(Sheet) if one.is_open()])


def test_every_view_opens_for_somebody_and_every_job_is_asked() -> None:
    assert {key for job in JOBS for key in views_of(job)} == {spec.key for spec in VIEWS}


def _class_of(database: "Database", job: str) -> UUID:
    """A class that `job` sees: an instructor's is their own."""
    teacher = database.add_instructor(database.login(job)) if job == "instructor" else None
    return database.add_class(instructor=teacher)
