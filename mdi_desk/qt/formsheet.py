"""A sheet with one record's form: saved once, told what is wrong beside the field, nothing typed is lost."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Conflict, Invalid, Refused, Unavailable
from mdi_desk.kernel.forms import FormSpec
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import ConflictSheet, FormWidget
from mdi_desk.qt.widgets import Banner, Button, ConfirmSheet, Label, Sheet


class FormSheet(Sheet):
    """The form of `spec` on a sheet with Cancel and `save`.

    A subclass says how values become a call (`call_for`), where a refusal belongs (`refusal`) and how a
    record fills the form (`values_of`). The same values pressed again after a lost answer are the same
    operation; other values are another one.

    Signals: ``saved(record)`` with the record as it stands after saving.
    """

    saved = Signal(object)

    def __init__(
        self, context: Context, spec: FormSpec, *, title: str, save: str, name: str = "save", width: int = 720
    ) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        super().__init__(content, title=title, width=width)
        self.context = context
        self.banner = Banner(closable=False)
        self.banner.setObjectName("form_banner")
        # The presenter looks for the nearest banner above where an error happened.
        content.banner = self.banner  # type: ignore[attr-defined]
        self._column.addWidget(self.banner)
        self.form = FormWidget(spec, zone=context.institute.zone)
        self._column.addWidget(self.form)
        for box in self.form.findChildren(QComboBox):
            # A long choice makes its list wide, not its field: the columns stay even.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._sent: object = None
        self._op = uuid7()
        self._busy = False
        self._base: dict[str, object] = {}
        self.leave_button = Button(tr("Cancel"), run=self.leave)
        self.add_button(self.leave_button)
        self.save_button = Button(save, "primary", run=self.form.submit)
        self.save_button.setObjectName(name)
        self.add_button(self.save_button)
        self._cross.clicked.disconnect()
        self._cross.clicked.connect(self.leave)
        self.form.submitted.connect(self._submit)
        self.banner.acted.connect(self.form.submit)

    # -- what a subclass says --------------------------------------------------------------------------------

    def edit_for(self, values: Mapping[str, Any]) -> object:
        """What is to be saved, from the form's values; comparable."""
        raise NotImplementedError

    def call_for(self, edit: Any, op: Any) -> Callable[[], Changed[Any]]:
        """The write of `edit` as operation `op`."""
        raise NotImplementedError

    def values_of(self, record: Any) -> Mapping[str, object]:
        """A saved record as the form's values."""
        raise NotImplementedError

    def take(self, record: Any) -> None:
        """From now on `record` is what the form is compared with (somebody else saved it meanwhile)."""
        raise NotImplementedError

    def refusal(self, error: Refused) -> Mapping[str, str]:
        """The fields a refusal belongs to, with their sentences; none when it belongs to no field."""
        return {}

    # -- filling ---------------------------------------------------------------------------------------------

    def begin(self, values: Mapping[str, object]) -> None:
        """Show `values` as what is stored (or as a new record's first values)."""
        self._base = dict(values)
        self.form.load(values)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put `widget` above (0) or below (-1) the form."""
        self._column.insertWidget(1 if place == 0 else self._column.count(), widget)

    def show_dates(self, created: datetime, updated: datetime) -> None:
        """Below the form in one quiet line: since when there is this record, and when it last changed."""
        show = self.context.show
        since = f"{tr('On file since')} {show.day(created)}"
        line = Label(f"{since} · {tr('Last changed')} {show.moment(updated)}", "muted", wrap=True)
        line.setObjectName("form_dates")
        self.insert(-1, line)

    def set_read_only(self) -> None:
        """For those who may look and not change: the values as words, and nothing to save."""
        self.form.set_read_only(True)
        self.save_button.hide()
        self.leave_button.setText(tr("Close"))
        self.leave_button.setAccessibleName(tr("Close"))

    def dirty(self) -> bool:
        """Whether something typed would be lost."""
        return self.form.dirty()

    def _focus_first(self) -> None:
        if self.save_button.isHidden():
            self.leave_button.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.form.focus()

    # -- saving ----------------------------------------------------------------------------------------------

    def _submit(self, values: Mapping[str, object]) -> None:
        if self._busy:
            return
        edit = self.edit_for(values)
        if edit != self._sent:
            self._sent, self._op = edit, uuid7()
        self.banner.say("")
        self._busy = True
        self.save_button.set_why_not(tr("Just a moment."))
        self.context.runner.tell(
            self.call_for(edit, self._op), owner=self, then=self._saved, failed=self._failed
        )

    def _saved(self, changed: Changed[Any]) -> None:
        self._busy = False
        self.close_sheet()
        self.saved.emit(changed.record)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.save_button.set_why_not(None)
        # A greyed button loses the focus; the next step is still there.
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, Conflict) and error.theirs is not None:
            self._compare(error.theirs)
        elif isinstance(error, Unavailable):
            self.banner.say(error.message, "warn", tr("Try again"))
        elif isinstance(error, Invalid) and error.fields:
            self._beside(error.fields, error.message)
        elif isinstance(error, Refused) and (fields := self.refusal(error)):
            self._beside(fields, error.message)
        else:
            self.context.fail(error, owner=self.content)
        self._scroll_to_banner()

    def _beside(self, fields: Mapping[str, str], message: str) -> None:
        left = self.form.errors(fields)
        if left:
            self.banner.say(" ".join(left) or message, "bad")

    def _scroll_to_banner(self) -> None:
        if self.banner.isVisible():
            self._scroll.ensureWidgetVisible(self.banner)

    def _compare(self, theirs: Any) -> None:
        mine, stored = self.form.values(), self.values_of(theirs)
        # What they left as it was is mine without a question, as what I left is theirs.
        shown = {name: mine[name] if stored[name] == self._base.get(name) else stored[name] for name in mine}
        sheet = ConflictSheet(mine, shown, self.form.spec, base=self._base, zone=self.context.institute.zone)
        sheet.setObjectName("conflict")

        def resolved(values: dict[str, object]) -> None:
            self.take(theirs)
            self._base = dict(self.values_of(theirs))
            for name, value in values.items():
                self.form.set_value(name, value)
            self.form.submit()

        if not sheet.differing:
            sheet.deleteLater()
            resolved({**shown, **{name: mine[name] for name in self.form.changes()}})
            return
        sheet.resolved.connect(resolved)
        sheet.show_over(self)

    # -- leaving ---------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close; asks first when something typed would be lost. Waits for an answer under way: it may hold
        what is shown only once.
        """
        if self._busy:
            return
        if not self.dirty():
            self.close_sheet()
            return
        ask = ConfirmSheet(
            tr("Close without saving?"), tr("What you typed here is lost."), tr("Close without saving"),
            danger=True, cancel=tr("Go on editing"),
        )  # fmt: skip
        ask.setObjectName("leave_form")
        ask.confirmed.connect(self.close_sheet)
        ask.show_over(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
