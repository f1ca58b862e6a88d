"""The signed waiver as a PDF, from the row of the database to the file."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mdi_desk.domains.waivers.records import SigningEvidence, SignWaiver
from mdi_desk.domains.waivers.ui.document import WaiverDocument, waiver_document, waiver_paper
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.errors import Forbidden, NotFound
from mdi_desk.kernel.ids import uuid7
from mdi_desk.qt import theme
from mdi_desk.qt.context import Institute
from tests.kernel.ink_samples import signature
from tests.support.database import Database, elsewhere
from tests.support.papers import Pdf
from tests.support.services import ZONE, Bench, add_seal_key, add_waiver, sit_down
from tests.support.stage import make_stage
from tests.support.tidy import tidy

HOUSE = Institute("Mountaineer Defense Institute", ZONE, address="1 Range Road", phone="(304) 555-0100")


@pytest.fixture
def clerk(database: Database) -> Bench:
    add_seal_key(database)
    add_waiver(database)
    return sit_down(database, "frontdesk")


@pytest.fixture
def signed(database: Database, clerk: Bench) -> UUID:
    text = elsewhere(lambda: clerk.waivers.current(clerk.actor))
    one = SignWaiver(
        id=uuid7(), op_id=uuid7(), person_id=database.add_person("Lena", "Brandt"), text=text,
        signed_name="Lena Brandt", ink=signature(), signed_at=now(),
        evidence=SigningEvidence(8200, True, "Wacom One", "1280x800 @ 1"),
    )  # fmt: skip
    return elsewhere(lambda: clerk.waivers.sign(clerk.actor, one)).record.signature_id


def test_the_paper_says_what_was_signed_and_how(clerk: Bench, signed: UUID, tmp_path: Path) -> None:
    seen = clerk.waivers.paper(clerk.actor, signed)
    paper = waiver_paper(seen, HOUSE)
    drawn = (paper.device, paper.device_name)
    assert drawn == (signature().device, "Wacom One")
    assert (paper.screen, paper.dwell_ms) == ("1280x800 @ 1", 8200)
    assert (paper.scrolled_to_end, paper.consent_given) == (True, True)
    assert paper.contact == ("1 Range Road", "(304) 555-0100")
    pdf = Pdf(waiver_document(clerk.waivers, clerk.actor, signed, HOUSE), tmp_path)
    text = " ".join(pdf.text(1).split())
    assert "Participation waiver" in text
    assert "First paragraph." in text
    assert "Lena Brandt" in text
    assert paper.ink_sha256[:16] in pdf.text(2).replace("\n", "").replace(" ", "")


def test_who_may_not_see_ink_gets_no_paper(database: Database, clerk: Bench, signed: UUID) -> None:
    auditor = sit_down(database, "auditor")
    with pytest.raises(Forbidden):
        waiver_document(auditor.waivers, auditor.actor, signed, HOUSE)
    with pytest.raises(NotFound):
        waiver_document(clerk.waivers, clerk.actor, uuid7(), HOUSE)


def test_it_is_saved_off_the_gui_thread(
    qapp: QApplication, qtbot: QtBot, clerk: Bench, signed: UUID, tmp_path: Path
) -> None:
    theme.apply(qapp, "light")
    stage = make_stage(clerk)
    qtbot.addWidget(stage.window, before_close_func=tidy)
    stage.window.show()
    document = WaiverDocument(stage.context, clerk.waivers, stage.window)
    document._papers.save_to(lambda: document._make(signed), tmp_path / "waiver.pdf")
    assert (tmp_path / "waiver.pdf").read_bytes().startswith(b"%PDF-")
    assert "Saved as waiver.pdf" in stage.context.toasts.texts()
    document._papers.save_to(lambda: document._make(signed), tmp_path / "nowhere" / "waiver.pdf")
    assert any("could not be written" in text for text in stage.context.toasts.texts())
    assert list(tmp_path.glob("*.part")) == []


def test_the_files_name_holds_no_path() -> None:
    assert WaiverDocument.name("../etc/Ánh O’Neil", None) == "Waiver etcÁnh O’Neil"
