"""The station's memory: what it keeps, what it never keeps, and that damage costs nothing."""

from pathlib import Path

import pytest

from mdi_desk.app import station
from mdi_desk.app.station import MOST_PEOPLE, Station, staff_login


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("4", "u_000004"), ("0004", "u_000004"), (" u_000004 ", "u_000004"), ("U_4", "u_000004"),
        ("1234567", "u_1234567"), ("aicha", "aicha"), ("", ""), ("٤", "٤"), ("9" * 13, "9" * 13),
    ],
)  # fmt: skip
def test_a_staff_number_is_a_login_however_it_is_typed(typed: str, login: str) -> None:
    assert staff_login(typed) == login


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "station.json"
    kept = Station(language="fr", theme="dark", server_url="postgresql://desk.example.org/mdi").with_person(
        "u_000004", "Aïcha Fall"
    )
    station.write(path, kept)
    assert station.read(path) == kept
    assert not path.with_suffix(".new").exists()


def test_the_last_person_stands_first_and_the_list_stays_short() -> None:
    memory = Station()
    for number in range(MOST_PEOPLE + 3):
        memory = memory.with_person(f"u_{number:06d}", f"Person {number}")
    memory = memory.with_person("u_000005", "Person 5")
    assert [known.login for known in memory.people][:2] == ["u_000005", f"u_{MOST_PEOPLE + 2:06d}"]
    assert len(memory.people) == MOST_PEOPLE
    assert len({known.login for known in memory.people}) == MOST_PEOPLE


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"people": 3}', '{"people": [{"x": 1}]}', '{"odd": 1}', "\x00\xff"]
)
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "station.json"
    path.write_bytes(content.encode("latin-1"))
    assert station.read(path) == Station()


def test_without_a_keyring_nothing_is_remembered(tmp_path: Path) -> None:
    assert not station.keyring_there()
    station.remember("this computer", "u_000004", "a secret of mine")
    assert station.remembered("this computer", "u_000004") is None
