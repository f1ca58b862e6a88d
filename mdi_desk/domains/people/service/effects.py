"""How an effect is sent: one operation with its own id, through the journal, answered in three ways."""

import base64
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mdi_desk.db.session import DeskSession
from mdi_desk.journal.operation import Operation
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel.access import Actor
from mdi_desk.kernel.errors import DeskError, Unavailable
from mdi_desk.kernel.facts import Facts
from mdi_desk.kernel.seal import aad, seal
from mdi_desk.kernel.words import tr

REMEMBERED = 64
# Made anew each time it is asked for, with the same meaning.
_FRESH = frozenset({"ink_sealed", "id_number_sealed", "verifier"})


def waiting_words() -> str:
    """For an effect that waits and whose result can't be shown yet."""
    return tr("Saved at this station. It is sent as soon as the server answers again.")


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's answer, or `pending`: safe in this station's journal, not confirmed yet."""

    result: object
    pending: bool

    @property
    def facts(self) -> Facts:
        """The answer, to be read with types. TypeError while it is pending."""
        return Facts(self.result)


class Effects:
    """Sends effects for one service. Usable from any worker thread."""

    def __init__(self, work: DeskSession, sender: Sender) -> None:
        self._work = work
        self._sender = sender
        self._lock = threading.Lock()
        self._made: OrderedDict[UUID, Operation] = OrderedDict()
        self._key: tuple[int, bytes] | None = None

    def do(
        self,
        actor: Actor,
        function: str,
        op_id: UUID,
        args: Mapping[str, object],
        *,
        label: str = "",
        at: datetime | None = None,
    ) -> Answer:
        """Calls ``function(op_id, args)`` exactly once, whatever happens on the way.

        The same `op_id` with the same arguments again is a retry of the same operation. `at`: when it
        happened at this station, now if None. `label` names it for people ("Ánh Đặng, Safety basics").
        Raises what the server's no means, or `Unavailable` for what may not wait while the server is away.
        """
        outcome = self._sender.perform(self._operation(actor, function, op_id, args, label, at))
        if outcome.state == "red":
            raise outcome.error or DeskError(tr("The server refused this."))
        if outcome.state == "pending":
            return Answer(None, True)
        return Answer(outcome.result, False)

    def sealed(self, plaintext: bytes, table: str, column: str, row_id: UUID) -> str:
        """`plaintext` sealed to the institute's public key and bound to its place, as base64."""
        key_id, public = self.seal_key()
        return base64.b64encode(seal(public, plaintext, aad(table, column, row_id, key_id))).decode()

    def seal_key(self) -> tuple[int, bytes]:
        """The institute's public key and its number; asked once, so that signing can go on offline."""
        with self._lock:
            if self._key is not None:
                return self._key
        answer = self._work.call("core.seal_key")
        if answer is None:
            raise Unavailable(tr("The institute has no sealing key yet. Ask an administrator."))
        facts = Facts(answer)
        found = (facts.whole("key_id"), base64.b64decode(facts.text("public_key")))
        with self._lock:
            self._key = found
        return found

    def _operation(
        self,
        actor: Actor,
        function: str,
        op_id: UUID,
        args: Mapping[str, object],
        label: str,
        at: datetime | None,
    ) -> Operation:
        """The operation, or the very one made for this id before: its time and seals must not change."""
        whole = dict(args) if at is None else {**args, "occurred_at": at}
        made = Operation.make(
            function,
            whole,
            login=actor.login,
            account_id=actor.account_id,
            station=actor.station,
            label=label,
            op_id=op_id,
        )
        with self._lock:
            before = self._made.get(op_id)
            if before is not None and _same(before, made, set(args)):
                return before
            self._made[op_id] = made
            while len(self._made) > REMEMBERED:
                self._made.popitem(last=False)
        return made


def _same(one: Operation, other: Operation, names: set[str]) -> bool:
    return one.function == other.function and all(
        one.args.get(name) == other.args.get(name) for name in names - _FRESH
    )
