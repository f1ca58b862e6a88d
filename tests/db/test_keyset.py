"""Pages by row-value keyset: each row once, wherever the page begins, in both directions."""

from uuid import UUID

import pytest
from sqlalchemy import Text, Uuid, column, select, table
from sqlalchemy.dialects import postgresql

from mdi_desk.db.keyset import fetch, keyset
from mdi_desk.kernel.paging import Cursor
from tests.support.database import Database

pytestmark = pytest.mark.both_servers

person = table(
    "person", column("id", Uuid), column("sort_key", Text), column("family_name", Text), schema="people",
)  # fmt: skip
SORT = (person.c.sort_key, person.c.id)
LIST = select(person.c.id, person.c.family_name).where(person.c.family_name != "Staff")


@pytest.fixture
def crowd(database: Database) -> list[UUID]:
    """57 people, many of the same name, in the order of the list."""
    rows = database.owner().execute(
        "INSERT INTO people.person (id, given_name, family_name, full_name, sort_key, code)"
        " SELECT gen_random_uuid(), 'P', 'N' || mod(n, 7), 'P', lpad(mod(n, 7)::text, 2, '0'),"
        " 'P' || lpad(n::text, 11, '0') FROM generate_series(1, 57) AS n RETURNING id, sort_key"
    ).fetchall()  # fmt: skip
    return [row[0] for row in sorted(rows, key=lambda row: (row[1], row[0]))]


def test_each_row_once_in_order(database: Database, crowd: list[UUID]) -> None:
    session = database.session("manager")
    query = LIST.where(person.c.id != session.person_id)
    for descending in (False, True):
        for limit in (1, 7, 19, 56, 57, 58, 200):
            seen: list[UUID] = []
            after: Cursor | None = None
            with session.reading() as unit:
                while True:
                    page = fetch(
                        unit.connection, query, SORT, lambda row: row.id, after, limit, descending=descending
                    )
                    assert len(page.rows) <= limit
                    seen += page.rows
                    after = page.after
                    if after is None:
                        break
            assert seen == (crowd[::-1] if descending else crowd), (limit, descending)


def test_a_row_that_appears_behind_the_cursor_disturbs_nothing(database: Database, crowd: list[UUID]) -> None:
    session = database.session("manager")
    query = LIST.where(person.c.id != session.person_id)
    with session.reading() as unit:
        first = fetch(unit.connection, query, SORT, lambda row: row.id, None, 20)
        database.add_person("New", "Person", sort_key="00")
        second = fetch(unit.connection, query, SORT, lambda row: row.id, first.after, 20)
    assert list(first.rows + second.rows) == crowd[:40]


def test_it_is_a_row_comparison_that_an_index_can_enter() -> None:
    statement = keyset(LIST, SORT, ("00", UUID(int=1)), 200)
    sql = str(statement.compile(dialect=postgresql.dialect())).replace("\n", " ")
    assert "(people.person.sort_key, people.person.id) > (" in sql
    assert "ORDER BY people.person.sort_key ASC, people.person.id ASC" in sql
    assert " OR " not in sql
    assert "OFFSET" not in sql


def test_it_uses_the_index(database: Database, crowd: list[UUID]) -> None:
    session = database.session("manager")
    with session.unit() as unit:
        for plain in ("seqscan", "bitmapscan", "sort"):  # a few rows: the planner would not bother
            unit.connection.exec_driver_sql(f"SET LOCAL enable_{plain} = off")
        statement = keyset(LIST, SORT, ("03", crowd[20]), 20)
        compiled = statement.compile(dialect=postgresql.dialect(), compile_kwargs={"literal_binds": True})
        plan = "\n".join(row[0] for row in unit.connection.exec_driver_sql(f"EXPLAIN {compiled}"))
    assert "ix_person_sort_key" in plan
    assert "Sort" not in plan


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(ValueError, match="the cursor has 1 parts"):
        keyset(LIST, SORT, ("x",))
    with pytest.raises(ValueError, match="sort columns"):
        keyset(LIST, ())
