"""What a person has here: bookings, waivers, orders. Each a list with its keys; Enter opens a line."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.domains.people.records import label_of, relationships
from mdi_desk.domains.sales.records import OrderHit
from mdi_desk.domains.training.records import PersonBooking, attendance_chip
from mdi_desk.domains.waivers.records import SignedWaiverRow
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.words import tr
from mdi_desk.qt.cells import ChipCell, Column
from mdi_desk.qt.context import Context
from mdi_desk.qt.tables import KeysetTableModel, ListPane, Table
from mdi_desk.qt.widgets import EmptyState

Read = Callable[[UUID], Sequence[Any]]


class PersonList(QWidget):
    """One list of one person. `read(person_id)` gives all its rows, off the GUI thread.

    Signals: ``opened(row)``; ``key_pressed(letter)``; ``counted()`` after each answer.
    """

    opened = Signal(object)
    key_pressed = Signal(str)
    counted = Signal()

    def __init__(
        self,
        context: Context,
        name: str,
        title: str,
        columns: Sequence[Column],
        read: Read,
        key: Callable[[Any], object],
        empty: EmptyState,
        keys: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._read = read
        self._person: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.model: KeysetTableModel[Any] = KeysetTableModel(columns, context.runner, self._page, key, self)
        self.table = Table(self.model, name=title)
        self.table.setObjectName(name)
        # E belongs to the page.
        self.table.set_letters("".join(letter for letter, _ in keys if len(letter) == 1 and letter != "E"))
        self.table.opened.connect(self.opened)
        self.table.key_pressed.connect(self.key_pressed)
        self.model.loaded.connect(self._loaded)
        column.addWidget(ListPane(self.table, empty=empty, keys=keys))

    def _loaded(self) -> None:
        if not self.table.currentIndex().isValid():
            # The keys may be here already: they need a row to be on.
            self.table.select_place(0)
        self.counted.emit()

    def show_person(self, person_id: UUID) -> None:
        """Ask for the rows of this person."""
        if self._person != person_id:
            self.model.clear()
        self._person = person_id
        self.model.load()

    def row(self) -> Any | None:
        """The chosen row."""
        return self.table.current_row()

    def count(self) -> int | None:
        """How many there are; None while nobody knows."""
        return len(self.model.rows) if self.model.started and not self.model.loading else None

    def _page(self, _after: Cursor | None, _limit: int) -> Page[Any]:
        return Page(tuple(self._read(self._person)) if self._person is not None else ())


def bookings_list(context: Context, read: Read, *, keys: Sequence[tuple[str, str]]) -> PersonList:
    """Classes the person is or was booked on, the newest first."""
    show = context.show

    def when(row: PersonBooking) -> tuple[str, str]:
        return row.course_name, f"{show.day(row.starts_at)}, {show.time(row.starts_at)} · {row.location_name}"

    columns = (
        Column("class", tr("Class"), when, "two_line", stretch=3),
        Column("payment", tr("Payment"), lambda row: _payment(row, context), "chip", width=128),
        Column("state", tr("Attendance"), lambda row: _came(row, context), "chip", width=140),
    )
    empty = EmptyState(
        "calendar-blank",
        tr("Not booked on any class"),
        tr("Open a class and press Ctrl+N there to add somebody to it."),
    )
    return PersonList(context, "bookings_table", tr("Bookings"), columns, read, _booking, empty, keys)


def _booking(row: PersonBooking) -> object:
    return row.booking_id


def _payment(row: PersonBooking, context: Context) -> ChipCell | None:
    if row.booking_status == "cancelled":
        return None
    if row.payment_state == "paid":
        return ChipCell(tr("Paid"), "ok")
    if row.payment_state == "free":
        return ChipCell(tr("Free"), "neutral")
    due = tr("{money} due", money=context.show.money(row.due_minor, row.currency))
    return ChipCell(due, "neutral" if row.payment_state == "allowed" else "warn")


def _came(row: PersonBooking, context: Context) -> ChipCell:
    if row.booking_status == "cancelled":
        return ChipCell(tr("Taken off"), "neutral", "x")
    if row.class_status == "cancelled":
        return ChipCell(tr("Class cancelled"), "bad", "x")
    if row.attendance is not None:
        kind, words = attendance_chip(row.attendance)
        return ChipCell(words, kind)
    if row.ends_at < now():
        return ChipCell(tr("Not seen"), "neutral")
    return ChipCell(tr("Booked"), "neutral")


def waivers_list(context: Context, read: Read, *, keys: Sequence[tuple[str, str]]) -> PersonList:
    """Waivers signed by or for the person."""
    show = context.show

    def what(row: SignedWaiverRow) -> tuple[str, str]:
        return row.title, f"{tr('version {version}', version=row.version)} · {row.locale.upper()}"

    def signed(row: SignedWaiverRow) -> tuple[str, str]:
        by = row.signed_name
        if row.signer_kind == "guardian":
            by = f"{row.guardian_name or by} · {label_of(relationships(), row.relationship)}"
        return show.day(row.signed_at), by

    def counts(row: SignedWaiverRow) -> ChipCell:
        if row.revoked_at is not None:
            return ChipCell(tr("Withdrawn"), "bad", "x")
        if row.valid_until < now():
            return ChipCell(tr("Ended {day}", day=show.day(row.valid_until)), "neutral")
        return ChipCell(show.day(row.valid_until), "ok")

    columns = (
        Column("waiver", tr("Waiver"), what, "two_line", stretch=3),
        Column("signed", tr("Signed"), signed, "two_line", stretch=2),
        Column("until", tr("Valid until"), counts, "chip", width=136),
    )
    empty = EmptyState(
        "signature", tr("No waiver signed yet"), tr("Let the person sign before the first class.")
    )
    return PersonList(context, "waivers_table", tr("Waivers"), columns, read, _id, empty, keys)


def orders_list(context: Context, read: Read, *, keys: Sequence[tuple[str, str]]) -> PersonList:
    """Orders in the person's name."""
    show = context.show

    def due(row: OrderHit) -> ChipCell:
        if not row.due_minor:
            return ChipCell(tr("Paid"), "ok")
        return ChipCell(tr("{money} due", money=show.money(row.due_minor, row.currency)), "warn")

    columns = (
        Column("number", tr("Order"), lambda row: row.number, "code", width=170),
        Column("at", tr("Date"), lambda row: show.day(row.ordered_at), "number", "left", stretch=2),
        Column("seats", tr("Bookings"), lambda row: str(len(row.booking_ids)), "number", width=90),
        Column("due", tr("Payment"), due, "chip", width=140),
    )
    empty = EmptyState("receipt", tr("No orders yet"))
    return PersonList(context, "orders_table", tr("Orders"), columns, read, _id, empty, keys)


def _id(row: SignedWaiverRow | OrderHit) -> object:
    return row.id
