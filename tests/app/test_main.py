"""`desk` on a machine without a display: it says so, and plays the working day into a folder."""

import sys
from pathlib import Path

import pytest

from mdi_desk.app import main
from mdi_desk.app.config import Config


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data=tmp_path / "data", instance="default", station="Till 1", theme="light")


def test_without_a_display_it_says_so_and_plays_the_tour(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tour itself takes a minute and has its own test; here it only has to be the one that is begun."""
    played: list[Path] = []

    def play(out: Path) -> int:
        played.append(out)
        return 3

    monkeypatch.setattr("mdi_desk.app.tour.play", play)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    assert main.run(config) == 3, "the tour's own answer"
    folder = tmp_path / main.TOUR_FOLDER
    assert played == [folder]
    said = capsys.readouterr().err
    assert "There is no display here" in said
    assert str(folder) in said
    assert not config.data.exists(), "no desk was begun"


@pytest.mark.parametrize(
    ("platform", "names", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_what_counts_as_a_display(
    platform: str, names: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert main.has_display() is expected
