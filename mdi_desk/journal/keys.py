"""The station's keys: what the journal is encrypted with, and how a person's password opens it.

A data key is random. It is wrapped for each login that has worked at this station, under a key derived from
that person's password, and kept in the operating system's keyring where there is a real one. Never in plain
text on disk. Somebody who signs in while a colleague's keys are open gets a wrap of them too, and can upload
what waits.
"""

import base64
import contextlib
import json
import os
import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from mdi_desk.journal.lock import FileLock
from mdi_desk.kernel.seal import KEY_BYTES, SALT_BYTES, SealError, derive, lock_bytes, open_bytes

# Backends that keep a secret from whoever steals the disk. Everything else (plain files, "null", a chain of
# those) no.
KEYRINGS = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
SERVICE = "mdi-desk journal"
FILE = "station.keys"


class Keyring(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


def system_keyring() -> Keyring | None:
    """The operating system's keyring when it is one of `KEYRINGS`, else None. May talk to the session bus."""
    try:
        import keyring

        backend: Any = keyring.get_keyring()
        for one in (backend, *getattr(backend, "backends", ())):
            if type(one).__module__.startswith(KEYRINGS):
                return one  # type: ignore[no-any-return]
    except Exception:
        # Whatever a broken desktop session raises here: the password still opens the keys.
        return None
    return None


class SystemKeyring:
    """`system_keyring`, looked for when a secret is wanted: most sign-ins need the password alone.

    Finding it takes as long as signing in. Raises LookupError where there is none.
    """

    def get_password(self, service: str, username: str) -> str | None:
        return self._found().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._found().set_password(service, username, password)

    def _found(self) -> Keyring:
        found = system_keyring()
        if found is None:
            raise LookupError("no keyring")
        return found


class StationKeys:
    """The keys of one folder, empty until `unlock`. Several processes may share the folder. Thread-safe."""

    def __init__(self, folder: Path, keyring: Keyring | None = None) -> None:
        self._folder = folder
        self._file = folder / FILE
        self._lock_file = folder / (FILE + ".lock")
        self._keyring = keyring
        self._mutex = threading.RLock()
        self._open: dict[str, bytes] = {}
        self._current = ""

    def unlock(self, login: str, password: str) -> None:
        """Open what this login may open; make a key when there is none. About 0.1 s a wrap: not on the GUI
        thread.

        Call it at each sign-in, with the password that the server has just accepted. Raises OSError when the
        folder can't be written.
        """
        with self._mutex, self._kept() as kept:
            wrapped = set()
            for key_id, wraps in kept.items():
                key = self._unwrap(key_id, wraps.get(login), login, password)
                if key is not None:
                    wrapped.add(key_id)
                elif key_id not in self._open:
                    key = self._from_keyring(key_id)
                if key is not None:
                    self._open[key_id] = key
            if not self._open:
                key_id = secrets.token_hex(8)
                self._open[key_id] = secrets.token_bytes(KEY_BYTES)
                self._to_keyring(key_id)
            for key_id in self._open.keys() - wrapped:
                kept.setdefault(key_id, {})[login] = self._wrap(key_id, login, password)
            self._current = next(iter(self._open))

    def change_password(self, login: str, password: str) -> None:
        """`login` has a new password: wrap the open keys under it."""
        with self._mutex, self._kept() as kept:
            for key_id in self._open:
                kept.setdefault(key_id, {})[login] = self._wrap(key_id, login, password)

    def forget(self) -> None:
        """Drop the keys from memory."""
        with self._mutex:
            self._open.clear()
            self._current = ""

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def current(self) -> tuple[str, bytes]:
        """Name and bytes of the key that new entries are written with. Raises LookupError before `unlock`."""
        with self._mutex:
            if not self._current:
                raise LookupError("the station's keys are locked")
            return self._current, self._open[self._current]

    def key(self, key_id: str) -> bytes | None:
        """The key of that name, None while it is locked."""
        with self._mutex:
            return self._open.get(key_id)

    # -- wraps
    # ------------------------------------------------------------------------------------------------

    def _wrap(self, key_id: str, login: str, password: str) -> dict[str, str]:
        salt = os.urandom(SALT_BYTES)
        box = lock_bytes(derive(password, salt), self._open[key_id], _place(key_id, login))
        return {"salt": base64.b64encode(salt).decode(), "box": base64.b64encode(box).decode()}

    def _unwrap(self, key_id: str, wrap: dict[str, str] | None, login: str, password: str) -> bytes | None:
        if wrap is None:
            return None
        try:
            salt, box = base64.b64decode(wrap["salt"]), base64.b64decode(wrap["box"])
            return open_bytes(derive(password, salt), box, _place(key_id, login))
        except (SealError, KeyError, ValueError):
            return None

    def _from_keyring(self, key_id: str) -> bytes | None:
        if self._keyring is None:
            return None
        with contextlib.suppress(Exception):
            found = base64.b64decode(self._keyring.get_password(SERVICE, key_id) or "")
            return found if len(found) == KEY_BYTES else None
        return None

    def _to_keyring(self, key_id: str) -> None:
        if self._keyring is not None:
            with contextlib.suppress(Exception):
                self._keyring.set_password(SERVICE, key_id, base64.b64encode(self._open[key_id]).decode())

    # -- the file
    # ---------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _kept(self) -> Iterator[dict[str, dict[str, Any]]]:
        """The wraps by key and login; written back when they were changed, under a lock between processes."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(self._lock_file)
        until = time.monotonic() + 10
        while not lock.take():
            if time.monotonic() > until:
                raise OSError(f"{self._lock_file} is held by another desk")
            time.sleep(0.01)
        try:
            kept = self._read()
            before = json.dumps(kept, sort_keys=True)
            yield kept
            if json.dumps(kept, sort_keys=True) != before:
                self._write(kept)
        finally:
            lock.release()

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            found = json.loads(self._file.read_text("utf-8"))["keys"]
            if isinstance(found, dict) and all(isinstance(one, dict) for one in found.values()):
                return found
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError):
            pass
        # Unreadable wraps open nothing any more, but somebody may mend them: set aside, never delete.
        self._file.replace(self._file.with_name(f"{FILE}.corrupt-{time.time_ns()}"))
        return {}

    def _write(self, kept: dict[str, dict[str, Any]]) -> None:
        fresh = self._file.with_name(FILE + ".new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "keys": kept}, file)
            file.flush()
            os.fsync(handle)
        fresh.replace(self._file)


def _place(key_id: str, login: str) -> bytes:
    return b"mdi-desk wrap\0" + key_id.encode() + b"\0" + login.encode()
