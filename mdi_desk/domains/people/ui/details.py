"""The small sheets of a card: birth date, identity document, address, guardian."""

from PySide6.QtCore import Qt

from mdi_desk.domains.people.records import Address, AddressEdit, IdentityEdit, Person, PersonCard
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.picker import PersonPicker
from mdi_desk.domains.people.ui.sheets import FormSheet
from mdi_desk.domains.people.ui.specs import (
    address_spec,
    birth_date_spec,
    identity_spec,
    relationship_spec,
)
from mdi_desk.kernel.errors import Conflict
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.widgets import Button, ConfirmSheet, Label

COUNTRY = "USA"


class BirthDateSheet(FormSheet):
    """Adds a missing birth date, or changes a known one with a reason. Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        known = person.birth_date is not None
        form = FormWidget(birth_date_spec(context.show.today(), known), columns=1)
        title = tr("Change the birth date") if known else tr("Add the birth date")
        super().__init__(context, form, title=title, save=tr("Save birth date"), width=440)
        self._people, self._person = people, person
        text = (
            tr("It decides who may take part. {name} was recorded as born on {day}.",
               name=person.full_name, day=context.show.day(person.birth_date))
            if person.birth_date is not None
            else tr("It decides who may take part. Look at a document; later only a manager can change it.")
        )  # fmt: skip
        self.column.insertWidget(1, Label(text, "muted", wrap=True))
        form.load({"birth_date": person.birth_date})

    def send(self, values: dict[str, object]) -> None:
        people, actor, person, op = self._people, self.context.actor, self._person, self.attempt(values)
        day, reason = values["birth_date"], str(values.get("reason") or "")
        self.order(lambda: people.set_birth_date(actor, person.id, day, reason, op=op))  # type: ignore[arg-type]


class IdentitySheet(FormSheet):
    """Puts an identity document on file, or replaces the one there. Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        form = FormWidget(identity_spec())
        on_file = person.id_type is not None
        title = tr("Replace the identity document") if on_file else tr("Add an identity document")
        super().__init__(context, form, title=title, save=tr("Seal and save"), width=520)
        self._people, self._person = people, person
        text = (
            tr("What is on file is replaced as a whole: kind, country and number.")
            if on_file
            else tr("Have the document in your hand.")
        )
        self.column.insertWidget(1, Label(text, "muted", wrap=True))
        form.load({"id_type": person.id_type, "id_country": person.id_country or COUNTRY})

    def send(self, values: dict[str, object]) -> None:
        edit = IdentityEdit(
            self._person.id, str(values["id_type"]), str(values["id_country"]), str(values["id_number"])
        )
        people, actor, op = self._people, self.context.actor, self.attempt(edit)
        self.order(lambda: people.set_identity(actor, edit, op=op))


class AddressSheet(FormSheet):
    """A new address, or `address` changed or removed. Signals: ``saved(PersonCard)``."""

    def __init__(
        self, context: Context, people: PeopleService, card: PersonCard, address: Address | None = None
    ) -> None:
        form = FormWidget(address_spec())
        title = tr("Change the address") if address else tr("Add an address")
        super().__init__(context, form, title=title, save=tr("Save address"), width=560)
        self._people, self._address = people, address
        self._new_id, self._person_id = uuid7(), card.person.id
        if address is not None:
            remove = Button(tr("Remove"), "ghost", "trash", run=self._ask_remove)
            remove.setObjectName("address_remove")
            self.foot.insertWidget(0, remove)
            form.load(_values(address))
        else:
            form.load({"type": "primary", "country": COUNTRY, "is_default": not card.addresses})

    def send(self, values: dict[str, object]) -> None:
        old = self._address
        edit = AddressEdit(
            id=old.id if old else self._new_id,
            person_id=self._person_id,
            version=old.version if old else 0,
            **values,  # type: ignore[arg-type]
        )
        people, actor = self._people, self.context.actor
        self.order(lambda: people.save_address(actor, edit))

    def differs(self, error: Conflict) -> bool:
        if not isinstance(error.theirs, Address) or self._address is None:
            return False
        base, theirs = _values(self._address), _values(error.theirs)
        mine = {**base, **self.form.changes()}
        self._address = error.theirs
        self.bring_together(base, mine, theirs, self._take)
        return True

    def _take(self, values: dict[str, object]) -> None:
        for name, value in values.items():
            self.form.set_value(name, value)
        self.submit()

    def _ask_remove(self) -> None:
        ask = ConfirmSheet(
            tr("Remove this address?"),
            tr("It goes from the card; the history keeps that it was there."),
            tr("Remove"),
            danger=True,
        )
        ask.confirmed.connect(self._remove)
        ask.show_over(self.context.window)

    def _remove(self, _reason: str) -> None:
        address = self._address
        if address is not None:
            people, actor = self._people, self.context.actor
            self.order(lambda: people.remove_address(actor, address.id, address.version))


def _values(address: Address) -> dict[str, object]:
    """The address as the form and a conflict compare it."""
    names = ("type", "line1", "line2", "city", "region", "postal_code", "country", "is_default")
    values = {name: getattr(address, name) for name in names}
    return {name: "" if value is None else value for name, value in values.items()}


class GuardianSheet(FormSheet):
    """Records a guardian of the minor on `card`: somebody on file, and what they are to the minor.

    Signals: ``saved(PersonCard)`` of the minor.
    """

    def __init__(self, context: Context, people: PeopleService, card: PersonCard) -> None:
        form = FormWidget(relationship_spec(), columns=1)
        title = tr("Add a guardian")
        super().__init__(context, form, title=title, save=tr("Save guardian"), width=480)
        self._people, self._card = people, card
        form.load({"relationship": "parent"})
        text = tr("An adult on file, with a birth date, who may sign for {name} until they are of age.",
                  name=card.person.full_name)  # fmt: skip
        self.column.insertWidget(1, Label(text, "muted", wrap=True))
        known = {card.person.id, *(link.person_id for link in card.guardians)}
        self.picker = PersonPicker(
            context, people, label=tr("Guardian"), without=frozenset(known), adults=True
        )
        self.picker.changed.connect(self._picked)
        self.column.insertWidget(2, self.picker)
        self._picked()

    def _picked(self) -> None:
        self.form.setVisible(self.picker.picked is not None)
        self.save_button.set_why_not(None if self.picker.picked else tr("Choose who it is first."))

    def _focus_first(self) -> None:
        self.picker.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dirty(self) -> bool:
        return self.picker.picked is not None

    def send(self, values: dict[str, object]) -> None:
        picked = self.picker.picked
        if picked is None:
            self.picker.say(tr("Choose who it is first."))
            return
        people, actor, minor = self._people, self.context.actor, self._card.person.id
        relationship = str(values["relationship"])
        op = self.attempt((picked.id, relationship))
        self.order(lambda: people.set_guardian(actor, minor, picked.id, relationship, op=op))
