"""Who signs for a minor: a guardian on file, or somebody found by name, and what they are to the minor."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mdi_desk.domains.people import access as people_access
from mdi_desk.domains.people.records import ADULT, label_of, relationships
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.picker import Choice, Picker
from mdi_desk.qt.widgets import Button, Label


@dataclass(frozen=True, slots=True)
class Guardian:
    """A guardian and what they are to the minor; "" while that is not known."""

    id: UUID
    name: str
    relationship: str = ""


class GuardianChooser(QWidget):
    """Guardians on file first; the only one is chosen at once. Signal: ``changed()``."""

    changed = Signal()

    def __init__(
        self, context: Context, people: PeopleService, minor_id: UUID, known: Sequence[Guardian]
    ) -> None:
        super().__init__()
        self.setObjectName("guardian")
        self._context, self._people, self._minor = context, people, minor_id
        self._known = tuple(known)
        self._chosen: Guardian | None = self._known[0] if len(self._known) == 1 else None
        self._buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(tr("A guardian signs"), "field"))
        for guardian in self._known:
            words = label_of(relationships(), guardian.relationship)
            button = Button(f"{guardian.name} · {words}" if guardian.relationship else guardian.name)
            button.setCheckable(True)
            button.setProperty("guardian", str(guardian.id))
            button.clicked.connect(self._known_pressed)
            self._buttons.append(button)
            column.addWidget(button)
        self._other = Button(tr("Somebody else"), "ghost", "magnifying-glass", size="small")
        self._other.setObjectName("guardian_other")
        self._other.clicked.connect(self._look_for_another)
        column.addWidget(self._other)
        self.picker = Picker(context.runner, self._find, tr("Name or phone of the guardian"))
        self.picker.chosen.connect(self._found)
        column.addWidget(self.picker)
        self._said = Label("", "strong", wrap=True)
        column.addWidget(self._said)
        self._trouble = Label("", "error", wrap=True)
        column.addWidget(self._trouble)
        self._relationship_name = Label(tr("They are the minor’s"), "field")
        self.relationship = QComboBox()
        self.relationship.setObjectName("relationship")
        self.relationship.setAccessibleName(tr("Relationship"))
        self.relationship.addItem(tr("Choose …"), "")
        for value, words in relationships():
            self.relationship.addItem(words, value)
        self.relationship.currentIndexChanged.connect(self._related)
        column.addWidget(self._relationship_name)
        column.addWidget(self.relationship)
        may_search = context.actor.may(people_access.SEARCH)
        self._other.setVisible(may_search and bool(self._known))
        self.picker.setVisible(may_search and not self._known)
        if not may_search and not self._known:
            self._trouble.setText(tr("No guardian is on file. Ask the front desk to add one."))
        self._show()

    def guardian(self) -> Guardian | None:
        """Who signs; None until somebody is chosen."""
        return self._chosen

    def _known_pressed(self) -> None:
        wanted = self.sender().property("guardian")
        self._chosen = next(one for one in self._known if str(one.id) == wanted)
        self.picker.hide()
        self._show()
        self.changed.emit()

    def _look_for_another(self) -> None:
        self.picker.show()
        self.picker.field.setFocus()

    def _find(self, text: str) -> list[Choice]:
        today = self._context.show.today()
        found = []
        for hit in self._people.search(self._context.actor, text, 6):
            if hit.id == self._minor:
                continue
            age = age_on(hit.birth_date, today) if hit.birth_date is not None else None
            chip = tr("no birth date") if age is None else tr("minor") if age < ADULT else ""
            detail = " · ".join(
                part
                for part in (str(age) if age is not None else "", self._context.show.phone(hit.phone))
                if part
            )
            found.append(Choice(hit.id, hit.name, detail, chip, "warn"))
        return found

    def _found(self, choice: Choice) -> None:
        if choice.chip:
            self._trouble.setText(
                tr(
                    "{name} can’t sign: the guardian must be an adult with a birth date on file.",
                    name=choice.title,
                )
            )
            self._trouble.show()
            return
        self._chosen = Guardian(choice.id, choice.title)
        self.relationship.setCurrentIndex(0)
        self.picker.clear()
        self.picker.hide()
        self._other.show()
        self._show()
        self.relationship.setFocus()
        self.changed.emit()

    def _related(self) -> None:
        if self._chosen is not None and self._chosen not in self._known:
            value = str(self.relationship.currentData() or "")
            self._chosen = Guardian(self._chosen.id, self._chosen.name, value)
            self.changed.emit()

    def _show(self) -> None:
        chosen = self._chosen
        for button in self._buttons:
            marked = chosen is not None and button.property("guardian") == str(chosen.id)
            button.setChecked(marked)
            button.set_icon("check" if marked else "")
        other = chosen is not None and chosen not in self._known
        self._said.setText(chosen.name if other and chosen is not None else "")
        self._said.setVisible(other)
        self._trouble.setVisible(bool(self._trouble.text()) and chosen is None)
        self._relationship_name.setVisible(other)
        self.relationship.setVisible(other)
