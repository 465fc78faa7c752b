"""From demand to order: quantiles of lead-time demand, whole numbers, and an exact account."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasting.backtest import Confidence, back_test
from forecasting.errors import SettingsError
from forecasting.history import History
from forecasting.leadtime import ErrorPool, SumErrors, first_days, sum_errors, weeks_ahead
from forecasting.models import plain_models
from forecasting.policy import (
    Account,
    BufferBasis,
    Position,
    SupplierTerms,
    Target,
    order,
    target,
)
from tests.forecasting.shops import poisson, shop


def compare_sums(history: History, days: int) -> SumErrors:
    """Back-test and compare sums of so many days."""
    test = back_test(
        history.weekly(),
        plain_models(),
        horizon=max(8, weeks_ahead(days)),
        judged_weeks=8,
        most_origins=26,
    )
    return sum_errors(history, test, [days] * len(history.items))


def goal(sums: SumErrors, pool: ErrorPool, item: int, permille: int) -> Target:
    """Set the target of one item, without cycle stock."""
    return target(
        weekly=7.0,
        expected=float(sums.expected[item]),
        variance=float(sums.variance[item]),
        cycle=0.0,
        protection_days=sums.days[item],
        service_permille=permille,
        pool=pool,
    )


def test_part_of_a_week_counts_in_proportion() -> None:
    """Seven, then fourteen a week: ten days are 7 + 3/7 of 14."""
    path = np.array([[7.0, 14.0], [7.0, 14.0], [7.0, 14.0]])
    assert first_days(path, np.array([10, 14, 0])).tolist() == [13.0, 21.0, 0.0]


def test_a_sum_is_compared_with_the_days_that_followed() -> None:
    """Two a day for ever, and 30 more on one day eleven days before the end."""
    demand = [2] * 140
    demand[-11] += 30
    history = shop(demand)
    test = back_test(
        history.weekly(), plain_models()[1:2], horizon=2, judged_weeks=2, most_origins=4
    )
    sums = sum_errors(history, test, [10])
    # origins 28, 21, 14, 7 days back; only the windows of the second and third see the day
    errors = sums.errors[:, 0] * np.sqrt(sums.variance[0] + 20 + 0.25)
    assert errors[:2].tolist() == pytest.approx([0.0, 0.0])
    assert errors[2] == pytest.approx(30)
    assert math.isnan(errors[3])
    assert sums.variance[0] == pytest.approx(30**2 / 3)


@pytest.mark.parametrize("days", [7, 14, 28])
@pytest.mark.parametrize("permille", [800, 900, 950])
def test_the_quantile_covers_what_it_promises(days: int, permille: int) -> None:
    """300 steady sellers of very different size: the next D days stay within the reorder point
    as often as asked for, within three points (rounding up to whole pieces covers more)."""
    rates = np.geomspace(0.3, 20, 300)
    whole = shop(*(poisson(float(rate), 364 + 28, seed) for seed, rate in enumerate(rates)))
    known = whole.pick(range(300)).until(
        whole.first_day.fromordinal(whole.first_day.toordinal() + 363)
    )
    sums = compare_sums(known, days)
    pool = ErrorPool()
    pool.add(sums)
    next_days = whole.demand[:, 364 : 364 + days].sum(axis=1)
    within = [
        int(next_days[item]) <= goal(sums, pool, item, permille).reorder_point
        for item in range(300)
    ]
    assert permille / 1000 - 0.03 <= np.mean(within) <= permille / 1000 + 0.06


def test_the_pool_does_not_mind_the_order_of_groups() -> None:
    """One group of all items, or one by one from the back."""
    sums = compare_sums(shop(*(poisson(rate, 300, rate) for rate in range(1, 9))), 14)
    one, many = ErrorPool(), ErrorPool()
    one.add(sums)
    for item in reversed(range(8)):
        only = slice(item, item + 1)
        many.add(SumErrors((14,), sums.expected[only], sums.variance[only], sums.errors[:, only]))
    for expected in (0.1, 10.0, 50.0, 1000.0):
        for permille in (500, 950, 999):
            assert one.quantile(expected, permille) == many.quantile(expected, permille)


def test_few_errors_err_on_the_safe_side() -> None:
    """Ten errors cannot know the 95th percentile: the largest is taken."""
    pool = ErrorPool()
    pool.add(SumErrors((7,), np.array([3.0]), np.array([1.0]), np.arange(10.0).reshape(10, 1)))
    assert pool.quantile(3.0, 950) == 9.0
    assert pool.quantile(3.0, 500) == 5.0
    assert ErrorPool().quantile(3.0, 950) is None


def test_nothing_known_of_the_errors_means_a_large_assumed_spread() -> None:
    """A new shop: the buffer is named as assumed and is at least the demand itself."""
    new = target(
        weekly=7.0,
        expected=20.0,
        variance=float("nan"),
        cycle=7.0,
        protection_days=20,
        service_permille=950,
        pool=ErrorPool(),
    )
    assert new.basis == BufferBasis.ASSUMED_SPREAD
    assert new.safety_stock >= 20


def test_an_item_never_sold_is_never_ordered() -> None:
    """Nothing expected, nothing buffered, nothing ordered, also with an empty shelf."""
    idle = target(
        weekly=0.0,
        expected=0.0,
        variance=0.0,
        cycle=0.0,
        protection_days=14,
        service_permille=999,
        pool=ErrorPool(),
    )
    terms = SupplierTerms(b"s", 7, minimum_order=100, pack=10)
    account = order(idle, Position(0), terms, "ses", Confidence.GUESS)
    assert (idle.basis, idle.order_up_to, account.quantity) == (BufferBasis.NEVER_SOLD, 0, 0)
    assert account.covers_days is None


TARGET = Target(
    protection_days=14,
    service_permille=950,
    weekly_milli=35_000,
    expected=70,
    safety_stock=21,
    cycle_stock=35,
    basis=BufferBasis.OWN_ERRORS,
)


def decide(position: Position, minimum: int = 0, pack: int = 1) -> Account:
    """Order against the target above."""
    terms = SupplierTerms(b"s", 7, minimum_order=minimum, pack=pack)
    return order(TARGET, position, terms, "ses", Confidence.FAIR)


def test_an_order_reads_as_an_account() -> None:
    """70 expected + 21 buffer + 35 cycle = 126; 40 there, 24 coming, 10 promised: need 72."""
    account = decide(Position(40, on_order=24, reserved=10), pack=50)
    assert (TARGET.reorder_point, TARGET.order_up_to) == (91, 126)
    assert (account.need, account.added_for_minimum, account.added_for_pack) == (72, 0, 28)
    assert account.quantity == 100
    assert account.covers_days == 6


def test_nothing_is_ordered_above_the_reorder_point() -> None:
    """92 is enough, 91 is not."""
    assert decide(Position(92)).quantity == 0
    assert decide(Position(91)).quantity == 35


def test_a_minimum_is_filled_up_and_then_packed() -> None:
    """Need 35, minimum 40, packs of 12: 48."""
    account = decide(Position(91), minimum=40, pack=12)
    assert (account.need, account.added_for_minimum, account.added_for_pack) == (35, 5, 8)


@given(
    st.integers(-1000, 1000),
    st.integers(0, 500),
    st.integers(0, 500),
    st.integers(0, 1000),
    st.integers(1, 144),
)
def test_the_account_always_adds_up(
    on_hand: int, on_order: int, reserved: int, minimum: int, pack: int
) -> None:
    """Whole packs, at least the minimum, up to the level, no more than one pack too many."""
    account = decide(Position(on_hand, on_order, reserved), minimum, pack)
    position = on_hand + on_order - reserved
    if position > TARGET.reorder_point:
        assert account.quantity == 0
        return
    assert account.quantity % pack == 0
    assert account.quantity >= minimum
    assert position + account.quantity >= TARGET.order_up_to
    assert account.quantity - pack < max(minimum, TARGET.order_up_to - position)
    parts = (account.need, account.added_for_minimum, account.added_for_pack)
    assert all(part >= 0 for part in parts)


@pytest.mark.parametrize(
    ("lead", "minimum", "pack"), [(-1, 0, 1), (400, 0, 1), (7, -1, 1), (7, 0, 0)]
)
def test_terms_that_cannot_be_ordered_by_are_refused(lead: int, minimum: int, pack: int) -> None:
    """A negative lead time or a pack of nothing is somebody's typing error."""
    with pytest.raises(SettingsError, match="planning setting"):
        SupplierTerms(b"s", lead, minimum, pack)
