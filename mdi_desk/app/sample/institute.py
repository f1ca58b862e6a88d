"""Thinks up the whole sample in memory: people, the fortnights around today, who booked, paid, signed and
came.
"""

from collections import defaultdict
from datetime import datetime, time, timedelta
from uuid import UUID

from mdi_desk.app.sample import catalogue, scene
from mdi_desk.app.sample.catalogue import COURSES
from mdi_desk.app.sample.people import Person, families
from mdi_desk.app.sample.planning import STATIONS
from mdi_desk.app.sample.records import (
    Account,
    Booking,
    CheckIn,
    Institute,
    Klass,
    Order,
    Teacher,
)
from mdi_desk.app.sample.timetable import Timetable

PEOPLE = 400
FAMILIES = 24
FAMOUS_ORDER = 418  # the number of the order that is still to be paid today


def plan(now: datetime, *, people: int = PEOPLE, seed: int = 1) -> Institute:
    """The sample as of `now` (aware); the same for a seed and a moment. `people` of at least 120 in all.

    Signatures come without ink: `load.Drawing` draws it, because that takes most of the time.
    """
    return _Planner(now, seed).plan(people)


class _Planner(Timetable):
    """Thinks up one institute; used once."""

    def plan(self, people: int) -> Institute:
        """Everything, in the order in which one thing needs the other."""
        self._founding()
        self._staff()
        self._waiver()
        cast = scene.cast(self.maker)
        known = [account.person for account in self.made.accounts]
        wanted = people - len(known) - len(cast.everybody)
        crowd: list[Person] = []
        for parent, kids in families(self.maker, max(4, FAMILIES * people // PEOPLE)):
            crowd += [parent, *kids]
        crowd = crowd[:wanted]
        crowd += [self.maker.make() for _ in range(wanted - len(crowd))]
        for person in crowd[-4:]:
            person.active = False
        self.made.people = known + cast.everybody + crowd
        self._classes()
        self._sign(cast, crowd)
        self._book(cast, crowd)
        self._attend(cast)
        self._orders(cast)
        self.made.signatures.sort(key=lambda signature: signature.signed_at)
        return self.made

    # -- who works here ----------------------------------------------------------------------------

    def _founding(self) -> None:
        self.made.course_ids = {course.slug: self.chance.uuid(self.opened) for course in COURSES}

    def _staff(self) -> None:
        number = 0
        for one in catalogue.INSTRUCTORS:
            person = self.maker.make(
                culture=one.culture,
                female=one.female,
                age=one.age,
                name=(one.given, one.family, one.full),
                created=self.opened + timedelta(days=number * 40),
            )
            number += 1
            account = self._account(person, ("instructor",), number, "instructor")
            self.made.teachers.append(
                Teacher(
                    self.chance.uuid(person.created),
                    number,
                    person,
                    one.title,
                    one.bio,
                    one.credentials,
                    one.specialties,
                    one.courses,
                    account,
                )
            )
        for staff in catalogue.STAFF:
            number += 1
            person = self.maker.make(
                culture=staff.culture,
                female=staff.female,
                age=staff.age,
                name=(staff.given, staff.family, f"{staff.given} {staff.family}"),
                created=self.opened + timedelta(days=number * 40),
            )
            self._account(person, staff.jobs, number, "partner" if "partner" in staff.jobs[0] else "staff")

    def _account(self, person: Person, jobs: tuple[str, ...], number: int, role: str) -> Account:
        person.roles = {role} if role == "partner" else {"staff", role}
        person.phone = f"+1304555{100 + number:04d}"
        person.notes = None
        account = Account(self.chance.uuid(person.created), person, jobs, number)
        self.made.accounts.append(account)
        return account

    # -- who comes ---------------------------------------------------------------------------------

    def _may_attend(self, person: Person, klass: Klass) -> bool:
        age = person.age(klass.starts.astimezone(self.zone).date())
        if age is None:
            return False
        course = klass.course
        if age >= course.min_age:
            # Grown-ups leave the youth class to the young.
            return course.slug != "youth-rifle"
        return (
            course.guardian_min_age is not None
            and age >= course.guardian_min_age
            and person.guardian is not None
        )

    def _free(self, person: Person, klass: Klass) -> bool:
        return all(other.ends <= klass.starts or other.starts >= klass.ends for other in self.busy[person])

    def _book(self, cast: scene.Cast, crowd: list[Person]) -> None:
        deck = [person for person in crowd if person.active]
        self.chance.shuffle(deck)
        for klass in self.made.classes:
            wished = cast.seats.get(scene.key_of(klass, self.today, self.zone))
            if wished is not None:
                told, total = wished
            else:
                told, total = [], self.chance.randrange(max(3, klass.capacity * 45 // 100), klass.capacity)
            for person in told:
                self._booking(klass, person)
            # From the top of the deck, those who may; who got a seat goes to the bottom.
            taken = [
                person for person in deck if self._may_attend(person, klass) and self._free(person, klass)
            ]
            if klass.starts >= self.midnight and scene.calm(klass, self.today, self.zone):
                taken = [person for person in taken if self._ready(person, klass)]
            elif klass.starts < self.midnight:  # nearly everybody came who was booked
                taken = [person for person in taken if self._ready(person, klass) or self.chance.maybe(0.05)]
            for person in taken[: total - len(klass.bookings)]:
                self._booking(klass, person)
                deck.remove(person)
                deck.append(person)
        for klass in self.made.classes:
            if klass.status == "cancelled" or klass.starts <= self.at(1, time.min):
                continue
            if self.chance.maybe(0.5) and klass.bookings:
                self._cancel(self.chance.choice(klass.bookings))
        scene.trouble(self.made, cast, self._manager(), self._booking, self._cancel)

    def _ready(self, person: Person, klass: Klass) -> bool:
        return not klass.course.waiver or self._valid_at(person, klass.starts) is not None

    def _booking(self, klass: Klass, person: Person) -> Booking:
        """A seat in `klass`, bought in the weeks before it."""
        latest = min(klass.starts - timedelta(hours=20), self.now - timedelta(hours=30))
        first = max(klass.created, person.created + timedelta(minutes=10))
        booked = self.chance.between(max(first, latest - timedelta(days=40)), latest)
        if booked > latest:  # somebody new who booked on the spot
            person.created = min(person.created, latest - timedelta(hours=1))
            booked = latest
        pays = self.chance.choices(("card", "cash"), (82, 18))[0] if klass.price else None
        taken = {other.seat for other in klass.seated}
        seat = next(number for number in range(1, klass.capacity + 1) if number not in taken)
        booking = Booking(
            self.chance.uuid(booked),
            klass,
            person,
            seat,
            self.chance.code("T"),
            booked,
            self._clerk(),
            pays,
        )
        klass.bookings.append(booking)
        self.busy[person].append(klass)
        return booking

    def _cancel(self, booking: Booking) -> None:
        booking.status = "cancelled"
        booking.cancelled_at = self.chance.between(
            booking.booked_at + timedelta(hours=1), self.now - timedelta(hours=2)
        )
        booking.cancel_reason = self.chance.choice(
            ("Has to work that day.", "Is ill.", "Will take a later date.")
        )
        booking.pays = None

    # -- what happened -----------------------------------------------------------------------------

    def _attend(self, cast: scene.Cast) -> None:
        for klass in self.made.classes:
            if klass.status == "cancelled":
                continue
            if klass.ends < self.midnight:
                for booking in klass.seated:
                    self._past(booking)
            elif klass.starts < self.at(1, time.min):
                arrived = cast.arrived.get(scene.key_of(klass, self.today, self.zone))
                for booking in klass.seated:
                    if arrived == "all" or (arrived is not None and booking.person in arrived):
                        self._arrive(booking, "present", cast.moments.get(booking.person))
        self._override()

    def _past(self, booking: Booking) -> None:
        """What became of a booking of a class that is over."""
        klass, chance = booking.klass, self.chance
        if klass.course.waiver and self._valid_at(booking.person, klass.starts) is None:
            booking.attendance = chance.choices(("no_show", "excused"), (65, 35))[0]
        else:
            shares = ("present", "late", "left", "excused", "no_show")
            booking.attendance = chance.choices(shares, (84, 8, 3, 3, 2))[0]
        if booking.attendance in ("present", "late", "left"):
            late = booking.attendance == "late"
            minutes = chance.randrange(4, 22) if late else -chance.randrange(2, 27)
            self._check_in(
                booking,
                klass.starts + timedelta(minutes=minutes, seconds=chance.randrange(60)),
                "late" if late else "present",
            )
        if booking.attendance == "left":
            booking.marked_at = klass.starts + (klass.ends - klass.starts) * 0.6
            booking.mark_reason = chance.choice(("Was called away.", "Felt unwell.", "Has to fetch a child."))
        elif booking.attendance == "excused":
            booking.marked_at = klass.starts - timedelta(hours=chance.randrange(1, 12))
            booking.mark_reason = chance.choice(
                ("Called: car trouble.", "Called: a cold.", "Snow on the pass.")
            )
        elif booking.attendance == "no_show":
            booking.marked_at = klass.ends + timedelta(minutes=chance.randrange(5, 50))

    def _arrive(self, booking: Booking, attendance: str, clock: time | None) -> None:
        """An arrival of today. Where the day is younger than the story, they came a little before now."""
        planned = (
            self.at(0, clock)
            if clock is not None
            else booking.klass.starts
            - timedelta(minutes=self.chance.randrange(3, 24), seconds=self.chance.randrange(60))
        )
        if planned > self.now - timedelta(minutes=1):
            so_far = (self.now - self.midnight) * self.chance.random()
            planned = self.now - min(timedelta(minutes=self.chance.randrange(1, 45)), so_far)
        booking.attendance = attendance
        self._check_in(booking, planned, attendance)

    def _check_in(self, booking: Booking, when: datetime, attendance: str) -> None:
        booking.check_in = CheckIn(
            self.chance.uuid(when),
            when,
            attendance,
            booking.klass.teacher.account
            if self.chance.maybe(0.1) and booking.klass.teacher.account
            else self._clerk(),
            self.chance.choice(STATIONS),
            self._valid_at(booking.person, when) if booking.klass.course.waiver else None,
        )

    def _override(self) -> None:
        """Once in the last fortnight a manager let somebody in whose waiver had just run out."""
        for klass in reversed(self.made.classes):
            if klass.status != "completed" or not klass.course.waiver:
                continue
            for booking in klass.seated:
                if (
                    booking.attendance == "no_show"
                    and self.signed[booking.person]
                    and not booking.person.guardian
                ):
                    booking.attendance, booking.marked_at = "present", None
                    self._check_in(booking, klass.starts - timedelta(minutes=4), "present")
                    assert booking.check_in is not None
                    booking.check_in.account = self._manager()
                    booking.check_in.override_reason = (
                        "Signed on paper, the tablet was updating; the sheet is in the folder."
                    )
                    return

    # -- the orders --------------------------------------------------------------------------------

    def _orders(self, cast: scene.Cast) -> None:
        """One order for each household and class, numbered in the order in which they were made."""
        groups: dict[tuple[UUID, UUID], list[Booking]] = defaultdict(list)
        for booking in self.made.bookings:
            buyer = booking.person.guardian or booking.person
            groups[buyer.id, booking.klass.id].append(booking)
        orders = []
        for bookings in groups.values():
            first = min(booking.booked_at for booking in bookings)
            for booking in bookings:
                booking.booked_at = first
            buyer = bookings[0].person.guardian or bookings[0].person
            buyer.created = min(buyer.created, first - timedelta(minutes=5))
            orders.append(Order(self.chance.uuid(first), "", buyer, first, bookings[0].booked_by, bookings))
        orders.sort(key=lambda order: (order.ordered_at, order.id))
        famous = next(at for at, order in enumerate(orders) if order.person is cast.unpaid)
        number = max(1, FAMOUS_ORDER - famous)
        for order in orders:
            year = order.ordered_at.astimezone(self.zone).year
            order.number = f"MDI-{year}-{number:05d}"
            number += 1
        self.made.last_order_no = number - 1
        self.made.orders = orders
