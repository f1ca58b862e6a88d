"""people.*: one human, one row. What no desk may read is not mapped."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from mdi_desk.db.base import Base


class PersonRow(Base):
    """One human, one row: customers, guardians, guests, partner contacts, instructors and staff."""

    __tablename__ = "person"
    __table_args__ = ({"schema": "people"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    given_name: Mapped[str]
    family_name: Mapped[str]
    full_name: Mapped[str]
    sort_key: Mapped[str]
    roles: Mapped[list[str]]
    email: Mapped[str | None]
    email_verified: Mapped[bool]
    phone: Mapped[str | None]
    birth_date: Mapped[date | None]
    locale: Mapped[str]
    timezone: Mapped[str | None]
    avatar_url: Mapped[str | None]
    bio: Mapped[str | None]
    auth_provider: Mapped[str]
    newsletter_opt: Mapped[bool]
    is_profile_public: Mapped[bool]
    allow_contact_by_sponsors: Mapped[bool]
    notification_preferences: Mapped[dict[str, Any]]
    id_type: Mapped[str | None]
    id_country: Mapped[str | None]
    id_media_url: Mapped[str | None]
    id_verified_at: Mapped[datetime | None]
    id_verified_by: Mapped[UUID | None]
    code: Mapped[str]
    notes: Mapped[str | None]
    is_active: Mapped[bool]
    last_login_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class AddressRow(Base):
    """Postal addresses of a person; one may be the default."""

    __tablename__ = "address"
    __table_args__ = ({"schema": "people"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    type: Mapped[str]
    line1: Mapped[str | None]
    line2: Mapped[str | None]
    city: Mapped[str | None]
    region: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str]
    is_default: Mapped[bool]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class GuardianshipRow(Base):
    """Who may sign for whom while they are a minor. Written by functions only."""

    __tablename__ = "guardianship"
    __table_args__ = ({"schema": "people"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    guardian_id: Mapped[UUID]
    relationship: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]


class IdVerificationRow(Base):
    """Checks of an identity document; the file itself is destroyed 30 days after."""

    __tablename__ = "id_verification"
    __table_args__ = ({"schema": "people"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    document_type: Mapped[str | None]
    file_url: Mapped[str | None]
    file_hash: Mapped[str | None]
    verified: Mapped[bool]
    verified_by: Mapped[UUID | None]
    verified_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]
