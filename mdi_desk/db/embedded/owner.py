"""Which operating-system user runs the server, and which folders that user can reach."""

import os
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mdi_desk.db.embedded.trouble import NoServerUser
from mdi_desk.kernel.words import tr

SERVER_USER = "mdi-desk"
ROOT_DATA = Path("/var/lib/mdi-desk")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns the data and runs the server. `boots` are the system users that may enter as its superuser."""

    uid: int
    gid: int
    boots: tuple[str, ...]
    dropped: bool  # we are root and hand over to this user

    def reaches(self, folder: Path) -> bool:
        """Can this user walk down to and into `folder` (which exists), by its plain permissions?"""
        if not self.dropped:
            return os.access(folder, os.X_OK)
        return all(self._enters(one) for one in (folder, *folder.parents))

    def _enters(self, folder: Path) -> bool:
        about = folder.stat()
        if about.st_uid == self.uid:
            return bool(about.st_mode & stat.S_IXUSR)
        if about.st_gid == self.gid:
            return bool(about.st_mode & stat.S_IXGRP)
        return bool(about.st_mode & stat.S_IXOTH)


def current_owner(*, create: bool) -> Owner:
    """The user that runs the server: ourselves, or `mdi-desk` when we are root (made when missing and
    `create`).

    Raises `NoServerUser` when there is no such user, or it can't be made.
    """
    import pwd

    uid = os.geteuid()
    try:
        me = pwd.getpwuid(uid)
    except KeyError:
        raise NoServerUser(
            tr(
                "This computer has no account for user number {uid}; start the desk as a user with an "
                "account.",
                uid=uid,
            )
        ) from None
    if uid != 0:
        return Owner(uid, os.getegid(), (me.pw_name,), dropped=False)
    try:
        server = pwd.getpwnam(SERVER_USER)
    except KeyError:
        if create:
            _make_server_user()
        try:
            server = pwd.getpwnam(SERVER_USER)
        except KeyError:
            raise _no_server_user(tr("it does not exist")) from None
    if server.pw_uid == 0:
        raise _no_server_user(tr("it is the administrator"))
    return Owner(server.pw_uid, server.pw_gid, (SERVER_USER, me.pw_name), dropped=True)


def _make_server_user() -> None:
    program = shutil.which("useradd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if program is None:
        raise _no_server_user(tr("useradd is missing"))
    done = subprocess.run(
        [
            program,
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            str(ROOT_DATA),
            "--shell",
            "/usr/sbin/nologin",
            "--comment",
            "MDI Desk database",
            SERVER_USER,
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    name_in_use = 9  # another desk was faster
    if done.returncode not in (0, name_in_use):
        raise _no_server_user(done.stderr.strip() or str(done.returncode))


def _no_server_user(reason: str) -> NoServerUser:
    return NoServerUser(
        tr(
            "The database must not run as the administrator, and its own account {user} cannot be used "
            "({reason}); create that account, or start the desk as an ordinary user.",
            user=SERVER_USER,
            reason=reason,
        )
    )


def data_root() -> Path:
    """The folder of everything the desk keeps on this computer; not created here.

    ``MDI_DESK_DATA`` decides when set; else /var/lib/mdi-desk for root and the user's own data folder for
    others.
    """
    said = os.environ.get("MDI_DESK_DATA")
    if said:
        return Path(said).expanduser().absolute()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ROOT_DATA
    import platformdirs

    return platformdirs.user_data_path("mdi-desk", appauthor=False)


def passable(folder: Path) -> None:
    """Make our own folder `folder` (as root), or open it, so that others may pass through it, not list it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) | 0o711)


def server_friendly_tmp(prefix: str = "mdi-desk-") -> Path:
    """A new, empty temporary folder that the server's user can reach; the caller removes it. For tests and
    the tour.

    As an ordinary user this is a plain private folder. Root's own temporary folders (mode 0700, as pytest
    makes them) are closed to the server's user, so root gets one beside them that others may pass through,
    not list.
    """
    owner = current_owner(create=True)
    if not owner.dropped:
        return Path(tempfile.mkdtemp(prefix=prefix)).resolve()
    for base in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        place = Path(base).resolve()
        if place.is_dir() and owner.reaches(place):
            made = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
            made.chmod(0o711)
            return made
    raise NoServerUser(
        tr(
            "No temporary folder of this computer is open to the account {user}; set TMPDIR to one that is.",
            user=SERVER_USER,
        )
    )
