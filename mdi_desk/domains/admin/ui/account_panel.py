"""The chosen account beside the list: who, as what, since when, and what an admin can do to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mdi_desk.domains.admin.records import AccountRow, job_name
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Avatar, Button, Chip, Facts, FlowLayout, Label, SidePanel
from mdi_desk.qt.widgets.painting import ChipKind


def state_of(row: AccountRow, *, where: bool = False) -> tuple[str, ChipKind, str]:
    """The chip of an account: its words, kind and icon; with `where`, also the station it is signed in at."""
    if not row.is_active:
        return tr("Disabled"), "bad", "prohibit"
    if row.online_since is not None:
        here = tr("Signed in")
        return f"{here} · {row.station}" if where and row.station else here, "ok", "desktop"
    if row.must_change:
        return tr("First password"), "warn", "key"
    return tr("Active"), "neutral", ""


class AccountPanel(SidePanel):
    """Facts of one account with `buttons` below; why they are greyed is said above them."""

    def __init__(self, context: Context, buttons: Sequence[Button]) -> None:
        super().__init__(width=316)
        self.setObjectName("account_panel")
        self._context = context
        self._avatar = Avatar("", 48)
        self._name = Label("", "name", wrap=True)
        self._login = Label("", "caption")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._login)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addSpacing(6)
        self._chips = FlowLayout(None)
        self.body.addLayout(self._chips)
        self.body.addSpacing(6)
        self._facts = Facts(names=92)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self._why = Label("", "caption", wrap=True)
        self.foot.addWidget(self._why)
        self._disable = next(one for one in buttons if one.objectName() == "account_disable")
        for button in buttons:
            self.foot.addWidget(button)

    def show_account(self, row: AccountRow, why_not: str | None) -> None:
        """Show `row`; `why_not` is said when nothing can be done to it."""
        show = self._context.show
        self._avatar.set(row.name)
        self._name.setText(row.name)
        self._login.setText(tr("Staff number {number}", number=row.number))
        self._chips.clear()
        text, kind, icon = state_of(row, where=True)
        self._chips.addWidget(Chip(text, kind, icon))
        if row.must_change and row.is_active and kind != "warn":
            self._chips.addWidget(Chip(tr("First password"), "warn", "key"))
        facts = [(tr("Jobs"), ", ".join(map(job_name, row.jobs)))]
        if row.online_since is not None and row.is_active:
            facts.append((tr("Here since"), show.moment(row.online_since)))
        else:
            last = show.moment(row.last_login_at) if row.last_login_at else tr("never")
            facts.append((tr("Last sign-in"), last))
        facts.append((tr("Made on"), show.day(row.created_at)))
        if row.disabled_reason and not row.is_active:
            facts.append((tr("Reason"), row.disabled_reason))
        self._facts.set(facts)
        self._why.setText(why_not or "")
        self._why.setVisible(why_not is not None)
        self._disable.setText(tr("Disable") if row.is_active else tr("Enable"))
        self._disable.setAccessibleName(self._disable.text())
        self._disable.set_kind("risky" if row.is_active else "plain")
        self._disable.set_icon("prohibit" if row.is_active else "check")
        self._disable.updateGeometry()
