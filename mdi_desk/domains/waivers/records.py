"""Waivers as a screen shows them: texts, states, what a signing hands in, evidence, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from mdi_desk.domains.people.records import Formats
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.ink import Ink
from mdi_desk.kernel.words import tr

SignerKind = Literal["self", "guardian"]
ChipKind = Literal["ok", "warn", "bad", "neutral", "accent", "pending"]


@dataclass(frozen=True, slots=True)
class WaiverText:
    """The published version of a waiver in one language. `sha256` is of the exact words to be signed."""

    template_id: UUID
    version_id: UUID
    version: str
    locale: str
    title: str
    body: str
    consent: str
    sha256: str
    validity_months: int
    locales: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs, which an empty line parts."""
        return tuple(part.strip() for part in self.body.split("\n\n") if part.strip())


@dataclass(frozen=True, slots=True)
class WaiverState:
    """How one person stands with one waiver.

    `state`: valid, missing, expired, old_version, needs_guardian, now_adult. `valid_until` and `version` are
    those of the newest signature, where there is one.
    """

    state: str
    valid_until: datetime | None
    version: str | None
    signature_id: UUID | None
    signer_kind: str | None

    @property
    def valid(self) -> bool:
        """Whether the gate would let the person through today."""
        return self.state == "valid"


@dataclass(frozen=True, slots=True)
class SigningEvidence:
    """How the signing went at this desk: dwell time on the text in milliseconds, and what was used."""

    dwell_ms: int
    scrolled_to_end: bool
    device: str
    screen: str
    consent_given: bool = True
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignWaiver:
    """Everything of one signing. Make it once per attempt: `id` and `op_id` make a retry the same signing.

    `text` is what stood on the screen; `signed_at` this station's clock when the pen was lifted last.
    `guardian_id` and `relationship` when the guardian of a minor signs; `mark_witness` names who saw a mark
    being made.
    """

    id: UUID
    op_id: UUID
    person_id: UUID
    text: WaiverText
    signed_name: str
    ink: Ink = field(repr=False)
    signed_at: datetime
    evidence: SigningEvidence
    signer_kind: SignerKind = "self"
    guardian_id: UUID | None = None
    relationship: str | None = None
    by_mark: bool = False
    mark_witness: str = ""
    booking_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SignedWaiver:
    """The answer to a signing. `pending`: safe at this station, not yet confirmed, so unknown to the gate."""

    signature_id: UUID
    person_id: UUID
    version: str
    valid_until: datetime | None
    state: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class SignedWaiverRow:
    """One signature in a person's list."""

    id: UUID
    person_id: UUID
    title: str
    version: str
    locale: str
    signed_name: str
    signer_kind: str
    guardian_id: UUID | None
    guardian_name: str | None
    relationship: str | None
    by_mark: bool
    signed_at: datetime
    valid_until: datetime
    station: str
    booking_id: UUID | None
    revoked_at: datetime | None
    revoke_reason: str | None


@dataclass(frozen=True, slots=True)
class WaiverEvidence:
    """One signature with all that its paper shows; never the raw pen samples.

    `ink_path` is the drawn outline (see `kernel.ink.parse_path`) on a pad of `ink_width` x `ink_height`; an
    auditor gets none.
    `evidence` is what the desk and the server wrote down at signing; `evidence_sha256` its digest.
    """

    signature_id: UUID
    person_id: UUID
    person_name: str
    person_birth_date: date | None
    template_name: str
    title: str
    body: str
    consent: str
    version: str
    locale: str
    text_sha256: str
    signed_name: str
    signer_kind: str
    guardian_id: UUID | None
    guardian_name: str | None
    relationship: str | None
    by_mark: bool
    mark_witness: str | None
    signed_at: datetime
    recorded_at: datetime
    valid_until: datetime
    ink_path: str | None
    ink_width: float
    ink_height: float
    ink_sha256: str
    ink_samples: int
    station: str
    witness_name: str | None
    ip_address: str | None
    op_id: UUID
    booking_id: UUID | None
    course_name: str | None
    location_name: str | None
    class_starts_at: datetime | None
    revoked_at: datetime | None
    revoke_reason: str | None
    evidence: Mapping[str, object]
    evidence_sha256: str


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of waiver."""

    id: UUID
    name: str
    is_active: bool
    version: str | None
    validity_months: int | None


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One version of a waiver and the languages it exists in."""

    id: UUID
    template_id: UUID
    version: str
    status: str
    validity_months: int
    published_at: datetime | None
    locales: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionText:
    """The words of a new version in one language (two letters). An empty line parts the body's paragraphs."""

    locale: str
    title: str
    body: str
    consent: str


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to publish in place of the one in force; whoever signed that one is asked to sign again.

    Made once per attempt: the same again is a retry.
    """

    template_id: UUID
    version: str
    texts: tuple[VersionText, ...]
    validity_months: int = 12
    version_id: UUID = field(default_factory=uuid7)
    op_id: UUID = field(default_factory=uuid7)


@dataclass(frozen=True, slots=True)
class Published:
    """A version in force."""

    version_id: UUID
    version: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Revoked:
    """A signature that no longer counts."""

    signature_id: UUID
    person_id: UUID
    pending: bool = False


def state_words(state: str, until: datetime | None, version: str | None, show: Formats) -> tuple[str, str]:
    """How somebody stands with a waiver: ``Waiver missing`` and ``version 2026-03 not signed``."""
    known = version or ""
    day = show.day(until) if until is not None else ""
    if state == "valid":
        return tr("Waiver valid"), tr("until {day}", day=day) if day else ""
    if state == "expired":
        return tr("Waiver expired"), tr("it was valid until {day}", day=day) if day else tr("sign it again")
    if state == "old_version":
        return tr("Waiver out of date"), _outdated(known)
    if state == "needs_guardian":
        return tr("Guardian must sign"), tr("a minor’s waiver is signed by their guardian")
    if state == "now_adult":
        return tr("Waiver to sign again"), tr("of age now, so the guardian’s signature no longer counts")
    return tr("Waiver missing"), _not_signed(known)


def _outdated(signed: str) -> str:
    if not signed:
        return tr("there is a newer version")
    return tr("signed version {version}, a newer one is in force", version=signed)


def _not_signed(version: str) -> str:
    return tr("version {version} not signed", version=version) if version else tr("not signed yet")


def state_chip(
    state: str | None, until: datetime | None, by_guardian: bool, show: Formats
) -> tuple[ChipKind, str]:
    """The chip of a roster: kind and text, as ``("ok", "Valid to May")`` or ``("warn", "No waiver")``."""
    if state is None or state == "none_needed":
        return "neutral", tr("Not needed")
    if state == "valid":
        if by_guardian:
            return "ok", tr("Guardian")
        return "ok", tr("Valid to {month}", month=show.month(until)) if until is not None else tr("Valid")
    if state == "expired":
        return "bad", tr("Expired")
    if state == "old_version":
        return "warn", tr("New version")
    if state == "needs_guardian":
        return "warn", tr("Guardian to sign")
    if state == "now_adult":
        return "warn", tr("Now of age")
    if state == "pending":
        return "pending", tr("Pending")
    return "warn", tr("No waiver")
