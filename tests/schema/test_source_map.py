"""Every field of the systems that MDI Desk replaces has its place, or a domain that will give it one."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdi_desk.db.migrate import SCHEMAS
from tests.support.database import Cluster, Plain, shared

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOMAINS = {
    "people", "admin", "messaging", "documents", "waivers", "training", "sales", "leads", "receivables",
    "partners",
    "gifting", "publishing", "insights",
}  # fmt: skip
BUILT = {"people", "training", "waivers"}
# The administrator's side that has something to administer now.
BUILT_TABLES = {
    ("coaching", "user-sessions"), ("gifting", "user_sessions"), ("gifting", "admin_sessions"),
    ("gifting", "audit_logs"),
    ("gifting", "system_config"), ("insurance_leads", "users"),
}  # fmt: skip
# Where a person sees a field, and the module that shows it.
VIEWS = {
    "Person card": "domains/people/ui/panel.py",
    "Course form": "domains/training/ui/course_form.py",
    "Class form": "domains/training/ui/class_form.py",
    "Instructor form": "domains/training/ui/instructor_form.py",
    "Roster": "app/screens/roster.py",
    "Check-in card": "app/screens/check_in_card.py",
    "Take payment": "domains/sales/ui/pay.py",
    "Waiver": "domains/waivers/ui/document.py",
    "Accounts": "domains/admin/ui/accounts.py",
    "Audit": "domains/admin/ui/audit.py",
}
NO_VIEW = "kept by the server, no view yet"
COLUMN = re.compile(rf"({'|'.join(SCHEMAS)})\.([a-z_]+)\.([a-z_0-9]+)")


def read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


FIELDS, MAP = read("source_fields.csv"), read("source_map.csv")


def key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["system"], row["table"], row["column"]


@pytest.fixture(scope="module")
def owner(cluster: Cluster) -> Iterator[Plain]:
    with cluster.database() as database:
        shared.add(database.owner())
        yield database.owner()


def test_every_field_is_mapped_once() -> None:
    assert len(FIELDS) == 1054
    assert list(MAP[0]) == ["system", "table", "column", "target", "view", "note"]
    wanted, found = Counter(map(key, FIELDS)), Counter(map(key, MAP))
    assert found == wanted
    assert all(row["target"].strip() for row in MAP)


def test_every_column_exists(owner: Plain) -> None:
    columns = {
        tuple(row)
        for row in owner.execute(
            "SELECT n.nspname, c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')"
        )
    }
    targets = {match.groups() for row in MAP if (match := COLUMN.fullmatch(row["target"]))}
    assert len(targets) > 100
    assert targets <= columns, targets - columns


def test_every_expression_runs(owner: Plain) -> None:
    expressions = {row["target"] for row in MAP if row["target"].startswith("SELECT ")}
    assert len(expressions) > 10
    for one in expressions:
        assert owner.execute(one.encode()).description, one


def test_every_target_is_of_one_of_three_kinds() -> None:
    for row in MAP:
        later = re.fullmatch(r"later: ([a-z]+)", row["target"])
        assert later or COLUMN.fullmatch(row["target"]) or row["target"].startswith("SELECT "), row
        assert not later or later[1] in DOMAINS, row


def test_what_is_built_is_mapped_and_the_rest_waits_for_its_own_domain() -> None:
    domain = {key(row): row["domain"] for row in FIELDS}
    for row in MAP:
        later = row["target"].startswith("later: ")
        if domain[key(row)] in BUILT:
            assert not later, row
        elif (row["system"], row["table"]) in BUILT_TABLES:
            assert not later or row["column"] == "organization_id", row
        elif later:
            assert row["target"] == f"later: {domain[key(row)]}", row


def test_a_mapped_field_that_people_see_names_its_view() -> None:
    assert {row["view"] for row in MAP} == {"", *VIEWS}
    for module in VIEWS.values():
        assert (ROOT / "mdi_desk" / module).is_file(), module
    assert not any(row["view"] for row in MAP if row["target"].startswith("later: "))


def test_what_no_view_shows_yet_says_so() -> None:
    for row in MAP:
        if row["table"] == "id_verifications":
            assert (row["view"], NO_VIEW in row["note"]) == ("", True), row
        assert not (row["view"] and NO_VIEW in row["note"]), row
