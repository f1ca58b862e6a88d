"""The second lock and the third agree: each permission is exactly what the database grants to its jobs.

A permission's jobs must be those whose PostgreSQL group holds every right that the permission's methods use;
and no right on a business object may be granted to a job without standing here under a permission.
"""

import ast
import inspect
import textwrap
from importlib import import_module

import psycopg
import pytest

from mdi_desk.domains.admin import access as admin
from mdi_desk.domains.people import access as people
from mdi_desk.domains.sales import access as sales
from mdi_desk.domains.training import access as training
from mdi_desk.domains.waivers import access as waivers
from mdi_desk.kernel.access import JOBS, Actor, Permission
from mdi_desk.kernel.errors import Forbidden
from mdi_desk.kernel.ids import uuid7
from tests.support.database import Cluster, Database

DOMAINS = {"people": people, "admin": admin, "waivers": waivers, "training": training, "sales": sales}
SCHEMAS = tuple(DOMAINS)

# What each permission's methods use: functions by name, columns as "PRIVILEGE schema.table.column".
RIGHTS: dict[Permission, tuple[str, ...]] = {
    # Names are shown with the hits, so finding alone is not enough: an instructor gets ids, and no people.
    people.SEARCH: ("people.search", "SELECT people.person.full_name"),
    people.READ: (
        "SELECT people.person.birth_date",
        "SELECT people.address.city",
        "SELECT people.guardianship.guardian_id",
    ),
    people.EDIT: (
        "people.create",
        "people.set_guardian",
        "people.set_identity",
        "people.duplicates",
        "SELECT people.person.id_type",
        "UPDATE people.person.full_name",
        "UPDATE people.person.notification_preferences",
        "INSERT people.address.line1",
        "UPDATE people.address.line1",
        "DELETE people.address",
    ),
    people.BIRTH_DATE_SET: ("people.set_birth_date",),
    people.GUARDIAN_END: ("people.end_guardian",),
    people.HISTORY: ("SELECT admin.audit_log.old_values", "SELECT people.person.full_name"),
    admin.ACCOUNTS_READ: ("admin.account_list",),
    admin.ACCOUNTS: (
        "admin.account_create",
        "admin.account_set_jobs",
        "admin.account_disable",
        "admin.account_enable",
        "admin.account_reset",
        "admin.account_sign_out",
        "admin.sweep",
    ),
    admin.AUDIT: ("SELECT admin.audit_log.old_values", "SELECT people.person.full_name"),
    admin.SETTINGS_READ: ("SELECT admin.setting.value",),
    admin.OWN_PASSWORD: ("admin.password_change",),
    waivers.TEXT: ("waivers.current",),
    waivers.STATE: ("waivers.state",),
    waivers.SIGN: ("waivers.sign", "core.seal_key"),
    waivers.READ: (
        "waivers.document",
        "SELECT waivers.signature.signed_name",
        "SELECT waivers.template.name",
        "SELECT waivers.template_version.version",
        "SELECT waivers.template_text.title",
    ),
    waivers.REVOKE: ("waivers.revoke",),
    waivers.PUBLISH: ("waivers.publish",),
    training.TODAY: (
        "training.day",
        "training.needs",
        "training.roster",
        "training.card",
        "training.gate",
        "training.find_ticket",
        "training.find_classes",
        "training.person_bookings",
        "SELECT training.course.name",
        "SELECT training.place.name",
        "SELECT training.class.starts_at",
    ),
    training.CHECK_IN: ("training.check_in", "training.check_in_undo", "training.mark"),
    training.OVERRIDE: ("training.allow_unpaid",),
    training.BOOK: ("training.book", "training.unbook"),
    training.MANAGE: (
        "training.save_course",
        "training.save_class",
        "training.cancel_class",
        "training.save_instructor",
    ),
    training.BOOKINGS_READ: (
        "SELECT training.booking.person_id",
        "SELECT training.instructor.person_id",
        "SELECT training.check_in.recorded_at",
        "SELECT waivers.signature.recorded_at",
        "SELECT people.person.full_name",
    ),
    sales.READ: (
        "sales.find_order",
        "SELECT sales.customer_order.number",
        "SELECT sales.order_line.amount_minor",
        "SELECT sales.payment.amount_minor",
    ),
    sales.PAY: ("sales.pay",),
}

# Decided inside a function that more jobs may call: tests/domains prove these by trying.
INSIDE = {people.BIRTH_DATE_CHANGE}

# Granted to jobs, and used by no permission of a screen.
ALSO = {
    "people.age_on": "a calculation",
    "training.my_classes": "asked by row policies",
    "training.my_instructor": "asked by row policies",
    "SELECT admin.account": "row policies of an admin's own look-ups; the list comes by function",
    "SELECT admin.desk_session": "sessions of the accounts page",
    "SELECT people.id_verification": "identity checks, before their screen",
    "SELECT training.attendance_mark": "the card brings them by function",
    "UPDATE training.instructor": "texts of an instructor; the desk saves them by function",
}


def allowed(owner: psycopg.Connection[tuple[object, ...]], job: str, right: str) -> bool:
    """Whether the group of `job` has `right`."""
    role = f"mdi_{job}"
    if " " not in right:
        schema, name = right.split(".")
        rows = owner.execute(
            "SELECT has_function_privilege(%s, p.oid, 'EXECUTE') FROM pg_proc p"
            " WHERE p.pronamespace = %s::regnamespace AND p.proname = %s",
            (role, schema, name),
        ).fetchall()
        assert rows, f"there is no function {right}"
        return all(row[0] for row in rows)
    privilege, place = right.split(" ")
    parts = place.split(".")
    if len(parts) == 2:
        row = owner.execute("SELECT has_table_privilege(%s, %s, %s)", (role, place, privilege)).fetchone()
    else:
        table, column = ".".join(parts[:2]), parts[2]
        row = owner.execute(
            "SELECT has_column_privilege(%s, %s, %s, %s)", (role, table, column, privilege)
        ).fetchone()
    assert row is not None
    return bool(row[0])


def permissions() -> dict[str, Permission]:
    """All permissions of the domains by their full Python name."""
    return {
        f"{domain}.{name}": value
        for domain, module in DOMAINS.items()
        for name, value in vars(module).items()
        if isinstance(value, Permission)
    }


def test_every_permission_is_written_down() -> None:
    missing = [name for name, one in permissions().items() if one not in RIGHTS and one not in INSIDE]
    assert not missing


@pytest.mark.both_servers
def test_a_permission_holds_for_exactly_the_jobs_that_the_database_lets(database: Database) -> None:
    wrong = []
    for name, one in permissions().items():
        for job in JOBS:
            if one in INSIDE:
                continue
            granted = all(allowed(database.owner(), job, right) for right in RIGHTS[one])
            if granted != (job in one.jobs):
                wrong.append(f"{name}: {job} {'may' if granted else 'may not'} in the database")
    assert not wrong


@pytest.mark.both_servers
def test_nothing_is_granted_to_a_job_outside_a_permission(database: Database) -> None:
    """The reverse: every function and table right of a job stands under a permission, or under ALSO."""
    known = {right for rights in RIGHTS.values() for right in rights}
    functions = {right for right in known if " " not in right}
    tables = {
        f"{right.split()[0]} {'.'.join(right.split()[1].split('.')[:2])}" for right in known if " " in right
    }
    owner = database.owner()
    roles = [f"mdi_{job}" for job in JOBS]
    found = owner.execute(
        "SELECT DISTINCT n.nspname || '.' || p.proname"
        " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = ANY (%s) AND EXISTS ("
        "   SELECT FROM unnest(%s::text[]) AS r WHERE has_function_privilege(r, p.oid, 'EXECUTE'))",
        (list(SCHEMAS), roles),
    ).fetchall()
    assert {str(row[0]) for row in found} - functions - set(ALSO) == set()
    rights = owner.execute(
        "SELECT DISTINCT w || ' ' || n.nspname || '.' || c.relname"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS w"
        " WHERE n.nspname = ANY (%s) AND c.relkind IN ('r', 'p') AND EXISTS ("
        "   SELECT FROM unnest(%s::text[]) AS r WHERE has_any_column_privilege(r, c.oid, w))"
        " UNION SELECT DISTINCT w || ' ' || n.nspname || '.' || c.relname"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " CROSS JOIN unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS w"
        " WHERE n.nspname = ANY (%s) AND c.relkind IN ('r', 'p') AND EXISTS ("
        "   SELECT FROM unnest(%s::text[]) AS r WHERE has_table_privilege(r, c.oid, w))",
        (list(SCHEMAS), roles, list(SCHEMAS), roles),
    ).fetchall()
    assert {str(row[0]) for row in rights} - tables - set(ALSO) == set()


def test_the_exceptions_exist(database: Database) -> None:
    """A line of ALSO for something that is granted to nobody would hide the next mistake."""
    owner = database.owner()
    unused = [
        right
        for right in ALSO
        if not any(
            allowed(owner, job, right)
            if " " not in right
            else owner.execute(
                "SELECT has_any_column_privilege(%s, %s, %s)",
                (f"mdi_{job}", right.split()[1], right.split()[0]),
            ).fetchone()
            == (True,)
            for job in JOBS
        )
    ]
    assert not unused


def test_partners_have_nothing(database: Database) -> None:
    for job in ("partner", "partner_owner"):
        held = [name for name, one in permissions().items() if job in one.jobs]
        assert held == ["admin.OWN_PASSWORD"]


@pytest.mark.parametrize("domain", SCHEMAS)
def test_every_public_method_of_a_service_names_its_permission(domain: str) -> None:
    module = import_module(f"mdi_desk.domains.{domain}.service")
    services = [one for name, one in vars(module).items() if name.endswith("Service")]
    assert services
    # Before anybody is an actor: the first password is changed by somebody who may do nothing else yet.
    free = {"choose_password", "verifier"}
    for service in services:
        for name in dir(service):
            if name.startswith("_") or name in free:
                continue
            wanted = getattr(getattr(service, name), "needs", None)
            assert isinstance(wanted, Permission), f"{service.__name__}.{name} is open to everybody"
            assert wanted in permissions().values()


@pytest.mark.parametrize("domain", SCHEMAS)
def test_a_method_asks_for_the_permission_of_the_function_it_calls(domain: str) -> None:
    module = import_module(f"mdi_desk.domains.{domain}.service")
    functions = {right for rights in RIGHTS.values() for right in rights if " " not in right}
    seen = set()
    for service in (one for name, one in vars(module).items() if name.endswith("Service")):
        for name, method in inspect.getmembers(service, inspect.isfunction):
            wanted = getattr(method, "needs", None)
            if wanted is None:
                continue
            source = ast.parse(textwrap.dedent(inspect.getsource(method)))
            texts = {node.value for node in ast.walk(source) if isinstance(node, ast.Constant)}
            called = {text for text in texts if text in functions}
            seen |= called
            assert called <= set(RIGHTS[wanted]), f"{name} calls {called} under {wanted.name}"
    own = {one for one in functions if one.startswith(f"{domain}.")}
    # Called inside select()s, or by nobody because a plain select does.
    elsewhere = {
        "people.search",
        "people.duplicates",
        "training.gate",
        "sales.find_order",
        "admin.password_change",
    }
    assert own - seen - elsewhere == set()


@pytest.mark.parametrize("domain", SCHEMAS)
def test_the_service_refuses_before_it_asks_the_server(domain: str) -> None:
    module = import_module(f"mdi_desk.domains.{domain}.service")
    for service in (one for name, one in vars(module).items() if name.endswith("Service")):
        bare = object.__new__(
            service
        )  # has no session: whatever goes further than the guard ends differently
        for _, method in inspect.getmembers(service, inspect.isfunction):
            wanted = getattr(method, "needs", None)
            if wanted is None:
                continue
            for job in set(JOBS) - wanted.jobs:
                with pytest.raises(Forbidden):
                    method(bare, Actor(uuid7(), uuid7(), "u_000001", "Nobody", frozenset({job}), ""))


def test_the_cluster_is_shared(cluster: Cluster) -> None:
    """The groups belong to the cluster: without its group a job would pass by having nothing."""
    rows = cluster.admin.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'mdi\\_%'").fetchall()
    assert {f"mdi_{job}" for job in JOBS} <= {str(row[0]) for row in rows}
