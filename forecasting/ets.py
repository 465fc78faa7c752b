"""Exponential smoothing with a damped trend, fitted by statsmodels under a guard.

statsmodels only estimates the constants; the recursion that forecasts is ours. Fits of unstable
series can explode (errors of millions of times the demand are on record, statsmodels issue 8344),
so a fit is thrown away when its forecast leaves 0 … 3 × the largest week ever seen, when it is not
finite, or when the optimiser did not converge, and only regular, long series are tried at all.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forecasting.history import Mask, Matrix, Weeks

GUARD = 3.0
"""Largest forecast believed, as a multiple of the largest week in the history."""

SMOOTH_INTERVAL = 1.32
SMOOTH_VARIATION = 0.49
"""Syntetos–Boylan limits: mean weeks between sales, squared variation of the sales' size."""

SHORTEST = 26
"""Visible weeks before the first fit."""

REFIT = 13
"""Weeks between fits in the back-test; in between, the constants stay and the state moves on."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """Constants and start of one fitted recursion."""

    level_gain: float
    trend_gain: float
    damping: float
    level: float
    trend: float


@dataclass(frozen=True)
class DampedTrend:
    """ETS(A, Ad, N), for smooth series of at least ``SHORTEST`` + ``REFIT`` weeks."""

    name = "ets_damped"
    batch = 8

    def suits(self, weeks: Weeks) -> Mask:
        """Choose series that sell nearly every week, in similar amounts, with few masked weeks."""
        seen = weeks.available.sum(axis=1)
        sold = weeks.available & (weeks.demand > 0)
        sales = np.maximum(sold.sum(axis=1), 1)
        mean = np.where(sold, weeks.demand, 0.0).sum(axis=1) / sales
        spread = np.where(sold, (weeks.demand - mean[:, np.newaxis]) ** 2, 0.0).sum(axis=1) / sales
        listed = weeks.demand.shape[1] - np.argmax(weeks.available, axis=1)
        good: Mask = (
            (seen >= SHORTEST + REFIT)
            & (seen >= 0.9 * listed)
            & (seen / sales < SMOOTH_INTERVAL)
            & (spread < SMOOTH_VARIATION * mean * mean)
        )
        return good

    def paths(self, weeks: Weeks, origins: Sequence[int], horizon: int) -> Matrix:
        """Fit at the first possible origin, every ``REFIT`` weeks after it, and at the last."""
        result = np.full((len(origins), weeks.demand.shape[0], horizon), np.nan)
        for row in range(weeks.demand.shape[0]):
            result[:, row] = _item_paths(weeks.demand[row], weeks.available[row], origins, horizon)
        return result


def _item_paths(demand: Matrix, available: Mask, origins: Sequence[int], horizon: int) -> Matrix:
    """Forecast one item at every origin; NaN where there is too little, or the guard refused."""
    result = np.full((len(origins), horizon), np.nan)
    if not available.any():
        return result
    first = int(np.argmax(available))
    values = _filled(demand[first:], available[first:])
    fit: _Fit | None = None
    fitted_at = -REFIT
    for number, origin in sorted(enumerate(origins), key=lambda pair: pair[1]):
        known = origin - first
        if known < SHORTEST:
            continue
        if known - fitted_at >= REFIT or origin == max(origins):
            fit, fitted_at = _fit(values[:known]), known
        if fit is not None:
            result[number] = guarded(_forecast(fit, values[:known], horizon), values[:known])
    return result


def guarded(path: Matrix, known: Matrix) -> Matrix:
    """Give the path, never below zero, or NaN if any week of it is not to be believed."""
    limit = GUARD * float(known.max())
    if not np.isfinite(path).all() or (path > limit).any() or (path < -limit).any():
        return np.full(path.shape, np.nan)
    return np.maximum(path, 0.0)


def _filled(demand: Matrix, available: Mask) -> Matrix:
    """Give masked weeks the mean of the visible weeks before them: fits need every week."""
    count = np.maximum(np.cumsum(available), 1)
    mean = np.cumsum(np.where(available, demand, 0.0)) / count
    filled: Matrix = np.where(available, demand, mean)
    return filled


def _fit(values: Matrix) -> _Fit | None:
    """Estimate the constants; None when statsmodels gives up."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    with warnings.catch_warnings():
        # a fit that warns is judged by its convergence flag and by the guard, not by its words
        warnings.simplefilter("ignore")
        try:
            model = ETSModel(
                values,
                error="add",
                trend="add",
                damped_trend=True,
                initialization_method="heuristic",
            )
            fitted = model.fit(disp=False, maxiter=200)
        except (ValueError, ArithmeticError, np.linalg.LinAlgError):
            return None
    constants = [float(value) for value in fitted.params]
    if not fitted.mle_retvals["converged"] or not np.isfinite(constants).all():
        return None
    return _Fit(
        constants[0],
        constants[1],
        constants[2],
        float(fitted.initial_level),
        float(fitted.initial_trend),
    )


def _forecast(fit: _Fit, values: Matrix, horizon: int) -> Matrix:
    """Run the recursion over what is known and extend it."""
    level, trend = fit.level, fit.trend
    for value in values.tolist():
        expected = level + fit.damping * trend
        error = value - expected
        level = expected + fit.level_gain * error
        trend = fit.damping * trend + fit.trend_gain * error
    damped = np.cumsum(fit.damping ** np.arange(1, horizon + 1))
    return level + trend * damped
