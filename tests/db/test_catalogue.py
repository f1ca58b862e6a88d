"""The catalogue of a migrated database breaks no rule, and each rule sees the breach it is there for."""

from collections.abc import Iterator

import psycopg
import pytest

from mdi_desk.db.catalogue import CHECKS, breaches
from mdi_desk.db.migrate import check
from tests.support.database import Cluster, Database, shared

# Rule -> a deliberate breach, and what the rule then says.
BREACHES: dict[str, tuple[str, str]] = {
    "table without forced row security": ("CREATE TABLE people.extra (id int)", "people.extra"),
    "policy for everybody": ("CREATE POLICY open ON people.person USING (true)", "open on people.person"),
    "view with its owner's rights": (
        "CREATE VIEW people.names AS SELECT full_name FROM people.person", "people.names"),
    "definer function without a pinned path": (
        "CREATE FUNCTION core.loose() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "core.loose()"),
    "function that everybody may call": (
        "GRANT EXECUTE ON FUNCTION people.search(text[], int) TO PUBLIC", "people.search(text[],integer)"),
    "function of PostgreSQL that everybody may call": (
        "GRANT EXECUTE ON FUNCTION pg_advisory_lock(int, int) TO PUBLIC",
        "pg_advisory_lock(integer,integer)"),
    "function with the wrong owner": (
        "CREATE FUNCTION core.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'", "core.mine()"),
    "table with the wrong owner": ("ALTER TABLE people.person OWNER TO mdi_api", "people.person"),
    "login with power": ("ALTER ROLE mdi_web CREATEDB", "mdi_web"),
    "member of a role with power": ("GRANT mdi_accounts TO mdi_web", "mdi_web of mdi_accounts"),
    "right of everybody": ("GRANT USAGE ON SCHEMA people TO PUBLIC", "USAGE on schema people"),
    "temporary tables": (
        "DO $$BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO mdi_any', current_database()); END$$",
        "mdi_frontdesk"),
    "table right given to a partner, a web site or one person": (
        "GRANT SELECT (id) ON people.person TO mdi_partner", "SELECT on people.person.id to mdi_partner"),
    "direct write that a function should do": (
        "GRANT UPDATE (max_capacity) ON training.class TO mdi_manager",
        "UPDATE on training.class to mdi_manager"),
    "secret column that can be read": (
        "GRANT SELECT ON waivers.signature TO mdi_manager", "waivers.signature.ink_sealed by mdi_manager"),
    "birth date that can be written directly": (
        "GRANT UPDATE (birth_date) ON people.person TO mdi_frontdesk", "mdi_frontdesk"),
    "trigger switched off": ("ALTER TABLE people.person DISABLE TRIGGER audit", "audit on people.person"),
    "table without an audit trigger": ("DROP TRIGGER audit ON sales.payment", "sales.payment"),
    "audit log that can be emptied": ("DROP TRIGGER stay_truncate ON admin.audit_log", "admin.audit_log"),
    "months of the audit log to come": (
        """DO $$DECLARE t regclass; BEGIN
        FOR t IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'admin.audit_log'::regclass
        LOOP EXECUTE format('DROP TABLE %s', t); END LOOP; END$$""",
        "fewer than 12"),
    "table or function without a comment": ("COMMENT ON TABLE people.person IS NULL", "people.person"),
    "column of a kind we do not use": (
        "ALTER TABLE sales.payment ADD COLUMN fee numeric(9, 2)", "sales.payment.fee numeric(9,2)"),
    "extension that opens doors": (
        "UPDATE pg_extension SET extname = 'dblink' WHERE extname = 'plpgsql'", "dblink"),
}  # fmt: skip


@pytest.mark.both_servers
def test_a_migrated_database_breaks_no_rule(database: Database) -> None:
    database.login("frontdesk")
    database.login("partner")
    assert breaches(database.owner()) == []
    assert check(database.dsn()) == []


@pytest.fixture(scope="module")
def catalogue(cluster: Cluster) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """One database for all rules: every breach is rolled back."""
    with cluster.database() as found:
        shared.add(found.owner())
        yield found.owner()


def test_every_rule_has_its_breach() -> None:
    assert set(BREACHES) == set(CHECKS)


@pytest.mark.parametrize("rule", CHECKS)
def test_the_rule_sees_its_breach(catalogue: psycopg.Connection[tuple[object, ...]], rule: str) -> None:
    breach, seen = BREACHES[rule]
    with catalogue.transaction(force_rollback=True):
        catalogue.execute(breach.encode())
        found = {row[0] for row in catalogue.execute(CHECKS[rule].encode())}
    assert seen in found
    assert not catalogue.execute(CHECKS[rule].encode()).fetchall(), "the breach was rolled back"


def test_check_names_what_differs(database: Database) -> None:
    database.run("UPDATE core.sql_object SET sha256 = 'x' WHERE path = 'people/search.sql'")
    database.run("INSERT INTO core.sql_object (path, sha256) VALUES ('people/gone.sql', 'x')")
    database.run("GRANT SELECT ON people.person TO mdi_partner")
    said = "\n".join(check(database.dsn()))
    assert "people/search.sql differs" in said
    assert "people/gone.sql was applied once and is gone" in said
    assert "SELECT on people.person to mdi_partner" in said


def test_check_of_an_empty_database(database: Database) -> None:
    database.cluster.create(f"{database.name}_empty", "template0")
    try:
        said = check(database.cluster.reach.dsn(f"{database.name}_empty", database.cluster.reach.superuser))
    finally:
        database.cluster.drop(f"{database.name}_empty")
    assert said == ["The database has no tables yet. Run: desk db upgrade"]
