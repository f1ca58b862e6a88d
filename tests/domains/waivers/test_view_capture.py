"""Signing at the desk: reading, consent, pen, guardian, mark, refusals; against a real database."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mdi_desk.domains.waivers.records import SignedWaiver, WaiverText
from mdi_desk.domains.waivers.ui.capture import Signer, WaiverCapture
from mdi_desk.kernel.ink import Ink
from mdi_desk.kernel.seal import KeyPair, aad, unseal
from mdi_desk.qt import theme
from mdi_desk.qt.widgets import Button
from tests.kernel.ink_samples import signature
from tests.support.database import Database
from tests.support.services import Bench, add_seal_key, add_waiver, sit_down
from tests.support.stage import Stage, make_stage
from tests.support.tidy import tidy

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def keys(database: Database) -> KeyPair:
    return add_seal_key(database)


@pytest.fixture
def template(database: Database, keys: KeyPair) -> UUID:
    return add_waiver(database)


@pytest.fixture
def clerk(database: Database, template: UUID) -> Bench:
    return sit_down(database, "frontdesk")


class Signing:
    """A capture on a stage, and hands to sign in it. `told`: what `signed` carried."""

    def __init__(
        self,
        bench: Bench,
        qtbot: QtBot,
        signer: Signer,
        template: UUID,
        texts: dict[tuple[UUID, str], WaiverText] | None = None,
    ) -> None:
        self.stage: Stage = make_stage(bench)
        qtbot.addWidget(self.stage.window, before_close_func=tidy)
        self.stage.window.show()
        self.stage.window.activateWindow()
        self.capture = WaiverCapture(self.stage.context, bench.waivers, bench.people, signer, template, texts)
        self.told: list[SignedWaiver] = []
        self.ends = 0
        self.capture.signed.connect(self.told.append)
        self.capture.closed.connect(self._ended)
        self.capture.show_over(self.stage.window)
        self._qtbot = qtbot
        self.settle()

    def _ended(self) -> None:
        self.ends += 1

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.capture.reader._settled.isActive())
        self.stage.settle()

    def read(self) -> None:
        bar = self.capture.reader.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.settle()

    def consent(self) -> None:
        self.capture.consent.box.setFocus()
        self.stage.key("Space")

    def pen(self, ink: Ink | None = None) -> None:
        """Draw with the mouse what `ink` drew with a pen."""
        pad = self.capture.pad
        clock = 1000
        for stroke in (ink or signature()).strokes:
            for number, one in enumerate(stroke):
                at = QPointF(one.x * pad.width() / 373, one.y * pad.height() / 300)
                first, last = number == 0, number == len(stroke) - 1
                kind = (
                    QEvent.Type.MouseButtonPress
                    if first
                    else QEvent.Type.MouseButtonRelease
                    if last
                    else QEvent.Type.MouseMove
                )
                event = QMouseEvent(
                    kind, at, pad.mapToGlobal(at), LEFT if first or last else NONE, NONE if last else LEFT,
                    Qt.KeyboardModifier.NoModifier,
                )  # fmt: skip
                event.setTimestamp(clock + int(one.t_ms))
                QCoreApplication.sendEvent(pad, event)
            clock += 10
        self.stage.settle()

    def ready(self) -> None:
        self.read()
        self.consent()
        self.pen()

    def button(self, name: str) -> Button:
        return self.stage.find(Button, name)


def adult(database: Database, **more: Any) -> Signer:
    return Signer(database.add_person("Lena", "Brandt"), "Lena Brandt", False, **more)


def test_reading_consent_and_ink_in_this_order(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID, keys: KeyPair
) -> None:
    signer = adult(database)
    one = Signing(clerk, qtbot, signer, template)
    # A text that fits the screen counts as read.
    assert one.capture.reader.read
    assert one.capture.why_not() == "Tick the consent to sign on this screen."
    assert not one.button("sign_finish").isEnabled()
    one.consent()
    assert one.capture.why_not() == "Sign in the box."
    one.pen()
    assert one.capture.why_not() == ""
    one.stage.press("sign_finish")
    assert (len(one.told), one.ends) == (1, 1)
    assert (one.told[0].state, one.told[0].pending) == ("valid", False)
    row = (
        database.owner()
        .execute(
            "SELECT signed_name, signer_kind, ink_sealed, ink_sha256, ink_samples, id, evidence->'desk'"
            " FROM waivers.signature"
        )
        .fetchone()
    )
    assert row is not None
    name, kind, sealed, digest, samples, identity, seen = row
    assert (name, kind) == ("Lena Brandt", "self")
    assert seen["scrolled_to_end"] is True
    assert seen["consent_given"] is True
    assert seen["dwell_ms"] >= 0
    # What was drawn is what is sealed: no desk can read it, the institute's key can.
    box = unseal(keys.private, bytes(sealed), aad("waivers.signature", "ink_sealed", identity, 1))
    kept = Ink.unpack(box)
    assert kept.sample_count == samples == signature().sample_count
    assert kept.digest().hex() == digest


def test_a_long_text_must_be_scrolled_to_its_end(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    database.run("ALTER TABLE waivers.template_text DISABLE TRIGGER USER")
    database.run("UPDATE waivers.template_text SET body = repeat(body || E'\\n\\n', 40)")
    one = Signing(clerk, qtbot, adult(database), template)
    assert not one.capture.reader.read
    assert not one.capture.consent.box.isEnabled()
    assert one.capture.why_not() == "Read the text to its end first."
    assert one.capture.reader.area.hasFocus()
    one.stage.key("PgDown")
    one.settle()
    assert not one.capture.reader.read
    one.stage.key("End")
    QTest.keyClick(one.capture.reader.area, Qt.Key.Key_End)
    one.read()
    assert one.capture.reader.read
    assert one.capture.consent.box.isEnabled()
    # The last line is whole, and below nothing is hidden.
    words, area = one.capture.reader._words, one.capture.reader.area
    assert words.height() >= words._document.size().height()
    bottom = words.mapTo(area.viewport(), words.rect().bottomLeft()).y()
    assert bottom <= area.viewport().height()
    # Another language is another text: it is read and consented to anew.
    one.consent()
    one.stage.press("language_fr")
    one.settle()
    assert one.capture._title.text() == "Décharge de participation"
    assert not one.capture.reader.read
    assert not one.capture.consent.given()


@pytest.mark.parametrize("widths", [(1280, 1000, 1280), (1000, 1600, 1100), (900, 1400, 900)])
def test_it_counts_as_read_only_with_the_last_line_on_the_screen(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID, widths: tuple[int, ...]
) -> None:
    database.run("ALTER TABLE waivers.template_text DISABLE TRIGGER USER")
    database.run(
        "UPDATE waivers.template_text SET body = repeat('I agree for every range and every day. ', 90)"
        " || 'I understand that I give up important rights by signing.'"
    )
    one = Signing(clerk, qtbot, adult(database), template)
    reader = one.capture.reader
    words, port, bar = reader._words, reader.area.viewport(), reader.area.verticalScrollBar()
    assert one.capture._hint.text().startswith("↓")
    for width in widths:
        bar.setValue(0)  # narrow text is long: half of it would be the end of the wide one
        one.stage.window.resize(width, 700)
        one.settle()
        bar.setValue(bar.maximum() // 2)
        one.settle()
        assert not reader.end_is_seen()
        last = words.last_line()
        assert last.bottom() <= words.height(), "no line is cut by its own widget"
    assert not reader.read
    assert one.capture.why_not() == "Read the text to its end first."
    bar.setValue(bar.maximum())
    one.settle()
    assert reader.read
    bottom = words.mapTo(port, words.last_line().bottomLeft().toPoint()).y()
    assert bottom <= port.height()
    assert one.capture._hint.text() == "✓  Read to the end"
    # A bar that stands at its end is no proof: without the last line in sight it is not read.
    reader.show_text(one.capture._text)
    words.move(words.x(), port.height())
    reader._look()
    assert not reader.read


def test_the_signers_own_language_comes_first(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    one = Signing(clerk, qtbot, adult(database, locale="fr-SN"), template)
    assert one.capture._title.text() == "Décharge de participation"
    one.ready()
    one.stage.press("sign_finish")
    assert database.value("SELECT locale FROM waivers.signature") == "fr"


def test_a_scribble_is_explained_and_can_be_mended(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    one = Signing(clerk, qtbot, adult(database), template)
    one.read()
    one.consent()
    flat = signature()
    short = Ink((flat.strokes[0][:6],), flat.width, flat.height, "mouse")
    one.pen(short)
    one.stage.press("sign_finish")
    assert one.told == []
    assert one.capture.banner.isVisible()
    assert one.capture.banner.text()
    one.stage.press("undo_stroke")
    assert one.capture.pad.is_empty()
    one.pen()
    one.stage.press("sign_finish")
    assert len(one.told) == 1


def test_a_mark_needs_its_witness(database: Database, qtbot: QtBot, clerk: Bench, template: UUID) -> None:
    one = Signing(clerk, qtbot, adult(database), template)
    one.read()
    one.consent()
    one.capture.by_mark.setChecked(True)
    one.stage.settle()
    flat = signature()
    one.pen(Ink((flat.strokes[0][:6],), flat.width, flat.height, "mouse"))
    assert one.capture.why_not() == "Type the name of the witness."
    one.stage.find(QLineEdit, "mark_witness").setFocus()
    one.stage.type("Ruth Okafor")
    one.stage.press("sign_finish")
    assert len(one.told) == 1
    found = database.owner().execute("SELECT by_mark, mark_witness FROM waivers.signature").fetchone()
    assert found == (True, "Ruth Okafor")


def test_a_guardian_on_file_signs_for_a_minor(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    minor, parent = (
        database.add_person("Mina", "Minor", age=15),
        database.add_person("Greta", "Grown", age=44),
    )
    signer = Signer(minor, "Mina Minor", True, guardians=((parent, "Greta Grown", "parent"),))
    one = Signing(clerk, qtbot, signer, template)
    assert one.capture._who.text() == "Greta Grown"
    one.ready()
    one.stage.press("sign_finish")
    found = (
        database.owner()
        .execute("SELECT signed_name, signer_kind, guardian_id, relationship FROM waivers.signature")
        .fetchone()
    )
    assert found == ("Greta Grown", "guardian", parent, "parent")


def test_a_guardian_is_found_by_name_and_must_be_an_adult(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    minor = database.add_person("Mina", "Minor", age=15)
    database.add_person("Young", "Brother", age=16)
    aunt = database.add_person("Tante", "Helga", age=50)
    one = Signing(clerk, qtbot, Signer(minor, "Mina Minor", True), template)
    one.ready()
    assert one.capture.why_not() == "Choose the guardian who signs."
    assert one.capture.chooser is not None
    one.capture.chooser.picker.field.setFocus()
    one.stage.type("young")
    one.stage.key("Return")
    assert one.capture.guardian() is None
    assert "must be an adult" in one.capture.chooser._trouble.text()
    one.capture.chooser.picker.field.clear()
    one.stage.type("helga")
    one.stage.key("Return")
    assert one.capture.why_not() == "Choose what the guardian is to the minor."
    box = one.capture.chooser.relationship
    box.setCurrentIndex(box.findData("other"))
    assert one.capture.why_not() == ""
    one.stage.press("sign_finish")
    assert database.value("SELECT guardian_id FROM people.guardianship WHERE person_id = %s", minor) == aunt


def test_a_new_version_is_read_and_signed_anew(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    one = Signing(clerk, qtbot, adult(database), template)
    add_waiver(database, template, version="2026-11")
    one.ready()
    one.stage.press("sign_finish")
    assert one.told == []
    assert "changed meanwhile" in one.capture.banner.text()
    assert one.capture.pad.is_empty()
    assert one.capture._text is not None
    assert one.capture._text.version == "2026-11"
    one.settle()
    one.ready()
    one.stage.press("sign_finish")
    assert database.value("SELECT waiver_version FROM waivers.signature") == "2026-11"


def test_a_refusal_keeps_the_ink(database: Database, qtbot: QtBot, clerk: Bench, template: UUID) -> None:
    # The person turned out to be a minor after the card was read.
    signer = Signer(database.add_person("Mina", "Minor", age=15), "Mina Minor", False)
    one = Signing(clerk, qtbot, signer, template)
    one.ready()
    one.stage.press("sign_finish")
    assert one.told == []
    assert one.capture.banner.isVisible()
    assert not one.capture.pad.is_empty()
    assert one.button("sign_finish").isEnabled()


def test_away_the_waiver_is_kept_and_pending(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    texts: dict[tuple[UUID, str], WaiverText] = {}
    one = Signing(clerk, qtbot, adult(database), template, texts)
    assert (template, "en") in texts, "what was read once can be signed again without the server"
    clerk.sender.use(None)
    one.ready()
    one.stage.press("sign_finish")
    assert [done.pending for done in one.told] == [True]
    assert database.value("SELECT count(*) FROM waivers.signature") == 0
    assert one.capture.op == clerk.sender.journal.waiting()[0].op_id
    clerk.sender.use(clerk.session)
    qtbot.waitUntil(lambda: len(clerk.told) == 1, timeout=5000)
    assert clerk.told[0].state == "green"
    assert database.value("SELECT count(*) FROM waivers.signature") == 1


def test_it_covers_the_window_and_keeps_the_keys(
    database: Database, qtbot: QtBot, clerk: Bench, template: UUID
) -> None:
    one = Signing(clerk, qtbot, adult(database), template)
    assert one.capture.geometry() == one.stage.window.rect()
    one.stage.window.resize(1280, 720)
    one.stage.settle()
    assert one.capture.geometry() == one.stage.window.rect()
    seen = set()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget() or one.capture, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert one.capture.isAncestorOf(focused), "Tab never leaves"
        seen.add(focused.objectName())
    assert {"consent", "pad", "sign_back", "by_mark"} <= seen


def test_leaving_with_ink_asks_first(database: Database, qtbot: QtBot, clerk: Bench, template: UUID) -> None:
    one = Signing(clerk, qtbot, adult(database), template)
    one.pen()
    one.stage.key("Escape")
    assert one.ends == 0
    assert len(one.stage.sheets()) == 1
    one.stage.confirm()
    assert one.ends == 1
    assert database.value("SELECT count(*) FROM waivers.signature") == 0
    two = Signing(clerk, qtbot, adult(database), template)
    two.stage.key("Escape")
    assert two.ends == 1, "without ink nothing is lost"
