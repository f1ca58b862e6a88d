"""No database call on the GUI thread, ever: a thread that may not wait for the network is named here once."""

import threading
import traceback

_forbidden: int | None = None
breaches: list[str] = []


class GuiThreadCall(RuntimeError):
    """A database call was made on the GUI thread: a bug of ours, whatever the call was."""


def forbid_gui_thread(ident: int | None) -> None:
    """From now on every database call of the thread `ident` raises `GuiThreadCall`; None: every thread may
    call.

    The desk names its GUI thread at start; tests do so for each test that has a QApplication, and fail on
    `breaches`, so that a call whose exception somebody swallowed is found too.
    """
    global _forbidden
    _forbidden = ident
    breaches.clear()


def check() -> None:
    """Called before each use of a connection. Raises `GuiThreadCall`."""
    if _forbidden is not None and threading.get_ident() == _forbidden:
        where = "".join(traceback.format_stack(limit=14)[:-1])
        breaches.append(where)
        raise GuiThreadCall(f"a database call on the GUI thread:\n{where}")
