"""Takes an operation from the click to the server's answer: green, pending or red, and never a lie.

`Sender.perform` writes the operation down, calls, and follows the retry table; when that takes too long for
somebody who stands at a desk, it answers "pending", and a background thread goes on with the same operation
id. The server stores an answer with each id, so however often an operation is sent, it takes effect once.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Protocol
from uuid import UUID

from mdi_desk.journal.operation import OFFLINE, Entry, Operation, Outcome
from mdi_desk.journal.store import Journal
from mdi_desk.kernel.errors import DeskError, Forbidden, Refused, SignedOut, Unavailable
from mdi_desk.kernel.retry import Attempt
from mdi_desk.kernel.words import tr

PATIENCE = 2.0  # seconds a person waits for retries before "pending"
TRY_SECONDS = 5.0  # of one try while a person waits; then its socket is shut
DRAIN_SECONDS = 20.0  # of one try in the background
OLDEST = timedelta(days=365)  # the server keeps answers for 400 days; older entries are somebody's to judge

_SHORTLY = 0.2
_LATER = 2.0

Link = Literal["online", "offline", "signed_out", "alarm"]
Point = Literal["after_journal", "before_send", "after_answer", "after_done"]


class Line(Protocol):
    """The way to the server of whoever is signed in; `db.session.DeskSession` is one."""

    @property
    def login(self) -> str: ...

    @property
    def account_id(self) -> UUID: ...

    def attempt(
        self, function: str, args: Sequence[Any], *, tries: int = 1, seconds: float = 20.0
    ) -> Attempt:
        """One try of ``function(*args)``. Never raises for what the server or the network does."""
        ...

    def drop_pool(self) -> None:
        """Forget idle connections."""
        ...


def _nothing(_: Point) -> None:
    return


class Sender:
    """One per desk. `start` it, give it the signed-in `Line` by `use`, `stop` it at the end.

    `told(outcome)`: the answer of an operation that had been pending. `link(state, waiting)`: whether the
    desk is online, and how many operations wait. Both run in the sender's thread, or in that of `perform`;
    they must not block. `point` is called at each step of an operation: fault tests end the process there.
    """

    def __init__(
        self,
        journal: Journal,
        told: Callable[[Outcome], None],
        link: Callable[[Link, int], None],
        *,
        point: Callable[[Point], None] = _nothing,
        patience: float = PATIENCE,
    ) -> None:
        self.journal = journal
        self._told, self._link, self._point = told, link, point
        self._patience = patience
        self._mutex = threading.Lock()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        # Operations that some thread is just sending.
        self._busy: set[UUID] = set()
        self._line: Line | None = None
        self._state: Link = "offline"
        self._tries: dict[UUID, int] = {}
        self._knocks = 0
        self._last_said: tuple[Link, int] | None = None
        self._thread = threading.Thread(target=self._drain, name="mdi-sender", daemon=True)

    # -- life
    # -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to send what waits, as soon as there is a line."""
        self._thread.start()

    def use(self, line: Line | None) -> None:
        """From now on operations go over `line`; None: nobody is signed in, everything waits."""
        with self._mutex:
            self._line = line
            self._state = "online" if line is not None else "signed_out"
        self._say()
        self._wake.set()

    def stop(self) -> None:
        """End the background thread, after the try it is in, and wait for that. The journal stays open."""
        self._stopping.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()

    close = stop

    @property
    def state(self) -> Link:
        return self._state

    def look(self) -> None:
        """The server seems to be back: try at once."""
        self._tries.clear()
        self._knocks = 0
        self._wake.set()

    def lost(self) -> None:
        """Somebody else has found the server gone: do not let anybody wait for it."""
        if self._state == "online":
            self._become("offline")
            self._wake.set()

    # -- one operation
    # ----------------------------------------------------------------------------------------

    def perform(self, operation: Operation) -> Outcome:
        """Do it, or leave it pending within a few seconds. Blocks: not for the GUI thread.

        Functions outside `OFFLINE` are refused (red, nothing recorded) while the server is known to be away;
        once sent, they too are followed up until they are answered. A full disk is red as well, before
        anything is sent.
        """
        line, state = self._line, self._state
        if operation.function not in OFFLINE and (line is None or state != "online"):
            sentence = tr(
                "The server is away, and this cannot wait for it. Do it again when the desk is online."
            )
            return Outcome("red", operation, error=Unavailable(sentence))
        with self._sending(operation.op_id):
            try:
                self.journal.add(operation)
            except DeskError as error:
                return Outcome("red", operation, error=error)
            self._point("after_journal")
            if line is None or state != "online" or self._follows_another(operation):
                outcome = Outcome("pending", operation)
            else:
                outcome = self._until_patience_ends(line, operation, time.monotonic() + self._patience)
        self._say()
        if outcome.state == "pending":
            self._wake.set()
        return outcome

    def _until_patience_ends(self, line: Line, operation: Operation, until: float) -> Outcome:
        tries = 0
        while True:
            tries += 1
            attempt = self._try(line, operation, tries, TRY_SECONDS)
            outcome = self._settle(operation, attempt, late=False)
            verdict = attempt.verdict
            if outcome is not None:
                return outcome
            if verdict is None or not verdict.again or self._state != "online":
                return Outcome("pending", operation, error=attempt.error)
            if verdict.kind == "backoff" or time.monotonic() + verdict.delay > until:
                if verdict.kind in ("unknown", "demoted", "backoff"):
                    self._become("offline")
                return Outcome("pending", operation, error=attempt.error)
            time.sleep(verdict.delay)

    def _follows_another(self, operation: Operation) -> bool:
        """Whether an older operation about the same booking or person still waits: a mark never overtakes its
        check-in, but one locked row does not hold up the whole desk.
        """
        about = _about(operation)
        return any(
            one.operation is not None and one.op_id != operation.op_id and about & _about(one.operation)
            for one in self.journal.waiting()
        )

    @contextlib.contextmanager
    def _sending(self, op_id: UUID) -> Iterator[None]:
        """While inside, no other thread sends this operation."""
        with self._mutex:
            self._busy.add(op_id)
        try:
            yield
        finally:
            with self._mutex:
                self._busy.discard(op_id)

    def _try(self, line: Line, operation: Operation, tries: int, seconds: float) -> Attempt:
        self.journal.sent(operation.op_id)
        args = dict(operation.args)
        if operation.account_id != line.account_id:
            args["performed_by"] = str(operation.account_id)
        self._point("before_send")
        attempt = line.attempt(operation.function, (operation.op_id, args), tries=tries, seconds=seconds)
        if attempt.verdict is not None and attempt.verdict.kind in ("unknown", "demoted"):
            with contextlib.suppress(Exception):
                line.drop_pool()
        return attempt

    def _settle(self, operation: Operation, attempt: Attempt, *, late: bool) -> Outcome | None:
        """Write the answer down; None while there is none."""
        verdict, error = attempt.verdict, attempt.error
        if verdict is None:
            self._point("after_answer")
            self._become("online")
            if late and _is_refusal(attempt.result):
                # Somebody was let in here while the server was away; that the server says no is for a person
                # to see.
                self.journal.conflict(operation.op_id, attempt.result)
            else:
                self.journal.done(operation.op_id, attempt.result)
            self._point("after_done")
            return Outcome("green", operation, attempt.result, late=late)
        if verdict.kind == "sign_in" and not isinstance(error, Forbidden):
            self._become("signed_out")
            return None
        if verdict.kind == "alarm":
            self._become("alarm")
            return None
        if verdict.final or verdict.kind == "sign_in":
            message = error.message if error is not None else ""
            detail = error.detail if isinstance(error, Refused) else None
            self.journal.rejected(operation.op_id, attempt.code, message, detail)
            self._point("after_done")
            return Outcome("red", operation, error=error, late=late)
        return None

    # -- what waits
    # -------------------------------------------------------------------------------------------

    def _drain(self) -> None:
        pause: float | None = None
        while not self._stopping.is_set():
            self._wake.wait(pause)
            self._wake.clear()
            if not self._stopping.is_set():
                pause = self._drain_once()

    def _drain_once(self) -> float | None:
        """Send what waits, in order; the seconds to pause before the next time, None: until somebody wakes
        us.
        """
        held_up: set[str] = set()
        pause: float | None = None
        for entry in self.journal.waiting():
            line = self._line
            if self._stopping.is_set() or line is None or self._state in ("signed_out", "alarm"):
                return None
            operation = entry.operation
            if operation is None or not _may_send(line, operation):
                continue
            if _about(operation) & held_up:
                continue
            with self._mutex:
                taken = entry.op_id in self._busy
            if taken:
                held_up |= _about(operation)
                pause = _SHORTLY
                continue
            if _too_old(entry):
                self.journal.conflict(entry.op_id, {"result": "too_old"})
                self._say()
                continue
            with self._sending(entry.op_id):
                tries = self._tries[entry.op_id] = self._tries.get(entry.op_id, 0) + 1
                attempt = self._try(line, operation, tries, DRAIN_SECONDS)
                outcome = self._settle(operation, attempt, late=True)
            if outcome is not None:
                self._tries.pop(entry.op_id, None)
                self._say()
                self._told(outcome)
                continue
            verdict = attempt.verdict
            if verdict is None or self._state in ("signed_out", "alarm"):
                return None
            wait = verdict.delay if verdict.again else _LATER
            if verdict.kind in ("unknown", "demoted", "backoff"):
                self._become("offline")
                return wait
            held_up |= _about(operation)
            pause = min(wait, pause) if pause is not None else wait
        if pause is None and self._state == "offline":
            return self._knock()
        return pause

    def _knock(self) -> float | None:
        """Nothing waits, and the server was away: is it back?"""
        line = self._line
        if line is None:
            return None
        self._knocks += 1
        attempt = line.attempt("core.hello", (), tries=self._knocks, seconds=TRY_SECONDS)
        if attempt.verdict is None:
            self._knocks = 0
            self._become("online")
            return None
        if isinstance(attempt.error, SignedOut):
            self._become("signed_out")
            return None
        with contextlib.suppress(Exception):
            line.drop_pool()
        return attempt.verdict.delay or _LATER

    # -- what is said
    # -----------------------------------------------------------------------------------------

    def _become(self, state: Link) -> None:
        with self._mutex:
            if self._line is None or (self._state == "alarm" and state != "alarm"):
                return
            self._state = state
        self._say()

    def _say(self) -> None:
        with self._mutex:
            said = (self._state, self.journal.count())
            if said == self._last_said:
                return
            self._last_said = said
        self._link(*said)


def _is_refusal(result: object) -> bool:
    return isinstance(result, dict) and result.get("result") == "refused"


def _about(operation: Operation) -> set[str]:
    """What the operation is about, as far as order matters."""
    return {str(operation.args[name]) for name in ("booking_id", "person_id") if operation.args.get(name)}


def _may_send(line: Line, operation: Operation) -> bool:
    """A colleague's waiting operation is sent for them only when it is one of those that may wait at all."""
    return operation.account_id == line.account_id or operation.function in OFFLINE


def _too_old(entry: Entry) -> bool:
    return datetime.now(UTC) - entry.written_at > OLDEST
