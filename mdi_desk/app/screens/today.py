"""Today: the classes of a day, who has arrived, and what is still missing. Live, and walked with the keys."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mdi_desk.app.screens.today_cards import ClassCard, NeedsCard, NewsCard
from mdi_desk.domains.training import access
from mdi_desk.domains.training.records import Day, Need, News
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.targets import Target
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt import show as shown
from mdi_desk.qt.actions import ActionSet
from mdi_desk.qt.context import Context
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import (
    Button,
    Card,
    EmptyState,
    IconButton,
    PageHeader,
    Scroll,
    Skeleton,
)

BURST_MS = 120
MINUTE_MS = 60_000
HEARD = frozenset(
    {
        "training.class",
        "training.booking",
        "training.course",
        "people.person",
        "waivers.signature",
        "sales.customer_order",
        "*",
    }
)


class TodayView(View):
    """A day of the institute; `open` with no day stays on the one shown."""

    key = "today"
    help_page = "today"

    def __init__(self, context: Context, training: TrainingService) -> None:
        super().__init__()
        self._context, self._training = context, training
        self._day = context.show.today()
        self._follows_today = True
        self._known: Day | None = None
        self._stale = False
        self._cards: list[ClassCard] = []
        self._set = ActionSet(self, context.actor, self.actions())
        self._header = PageHeader(self.title(), "", self._subtitle(), self._buttons())
        self.page.addWidget(self._header)
        self._build()
        self._burst = QTimer(self, singleShot=True, interval=BURST_MS)
        self._burst.timeout.connect(self.refresh)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._clock_moved)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        left = Scroll(spacing=10)
        left.setObjectName("today_cards")
        left.setAccessibleName(tr("Classes of the day"))
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        left.body.addLayout(self._list)
        wait = Card(padding=1)
        wait.body.addWidget(Skeleton(rows=5, row_height=84))
        self._waiting: QWidget = wait
        left.body.addWidget(wait)
        nothing = Button(tr("Go to today"), icon="sun", run=self._go_today)
        if self._context.actor.may(access.MANAGE):
            nothing = Button(tr("Plan a class"), "primary", "plus", run=self._plan)
        self._nothing = Card()
        self._empty = EmptyState("calendar-blank", tr("No classes on this day"), "", nothing)
        self._nothing.body.addWidget(self._empty)
        self._nothing.hide()
        left.body.addWidget(self._nothing)
        left.body.addStretch(1)
        self._left = left
        row.addWidget(left, 1)
        right = Scroll(spacing=10)
        right.setFixedWidth(320)
        self._needs = NeedsCard(self._context)
        self._needs.chosen.connect(self._solve)
        self._news = NewsCard(self._context)
        self._news.chosen.connect(self._look)
        self._news.hide()
        right.body.addWidget(self._needs)
        right.body.addWidget(self._news)
        right.body.addStretch(1)
        self._right = right
        row.addWidget(right)
        self.page.addLayout(row, 1)

    def _buttons(self) -> list[QWidget]:
        before = IconButton("caret-left", tr("The day before (left arrow)"), "plain", run=self._before)
        today = Button(tr("Today"), run=self._go_today)
        after = IconButton("caret-right", tr("The day after (right arrow)"), "plain", run=self._after)
        for button, name in ((before, "day_before"), (today, "day_today"), (after, "day_after")):
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        today.set_tip(tr("Back to today (T)"))
        return [before, today, after]

    # -- the view ------------------------------------------------------------------------------------

    def title(self) -> str:
        away = (self._day - self._context.show.today()).days
        named = {-1: tr("Yesterday"), 0: tr("Today"), 1: tr("Tomorrow")}
        return named.get(away) or shown.week_day(self._day)

    def open(self, target: Target | None = None) -> None:
        if self._follows_today and self._day != self._context.show.today():
            self._show(self._context.show.today())
        else:
            self.refresh()
        self._focus_first()

    def refresh(self) -> None:
        self._burst.stop()
        self._stale = False
        actor, day = self._context.actor, self._day
        self._context.runner.ask(
            lambda: self._training.day(actor, day), owner=self, then=self._came, key="day"
        )

    def heard(self, change: Change) -> None:
        if change.entity in HEARD:
            self._stale = True
            if self.isVisible():
                self._burst.start()

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]
        before, after, today = tr("The day before"), tr("The day after"), tr("Today’s classes")
        return (
            ActionSpec("today_before", before, self._before, shortcut="Left", icon="caret-left"),
            ActionSpec("today_after", after, self._after, shortcut="Right", icon="caret-right"),
            ActionSpec("today_today", today, self._go_today, shortcut="T", icon="sun"),
        )

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Up", tr("the class above")),
            ("Down", tr("the class below")),
            ("Return", tr("open its roster")),
        )

    # -- the day -------------------------------------------------------------------------------------

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._follows_today = day == self._context.show.today()
        self._show(day)

    def _show(self, day: date) -> None:
        if day == self._day and self._known is not None:
            self.refresh()
            return
        self._day, self._known = day, None
        if any(card.hasFocus() for card in self._cards):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # or it would go to the sidebar
        for card in self._cards:
            card.hide()
        self._nothing.hide()
        self._waiting.show()
        self._say()
        self.refresh()

    def _before(self) -> None:
        self.show_day(self._day - timedelta(days=1))

    def _after(self) -> None:
        self.show_day(self._day + timedelta(days=1))

    def _go_today(self) -> None:
        self.show_day(self._context.show.today())

    def _came(self, day: Day) -> None:
        if day.day != self._day:
            return
        fresh = self._known is None
        had_focus = any(card.hasFocus() for card in self._cards) or self.hasFocus()
        chosen = next((card.klass.id for card in self._cards if card.hasFocus() and card.klass), None)
        self._known = day
        self._waiting.hide()
        moment = now()
        while len(self._cards) < len(day.classes):
            card = ClassCard(self._context)
            card.clicked.connect(self._opened)
            card.moved.connect(self._moved)
            card.focused.connect(self._focused)
            self._cards.append(card)
            self._list.addWidget(card)
        for place, card in enumerate(self._cards):
            if place < len(day.classes):
                card.show_class(day.classes[place], moment)
            card.setVisible(place < len(day.classes))
        self._nothing.setVisible(not day.classes)
        if not day.classes:
            self._empty.set(*self._empty_words())
        self._needs.show_needs(day.needs)
        self._needs.setVisible(bool(day.classes))
        self._news.show_news(day.just_now)
        self._say()
        if had_focus:
            same = next((c for c in self._shown_cards() if c.klass and c.klass.id == chosen), None)
            if same is not None:
                same.setFocus(Qt.FocusReason.OtherFocusReason)
            elif fresh or chosen is not None:
                self._focus_first()

    def _empty_words(self) -> tuple[str, str]:
        if self._context.actor.may(access.MANAGE):
            return tr("No classes on this day"), tr("Plan one under Classes, or look at another day.")
        return tr("No classes on this day"), tr("Look at another day, or ask a manager to plan a class.")

    def _say(self) -> None:
        self._header.set(self.title(), "", self._subtitle())

    def _subtitle(self) -> str:
        parts = [shown.day(self._day)]
        if self._known is not None:
            count = sum(row.status != "cancelled" for row in self._known.classes)
            if self._known.classes:
                parts.append(trn("{n} class", "{n} classes", count))
                parts.append(trn("{n} person", "{n} people", self._known.people))
            else:
                parts.append(tr("no classes"))
        return " · ".join(parts)

    def _clock_moved(self) -> None:
        """A class may have begun meanwhile, or the day ended."""
        today = self._context.show.today()
        if self._follows_today and self._day != today:
            self._show(today)
        elif self._known is not None:
            moment = now()
            for card, row in zip(self._cards, self._known.classes, strict=False):
                card.show_class(row, moment)

    # -- going on ------------------------------------------------------------------------------------

    def _shown_cards(self) -> list[ClassCard]:
        return [card for card in self._cards if not card.isHidden()]

    def _focus_first(self) -> None:
        """To the first class that is not over yet."""
        cards = self._shown_cards()
        moment = now()
        coming = [card for card in cards if card.klass is not None and card.klass.ends_at > moment]
        for card in (*coming, *cards):
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self) -> None:
        card = self.sender()
        if isinstance(card, ClassCard) and card.klass is not None:
            self.go.emit(Target("class", card.klass.id))

    def _moved(self, by: int) -> None:
        cards, card = self._shown_cards(), self.sender()
        if isinstance(card, ClassCard) and card in cards:
            place = max(0, min(len(cards) - 1, cards.index(card) + by))
            cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> None:
        card = self.sender()
        if isinstance(card, QWidget):
            self._left.ensureWidgetVisible(card, 0, 12)

    def _solve(self, need: Need) -> None:
        self.go.emit(Target("booking", need.booking_id))

    def _look(self, news: News) -> None:
        if news.booking_id is not None:
            self.go.emit(Target("booking", news.booking_id))

    def _plan(self) -> None:
        self.go.emit(Target("view", name="classes"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._focus_first()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        if self._stale:
            self._burst.start()

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody looks: what is heard meanwhile is asked for when the page comes back.
        self._minute.stop()
        self._burst.stop()
        super().hideEvent(event)
