"""Imports at their usual speed, with Qt loaded."""

import sys


def at_full_speed() -> None:
    """Spare every module imported from here on a reading of its source. Call it once PySide6 is imported.

    PySide6 reads the source of whatever is imported after it, to find the modules that may choose another
    spelling of its methods. The desk never does, and at a start that reading takes as long as a third of the
    imports themselves. Without the place where PySide6 does this, nothing happens.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _usual)  # noqa: B010  (no module that mypy can see)


def _usual(_module: object) -> bool:
    """Whether the usual spelling holds in a module: in all of them."""
    return True
