"""What a gate may miss about a person: the birth date, and for a minor a guardian."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import ADULT, PersonCard, PersonHit, relationships
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.errors import DeskError, SignedOut
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show as shown
from mdi_desk.qt.context import Context
from mdi_desk.qt.picker import Choice, Picker
from mdi_desk.qt.widgets import Banner, Button, Label, Sheet

OLDEST = 120


class _PersonSheet(Sheet):
    """A small sheet about one person: its banner says what the server refused, its button sends once."""

    def __init__(self, context: Context, title: str, send: str) -> None:
        content = QWidget()
        super().__init__(content, title=title, width=440)
        self._context = context
        self._busy = False
        self._op = uuid7()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.banner = Banner(closable=False)
        self.column.addWidget(self.banner)
        cancel = Button(tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        self._send = Button(send, "primary")
        self._send.set_hint("Return")
        self._send.setObjectName("remedy_save")
        self._send.clicked.connect(self.send)
        self.add_button(cancel)
        self.add_button(self._send)

    def send(self) -> None:
        """Send it to the server."""
        raise NotImplementedError

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._op = uuid7()
        if isinstance(error, DeskError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "bad")
        else:
            self._context.fail(error, owner=self)


class BirthDateSheet(_PersonSheet):
    """Asks for the birth date and says the age that it makes. Signal: ``saved(date)``."""

    saved = Signal(object)

    def __init__(self, context: Context, people: PeopleService, person_id: UUID, name: str) -> None:
        super().__init__(context, tr("Birth date of {name}", name=name), tr("Save"))
        self.setObjectName("birth_date_sheet")
        self._people, self._person = people, person_id
        self.column.addWidget(Label(tr("Birth date, as on an identity document"), "field"))
        self.field = QLineEdit()
        self.field.setObjectName("birth_date")
        self.field.setAccessibleName(tr("Birth date"))
        self.field.setPlaceholderText(tr("for example {day}", day=shown.typed_date(date(1988, 5, 3))))
        self.field.textChanged.connect(self._typed)
        self.column.addWidget(self.field)
        self._said = Label("", "caption", wrap=True)
        self._said.setObjectName("birth_date_said")
        self.column.addWidget(self._said)
        self._typed()

    def born(self) -> date | None:
        """The date typed, None while it is none or impossible."""
        try:
            found = shown.read_date(self.field.text())
        except ValueError:
            return None
        if found is None:
            return None
        today = self._context.show.today()
        return found if found <= today and age_on(found, today) <= OLDEST else None

    def _typed(self) -> None:
        born = self.born()
        if born is not None:
            age = age_on(born, self._context.show.today())
            who = tr("a guardian must sign") if age < ADULT else tr("of age")
            self._said.setText(tr("{day}: {age} years old, {who}", day=shown.date(born), age=age, who=who))
        else:
            self._said.setText("")
        self._send.set_why_not(None if born is not None else tr("Type the day, month and year."))

    def send(self) -> None:
        born = self.born()
        if born is None or self._busy:
            return
        self._busy = True
        actor, op, person = self._context.actor, self._op, self._person
        self._context.runner.tell(
            lambda: self._people.set_birth_date(actor, person, born, op=op),
            owner=self,
            then=lambda _answer: self._saved(born),
            failed=self._failed,
        )

    def _saved(self, born: date) -> None:
        self.close_sheet()
        self.saved.emit(born)


class GuardianSheet(_PersonSheet):
    """Chooses the guardian of a minor and what they are to each other. Signal: ``saved()``."""

    saved = Signal()

    def __init__(self, context: Context, people: PeopleService, person_id: UUID, name: str) -> None:
        super().__init__(context, tr("Guardian of {name}", name=name), tr("Add guardian"))
        self.setObjectName("guardian_sheet")
        self._people, self._person = people, person_id
        self._guardian: Choice | None = None
        self.column.addWidget(
            Label(tr("The guardian must be an adult, and need not take part."), "muted", wrap=True)
        )
        self.picker = Picker(context.runner, self._find, tr("Name, phone or e-mail of the guardian"))
        self.picker.chosen.connect(self._chosen)
        self.column.addWidget(self.picker)
        self._who = Label("", "strong", wrap=True)
        self.column.addWidget(self._who)
        self.column.addWidget(Label(tr("The guardian is their"), "field"))
        self.relationship = QComboBox()
        self.relationship.setObjectName("relationship")
        self.relationship.setAccessibleName(tr("Relationship"))
        for value, words in relationships():
            self.relationship.addItem(words, value)
        self.column.addWidget(self.relationship)
        self._look()

    def _find(self, text: str) -> list[Choice]:
        today = self._context.show.today()
        hits = self._people.search(self._context.actor, text, 8)
        return [person_choice(hit, today, self._context) for hit in hits if hit.id != self._person]

    def _chosen(self, choice: Choice) -> None:
        self._guardian = choice
        self.picker.clear()
        self._look()
        self.relationship.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        chosen = self._guardian
        self._who.setText(tr("Chosen: {name}", name=chosen.title) if chosen is not None else "")
        self._who.setVisible(chosen is not None)
        self._send.set_why_not(None if chosen is not None else tr("Choose the guardian first."))

    def send(self) -> None:
        chosen = self._guardian
        if chosen is None or self._busy:
            return
        self._busy = True
        actor, op, person, value = (
            self._context.actor,
            self._op,
            self._person,
            self.relationship.currentData(),
        )
        guardian = chosen.id

        def add() -> Changed[PersonCard]:
            return self._people.set_guardian(actor, person, guardian, value, op=op)

        self._context.runner.tell(add, owner=self, then=self._saved, failed=self._failed)

    def _saved(self, _answer: Changed[PersonCard]) -> None:
        self.close_sheet()
        self.saved.emit()


def person_choice(hit: PersonHit, today: date, context: Context) -> Choice:
    """A person found, with their age, for a picker."""
    age = age_on(hit.birth_date, today) if hit.birth_date is not None else None
    parts = [str(age) if age is not None else "", context.show.phone(hit.phone), hit.email or ""]
    detail = " · ".join(part for part in parts if part)
    if age is None:
        return Choice(hit.id, hit.name, detail, tr("no birth date"), "warn")
    return Choice(hit.id, hit.name, detail, tr("minor") if age < ADULT else "", "neutral")
