"""Rolling-origin back-test: which model would have served each item best, and how sure is that.

Every week of the recent past is an origin: each model forecasts from what was known then, and the
forecast is compared with what came. Masked weeks are not judged. The tie rule: the first model
(the mean of a few) keeps the item unless another was better by more than ``MARGIN`` over at least
``FEWEST`` common origins; among such the best wins, and on equal error the earlier one. A model
that now forecasts zero for an item that still sells is refused however small its error: on spare
parts "nothing will be sold" wins most error measures and empties the shelf.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from forecasting.history import Mask, Matrix, Weeks
from forecasting.models import Model

Names = npt.NDArray[np.str_]
Choice = npt.NDArray[np.int64]

MARGIN = 0.10
"""A challenger must have an error smaller by this share."""

FEWEST = 6
"""Origins on which both were judged, below which nobody is called better."""

FIRST_ORIGIN = 4
"""Weeks known at the earliest origin."""

STILL_SELLS = 52
"""An item with a sale in this many last weeks still sells."""


class Confidence(StrEnum):
    """How sure the choice and its numbers are; the words are the view's."""

    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    GUESS = "guess"


class Refusal(StrEnum):
    """Why a model was not allowed to forecast an item."""

    NONE = ""
    UNSUITED = "unsuited"
    NO_FORECAST = "no_forecast"
    ZERO_FORECAST = "zero_forecast"
    TOO_FEW_ORIGINS = "too_few_origins"


@dataclass(frozen=True, slots=True)
class Score:
    """How one model did on one item.

    Errors are relative numbers: ``rmsse`` and ``mase`` are divided by the error of repeating the
    last week, ``bias`` is (forecast − actual) ÷ actual over all judged weeks, ``sum_error`` the
    mean absolute error of the sum over the horizon, divided by the mean actual sum. NaN where
    nothing could be judged.
    """

    model: str
    origins: int
    rmsse: float
    mase: float
    bias: float
    sum_error: float
    refused: Refusal


@dataclass(frozen=True, slots=True)
class BackTest:
    """The result for a group of items; arrays are indexed [model, item] or as stated.

    ``path`` is the chosen forecast, items × weeks ahead. ``past_paths`` are the chosen model's
    forecasts at the past ``origins`` (numbers of weeks known): origins × items × weeks ahead.
    """

    models: tuple[str, ...]
    origins: tuple[int, ...]
    chosen: tuple[int, ...]
    confidence: tuple[Confidence, ...]
    path: Matrix
    past_paths: Matrix
    rmsse: Matrix
    mase: Matrix
    bias: Matrix
    sum_error: Matrix
    judged: Matrix
    refused: tuple[tuple[Refusal, ...], ...]

    def score(self, item: int, model: int | None = None) -> Score:
        """Give one model's score on one item (by default the chosen model's)."""
        number = self.chosen[item] if model is None else model
        return Score(
            self.models[number],
            int(self.judged[number, item]),
            float(self.rmsse[number, item]),
            float(self.mase[number, item]),
            float(self.bias[number, item]),
            float(self.sum_error[number, item]),
            self.refused[number][item],
        )


def back_test(
    weeks: Weeks,
    models: Sequence[Model],
    *,
    horizon: int,
    judged_weeks: int,
    most_origins: int,
    check: Callable[[], None] = lambda: None,
) -> BackTest:
    """Judge the models on each item and choose; the first model is the one that ties go to.

    ``horizon`` is how many weeks ahead to forecast, ``judged_weeks`` how many of them count for
    the choice (so that a longer look ahead chooses no other model). ``check`` is called between
    batches and may raise to stop the run.
    """
    count, length = weeks.demand.shape
    origins = list(range(max(FIRST_ORIGIN, length - most_origins), length))
    judged_weeks = min(judged_weeks, horizon)
    actual, visible = _targets(weeks, origins, judged_weeks)
    scale = _naive_errors(weeks)
    paths = np.full((len(models), len(origins) + 1, count, horizon), np.nan)
    suited = np.zeros((len(models), count), dtype=np.bool_)
    for number, model in enumerate(models):
        check()
        suited[number] = model.suits(weeks)
        rows = np.flatnonzero(suited[number])
        for start in range(0, rows.size, model.batch):
            check()
            batch = rows[start : start + model.batch]
            part = Weeks(weeks.demand[batch], weeks.available[batch])
            paths[number][:, batch] = model.paths(part, [*origins, length], horizon)
    past = paths[:, :-1, :, :judged_weeks]
    tables = np.array([_judge(said, actual, visible, scale) for said in past])
    judged, rmsse, mase, bias, sum_error = tables.transpose(1, 0, 2)
    relative, common = _relative_errors(past, actual, visible)
    refused = _refusals(weeks, suited, paths[:, -1], common)
    chosen = _choose(relative, refused)
    rows = np.arange(count)
    path, past_paths = _never_empty(weeks, paths[chosen, -1, rows], paths[chosen, :-1, rows])
    confidence = tuple(
        _confidence(int(judged[model, item]), float(sum_error[model, item]))
        for item, model in enumerate(chosen)
    )
    return BackTest(
        tuple(model.name for model in models),
        tuple(origins),
        tuple(int(model) for model in chosen),
        confidence,
        path,
        past_paths,
        rmsse,
        mase,
        bias,
        sum_error,
        judged,
        tuple(tuple(Refusal(value) for value in line) for line in refused),
    )


def _targets(weeks: Weeks, origins: Sequence[int], horizon: int) -> tuple[Matrix, Mask]:
    """Give what came after each origin (origins × items × horizon) and whether it was visible."""
    count, length = weeks.demand.shape
    index = np.array(origins, dtype=np.int64)[:, np.newaxis] + np.arange(horizon)
    inside = index < length
    index = np.where(inside, index, 0)
    if not length:
        shape = (0, count, horizon)
        return np.zeros(shape), np.zeros(shape, dtype=np.bool_)
    actual = weeks.demand[:, index].transpose(1, 0, 2)
    visible = weeks.available[:, index].transpose(1, 0, 2) & inside[:, np.newaxis, :]
    return actual, visible


def _naive_errors(weeks: Weeks) -> tuple[Matrix, Matrix]:
    """Give each item's mean squared and mean absolute change from week to week, at least tiny."""
    both = weeks.available[:, 1:] & weeks.available[:, :-1]
    change = np.where(both, np.diff(weeks.demand, axis=1), 0.0)
    pairs = np.maximum(both.sum(axis=1), 1)
    squared = (change * change).sum(axis=1) / pairs
    absolute = np.abs(change).sum(axis=1) / pairs
    return np.where(squared > 0, squared, 1.0), np.where(absolute > 0, absolute, 1.0)


def _judge(
    past: Matrix, actual: Matrix, visible: Mask, scale: tuple[Matrix, Matrix]
) -> tuple[Matrix, Matrix, Matrix, Matrix, Matrix]:
    """Give one model's judged origins, RMSSE, MASE, bias and sum error for every item."""
    spoken = visible & ~np.isnan(past)
    error = np.where(spoken, past - actual, 0.0)
    cells = spoken.sum(axis=(0, 2)).astype(np.float64)
    cells[cells == 0] = np.nan
    rmsse = np.sqrt((error * error).sum(axis=(0, 2)) / cells / scale[0])
    mase = np.abs(error).sum(axis=(0, 2)) / cells / scale[1]
    sold = np.where(spoken, actual, 0.0).sum(axis=(0, 2))
    bias = _ratio(error.sum(axis=(0, 2)), sold)
    whole = spoken.all(axis=2)
    sum_error = _ratio(
        np.where(whole, np.abs(error.sum(axis=2)), 0.0).sum(axis=0),
        np.where(whole, actual.sum(axis=2), 0.0).sum(axis=0),
    )
    return spoken.any(axis=2).sum(axis=0).astype(np.float64), rmsse, mase, bias, sum_error


def _relative_errors(past: Matrix, actual: Matrix, visible: Mask) -> tuple[Matrix, Matrix]:
    """Give each model's error ÷ the first model's on the weeks that both forecast, and how many
    origins those are: a model that starts late is not helped by the weeks it skipped."""
    spoken = visible & ~np.isnan(past)
    both = spoken & spoken[:1]
    squared = np.where(both, (past - actual) ** 2, 0.0).sum(axis=(1, 3))
    squared_first = np.where(both, (past[:1] - actual) ** 2, 0.0).sum(axis=(1, 3))
    relative = np.sqrt(_ratio(squared, squared_first))
    relative[(squared == 0) & (squared_first == 0)] = 1.0
    return relative, both.any(axis=3).sum(axis=1).astype(np.float64)


def _ratio(above: Matrix, below: Matrix) -> Matrix:
    """Divide, giving NaN where there is nothing to divide by."""
    return above / np.where(below > 0, below, np.nan)


def _refusals(weeks: Weeks, suited: Mask, final: Matrix, common: Matrix) -> Names:
    """Give, for every model and item, why the model may not forecast it ("" where it may)."""
    sells = _still_sells(weeks)
    reasons = np.full(suited.shape, Refusal.NONE.value, dtype="<U16")
    few = common < FEWEST
    few[0] = False
    reasons[few] = Refusal.TOO_FEW_ORIGINS.value
    reasons[(final <= 0).all(axis=2) & sells] = Refusal.ZERO_FORECAST.value
    reasons[np.isnan(final).any(axis=2)] = Refusal.NO_FORECAST.value
    reasons[~suited] = Refusal.UNSUITED.value
    return reasons


def _still_sells(weeks: Weeks) -> Mask:
    """Mark the items with a sale in the last ``STILL_SELLS`` weeks."""
    recent = slice(max(0, weeks.demand.shape[1] - STILL_SELLS), None)
    return np.asarray((weeks.demand[:, recent] > 0).any(axis=1))


def _choose(relative: Matrix, refused: Names) -> Choice:
    """Give the number of the chosen model for every item (see the tie rule above)."""
    allowed: Mask = np.equal(refused, Refusal.NONE.value)
    error = np.where(allowed & ~np.isnan(relative), relative, np.inf)
    best = np.argmin(error, axis=0)
    better = error[best, np.arange(error.shape[1])] < 1.0 - MARGIN
    first_possible = np.argmax(allowed, axis=0)
    chosen: Choice = np.where(better, best, first_possible)
    return chosen


def _never_empty(weeks: Weeks, path: Matrix, past_paths: Matrix) -> tuple[Matrix, Matrix]:
    """Where no model could speak, forecast the mean of the visible weeks (zero if there are none).

    ``past_paths`` arrives as items × origins × horizon and leaves as origins × items × horizon.
    """
    seen = weeks.available.sum(axis=1)
    mean = np.where(weeks.available, weeks.demand, 0.0).sum(axis=1) / np.maximum(seen, 1)
    nothing = (path <= 0).all(axis=1) & _still_sells(weeks)
    silent = np.asarray(np.isnan(path).any(axis=1) | nothing)
    path = np.where(silent[:, np.newaxis], mean[:, np.newaxis], path)
    return np.maximum(path, 0.0), past_paths.transpose(1, 0, 2)


def _confidence(origins: int, sum_error: float) -> Confidence:
    """Say how sure: by how often it was tried and how far off the sum over the horizon was."""
    if origins < FEWEST:
        return Confidence.GUESS
    if np.isnan(sum_error) or sum_error > 0.8 or origins < 2 * FEWEST:
        return Confidence.WEAK
    return Confidence.GOOD if sum_error <= 0.3 else Confidence.FAIR
