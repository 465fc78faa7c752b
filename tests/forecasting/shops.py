"""Small shops with known demand, for the tests of the planner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from forecasting.history import History, build_history
from forecasting.policy import Position, SupplierTerms
from forecasting.runner import Chunk

START = date(2025, 1, 6)
"""A Monday."""


def name(number: int) -> bytes:
    """Give an item's 16-byte name."""
    return number.to_bytes(16, "big")


def day(offset: int) -> date:
    """Give the day that many days after the start."""
    return START + timedelta(days=offset)


def shop(*demands: Sequence[int]) -> History:
    """Make a history from one row of daily demand for each item."""
    rows = [
        (name(number), day(offset), int(quantity))
        for number, demand in enumerate(demands)
        for offset, quantity in enumerate(demand)
        if quantity
    ]
    days = max(len(demand) for demand in demands)
    names = [name(number) for number in range(len(demands))]
    return build_history(rows, START, day(days - 1), items=names)


def poisson(rate: float, days: int, seed: int) -> list[int]:
    """Draw a steady seller."""
    return [int(sold) for sold in np.random.default_rng(seed).poisson(rate, days)]


@dataclass
class ShopSource:
    """A history as the source of a run; counts how often it was read."""

    history: History
    positions: dict[bytes, Position] = field(default_factory=dict)
    terms: dict[bytes, SupplierTerms] = field(default_factory=dict)
    loads: int = 0

    def items(self) -> Sequence[bytes]:
        """Name every item."""
        return self.history.items

    def load(self, items: Sequence[bytes]) -> Chunk:
        """Give one chunk."""
        self.loads += 1
        rows = [self.history.items.index(item) for item in items]
        return Chunk(self.history.pick(rows), self.positions, self.terms)
