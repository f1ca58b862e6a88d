"""What can go wrong with the embedded server, each with one sentence that says what to do next."""

import errno
from pathlib import Path

from mdi_desk.kernel.errors import DeskError, Unavailable, UserError
from mdi_desk.kernel.words import tr


class DiskFull(Unavailable):
    """No room (or no quota) for the data."""


class NotWritable(UserError):
    """The folder can't be used by the one who must use it."""


class OtherVersion(UserError):
    """The data was made by another major version of PostgreSQL."""


class NotOurData(UserError):
    """The folder holds something, but no database that this launcher made."""


class BadPrograms(UserError):
    """The PostgreSQL programs are missing or don't run on this computer."""


class NoServerUser(UserError):
    """There is no operating-system account that may run the server."""


class StartFailed(Unavailable):
    """The server ended instead of starting, for a reason that has no class of its own."""


def disk_full(folder: Path) -> DiskFull:
    return DiskFull(
        tr(
            "There is no room left on the disk for the database in {folder}; free some space and start "
            "again.",
            folder=folder,
        )
    )


def not_writable(folder: Path) -> NotWritable:
    return NotWritable(
        tr(
            "The database folder {folder} cannot be written to; allow writing there, or choose another "
            "folder with MDI_DESK_DATA.",
            folder=folder,
        )
    )


def explain(said: str, folder: Path, log: Path) -> DeskError:
    """The error that fits what initdb or the server said; `log` is where the person finds all of it."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for line in lines:
        if "shared memory" in line:
            continue  # its "no space left" is about memory, not about the disk
        if any(
            words in line
            for words in (
                "No space left on device",
                "File too large",
                "File size limit exceeded",
                "Disk quota exceeded",
            )
        ):
            return disk_full(folder)
        if "Read-only file system" in line or "Permission denied" in line:
            return not_writable(folder)
    worst = [line for line in lines if any(mark in line for mark in ("PANIC:", "FATAL:", "error:"))] or lines
    reason = worst[-1] if worst else tr("it ended without a word")
    return StartFailed(
        tr("The database did not start ({reason}); the full report is in {log}.", reason=reason, log=log)
    )


def explain_os(error: OSError, folder: Path) -> DeskError:
    """The error that fits a failed system call on our own folder."""
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return not_writable(folder)
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return NotWritable(
            tr(
                "{folder} cannot be the database folder, since a file of that name is in the way; "
                "choose another folder with MDI_DESK_DATA.",
                folder=folder,
            )
        )
    return StartFailed(
        tr("The database folder {folder} cannot be used: {reason}.", folder=folder, reason=error.strerror)
    )
