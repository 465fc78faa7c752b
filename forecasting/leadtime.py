"""How much is sold while a delivery is awaited: mean and quantile of the demand of D days.

The quantile comes from the errors that forecasts of *whole D-day sums* really made, standardised
and pooled over items of similar demand, never from a one-week sigma times √L, which is off by up
to 15 points of coverage. An item's own scale is v, its mean squared D-day error, so that

    quantile = m + q · √(v + m + ¼)

with m the expected demand and q the pooled quantile of error ÷ √(v + m + ¼). The m under the root
is the least variance of counted sales; for items kept in small steps it does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.backtest import BackTest
from forecasting.history import DAYS_IN_WEEK, History, Matrix, Steps

BIN_EDGES = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 100.0)
"""Expected demand of D days that divides items into classes for pooling."""

FEWEST_IN_BIN = 200
"""Errors a class needs of its own; with fewer it uses those of all items."""


@dataclass(frozen=True, slots=True)
class SumErrors:
    """Errors of D-day sums for a group of items.

    ``expected`` is m, ``variance`` v (NaN where no past sum could be judged), ``errors`` the
    standardised errors (origins × items, NaN where not judged). All in item steps.
    """

    days: tuple[int, ...]
    expected: Matrix
    variance: Matrix
    errors: Matrix


def sum_errors(history: History, test: BackTest, days: Sequence[int]) -> SumErrors:
    """Compare forecasts of the next D days with what came, at every origin; D differs by item.

    The back-test must look far enough ahead: ``weeks_ahead(max(days))`` weeks. A window that is
    less than half visible is skipped; a partly visible one is scaled to D days.
    """
    span = np.array(days, dtype=np.int64)
    expected = first_days(test.path, span)
    forecast = np.array([first_days(path, span) for path in test.past_paths]).reshape(
        len(test.origins), len(history.items)
    )
    length = history.demand.shape[1]
    weeks = length // DAYS_IN_WEEK
    zero = np.zeros((len(history.items), 1), dtype=np.int64)
    sold = np.concatenate([zero, np.cumsum(history.demand * history.available, axis=1)], axis=1)
    seen = np.concatenate([zero, np.cumsum(history.available, axis=1)], axis=1)
    rows = np.arange(len(history.items))
    error = np.full(forecast.shape, np.nan)
    for number, origin in enumerate(test.origins):
        start = length - (weeks - origin) * DAYS_IN_WEEK
        end = np.minimum(start + span, length)
        visible = seen[rows, end] - seen[rows, start]
        actual = (sold[rows, end] - sold[rows, start]) * (span / np.maximum(visible, 1))
        judged = (start + span <= length) & (2 * visible >= span)
        error[number] = np.where(judged, actual - forecast[number], np.nan)
    count = (~np.isnan(error)).sum(axis=0)
    squared = np.nansum(error * error, axis=0)
    variance = np.where(count > 0, squared / np.maximum(count, 1), np.nan)
    scale = np.sqrt(variance[np.newaxis, :] + np.nan_to_num(forecast) + 0.25)
    return SumErrors(tuple(int(day) for day in span), expected, variance, error / scale)


def weeks_ahead(days: int) -> int:
    """Give the number of weeks that a forecast must cover to know the next ``days`` days."""
    return -(-days // DAYS_IN_WEEK)


class ErrorPool:
    """Standardised errors of all items by class; its quantiles depend on no order of adding."""

    def __init__(self) -> None:
        """Start with no errors."""
        self._bins: list[list[Matrix]] = [[] for _ in range(len(BIN_EDGES) + 1)]
        self._sorted: list[Matrix] | None = None

    def add(self, group: SumErrors) -> None:
        """Take in a group's errors."""
        self._sorted = None
        classes = np.digitize(group.expected, BIN_EDGES)
        for number in np.unique(classes):
            values = group.errors[:, classes == number]
            self._bins[number].append(values[~np.isnan(values)])

    def quantile(self, expected: float, permille: int) -> float | None:
        """Give q for an item that expects so much; None if there is no error at all.

        The rank is the conformal one, ⌈(n + 1) p⌉, so that few errors err on the safe side.
        """
        values = self._class(int(np.digitize(expected, BIN_EDGES)))
        if not values.size:
            return None
        rank = -(-(values.size + 1) * permille // 1000)
        return float(values[min(rank, values.size) - 1])

    def _class(self, number: int) -> Matrix:
        """Give the sorted errors of a class, or of all items where the class is too small."""
        if self._sorted is None:
            bins = [np.sort(np.concatenate(parts or [np.zeros(0)])) for parts in self._bins]
            self._sorted = [*bins, np.sort(np.concatenate(bins))]
        own = self._sorted[number]
        return own if own.size >= FEWEST_IN_BIN else self._sorted[-1]


def first_days(path: Matrix, days: Steps) -> Matrix:
    """Sum a weekly path (items × weeks) over the first D days, part of a week in proportion."""
    padded = np.concatenate([np.zeros((path.shape[0], 1)), np.cumsum(path, axis=1)], axis=1)
    whole, rest = np.divmod(days, DAYS_IN_WEEK)
    rows = np.arange(path.shape[0])
    after = np.minimum(whole + 1, path.shape[1])
    start = padded[rows, whole]
    total: Matrix = start + (padded[rows, after] - start) * (rest / DAYS_IN_WEEK)
    return total
