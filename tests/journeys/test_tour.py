"""The whole working day, played as a person would call it: another process, a folder, exit code 0."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

WANTED = [
    "sign-in",
    "today",
    "omnibox",
    "person",
    "edit-conflict",
    "roster",
    "check-in-blockers",
    "pad-signed",
    "waiver-done",
    "checked-in",
    "ticket",
    "instructor-today",
    "accounts",
    "help",
    "shortcuts",
    "french-today",
    "dark-today",
    "database-gone",
    "pending",
    "green-again",
    "disabled-desk-locked",
]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a played day."""
    out = tmp_path_factory.mktemp("tour") / "a day’s pictures"
    environment = {name: value for name, value in os.environ.items() if name != "MDI_DESK_DATA"}
    done = subprocess.run(
        [sys.executable, "-m", "mdi_desk", "tour", "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=600,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return out


def test_every_step_has_its_picture(day: Path) -> None:
    names = {path.stem.partition("-")[2]: path for path in day.glob("*.png")}
    assert not [name for name in WANTED if name not in names]
    for name in WANTED:
        picture = QImage(str(names[name]))
        assert picture.width() >= 960
        shades = {
            picture.pixel(x, y) for x in range(8, picture.width(), 37) for y in range(8, picture.height(), 37)
        }
        assert len(shades) > 3, f"{name} is blank"


def test_the_book_agrees_with_the_database(day: Path) -> None:
    book = json.loads((day / "tour.json").read_text("utf-8"))
    assert book["ok"]
    assert book["problems"] == []
    assert book["database"]["check_ins"] == book["did"]["check_ins"] > 3
    assert all(book["did"].get(what, 0) == found for what, found in book["database"].items())
    assert book["measured"]["live_on_second_desk_ms"] < 1000
    assert book["measured"]["locked_after_disable_ms"] < 2000


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext reads the papers back")
def test_the_papers_are_read_by_another_program(day: Path) -> None:
    book = json.loads((day / "tour.json").read_text("utf-8"))
    papers = [name for name in book["papers"] if name.endswith(".pdf")]
    assert sorted(papers) == ["ticket.pdf", "waiver.pdf"]
    words = {
        name: subprocess.run(
            ["pdftotext", "-layout", str(day / name), "-"], capture_output=True, text=True, check=True
        ).stdout
        for name in papers
    }
    assert "María José Núñez" in words["ticket.pdf"]
    assert "Kwame Boateng-Addo" in words["waiver.pdf"]
    assert "SHA-256" in words["waiver.pdf"]
    info = subprocess.run(
        ["pdfinfo", str(day / "waiver.pdf")], capture_output=True, text=True, check=True
    ).stdout
    assert "Pages" in info
    images = subprocess.run(
        ["pdfimages", "-list", str(day / "waiver.pdf")], capture_output=True, text=True, check=True
    ).stdout
    assert len(images.splitlines()) <= 2, "the signature is a drawing, not a bitmap"
