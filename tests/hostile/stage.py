"""A day at the institute, and people with passwords who want more than their job gives them.

One database for the whole folder: what succeeds here must change nothing, and what changes something is made
for the test that does it.
"""

import base64
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import sql
from psycopg.types.json import Jsonb

from mdi_desk.kernel.ids import code, uuid7
from tests.support.database import Database, Plain, shared

JOBS = (
    "frontdesk",
    "instructor",
    "manager",
    "admin",
    "auditor",
    "sales",
    "collections",
    "partner",
    "partner_owner",
)
TABLES = (
    "core.operation", "core.change", "core.public_key", "core.sql_object", "core.alembic_version",
    "people.person",
    "people.search_token", "people.address", "people.guardianship", "people.id_verification", "admin.setting",
    "admin.account", "admin.desk_session", "admin.audit_log", "waivers.template", "waivers.template_version",
    "waivers.template_text", "waivers.signature", "training.place", "training.course", "training.instructor",
    "training.class", "training.booking", "training.check_in", "training.attendance_mark",
    "sales.customer_order",
    "sales.order_line", "sales.payment",
)  # fmt: skip


def call(who: Plain, function: str, args: dict[str, Any], op: UUID | None = None) -> dict[str, Any]:
    """An effect function, as a desk calls it."""
    name = sql.SQL("SELECT {}(%s, %s)").format(sql.Identifier(*function.split(".")))
    row = who.execute(name, [op or uuid7(), Jsonb(args)]).fetchone()
    assert row is not None
    answer: dict[str, Any] = row[0]
    return answer


def verifier(who: Plain, password: str) -> str:
    """What a desk computes of a typed password."""
    return who.pgconn.encrypt_password(password.encode(), b"anybody", b"scram-sha-256").decode()


@dataclass
class Stage:
    """Two classes of two instructors, with adults and a minor, one of them waiting without a waiver."""

    database: Database
    own_class: UUID
    foreign_class: UUID
    adult: UUID
    minor: UUID
    stranger: UUID
    adult_booking: UUID
    minor_booking: UUID
    stranger_booking: UUID
    template: UUID
    version: UUID
    course: UUID
    passing: list[Plain] = field(default_factory=list)
    _open: dict[str, Plain] = field(default_factory=dict)

    def as_(self, job: str) -> Plain:
        """A connection with the job's own password, autocommit, the same one each time."""
        if job not in self._open or self._open[job].closed:
            self._open[job] = self.database.connect(job)
            shared.add(self._open[job])
        return self._open[job]

    def fresh(self, job: str) -> Plain:
        """A new connection of the job's account, closed when the test ends."""
        self.passing.append(self.database.connect(job))
        return self.passing[-1]

    def count(self, table: str) -> int:
        """Rows of a table, counted by the superuser."""
        found: int = self.database.value(f"SELECT count(*) FROM {table}")
        return found

    def paid_booking(self, *, seats: int = 12) -> UUID:
        """A booking of an adult with a valid waiver in a class that is open now."""
        db = self.database
        person = db.add_person("Paid", f"Guest{code(4)}")
        booking = db.add_booking(db.add_class(self.course, seats=seats), person)
        self.sign(person)
        return booking

    def sign(self, person: UUID, **more: Any) -> dict[str, Any]:
        """A waiver signed at the front desk."""
        clerk = self.as_("frontdesk")
        now = clerk.execute("SELECT waivers.current(%s, 'en')", [self.template]).fetchone()
        assert now is not None
        return call(
            clerk,
            "waivers.sign",
            {
                "id": str(uuid7()), "person_id": str(person), "version_id": str(self.version), "locale": "en",
                "text_sha256": now[0]["sha256"], "signed_name": "Somebody", "signer_kind": "self",
                "ink_path": "M0 0L9 9", "ink_width": 300, "ink_height": 100, "ink_sha256": "0" * 64,
                "ink_sealed": base64.b64encode(b"SECRET-INK").decode(), "ink_samples": 40, "evidence": {},
                **more,
            },
        )  # fmt: skip


def build(database: Database) -> Stage:
    """Fill `database`: accounts of every job, two classes, three people."""
    # The account functions go on from the highest number: far above those that the tests' own logins have.
    if not database.value("SELECT count(*) FROM pg_roles WHERE rolname = 'u_500000000'"):
        database.run("CREATE ROLE u_500000000 NOLOGIN")
    for job in JOBS:
        database.login(job)
    template, version = uuid7(), uuid7()
    database.run("INSERT INTO waivers.template (id, name) VALUES (%s, 'Range waiver')", template)
    database.run(
        "INSERT INTO waivers.template_version (id, template_id, version) VALUES (%s, %s, '1')",
        version,
        template,
    )
    database.run(
        "INSERT INTO waivers.template_text (version_id, locale, title, body, consent)"
        " VALUES (%s, 'en', 'Waiver', 'I know the risk.', 'I sign on a screen.')", version,
    )  # fmt: skip
    database.run(
        "UPDATE waivers.template_version SET status = 'published', published_at = now() - interval '1 day'"
        " WHERE id = %s",
        version,
    )
    course = database.add_course(
        name="Pistol basics", price_minor=0, min_age=18, guardian_min_age=12, waiver_template_id=template
    )
    mine = database.add_instructor(database.login("instructor"))
    other = database.add_instructor()
    own = database.add_class(course, instructor=mine)
    foreign = database.add_class(course, instructor=other)
    adult = database.add_person("Amina", "Diop", email="amina@example.com")
    minor = database.add_person("Max", "Diop", age=14)
    stranger = database.add_person(
        "Björk", "Geheim", phone="+13045550199", email="stranger@example.com", notes="private"
    )
    database.run(
        "UPDATE people.person SET id_type = 'passport', id_number_sealed = 'SECRET-ID' WHERE id = %s",
        stranger,
    )
    stage = Stage(
        database, own, foreign, adult, minor, stranger,
        database.add_booking(own, adult), database.add_booking(own, minor),
        database.add_booking(foreign, stranger, price_minor=9500), template, version, course,
    )  # fmt: skip
    stage.sign(stranger)
    return stage


def refused(who: Plain, statement: str, *values: Any) -> str:
    """The SQLSTATE with which `statement` is refused."""
    with pytest.raises(psycopg.Error) as caught:
        who.execute(statement.encode(), values)
    assert caught.value.sqlstate is not None, f"{statement} broke the connection: {caught.value}"
    return caught.value.sqlstate


def rows(who: Plain, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows of `statement`."""
    return who.execute(statement.encode(), values).fetchall()


def soon(minutes: float) -> datetime:
    """So many minutes from now."""
    return datetime.now(UTC) + timedelta(minutes=minutes)


def some_id() -> UUID:
    """An id that is nobody's."""
    return uuid.uuid4()
