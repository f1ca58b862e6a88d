"""admin.*: accounts, sessions, settings, audit. What no desk may read is not mapped."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import INET
from sqlalchemy.orm import Mapped, mapped_column

from mdi_desk.db.base import Base


class SettingRow(Base):
    """The institute's settings: name, zone, currency, rules with a value."""

    __tablename__ = "setting"
    __table_args__ = ({"schema": "admin"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str]
    value: Mapped[dict[str, Any]]
    description: Mapped[str | None]
    data_type: Mapped[str]
    is_sensitive: Mapped[bool]
    validation_rules: Mapped[dict[str, Any] | None]
    environment: Mapped[str]
    last_modified_by: Mapped[UUID | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class AccountRow(Base):
    """A staff or partner login: one per person. Written by functions only."""

    __tablename__ = "account"
    __table_args__ = ({"schema": "admin"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    login: Mapped[str]
    jobs: Mapped[list[str]]
    is_active: Mapped[bool]
    must_change: Mapped[bool]
    password_set_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    disabled_reason: Mapped[str | None]
    last_login_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class DeskSessionRow(Base):
    """Who was signed in where and when. Written by functions only."""

    __tablename__ = "desk_session"
    __table_args__ = ({"schema": "admin"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    user_type: Mapped[str]
    station: Mapped[str]
    device_info: Mapped[dict[str, Any]]
    location: Mapped[dict[str, Any]]
    ip_address: Mapped[str | None] = mapped_column(INET)
    user_agent: Mapped[str | None]
    token_hash: Mapped[str | None]
    admin_level: Mapped[str | None]
    permissions_granted: Mapped[list[str] | None]
    created_at: Mapped[datetime]
    last_activity_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
    pages_visited: Mapped[list[str]]
    actions_performed: Mapped[int]
    is_suspicious: Mapped[bool]
    security_flags: Mapped[dict[str, Any] | None]


class AuditLogRow(Base):
    """Who changed what and when, written by triggers; nobody can change or delete a row."""

    __tablename__ = "audit_log"
    __table_args__ = ({"schema": "admin"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    login: Mapped[str]
    actor_person_id: Mapped[UUID | None]
    actor_type: Mapped[str]
    actor_ip: Mapped[str | None] = mapped_column(INET)
    action: Mapped[str]
    resource_type: Mapped[str]
    resource_id: Mapped[UUID | None]
    old_values: Mapped[dict[str, Any] | None]
    new_values: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None]
    metadata_: Mapped[dict[str, Any] | None] = mapped_column("metadata")
    op_id: Mapped[UUID | None]
    user_agent: Mapped[str | None]
    created_at: Mapped[datetime]
