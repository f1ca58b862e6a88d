"""Starts, shares and stops the embedded PostgreSQL of one folder."""

import contextlib
import functools
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdi_desk.db.embedded import cluster as clusters
from mdi_desk.db.embedded import programs, watch
from mdi_desk.db.embedded.owner import ROOT_DATA, SERVER_USER, Owner, current_owner, passable
from mdi_desk.db.embedded.trouble import BadPrograms, NotWritable, StartFailed, explain, explain_os
from mdi_desk.kernel.errors import DeskError
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    import psycopg

SAY_EVERY = 1.0  # seconds between two words of progress, and before the first one about a wait
QUIET_PATIENCE = 3.0  # seconds for what ends by itself after a stop


@dataclass(frozen=True, slots=True)
class Reach:
    """How to connect to a running server."""

    host: str  # the folder of its socket
    port: int
    superuser: str

    def dsn(self, dbname: str, user: str, password: str | None = None) -> str:
        """The libpq connection string of `user` in `dbname`."""
        from psycopg.conninfo import make_conninfo

        return make_conninfo(
            host=self.host,
            port=self.port,
            dbname=dbname,
            user=user,
            **({} if password is None else {"password": password}),
        )


def connect_owner(reach: Reach, dbname: str = "postgres", **kw: Any) -> "psycopg.Connection[Any]":
    """A connection as the superuser, with autocommit. No password: the server asks the system who we are.

    Works for the operating-system user the data belongs to, and for root when root started it.
    """
    import psycopg

    return psycopg.connect(reach.dsn(dbname, reach.superuser), autocommit=True, **kw)


def _is_open(pipe: int) -> bool:
    """Is the other end of the (non-blocking) pipe still held? Nothing is ever written to it."""
    try:
        return os.read(pipe, 1) != b""
    except BlockingIOError:
        return True


class _Pace:
    """When to say the next word about a wait."""

    def __init__(self) -> None:
        self._began = self._said = time.monotonic()

    def seconds(self) -> int:
        return int(time.monotonic() - self._began)

    def is_time(self) -> bool:
        now = time.monotonic()
        if now - self._said < SAY_EVERY:
            return False
        self._said = now
        return True


class EmbeddedServer:
    """The PostgreSQL server of `folder`, shared by every desk (process) of this user that starts it.

    `start` makes the data when there is none, starts the server or joins the running one, and enters this
    process as a holder; the last holder to leave, or to die, stops the server. Usable from any thread,
    several times in one process, and as a context manager. A fork is no holder.
    """

    def __init__(
        self, folder: Path, *, bin_dir: Path | None = None, progress: Callable[[str], None] | None = None
    ) -> None:
        """`folder` is the server's alone and made when missing; `bin_dir` has other PostgreSQL programs.

        `progress` is told one sentence at a time, in the calling thread.
        """
        if sys.platform == "win32":
            raise BadPrograms(
                tr(
                    "The built-in database does not run on Windows yet; name a PostgreSQL server with "
                    "MDI_DESK_DATABASE_URL."
                )
            )
        self.folder = Path(os.path.realpath(folder))
        self._cluster = self.folder / "cluster"
        self._state = self.folder / "launcher"
        self._bin_dir = bin_dir
        self._progress = progress
        self._token = uuid.uuid4().hex

    # -- what others call ------------------------------------------------------------------------------------

    def start(self) -> Reach:
        """Start or join, and wait until the server answers, however long its recovery takes.

        Calling it again is harmless, and starts the server again when it has gone. Raises one of `trouble`'s
        errors.
        """
        owner = current_owner(create=True)
        with self._explained():
            self._make_folders(owner)
            with self._locked():
                watch.join(self._state, self._token)
                try:
                    return self._running(owner)
                except BaseException:
                    watch.part(self._state, self._token)
                    raise

    def leave(self) -> None:
        """This desk needs the server no more: stop it, and wait, if no other living desk holds it."""
        self._part(stop=False)

    def stop(self) -> None:
        """Stop the server, whoever holds it, and wait for that."""
        self._part(stop=True)

    def reach(self) -> Reach | None:
        """How to reach the server when it is running and ready; starts nothing."""
        said = self._living()
        return self._reach(said) if said is not None and said.status == "ready" else None

    def __enter__(self) -> Reach:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.leave()

    # -- starting --------------------------------------------------------------------------------------------

    def _running(self, owner: Owner) -> Reach:
        """Under the lock: the reach of the running server, which is started when it isn't there."""
        # A server that is just going down, stopped by other hands, is waited for and started anew.
        for _ in range(3):
            said = self._living()
            if said is None:
                return self._start_cold(owner)
            if not watch.is_watched(self._state):
                self._send_watcher({"pid": said.pid})
            reach = self._await_ready(functools.partial(self._lives, said.pid))
            if reach is not None:
                return reach
        raise StartFailed(tr("The database keeps stopping; see its log in {log}.", log=self._cluster / "log"))

    def _start_cold(self, owner: Owner) -> Reach:
        bin_dir = self._bin_dir or programs.binaries()
        major = programs.major_version(bin_dir)
        bin_dir = programs.reachable(bin_dir, owner)
        if not self._cluster.exists():
            self._say(tr("Making the database. This happens once."))
            clusters.make_cluster(self._cluster, bin_dir, major, owner)
        clusters.check_version(self._cluster, major)
        sockets = clusters.socket_folder(self.folder, self._cluster, owner)
        self._sweep(owner, sockets)
        clusters.configure(self._cluster, sockets, owner)
        recovering = clusters.was_cut_off(self._cluster)
        self._say(tr("Starting the database"))
        # The watcher holds one end of this pipe; it closes when the server ends, however it ends.
        alive, ended = os.pipe()
        os.set_blocking(alive, False)
        heard = self._log_sizes()
        try:
            self._send_watcher(
                {
                    "command": [str(bin_dir / "postgres"), "-D", str(self._cluster)],
                    "environment": programs.environment(),
                    "user": owner.uid if owner.dropped else None,
                    "group": owner.gid if owner.dropped else None,
                },
                keep=ended,
            )
            os.close(ended)
            ended = -1
            reach = self._await_ready(lambda: _is_open(alive), recovering=recovering)
        finally:
            os.close(alive)
            if ended >= 0:
                os.close(ended)
        if reach is None:
            raise self._why_not(heard)
        return reach

    def _await_ready(self, lives: Callable[[], bool], *, recovering: bool = False) -> Reach | None:
        """Wait as long as the server lives and is not ready; None when it ends instead."""
        pace = _Pace()
        while lives():
            said = self._living()
            if said is not None and said.status == "ready":
                return self._reach(said)
            if pace.is_time():
                seconds = pace.seconds()
                if recovering:
                    self._say(
                        tr("The database is recovering after it was cut off ({seconds} s)", seconds=seconds)
                    )
                else:
                    self._say(tr("Waiting for the database ({seconds} s)", seconds=seconds))
            time.sleep(0.005 if pace.seconds() < 1 else 0.05)
        return None

    def _send_watcher(self, order: dict[str, object], keep: int | None = None) -> None:
        """Start the watcher with `order`; it inherits the handle `keep` and nothing else of ours."""
        order |= {"state": str(self._state), "cluster": str(self._cluster)}
        with (self._state / "start.log").open("wb") as output:
            subprocess.run(
                [sys.executable, "-I", "-S", watch.__file__, json.dumps(order)],
                check=False,  # when it fails, the pipe is closed, and `start.log` says why
                cwd="/",
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=() if keep is None else (keep,),
            )

    def _sweep(self, owner: Owner, sockets: Path) -> None:
        """No server is known to run: take away what a killed one left.

        Its processes too, as they still hold its memory; also a server whose ``postmaster.pid`` was spoilt.
        The lock files go, since the number in them may be a living stranger's by now.
        """
        until = time.monotonic() + 5.0
        while strays := list(self._strays(owner)):
            for pid in strays:
                watch.stop_server(pid, self._cluster)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGQUIT if time.monotonic() < until else signal.SIGKILL)
            time.sleep(0.02)
        (self._cluster / "postmaster.pid").unlink(missing_ok=True)
        for name in (f".s.PGSQL.{clusters.PORT}", f".s.PGSQL.{clusters.PORT}.lock"):
            (sockets / name).unlink(missing_ok=True)

    def _strays(self, owner: Owner) -> Iterator[int]:
        """Processes of PostgreSQL that still work in our data (where the system can tell)."""
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if os.readlink(entry / "cwd") != str(self._cluster):
                    continue
                process = watch.look(int(entry.name))
                if process is not None and process.uid == owner.uid and process.name.startswith("postgres"):
                    yield process.pid

    def _log_sizes(self) -> dict[Path, int]:
        return {path: path.stat().st_size for path in (self._cluster / "log").glob("server-*.log")}

    def _why_not(self, heard: dict[Path, int]) -> DeskError:
        """The error for a server that ended instead of starting, by what it said since the sizes `heard`."""
        log = self._state / "start.log"
        said = log.read_text(errors="replace")
        for path, size in self._log_sizes().items():
            before = heard.get(path, 0)
            if size != before:
                log = path
                with path.open("rb") as file:
                    file.seek(before if size > before else 0)
                    said += file.read().decode(errors="replace")
        return explain(said, self.folder, log)

    # -- the rest --------------------------------------------------------------------------------------------

    def _living(self) -> clusters.ServerFile | None:
        """What the living server of our data says of itself, or None when there is none.

        A number in a file proves nothing: after a crash it may be unreadable, or be somebody else's by now.
        """
        said = clusters.read_server_file(self._cluster)
        return said if said is not None and self._lives(said.pid) else None

    def _lives(self, pid: int) -> bool:
        return watch.is_server_of(watch.look(pid), self._cluster)

    def _reach(self, said: clusters.ServerFile) -> Reach:
        return Reach(said.sockets, said.port, clusters.SUPERUSER)

    def _part(self, *, stop: bool) -> None:
        with self._explained():
            if not self._state.is_dir():
                return
            with self._locked():
                watch.part(self._state, self._token)
                living = watch.living_holders(self._state)
                said = self._living()
                if said is not None and (stop or not living):
                    self._say(tr("Stopping the database"))
                    watch.stop_server(said.pid, self._cluster)
                    clusters.drop_socket_folder(said.sockets, self.folder)
                    self._await_quiet(current_owner(create=False))

    def _await_quiet(self, owner: Owner) -> None:
        """After the main process its logger and the watcher end too, at once; then the folder is free."""
        until = time.monotonic() + QUIET_PATIENCE
        while time.monotonic() < until and (watch.is_watched(self._state) or any(self._strays(owner))):
            time.sleep(0.005)

    def _locked(self) -> contextlib.AbstractContextManager[None]:
        pace = _Pace()

        def waiting(seconds: float) -> None:
            if pace.is_time():
                self._say(
                    tr(
                        "Another desk is starting or stopping the database ({seconds} s)",
                        seconds=int(seconds),
                    )
                )

        return watch.locked(self._state / "lock", waiting=waiting)

    def _make_folders(self, owner: Owner) -> None:
        """Our own folders, with the least rights that work. Parents that exist are never changed."""
        if "\n" in str(self.folder):  # PostgreSQL's own file about itself would be unreadable
            raise NotWritable(
                tr(
                    "The name of the database folder {folder} holds a line end; choose another folder with "
                    "MDI_DESK_DATA.",
                    folder=repr(str(self.folder)),
                )
            )
        fresh = not self.folder.exists()
        mine = {os.geteuid(), owner.uid}
        if not fresh and (
            (owner.dropped and self.folder.stat().st_uid not in mine)
            or (self._cluster.exists() and self._cluster.stat().st_uid != owner.uid)
        ):
            raise NotWritable(
                tr(
                    "The folder {folder} belongs to another account of this computer; start the desk with "
                    "that account, or choose another folder with MDI_DESK_DATA.",
                    folder=self.folder,
                )
            )
        if owner.dropped:
            for parent in reversed(self.folder.parents):
                if not parent.exists() or parent == ROOT_DATA:
                    passable(parent)
            if not owner.reaches(self.folder.parent):
                raise NotWritable(
                    tr(
                        "The account {user}, which runs the database, cannot enter {parent}; choose a "
                        "folder that every user can pass through, such as /var/lib/mdi-desk, with "
                        "MDI_DESK_DATA.",
                        user=SERVER_USER,
                        parent=self.folder.parent,
                    )
                )
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if owner.dropped and not owner.reaches(self.folder):
            if not fresh and not self._state.is_dir() and any(self.folder.iterdir()):
                raise NotWritable(
                    tr(
                        "The folder {folder} is in use by something else; choose an empty one with "
                        "MDI_DESK_DATA.",
                        folder=self.folder,
                    )
                )
            os.chown(self.folder, 0, owner.gid)
            self.folder.chmod(0o710)
        self._state.mkdir(mode=0o700, exist_ok=True)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise explain_os(error, self.folder) from error

    def _say(self, text: str) -> None:
        if self._progress is not None:
            self._progress(text)
