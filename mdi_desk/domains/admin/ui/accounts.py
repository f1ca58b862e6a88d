"""Accounts: who may sign in, with which jobs; new, reset, sign out, disable. All by functions of the database."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from mdi_desk.domains.admin import access
from mdi_desk.domains.admin.records import AccountDone, AccountRow, CreatedAccount, job_name
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.admin.ui.account_form import JobsSheet, NewAccountSheet
from mdi_desk.domains.admin.ui.first_password import FirstPasswordSheet
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.paging import Page
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.cells import AvatarCell, ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, ConfirmSheet, EmptyState, PageHeader, SearchField

HEARD = frozenset({"admin.account", "admin.desk_session", "*"})


class AccountsView(View):
    """The list of accounts and what an admin can do to each."""

    key = "accounts"
    help_page = "accounts"

    def __init__(self, context: Context, admin: AdminService) -> None:
        super().__init__()
        self._context, self._admin = context, admin
        self._rows: tuple[AccountRow, ...] = ()
        self._typed = ""
        self._search = SearchField(tr("Find an account"), "Ctrl+F")
        self._search.setObjectName("accounts_search")
        self._search.setFixedWidth(220)
        self._search.searched.connect(self._narrow)
        self._search.left_down.connect(self._to_list)
        self._header = PageHeader(tr("Accounts"), "", "")
        self.page.addWidget(self._header)
        self._model = KeysetTableModel(self._columns(), context.runner, self._page, _key, self)
        self._table = Table(self._model, name=tr("Accounts"))
        self._table.setObjectName("accounts_table")
        self._table.chosen.connect(self._chosen)
        self._table.opened.connect(self._opened)
        new = Button(tr("New account"), "primary", "plus", run=self._new)
        self._pane = ListPane(
            self._table,
            empty=EmptyState("identification-badge", tr("No account matches"), tr("Type fewer letters."), new),
            keys=[("Return", tr("jobs")), ("R", tr("reset password")), ("O", tr("sign out")), ("D", tr("disable or enable"))],
        )  # fmt: skip
        self._table.set_letters("ROD")
        self._table.key_pressed.connect(self._letter)
        self.page.addWidget(self._pane, 1)
        self._set = ActionSet(self, context.actor, self.actions())
        self._set.refused.connect(self._refused)
        self._header.set_actions([self._search, *self._set.buttons()])
        self._model.filled.connect(self._counted)

    def title(self) -> str:
        return tr("Accounts")

    def open(self, target: Target | None = None) -> None:
        if not self._rows:
            self.refresh()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._model.load()

    def heard(self, change: Change) -> None:
        if change.entity in HEARD:
            self.refresh()

    # -- the list ------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        show = self._context.show
        return (
            Column("name", tr("Person"), lambda row: AvatarCell(row.name), "avatar", stretch=3),
            Column("login", tr("Staff number"), lambda row: row.login, "code", width=112),
            Column("jobs", tr("Jobs"), lambda row: ", ".join(job_name(job) for job in row.jobs), "text", stretch=3),
            Column("state", tr("State"), self._state, "chip", width=170),
            Column(
                "seen", tr("Last sign-in"),
                lambda row: show.moment(row.last_login_at) if row.last_login_at else "–", "number", width=130,
            ),
        )  # fmt: skip

    @staticmethod
    def _state(row: AccountRow) -> ChipCell:
        if not row.is_active:
            return ChipCell(tr("Disabled"), "bad", "prohibit")
        if row.online_since is not None:
            return ChipCell(row.station or tr("Signed in"), "ok", "desktop")
        if row.must_change:
            return ChipCell(tr("First password"), "warn", "key")
        return ChipCell(tr("Active"), "neutral")

    def _page(self, after: object, limit: int) -> Page[AccountRow]:
        self._rows = self._admin.accounts(self._context.actor)
        typed = fold(self._typed).split()
        rows = tuple(
            row
            for row in self._rows
            if all(
                part in fold(f"{row.name} {row.login} {' '.join(map(job_name, row.jobs))}") for part in typed
            )
        )
        return Page(rows)

    def _narrow(self, text: str) -> None:
        self._typed = text
        self.refresh()

    def _to_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self) -> None:
        online = sum(row.online_since is not None for row in self._rows)
        self._header.set_subtitle(
            trn("{n} account", "{n} accounts", len(self._rows)) + " · " + tr("{n} signed in now", n=online)
        )
        self._chosen(self._table.current_row())

    def _chosen(self, _row: object) -> None:
        self._set.refresh()

    def _opened(self, _row: object) -> None:
        self._set.run("account_jobs")

    def _letter(self, letter: str) -> None:
        self._set.run({"R": "account_reset", "O": "account_sign_out", "D": "account_disable"}[letter])

    def _refused(self, why: str) -> None:
        self.say.emit(why, "warn")

    def _row(self) -> AccountRow | None:
        row = self._table.current_row()
        return row if isinstance(row, AccountRow) else None

    # -- what can be done ----------------------------------------------------------------------------

    def actions(self) -> tuple[ActionSpec, ...]:
        why = self._why_not
        return (
            ActionSpec("account_jobs", tr("Jobs"), self._jobs, access.ACCOUNTS, icon="briefcase", why_not=why),
            ActionSpec("account_reset", tr("Reset password"), self._reset, access.ACCOUNTS, icon="key", why_not=why),
            ActionSpec("account_sign_out", tr("Sign out"), self._sign_out, access.ACCOUNTS, icon="sign-out", why_not=why),
            ActionSpec("account_disable", tr("Disable"), self._disable, access.ACCOUNTS, icon="prohibit", why_not=why),
            ActionSpec(
                "account_new", tr("New account"), self._new, access.ACCOUNTS, "Ctrl+N", "plus", primary=True
            ),
        )  # fmt: skip

    def _why_not(self) -> str | None:
        row = self._row()
        if row is None:
            return tr("Choose an account first.")
        if row.account_id == self._context.actor.account_id:
            return tr("Your own account is changed by another admin.")
        if row.is_admin:
            return tr("An admin’s account is changed on the server’s own computer.")
        return None

    def _new(self) -> None:
        sheet = NewAccountSheet(self._context, self._admin)
        sheet.created.connect(self._created)
        sheet.show_over(self._context.window)

    def _created(self, made: CreatedAccount) -> None:
        FirstPasswordSheet(self._context, made).show_over(self._context.window)

    def _jobs(self) -> None:
        if (row := self._row()) is not None:
            JobsSheet(self._context, self._admin, row).show_over(self._context.window)

    def _reset(self) -> None:
        row = self._row()
        if row is None:
            return
        sheet = ConfirmSheet(
            tr("Reset the password of {name}?", name=row.name),
            tr("The old password stops working and open desks of {name} are signed out. You get a new first password "
               "to hand over.", name=row.name),
            tr("Reset password"),
        )  # fmt: skip
        op, account = uuid7(), row.account_id

        def confirmed(_reason: str) -> None:
            self._context.runner.tell(
                lambda: self._admin.reset(self._context.actor, account, op=op),
                owner=self,
                then=self._was_reset,
            )

        sheet.confirmed.connect(confirmed)
        sheet.show_over(self._context.window)

    def _was_reset(self, changed: Changed[CreatedAccount]) -> None:
        self._created(changed.record)

    def _sign_out(self) -> None:
        row = self._row()
        if row is None:
            return
        op, account = uuid7(), row.account_id
        self._ask(
            tr("Sign {name} out everywhere?", name=row.name),
            tr("Open desks of {name} lock at once. What waits in their journal stays there and is sent at the next sign-in.",
               name=row.name),
            tr("Sign out"),
            lambda _reason: self._admin.sign_out(self._context.actor, account, op=op),
            tr("{name} was signed out.", name=row.name),
        )  # fmt: skip

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
            tr("Open desks of {name} lock within two seconds and can read nothing more. Nothing is deleted.", name=row.name),
            tr("Disable"),
            lambda reason: self._admin.disable(self._context.actor, account, reason, op=op),
            tr("The account of {name} is disabled.", name=row.name),
            reason=True,
        )  # fmt: skip

    def _ask(
        self, title: str, text: str, confirm: str, call: Callable[[str], Changed[AccountDone]], said: str, *,
        reason: bool = False,
    ) -> None:  # fmt: skip
        sheet = ConfirmSheet(title, text, confirm, danger=reason, reason_required=reason)

        def confirmed(why: str) -> None:
            self._context.runner.tell(lambda: call(why), owner=self, then=lambda _changed: self._done(said))

        sheet.confirmed.connect(confirmed)
        sheet.show_over(self._context.window)

    def _done(self, said: str) -> None:
        self.say.emit(said, "ok")
        self.refresh()


def _key(row: AccountRow) -> object:
    return row.account_id
