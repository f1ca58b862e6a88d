"""What happened to a person's card, from the audit."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Select,
    and_,
    column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import aliased

from mdi_desk.domains.people.models import AddressRow, GuardianshipRow, PersonRow
from mdi_desk.domains.people.records import (
    FieldChange,
    HistoryLine,
    field_label,
)
from mdi_desk.kernel.facts import Facts
from mdi_desk.kernel.words import tr

# The audit belongs to the domain after this one; only these columns of it are read here.
AUDIT = table(
    "audit_log",
    *(column(name) for name in ("id", "at", "login", "actor_person_id", "action", "reason")),
    *(column(name) for name in ("resource_type", "resource_id")),
    *(column(name, JSONB) for name in ("old_values", "new_values", "metadata")),
    schema="admin",
)

_HIDDEN = frozenset({"id", "version", "created_at", "updated_at", "sort_key", "person_id", "created_by"})


def history(person_id: UUID) -> Select[Any]:
    """The audit of a person's own row, addresses and guardians; for a keyset by `HISTORY_ORDER`."""
    own = aliased(PersonRow, name="who")
    addresses_of = select(AddressRow.id).where(AddressRow.person_id == person_id)
    links_of = select(GuardianshipRow.id).where(
        or_(GuardianshipRow.person_id == person_id, GuardianshipRow.guardian_id == person_id)
    )
    log = AUDIT.c
    return (
        select(*log, own.full_name.label("who"))
        .select_from(AUDIT)
        .outerjoin(own, own.id == log.actor_person_id)
        .where(
            or_(
                and_(log.resource_type == "people.person", log.resource_id == person_id),
                and_(log.resource_type == "people.address", log.resource_id.in_(addresses_of)),
                and_(log.resource_type == "people.guardianship", log.resource_id.in_(links_of)),
            )
        )
    )


HISTORY_ORDER = (AUDIT.c.at, AUDIT.c.id)


def history_record(row: Any) -> HistoryLine:
    facts = Facts(row._mapping)
    kind, action = facts.text("resource_type"), facts.text("action").lower()
    old, new = facts.mapping("old_values"), facts.mapping("new_values")
    names = [name for name in {**old, **new} if name not in _HIDDEN and old.get(name) != new.get(name)]
    changes = tuple(_change(name, old.get(name), new.get(name)) for name in names if action != "delete")
    station = facts.mapping("metadata").get("station")
    return HistoryLine(
        id=facts.uuid("id"),
        at=facts.moment("at"),
        who=facts.maybe_text("who") or facts.text("login"),
        title=_title(kind, action, new),
        changes=tuple(change for change in changes if change.old or change.new or action == "update"),
        reason=facts.maybe_text("reason"),
        station=str(station) if station else None,
    )


def _title(kind: str, action: str, new: Mapping[str, object]) -> str:
    if kind == "people.address":
        known = {"insert": tr("Address added"), "delete": tr("Address removed")}
        return known.get(action, tr("Address changed"))
    if kind == "people.guardianship":
        return tr("Guardian ended") if new.get("ended_at") or action == "delete" else tr("Guardian recorded")
    return {"insert": tr("Card made"), "delete": tr("Card removed")}.get(action, tr("Card changed"))


def _change(name: str, old: object, new: object) -> FieldChange:
    return FieldChange(name, field_label(name), _plain(name, old), _plain(name, new))


def _plain(name: str, value: object) -> object:
    """A JSON value as the form knows it: dates as dates, lists as tuples, ways to reach as their names."""
    if name == "notification_preferences" and isinstance(value, dict):
        return tuple(sorted(str(way) for way, wanted in value.items() if wanted))
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    if isinstance(value, str) and name.endswith(("_date", "_at")):
        try:
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return value
    return value
