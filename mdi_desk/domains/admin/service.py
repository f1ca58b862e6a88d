"""Accounts, the audit and settings. One method, one transaction, one permission.

Passwords never leave this desk: the server gets a SCRAM-SHA-256 verifier that is computed here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mdi_desk.db.engine import DeskConnection
from mdi_desk.db.keyset import fetch
from mdi_desk.db.session import DeskSession
from mdi_desk.domains.admin import access, queries
from mdi_desk.domains.admin.records import (
    AccountDone,
    AccountRow,
    AuditFilter,
    AuditRow,
    CreatedAccount,
    NewAccount,
    PasswordReset,
    Setting,
    password_trouble,
)
from mdi_desk.domains.people.service import Effects, contact_columns, name_columns
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import Clock
from mdi_desk.kernel.errors import Invalid
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.paging import Cursor, Page
from mdi_desk.kernel.words import tr

ACCOUNT = "admin.account"


class AdminService:
    """Who may work here, who changed what."""

    def __init__(
        self, work: DeskSession, sender: Sender, clock: Clock, *, zone: ZoneInfo, region: str = "US"
    ) -> None:
        self._work = work
        self._effects = Effects(work, sender)
        self._clock = clock
        self._zone = zone
        self._region = region

    # -- accounts ---------------------------------------------------------------------------------------

    @needs(access.ACCOUNTS_READ)
    def accounts(self, actor: Actor) -> tuple[AccountRow, ...]:
        """All logins by name, with who is signed in where."""
        return tuple(queries.account_record(row) for row in self._work.rows("admin.account_list"))

    @needs(access.ACCOUNTS)
    def create(self, actor: Actor, new: NewAccount, *, op: UUID | None = None) -> Changed[CreatedAccount]:
        """A login with a first password, for somebody on file or a new person.

        The same `new` under the same `op` again is the same account, person and password.
        Raises `Invalid` with the fields, or `Refused` (cannot_make_admin).
        """
        wrong: dict[str, str] = {}
        args: dict[str, object] = {"account_id": str(new.account_id), "jobs": list(new.jobs)}
        name = ""
        if new.person_id is not None:
            args["person_id"] = str(new.person_id)
        else:
            names = name_columns(new.given_name, new.family_name, "", wrong)
            email, phone = contact_columns(new.email, new.phone, self._region, wrong)
            name = str(names["full_name"])
            known = {"id": str(new.person.id), "code": new.person.code, "email": email, "phone": phone}
            args["person"] = {**names, **known}
        if not new.jobs:
            wrong["jobs"] = tr("Choose at least one job.")
        if wrong:
            raise Invalid(next(iter(wrong.values())), wrong)
        args["verifier"] = self.verifier(new.first_password)
        op_id = op or uuid7()
        answer = self._effects.do(actor, "admin.account_create", op_id, args)
        login = "" if answer.pending else answer.facts.text("login")
        done = CreatedAccount(new.account_id, login, name, new.first_password, answer.pending)
        return Changed(done, (_change(new.account_id, op_id),))

    @needs(access.ACCOUNTS)
    def set_jobs(
        self, actor: Actor, account_id: UUID, jobs: tuple[str, ...], *, op: UUID | None = None
    ) -> Changed[AccountDone]:
        """What the person works as; it counts at once, in open sessions too. Raises `Refused`."""
        if not jobs:
            sentence = tr("Choose at least one job.")
            raise Invalid(sentence, {"jobs": sentence})
        return self._done(actor, "admin.account_set_jobs", account_id, op, {"jobs": list(jobs)})

    @needs(access.ACCOUNTS)
    def disable(
        self, actor: Actor, account_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[AccountDone]:
        """Closes the login at once, its open desks too. Raises `Refused` without a reason."""
        done = self._done(actor, "admin.account_disable", account_id, op, {"reason": reason.strip() or None})
        if not done.record.pending:
            # Ends a connection that came in while the disabling was being committed.
            self._work.call("admin.sweep")
        return done

    @needs(access.ACCOUNTS)
    def enable(self, actor: Actor, account_id: UUID, *, op: UUID | None = None) -> Changed[AccountDone]:
        """Opens a disabled login again; its password is as before."""
        return self._done(actor, "admin.account_enable", account_id, op, {})

    @needs(access.ACCOUNTS)
    def reset(self, actor: Actor, reset: PasswordReset, *, op: UUID | None = None) -> Changed[CreatedAccount]:
        """A new first password; the person's sessions end. The same `reset` under the same `op` again is the
        same password. Raises `Refused`.
        """
        account_id, password, op_id = reset.account_id, reset.first_password, op or uuid7()
        args: dict[str, object] = {"account_id": str(account_id), "verifier": self.verifier(password)}
        answer = self._effects.do(actor, "admin.account_reset", op_id, args)
        login = "" if answer.pending else answer.facts.text("login")
        done = CreatedAccount(account_id, login, "", password, answer.pending)
        return Changed(done, (_change(account_id, op_id),))

    @needs(access.ACCOUNTS)
    def sign_out(self, actor: Actor, account_id: UUID, *, op: UUID | None = None) -> Changed[AccountDone]:
        """Ends the person's sessions on every desk."""
        return self._done(actor, "admin.account_sign_out", account_id, op, {})

    # -- one's own password -----------------------------------------------------------------------------

    @needs(access.OWN_PASSWORD)
    def change_password(
        self, actor: Actor, new_password: str, *, first_password: str = "", op: UUID | None = None
    ) -> Changed[AccountDone]:
        """One's own new password. Raises `Invalid` (password) when it won't do."""
        self.choose_password(actor.login, actor.name, new_password, first_password=first_password, op=op)
        return Changed(AccountDone(actor.account_id))

    def choose_password(
        self, login: str, name: str, new_password: str, *, first_password: str = "", op: UUID | None = None
    ) -> None:
        """The same for somebody who signed in with a first password: until then nothing else opens.

        Not journaled: a password that waits would lock its owner out of the very desk that keeps it. Later
        connections of this session use the new one. Raises `Invalid` (password), `Unavailable`.
        """
        trouble = password_trouble(new_password, login=login, name=name, first_password=first_password)
        if trouble is not None:
            raise Invalid(trouble, {"password": trouble})
        self._work.call("admin.password_change", op or uuid7(), {"verifier": self.verifier(new_password)})
        self._work.use_password(new_password)

    def verifier(self, password: str) -> str:
        """The SCRAM-SHA-256 verifier of `password`: what the server keeps instead; a new salt each time."""
        with self._work.reading() as unit:
            driver = unit.connection.connection.driver_connection
            assert isinstance(driver, DeskConnection)
            # The verifier does not depend on the login; libpq wants some name.
            made = driver.pgconn.encrypt_password(password.encode(), b"login", b"scram-sha-256")
        return made.decode()

    # -- audit and settings -----------------------------------------------------------------------------

    @needs(access.AUDIT)
    def audit(
        self, actor: Actor, only: AuditFilter | None = None, after: Cursor | None = None, limit: int = 100
    ) -> Page[AuditRow]:
        """The audit, the newest first, a page after the cursor `after`."""
        wanted = only or AuditFilter()
        since = self._midnight(wanted.since) if wanted.since else None
        until = self._midnight(wanted.until + timedelta(days=1)) if wanted.until else None
        with self._work.reading() as unit:
            page = fetch(
                unit.connection,
                queries.audit(wanted, since, until),
                queries.AUDIT_ORDER,
                queries.audit_record,
                after,
                limit,
                descending=True,
            )
            return Page(_with_names(page.rows, unit.connection), page.after)

    @needs(access.SETTINGS_READ)
    def settings(self, actor: Actor) -> tuple[Setting, ...]:
        """The institute's settings by key; sensitive ones are not shown to any desk."""
        with self._work.reading() as unit:
            return tuple(queries.setting_record(row) for row in unit.execute(queries.settings()))

    # -- inside -----------------------------------------------------------------------------------------

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time.min, self._zone).astimezone(UTC)

    def _done(
        self, actor: Actor, function: str, account_id: UUID, op: UUID | None, args: dict[str, object]
    ) -> Changed[AccountDone]:
        op_id = op or uuid7()
        answer = self._effects.do(actor, function, op_id, {"account_id": str(account_id), **args})
        return Changed(AccountDone(account_id, answer.pending), (_change(account_id, op_id),))


def _with_names(rows: Sequence[AuditRow], connection: Connection) -> tuple[AuditRow, ...]:
    """The lines with whom or what they concern."""
    places = [queries.concerned(row) for row in rows]
    wanted: dict[str, set[UUID]] = {}
    for place in places:
        if place is not None:
            wanted.setdefault(place[0], set()).add(place[1])
    names = {
        (kind, found): f"{name}, {course}" if course else str(name)
        for kind, ids in wanted.items()
        for found, name, course in connection.execute(queries.about(kind, ids))
    }
    return tuple(
        replace(row, about=names.get(place, "")) if place is not None else row
        for row, place in zip(rows, places, strict=True)
    )


def _change(account_id: UUID, op: UUID) -> Change:
    return Change(ACCOUNT, frozenset({account_id}), str(op))
