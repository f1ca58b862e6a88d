"""What can be done about a person's waivers from their page: sign, open, save, print and withdraw one."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.domains.people.records import PersonCard
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.specs import minor
from mdi_desk.domains.waivers.records import Revoked, SignedWaiver, SignedWaiverRow, Template
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import ConfirmSheet, Label, Sheet, Tappable

if TYPE_CHECKING:
    from mdi_desk.domains.waivers.ui.document import WaiverDocument


class PersonWaivers(QObject):
    """Signals: ``changed()`` when something was signed or withdrawn."""

    changed = Signal()

    def __init__(
        self, context: Context, waivers: WaiverService, people: PeopleService, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._waivers, self._people = context, waivers, people
        self._page = parent
        self._papers: WaiverDocument | None = None

    # -- signing -------------------------------------------------------------------------------------

    def sign(self, card: PersonCard) -> None:
        """Let the person (or their guardian) sign: the waiver there is, or the one chosen among several."""
        waivers, actor = self._waivers, self._context.actor
        self._context.runner.ask(
            lambda: waivers.templates(actor), owner=self,
            then=lambda found: self._choose(card, found), key="templates",
        )  # fmt: skip

    def _choose(self, card: PersonCard, found: tuple[Template, ...]) -> None:
        offered = [one for one in found if one.is_active and one.version is not None]
        if not offered:
            self._context.toasts.say(tr("No waiver is published yet. Ask a manager."), "warn")
        elif len(offered) == 1:
            self._capture(card, offered[0].id)
        else:
            self._ask_which(card, offered)

    def _ask_which(self, card: PersonCard, offered: list[Template]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        sheet = Sheet(page, title=tr("Which waiver?"), width=440)
        sheet.setObjectName("which_waiver")
        for one in offered:
            row = Tappable(name=one.name)
            row.row.addWidget(Label(one.name, "medium"), 1)
            row.row.addWidget(Label(tr("version {version}", version=one.version), "caption"))
            row.chosen.connect(sheet.close_sheet)
            row.chosen.connect(_Capture(self, card, one.id))
            column.addWidget(row)
        sheet.show_over(self._context.window)

    def _capture(self, card: PersonCard, template_id: UUID) -> None:
        from mdi_desk.domains.waivers.ui.capture import Signer, WaiverCapture

        person = card.person
        signer = Signer(
            person_id=person.id,
            name=person.full_name,
            is_minor=minor(person.birth_date, card.today),
            locale=person.locale,
            guardians=tuple((one.person_id, one.name, one.relationship) for one in card.guardians),
        )
        capture = WaiverCapture(self._context, self._waivers, self._people, signer, template_id)
        capture.signed.connect(_Signed(self, person.full_name))
        capture.show_over(self._context.window)

    def signed(self, done: SignedWaiver, name: str) -> None:
        """Say how it went, and have the page look again."""
        if done.pending:
            said = tr("{name}: waiver saved at this station, not confirmed yet.", name=name)
            self._context.toasts.say(said, "pending")
        else:
            self._context.toasts.say(tr("The waiver of {name} is signed.", name=name), "ok")
        self.changed.emit()

    # -- the paper -----------------------------------------------------------------------------------

    def open_paper(self, row: SignedWaiverRow, person: str) -> None:
        """Show the signed waiver in the system's reader."""
        self._document().open(row.id, person, row.signed_at)

    def save_paper(self, row: SignedWaiverRow, person: str) -> None:
        """Save the signed waiver as a PDF."""
        self._document().save(row.id, person, row.signed_at)

    def print_paper(self, row: SignedWaiverRow, person: str) -> None:
        """Print the signed waiver."""
        self._document().print(row.id, person, row.signed_at)

    def _document(self) -> "WaiverDocument":
        from mdi_desk.domains.waivers.ui.document import WaiverDocument

        if self._papers is None:
            self._papers = WaiverDocument(self._context, self._waivers, self._page)
        return self._papers

    # -- withdrawing ---------------------------------------------------------------------------------

    def ask_revoke(self, row: SignedWaiverRow) -> None:
        """Withdraw a signature, with a reason."""
        if row.revoked_at is not None:
            self._context.toasts.say(tr("This waiver is withdrawn already."))
            return
        ask = ConfirmSheet(
            tr("Withdraw this waiver?"),
            tr("It no longer counts, and the person has to sign again. The paper stays on file."),
            tr("Withdraw"),
            danger=True,
            reason_required=True,
        )
        ask.setObjectName("withdraw_waiver")
        signature, op = row.id, uuid7()
        ask.confirmed.connect(lambda reason: self._revoke(signature, reason, op))
        ask.show_over(self._context.window)

    def _revoke(self, signature: UUID, reason: str, op: UUID) -> None:
        waivers, actor = self._waivers, self._context.actor
        self._context.runner.tell(
            lambda: waivers.revoke(actor, signature, reason, op=op), owner=self, then=self._revoked
        )

    def _revoked(self, _changed: Changed[Revoked]) -> None:
        self._context.toasts.say(tr("The waiver is withdrawn."), "ok")
        self.changed.emit()


class _Capture:
    """Opens the pad for one template."""

    def __init__(self, waivers: PersonWaivers, card: PersonCard, template_id: UUID) -> None:
        self._waivers, self._card, self._template = waivers, card, template_id

    def __call__(self) -> None:
        self._waivers._capture(self._card, self._template)


class _Signed:
    """Hands a signing on with the name it belongs to."""

    def __init__(self, waivers: PersonWaivers, name: str) -> None:
        self._waivers, self._name = waivers, name

    def __call__(self, done: SignedWaiver) -> None:
        self._waivers.signed(done, self._name)
