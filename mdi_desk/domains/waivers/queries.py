"""Selects on waivers.*, and the way from a row or an answer to its record."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, column, func, select, table

from mdi_desk.domains.waivers.models import SignatureRow, TemplateRow, TemplateTextRow, TemplateVersionRow
from mdi_desk.domains.waivers.records import (
    SignedWaiverRow,
    Template,
    TemplateVersion,
    WaiverEvidence,
    WaiverState,
    WaiverText,
)
from mdi_desk.kernel.facts import Facts

# Names only: the person's row itself belongs to people.
GUARDIAN = table("person", column("id"), column("full_name"), schema="people").alias("guardian")
_SIGNED: tuple[Any, ...] = (
    SignatureRow.id,
    SignatureRow.person_id,
    SignatureRow.waiver_version,
    SignatureRow.locale,
    SignatureRow.signed_name,
    SignatureRow.signer_kind,
    SignatureRow.guardian_id,
    SignatureRow.relationship,
    SignatureRow.by_mark,
    SignatureRow.signed_at,
    SignatureRow.valid_until,
    SignatureRow.station,
    SignatureRow.booking_id,
    SignatureRow.revoked_at,
    SignatureRow.revoke_reason,
    TemplateTextRow.title,
    GUARDIAN.c.full_name.label("guardian_name"),
)
_TEMPLATE: tuple[Any, ...] = (
    TemplateRow.id,
    TemplateRow.name,
    TemplateRow.is_active,
    TemplateVersionRow.version,
    TemplateVersionRow.validity_months,
)
_VERSION: tuple[Any, ...] = (
    TemplateVersionRow.id,
    TemplateVersionRow.template_id,
    TemplateVersionRow.version,
    TemplateVersionRow.status,
    TemplateVersionRow.validity_months,
    TemplateVersionRow.published_at,
)


def text_record(answer: object) -> WaiverText:
    """The answer of waivers.current()."""
    facts = Facts(answer)
    return WaiverText(
        template_id=facts.uuid("template_id"),
        version_id=facts.uuid("version_id"),
        version=facts.text("version"),
        locale=facts.text("locale"),
        title=facts.text("title"),
        body=facts.text("body"),
        consent=facts.text("consent"),
        sha256=facts.text("sha256"),
        validity_months=facts.whole("validity_months"),
        locales=facts.texts("locales"),
    )


def evidence_record(answer: object) -> WaiverEvidence:
    """The answer of waivers.document()."""
    facts = Facts(answer)
    held = facts.maybe_under("class")
    return WaiverEvidence(
        signature_id=facts.uuid("signature_id"),
        person_id=facts.uuid("person_id"),
        person_name=facts.text("person_name"),
        person_birth_date=facts.maybe_day("birth_date"),
        template_name=facts.text("template"),
        title=facts.text("title"),
        body=facts.text("body"),
        consent=facts.text("consent"),
        version=facts.text("version"),
        locale=facts.text("locale"),
        text_sha256=facts.text("text_sha256"),
        signed_name=facts.text("signed_name"),
        signer_kind=facts.text("signer_kind"),
        guardian_id=facts.maybe_uuid("guardian_id"),
        guardian_name=facts.maybe_text("guardian_name"),
        relationship=facts.maybe_text("relationship"),
        by_mark=facts.yes("by_mark"),
        mark_witness=facts.maybe_text("mark_witness"),
        signed_at=facts.moment("signed_at"),
        recorded_at=facts.moment("recorded_at"),
        valid_until=facts.moment("valid_until"),
        ink_path=facts.maybe_text("ink_path"),
        ink_width=float(facts.raw("ink_width")),
        ink_height=float(facts.raw("ink_height")),
        ink_sha256=facts.text("ink_sha256"),
        ink_samples=facts.whole("ink_samples"),
        station=facts.text("station", ""),
        witness_name=facts.maybe_text("witness"),
        ip_address=facts.maybe_text("ip_address"),
        op_id=facts.uuid("op_id"),
        booking_id=facts.maybe_uuid("booking_id"),
        course_name=held.maybe_text("course") if held else None,
        location_name=held.maybe_text("location") if held else None,
        class_starts_at=held.maybe_moment("starts_at") if held else None,
        revoked_at=facts.maybe_moment("revoked_at"),
        revoke_reason=facts.maybe_text("revoke_reason"),
        evidence=facts.mapping("evidence"),
        evidence_sha256=facts.text("evidence_sha256"),
    )


def signer(signature_id: UUID) -> Select[Any]:
    """Whose waiver it is."""
    return select(SignatureRow.person_id).where(SignatureRow.id == signature_id)


def state_record(row: object) -> WaiverState:
    """A row of waivers.state()."""
    facts = Facts(row)
    return WaiverState(
        state=facts.text("state"),
        valid_until=facts.maybe_moment("valid_until"),
        version=facts.maybe_text("version"),
        signature_id=facts.maybe_uuid("signature_id"),
        signer_kind=facts.maybe_text("signer_kind"),
    )


def usual_template() -> Select[Any]:
    """The waiver meant where none is named: the first active one with a published version."""
    return (
        select(TemplateRow.id)
        .join(
            TemplateVersionRow,
            and_(TemplateVersionRow.template_id == TemplateRow.id, TemplateVersionRow.status == "published"),
        )
        .where(TemplateRow.is_active)
        .order_by(TemplateRow.created_at, TemplateRow.id)
        .limit(1)
    )


def signed(person_id: UUID) -> Select[Any]:
    """A person's signatures, the newest first, revoked ones too."""
    return (
        select(*_SIGNED)
        .join(
            TemplateTextRow,
            and_(
                TemplateTextRow.version_id == SignatureRow.version_id,
                TemplateTextRow.locale == SignatureRow.locale,
            ),
            isouter=True,
        )
        .outerjoin(GUARDIAN, GUARDIAN.c.id == SignatureRow.guardian_id)
        .where(SignatureRow.person_id == person_id)
        .order_by(SignatureRow.signed_at.desc(), SignatureRow.id.desc())
    )


def signed_record(row: Any) -> SignedWaiverRow:
    facts = Facts(row._mapping)
    return SignedWaiverRow(
        id=facts.uuid("id"),
        person_id=facts.uuid("person_id"),
        title=facts.text("title", ""),
        version=facts.text("waiver_version"),
        locale=facts.text("locale"),
        signed_name=facts.text("signed_name"),
        signer_kind=facts.text("signer_kind"),
        guardian_id=facts.maybe_uuid("guardian_id"),
        guardian_name=facts.maybe_text("guardian_name"),
        relationship=facts.maybe_text("relationship"),
        by_mark=facts.yes("by_mark"),
        signed_at=facts.moment("signed_at"),
        valid_until=facts.moment("valid_until"),
        station=facts.text("station", ""),
        booking_id=facts.maybe_uuid("booking_id"),
        revoked_at=facts.maybe_moment("revoked_at"),
        revoke_reason=facts.maybe_text("revoke_reason"),
    )


def templates() -> Select[Any]:
    return (
        select(*_TEMPLATE)
        .outerjoin(
            TemplateVersionRow,
            and_(TemplateVersionRow.template_id == TemplateRow.id, TemplateVersionRow.status == "published"),
        )
        .order_by(TemplateRow.name, TemplateRow.id)
    )


def template_record(row: Any) -> Template:
    facts = Facts(row._mapping)
    return Template(
        id=facts.uuid("id"),
        name=facts.text("name"),
        is_active=facts.yes("is_active"),
        version=facts.maybe_text("version"),
        validity_months=facts.maybe_whole("validity_months"),
    )


def versions(template_id: UUID) -> Select[Any]:
    """A waiver's versions, the newest first, each with the languages it exists in."""
    locales = (
        select(func.array_agg(TemplateTextRow.locale))
        .where(TemplateTextRow.version_id == TemplateVersionRow.id)
        .scalar_subquery()
    )
    return (
        select(*_VERSION, locales.label("locales"))
        .where(TemplateVersionRow.template_id == template_id)
        .order_by(TemplateVersionRow.created_at.desc(), TemplateVersionRow.id.desc())
    )


def version_record(row: Any) -> TemplateVersion:
    facts = Facts(row._mapping)
    return TemplateVersion(
        id=facts.uuid("id"),
        template_id=facts.uuid("template_id"),
        version=facts.text("version"),
        status=facts.text("status"),
        validity_months=facts.whole("validity_months"),
        published_at=facts.maybe_moment("published_at"),
        locales=tuple(sorted(facts.texts("locales"))),
    )
