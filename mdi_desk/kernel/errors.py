"""Errors that say whose fault it is.

`UserError`: the person can mend it. `Unavailable`: the world is in the way, try again.
Anything else that reaches the presenter is a bug of ours.
"""

from collections.abc import Mapping


class DeskError(Exception):
    """Base of every expected error; `message` is one clear, translated sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UserError(DeskError):
    """The person can do something about it; the sentence says what."""


class Invalid(UserError):
    """One or more fields are wrong. `fields` maps a field's name to its own sentence."""

    def __init__(self, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields: dict[str, str] = dict(fields or {})


class NotFound(UserError):
    """The thing is not there, or not there for this person."""


class Forbidden(UserError):
    """This person's job does not allow it."""


class Refused(UserError):
    """The database's business answer was no.

    `code` is stable (``class_full``); `detail` carries its facts.
    """

    def __init__(self, message: str, code: str, detail: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.detail: dict[str, object] = dict(detail or {})


class Conflict(UserError):
    """Somebody changed the row meanwhile. `theirs` is the current record, for reload or compare."""

    def __init__(self, message: str, theirs: object | None = None) -> None:
        super().__init__(message)
        self.theirs = theirs


class NeedsConfirmation(UserError):
    """Ask the person, then send the same call again with ``confirmed=True``."""


class SignedOut(DeskError):
    """The login may no longer work here (disabled, password changed, session ended): sign in again."""


class Unavailable(DeskError):
    """Cannot be reached or is too busy just now; the same call may work later."""


class Cancelled(DeskError):
    """The person, or a newer question, cancelled it; shown to nobody."""

    def __init__(self) -> None:
        super().__init__("cancelled")
