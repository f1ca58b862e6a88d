"""Style and types, so that the one test command is all there is to run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def passes(*command: str) -> None:
    """Fails with the tool's own words unless it ends with 0."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_style() -> None:
    passes("ruff", "check", "--quiet", ".")


@pytest.mark.timeout(600)  # the first run reads the type stubs of Qt and SQLAlchemy
def test_types() -> None:
    passes("mypy", "--no-error-summary")
