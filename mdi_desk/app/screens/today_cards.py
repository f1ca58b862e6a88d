"""The cards of Today: a class with its arrivals, what needs somebody, and what just happened."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.domains.training.records import ClassRow, Need, News, needs_words, news_words
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.context import Context
from mdi_desk.qt.widgets import (
    Card,
    Chip,
    Divider,
    ElidedLabel,
    FlowLayout,
    Icon,
    Label,
    LinkLabel,
    ProgressLine,
    Skeleton,
    Tappable,
)
from mdi_desk.qt.widgets.painting import ChipKind

NEEDS_SHOWN = 6
_TIMES = 68
_ARRIVALS = 170

ChipFacts = tuple[str, ChipKind, str]
_NEED_ICONS = {"waiver": "signature", "payment": "currency-dollar", "guardian": "users", "birth_date": "cake"}


def class_chips(row: ClassRow, now: datetime) -> tuple[ChipFacts, ...]:
    """What a class's card says in chips: text, kind, icon."""
    if row.status == "cancelled":
        return ((tr("cancelled"), "bad", "prohibit"),)
    if row.status == "completed":
        return ((tr("closed"), "neutral", "lock"),)
    found: list[ChipFacts] = []
    absent = row.booked - row.arrived
    if row.starts_at <= now < row.ends_at and absent > 0:
        found.append((trn("{n} not here yet", "{n} not here yet", absent), "warn", "clock"))
    if row.birth_dates_missing:
        words = trn("{n} birth date missing", "{n} birth dates missing", row.birth_dates_missing)
        found.append((words, "warn", "cake"))
    if row.waivers_missing:
        words = trn("{n} waiver missing", "{n} waivers missing", row.waivers_missing)
        found.append((words, "warn", "signature"))
    if row.unpaid:
        found.append((trn("{n} unpaid", "{n} unpaid", row.unpaid), "warn", "currency-dollar"))
    if row.ready:
        found.insert(0, (tr("all ready"), "ok", "check"))
    if not row.booked:
        found.append((tr("nobody booked yet"), "neutral", ""))
    elif row.full:
        found.append((tr("full"), "neutral", ""))
    return tuple(found)


class ClassCard(Card):
    """One class of the day. Signals: ``clicked()`` opens its roster, ``moved(int)`` an arrow key up or down,
    ``focused()``.
    """

    moved = Signal(int)
    focused = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(padding=17, spacing=11, clickable=True)
        self.setObjectName("class_card")
        self._context = context
        self.klass: ClassRow | None = None
        top = QHBoxLayout()
        top.setSpacing(0)
        times = QVBoxLayout()
        times.setSpacing(3)
        self._from = Label("", "number-strong")
        self._to = Label("", "number-caption")
        for label in (self._from, self._to):
            label.setFixedWidth(_TIMES)
            times.addWidget(label)
        top.addLayout(times)
        words = QVBoxLayout()
        words.setSpacing(3)
        self._course = ElidedLabel("", "heading")
        self._where = ElidedLabel("", "caption")
        words.addWidget(self._course)
        words.addWidget(self._where)
        top.addLayout(words, 1)
        top.addSpacing(16)
        self._side = QWidget()
        self._side.setFixedWidth(_ARRIVALS)
        arrivals = QVBoxLayout(self._side)
        arrivals.setContentsMargins(0, 2, 0, 0)
        arrivals.setSpacing(8)
        line = QHBoxLayout()
        self._arrived = Label("", "caption")
        self._seats = Label("", "number-caption")
        line.addWidget(self._arrived)
        line.addStretch(1)
        line.addWidget(self._seats)
        arrivals.addLayout(line)
        self._bar = ProgressLine(name=tr("Arrived"))
        arrivals.addWidget(self._bar)
        top.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        chips = QWidget()
        self._chips = FlowLayout(chips, gap=6, row_gap=6)
        self.body.addWidget(chips)
        self._shown: tuple[ChipFacts, ...] = ()

    def show_class(self, row: ClassRow, now: datetime) -> None:
        """Show another class, or the same one as it stands now."""
        show = self._context.show
        self.klass = row
        self._from.setText(show.time(row.starts_at))
        self._to.setText(tr("to {time}", time=show.time(row.ends_at)))
        self._course.setText(row.course_name)
        self._where.setText(" · ".join(part for part in (row.instructor_name, row.location_name) if part))
        going = row.status != "cancelled"
        arrived = trn("{n} of {booked} arrived", "{n} of {booked} arrived", row.arrived, booked=row.booked)
        self._arrived.setText(arrived if going else trn("{n} was booked", "{n} were booked", row.booked))
        self._seats.setText(f"{row.booked}/{row.capacity}")
        self._bar.set(row.arrived if going else 0, row.capacity)
        chips = class_chips(row, now)
        if chips != self._shown:
            self._shown = chips
            self._chips.clear()
            for text, kind, icon in chips:
                self._chips.addWidget(Chip(text, kind, icon))
        self.setAccessibleName(
            ", ".join((show.time(row.starts_at), row.course_name, arrived, *(chip[0] for chip in chips)))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Before the scroll area around it takes the arrows for itself.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class NeedsCard(Card):
    """“Needs you”: what can be solved now. Signal: ``chosen(Need)``."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(padding=16, spacing=6)
        self.setObjectName("needs")
        self._context = context
        self._needs: tuple[Need, ...] = ()
        self._whole = False
        self.body.addWidget(Label(tr("Needs you"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self._wait()

    def _wait(self) -> None:
        self._rows.addWidget(Skeleton(rows=3, row_height=52))

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Show these."""
        if tuple(needs) == self._needs and self._rows.count() and self._needs:
            return
        self._needs = tuple(needs)
        self._fill()

    def _fill(self) -> None:
        held = self.focusWidget()
        kept = held.property("need") if held is not None and self.isAncestorOf(held) else None
        _clear(self._rows)
        if not self._needs:
            said = Label(tr("Everybody is ready. Nothing to do before the next class."), "muted", wrap=True)
            self._rows.addWidget(said)
        seats = _by_seat(self._needs)
        shown = seats if self._whole else seats[:NEEDS_SHOWN]
        for place, one in enumerate(shown):
            row = self._row(one, last=place == len(shown) - 1)
            self._rows.addWidget(row)
            if kept == row.property("need"):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        if len(shown) < len(seats):
            more = LinkLabel(tr("Show all {n}", n=len(seats)), "accent")
            more.opened.connect(self._all)
            self._rows.addSpacing(8)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, seat: Sequence[Need], last: bool) -> Tappable:
        need = seat[0]
        detail = needs_words(seat, self._context.show)
        row = Tappable(name=f"{need.name}, {detail}", margins=(0, 0, 0, 0), run=_Choose(self, need))
        row.setProperty("need", str(need.booking_id))
        row.row.addWidget(Icon(_NEED_ICONS.get(need.kind, "warning"), kind="warn"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 9, 0, 0)
        words.addWidget(ElidedLabel(need.name, "medium"))
        words.addWidget(ElidedLabel(detail, "caption"))
        words.addSpacing(9)
        words.addWidget(QWidget() if last else Divider())
        row.row.addLayout(words, 1)
        return row

    def _all(self) -> None:
        self._whole = True
        self._fill()


class NewsCard(Card):
    """“Just now”: what all desks did in the last minutes. Signal: ``chosen(News)``."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(padding=16, spacing=6)
        self.setObjectName("just_now")
        self._context = context
        self.body.addWidget(Label(tr("Just now"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)

    def show_news(self, news: Sequence[News]) -> None:
        """Show these, the newest first."""
        _clear(self._rows)
        for item in news:
            what = news_words(item)
            row = Tappable(name=f"{item.name}, {what}", margins=(0, 4, 0, 4), run=_Choose(self, item))
            when = Label(self._context.show.time(item.at), "number-caption")
            when.setFixedWidth(38)
            row.row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(ElidedLabel(item.name, "small"))
            words.addWidget(ElidedLabel(what, "caption"))
            row.row.addLayout(words, 1)
            self._rows.addWidget(row)
        self.setVisible(bool(news))


def _by_seat(needs: Sequence[Need]) -> list[list[Need]]:
    """All that one seat needs, together; in the order of the first of each."""
    found: dict[UUID, list[Need]] = {}
    for need in needs:
        found.setdefault(need.booking_id, []).append(need)
    return list(found.values())


class _Choose:
    """Emits `card.chosen` with its item; the item of a closure in a loop would be the last one."""

    def __init__(self, card: NeedsCard | NewsCard, item: Need | News) -> None:
        self._card, self._item = card, item

    def __call__(self) -> None:
        self._card.chosen.emit(self._item)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
