"""The start refuses the pair of Python and PySide6 that crashes in the middle of the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mdi_desk.__main__ import fatal_pair, installed_qt

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("python", "qt", "refused"),
    [
        ((3, 11), (6, 11), False),
        ((3, 11), (6, 12), True),
        ((3, 11), (7, 0), True),
        ((3, 12), (6, 12), False),
        ((3, 13), (6, 12), False),
        ((3, 11), None, False),
    ],
)
def test_only_the_fatal_pair_is_refused(
    python: tuple[int, int], qt: tuple[int, int] | None, refused: bool
) -> None:
    assert bool(fatal_pair(python, qt)) is refused


def test_the_version_read_from_the_file_is_the_one_qt_reports() -> None:
    import PySide6

    assert installed_qt() == tuple(PySide6.__version_info__[:2])


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on the pair is harmless")
def test_a_start_with_the_fatal_pair_says_one_sentence_and_fails(tmp_path: Path) -> None:
    fake = tmp_path / "PySide6" / "__init__.py"
    fake.parent.mkdir()
    fake.write_text('__version__ = "6.12.0"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mdi_desk", "--help"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "6.11.3" in done.stderr
