"""The embedded server and the users of the operating system: root, ordinary users, two on one machine."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdi_desk.db.embedded import (
    EmbeddedServer,
    binaries,
    connect_owner,
    data_root,
    programs,
    server_friendly_tmp,
)
from mdi_desk.db.embedded.owner import SERVER_USER, current_owner
from mdi_desk.db.embedded.trouble import NotWritable
from mdi_desk.db.embedded.watch import look
from tests.db import embedded_help as help_
from tests.db.embedded_help import (
    ROOT,
    Desk,
    User,
    copy_of,
    kept,
    main_process,
    owner_can,
    python,
    servers_of,
    temporary_user,
)

place = help_.place
made = help_.made
as_root = pytest.mark.skipif(not ROOT, reason="only root changes the user")

ENTER = """
import sys
import psycopg
try:
    psycopg.connect(sys.argv[1]).close()
    print("entered")
except psycopg.OperationalError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def anna() -> Iterator[User]:
    with temporary_user("mdi-test-anna") as user:
        yield user


@pytest.fixture(scope="module")
def bao() -> Iterator[User]:
    with temporary_user("mdi-test-bao") as user:
        yield user


def home_of(user: User, place: Path) -> Path:
    """A private folder of the user below `place`."""
    home = place / user.name
    home.mkdir(mode=0o700)
    os.chown(home, user.uid, user.gid)
    return home


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# -- root -------------------------------------------------------------------------------------------------


@as_root
def test_root_hands_over_to_the_servers_own_user(place: Path, made: Path) -> None:
    before = {parent: parent.stat() for parent in place.parents} | {place: place.stat()}
    folder = copy_of(made, place / "data")
    owner = current_owner(create=True)
    assert owner.uid != 0
    with EmbeddedServer(folder) as reach:
        processes = [look(pid) for pid in servers_of(folder)]
        assert len(processes) > 3
        for process in processes:
            assert process is not None
            assert process.uid == owner.uid
            status = Path(f"/proc/{process.pid}/status").read_text()
            assert f"Uid:\t{owner.uid}\t{owner.uid}\t{owner.uid}\t{owner.uid}" in status
            groups = next(line for line in status.splitlines() if line.startswith("Groups:"))
            assert groups.split()[1:] in ([], [str(owner.gid)])
        assert kept(reach) == 42  # root enters as the superuser without a password
        assert not owner_can(reach, "clerk")  # and as nobody else
        assert mode(folder / "cluster") == mode(folder / "run") == mode(folder / "launcher") == 0o700
        assert (folder / "cluster").stat().st_uid == owner.uid
        assert (folder / "launcher").stat().st_uid == 0
        assert not mode(folder) & 0o027
    after = {parent: parent.stat() for parent in place.parents} | {place: place.stat()}
    for path, was in before.items():
        assert (was.st_mode, was.st_uid, was.st_gid) == (
            after[path].st_mode,
            after[path].st_uid,
            after[path].st_gid,
        ), path


@as_root
def test_root_leaves_a_closed_parent_closed(place: Path) -> None:
    closed = place / "private"
    closed.mkdir(mode=0o700)
    with pytest.raises(NotWritable) as caught:
        EmbeddedServer(closed / "data").start()
    assert str(closed) in caught.value.message
    assert SERVER_USER in caught.value.message
    assert mode(closed) == 0o700
    assert not (closed / "data").exists()


@as_root
def test_root_takes_no_folder_that_is_in_use(place: Path) -> None:
    folder = place / "papers"
    folder.mkdir(mode=0o700)
    (folder / "letter.txt").write_text("Dear Sir")
    with pytest.raises(NotWritable, match="in use by something else"):
        EmbeddedServer(folder).start()
    assert mode(folder) == 0o700
    assert [one.name for one in folder.iterdir()] == ["letter.txt"]


@as_root
def test_root_takes_no_folder_of_another_user(place: Path, made: Path, anna: User) -> None:
    home = home_of(anna, place)
    with Desk(home / "data", user=anna, env={"HOME": str(home)}):
        with pytest.raises(NotWritable, match="belongs to another account"):
            EmbeddedServer(home / "data").start()
        assert (home / "data").stat().st_uid == anna.uid
        assert mode(home / "data") == 0o700


@as_root
def test_programs_below_roots_closed_home_are_copied_out(
    place: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = place / "root"
    closed.mkdir(mode=0o700)
    package = binaries().parent.parent
    inside = closed / "site-packages" / package.name / binaries().parent.name
    for part in ("bin", "lib", "share"):
        shutil.copytree(binaries().parent / part, inside / part, symlinks=True)
    shutil.copytree(
        package.with_name(package.name + ".libs"), closed / "site-packages" / (package.name + ".libs")
    )
    monkeypatch.setattr(programs, "binaries", lambda: inside / "bin")
    monkeypatch.setattr(programs, "ROOT_DATA", place / "var")
    for _ in range(2):  # the second time the copy is there
        with EmbeddedServer(copy_of(made, place / "data")) as reach:
            assert kept(reach) == 42
            process = look(main_process(place / "data"))
            assert process is not None
            assert process.arguments[0].startswith(str(place / "var" / "programs"))
        shutil.rmtree(place / "data")
    assert len([one for one in (place / "var" / "programs").iterdir() if one.is_dir()]) == 1
    fresh = EmbeddedServer(place / "fresh")  # initdb and its library were copied too
    with fresh as reach, connect_owner(reach) as link:
        assert link.execute("select 1").fetchone() == (1,)
    assert mode(closed) == 0o700


# -- ordinary users ---------------------------------------------------------------------------------------


def test_an_ordinary_user_has_an_own_server_though_home_is_read_only(place: Path, anna: User) -> None:
    home = home_of(anna, place)
    nothing = place / "readonly"
    nothing.mkdir(mode=0o555)
    where = {"HOME": str(nothing), "MDI_DESK_DATA": str(home / "with space")}
    with Desk(home / "with space" / "db", user=anna, env=where) as one:
        process = look(main_process(home / "with space" / "db"))
        assert process is not None
        assert process.uid == anna.uid
        with Desk(home / "with space" / "db", user=anna, env=where) as two:
            assert two.reach == one.reach
            one.kill()
        assert two.process.returncode == 0
    assert not servers_of(home / "with space" / "db")
    assert not list(nothing.iterdir())


def test_two_users_of_one_machine_have_two_servers(place: Path, anna: User, bao: User) -> None:
    """Both paths are too long for a socket, so both use the one temporary folder of the machine."""
    long = "x" * 120
    homes = [home_of(user, place) for user in (anna, bao)]
    with (
        Desk(homes[0] / long, user=anna, env={"HOME": str(homes[0])}) as one,
        Desk(homes[1] / long, user=bao, env={"HOME": str(homes[1])}) as two,
    ):
        assert one.reach.host != two.reach.host
        assert Path(one.reach.host).parent == Path(two.reach.host).parent == Path(tempfile.gettempdir())
        for desk, user, home in ((one, anna, homes[0]), (two, bao, homes[1])):
            process = look(main_process(home / long))
            assert process is not None
            assert process.uid == user.uid
            assert Path(desk.reach.host).stat().st_uid == user.uid
            assert mode(Path(desk.reach.host)) == 0o700
        foreign = Desk(homes[0] / long, user=bao, env={"HOME": str(homes[1])})
        assert foreign.said["error"] == "NotWritable"
        assert "allow writing there, or choose another folder" in foreign.said["message"]
        foreign.leave()
        assert one.leave() == 0
        assert servers_of(homes[1] / long)
    assert not servers_of(homes[1] / long)


def test_nobody_keeps_a_user_out_by_taking_the_sockets_name(place: Path, anna: User, bao: User) -> None:
    home, long = home_of(anna, place), "y" * 120
    with Desk(home / long, user=anna) as desk:
        wanted = Path(desk.reach.host)
    assert not wanted.exists()
    for squat in (wanted.mkdir, lambda: wanted.symlink_to("/tmp"), wanted.touch):
        squat()
        os.chown(wanted, bao.uid, bao.gid, follow_symlinks=False)
        try:
            with Desk(home / long, user=anna) as desk:
                assert desk.reach.host != str(wanted)
                assert Path(desk.reach.host).stat().st_uid == anna.uid
        finally:
            if wanted.is_dir() and not wanted.is_symlink():
                wanted.rmdir()
            else:
                wanted.unlink()
        assert not Path(desk.reach.host).exists()


def test_a_user_who_gets_at_the_socket_is_nobody_there(place: Path, made: Path, bao: User) -> None:
    """With every folder and the socket itself opened: no trust, the superuser only by the system's word."""
    folder = copy_of(made, place / "data")
    with EmbeddedServer(folder) as reach:
        for path, open_mode in (
            (folder, 0o711),
            (folder / "run", 0o711),
            (folder / "run" / ".s.PGSQL.5432", 0o777),
        ):
            path.chmod(open_mode)

        def enter(user: str, password: str | None = None) -> str:
            process = python(ENTER, reach.dsn("postgres", user, password), user=bao)
            return process.communicate()[0].strip()

        assert 'Peer authentication failed for user "postgres"' in enter("postgres")
        assert 'Peer authentication failed for user "postgres"' in enter("postgres", "postgres")
        assert "no password supplied" in enter("clerk")
        assert "password authentication failed" in enter("clerk", "guess")
        assert enter("clerk", "secret words") == "entered"


# -- where ------------------------------------------------------------------------------------------------


def test_the_data_folder_of_each_kind_of_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MDI_DESK_DATA", "/somewhere/else")
    assert data_root() == Path("/somewhere/else")
    monkeypatch.delenv("MDI_DESK_DATA")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert data_root() == Path("/var/lib/mdi-desk")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", "/home/anna/.local/share")
    assert data_root() == Path("/home/anna/.local/share/mdi-desk")


def test_a_temporary_folder_for_the_server(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(closed))
    folder = server_friendly_tmp()
    try:
        assert current_owner(create=True).reaches(folder)
        assert not list(folder.iterdir())
        assert not mode(folder) & 0o066
    finally:
        folder.rmdir()
