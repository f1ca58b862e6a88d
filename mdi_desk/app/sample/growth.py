"""Makes the sample larger: people by the hundred thousand, with the classes, bookings and waivers that go
with them.

The additional people come in chapters that know nothing of each other: each has its own people, a range and
an
instructor of its own (so that nothing is booked twice), and its own numbers of orders. So two processes write
them at
once, each over a connection of its own.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from datetime import datetime, time, timedelta
from multiprocessing import get_context
from uuid import UUID

import psycopg

from mdi_desk.app.sample import evidence, load, rows
from mdi_desk.app.sample.catalogue import COURSES, Place
from mdi_desk.app.sample.people import TOWNS, Chance, PeopleMaker, Person, families
from mdi_desk.app.sample.records import Booking, CheckIn, Drawn, Institute, Klass, Order, Signature, Teacher
from mdi_desk.app.sample.signing import ink_of
from mdi_desk.app.sample.waiving import add_year
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.ink import Ink, outline, path_data
from mdi_desk.kernel.seal import aad, seal
from mdi_desk.kernel.words import tr

CHAPTER = 2500  # people
CLASSES = 250
SEATS = 9  # booked on average
HANDS = 40  # different signatures that a process draws; more people share them
ORDERS = 4000  # numbers kept for a chapter


def grow(
    conninfo: str,
    made: Institute,
    people: int,
    public_key: bytes,
    say: load.Say,
    done: load.Loaded,
    *,
    only_people: bool = False,
) -> None:
    """Adds people to the sample in the database of `conninfo` (a superuser's) until there are `people`.

    `done` is counted on; `only_people` leaves classes, bookings and waivers out. Runs `ANALYZE` at the end.
    """
    missing = people - len(made.people)
    parts = [min(CHAPTER, missing - at) for at in range(0, missing, CHAPTER)]
    base = replace(
        made,
        people=[],
        signatures=[],
        classes=[],
        orders=[],
        accounts=[account for account in made.accounts if "frontdesk" in account.jobs],
        teachers=[],
    )
    finished = len(made.people)
    first = (len(made.teachers), made.last_order_no)
    with ProcessPoolExecutor(max(2, os.cpu_count() or 2), mp_context=get_context("spawn")) as pool:
        futures = [
            pool.submit(write, conninfo, base, public_key, number, size, *first, only_people)
            for number, size in enumerate(parts)
        ]
        try:
            for future in as_completed(futures):
                for what, count in future.result().items():
                    done.counts[what] = done.counts.get(what, 0) + count
                    finished += count if what == "people" else 0
                say(tr("Writing people ({done} of {all})", done=f"{finished:,}", all=f"{people:,}"))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    say(tr("Counting what there is, for the planner"))
    with psycopg.connect(conninfo, autocommit=True) as conn:
        conn.execute("SELECT setval('sales.order_no', %s)", [made.last_order_no + len(parts) * ORDERS])
        conn.execute(
            "SELECT setval(pg_get_serial_sequence('training.instructor', 'no'), max(no)) FROM "
            "training.instructor"
        )
        conn.execute("ANALYZE")


def write(
    conninfo: str,
    base: Institute,
    public_key: bytes,
    number: int,
    size: int,
    teachers: int,
    last_order: int,
    only_people: bool,
) -> dict[str, int]:
    """Thinks up chapter `number` and writes it in one transaction; how many of each."""
    chapter = _Chapter(base, number, size, teachers, last_order, only_people)
    chance = chapter.chance
    ink = {one.id: _ink(one, public_key) for one in chapter.signatures}
    clerk = base.accounts[0]
    bookings = [booking for klass in chapter.classes for booking in klass.bookings]
    with psycopg.connect(conninfo, application_name="mdi-desk sample") as conn:
        conn.execute("SET LOCAL session_replication_role = replica")
        conn.execute("SET LOCAL synchronous_commit = off")
        load.copy(conn, "people.person", rows.people(chapter.people, clerk.person.id))
        load.copy(conn, "people.address", rows.addresses(chance, chapter.people))
        load.copy(conn, "people.guardianship", rows.guardianships(chance, chapter.people, clerk.id))
        # As the trigger would, but in one statement.
        conn.execute(
            "INSERT INTO people.search_token (person_id, token) SELECT p.id, t FROM people.person p, "
            "people.tokens("
            "concat_ws(' ', p.full_name, p.given_name, p.family_name), p.email, p.phone, p.code) AS t"
            " WHERE p.id = ANY (%s)",
            [[person.id for person in chapter.people]],
        )
        load.copy(conn, "training.place", rows.places([chapter.place]))
        load.copy(conn, "training.instructor", rows.instructors([chapter.teacher]))
        load.copy(conn, "training.class", rows.classes(chapter.classes))
        load.copy(conn, "waivers.signature", evidence.signatures(chance, chapter.signatures, ink))
        load.copy(conn, "training.booking", rows.bookings(bookings))
        checked = load.copy(conn, "training.check_in", rows.check_ins(chance, bookings))
        load.copy(conn, "training.attendance_mark", rows.marks(chance, bookings))
        load.copy(conn, "sales.customer_order", rows.orders(chance, chapter.orders))
        load.copy(conn, "sales.order_line", rows.lines(chance, chapter.orders))
        paid = load.copy(conn, "sales.payment", rows.payments(chance, chapter.orders))
    return {
        "people": len(chapter.people),
        "classes": len(chapter.classes),
        "waivers": len(chapter.signatures),
        "bookings": len(bookings),
        "check-ins": checked,
        "orders": len(chapter.orders),
        "payments": paid,
    }


_hands: list[tuple[Ink, Drawn, bytes]] = []


def _ink(signature: Signature, public_key: bytes) -> Drawn:
    """One of this process's hands, its samples sealed for this very row."""
    if not _hands:
        for number in range(HANDS):
            ink = ink_of(Chance(f"hand {number}"), "Jo Doe" if number % 2 else "Ann Lee", brief=True)
            drawn = Drawn(
                path_data(outline(ink)),
                ink.width,
                ink.height,
                ink.device,
                ink.sample_count,
                ink.digest().hex(),
                b"",
            )
            _hands.append((ink, drawn, ink.pack()))
    _, drawn, packed = _hands[signature.id.int % HANDS]
    place = aad("waivers.signature", "ink_sealed", signature.id, rows.KEY_VERSION)
    return replace(drawn, sealed=seal(public_key, packed, place))


class _Chapter:
    """Some thousand people and what they did."""

    def __init__(
        self, base: Institute, number: int, size: int, teachers: int, last_order: int, only_people: bool
    ) -> None:
        self.base = base
        self.chance = Chance(f"{base.seed} chapter {number}")
        self.maker = PeopleMaker(self.chance, base.today, base.now, unique=False, mark=f"{number + 1}")
        self.signatures: list[Signature] = []
        self.classes: list[Klass] = []
        self.orders: list[Order] = []
        self._order_no = last_order + number * ORDERS
        town, region, postal = TOWNS[number % len(TOWNS)]
        again = f" {number // len(TOWNS) + 1}" if number >= len(TOWNS) else ""
        self.place = Place(
            5 + number, f"{town} range{again}", f"{100 + number} Range Road, {town}, {region} {postal}"
        )
        self.people = list(self._crowd(size))
        teacher = self.maker.make(age=45, created=base.now - timedelta(days=900))
        teacher.roles = {"instructor", "staff"}
        self.people[-1] = teacher
        self.teacher = Teacher(
            self.chance.uuid(teacher.created),
            teachers + number + 1,
            teacher,
            "Instructor",
            "Teaches at our other ranges.",
            ("NRA instructor, pistol",),
            ("Handgun",),
            (),
        )
        self.valid: dict[UUID, Signature] = {}
        if not only_people:
            self._sign()
            self._hold_classes()

    def _crowd(self, size: int) -> Iterator[Person]:
        made = 0
        for parent, kids in families(self.maker, max(1, size // 25)):
            for person in (parent, *kids):
                if made < size:
                    made += 1
                    yield person
        for _ in range(size - made):
            yield self.maker.make()

    def _sign(self) -> None:
        """Six in ten have signed; most of them what is valid now."""
        now, chance = self.base.now, self.chance
        for person in self.people:
            if not chance.maybe(0.6) or person.birth is None:
                continue
            since = max(person.created + timedelta(minutes=5), now - timedelta(days=430))
            when = chance.between(since, now - timedelta(hours=30))
            version = next(
                (one for one in reversed(self.base.versions) if one.published_at <= when),
                self.base.versions[0],
            )
            minor = age_on(person.birth, when.astimezone(self.base.zone).date()) < 18
            signature = Signature(
                chance.uuid(when),
                person,
                version,
                when,
                add_year(when, self.base.zone),
                person.guardian if minor else None,
                chance.choice(self.base.accounts),
                "Front desk 2",
            )
            self.signatures.append(signature)
            if version is self.base.versions[-1] and signature.valid_until > now:
                self.valid[person.id] = signature

    def _hold_classes(self) -> None:
        """A class each day at this range, from the past into the coming days."""
        base, chance = self.base, self.chance
        adults = [person for person in self.people if not person.is_minor(base.today)]
        courses = [course for course in COURSES if course.slug != "youth-rifle"]
        wanted = max(1, CLASSES * len(self.people) // CHAPTER)
        for back in range(wanted):
            day = base.today + timedelta(days=12 - back)
            course = chance.choice(courses)
            starts = datetime.combine(day, time(9 if course.hours > 3 else 18), base.zone).astimezone(
                base.now.tzinfo
            )
            ends = starts + timedelta(hours=course.hours)
            over = ends < base.now - timedelta(hours=12)
            created = starts - timedelta(days=60)
            klass = Klass(
                chance.uuid(created),
                course,
                base.course_ids[course.slug],
                self.teacher,
                self.place,
                starts,
                ends,
                course.capacity,
                created,
                status="completed" if over else "scheduled",
            )
            self.classes.append(klass)
            for seat, person in enumerate(
                chance.sample(adults, min(len(adults), chance.randrange(5, 2 * SEATS - 5)))
            ):
                if seat < klass.capacity:
                    self._book(klass, person, seat + 1, over)

    def _book(self, klass: Klass, person: Person, seat: int, over: bool) -> None:
        chance, clerk = self.chance, self.chance.choice(self.base.accounts)
        booked = min(klass.starts, self.base.now) - timedelta(minutes=chance.randrange(1500, 40_000))
        pays = chance.choices(("card", "cash", None), (78, 17, 0 if over else 5))[0] if klass.price else None
        booking = Booking(chance.uuid(booked), klass, person, seat, chance.code("T"), booked, clerk, pays)
        klass.bookings.append(booking)
        if over:
            signature = self.valid.get(person.id)
            ready = not klass.course.waiver or (signature is not None and signature.signed_at < klass.starts)
            if ready and chance.maybe(0.96):
                when = klass.starts - timedelta(minutes=chance.randrange(2, 25))
                booking.attendance = "present"
                booking.check_in = CheckIn(
                    chance.uuid(when),
                    when,
                    "present",
                    clerk,
                    "Front desk 2",
                    signature if klass.course.waiver else None,
                )
            else:
                booking.attendance = "no_show"
                booking.marked_at = klass.ends + timedelta(minutes=20)
        self._order_no += 1
        year = booked.astimezone(self.base.zone).year
        self.orders.append(
            Order(chance.uuid(booked), f"MDI-{year}-{self._order_no:05d}", person, booked, clerk, [booking])
        )
