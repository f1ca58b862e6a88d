"""The command line as a person at a terminal meets it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import mdi_desk
from mdi_desk.kernel import codes

COMMANDS = ("tour", "scan", "bench", "doctor", "test", "db")
ROOT = Path(__file__).resolve().parents[2]
DATABASE = ("create", "upgrade", "check", "backup", "restore", "dictionary", "info", "serve", "admin-create")


def desk(*words: str, data: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """One run of the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mdi_desk", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "MDI_DESK_DATA": str(data), "COLUMNS": "80", **more},
    )


def test_help_lists_every_command_in_one_line(tmp_path: Path) -> None:
    done = desk("--help", data=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in COMMANDS:
        assert re.search(rf"^\W+{name} +\S.*\.\W*$", done.stdout, re.MULTILINE), name
    done = desk("db", "--help", data=tmp_path)
    for name in DATABASE:
        assert re.search(rf"^\W+{name} +\S.*\.\W*$", done.stdout, re.MULTILINE), name


def test_help_loads_neither_windows_nor_drivers() -> None:
    script = (
        "import sys\n"
        "from mdi_desk import cli\n"
        "status = cli.run(['db', 'create', '--help'])\n"
        "print(status, sorted(m for m in ('PySide6', 'sqlalchemy', 'psycopg', 'cryptography') if m in "
        "sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.splitlines()[-1] == "0 []"


def test_version(tmp_path: Path) -> None:
    assert desk("--version", data=tmp_path).stdout == f"MDI Desk {mdi_desk.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("bogus",),
        ("db", "create", "--people", "500"),
        ("db", "create", "--sample", "--people", "7"),
        ("db", "restore", "/nowhere/backup.zip", "--now"),
        ("bench", "nothing"),
        ("--instance", "../up", "doctor"),
        ("db", "info"),
        ("scan",),
    ],
)
def test_an_error_is_one_clear_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = desk(*words, data=tmp_path)
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr


def test_info_says_how_to_start(tmp_path: Path) -> None:
    done = desk("db", "info", "--json", data=tmp_path)
    assert done.returncode == 1
    assert "desk db serve" in done.stderr


def test_doctor_finds_the_data_folder_and_starts_nothing(tmp_path: Path) -> None:
    done = desk("doctor", "--json", data=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {one["what"]: one for one in json.loads(done.stdout)}
    assert str(tmp_path) in found["Data folder"]["found"]
    assert found["Qt"]["good"] is True
    assert found["Database"]["good"] is None
    assert list(tmp_path.iterdir()) == []


def test_scan_decodes_pictures_and_says_what_is_none(tmp_path: Path) -> None:
    code = codes.new_code("ticket")
    picture = tmp_path / "ticket é.png"
    picture.write_bytes(codes.make_qr_png(codes.qr_text(code)))
    words = tmp_path / "notes.txt"
    words.write_text("no picture")
    done = desk("scan", "--decode-only", str(picture), str(words), str(tmp_path / "gone.png"), data=tmp_path)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [line["ok"] for line in lines] == [True, False, False]
    assert (lines[0]["text"], lines[0]["kind"], lines[0]["code"]) == (f"MDI1.{code}", "ticket", code)
    assert lines[0]["file"] == str(picture)
    assert all(line["ms"] >= 0 for line in lines)
    assert all("error" in line for line in lines[1:])


def test_a_mistake_of_ours_leaves_a_report_without_personal_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mdi_desk import cli
    from mdi_desk.cli import commands

    def broken(_words: list[str]) -> int:
        raise LookupError("María José Núñez")

    monkeypatch.setenv("MDI_DESK_DATA", str(tmp_path))
    monkeypatch.setattr(commands, "run", broken)
    assert cli.run(["doctor"]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "Núñez" not in said
    (report,) = (tmp_path / "reports").iterdir()
    assert report.name in said
    text = report.read_text(encoding="utf-8")
    assert "LookupError" in text
    assert "broken" in text
    assert "Núñez" not in text
    assert report.stat().st_mode & 0o077 == 0
