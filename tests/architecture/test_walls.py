"""The walls between the packages stand, and each of them falls when somebody breaks it.

The contracts are in pyproject.toml. Every one has at least one breach below, made in a copy of the tree: a
contract that could not fail would prove nothing.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
]


@dataclass(frozen=True)
class Breach:
    """A line that must not be written: `line` at the end of `module`, which is made where it is missing."""

    contract: str  # the beginning of the contract's name
    module: str
    line: str


BREACHES = [
    Breach("Storeys", "mdi_desk.kernel.errors", "import mdi_desk.db"),
    Breach("Storeys", "mdi_desk.db", "import mdi_desk.domains.people"),
    Breach("Storeys", "mdi_desk.db", "import mdi_desk.journal"),
    Breach("Storeys", "mdi_desk.domains.people.ui", "import mdi_desk.app"),
    Breach("Storeys", "mdi_desk.utils", ""),
    Breach("Rooms", "mdi_desk.domains.people.records", "import mdi_desk.domains.people.service"),
    Breach("Rooms", "mdi_desk.domains.waivers.models", "import mdi_desk.domains.waivers.queries"),
    Breach("Rooms", "mdi_desk.domains.training.access", "import mdi_desk.domains.training.records"),
    Breach("Rooms", "mdi_desk.domains.people.service", "import mdi_desk.domains.people.ui"),
    Breach("Rooms", "mdi_desk.domains.people.utils", ""),
    Breach("Order", "mdi_desk.domains.people.service", "import mdi_desk.domains.training.records"),
    Breach("Order", "mdi_desk.domains.helpers", ""),
    Breach("Neighbours", "mdi_desk.domains.training.service", "import mdi_desk.domains.people.models"),
    Breach("Neighbours", "mdi_desk.domains.training.ui", "import mdi_desk.domains.people.ui"),
    Breach("Qt only", "mdi_desk.kernel.errors", "from PySide6.QtCore import QObject"),
    Breach("Qt only", "mdi_desk.domains.people.service", "from mdi_desk.qt import theme"),
    Breach("No SQL", "mdi_desk.domains.people.ui", "from sqlalchemy import select"),
    Breach("No SQL", "mdi_desk.domains.people.ui", "import mdi_desk.domains.people.queries"),
    Breach("No SQL", "mdi_desk.qt", "import psycopg"),
    Breach("No SQL", "mdi_desk.kernel.errors", "import sqlite3"),
    Breach("Papers", "mdi_desk.domains.waivers.pdf", "import mdi_desk.domains.waivers.models"),
    Breach("The journal", "mdi_desk.journal", "import psycopg"),
    Breach("No cycles", "mdi_desk.kernel.errors", "import mdi_desk.kernel.wall_breach"),
]


def lint(tree: Path) -> tuple[int, str]:
    """Exit code and output of import-linter over the `mdi_desk` in `tree`."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=tree,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def broken(output: str) -> set[str]:
    """The names of the contracts that the output calls broken."""
    text = re.sub(r"\s+", " ", output)
    return {name for name in CONTRACTS if f"{name} BROKEN" in text}


def add(tree: Path, module: str, line: str) -> None:
    """Writes `line` at the end of a module; makes it, and the packages above it, where they are missing."""
    path = tree.joinpath(*module.split("."))
    for package in reversed(path.relative_to(tree).parents[:-1]):
        (tree / package).mkdir(exist_ok=True)
        (tree / package / "__init__.py").touch()
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    with file.open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, free to be spoilt."""
    shutil.copytree(
        ROOT / "mdi_desk", tmp_path / "mdi_desk", ignore=shutil.ignore_patterns("__pycache__", "_data")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_walls_stand() -> None:
    code, output = lint(ROOT)
    assert code == 0, output


def test_every_wall_has_its_breach() -> None:
    for name in CONTRACTS:
        assert any(name.startswith(breach.contract) for breach in BREACHES), f"no breach for: {name}"


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.contract}-{breach.module}")
def test_a_breach_is_seen(tree: Path, breach: Breach) -> None:
    # What the breach imports has to be there, whatever the tree holds already.
    if (wanted := breach.line.partition("import ")[2]).startswith("mdi_desk."):
        add(tree, wanted, "import mdi_desk.kernel.errors" if breach.contract == "No cycles" else "")
    add(tree, breach.module, breach.line)
    code, output = lint(tree)
    assert code == 1, output
    assert any(name.startswith(breach.contract) for name in broken(output)), output
