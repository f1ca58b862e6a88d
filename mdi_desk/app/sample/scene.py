"""The people everybody meets today, and the odd cases that a front desk must know: one of each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from mdi_desk.app.sample.people import PeopleMaker, Person
from mdi_desk.app.sample.records import Account, Booking, Institute, Klass

# course, instructor (from 0), place, from, to
TODAY = (
    ("ccw-renewal", 0, 1, time(8, 30), time(12, 30)),
    ("defensive-handgun-1", 1, 2, time(9, 0), time(17, 0)),
    ("church-security-team", 0, 3, time(13, 0), time(16, 0)),
    ("rifle-fundamentals", 2, 1, time(18, 0), time(21, 0)),
)
BOOKED = {"ccw-renewal": 11, "defensive-handgun-1": 12, "church-security-team": 10, "rifle-fundamentals": 8}


def key_of(klass: Klass, today: date, zone: ZoneInfo) -> str | None:
    """Which of today's classes this is, None for another day's."""
    return klass.course.slug if klass.starts.astimezone(zone).date() == today else None


def calm(klass: Klass, today: date, zone: ZoneInfo) -> bool:
    """Whether everybody that chance books here is ready for it: today's troubles are told, not left to
    chance.
    """
    return key_of(klass, today, zone) is not None


@dataclass(slots=True)
class Cast:
    """Who is in the scene and what is known of them."""

    everybody: list[Person] = field(default_factory=list)
    waivers: dict[Person, str] = field(default_factory=dict)
    seats: dict[str | None, tuple[list[Person], int]] = field(default_factory=dict)
    arrived: dict[str | None, str | list[Person]] = field(default_factory=dict)
    moments: dict[Person, time] = field(default_factory=dict)
    by_name: dict[str, Person] = field(default_factory=dict)

    @property
    def unpaid(self) -> Person:
        """Who still owes for today."""
        return self.by_name["Jean-Baptiste d'Arcy-Delacroix"]


def cast(maker: PeopleMaker) -> Cast:
    """Makes them. Members of the scene joined as long ago as the pictures of the desk say."""
    made = Cast()
    now = maker.now

    def person(
        given: str,
        family: str,
        culture: str,
        female: bool,
        age: int,
        waiver: str,
        *,
        full: str | None = None,
        phone: str | None = None,
        since: int = 400,
    ) -> Person:
        one = maker.make(
            culture=culture,
            female=female,
            age=age,
            name=(given, family, full or f"{given} {family}".strip()),
            created=now - timedelta(days=since, minutes=since * 7 % 600),
        )
        one.notes, one.email_verified = None, one.email is not None
        if phone is not None:
            one.phone = phone
        made.everybody.append(one)
        made.by_name[one.full] = one
        if waiver:
            made.waivers[one] = waiver
        return one

    lena = person("Lena", "Brandt", "german", True, 34, "valid", phone="+13045550117")
    hana = person("Hana", "Sato", "japanese", True, 29, "valid", phone="+16815550126")
    anh = person(
        "Ngọc Ánh", "Phạm", "vietnamese", True, 31, "valid", full="Phạm Ngọc Ánh", phone="+16815550163"
    )
    kwame = person("Kwame", "Boateng-Addo", "ghanaian", False, 38, "", phone="+13045550142", since=1150)
    kwame.id_type, kwame.id_country = "drivers_license", "USA"
    kwame.id_verified_at = now - timedelta(days=18)
    maria = person(
        "María José", "Núñez", "spanish", True, 45, "long_expired", phone="+13045550188", since=820
    )
    father = person("Adéwálé", "Adébáyọ̀", "yoruba", False, 46, "valid", phone="+13045550151", since=600)
    seun = person("Oluwaseun", "Adébáyọ̀", "yoruba", False, 17, "valid", since=420)
    maker.entrust(seun, father)
    seun.relationship = "parent"
    baptiste = person("Jean-Baptiste", "d'Arcy-Delacroix", "french", False, 52, "valid", phone="+33639980142")
    delbert = person("Delbert Ray", "Sizemore", "appalachian", False, 58, "valid", since=1500)
    priya = person("Priya", "Venkataraman", "indian", True, 36, "valid")
    lukasz = person("Łukasz", "Kozłowski", "polish", False, 41, "valid")
    magnolia = person("Magnolia", "Persinger", "appalachian", True, 63, "valid", since=1900)
    khalid = person("Khalid", "Al-Rashid", "arabic", False, 27, "valid")
    made.seats["defensive-handgun-1"] = (
        [lena, hana, anh, kwame, maria, seun, baptiste, delbert, priya, lukasz, magnolia, khalid],
        12,
    )
    made.arrived["defensive-handgun-1"] = [lena, hana, anh, seun, delbert, priya, lukasz]
    made.arrived["ccw-renewal"] = "all"
    made.moments = {lena: time(9, 1), hana: time(9, 2), anh: time(8, 51), seun: time(8, 55)}

    # This evening a minor comes whose guardian has not signed yet.
    mother = person("Małgorzata", "Szczepańska", "polish", True, 44, "valid", phone="+13045550174", since=300)
    zofia = person("Zofia", "Szczepańska", "polish", True, 15, "", since=12)
    maker.entrust(zofia, mother)
    zofia.relationship = "parent"
    made.seats["rifle-fundamentals"] = ([zofia], BOOKED["rifle-fundamentals"])
    made.seats["ccw-renewal"] = ([], BOOKED["ccw-renewal"])
    made.seats["church-security-team"] = ([], BOOKED["church-security-team"])

    # One of each for the gate, in classes to come; see `trouble`.
    person("Waylon", "Gwinn", "appalachian", False, 13, "valid", since=90)
    person("Loretta", "Gwinn", "appalachian", True, 39, "valid", since=900)
    maker.entrust(made.by_name["Waylon Gwinn"], made.by_name["Loretta Gwinn"])
    undated = person("Babacar", "Diouf", "senegalese", False, 33, "", since=25)
    undated.birth = None
    grown = person("Itzel", "Treviño Cortés", "spanish", True, 18, "now_adult", since=360)
    grown.birth = maker.today.replace(year=maker.today.year - 18, day=min(maker.today.day, 28)) - timedelta(
        days=21
    )
    aunt = person("Guadalupe", "Cortés Ibáñez", "spanish", True, 49, "valid", since=700)
    maker.entrust(grown, aunt)
    grown.relationship = "other"
    person("Roscoe", "Blankenship", "appalachian", False, 66, "expired", since=1300)
    person("Solène", "de La Fontaine", "french", True, 40, "old_version", since=500)
    person("Marcus", "Washington", "us", False, 30, "valid", since=200)

    # Names that break a careless screen.
    person(
        "Wilhelmine Charlotte Friederike",
        "von Hohenfels-Großmann zu Wittenberg",
        "german",
        True,
        71,
        "valid",
        since=1700,
    )
    person(
        "María de los Ángeles",
        "Fernández de Córdoba y Ruiz-Giménez",
        "spanish",
        True,
        54,
        "missing",
        since=640,
    )
    person(
        "Phúc Hồng Thiên Hương",
        "Nguyễn",
        "vietnamese",
        True,
        26,
        "valid",
        full="Nguyễn Phúc Hồng Thiên Hương",
    )
    person("Abd al-Rahman", "Ibn Khalid Al-Farouqi", "arabic", False, 48, "valid")
    person("Tenzin", "", "indian", False, 35, "valid", full="Tenzin")
    person("Jo", "Ho", "us", True, 22, "valid")
    return made


def trouble(
    made: Institute,
    cast: Cast,
    manager: Account,
    book: Callable[[Klass, Person], Booking],
    cancel: Callable[[Booking], None],
) -> None:
    """Seats the odd cases in classes of the coming days, and leaves some bills open."""
    name = cast.by_name
    coming = [klass for klass in made.classes if klass.starts > made.now and klass.status == "scheduled"]
    coming = [klass for klass in coming if klass.starts.astimezone(made.zone).date() > made.today]

    def seat(full: str, *slugs: str) -> Booking:
        wanted = [klass for klass in coming if klass.course.slug in slugs] or [
            one for one in coming if one.course.waiver
        ]
        klass = next(klass for klass in wanted if len(klass.seated) < klass.capacity - 1)
        return book(klass, name[full])

    adult = (
        "defensive-handgun-1",
        "defensive-handgun-2",
        "rifle-fundamentals",
        "shotgun-field",
        "ccw-renewal",
    )
    seat(
        "Waylon Gwinn", "defensive-handgun-1", "shotgun-field", "rifle-fundamentals"
    ).notes = "Asked for by the grandfather."
    for full in ("Babacar Diouf", "Itzel Treviño Cortés", "Roscoe Blankenship", "Solène de La Fontaine"):
        seat(full, *adult)
    allowed = seat("Marcus Washington", *adult)
    allowed.pays = None
    allowed.unpaid_allowed_by, allowed.unpaid_allowed_reason = (
        manager,
        "The sheriff's office pays by invoice next month.",
    )
    gone = seat("Magnolia Persinger", *adult)
    cancel(gone)
    for booking in made.bookings:
        if booking.person is cast.unpaid:
            booking.pays = None
    # Some will pay when they come.
    for number, klass in enumerate(coming):
        for booking in klass.seated[number % 3 :: 7]:
            if booking.unpaid_allowed_by is None and booking.person not in cast.everybody:
                booking.pays = None
