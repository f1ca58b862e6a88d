"""The workstation's own durable journal: an operation is in it, on the disk, before the network is used.

One SQLite file per running desk, in WAL mode with ``synchronous=FULL``; whoever holds its lock owns it. A
file whose desk has died is adopted by the next desk that starts. Payloads are encrypted, bound to login and
operation id. Nothing that was not confirmed is ever deleted, and a file that cannot be read is set aside, not
removed.
"""

import contextlib
import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.lock import FileLock
from mdi_desk.journal.operation import WAITING, Entry, Operation, State
from mdi_desk.kernel.errors import Unavailable
from mdi_desk.kernel.seal import SealError, lock_bytes, open_bytes
from mdi_desk.kernel.words import tr

KEEP_DONE = timedelta(days=30)
SUFFIX = ".journal"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id TEXT NOT NULL UNIQUE,
    login TEXT NOT NULL,
    account_id TEXT NOT NULL,
    function TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'sent', 'done', 'rejected', 'conflict')),
    tries INTEGER NOT NULL DEFAULT 0,
    key_id TEXT NOT NULL,
    payload BLOB NOT NULL,
    answer BLOB,
    answer_key_id TEXT,
    seen INTEGER NOT NULL DEFAULT 0,
    written_at REAL NOT NULL,
    changed_at REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS entry_state ON entry (state, seq);
"""
_COPIED = (
    "op_id", "login", "account_id", "function", "state", "tries", "key_id", "payload", "answer",
    "answer_key_id", "seen", "written_at", "changed_at",
)  # fmt: skip


class JournalTrouble(Unavailable):
    """The operation could not be written down, so it was not begun. Nothing has happened."""


class Journal:
    """The journal of this process. `open` it once; usable from any thread; `close` it at the end.

    `set_aside`: files of earlier desks that could not be read and were renamed.
    """

    def __init__(self, path: Path, lock: FileLock, keys: StationKeys) -> None:
        self.path = path
        self.set_aside: list[Path] = []
        self._lock = lock
        self._keys = keys
        self._mutex = threading.RLock()
        self._db = _connect(path)

    @classmethod
    def open(cls, folder: Path, keys: StationKeys) -> "Journal":
        """Adopt what dead desks left in `folder` (made when missing), or begin a new journal.

        Call it after `keys` are unlocked: what they do not open is left for somebody who can. Raises
        `JournalTrouble` when nothing can be written there.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            set_aside: list[Path] = []
            own = next(_orphans(cls, folder, keys, set_aside), None)
            if own is None:
                path = folder / f"{uuid4().hex}{SUFFIX}"
                lock = FileLock(path.with_suffix(".lock"))
                lock.take()
                try:
                    own = cls(path, lock, keys)
                except BaseException:
                    lock.release(remove=True)
                    raise
            own.set_aside = set_aside
            own.adopt()
            own.prune()
        except (OSError, sqlite3.Error) as error:
            raise _trouble(error) from error
        return own

    def adopt(self) -> int:
        """Take over what dead desks left and the keys, as they are now, can open; how many such journals.

        Call it again when somebody else has signed in.
        """
        count = 0
        for other in _orphans(type(self), self.path.parent, self._keys, self.set_aside):
            self._take_over(other)
            count += 1
        return count

    def _is_foreign(self) -> bool:
        """Whether it holds waiting operations and none of them can be opened with our keys."""
        rows = self._db.execute(
            "SELECT DISTINCT key_id FROM entry WHERE state IN ('new', 'sent')"
        ).fetchall()  # fmt: skip
        return bool(rows) and all(self._keys.key(row[0]) is None for row in rows)

    def _take_over(self, other: "Journal") -> None:
        """Copy what `other` holds and end it. Killed in between, it is copied again: ids are unique."""
        columns, marks = ", ".join(_COPIED), ", ".join("?" * len(_COPIED))
        rows = other._db.execute(f"SELECT {columns} FROM entry ORDER BY seq").fetchall()
        with self._mutex, self._writing():
            self._db.executemany(f"INSERT OR IGNORE INTO entry ({columns}) VALUES ({marks})", rows)
        other._end(remove=True)

    # -- writing
    # ----------------------------------------------------------------------------------------------

    def add(self, operation: Operation) -> None:
        """Write `operation` down as ``new``; on the disk when this returns. Raises `JournalTrouble` or
        LookupError.

        Writing the same id again changes nothing.
        """
        key_id, key = self._keys.current()
        payload = {
            "args": operation.args,
            "kind": operation.kind,
            "label": operation.label,
            "occurred_at": operation.occurred_at.isoformat(),
        }
        box = lock_bytes(
            key, json.dumps(payload).encode(), _place(operation.login, operation.op_id, "payload")
        )
        now = time.time()
        with self._mutex, self._writing():
            self._db.execute(
                "INSERT OR IGNORE INTO entry (op_id, login, account_id, function, state, key_id, payload,"
                " written_at, changed_at) VALUES (?, ?, ?, ?, 'new', ?, ?, ?, ?)",
                (
                    str(operation.op_id),
                    operation.login,
                    str(operation.account_id),
                    operation.function,
                    key_id,
                    box,
                    now,
                    now,
                ),
            )

    def sent(self, op_id: UUID) -> None:
        """It is on its way, once more."""
        self._move(op_id, "sent", tries=1)

    def done(self, op_id: UUID, result: object) -> None:
        """The server has it; `result` is its answer."""
        self._move(op_id, "done", answer=result)

    def rejected(self, op_id: UUID, code: str, message: str, detail: object = None) -> None:
        """The server's final no. Kept until somebody has seen it, and after."""
        self._move(op_id, "rejected", answer={"code": code, "message": message, "detail": detail})

    def conflict(self, op_id: UUID, result: object) -> None:
        """It was accepted here while the server was away, and the server's answer is another: somebody must
        look.
        """
        self._move(op_id, "conflict", answer=result)

    def seen(self, op_id: UUID) -> None:
        """Somebody has looked at a rejected or conflicting operation."""
        with self._mutex, self._writing():
            self._db.execute("UPDATE entry SET seen = 1 WHERE op_id = ?", (str(op_id),))

    def prune(self, now: datetime | None = None) -> int:
        """Forget confirmed entries older than `KEEP_DONE`, and nothing else. Returns how many."""
        before = (now or datetime.now(UTC)) - KEEP_DONE
        with self._mutex, self._writing():
            done = self._db.execute(
                "DELETE FROM entry WHERE state = 'done' AND changed_at < ?", (before.timestamp(),)
            )
            return done.rowcount

    def _move(self, op_id: UUID, state: State, *, answer: object = None, tries: int = 0) -> None:
        with self._mutex, self._writing():
            row = self._db.execute("SELECT login, state FROM entry WHERE op_id = ?", (str(op_id),)).fetchone()
            if row is None:
                raise LookupError(f"not in the journal: {op_id}")
            login, before = row
            # A late copy of an answer never takes a final state back.
            if before not in WAITING:
                return
            box = key_id = None
            if answer is not None and self._keys.is_open:
                key_id, key = self._keys.current()
                box = lock_bytes(
                    key, json.dumps(answer, default=str).encode(), _place(login, op_id, "answer")
                )
            self._db.execute(
                "UPDATE entry SET state = ?, tries = tries + ?, answer = ?, answer_key_id = ?, changed_at = ?"
                " WHERE op_id = ?",
                (state, tries, box, key_id, time.time(), str(op_id)),
            )

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
        except (sqlite3.Error, OSError) as error:
            raise _trouble(error) from error

    # -- reading
    # ----------------------------------------------------------------------------------------------

    def waiting(self) -> list[Entry]:
        """What is not confirmed, oldest first. Entries whose key is locked come without their `operation`."""
        return self._entries("state IN ('new', 'sent')")

    def inbox(self) -> list[Entry]:
        """Rejected and conflicting operations that nobody has seen yet, oldest first."""
        return self._entries("state IN ('rejected', 'conflict') AND NOT seen")

    def entry(self, op_id: UUID) -> Entry | None:
        """One entry, whatever its state."""
        found = self._entries("op_id = ?", str(op_id))
        return found[0] if found else None

    def count(self) -> int:
        """How many operations wait."""
        with self._mutex:
            row = self._db.execute("SELECT count(*) FROM entry WHERE state IN ('new', 'sent')").fetchone()
            return int(row[0])

    def _entries(self, where: str, *values: object) -> list[Entry]:
        with self._mutex:
            rows = self._db.execute(
                "SELECT seq, op_id, login, account_id, function, state, tries, written_at, key_id, payload,"
                f" answer, answer_key_id FROM entry WHERE {where} ORDER BY seq",
                values,
            ).fetchall()
        return [self._entry(row) for row in rows]

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        seq, op_text, login, account, function, state, tries, written, key_id, payload, answer, answer_key = (
            row
        )
        op_id = UUID(op_text)
        operation = None
        found = self._opened(key_id, payload, _place(login, op_id, "payload"))
        if found is not None:
            operation = Operation(
                op_id, function, found["args"], login, UUID(account), found["kind"], found["label"],
                datetime.fromisoformat(found["occurred_at"]),
            )  # fmt: skip
        result = self._opened(answer_key, answer, _place(login, op_id, "answer"))
        at = datetime.fromtimestamp(written, UTC)
        return Entry(seq, op_id, login, UUID(account), function, state, tries, at, operation, result)

    def _opened(self, key_id: str | None, box: bytes | None, place: bytes) -> Any:
        key = self._keys.key(key_id) if key_id else None
        if key is None or box is None:
            return None
        try:
            return json.loads(open_bytes(key, box, place))
        except (SealError, ValueError):
            return None  # changed or moved on the disk: it is not sent, and stays where it is

    # -- the end
    # ----------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the file. A journal in which nothing is kept is removed; any other waits for the next
        desk.
        """
        with self._mutex:
            empty = self._db.execute("SELECT NOT EXISTS (SELECT 1 FROM entry)").fetchone()[0]
            self._end(remove=bool(empty))

    def _end(self, *, remove: bool) -> None:
        self._db.close()
        if remove:
            for ending in ("", "-wal", "-shm"):
                Path(str(self.path) + ending).unlink(missing_ok=True)
        self._lock.release(remove=remove)


def _orphans(
    kind: type[Journal], folder: Path, keys: StationKeys, set_aside: list[Path]
) -> Iterator[Journal]:
    """The journals in `folder` whose desk has died, opened and locked; damaged ones go to `set_aside`."""
    for path in sorted(folder.glob("*" + SUFFIX)):
        lock = FileLock(path.with_suffix(".lock"))
        if not lock.take():
            continue  # its desk lives, or is this one
        if not path.exists():
            lock.release(remove=True)  # another starting desk was faster
            continue
        try:
            found = kind(path, lock, keys)
            _check(found._db)
        except sqlite3.DatabaseError as error:
            if _is_full(error):
                lock.release()
                raise
            set_aside.append(_put_aside(path))
            lock.release(remove=True)
            continue
        if found._is_foreign():
            found._end(remove=False)
        else:
            yield found


def _connect(path: Path) -> sqlite3.Connection:
    is_new = not path.exists()
    if is_new:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA fullfsync = ON")
        db.execute("PRAGMA secure_delete = ON")
        db.executescript(_SCHEMA)
        if is_new and os.name == "posix":
            _sync_folder(path.parent)
    except BaseException:
        db.close()
        raise
    return db


def _sync_folder(folder: Path) -> None:
    """A new file's name must be on the disk as well."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(db: sqlite3.Connection) -> None:
    found = db.execute("PRAGMA quick_check(1)").fetchone()
    if found is None or found[0] != "ok":
        db.close()
        raise sqlite3.DatabaseError("the journal is damaged")


def _put_aside(path: Path) -> Path:
    stamp = f".corrupt-{time.time_ns()}"
    for ending in ("-wal", "-shm", ""):
        part = Path(str(path) + ending)
        if part.exists():
            part.rename(str(path) + stamp + ending)
    return Path(str(path) + stamp)


def _is_full(error: Exception) -> bool:
    text = str(error).lower()
    return "full" in text or "disk i/o" in text or getattr(error, "errno", None) in (27, 28, 122)


def _trouble(error: Exception) -> JournalTrouble:
    if _is_full(error):
        return JournalTrouble(
            tr("This computer's disk is full, so nothing was recorded. Make room on it, then do this again.")
        )
    return JournalTrouble(
        tr(
            "This computer cannot write its journal ({reason}), so nothing was recorded. "
            "Tell an administrator.",
            reason=error,
        )
    )


def _place(login: str, op_id: UUID, part: str) -> bytes:
    """What a payload is bound to: it does not open under another login, operation or column."""
    return b"mdi-desk journal\0" + login.encode() + b"\0" + op_id.bytes + b"\0" + part.encode()
