"""`./desk test`: turns the desk's own options into pytest's, and becomes pytest."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent

USAGE = """\
Usage: desk test [--hostile] [--faults] [--cluster] [pytest arguments]

Sets up what the tests need, then passes them, without a screen. Everything is checked here: behaviour, types,
style, the walls between the packages, and the wheel.

  --hostile   also the long form of the hostile tests (races, forged logins, psql by hand)
  --faults    also the long form of the fault tests (kills, lost servers, full disks)
  --cluster   on the PostgreSQL that this machine has installed (a private cluster), not on the desk's own

Anything else goes to pytest: desk test tests/kernel -k money -x
"""

# option -> the marker of the long form it adds
LONG = {"--hostile": "hostile_long", "--faults": "faults_long"}
SYSTEM_SERVER = "--cluster"


def arguments(given: list[str]) -> list[str]:
    """pytest's arguments for ours: the long forms stay out unless asked for, or the caller has an own -m."""
    left_out = [marker for option, marker in LONG.items() if option not in given]
    rest = [word for word in given if word not in LONG and word != SYSTEM_SERVER]
    if any(word == "-m" or (word.startswith("-m") and not word.startswith("--")) for word in rest):
        return rest
    if not left_out:
        return rest
    return ["-m", " and ".join(f"not {marker}" for marker in left_out), *rest]


def server(given: list[str]) -> dict[str, str]:
    """What the environment says about the server to test on (`tests/conftest.py` reads it)."""
    return {"MDI_TEST_SERVER": "system"} if SYSTEM_SERVER in given else {}


def main() -> None:
    given = sys.argv[1:]
    if given and given[0] in ("--help", "-h"):
        print(USAGE, end="")
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONPATH", None)
    os.environ.update(server(given))
    # Paths on the command line are meant from where the caller stands; the tests run from the checkout.
    caller = Path.cwd()
    words = [
        str(caller / word.split("::")[0]) + word[len(word.split("::")[0]) :]
        if not word.startswith("-") and (caller / word.split("::")[0]).exists()
        else word
        for word in arguments(given)
    ]
    os.chdir(HERE)
    os.execv(sys.executable, [sys.executable, "-P", "-m", "pytest", *words])


if __name__ == "__main__":
    main()
