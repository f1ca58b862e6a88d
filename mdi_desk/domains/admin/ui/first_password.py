"""The first password of an account: shown once, to copy or to print on a slip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mdi_desk.domains.admin.records import CreatedAccount
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.theme import code_font
from mdi_desk.qt.widgets import Button, Facts, Label, Sheet


class FirstPasswordSheet(Sheet):
    """Hands over staff number and first password. Closing it forgets the password for good."""

    def __init__(self, context: Context, made: CreatedAccount) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        text = tr("Hand this to {name}. It is shown only now; at the first sign-in they choose their own.",
                  name=made.name)  # fmt: skip
        column.addWidget(Label(text, "muted", wrap=True))
        column.addWidget(Facts([(tr("Name"), made.name), (tr("Staff number"), made.login)], names=130))
        column.addWidget(Label(tr("First password"), "field"))
        self.password = Label(made.first_password)
        self.password.setObjectName("first_password")
        self.password.setFont(code_font(22))
        self.password.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(self.password)
        super().__init__(content, title=tr("First password"), width=480)
        self._context, self._made = context, made
        self._dialog: QPrintDialog | None = None
        self.add_button(Button(tr("Copy"), icon="copy", run=self._copy))
        self.add_button(Button(tr("Print slip"), icon="printer", run=self._print))
        done = Button(tr("Handed over"), "primary", run=self.close_sheet)
        done.setObjectName("handed_over")
        self.add_button(done)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._made.first_password)
        self._context.toasts.say(tr("Copied. Clear the clipboard after use."), "neutral")

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._dialog = QPrintDialog(printer, self)
        self._dialog.accepted.connect(lambda: self._slip(printer))
        self._dialog.open()

    def _slip(self, printer: QPrinter) -> None:
        lines = (
            self._context.institute.name,
            tr("Name: {name}", name=self._made.name),
            tr("Staff number: {login}", login=self._made.login),
            tr("First password: {password}", password=self._made.first_password),
            tr("You choose your own password at the first sign-in."),
        )
        page = QTextDocument()
        page.setPlainText("\n\n".join(lines))
        page.print_(printer)
