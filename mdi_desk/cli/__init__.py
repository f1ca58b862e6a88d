"""The command line: parse, call, print. `./desk` alone opens the desk without loading any of the commands."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    from mdi_desk.app.config import Config

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def main() -> NoReturn:
    """Runs the command line and exits: 0, or another number after one clear line."""
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """Runs one command and returns its exit status; says in one line what went wrong."""
    # Output that is piped into something narrow (a C locale) must not fail on a name.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        if not words:
            from mdi_desk.app import config

            return open_desk(config.load())
        from mdi_desk.cli import commands

        return commands.run(words)
    except DeskError as error:
        return failed(error.message)
    except KeyboardInterrupt:
        return failed(tr("Interrupted."), INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has gone
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return failed(explained(error))


def failed(sentence: str, status: int = FAILED) -> int:
    """Prints the one line of an error and returns the exit status."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return status


def explained(error: Exception) -> str:
    """One sentence for an error that nobody foresaw; what the programmer needs goes into a file."""
    if os.environ.get("MDI_DESK_DEBUG"):
        raise error
    module = type(error).__module__.partition(".")[0]
    if module == "psycopg":
        said = [*str(error).strip().splitlines()[:1], *getattr(error, "__notes__", ())]
        return tr("The database says: {said}", said=", ".join(said) or type(error).__name__)
    from mdi_desk.app import reports

    place = reports.write(error)
    return tr(
        "The desk made a mistake ({what}); the report is in {place}. Please send it to us.",
        what=type(error).__name__,
        place=place,
    )


def open_desk(config: "Config") -> int:
    """Opens the desk; without a display it says so and plays the tour into a folder instead."""
    from mdi_desk.app.main import run as run_desk

    return run_desk(config)


def play_tour(out: Path) -> int:
    """Plays the tour through the real widgets into the folder `out`; needs no display."""
    from mdi_desk.app.tour import play

    return play(out)
