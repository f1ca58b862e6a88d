"""A view on a stage: real services of a signed-in desk, a real window, and answers that come in place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mdi_desk.kernel.targets import Target
from mdi_desk.qt.context import Context, Institute, Shown
from mdi_desk.qt.notify import Presenter
from mdi_desk.qt.runner import InlineRunner, Task
from mdi_desk.qt.view import View
from mdi_desk.qt.widgets import Button, Sheet, Toasts
from tests.support.database import elsewhere
from tests.support.services import ZONE, Bench

T = TypeVar("T")


class StageRunner(InlineRunner):
    """Each call in a thread of its own, waited for: in place, yet never a database call on the GUI thread."""

    def _send(
        self,
        call: Callable[[], T],
        owner: QObject,
        then: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
        key: str | None,
        *,
        writes: bool,
    ) -> Task[T]:
        return super()._send(lambda: elsewhere(call), owner, then, failed, key, writes=writes)


class Window(QWidget):
    """The window a view stands in; sheets lie over it. `asked`: targets the view wanted opened."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setObjectName("page")
        self.resize(width, height)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.asked: list[Target] = []
        self.toasts = Toasts(self)

    def say(self, text: str, kind: str) -> None:
        self.toasts.say(text, kind)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.toasts.clear()
        super().closeEvent(event)


@dataclass
class Stage:
    """What a view is handed, and what a test does with it."""

    window: Window
    context: Context
    runner: InlineRunner
    presenter: Presenter
    view: View | None = field(default=None)

    def put(self, view: View, target: Target | None = None) -> None:
        """Show `view` as the shell does."""
        self.view = view
        self.window.column.addWidget(view)
        view.go.connect(self.window.asked.append)
        view.say.connect(self.window.say)
        self.runner.changed.connect(view.heard)
        self.window.show()
        self.window.activateWindow()
        view.open(target)
        self.settle()

    def settle(self) -> None:
        """Lay out what changed."""
        for _ in range(3):
            QApplication.processEvents()

    def find(self, kind: type[T], name: str) -> T:
        """The visible widget of `kind` called `name`; there must be exactly one."""
        found: list[Any] = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        found = [one for one in found if isinstance(one, kind)]
        assert len(found) == 1, f"{len(found)} widgets {name}"
        return found[0]  # type: ignore[no-any-return]

    def press(self, name: str) -> None:
        """Press the button called `name`, with the mouse."""
        button = self.find(Button, name)
        assert button.isEnabled(), f"{name} is greyed: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint())
        self.settle()

    def key(self, sequence: str) -> None:
        """Press keys on whatever has the focus."""
        QTest.keySequence(QApplication.focusWidget() or self.window, sequence)
        self.settle()

    def type(self, text: str) -> None:
        """Type `text` into whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(focused, letter)
            else:
                # QTest knows the keys of an American keyboard only.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(focused, event)
        self.settle()

    def sheets(self) -> list[Sheet]:
        """The open sheets, the lowest first."""
        return [one for one in self.window.findChildren(Sheet) if one.is_open() and one.isVisible()]

    def sheet(self) -> Sheet:
        """The sheet on top."""
        return self.sheets()[-1]

    def confirm(self, reason: str = "") -> None:
        """Answer the question on top with its last button, giving `reason` where one is asked for."""
        sheet = self.sheet()
        if reason:
            self.type(reason)
        buttons = [one for one in sheet.findChildren(Button) if one.kind in ("primary", "danger")]
        assert buttons[-1].isEnabled(), buttons[-1].toolTip()
        buttons[-1].click()
        self.settle()


def make_stage(bench: Bench, *, width: int = 1068, height: int = 720, online: bool = True) -> Stage:
    """A stage for the desk of `bench`; its window is as big as a view at 1280 by 800, without the shell."""
    window = Window(width, height)
    runner = StageRunner(window)
    presenter = Presenter(window, window.toasts)
    runner.failed.connect(presenter.take)

    def fail(
        error: Exception, *, owner: QWidget | None = None, retry: Callable[[], None] | None = None
    ) -> None:
        presenter.show(error, owner=owner, retry=retry)

    context = Context(
        runner=runner,
        fail=fail,
        toasts=window.toasts,
        actor=bench.actor,
        institute=Institute("Mountaineer Defense Institute", ZONE),
        station=bench.actor.station,
        online=lambda: online,
        show=Shown(ZONE),
        window=window,
    )
    return Stage(window, context, runner, presenter)
