"""What every table model stands on: one metadata, one way to name constraints, one column type per Python
type.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, Date, DateTime, Integer, MetaData, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase

# The names that errors.py turns into sentences; migrations spell them out the same way.
NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}


class Base(DeclarativeBase):
    """Base of the models; they live in `domains/<d>/models.py` with ``__table_args__ = {"schema": "<d>"}``.

    Models describe tables for `select()`; rows are read as columns into frozen records, never as entities.
    Money is `int` annotated with ``mapped_column(BigInteger)``; timestamps are aware.
    """

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(as_uuid=True),
        str: Text(),
        int: Integer(),
        date: Date(),
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB(),
        list[str]: ARRAY(Text()),
    }


Money = BigInteger
