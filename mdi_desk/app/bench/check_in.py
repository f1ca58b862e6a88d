"""Gate and attendance through the service, against one statement that does the same reads and writes."""

from typing import Any
from uuid import UUID

from mdi_desk.app.bench.figures import Figures, Pair, in_turns
from mdi_desk.app.bench.ground import Ground, Say, ground, open_class
from mdi_desk.journal.operation import Operation, Outcome
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel import clock
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr

ROWS = 5_000
ROUNDS, WARM = 400, 20
SEATS = 500

# As the table's owner: no row policies, no function calls; the triggers of the tables are the same for both.
FLOOR = """
WITH b AS (
    SELECT k.id, k.class_id, k.status, k.unpaid_allowed_by, k.person_id, c.status AS class_status,
    c.starts_at, c.ends_at,
           o.min_age, o.guardian_min_age, o.waiver_template_id, p.birth_date, p.full_name,
           date_part('year', age(current_date, p.birth_date)) AS years
    FROM training.booking k
    JOIN training.class c ON c.id = k.class_id
    JOIN training.course o ON o.id = c.course_id
    JOIN people.person p ON p.id = k.person_id
    WHERE k.id = %(booking)s AND NOT EXISTS (
        SELECT FROM training.check_in i WHERE i.booking_id = k.id AND i.voided_at IS NULL)
    FOR UPDATE OF k
), w AS (
    SELECT g.id, g.valid_until, g.waiver_version FROM b
    JOIN waivers.signature g ON g.person_id = b.person_id
    JOIN waivers.template_version v ON v.id = g.version_id AND v.template_id = b.waiver_template_id AND
    v.status = 'published'
    WHERE g.revoked_at IS NULL AND g.valid_until > now()
    ORDER BY g.signed_at DESC LIMIT 1
), m AS (
    SELECT l.order_id, o.number, o.currency,
           (SELECT coalesce(sum(x.amount_minor), 0) FROM sales.order_line x WHERE x.order_id = l.order_id)
         - (SELECT coalesce(sum(y.amount_minor), 0) FROM sales.payment y WHERE y.order_id = l.order_id) AS due
    FROM sales.order_line l JOIN sales.customer_order o ON o.id = l.order_id
    WHERE l.booking_id = %(booking)s AND l.amount_minor >= 0
), gate AS (
    SELECT jsonb_build_object('ok', true, 'checks', jsonb_build_array(
        jsonb_build_object('check', 'booked', 'ok', b.status = 'booked', 'code', 'booked', 'detail',
        '{}'::jsonb,
                           'overridable', false),
        jsonb_build_object('check', 'paid', 'ok', m.due <= 0, 'code', 'paid', 'detail', jsonb_build_object(
            'due_minor', m.due, 'currency', m.currency, 'order_id', m.order_id, 'order_number', m.number),
            'overridable', false),
        jsonb_build_object('check', 'of_age', 'ok', b.years >= b.min_age, 'code', 'of_age', 'detail',
        jsonb_build_object(
            'age', b.years, 'min_age', b.min_age, 'guardian_min_age', b.guardian_min_age), 'overridable',
            false),
        jsonb_build_object('check', 'waiver', 'ok', w.id IS NOT NULL, 'code', 'valid', 'detail',
        jsonb_build_object(
            'template_id', b.waiver_template_id, 'version', w.waiver_version, 'valid_until', w.valid_until,
            'signature_id', w.id), 'overridable', false),
        jsonb_build_object('check', 'class_open', 'ok', b.class_status = 'scheduled', 'code', 'open',
            'detail', jsonb_build_object('starts_at', b.starts_at, 'ends_at', b.ends_at), 'overridable',
            false))) AS answer,
        w.id AS signature_id
    FROM b, w, m
    WHERE b.status = 'booked' AND m.due <= 0 AND b.years >= b.min_age AND b.class_status = 'scheduled'
      AND now() <= b.ends_at + interval '12 hours'
), op AS (
    INSERT INTO core.operation (op_id, kind, performed_by, uploaded_by, station, request_hash, occurred_at,
    result)
    SELECT %(op)s, 'training.check_in', %(account)s, %(account)s, 'Bench', sha256(%(op)s::text::bytea), now(),
           jsonb_build_object('result', 'checked_in', 'booking_id', b.id, 'class_id', b.class_id, 'name',
           b.full_name,
                              'at', now(), 'by', 'Bench', 'station', 'Bench', 'attendance', 'present')
    FROM b RETURNING result
), i AS (
    INSERT INTO training.check_in (id, booking_id, class_id, attendance, waiver_signature_id, occurred_at,
    account_id, station,
                                   gate, op_id)
    SELECT gen_random_uuid(), b.id, b.class_id, 'present', gate.signature_id, now(), %(account)s, 'Bench',
    gate.answer, %(op)s
    FROM b, gate
), u AS (
    UPDATE training.booking k SET attendance = 'present' FROM b, gate WHERE k.id = b.id
)
SELECT op.result FROM op, gate
"""


class Straight(Sender):
    """Sends at once and writes nothing down: the service without the journal's fsync."""

    def __init__(self, line: Any) -> None:
        """No journal and no thread."""
        self._way = line

    def perform(self, operation: Operation) -> Outcome:
        """One try."""
        attempt = self._way.attempt(operation.function, (operation.op_id, dict(operation.args)))
        if attempt.error is not None:
            return Outcome("red", operation, error=attempt.error)
        return Outcome("green", operation, result=attempt.result)


def measure(rows: int | None, say: Say, rounds: int = ROUNDS) -> Figures:
    """`rows`: how many people (with bookings and waivers) there are."""
    with ground(rows or ROWS, say) as found:
        return measure_on(found, say, rounds)


def measure_on(found: Ground, say: Say, rounds: int) -> Figures:
    """The same on a ground that is there already."""
    from zoneinfo import ZoneInfo

    from mdi_desk.domains.training.service import TrainingService
    from mdi_desk.journal.keys import StationKeys
    from mdi_desk.journal.store import Journal

    owner = found.owner()
    warm = min(WARM, rounds)
    say(tr("Booking seats"))
    wanted = 3 * (rounds + warm)
    bookings: list[UUID] = []
    while len(bookings) < wanted:
        bookings += open_class(owner, min(SEATS, wanted - len(bookings), found.people // 2))[1]
    owner.execute("ANALYZE")
    session, actor = found.session("frontdesk")
    zone = ZoneInfo("America/New_York")
    straight = TrainingService(session, Straight(session), clock.now, zone=zone)
    keys = StationKeys(found.folder / "journal", None)
    (found.folder / "journal").mkdir(mode=0o700)
    keys.unlock(session.login, found.login("frontdesk").password)
    journal = Journal.open(found.folder / "journal", keys)
    sender = Sender(journal, lambda _: None, lambda _state, _waiting: None)
    sender.start()
    sender.use(session)
    journaled = TrainingService(session, sender, clock.now, zone=zone)
    plain = Pair(tr("check-in through the service"), found.people, "one statement", goal=1.5)
    written = Pair(tr("the same, written into the journal first"), found.people, "one statement", goal=2.5)
    seats = iter(bookings)

    def through(service: TrainingService) -> None:
        done = service.check_in(actor, next(seats)).record
        if done.result != "checked_in":
            raise AssertionError(done.result)

    def bare(_number: int) -> None:
        row = owner.execute(
            FLOOR, {"booking": next(seats), "op": uuid7(), "account": actor.account_id}, prepare=True
        ).fetchone()
        if row is None or row[0]["result"] != "checked_in":
            raise AssertionError("the floor did not check in")

    say(tr("Checking in"))
    try:
        in_turns(
            [
                (plain.work, lambda _: through(straight)),
                (written.work, lambda _: through(journaled)),
                (plain.floor, bare),
            ],
            rounds,
            warm=warm,
        )
    finally:
        sender.stop()
        journal.close()
    written.floor = plain.floor
    done = owner.execute(
        "SELECT count(*) FROM training.check_in WHERE booking_id = ANY (%s)", [bookings]
    ).fetchone()
    assert done == (wanted,)
    version = owner.execute("SHOW server_version").fetchone()
    assert version is not None
    return Figures("check-in", found.people, [plain, written], server_version=str(version[0]))
