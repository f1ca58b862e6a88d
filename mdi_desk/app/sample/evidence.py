"""Signed waivers as rows, with the evidence exactly as desk and server would have written it down."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from mdi_desk import __version__
from mdi_desk.app.sample.people import Chance
from mdi_desk.app.sample.records import Drawn, Signature
from mdi_desk.app.sample.texts import Text

Row = tuple[Any, ...]
AGENT = f"MDI Desk {__version__}"


def signatures(chance: Chance, some: Iterable[Signature], ink: Mapping[UUID, Drawn]) -> Iterator[Row]:
    """waivers.signature, with the ink of each by its id."""
    texts: dict[tuple[UUID, str], tuple[str, str]] = {}
    for one in some:
        text = one.version.text(one.signer.locale)
        key = (one.version.id, text.locale)
        words, digest = texts.get(key) or texts.setdefault(key, (full_text(text), text_sha256(text)))
        op = chance.uuid(one.signed_at)
        drawn = ink[one.id]
        evidence = canonical(evidence_of(chance, one, drawn, text.locale, digest, op))
        yield (
            one.id,
            one.person.id,
            None,
            one.version.id,
            one.version.name,
            text.locale,
            words,
            digest,
            one.signer.full,
            one.kind,
            one.guardian.id if one.guardian else None,
            one.person.relationship if one.guardian else None,
            one.signed_at,
            one.signed_at,
            one.valid_until,
            one.person.birth,
            drawn.path,
            drawn.width,
            drawn.height,
            drawn.sealed,
            drawn.sha256,
            drawn.samples,
            evidence,
            hashlib.sha256(evidence.encode()).hexdigest(),
            one.station,
            one.witness.id,
            AGENT,
            op,
            one.signed_at,
        )


def full_text(text: Text) -> str:
    """The words as they stood on the screen: what the digest is made of."""
    return f"{text.title}\n{text.body}\n{text.consent}"


def text_sha256(text: Text) -> str:
    """As the database computes it."""
    return hashlib.sha256(full_text(text).encode()).hexdigest()


def evidence_of(
    chance: Chance, one: Signature, drawn: Drawn, locale: str, text_digest: str, op: UUID
) -> dict[str, object]:
    """What the desk and the server write down at a signing."""
    return {
        "desk": {
            "dwell_ms": chance.randrange(21_000, 140_000),
            "scrolled_to_end": True,
            "device": drawn.device,
            "screen": "1920x1080",
            "consent_given": True,
            "user_agent": AGENT,
        },
        "server": {
            "signature_id": str(one.id),
            "person_id": str(one.person.id),
            "version_id": str(one.version.id),
            "version": one.version.name,
            "locale": locale,
            "text_sha256": text_digest,
            "signed_name": one.signer.full,
            "signer_kind": one.kind,
            "guardian_id": str(one.guardian.id) if one.guardian else None,
            "relationship": one.person.relationship if one.guardian else None,
            "by_mark": False,
            "mark_witness": None,
            "birth_date": one.person.birth.isoformat() if one.person.birth else None,
            "ink_sha256": drawn.sha256,
            "ink_path_sha256": hashlib.sha256(drawn.path.encode()).hexdigest(),
            "signed_at": _utc(one.signed_at),
            "recorded_at": _utc(one.signed_at),
            "valid_until": _utc(one.valid_until),
            "account": str(one.witness.id),
            "login": one.witness.login,
            "station": one.station,
            "address": None,
            "op_id": str(op),
        },
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(value: object) -> str:
    """`value` as PostgreSQL writes a jsonb: keys by length, then by bytes. So its digest is the database's.
    """

    def ordered(part: object) -> object:
        if isinstance(part, dict):
            keys = sorted(part, key=lambda key: (len(key.encode()), key.encode()))
            return {key: ordered(part[key]) for key in keys}
        return part

    return json.dumps(ordered(value), ensure_ascii=False, separators=(", ", ": "))
