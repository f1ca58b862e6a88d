"""Starts, shares and stops the embedded PostgreSQL of one folder."""

import contextlib
import functools
import json
import os
import select
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
from mdi_desk.db.embedded.owner import SERVER_USER, Owner, current_owner
from mdi_desk.db.embedded.trouble import BadPrograms, NotWritable, StartFailed, explain, explain_os
from mdi_desk.kernel.words import tr

if TYPE_CHECKING:
    import psycopg

SAY_EVERY = 1.0  # seconds between two words of progress
SAY_AFTER = 1.0  # seconds of silence before the first word about a wait


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
            host=self.host, port=self.port, dbname=dbname, user=user,
            **({} if password is None else {"password": password}),
        )  # fmt: skip


def connect_owner(reach: Reach, dbname: str = "postgres", **kw: Any) -> "psycopg.Connection[Any]":
    """A connection as the superuser, with autocommit. No password: the server asks the system who we are.

    Works for the operating-system user the data belongs to, and for root when root started it.
    """
    import psycopg

    return psycopg.connect(reach.dsn(dbname, reach.superuser), autocommit=True, **kw)


class EmbeddedServer:
    """The PostgreSQL server of `folder`, shared by every desk (process) of this user that starts it.

    `start` makes the data when there is none, starts the server or joins the running one, and enters this process
    as a holder; the last holder to leave, or to die, stops the server. Usable from any thread, several times in one
    process, and as a context manager. A fork is no holder.
    """

    def __init__(
        self, folder: Path, *, bin_dir: Path | None = None, progress: Callable[[str], None] | None = None
    ) -> None:
        """`folder` belongs to the server alone and is made when missing; `bin_dir` has other PostgreSQL programs."""
        if sys.platform == "win32":
            raise BadPrograms(
                tr("The built-in database does not run on Windows yet; name a PostgreSQL server with "
                   "MDI_DESK_DATABASE_URL.")
            )  # fmt: skip
        self.folder = Path(os.path.realpath(folder))
        self._cluster = self.folder / "cluster"
        self._state = self.folder / "launcher"
        self._bin_dir = bin_dir
        self._progress = progress
        self._token = uuid.uuid4().hex

    # -- what others call -----------------------------------------------------------------------------------------

    def start(self) -> Reach:
        """Start or join, and wait until the server answers, however long its recovery takes.

        Calling it again is harmless, and starts the server again when it has gone. Raises one of `trouble`'s errors.
        """
        owner = current_owner(create=True)
        with self._explained():
            self._make_folders(owner)
            with watch.locked(self._state / "lock", waiting=self._say_waiting):
                watch.join(self._state, self._token)
                try:
                    return self._running(owner)
                except BaseException:
                    watch.part(self._state, self._token)
                    raise

    def leave(self) -> None:
        """This desk needs the server no more. Stops it, and waits for that, when no other living desk holds it."""
        if not self._state.is_dir():
            return
        with self._explained(), watch.locked(self._state / "lock", waiting=self._say_waiting):
            watch.part(self._state, self._token)
            if not watch.living_holders(self._state):
                self._stop()

    def stop(self) -> None:
        """Stop the server, whoever holds it, and wait for that."""
        if not self._state.is_dir():
            return
        with self._explained(), watch.locked(self._state / "lock", waiting=self._say_waiting):
            watch.part(self._state, self._token)
            self._stop()

    def reach(self) -> Reach | None:
        """How to reach the server when it is running and ready; starts nothing."""
        said = self._living()
        return self._reach(said) if said is not None and said.status == "ready" else None

    def __enter__(self) -> Reach:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.leave()

    # -- starting -------------------------------------------------------------------------------------------------

    def _running(self, owner: Owner) -> Reach:
        """Under the lock: the reach of the running server, which is started when it isn't there."""
        for _ in range(3):  # a server that is just going down, stopped by other hands, is waited for and started anew
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
        self._sweep(owner)
        sockets = clusters.socket_folder(self.folder, self._cluster, owner)
        for name in (f".s.PGSQL.{clusters.PORT}", f".s.PGSQL.{clusters.PORT}.lock"):
            (sockets / name).unlink(missing_ok=True)  # of a killed server; its lock may name a living stranger
        clusters.configure(self._cluster, sockets, owner)
        recovering = clusters.was_cut_off(self._cluster)
        self._say(tr("Starting the database"))
        alive, ended = os.pipe()
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
            # The watcher's end of the pipe closes when the server ends, however it ends.
            reach = self._await_ready(lambda: not select.select([alive], [], [], 0)[0], recovering=recovering)
        finally:
            os.close(alive)
            if ended >= 0:
                os.close(ended)
        if reach is None:
            raise self._why_not()
        return reach

    def _await_ready(self, lives: Callable[[], bool], *, recovering: bool = False) -> Reach | None:
        """Wait as long as the server lives and is not ready; None when it ends instead."""
        began = said_at = time.monotonic()
        while lives():
            said = self._living()
            if said is not None and said.status == "ready":
                return self._reach(said)
            now = time.monotonic()
            if now - began >= SAY_AFTER and now - said_at >= SAY_EVERY:
                said_at, seconds = now, int(now - began)
                if recovering:
                    self._say(tr("The database is recovering after it was cut off ({seconds} s)", seconds=seconds))
                else:
                    self._say(tr("Waiting for the database ({seconds} s)", seconds=seconds))
            time.sleep(0.005 if now - began < 1 else 0.05)
        return None

    def _send_watcher(self, order: dict[str, object], keep: int | None = None) -> None:
        """Start the watcher with `order`; it inherits the handle `keep` and nothing else of ours."""
        order |= {"state": str(self._state), "cluster": str(self._cluster)}
        subprocess.run(
            [sys.executable, "-I", "-S", watch.__file__, json.dumps(order)], check=True, cwd="/", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=() if keep is None else (keep,),
        )  # fmt: skip

    def _sweep(self, owner: Owner) -> None:
        """No server runs: take away what a killed one left, its processes too, since they still hold the memory."""
        (self._cluster / "postmaster.pid").unlink(missing_ok=True)
        until = time.monotonic() + 5.0
        while strays := list(self._strays(owner)):
            for pid in strays:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGQUIT if time.monotonic() < until else signal.SIGKILL)
            time.sleep(0.02)

    def _strays(self, owner: Owner) -> Iterator[int]:
        """Processes of PostgreSQL that still work in our data (where the system can tell)."""
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if os.readlink(entry / "cwd") == str(self._cluster):
                    process = watch.look(int(entry.name))
                    if process is not None and process.uid == owner.uid and process.name.startswith("postgres"):
                        yield process.pid

    def _why_not(self) -> Exception:
        """The error for a server that ended instead of starting, from what it said."""
        said, log = "", self._state / "start.log"
        newest = max((self._cluster / "log").glob("server-*.log"), key=lambda one: one.stat().st_mtime, default=None)
        for path in (log, newest):
            with contextlib.suppress(OSError):
                if path is not None:
                    said += path.read_text(errors="replace")[-4000:]
        return explain(said, self.folder, newest or log)

    # -- the rest -------------------------------------------------------------------------------------------------

    def _living(self) -> clusters.ServerFile | None:
        """What the living server of our data says of itself, or None when there is none.

        A number in a file proves nothing: after a crash it may be unreadable, or belong to somebody else by now.
        """
        said = clusters.read_server_file(self._cluster)
        return said if said is not None and self._lives(said.pid) else None

    def _lives(self, pid: int) -> bool:
        return watch.is_server_of(watch.look(pid), self._cluster)

    def _reach(self, said: clusters.ServerFile) -> Reach:
        return Reach(said.sockets, said.port, clusters.SUPERUSER)

    def _stop(self) -> None:
        said = self._living()
        if said is not None:
            watch.stop_server(said.pid, self._cluster)
            clusters.drop_socket_folder(said.sockets, self.folder)

    def _make_folders(self, owner: Owner) -> None:
        """Our own folders, with the least rights that work. Parents that exist are never changed."""
        fresh = not self.folder.exists()
        if owner.dropped:
            for parent in reversed(self.folder.parents):
                if not parent.exists():
                    parent.mkdir()
                    parent.chmod(0o711)
            if not owner.reaches(self.folder.parent):
                raise NotWritable(
                    tr("The account {user}, which runs the database, cannot enter {parent}; choose a folder that every "
                       "user can pass through, such as /var/lib/mdi-desk, with MDI_DESK_DATA.",
                       user=SERVER_USER, parent=self.folder.parent)
                )  # fmt: skip
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if owner.dropped and not owner.reaches(self.folder):
            if not fresh and not self._state.is_dir() and any(self.folder.iterdir()):
                raise NotWritable(
                    tr("The folder {folder} is in use by something else; choose an empty one with MDI_DESK_DATA.",
                       folder=self.folder)
                )  # fmt: skip
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

    def _say_waiting(self, seconds: float) -> None:
        if seconds >= SAY_AFTER and seconds % SAY_EVERY < 0.03:
            self._say(tr("Another desk is starting or stopping the database; waiting"))
