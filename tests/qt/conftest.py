"""What the toolkit's tests share: a dressed application, and English words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mdi_desk.kernel import words
from mdi_desk.qt import theme


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    words.use(None)


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
