"""Errors stand where they belong, and a bug of ours names nobody."""

import logging
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.errors import (
    Cancelled,
    Conflict,
    Forbidden,
    Invalid,
    NeedsConfirmation,
    NotFound,
    Refused,
    SignedOut,
    Unavailable,
)
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.notify import CrashSheet, News, NewsList, Presenter, crash_report
from mdi_desk.qt.runner import Failure, InlineRunner
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, ConfirmSheet, Sheet, StatusBar, Toasts

SPEC = FormSpec((FieldSpec("email", "email", "E-mail"), FieldSpec("phone", "phone", "Phone")))


class Desk:
    """A window with a view, a form on it and a status bar, as the shell has them."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        column = QVBoxLayout(window)
        self.view = View()
        self.form = FormWidget(SPEC)
        self.view.page.addWidget(self.form)
        self.status = StatusBar()
        column.addWidget(self.view)
        column.addWidget(self.status)
        self.view.show()
        self.status.show()
        self.form.show()
        QApplication.processEvents()
        self.toasts = Toasts(window)
        self.presenter = Presenter(window, self.toasts, self.status)

    def sheets(self) -> list[Sheet]:
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.is_open()]


@pytest.fixture
def desk(window: QWidget) -> Desk:
    return Desk(window)


def press(sheet: Sheet, words: str) -> None:
    button = next(button for button in sheet.findChildren(Button) if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "error", [NotFound("Gone."), Forbidden("Ask a manager."), Refused("The class is full.", "class_full")]
)
def test_the_persons_own_errors_stand_in_the_banner_of_the_page(desk: Desk, error: Exception) -> None:
    desk.presenter.show(error, owner=desk.form)
    assert desk.view.banner.isVisible()
    assert desk.view.banner.text() == str(error)
    assert desk.sheets() == []


def test_without_a_page_it_is_a_toast(desk: Desk) -> None:
    desk.presenter.show(NotFound("Gone."))
    assert desk.toasts.texts() == ["Gone."]
    desk.toasts.clear()


def test_wrong_fields_are_marked_and_the_rest_is_said(desk: Desk) -> None:
    desk.presenter.show(Invalid("Look at the fields.", {"email": "Taken."}), owner=desk.view)
    assert desk.form.error_of("email") == "Taken."
    assert not desk.view.banner.isVisible()
    desk.presenter.show(Invalid("Look at the fields.", {"vault": "Closed."}), owner=desk.view)
    assert desk.form.error_of("email") == ""
    assert desk.view.banner.text() == "Look at the fields. Closed."
    desk.presenter.show(Invalid("Choose a class first."), owner=desk.view)
    assert desk.view.banner.text() == "Choose a class first."


def test_unreachable_stands_in_the_status_bar_with_a_way_to_try_again(desk: Desk) -> None:
    tries: list[int] = []
    desk.presenter.show(
        Unavailable("The server cannot be reached."), owner=desk.view, retry=lambda: tries.append(1)
    )
    assert desk.status.note() == "The server cannot be reached."
    assert not desk.view.banner.isVisible()
    QTest.mouseClick(desk.status._again, Qt.MouseButton.LeftButton)
    assert tries == [1]
    desk.presenter.show(Unavailable("Still away."))
    assert not desk.status._again.isVisible()
    desk.presenter.reachable()
    assert desk.status.note() == ""


def test_a_confirmation_asks_and_sends_again(desk: Desk) -> None:
    sent: list[str] = []
    desk.presenter.show(
        NeedsConfirmation("12 bookings are cancelled."), owner=desk.view, confirmed=lambda: sent.append("yes")
    )
    (sheet,) = desk.sheets()
    assert isinstance(sheet, ConfirmSheet)
    press(sheet, "Cancel")
    assert sent == []
    desk.presenter.show(
        NeedsConfirmation("12 bookings are cancelled."), owner=desk.view, confirmed=lambda: sent.append("yes")
    )
    press(desk.sheets()[0], "Go ahead")
    assert sent == ["yes"]
    assert desk.sheets() == []


def test_a_conflict_offers_to_load_or_to_compare(desk: Desk) -> None:
    done: list[object] = []
    conflict = Conflict("Ruth Okafor saved this person a minute ago.", theirs="theirs")
    ways: dict[str, Callable[..., object]] = {
        "look_again": lambda: done.append("again"),
        "compare": done.append,
    }
    desk.presenter.show(conflict, owner=desk.form, **ways)  # type: ignore[arg-type]
    press(desk.sheets()[0], "Compare")
    desk.presenter.show(conflict, owner=desk.form, **ways)  # type: ignore[arg-type]
    press(desk.sheets()[0], "Load theirs")
    assert done == ["theirs", "again"]
    assert desk.sheets() == []


def test_cancelled_is_silence_and_signed_out_locks(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.show(Cancelled(), owner=desk.view)
    assert (desk.view.banner.isVisible(), desk.toasts.texts(), desk.status.note()) == (False, [], "")
    with qtbot.waitSignal(desk.presenter.signed_out) as caught:
        desk.presenter.show(SignedOut("Your account was disabled."))
    assert caught.args == ["Your account was disabled."]


def broken(value: str) -> None:
    raise KeyError(value)


def bug(value: str = "María José Núñez") -> Exception:
    try:
        broken(value)
    except KeyError as error:
        return error
    raise AssertionError


@pytest.mark.expects_log(r"ERROR mdi_desk\.crash")
def test_a_bug_shows_one_sheet_per_traceback(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "mdi_desk.crash"):
        for name in ("María José Núñez", "Lena Brandt"):
            desk.presenter.show(bug(name), owner=desk.view)
    (sheet,) = desk.sheets()
    assert isinstance(sheet, CrashSheet)
    assert len(caplog.records) == 2
    press(sheet, "Copy report")
    copied = QApplication.clipboard().text()
    assert sheet.report.number in copied
    for said in (copied, caplog.text):
        assert "Núñez" not in said
        assert "Brandt" not in said
    press(sheet, "Continue")
    desk.presenter.show(bug("again"))
    assert desk.sheets() == []
    try:
        raise RuntimeError("elsewhere")
    except RuntimeError as error:
        desk.presenter.show(error)
    assert len(desk.sheets()) == 1


def test_a_report_says_where_and_nothing_else() -> None:
    report = crash_report(bug())
    assert report.number == crash_report(bug("other")).number
    assert "KeyError" in report.text
    assert "broken" in report.text
    assert "Núñez" not in report.text
    assert "/" not in report.text.split("qt/test_notify.py")[0].splitlines()[-1].strip()
    try:
        try:
            broken("secret")
        except KeyError as inner:
            raise ValueError("secret") from inner
    except ValueError as error:
        chained = crash_report(error).text
    assert "ValueError" in chained
    assert "KeyError" in chained
    assert "secret" not in chained


def test_what_no_screen_took_comes_to_the_presenter(desk: Desk) -> None:
    runner = InlineRunner()
    runner.failed.connect(desk.presenter.take)

    def call() -> None:
        raise Refused("The class is full.", "class_full")

    runner.ask(call, owner=desk.view)
    assert desk.view.banner.text() == "The class is full."
    desk.presenter.take(Failure(NotFound("Gone."), runner, lambda: None))
    assert desk.toasts.texts() == ["Gone."]
    desk.toasts.clear()


def test_an_owner_that_is_gone_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    import shiboken6

    owner = QWidget(desk.view)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(owner))
    desk.presenter.show(NotFound("Gone."), owner=owner)
    assert desk.toasts.texts() == ["Gone."]
    desk.toasts.clear()


def test_news_behind_the_bell(qapp: QApplication) -> None:
    news, counts = NewsList(most=3), []  # type: ignore[var-annotated]
    news.changed.connect(counts.append)
    for number in range(5):
        news.add(News(f"news {number}"))
    assert [item.text for item in news.items] == ["news 4", "news 3", "news 2"]
    assert counts == [1, 2, 3, 3, 3]
    news.mark_read()
    assert (news.unread, counts[-1]) == (0, 0)
    news.clear()
    assert news.items == ()
