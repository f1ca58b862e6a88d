"""The small sheets of a card: birth date, identity document, address."""

from collections.abc import Callable, Mapping
from typing import Any

from mdi_desk.domains.people.records import Address, AddressEdit, IdentityEdit, Person, PersonCard
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.sheets import MergingSheet
from mdi_desk.domains.people.ui.specs import address_spec, birth_date_spec, identity_spec
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Refused
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.widgets import Button, ConfirmSheet, Label

COUNTRY = "USA"


class BirthDateSheet(FormSheet):
    """Adds a missing birth date, or changes a known one with a reason. Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        born = person.birth_date
        title = tr("Add the birth date") if born is None else tr("Change the birth date")
        spec = birth_date_spec(context.show.today(), known=born is not None)
        super().__init__(context, spec, title=title, save=tr("Save birth date"), width=440)
        self.setObjectName("birth_date_of")
        self._people, self._person = people, person
        if born is None:
            text = tr("It decides who may take part. Look at a document; later only a manager can change it.")
        else:
            text = tr("It decides who may take part. {name} was recorded as born on {day}.",
                      name=person.full_name, day=context.show.day(born))  # fmt: skip
        self.insert(0, Label(text, "muted", wrap=True))
        self.begin({"birth_date": born, "reason": ""})

    def edit_for(self, values: Mapping[str, Any]) -> tuple[Any, str]:
        return values["birth_date"], str(values.get("reason") or "")

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor, person = self._people, self.context.actor, self._person
        day, reason = edit
        return lambda: people.set_birth_date(actor, person.id, day, reason, op=op)

    def refusal(self, error: Refused) -> Mapping[str, str]:
        return {"birth_date": error.message} if error.code == "birth_date_set" else {}


class IdentitySheet(FormSheet):
    """Puts an identity document on file, or replaces the one there. Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        there = person.id_type is not None
        title = tr("Replace the identity document") if there else tr("Add an identity document")
        super().__init__(context, identity_spec(), title=title, save=tr("Seal and save"), width=520)
        self.setObjectName("identity_of")
        self._people, self._person = people, person
        text = (
            tr("What is on file is replaced as a whole: kind, country and number.")
            if there
            else tr("Have the document in your hand.")
        )
        self.insert(0, Label(text, "muted", wrap=True))
        self.begin({"id_type": person.id_type, "id_country": person.id_country or COUNTRY, "id_number": ""})

    def edit_for(self, values: Mapping[str, Any]) -> IdentityEdit:
        return IdentityEdit(
            self._person.id, str(values["id_type"]), str(values["id_country"]), str(values["id_number"])
        )

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor = self._people, self.context.actor
        return lambda: people.set_identity(actor, edit, op=op)


class AddressSheet(MergingSheet):
    """A new address, or `address` changed or removed. Signals: ``saved(PersonCard)``."""

    def __init__(
        self, context: Context, people: PeopleService, card: PersonCard, address: Address | None = None
    ) -> None:
        title = tr("Change the address") if address else tr("Add an address")
        super().__init__(context, address_spec(), title=title, save=tr("Save address"), width=560)
        self.setObjectName("address_of")
        self._people, self._address = people, address
        self._new_id, self._person_id = uuid7(), card.person.id
        if address is None:
            self.begin({"type": "primary", "country": COUNTRY, "is_default": not card.addresses})
            return
        remove = Button(tr("Remove"), "ghost", "trash", run=self._ask_remove)
        remove.setObjectName("address_remove")
        self.foot.insertWidget(0, remove)
        self.begin(self.values_of(address))

    def edit_for(self, values: Mapping[str, Any]) -> AddressEdit:
        old = self._address
        return AddressEdit(
            id=old.id if old else self._new_id,
            person_id=self._person_id,
            version=old.version if old else 0,
            **values,
        )

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor = self._people, self.context.actor
        return lambda: people.save_address(actor, edit)

    def values_of(self, record: Address) -> Mapping[str, object]:
        values = {spec.name: getattr(record, spec.name) for spec in self.form.spec.fields}
        return {name: "" if value is None else value for name, value in values.items()}

    def take(self, record: Address) -> None:
        self._address = record

    def _ask_remove(self) -> None:
        ask = ConfirmSheet(
            tr("Remove this address?"),
            tr("It goes from the card; the history keeps that it was there."),
            tr("Remove"),
            danger=True,
        )
        ask.confirmed.connect(self._remove)
        ask.show_over(self)

    def _remove(self, _reason: str) -> None:
        address = self._address
        if address is not None:
            people, actor = self._people, self.context.actor
            self.context.runner.tell(
                lambda: people.remove_address(actor, address.id, address.version),
                owner=self,
                then=self._saved,
                failed=self._failed,
            )
