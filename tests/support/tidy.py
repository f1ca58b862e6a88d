"""Takes down what lies over a test's window before the window goes: no sheet outlives its test half dead."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from mdi_desk.domains.waivers.ui.capture import WaiverCapture
from mdi_desk.qt.widgets import Sheet


def tidy(window: QWidget) -> None:
    """For ``qtbot.addWidget(window, before_close_func=tidy)``."""
    for capture in window.findChildren(WaiverCapture):
        capture.close_capture()
    for sheet in window.findChildren(Sheet):
        sheet.close_sheet()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
