"""Selects on admin.*, and the way from a row to its record."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, column, literal, or_, select, table

from mdi_desk.domains.admin.models import AuditLogRow, SettingRow
from mdi_desk.domains.admin.records import AccountRow, AuditFilter, AuditRow, Setting
from mdi_desk.kernel.facts import Facts

# Names only: the person's row itself belongs to people.
WHO = table("person", column("id"), column("full_name"), schema="people").alias("who")
BOOKING = table("booking", column("id"), column("person_id"), column("class_id"), schema="training")
CHECK_IN = table("check_in", column("id"), column("booking_id"), schema="training")
CLASS = table("class", column("id"), column("course_id"), schema="training")
COURSE = table("course", column("id"), column("name"), schema="training")
_AUDIT: tuple[Any, ...] = (
    AuditLogRow.id,
    AuditLogRow.at,
    AuditLogRow.login,
    AuditLogRow.actor_type,
    AuditLogRow.action,
    AuditLogRow.resource_type,
    AuditLogRow.resource_id,
    AuditLogRow.old_values,
    AuditLogRow.new_values,
    AuditLogRow.reason,
    AuditLogRow.metadata_.label("metadata"),
    AuditLogRow.op_id,
    WHO.c.full_name.label("who"),
)
_SETTING: tuple[Any, ...] = tuple(SettingRow.__table__.columns)
_QUIET = frozenset({"version", "updated_at"})


def account_record(row: Mapping[str, object]) -> AccountRow:
    """One row of admin.account_list()."""
    facts = Facts(row)
    return AccountRow(
        account_id=facts.uuid("account_id"),
        person_id=facts.uuid("person_id"),
        name=facts.text("name"),
        login=facts.text("login"),
        jobs=facts.texts("jobs"),
        is_active=facts.yes("is_active"),
        must_change=facts.yes("must_change"),
        disabled_reason=facts.maybe_text("disabled_reason"),
        last_login_at=facts.maybe_moment("last_login_at"),
        online_since=facts.maybe_moment("online_since"),
        station=facts.maybe_text("station"),
        created_at=facts.moment("created_at"),
    )


def settings() -> Select[Any]:
    return select(*_SETTING).order_by(SettingRow.key)


def setting_record(row: Any) -> Setting:
    facts = Facts(row._mapping)
    sensitive = facts.yes("is_sensitive")
    return Setting(
        id=facts.uuid("id"),
        key=facts.text("key"),
        value=None if sensitive else facts.raw("value"),
        description=facts.maybe_text("description"),
        data_type=facts.text("data_type"),
        is_sensitive=sensitive,
        validation_rules=facts.raw("validation_rules"),
        environment=facts.text("environment"),
        last_modified_by=facts.maybe_uuid("last_modified_by"),
        created_at=facts.moment("created_at"),
        updated_at=facts.moment("updated_at"),
        version=facts.whole("version"),
    )


AUDIT_ORDER = (AuditLogRow.__table__.c.at, AuditLogRow.__table__.c.id)


def audit(only: AuditFilter, since: datetime | None, until: datetime | None) -> Select[Any]:
    """The lines that `only` lets through, from `since` (included) to `until` (not); for a keyset."""
    statement = select(*_AUDIT).outerjoin(WHO, WHO.c.id == AuditLogRow.actor_person_id)
    if since is not None:
        statement = statement.where(AuditLogRow.at >= since)
    if until is not None:
        statement = statement.where(AuditLogRow.at < until)
    if only.resource_type:
        statement = statement.where(AuditLogRow.resource_type == only.resource_type)
    if only.resource_id is not None:
        statement = statement.where(AuditLogRow.resource_id == only.resource_id)
    if only.action:
        statement = statement.where(AuditLogRow.action == only.action)
    if only.text.strip():
        text = only.text.strip()
        statement = statement.where(
            or_(
                AuditLogRow.login.icontains(text, autoescape=True),
                AuditLogRow.reason.icontains(text, autoescape=True),
                WHO.c.full_name.icontains(text, autoescape=True),
            )
        )
    return statement


def concerned(row: AuditRow) -> tuple[str, UUID] | None:
    """Whom or what a line concerns: one of `ABOUT` and an id; None when nothing says it."""
    if row.resource_type == "training.booking" and row.resource_id is not None:
        return "booking", row.resource_id
    for kind in ("booking", "person", "class"):
        for values in (row.new, row.old):
            if (found := values.get(f"{kind}_id")) is not None:
                return kind, UUID(str(found))
    kind = _OWN.get(row.resource_type, "")
    return (kind, row.resource_id) if kind and row.resource_id is not None else None


_OWN = {
    "training.check_in": "check_in",
    "training.class": "class",
    "training.course": "course",
    "people.person": "person",
}


def about(kind: str, ids: Collection[UUID]) -> Select[Any]:
    """Id and names of what lines concern: (id, name, course or None)."""
    nothing = literal(None)
    if kind == "person":
        return select(WHO.c.id, WHO.c.full_name, nothing).where(WHO.c.id.in_(ids))
    if kind == "course":
        return select(COURSE.c.id, COURSE.c.name, nothing).where(COURSE.c.id.in_(ids))
    if kind == "class":
        whole = CLASS.join(COURSE, COURSE.c.id == CLASS.c.course_id)
        return select(CLASS.c.id, COURSE.c.name, nothing).select_from(whole).where(CLASS.c.id.in_(ids))
    whole = (
        BOOKING.join(WHO, WHO.c.id == BOOKING.c.person_id)
        .join(CLASS, CLASS.c.id == BOOKING.c.class_id)
        .join(COURSE, COURSE.c.id == CLASS.c.course_id)
    )
    if kind == "booking":
        own = BOOKING.c.id
    else:
        whole, own = whole.join(CHECK_IN, CHECK_IN.c.booking_id == BOOKING.c.id), CHECK_IN.c.id
    return select(own, WHO.c.full_name, COURSE.c.name).select_from(whole).where(own.in_(ids))


def audit_record(row: Any) -> AuditRow:
    facts = Facts(row._mapping)
    old, new = facts.mapping("old_values"), facts.mapping("new_values")
    both = bool(old) and bool(new)
    names = [
        name for name in {**old, **new} if not (both and (name in _QUIET or old.get(name) == new.get(name)))
    ]
    station = facts.mapping("metadata").get("station")
    return AuditRow(
        id=facts.uuid("id"),
        at=facts.moment("at"),
        login=facts.text("login"),
        who=facts.maybe_text("who") or facts.text("login"),
        actor_type=facts.text("actor_type"),
        action=facts.text("action"),
        resource_type=facts.text("resource_type"),
        resource_id=facts.maybe_uuid("resource_id"),
        old={name: old[name] for name in names if name in old},
        new={name: new[name] for name in names if name in new},
        reason=facts.maybe_text("reason"),
        station=str(station) if station else None,
        op_id=facts.maybe_uuid("op_id"),
    )
