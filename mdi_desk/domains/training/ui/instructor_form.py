"""The form of an instructor; a new one is picked from the people on file."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import PersonHit
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Instructor, InstructorEdit
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.widgets import Avatar, Button, Label, SearchField, Tappable

HITS = 5
NAMES = ("title", "credentials", "specialties", "bio", "photo_url", "is_active")


class PersonPicker(QWidget):
    """A field to find a person by name, phone or e-mail, and the one picked.

    `taken`: people that cannot be picked, with the sentence why. Signals: ``picked(UUID)``.
    """

    picked = Signal(object)

    def __init__(self, context: Context, people: PeopleService, taken: frozenset[UUID], why: str) -> None:
        super().__init__()
        self._context, self._people = context, people
        self._taken, self._why = taken, why
        self.person: UUID | None = None
        self.name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(tr("Person") + " *", "field"))
        self.search = SearchField(tr("Name, phone or e-mail"))
        self.search.setObjectName("person_pick")
        self.search.searched.connect(self._ask)
        self.search.left_down.connect(self._first)
        column.addWidget(self.search)
        self._chosen = QWidget()
        self._chosen_row = QHBoxLayout(self._chosen)
        self._chosen_row.setContentsMargins(0, 0, 0, 0)
        self._chosen_row.setSpacing(12)
        self._avatar = Avatar("", 36)
        self._said = Label("", "medium")
        self._change = Button(tr("Somebody else"), size="small", run=self._again)
        self._chosen_row.addWidget(self._avatar)
        self._chosen_row.addWidget(self._said, 1)
        self._chosen_row.addWidget(self._change)
        self._chosen.hide()
        column.addWidget(self._chosen)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self._note = Label("", "caption", wrap=True)
        self._note.hide()
        column.addWidget(self._note)

    def fix(self, name: str) -> None:
        """Show somebody who cannot be changed any more."""
        self._show(name)
        self._change.hide()

    def complain(self, sentence: str) -> None:
        """Say what is wrong below the field."""
        self._note.set_role("error" if sentence else "caption")
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        if sentence:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, text: str) -> None:
        typed = text.strip()
        self.complain("")
        if not typed:
            self._found(())
            return
        self._context.runner.ask(
            lambda: self._people.search(self._context.actor, typed, HITS),
            owner=self,
            then=self._found,
            key="search",
        )

    def _found(self, hits: tuple[PersonHit, ...]) -> None:
        self._clear()
        for hit in hits:
            self._list.addWidget(self._line(hit))
        if not hits and self.search.text().strip():
            self._note.setText(tr("Nobody is on file under this. Add the person in People first."))
            self._note.show()

    def _line(self, hit: PersonHit) -> Tappable:
        line = Tappable(name=hit.name, margins=(6, 5, 6, 5))
        line.setObjectName("person_hit")
        line.row.addWidget(Avatar(hit.name, 28))
        line.row.addWidget(Label(hit.name, "medium"))
        taken = hit.id in self._taken
        contact = self._context.show.phone(hit.phone) or hit.email or ""
        line.row.addWidget(Label(self._why if taken else contact, "caption"), 1)
        if taken:
            line.setEnabled(False)
        else:
            line.chosen.connect(lambda: self._pick(hit))
        return line

    def _first(self) -> None:
        if (line := self._first_line()) is not None:
            line.setFocus(Qt.FocusReason.TabFocusReason)

    def _first_line(self) -> Tappable | None:
        for place in range(self._list.count()):
            item = self._list.itemAt(place)
            line = item.widget() if item is not None else None
            if isinstance(line, Tappable) and line.isEnabled():
                return line
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter in the field means the person found, never the sheet's own button.
            if self.search.hasFocus() and (line := self._first_line()) is not None:
                line.chosen.emit()
            return
        super().keyPressEvent(event)

    def _pick(self, hit: PersonHit) -> None:
        self.person, self.name = hit.id, hit.name
        self._clear()
        self._show(hit.name)
        self.picked.emit(hit.id)

    def _show(self, name: str) -> None:
        self.search.hide()
        self._note.hide()
        self._avatar.set(name)
        self._said.setText(name)
        self._chosen.show()

    def _again(self) -> None:
        self.person = None
        self._chosen.hide()
        self.search.show()
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._note.hide()
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.updateGeometry()


class InstructorSheet(FormSheet):
    """A new instructor (`instructor` None) or a changed one. Signal: ``saved(Instructor)``.

    `teaching`: the people who are instructors already.
    """

    def __init__(
        self,
        context: Context,
        training: TrainingService,
        people: PeopleService,
        instructor: Instructor | None,
        teaching: frozenset[UUID],
    ) -> None:
        super().__init__(
            context,
            _spec(),
            title=tr("New instructor") if instructor is None else tr("Instructor"),
            save=tr("Make instructor") if instructor is None else tr("Save instructor"),
            name="instructor_save",
            width=640,
        )
        self.setObjectName("instructor_form")
        self._training = training
        self._new = instructor is None
        self._id = uuid7() if instructor is None else instructor.id
        self._version = 0 if instructor is None else instructor.version
        self.picker = PersonPicker(context, people, teaching, tr("teaches already"))
        self.insert(0, self.picker)
        QWidget.setTabOrder(self._cross, self.picker.search)
        if instructor is None:
            self.begin({"is_active": True})
            self.picker.picked.connect(self._picked)
        else:
            self.picker.person = instructor.person_id
            self.picker.fix(instructor.name)
            self.begin(self.values_of(instructor))
            self.show_dates(instructor.created_at, instructor.updated_at)
        if not context.actor.may(access.MANAGE):
            self.set_read_only()

    def _focus_first(self) -> None:
        if self._new:
            self.picker.search.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            super()._focus_first()

    def _picked(self, _person: object) -> None:
        self.form.focus()

    def dirty(self) -> bool:
        return super().dirty() or (self._new and self.picker.person is not None)

    def _submit(self, values: Mapping[str, object]) -> None:
        if self.picker.person is None:
            self.picker.complain(tr("Find the person first."))
            return
        super()._submit(values)

    def values_of(self, record: Instructor) -> Mapping[str, object]:
        edit = InstructorEdit.of(record)
        return {name: getattr(edit, name) for name in NAMES}

    def take(self, record: Instructor) -> None:
        self._version = record.version

    def edit_for(self, values: Mapping[str, Any]) -> InstructorEdit:
        assert self.picker.person is not None
        return InstructorEdit(id=self._id, person_id=self.picker.person, version=self._version, **values)

    def call_for(self, edit: InstructorEdit, op: UUID) -> Callable[[], Changed[Instructor]]:
        return lambda: self._training.save_instructor(self.context.actor, edit, op=op)


def _spec() -> FormSpec:
    commas = tr("With commas between.")
    return FormSpec(
        (
            FieldSpec("title", "text", tr("Title"), hint=tr("For example: Senior instructor")),
            FieldSpec("photo_url", "text", tr("Photo (web address)")),
            FieldSpec("credentials", "words", tr("Credentials"), wide=True, hint=commas),
            FieldSpec("specialties", "words", tr("Specialties"), wide=True, hint=commas),
            FieldSpec("bio", "long_text", tr("About"), wide=True),
            FieldSpec("is_active", "yes_no", tr("Teaches at present"), wide=True),
        )
    )
