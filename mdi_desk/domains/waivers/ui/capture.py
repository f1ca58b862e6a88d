"""Signing a waiver: the whole window, text at the left, signature at the right, one button at the end.

Longer than 400 lines: reading, consent, signer and ink of one signing are one state.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.domains.people.records import label_of, relationships
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.waivers.records import SignedWaiver, SigningEvidence, SignWaiver, WaiverText
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.domains.waivers.ui.guardian import Guardian, GuardianChooser
from mdi_desk.domains.waivers.ui.reading import COLUMN, Reader
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.errors import DeskError, Invalid, Refused, SignedOut
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.ink import judge
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown
from mdi_desk.qt.context import Context
from mdi_desk.qt.helping import HelpPanel
from mdi_desk.qt.signature import SignaturePad
from mdi_desk.qt.theme import current, font
from mdi_desk.qt.widgets import (
    Banner,
    Button,
    Chip,
    ConfirmSheet,
    Label,
    Scroll,
    painting,
)

LANGUAGES = (("en", "English"), ("fr", "Français"))
SIDE = 430
ANEW = ("version_not_current", "text_differs")


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose waiver it is. `guardians` on file as (id, name, relationship); `locale` as of the person."""

    person_id: UUID
    name: str
    is_minor: bool
    locale: str = "en-US"
    booking_id: UUID | None = None
    guardians: tuple[tuple[UUID, str, str], ...] = ()


class ConsentRow(QFrame):
    """The consent to sign on a screen: a box to tick, with its state as a word. Signal: ``toggled()``."""

    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        self.box = QCheckBox()
        self.box.setObjectName("consent")
        self.box.toggled.connect(self._turned)
        self._words = Label("", "kiosk-consent", wrap=True)
        self._words.setFont(font("body", 15))
        self._chip = Chip(tr("Yes"), "ok", "check")
        keeps = self._chip.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # ticking must not wrap the words anew
        self._chip.setSizePolicy(keeps)
        row.addWidget(self.box)
        row.addWidget(self._words, 1)
        row.addWidget(self._chip)
        self.setFocusProxy(self.box)
        self.say("")
        self._turned(False)

    def say(self, consent: str) -> None:
        """The sentence that is consented to; it must be ticked anew."""
        self._words.setText(consent)
        self.box.setAccessibleName(consent)
        self.box.setChecked(False)
        self.setVisible(bool(consent))

    def given(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_ready(self, ready: bool) -> None:
        """It can be ticked once the text has been read."""
        self.box.setEnabled(ready)
        self.setToolTip("" if ready else tr("Read the text to its end first."))

    def _turned(self, on: bool) -> None:
        self._chip.setVisible(on)
        self.toggled.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.box.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = current()
        painting.rounded(
            QPainter(self), QRectF(self.rect()), worn.radius.card, worn.colour("panel"), worn.colour("line")
        )


class _Side(QFrame):
    """The white side of the pad, with a line at its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), current()
        painter.fillRect(self.rect(), worn.colour("panel"))
        painter.fillRect(0, 0, 1, self.height(), worn.colour("line"))


class WaiverCapture(QWidget):
    """One signing. Lay it over the window with `show_over`.

    `texts` holds the texts read before, by template and language, so that signing goes on while the server is
    away; it is added to. `op` is the operation of the last attempt.

    Signals: ``signed(SignedWaiver)`` (also a pending one), then ``closed()``; ``closed()`` alone on Back.
    """

    signed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        context: Context,
        waivers: WaiverService,
        people: PeopleService,
        signer: Signer,
        template_id: UUID,
        texts: MutableMapping[tuple[UUID, str], WaiverText] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("waiver_capture")
        self._context, self._waivers, self._people = context, waivers, people
        self._signer, self._template = signer, template_id
        self._texts: MutableMapping[tuple[UUID, str], WaiverText] = texts if texts is not None else {}
        self._language = "fr" if signer.locale.lower().startswith("fr") else "en"
        self._text: WaiverText | None = None
        self._lifted: datetime | None = None
        self._attempt: SignWaiver | None = None
        self._busy = self._done = False
        self._before: QWidget | None = None
        self._helping: HelpPanel | None = None
        QShortcut(QKeySequence("F1"), self).activated.connect(self._help)
        self.setAccessibleName(tr("Waiver of {name}", name=signer.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._build_text(), 1)
        row.addWidget(self._build_side())
        if self.chooser is not None:
            self.chooser.changed.connect(self._signer_changed)
        self._fetch()
        self._signer_changed()

    def _build_text(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(38, 30, 30, 28)
        left.setSpacing(10)
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 0, 0)
        top.setSpacing(6)
        self._languages: dict[str, Button] = {}
        for code, words in LANGUAGES:
            button = Button(words, "plain", size="small")
            button.setObjectName(f"language_{code}")
            button.setCheckable(True)
            button.setProperty("language", code)
            button.clicked.connect(self._language_pressed)
            self._languages[code] = button
            top.addWidget(button)
        top.addStretch(1)
        left.addLayout(top)
        self._title = Label("", "kiosk-title", wrap=True)
        self._title.setFont(font("title", 26))
        self._title.setContentsMargins(10, 4, 0, 4)
        left.addWidget(self._title)
        self.reader = Reader()
        self.reader.reached.connect(self._look)
        left.addWidget(self.reader, 1000)
        self._hint = Label(tr("↓  Read to the end to go on"), "caption")
        self._hint.setContentsMargins(10, 0, 0, 0)
        self._hint.setFont(font("body", 14))
        left.addWidget(self._hint)
        self.consent = ConsentRow()
        self.consent.setMaximumWidth(COLUMN)
        self.consent.toggled.connect(self._changed)
        holder = QHBoxLayout()
        holder.setContentsMargins(10, 0, 0, 0)
        holder.addWidget(self.consent, 100)
        holder.addStretch(1)
        left.addLayout(holder)
        left.addStretch(1)
        return left

    def _build_side(self) -> QWidget:
        side = _Side()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 32, 28, 28)
        column.setSpacing(12)
        self.banner = Banner(closable=False)
        column.addWidget(self.banner)
        self._who = Label("", "name", wrap=True)
        self._how = Label("", "muted", wrap=True)
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addWidget(self._who)
        names.addWidget(self._how)
        column.addLayout(names)
        self.chooser: GuardianChooser | None = None
        if self._signer.is_minor:
            known = [Guardian(*one) for one in self._signer.guardians]
            self.chooser = GuardianChooser(self._context, self._people, self._signer.person_id, known)
            scroll = Scroll()
            scroll.body.addWidget(self.chooser)
            scroll.setMaximumHeight(230)
            column.addWidget(scroll)
        self.pad = SignaturePad(caption=tr("signature"))
        self.pad.setObjectName("pad")
        self.pad.setMinimumHeight(180)
        self.pad.setMaximumHeight(300)
        self.pad.changed.connect(self._ink_changed)
        column.addWidget(self.pad, 1000)
        column.addLayout(self._build_ink_buttons())
        self.witness = QLineEdit()
        self.witness.setObjectName("mark_witness")
        self.witness.setMaxLength(120)
        self.witness.setPlaceholderText(tr("Name of the witness who saw the mark being made"))
        self.witness.setAccessibleName(tr("Witness"))
        self.witness.textChanged.connect(self._changed)
        self.witness.hide()
        column.addWidget(self.witness)
        self._when = Label("", "caption", wrap=True)
        self._when.setFont(font("body", 14))
        column.addWidget(self._when)
        column.addStretch(1)
        self._why = Label("", "caption", wrap=True)
        self._why.setObjectName("sign_why")
        self._why.setFont(font("body", 14))
        self._why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._why)
        self.finish = Button(tr("Sign and finish"), "primary", size="large")
        self.finish.setObjectName("sign_finish")
        self.finish.clicked.connect(self.sign)
        column.addWidget(self.finish)
        back = Button(tr("Back"), size="large", run=self.leave)
        back.setObjectName("sign_back")
        column.addWidget(back)
        return side

    def _build_ink_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._undo = Button(tr("Undo stroke"), icon="arrow-counter-clockwise", run=self.pad.undo_stroke)
        self._undo.setObjectName("undo_stroke")
        self._clear = Button(tr("Clear"), run=self.pad.clear)
        self._clear.setObjectName("clear_ink")
        self.by_mark = QCheckBox(tr("Sign with a mark"))
        self.by_mark.setObjectName("by_mark")
        self.by_mark.setToolTip(tr("For someone who can’t write; a witness is named."))
        self.by_mark.toggled.connect(self._mark_turned)
        row.addWidget(self._undo)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self.by_mark)
        return row

    # -- lying over the window -----------------------------------------------------------------------

    @property
    def op(self) -> UUID:
        """The operation of the last attempt. LookupError before the first."""
        if self._attempt is None:
            raise LookupError("nothing was sent")
        return self._attempt.op_id

    def show_over(self, window: QWidget) -> Self:
        """Cover `window` and keep its size."""
        self._before = QApplication.focusWidget()
        # The signer sees nothing of anybody else: no news of the desk over the text.
        self._context.toasts.clear()
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.reader.area.setFocus(Qt.FocusReason.PopupFocusReason)
        return self

    def _help(self) -> None:
        """F1: how a signing goes, over the text; F1 again puts it away."""
        if self._helping is not None:
            self._helping.hide()
            self._helping.deleteLater()
            self._helping = None
            return
        panel = HelpPanel(self)
        panel.closed.connect(self._help)
        panel.setGeometry(self.width() - SIDE - panel.width() - 12, 12, panel.width(), self.height() - 24)
        panel.open("waiver")
        panel.show()
        panel.raise_()
        self._helping = panel

    def dirty(self) -> bool:
        """Whether a signature lies in the box that is not stored yet."""
        return not self._done and not self.pad.is_empty()

    def leave(self) -> None:
        """Back to the desk; asks first when a signature would be lost."""
        if self.pad.is_empty() or self._done:
            self.close_capture()
            return
        sheet = ConfirmSheet(
            tr("Leave without signing?"),
            tr("The signature in the box is lost. Nothing is stored."),
            tr("Leave"),
            danger=True,
            cancel=tr("Stay"),
        )
        sheet.confirmed.connect(lambda _reason: self.close_capture())
        sheet.show_over(self)

    def close_capture(self) -> None:
        """Go away, forget the ink, give the focus back."""
        if self._done:
            return
        self._done = True
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def event(self, event: QEvent) -> bool:
        # The shortcuts of the desk behind rest while somebody else stands before the screen.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if self.isAncestorOf(widget) and widget.isEnabled() and widget.isVisible() and tabs:
                found.append(widget)
            widget = widget.nextInFocusChain()
        if found:
            here = QApplication.focusWidget()
            at = found.index(here) if here in found else (-1 if forward else 0)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            found[(at + (1 if forward else -1)) % len(found)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.pad.undo_stroke()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("bg"))

    # -- the text ------------------------------------------------------------------------------------

    def _language_pressed(self) -> None:
        self._language = str(self.sender().property("language"))
        self._fetch()

    def _fetch(self) -> None:
        language, template, actor = self._language, self._template, self._context.actor
        self._mark_language()
        held = self._texts.get((template, language))
        if held is not None:
            self._show_text(held)
            return
        self._show_text(None)
        self._context.runner.ask(
            lambda: self._waivers.current(actor, language, template),
            owner=self,
            then=self._came,
            failed=self._text_failed,
            key="text",
        )

    def _mark_language(self) -> None:
        for code, button in self._languages.items():
            button.setChecked(code == self._language)

    def _came(self, text: WaiverText) -> None:
        self._texts[self._template, text.locale] = text
        if text.locale != self._language:
            self._language = text.locale
            self._mark_language()
            self.banner.say(tr("The waiver exists only in the language shown."), "neutral")
        self._show_text(text)

    def _text_failed(self, error: Exception) -> None:
        if isinstance(error, DeskError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "warn")
        else:
            self._context.fail(error, owner=self)

    def _show_text(self, text: WaiverText | None) -> None:
        self._text, self._attempt = text, None
        self._title.setText(text.title if text is not None else tr("Looking …"))
        self.consent.say(text.consent if text is not None else "")
        self.reader.show_text(text)
        offered = text.locales if text is not None and text.locales else tuple(dict(LANGUAGES))
        for code, button in self._languages.items():
            button.setVisible(len(offered) > 1 and code in offered)
        self._look()

    # -- signer and ink ------------------------------------------------------------------------------

    def guardian(self) -> Guardian | None:
        """The guardian who signs; None for an adult, or until one is chosen."""
        return self.chooser.guardian() if self.chooser is not None else None

    def _signer_changed(self) -> None:
        guardian, name = self.guardian(), self._signer.name
        if not self._signer.is_minor:
            self._who.setText(name)
            self._how.setText(tr("Sign in the box, as on paper"))
        else:
            self._who.setText(guardian.name if guardian is not None else tr("A guardian"))
            self._how.setText(tr("signs for {name}", name=name))
        self._changed()

    def _ink_changed(self) -> None:
        self._lifted = now()
        self._changed()

    def _mark_turned(self, on: bool) -> None:
        self.witness.setVisible(on)
        if on:
            self.witness.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def _changed(self, *_: object) -> None:
        """What would be signed is no longer what was tried before."""
        self._attempt = None
        self._look()

    def why_not(self) -> str:
        """What is still missing, one thing at a time in the order of doing; empty when it can be signed."""
        guardian = self.guardian()
        if self._busy:
            return tr("Saving …")
        if self._text is None:
            return tr("The text is on its way.")
        if not self.reader.read:
            return tr("Read the text to its end first.")
        if not self.consent.given():
            return tr("Tick the consent to sign on this screen.")
        if self._signer.is_minor and guardian is None:
            return tr("Choose the guardian who signs.")
        if guardian is not None and not guardian.relationship:
            return tr("Choose what the guardian is to the minor.")
        if self.pad.is_empty():
            return tr("Make the mark in the box.") if self.by_mark.isChecked() else tr("Sign in the box.")
        if self.by_mark.isChecked() and not self.witness.text().strip():
            return tr("Type the name of the witness.")
        return ""

    def _look(self) -> None:
        self.consent.set_ready(self.reader.read and not self._busy)
        # The line keeps its place: the consent below must not jump while somebody aims at it.
        hint = tr("✓  Read to the end") if self.reader.read else tr("↓  Read to the end to go on")
        self._hint.setText(hint if self._text is not None else " ")
        why = self.why_not()
        self.finish.set_why_not(why or None)
        self._why.setText(why)
        for button in (self._undo, self._clear):
            button.setEnabled(not self.pad.is_empty() and not self._busy)
        self._when.setText(self._when_words())

    def _when_words(self) -> str:
        show, guardian = self._context.show, self.guardian()
        moment = show.here(now())
        when = shown.moment(moment)
        if guardian is None and not self._signer.is_minor:
            return tr("Signing as yourself. Today, {when}.", when=when)
        if guardian is None or not guardian.relationship:
            return tr("Signing for a minor. Today, {when}.", when=when)
        words = label_of(relationships(), guardian.relationship)
        return tr("Signing as guardian ({relationship}). Today, {when}.", relationship=words, when=when)

    # -- signing -------------------------------------------------------------------------------------

    def sign(self) -> None:
        """Send the signature; pressing again while the answer is missing is the same signing."""
        if self.why_not():
            self._look()
            return
        if not self.by_mark.isChecked() and (simple := judge(self.pad.ink())) is not None:
            self.banner.say(simple, "warn")
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._attempt is None:
            self._attempt = self._signing()
        attempt, actor = self._attempt, self._context.actor
        self._busy = True
        self.banner.say("")
        self._look()
        self._context.runner.tell(
            lambda: self._waivers.sign(actor, attempt), owner=self, then=self._answered, failed=self._refused
        )

    def _signing(self) -> SignWaiver:
        assert self._text is not None
        guardian = self.guardian()
        screen = self.screen().size()
        seen = SigningEvidence(
            dwell_ms=self.reader.dwell_ms(),
            scrolled_to_end=self.reader.read,
            device=QPointingDevice.primaryPointingDevice().name() or self.pad.ink().device,
            screen=f"{screen.width()}x{screen.height()} @ {self.devicePixelRatioF():g}",
            consent_given=self.consent.given(),
        )
        return SignWaiver(
            id=uuid7(),
            op_id=uuid7(),
            person_id=self._signer.person_id,
            text=self._text,
            signed_name=guardian.name if guardian is not None else self._signer.name,
            ink=self.pad.ink(),
            signed_at=self._lifted or now(),
            evidence=seen,
            signer_kind="guardian" if guardian is not None else "self",
            guardian_id=guardian.id if guardian is not None else None,
            relationship=guardian.relationship if guardian is not None else None,
            by_mark=self.by_mark.isChecked(),
            mark_witness=self.witness.text().strip() if self.by_mark.isChecked() else "",
            booking_id=self._signer.booking_id,
        )

    def _answered(self, answer: Changed[SignedWaiver]) -> None:
        self._busy = False
        self.signed.emit(answer.record)
        self.close_capture()

    def _refused(self, error: Exception) -> None:
        """The ink stays; only a text that has changed meanwhile must be read and signed anew."""
        self._busy = False
        self._look()
        if isinstance(error, Refused) and error.code in ANEW:
            for key in [key for key in self._texts if key[0] == self._template]:
                del self._texts[key]
            self.pad.clear()
            self._fetch()
            self.banner.say(tr("The text has changed meanwhile. Read it again, and sign once more."), "warn")
        elif isinstance(error, Invalid):
            self.banner.say(" ".join(dict.fromkeys(error.fields.values())) or error.message, "warn")
        elif isinstance(error, DeskError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "bad" if isinstance(error, Refused) else "warn")
        else:
            self._context.fail(error, owner=self)
