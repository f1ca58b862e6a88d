"""The set-up finishes what was begun, waits for another, and ends in one sentence when it can't go on."""

import fcntl
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: Path) -> ModuleType:
    """A file of packaging/ as a module; its own folder is what it takes for the checkout."""
    spec = importlib.util.spec_from_file_location(f"checked_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the set-up in it, and locks that ask for nothing."""
    top = tmp_path / "a checkout"
    (top / "packaging").mkdir(parents=True)
    (top / "mdi_desk").mkdir()
    shutil.copy(ROOT / "packaging/set_up.py", top / "packaging")
    for lock in ("requirements.lock", "requirements-test.lock"):
        (top / "packaging" / lock).write_text("", encoding="ascii")
    return top


@pytest.fixture
def set_up(checkout: Path) -> ModuleType:
    return load(checkout / "packaging/set_up.py")


def start(checkout: Path, **env: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-I", checkout / "packaging/set_up.py"],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A run that was itself started in the background ignores Ctrl-C, and its children would inherit that.
        preexec_fn=_listen_to_interrupts,
    )


def _listen_to_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(checkout: Path, set_up: ModuleType) -> None:
    (checkout / ".venv/bin").mkdir(parents=True, exist_ok=True)
    (checkout / ".venv/bin/python").touch()
    (checkout / ".venv/desk-ready").write_bytes(set_up.stamp_text("requirements.lock"))


def test_a_second_start_waits_and_then_has_nothing_to_do(checkout: Path, set_up: ModuleType) -> None:
    with (checkout / ".desk-setup.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        second = start(checkout)
        assert second.stderr is not None
        assert "waiting" in second.stderr.readline()
        assert second.poll() is None
        finish(checkout, set_up)
    out, err = second.communicate(timeout=30)
    assert (second.returncode, out, err) == (0, "", "")


def test_the_lock_of_a_killed_start_holds_nobody_up(checkout: Path, set_up: ModuleType) -> None:
    hold = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX)\n"
        "print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", hold, checkout / ".desk-setup.lock"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        first.kill()
    finish(checkout, set_up)
    assert start(checkout).communicate(timeout=30) == ("", "")


def test_a_child_that_outlives_a_killed_start_keeps_the_next_one_waiting(
    checkout: Path, set_up: ModuleType
) -> None:
    begin = (
        "import importlib.util, os, sys\n"
        "spec = importlib.util.spec_from_file_location('set_up', sys.argv[1])\n"
        "m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m)\n"
        "child = ['sh', '-c', 'echo here; exec sleep 1']\n"
        "with m.only_one(), m.Progress('x') as step:\n"
        "    m.run(child, step, lambda line: os._exit(9), dict(os.environ), shares_lock=True)\n"
    )
    command = [sys.executable, "-c", begin, checkout / "packaging/set_up.py"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 9
    second = start(checkout)
    assert second.stderr is not None
    assert "waiting" in second.stderr.readline()
    finish(checkout, set_up)
    assert second.communicate(timeout=30) == ("", "")


def test_an_unfinished_environment_is_made_again(checkout: Path, set_up: ModuleType) -> None:
    (checkout / ".venv/lib/half").mkdir(parents=True)
    (checkout / ".venv/desk-unfinished").touch()
    set_up.make_venv(dict(os.environ))
    assert not (checkout / ".venv/lib/half").exists()
    assert set_up.works()
    assert (checkout / ".venv/desk-unfinished").exists(), "it stays a beginning until the stamp is written"


def test_a_sound_environment_is_kept(
    checkout: Path, set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".venv/mine").mkdir(parents=True)
    monkeypatch.setattr(set_up, "works", lambda: True)
    set_up.make_venv(dict(os.environ))
    assert (checkout / ".venv/mine").exists()


def test_a_package_that_can_not_be_had_ends_in_one_sentence_and_no_stamp(checkout: Path) -> None:
    lock = f"no-such-thing==1.0 \\\n    --hash=sha256:{'0' * 64}\n"
    (checkout / "packaging/requirements.lock").write_text(lock, encoding="ascii")
    child = start(checkout, PIP_NO_INDEX="1")
    out, err = child.communicate(timeout=120)
    assert child.returncode == 1
    assert out == ""
    assert "no-such-thing" in err, "pip's own reason"
    assert err.splitlines()[-1].startswith("desk: ")
    assert "Traceback" not in err
    assert not (checkout / ".venv/desk-ready").exists()
    assert (checkout / ".venv/desk-unfinished").exists()


def test_a_folder_that_can_not_be_written_ends_in_one_sentence(checkout: Path) -> None:
    (checkout / ".desk-setup.lock").mkdir()  # stands for a folder of another owner, also when root runs this
    child = start(checkout)
    _out, err = child.communicate(timeout=30)
    assert child.returncode == 1
    assert err.count("\n") == 1
    assert "clone MDI Desk into a folder of your own" in err


def test_an_interrupted_set_up_says_so(checkout: Path) -> None:
    with (checkout / ".desk-setup.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        child = start(checkout)
        assert child.stderr is not None
        child.stderr.readline()
        time.sleep(0.05)
        child.send_signal(2)
        _out, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "the next start takes it up again" in err
    assert "Traceback" not in err


def test_an_ordinary_user_is_told_the_exact_command(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "missing_libraries", lambda wanted: list(wanted)[:2])
    monkeypatch.setattr(set_up, "is_debian", lambda: True)
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.sys, "platform", "linux")
    with pytest.raises(set_up.SetUpError) as refused:
        set_up.system_part(with_tests=False)
    command = "sudo apt-get install --no-install-recommends -y libgl1 libegl1 libxcb-cursor0 libxcb-icccm4"
    assert command in str(refused.value)


def test_root_on_debian_gets_them_installed(set_up: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], list[str]]] = []
    monkeypatch.setattr(set_up, "missing_libraries", lambda wanted: list(wanted)[:1])
    monkeypatch.setattr(set_up, "is_debian", lambda: True)
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 0)
    monkeypatch.setattr(set_up.sys, "platform", "linux")
    monkeypatch.setattr(set_up.shutil, "which", lambda tool: None)
    monkeypatch.setattr(set_up, "install_packages", lambda must, wished: asked.append((must, wished)))
    set_up.system_part(with_tests=True)
    assert asked == [(["libgl1"], ["libxcb-cursor0", "poppler-utils", "postgresql-client"])]


def test_an_apt_that_fails_stops_only_for_what_the_desk_can_not_do_without(
    checkout: Path, set_up: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = checkout / "bin/apt-get"
    apt.parent.mkdir()
    apt.write_text('#!/bin/sh\necho "E: no route to the mirror"\nexit 100\n', encoding="ascii")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{apt.parent}{os.pathsep}{os.environ['PATH']}")
    set_up.install_packages([], ["poppler-utils"])
    assert "going on without" in capsys.readouterr().err
    with pytest.raises(set_up.SetUpError, match=r"-y libgl1$"):
        set_up.install_packages(["libgl1"], ["poppler-utils"])
    assert "E: no route to the mirror" in capsys.readouterr().err


def test_windows_libraries_alone_stop_nobody(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        set_up, "missing_libraries", lambda wanted: [so for so in wanted if "xcb-cursor" in so]
    )
    monkeypatch.setattr(set_up, "is_debian", lambda: True)
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.sys, "platform", "linux")
    set_up.system_part(with_tests=False)
    assert "sudo apt-get install --no-install-recommends -y libxcb-cursor0" in capsys.readouterr().err


def test_the_machine_running_this_has_what_qt_links(set_up: ModuleType) -> None:
    if sys.platform.startswith("linux"):
        assert set_up.missing_libraries(set_up.QT_ALWAYS) == []
    assert set_up.missing_libraries({"libno-such-thing.so.9": "x"}) == ["libno-such-thing.so.9"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["-m", "not hostile_long and not faults_long"]),
        (["--hostile", "-x"], ["-m", "not faults_long", "-x"]),
        (["--hostile", "--faults", "-x"], ["-x"]),
        (["--cluster"], ["-m", "not hostile_long and not faults_long"]),
        (["-m", "bench"], ["-m", "bench"]),
        (["-mbench"], ["-mbench"]),
        (["--maxfail=1"], ["-m", "not hostile_long and not faults_long", "--maxfail=1"]),
    ],
)
def test_long_forms_run_when_asked_for(given: list[str], expected: list[str]) -> None:
    assert load(ROOT / "packaging/run_tests.py").arguments(given) == expected


def test_cluster_means_the_machines_own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    run_tests = load(ROOT / "packaging/run_tests.py")
    became: list[tuple[list[str], str | None]] = []
    monkeypatch.setattr(
        run_tests.os, "execv", lambda _, words: became.append((words, os.environ.get("MDI_TEST_SERVER")))
    )
    monkeypatch.delenv("MDI_TEST_SERVER", raising=False)
    monkeypatch.chdir(ROOT)
    for given in (["-x"], ["--cluster", "-x"]):
        monkeypatch.setattr(sys, "argv", ["run_tests.py", *given])
        run_tests.main()
    monkeypatch.delenv("MDI_TEST_SERVER")
    assert [server for _, server in became] == [None, "system"]
    assert all(words[-1] == "-x" and "--cluster" not in words for words, _ in became)
