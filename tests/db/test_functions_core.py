"""Folding, operations, sessions, hello and the change feed, as the database has them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdi_desk.db.migrate import head
from mdi_desk.kernel.fold import fold
from mdi_desk.kernel.ids import uuid7
from tests.hostile.stage import Stage, build, call, rows
from tests.support.database import Cluster, Database, shared

pytestmark = pytest.mark.both_servers


@pytest.fixture(scope="module")
def stage(cluster: Cluster) -> Iterator[Stage]:
    with cluster.database() as database:
        shared.add(database.owner())
        yield build(database)


class TestFold:
    """SQL core.fold and Python fold agree on every character."""

    def test_every_letter_of_the_living_scripts(self, stage: Stage) -> None:
        letters = [chr(code) for code in range(1, 0x2FFF)]
        folded = rows(
            stage.database.owner(),
            "SELECT core.fold(c) FROM unnest(%s::text[]) WITH ORDINALITY AS t (c, n) ORDER BY n",
            letters,
        )
        assert [one for (one,) in folded] == [fold(one) for one in letters]

    @pytest.mark.parametrize(
        "name",
        ["Đặng Thị Ngọc", "ŁUKASZ", "Sørensen", "Groß", "GROẞ", "Ærø", "Œuvre", "İstanbul", "ıĞDIR",
        "O'Brien", "O’Brien",
         "N’Diaye", "ΣΊΣΥΦΟΣ", "ЁЛКА", "Åsa", "Ñandú", "Ǆ", "ﬁ", "K", "", "  a  "],
    )  # fmt: skip
    def test_names(self, stage: Stage, name: str) -> None:
        assert stage.database.value("SELECT core.fold(%s)", name) == fold(name)

    @given(text=st.text(st.characters(codec="utf-8", exclude_characters="\x00", max_codepoint=0x2FFF)))
    @settings(max_examples=100, deadline=None)
    def test_any_text(self, stage: Stage, text: str) -> None:
        assert stage.database.value("SELECT core.fold(%s)", text) == fold(text)


class TestHello:
    def test_who_and_where(self, stage: Stage) -> None:
        told = rows(stage.as_("frontdesk"), "SELECT core.hello()")[0][0]
        account = stage.database.login("frontdesk")
        assert told["account_id"] == str(account.account_id)
        assert told["person_id"] == str(account.person_id)
        assert (told["login"], told["name"], told["jobs"]) == (account.login, account.name, ["frontdesk"])
        assert (told["active"], told["must_change"], told["sample"]) == (True, False, False)
        assert told["revision"] == head()
        assert told["min_server_ok"] is True
        assert told["institute"] == {
            "name": "MDI Training Institute", "zone": "America/New_York", "currency": "USD",
            "locale": "en-US",
            "address": "", "phone": "", "paper": "letter",
        }  # fmt: skip
        assert abs(datetime.fromisoformat(told["now"]) - datetime.now(UTC)) < timedelta(minutes=1)


class TestSessions:
    def test_opened_touched_closed(self, stage: Stage) -> None:
        who, session = stage.as_("manager"), uuid7()
        who.execute("SELECT core.session_open(%s, 'desk 7', %s)", [session, '{"os": "Debian"}'])
        who.execute("SELECT core.session_open(%s, 'desk 7', '{}')", [session])  # a retry
        listed = rows(stage.as_("admin"), "SELECT station, online_since IS NOT NULL FROM admin.account_list()"
                      " WHERE login = %s", stage.database.login("manager").login)  # fmt: skip
        assert listed == [("desk 7", True)]
        assert rows(who, "SELECT core.session_touch(%s)", session) == [(True,)]
        who.execute("SELECT core.session_close(%s, 'switched')", [session])
        assert rows(who, "SELECT core.session_touch(%s)", session) == [(False,)]
        kept = stage.database.owner().execute(
            "SELECT device_info ->> 'os', end_reason FROM admin.desk_session WHERE id = %s", [session]
        )
        assert kept.fetchall() == [("Debian", "switched")]
        opened = uuid7()
        who.execute("SELECT core.session_open(%s, '', '{}')", [opened])
        with pytest.raises(psycopg.errors.CheckViolation):
            who.execute("SELECT core.session_close(%s, 'bored')", [opened])


class TestClock:
    @pytest.mark.parametrize(
        ("offset", "kept"),
        [(timedelta(minutes=-3), True), (timedelta(days=-30), True), (timedelta(minutes=4), True),
         (timedelta(minutes=9), False), (timedelta(days=-500), False)],
    )  # fmt: skip
    def test_the_stations_clock_within_bounds(self, stage: Stage, offset: timedelta, kept: bool) -> None:
        said, op = datetime.now(UTC) + offset, uuid7()
        call(stage.as_("frontdesk"), "training.mark",
             {"booking_id": str(stage.stranger_booking), "mark": "no_show",
             "occurred_at": said.isoformat()}, op)  # fmt: skip
        found = stage.database.value("SELECT occurred_at FROM core.operation WHERE op_id = %s", op)
        assert (found == said) is kept
        assert kept or abs(found - datetime.now(UTC)) < timedelta(minutes=1)


class TestChanges:
    def test_a_feed_that_misses_nothing(self, database: Database) -> None:
        clerk = database.connect("frontdesk")
        start = rows(clerk, "SELECT * FROM core.changes(NULL)")
        assert [row[:4] for row in start] == [(None, None, None, None)]
        early, late = database.add_person(), database.add_person()
        after = "SELECT entity, entity_id, seq, next::text FROM core.changes(%s::xid8)"
        horizon = rows(clerk, "SELECT max(next::text::bigint)::text FROM core.changes(NULL)")[0][0]
        with psycopg.connect(database.dsn()) as slow:
            # Begins first, commits last: a feed that went by sequence number would lose it.
            slow.execute("UPDATE people.person SET notes = 'slow' WHERE id = %s", [early])
            database.run("UPDATE people.person SET notes = 'quick' WHERE id = %s", late)
            seen = rows(clerk, after, horizon)
            assert [row[1] for row in seen] == [late]
            next_ = seen[0][3]
        again = rows(clerk, after, next_)
        assert [row[1] for row in again] == [early, late] or [row[1] for row in again] == [late, early]
        assert {row[2] for row in seen} <= {row[2] for row in again}, "the same seq: told again, known by it"
        last = rows(clerk, after, again[0][3])
        assert [row[:3] for row in last] == [(None, None, None)], "caught up"

    def test_too_many_to_tell(self, database: Database) -> None:
        clerk = database.connect("frontdesk")
        horizon = rows(clerk, "SELECT next::text FROM core.changes(NULL)")[0][0]
        database.run(
            "INSERT INTO core.change (entity, entity_id) SELECT 'people.person', gen_random_uuid()"
            " FROM generate_series(1, 3000)"
        )
        told = rows(clerk, "SELECT entity, entity_id FROM core.changes(%s::xid8)", horizon)
        assert len(told) == 2001
        assert told[-1] == ("*", None)

    def test_everybody_hears_what_concerns_them(self, database: Database) -> None:
        account = database.login("instructor")
        mine, other = database.add_instructor(account), database.add_instructor()
        own, foreign = database.add_class(instructor=mine), database.add_class(instructor=other)
        jobs = ("frontdesk", "manager", "auditor", "instructor", "admin", "sales")
        who = {job: database.connect(job) for job in jobs}
        horizon = rows(who["frontdesk"], "SELECT next::text FROM core.changes(NULL)")[0][0]
        own_booking, foreign_booking = database.add_booking(own), database.add_booking(foreign)
        database.run("UPDATE training.class SET instructor_id = NULL WHERE id = %s", own)

        def heard(job: str) -> set[tuple[str, object]]:
            query = "SELECT entity, entity_id FROM core.changes(%s::xid8) WHERE entity IS NOT NULL"
            return set(rows(who[job], query, horizon))

        assert {("training.booking", own_booking), ("training.booking", foreign_booking)} <= heard(
            "frontdesk"
        )
        assert ("training.instructor", mine) in heard("instructor"), "the class was taken away: look again"
        assert ("training.booking", foreign_booking) not in heard("instructor")
        assert not any(entity != "admin.account" for entity, _ in heard("admin") | heard("sales"))
        who["sales"].execute("SELECT core.session_open(gen_random_uuid(), 'desk 1', '{}')")
        call(who["admin"], "admin.account_sign_out", {"account_id": str(database.login("sales").account_id)})
        assert ("admin.account", database.login("sales").account_id) in heard("admin")


def test_seal_key(stage: Stage) -> None:
    assert rows(stage.as_("frontdesk"), "SELECT core.seal_key()") == [(None,)]
    stage.database.run(
        "INSERT INTO core.public_key (key_id, purpose, public_key) VALUES (1, 'seal', %s), (2, 'seal', %s)",
        b"\x01" * 97,
        b"\x02" * 97,
    )
    (told,) = rows(stage.as_("frontdesk"), "SELECT core.seal_key()")[0]
    assert told["key_id"] == 2
    assert "\n" not in told["public_key"]
    assert rows(stage.as_("manager"), "SELECT decode(core.seal_key() ->> 'public_key', 'base64')") == [
        (b"\x02" * 97,)
    ]
