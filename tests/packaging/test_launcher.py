"""`./desk` runs what it is told from anywhere, sets up only when something changed, and says why it can't.

Each test works on a small checkout of its own, whose interpreter only tells how it was called.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TELL = '#!/bin/sh\nprintf "%s\\n" "{name}" "$PWD" "$@"\n'


@dataclass(frozen=True)
class Checkout:
    """The launcher, the locks and the set-up in a folder with a space, an accent and a quote."""

    top: Path

    @property
    def desk(self) -> Path:
        return self.top / "desk"

    def program(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    def finish(self) -> None:
        """Makes it look set up, for both kinds of start."""
        self.program(self.top / ".venv/bin/python", TELL.format(name="venv"))
        for lock, stamp in (
            ("requirements.lock", "desk-ready"),
            ("requirements-test.lock", "desk-test-ready"),
        ):
            made_from = [self.top / "packaging" / name for name in (lock, "set_up.py")]
            (self.top / ".venv" / stamp).write_bytes(b"".join(file.read_bytes() for file in made_from))

    def start(
        self, *words: str, at: Path | None = None, call: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [call or self.desk, *words],
            cwd=at or self.top,
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "l'école à côté")
    (made.top / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "desk", made.top)
    for name in ("set_up.py", "run_tests.py", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / "packaging" / name, made.top / "packaging")
    made.finish()
    return made


@pytest.fixture
def told(checkout: Checkout) -> str:
    """A Python that tells how the set-up was called, and refuses to do it."""
    return str(
        checkout.program(
            checkout.top / "told", '#!/bin/sh\n[ "$1" = -c ] || { echo "set up:" "$@"; exit 7; }\n'
        )
    )


def test_it_runs_the_command_line_where_the_caller_stands(checkout: Checkout, tmp_path: Path) -> None:
    done = checkout.start("scan", "a b.png", "", "*", at=tmp_path)
    assert done.stdout.splitlines() == [
        "venv",
        str(tmp_path),
        "-P",
        "-m",
        "mdi_desk",
        "scan",
        "a b.png",
        "",
        "*",
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_it_runs_through_links(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/inner").symlink_to(os.path.relpath(checkout.desk, tmp_path / "bin"))
    (tmp_path / "outer").symlink_to(tmp_path / "bin/inner")
    done = checkout.start("doctor", at=tmp_path, call=tmp_path / "outer")
    assert done.stdout.splitlines() == ["venv", str(tmp_path), "-P", "-m", "mdi_desk", "doctor"]


def test_it_runs_from_the_search_path_and_as_a_script(checkout: Checkout, tmp_path: Path) -> None:
    path = f"{checkout.top}{os.pathsep}{os.environ['PATH']}"
    by_name = subprocess.run(
        ["sh", "-c", "desk doctor"], env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    by_shell = subprocess.run(["sh", "desk", "doctor"], cwd=checkout.top, capture_output=True, text=True)
    assert by_name.stdout.splitlines()[-1] == by_shell.stdout.splitlines()[-1] == "doctor"


@pytest.mark.parametrize("changed", ["requirements.lock", "set_up.py"])
def test_a_change_of_what_it_was_made_from_sets_up_again(checkout: Checkout, told: str, changed: str) -> None:
    with (checkout.top / "packaging" / changed).open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    done = checkout.start("doctor", MDI_DESK_PYTHON=told)
    assert done.returncode == 7, "the set-up's failure is the start's failure"
    assert done.stdout == f"set up: -I {checkout.top}/packaging/set_up.py\n"


def test_a_change_of_the_test_lock_concerns_only_the_tests(checkout: Checkout, told: str) -> None:
    with (checkout.top / "packaging/requirements-test.lock").open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    assert checkout.start("doctor", MDI_DESK_PYTHON=told).returncode == 0
    done = checkout.start("test", MDI_DESK_PYTHON=told)
    assert done.stdout == f"set up: -I {checkout.top}/packaging/set_up.py --with-tests\n"


def test_an_interpreter_that_is_gone_sets_up_again(checkout: Checkout, told: str) -> None:
    (checkout.top / ".venv/bin/python").unlink()
    (checkout.top / ".venv/bin/python").symlink_to("/nowhere/python3.11")
    assert checkout.start("doctor", MDI_DESK_PYTHON=told).returncode == 7


def test_without_a_python_it_says_one_sentence(checkout: Checkout, tmp_path: Path) -> None:
    shutil.rmtree(checkout.top / ".venv")
    for name in ("sh", "cat", "cmp", "readlink"):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "")
    checkout.program(tmp_path / "bin/python3", "#!/bin/sh\nexit 1\n")  # too old
    done = checkout.start(PATH=str(tmp_path / "bin"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or newer" in done.stderr


def test_the_tests_are_handed_to_pytest(checkout: Checkout) -> None:
    done = checkout.start("test", "--hostile", "-x")
    assert done.stdout.splitlines()[2:] == ["-P", f"{checkout.top}/packaging/run_tests.py", "--hostile", "-x"]
