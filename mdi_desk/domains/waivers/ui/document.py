"""The signed waiver as a paper: opened, saved, printed from wherever a signature is listed."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mdi_desk.domains.people.records import label_of, relationships
from mdi_desk.domains.waivers.pdf import WaiverPaper, waiver_pdf
from mdi_desk.domains.waivers.records import WaiverEvidence
from mdi_desk.domains.waivers.service import WaiverService
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.errors import Forbidden, UserError
from mdi_desk.kernel.words import tr
from mdi_desk.qt import show
from mdi_desk.qt.context import Context, Institute
from mdi_desk.qt.papers import Papers

UNNAMED = ("core pointer", "Virtual core pointer")  # what the toolkit calls a pointer it knows nothing of


def waiver_paper(seen: WaiverEvidence, institute: Institute) -> WaiverPaper:
    """The paper of a signature. Raises `Forbidden` for somebody who may not see the ink."""
    if seen.ink_path is None:
        raise Forbidden(tr("Your job does not show signatures. Ask a manager for the paper."))
    desk = seen.evidence.get("desk")
    facts = desk if isinstance(desk, dict) else dict(seen.evidence)
    kind: Literal["self", "guardian"] = "guardian" if seen.signer_kind == "guardian" else "self"
    return WaiverPaper(
        institute=institute.name,
        title=seen.title,
        body=seen.body,
        consent=seen.consent,
        locale=seen.locale,
        version=seen.version,
        text_sha256=seen.text_sha256,
        participant=seen.person_name,
        participant_birth=seen.person_birth_date,
        signer=seen.guardian_name or seen.signed_name if kind == "guardian" else seen.signed_name,
        ink_path=seen.ink_path,
        ink_width=seen.ink_width,
        ink_height=seen.ink_height,
        ink_samples=seen.ink_samples,
        ink_sha256=seen.ink_sha256,
        signed_at=seen.signed_at,
        recorded_at=seen.recorded_at,
        zone=institute.zone.key,
        signature_id=str(seen.signature_id),
        op_id=str(seen.op_id),
        evidence_sha256=seen.evidence_sha256,
        signer_kind=kind,
        relationship=label_of(relationships(), seen.relationship) if seen.relationship else "",
        by_mark=seen.by_mark,
        mark_witness=seen.mark_witness or "",
        valid_until=seen.valid_until,
        station=seen.station,
        course=seen.course_name or "",
        place=seen.location_name or "",
        device=_text(facts, "ink_device"),
        device_name="" if _text(facts, "device") in UNNAMED else _text(facts, "device"),
        screen=_text(facts, "screen"),
        ip_address=seen.ip_address or "",
        staff_witness=seen.witness_name or "",
        dwell_ms=_number(facts, "dwell_ms"),
        scrolled_to_end=_yes(facts, "scrolled_to_end"),
        consent_given=_yes(facts, "consent_given"),
        consent_version=_text(facts, "consent_version"),
        revoked_at=seen.revoked_at,
        revoke_reason=seen.revoke_reason or "",
        contact=tuple(line for line in (institute.address, show.phone(institute.phone)) if line),
        paper="a4" if institute.paper == "a4" else "letter",
    )


def _text(facts: dict[str, object], name: str) -> str:
    value = facts.get(name)
    return value if isinstance(value, str) else ""


def _number(facts: dict[str, object], name: str) -> int | None:
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _yes(facts: dict[str, object], name: str) -> bool | None:
    value = facts.get(name)
    return value if isinstance(value, bool) else None


def waiver_document(waivers: WaiverService, actor: Actor, signature_id: UUID, institute: Institute) -> bytes:
    """The PDF of a signature, read and made: for a worker. Raises `NotFound`, `Forbidden`, `UserError`."""
    seen = waivers.paper(actor, signature_id)
    paper = waiver_paper(seen, institute)
    try:
        return waiver_pdf(paper)
    except ValueError as error:
        raise UserError(tr("The stored signature is damaged. Tell an administrator.")) from error


class WaiverDocument(QObject):
    """Opens, saves and prints signed waivers for one view."""

    def __init__(self, context: Context, waivers: WaiverService, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._waivers = context, waivers
        self._papers = Papers(context, owner)

    def _make(self, signature_id: UUID) -> bytes:
        return waiver_document(self._waivers, self._context.actor, signature_id, self._context.institute)

    @staticmethod
    def name(person: str, signed_at: datetime | None) -> str:
        """The file's name, without its ending."""
        day = signed_at.date().isoformat() if signed_at is not None else ""
        plain = "".join(char for char in person if char.isalnum() or char in " -'’").strip()
        return " ".join(part for part in (tr("Waiver"), plain, day) if part)

    def open(self, signature_id: UUID, person: str = "", signed_at: datetime | None = None) -> None:
        """Show it in the system's reader."""
        self._papers.open(lambda: self._make(signature_id), self.name(person, signed_at))

    def save(self, signature_id: UUID, person: str = "", signed_at: datetime | None = None) -> None:
        """Ask where to, and save it there."""
        self._papers.save(lambda: self._make(signature_id), self.name(person, signed_at))

    def print(self, signature_id: UUID, person: str = "", signed_at: datetime | None = None) -> None:
        """Ask for a printer, and print it."""
        self._papers.print(lambda: self._make(signature_id), self.name(person, signed_at))
