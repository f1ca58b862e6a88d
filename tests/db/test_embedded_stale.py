"""The embedded server after a crash: what lies in its folder may be spoilt, or mean somebody else by now."""

import subprocess
import time
from pathlib import Path

import pytest

from mdi_desk.db.embedded import EmbeddedServer, binaries, watch
from mdi_desk.db.embedded.watch import look
from tests.db import embedded_help as help_
from tests.db.embedded_help import copy_of, kept, kill_server, main_process, servers_of, wait_until

place = help_.place
made = help_.made


@pytest.mark.parametrize("text", ["", "1", "-", "99999999999999999999\n", "\0\0\0\0", "ÿþ\n\n", "9" * 5000])
def test_a_spoilt_server_file(place: Path, made: Path, text: str) -> None:
    folder = copy_of(made, place / "data")
    (folder / "cluster" / "postmaster.pid").write_text(text, encoding="latin-1")
    with EmbeddedServer(folder) as reach:
        assert kept(reach) == 42


@pytest.mark.parametrize("name", ["firefox", "postgres"])
def test_the_number_of_a_dead_server_is_now_a_strangers(place: Path, made: Path, name: str) -> None:
    """The same user's, even another PostgreSQL's: what pg_ctl refuses to start beside."""
    folder = copy_of(made, place / "data")
    server = EmbeddedServer(folder)
    server.start()
    kept_file = (folder / "cluster" / "postmaster.pid").read_text()
    kept_lock = (folder / "run" / ".s.PGSQL.5432.lock").read_text()
    old = str(main_process(folder))
    kill_server(folder)
    with help_.stranger(name, place) as pid:
        (folder / "cluster" / "postmaster.pid").write_text(kept_file.replace(old, str(pid), 1))
        (folder / "run" / ".s.PGSQL.5432.lock").write_text(kept_lock.replace(old, str(pid), 1))
        refused = subprocess.run(
            [binaries() / "postgres", "-D", folder / "cluster"],
            **help_.as_server_user(),
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        assert 'lock file "postmaster.pid" already exists' in refused.stderr
        assert server.reach() is None
        assert kept(server.start()) == 42
        assert look(pid) is not None  # the stranger was left alone
        server.leave()
        assert look(pid) is not None


def test_the_number_of_a_dead_server_is_a_zombies(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    zombie = subprocess.Popen(["true"])
    try:
        assert wait_until(lambda: look(zombie.pid) is None)  # ended, and nobody has asked for its status
        assert Path(f"/proc/{zombie.pid}").exists()
        (folder / "cluster" / "postmaster.pid").write_text(f"{zombie.pid}\n{folder}/cluster\n1\n5432\n")
        with EmbeddedServer(folder) as reach:
            assert kept(reach) == 42
    finally:
        zombie.wait()


@pytest.mark.skipif(not Path("/bin/ps").exists(), reason="no ps on this machine")
def test_systems_without_proc_tell_the_same(place: Path, made: Path) -> None:
    """Where there is no /proc (macOS), `ps` says what a process is."""
    folder = copy_of(made, place / "Application Support")
    zombie = subprocess.Popen(["true"])
    with EmbeddedServer(folder), help_.stranger("postgres", place) as other:
        main = main_process(folder)
        told, seen = watch._look_with_ps(main), look(main)
        assert told is not None
        assert seen is not None
        assert (told.pid, told.uid, told.name) == (seen.pid, seen.uid, seen.name)
        assert told == watch._look_with_ps(main)
        assert watch.is_server_of(told, folder / "cluster")
        assert not watch.is_server_of(told, place / "cluster")
        assert not watch.is_server_of(watch._look_with_ps(other), folder / "cluster")
        assert wait_until(lambda: watch._look_with_ps(zombie.pid) is None)
    assert zombie.wait() == 0
    assert watch._look_with_ps(main) is None


def test_a_running_server_whose_file_was_spoilt_is_started_anew(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    server = EmbeddedServer(folder)
    server.start()
    first = main_process(folder)
    (folder / "cluster" / "postmaster.pid").write_text("12")
    assert kept(server.start()) == 42
    assert main_process(folder) != first
    assert look(first) is None
    server.leave()


def test_spoilt_holders_hold_nothing(place: Path, made: Path) -> None:
    folder = copy_of(made, place / "data")
    holders = folder / "launcher" / "holders"
    holders.rmdir()
    holders.write_text("[{")  # not even a folder
    server = EmbeddedServer(folder)
    server.start()
    with help_.stranger("desk", place) as pid:
        for name in (f"{pid}-0123456789abcdef-x", "4194399-0123456789abcdef-x", "junk", "-", "12", "x-y-z"):
            (holders / name).touch()
        time.sleep(1.2)  # the watcher looks too, and goes on
        assert server.reach() is not None
        server.leave()
    assert not servers_of(folder)
    assert not list(holders.iterdir())
