"""Accounts and the audit, against a real database: who may make whom, and what open sessions feel."""

import re
from datetime import date, timedelta

import psycopg
import pytest
from sqlalchemy import text

from mdi_desk.db.session import connect
from mdi_desk.domains.admin.records import (
    READABLE,
    AuditFilter,
    NewAccount,
    PasswordReset,
    new_first_password,
    password_trouble,
    staff_number,
)
from mdi_desk.domains.admin.service import AdminService
from mdi_desk.domains.people.records import NewPerson, PersonEdit
from mdi_desk.kernel.clock import now
from mdi_desk.kernel.errors import DeskError, Forbidden, Invalid, Refused, SignedOut
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Account, Database
from tests.support.services import ZONE, Bench, sit_down


@pytest.fixture
def boss(database: Database) -> Bench:
    return sit_down(database, "admin", "Server room")


def make(boss: Bench, *jobs: str, given: str = "Mira", family: str = "Novak") -> tuple[NewAccount, str, str]:
    """A new account: what was asked, its login and its first password."""
    new = NewAccount(uuid7(), jobs or ("frontdesk",), given_name=given, family_name=family)
    made = boss.admin.create(boss.actor, new).record
    return new, made.login, made.first_password


def hire(database: Database, boss: Bench, job: str) -> Bench:
    """A desk of somebody hired here: the account is made by the admin, the password chosen by its owner."""
    new, login, first = make(boss, job)
    database.logins.append(login)
    session = database.keep(connect(database.server, login, first))
    own = "five green kettles"
    service = AdminService(session, boss.sender, now, zone=ZONE)
    service.choose_password(login, "Mira Novak", own, first_password=first)
    person = database.value("SELECT person_id FROM admin.account WHERE login = %s", login)
    return sit_down(database, Account(login, own, new.account_id, person, "Mira Novak", (job,)))


# -- accounts ---------------------------------------------------------------------------------------------


def test_a_new_account_signs_in_and_must_choose_a_password(database: Database, boss: Bench) -> None:
    new, login, password = make(boss)
    database.logins.append(login)
    assert re.fullmatch(r"u_[0-9]{6,12}", login)
    session = database.keep(connect(database.server, login, password))
    assert session.hello["must_change"] is True
    assert session.rows("people.search", ["mira"], 5) == ()
    with session.reading() as unit:
        assert unit.execute(text("SELECT count(*) FROM people.person")).scalar_one() == 0
    [row] = [row for row in boss.admin.accounts(boss.actor) if row.account_id == new.account_id]
    assert (row.name, row.login, row.jobs, row.must_change) == ("Mira Novak", login, ("frontdesk",), True)
    assert row.is_active
    assert not row.is_admin

    # The person chooses an own one: then the desk opens.
    own = "five green kettles"
    service = AdminService(session, boss.sender, now, zone=ZONE)
    service.choose_password(login, "Mira Novak", own, first_password=password)
    with pytest.raises(DeskError):
        connect(database.server, login, password)
    again = database.keep(connect(database.server, login, own))
    assert again.hello["must_change"] is False
    assert again.hello["jobs"] == ["frontdesk"]


def test_the_first_password_is_readable_and_never_sent(database: Database, boss: Bench) -> None:
    words = {new_first_password() for _ in range(50)}
    assert len(words) == 50
    for word in words:
        assert re.fullmatch(rf"[{READABLE}]{{5}}(-[{READABLE}]{{5}}){{2}}", word)
        assert not set(word) & set("il1o0aeu")
    _, login, password = make(boss)
    database.logins.append(login)
    stored = database.value("SELECT rolpassword FROM pg_authid WHERE rolname = %s", login)
    assert stored.startswith("SCRAM-SHA-256$4096:")
    kept = database.value("SELECT count(*) FROM core.operation WHERE result::text LIKE %s", f"%{password}%")
    assert kept == 0
    assert password not in repr(
        boss.admin.reset(boss.actor, PasswordReset(_account_of(database, login))).record
    )


def _account_of(database: Database, login: str):  # type: ignore[no-untyped-def]
    return database.value("SELECT id FROM admin.account WHERE login = %s", login)


def test_an_account_for_somebody_on_file(database: Database, boss: Bench) -> None:
    person = database.add_person("Ruth", "Okafor")
    made = boss.admin.create(boss.actor, NewAccount(uuid7(), ("instructor",), person_id=person)).record
    database.logins.append(made.login)
    [row] = [row for row in boss.admin.accounts(boss.actor) if row.person_id == person]
    assert (row.name, row.jobs) == ("Ruth Okafor", ("instructor",))
    with pytest.raises(Invalid):
        boss.admin.create(boss.actor, NewAccount(uuid7(), ("manager",), person_id=person))


def test_what_a_new_account_needs(boss: Bench) -> None:
    with pytest.raises(Invalid) as caught:
        boss.admin.create(boss.actor, NewAccount(uuid7(), (), given_name=" ", email="x"))
    assert set(caught.value.fields) == {"jobs", "given_name", "email"}
    with pytest.raises(Refused) as refused:
        boss.admin.create(boss.actor, NewAccount(uuid7(), ("admin",), given_name="Eve", family_name="E"))
    assert refused.value.code == "cannot_make_admin"


def test_jobs_are_changed_and_count_at_once(database: Database, boss: Bench) -> None:
    clerk = hire(database, boss, "frontdesk")
    person = database.add_person(age=15)
    assert clerk.people.card(clerk.actor, person)
    boss.admin.set_jobs(boss.actor, clerk.account.account_id, ("sales",))
    with pytest.raises(DeskError):
        clerk.people.card(clerk.actor, person)
    with pytest.raises(SignedOut):  # the desk itself, which asks by function, hears why
        clerk.training.day(clerk.actor, date(2026, 1, 1))
    [row] = [row for row in boss.admin.accounts(boss.actor) if row.account_id == clerk.account.account_id]
    assert row.jobs == ("sales",)
    with pytest.raises(Invalid):
        boss.admin.set_jobs(boss.actor, clerk.account.account_id, ())


def test_a_disabled_account_reads_nothing_and_signs_in_no_more(database: Database, boss: Bench) -> None:
    clerk = sit_down(database, "frontdesk")
    person = database.add_person()
    raw = database.connect(clerk.account)
    with pytest.raises(Refused) as caught:
        boss.admin.disable(boss.actor, clerk.account.account_id, " ")
    assert caught.value.code == "reason_needed"
    boss.admin.disable(boss.actor, clerk.account.account_id, "left the institute")
    with pytest.raises(DeskError):
        clerk.people.card(clerk.actor, person)
    with pytest.raises(SignedOut):
        clerk.training.day(clerk.actor, date(2026, 1, 1))
    with pytest.raises(psycopg.Error):
        raw.execute("SELECT count(*) FROM people.person")
    [row] = [row for row in boss.admin.accounts(boss.actor) if row.account_id == clerk.account.account_id]
    assert (row.is_active, row.disabled_reason) == (False, "left the institute")

    boss.admin.enable(boss.actor, clerk.account.account_id)
    session = database.session(clerk.account)
    assert session.hello["active"] is True


def test_a_reset_password_opens_and_the_old_one_does_not(database: Database, boss: Bench) -> None:
    clerk = sit_down(database, "frontdesk")
    made = boss.admin.reset(boss.actor, PasswordReset(clerk.account.account_id)).record
    assert made.login == clerk.account.login
    with pytest.raises(DeskError):
        connect(database.server, clerk.account.login, clerk.account.password)
    session = database.keep(connect(database.server, clerk.account.login, made.first_password))
    assert session.hello["must_change"] is True


def test_sent_again_it_is_the_same_password_account_and_person(database: Database, boss: Bench) -> None:
    """An answer that was lost is asked for again: what the desk shows is what the server has."""
    clerk = sit_down(database, "frontdesk")
    reset, op = PasswordReset(clerk.account.account_id), uuid7()
    first = boss.admin.reset(boss.actor, reset, op=op).record
    again = boss.admin.reset(boss.actor, reset, op=op).record
    assert (again.login, again.first_password) == (first.login, first.first_password)
    connect(database.server, clerk.account.login, again.first_password).close()

    new, op = NewAccount(uuid7(), ("frontdesk",), given_name="Ngozi", family_name="Ezeani"), uuid7()
    made = boss.admin.create(boss.actor, new, op=op).record
    database.logins.append(made.login)
    same = boss.admin.create(boss.actor, new, op=op).record
    assert (same.login, same.first_password) == (made.login, made.first_password)
    connect(database.server, same.login, same.first_password).close()
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'Ezeani'") == 1


@pytest.mark.parametrize(
    ("login", "number"), [("u_000017", "17"), ("u_1234567", "1234567"), ("postgres", "postgres"), ("", "")]
)
def test_a_staff_number_is_a_plain_number(login: str, number: str) -> None:
    assert staff_number(login) == number


def test_sign_out_ends_the_sessions(database: Database, boss: Bench) -> None:
    clerk = database.login("frontdesk")
    raw = database.connect(clerk)
    assert raw.execute("SELECT 1").fetchone() == (1,)
    boss.admin.sign_out(boss.actor, clerk.account_id)
    with pytest.raises(psycopg.OperationalError):
        raw.execute("SELECT 1")
    assert database.session(clerk).hello["active"] is True


def test_not_on_oneself_and_not_on_another_admin(database: Database, boss: Bench) -> None:
    other = database.add_account("admin")
    for account, code in ((boss.account.account_id, "not_on_self"), (other.account_id, "not_on_admin")):
        for call in (
            lambda it: boss.admin.disable(boss.actor, it, "x"),
            lambda it: boss.admin.set_jobs(boss.actor, it, ("frontdesk",)),
            lambda it: boss.admin.reset(boss.actor, PasswordReset(it)),
            lambda it: boss.admin.sign_out(boss.actor, it),
        ):
            with pytest.raises(Refused) as caught:
                call(account)
            assert caught.value.code == code


# -- one's own password -----------------------------------------------------------------------------------


def test_everybody_changes_their_own_password(database: Database) -> None:
    clerk = sit_down(database, "frontdesk")
    with pytest.raises(Invalid) as caught:
        clerk.admin.change_password(clerk.actor, "short")
    assert set(caught.value.fields) == {"password"}
    clerk.admin.change_password(clerk.actor, "five green kettles")
    with pytest.raises(DeskError):
        connect(database.server, clerk.account.login, clerk.account.password)
    database.keep(connect(database.server, clerk.account.login, "five green kettles"))
    # The open session goes on, also over new connections.
    clerk.session.drop_pool()
    assert clerk.people.page(clerk.actor).rows


@pytest.mark.parametrize(
    "password",
    [
        "nine char",
        " five green kettles",
        "five\tgreen kettles",
        "u_123456-kettle",
        "miranovak1",
        "Novak-Mira-1",
        "bcdfg-hjkmn-pqrst",
        "aaaaaaaaaaaa",
        "",
    ],
)
def test_passwords_that_will_not_do(password: str) -> None:
    found = password_trouble(
        password, login="u_123456", name="Mira Novak", first_password="bcdfg-hjkmn-pqrst"
    )
    assert found is not None
    assert found.endswith(".")


@pytest.mark.parametrize("password", ["five green kettles", "Xk9#mira!qpLw2z", "пять зелёных чайников"])
def test_passwords_that_will_do(password: str) -> None:
    assert password_trouble(password, login="u_123456", name="Mira Novak") is None


# -- audit and settings -----------------------------------------------------------------------------------


def test_the_audit_says_who_did_what(database: Database) -> None:
    clerk = sit_down(database, "frontdesk")
    auditor = sit_down(database, "auditor")
    new = NewPerson("Hana", "Sato", notes="first")
    card = clerk.people.create(clerk.actor, new).record
    from dataclasses import replace

    clerk.people.save(clerk.actor, replace(PersonEdit.of(card.person), notes="second"))
    page = auditor.admin.audit(auditor.actor, AuditFilter(resource_id=new.id))
    assert [row.action for row in page.rows] == ["update", "insert"]
    changed, added = page.rows
    assert (changed.old, changed.new) == ({"notes": "first"}, {"notes": "second"})
    assert (changed.who, changed.login) == (clerk.account.name, clerk.account.login)
    assert added.op_id == new.op_id
    assert added.new["family_name"] == "Sato"
    assert added.old == {}


def test_the_audit_is_narrowed_and_read_page_by_page(database: Database, boss: Bench) -> None:
    manager = sit_down(database, "manager")
    victim = database.login("frontdesk")
    boss.admin.disable(boss.actor, victim.account_id, "left the institute")
    boss.admin.enable(boss.actor, victim.account_id)
    only = AuditFilter(resource_type="admin.account", resource_id=victim.account_id)
    both = manager.admin.audit(manager.actor, only).rows
    first = manager.admin.audit(manager.actor, only, limit=1)
    second = manager.admin.audit(manager.actor, only, first.after, limit=1)
    assert [*first.rows, *second.rows] == list(both[:2])
    [why] = manager.admin.audit(manager.actor, AuditFilter(text="LEFT the inst")).rows
    assert why.reason == "left the institute"
    assert {
        row.who for row in manager.admin.audit(manager.actor, AuditFilter(text=boss.account.login)).rows
    } == {boss.account.name}
    assert manager.admin.audit(manager.actor, AuditFilter(text="100%")).rows == ()
    today = both[0].at.astimezone(ZONE).date()
    assert manager.admin.audit(manager.actor, AuditFilter(since=today, until=today)).rows
    assert manager.admin.audit(manager.actor, AuditFilter(since=today + timedelta(days=1))).rows == ()
    assert manager.admin.audit(manager.actor, AuditFilter(until=today - timedelta(days=1))).rows == ()


def test_settings_are_shown_without_secrets(database: Database, boss: Bench) -> None:
    database.run(
        "INSERT INTO admin.setting (id, key, value, data_type, is_sensitive)"
        " VALUES (gen_random_uuid(), 'processor.secret', '\"hush\"', 'string', true)"
    )
    shown = {one.key: one.value for one in boss.admin.settings(boss.actor)}
    assert shown["institute.zone"] == "America/New_York"
    assert "hush" not in shown.values()


# -- who may not ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("job", ["frontdesk", "manager", "instructor", "auditor", "sales", "partner"])
def test_other_jobs_touch_no_account(database: Database, job: str) -> None:
    bench = sit_down(database, job)
    victim: Account = database.add_account("frontdesk")
    new = NewAccount(uuid7(), ("frontdesk",), given_name="Eve", family_name="Ill")
    admin = AdminService
    for method, args in (
        (admin.create, (new,)),
        (admin.set_jobs, (victim.account_id, ("manager",))),
        (admin.disable, (victim.account_id, "x")),
        (admin.enable, (victim.account_id,)),
        (admin.reset, (PasswordReset(victim.account_id),)),
        (admin.sign_out, (victim.account_id,)),
    ):
        with pytest.raises(Forbidden):
            method(bench.admin, bench.actor, *args)
        with pytest.raises(Forbidden):
            method.__wrapped__(bench.admin, bench.actor, *args)  # type: ignore[attr-defined]
    assert database.value("SELECT count(*) FROM people.person WHERE family_name = 'Ill'") == 0
    if job != "auditor":
        with pytest.raises(Forbidden):
            bench.admin.accounts(bench.actor)
        with pytest.raises(Forbidden):
            AdminService.accounts.__wrapped__(bench.admin, bench.actor)  # type: ignore[attr-defined]
    if job not in ("auditor", "manager"):
        with pytest.raises(Forbidden):
            AdminService.audit.__wrapped__(bench.admin, bench.actor)  # type: ignore[attr-defined]
