"""The sheets that make an account and change its jobs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import AccountDone, AccountRow, CreatedAccount, NewAccount, jobs
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import FormWidget
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
        column.addWidget(Label(tr("Jobs"), "field"))
        self._boxes: dict[str, QCheckBox] = {}
        for value, label in jobs():
            box = QCheckBox(label)
            box.setObjectName(f"job_{value}")
            box.setChecked(value in ticked)
            box.toggled.connect(self.changed)
            self._boxes[str(value)] = box
            column.addWidget(box)
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
            FieldSpec("email", "email", tr("E-mail")),
            FieldSpec("phone", "phone", tr("Phone")),
        )
    )


class NewAccountSheet(Sheet):
    """Name, contact and jobs of a new account. Signal: ``created(CreatedAccount)``."""

    created = Signal(object)

    def __init__(self, context: Context, admin: AdminService) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.banner = Banner(closable=False)
        content.banner = self.banner  # type: ignore[attr-defined]
        column.addWidget(self.banner)
        self.form = FormWidget(_spec(), columns=2)
        column.addWidget(self.form)
        self.boxes = JobBoxes(("frontdesk",))
        column.addWidget(self.boxes)
        super().__init__(content, title=tr("New account"), width=560)
        self._context, self._admin = context, admin
        # Made once: pressing the button again after a lost answer is the same account, not a second one.
        self._account, self._op = uuid7(), uuid7()
        self.add_button(Button(tr("Cancel"), run=self.close_sheet))
        self._make = Button(tr("Create account"), "primary", run=self._submit)
        self._make.setObjectName("account_create")
        self.add_button(self._make)
        self.form.submitted.connect(self._submit)

    def _submit(self, _values: object = None) -> None:
        if self.boxes.trouble() is not None:
            return
        try:
            values = self.form.values()
        except Invalid as error:
            self.form.errors(error.fields)
            return
        new = NewAccount(
            account_id=self._account,
            jobs=self.boxes.ticked(),
            given_name=str(values["given_name"]),
            family_name=str(values["family_name"] or ""),
            email=str(values["email"] or ""),
            phone=str(values["phone"] or ""),
        )
        self._make.set_why_not(tr("Just a moment."))
        self._context.runner.tell(
            lambda: self._admin.create(self._context.actor, new, op=self._op),
            owner=self,
            then=self._made,
            failed=self._failed,
        )

    def _made(self, changed: Changed[CreatedAccount]) -> None:
        self.close_sheet()
        self.created.emit(changed.record)

    def _failed(self, error: Exception) -> None:
        self._make.set_why_not(None)
        self._context.fail(error, owner=self.content)


class JobsSheet(Sheet):
    """The jobs of one account."""

    def __init__(self, context: Context, admin: AdminService, row: AccountRow) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.banner = Banner(closable=False)
        content.banner = self.banner  # type: ignore[attr-defined]
        column.addWidget(self.banner)
        note = tr(
            "The new jobs count at once: open desks of {name} are asked to sign in again.", name=row.name
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

    def _saved(self, _changed: Changed[AccountDone]) -> None:
        self.close_sheet()
        self._context.toasts.say(tr("The jobs of {name} are changed.", name=self._row.name), "ok")

    def _failed(self, error: Exception) -> None:
        self._save.set_why_not(None)
        self._context.fail(error, owner=self.content)
