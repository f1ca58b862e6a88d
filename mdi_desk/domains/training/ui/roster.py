"""The list of a roster: who has a seat, how they stand, who is here.

All rows are held in memory, so that filtering is instant.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.domains.training.records import (
    RosterRow,
    attendance_chip,
    payment_chip,
    waiver_chip,
)
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.paging import Page
from mdi_desk.kernel.words import tr
from mdi_desk.qt.cells import PAD
from mdi_desk.qt.context import Context
from mdi_desk.qt.runner import Runner
from mdi_desk.qt.tables import AvatarCell, ChipCell, Column, KeysetTableModel, ListPane, Table
from mdi_desk.qt.widgets import Button, EmptyState, painting


@dataclass(frozen=True, slots=True)
class Held:
    """An attendance, or a waiver (`attendance` None), that the operation `op` keeps at this station."""

    op: UUID
    at: datetime
    attendance: str | None = None


class Waiting:
    """What is safe at this station and not yet confirmed: attendance by booking, waivers by person."""

    def __init__(self) -> None:
        self.attendance: dict[UUID, Held] = {}
        self.waivers: dict[UUID, Held] = {}

    def settled(self, op: UUID) -> bool:
        """The server has answered the operation `op`. Returns whether it was one of these."""
        found = False
        for held in (self.attendance, self.waivers):
            for key in [key for key, one in held.items() if one.op == op]:
                del held[key]
                found = True
        return found


class HeldModel(KeysetTableModel[RosterRow]):
    """All rows of one roster, given by `hold`. Signal: ``wanted()`` when somebody asks to look again."""

    wanted = Signal()

    def __init__(self, columns: Sequence[Column], runner: Runner, parent: QWidget) -> None:
        super().__init__(columns, runner, lambda _after, _limit: Page(()), lambda row: row.booking_id, parent)

    def expect(self) -> None:
        """Nothing is known yet: skeleton rows until `hold`."""
        self.started = False  # or the pane would show the empty state, and the table lose the focus
        self.clear()
        self.pending = True
        self.loaded.emit()

    def hold(self, rows: Sequence[RosterRow]) -> None:
        """These are the rows now; the selection stays with its person."""
        self.pending, self.started = False, True
        self._replace(rows, None)

    def load(self) -> None:
        self.wanted.emit()


class RosterList(QWidget):
    """The roster's table on its card, with the hints of `keys` at its foot.

    Signals: ``chosen(RosterRow | None)``, ``opened(RosterRow)`` on Enter, ``wanted()`` to look again,
    ``add_wanted()`` from the empty roster.
    """

    chosen = Signal(object)
    opened = Signal(object)
    wanted = Signal()
    add_wanted = Signal()

    def __init__(self, context: Context, *, may_book: bool, keys: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[RosterRow, ...] = ()
        self._folded: dict[UUID, str] = {}
        self._words: tuple[str, ...] = ()
        self._known = False
        self.waiting = Waiting()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._model = HeldModel(self._columns(), context.runner, self)
        self.table = Table(self._model, name=tr("Roster"))
        self.table.setObjectName("roster_table")
        self._empty = EmptyState(
            "users",
            tr("Nobody is booked yet"),
            tr("Add the first person; their ticket is ready at once.") if may_book else "",
            Button(tr("Add person"), "primary", "user-plus", run=self.add_wanted.emit) if may_book else None,
        )
        self.pane = ListPane(self.table, empty=self._empty, keys=list(keys))
        column.addWidget(self.pane)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self._model.wanted.connect(self.wanted)
        self._may_book = may_book

    # -- rows ----------------------------------------------------------------------------------------

    def expect(self) -> None:
        """Another class: skeleton rows until `hold`."""
        self._rows, self._folded, self._words, self._known = (), {}, (), False
        self._model.expect()

    def hold(self, rows: Sequence[RosterRow]) -> None:
        """The roster's rows as the server has them now."""
        self._rows, self._known = tuple(rows), True
        self._folded = {row.booking_id: fold(f"{row.name} {row.ticket_code}") for row in rows}
        self._show()

    def filter(self, text: str) -> None:
        """Only people whose name or ticket has each of the words, accents or not."""
        self._words = tuple(fold(text).split())
        self._show()

    def look(self) -> None:
        """Paint again: what waits has changed."""
        self._show()

    def select(self, booking_id: UUID) -> bool:
        """Choose a person; False when they are not in the list shown."""
        return self.table.select(booking_id)

    def select_first(self) -> None:
        """Choose the first person not here yet, those who can't come in before the others; else the first."""
        away = [
            (not _blocked(row), place)
            for place, row in enumerate(self._model.rows)
            if not row.arrived and not row.pending and row.attendance not in ("excused", "no_show")
        ]
        self.table.select_place(min(away)[1] if away else 0)

    def current(self) -> RosterRow | None:
        """The chosen row."""
        row = self.table.current_row()
        return row if isinstance(row, RosterRow) else None

    def row_of(self, booking_id: UUID) -> RosterRow | None:
        """The row of a booking, shown or filtered out."""
        return next((self.seen(row) for row in self._rows if row.booking_id == booking_id), None)

    @property
    def rows(self) -> tuple[RosterRow, ...]:
        """All rows, filtered out or not."""
        return self._rows

    def seen(self, row: RosterRow) -> RosterRow:
        """The row with what waits at this station painted over it."""
        changed = row
        if row.person_id in self.waiting.waivers and row.waiver_state != "valid":
            changed = replace(changed, waiver_state="pending")
        if row.booking_id in self.waiting.attendance:
            held = self.waiting.attendance[row.booking_id]
            changed = replace(changed, attendance=held.attendance, pending=True)
        return changed

    def _show(self) -> None:
        if not self._known:
            return
        found = [
            self.seen(row)
            for row in self._rows
            if all(word in self._folded[row.booking_id] for word in self._words)
        ]
        if self._rows and not found:
            self._empty.set(tr("Nobody matches"), tr("Type fewer letters, or press Esc."), "magnifying-glass")
        else:
            said = tr("Add the first person; their ticket is ready at once.") if self._may_book else ""
            self._empty.set(tr("Nobody is booked yet"), said, "users")
        self._model.hold(found)

    def failed(self, error: Exception) -> None:
        """The rows could not be read: says why, with a way to try again."""
        self._model.pending = False
        self._model.failed.emit(error)

    # -- cells ---------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        sample = self._context.show.money(18500, self._context.institute.currency)
        month = self._context.show.month(date(self._context.show.today().year + 1, 12, 31))
        waiver = (tr("Guardian to sign"), tr("New version"), tr("Valid to {month}", month=month))
        payment = (tr("{money} due", money=sample), tr("Not paid"))
        arrived = _room((f"{tr('Late')} 00:00",), (tr("Pending"), "cloud"))
        return (
            Column("name", tr("Person"), lambda row: AvatarCell(row.name), "avatar", stretch=3),
            Column("waiver", tr("Waiver"), self._waiver, "chip", width=_room(waiver)),
            Column("payment", tr("Payment"), self._payment, "chip", width=_room(payment)),
            Column(
                "arrived",
                tr("Arrived"),
                self._arrived,
                "number",
                width=arrived,
            ),
        )

    def _waiver(self, row: RosterRow) -> ChipCell:
        kind, text = waiver_chip(row, self._context.show)
        return ChipCell(text, kind, "cloud" if kind == "pending" else "")

    def _payment(self, row: RosterRow) -> ChipCell:
        kind, text = payment_chip(row, self._context.show)
        return ChipCell(text, kind)

    def _arrived(self, row: RosterRow) -> object:
        if row.pending:
            return ChipCell(tr("Pending"), "pending", "cloud")
        if row.attendance in ("left", "excused", "no_show", "late"):
            kind, text = attendance_chip(row.attendance)
            if row.checked_in_at is not None and row.attendance == "late":
                text = f"{text} {self._context.show.time(row.checked_in_at)}"
            return ChipCell(text, kind)
        return self._context.show.time(row.checked_in_at) if row.checked_in_at is not None else "–"


def _blocked(row: RosterRow) -> bool:
    """Whether something stands in the way of letting them in, as far as the row knows."""
    signed = row.waiver_state in (None, "valid", "none_needed", "pending")
    return not signed or row.payment_state == "due" or row.age is None


def _room(texts: Sequence[str], with_icon: tuple[str, str] = ("", "")) -> int:
    """How wide a column must be for the longest of its usual chips in the running language."""
    widths = [painting.chip_width(text) for text in texts]
    if with_icon[0]:
        widths.append(painting.chip_width(*with_icon))
    return ceil(max(widths)) + 2 * PAD + 1
