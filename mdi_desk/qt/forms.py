"""Forms built from a `FormSpec`: fields in sections of two columns, each error beside its field.

Longer than most: the conflict sheet shows the same fields and stays beside the form.
"""

from collections.abc import Mapping
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.forms import FieldSpec, FormSpec
from mdi_desk.kernel.words import tr
from mdi_desk.qt.editors import Editor, PasswordEditor, Wrong, display, editor
from mdi_desk.qt.widgets import Button, Divider, Label, Sheet

UTC_ZONE = ZoneInfo("UTC")


class _Field(QWidget):
    """Label, editor (or, read only, the value) and below them the hint or the error."""

    def __init__(self, spec: FieldSpec, currency: str, zone: ZoneInfo) -> None:
        super().__init__()
        self.spec = spec
        self._currency, self._zone = currency, zone
        self.editor: Editor = editor(spec, currency, zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._label = Label(spec.label, "field")
        target = self.editor.target()
        target.setAccessibleName(tr("{label}, required", label=spec.label) if spec.required else spec.label)
        target.setAccessibleDescription(spec.hint)
        self._label.setBuddy(target)
        column.addWidget(self._label)
        # A box to tick has its words beside it.
        self._label.setVisible(spec.kind != "yes_no")
        column.addWidget(self.editor)
        self._value = Label("", "body", wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._value.hide()
        column.addWidget(self._value)
        self._note = Label(spec.hint, "caption", wrap=True)
        column.addWidget(self._note)
        column.addStretch(1)
        self.error = ""
        self._caps = False
        self._quiet = False
        self._say()
        if isinstance(self.editor, PasswordEditor):
            self.editor.caps.connect(self._caps_changed)

    def _caps_changed(self, on: bool) -> None:
        self._caps = on
        self._say()

    def set_error(self, sentence: str) -> None:
        self.error = sentence
        self.editor.mark(sentence)
        self._say()

    def _say(self) -> None:
        text = self.error or (tr("Caps Lock is on.") if self._caps else self.spec.hint)
        self._note.setText(text)
        self._note.set_role("error" if self.error else "warn" if self._caps else "caption")
        self._note.setVisible(bool(text) and not self._quiet)
        mark = " *" if self.spec.required and not self._quiet else ""
        self._label.setText(self.spec.label + mark)

    def set_read_only(self, on: bool) -> None:
        self._quiet = on
        self.editor.setVisible(not on)
        self._value.setVisible(on)
        self._label.setVisible(on or self.spec.kind != "yes_no")
        if on:
            try:
                value = self.editor.value()
            except Wrong:
                value = None
            self._value.setText(display(self.spec, value, self._currency, self._zone))
        self._say()


class FormWidget(QWidget):
    """The form of `spec`. `zone` is the institute's, for dates with a time; `columns` is 2 or 1.

    Signals: ``changed()`` on every change by hand; ``submitted(dict)`` with the values when Enter is pressed
    or `submit` is called and everything is right.
    """

    changed = Signal()
    submitted = Signal(dict)

    def __init__(
        self, spec: FormSpec, parent: QWidget | None = None, *, zone: ZoneInfo = UTC_ZONE, columns: int = 2
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._loading = False
        self._read_only = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        self._fields: dict[str, _Field] = {}
        self._heads: list[tuple[QWidget, list[str]]] = []
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
        row, column, section = 0, 0, ""
        for field_spec in spec.fields:
            if field_spec.section != section:
                section = field_spec.section
                row, column = row + (1 if column else 0), 0
                self._grid.addWidget(self._head(section, first=row == 0), row, 0, 1, columns)
                row += 1
            field = _Field(field_spec, spec.currency, zone)
            self._fields[field_spec.name] = field
            if self._heads:
                self._heads[-1][1].append(field_spec.name)
            wide = field_spec.wide or columns == 1
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, columns if wide else 1)
            column = 0 if wide else (column + 1) % columns
            row += 1 if column == 0 else 0
            field.editor.changed.connect(self._edited)
            field.editor.entered.connect(self.submit)
        self._chain()
        self._clean: dict[str, object] = {}
        self.load({})

    def _head(self, title: str, *, first: bool) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0 if first else 8, 0, 0)
        column.setSpacing(8)
        if not first:
            column.addWidget(Divider())
        if title:
            column.addWidget(Label(title, "strong"))
        self._heads.append((head, []))
        return head

    def _chain(self) -> None:
        """Tab goes through the fields as they are read."""
        targets = [field.editor.target() for field in self._fields.values()]
        for one, other in pairwise(targets):
            QWidget.setTabOrder(one, other)

    # -- values ----------------------------------------------------------------------------------------------

    def load(self, record: object) -> None:
        """Show `record` (an object or a mapping with the fields' names); what it lacks is empty. Clears
        errors.
        """
        self._loading = True
        for name, field in self._fields.items():
            value = record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)
            field.editor.set_value(value)
            field.set_error("")
        self._loading = False
        self._settle()
        self._clean = self._raw()

    def set_value(self, name: str, value: object) -> None:
        """Fill one field, as if it had been typed. KeyError for an unknown name."""
        self._fields[name].editor.set_value(value)

    def editor(self, name: str) -> Editor:
        """The editor of the field `name`. KeyError for an unknown name."""
        return self._fields[name].editor

    def _raw(self) -> dict[str, object]:
        """Values as far as they can be read, a sentence for what cannot. Hidden fields are empty."""
        found: dict[str, object] = {}
        for name, field in self._fields.items():
            if field.isHidden():
                found[name] = field.editor.empty_value()
                continue
            try:
                found[name] = field.editor.value()
            except Wrong as wrong:
                found[name] = str(wrong)
        return found

    def check(self) -> dict[str, str]:
        """Each wrong field's sentence; empty when all is right. Changes nothing on the screen."""
        errors: dict[str, str] = {}
        values: dict[str, object] = {}
        for name, field in self._fields.items():
            spec = field.spec
            if field.isHidden():
                values[name] = field.editor.empty_value()
                continue
            try:
                values[name] = value = field.editor.value()
            except Wrong as wrong:
                errors[name] = str(wrong)
                continue
            if spec.read_only:
                continue
            if field.editor.is_empty():
                if spec.required:
                    errors[name] = tr("This is needed.")
                continue
            if spec.check is not None and (sentence := spec.check(value)):
                errors[name] = sentence
        if self.spec.check is not None and not errors:
            errors.update(self.spec.check(values))
        return errors

    def values(self) -> dict[str, object]:
        """The value of every field by name. Raises `Invalid` with the sentences when something is wrong."""
        errors = self.check()
        if errors:
            raise Invalid(tr("Please look at the marked fields."), errors)
        return self._raw()

    def changes(self) -> dict[str, object]:
        """Only what differs from what was loaded."""
        return {name: value for name, value in self._raw().items() if value != self._clean[name]}

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return bool(self.changes())

    def mark_clean(self) -> None:
        """What is shown now counts as loaded (it was saved)."""
        self._clean = self._raw()

    # -- errors ----------------------------------------------------------------------------------------------

    def errors(self, sentences: Mapping[str, str]) -> list[str]:
        """Put each sentence beside its field, focus the first; returns those of no shown field."""
        first: _Field | None = None
        for name, field in self._fields.items():
            field.set_error(sentences.get(name, ""))
            if name in sentences and first is None and not field.isHidden():
                first = field
        if first is not None:
            self.focus(first.spec.name)
        return [
            sentence
            for name, sentence in sentences.items()
            if name not in self._fields or self._fields[name].isHidden()
        ]

    def error_of(self, name: str) -> str:
        """The sentence beside the field now."""
        return self._fields[name].error

    def focus(self, name: str = "") -> None:
        """Focus the field `name`, or the first that can be edited, and bring it into sight."""
        for key, field in self._fields.items():
            if (key == name) if name else (not field.isHidden() and not field.spec.read_only):
                field.editor.target().setFocus(Qt.FocusReason.OtherFocusReason)
                parent = self.parentWidget()
                while parent is not None and not isinstance(parent, QScrollArea):
                    parent = parent.parentWidget()
                if isinstance(parent, QScrollArea):
                    parent.ensureWidgetVisible(field, 0, 24)
                return

    def submit(self) -> None:
        """Check, show what is wrong, or emit ``submitted``."""
        if self._read_only:
            return
        errors = self.check()
        self.errors(errors)
        if not errors:
            self.submitted.emit(self._raw())

    # -- state -----------------------------------------------------------------------------------------------

    def set_read_only(self, on: bool) -> None:
        """Show the values as words, nothing to type into."""
        self._read_only = on
        for field in self._fields.values():
            field.set_read_only(on or field.spec.read_only)

    def _edited(self) -> None:
        if self._loading:
            return
        for field in self._fields.values():
            if field.error and field.editor is self.sender():
                field.set_error("")
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        """Hide what does not apply to these values, and show read-only fields as words."""
        values = {name: field.editor.empty_value() for name, field in self._fields.items()}
        for name, field in self._fields.items():
            try:
                values[name] = field.editor.value()
            except Wrong:
                continue
        for field in self._fields.values():
            rule = field.spec.visible_when
            if rule is not None:
                field.setVisible(rule(values))
            field.set_read_only(self._read_only or field.spec.read_only)
        for head, names in self._heads:
            head.setVisible(any(not self._fields[name].isHidden() for name in names))


class ConflictSheet(Sheet):
    """Somebody saved the same record meanwhile: only the fields that differ, mine and theirs, one choice
    each.

    `mine`, `theirs` (and `base`, what was loaded) are mappings or records; with `base`, a field that only the
    other side changed is taken over without asking. Signal: ``resolved(dict)`` with every field's chosen
    value.
    """

    resolved = Signal(dict)

    def __init__(
        self,
        mine: object,
        theirs: object,
        spec: FormSpec,
        *,
        base: object | None = None,
        who: str = "",
        zone: ZoneInfo = UTC_ZONE,
    ) -> None:
        content = QWidget()
        super().__init__(content, title=tr("Changed by somebody else meanwhile"), width=640)
        self._mine = {field.name: _read(mine, field.name) for field in spec.fields}
        self._theirs = {field.name: _read(theirs, field.name) for field in spec.fields}
        before = None if base is None else {field.name: _read(base, field.name) for field in spec.fields}
        self.differing = tuple(
            field
            for field in spec.fields
            if self._mine[field.name] != self._theirs[field.name]
            and (before is None or self._mine[field.name] != before[field.name])
        )
        said = (
            tr("{who} saved this record while you were editing.", who=who)
            if who
            else tr("This record was saved at another station while you were editing.")
        )
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, 120)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        lead = tr("Choose what to keep.")
        grid.addWidget(Label(f"{said} {lead}", "muted", wrap=True), 0, 0, 1, 3)
        grid.addWidget(Label(tr("Yours"), "field"), 1, 1)
        grid.addWidget(Label(tr("Theirs"), "field"), 1, 2)
        self._groups: dict[str, QButtonGroup] = {}
        for row, field in enumerate(self.differing, start=2):
            name = Label(field.label, "medium", wrap=True)
            name.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            group = QButtonGroup(self)
            for column, value in ((1, self._mine[field.name]), (2, self._theirs[field.name])):
                shown = display(field, value, spec.currency, zone)
                button = _Choice(shown)
                button.radio.setAccessibleName(
                    f"{field.label}: {tr('Yours') if column == 1 else tr('Theirs')}: {shown}"
                )
                group.addButton(button.radio, column)
                grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignTop)
            self._groups[field.name] = group
        self.choose_all(mine=True)
        if len(self.differing) > 1:
            # With one field the two choices are these already.
            self.add_button(Button(tr("Take theirs"), run=self._take_theirs))
            self.add_button(Button(tr("Keep mine"), run=self._keep_mine))
        done = Button(tr("Save this choice"), "primary")
        done.clicked.connect(self._done_choosing)
        self.add_button(done)

    def choose(self, name: str, *, mine: bool) -> None:
        """Choose one field's side. KeyError when the field does not differ."""
        chosen = self._groups[name].button(1 if mine else 2)
        chosen.setChecked(True)

    def choose_all(self, *, mine: bool) -> None:
        """Choose one side everywhere."""
        for name in self._groups:
            self.choose(name, mine=mine)

    def _take_theirs(self) -> None:
        self.choose_all(mine=False)
        self._done_choosing()

    def _keep_mine(self) -> None:
        self.choose_all(mine=True)
        self._done_choosing()

    def _done_choosing(self) -> None:
        chosen = dict(self._theirs)
        for name, group in self._groups.items():
            if group.checkedId() == 1:
                chosen[name] = self._mine[name]
        self.close_sheet()
        self.resolved.emit(chosen)


class _Choice(QWidget):
    """A radio button whose words may wrap."""

    def __init__(self, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.radio = QRadioButton()
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        label = Label(text, "body", wrap=True)
        label.setBuddy(self.radio)
        label.setContentsMargins(0, 4, 0, 0)
        label.mousePressEvent = lambda _event: self.radio.setChecked(True)  # type: ignore[method-assign]
        row.addWidget(label, 1)


def _read(record: object, name: str) -> object:
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)
