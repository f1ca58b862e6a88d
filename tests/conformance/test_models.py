"""The models describe the tables as they are, and the records hold what the sources hold."""

import dataclasses
from datetime import date, datetime
from importlib import import_module
from inspect import isclass
from uuid import UUID

import pytest

from mdi_desk.db.base import Base
from tests.support.database import Database

SCHEMAS = ("people", "admin", "waivers", "training", "sales")
PYTHON: dict[str, type] = {
    "uuid": UUID,
    "text": str,
    "boolean": bool,
    "date": date,
    "timestamp with time zone": datetime,
    "integer": int,
    "bigint": int,
    "real": float,
    "jsonb": object,
    "ARRAY": list,
    "inet": object,
}
# Sealed or internal: no desk reads them, so no model has them.
UNREAD = {
    ("people", "person", "id_number_sealed"),
    ("people", "person", "id_number_index"),
    ("waivers", "signature", "ink_sealed"),
    ("admin", "audit_log", "xid"),
}


def tables() -> dict[tuple[str, str], dict[str, tuple[bool, type | None]]]:
    """Each mapped table with its columns: nullable, and the Python type."""
    for schema in SCHEMAS:
        import_module(f"mdi_desk.domains.{schema}.models")
    found = {}
    for table in Base.metadata.tables.values():
        assert table.schema is not None
        columns = {}
        for column in table.columns:
            kind: type | None
            try:
                kind = column.type.python_type
            except NotImplementedError:
                kind = None
            columns[column.name] = (bool(column.nullable), kind)
        found[table.schema, table.name] = columns
    return found


def test_models_and_tables_agree(database: Database) -> None:
    rows = (
        database.owner()
        .execute(
            "SELECT table_schema, table_name, column_name, is_nullable = 'YES', data_type"
            " FROM information_schema.columns WHERE table_schema = ANY (%s)",
            (list(SCHEMAS),),
        )
        .fetchall()
    )
    real = {(str(s), str(t), str(c)): (bool(null), str(kind)) for s, t, c, null, kind in rows}
    mapped = tables()
    wrong = []
    for (schema, name), columns in mapped.items():
        for column, (nullable, kind) in columns.items():
            if (schema, name, column) not in real:
                wrong.append(f"{schema}.{name}.{column} is not in the database")
                continue
            is_null, sql = real[schema, name, column]
            if nullable != is_null:
                wrong.append(f"{schema}.{name}.{column}: nullable is {is_null} in the database")
            if kind is not None and kind is not PYTHON[sql]:
                wrong.append(f"{schema}.{name}.{column}: {kind.__name__} for {sql}")
    for schema, name, column in real:
        if (
            (schema, name) in mapped
            and column not in mapped[schema, name]
            and (schema, name, column) not in UNREAD
        ):
            wrong.append(f"{schema}.{name}.{column} has no attribute")
    assert not wrong


@pytest.mark.parametrize("schema", SCHEMAS)
def test_records_are_frozen(schema: str) -> None:
    module = import_module(f"mdi_desk.domains.{schema}.records")
    records = [one for one in vars(module).values() if isclass(one) and dataclasses.is_dataclass(one)]
    assert records
    for record in records:
        assert record.__dataclass_params__.frozen, f"{record.__name__} can be changed"  # type: ignore[attr-defined]
        assert hasattr(record, "__slots__"), f"{record.__name__} has no slots"


# Where a table of the sources is shown: every column that a desk may read has its field in the record, under
# the same name or the one given here; "" is what only the server uses.
SHOWN = {
    ("people", "person", "Person"): {
        "notification_preferences": "notify_email",
    },
    ("people", "address", "Address"): {},
    ("training", "course", "Course"): {},
    ("training", "instructor", "Instructor"): {},
    ("training", "class", "Klass"): {"instructor_no": ""},
    ("training", "place", "Place"): {},
    ("admin", "setting", "Setting"): {},
}


@pytest.mark.parametrize(("schema", "table", "record"), SHOWN, ids=lambda part: str(part))
def test_every_field_of_the_sources_has_its_place(schema: str, table: str, record: str) -> None:
    fields = {
        one.name
        for one in dataclasses.fields(getattr(import_module(f"mdi_desk.domains.{schema}.records"), record))
    }
    renamed = SHOWN[schema, table, record]
    missing = [
        column
        for column in tables()[schema, table]
        if renamed.get(column, column) and renamed.get(column, column) not in fields
    ]
    assert not missing
