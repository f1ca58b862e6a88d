"""The page of one person: who they are at the side, what they have here in lists, and what can be done."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mdi_desk.app.screens.person_tabs import PersonTabs
from mdi_desk.app.screens.person_waivers import PersonWaivers
from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.people.records import PersonCard, label_of, person_roles
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.panel import PersonPanel
from mdi_desk.domains.people.ui.specs import minor
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.waivers import access as waivers_access
from mdi_desk.domains.waivers.records import WaiverState, state_words
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.errors import NotFound, Unavailable
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.context import Context
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import (
    Avatar,
    Button,
    CheckRow,
    Chip,
    EmptyState,
    FlowLayout,
    PageHeader,
)

PERSON, SIGNATURE = "people.person", "waivers.signature"
HEARD = frozenset(
    {"training.booking", "training.class", "sales.customer_order", "sales.payment", SIGNATURE, "*"}
)


class PersonPage(View):
    """Opened with ``Target("person", id)``."""

    key = "person"
    help_page = "people"

    def __init__(
        self,
        context: Context,
        people: PeopleService,
        training: TrainingService,
        waivers: WaiverService,
        sales: SalesService,
    ) -> None:
        super().__init__()
        self._context, self._people = context, people
        self._waivers = waivers
        self._person: UUID | None = None
        self._state: WaiverState | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._paper = PersonWaivers(context, waivers, people, self)
        self._paper.changed.connect(self.refresh)
        self.tabs = PersonTabs(context, people, training, waivers, sales, self._paper)
        self._build()
        self._set = ActionSet(self, context.actor, self.actions())
        self._set.refused.connect(self._refused)
        self._buttons = self._set.buttons("person_edit", "sign_waiver")[::-1]
        self._header.set_actions(self._buttons)
        self._show_step(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        self._avatar = Avatar("", 44)
        head.addWidget(self._avatar)
        self._header = PageHeader("", tr("People"))
        self._header.back.connect(self._to_people)
        head.addWidget(self._header, 1)
        self.page.addLayout(head)
        self._stack = QStackedWidget()
        self.page.addWidget(self._stack, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.tabs.go.connect(self.go)
        row.addWidget(self.tabs, 1)
        self.panel = PersonPanel(self._context, self._people)
        self.panel.go.connect(self.go)
        self.panel.saved.connect(self._saved)
        row.addWidget(self.panel)
        self._stack.addWidget(work)
        gone = Button(tr("To the list"), "primary", run=self._to_people)
        self._gone = EmptyState("user", tr("This person is not here"), "", gone)
        self._stack.addWidget(self._gone)
        self._top()

    def _top(self) -> None:
        """Chips and how it stands with the waiver: first thing at the side."""
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._chips.hide()
        self.panel.top.addWidget(self._chips)
        self._waiver = QVBoxLayout()
        self.panel.top.addLayout(self._waiver)

    # -- a view --------------------------------------------------------------------------------------

    def title(self) -> str:
        return self._header.title() or tr("Person")

    def open(self, target: Target | None = None) -> None:
        if target is None or target.id is None:
            if self._person is None:
                self._to_people()
            return
        if target.id != self._person:
            self._person, self._state = target.id, None
            self.banner.say("")
            self._stack.setCurrentIndex(0)
            self._header.set("…", tr("People"))
            self._avatar.set("")
            self.panel.wait()
            self._show_top(None)
        self.refresh()
        self.tabs.focus_list()

    def refresh(self) -> None:
        """Card, waiver and lists; the history only while it is in front."""
        person = self._person
        if person is None:
            return
        people, waivers, actor = self._people, self._waivers, self._context.actor
        runner = self._context.runner
        runner.ask(
            lambda: people.card(actor, person), owner=self, then=self._show, failed=self._no_card, key="card"
        )
        runner.ask(
            lambda: waivers.state(actor, person), owner=self, then=self._show_state, failed=self._no_state,
            key="state",
        )  # fmt: skip
        self.tabs.show_person(person)

    def heard(self, change: Change) -> None:
        mine = change.entity == PERSON and (
            not change.ids or self._person in change.ids or self._family(change)
        )
        if self._person is not None and (mine or change.entity in HEARD):
            self._soon.start()

    def _family(self, change: Change) -> bool:
        card = self.panel.card
        links = (*card.guardians, *card.wards) if card is not None else ()
        return any(link.person_id in change.ids for link in links)

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        return [*self.tabs.keys(), ("Return", tr("Open the line"))]

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # as in View
        panel, edit = self.panel, people_access.EDIT
        tabs = tuple(
            ActionSpec(f"tab_{key}", words, _Turn(self.tabs, place), shortcut=key, shown=False, icon="list")
            for place, (key, words) in enumerate(self.tabs.keys())
        )
        return (
            ActionSpec("person_birth_date", tr("Birth date"), panel.birth_date, people_access.BIRTH_DATE_SET,
                       icon="cake", why_not=self._no_birth_date),
            ActionSpec("person_address", tr("Add an address"), panel.address, edit, "A", "map-pin",
                       why_not=self._nobody),
            ActionSpec("person_guardian", tr("Add a guardian"), panel.guardian, edit, "G", "users-three",
                       why_not=self._no_guardian),
            ActionSpec("person_identity", tr("Identity document"), panel.identity, edit,
                       icon="identification-card", why_not=self._nobody),
            *tabs,
            ActionSpec("sign_waiver", tr("Sign waiver"), self._sign, waivers_access.SIGN, "S", "signature",
                       why_not=self._cannot_sign),
            ActionSpec("person_edit", tr("Edit"), panel.edit, edit, "E", "pencil-simple",
                       why_not=self._nobody),
        )  # fmt: skip

    def _nobody(self) -> str | None:
        return tr("Just a moment.") if self.panel.card is None else None

    def _no_birth_date(self) -> str | None:
        card = self.panel.card
        if card is None:
            return self._nobody()
        if card.person.birth_date is None or self._context.actor.may(people_access.BIRTH_DATE_CHANGE):
            return None
        return tr("Only a manager changes a birth date.")

    def _no_guardian(self) -> str | None:
        card = self.panel.card
        if card is None:
            return self._nobody()
        if card.person.birth_date is None:
            return tr("Add the birth date first.")
        if not minor(card.person.birth_date, card.today):
            return tr("Only a minor has guardians.")
        return None

    def _refused(self, why: str) -> None:
        self.say.emit(why, "warn")

    # -- what came home ------------------------------------------------------------------------------

    def _show(self, card: PersonCard) -> None:
        if card.person.id != self._person:
            return
        person, show = card.person, self._context.show
        parts = [str(age_on(person.birth_date, card.today))] if person.birth_date else []
        parts += [show.phone(person.phone)] if person.phone else []
        parts.append(tr("on file since {year}", year=show.here(person.created_at).year))
        self._header.set(person.full_name, tr("People"), " · ".join(parts))
        self._avatar.set(person.full_name)
        self.tabs.set_name(person.full_name)
        self._stack.setCurrentIndex(0)
        self.panel.show_card(card)
        self._show_top(card)
        self._set.refresh()
        self.actions_changed.emit()

    def _no_card(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._header.set(tr("Person"), tr("People"))
            self._gone.set(tr("This person is not here"), error.message)
            self._stack.setCurrentIndex(1)
        else:
            if self.panel.card is None and isinstance(error, Unavailable):
                self.panel.wait(tr("The card comes as soon as the server answers."))
            self._context.fail(error, owner=self, retry=self.refresh)

    def _saved(self, card: PersonCard, said: str) -> None:
        self._show(card)
        self.say.emit(tr("Saved here; the server confirms it later.") if card.pending else said, "ok")

    def _show_top(self, card: PersonCard | None) -> None:
        self._flow.clear()
        chips = self._card_chips(card) if card is not None else []
        for chip in chips:
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(chips))
        self._show_state(self._state)

    def _card_chips(self, card: PersonCard) -> list[Chip]:
        person = card.person
        chips = [Chip(tr("Not active"), "warn", "prohibit")] if not person.is_active else []
        if card.pending:
            chips.append(Chip(tr("Pending"), "pending", "clock"))
        if minor(person.birth_date, card.today):
            chips.append(Chip(tr("Minor"), "accent"))
        chips += [Chip(label_of(person_roles(), role)) for role in person.roles]
        return chips

    def _show_state(self, state: WaiverState | None) -> None:
        while (item := self._waiver.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._state = state
        self._show_step(state)
        if state is None or self.panel.card is None:
            return
        title, detail = state_words(state.state, state.valid_until, state.version, self._context.show)
        self._waiver.addWidget(CheckRow("ok" if state.valid else "warn", title, detail))

    def _show_step(self, state: WaiverState | None) -> None:
        """The one open thing is the primary button; a valid waiver can be renewed with its key alone."""
        sign = next((one for one in self._buttons if one.objectName() == "sign_waiver"), None)
        if sign is None:
            return
        sign.set_kind("primary")
        sign.set_hint("S")
        sign.setVisible(state is not None and not state.valid)
        if sign.isVisible() and QApplication.focusWidget() is None:
            sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _no_state(self, error: Exception) -> None:
        """No waiver is published: there is nothing to say. Other errors are told by the card's question."""
        if isinstance(error, NotFound):
            self._show_state(None)

    def _to_people(self) -> None:
        self.go.emit(Target("view", name="people"))

    # -- waivers -------------------------------------------------------------------------------------

    def _sign(self) -> None:
        if (card := self.panel.card) is not None:
            self._paper.sign(card)

    def _cannot_sign(self) -> str | None:
        card = self.panel.card
        if card is None:
            return self._nobody()
        if card.person.birth_date is None:
            return tr("Add the birth date first: it says who must sign.")
        return None


class _Turn:
    """Turns to one list; an object, because a lambda in a loop would see the last one only."""

    def __init__(self, tabs: PersonTabs, place: int) -> None:
        self._tabs, self._place = tabs, place

    def __call__(self) -> None:
        self._tabs.turn(self._place)
