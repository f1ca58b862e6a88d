"""A new person: the form at the left, look-alikes already on file at the right."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.people.records import (
    Draft,
    Duplicate,
    NewGuardian,
    NewPerson,
    PersonCard,
    duplicate_words,
)
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.people.ui.guardian import GuardianChooser
from mdi_desk.domains.people.ui.specs import languages, minor, new_person_spec, relationship_spec
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import FormWidget
from mdi_desk.qt.formsheet import FormSheet
from mdi_desk.qt.widgets import Avatar, Button, Chip, ElidedLabel, Icon, Label, Tappable

REST_MS = 250
SIDE = 268


def typed_person(text: str) -> dict[str, object]:
    """What a search that found nobody says about a new person: a name, a phone or an e-mail."""
    words = text.split()
    found: dict[str, object] = {}
    names = []
    for word in words:
        if "@" in word:
            found["email"] = word
        elif re.fullmatch(r"[+()\d./-]+", word):
            found["phone"] = f"{found.get('phone', '')} {word}".strip()
        else:
            names.append(word[:1].upper() + word[1:])
    if names:
        found["given_name"] = names[0]
        found["family_name"] = " ".join(names[1:])
    return found


class Lookalikes(QWidget):
    """Those on file who may be the one being typed. Signal: ``chosen(id)`` to open one instead."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedWidth(SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(tr("Already on file?"), "strong"))
        self._said = Label("", "caption", wrap=True)
        column.addWidget(self._said)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.show_hits(())

    def show_hits(self, hits: tuple[Duplicate, ...]) -> None:
        """Show these, or that there is none."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._said.setText(
            tr("Is it one of these? Open that card instead of making a second one.")
            if hits
            else tr("While you type, people who look alike appear here.")
        )
        for hit in hits:
            self._rows.addWidget(self._row(hit))

    def count(self) -> int:
        """How many are shown."""
        return self._rows.count()

    def _row(self, hit: Duplicate) -> Tappable:
        show = self._context.show
        why = duplicate_words(hit.why)
        row = Tappable(name=f"{hit.name}, {why}", margins=(8, 8, 8, 8), run=lambda: self.chosen.emit(hit.id))
        row.setObjectName("lookalike")
        row.row.addWidget(Avatar(hit.name), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(ElidedLabel(hit.name, "medium"))
        for part in (show.day(hit.birth_date) if hit.birth_date else "", show.phone(hit.phone), hit.email):
            if part:
                words.addWidget(ElidedLabel(part, "caption"))
        chip = QHBoxLayout()
        chip.addWidget(Chip(why, "warn", "users"))
        chip.addStretch(1)
        words.addLayout(chip)
        row.row.addLayout(words, 1)
        row.row.addWidget(Icon("caret-right", 14, "text-faint"))
        return row


class NewPersonSheet(FormSheet):
    """`typed` fills the form to begin with.

    Signals: ``saved(PersonCard)``; ``chosen(id)`` of a look-alike to open instead.
    """

    chosen = Signal(object)

    def __init__(
        self, context: Context, people: PeopleService, typed: Mapping[str, object] | None = None
    ) -> None:
        spec = new_person_spec(context.show.today())
        super().__init__(context, spec, title=tr("New person"), save=tr("Save person"), width=900)
        self.setObjectName("new_person_sheet")
        self._people = people
        self._first_hit: UUID | None = None
        self.open_button = Button("", "primary", run=self._open_hit)
        self.open_button.setObjectName("open_lookalike")
        self.open_button.hide()
        self.add_button(self.open_button)
        # One id and code for all attempts of this sheet: pressing again never makes a second person.
        self._ids = NewPerson("", "")
        self._beside_form()
        locale = context.institute.locale
        known = locale in {code for code, _ in languages()}
        self.begin({"locale": locale if known else "en-US", "role": "customer"})
        for name, value in (typed or {}).items():
            self.form.set_value(name, value)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        self.closed.connect(self._rest.stop)
        self.form.changed.connect(self._typed)
        self._guardian_wanted()
        if typed:
            self._look()

    def _beside_form(self) -> None:
        """Put the look-alikes beside the form, the guardian below it."""
        self._column.removeWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.form)
        self.guardian = QWidget()
        self.guardian.hide()
        below = QVBoxLayout(self.guardian)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(Label(tr("Guardian of this minor"), "strong"))
        note = tr("A guardian signs the waiver. Somebody on file; it can also be added later on the card.")
        below.addWidget(Label(note, "caption", wrap=True))
        self.chooser = GuardianChooser(self.context, self._people)
        self.chooser.changed.connect(self._guardian_chosen)
        below.addWidget(self.chooser)
        self.relation = FormWidget(relationship_spec(), columns=1)
        self.relation.load({"relationship": "parent"})
        self.relation.hide()
        below.addWidget(self.relation)
        left.addWidget(self.guardian)
        left.addStretch(1)
        row.addLayout(left, 1)
        self.lookalikes = Lookalikes(self.context)
        self.lookalikes.chosen.connect(self._open_other)
        row.addWidget(self.lookalikes)
        self._column.addLayout(row)

    # -- while one types -----------------------------------------------------------------------------

    def _value(self, name: str) -> Any:
        """What the field holds; None while it can't be read."""
        try:
            return self.form.editor(name).value()
        except ValueError:
            return None

    def _typed(self) -> None:
        self._guardian_wanted()
        self._rest.start()

    def _guardian_wanted(self) -> None:
        self.guardian.setVisible(minor(self._value("birth_date"), self.context.show.today()))

    def _guardian_chosen(self) -> None:
        self.relation.setVisible(self.chooser.chosen is not None)

    def _look(self) -> None:
        draft = Draft(
            given_name=self._value("given_name") or "",
            family_name=self._value("family_name") or "",
            email=self._value("email") or "",
            phone=self._value("phone") or "",
            birth_date=self._value("birth_date"),
        )
        people, actor = self._people, self.context.actor
        # A hint: without the server the form goes on all the same.
        self.context.runner.ask(
            lambda: people.duplicates(actor, draft), owner=self, then=self._show_hits,
            failed=self._no_hint, key="duplicates",
        )  # fmt: skip

    def _show_hits(self, hits: tuple[Duplicate, ...]) -> None:
        """With a look-alike on file the next step is that card; a second one is still possible."""
        self.lookalikes.show_hits(hits)
        self._first_hit = hits[0].id if hits else None
        self.open_button.setVisible(bool(hits))
        self.open_button.setText(tr("Open {name}", name=hits[0].name) if hits else "")
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.updateGeometry()
        self.save_button.set_kind("plain" if hits else "primary")

    def _open_hit(self) -> None:
        if self._first_hit is not None:
            self._open_other(self._first_hit)

    def _no_hint(self, _error: Exception) -> None:
        self._show_hits(())

    def _open_other(self, person_id: UUID) -> None:
        self.close_sheet()
        self.chosen.emit(person_id)

    # -- saving --------------------------------------------------------------------------------------

    def dirty(self) -> bool:
        names = ("given_name", "family_name", "phone", "email", "birth_date", "notes")
        return any(self._value(name) for name in names)

    def _submit(self, values: Mapping[str, object]) -> None:
        if wrong := self.relation.check() if self._guardian() is not None else {}:
            self.relation.errors(wrong)
            return
        super()._submit(values)

    def _guardian(self) -> UUID | None:
        return None if self.guardian.isHidden() else self.chooser.chosen

    def edit_for(self, values: Mapping[str, Any]) -> NewPerson:
        guardian = self._guardian()
        others = {name: value for name, value in values.items() if name != "role"}
        return NewPerson(
            **others,
            roles=(values["role"],),
            guardian=NewGuardian(guardian, self.relation.values()["relationship"]) if guardian else None,  # type: ignore[arg-type]
            id=self._ids.id,
            op_id=self._ids.op_id,
            code=self._ids.code,
        )

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[PersonCard]]:
        people, actor, new = self._people, self.context.actor, replace(edit, op_id=op)
        return lambda: people.create(actor, new)
