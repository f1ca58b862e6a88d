"""The first password of an account: shown once, to copy or to print on a slip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import CreatedAccount
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.theme import code_font
from mdi_desk.qt.widgets import Banner, Button, Card, Facts, Label, Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


class FirstPasswordSheet(Sheet):
    """Hands over staff number and first password. Closing it forgets the password for good."""

    def __init__(self, context: Context, made: CreatedAccount) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        text = tr(
            "Hand this to {name}. It is shown only now; at the first sign-in they choose their own.",
            name=made.name,
        )
        column.addWidget(Label(text, "muted", wrap=True))
        if made.pending:
            waiting = tr("The server has not confirmed it yet. The staff number then stands in the list.")
            column.addWidget(Banner(waiting, "pending", closable=False))
        column.addWidget(Facts([(tr("Name"), made.name), (tr("Staff number"), made.number)], names=130))
        card = Card(padding=16, spacing=4)
        card.setFrameShape(QFrame.Shape.NoFrame)
        card.body.addWidget(Label(tr("First password"), "caption"))
        self.password = Label(made.first_password)
        self.password.setObjectName("first_password")
        self.password.setFont(code_font(24))
        self.password.setAccessibleName(tr("First password"))
        self.password.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        line = QHBoxLayout()
        line.addWidget(self.password, 1)
        copy = Button(tr("Copy"), icon="copy", size="small", run=self._copy)
        copy.setObjectName("password_copy")
        line.addWidget(copy)
        card.body.addLayout(line)
        column.addWidget(card)
        super().__init__(content, title=tr("First password"), width=500, closable=False)
        self.setObjectName("first_password_sheet")
        self._context, self._made = context, made
        self._dialog: QPrintDialog | None = None
        slip = Button(tr("Print slip"), icon="printer", run=self._print)
        slip.setObjectName("password_print")
        self.add_button(slip)
        self._done_button = Button(tr("Handed over"), "primary", run=self.close_sheet)
        self._done_button.setObjectName("handed_over")
        self.add_button(self._done_button)

    def _focus_first(self) -> None:
        self._done_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._made.first_password)
        self._context.toasts.say(tr("Copied. Clear the clipboard after use."), "neutral")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._dialog = QPrintDialog(printer, self)
        self._dialog.accepted.connect(lambda: self.print_slip(printer))
        # QPrintDialog has an open() of its own, with a receiver; this is every dialog's.
        QDialog.open(self._dialog)

    def print_slip(self, printer: "QPrinter") -> None:
        """Print staff number and password on `printer`."""
        made = self._made
        lines = [
            self._context.institute.name,
            tr("Name: {name}", name=made.name),
            *([tr("Staff number: {login}", login=made.number)] if made.login else []),
            tr("First password: {password}", password=made.first_password),
            tr("You choose your own password at the first sign-in."),
        ]
        page = QTextDocument()
        page.setPlainText("\n\n".join(lines))
        page.print_(printer)
