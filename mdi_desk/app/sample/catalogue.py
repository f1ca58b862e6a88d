"""What the sample institute offers, where, and who works there."""

from dataclasses import dataclass

NAME = "Mountain State Defensive Institute"
ZONE = "America/New_York"
SETTINGS: tuple[tuple[str, object, str, str], ...] = (
    # key, value, type, description
    ("institute.name", NAME, "string", "The institute's name, as papers and screens print it."),
    ("institute.zone", ZONE, "string", "The time zone in which a day begins and an age is reached."),
    ("institute.currency", "USD", "string", "The currency of prices and payments, ISO 4217."),
    ("institute.locale", "en-US", "string", "The language of papers unless a person has another."),
    (
        "institute.address",
        "2250 Laurel Ridge Road\nSummersville, WV 26651",
        "string",
        "The postal address on papers.",
    ),
    ("institute.phone", "+13045550100", "string", "The telephone number on papers."),
    ("institute.paper", "letter", "string", "The size of paper: letter or a4."),
    (
        "institute.sample",
        True,
        "boolean",
        "Whether this is the sample institute: passwords are shown at sign-in.",
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A range or a classroom."""

    no: int
    name: str
    address: str


RANGES = "2250 Laurel Ridge Road, Summersville, WV 26651"
PLACES = (
    Place(1, "Range A", f"{RANGES} (upper gate)"),
    Place(2, "Range B", f"{RANGES} (lower gate)"),
    Place(3, "Classroom 1", f"{RANGES}, main building"),
    Place(4, "Classroom 2", f"{RANGES}, main building, upstairs"),
)


@dataclass(frozen=True, slots=True)
class Course:
    """A course of the catalogue. Prices are in cents; `places` are where it can be held."""

    slug: str
    name: str
    category: str
    short: str
    description: str
    price: int
    member_price: int
    hours: int
    capacity: int
    min_age: int
    guardian_min_age: int | None
    level: str
    prerequisites: tuple[str, ...]
    required: tuple[str, ...]
    provided: tuple[str, ...]
    ammo: int
    waiver: bool
    featured: bool
    places: tuple[int, ...]


COURSES = (
    Course(
        "defensive-handgun-1",
        "Defensive handgun I",
        "handgun",
        "Safe handling, grip, sights and the first accurate shots from the holster.",
        "A full day on the range for people who own a handgun and want to use it safely and well. We begin "
        "with handling "
        "and storage, go on to grip, stance and sights, and end with drawing from the holster. Small groups, "
        "one "
        "instructor for four shooters.",
        18500,
        16500,
        8,
        12,
        18,
        16,
        "beginner",
        (),
        ("Handgun and holster", "Three magazines", "Belt", "Cap"),
        ("Eye protection", "Ear protection", "Targets", "Lunch"),
        250,
        True,
        True,
        (2, 1),
    ),
    Course(
        "defensive-handgun-2",
        "Defensive handgun II",
        "handgun",
        "Moving, cover, malfunctions and low light.",
        "For those who passed Defensive handgun I. Shooting on the move, use of cover, clearing malfunctions "
        "under time, "
        "reloads, and an hour at dusk with a hand-held light.",
        22500,
        19900,
        8,
        10,
        18,
        None,
        "intermediate",
        ("defensive-handgun-1",),
        ("Handgun and holster", "Four magazines", "Knee pads", "Hand-held light"),
        ("Eye protection", "Ear protection", "Targets"),
        350,
        True,
        False,
        (2, 1),
    ),
    Course(
        "rifle-fundamentals",
        "Rifle fundamentals",
        "rifle",
        "Zero, positions and steady shots to a hundred yards.",
        "An evening with the rifle: how to zero it, how to build a steady position, how to press without "
        "moving the sights. "
        "Rifles in .22 and .223 can be borrowed.",
        9500,
        8500,
        3,
        10,
        18,
        14,
        "beginner",
        (),
        ("Rifle, or borrow ours", "Sling"),
        ("Eye protection", "Ear protection", "Loan rifles", "Targets"),
        80,
        True,
        False,
        (1, 2),
    ),
    Course(
        "youth-rifle",
        "Youth rifle and hunter safety",
        "rifle",
        "From twelve with a guardian: safety first, then a first group on paper.",
        "For young people from twelve, with a parent or guardian who signs and stays. Safe handling, what a "
        "backstop is, "
        "hunting law in West Virginia in plain words, and .22 rifles from a rest.",
        6000,
        5000,
        4,
        10,
        18,
        12,
        "beginner",
        (),
        ("Closed shoes", "Long sleeves"),
        ("Eye protection", "Ear protection", ".22 rifles", "Ammunition", "Hot chocolate"),
        60,
        True,
        True,
        (1,),
    ),
    Course(
        "shotgun-field",
        "Shotgun: home and field",
        "shotgun",
        "Pattern, mount and swing, and the shotgun in the house.",
        "Half the course on clay, half on paper: how a shotgun patterns, how to mount it the same each time, "
        "how to load "
        "without looking, and when a shotgun is the wrong tool.",
        14000,
        12500,
        5,
        8,
        18,
        16,
        "beginner",
        (),
        ("Shotgun, or borrow ours", "Vest or pouch"),
        ("Eye protection", "Ear protection", "Clays", "Loan shotguns"),
        100,
        True,
        False,
        (2, 1),
    ),
    Course(
        "ccw-renewal",
        "Concealed carry, renewal",
        "ccw",
        "The law as it stands now, and the qualification shoot.",
        "For those who carry and renew: what changed in the law, what to say at a traffic stop, storage in a "
        "car, and the "
        "qualification shoot. The certificate is printed the same day.",
        9500,
        8500,
        4,
        12,
        21,
        None,
        "intermediate",
        (),
        ("Handgun and holster", "Current licence", "50 rounds"),
        ("Eye protection", "Ear protection", "Targets", "Certificate"),
        50,
        True,
        True,
        (1, 2),
    ),
    Course(
        "church-security-team",
        "Church security team",
        "security",
        "Watching, talking, locking: a team for the congregation.",
        "For teams of volunteers. Greeting and watching, the two-minute plan, radios, working with the "
        "sheriff, and what to "
        "do until help comes. Dry practice with inert pistols.",
        6000,
        5000,
        3,
        16,
        21,
        None,
        "beginner",
        (),
        ("Notebook", "The team's floor plan"),
        ("Inert pistols", "Radios", "Workbook"),
        0,
        True,
        False,
        (3, 4),
    ),
    Course(
        "stop-the-bleed",
        "First aid: stop the bleed",
        "first_aid",
        "Pressure, packing, tourniquet. Free, thanks to the county.",
        "Two hours that everybody should have had: seeing what bleeds, direct pressure, packing a wound, and "
        "a tourniquet on "
        "yourself and on others. Paid for by the county, so free for all.",
        0,
        0,
        2,
        20,
        12,
        None,
        "beginner",
        (),
        ("Nothing",),
        ("Tourniquets", "Gloves", "Dressings"),
        0,
        False,
        True,
        (4, 3),
    ),
)
BY_SLUG = {course.slug: course for course in COURSES}


@dataclass(frozen=True, slots=True)
class Instructor:
    """Somebody who teaches: name, culture, words about them, and the courses they give."""

    given: str
    family: str
    full: str
    culture: str
    female: bool
    age: int
    title: str
    bio: str
    credentials: tuple[str, ...]
    specialties: tuple[str, ...]
    courses: tuple[str, ...]


INSTRUCTORS = (
    Instructor(
        "Ruth",
        "Okafor",
        "Ruth Okafor",
        "yoruba",
        True,
        47,
        "Lead instructor",
        "Twenty years a deputy sheriff in Kanawha County, the last eight in training. Teaches the law as "
        "calmly as the draw.",
        ("NRA instructor, pistol", "West Virginia concealed-carry instructor", "Deputy sheriff, retired"),
        ("Concealed carry", "Church security", "Low light"),
        ("ccw-renewal", "church-security-team", "defensive-handgun-2"),
    ),
    Instructor(
        "Tomasz",
        "Wiśniewski",
        "Tomasz Wiśniewski",
        "polish",
        False,
        39,
        "Instructor, handgun",
        "Shot for the Polish junior team, came to West Virginia for a year and stayed. Patient with "
        "beginners.",
        ("NRA instructor, pistol and rifle", "USPSA range officer"),
        ("Handgun", "Marksmanship"),
        ("defensive-handgun-1", "defensive-handgun-2", "rifle-fundamentals"),
    ),
    Instructor(
        "Thị Đào",
        "Nguyễn",
        "Nguyễn Thị Đào",
        "vietnamese",
        True,
        34,
        "Instructor, rifle",
        "Army veteran, rifle coach, and the one who fixes everybody's zero.",
        ("NRA instructor, rifle", "CMP master instructor"),
        ("Rifle", "Youth"),
        ("rifle-fundamentals", "youth-rifle"),
    ),
    Instructor(
        "Earl Dean",
        "Hatfield",
        "Earl Dean Hatfield",
        "appalachian",
        False,
        61,
        "Instructor, shotgun and hunting",
        "Has hunted these hills for fifty years and taught hunter safety for thirty of them.",
        ("WVDNR hunter education instructor", "NSCA instructor, level I"),
        ("Shotgun", "Hunting", "Youth"),
        ("shotgun-field", "youth-rifle"),
    ),
    Instructor(
        "Anjali",
        "Krishnamurthy",
        "Anjali Krishnamurthy",
        "indian",
        True,
        44,
        "Instructor, first aid",
        "Emergency nurse at Charleston Area Medical Center; has stopped more bleeding than she cares to "
        "count.",
        ("Registered nurse", "Stop the Bleed instructor", "Advanced life support"),
        ("First aid", "Medical planning"),
        ("stop-the-bleed", "church-security-team"),
    ),
    Instructor(
        "Jean-Luc",
        "Thibodeaux",
        "Jean-Luc Thibodeaux",
        "french",
        False,
        52,
        "Instructor, handgun and security",
        "Thirty years in protection work, from Louisiana by way of Lyon. Teaches in English and French.",
        ("NRA instructor, pistol", "Protection officer, certified"),
        ("Handgun", "Security teams"),
        ("defensive-handgun-1", "church-security-team", "ccw-renewal", "shotgun-field"),
    ),
)


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody with a login: name, culture, and jobs."""

    given: str
    family: str
    culture: str
    female: bool
    age: int
    jobs: tuple[str, ...]


STAFF = (
    Staff("Aïcha", "Fall", "senegalese", True, 29, ("frontdesk",)),
    Staff("Billy Ray", "Tackett", "appalachian", False, 41, ("frontdesk",)),
    Staff("Margaret", "Holloway", "us", True, 56, ("manager",)),
    Staff("Ibrahima", "Ndiaye", "senegalese", False, 48, ("manager",)),
    Staff("Joanna", "Pruitt", "us", True, 37, ("admin",)),
    Staff("Henrike", "Vogel", "german", True, 51, ("auditor",)),
    Staff("Daniel", "Whitaker", "us", False, 33, ("sales",)),
    Staff("Rosalind", "Pike", "us", True, 45, ("collections",)),
    Staff("Luc", "Mbaye", "senegalese", False, 31, ("partner",)),
    Staff("Aminata", "Sarr", "senegalese", True, 46, ("partner_owner",)),
)
