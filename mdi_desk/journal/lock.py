"""A lock that ends with its process, however the process ends."""

import os
import sys
from pathlib import Path


class FileLock:
    """Holds the file at `path` exclusively between processes; `take` never waits."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours now. Raises OSError when the file can't be made."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            # The file may have been removed by its last holder between opening and locking it.
            if _lock(handle) and self._is_at_path(handle):
                self._handle, handle = handle, -1
                return True
            return False
        finally:
            if handle >= 0:
                os.close(handle)

    def release(self, *, remove: bool = False) -> None:
        """Give the lock up; `remove`: the file goes too. Harmless when not held."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if remove and sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(handle)
        if remove and sys.platform == "win32":
            self.path.unlink(missing_ok=True)

    def _is_at_path(self, handle: int) -> bool:
        try:
            there, here = self.path.stat(), os.fstat(handle)
        except FileNotFoundError:
            return False
        return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        # flock, not fcntl's record locks: those vanish when anybody in the process closes the file.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
