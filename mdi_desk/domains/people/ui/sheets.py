"""A sheet with a form that sends one write: what is typed stays typed until it is safe or given up."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.errors import Conflict, Invalid, SignedOut, Unavailable, UserError
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.forms import ConflictSheet, FormWidget
from mdi_desk.qt.widgets import Banner, Button, ConfirmSheet, Sheet


class FormSheet(Sheet):
    """`content` holds `column`, with the banner and the form; `save` is the primary button.

    A subclass implements `send` (make the command, hand it to `order`) and may take a conflict in `differs`.
    Escape, the cross and Cancel ask first when something typed would be lost.

    Signals: ``saved(record)`` with the answer's record, after the sheet has closed.
    """

    saved = Signal(object)

    def __init__(
        self, context: Context, form: FormWidget, *, title: str, save: str, width: int = 560
    ) -> None:
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.banner = Banner(closable=False)
        # The presenter looks for the banner from the owner upwards.
        content.banner = self.banner  # type: ignore[attr-defined]
        self.banner.acted.connect(self.submit)
        self.column.addWidget(self.banner)
        self.form = form
        self.column.addWidget(form)
        super().__init__(content, title=title, width=width)
        self.context = context
        self._sure = False
        self._content: object = None
        self._op = uuid7()
        self._cross.clicked.disconnect()
        self._cross.clicked.connect(self.leave)
        self.add_button(Button(tr("Cancel"), run=self.leave))
        self.save_button = Button(save, "primary", run=self.submit)
        self.save_button.setObjectName("save")
        self.add_button(self.save_button)
        form.submitted.connect(self._entered)

    # -- for subclasses ------------------------------------------------------------------------------

    def send(self, values: dict[str, object]) -> None:
        """Make the command of `values` and hand it to `order`."""
        raise NotImplementedError

    def differs(self, error: Conflict) -> bool:
        """Take a conflict; False leaves it to the banner."""
        return False

    def dirty(self) -> bool:
        """Whether closing would lose something."""
        return self.form.dirty()

    def attempt(self, content: object) -> UUID:
        """The operation's id for `content`: the same while it is sent again unchanged."""
        if content != self._content:
            self._content, self._op = content, uuid7()
        return self._op

    def order(self, call: Callable[[], Changed[Any]]) -> None:
        """Send the write; the button waits meanwhile."""
        self.banner.say("")
        self.save_button.set_why_not(tr("Just a moment."))
        self.context.runner.tell(call, owner=self, then=self._sent, failed=self._failed)

    def bring_together(
        self,
        base: Mapping[str, object],
        mine: Mapping[str, object],
        theirs: Mapping[str, object],
        take: Callable[[dict[str, object]], None],
    ) -> None:
        """Two people changed a record that was `base`: `take` gets what is to be saved on top of `theirs`.

        What only one of the two changed is kept without a question; the rest is asked field by field.
        """
        merged = {name: theirs[name] if mine[name] == base[name] else mine[name] for name in base}
        both = {
            name: theirs[name]
            for name in base
            if mine[name] != base[name] and theirs[name] not in (base[name], mine[name])
        }
        if not both:
            take(merged)
            self.context.toasts.say(tr("A colleague changed this too. Both changes are kept."))
            return
        zone = self.context.institute.zone
        sheet = ConflictSheet(merged, {**merged, **both}, self.form.spec, zone=zone)
        sheet.setObjectName("conflict")
        sheet.resolved.connect(take)
        sheet.show_over(self.context.window)

    # -- inside --------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Check the form; what is right goes to `send`."""
        if not self.save_button.isEnabled():
            return
        try:
            values = self.form.values()
        except Invalid as error:
            self.form.errors(error.fields)
            return
        self.send(values)

    def _entered(self, _values: dict[str, object]) -> None:
        self.submit()

    def _sent(self, changed: Changed[Any]) -> None:
        self.close_sheet()
        self.saved.emit(changed.record)

    def _failed(self, error: Exception) -> None:
        self.save_button.set_why_not(None)
        if isinstance(error, Invalid):
            left = self.form.errors(error.fields)
            if left or not error.fields:
                self.banner.say(" ".join(left) or error.message, "bad")
        elif isinstance(error, Conflict) and self.differs(error):
            return
        elif isinstance(error, Unavailable):
            self.banner.say(error.message, "warn", tr("Try again"))
        elif isinstance(error, UserError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "bad")
        else:
            self.context.fail(error, owner=self.content, retry=self.submit)

    def _focus_first(self) -> None:
        self.form.focus()

    def leave(self) -> None:
        """Close, after asking when something typed would be lost."""
        if not self.dirty() or self._sure:
            self.close_sheet()
            return
        ask = ConfirmSheet(
            tr("Leave without saving?"),
            tr("What you typed here is lost."),
            tr("Leave"),
            danger=True,
            cancel=tr("Go on editing"),
        )
        ask.confirmed.connect(self._leave_anyway)
        ask.show_over(self.context.window)

    def _leave_anyway(self, _reason: str) -> None:
        self._sure = True
        self.close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
