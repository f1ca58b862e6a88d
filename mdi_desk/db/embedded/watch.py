"""The watcher of an embedded server, and what it and the desks must agree on.

Run as a script (``python -I -S watch.py ORDER``) it is the small process that starts the server, outlives the
desk that asked for it, and stops the server when no living desk holds it any more. It is also imported by the
desk. So this file uses the standard library alone and imports nothing of ours.

Agreed on, all of it in the folder `state`:
``lock``          whoever starts, joins, leaves or stops holds this lock (flock) while doing so
``watching``      locked by the watcher as long as it lives
``holders/``      one empty file for each desk: ``PID-STAMP-TOKEN``. A name can't be half written; STAMP tells
a
                  living desk from another process that got its number later.
``start.log``     what the watcher said, and the server before its own log began
"""

import contextlib
import errno
import hashlib
import json
import os
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

LOOK_EVERY = 1.0  # seconds between two looks at the holders
STOP_PATIENCE = 60.0  # seconds for an orderly stop before the server is made to stop at once


@dataclass(frozen=True, slots=True)
class Process:
    """One living process as the system shows it; `stamp` differs for two processes of the same number."""

    pid: int
    uid: int
    name: str
    stamp: str
    arguments: tuple[str, ...]


def look(pid: int) -> Process | None:
    """The process of this number, or None when there is none or only its unreaped remains (a zombie)."""
    return _look_in_proc(pid) if sys.platform == "linux" else _look_with_ps(pid)


def _look_in_proc(pid: int) -> Process | None:
    here = Path("/proc") / str(pid)
    try:
        name, _, rest = (here / "stat").read_text(errors="replace").partition("(")[2].rpartition(")")
        fields = rest.split()
        status = (here / "status").read_text(errors="replace")
        arguments = (here / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return None
    if not fields or fields[0] in "ZXx":
        return None
    uid = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("Uid:"))
    return Process(
        pid, uid, name, _stamp(_boot(), fields[19]), tuple(os.fsdecode(one) for one in arguments if one)
    )


def _look_with_ps(pid: int) -> Process | None:
    def ask(*what: str) -> str:
        command = ["/bin/ps", "-ww", "-p", str(pid), *(f"-o{one}=" for one in what)]
        done = subprocess.run(command, capture_output=True, text=True, errors="surrogateescape", check=False)
        return done.stdout.strip()

    about = ask("stat", "uid", "lstart").split(None, 2)
    if len(about) < 3 or about[0].startswith("Z"):
        return None
    return Process(pid, int(about[1]), os.path.basename(ask("comm")), _stamp(about[2]), (ask("args"),))


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text()
    except OSError:
        return ""


def _stamp(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def is_server_of(process: Process | None, cluster: Path) -> bool:
    """Is this the main process of a PostgreSQL that runs on the data in `cluster`?"""
    if process is None or not process.name.startswith("postgres"):
        return False
    wanted = str(cluster)
    return any(one == wanted or one.endswith(" " + wanted) for one in process.arguments)


# -- the lock ------------------------------------------------------------------------------------------------


class Busy(Exception):
    """Somebody else holds the lock."""


@contextlib.contextmanager
def locked(
    path: Path, *, wait: bool = True, waiting: Callable[[float], None] | None = None
) -> Iterator[None]:
    """Hold the lock file `path`. With `wait`, as long as it takes, telling `waiting` the seconds so far; else
    `Busy`.

    The system drops the lock when its holder dies, however it dies.
    """
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        began = time.monotonic()
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EACCES):
                    raise
            if not wait:
                raise Busy(str(path))
            if waiting is not None:
                waiting(time.monotonic() - began)
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def is_watched(state: Path) -> bool:
    """Does a watcher live?"""
    try:
        with locked(state / "watching", wait=False):
            return False
    except Busy:
        return True


# -- the holders ---------------------------------------------------------------------------------------------


def join(state: Path, token: str) -> None:
    """Enter this process as a holder, once for each `token`. Hold the lock."""
    me = look(os.getpid())
    assert me is not None
    folder = _holders(state)
    (folder / f"{me.pid}-{me.stamp}-{token}").touch(mode=0o600)


def part(state: Path, token: str) -> None:
    """Take the holder `token` of this process out. Hold the lock."""
    for entry in _holders(state).glob(f"{os.getpid()}-*-{token}"):
        entry.unlink(missing_ok=True)


def living_holders(state: Path) -> list[int]:
    """The process numbers of the living holders. Forgets the dead and what is no holder. Hold the lock."""
    living: list[int] = []
    for entry in _holders(state).iterdir():
        number, _, rest = entry.name.partition("-")
        stamp = rest.partition("-")[0]
        process = look(int(number)) if number.isascii() and number.isdecimal() else None
        if process is not None and process.stamp == stamp:
            living.append(process.pid)
        elif entry.is_symlink() or not entry.is_dir():
            entry.unlink(missing_ok=True)
    return living


def _holders(state: Path) -> Path:
    folder = state / "holders"
    try:
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            folder.unlink()
            folder.mkdir(mode=0o700)
    except FileNotFoundError:
        folder.mkdir(mode=0o700)
    return folder


# -- stopping ------------------------------------------------------------------------------------------------


def stop_server(pid: int, cluster: Path, patience: float = STOP_PATIENCE) -> None:
    """Stop the server `pid` of `cluster` and return when it is gone: orderly, then at once, then by force."""
    first = look(pid)
    if not is_server_of(first, cluster):
        return
    assert first is not None
    for sign, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0)):
        try:
            os.kill(pid, sign)
            os.kill(pid, signal.SIGCONT)  # a halted process would never hear it
        except ProcessLookupError:
            return
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            now = look(pid)
            if now is None or now.stamp != first.stamp:
                return
            time.sleep(0.01)


# -- the watcher ---------------------------------------------------------------------------------------------


def main(order: str) -> int:
    """Do what `order` says (JSON; see `server.py`, `_send_watcher`) and return the exit status."""
    said = json.loads(order)
    state, cluster = Path(said["state"]), Path(said["cluster"])
    if os.fork():
        return 0  # the desk waits for this one only; the watcher belongs to nobody
    os.chdir("/")
    os.umask(0o077)
    child: subprocess.Popen[bytes] | None = None
    pid = said.get("pid", 0)
    if said.get("command"):
        child = _launch(said)
        pid = child.pid
    try:
        with locked(state / "watching", wait=child is not None):
            _watch(pid, child, state, cluster)
            os._exit(0)  # so that the lock goes last: who sees it free may remove the folder
    except Busy:
        pass  # another one watches it already
    except FileNotFoundError:
        stop_server(pid, cluster, 5.0)  # the whole folder was deleted
    return 0


def _launch(said: dict[str, object]) -> "subprocess.Popen[bytes]":
    command, environment = said["command"], said["environment"]
    assert isinstance(command, list)
    assert isinstance(environment, dict)
    user, group = said["user"], said["group"]
    assert user is None or isinstance(user, int)
    assert group is None or isinstance(group, int)
    return subprocess.Popen(
        command,
        env=environment,
        cwd="/",
        stdin=subprocess.DEVNULL,
        user=user,
        group=group,
        extra_groups=None if user is None else [],
        start_new_session=True,
    )


def _watch(pid: int, child: "subprocess.Popen[bytes] | None", state: Path, cluster: Path) -> None:
    """Until the server is gone: when no holder lives, stop it."""
    ending = _ending(pid)
    try:
        while child.poll() is None if child is not None else is_server_of(look(pid), cluster):
            if ending is None:
                time.sleep(LOOK_EVERY / 5)
            else:
                select.select([ending], [], [], LOOK_EVERY)
            try:
                with locked(state / "lock", wait=False):
                    if not living_holders(state):
                        stop_server(pid, cluster)
            except Busy:
                continue  # somebody comes or goes just now
    finally:
        if ending is not None:
            os.close(ending)


def _ending(pid: int) -> int | None:
    """A handle that becomes readable when the process ends, where the system has such a thing."""
    try:
        return os.pidfd_open(pid)
    except (AttributeError, OSError):
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
