"""Money is whole minor units, and parts add up to the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel.money import Money, decimals, split


def test_sums() -> None:
    assert Money(250) + Money(125) - Money(75) == Money(300)
    assert -Money(5) == Money(-5)
    assert bool(Money(0)) is False
    assert sorted([Money(3), Money(-1), Money(2)]) == [Money(-1), Money(2), Money(3)]


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="USD and XOF"):
        Money(1, "USD") + Money(1, "XOF")
    with pytest.raises(ValueError, match="XOF and EUR"):
        Money(1, "XOF") - Money(1, "EUR")


@pytest.mark.parametrize(("currency", "count"), [("USD", 2), ("EUR", 2), ("XOF", 0), ("VND", 0)])
def test_decimals(currency: str, count: int) -> None:
    assert decimals(currency) == count


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any))
def test_parts_always_add_up(total: int, weights: list[int]) -> None:
    parts = split(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - total * weight) < whole, "never a whole unit away from the fair share"
        assert part * total >= 0
        assert weight or part == 0


def test_ties_go_to_the_earlier_part() -> None:
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(-100, [1, 1, 1]) == [-34, -33, -33]
    assert split(1, [0, 1, 1]) == [0, 1, 0]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1, 3]])
def test_weights_that_say_nothing(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split(100, weights)
