"""Accounts at the screen: making one and handing over its password, jobs, reset, sign out, disable."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from mdi_desk.domains.admin.records import AccountRow, CreatedAccount, NewAccount, staff_number
from mdi_desk.domains.admin.ui.account_panel import state_of
from mdi_desk.domains.admin.ui.accounts import AccountsView
from mdi_desk.domains.admin.ui.first_password import FirstPasswordSheet
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt import theme
from mdi_desk.qt.runner import TaskRunner
from mdi_desk.qt.tables import Table
from mdi_desk.qt.widgets import Button, Chip, Label
from tests.support.database import Account, Database, elsewhere
from tests.support.services import Bench, sit_down
from tests.support.stage import Stage, make_stage


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(bench: Bench, qtbot: QtBot) -> Stage:
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    stage.put(AccountsView(stage.context, bench.admin))
    return stage


def table(stage: Stage) -> Table:
    found = stage.window.findChild(Table, "accounts_table")
    assert found is not None
    return found


def rows(stage: Stage) -> dict[str, AccountRow]:
    return {row.login: row for row in table(stage).rows_model().rows}


def choose(stage: Stage, account: Account) -> None:
    assert table(stage).select(account.account_id)
    stage.settle()


def words(stage: Stage) -> str:
    return " | ".join(label.text() for label in stage.window.findChildren(Label) if label.isVisible())


def facts(stage: Stage) -> list[str]:
    return [label.text() for label in stage.window.findChildren(Label) if label.isVisible()]


def chips(stage: Stage) -> list[str]:
    return [chip.text for chip in stage.window.findChildren(Chip) if chip.isVisible()]


def may_sign_in(database: Database, login: str, password: str) -> bool:
    try:
        psycopg.connect(database.cluster.reach.dsn(database.name, login, password)).close()
    except psycopg.OperationalError:
        return False
    return True


def tick(stage: Stage, job: str, on: bool = True) -> None:
    stage.find(QCheckBox, f"job_{job}").setChecked(on)


def test_a_new_account_by_keyboard_and_its_first_password(database: Database, qtbot: QtBot) -> None:
    stage = shown(sit_down(database, "admin"), qtbot)
    stage.key("Ctrl+N")
    stage.type("Aïcha")
    stage.key("Tab")
    stage.type("Fall")
    tick(stage, "instructor")
    stage.key("Return")

    sheet = stage.sheet()
    assert isinstance(sheet, FirstPasswordSheet)
    password = stage.find(QLabel, "first_password").text()
    (made,) = [row for row in rows(stage).values() if row.name == "Aïcha Fall"]
    database.logins.append(made.login)
    assert set(made.jobs) == {"frontdesk", "instructor"}
    assert made.must_change
    assert staff_number(made.login) in facts(stage)
    assert made.login not in words(stage)
    assert may_sign_in(database, made.login, password)

    stage.press("password_copy")
    assert QApplication.clipboard().text() == password
    # It is shown only now: neither Escape nor a click beside it throws it away.
    stage.key("Escape")
    assert stage.sheet() is sheet
    stage.press("handed_over")
    assert not stage.sheets()
    assert password not in words(stage)
    assert table(stage).current_row() == rows(stage)[made.login]
    QApplication.clipboard().clear()


def test_an_account_without_a_job_or_a_name_is_not_sent(database: Database, qtbot: QtBot) -> None:
    stage = shown(sit_down(database, "admin"), qtbot)
    stage.key("Ctrl+N")
    tick(stage, "frontdesk", on=False)
    stage.press("account_create")
    assert "This is needed." in words(stage)
    stage.type("Aïcha")
    stage.press("account_create")
    assert "Tick at least one job." in words(stage)
    tick(stage, "partner")
    tick(stage, "sales")
    stage.press("account_create")
    assert "A partner’s account can’t have jobs of the institute as well." in words(stage)
    assert not stage.runner.told
    stage.key("Tab")
    assert len(rows(stage)) == 1


def test_an_e_mail_that_is_none_is_said_beside_the_field(database: Database, qtbot: QtBot) -> None:
    stage = shown(sit_down(database, "admin"), qtbot)
    stage.key("Ctrl+N")
    stage.type("Aïcha")
    sheet = stage.sheet()
    sheet.form.set_value("phone", "12345")  # type: ignore[attr-defined]
    stage.press("account_create")
    assert sheet.form.error_of("phone")  # type: ignore[attr-defined]
    assert stage.sheet() is sheet


def test_jobs_change_and_count_at_once(database: Database, qtbot: QtBot) -> None:
    bench = sit_down(database, "admin")
    new = NewAccount(uuid7(), ("frontdesk",), given_name="Aïcha", family_name="Fall")
    made = elsewhere(lambda: bench.admin.create(bench.actor, new)).record
    database.logins.append(made.login)
    stage = shown(bench, qtbot)
    assert table(stage).select(made.account_id)
    stage.key("Return")
    assert stage.find(QCheckBox, "job_frontdesk").isChecked()
    tick(stage, "frontdesk", on=False)
    stage.press("jobs_save")
    assert "Tick at least one job." in words(stage)
    tick(stage, "manager")
    stage.press("jobs_save")
    assert not stage.sheets(), words(stage)
    assert rows(stage)[made.login].jobs == ("manager",)
    groups = database.value(
        "SELECT array_agg(roleid::regrole::text) FROM pg_auth_members WHERE member = %s::regrole", made.login
    )
    assert groups == ["mdi_manager"]


def test_a_job_given_on_the_server_stays_and_the_sheet_says_so(database: Database, qtbot: QtBot) -> None:
    clerk = database.login("frontdesk")
    stage = shown(sit_down(database, "admin"), qtbot)
    choose(stage, clerk)
    stage.key("Return")
    tick(stage, "frontdesk", on=False)
    tick(stage, "manager")
    stage.press("jobs_save")
    assert "This job was given on the server itself" in words(stage)
    assert stage.find(Button, "jobs_save").isEnabled()
    stage.key("Escape")
    assert rows(stage)[clerk.login].jobs == ("frontdesk",)


def test_a_reset_password_replaces_the_old_one(database: Database, qtbot: QtBot) -> None:
    clerk = database.login("frontdesk")
    stage = shown(sit_down(database, "admin"), qtbot)
    choose(stage, clerk)
    stage.key("R")
    assert "The old password stops working" in words(stage)
    stage.confirm()
    password = stage.find(QLabel, "first_password").text()
    assert clerk.name in words(stage)
    assert staff_number(clerk.login) in facts(stage)
    assert not may_sign_in(database, clerk.login, clerk.password)
    assert may_sign_in(database, clerk.login, password)
    stage.press("handed_over")
    assert rows(stage)[clerk.login].must_change


def test_disabling_needs_a_reason_and_stops_the_login_until_enabled(database: Database, qtbot: QtBot) -> None:
    clerk = database.login("frontdesk")
    stage = shown(sit_down(database, "admin"), qtbot)
    choose(stage, clerk)
    stage.key("Del")
    assert "lock at once" in words(stage)
    stage.confirm("Left the institute")
    row = rows(stage)[clerk.login]
    assert (row.is_active, row.disabled_reason) == (False, "Left the institute")
    assert "Left the institute" in words(stage)
    assert stage.find(Button, "account_disable").text() == "Enable"
    assert not may_sign_in(database, clerk.login, clerk.password)

    stage.press("account_disable")
    stage.confirm()
    assert rows(stage)[clerk.login].is_active
    assert may_sign_in(database, clerk.login, clerk.password)
    assert stage.find(Button, "account_disable").text() == "Disable"
    assert stage.window.toasts.texts()[-1].endswith("may sign in again.")


def test_signing_out_ends_the_sessions(database: Database, qtbot: QtBot) -> None:
    clerk = sit_down(database, "frontdesk")
    with database.connect(clerk.account) as theirs:
        theirs.execute("SELECT core.session_open(%s, 'Front desk 1', '{}')", (uuid7(),))
        stage = shown(sit_down(database, "admin"), qtbot)
        choose(stage, clerk.account)
        assert state_of(rows(stage)[clerk.account.login])[:2] == ("Signed in", "ok")
        assert "Signed in · Front desk 1" in chips(stage)
        assert "1 signed in now" in words(stage)
        stage.press("account_sign_out")
        stage.confirm()
        with pytest.raises(psycopg.OperationalError):
            theirs.execute("SELECT 1")
    assert rows(stage)[clerk.account.login].online_since is None


def test_admins_are_greyed_with_the_reason(database: Database, qtbot: QtBot) -> None:
    bench = sit_down(database, "admin")
    other = database.add_account("admin", "manager", given="Other")
    stage = shown(bench, qtbot)
    for account, why in ((bench.account, "Your own account"), (other, "An admin’s account")):
        choose(stage, account)
        for name in ("account_jobs", "account_reset", "account_sign_out", "account_disable"):
            button = stage.find(Button, name)
            assert not button.isEnabled()
            assert button.toolTip().startswith(why)
        for key in ("Return", "R", "Del"):
            stage.key(key)
            assert not stage.sheets()
        assert any(text.startswith(why) for text in stage.window.toasts.texts())
        assert why in words(stage)


def test_the_list_narrows_by_name_number_and_job_and_hears_of_changes(
    database: Database, qtbot: QtBot
) -> None:
    stage = shown(sit_down(database, "admin"), qtbot)
    clerk = database.add_account("frontdesk", given="Élodie", family="Ba")
    stage.runner.announce(Change("admin.account"))
    assert clerk.login in rows(stage)
    for typed in ("elodie", staff_number(clerk.login), "front desk"):
        stage.key("Ctrl+F")
        stage.type(typed)
        stage.key("Return")
        assert set(rows(stage)) == {clerk.login}
    stage.type("zzz")
    stage.key("Return")
    assert "No account matches" in words(stage)


def test_a_password_not_confirmed_yet_says_so(database: Database, qtbot: QtBot) -> None:
    stage = make_stage(sit_down(database, "admin"))
    qtbot.addWidget(stage.window)
    stage.window.show()
    made = CreatedAccount(uuid7(), "", "Aïcha Fall", "bcdfg-hjkmn-pqrst", pending=True)
    FirstPasswordSheet(stage.context, made).show_over(stage.window)
    stage.settle()
    assert "The server has not confirmed it yet" in words(stage)
    assert stage.find(QLabel, "first_password").text() == "bcdfg-hjkmn-pqrst"


def test_the_slip_has_number_and_password(database: Database, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from tests.support.papers import Pdf

    stage = make_stage(sit_down(database, "admin"))
    qtbot.addWidget(stage.window)
    stage.window.show()
    made = CreatedAccount(uuid7(), "u_000123", "Nguyễn Thị Đào", "bcdfg-hjkmn-pqrst")
    sheet = FirstPasswordSheet(stage.context, made).show_over(stage.window)
    folder = Path(str(tmp_path))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "slip.pdf"))
    sheet.print_slip(printer)
    text = Pdf((folder / "slip.pdf").read_bytes(), folder).text()
    for said in ("Mountaineer Defense Institute", "Nguyễn Thị Đào", "Staff number: 123", "bcdfg-hjkmn-pqrst"):
        assert said in text


def test_while_the_answer_is_under_way_nothing_is_sent_twice_nor_closed(
    database: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer holds a password that is shown only once: the sheet waits for it."""
    stage = shown(sit_down(database, "admin"), qtbot)
    stage.key("Ctrl+N")
    stage.type("Aïcha")
    held: list[Callable[[], object]] = []
    send = stage.runner.tell

    def later(call: Callable[[], Any], **more: Any) -> None:
        held.append(lambda: send(call, **more))

    monkeypatch.setattr(stage.runner, "tell", later)
    stage.key("Return")
    stage.key("Return")
    stage.key("Escape")
    assert [sheet.objectName() for sheet in stage.sheets()] == ["account_form"]
    assert len(held) == 1
    held[0]()
    stage.settle()
    assert isinstance(stage.sheet(), FirstPasswordSheet)
    database.logins += [login for login, row in rows(stage).items() if row.name == "Aïcha"]


def test_with_answers_that_take_their_time_the_new_account_is_the_chosen_one(
    database: Database, qtbot: QtBot
) -> None:
    """The list is still being read when the password is shown."""
    bench = sit_down(database, "admin")
    stage = make_stage(bench)
    qtbot.addWidget(stage.window)
    runner = TaskRunner()
    try:
        stage = replace(stage, context=replace(stage.context, runner=runner))
        runner.changed.connect(lambda change: stage.view.heard(change) if stage.view else None)
        stage.put(AccountsView(stage.context, bench.admin))
        qtbot.waitUntil(lambda: len(rows(stage)) == 1)
        stage.key("Ctrl+N")
        stage.type("Aïcha")
        stage.key("Return")
        qtbot.waitUntil(lambda: any(isinstance(one, FirstPasswordSheet) for one in stage.sheets()))
        qtbot.waitUntil(lambda: len(rows(stage)) == 2)
        (login,) = [login for login, row in rows(stage).items() if row.name == "Aïcha"]
        database.logins.append(login)
        qtbot.waitUntil(lambda: table(stage).current_row() == rows(stage)[login])
    finally:
        assert runner.shutdown()
