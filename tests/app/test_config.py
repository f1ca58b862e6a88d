"""What the desk is told, and by whom."""

from pathlib import Path

import pytest

from mdi_desk.app import config
from mdi_desk.kernel.errors import Invalid


def test_variables_are_read_and_arguments_go_before_them(tmp_path: Path) -> None:
    said = {
        "MDI_DESK_DATA": str(tmp_path),
        "MDI_DESK_INSTANCE": "beckley",
        "MDI_DESK_STATION": "Front desk 2",
        "MDI_DESK_LANGUAGE": "fr",
        "MDI_DESK_THEME": "dark",
    }
    found = config.load(environment=said)
    assert found.folder == tmp_path / "beckley"
    assert (found.station, found.language, found.theme) == ("Front desk 2", "fr", "dark")
    assert found.embedded
    assert config.load(environment=said, instance="two", station="Till").folder == tmp_path / "two"


def test_a_server_elsewhere_has_its_own_keys(tmp_path: Path) -> None:
    here = config.load(environment={"MDI_DESK_DATA": str(tmp_path)})
    there = config.load(
        environment={
            "MDI_DESK_DATA": str(tmp_path),
            "MDI_DESK_DATABASE_URL": "postgresql://db.example.org/mdi",
        }
    )
    assert not there.embedded
    assert there.keys_folder != here.keys_folder


def test_a_station_has_a_name_without_being_told(tmp_path: Path) -> None:
    found = config.load(environment={"MDI_DESK_DATA": str(tmp_path), "MDI_DESK_STATION": "  "})
    assert found.station
    assert "." not in found.station


@pytest.mark.parametrize(
    ("name", "value"),
    [("INSTANCE", "../etc"), ("INSTANCE", "programs"), ("LANGUAGE", "klingon"), ("THEME", "pink")],
)
def test_what_cannot_be_meant_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(Invalid) as refused:
        config.load(environment={"MDI_DESK_DATA": str(tmp_path), f"MDI_DESK_{name}": value})
    assert value in refused.value.message
