"""The remedies beside the gate's blockers: sign, pay, birth date, guardian, book; and the tickets."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mdi_desk.domains.people.records import PersonCard
from mdi_desk.domains.people.service import PeopleService
from mdi_desk.domains.sales.service import SalesService
from mdi_desk.domains.training.records import CardClass, CheckInCard, ClassRow
from mdi_desk.domains.training.service import TrainingService
from mdi_desk.domains.training.ui.roster import Held
from mdi_desk.domains.waivers import access as waiver_access
from mdi_desk.domains.waivers.records import SignedWaiver, WaiverText
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.words import tr
from mdi_desk.qt.context import Context
from mdi_desk.qt.formsheet import FormSheet

NEEDS_SERVER = frozenset({"take_payment", "add_birth_date", "add_guardian", "book"})


class Remedies(QObject):
    """Opens each remedy over the window, and tells when it has helped.

    Signals: ``done(booking_id)``; ``waits(person_id, Held)`` for a waiver safe at this station only;
    ``opened(booking_id)`` when the page should show another booking.
    """

    done = Signal(object)
    waits = Signal(object, object)
    opened = Signal(object)

    def __init__(
        self,
        context: Context,
        training: TrainingService,
        waivers: WaiverService,
        sales: SalesService,
        people: PeopleService,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._context, self._training, self._waivers = context, training, waivers
        self._sales, self._people, self._page = sales, people, page
        # Texts seen once can be signed while the server is away.
        self._texts: dict[tuple[UUID, str], WaiverText] = {}
        self._asked: set[UUID] = set()

    def prepare(self, card: CheckInCard) -> None:
        """Fetch the course's waiver once, in its languages, so that it can be signed whatever happens."""
        template = card.waiver_template_id
        if template is None or template in self._asked or not self._context.actor.may(waiver_access.SIGN):
            return
        self._asked.add(template)
        actor = self._context.actor

        def read() -> list[WaiverText]:
            first = self._waivers.current(actor, "en", template)
            others = [code for code in first.locales if code != first.locale]
            return [first, *(self._waivers.current(actor, code, template) for code in others)]

        def came(texts: list[WaiverText]) -> None:
            for text in texts:
                self._texts[template, text.locale] = text

        def failed(_error: Exception) -> None:
            self._asked.discard(template)  # the sheet asks again and says what is wrong

        self._context.runner.ask(read, owner=self, then=came, failed=failed)

    def open(self, wanted: str, card: CheckInCard) -> None:
        """Open the remedy `wanted` for the seat of `card`."""
        if wanted in NEEDS_SERVER and not self._context.online():
            self._context.toasts.say(
                tr("This needs the server, which does not answer just now. Check-ins can go on."), "warn"
            )
            return
        if wanted == "take_payment":
            self._pay(card)
        elif wanted == "sign_waiver":
            self._sign(card)
        elif wanted in ("add_birth_date", "add_guardian"):
            people, actor, person = self._people, self._context.actor, card.person_id
            self._context.runner.ask(
                lambda: people.card(actor, person),
                owner=self,
                then=lambda found: self._complete(wanted, found, card.booking_id),
                key="person",
            )
        elif wanted == "book":
            self.add_to(card.klass, (card.person_id, card.person_name))

    # -- each its own --------------------------------------------------------------------------------

    def _pay(self, card: CheckInCard) -> None:
        from mdi_desk.domains.sales.ui.pay import PaySheet

        if card.order_id is None or card.due_minor <= 0:
            self._context.toasts.say(tr("Nothing is due."))
            return
        who = f"{card.person_name} · {card.order_number}"
        sheet = PaySheet(self._context, self._sales, card.order_id, card.due_minor, card.currency, who)
        sheet.paid.connect(lambda _paid: self.done.emit(card.booking_id))
        sheet.show_over(self._context.window)

    def _sign(self, card: CheckInCard) -> None:
        from mdi_desk.domains.waivers.ui.capture import Signer, WaiverCapture

        if card.waiver_template_id is None:
            self._context.toasts.say(tr("This course needs no waiver."))
            return
        if card.age is None:
            self._context.toasts.say(tr("Add the birth date first: it says who must sign."), "warn")
            return
        signer = Signer(
            person_id=card.person_id,
            name=card.person_name,
            is_minor=card.is_minor,
            locale=card.locale,
            booking_id=card.booking_id,
            guardians=tuple((one.id, one.name, one.relationship) for one in card.guardians),
        )
        capture = WaiverCapture(
            self._context, self._waivers, self._people, signer, card.waiver_template_id, self._texts
        )
        capture.signed.connect(lambda done: self._signed(card, done, capture))
        capture.show_over(self._context.window)

    def _signed(self, card: CheckInCard, done: SignedWaiver, capture: object) -> None:
        from mdi_desk.domains.waivers.ui.capture import WaiverCapture

        if done.pending and isinstance(capture, WaiverCapture):
            self.waits.emit(card.person_id, Held(capture.op, now()))
            said = tr("{name}: waiver saved at this station, not confirmed yet.", name=card.person_name)
            self._context.toasts.say(said, "pending")
        else:
            self._context.toasts.say(tr("The waiver of {name} is signed.", name=card.person_name), "ok")
        self.done.emit(card.booking_id)

    def _complete(self, wanted: str, person: PersonCard, booking_id: UUID) -> None:
        from mdi_desk.domains.people.ui.details import BirthDateSheet
        from mdi_desk.domains.people.ui.guardian import GuardianSheet

        if wanted == "add_birth_date":
            sheet: FormSheet = BirthDateSheet(self._context, self._people, person.person)
        else:
            sheet = GuardianSheet(self._context, self._people, person)
        sheet.saved.connect(lambda _saved: self.done.emit(booking_id))
        sheet.show_over(self._context.window)

    def add_to(self, klass: ClassRow | CardClass, offered: tuple[UUID, str] | None = None) -> None:
        """Book somebody into the class; `offered` stands there before anything is typed."""
        from mdi_desk.domains.training.ui.book import BookSheet

        sheet = BookSheet(self._context, self._training, self._people, klass)
        sheet.booked.connect(lambda made: self.opened.emit(made.booking_id))
        sheet.open_booking.connect(self.opened)
        sheet.new_person.connect(lambda typed: self._new_person(klass, typed))
        sheet.show_over(self._context.window)
        if offered is not None:
            sheet.offer(*offered)

    def _new_person(self, klass: ClassRow | CardClass, typed: str) -> None:
        """Somebody who is not on file yet: put them on file, then offer them the seat."""
        from mdi_desk.domains.people.ui.new_person import NewPersonSheet

        given, _, family = typed.partition(" ")
        sheet = NewPersonSheet(
            self._context, self._people, {"given_name": given.title(), "family_name": family.title()}
        )
        sheet.saved.connect(lambda card: self.add_to(klass, (card.person.id, card.person.full_name)))
        sheet.chosen.connect(lambda person_id: self._known_person(klass, person_id))
        sheet.show_over(self._context.window)

    def _known_person(self, klass: ClassRow | CardClass, person_id: UUID) -> None:
        people, actor = self._people, self._context.actor
        self._context.runner.ask(
            lambda: people.card(actor, person_id),
            owner=self,
            then=lambda card: self.add_to(klass, (person_id, card.person.full_name)),
            key="person",
        )

    def tickets(self, booking_ids: Sequence[UUID]) -> None:
        """Show one ticket, or all of a class as one PDF."""
        from mdi_desk.domains.training.ui.ticket import TicketSheet

        if booking_ids:
            TicketSheet(self._context, self._training, booking_ids).show_over(self._context.window)
