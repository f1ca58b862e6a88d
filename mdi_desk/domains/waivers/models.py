"""waivers.*: texts in versions, signatures. What no desk may read is not mapped."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import INET
from sqlalchemy.orm import Mapped, mapped_column

from mdi_desk.db.base import Base


class TemplateRow(Base):
    """A kind of waiver; its texts live in versions."""

    __tablename__ = "template"
    __table_args__ = ({"schema": "waivers"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_active: Mapped[bool]
    created_at: Mapped[datetime]


class TemplateVersionRow(Base):
    """One version of a waiver; once published its texts never change. One is published at a time."""

    __tablename__ = "template_version"
    __table_args__ = ({"schema": "waivers"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    template_id: Mapped[UUID]
    version: Mapped[str]
    status: Mapped[str]
    validity_months: Mapped[int]
    published_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]
    created_at: Mapped[datetime]


class TemplateTextRow(Base):
    """The words of a version in one language: paragraphs parted by an empty line."""

    __tablename__ = "template_text"
    __table_args__ = ({"schema": "waivers"},)

    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    locale: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    body: Mapped[str]
    consent: Mapped[str]
    sha256: Mapped[str]


class SignatureRow(Base):
    """A signed waiver with its evidence. Written once by waivers.sign; only a revocation is ever added."""

    __tablename__ = "signature"
    __table_args__ = ({"schema": "waivers"},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    booking_id: Mapped[UUID | None]
    version_id: Mapped[UUID]
    waiver_version: Mapped[str]
    locale: Mapped[str]
    waiver_text: Mapped[str]
    text_sha256: Mapped[str]
    signed_name: Mapped[str]
    signer_kind: Mapped[str]
    guardian_id: Mapped[UUID | None]
    relationship: Mapped[str | None]
    by_mark: Mapped[bool]
    mark_witness: Mapped[str | None]
    signed_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    valid_until: Mapped[datetime]
    signer_birth_date: Mapped[date | None]
    ink_path: Mapped[str]
    ink_width: Mapped[float]
    ink_height: Mapped[float]
    ink_sha256: Mapped[str]
    ink_samples: Mapped[int]
    evidence: Mapped[dict[str, Any]]
    evidence_sha256: Mapped[str]
    station: Mapped[str]
    witness_id: Mapped[UUID | None]
    ip_address: Mapped[str | None] = mapped_column(INET)
    user_agent: Mapped[str | None]
    op_id: Mapped[UUID]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoke_reason: Mapped[str | None]
    created_at: Mapped[datetime]
