"""Makes the Python environment of a checkout: run by `./desk` when its stamp is missing or old.

Standard library only, for it runs before anything is installed. All it says goes to stderr, so that the first
start of a command that prints JSON prints nothing but JSON. Whatever happens on the way (a kill, a full disk,
two starts at once), the next start either finds a finished environment or makes one: a lock file keeps a
second start waiting, a mark inside `.venv` says that the work has begun, and the stamp is written last.
"""

import argparse
import contextlib
import ctypes
import fcntl
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "desk-unfinished"

# What Qt links even when nothing is shown (the libraries, and the Debian package that brings each of them).
QT_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# What it needs besides to open a window under X11.
QT_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests call to read a PDF back and to knock at the database from outside.
TEST_TOOLS = {"pdfinfo": "poppler-utils", "pdftotext": "poppler-utils", "psql": "postgresql-client"}

# Settings of pip that would put the packages somewhere else than into the environment.
ELSEWHERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN", "PYTHONHOME", "PYTHONPATH")


class SetUpError(Exception):
    """Set-up can't go on; the message is the one sentence the person reads."""


# -- saying what goes on ----------------------------------------------------------------------------------


class Progress:
    """One step with its running time: a line redrawn on a terminal, a line now and then elsewhere."""

    EVERY = 10.0  # seconds between two lines where nothing can be redrawn

    def __init__(self, title: str) -> None:
        self.title = title
        self.detail = ""
        self._live = sys.stderr.isatty()
        self._done = threading.Event()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> "Progress":
        self._start = time.monotonic()
        if not self._live:
            say(f"  {self.title} ...")
        self._ticker.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self._done.set()
        self._ticker.join()
        if self._live:
            sys.stderr.write("\r\033[K")
        if kind is None:
            say(f"  {self.title}: {time.monotonic() - self._start:.0f} s")

    def _tick(self) -> None:
        while not self._done.wait(0.2 if self._live else self.EVERY):
            line = f"  {self.title} ... {time.monotonic() - self._start:.0f} s  {self.detail}"
            if self._live:
                width = shutil.get_terminal_size().columns - 1
                sys.stderr.write(f"\r\033[K{line[:width]}")
                sys.stderr.flush()
            else:
                say(line.rstrip())


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def run(
    command: Sequence[str],
    step: Progress,
    read: Callable[[str], str],
    env: dict[str, str],
    *,
    shares_lock: bool,
) -> None:
    """Runs a command to its end, showing `read(line)` as the step's detail where it is not empty.

    Raises `subprocess.CalledProcessError` holding the last lines of what it printed.
    """
    tail: deque[str] = deque(maxlen=40)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=env,
        text=True,
        encoding="utf-8",
        errors="replace",
        close_fds=not shares_lock,
    ) as child:
        assert child.stdout is not None
        try:
            for line in child.stdout:
                tail.append(line.rstrip())
                step.detail = read(line) or step.detail
        except BaseException:
            child.kill()
            raise
        code = child.wait()
    if code:
        raise subprocess.CalledProcessError(code, list(command), "\n".join(tail))


# -- what the machine has ---------------------------------------------------------------------------------


def missing_libraries(wanted: dict[str, str]) -> list[str]:
    """Those of the shared libraries that the loader does not find."""
    lost = []
    for soname in wanted:
        try:
            ctypes.CDLL(soname)
        except OSError:
            lost.append(soname)
    return lost


def is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def by_hand(packages: Sequence[str]) -> str:
    """The command to type for what we may not install."""
    command = f"apt-get install --no-install-recommends -y {shlex.join(packages)}"
    return command if os.geteuid() == 0 else f"sudo {command}"


def install_packages(must: Sequence[str], wished: Sequence[str]) -> None:
    """Installs Debian packages; needs root. Waits for another apt that is at work.

    Raises `SetUpError` when that fails, unless all of them were only wished for.
    """
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=600", "-o", "Acquire::Retries=3"]
    install = [*apt, "install", "-y", "--no-install-recommends", *must, *wished]

    def detail(line: str) -> str:
        return line.strip()[:60] if line.startswith(("Get:", "Unpacking", "Setting up")) else ""

    with Progress(f"Debian packages ({len(must) + len(wished)} asked for)") as step:
        try:
            # One source out of reach fails the update, and the rest is often enough.
            with contextlib.suppress(subprocess.CalledProcessError):
                run([*apt, "update"], step, detail, env, shares_lock=False)
            run(install, step, detail, env, shares_lock=False)
        except subprocess.CalledProcessError as error:
            if not must:
                step.title += " not installed, going on without"
                return
            say(error.stdout)
            raise SetUpError(
                f"Debian's packages could not be installed: mend what apt says, or run: {by_hand(must)}"
            ) from None


def system_part(with_tests: bool) -> None:
    """Sees to everything below Python: ensurepip, Qt's libraries, the tools of the tests."""
    must: list[str] = []
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        must.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    linux = sys.platform.startswith("linux")
    libraries = missing_libraries(QT_ALWAYS) if linux else []
    windows = missing_libraries(QT_WINDOW) if linux else []
    must += [QT_ALWAYS[name] for name in libraries]
    wished = [QT_WINDOW[name] for name in windows]
    if with_tests:
        wished += sorted({package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None})
    if not must and not wished:
        return
    if is_debian() and os.geteuid() == 0:
        install_packages(must, wished)
        return
    if must and is_debian():
        command = by_hand([*must, *wished])
        raise SetUpError(
            f"This machine lacks what the desk needs; run this once, then start again: {command}"
        )
    if must:
        what = ", ".join(libraries) or "Python's ensurepip module"
        raise SetUpError(f"Install these with your system's package manager, then start again: {what}")
    if is_debian():
        say(f"  Not installed, and wanted for windows or tests: {by_hand(wished)}")
    else:
        say(f"  Not found, and wanted for windows or tests: {', '.join([*windows, *wished[len(windows) :]])}")


# -- the environment --------------------------------------------------------------------------------------


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Holds the checkout's set-up lock, which the system frees when we are killed.

    Those of our children that write into `.venv` inherit it: one that outlives us keeps the next start
    waiting, instead of writing into what that start has just thrown away.
    """
    try:
        handle = os.open(HERE / ".desk-setup.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise SetUpError(
            f"{HERE} can't be written ({error.strerror}); clone MDI Desk into a folder of your own."
        ) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another start is setting up this folder; waiting for it ...")
            fcntl.flock(handle, fcntl.LOCK_EX)
        os.set_inheritable(handle, True)
        yield
    finally:
        os.close(handle)


def stamp_text(lock: str) -> bytes:
    """What a finished stamp holds: the very files it was made from, in the order in which `desk` compares."""
    return b"".join((HERE / "packaging" / name).read_bytes() for name in (lock, "set_up.py"))


def works() -> bool:
    """Whether `.venv` holds an interpreter that runs, is new enough, and has pip."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-I", "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv(env: dict[str, str]) -> None:
    if VENV.exists() and (UNFINISHED.exists() or not works()):
        say("  The environment in .venv is unfinished or broken; making it again.")
        shutil.rmtree(VENV)
    if not VENV.exists():
        # The real file behind `python3`: a later one of another version must not slip under these packages.
        base = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
        with Progress("Python environment") as step:
            VENV.mkdir()
            UNFINISHED.touch()
            run([base, "-I", "-m", "venv", str(VENV)], step, lambda line: "", env, shares_lock=True)
    UNFINISHED.touch()


def install_locked(lock: str, env: dict[str, str]) -> None:
    """Installs the locked packages by their hashes and compiles them.

    The lock names every package with its version, so pip has nothing to solve; wheels only, so no compiler.
    """
    path = HERE / "packaging" / lock
    wanted = sum(line[:1].isalnum() for line in path.read_text(encoding="ascii").splitlines())
    seen: set[str] = set()

    def detail(line: str) -> str:
        words = line.split()
        if line.startswith(("Collecting", "Requirement already")):
            seen.add(words[1 if line.startswith("Collecting") else 3])
            return f"{len(seen)} of {wanted}: {words[1]}" if line.startswith("Collecting") else ""
        return "unpacking and compiling" if line.startswith("Installing collected") else ""

    command = [str(PYTHON), "-I", "-m", "pip", "--no-input", "install", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:", "--progress-bar=off", "--compile"]
    command += ["-r", str(path)]
    with Progress("Python packages") as step:
        run(command, step, detail, env, shares_lock=True)


def link_source() -> None:
    """Lets the environment find `mdi_desk` from any folder; relative, so that a checkout may be moved."""
    for site in VENV.glob("lib/python3.*/site-packages"):
        (site / "mdi_desk_source.pth").write_text(os.path.relpath(HERE, site) + "\n", encoding="ascii")


def prove(env: dict[str, str]) -> None:
    """Starts Qt and the database driver once: better a sentence now than a traceback at the desk."""
    probe = (
        "import sys, PySide6; from PySide6 import QtWidgets; import psycopg, sqlalchemy\n"
        "fatal = sys.version_info < (3, 12) and PySide6.__version_info__[:2] >= (6, 12)\n"
        "sys.exit('fatal pair' if fatal else 0)"
    )
    tried = subprocess.run([PYTHON, "-I", "-c", probe], capture_output=True, text=True, env=env, check=False)
    if "fatal pair" in tried.stderr:
        raise SetUpError(
            "PySide6 6.12 and newer crash on Python 3.11; start the desk with Python 3.12 or newer."
        )
    if tried.returncode:
        reason = (tried.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise SetUpError(f"The packages are installed, but Qt or the database driver won't start: {reason}")


def set_up(with_tests: bool) -> None:
    lock = "requirements-test.lock" if with_tests else "requirements.lock"
    stamp = VENV / ("desk-test-ready" if with_tests else "desk-ready")
    with only_one():
        if PYTHON.exists() and stamp.exists() and stamp.read_bytes() == stamp_text(lock):
            return  # another start has done it while we waited
        say(f"Setting up MDI Desk in {HERE} (only this once) ...")
        began = time.monotonic()
        env = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        system_part(with_tests)
        try:
            make_venv(env)
            install_locked(lock, env)
        except subprocess.CalledProcessError as error:
            say(error.stdout or "")
            raise SetUpError(
                "Python's packages could not be installed; mend what pip says above and start again."
            ) from None
        link_source()
        prove(env)
        subprocess.run([PYTHON, "-I", "-m", "compileall", "-q", str(HERE / "mdi_desk")], env=env, check=False)
        if with_tests:  # its lock contains the other, so this one environment is ready for both
            (VENV / "desk-ready").write_bytes(stamp_text("requirements.lock"))
        stamp.write_bytes(stamp_text(lock))
        UNFINISHED.unlink(missing_ok=True)
        say(f"Ready in {time.monotonic() - began:.0f} s.")


def main() -> int:
    parser = argparse.ArgumentParser(description="Set up the Python environment of this checkout.")
    parser.add_argument("--with-tests", action="store_true", help="also what the tests need")
    given = parser.parse_args()
    try:
        set_up(given.with_tests)
    except SetUpError as error:
        say(f"desk: {error}")
        return 1
    except OSError as error:
        say(f"desk: Set-up stopped: {error}. Mend that and start again.")
        return 1
    except KeyboardInterrupt:
        say("\ndesk: Set-up was interrupted; the next start takes it up again.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
