"""The wheel carries all it needs and runs from anywhere, with the source tree out of sight."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from mdi_desk import __version__
from mdi_desk.db.embedded import EmbeddedServer, server_friendly_tmp

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path, data: Path | None = None) -> str:
    """What a command printed; fails with its error output unless it ends with 0."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    clean |= {"QT_QPA_PLATFORM": "offscreen", "MDI_DESK_DATA": str(data or cwd / "data")}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this tree, as `pip wheel .` makes it, but with the build tools at hand: no network."""
    out = tmp_path_factory.mktemp("wheel")
    pip = [
        sys.executable,
        "-P",
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    run(*pip, "--wheel-dir", out, ROOT, cwd=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def away(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment far from the tree, with the wheel installed and the libraries of this one in view."""
    home = tmp_path_factory.mktemp("away") / "an environment"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home.parent)
    site = Path(
        run(
            home / "bin/python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home
        ).strip()
    )
    # A folder named in a .pth file is searched, but .pth files in it are not read: no way back to the tree.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-P", "-m", "pip", "--python", home / "bin/python", "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--ignore-installed", wheel, cwd=home)
    return home


def test_it_holds_migrations_resources_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("resources", "migrations"):
        tracked = run("git", "ls-files", "-z", folder, cwd=ROOT).split("\0")
        for name in filter(None, tracked):
            assert f"mdi_desk/_data/{name}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_holds_nothing_else(wheel: Path) -> None:
    for name in zipfile.ZipFile(wheel).namelist():
        assert name.split("/")[0] == "mdi_desk" or ".dist-info/" in name
        assert not name.endswith((".pyc", ".pyo")), name
        assert "/tests/" not in name


def test_the_installed_desk_finds_its_own_files_and_not_the_tree(away: Path, tmp_path: Path) -> None:
    probe = (
        "import mdi_desk, sys; from mdi_desk.kernel import paths\n"
        "print(mdi_desk.__file__, paths.resource(), paths.migrations(), *sys.path, sep='\\n')"
    )
    package, resources, migrations, *path = run(away / "bin/python", "-c", probe, cwd=tmp_path).splitlines()
    for place in (package, resources, migrations):
        assert Path(place).is_relative_to(away), place
    assert Path(resources).is_dir()
    assert (Path(migrations) / "env.py").is_file()
    assert str(ROOT) not in path


def test_every_module_of_the_wheel_is_in_the_tree_and_the_other_way_round(wheel: Path) -> None:
    packed = {
        name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py") and "/_data/" not in name
    }
    written = {path.relative_to(ROOT).as_posix() for path in (ROOT / "mdi_desk").rglob("*.py")}
    assert packed == written


@pytest.mark.parametrize("start", [("-m", "mdi_desk"), ()], ids=["python -m mdi_desk", "mdi-desk"])
def test_the_installed_desk_starts(away: Path, tmp_path: Path, start: tuple[str, ...]) -> None:
    program = away / "bin" / ("python" if start else "mdi-desk")
    assert __version__ in run(program, *start, "--version", cwd=tmp_path)
    assert "doctor" in run(program, *start, "--help", cwd=tmp_path)
    found = run(program, *start, "doctor", cwd=tmp_path)
    assert PySide6.__version__ in found
    assert f"{ROOT}/mdi_desk" not in found


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder that the server's own user reaches too; nothing runs in it afterwards."""
    folder = server_friendly_tmp("mdi-test-wheel-")
    yield folder
    for instance in folder.iterdir():
        EmbeddedServer(instance).stop()
    shutil.rmtree(folder)


def test_the_installed_desk_makes_a_database_from_what_it_carries(
    away: Path, data: Path, tmp_path: Path
) -> None:
    """The migrations and SQL of the wheel are not only in it: they run, and the check finds no fault."""
    desk = (away / "bin/mdi-desk", "--instance", "w", "db")
    assert "ready" in run(*desk, "create", cwd=tmp_path, data=data)
    assert (data / "w" / "cluster" / "PG_VERSION").is_file()
    assert "whole and up to date" in run(*desk, "check", cwd=tmp_path, data=data)
