"""The side of a person's page: contact, addresses, guardians and wards, identity; and what changes them."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people import access
from mdi_desk.domains.people.records import (
    Address,
    GuardianLink,
    PersonCard,
    address_types,
    auth_providers,
    field_label,
    id_types,
    label_of,
    relationships,
)
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.details import AddressSheet, BirthDateSheet, IdentitySheet
from mdi_desk.domains.people.ui.edit_person import EditPersonSheet
from mdi_desk.domains.people.ui.facts import CardFacts
from mdi_desk.domains.people.ui.guardian import GuardianSheet
from mdi_desk.domains.people.ui.specs import address_lines, language_words, minor
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.codes import grouped
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.widgets import (
    Avatar,
    Button,
    ConfirmSheet,
    Divider,
    Icon,
    IconButton,
    Label,
    LinkLabel,
    SidePanel,
    Skeleton,
    Tappable,
)


class PersonPanel(SidePanel):
    """Shows a `PersonCard`; its buttons and `edit`, `birth_date`, ... open the sheets that change it.

    Signals: ``go(Target)``; ``saved(PersonCard, sentence)`` after a change.
    """

    go = Signal(object)
    saved = Signal(object, str)

    def __init__(self, context: Context, people: PeopleService) -> None:
        super().__init__()
        self.setObjectName("person_panel")
        self.context, self._people = context, people
        self._card: PersonCard | None = None
        self._all = False
        self.top = QVBoxLayout()
        self.top.setSpacing(0)
        self.top.setContentsMargins(0, 0, 0, 8)
        self.body.addLayout(self.top)
        self._rest: QWidget | None = None
        self.wait()

    @property
    def card(self) -> PersonCard | None:
        """What is shown."""
        return self._card

    def _fill(self, widget: QWidget) -> None:
        if self._rest is not None:
            self._rest.hide()
            self._rest.deleteLater()
        self._rest = widget
        self.body.addWidget(widget)

    def wait(self, said: str = "") -> None:
        """Bars where the facts will be, or the sentence that says why there are none."""
        self._card = None
        reason = Label(said, "muted", wrap=True)
        reason.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._fill(reason if said else Skeleton(6))

    def show_card(self, card: PersonCard, *, redraw: bool = False) -> None:
        """Show `card`."""
        if card == self._card and not redraw:
            return
        self._card = card
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None and focus.hasFocus() else ""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for place, section in enumerate(self._sections(card)):
            if place:
                column.addSpacing(4)
                column.addWidget(Divider())
                column.addSpacing(2)
            column.addWidget(section)
        column.addStretch(1)
        self._fill(inside)
        if name and (same := inside.findChild(QWidget, name)) is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- sections ------------------------------------------------------------------------------------

    def _sections(self, card: PersonCard) -> list[QWidget]:
        found = [self._notes(card)] if card.person.notes else []
        found += [self._contact(card), self._addresses(card)]
        if card.guardians or minor(card.person.birth_date, card.today):
            found.append(self._guardians(card))
        if card.wards:
            found.append(self._wards(card))
        if self.context.actor.may(access.EDIT):
            found.append(self._identity(card))
        return found

    def _may_edit(self) -> bool:
        return self.context.actor.may(access.EDIT)

    def _section(self, title: str, button: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Label(title, "strong"), 1)
        if button is not None:
            head.addWidget(button)
        column.addLayout(head)
        return section, column

    @staticmethod
    def _rows(column: QVBoxLayout) -> QVBoxLayout:
        """A column of rows that can be chosen."""
        rows = QVBoxLayout()
        rows.setSpacing(2)
        column.addLayout(rows)
        return rows

    def _small(self, name: str, text: str, run: Callable[[], object], tip: str) -> Button:
        button = Button(text, size="small", run=run)
        button.setObjectName(name)
        button.setAccessibleName(tip)
        button.set_tip(tip)
        return button

    def _notes(self, card: PersonCard) -> QWidget:
        section, column = self._section(tr("Notes"))
        note = Label(card.person.notes or "", wrap=True)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(note)
        return section

    def _contact(self, card: PersonCard) -> QWidget:
        person, show = card.person, self.context.show
        section, column = self._section(tr("Contact"))
        ways = [
            words
            for wanted, words in (
                (person.notify_email, tr("E-mail")),
                (person.notify_sms, tr("SMS")),
                (person.notify_whatsapp, tr("WhatsApp")),
            )
            if wanted
        ]
        born = field_label("birth_date")
        facts = [
            (field_label("phone"), show.phone(person.phone)),
            (field_label("email"), person.email or ""),
            (born, self._born(card)),
            (tr("Language"), language_words(person.locale)),
            (tr("Contact by"), ", ".join(ways) or tr("no messages")),
        ]
        if self._all:
            facts += self._other_facts(card)
        button = self._birth_date_button(person.birth_date is not None)
        column.addWidget(CardFacts(facts, {born: button} if button is not None else None))
        more = LinkLabel(tr("Show less") if self._all else tr("Show all fields"), "link")
        more.setObjectName("all_fields")
        more.opened.connect(self._toggle)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        column.addLayout(row)
        return section

    def _born(self, card: PersonCard) -> str:
        born = card.person.birth_date
        return self.context.show.day(born) if born is not None else ""

    def _birth_date_button(self, known: bool) -> Button | None:
        if not self.context.actor.may(access.BIRTH_DATE_CHANGE if known else access.BIRTH_DATE_SET):
            return None
        if not known:
            return self._small("birth_date", tr("Add"), self.birth_date, tr("Add the birth date"))
        tip = tr("Change the birth date, with a reason")
        button = IconButton("pencil-simple", tip, size="small", run=self.birth_date)
        button.setObjectName("birth_date")
        button.setFixedSize(28, 20)  # no taller than the line it stands in
        return button

    def _other_facts(self, card: PersonCard) -> list[tuple[str, str]]:
        person, show = card.person, self.context.show
        return [
            (field_label("given_name"), person.given_name),
            (field_label("family_name"), person.family_name),
            (field_label("email_verified"), _yes(person.email_verified)),
            (field_label("timezone"), person.timezone or tr("that of the institute")),
            (field_label("newsletter_opt"), _yes(person.newsletter_opt)),
            (field_label("allow_contact_by_sponsors"), _yes(person.allow_contact_by_sponsors)),
            (field_label("is_profile_public"), _yes(person.is_profile_public)),
            (field_label("bio"), person.bio or ""),
            (field_label("avatar_url"), person.avatar_url or ""),
            (field_label("code"), grouped(person.code)),
            (field_label("auth_provider"), label_of(auth_providers(), person.auth_provider)),
            (tr("Last sign-in"), show.moment(person.last_login_at) if person.last_login_at else ""),
            (tr("On file since"), show.day(person.created_at)),
            (tr("Last changed"), show.moment(person.updated_at)),
        ]

    def _toggle(self) -> None:
        self._all = not self._all
        if self._card is not None:
            self.show_card(self._card, redraw=True)

    def _addresses(self, card: PersonCard) -> QWidget:
        add = self._small("address_add", tr("Add"), self.address, tr("Add an address"))
        section, column = self._section(tr("Addresses"), add if self._may_edit() else None)
        rows = self._rows(column)
        for address in card.addresses:
            rows.addWidget(self._address(address))
        if not card.addresses:
            column.addWidget(Label(tr("None on file."), "muted"))
        return section

    def _address(self, address: Address) -> QWidget:
        first, second = address_lines(address)
        kind = label_of(address_types(), address.type)
        main = f"{kind} · {tr('main')}" if address.is_default else kind
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(first, wrap=True))
        for part in (second, main):
            if part:
                words.addWidget(Label(part, "caption", wrap=True))
        if not self._may_edit():
            words.setContentsMargins(8, 6, 8, 6)
            still = QWidget()
            still.setLayout(words)
            return still
        row = Tappable(
            name=tr("Change the address {address}", address=first), margins=(8, 6, 8, 6),
            run=lambda: self.address(address),
        )  # fmt: skip
        row.setObjectName(f"address_{address.id}")
        row.row.addLayout(words, 1)
        row.row.addWidget(Icon("pencil-simple", 14, "text-faint"))
        return row

    def _guardians(self, card: PersonCard) -> QWidget:
        young = minor(card.person.birth_date, card.today)
        add = self._small("guardian_add", tr("Add"), self.guardian, tr("Add a guardian"))
        section, column = self._section(tr("Guardians"), add if young and self._may_edit() else None)
        rows = self._rows(column)
        for link in card.guardians:
            rows.addWidget(self._link(link, ends=True))
        if not card.guardians:
            column.addWidget(
                Label(tr("None on file. A guardian signs a minor’s waiver."), "muted", wrap=True)
            )
        return section

    def _wards(self, card: PersonCard) -> QWidget:
        section, column = self._section(tr("Guardian of"))
        rows = self._rows(column)
        for link in card.wards:
            rows.addWidget(self._link(link, ends=False))
        return section

    def _link(self, link: GuardianLink, *, ends: bool) -> QWidget:
        age = str(age_on(link.birth_date, self._today())) if link.birth_date else ""
        phone = self.context.show.phone(link.phone)
        detail = " · ".join(
            part for part in (label_of(relationships(), link.relationship), age, phone) if part
        )
        line = QWidget()
        outer = QHBoxLayout(line)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        row = Tappable(
            name=f"{link.name}, {detail}", margins=(8, 5, 8, 5),
            run=lambda: self.go.emit(Target("person", link.person_id)),
        )  # fmt: skip
        row.row.addWidget(Avatar(link.name))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(link.name, "medium", wrap=True))
        words.addWidget(Label(detail, "caption", wrap=True))
        row.row.addLayout(words, 1)
        outer.addWidget(row, 1)
        if ends and self.context.actor.may(access.GUARDIAN_END):
            tip = tr("{name} is no longer a guardian", name=link.name)
            outer.addWidget(IconButton("x", tip, size="small", run=lambda: self.end_guardian(link)))
        return line

    def _today(self) -> date:
        assert self._card is not None
        return self._card.today

    def _identity(self, card: PersonCard) -> QWidget:
        person = card.person
        words = tr("Replace") if person.id_type else tr("Add")
        tip = tr("Replace the identity document") if person.id_type else tr("Add an identity document")
        button = self._small("identity", words, self.identity, tip)
        section, column = self._section(tr("Identity"), button)
        if person.id_type is None:
            column.addWidget(Label(tr("No document on file."), "muted", wrap=True))
            return section
        there = tr("On file, sealed")
        there = f"{there} · {person.id_country}" if person.id_country else there
        facts = [(label_of(id_types(), person.id_type), there)]
        if person.id_media_url:
            facts.append((field_label("id_media_url"), person.id_media_url))
        if person.id_verified_at is not None:
            by = card.id_verified_by_name
            day = self.context.show.day(person.id_verified_at)
            facts.append((tr("Checked"), f"{day} · {by}" if by else day))
        column.addWidget(CardFacts(facts))
        return section

    # -- changes -------------------------------------------------------------------------------------

    def _lay(self, sheet: FormSheet, said: str) -> None:
        sheet.saved.connect(_Saved(self, said))
        sheet.show_over(self.context.window)

    def edit(self) -> None:
        """The ordinary fields."""
        if self._card is not None:
            self._lay(EditPersonSheet(self.context, self._people, self._card.person), tr("Saved."))

    def birth_date(self) -> None:
        """Add or change the birth date."""
        if self._card is not None:
            self._lay(BirthDateSheet(self.context, self._people, self._card.person), tr("Birth date saved."))

    def identity(self) -> None:
        """Add or replace the identity document."""
        if self._card is not None:
            said = tr("The document is on file, sealed.")
            self._lay(IdentitySheet(self.context, self._people, self._card.person), said)

    def address(self, address: Address | None = None) -> None:
        """A new address, or change `address`."""
        if self._card is not None:
            self._lay(AddressSheet(self.context, self._people, self._card, address), tr("Address saved."))

    def guardian(self) -> None:
        """Record a guardian."""
        if self._card is not None:
            self._lay(GuardianSheet(self.context, self._people, self._card), tr("Guardian recorded."))

    def end_guardian(self, link: GuardianLink) -> None:
        """The guardian may no longer sign; asks for the reason."""
        if self._card is None:
            return
        minor_id, op = self._card.person.id, uuid7()
        ask = ConfirmSheet(
            tr("{name} is no longer a guardian?", name=link.name),
            tr("{name} may then no longer sign. Waivers already signed stay valid.", name=link.name),
            tr("End guardianship"),
            danger=True,
            reason_required=True,
        )
        ask.confirmed.connect(lambda reason: self._end(minor_id, link.person_id, reason, op))
        ask.show_over(self.context.window)

    def _end(self, minor_id: UUID, guardian_id: UUID, reason: str, op: UUID) -> None:
        people, actor = self._people, self.context.actor
        self.context.runner.tell(
            lambda: people.end_guardian(actor, minor_id, guardian_id, reason, op=op),
            owner=self,
            then=lambda changed: self.saved.emit(changed.record, tr("Guardianship ended.")),
        )


class _Saved:
    """Hands a sheet's record on with the sentence that goes with it."""

    def __init__(self, panel: PersonPanel, said: str) -> None:
        self._panel, self._said = panel, said

    def __call__(self, card: PersonCard) -> None:
        self._panel.saved.emit(card, self._said)


def _yes(value: bool) -> str:
    return tr("yes") if value else tr("no")
