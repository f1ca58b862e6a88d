"""Every benchmark runs at a tiny size and says all it has to say. Nothing here judges how fast anything is.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from mdi_desk.app.bench import board, check_in, roster, search, start
from mdi_desk.app.bench.figures import Figures, Pair, Times, in_turns
from mdi_desk.app.bench.ground import Ground, ground
from mdi_desk.kernel.errors import NotFound


@pytest.fixture(scope="module")
def small() -> Iterator[Ground]:
    """One small database for all of them."""
    with ground(160, quiet) as made:
        yield made


@pytest.fixture
def found(small: Ground) -> Iterator[Ground]:
    """The same; what a benchmark opened on it is closed after each test."""
    yield small
    small.close()


def quiet(_text: str) -> None:
    """Nobody watches."""


def whole(figures: Figures, name: str, pairs: int) -> list[dict[str, Any]]:
    """The results, after a look at the form of everything."""
    found = json.loads(json.dumps(figures.as_json()))
    assert found["bench"] == name
    assert found["machine"]["server"]
    assert len(found["results"]) == pairs
    for result in found["results"]:
        for side in ("work", "floor"):
            assert result[side]["n"] > 0, result["what"]
            assert 0 < result[side]["p50"] <= result[side]["p95"] <= result[side]["p99"]
        assert result["floor"]["is"]
        assert set(result["ratio"]) == {"p50", "p95", "p99"}
        assert isinstance(result["goal"]["reached"], bool)
    (table,) = figures.tables()
    assert len(table.rows) == pairs
    assert all(len(row) == len(table.heads) for row in table.rows)
    return list(found["results"])


def test_check_in(found: Ground) -> None:
    plain, written = whole(check_in.measure_on(found, quiet, 4), "check-in", 2)
    assert plain["size"] == 160
    assert plain["floor"] == written["floor"]


@pytest.mark.leaves("the application's own threads live as long as the process")
def test_roster(found: Ground) -> None:
    results = whole(roster.measure_on(found, 12, quiet, 3), "roster", 3)
    assert [result["size"] for result in results] == [12, 12, 12]


@pytest.mark.leaves("the application's own threads live as long as the process")
def test_search(found: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "TYPED", ("kwame", "Nguyễn d"))
    results = whole(search.measure_on(found, quiet, 1), "search", 4)
    assert results[0]["work"]["n"] == len(search.keystrokes(("kwame", "Nguyễn d")))


def test_start(found: Ground) -> None:
    results = whole(start.measure_on(found, quiet, 1), "start", 2)
    assert results[0]["work"]["p50"] < results[1]["work"]["p50"]


def test_an_unknown_name_names_the_known_ones() -> None:
    with pytest.raises(NotFound) as refused:
        board.measure("nothing", None, quiet)
    assert all(name in refused.value.message for name in board.NAMES)


def test_percentiles_are_of_the_nearest_rank() -> None:
    times = Times([float(n) for n in range(1, 101)])
    assert (times.at(50), times.at(95), times.at(99)) == (50, 95, 99)
    assert Times([7.0]).at(99) == 7
    pair = Pair("x", 1, "y", goal=1.5, work=Times([3.0]), floor=Times([2.0]))
    assert pair.reached is True
    assert Pair("x", 1, "y", goal=1.4, work=Times([3.0]), floor=Times([2.0])).reached is False
    assert Pair("x", 1, "y", over_ms=0.5, work=Times([3.0]), floor=Times([2.0])).reached is False
    assert Pair("x", 1, "y").reached is None


def test_turns_leave_out_the_warming() -> None:
    calls: list[str] = []
    one, other = Times(), Times()
    in_turns([(one, lambda _: calls.append("a")), (other, lambda _: calls.append("b"))], 5, warm=2)
    assert len(one.ms) == len(other.ms) == 5
    assert calls.count("a") == calls.count("b") == 7
    assert calls != ["a", "b"] * 7
