"""Opening a class of 500: the data, and the pixels of the roster."""

from typing import Any
from uuid import UUID

from mdi_desk.app.bench.figures import Figures, Pair, in_turns
from mdi_desk.app.bench.ground import Ground, Say, ground, open_class
from mdi_desk.kernel import clock
from mdi_desk.kernel.words import tr

ROWS = 500
ROUNDS, WARM = 60, 5

# As the table's owner: the rows of a roster without rights and without functions that check them.
FLOOR = """
SELECT b.id, b.class_id, p.id, p.full_name, upper(left(p.given_name, 1) || left(p.family_name, 1)), b.seat,
b.ticket_code,
       date_part('year', age(c.starts_at, p.birth_date))::int, p.phone, w.state, w.valid_until,
       greatest(m.due, 0), o.currency,
       CASE WHEN l.amount_minor <= 0 THEN 'free' WHEN m.due <= 0 THEN 'paid' ELSE 'due' END, b.attendance,
       k.occurred_at,
       kp.full_name, k.station, b.unpaid_allowed_by IS NOT NULL, b.version, p.sort_key,
       p.birth_date > c.starts_at - interval '18 years', b.notes
FROM training.class c
JOIN training.course o ON o.id = c.course_id
JOIN training.booking b ON b.class_id = c.id AND b.status = 'booked'
JOIN people.person p ON p.id = b.person_id
LEFT JOIN LATERAL (
    SELECT g.valid_until, CASE WHEN v.status <> 'published' THEN 'old_version' WHEN g.valid_until <= now()
    THEN 'expired'
                               ELSE 'valid' END AS state
    FROM waivers.signature g JOIN waivers.template_version v ON v.id = g.version_id
    WHERE g.person_id = p.id AND v.template_id = o.waiver_template_id AND g.revoked_at IS NULL
    ORDER BY v.status = 'published' AND g.valid_until > now() DESC, g.signed_at DESC LIMIT 1) AS w ON true
LEFT JOIN sales.order_line l ON l.booking_id = b.id AND l.amount_minor >= 0
LEFT JOIN LATERAL (
    SELECT (SELECT coalesce(sum(x.amount_minor), 0) FROM sales.order_line x WHERE x.order_id = l.order_id)
         - (SELECT coalesce(sum(y.amount_minor), 0) FROM sales.payment y WHERE y.order_id = l.order_id) AS
         due) AS m ON true
LEFT JOIN training.check_in k ON k.booking_id = b.id AND k.voided_at IS NULL
LEFT JOIN admin.account ka ON ka.id = k.account_id
LEFT JOIN people.person kp ON kp.id = ka.person_id
WHERE c.id = %s
ORDER BY p.sort_key, b.id
"""


def measure(rows: int | None, say: Say, rounds: int = ROUNDS) -> Figures:
    """`rows`: seats of the class."""
    seats = rows or ROWS
    with ground(max(5_000, seats * 4) if seats >= 100 else seats * 4, say) as found:
        return measure_on(found, seats, say, rounds)


def measure_on(found: Ground, seats: int, say: Say, rounds: int) -> Figures:
    """The same on a ground that is there already."""
    from zoneinfo import ZoneInfo

    from mdi_desk.app.bench import pixels
    from mdi_desk.app.readonly import ReadsOnly
    from mdi_desk.domains.training.service import TrainingService

    owner = found.owner()
    say(tr("Booking seats"))
    class_id = open_class(owner, seats, instructor=_ruth(owner, found))[0]
    owner.execute("ANALYZE")
    zone = ZoneInfo("America/New_York")
    pairs = []
    shown: Any = None
    for job in ("frontdesk", "instructor"):
        say(tr("Opening the class as {job}", job=job))
        session, actor = found.session(job)
        service = TrainingService(session, ReadsOnly(), clock.now, zone=zone)
        pair = Pair(tr("the data, as {job}", job=job), seats, "bare SELECT of the same rows", goal=2.0)

        def work(_number: int, service: Any = service, actor: Any = actor) -> None:
            if len(service.roster(actor, class_id).rows) != seats:
                raise AssertionError("the roster is not whole")

        def floor(_number: int) -> None:
            if len(owner.execute(FLOOR, [class_id], prepare=True).fetchall()) != seats:
                raise AssertionError("the floor is not whole")

        in_turns([(pair.work, work), (pair.floor, floor)], rounds, warm=min(WARM, rounds))
        pairs.append(pair)
        if shown is None:
            shown = service.roster(actor, class_id)
    version = owner.execute("SHOW server_version").fetchone()
    assert version is not None
    say(tr("Painting the roster"))
    pairs.append(pixels.roster(found, shown, rounds))
    return Figures("roster", seats, pairs, server_version=str(version[0]))


def _ruth(owner: Any, found: Ground) -> UUID:
    """The instructor whose login the benchmark uses."""
    row = owner.execute(
        "SELECT i.id FROM training.instructor i JOIN admin.account a ON a.person_id = i.person_id WHERE "
        "a.login = %s",
        [found.login("instructor").login],
    ).fetchone()
    assert row is not None
    return UUID(str(row[0]))
