"""The chosen class beside the list: what, when, where, how full, what is missing, and what can be done."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout

from mdi_desk.domains.training.records import ClassRow
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import Button, Chip, Facts, FlowLayout, Label, ProgressLine, SidePanel
from mdi_desk.qt.widgets.painting import ChipKind

Said = tuple[str, ChipKind, str]


def state_of(row: ClassRow, now: datetime) -> Said:
    """The one chip of a class in a list: its words, kind and icon."""
    if row.status == "cancelled":
        return tr("Cancelled"), "bad", "prohibit"
    if row.status == "completed" or row.ends_at <= now:
        return tr("Over · {n} came", n=row.arrived), "neutral", ""
    missing = missing_of(row)
    if missing:
        return missing[0] if len(missing) == 1 else _both(row)
    if row.ready:
        return tr("All ready"), "ok", "check"
    return tr("Nobody booked"), "neutral", ""


def missing_of(row: ClassRow) -> list[Said]:
    """What somebody still has to see to, a chip for each kind."""
    found: list[Said] = []
    if row.waivers_missing:
        text = trn("{n} waiver missing", "{n} waivers missing", row.waivers_missing)
        found.append((text, "warn", "signature"))
    if row.unpaid:
        found.append((tr("{n} unpaid", n=row.unpaid), "warn", "currency-dollar"))
    return found


def _both(row: ClassRow) -> Said:
    waivers = trn("{n} waiver", "{n} waivers", row.waivers_missing)
    return tr("{waivers}, {n} unpaid", waivers=waivers, n=row.unpaid), "warn", "warning"


class ClassPanel(SidePanel):
    """Facts of one class with `buttons`, the primary one last; it is shown above the others."""

    def __init__(self, context: Context, buttons: Sequence[Button]) -> None:
        super().__init__(width=316)
        self.setObjectName("class_panel")
        self._context = context
        self._course = Label("", "name", wrap=True)
        self._when = Label("", "muted", wrap=True)
        self._numbers = Label("", "medium")
        self._line = ProgressLine(name=tr("Booked"))
        self._chips = FlowLayout(None)
        self._facts = Facts(names=86)
        self.body.addWidget(self._course)
        self.body.addWidget(self._when)
        self.body.addSpacing(8)
        self.body.addWidget(self._numbers)
        self.body.addWidget(self._line)
        self.body.addSpacing(4)
        self.body.addLayout(self._chips)
        self.body.addSpacing(8)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        *others, primary = buttons
        primary.set_hint("Return")
        self.foot.addWidget(primary)
        if others:
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in others:
                if button.objectName() == "class_cancel":
                    button.set_kind("risky")
                row.addWidget(button, 1)
            self.foot.addLayout(row)

    def show_class(self, row: ClassRow) -> None:
        """Show `row`."""
        here, now = self._context.show.here, datetime.now(UTC)
        starts, ends = here(row.starts_at), here(row.ends_at)
        self._course.setText(row.course_name)
        self._when.setText(f"{show.day(starts)}\n{show.span(starts, ends)}")
        self._numbers.setText(tr("{n} of {most} booked", n=row.booked, most=row.capacity))
        self._line.set(row.booked, row.capacity)
        self._chips.clear()
        for text, kind, icon in self._said(row, now):
            self._chips.addWidget(Chip(text, kind, icon))
        facts = [
            (tr("Instructor"), row.instructor_name or tr("No instructor yet")),
            (tr("Place"), row.location_name),
            (tr("Price"), show.money(row.price_minor, row.currency)),
        ]
        if row.arrived:
            facts.append((tr("Arrived"), str(row.arrived)))
        if row.cancel_reason:
            facts.append((tr("Reason"), row.cancel_reason))
        self._facts.set(facts)

    @staticmethod
    def _said(row: ClassRow, now: datetime) -> list[Said]:
        chips = [] if row.status == "cancelled" or row.ends_at <= now else missing_of(row)
        chips = chips or [state_of(row, now)]
        if row.full and row.status == "scheduled":
            chips.append((tr("Full"), "accent", ""))
        return chips
