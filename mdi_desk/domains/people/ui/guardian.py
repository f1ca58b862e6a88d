"""Choosing a guardian: an adult on file, and what they are to the minor."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import PersonCard
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.specs import minor, relationship_spec
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.picker import Choice, Picker
from mdi_desk.qt.widgets import Avatar, Button, ElidedLabel, Label

MOST = 20


class GuardianChooser(QWidget):
    """Search an adult on file, choose, and change one's mind; `without` are never offered.

    Signals: ``changed()`` when somebody is chosen or taken back.
    """

    changed = Signal()

    def __init__(
        self, context: Context, people: PeopleService, without: frozenset[UUID] = frozenset()
    ) -> None:
        super().__init__()
        self._context, self._people, self._without = context, people, without
        self._chosen: Choice | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Label(tr("Guardian"), "field"))
        self.picker = Picker(context.runner, self._find, tr("Name, phone or e-mail"))
        self.picker.field.setAccessibleName(tr("Guardian"))
        self.picker.chosen.connect(self.choose)
        column.addWidget(self.picker)
        self._who = QWidget()
        row = QHBoxLayout(self._who)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        self._avatar = Avatar()
        row.addWidget(self._avatar)
        words = QVBoxLayout()
        words.setSpacing(1)
        self._name, self._detail = ElidedLabel("", "medium"), ElidedLabel("", "caption")
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        self._other = Button(tr("Change"), size="small", run=self.take_back)
        self._other.setObjectName("guardian_other")
        row.addWidget(self._other)
        self._who.hide()
        column.addWidget(self._who)
        self.setFocusProxy(self.picker.field)

    @property
    def chosen(self) -> UUID | None:
        """Who is chosen."""
        return self._chosen.id if self._chosen is not None else None

    def choose(self, choice: Choice) -> None:
        """Choose this person."""
        self._chosen = choice
        self._avatar.set(choice.title)
        self._name.setText(choice.title)
        self._detail.setText(choice.detail)
        self.picker.hide()
        self._who.show()
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def take_back(self) -> None:
        """Nobody is chosen; search again."""
        self._chosen = None
        self._who.hide()
        self.picker.show()
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _find(self, text: str) -> tuple[Choice, ...]:
        show = self._context.show
        today = show.today()
        found = []
        for hit in self._people.search(self._context.actor, text, MOST):
            if hit.id in self._without or minor(hit.birth_date, today):
                continue
            age = str(age_on(hit.birth_date, today)) if hit.birth_date else ""
            detail = " · ".join(part for part in (age, show.phone(hit.phone), hit.email or "") if part)
            missing = tr("no birth date") if hit.birth_date is None else ""
            found.append(Choice(hit.id, hit.name, detail, missing, "warn"))
        return tuple(found)


class GuardianSheet(FormSheet):
    """Records a guardian of the minor on `card`. Signals: ``saved(PersonCard)`` of the minor."""

    def __init__(self, context: Context, people: PeopleService, card: PersonCard) -> None:
        title = tr("Add a guardian")
        super().__init__(context, relationship_spec(), title=title, save=tr("Save guardian"), width=480)
        self.setObjectName("add_guardian")
        self._people, self._minor = people, card.person.id
        known = {card.person.id, *(link.person_id for link in card.guardians)}
        self.chooser = GuardianChooser(context, people, frozenset(known))
        self.chooser.changed.connect(self._picked)
        self.insert(0, self.chooser)
        text = tr("An adult on file, with a birth date, who may sign for {name} until they are of age.",
                  name=card.person.full_name)  # fmt: skip
        self.insert(0, Label(text, "muted", wrap=True))
        self.begin({"relationship": "parent"})
        self._picked()

    def _picked(self) -> None:
        chosen = self.chooser.chosen is not None
        self.form.setVisible(chosen)
        self.banner.say("")
        self.save_button.set_why_not(None if chosen else tr("Choose who it is first."))

    def _focus_first(self) -> None:
        self.chooser.picker.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dirty(self) -> bool:
        return self.chooser.chosen is not None

    def edit_for(self, values: Mapping[str, Any]) -> tuple[UUID | None, str]:
        return self.chooser.chosen, str(values["relationship"])

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor, minor_id = self._people, self.context.actor, self._minor
        guardian, relationship = edit
        return lambda: people.set_guardian(actor, minor_id, guardian, relationship, op=op)
