"""Adding a person to a class: type a name, press Enter, the ticket is ready."""

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.domains.people.records import ADULT
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.training.records import Booked, NewBooking
from mdi_desk.domains.training.service import TrainingService, new_booking
from mdi_desk.kernel.changes import Changed
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.errors import DeskError, Refused, SignedOut
from mdi_desk.kernel.words import tr, trn
from mdi_desk.qt.context import Context
from mdi_desk.qt.picker import Choice, Picker
from mdi_desk.qt.widgets import Banner, Button, Label, Sheet


class ClassFacts(Protocol):
    """What the sheet needs of a class: the rows of the day and the card's class both have it."""

    @property
    def id(self) -> UUID: ...

    @property
    def course_name(self) -> str: ...

    @property
    def capacity(self) -> int: ...

    @property
    def booked(self) -> int: ...

    @property
    def price_minor(self) -> int: ...

    @property
    def currency(self) -> str: ...


class BookSheet(Sheet):
    """Books into one class; stays open after a full class or a mistake, closes on a seat.

    Signals: ``booked(Booked)``, ``open_booking(booking_id)`` for somebody who has a seat already,
    ``new_person(text)`` when nobody of that name is there.
    """

    booked = Signal(object)
    open_booking = Signal(object)
    new_person = Signal(str)

    def __init__(
        self, context: Context, training: TrainingService, people: PeopleService, klass: ClassFacts
    ) -> None:
        content = QWidget()
        super().__init__(content, title=tr("Add to {course}", course=klass.course_name), width=520)
        self.setObjectName("book_sheet")
        self._context, self._training, self._people, self._klass = context, training, people, klass
        self._attempt: NewBooking | None = None
        self._busy = False
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.banner = Banner(closable=False)
        column.addWidget(self.banner)
        free = klass.capacity - klass.booked
        if free > 0:
            parts = [trn("{n} seat is free", "{n} seats are free", free), self._price()]
            column.addWidget(Label(" · ".join(parts), "caption"))
        self.picker = Picker(
            context.runner,
            self._find,
            tr("Name, phone or e-mail"),
            hint=tr("Type a few letters of the name; accents do not matter."),
            click_marks=True,
        )
        self.picker.marked.connect(self._marked)
        self.picker.chosen.connect(self._chosen)
        self.picker.nothing_found.connect(self._nobody)
        column.addWidget(self.picker)
        self._new = Button(tr("New person"), icon="user-plus", run=self._make_new)
        self._new.setObjectName("book_new_person")
        self._new.hide()
        column.addWidget(self._new)
        self.add_button(Button(tr("Cancel"), run=self.close_sheet))
        price = self._price() if not klass.price_minor else tr("{money} due", money=self._price())
        self.book = Button(tr("Book · {price}", price=price), "primary", run=self.picker.choose)
        self.book.setObjectName("book_it")
        self.book.set_hint("Return")
        self.add_button(self.book)
        self._marked(None)
        self.setFocusProxy(self.picker.field)
        if free <= 0:
            self.banner.say(_full_words(klass.capacity, klass.booked), "warn")

    def _price(self) -> str:
        price, currency = self._klass.price_minor, self._klass.currency
        return self._context.show.money(price, currency) if price else tr("free")

    def _marked(self, choice: Choice | None) -> None:
        self.book.set_why_not(None if choice is not None else tr("Choose a person first."))

    def offer(self, person_id: UUID, name: str) -> None:
        """Offer one person before anything is typed."""
        self.picker.set_first([Choice(person_id, name)])

    def _find(self, text: str) -> list[Choice]:
        today = self._context.show.today()
        found = []
        for hit in self._people.search(self._context.actor, text, 8):
            age = age_on(hit.birth_date, today) if hit.birth_date is not None else None
            parts = (str(age) if age is not None else "", self._context.show.phone(hit.phone), hit.email)
            detail = " · ".join(part for part in parts if part)
            chip = tr("no birth date") if age is None else tr("minor") if age < ADULT else ""
            found.append(Choice(hit.id, hit.name, detail, chip, "warn" if age is None else "neutral"))
        return found

    def _nobody(self, _text: str) -> None:
        self._new.show()

    def _make_new(self) -> None:
        text = self.picker.field.text().strip()
        self.close_sheet()
        self.new_person.emit(text)

    def _chosen(self, choice: Choice) -> None:
        if self._busy:
            return
        if self._attempt is None or self._attempt.person_id != choice.id:
            self._attempt = new_booking(self._klass.id, choice.id)
        attempt, actor = self._attempt, self._context.actor
        self._busy = True
        self.banner.say("")
        self._context.runner.tell(
            lambda: self._training.book(actor, attempt),
            owner=self,
            then=lambda answer: self._made(answer, choice),
            failed=self._failed,
        )

    def _made(self, answer: Changed[Booked], choice: Choice) -> None:
        self._busy = False
        made = answer.record
        show, toasts = self._context.show, self._context.toasts
        if made.pending:
            self.banner.say(
                tr("The server has not answered yet. Press Enter again: nobody is booked twice."), "pending"
            )
            return
        said = tr("{name} has seat {seat}.", name=choice.title, seat=made.seat or "–")
        if made.due_minor:
            said += " " + tr("{money} due.", money=show.money(made.due_minor, made.currency))
        toasts.say(said, "ok")
        for code in made.warnings:
            toasts.say(_warning(code), "warn", stays_ms=12_000)
        self.close_sheet()
        self.booked.emit(made)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Refused) and error.code == "already_booked":
            booking = error.detail.get("booking_id")
            self._context.toasts.say(error.message, "warn")
            self.close_sheet()
            if booking:
                self.open_booking.emit(UUID(str(booking)))
            return
        if isinstance(error, Refused) and error.code == "class_full":
            seats, taken = error.detail.get("capacity"), error.detail.get("booked")
            self._attempt = None
            if isinstance(seats, int) and isinstance(taken, int):
                self.banner.say(_full_words(seats, taken), "warn")
                return
        if isinstance(error, DeskError) and not isinstance(error, SignedOut):
            self.banner.say(error.message, "bad" if isinstance(error, Refused) else "warn")
        else:
            self._context.fail(error, owner=self)


def _full_words(seats: int, taken: int) -> str:
    return tr(
        "The class is full: {taken} of {seats}. Ask a manager for another seat, or offer another date.",
        taken=taken,
        seats=seats,
    )


def _warning(code: str) -> str:
    return {
        "too_young": tr("Booked, but too young for this course: check-in will be refused."),
        "birth_date_missing": tr("Booked. Add the birth date before check-in."),
        "needs_guardian": tr("Booked. A guardian must sign the waiver before check-in."),
    }.get(code, tr("Booked. Something is still missing for check-in; the card says what."))
