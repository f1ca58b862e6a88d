"""What a command shows while it works and when it is done."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from rich.status import Status


class Progress:
    """Takes sentences about the work. On a terminal the newest stands by a spinner, else each is a line."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._last = ""
        self._spinner: Status | None = None
        if sys.stderr.isatty():
            from rich import status
            from rich.console import Console

            self._spinner = status.Status("", console=Console(stderr=True))

    def __call__(self, text: str) -> None:
        """The work is now at `text`."""
        if text == self._last:
            return
        self._last = text
        if self._spinner is not None:
            self._spinner.update(text)
            self._spinner.start()
        else:
            sys.stderr.write(f"[{time.monotonic() - self._began:5.1f} s] {text}\n")
            sys.stderr.flush()

    def done(self) -> None:
        """The work has ended, well or not."""
        if self._spinner is not None:
            self._spinner.stop()


@contextmanager
def progress() -> Iterator[Progress]:
    """A `Progress` for the length of the work."""
    shown = Progress()
    try:
        yield shown
    finally:
        shown.done()


def line(text: str) -> None:
    """One line of the answer."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, right_from: int = 99) -> None:
    """A table of the answer; columns from `right_from` on are numbers and stand to the right."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(title=title, title_justify="left", header_style="bold")
    for index, head in enumerate(heads):
        shown.add_column(head, justify="right" if index >= right_from else "left", overflow="fold")
    for row in rows:
        shown.add_row(*row)
    # A pipe has no width of its own: let lines be as long as they are.
    width = None if sys.stdout.isatty() else 160
    Console(width=width, highlight=False, markup=False).print(shown)


def yes_or_no(value: bool) -> str:
    """ "yes" or "no" in the running language."""
    return tr("yes") if value else tr("no")
