"""Changing a person's ordinary fields; two people at once are brought together field by field."""

from collections.abc import Callable, Mapping
from typing import Any

from mdi_desk.domains.people.records import Person, PersonCard, PersonEdit
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.sheets import MergingSheet
from mdi_desk.domains.people.ui.specs import form_values, person_edit, person_spec
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context


class EditPersonSheet(MergingSheet):
    """Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        title = tr("Edit {name}", name=person.full_name)
        super().__init__(context, person_spec(person.locale), title=title, save=tr("Save"), width=680)
        self.setObjectName("edit_person")
        self._people = people
        self._read = person
        self.begin(self.values_of(person))

    def edit_for(self, values: Mapping[str, Any]) -> PersonEdit:
        return person_edit(self._read, values)

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor = self._people, self.context.actor
        return lambda: people.save(actor, edit)

    def values_of(self, record: Person) -> Mapping[str, object]:
        values = form_values(PersonEdit.of(record))
        # As the form shows it, so that a number nobody touched is no difference.
        return {**values, "phone": self.context.show.phone(record.phone)}

    def take(self, record: Person) -> None:
        self._read = record
