"""Thinks up the whole sample in memory: people, the fortnights around today, who booked, paid, signed and
came.
"""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from mdi_desk.app.sample import catalogue, scene, texts
from mdi_desk.app.sample.catalogue import BY_SLUG, COURSES, PLACES, Course
from mdi_desk.app.sample.people import Chance, PeopleMaker, Person, families
from mdi_desk.app.sample.records import (
    Account,
    Booking,
    CheckIn,
    Institute,
    Klass,
    Order,
    Signature,
    Teacher,
    Version,
)

PEOPLE = 400
CLASSES = 40
FAMILIES = 24
FAMOUS_ORDER = 418  # the number of the order that is still to be paid today
STATIONS = ("Front desk 1", "Front desk 2", "Till 1")


def plan(now: datetime, *, people: int = PEOPLE, seed: int = 1) -> Institute:
    """The sample as of `now` (aware); the same for a seed and a moment. `people` of at least 120 in all.

    Signatures come without ink: `load.Drawing` draws it, because that takes most of the time.
    """
    return _Planner(now, seed).plan(people)


def add_year(moment: datetime, zone: ZoneInfo) -> datetime:
    """The same time of day twelve months later, on the institute's calendar."""
    local = moment.astimezone(zone)
    day = 28 if (local.month, local.day) == (2, 29) else local.day
    return local.replace(year=local.year + 1, day=day).astimezone(moment.tzinfo)


class _Planner:
    def __init__(self, now: datetime, seed: int) -> None:
        self.zone = ZoneInfo(catalogue.ZONE)
        self.now = now.replace(microsecond=0)
        self.today = self.now.astimezone(self.zone).date()
        self.chance = Chance(seed)
        self.maker = PeopleMaker(self.chance, self.today, self.now)
        self.opened = self.now - timedelta(days=2600)
        self.made = Institute(self.now, self.zone, self.today, seed, self.chance.uuid(self.opened))
        self.signed: dict[Person, list[Signature]] = defaultdict(list)
        self.busy: dict[Person, list[Klass]] = defaultdict(list)
        self.midnight = self.at(0, time.min)

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

    def at(self, offset: int, clock: time) -> datetime:
        """`clock` in the institute, `offset` days from today."""
        there = datetime.combine(self.today + timedelta(days=offset), clock, self.zone)
        return there.astimezone(self.now.tzinfo)

    # -- who works here
    # -------------------------------------------------------------------------------------------

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

    def _clerk(self) -> Account:
        return self.chance.choice([account for account in self.made.accounts if "frontdesk" in account.jobs])

    def _manager(self) -> Account:
        return next(account for account in self.made.accounts if "manager" in account.jobs)

    # -- the waiver
    # -----------------------------------------------------------------------------------------------

    def _waiver(self) -> None:
        """Three versions; the newest was published last March, so that signatures of every kind exist all
        year.
        """
        year = self.today.year if self.today >= date(self.today.year, 3, 3) else self.today.year - 1
        for name, status, published, words in (
            (f"{year - 3}-06", "retired", date(year - 3, 6, 1), texts.OLDEST),
            (f"{year - 1}-01", "retired", date(year - 1, 1, 6), texts.BEFORE),
            (f"{year}-03", "published", date(year, 3, 2), texts.CURRENT),
        ):
            moment = datetime.combine(published, time(8, 0), self.zone).astimezone(self.now.tzinfo)
            self.made.versions.append(Version(self.chance.uuid(moment), name, status, moment, words))

    @property
    def _published(self) -> datetime:
        return self.made.versions[-1].published_at

    def _sign(self, cast: scene.Cast, crowd: list[Person]) -> None:
        """Gives everybody the waiver they have: most a valid one, some none, an old one, or one that ran out.
        """
        for person, state in cast.waivers.items():
            self._give(person, state)
        for person in crowd:
            if person.birth is None or not person.active:
                continue
            if person.is_minor(self.today):
                self._give(
                    person, self.chance.choices(("valid", "needs_guardian", "old_version"), (78, 15, 7))[0]
                )
            else:
                states = ("valid", "missing", "expired", "old_version")
                self._give(person, self.chance.choices(states, (73, 13, 8, 6))[0])

    def _give(self, person: Person, state: str) -> None:
        now, year = self.now, timedelta(days=365)
        recent = now - timedelta(days=16)
        if state == "valid":
            first, last = max(self._published, person.created) + timedelta(hours=1), recent
        elif state == "old_version":
            first, last = now - year + timedelta(days=3), self._published - timedelta(hours=2)
        elif state == "expired":
            first, last = now - timedelta(days=790), now - year - timedelta(days=2)
        elif state == "now_adult":
            first, last = max(self._published, now - timedelta(days=330)), now - timedelta(days=45)
        elif state == "long_expired":
            first = last = now - timedelta(days=756)
        else:
            return
        if person.created >= last:
            person.created = first - timedelta(minutes=20)
        self._signature(
            person, self.chance.between(max(first, person.created + timedelta(minutes=4)), max(first, last))
        )

    def _signature(self, person: Person, when: datetime) -> Signature:
        version = next(
            (one for one in reversed(self.made.versions) if one.published_at <= when), self.made.versions[0]
        )
        minor = person.birth is not None and person.is_minor(when.astimezone(self.zone).date())
        signature = Signature(
            self.chance.uuid(when),
            person,
            version,
            when,
            add_year(when, self.zone),
            person.guardian if minor else None,
            self._clerk(),
            self.chance.choice(STATIONS),
        )
        self.signed[person].append(signature)
        self.made.signatures.append(signature)
        return signature

    def _valid_at(self, person: Person, when: datetime) -> Signature | None:
        """The signature that the gate would have accepted at `when`."""
        current = [one for one in self.made.versions if one.published_at <= when][-1]
        minor = person.is_minor(when.astimezone(self.zone).date())
        for signature in reversed(self.signed[person]):
            if (
                signature.version is current
                and signature.signed_at <= when < signature.valid_until
                and (signature.guardian is not None) == minor
            ):
                return signature
        return None

    # -- the calendar
    # ---------------------------------------------------------------------------------------------

    def _classes(self) -> None:
        for slug, teacher, place, starts, ends in scene.TODAY:
            self._class(
                BY_SLUG[slug], self.made.teachers[teacher], place, self.at(0, starts), self.at(0, ends)
            )
        # Tomorrow begins with the young ones; one class fell through; one of the past was never closed.
        youth = self._find_slot(BY_SLUG["youth-rifle"], 1)
        assert youth is not None
        deck: list[Course] = []
        for offset in self._days(CLASSES - len(self.made.classes)):
            for _ in range(40):
                if not deck:
                    deck = list(COURSES)
                    self.chance.shuffle(deck)
                if self._find_slot(deck.pop(), offset) is not None:
                    break
        self.made.classes.sort(key=lambda klass: (klass.starts, klass.place.no))
        future = [klass for klass in self.made.classes if klass.starts > self.at(2, time.min)]
        fell = future[0]
        fell.status, fell.cancel_reason = "cancelled", "The range is closed for the county's inspection."
        future[2].price_override = max(0, future[2].course.price - 2000) if future[2].course.price else None
        future[3].notes = "The church group from Oak Hill comes by bus; open the lower gate."
        past = [klass for klass in self.made.classes if klass.ends < self.midnight]
        for klass in past:
            klass.status = "completed"
        # Over for more than half a day: the gate calls it past, and nobody has closed it.
        stale = [
            klass for klass in past if klass.course.waiver and klass.ends < self.now - timedelta(hours=14)
        ]
        stale[-1].status = "scheduled"

    def _days(self, count: int) -> list[int]:
        """Day offsets of `count` classes within a fortnight each way: most on Saturdays, none on Sundays."""
        open_days = [
            offset
            for offset in range(-14, 15)
            if offset != 0 and (self.today + timedelta(days=offset)).weekday() != 6
        ]
        days = list(open_days)
        order = sorted(
            open_days, key=lambda offset: ((self.today + timedelta(days=offset)).weekday() != 5, abs(offset))
        )
        while len(days) < count:
            days += order[: count - len(days)]
        return sorted(days[:count])

    def _find_slot(self, course: Course, offset: int) -> Klass | None:
        """Puts a class on that day where a place and an instructor are free; None when there is no such slot.
        """
        weekend = (self.today + timedelta(days=offset)).weekday() >= 5
        if course.hours >= 8:
            clocks = [time(9, 0)]
        elif course.hours >= 4:
            clocks = [time(8, 30), time(13, 0)]
        else:
            clocks = [time(10, 0), time(14, 0)] if weekend else [time(18, 0), time(17, 30)]
        teachers = [teacher for teacher in self.made.teachers if course.slug in teacher.courses]
        self.chance.shuffle(teachers)
        for clock in clocks:
            starts = self.at(offset, clock)
            hours = min(8, course.hours)
            ends = starts + timedelta(hours=hours)
            for teacher in teachers:
                for number in course.places:
                    if all(
                        klass.ends <= starts
                        or klass.starts >= ends
                        or (klass.place.no != number and klass.teacher is not teacher)
                        for klass in self.made.classes
                    ):
                        return self._class(course, teacher, number, starts, ends)
        return None

    def _class(self, course: Course, teacher: Teacher, place: int, starts: datetime, ends: datetime) -> Klass:
        created = starts - timedelta(days=60, minutes=self.chance.randrange(900))
        klass = Klass(
            self.chance.uuid(created),
            course,
            self.made.course_ids[course.slug],
            teacher,
            PLACES[place - 1],
            starts,
            ends,
            course.capacity,
            created,
        )
        self.made.classes.append(klass)
        return klass

    # -- who comes
    # ------------------------------------------------------------------------------------------------

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

    # -- what happened
    # --------------------------------------------------------------------------------------------

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

    # -- the orders
    # -----------------------------------------------------------------------------------------------

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
