"""Money as whole minor units: never a float."""

from collections.abc import Sequence
from dataclasses import dataclass

_NO_DECIMALS = frozenset({"XOF", "XAF", "JPY", "KRW", "VND", "CLP", "GNF", "RWF", "UGX", "XPF"})


def decimals(currency: str) -> int:
    """How many decimal digits `currency` (ISO 4217) has: 2, or 0 for the franc CFA and its like."""
    return 0 if currency in _NO_DECIMALS else 2


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """`minor` minor units (cents) of `currency` (ISO 4217, three letters)."""

    minor: int
    currency: str = "USD"

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")


def split(total: int, weights: Sequence[int]) -> list[int]:
    """`total` minor units shared by `weights` (largest remainder), so that the parts add up to the whole.

    Ties go to the earlier part. Raises ValueError when there is no positive weight.
    """
    whole = sum(weights)
    if whole <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights must be non-negative and not all zero")
    sign = -1 if total < 0 else 1
    floors = [abs(total) * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(abs(total) * weights[i] % whole), i))
    for index in order[: abs(total) - sum(floors)]:
        floors[index] += 1
    return [sign * part for part in floors]
