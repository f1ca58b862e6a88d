"""Papers leave the desk: whole files only, and the printer gets the PDF as it is."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.errors import UserError
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt import papers
from mdi_desk.qt.context import Context, Institute, Shown
from mdi_desk.qt.papers import Papers
from mdi_desk.qt.runner import InlineRunner
from mdi_desk.qt.widgets import Toasts
from tests.support.services import ZONE

PDF = b"%PDF-1.7 a page"


class Desk:
    """A context around a window. `errors`: what was handed to the presenter."""

    def __init__(self, window: QWidget) -> None:
        self.errors: list[Exception] = []
        self.toasts = Toasts(window)
        nobody: UUID = uuid7()
        self.context = Context(
            runner=InlineRunner(window),
            fail=self._fail,
            toasts=self.toasts,
            actor=Actor(nobody, nobody, "u_1", "Ada", frozenset(), "Desk"),
            institute=Institute("House", ZONE),
            station="Desk",
            online=lambda: True,
            show=Shown(ZONE),
            window=window,
        )

    def _fail(self, error: Exception, *, owner: object = None, retry: object = None) -> None:
        self.errors.append(error)


@pytest.fixture
def desk(window: QWidget, qtbot: QtBot) -> Desk:
    return Desk(window)


def test_a_file_is_replaced_only_by_a_whole_one(desk: Desk, window: QWidget, tmp_path: Path) -> None:
    out = tmp_path / "ticket.pdf"
    out.write_bytes(b"the old one")
    made = Papers(desk.context, window)

    def breaks() -> bytes:
        raise UserError("no ticket")

    made.save_to(breaks, out)
    assert out.read_bytes() == b"the old one"
    assert [str(error) for error in desk.errors] == ["no ticket"]
    made.save_to(lambda: PDF, out)
    assert out.read_bytes() == PDF
    assert list(tmp_path.iterdir()) == [out]
    assert desk.toasts.texts() == ["Saved as ticket.pdf"]
    desk.toasts.clear()


def test_what_is_only_looked_at_lies_in_a_private_folder() -> None:
    folder = papers._private()
    assert folder.stat().st_mode & 0o077 == 0
    assert papers._private() == folder


def test_the_printer_gets_the_pdf_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    lp = tmp_path / "lp"
    lp.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{told}"\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(papers.sys, "platform", "linux")
    pdf = tmp_path / "-a b.pdf"
    pdf.write_bytes(PDF)
    papers._spool(pdf, "Front desk", 2)
    assert told.read_text() == f"-d|Front desk|-n|2|--|{pdf}|"


def test_a_printer_that_refuses_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp = tmp_path / "lp"
    lp.write_text("#!/bin/sh\necho 'lp: no such printer' >&2\nexit 1\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(papers.sys, "platform", "linux")
    with pytest.raises(UserError, match="no such printer"):
        papers._spool(tmp_path / "a.pdf", "X", 1)
    lp.unlink()
    with pytest.raises(UserError, match="was not found"):
        papers._spool(tmp_path / "a.pdf", "X", 1)


def test_without_a_printer_it_says_what_to_do(
    desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    Papers(desk.context, window).print(lambda: PDF, "ticket")
    assert desk.toasts.texts()[0].startswith("This computer has no printer.")
    desk.toasts.clear()
