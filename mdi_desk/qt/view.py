"""What a view is: a page of the desk that knows its key, its title and what it can do."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mdi_desk.kernel.actions import ActionSpec
from mdi_desk.kernel.changes import Change
from mdi_desk.kernel.targets import Target
from mdi_desk.qt.widgets import Banner


class View(QWidget):
    """Base of every page. Put the page into `page`, a column with the desk's margins.

    Attributes:
        key: the view's key in the sidebar.
        help_page: the name of its help, ``resources/help/<language>/<help_page>.md``.
        banner: one sentence across the top of the page; hidden until it is told something.

    Signals:
        go: ``go(Target)`` asks the window to open something.
        say: ``say(text, kind)`` asks the window for a toast.
        actions_changed: ``actions_changed()`` asks the window to look at `actions` again.
    """

    key: str = ""
    help_page: str = ""
    go = Signal(object)
    say = Signal(str, str)
    actions_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 20)
        outer.setSpacing(12)
        self.banner = Banner()
        outer.addWidget(self.banner)
        self.page = QVBoxLayout()
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(14)
        outer.addLayout(self.page, 1)

    def title(self) -> str:
        """Where I am, in the running language."""
        return ""

    def open(self, target: Target | None = None) -> None:
        """Come to the front, showing `target` where the view can."""

    def refresh(self) -> None:
        """Ask for everything again (F5, reconnected, another language)."""

    def heard(self, change: Change) -> None:
        """Something changed, here or at another station."""

    def delivered(self, operation: UUID) -> None:
        """An operation that this desk had shown as pending was answered, whatever the answer was."""

    def actions(self) -> tuple[ActionSpec, ...]:  # type: ignore[override]  # Qt's own list of QActions is unused
        """What can be done here; hidden and greyed by their own rules."""
        return ()

    def shortcuts(self) -> Sequence[tuple[str, str]]:
        """``(key, what it does)`` for the shortcut sheet, beyond the actions' own."""
        return ()

    def retranslate(self) -> None:
        """Say everything again in the running language; the window calls it after a switch."""
