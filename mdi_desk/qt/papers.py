"""Papers leave the desk: saved where the person says, shown in the system's reader, sent to a printer.

Making one takes time and reads the server: all of it runs in the runner's pool.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from mdi_desk.kernel.errors import UserError
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context

Make = Callable[[], bytes]
SPOOL_SECONDS = 30


class Papers(QObject):
    """Saves, opens and prints PDFs of one window. `name` is the file's name without its ending."""

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def save(self, make: Make, name: str) -> None:
        """Ask where to, then make the PDF there."""
        dialog = QFileDialog(self._owner.window(), tr("Save the PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PDF ({kinds})", kinds="*.pdf"))
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(documents)
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda path: self.save_to(make, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, make: Make, path: Path) -> None:
        """Make the PDF at `path`; a file there is replaced only by a whole one."""

        def write() -> Path:
            return _write(make(), path)

        self._context.runner.tell(write, owner=self, then=self._saved, failed=self._failed)

    def _saved(self, path: Path) -> None:
        self._context.toasts.say(
            tr("Saved as {name}", name=path.name),
            "ok",
            action=tr("Open"),
            run=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def open(self, make: Make, name: str) -> None:
        """Make the PDF in a private folder that goes with the program, and show it in the system's reader."""

        def write() -> Path:
            return _write(make(), _private() / f"{name}.pdf")

        def show(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._context.toasts.say(tr("No program for PDF files was found. Save it instead."), "warn")

        self._context.runner.tell(write, owner=self, then=show, failed=self._failed)

    def print(self, make: Make, name: str) -> None:
        """Ask for the printer in the system's dialog, then send the PDF there as it is."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self._context.toasts.say(
                tr("This computer has no printer. Save the PDF, or add a printer in the system's settings."),
                "warn",
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._owner.window())
        dialog.setWindowTitle(tr("Print"))

        def chosen() -> None:
            if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
                self.save_to(make, Path(printer.outputFileName()))
                return
            where, copies = printer.printerName(), printer.copyCount()
            self._context.runner.tell(
                lambda: _spool(_write(make(), _private() / f"{name}.pdf"), where, copies),
                owner=self,
                then=lambda _: self._context.toasts.say(tr("Sent to {printer}.", printer=where), "ok"),
                failed=self._failed,
            )

        dialog.accepted.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            why = error.strerror or ""
            self._context.fail(UserError(tr("The file could not be written: {why}", why=why)))
        else:
            self._context.fail(error, owner=self._owner)


def _write(data: bytes, path: Path) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        part.write(data)
    os.replace(part.name, path)
    return path


_folders: list[Path] = []


def _private() -> Path:
    """A folder that only this person can read and that is removed when the program ends."""
    if not _folders:
        _folders.append(Path(tempfile.mkdtemp(prefix="mdi-desk-")))
        atexit.register(shutil.rmtree, _folders[0], ignore_errors=True)
    return _folders[0]


def _spool(path: Path, printer: str, copies: int) -> None:
    """Hand the PDF to the system's printing as it is: nothing is drawn anew. Raises UserError."""
    if sys.platform == "win32":
        os.startfile(path, "printto", f'"{printer}"')
        return
    program = shutil.which("lp")
    if program is None:
        raise UserError(tr("The system's printing was not found. Save the PDF and print it from there."))
    done = subprocess.run(
        [program, "-d", printer, "-n", str(copies), "--", str(path)],
        capture_output=True,
        text=True,
        timeout=SPOOL_SECONDS,
        check=False,
    )
    if done.returncode:
        raise UserError(tr("The printer did not take it: {why}", why=done.stderr.strip()[:200]))
