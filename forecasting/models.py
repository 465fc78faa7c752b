"""A few classical models behind one protocol, in plain numpy, all items at once.

A model sees weeks (items × weeks, with a mask) and answers for several *origins* in one pass: at
origin k it knows weeks 0 … k−1 and forecasts weeks k, k+1, …. What it says at an origin depends on
nothing after it, so the same pass serves back-test and forecast. NaN means "no opinion".
Masked weeks are skipped: no model learns from a week in which nothing could be sold.
Every row is computed by itself: results are the same for any grouping of the items.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from forecasting.ets import DampedTrend
from forecasting.history import Mask, Matrix, Weeks

FORGET = 0.97
"""Weight kept each week by the running squared error that picks a smoothing constant (half-life
23 weeks): after a jump of level the quicker constants win soon."""


class Model(Protocol):
    """One way to forecast."""

    @property
    def name(self) -> str:
        """Stable name, a key for the view's words."""

    @property
    def batch(self) -> int:
        """How many items it may take between two looks at the cancel button."""

    def suits(self, weeks: Weeks) -> Mask:
        """Say for which items the model is worth trying."""

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Forecast each of ``horizon`` weeks: origins × items × horizon."""


class _Plain:
    """What the quick models share: any item, big batches."""

    batch = 2000

    def suits(self, weeks: Weeks) -> Mask:
        """Say yes to every item that was ever seen."""
        seen: Mask = np.asarray(weeks.available.any(axis=1))
        return seen


@dataclass(frozen=True)
class SeasonalNaive(_Plain):
    """What was sold in the same week of the season before; season 1 repeats the last week.

    With ``season`` 1 this is the daily seasonal naive of period 7, summed to weeks.
    """

    season: int = 1

    @property
    def name(self) -> str:
        """Stable name."""
        return f"seasonal_naive_{self.season}"

    def suits(self, weeks: Weeks) -> Mask:
        """A yearly season needs two years: from a single one it makes forecasts worse."""
        if self.season == 1:
            return super().suits(weeks)
        enough: Mask = weeks.available.sum(axis=1) >= 2 * self.season
        return enough

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Look back whole seasons to the last week that was visible."""
        filled = np.where(weeks.available, weeks.demand, np.nan)
        for week in range(self.season, filled.shape[1]):
            hidden = np.isnan(filled[:, week])
            filled[hidden, week] = filled[hidden, week - self.season]
        result = np.full((len(origins), filled.shape[0], horizon), np.nan)
        for number, origin in enumerate(origins):
            if origin >= self.season:
                back = origin - self.season + np.arange(horizon) % self.season
                result[number] = filled[:, back]
        return result


@dataclass(frozen=True)
class MovingMean(_Plain):
    """The mean of the visible weeks among the last ``window``; none visible: what it said last."""

    window: int

    @property
    def name(self) -> str:
        """Stable name."""
        return f"moving_mean_{self.window}"

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Forecast the same level for every week."""
        seen = np.where(weeks.available, weeks.demand, 0.0)
        levels = np.full((len(origins), seen.shape[0]), np.nan)
        level = np.full(seen.shape[0], np.nan)
        wanted = {origin: number for number, origin in enumerate(origins)}
        for week in range(max(origins) + 1):
            span = slice(max(0, week - self.window), week)
            count = weeks.available[:, span].sum(axis=1)
            mean = seen[:, span].sum(axis=1) / np.maximum(count, 1)
            level = np.where(count > 0, mean, level)
            if week in wanted:
                levels[wanted[week]] = level
        return _flat(levels, horizon)


@dataclass(frozen=True)
class SimpleSmoothing(_Plain):
    """Simple exponential smoothing; each item uses the constant that has served it best so far."""

    constants: tuple[float, ...] = (0.05, 0.1, 0.2, 0.3, 0.5)
    name = "ses"

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Forecast the same level for every week."""
        grid = np.array(self.constants)[:, np.newaxis]
        judged = _Grid(len(self.constants), weeks, origins)
        level = np.full(judged.shape, np.nan)
        for week, demand, seen, age in _each_week(weeks):
            judged.judge(week, level, demand, seen)
            level = np.where(seen, _pull(level, demand, grid, age), level)
        return _flat(judged.finish(level), horizon)


@dataclass(frozen=True)
class Intermittent(_Plain):
    """Teunter–Syntetos–Babai: chance of a sale and size of a sale, smoothed apart (EJOR 2011).

    Unlike Croston's method the chance also falls in weeks without a sale, so an item that dies is
    noticed. The constant of the chance is the one that has served the item best so far.
    """

    size_constant: float = 0.1
    chance_constants: tuple[float, ...] = (0.05, 0.1, 0.2)
    name = "tsb"

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Forecast chance × size for every week."""
        grid = np.array(self.chance_constants)[:, np.newaxis]
        judged = _Grid(len(self.chance_constants), weeks, origins)
        chance = np.full(judged.shape, np.nan)
        size = np.full(judged.shape[1], np.nan)
        sales = np.zeros(judged.shape[1])
        for week, demand, seen, age in _each_week(weeks):
            judged.judge(week, chance * size, demand, seen)
            sold = seen & (demand > 0)
            chance = np.where(seen, _pull(chance, sold.astype(np.float64), grid, age), chance)
            size = np.where(sold, _pull(size, demand, np.array(self.size_constant), sales), size)
            sales += sold
        return _flat(judged.finish(chance * size), horizon)


@dataclass(frozen=True)
class MeanOf(_Plain):
    """The mean of a few models: seldom the best on an item, hardly ever far off.

    Choosing one model per item by its past error alone is worse than this on shop data, because
    half of the difference in past error is luck; so this one is where ties go.
    """

    parts: tuple[Model, ...]
    name = "mean_of_models"

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Average what the parts say; NaN if one of them has no opinion."""
        said = [model.paths(weeks, origins, horizon) for model in self.parts]
        total: Matrix = sum(said[1:], start=said[0]) / len(said)
        return total


class _Grid:
    """Remembers which of a grid of constants did best so far, and its level at every origin."""

    def __init__(self, constants: int, weeks: Weeks, origins: Sequence[int]) -> None:
        self.shape = (constants, weeks.demand.shape[0])
        self._last = weeks.demand.shape[1]
        self._wanted = {origin: number for number, origin in enumerate(origins)}
        self._error = np.zeros(self.shape)
        self._levels = np.full((len(origins), self.shape[1]), np.nan)

    def judge(self, week: int, level: Matrix, demand: Matrix, seen: Mask) -> None:
        """Take the levels known before this week, then add their squared errors in it."""
        self._keep(week, level)
        error = np.where(seen & ~np.isnan(level), demand - level, 0.0)
        self._error = self._error * FORGET + error * error

    def finish(self, level: Matrix) -> Matrix:
        """Give the levels at all origins, the end of the history included."""
        self._keep(self._last, level)
        return self._levels

    def _keep(self, week: int, level: Matrix) -> None:
        if week in self._wanted:
            best = np.argmin(self._error, axis=0)
            self._levels[self._wanted[week]] = level[best, np.arange(self.shape[1])]


def _pull(level: Matrix, value: Matrix, constant: Matrix, age: Matrix) -> Matrix:
    """Move a level towards a value; while young it is the plain mean of what was seen.

    So the very first sale, which is what put the item on the list, does not weigh for months.
    """
    gain = np.maximum(constant, 1.0 / (age + 1.0))
    moved: Matrix = np.where(age == 0, value, level + gain * (value - level))
    return moved


def _each_week(weeks: Weeks) -> Iterator[tuple[int, Matrix, Mask, Matrix]]:
    """Give (week, demand, visible, number of visible weeks before it), item by item in arrays."""
    age = np.zeros(weeks.demand.shape[0])
    for week in range(weeks.demand.shape[1]):
        seen = weeks.available[:, week]
        yield week, weeks.demand[:, week], seen, age
        age = age + seen


def _flat(levels: Matrix, horizon: int) -> Matrix:
    """Repeat each level over the horizon."""
    return np.repeat(levels[:, :, np.newaxis], horizon, axis=2)


def plain_models() -> tuple[Model, ...]:
    """The quick models; ties go to the earlier one."""
    return (
        MeanOf((SimpleSmoothing(), MovingMean(4), Intermittent())),
        SimpleSmoothing(),
        MovingMean(4),
        MovingMean(13),
        Intermittent(),
        SeasonalNaive(1),
        SeasonalNaive(52),
    )


def all_models() -> tuple[Model, ...]:
    """The quick models and statsmodels' exponential smoothing with a damped trend."""
    return (*plain_models(), DampedTrend())
