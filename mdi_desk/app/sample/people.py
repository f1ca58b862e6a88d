"""The people of the sample: invented one after the other from a seeded source of chance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from mdi_desk.app.sample.names import BY_KEY, CULTURES, SHARES, Culture, Name
from mdi_desk.kernel.clock import age_on
from mdi_desk.kernel.fold import fold, sort_key
from mdi_desk.kernel.ids import CROCKFORD

TOWNS = (
    ("Charleston", "WV", "25301"),
    ("Huntington", "WV", "25701"),
    ("Morgantown", "WV", "26505"),
    ("Parkersburg", "WV", "26101"),
    ("Wheeling", "WV", "26003"),
    ("Beckley", "WV", "25801"),
    ("Lewisburg", "WV", "24901"),
    ("Fairmont", "WV", "26554"),
    ("Elkins", "WV", "26241"),
    ("Bluefield", "WV", "24701"),
    ("Summersville", "WV", "26651"),
    ("Princeton", "WV", "24740"),
    ("Martinsburg", "WV", "25401"),
    ("Buckhannon", "WV", "26201"),
    ("Oak Hill", "WV", "25901"),
    ("St. Albans", "WV", "25177"),
    ("Hurricane", "WV", "25526"),
    ("Ripley", "WV", "25271"),
    ("Gallipolis", "OH", "45631"),
    ("Ashland", "KY", "41101"),
    ("Covington", "VA", "24426"),
)
ABROAD = {
    "SEN": (("Dakar", None, "11000"), ("Thiès", None, "21000"), ("Saint-Louis", None, "32000")),
    "FRA": (("Lyon", None, "69003"), ("Nantes", None, "44000"), ("Saint-Étienne", None, "42000")),
}
STREETS = (
    "Maple",
    "Laurel Ridge",
    "Kanawha",
    "Cherry Hollow",
    "Quarrier",
    "Virginia",
    "MacCorkle",
    "Elk River",
    "Sugar Creek",
    "Washington",
    "Coal Fork",
    "Spring Hill",
    "Church",
    "Old Mill",
    "Greenbrier",
    "Rhododendron",
    "Union",
    "Depot",
    "Sycamore",
    "Dogwood",
    "Big Tyler",
    "Campbells Creek",
    "Oakwood",
    "Chestnut Flats",
)
WAYS = ("Street", "Road", "Avenue", "Lane", "Drive", "Court")
CITY_OF = {
    "SEN": ("Rue {n}, Médina", "Avenue Cheikh Anta Diop, villa {n}"),
    "FRA": ("{n} rue de la République", "{n} bis, quai Fulchiron"),
}
NOTES = (
    "Left-handed; ask for a left-hand holster.",
    "Prefers to be called by the second given name.",
    "Wears hearing aids; stand where the lips can be read.",
    "Needs a parking space near the door.",
    "Retired state trooper, has taught here before.",
    "Brings own eye and ear protection.",
    "Asked twice about the evening dates.",
    "Comes with the church group from Oak Hill.",
    "Please call rather than write.",
    "Allergic to latex: nitrile gloves in the first-aid class.",
    "Has a service dog; the classrooms are fine, the range is not.",
    "Pays for the whole family, one receipt.",
)


class Chance(Random):
    """Random, with the small questions that the sample keeps asking."""

    def maybe(self, share: float) -> bool:
        """True in `share` of all cases."""
        return self.random() < share

    def between(self, first: datetime, last: datetime) -> datetime:
        """A moment between the two; `first` when they have changed places."""
        seconds = (last - first).total_seconds()
        return first + timedelta(seconds=int(self.random() * seconds)) if seconds > 0 else first

    def uuid(self, when: datetime) -> UUID:
        """A UUIDv7 that was made at `when`."""
        ms = int(when.timestamp() * 1000)
        low = self.getrandbits(74)
        return UUID(int=ms << 80 | 0x7 << 76 | (low >> 62) << 64 | 0b10 << 62 | low & ((1 << 62) - 1))

    def code(self, letter: str) -> str:
        """A code of a person (P) or a ticket (T), with no character doubled beside itself."""
        out = letter
        while len(out) < 12:
            char = CROCKFORD[self.getrandbits(5)]
            if char != out[-1]:
                out += char
        return out


@dataclass(slots=True, eq=False)
class Person:
    """One human of the sample. `birth` is None where nobody asked yet."""

    id: UUID
    given: str
    family: str
    full: str
    female: bool
    culture: Culture
    birth: date | None
    phone: str | None
    email: str | None
    created: datetime
    code: str
    locale: str
    roles: set[str] = field(default_factory=lambda: {"customer"})
    auth: str = "desk"
    newsletter: bool = False
    email_verified: bool = False
    notes: str | None = None
    bio: str | None = None
    active: bool = True
    guardian: "Person | None" = None
    relationship: str = "parent"
    id_type: str | None = None
    id_country: str | None = None
    id_verified_at: datetime | None = None
    address: tuple[str, str, str | None, str, str] | None = None  # line 1, town, region, postal code, country
    billing: tuple[str, str, str | None, str, str] | None = None

    def age(self, day: date) -> int | None:
        """Completed years on `day`, None without a birth date."""
        return None if self.birth is None else age_on(self.birth, day)

    def is_minor(self, day: date) -> bool:
        """Known to be under 18 on `day`."""
        age = self.age(day)
        return age is not None and age < 18

    @property
    def sort_key(self) -> str:
        """As the lists order it."""
        return sort_key(self.family, self.given)


class PeopleMaker:
    """Makes people around the day `today`; `unique`: no full name twice; `mark` sets their e-mails apart."""

    def __init__(
        self, chance: Chance, today: date, now: datetime, *, unique: bool = True, mark: str = ""
    ) -> None:
        self.chance = chance
        self.today = today
        self.now = now
        self.unique = unique
        self.mark = mark
        self.taken: set[str] = set()
        self._emails: dict[str, int] = {}

    def some_culture(self) -> Culture:
        """A culture by its share."""
        return self.chance.choices(CULTURES, SHARES)[0]

    def make(
        self,
        *,
        culture: str | Culture | None = None,
        female: bool | None = None,
        age: int | None = None,
        name: Name | None = None,
        family: str | None = None,
        created: datetime | None = None,
    ) -> Person:
        """A person; what is not told is left to chance."""
        chance = self.chance
        if not isinstance(culture, Culture):
            culture = BY_KEY[culture] if culture else self.some_culture()
        if female is None:
            female = chance.maybe(0.45)
        given, family, full = name or self._new_name(culture, female, family)
        self.taken.add(full)
        if created is None:
            # More people every year: the newest third joined in the last twelvemonth.
            created = self.now - timedelta(
                days=22 + int(2400 * chance.random() ** 2.2), minutes=chance.randrange(600)
            )
        person = Person(
            id=chance.uuid(created),
            given=given,
            family=family,
            full=full,
            female=female,
            culture=culture,
            birth=self.birth(age if age is not None else self._some_age()),
            phone=self.phone(culture),
            email=self._email(given, family),
            created=created,
            code=chance.code("P"),
            locale=culture.locale,
        )
        self._habits(person)
        return person

    def _new_name(self, culture: Culture, female: bool, family: str | None) -> Name:
        for _ in range(60):
            name = culture.name(self.chance, female, family)
            if not self.unique or name[2] not in self.taken:
                return name
        given, family, _ = name
        given = f"{given} {self.chance.choice(culture.female if female else culture.male)}"
        return given, family, culture.full(given, family)

    def birth(self, age: int) -> date:
        """A birth date of somebody who is `age` today; never within a day of a birthday."""
        back = 365.2425 * age + 2 + self.chance.random() * 361
        return self.today - timedelta(days=int(back))

    def _some_age(self) -> int:
        return min(84, max(18, int(self.chance.gauss(43, 14))))

    def phone(self, culture: Culture) -> str:
        """A number in the exchange that no subscriber has, or one abroad."""
        chance = self.chance
        if culture.key == "senegalese" and chance.maybe(0.35):
            return f"+22177000{chance.randrange(10000):04d}"
        if culture.key == "french" and chance.maybe(0.35):
            return f"+3363998{chance.randrange(10000):04d}"
        area = chance.choices(("304", "681", "540", "740", "606"), (68, 24, 3, 3, 2))[0]
        return f"+1{area}555{chance.randrange(10000):04d}"

    def _email(self, given: str, family: str) -> str:
        base = re.sub(r"[^a-z0-9]+", ".", fold(f"{given.split()[0]} {family}")).strip(".") or "someone"
        n = self._emails[base] = self._emails.get(base, 0) + 1
        host = self.chance.choices(("example.org", "example.com", "example.net"), (70, 20, 10))[0]
        return f"{base}{f'.{self.mark}' if self.mark else ''}{n if n > 1 else ''}@{host}"

    def _habits(self, person: Person) -> None:
        """What a person left with us besides the name."""
        chance = self.chance
        if chance.maybe(0.06):
            person.email = None
        elif chance.maybe(0.55):
            person.email_verified = True
        if chance.maybe(0.04):
            person.phone = None
        person.auth = chance.choices(("desk", "email", "google", "phone", "facebook"), (58, 20, 12, 7, 3))[0]
        person.newsletter = chance.maybe(0.4)
        if chance.maybe(0.07):
            person.notes = chance.choice(NOTES)
        if chance.maybe(0.35):
            person.id_type = chance.choices(("drivers_license", "state_id", "passport"), (75, 10, 15))[0]
            person.id_country = person.culture.country if person.id_type == "passport" else "USA"
            person.id_verified_at = chance.between(person.created, self.now - timedelta(days=1))
        if chance.maybe(0.88):
            person.address = self.place(person.culture.country if (person.phone or "+1")[1] != "1" else "USA")
            if chance.maybe(0.06):
                person.billing = self.place("USA")

    def place(self, country: str) -> tuple[str, str, str | None, str, str]:
        """A postal address."""
        chance = self.chance
        if country in ABROAD:
            town, region, postal = chance.choice(ABROAD[country])
            return (
                chance.choice(CITY_OF[country]).format(n=chance.randrange(2, 120)),
                town,
                region,
                postal,
                country,
            )
        town, region, postal = chance.choice(TOWNS)
        return (
            f"{chance.randrange(1, 4800)} {chance.choice(STREETS)} {chance.choice(WAYS)}",
            town,
            region,
            postal,
            "USA",
        )

    def child(self, parent: Person, age: int, other: Person | None = None) -> Person:
        """A minor of `parent`'s family, `age` years old, who is called after them."""
        chance, culture = self.chance, parent.culture
        female = chance.maybe(0.5)
        second = other.family if other is not None else culture.some_family(chance, True)
        family = (
            culture.child_family(chance, parent.family, second)
            if culture.key == "spanish"
            else (culture.of_child(parent.family, female))
        )
        child = self.make(
            culture=culture,
            female=female,
            age=age,
            family=family,
            created=parent.created + timedelta(minutes=chance.randrange(2, 9)),
        )
        self.entrust(child, parent)
        return child

    def entrust(self, child: Person, parent: Person) -> None:
        """`parent` answers for `child`: same house, same telephone, and may sign."""
        child.guardian = parent
        child.relationship = self.chance.choices(("parent", "grandparent", "guardian"), (86, 9, 5))[0]
        parent.roles.add("guardian")
        child.phone, child.address = parent.phone, parent.address
        child.email, child.email_verified, child.auth = None, False, "desk"
        child.id_type = child.id_country = child.id_verified_at = None
        child.billing = child.notes = None


def families(maker: PeopleMaker, count: int) -> Iterator[tuple[Person, list[Person]]]:
    """`count` adults with one to three minors each."""
    for _ in range(count):
        parent = maker.make(age=maker.chance.randrange(32, 58))
        kids = maker.chance.choices((1, 2, 3), (55, 35, 10))[0]
        yield parent, [maker.child(parent, maker.chance.randrange(10, 18)) for _ in range(kids)]
