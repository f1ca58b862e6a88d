"""`python -m mdi_desk`, and what the installed `mdi-desk` starts: the guard first, then the commands."""

import importlib.util
import re
import sys
from pathlib import Path

from mdi_desk.kernel.words import tr

Version = tuple[int, ...]


def installed_qt() -> Version | None:
    """Major and minor version of the installed PySide6, read from its file without importing it, or None."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None or not Path(spec.origin).is_file():
        return None
    found = re.search(
        r'^__version__ = "(\d+)\.(\d+)', Path(spec.origin).read_text(encoding="utf-8"), re.MULTILINE
    )
    return tuple(int(part) for part in found.groups()) if found else None


def fatal_pair(python: Version, qt: Version | None) -> str | None:
    """Why this Python may not start this PySide6, or None.

    From 6.12.0 on, each PySide6 call that returns nothing drops one reference of `None`. Until Python 3.12
    made `None` immortal, that ends the process after some seven thousand calls, in the middle of the work.
    """
    if qt is not None and qt >= (6, 12) and python < (3, 12):
        return tr(
            "This Python crashes with PySide6 6.12 and newer: use Python 3.12 or newer, or PySide6 6.11.3."
        )
    return None


def main() -> None:
    """Runs the command line; exits with 1 and one sentence where the guard refuses."""
    refusal = fatal_pair(sys.version_info[:2], installed_qt())
    if refusal:
        print(refusal, file=sys.stderr)
        sys.exit(1)
    from mdi_desk.cli import main as run_command_line

    run_command_line()


if __name__ == "__main__":
    main()
