"""A sender for programs that only ask: every effect is refused before anything is written down."""

from mdi_desk.journal.operation import Operation, Outcome
from mdi_desk.journal.sender import Sender
from mdi_desk.kernel.errors import Forbidden
from mdi_desk.kernel.words import tr


class ReadsOnly(Sender):
    """Stands where a service wants a `Sender`; it has no journal and no thread."""

    def __init__(self) -> None:
        """Deliberately without the journal that a real one needs."""

    def perform(self, operation: Operation) -> Outcome:
        """Refuses."""
        return Outcome("red", operation, error=Forbidden(tr("This program only looks; it changes nothing.")))
