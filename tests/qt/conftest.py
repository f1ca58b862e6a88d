"""What the toolkit's tests share: a dressed application, and English words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel import words
from mdi_desk.qt import theme


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    words.use(None)


class Openings(QObject):
    """Every widget that was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.fixture
def openings(dressed: QApplication) -> Iterator[list[QObject]]:
    """Windows opened since the fixture was asked for."""
    watch = Openings()
    dressed.installEventFilter(watch)
    yield watch.seen
    dressed.removeEventFilter(watch)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """An empty window that is shown and active."""
    made = QWidget()
    made.setObjectName("page")
    made.resize(900, 640)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
