"""Start and stop of the program with a window."""

import os
import sys
import threading
from pathlib import Path

from mdi_desk.app.config import Config
from mdi_desk.kernel.words import tr

TOUR_FOLDER = "mdi-desk-tour"


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(config: Config) -> int:
    """Open the desk and stay until its window is closed. Without a display: say so and play the tour."""
    if not has_display():
        from mdi_desk.app.tour import play

        out = Path.cwd() / TOUR_FOLDER
        note = tr("There is no display here: the desk plays a working day into {folder}.", folder=out)
        sys.stderr.write(note + "\n")
        return play(out)
    from PySide6.QtWidgets import QApplication

    from mdi_desk.qt.imports import at_full_speed

    at_full_speed()
    from mdi_desk.app.door import Door
    from mdi_desk.db import guard
    from mdi_desk.qt.signature import configure_application

    configure_application()
    app = QApplication(sys.argv[:1])
    guard.forbid_gui_thread(threading.get_ident())
    app.setApplicationName("MDI Desk")
    app.setDesktopFileName("mdi-desk")
    door = Door(app, config)
    door.open()
    try:
        return app.exec()
    finally:
        door.close()
