"""A whole run: the same for any chunks, stopped at once, survived by bad histories."""

import dataclasses
import time
from collections.abc import Iterator

import numpy as np
import pytest

from forecasting.backtest import Confidence
from forecasting.errors import ForecastCancelled, SettingsError
from forecasting.policy import Position, SupplierTerms
from forecasting.runner import RunResult, run
from forecasting.settings import Settings
from tests.forecasting.shops import ShopSource, name, poisson, shop

QUICK = Settings(with_statsmodels=False)


def mixed_shop(items: int = 40) -> ShopSource:
    """Steady, rare, dead, new and regular sellers with three suppliers and little stock."""
    rows = []
    for number in range(items):
        row = poisson((0.05, 0.5, 3, 40)[number % 4], 300, number)
        if number % 10 == 7:
            row[100:] = [0] * 200
        if number % 10 == 8:
            row[:270] = [0] * 270
        rows.append(row)
    history = shop(*rows)
    terms = {
        item: SupplierTerms(b"supplier %d" % (number % 3), 5 * (1 + number % 5), 12, 6)
        for number, item in enumerate(history.items)
        if number != 3
    }
    positions = {item: Position(number) for number, item in enumerate(history.items)}
    return ShopSource(history, positions, terms)


@pytest.fixture(scope="module")
def planned() -> RunResult:
    """Plan the mixed shop once, with every model."""
    return run(mixed_shop())


def test_proposals_are_grouped_by_supplier_and_urgent_first(planned: RunResult) -> None:
    """Each supplier once; within one, what runs out first before a delivery leads."""
    suppliers = [proposal.supplier for proposal in planned.proposals]
    assert suppliers == [b"supplier 0", b"supplier 1", b"supplier 2"]
    for proposal in planned.proposals:
        spare = []
        for line in proposal.lines:
            covers = line.account.covers_days
            lead = line.account.terms.lead_time_days
            spare.append(10**6 if covers is None else covers - lead)
            assert line.account.terms.supplier == proposal.supplier
            assert line.quantity % 6 == 0
        assert spare == sorted(spare)


def test_what_nobody_supplies_is_named(planned: RunResult) -> None:
    """Item 3 sells forty a day and has no supplier."""
    assert planned.without_supplier == (name(3),)
    assert name(3) not in {line.item for proposal in planned.proposals for line in proposal.lines}


def leaves(value: object) -> Iterator[object]:
    """Give everything inside dataclasses and tuples."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    else:
        yield value


def test_no_binary_float_leaves(planned: RunResult) -> None:
    """Not one in the whole result, numpy's included."""
    kinds = {type(leaf) for leaf in leaves(planned)}
    assert not {kind for kind in kinds if issubclass(kind, float | np.generic)}
    assert int in kinds


def test_any_chunk_size_gives_the_same_plan(planned: RunResult) -> None:
    """One by one, by seven, or all at once."""
    for size in (1, 7, 40):
        assert run(mixed_shop(), Settings(chunk_items=size)) == planned


def test_progress_is_told_after_every_chunk() -> None:
    """From nothing to all."""
    told: list[tuple[int, int]] = []
    settings = dataclasses.replace(QUICK, chunk_items=15)
    run(mixed_shop(), settings, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 40), (15, 40), (30, 40), (40, 40)]


def test_a_cancelled_run_has_no_result_and_reads_no_further() -> None:
    """Cancelled in the second chunk of three."""
    source = mixed_shop()
    settings = dataclasses.replace(QUICK, chunk_items=15)
    with pytest.raises(ForecastCancelled, match="Nothing was changed"):
        run(source, settings, cancelled=lambda: source.loads >= 2)
    assert source.loads == 2


def test_cancel_is_asked_often_enough() -> None:
    """2,000 items, plain models: never more than a quarter of a second of CPU between two asks."""
    rows = [poisson(0.5 + number % 7, 400, number) for number in range(200)] * 10
    asked = [time.process_time()]

    def cancelled() -> bool:
        asked.append(time.process_time())
        return False

    source = ShopSource(shop(*rows))
    asked[0] = time.process_time()
    run(source, QUICK, cancelled=cancelled)
    assert max(np.diff(asked)) < 0.25


def test_an_empty_shop_is_planned_at_once() -> None:
    """No items, no proposals, no complaint."""
    source = ShopSource(shop([0] * 7).pick([]))
    assert run(source) == RunResult((), (), (), ())


def test_bad_histories_are_survived_and_reported() -> None:
    """All the odd ones in one run: each gets a plan, the odd things are listed."""
    source = ShopSource(
        shop(
            [0] * 400,
            [0] * 399 + [7],
            [3] * 60 + [0] * 200 + [3] * 140,
            [4 + n % 3 for n in range(200)] + [48 + 12 * (n % 3) for n in range(200)],
            [1000] + [0] * 399,
            [10**9] * 400,
        )
    )
    result = run(source)
    never, new, gap, unit, once, huge = result.plans
    assert never.target.order_up_to == 0
    assert new.confidence == Confidence.GUESS
    assert new.target.reorder_point > 0
    assert gap.target.expected > 0
    assert unit.target.expected > 21 * 30
    assert once.target.expected < 1000
    assert huge.target.expected == 21 * 10**9
    assert sorted(odd.kind for odd in result.oddities) == ["gap", "level_jump"]


@pytest.mark.parametrize(
    ("name", "value"), [("service_permille", 1000), ("review_days", 0), ("chunk_items", 10**6)]
)
def test_settings_outside_their_range_are_refused(name: str, value: int) -> None:
    """A service level of 100 % needs infinite stock."""
    with pytest.raises(SettingsError) as refusal:
        dataclasses.replace(Settings(), **{name: value})  # type: ignore[arg-type]
    assert refusal.value.params["name"] == name
