"""Accounts: who may sign in, and as what; made, changed and closed by functions of the database."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from mdi_desk.domains.admin import access
from mdi_desk.domains.admin.records import (
    AccountDone,
    AccountRow,
    CreatedAccount,
    PasswordReset,
    job_name,
)
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.admin.ui.account_form import JobsSheet, NewAccountSheet
from mdi_desk.domains.admin.ui.account_panel import AccountPanel, state_of
from mdi_desk.domains.admin.ui.first_password import FirstPasswordSheet
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import AvatarCell, ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import ConfirmSheet, EmptyState, PageHeader, SearchField

HEARD = frozenset({"admin.account", "admin.desk_session", "*"})


class AccountsView(View):
    """The list of accounts, and beside it the chosen one with what an admin can do to it."""

    key = "accounts"
    help_page = "accounts"

    def __init__(self, context: Context, admin: AdminService) -> None:
        super().__init__()
        self._context, self._admin = context, admin
        self._typed = ""
        self._stale = True
        self._wanted: UUID | None = None
        self._search = SearchField(tr("Find an account"), "Ctrl+F")
        self._search.setObjectName("accounts_search")
        self._search.setFixedWidth(240)
        self._search.searched.connect(self._narrow)
        self._search.left_down.connect(self._to_list)
        self._header = PageHeader(tr("Accounts"))
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(self._columns(), context.runner, self._fetch(), _key, self)
        self._table = Table(self._model, name=tr("Accounts"))
        self._table.setObjectName("accounts_table")
        self._table.chosen.connect(self._chosen)
        self._table.opened.connect(self._opened)
        self._pane = ListPane(
            self._table,
            empty=EmptyState("identification-badge", tr("No account matches"), tr("Type fewer letters.")),
            keys=[
                ("Return", tr("change jobs")),
                ("R", tr("reset password")),
                ("Del", tr("disable or enable")),
            ],
        )
        self._actions = ActionSet(self, context.actor, self.actions())
        self._actions.refused.connect(self._refused)
        names = ("account_jobs", "account_reset", "account_sign_out", "account_disable")
        self._panel = AccountPanel(context, self._actions.buttons(*names))
        self._panel.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._pane, 1)
        row.addWidget(self._panel)
        self.page.addLayout(row, 1)
        self._header.set_actions([self._search, *self._actions.buttons("account_new")])
        self._model.loaded.connect(self._loaded)

    def title(self) -> str:
        return tr("Accounts")

    def open(self, target: Target | None = None) -> None:
        if self._stale or not self._model.started:
            self.refresh()
        self._to_list()

    def refresh(self) -> None:
        self._stale = False
        self._model.set_fetch(self._fetch())

    def heard(self, change: Change) -> None:
        if change.entity in HEARD:
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        return (("Return", tr("Jobs of the chosen account")),)

    # -- the list --------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        show = self._context.show

        def chip(row: AccountRow) -> object:
            text, kind, icon = state_of(row)
            return ChipCell(text, kind, icon)

        def who(row: AccountRow) -> object:
            return AvatarCell(row.name, ", ".join(map(job_name, row.jobs)))

        def seen(row: AccountRow) -> object:
            where = row.station if row.online_since is not None and row.is_active else ""
            return show.moment(row.last_login_at) if row.last_login_at else "–", where or ""

        return (
            Column("name", tr("Person"), who, "avatar"),
            Column("login", tr("Staff number"), lambda row: row.number, "number", width=108),
            Column("state", tr("State"), chip, "chip", width=150),
            Column("seen", tr("Last sign-in"), seen, "two_line", width=128),
        )

    def _fetch(self) -> "partial[Page[AccountRow]]":
        return partial(self._page, self._typed)

    def _page(self, typed: str, after: Cursor | None, limit: int) -> Page[AccountRow]:
        words = fold(typed).split()
        rows = self._admin.accounts(self._context.actor)
        return Page(tuple(row for row in rows if all(word in _searched(row) for word in words)))

    def _narrow(self, text: str) -> None:
        self._typed = text
        self.refresh()

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _to_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        """Put the mark on what was just saved, as soon as the list has it."""
        if self._wanted is not None and self._table.select(self._wanted):
            self._wanted = None

    def _loaded(self) -> None:
        rows = self._model.rows
        online = sum(row.is_active and row.online_since is not None for row in rows)
        self._header.set_subtitle(
            trn("{n} account", "{n} accounts", len(rows)) + " · " + tr("{n} signed in now", n=online)
        )
        self._choose()
        if self._table.current_row() is None:
            self._table.select_place(0)
        self._chosen(self._table.current_row())

    def _chosen(self, _row: object) -> None:
        row = self._row()
        self._panel.setVisible(row is not None)
        self._actions.refresh()
        if row is not None:
            self._panel.show_account(row, self._why_not())

    def _opened(self, _row: object) -> None:
        self._actions.run("account_jobs")

    def _refused(self, why: str) -> None:
        self.say.emit(why, "warn")

    def _row(self) -> AccountRow | None:
        row = self._table.current_row()
        return row if isinstance(row, AccountRow) else None

    # -- what can be done ------------------------------------------------------------------------------------

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        why, may = self._why_not, access.ACCOUNTS
        return (
            ActionSpec("account_jobs", tr("Change jobs"), self._jobs, may, icon="briefcase", why_not=why),
            ActionSpec("account_reset", tr("Reset password"), self._reset, may, "R", "key", why_not=why),
            ActionSpec("account_sign_out", tr("End their session"), self._sign_out, may, icon="sign-out",
                       why_not=self._no_session),
            ActionSpec("account_disable", tr("Disable or enable"), self._disable, may, "Del", "prohibit",
                       why_not=why),
            ActionSpec("accounts_find", tr("Find an account"), self._find, None, "Ctrl+F", shown=False),
            ActionSpec("account_new", tr("New account"), self._new, may, "Ctrl+N", "plus", primary=True),
        )  # fmt: skip

    def _why_not(self) -> str | None:
        row = self._row()
        if row is None:
            return tr("Choose an account first.")
        if row.account_id == self._context.actor.account_id:
            return tr("Your own account is changed on the server’s own computer.")
        if row.is_admin:
            return tr("An admin’s account is changed on the server’s own computer.")
        return None

    def _no_session(self) -> str | None:
        row = self._row()
        if row is not None and row.online_since is None:
            return self._why_not() or tr("{name} is not signed in anywhere.", name=row.name)
        return self._why_not()

    def _new(self) -> None:
        sheet = NewAccountSheet(self._context, self._admin)
        sheet.saved.connect(self._hand_over)
        sheet.show_over(self._context.window)

    def _hand_over(self, made: CreatedAccount) -> None:
        FirstPasswordSheet(self._context, made).show_over(self._context.window)
        self._wanted = made.account_id
        self._choose()

    def _jobs(self) -> None:
        if (row := self._row()) is not None:
            JobsSheet(self._context, self._admin, row).show_over(self._context.window)

    def _reset(self) -> None:
        row = self._row()
        if row is None:
            return
        sheet = ConfirmSheet(
            tr("Reset the password of {name}?", name=row.name),
            tr(
                "The old password stops working and open desks of {name} are signed out. You get a new first "
                "password to hand over.",
                name=row.name,
            ),
            tr("Reset password"),
        )
        # Made once: asked again after a lost answer it is the same operation and the same password.
        actor, reset, op = self._context.actor, PasswordReset(row.account_id), uuid7()

        def confirmed(_reason: str) -> None:
            self._context.runner.tell(
                lambda: self._admin.reset(actor, reset, op=op),
                owner=self,
                then=lambda changed: self._was_reset(row, changed),
            )

        sheet.confirmed.connect(confirmed)
        sheet.show_over(self._context.window)

    def _was_reset(self, row: AccountRow, changed: Changed[CreatedAccount]) -> None:
        made = changed.record
        self._hand_over(
            CreatedAccount(made.account_id, row.login, row.name, made.first_password, made.pending)
        )

    def _sign_out(self) -> None:
        row = self._row()
        if row is None:
            return
        op, account = uuid7(), row.account_id
        self._ask(
            tr("End the session of {name}?", name=row.name),
            tr(
                "Open desks of {name} lock at once. What waits in their journal stays there and is sent at "
                "the next sign-in.",
                name=row.name,
            ),
            tr("End session"),
            lambda _reason: self._admin.sign_out(self._context.actor, account, op=op),
            tr("{name} was signed out.", name=row.name),
        )

    def _disable(self) -> None:
        row = self._row()
        if row is None:
            return
        op, account = uuid7(), row.account_id
        if not row.is_active:
            self._ask(
                tr("Enable the account of {name}?", name=row.name),
                tr("{name} can sign in again with the old password.", name=row.name),
                tr("Enable"),
                lambda _reason: self._admin.enable(self._context.actor, account, op=op),
                tr("{name} may sign in again.", name=row.name),
            )
            return
        self._ask(
            tr("Disable the account of {name}?", name=row.name),
            tr(
                "Open desks of {name} lock at once. Nothing is deleted; the account can be enabled again.",
                name=row.name,
            ),
            tr("Disable"),
            lambda reason: self._admin.disable(self._context.actor, account, reason, op=op),
            tr("The account of {name} is disabled.", name=row.name),
            reason=True,
        )

    def _ask(
        self,
        title: str,
        text: str,
        confirm: str,
        call: Callable[[str], Changed[AccountDone]],
        said: str,
        *,
        reason: bool = False,
    ) -> None:
        sheet = ConfirmSheet(title, text, confirm, danger=reason, reason_required=reason)

        def confirmed(why: str) -> None:
            self._context.runner.tell(
                lambda: call(why), owner=self, then=lambda changed: self._done(changed, said)
            )

        sheet.confirmed.connect(confirmed)
        sheet.show_over(self._context.window)

    def _done(self, changed: Changed[AccountDone], said: str) -> None:
        if changed.record.pending:
            waiting = tr("Saved at this station. It is done as soon as the server answers again.")
            self.say.emit(waiting, "pending")
        else:
            self.say.emit(said, "ok")


def _key(row: AccountRow) -> object:
    return row.account_id


def _searched(row: AccountRow) -> str:
    return fold(f"{row.name} {row.number} {row.login} {' '.join(map(job_name, row.jobs))}")
