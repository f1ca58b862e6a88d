"""What the tests of the embedded server share: places, desks in processes of their own, other users."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from mdi_desk.db.embedded import EmbeddedServer, Reach, connect_owner, server_friendly_tmp
from mdi_desk.db.embedded.owner import current_owner
from mdi_desk.db.embedded.watch import look

TOP = Path(__file__).resolve().parents[2]
ROOT = os.geteuid() == 0
DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")

DESK = """
import json, os, signal, sys
from pathlib import Path
from mdi_desk.db.embedded import EmbeddedServer
from mdi_desk.kernel.errors import DeskError
server = EmbeddedServer(Path(sys.argv[1]))
try:
    reach = server.start()
except DeskError as error:
    print(json.dumps({"error": type(error).__name__, "message": error.message}), flush=True)
    sys.exit(3)
print(json.dumps({"host": reach.host, "port": reach.port, "superuser": reach.superuser}), flush=True)
sys.stdin.readline()
server.leave()
"""


def wait_until(true: Callable[[], object], seconds: float = 15.0) -> bool:
    """Whether `true` came true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.01)
    return bool(true())


def processes_about(place: Path) -> list[int]:
    """Living processes that name `place` in their command line or work in it: servers and watchers."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        process = look(int(entry.name))
        if process is None or process.pid == os.getpid():
            continue
        try:
            works_in = os.readlink(entry / "cwd")
        except OSError:
            works_in = ""
        named = any(str(place) in one for one in process.arguments)
        if named or works_in.startswith(str(place)):
            found.append(process.pid)
    return found


def servers_of(folder: Path) -> list[int]:
    """The processes of PostgreSQL that run on the data of `folder`."""
    cluster = str(folder / "cluster")
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(entry / "cwd") == cluster and look(int(entry.name)) is not None:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def main_process(folder: Path) -> int:
    """The number of the server's main process, as its own file has it."""
    return int((folder / "cluster" / "postmaster.pid").read_text().splitlines()[0])


def kill_server(folder: Path) -> None:
    """``kill -9`` for every process of the server."""
    for pid in servers_of(folder):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    assert wait_until(lambda: not servers_of(folder))


def _new_folder() -> Path:
    """In memory where there is room: copying a cluster takes 0.03 s there, and up to 0.9 s on a disk."""
    memory, usual = Path("/dev/shm"), tempfile.tempdir
    if os.access(memory, os.W_OK | os.X_OK) and shutil.disk_usage(memory).free > 1 << 30:
        tempfile.tempdir = str(memory)
    try:
        return server_friendly_tmp("mdi-desk-test-")
    finally:
        tempfile.tempdir = usual


@pytest.fixture
def place() -> Iterator[Path]:
    """A temporary folder that the server's user can reach; afterwards nothing may still run in it."""
    folder = _new_folder()
    yield folder
    wait_until(lambda: not processes_about(folder), 4.0)
    left = processes_about(folder)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(folder)
    assert not left, "processes left running"


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A new cluster, stopped, to copy from."""
    folder = _new_folder()
    with EmbeddedServer(folder / "made") as reach, connect_owner(reach) as link:
        link.execute("create table kept (n int)")
        link.execute("insert into kept values (42)")
        link.execute("create role clerk login password 'secret words'")
    yield folder / "made"
    shutil.rmtree(folder)


def copy_of(made: Path, folder: Path) -> Path:
    """A copy of the stopped cluster `made`, rights and owners kept."""
    subprocess.run(["cp", "-a", str(made), str(folder)], check=True)
    return folder


def kept(reach: Reach) -> int:
    """The number that `made` put into its table."""
    with connect_owner(reach) as link:
        row = link.execute("select n from kept").fetchone()
    assert row is not None
    return int(row[0])


def owner_can(reach: Reach, user: str, password: str | None = None) -> bool:
    """Whether `user` may enter."""
    try:
        psycopg.connect(reach.dsn("postgres", user, password), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


# -- other processes --------------------------------------------------------------------------------------


class Desk:
    """A desk in a process of its own: starts the server of `folder` and holds it until told to leave."""

    def __init__(self, folder: Path, **how: Any) -> None:
        self.process = python(DESK, str(folder), **how)
        self._said: dict[str, Any] | None = None

    @property
    def said(self) -> dict[str, Any]:
        """Its reach, or its error; waits for it."""
        if self._said is None:
            assert self.process.stdout is not None
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(self.process.communicate()[1])
            self._said = json.loads(line)
        return self._said

    @property
    def reach(self) -> Reach:
        return Reach(**self.said)

    def leave(self) -> int:
        """Tell it to leave; its exit status."""
        self.process.communicate("\n", timeout=60)
        return self.process.returncode

    def kill(self) -> None:
        """``kill -9``."""
        self.process.kill()
        self.process.communicate()

    def __enter__(self) -> "Desk":
        assert self.said
        return self

    def __exit__(self, *exc: object) -> None:
        if self.process.poll() is None:
            self.leave()
        else:
            self.process.communicate()


def python(script: str, *arguments: str, user: "User | None" = None, **how: Any) -> "subprocess.Popen[str]":
    """Run `script` in another Python, as another system user where asked."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join((str(TOP), str(Path(psycopg.__file__).parents[1]))),
        "PYTHONDONTWRITEBYTECODE": "1",
        **how.pop("env", {}),
    }
    who: dict[str, Any] = {"user": user.uid, "group": user.gid, "extra_groups": []} if user else {}
    return subprocess.Popen(
        [user.python if user else sys.executable, "-c", script, *arguments],
        env=environment,
        cwd="/",
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **who,
        **how,
    )


@dataclass(frozen=True, slots=True)
class User:
    """An ordinary user of this machine, made for a test."""

    name: str
    uid: int
    gid: int
    python: str


@contextmanager
def temporary_user(name: str) -> Iterator[User]:
    """Make a system user for a test, and remove it. Skips where that is impossible."""
    import pwd

    if not ROOT:
        pytest.skip("making a second operating-system user needs root")
    name = f"{name}-{os.getpid()}"  # two runs of the tests at once share one machine
    done = subprocess.run(
        ["useradd", "--no-create-home", "--home-dir", "/nonexistent", name],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip(f"no second operating-system user here: {done.stderr.strip()}")
    try:
        entry = pwd.getpwnam(name)
        user = User(name, entry.pw_uid, entry.pw_gid, "")
        for candidate in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}", "/usr/bin/python3"):
            ready = User(name, user.uid, user.gid, candidate)
            if _works(ready):
                yield ready
                return
        pytest.skip("no Python on this machine that another user could run the desk with")
    finally:
        subprocess.run(["userdel", "--force", name], capture_output=True, check=False)


def _works(user: User) -> bool:
    try:
        process = python("import mdi_desk.db.embedded, psycopg, platformdirs", user=user)
    except OSError:
        return False
    process.communicate()
    return process.returncode == 0


def server_uid() -> int:
    """The user that runs a server started by this process."""
    return current_owner(create=True).uid


def as_server_user() -> dict[str, Any]:
    """The arguments of `subprocess` that run a program as the server's user."""
    owner = current_owner(create=True)
    return {"user": owner.uid, "group": owner.gid, "extra_groups": []} if owner.dropped else {}


@contextmanager
def stranger(name: str, place: Path) -> Iterator[int]:
    """A living process called `name` of the server's own user that has nothing to do with any database."""
    program = place / "strange" / name
    program.parent.mkdir(exist_ok=True)
    shutil.copy(shutil.which("sleep") or "/bin/sleep", program)
    process = subprocess.Popen([program, "600"], **as_server_user())
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()
