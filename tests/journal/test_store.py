"""The journal on the disk: durable, encrypted, owned by one process, never thrown away."""

import os
import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.lock import FileLock
from mdi_desk.journal.operation import Operation
from mdi_desk.journal.store import Journal, JournalTrouble
from mdi_desk.kernel.ids import uuid7
from tests.support.desks import ROOT, loose


@pytest.fixture
def keys(tmp_path: Path) -> StationKeys:
    found = StationKeys(tmp_path)
    found.unlock("u_000001", "secret")
    return found


def journals(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.journal"))


def test_an_operation_is_there_after_a_new_start(tmp_path: Path, keys: StationKeys) -> None:
    operation = loose()
    journal = Journal.open(tmp_path, keys)
    journal.add(operation)
    journal.add(operation)
    journal.close()
    again = Journal.open(tmp_path, keys)
    entry = again.waiting()[0]
    assert entry.operation == operation
    assert (entry.state, entry.tries, again.count()) == ("new", 0, 1)
    again.close()


def test_what_is_sent_and_answered(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    green, red, odd = loose(), loose(), loose()
    for one in (green, red, odd):
        journal.add(one)
        journal.sent(one.op_id)
    journal.sent(green.op_id)
    assert [(one.state, one.tries) for one in journal.waiting()] == [("sent", 2), ("sent", 1), ("sent", 1)]
    journal.done(green.op_id, {"result": "checked_in"})
    journal.rejected(red.op_id, "class_full", "This class is full.", {"seats": 3})
    journal.conflict(odd.op_id, {"result": "refused"})
    assert journal.count() == 0
    assert [one.op_id for one in journal.inbox()] == [red.op_id, odd.op_id]
    assert journal.inbox()[0].answer == {
        "code": "class_full",
        "message": "This class is full.",
        "detail": {"seats": 3},
    }
    journal.seen(red.op_id)
    assert [one.op_id for one in journal.inbox()] == [odd.op_id]
    done = journal.entry(green.op_id)
    assert done is not None
    assert done.answer == {"result": "checked_in"}
    journal.sent(green.op_id)
    journal.rejected(green.op_id, "late", "a late copy")
    assert journal.entry(green.op_id) == done, "a final state is final"
    journal.close()


def test_order_is_the_order_of_the_clicks(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    operations = [loose() for _ in range(20)]
    for one in operations:
        journal.add(one)
    assert [one.operation for one in journal.waiting()] == operations
    journal.close()


def test_nothing_readable_is_on_the_disk(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    operation = Operation.make(
        "waivers.sign", {"signed_name": "Canary Jones"}, login="u_000001", account_id=uuid7(), station="S",
        label="Canary Jones",
    )  # fmt: skip
    journal.add(operation)
    journal.done(operation.op_id, {"name": "Canary Jones"})
    for path in tmp_path.iterdir():
        assert b"Canary" not in path.read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    journal.close()


def test_a_payload_moved_to_another_operation_is_not_sent(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    mine, other = loose(), loose()
    journal.add(mine)
    journal.add(other)
    with sqlite3.connect(journal.path) as db:
        db.execute(
            "UPDATE entry SET payload = (SELECT payload FROM entry WHERE op_id = ?) WHERE op_id = ?",
            (str(other.op_id), str(mine.op_id)),
        )
    db.close()
    assert [one.operation for one in journal.waiting()] == [None, other]
    journal.close()


def test_what_somebody_cannot_open_is_left_for_somebody_who_can(tmp_path: Path, keys: StationKeys) -> None:
    dead = Journal.open(tmp_path, keys)
    dead.add(loose())
    dead.close()
    others = StationKeys(tmp_path)
    others.unlock("u_000002", "other")
    stranger = Journal.open(tmp_path, others)
    assert stranger.count() == 0
    assert dead.path.exists()
    others.unlock("u_000001", "secret")
    assert stranger.adopt() == 1, "somebody who can open it has signed in at this desk"
    assert stranger.waiting()[0].operation is not None
    assert not dead.path.exists()
    stranger.close()


def test_an_own_entry_whose_key_is_locked_waits_unread(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    journal.add(loose())
    keys.forget()
    assert journal.count() == 1
    assert journal.waiting()[0].operation is None
    keys.unlock("u_000001", "secret")
    assert journal.waiting()[0].operation is not None
    journal.close()


def test_one_process_owns_one_journal(tmp_path: Path, keys: StationKeys) -> None:
    first, second = Journal.open(tmp_path, keys), Journal.open(tmp_path, keys)
    assert first.path != second.path
    first.add(loose())
    second.add(loose())
    assert len(journals(tmp_path)) == 2
    first.close()
    third = Journal.open(tmp_path, keys)
    assert third.path == first.path, "what the first left is adopted, what the second holds is not touched"
    assert third.count() == 1
    third.close()
    second.close()


def test_all_orphans_are_adopted_in_order_and_their_files_go(tmp_path: Path, keys: StationKeys) -> None:
    dead = [Journal.open(tmp_path, keys) for _ in range(3)]
    operations = [loose() for _ in range(6)]
    for number, one in enumerate(operations):
        dead[number // 2].add(one)
    dead[1].rejected(operations[2].op_id, "x", "no")
    for one_journal in dead:
        one_journal.close()
    heir = Journal.open(tmp_path, keys)
    assert heir.count() == 5
    assert len(heir.inbox()) == 1
    assert journals(tmp_path) == [heir.path]
    by_file = {one.op_id for one in heir.waiting()} | {operations[2].op_id}
    assert by_file == {one.op_id for one in operations}
    heir.close()


DIES = """
import os, signal, sys
from pathlib import Path
from mdi_desk.journal.keys import StationKeys
from mdi_desk.journal.store import Journal
from tests.support.desks import loose
keys = StationKeys(Path(sys.argv[1]))
keys.unlock("u_000001", "secret")
journal = Journal.open(Path(sys.argv[1]), keys)
for _ in range(int(sys.argv[2])):
    operation = loose()
    journal.add(operation)
    print(operation.op_id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_desk_wrote_is_adopted(tmp_path: Path, keys: StationKeys) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path), "25"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    heir = Journal.open(tmp_path, keys)
    assert [one.op_id for one in heir.waiting()] == [UUID(line) for line in done.stdout.split()]
    assert all(one.operation is not None for one in heir.waiting())
    heir.close()


@pytest.mark.parametrize("harm", ["rubbish", "middle", "cut"])
def test_a_damaged_file_is_set_aside_never_deleted(tmp_path: Path, keys: StationKeys, harm: str) -> None:
    journal = Journal.open(tmp_path, keys)
    for _ in range(200):
        journal.add(loose())
    journal.close()
    content = bytearray(journal.path.read_bytes())
    if harm == "rubbish":
        content[:] = b"rubbish" * 1000
    elif harm == "cut":
        del content[len(content) // 2 :]
    else:
        content[4096:20000] = os.urandom(20000 - 4096)
    journal.path.write_bytes(content)
    fresh = Journal.open(tmp_path, keys)
    assert fresh.count() == 0
    assert [one.read_bytes() for one in fresh.set_aside] == [bytes(content)]
    fresh.add(loose())
    fresh.close()
    assert fresh.set_aside[0].exists()


def test_only_confirmed_entries_are_ever_pruned(tmp_path: Path, keys: StationKeys) -> None:
    journal = Journal.open(tmp_path, keys)
    done, waits, red = loose(), loose(), loose()
    for one in (done, waits, red):
        journal.add(one)
    journal.done(done.op_id, None)
    journal.rejected(red.op_id, "x", "no")
    assert journal.prune(datetime.now(UTC) + timedelta(days=29)) == 0
    assert journal.prune(datetime.now(UTC) + timedelta(days=4000)) == 1
    assert journal.entry(done.op_id) is None
    assert journal.entry(waits.op_id) is not None
    assert journal.entry(red.op_id) is not None
    journal.close()


def test_an_empty_journal_leaves_nothing(tmp_path: Path, keys: StationKeys) -> None:
    Journal.open(tmp_path, keys).close()
    assert journals(tmp_path) == []
    assert list(tmp_path.glob("*.lock")) == [tmp_path / "station.keys.lock"]


def test_a_folder_that_cannot_be_written_is_a_clear_refusal(tmp_path: Path, keys: StationKeys) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalTrouble, match="nothing was recorded"):
        Journal.open(tmp_path / "file" / "folder", keys)


def test_the_lock_survives_its_file_being_removed(tmp_path: Path) -> None:
    first, second, third = (FileLock(tmp_path / "x.lock") for _ in range(3))
    assert first.take()
    assert not second.take()
    first.release(remove=True)
    assert second.take()
    assert not third.take()
    second.release()
    assert third.take()
    third.release(remove=True)
    assert not (tmp_path / "x.lock").exists()


def test_an_operation_is_plain_json_from_its_first_moment() -> None:
    booking, at = uuid7(), datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    operation = Operation.make(
        "training.check_in", {"booking_id": booking, "birth_date": at.date()},
        login="u_000001", account_id=uuid7(), station="Desk 1", now=lambda: at,
    )  # fmt: skip
    assert operation.args == {
        "booking_id": str(booking), "birth_date": "2026-11-20", "station": "Desk 1",
        "occurred_at": "2026-11-20T09:00:00+00:00",
    }  # fmt: skip
    with pytest.raises(TypeError, match="without a zone"):
        Operation.make("a.b", {"at": at.replace(tzinfo=None)}, login="u", account_id=uuid7(), station="")
    with pytest.raises(TypeError, match="not plain"):
        Operation.make("a.b", {"at": object()}, login="u", account_id=uuid7(), station="")
