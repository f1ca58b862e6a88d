"""The sample institute reads like a real one, is the same every time, and stands in the database as it
should.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mdi_desk.app.sample import institute, load
from mdi_desk.app.sample.catalogue import COURSES
from mdi_desk.app.sample.people import Chance
from mdi_desk.app.sample.records import Institute
from mdi_desk.app.sample.signing import ink_of
from mdi_desk.kernel.access import JOBS
from mdi_desk.kernel.ids import CROCKFORD
from mdi_desk.kernel.ink import judge
from mdi_desk.kernel.seal import KeyPair, aad, make_keypair, unseal

if TYPE_CHECKING:
    from tests.support.database import Cluster, Database

MORNING = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)  # 09:05 in West Virginia
# A year's corners: leap day, both changes of the clock, the turn of the year, just after midnight.
MOMENTS = (
    MORNING,
    datetime(2027, 3, 14, 11, 0, tzinfo=UTC),
    datetime(2027, 11, 7, 5, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 15, 0, tzinfo=UTC),
    datetime(2027, 1, 1, 5, 2, tzinfo=UTC),
    datetime(2029, 3, 2, 16, 0, tzinfo=UTC),
    datetime(2026, 6, 30, 3, 59, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def made() -> Institute:
    return institute.plan(MORNING)


def test_as_many_of_each_as_promised(made: Institute) -> None:
    assert len(made.people) == 400
    assert len(made.classes) == 40
    assert len({klass.course.slug for klass in made.classes}) == len(COURSES) == 8
    assert {job for account in made.accounts for job in account.jobs} == set(JOBS)
    assert sum("manager" in account.jobs for account in made.accounts) == 2
    assert sum(klass.status == "cancelled" for klass in made.classes) == 1
    assert sum(len(klass.seated) == klass.capacity for klass in made.classes) == 1


def test_people_come_from_several_cultures_and_nobody_twice(made: Institute) -> None:
    names = Counter(person.full for person in made.people)
    assert [name for name, count in names.items() if count > 1] == []
    assert len({person.culture.key for person in made.people}) >= 12
    assert sum(not person.full.isascii() for person in made.people) >= 80
    assert max(len(person.full) for person in made.people) > 55
    minors = [person for person in made.people if person.is_minor(made.today)]
    assert len(minors) >= 25
    assert all(person.guardian in made.people for person in minors)
    assert any(person.birth is None for person in made.people)
    assert any(person.phone and person.phone.startswith("+221") for person in made.people)
    assert any(person.phone and person.phone.startswith("+33") for person in made.people)
    assert all(person.email.endswith((".org", ".com", ".net")) for person in made.people if person.email)
    emails = Counter(person.email for person in made.people if person.email)
    assert max(emails.values()) == 1


def test_today_is_as_the_pictures_show_it(made: Institute) -> None:
    today = [klass for klass in made.classes if klass.starts.astimezone(made.zone).date() == made.today]
    assert [
        (f"{klass.starts.astimezone(made.zone):%H:%M}", klass.course.name, len(klass.seated))
        for klass in today
    ] == [
        ("08:30", "Concealed carry, renewal", 11),
        ("09:00", "Defensive handgun I", 12),
        ("13:00", "Church security team", 10),
        ("18:00", "Rifle fundamentals", 8),
    ]
    handgun = today[1]
    assert sum(booking.check_in is not None for booking in handgun.seated) == 7
    kwame = next(booking for booking in handgun.seated if booking.person.full == "Kwame Boateng-Addo")
    assert (kwame.seat, kwame.person.phone, kwame.person.age(made.today)) == (4, "+13045550142", 38)
    assert [booking.person.full for booking in handgun.seated if booking.pays is None] == [
        "Jean-Baptiste d'Arcy-Delacroix"
    ]
    assert [order.number for order in made.orders if order.person.full.startswith("Jean-Baptiste d'")] == [
        "MDI-2026-00418"
    ]
    clocks = {
        booking.person.full: f"{booking.check_in.at.astimezone(made.zone):%H:%M}"
        for booking in handgun.seated
        if booking.check_in
    }
    assert clocks["Lena Brandt"] == "09:01"
    assert clocks["Phạm Ngọc Ánh"] == "08:51"


@pytest.mark.parametrize("now", MOMENTS, ids=lambda now: f"{now:%Y-%m-%d}")
def test_time_runs_forwards_on_every_day_of_the_year(now: datetime) -> None:
    made = institute.plan(now)
    assert len(made.people) == 400
    assert len(made.classes) == 40
    for booking in made.bookings:
        assert booking.person.created <= booking.booked_at <= now, booking.person.full
        assert booking.klass.created <= booking.booked_at
        if booking.check_in is not None:
            assert booking.check_in.at <= now
            signature = booking.check_in.signature
            assert signature is None or signature.signed_at <= booking.check_in.at
    for signature in made.signatures:
        assert signature.person.created <= signature.signed_at <= now
        assert signature.version.published_at <= signature.signed_at
        if signature.guardian is not None:
            assert (signature.guardian.age(made.today) or 0) >= 18
    numbers = [order.number for order in made.orders]
    assert len(set(numbers)) == len(numbers)
    for klass in made.classes:
        assert len(klass.seated) <= klass.capacity
        seats = [booking.seat for booking in klass.seated]
        assert len(set(seats)) == len(seats)
        assert len({booking.person for booking in klass.seated}) == len(seats)


def test_no_place_and_no_instructor_twice_at_a_time(made: Institute) -> None:
    held = [klass for klass in made.classes if klass.status != "cancelled"]
    for one in held:
        for other in held:
            if one is not other and one.starts < other.ends and other.starts < one.ends:
                assert one.place is not other.place
                assert one.teacher is not other.teacher


def test_the_same_for_a_seed_and_another_for_another(made: Institute) -> None:
    def story(of: Institute) -> list[object]:
        return [
            [(person.full, person.phone, person.email, person.birth) for person in of.people],
            [(klass.course.slug, klass.starts, klass.place.no) for klass in of.classes],
            [(booking.person.full, booking.attendance, booking.pays) for booking in of.bookings],
            [(one.person.full, one.signed_at) for one in of.signatures],
            [order.number for order in of.orders],
        ]

    assert story(institute.plan(MORNING)) == story(made)
    assert story(institute.plan(MORNING, seed=2)) != story(made)


def test_signatures_count_as_signatures(made: Institute) -> None:
    for number, person in enumerate(made.people[::7]):
        ink = ink_of(Chance(f"test {number}"), person.full)
        assert judge(ink) is None, person.full
        for stroke in ink.strokes:
            assert all(0 <= sample.x <= ink.width and 0 <= sample.y <= ink.height for sample in stroke)
            assert all(sample.pressure is not None and 0 < sample.pressure <= 1 for sample in stroke)
    again = [ink_of(Chance("one"), "Ruth Okafor").digest() for _ in range(2)]
    assert again[0] == again[1]


# -- in the database -------------------------------------------------------------------------------


class Filled:
    """A database with the sample in it."""

    def __init__(self, database: "Database", made: Institute, loaded: load.Loaded, keys: KeyPair) -> None:
        self.database, self.made, self.loaded, self.keys = database, made, loaded, keys

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with self.database.cluster.connect(self.database.name) as owner:
            return owner.execute(query.encode()).fetchall()


@pytest.fixture(scope="module")
def filled(cluster: "Cluster") -> Iterator[Filled]:
    keys = make_keypair()
    now = datetime.now(UTC)
    made = institute.plan(now)
    with cluster.database() as database:
        with load.Drawing(made, keys.public) as drawing:
            loaded = load.fill(database.dsn(), made, drawing.finish(), keys.public, lambda _: None)
        database.logins += [login.login for login in loaded.logins]
        yield Filled(database, made, loaded, keys)
        database.close()


def test_every_row_has_what_its_triggers_would_have_made(filled: Filled) -> None:
    wanted = (
        "SELECT p.id, t FROM people.person p, people.tokens(concat_ws(' ', p.full_name, p.given_name, "
        "p.family_name),"
        " p.email, p.phone, p.code) AS t"
    )
    kept = "SELECT person_id, token FROM people.search_token"
    assert filled.rows(f"({wanted} EXCEPT {kept}) UNION ALL ({kept} EXCEPT {wanted})") == []
    assert (
        filled.rows(
            "SELECT id FROM training.class k WHERE instructor_no IS DISTINCT FROM"
            " (SELECT no FROM training.instructor i WHERE i.id = k.instructor_id)"
        )
        == []
    )
    assert (
        filled.rows(
            "SELECT version_id FROM waivers.template_text WHERE sha256 <> encode(sha256(convert_to("
            "title || E'\\n' || body || E'\\n' || consent, 'UTF8')), 'hex')"
        )
        == []
    )


def test_every_reference_leads_somewhere(filled: Filled) -> None:
    """The rows went in with foreign keys asleep: wake each of them and let PostgreSQL look."""
    keys = filled.rows(
        "SELECT c.conrelid::regclass::text, c.conname::text, pg_get_constraintdef(c.oid) FROM pg_constraint c"
        " WHERE c.contype IN ('f', 'c') AND c.connamespace::regnamespace::text IN"
        " ('core', 'people', 'admin', 'waivers', 'training', 'sales') AND c.conparentid = 0"
    )
    assert len(keys) > 50
    with filled.database.cluster.connect(filled.database.name) as owner:
        for table, name, definition in keys:
            with owner.transaction(force_rollback=True):
                owner.execute(f"ALTER TABLE {table} ADD CONSTRAINT again_{name} {definition}".encode())


def test_sums_add_up(filled: Filled) -> None:
    due = dict(
        filled.rows(
            "SELECT o.number, sales.order_due(o.id) FROM sales.customer_order o WHERE sales.order_due(o.id) "
            "<> 0"
        )
    )
    assert all(amount > 0 for amount in due.values())  # type: ignore[operator]
    planned = {
        order.number: sum(
            one.klass.price for one in order.bookings if one.status == "booked" and one.pays is None
        )
        for order in filled.made.orders
    }
    assert due == {number: amount for number, amount in planned.items() if amount}
    year = filled.made.now.astimezone(filled.made.zone)
    famous = [number for number in due if str(number).endswith("-00418")]
    assert due[famous[0]] == 18500
    assert str(year.year - 1) <= famous[0][4:8]  # type: ignore[index]
    assert filled.rows("SELECT last_value FROM sales.order_no") == [(filled.made.last_order_no,)]


def test_each_answer_of_the_gate_occurs(filled: Filled) -> None:
    found = filled.rows(
        "SELECT DISTINCT c ->> 'check', c ->> 'code' FROM training.booking b,"
        " jsonb_array_elements(training.gate_of(b.id, now()) -> 'checks') AS c"
    )
    codes: dict[object, set[object]] = {}
    for check, code in found:
        codes.setdefault(check, set()).add(code)
    assert codes["booked"] == {"booked", "booking_cancelled"}
    assert codes["paid"] == {"paid", "free", "unpaid", "unpaid_allowed"}
    assert codes["of_age"] == {"of_age", "with_guardian", "too_young", "birth_date_missing"}
    assert codes["waiver"] == {
        "valid",
        "none_needed",
        "missing",
        "expired",
        "old_version",
        "needs_guardian",
        "now_adult",
    }
    assert codes["class_open"] == {"open", "not_yet", "cancelled", "completed", "past"}


def test_ink_is_sealed_to_the_institute_and_evidence_holds(filled: Filled) -> None:
    from mdi_desk.kernel.ink import Ink, outline, parse_path, path_data

    assert (
        filled.rows(
            "SELECT id FROM waivers.signature WHERE evidence_sha256 <>"
            " encode(sha256(convert_to(evidence::text, 'UTF8')), 'hex')"
        )
        == []
    )
    rows = filled.rows(
        "SELECT id, ink_sealed, ink_path, ink_sha256, ink_samples FROM waivers.signature LIMIT 5"
    )
    for signature, sealed, path, digest, samples in rows:
        opened = unseal(
            filled.keys.private, bytes(sealed), aad("waivers.signature", "ink_sealed", signature, 1)
        )  # type: ignore[arg-type]
        ink = Ink.unpack(opened)
        assert ink.digest().hex() == digest
        assert ink.sample_count == samples
        assert path_data(outline(ink)) == path
        assert parse_path(str(path))


def test_the_books_tell_who_did_it(filled: Filled) -> None:
    assert filled.rows(
        "SELECT count(*) FROM people.person p WHERE NOT EXISTS (SELECT FROM admin.audit_log l"
        " WHERE l.resource_id = p.id AND l.resource_type = 'people.person')"
    ) == [(0,)]
    assert filled.rows(
        "SELECT DISTINCT new_values ->> 'ink_path' FROM admin.audit_log"
        " WHERE resource_type = 'waivers.signature'"
    ) == [("(secret)",)]
    assert filled.rows(
        "SELECT count(*) FROM training.check_in c LEFT JOIN core.operation o ON o.op_id = c.op_id"
        " WHERE o.op_id IS NULL OR o.performed_by <> c.account_id"
    ) == [(0,)]


def test_everybody_signs_in_with_their_own_password(filled: Filled) -> None:
    from mdi_desk.db.session import connect
    from tests.support.database import elsewhere

    passwords = {login.password for login in filled.loaded.logins}
    assert len(passwords) == len(filled.loaded.logins)
    assert all(len(set(password) - set(CROCKFORD.lower() + "-")) == 0 for password in passwords)
    for login in filled.loaded.logins:
        if login.job in ("frontdesk", "instructor", "admin", "partner"):
            session = elsewhere(lambda who=login: connect(filled.database.server, who.login, who.password))  # type: ignore[misc]
            try:
                assert session.hello["name"] == login.name
                assert set(session.hello["jobs"]) == set(login.jobs)
                assert session.hello["must_change"] is False
                assert session.hello["sample"] is True
            finally:
                session.close()


def test_growth_keeps_every_rule(filled: Filled, cluster: "Cluster") -> None:
    from mdi_desk.app.sample import growth

    made = institute.plan(datetime.now(UTC) - timedelta(minutes=1), people=120)
    with cluster.database() as database:
        with load.Drawing(made, filled.keys.public) as drawing:
            loaded = load.fill(database.dsn(), made, drawing.finish(), filled.keys.public, lambda _: None)
        database.logins += [login.login for login in loaded.logins]
        growth.grow(database.dsn(), made, 420, filled.keys.public, lambda _: None, loaded)
        assert database.value("SELECT count(*) FROM people.person") == loaded.counts["people"] == 420
        assert database.value("SELECT count(*) FROM training.booking") == loaded.counts["bookings"]
        assert (
            database.value(
                "SELECT count(*) FROM training.booking b LEFT JOIN training.class k ON k.id = b.class_id"
                " WHERE k.id IS NULL"
            )
            == 0
        )
        assert database.value("SELECT min(sales.order_due(id)) FROM sales.customer_order") == 0
        database.close()
