"""The embedded server: how it is made, shared, and stopped."""

import contextlib
import os
import signal
import threading
import time
from pathlib import Path

import psycopg
import pytest

from mdi_desk.db.embedded import EmbeddedServer, connect_owner
from mdi_desk.db.embedded.watch import look
from tests.db import embedded_help as help_
from tests.db.embedded_help import (
    DEBIAN_15,
    Desk,
    copy_of,
    kept,
    kill_server,
    main_process,
    owner_can,
    python,
    servers_of,
    wait_until,
)

place = help_.place
made = help_.made


def test_a_new_server_is_made_as_decided(place: Path) -> None:
    said: list[str] = []
    server = EmbeddedServer(place / "data", progress=said.append)
    assert server.reach() is None
    with server as reach, connect_owner(reach) as link:

        def setting(name: str) -> str:
            row = link.execute("select current_setting(%s)", [name]).fetchone()
            assert row is not None
            return str(row[0])

        assert link.autocommit
        assert link.info.server_version // 10000 == 18
        assert setting("data_checksums") == "on"
        assert setting("server_encoding") == "UTF8"
        assert setting("listen_addresses") == ""
        assert setting("password_encryption") == "scram-sha-256"
        assert setting("max_wal_size") == "256MB"
        assert setting("log_statement") == "none"
        assert setting("log_min_error_statement") == "panic"
        assert setting("unix_socket_directories").strip('"') == reach.host
        assert link.execute(
            "select datlocprovider, datlocale, upper('điểm danh') from pg_database where datname = 'postgres'"
        ).fetchone() == ("b", "PG_UNICODE_FAST", "ĐIỂM DANH")
        assert link.execute(
            "select rolname::text, rolsuper, rolpassword from pg_authid where rolname = session_user"
        ).fetchone() == ("postgres", True, None)
        rules = link.execute(
            "select type, database, user_name, auth_method, options from pg_hba_file_rules"
        ).fetchall()
        assert rules == [
            ("local", ["all"], ["postgres"], "peer", ["map=boot"]),
            ("local", ["all"], ["all"], "scram-sha-256", None),
            ("local", ["replication"], ["all"], "reject", None),
            ("host", ["all"], ["all"], "reject", None),
            ("host", ["replication"], ["all"], "reject", None),
        ]
        assert server.reach() == reach
        with pytest.raises(psycopg.errors.UndefinedTable):
            link.execute("select 'a secret' from nowhere")
    assert server.reach() is None
    assert said == [
        "Making the database. This happens once.",
        "Starting the database",
        "Stopping the database",
    ]
    logs = list((place / "data" / "cluster" / "log").glob("server-*.log"))
    assert logs
    text = "".join(one.read_text() for one in logs)
    assert "nowhere" in text  # the error is there, the statement is not
    assert "secret" not in text


def test_logins_use_passwords(place: Path, made: Path) -> None:
    with EmbeddedServer(copy_of(made, place / "data")) as reach:
        assert owner_can(reach, "clerk", "secret words")
        assert not owner_can(reach, "clerk", "secret word")
        assert not owner_can(reach, "clerk")
        assert not owner_can(reach, "nobody_here")


@pytest.mark.skipif(not DEBIAN_15.is_dir(), reason="no PostgreSQL 15 on this machine")
def test_the_same_launcher_runs_the_machines_own_postgresql(place: Path) -> None:
    with EmbeddedServer(place / "data", bin_dir=DEBIAN_15) as reach, connect_owner(reach) as link:
        assert link.info.server_version // 10000 == 15
        assert link.execute("select upper('điểm danh'), current_setting('data_checksums')").fetchone() == (
            "ĐIỂM DANH",
            "on",
        )


@pytest.mark.parametrize(
    "name",
    [
        "Application Support",
        "bảo tàng Đ é",
        "O'Brien",
        'say "so"',
        "comma, back\\slash",
        "x" * 150,
        "Ж" * 75,
    ],
)
def test_any_path_will_do(place: Path, made: Path, name: str) -> None:
    server = EmbeddedServer(copy_of(made, place / name))
    with server as reach:
        assert kept(reach) == 42
        assert owner_can(reach, "clerk", "secret words")
        sockets = Path(reach.host)
        assert sockets.stat().st_mode & 0o777 == 0o700
        assert sockets.stat().st_uid == help_.server_uid()
    if sockets.parent != place / name:
        assert not sockets.exists()  # a folder made elsewhere is removed at the stop


def test_a_second_desk_joins_and_the_last_one_stops(place: Path, made: Path) -> None:
    server = EmbeddedServer(copy_of(made, place / "data"))
    reach = server.start()
    first = main_process(place / "data")
    with Desk(place / "data") as other:
        assert other.reach == reach
        assert main_process(place / "data") == first
        server.leave()
        assert kept(reach) == 42  # the other desk still holds it
        assert other.leave() == 0
    assert server.reach() is None
    assert not servers_of(place / "data")


def test_two_desks_in_one_process_count_as_two(place: Path, made: Path) -> None:
    one, two = EmbeddedServer(copy_of(made, place / "data")), EmbeddedServer(place / "data")
    assert one.start() == two.start() == one.start()
    one.leave()
    one.leave()
    assert two.reach() is not None
    two.leave()
    assert two.reach() is None


def test_stop_stops_whoever_holds_it_and_start_starts_again(place: Path, made: Path) -> None:
    server = EmbeddedServer(copy_of(made, place / "data"))
    server.stop()  # nothing there: harmless
    server.start()
    with Desk(place / "data"):
        EmbeddedServer(place / "data").stop()
        assert not servers_of(place / "data")
        assert kept(server.start()) == 42
        server.leave()
        assert server.reach() is not None  # the other desk lives, and counts again
    assert server.reach() is None


def test_first_starts_race_safely(place: Path) -> None:
    desks = [Desk(place / "data") for _ in range(4)]
    reaches = {desk.reach for desk in desks}
    assert len(reaches) == 1
    for desk in desks[:-1]:
        assert desk.leave() == 0
        assert EmbeddedServer(place / "data").reach() is not None
    assert desks[-1].leave() == 0
    assert EmbeddedServer(place / "data").reach() is None


def test_a_fork_is_no_desk(place: Path, made: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from mdi_desk.db.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]))
server.start()
child = os.fork()
if not child:
    server.leave()
    os._exit(0)
os.waitpid(child, 0)
print(server.reach() is not None)
server.leave()
print(server.reach() is None)
"""
    done = python(script, str(copy_of(made, place / "data")))
    out, err = done.communicate()
    assert out.split() == ["True", "True"], err


# -- killed -----------------------------------------------------------------------------------------------


def test_the_server_stops_after_its_only_desk_was_killed(place: Path, made: Path) -> None:
    with Desk(copy_of(made, place / "data")) as desk:
        assert servers_of(place / "data")
        desk.kill()
    assert wait_until(lambda: not servers_of(place / "data"), 10)
    state = (place / "data" / "cluster" / "global" / "pg_control").read_bytes()[16]
    assert state == 1  # an orderly stop, nothing to recover
    with EmbeddedServer(place / "data") as reach:
        assert kept(reach) == 42


def test_a_desk_killed_while_it_makes_the_database(place: Path) -> None:
    desk = Desk(place / "data")
    assert wait_until(lambda: list((place / "data").glob("cluster.half-*/base")))
    desk.kill()
    with EmbeddedServer(place / "data") as reach, connect_owner(reach) as link:
        assert link.execute("select count(*) from pg_database").fetchone() == (3,)


def test_a_killed_desk_does_not_count(place: Path, made: Path) -> None:
    server = EmbeddedServer(copy_of(made, place / "data"))
    with Desk(place / "data") as desk:
        server.start()
        desk.kill()
    server.leave()
    assert not servers_of(place / "data")


def test_a_new_watcher_comes_when_the_old_one_was_killed(place: Path, made: Path) -> None:
    with Desk(copy_of(made, place / "data")) as desk:
        main = main_process(place / "data")
        watcher = int(Path(f"/proc/{main}/stat").read_text().rpartition(")")[2].split()[1])
        assert any("watch.py" in one for one in Path(f"/proc/{watcher}/cmdline").read_text().split("\0"))
        os.kill(watcher, signal.SIGKILL)
        assert wait_until(lambda: look(watcher) is None)
        with Desk(place / "data") as second:
            assert kept(second.reach) == 42
            desk.kill()
            time.sleep(1.5)
            assert main_process(place / "data") == main  # one desk still lives
            second.kill()
    assert wait_until(lambda: not servers_of(place / "data"), 10)


def test_a_killed_server_recovers(place: Path, made: Path) -> None:
    server = EmbeddedServer(copy_of(made, place / "data"))
    reach = server.start()
    with connect_owner(reach) as link:
        link.execute("create table after as select generate_series(1, 1000) as n")
    kill_server(place / "data")
    assert server.reach() is None
    reach = server.start()
    with connect_owner(reach) as link:
        assert link.execute("select count(*) from after").fetchone() == (1000,)
    server.leave()
    assert not servers_of(place / "data")


def test_a_busy_backend_that_outlives_its_server_is_swept_away(place: Path, made: Path) -> None:
    server = EmbeddedServer(copy_of(made, place / "data"))
    reach = server.start()
    with contextlib.closing(connect_owner(reach)) as link:
        link.pgconn.send_query(b"do $$ begin loop null; end loop; end $$")
        backend, main = link.info.backend_pid, main_process(place / "data")
        os.kill(main, signal.SIGKILL)
        assert wait_until(lambda: look(main) is None)
        time.sleep(0.5)
        assert look(backend) is not None  # too busy to notice
        assert kept(server.start()) == 42
        assert look(backend) is None
    server.leave()


def test_recovery_may_take_as_long_as_it_takes(place: Path, made: Path) -> None:
    """The server is halted for longer than any patience of ten seconds while it recovers."""
    said: list[str] = []
    folder = copy_of(made, place / "data")
    server = EmbeddedServer(folder, progress=said.append)
    server.start()
    kill_server(folder)
    old, halted = main_process(folder), threading.Event()

    def halt() -> None:
        while True:
            try:
                pid = main_process(folder)
            except (OSError, ValueError, IndexError):
                continue
            if pid != old:
                os.kill(pid, signal.SIGSTOP)
                break
        if "ready" not in (folder / "cluster" / "postmaster.pid").read_text():
            halted.set()
        time.sleep(11)
        os.kill(pid, signal.SIGCONT)

    helper = threading.Thread(target=halt)
    helper.start()
    began = time.monotonic()
    reach = server.start()
    took = time.monotonic() - began
    helper.join()
    assert halted.is_set()
    assert took > 10
    assert kept(reach) == 42
    assert any("recovering" in one for one in said)
    server.leave()
