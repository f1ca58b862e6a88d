"""The sheets that make an account and change its jobs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import AccountDone, AccountRow, CreatedAccount, NewAccount, jobs
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.widgets import Banner, Button, Label, Sheet

ALONE = frozenset({"partner", "partner_owner"})


class JobBoxes(QWidget):
    """A tick for each job an admin may give. Signal: ``changed()``."""

    changed = Signal()

    def __init__(self, ticked: tuple[str, ...] = ()) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(Label(f"{tr('Jobs')} *", "field"))
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        column.addLayout(grid)
        choices = jobs()
        rows = (len(choices) + 1) // 2
        for place, (value, label) in enumerate(choices):
            box = QCheckBox(label)
            box.setObjectName(f"job_{value}")
            box.setChecked(value in ticked)
            box.toggled.connect(self.changed)
            self._boxes[str(value)] = box
            grid.addWidget(box, place % rows, place // rows)
        column.addWidget(Label(tr("Admins are made on the server’s own computer."), "caption", wrap=True))
        self._error = Label("", "error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)

    def ticked(self) -> tuple[str, ...]:
        """The jobs chosen, in the list's order."""
        return tuple(job for job, box in self._boxes.items() if box.isChecked())

    def trouble(self) -> str | None:
        """What is wrong with the choice, shown under it too; None when it will do."""
        chosen = frozenset(self.ticked())
        wrong = None
        if not chosen:
            wrong = tr("Tick at least one job.")
        elif chosen & ALONE and not chosen <= ALONE:
            wrong = tr("A partner’s account can’t have jobs of the institute as well.")
        self._error.setText(wrong or "")
        self._error.setVisible(wrong is not None)
        return wrong


def _spec() -> FormSpec:
    return FormSpec(
        (
            FieldSpec("given_name", "text", tr("Given name"), required=True),
            FieldSpec("family_name", "text", tr("Family name")),
            FieldSpec("email", "email", tr("E-mail"),
                      hint=tr("May stay empty: the first password is handed over here.")),
            FieldSpec("phone", "phone", tr("Phone")),
        )
    )  # fmt: skip


class NewAccountSheet(FormSheet):
    """Name, contact and jobs of a new account. Signal: ``saved(CreatedAccount)``."""

    def __init__(self, context: Context, admin: AdminService) -> None:
        super().__init__(
            context,
            _spec(),
            title=tr("New account"),
            save=tr("Create account"),
            name="account_create",
            width=560,
        )
        self.setObjectName("account_form")
        self._admin = admin
        # Made once: pressing the button again after a lost answer is the same account, person and password.
        self._draft = NewAccount(uuid7(), ())
        self.boxes = JobBoxes(("frontdesk",))
        self.insert(-1, self.boxes)
        self.begin({})

    def _submit(self, values: Mapping[str, object]) -> None:
        if self.boxes.trouble() is None:
            super()._submit(values)

    def edit_for(self, values: Mapping[str, Any]) -> NewAccount:
        return replace(self._draft, jobs=self.boxes.ticked(), **values)

    def call_for(self, edit: NewAccount, op: UUID) -> Callable[[], Changed[CreatedAccount]]:
        return lambda: self._admin.create(self.context.actor, edit, op=op)


class JobsSheet(Sheet):
    """The jobs of one account."""

    def __init__(self, context: Context, admin: AdminService, row: AccountRow) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.banner = Banner(closable=False)
        # The presenter looks for the nearest banner above where an error happened.
        content.banner = self.banner  # type: ignore[attr-defined]
        column.addWidget(self.banner)
        note = tr(
            "They count at once, also at desks where {name} is signed in; new views open there after the "
            "next sign-in.",
            name=row.name,
        )
        column.addWidget(Label(note, "muted", wrap=True))
        self.boxes = JobBoxes(row.jobs)
        column.addWidget(self.boxes)
        super().__init__(content, title=row.name, width=440)
        self._context, self._admin, self._row, self._op = context, admin, row, uuid7()
        self.add_button(Button(tr("Cancel"), run=self.close_sheet))
        self._save = Button(tr("Save jobs"), "primary", run=self._submit)
        self._save.setObjectName("jobs_save")
        self.add_button(self._save)

    def _submit(self) -> None:
        if self.boxes.trouble() is not None:
            return
        chosen = self.boxes.ticked()
        self._save.set_why_not(tr("Just a moment."))
        self._context.runner.tell(
            lambda: self._admin.set_jobs(self._context.actor, self._row.account_id, chosen, op=self._op),
            owner=self,
            then=self._saved,
            failed=self._failed,
        )

    def _saved(self, changed: Changed[AccountDone]) -> None:
        self.close_sheet()
        if changed.record.pending:
            said = tr("Saved at this station. It is done as soon as the server answers again.")
            self._context.toasts.say(said, "pending")
            return
        self._context.toasts.say(tr("The jobs of {name} are changed.", name=self._row.name), "ok")

    def _failed(self, error: Exception) -> None:
        self._save.set_why_not(None)
        self._context.fail(error, owner=self.content)
