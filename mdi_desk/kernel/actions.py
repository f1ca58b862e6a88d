"""Actions declared once: what they need, when they can be done, and why not."""

from collections.abc import Callable
from dataclasses import dataclass

from mdi_desk.kernel.access import Permission


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action of a view.

    Hidden where the actor lacks `needs`; greyed, with the sentence of `why_not()` as its tool tip, while that
    returns one. `shortcut` is a Qt key sequence in portable text. `icon` names an icon of `qt.icons`.
    """

    name: str
    text: str
    run: Callable[[], None]
    needs: Permission | None = None
    shortcut: str = ""
    icon: str = ""
    primary: bool = False
    why_not: Callable[[], str | None] | None = None
    shown: bool = True
