"""What PostgreSQL says, as errors with one clear sentence: by refusal code, constraint name or SQLSTATE.

The only place that knows driver errors. The sentences themselves are in `sentences`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import exc as sa

from mdi_desk.db import sentences
from mdi_desk.kernel.errors import (
    Cancelled,
    Conflict,
    DeskError,
    Forbidden,
    Invalid,
    NotFound,
    Refused,
    SignedOut,
    Unavailable,
    UserError,
)
from mdi_desk.kernel.retry import Attempt, judge
from mdi_desk.kernel.words import tr


class OutcomeUnknown(Unavailable):
    """The connection broke while something was being saved: it may have taken effect, or not."""


class NotYetSafe(Unavailable):
    """COMMIT came back with a WARNING: saved on one machine, not confirmed by the second."""


class SignInRefused(UserError):
    """The server is there and will not have this sign-in.

    `why`: ``password``, ``disabled``, ``too_old``, ``revision_old``, ``revision_new``, ``no_database``,
    ``tls``, ``profile`` (the address itself is wrong) or ``refused`` (the server's access rules).
    """

    def __init__(self, message: str, why: str) -> None:
        super().__init__(message)
        self.why = why


class ServerAway(Unavailable):
    """No conversation with the server. `why`: ``unknown_host``, ``unreachable``, ``starting``, ``full``,
    ``lost``.
    """

    def __init__(self, message: str, why: str) -> None:
        super().__init__(message)
        self.why = why


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of a driver's error. `sqlstate` None: the connection broke, or never was."""

    sqlstate: str | None = None
    message: str = ""
    detail: str = ""
    constraint: str = ""
    column: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def said(error: psycopg.Error) -> Said:
    """The parts of `error`; `facts` is the JSON of its DETAIL where there is one."""
    diag = error.diag
    detail = diag.message_detail or ""
    facts: Mapping[str, Any] = {}
    if detail.startswith("{"):
        try:
            facts = json.loads(detail)
        except ValueError:
            facts = {}
    # Broken connections come as an OperationalError without a code, or with the last words of the server.
    message = diag.message_primary or str(error)
    return Said(error.sqlstate, message, detail, diag.constraint_name or "", diag.column_name or "", facts)


def driver_error(error: BaseException) -> psycopg.Error | None:
    """The psycopg error inside `error`, wrapped by SQLAlchemy or not."""
    if isinstance(error, psycopg.Error):
        return error
    if isinstance(error, sa.DBAPIError) and isinstance(error.orig, psycopg.Error):
        return error.orig
    return None


def translate(error: BaseException, *, at_commit: bool = False) -> DeskError | None:
    """The `DeskError` for what a database call raised; None when it is no database error (then it is a bug of
    ours).

    `at_commit`: COMMIT had been sent, so a broken connection leaves the outcome unknown.
    """
    if isinstance(error, DeskError):
        return error
    driver = driver_error(error)
    if driver is not None:
        return explain(said(driver), at_commit=at_commit)
    if isinstance(error, sa.TimeoutError):
        return Unavailable(tr("The desk is still busy with earlier questions. Wait a moment and try again."))
    if isinstance(error, sa.NoResultFound):
        return NotFound(tr("This is not there any more, or not for your job."))
    if isinstance(error, sa.DBAPIError) and error.connection_invalidated:
        return explain(Said(), at_commit=at_commit)
    return None


def explain(what: Said, *, at_commit: bool = False) -> DeskError:
    """The `DeskError` for `what`."""
    state = what.sqlstate
    if state is None:
        return _lost(at_commit)
    if state == "P0001":
        return _refusal(what)
    if what.message in ("operation_reused", "illegal_move", "isolation"):
        return Refused(sentences.refusal(what.message, {}), what.message, what.facts)
    if state[:2] == "23":
        return _constraint(what)
    if state[:2] == "22":
        return Invalid(tr("A value cannot be understood here; check what was typed."))
    if state == "42501":
        return Forbidden(tr("Your job does not allow this. Ask a manager."))
    if state[:2] == "28":
        return SignedOut(tr("Your sign-in is not accepted any more. Sign in again, or ask an administrator."))
    if state == "57014":
        if at_commit:
            return NotYetSafe(sentences.not_yet_safe())
        return Unavailable(
            tr("The server took too long for this. Try again; if it stays slow, tell an administrator.")
        )
    return _by_verdict(what, at_commit)


def _by_verdict(what: Said, at_commit: bool) -> DeskError:
    state = what.sqlstate or ""
    kind = judge(what.sqlstate).kind
    if kind == "unknown":
        return _lost(at_commit)
    if kind == "retry_same":
        return Unavailable(tr("Somebody else is changing the same thing. Try again."))
    if kind == "demoted":
        return Unavailable(tr("The server is changing over to another machine. Try again in a moment."))
    if kind == "backoff":
        return Unavailable(
            tr("The server has no room or no free connection just now. Tell an administrator.")
        )
    if kind == "alarm":
        return Unavailable(
            tr(
                "The server reports damaged data ({code}). Stop working and call an administrator.",
                code=state,
            )
        )
    return DeskError(tr("The database could not do this ({code}). Tell an administrator.", code=state))


def attempt_from(error: BaseException, *, tries: int = 1, at_commit: bool = False) -> Attempt | None:
    """What a failed call becomes for whoever retries; None when `error` is no database error."""
    if isinstance(error, Cancelled):
        return None
    found = translate(error, at_commit=at_commit)
    if found is None:
        return None
    driver = driver_error(error)
    state = driver.sqlstate if driver is not None else None
    if isinstance(error, SignInRefused):
        # Only a word about this login ends it; a certificate or an access rule can be mended meanwhile.
        state = "28000" if error.why in ("disabled", "password") else "53300"
    elif isinstance(error, sa.TimeoutError):
        state = "55P03"  # both connections are busy: the server is not away
    verdict = judge(state, at_commit=at_commit, tries=tries)
    code = found.code if isinstance(found, Refused) else (state or "")
    return Attempt(None, verdict, found, code)


def _lost(at_commit: bool) -> DeskError:
    if at_commit:
        return OutcomeUnknown(
            tr("The connection broke while saving. Look whether the change is there before you try again.")
        )
    return ServerAway(tr("The connection to the server is lost. The desk tries to get it back."), "lost")


def _refusal(what: Said) -> DeskError:
    code = what.message
    sentence = sentences.refusal(code, what.facts)
    if code == "stale":
        return Conflict(sentence, what.facts or None)
    if code in sentences.NOT_FOUND:
        return NotFound(sentence)
    if code in sentences.FORBIDDEN:
        return Forbidden(sentence)
    return Refused(sentence, code, what.facts)


def _constraint(what: Said) -> DeskError:
    found = sentences.constraint(what.constraint)
    if found is not None:
        name, sentence = found
        return Invalid(sentence, {name: sentence} if name else None)
    if what.sqlstate == "23502":
        return Invalid(tr("Something required is missing: {name}.", name=what.column or "?"))
    name = what.constraint or "?"
    if what.sqlstate == "23505":
        return Invalid(tr("This is already there ({name}).", name=name))
    if what.sqlstate == "23503":
        return Invalid(
            tr("This belongs to something that is not there, or is still in use ({name}).", name=name)
        )
    if what.sqlstate == "23P01":
        return Invalid(tr("This overlaps with something at the same time ({name}).", name=name))
    return Invalid(tr("A value is not allowed here ({name}).", name=name))
