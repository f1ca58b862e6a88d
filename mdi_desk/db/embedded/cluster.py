"""The data of an embedded server, made by initdb, and its configuration, written anew at every start."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from mdi_desk.db.embedded.owner import Owner
from mdi_desk.db.embedded.programs import environment
from mdi_desk.db.embedded.trouble import NotOurData, OtherVersion, explain
from mdi_desk.kernel.words import tr

PORT = 5432  # part of the socket's name only: nothing listens on the network
SUPERUSER = "postgres"
# Bytes: the system's own limit, less the final zero.
SOCKET_PATH_LIMIT = 107 if sys.platform == "linux" else 103
LOG_DAYS = 6

# Whoever reads the log must not read people's data in it: no statements, no values of rows.
CONFIGURATION = """\
# Written by MDI Desk at every start; changes made here are lost. ALTER SYSTEM is kept.
listen_addresses = ''
port = {port}
unix_socket_directories = {sockets}
unix_socket_permissions = 0700
max_connections = 120
password_encryption = scram-sha-256
shared_buffers = 96MB
work_mem = 8MB
maintenance_work_mem = 64MB
dynamic_shared_memory_type = posix
max_wal_size = 256MB
min_wal_size = 64MB
jit = off
logging_collector = on
log_directory = 'log'
log_filename = 'server-%a.log'
log_file_mode = 0600
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_statement = none
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_line_prefix = '%m [%p] '
log_timezone = 'UTC'
timezone = 'UTC'
datestyle = 'iso, ymd'
lc_messages = 'C'
default_text_search_config = 'pg_catalog.simple'
"""

ACCESS = """\
# Written by MDI Desk at every start. The superuser enters by the operating system's word for who is asking
# (pg_ident.conf), everybody else by password, and nobody over the network.
local  all  {superuser}  peer map=boot
local  all  all  scram-sha-256
local  replication  all  reject
host   all  all  all  reject
host   replication  all  all  reject
"""


@dataclass(frozen=True, slots=True)
class ServerFile:
    """What a server says about itself in ``postmaster.pid``; all but the number may be missing yet."""

    pid: int
    sockets: str
    port: int
    status: str


def read_server_file(cluster: Path) -> ServerFile | None:
    """``postmaster.pid``, or None when there is none or its number can't be read."""
    try:
        lines = os.fsdecode((cluster / "postmaster.pid").read_bytes()).split("\n")
    except OSError:
        return None
    # Number, data folder, time of start, port, socket folder, address, memory key, status.
    number, _, _, port, sockets, _, _, status = (*lines, *[""] * 8)[:8]
    if not re.fullmatch("[0-9]{1,10}", number) or int(number) < 2:
        return None
    return ServerFile(int(number), sockets, int(port) if port.isdecimal() else PORT, status.strip())


def check_version(cluster: Path, major: int) -> None:
    """Raise `OtherVersion` or `NotOurData` when the programs of version `major` can't run on `cluster`."""
    try:
        made_by = (cluster / "PG_VERSION").read_text().strip()
    except (OSError, UnicodeDecodeError):
        raise NotOurData(
            tr(
                "The folder {folder} holds no usable database (PG_VERSION is missing); restore it from a "
                "backup, or move it away to begin with an empty one.",
                folder=cluster,
            )
        ) from None
    if made_by != str(major):
        raise OtherVersion(
            tr(
                "The data in {folder} belongs to PostgreSQL {theirs}, and this desk brings PostgreSQL "
                "{ours}; back it up with the desk that made it and restore the backup here.",
                folder=cluster,
                theirs=made_by or "?",
                ours=major,
            )
        )


def was_cut_off(cluster: Path) -> bool:
    """Did the last server end without an orderly stop, so that the next one recovers first?"""
    shut_down, shut_down_in_recovery = 1, 2
    try:
        with (cluster / "global" / "pg_control").open("rb") as control:
            head = control.read(20)  # identifier (8), two versions (4 + 4), state (4)
    except OSError:
        return False
    return len(head) == 20 and struct.unpack_from("=I", head, 16)[0] not in (shut_down, shut_down_in_recovery)


def make_cluster(cluster: Path, programs: Path, major: int, owner: Owner) -> None:
    """Make a new, empty cluster by initdb. It appears whole, or not at all.

    Raises `DiskFull`, `NotWritable` or `StartFailed` with what initdb said.
    """
    for left in cluster.parent.glob("cluster.half-*"):
        shutil.rmtree(left, ignore_errors=True)
    # A name of its own: after a killed desk its initdb may still be at work.
    half = Path(tempfile.mkdtemp(prefix="cluster.half-", dir=cluster.parent))
    if owner.dropped:
        os.chown(half, owner.uid, owner.gid)
    if major >= 18:
        language = ["--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST", "--locale=C"]
    elif major == 17:
        language = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    else:
        language = ["--locale=C.UTF-8"]
    command = [
        str(programs / "initdb"),
        "--pgdata",
        str(half),
        "--username",
        SUPERUSER,
        "--encoding=UTF8",
        *language,
        "--data-checksums",
        "--auth-local=reject",
        "--auth-host=reject",
        "--no-instructions",
    ]
    try:
        done = subprocess.run(
            command,
            env=environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            umask=0o077,
            user=owner.uid if owner.dropped else None,
            group=owner.gid if owner.dropped else None,
            extra_groups=[] if owner.dropped else None,
        )
        if done.returncode != 0:
            report = cluster.with_name("initdb.log")
            with contextlib.suppress(OSError):
                report.write_text(done.stdout, errors="replace")
            raise explain(done.stdout, cluster.parent, report)
        half.rename(cluster)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def configure(cluster: Path, sockets: Path, owner: Owner) -> None:
    """Write the three configuration files and forget old logs."""
    place = str(sockets).replace('"', '""')
    quoted = "'" + f'"{place}"'.replace("\\", "\\\\").replace("'", "''") + "'"
    names = "".join(f'boot "{one}" {SUPERUSER}\n' for one in dict.fromkeys(owner.boots))
    _write(cluster / "postgresql.conf", CONFIGURATION.format(port=PORT, sockets=quoted), owner)
    _write(cluster / "pg_hba.conf", ACCESS.format(superuser=SUPERUSER), owner)
    _write(cluster / "pg_ident.conf", "# Written by MDI Desk at every start.\n" + names, owner)
    old = time.time() - LOG_DAYS * 86400
    for log in (cluster / "log").glob("server-*.log"):
        with contextlib.suppress(OSError):
            if log.lstat().st_mtime < old:
                log.unlink()


def _write(path: Path, text: str, owner: Owner) -> None:
    """Replace the file in one step. The folder may belong to another user: follow no link of theirs."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as file:
        if owner.dropped:
            os.fchown(handle, owner.uid, owner.gid)
        file.write(os.fsencode(text))
    fresh.replace(path)


def socket_folder(folder: Path, cluster: Path, owner: Owner) -> Path:
    """A folder for the socket that is only the owner's.

    Below `folder` where the system's limit on a socket's name allows it, else a private one with a hashed
    name in the user's runtime folder or the temporary folder.
    """
    own = folder / "run"
    if _fits(own):
        return _private(own, owner)
    name = "mdi-desk-" + hashlib.sha256(os.fsencode(cluster) + str(owner.uid).encode()).hexdigest()[:16]
    runtime = Path("/run") if owner.dropped else Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent")
    for base in (runtime, Path(tempfile.gettempdir()), Path("/tmp")):
        usable = base.is_dir() and os.access(base, os.W_OK | os.X_OK) and owner.reaches(base)
        if usable and _fits(base / name):
            try:
                return _private(base / name, owner)
            except PermissionError:  # the name is taken by somebody else; they shall not keep us out
                return _private(Path(tempfile.mkdtemp(prefix="mdi-desk-", dir=base)), owner)
    return _private(own, owner)  # the server will say what is wrong with it


def _fits(folder: Path) -> bool:
    path = str(folder / f".s.PGSQL.{PORT}")
    # To the client library a comma parts several hosts; line ends and undecodable names it can't be told.
    return path.isprintable() and "," not in path and len(os.fsencode(path)) <= SOCKET_PATH_LIMIT


def _private(folder: Path, owner: Owner) -> Path:
    """Make `folder`, or check that it is ours, and close it to others. Not ours: `PermissionError`."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:  # a link or a file stands there, or somebody else's folder
        raise PermissionError(errno.EPERM, "not our folder", str(folder)) from error
    try:
        if os.fstat(handle).st_uid not in {owner.uid, os.geteuid()}:
            raise PermissionError(errno.EPERM, "not our folder", str(folder))
        if owner.dropped:
            os.fchown(handle, owner.uid, owner.gid)
        os.fchmod(handle, 0o700)
    finally:
        os.close(handle)
    return folder


def drop_socket_folder(sockets: str, folder: Path) -> None:
    """After the stop: remove a socket folder that we made elsewhere."""
    place = Path(sockets)
    if sockets and place.parent != folder and place.name.startswith("mdi-desk-"):
        with contextlib.suppress(OSError):
            place.rmdir()
