"""What stands in the embedded server's way is said in one clear sentence; nothing half-made stays."""

import resource
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mdi_desk.db.embedded import EmbeddedServer, binaries, programs
from mdi_desk.db.embedded.trouble import (
    BadPrograms,
    DiskFull,
    NotOurData,
    NotWritable,
    OtherVersion,
    StartFailed,
    explain,
)
from mdi_desk.kernel.errors import DeskError
from tests.db import embedded_help as help_
from tests.db.embedded_help import (
    DEBIAN_15,
    ROOT,
    Desk,
    copy_of,
    kept,
    servers_of,
    temporary_user,
    wait_until,
)

place = help_.place
made = help_.made


def refusal(folder: Path, kind: type[DeskError], bin_dir: Path | None = None) -> str:
    """The sentence of the refused start, after a look at its form; nothing may run then."""
    with pytest.raises(kind) as caught:
        EmbeddedServer(folder, bin_dir=bin_dir).start()
    assert type(caught.value) is kind
    sentence = caught.value.message
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    assert not servers_of(folder)
    return sentence


@contextmanager
def small_disk(place: Path, options: str) -> Iterator[Path]:
    """A file system of its own at `place`/disk."""
    disk = place / "disk"
    disk.mkdir(mode=0o711)
    mounted = ROOT and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"{options},mode=0711", "none", str(disk)],
        check=False,
        capture_output=True,
    )
    if not mounted or mounted.returncode != 0:
        pytest.skip("mounting a small disk is not possible here")
    try:
        yield disk
    finally:
        assert wait_until(lambda: subprocess.run(["umount", str(disk)], check=False).returncode == 0, 3)


# -- the disk ---------------------------------------------------------------------------------------------


def test_a_full_disk_at_the_first_start(place: Path) -> None:
    with small_disk(place, "size=24m") as disk:
        sentence = refusal(disk / "data", DiskFull)
        assert str(disk / "data") in sentence
        assert "free some space" in sentence
        assert not list((disk / "data").glob("cluster*"))
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        with EmbeddedServer(disk / "data"):
            pass


def test_a_full_disk_at_a_later_start(place: Path, made: Path) -> None:
    with small_disk(place, "size=100m") as disk:
        folder = copy_of(made, disk / "data")
        room = shutil.disk_usage(disk).free
        (disk / "films").write_bytes(b"x" * room)
        assert shutil.disk_usage(disk).free == 0
        assert str(folder) in refusal(folder, DiskFull)
        (disk / "films").unlink()
        with EmbeddedServer(folder) as reach:
            assert kept(reach) == 42


def test_a_quota_at_the_first_start(place: Path) -> None:
    def no_large_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    with Desk(place / "data", preexec_fn=no_large_files) as desk:
        assert desk.said["error"] == "DiskFull"
        assert str(place / "data") in desk.said["message"]
    assert not list((place / "data").glob("cluster*"))


def test_a_folder_that_cannot_be_written(place: Path) -> None:
    if ROOT:
        with temporary_user("mdi-test-clara") as user, Desk(place / "data", user=user) as desk:
            assert desk.said["error"] == "NotWritable"
            assert str(place / "data") in desk.said["message"]
        return
    place.chmod(0o500)
    try:
        assert str(place / "data") in refusal(place / "data", NotWritable)
    finally:
        place.chmod(0o700)


def test_a_disk_that_is_read_only(place: Path, made: Path) -> None:
    with small_disk(place, "size=100m") as disk:
        folder = copy_of(made, disk / "data")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert "cannot be written to" in refusal(folder, NotWritable)
        assert "cannot be written to" in refusal(disk / "new", NotWritable)


def test_a_file_in_the_way(place: Path) -> None:
    (place / "data").write_text("a letter")
    (place / "data").chmod(0o644)
    assert "a file of that name is in the way" in refusal(place / "data", NotWritable)
    assert (place / "data").read_text() == "a letter"


# -- the data ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(not DEBIAN_15.is_dir(), reason="no PostgreSQL 15 on this machine")
def test_data_of_another_major_version(place: Path) -> None:
    with EmbeddedServer(place / "data", bin_dir=DEBIAN_15):
        pass
    before = (place / "data" / "cluster" / "postgresql.conf").read_bytes()
    sentence = refusal(place / "data", OtherVersion)
    assert "PostgreSQL 15" in sentence
    assert "PostgreSQL 18" in sentence
    assert (place / "data" / "cluster" / "postgresql.conf").read_bytes() == before


def test_data_of_a_version_to_come(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    (folder / "cluster" / "PG_VERSION").write_text("21\n")
    assert "belongs to PostgreSQL 21" in refusal(folder, OtherVersion)


def test_a_folder_without_a_database(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    (folder / "cluster" / "PG_VERSION").unlink()
    assert "restore it from a backup" in refusal(folder, NotOurData)
    assert (folder / "cluster" / "base").is_dir()


def test_a_first_start_that_was_cut_off_begins_again(place: Path) -> None:
    half = place / "data" / "cluster.half-abc"
    half.mkdir(parents=True)
    place.joinpath("data").chmod(0o711)
    (half / "PG_VERSION").write_text("18\n")
    with EmbeddedServer(place / "data") as reach:
        assert reach.host == str(place / "data" / "run")
    assert not half.exists()


def test_a_server_that_does_not_start_says_why(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    settings = folder / "cluster" / "postgresql.auto.conf"
    settings.write_text("shared_buffers = 'plenty'\n")
    sentence = refusal(folder, StartFailed)
    assert "FATAL" in sentence
    assert str(folder / "launcher" / "start.log") in sentence
    assert "plenty" in (folder / "launcher" / "start.log").read_text()
    settings.write_text("")
    control = folder / "cluster" / "global" / "pg_control"
    control.write_bytes(b"\0" * len(control.read_bytes()))
    assert "PANIC" in refusal(folder, StartFailed) or "FATAL" in refusal(folder, StartFailed)


def test_no_memory_is_not_a_full_disk() -> None:
    said = 'FATAL:  could not resize shared memory segment "/PostgreSQL.12": No space left on device\n'
    error = explain(said, Path("/data"), Path("/data/log"))
    assert type(error) is StartFailed
    assert "shared memory" in error.message


# -- the programs -----------------------------------------------------------------------------------------


def fake_programs(place: Path, content: bytes, mode: int = 0o755) -> Path:
    folder = place / "bin"
    folder.mkdir(mode=0o755)
    (folder / "postgres").write_bytes(content)
    (folder / "postgres").chmod(mode)
    return folder


def test_programs_for_another_processor(place: Path) -> None:
    head = bytearray((binaries() / "postgres").read_bytes()[:4096])
    struct.pack_into("<H", head, 18, 243)  # e_machine: RISC-V
    sentence = refusal(place / "data", BadPrograms, fake_programs(place, bytes(head)))
    assert "another kind of processor" in sentence
    assert "MDI_DESK_DATABASE_URL" in sentence


def test_programs_that_do_not_run(place: Path) -> None:
    broken = b"#!/bin/sh\necho 'postgres: error while loading shared libraries: libz.so.1' >&2\nexit 127\n"
    sentence = refusal(place / "data", BadPrograms, fake_programs(place, broken))
    assert "libz.so.1" in sentence


def test_programs_that_may_not_run(place: Path) -> None:
    assert "Permission denied" in refusal(place / "data", BadPrograms, fake_programs(place, b"", 0o644))


def test_programs_that_are_not_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No such file" in refusal(place / "data", BadPrograms, place / "nowhere")
    monkeypatch.setattr(programs, "find_spec", lambda name: None)
    assert "not installed" in refusal(place / "data", BadPrograms)


def test_the_servers_user_cannot_be_made(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root on a machine without useradd: the sentence, and no server as root."""
    if not ROOT:
        pytest.skip("only root needs another user")
    from mdi_desk.db.embedded import owner
    from mdi_desk.db.embedded.trouble import NoServerUser

    monkeypatch.setattr(owner, "SERVER_USER", "mdi-desk-none")
    monkeypatch.setattr(shutil, "which", lambda *a, **k: None)
    sentence = refusal(place / "data", NoServerUser)
    assert "useradd is missing" in sentence
    assert "start the desk as an ordinary user" in sentence
    assert not (place / "data").exists()
