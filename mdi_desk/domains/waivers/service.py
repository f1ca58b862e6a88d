"""Waivers: texts, states, signing, papers. One method, one transaction, one permission."""

import getpass
import hashlib
import platform
from uuid import UUID

from mdi_desk import __version__
from mdi_desk.db.session import DeskSession
from mdi_desk.domains.people.records import relationships
from mdi_desk.domains.people.service import Effects
from mdi_desk.domains.waivers import access, queries
from mdi_desk.domains.waivers.records import (
    NewVersion,
    Published,
    Revoked,
    SignedWaiver,
    SignedWaiverRow,
    SignWaiver,
    Template,
    TemplateVersion,
    WaiverEvidence,
    WaiverState,
    WaiverText,
)
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel import ink as drawn
from mdi_desk.kernel.access import Actor, needs
from mdi_desk.kernel.changes import Change, Changed
from mdi_desk.kernel.clock import Clock
from mdi_desk.kernel.errors import Invalid, NotFound
from mdi_desk.kernel.ids import uuid7
from mdi_desk.kernel.words import tr

SIGNATURE = "waivers.signature"
PERSON = "people.person"
LOCALES = ("en", "fr")


class WaiverService:
    """What is to be signed, what was signed, and signing it."""

    def __init__(self, work: DeskSession, sender: Sender, clock: Clock) -> None:
        self._work = work
        self._effects = Effects(work, sender)
        self._clock = clock

    # -- reading ----------------------------------------------------------------------------------------

    @needs(access.TEXT)
    def current(self, actor: Actor, locale: str = "en", template_id: UUID | None = None) -> WaiverText:
        """The published text of a waiver in `locale` (two letters), in English where it has no such one.

        Without `template_id` the institute's usual waiver (instructors always name it: the class's course has
        it). Raises `NotFound` when none is published.
        """
        answer = self._work.call("waivers.current", self._template(template_id), locale[:2].lower())
        if answer is None:
            raise _no_waiver()
        if actor.may(access.SIGN):
            # So that it can be signed even when the server goes away meanwhile.
            self._effects.seal_key()
        return queries.text_record(answer)

    @needs(access.STATE)
    def state(self, actor: Actor, person_id: UUID, template_id: UUID | None = None) -> WaiverState:
        """How somebody stands with a waiver now, by the rule that the gate asks. `NotFound`: not for you."""
        rows = self._work.rows("waivers.state", person_id, self._template(template_id), self._clock())
        if not rows:
            raise NotFound(tr("This person is not there any more, or not for your job."))
        return queries.state_record(rows[0])

    @needs(access.READ)
    def list(self, actor: Actor, person_id: UUID) -> tuple[SignedWaiverRow, ...]:
        """What somebody signed, the newest first, with what was revoked."""
        with self._work.reading() as unit:
            return tuple(queries.signed_record(row) for row in unit.execute(queries.signed(person_id)))

    @needs(access.READ)
    def paper(self, actor: Actor, signature_id: UUID) -> WaiverEvidence:
        """A signature with everything its paper shows. Raises `NotFound`."""
        answer = self._work.call("waivers.document", signature_id)
        if answer is None:
            raise NotFound(tr("This signature is not there any more, or not for your job."))
        return queries.evidence_record(answer)

    @needs(access.READ)
    def templates(self, actor: Actor) -> tuple[Template, ...]:
        """The kinds of waiver, each with its published version."""
        with self._work.reading() as unit:
            return tuple(queries.template_record(row) for row in unit.execute(queries.templates()))

    @needs(access.READ)
    def versions(self, actor: Actor, template_id: UUID) -> tuple[TemplateVersion, ...]:
        """A waiver's versions, the newest first."""
        with self._work.reading() as unit:
            return tuple(queries.version_record(row) for row in unit.execute(queries.versions(template_id)))

    # -- changing ---------------------------------------------------------------------------------------

    @needs(access.SIGN)
    def sign(self, actor: Actor, signing: SignWaiver) -> Changed[SignedWaiver]:
        """Keeps a signature with its evidence; the gate knows at once. May wait for the server.

        The same `signing` again is the same signature. Raises `Invalid` (ink, signed_name, guardian_id,
        relationship, mark_witness, consent), or `Refused`.
        """
        wrong = _wrong(signing)
        if wrong:
            raise Invalid(next(iter(wrong.values())), wrong)
        answer = self._effects.do(
            actor,
            "waivers.sign",
            signing.op_id,
            self._args(actor, signing),
            label=signing.signed_name,
            at=signing.signed_at,
        )
        changes = (
            Change(SIGNATURE, frozenset({signing.id}), str(signing.op_id)),
            Change(PERSON, frozenset({signing.person_id}), str(signing.op_id)),
        )
        if answer.pending:
            done = SignedWaiver(signing.id, signing.person_id, signing.text.version, None, "pending", True)
        else:
            done = SignedWaiver(
                signature_id=answer.facts.uuid("signature_id"),
                person_id=signing.person_id,
                version=signing.text.version,
                valid_until=answer.facts.moment("valid_until"),
                state=answer.facts.text("state"),
            )
        return Changed(done, changes)

    @needs(access.REVOKE)
    def revoke(
        self, actor: Actor, signature_id: UUID, reason: str, *, op: UUID | None = None
    ) -> Changed[Revoked]:
        """The signature counts no more; it stays on file. Raises `Invalid` without a reason."""
        if not reason.strip():
            sentence = tr("Write down the reason first.")
            raise Invalid(sentence, {"reason": sentence})
        op_id = op or uuid7()
        with self._work.reading() as unit:
            found = unit.execute(queries.signer(signature_id)).scalar_one_or_none()
        if found is None:
            raise NotFound(tr("This signature is not there any more, or not for your job."))
        person_id = UUID(str(found))
        answer = self._effects.do(
            actor, "waivers.revoke", op_id, {"signature_id": str(signature_id), "reason": reason.strip()}
        )
        changes = (
            Change(SIGNATURE, frozenset({signature_id}), str(op_id)),
            Change(PERSON, frozenset({person_id}), str(op_id)),
        )
        return Changed(Revoked(signature_id, person_id, answer.pending), changes)

    @needs(access.PUBLISH)
    def publish(self, actor: Actor, new: NewVersion) -> Changed[Published]:
        """Puts a new version in force, and the one before out of it. The gate asks for the new one at once.

        Raises `Invalid` (version, texts, validity_months), `Refused`.
        """
        wrong: dict[str, str] = {}
        if not 1 <= len(new.version.strip()) <= 20:
            wrong["version"] = tr("A version has 1 to 20 letters, for example 2026-03.")
        if not 1 <= new.validity_months <= 120:
            wrong["validity_months"] = tr("A waiver is valid for 1 to 120 months.")
        locales = [words.locale for words in new.texts]
        if "en" not in locales or len(set(locales)) != len(locales):
            wrong["texts"] = tr("Write the text once in each language, in English at least.")
        elif not all(
            part.strip() for words in new.texts for part in (words.title, words.body, words.consent)
        ):
            wrong["texts"] = tr("Each language needs a title, a text and the consent to sign on a screen.")
        if wrong:
            raise Invalid(next(iter(wrong.values())), wrong)
        args: dict[str, object] = {
            "template_id": str(new.template_id),
            "version_id": str(new.version_id),
            "version": new.version.strip(),
            "validity_months": new.validity_months,
            "texts": [
                {
                    "locale": words.locale,
                    "title": words.title.strip(),
                    "body": words.body.strip(),
                    "consent": words.consent.strip(),
                }
                for words in new.texts
            ],
        }
        answer = self._effects.do(actor, "waivers.publish", new.op_id, args)
        changes = (
            Change("waivers.template", frozenset({new.template_id}), str(new.op_id)),
            # Everybody's state may be another now.
            Change("training.booking", frozenset(), str(new.op_id)),
        )
        return Changed(Published(new.version_id, new.version.strip(), answer.pending), changes)

    # -- inside -----------------------------------------------------------------------------------------

    def _template(self, template_id: UUID | None) -> UUID:
        if template_id is not None:
            return template_id
        with self._work.reading() as unit:
            found = unit.execute(queries.usual_template()).scalar_one_or_none()
        if found is None:
            raise _no_waiver()
        return UUID(str(found))

    def _args(self, actor: Actor, signing: SignWaiver) -> dict[str, object]:
        """What the server keeps: the drawn outline to show, the raw samples sealed, and how it came about."""
        samples = signing.ink.pack()
        sealed = self._effects.sealed(samples, SIGNATURE, "ink_sealed", signing.id)
        return {
            "id": str(signing.id),
            "person_id": str(signing.person_id),
            "booking_id": str(signing.booking_id) if signing.booking_id else None,
            "version_id": str(signing.text.version_id),
            "locale": signing.text.locale,
            "text_sha256": signing.text.sha256,
            "signed_name": " ".join(signing.signed_name.split()),
            "signer_kind": signing.signer_kind,
            "guardian_id": str(signing.guardian_id) if signing.guardian_id else None,
            "relationship": signing.relationship,
            "by_mark": signing.by_mark,
            "mark_witness": " ".join(signing.mark_witness.split()) or None,
            "signed_at": signing.signed_at.isoformat(),
            "ink_path": drawn.path_data(drawn.outline(signing.ink)),
            "ink_width": signing.ink.width,
            "ink_height": signing.ink.height,
            "ink_sealed": sealed,
            "ink_sha256": signing.ink.digest().hex(),
            "ink_samples": signing.ink.sample_count,
            "evidence": self._evidence(actor, signing),
        }

    def _evidence(self, actor: Actor, signing: SignWaiver) -> dict[str, object]:
        seen = signing.evidence
        return {
            **{str(name): value for name, value in seen.extra.items()},
            "dwell_ms": seen.dwell_ms,
            "scrolled_to_end": seen.scrolled_to_end,
            "consent_given": seen.consent_given,
            "consent_sha256": hashlib.sha256(signing.text.consent.encode()).hexdigest(),
            "consent_version": signing.text.version,
            "locale": signing.text.locale,
            "device": seen.device,
            "ink_device": signing.ink.device,
            "ink_duration_ms": round(signing.ink.duration_ms),
            "strokes": len(signing.ink.strokes),
            "screen": seen.screen,
            "station": actor.station,
            "os_user": _os_user(),
            "os": platform.platform(),
            "app_version": __version__,
            "signed_at": signing.signed_at.isoformat(),
        }


def _wrong(signing: SignWaiver) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if not signing.evidence.consent_given:
        wrong["consent"] = tr("Tick the consent to sign on this screen first.")
    if not signing.signed_name.strip():
        wrong["signed_name"] = tr("Type the name of the person who signs.")
    if signing.by_mark:
        if not signing.ink.strokes:
            wrong["ink"] = tr("The mark is missing: make it in the box.")
        if not signing.mark_witness.strip():
            wrong["mark_witness"] = tr("Type the name of the witness who saw the mark being made.")
    else:
        simple = drawn.judge(signing.ink)
        if simple is not None:
            wrong["ink"] = simple
    if signing.signer_kind == "guardian":
        if signing.guardian_id is None:
            wrong["guardian_id"] = tr("Choose the guardian who signs.")
        if signing.relationship not in {value for value, _ in relationships()}:
            wrong["relationship"] = tr("Choose what the guardian is to the minor.")
    return wrong


def _no_waiver() -> NotFound:
    return NotFound(tr("No waiver is published. Ask a manager."))


def _os_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without an entry for its user
        return ""
