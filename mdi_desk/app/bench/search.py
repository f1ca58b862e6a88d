"""A keystroke in the omnibox among many people, as each job: the data, and from the key to the pixels."""

from collections.abc import Sequence
from typing import Any

from mdi_desk.app.bench.figures import Figures, Pair, in_turns
from mdi_desk.app.bench.ground import Ground, Say, ground
from mdi_desk.kernel import fold
from mdi_desk.kernel.words import tr

ROWS = 100_000  # a million is made in some four minutes: --rows 1000000
ROUNDS, WARM = 3, 1
LIMIT = 20
# What is typed, key by key: names with and without accents, two words, a telephone, an e-mail, nobody.
TYPED = (
    "kwame boa",
    "nunez mar",
    "MÜLLER ur",
    "nguyễn thị",
    "smith j",
    "o'dell",
    "d'angelo vin",
    "+1 304 555 0142",
    "5550142",
    "adebayo olu",
    "julia.harris",
    "szczepanski ewa",
    "zzyzx",
    "j",
)
JOBS = ("frontdesk", "manager", "auditor")


def keystrokes(texts: Sequence[str]) -> list[str]:
    """What stands in the field after each key."""
    return [text[:end] for text in texts for end in range(1, len(text) + 1) if text[:end].strip()]


_FLOOR = """
SELECT p.id, p.full_name, p.phone, p.email, p.birth_date, f.token, p.is_active
FROM (
    SELECT DISTINCT ON (d.person_id) d.person_id, d.token
    FROM (
        SELECT t.person_id, t.token FROM people.search_token t
        WHERE t.token >= %s AND t.token < %s {probes}
        ORDER BY t.token LIMIT 300) AS d
    ORDER BY d.person_id, d.token) AS f
JOIN people.person p ON p.id = f.person_id
WHERE p.is_active
ORDER BY f.token <> %s, p.sort_key, p.id
LIMIT {limit}
"""
_PROBE = """
AND EXISTS (SELECT FROM people.search_token x WHERE x.person_id = t.person_id AND x.token >= %s AND x.token <
%s)
"""


def floor_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """The bare indexed SELECT that finds the same people: the longest word by the index, the others by
    person.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spans = [(word, word + chr(0x10FFFF)) for word in ordered]
    values = [end for span in spans for end in span]
    return _FLOOR.format(probes=_PROBE * (len(ordered) - 1), limit=LIMIT), [*values, ordered[0]]


def measure(rows: int | None, say: Say, rounds: int = ROUNDS) -> Figures:
    """`rows`: how many people there are."""
    with ground(rows or ROWS, say, only_people=True) as found:
        return measure_on(found, say, rounds)


def measure_on(found: Ground, say: Say, rounds: int) -> Figures:
    """The same on a ground that is there already."""
    from zoneinfo import ZoneInfo

    from mdi_desk.app.bench import pixels
    from mdi_desk.app.readonly import ReadsOnly
    from mdi_desk.domains.people.service import PeopleService
    from mdi_desk.kernel import clock

    owner = found.owner()
    typed = keystrokes(TYPED)
    floors = [floor_of(fold.words(text)) if fold.words(text) else None for text in typed]
    pairs = []
    for job in JOBS:
        say(tr("Typing as {job}", job=job))
        session, actor = found.session(job)
        people = PeopleService(session, ReadsOnly(), clock.now, zone=ZoneInfo("America/New_York"))
        pair = Pair(
            tr("a keystroke, as {job}", job=job),
            found.people,
            "the bare indexed SELECT as table owner",
            goal=2.0,
            judged=95,
        )
        pair.work.ms, pair.floor.ms = [], []

        def work(number: int, people: Any = people, actor: Any = actor) -> None:
            people.search(actor, typed[number % len(typed)], LIMIT)

        def floor(number: int) -> None:
            one = floors[number % len(typed)]
            if one is not None:
                owner.execute(one[0].encode(), one[1]).fetchall()

        in_turns([(pair.work, work), (pair.floor, floor)], rounds * len(typed), warm=WARM * len(typed))
        pairs.append(pair)
    version = owner.execute("SHOW server_version").fetchone()
    assert version is not None
    say(tr("Typing into the omnibox"))
    pairs.append(pixels.search(found, TYPED[: 2 + 3 * rounds]))
    return Figures("search", found.people, pairs, server_version=str(version[0]))
