"""Changing a person's ordinary fields; two people at once are brought together field by field."""

from mdi_desk.domains.people.records import Person, PersonEdit
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.sheets import FormSheet
from mdi_desk.domains.people.ui.specs import form_values, person_edit, person_spec
from mdi_desk.kernel.contact import email_normal, phone_e164
from mdi_desk.kernel.errors import Conflict, Invalid
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import FormWidget


class EditPersonSheet(FormSheet):
    """Signals: ``saved(PersonCard)``."""

    def __init__(self, context: Context, people: PeopleService, person: Person) -> None:
        form = FormWidget(person_spec(person.locale), zone=context.institute.zone)
        super().__init__(
            context, form, title=tr("Edit {name}", name=person.full_name), save=tr("Save"), width=680
        )
        self._people = people
        self._read = person
        self._base = form_values(PersonEdit.of(person))
        form.load(self._base)

    def send(self, values: dict[str, object]) -> None:
        edit = person_edit(self._read, values)
        people, actor = self._people, self.context.actor
        self.order(lambda: people.save(actor, edit))

    # -- two at once ---------------------------------------------------------------------------------

    def differs(self, error: Conflict) -> bool:
        if not isinstance(error.theirs, Person):
            return False
        base, mine = self._base, self._mine()
        self._read, self._base = error.theirs, form_values(PersonEdit.of(error.theirs))
        self.bring_together(base, mine, self._base, self._take)
        return True

    def _mine(self) -> dict[str, object]:
        """My fields in the form the record has them, so that only real differences are differences."""
        mine = {**self._base, **self.form.changes()}
        region = self.context.institute.locale.rpartition("-")[2] or "US"
        for name, normal in (("email", email_normal), ("phone", lambda text: phone_e164(text, region))):
            try:
                mine[name] = normal(str(mine[name])) if mine[name] else ""
            except Invalid:
                continue
        return mine

    def _take(self, values: dict[str, object]) -> None:
        """Save what was agreed on, on top of their version."""
        self.form.load(self._base)
        for name, value in values.items():
            if value != self._base[name]:
                self.form.set_value(name, value)
        self.submit()
