"""A whole run: chunks of items through history, back-test, quantiles and policy.

The run reads and computes; it writes nothing. Its caller stores the result in one transaction when
all of it is there, so that a run that is cancelled or killed leaves the old plan as it was.
Results are the same for any chunk size.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from forecasting.backtest import BackTest, Score, back_test
from forecasting.errors import ForecastCancelled
from forecasting.history import History
from forecasting.leadtime import ErrorPool, SumErrors, first_days, sum_errors, weeks_ahead
from forecasting.models import all_models, plain_models
from forecasting.oddities import Oddity
from forecasting.policy import Position, SupplierTerms, order, target
from forecasting.proposals import ItemPlan, Proposal, TestedModel, propose, without_supplier
from forecasting.settings import Settings

DEFAULT_LEAD_DAYS = 14
"""Lead time used to tell how urgent an item without a supplier is."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What the planner needs to know of some items, read in one go.

    An item missing from ``positions`` has no stock; one missing from ``terms`` has no supplier.
    """

    history: History
    positions: dict[bytes, Position]
    terms: dict[bytes, SupplierTerms]


class Source(Protocol):
    """Where the run reads from: the replica, or a file in tests and benchmarks."""

    def items(self) -> Sequence[bytes]:
        """Name the items to plan, in a fixed order."""

    def load(self, items: Sequence[bytes]) -> Chunk:
        """Read one chunk; its history holds these items in this order."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """The outcome of a complete run."""

    plans: tuple[ItemPlan, ...]
    proposals: tuple[Proposal, ...]
    without_supplier: tuple[bytes, ...]
    oddities: tuple[Oddity, ...]


@dataclass(frozen=True, slots=True)
class _Tested:
    """A chunk after its back-test, waiting for the pool of all errors."""

    items: tuple[bytes, ...]
    positions: dict[bytes, Position]
    terms: dict[bytes, SupplierTerms]
    oddities: tuple[Oddity, ...]
    test: BackTest
    sums: SumErrors


def run(
    source: Source,
    settings: Settings | None = None,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RunResult:
    """Plan every item of the source.

    ``progress`` is told (items done, items in all) after each chunk. ``cancelled`` is asked
    between chunks, models and small batches of fits; when it says yes, ``ForecastCancelled`` is
    raised and there is no result.
    """

    def check() -> None:
        if cancelled():
            raise ForecastCancelled

    settings = settings or Settings()
    items = tuple(source.items())
    pool = ErrorPool()
    waiting: list[_Tested] = []
    progress(0, len(items))
    for start in range(0, len(items), settings.chunk_items):
        check()
        chunk = source.load(items[start : start + settings.chunk_items])
        waiting.append(_test(chunk, settings, pool, check))
        progress(min(start + settings.chunk_items, len(items)), len(items))
    plans: list[ItemPlan] = []
    for tested in waiting:
        check()
        plans += _plan(tested, settings, pool)
    oddities = tuple(oddity for tested in waiting for oddity in tested.oddities)
    return RunResult(tuple(plans), propose(plans), without_supplier(plans), oddities)


def _test(chunk: Chunk, settings: Settings, pool: ErrorPool, check: Callable[[], None]) -> _Tested:
    """Back-test one chunk, give its errors to the pool and keep only what the plan needs."""
    days = [
        settings.review_days + _lead_days(chunk.terms.get(item)) for item in chunk.history.items
    ]
    horizon = max(
        settings.horizon_weeks,
        weeks_ahead(max(days, default=1)),
        weeks_ahead(settings.order_cycle_days),
    )
    test = back_test(
        chunk.history.weekly(),
        all_models() if settings.with_statsmodels else plain_models(),
        horizon=horizon,
        judged_weeks=settings.horizon_weeks,
        most_origins=settings.origins,
        check=check,
    )
    check()
    sums = sum_errors(chunk.history, test, days)
    pool.add(sums)
    nothing = np.zeros((0, 0))
    return _Tested(
        chunk.history.items,
        chunk.positions,
        chunk.terms,
        chunk.history.oddities,
        replace(test, past_paths=nothing),
        replace(sums, errors=nothing),
    )


def _plan(tested: _Tested, settings: Settings, pool: ErrorPool) -> list[ItemPlan]:
    """Turn one chunk's forecasts into targets and orders."""
    test, sums = tested.test, tested.sums
    cycle_days = np.full(len(tested.items), settings.order_cycle_days, dtype=np.int64)
    cycle = first_days(test.path, cycle_days)
    plans = []
    for row, item in enumerate(tested.items):
        goal = target(
            weekly=float(test.path[row, 0]),
            expected=float(sums.expected[row]),
            variance=float(sums.variance[row]),
            cycle=float(cycle[row]),
            protection_days=sums.days[row],
            service_permille=settings.service_permille,
            pool=pool,
        )
        model, sure = test.models[test.chosen[row]], test.confidence[row]
        position = tested.positions.get(item, Position(0))
        terms = tested.terms.get(item)
        plans.append(
            ItemPlan(
                item,
                model,
                sure,
                tuple(_milli(week) for week in test.path[row, : settings.horizon_weeks].tolist()),
                tuple(_in_permille(test.score(row, number)) for number in range(len(test.models))),
                goal,
                position,
                terms,
                None if terms is None else order(goal, position, terms, model, sure),
            )
        )
    return plans


def _lead_days(terms: SupplierTerms | None) -> int:
    return DEFAULT_LEAD_DAYS if terms is None else terms.lead_time_days


def _in_permille(score: Score) -> TestedModel:
    """Turn a score's relative numbers into thousandths."""
    return TestedModel(
        score.model,
        score.origins,
        _permille(score.rmsse),
        _permille(score.bias),
        _permille(score.sum_error),
        score.refused,
    )


def _permille(value: float) -> int | None:
    return _milli(value) if np.isfinite(value) else None


def _milli(value: float) -> int:
    return int(np.floor(value * 1000 + 0.5))
