"""What the benchmark `start` runs: the desk as `./desk` starts it, watched from inside.

Signs in as soon as the page is ready, and prints when the first paint came and when Today could be used.
"""

import json
import os
import runpy
import sys
import time
from typing import Any

SHORTLY_MS = 2


def watch() -> None:
    """Has the next desk that opens in this process watched. Imports what the desk is about to import."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from mdi_desk.qt.imports import at_full_speed

    at_full_speed()
    from mdi_desk.app.door import Door

    class Watcher(QObject):
        """Looks for the first paint, signs in, looks for Today."""

        def __init__(self, door: Any) -> None:
            super().__init__(door)
            self._door = door
            self._seen: dict[str, float] = {}
            self._signed_in = False
            self._timer = QTimer(self)
            self._timer.setInterval(SHORTLY_MS)
            self._timer.timeout.connect(self._look)
            door.frame.installEventFilter(self)
            self._timer.start()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and "paint" not in self._seen:
                QTimer.singleShot(0, self._painted)
            return False

        def _painted(self) -> None:
            self._seen.setdefault("paint", time.monotonic())

        def _look(self) -> None:
            door, page = self._door, self._door.sign_in_page
            if not self._signed_in and page is not None and page.submit.isEnabled():
                page.login.setText(os.environ["BENCH_LOGIN"])
                page.password.edit.setText(os.environ["BENCH_PASSWORD"])
                page.submit.click()
                self._signed_in = True
            elif door.seat is not None:
                view = door.seat.shell.view()
                if view is not None and view.key == "today" and view.findChildren(QObject, "class_card"):
                    view.repaint()
                    self._seen["today"] = time.monotonic()
                    self._timer.stop()
                    sys.stdout.write(json.dumps(self._seen) + "\n")
                    sys.stdout.flush()
                    door.frame.close()
                    QApplication.quit()

    opening = Door.open

    def open_watched(door: Any) -> None:
        Watcher(door)
        opening(door)

    setattr(Door, "open", open_watched)  # noqa: B010  (the desk's own method, watched)


if __name__ == "__main__":
    watch()
    sys.argv = ["mdi-desk"]
    runpy.run_module("mdi_desk", run_name="__main__", alter_sys=True)
