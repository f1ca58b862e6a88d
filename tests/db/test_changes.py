"""The change feed between desks: heard, polled, in spite of lost notifications, killed connections and late
commits.
"""

import threading
import time
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from sqlalchemy import text

from mdi_desk.db.changes import ChangeFeed, FeedThread, State
from mdi_desk.db.session import DeskSession, connect
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.errors import DeskError, SignedOut, Unavailable
from mdi_desk.kernel.ids import code, uuid7
from tests.support.database import Account, Database
from tests.support.proxy import Proxy

pytestmark = pytest.mark.both_servers


def create(session: DeskSession) -> tuple[UUID, UUID]:
    """A new person: operation and person."""
    op, person = uuid7(), uuid7()
    args = {
        "id": str(person),
        "given_name": "Ánh",
        "family_name": "Đặng",
        "full_name": "Ánh Đặng",
        "sort_key": "dang  anh",
        "code": "P" + code(11),
    }
    session.call("people.create", op, args)
    return op, person


@pytest.fixture
def feed(database: Database) -> Iterator[ChangeFeed]:
    found = ChangeFeed(database.session("frontdesk"))
    found.open()
    found.poll()
    yield found
    found.close()


def test_what_another_desk_did_is_told_once_with_its_operation(database: Database, feed: ChangeFeed) -> None:
    op, person = create(database.session("manager"))
    changes = feed.poll()
    assert Change("people.person", frozenset({person}), str(op)) in changes
    assert feed.poll() == ()


def test_what_happens_right_after_opening_is_not_missed(database: Database) -> None:
    opened = database.keep(ChangeFeed(database.session("frontdesk")))
    opened.open()
    _, person = create(database.session("manager"))
    assert person in {one for change in opened.poll() for one in change.ids}


def test_the_first_poll_tells_no_old_stories(database: Database) -> None:
    create(database.session("manager"))
    late = database.keep(ChangeFeed(database.session("frontdesk")))
    late.open()
    assert late.poll() == ()


def test_a_transaction_that_commits_late_is_not_missed(database: Database, feed: ChangeFeed) -> None:
    slow, quick = database.session("manager"), database.session("frontdesk")
    person = database.add_person()
    with slow.unit() as unit:
        unit.execute(text("UPDATE people.person SET notes = 'x' WHERE id = :id"), {"id": person})
        _, other = create(quick)
        heard = feed.poll()
        assert other in {one for change in heard for one in change.ids}
        assert feed.poll() == (), "what is still above the horizon is not told twice"
        unit.commit()
    assert person in {one for change in feed.poll() for one in change.ids}


def test_very_many_are_look_again(database: Database, feed: ChangeFeed) -> None:
    database.run(
        "INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, code)"
        " SELECT gen_random_uuid(), 'P', '', 'P', 'p', 'P' || lpad(n::text, 11, '0')"
        " FROM generate_series(1, 800) AS n"
    )  # fmt: skip
    assert Change("people.person") in feed.poll()


def test_so_many_that_even_the_feed_gives_up(database: Database, feed: ChangeFeed) -> None:
    database.run(
        "INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, code)"
        " SELECT gen_random_uuid(), 'P', '', 'P', 'p', 'P' || lpad(n::text, 11, '0')"
        " FROM generate_series(1, 3000) AS n"
    )  # fmt: skip
    assert Change("*") in feed.poll()


class Ears:
    """A `FeedThread` and what it said."""

    def __init__(self, session: DeskSession, poll_seconds: float = 30.0) -> None:
        self.changes: list[Change] = []
        self.states: list[tuple[State, DeskError | None]] = []
        self._news = threading.Condition()
        self.thread = FeedThread(session, self._hear, self._say, poll_seconds=poll_seconds)
        self.thread.start()

    def _hear(self, changes: tuple[Change, ...]) -> None:
        with self._news:
            self.changes += changes
            self._news.notify_all()

    def _say(self, state: State, error: DeskError | None) -> None:
        with self._news:
            self.states.append((state, error))
            self._news.notify_all()

    def wait_for(self, true: Callable[[], object], seconds: float = 20.0) -> float:
        began = time.monotonic()
        with self._news:
            assert self._news.wait_for(true, seconds), (self.states, self.changes)
        return time.monotonic() - began

    @property
    def state(self) -> State | None:
        return self.states[-1][0] if self.states else None

    def heard(self, person: UUID) -> bool:
        return any(person in change.ids for change in self.changes)

    def close(self) -> None:
        self.thread.stop()


def test_a_doorbell_wakes_the_other_desk(database: Database) -> None:
    """The other desk polls only every 30 seconds here: what it hears in time, it hears by the bell."""
    listening = database.keep(Ears(database.session("frontdesk")))
    ringing = database.keep(Ears(database.session("manager")))
    listening.wait_for(lambda: listening.state == "live")
    ringing.wait_for(lambda: ringing.state == "live")
    time.sleep(0.2)
    _, person = create(database.session("manager"))
    ringing.thread.doorbell()
    listening.wait_for(lambda: listening.heard(person), 10)


def test_without_any_bell_the_poll_finds_it(database: Database) -> None:
    listening = database.keep(Ears(database.session("frontdesk"), poll_seconds=0.2))
    listening.wait_for(lambda: listening.state == "live")
    time.sleep(0.1)
    _, person = create(database.session("manager"))
    listening.wait_for(lambda: listening.heard(person), 10)


def test_a_server_that_goes_away_and_comes_back(database: Database) -> None:
    proxy = Proxy(database.server)
    try:
        account = database.login("frontdesk")
        session = database.keep(connect(proxy.server, account.login, account.password))
        listening = database.keep(Ears(session))
        listening.wait_for(lambda: listening.state == "live")
        time.sleep(0.1)
        proxy.down()
        listening.wait_for(lambda: listening.state == "lost")
        assert isinstance(listening.states[-1][1], Unavailable)
        _, person = create(database.session("manager"))
        proxy.up()
        listening.wait_for(lambda: listening.state == "live" and listening.heard(person))
    finally:
        proxy.close()


def disable(database: Database, account: Account) -> None:
    """As the admin's function does it: inactive, no login, sessions killed."""
    database.run(
        "UPDATE admin.account SET is_active = false, disabled_at = now() WHERE login = %s", account.login
    )
    database.run(f"ALTER ROLE {account.login} NOLOGIN")
    database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", account.login)


def test_a_disabled_account_is_signed_out_within_two_seconds(database: Database) -> None:
    account = database.add_account("frontdesk")
    listening = database.keep(Ears(database.session(account)))
    listening.wait_for(lambda: listening.state == "live")
    disable(database, account)
    assert listening.wait_for(lambda: listening.state == "signed_out") < 2.0
    error = listening.states[-1][1]
    assert isinstance(error, SignedOut)
    assert "disabled" in error.message


def test_an_account_that_goes_blind_without_being_killed_is_signed_out_by_the_next_poll(
    database: Database,
) -> None:
    account = database.add_account("frontdesk")
    listening = database.keep(Ears(database.session(account), poll_seconds=0.2))
    listening.wait_for(lambda: listening.state == "live")
    database.run(
        "UPDATE admin.account SET is_active = false, disabled_at = now() WHERE login = %s", account.login
    )
    listening.wait_for(lambda: listening.state == "signed_out")


def test_a_reset_password_and_changed_jobs_lock_the_desk(database: Database) -> None:
    for change, words in (
        ("must_change = true", "password was reset"),
        ("jobs = '{sales}'", "jobs were changed"),
    ):
        account = database.add_account("frontdesk")
        listening = database.keep(Ears(database.session(account), poll_seconds=0.2))
        listening.wait_for(lambda ears=listening: ears.state == "live")  # type: ignore[misc]
        database.run(f"UPDATE admin.account SET {change} WHERE login = %s", account.login)
        listening.wait_for(lambda ears=listening: ears.state == "signed_out")  # type: ignore[misc]
        assert words in str(listening.states[-1][1])


def test_stopping_is_quick_and_leaves_nothing(database: Database) -> None:
    listening = Ears(database.session("frontdesk"))
    listening.wait_for(lambda: listening.state == "live")
    listening.thread.doorbell()
    began = time.monotonic()
    listening.close()
    assert time.monotonic() - began < 5
    listening.thread.doorbell()
