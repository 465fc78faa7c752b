"""Histories: what is counted, what is masked, and what is reported as odd."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasting.errors import HistoryRangeError
from forecasting.history import build_history, closed_days, mask_days
from forecasting.oddities import Oddity, OddityKind
from tests.forecasting.shops import START, day, name, poisson, shop

TEA = name(1)


def test_rows_of_one_day_add_up() -> None:
    """Several sales of one day are one day's demand, and nothing to report."""
    history = build_history([(TEA, day(3), 2), (TEA, day(3), 5)], START, day(6))
    assert history.demand.tolist() == [[0, 0, 0, 7, 0, 0, 0]]
    assert history.oddities == ()


def test_a_repeated_day_is_reported_where_there_should_be_one_row() -> None:
    """The same rows from a source that gives one row a day are odd."""
    rows = [(TEA, day(3), 2), (TEA, day(3), 5)]
    history = build_history(rows, START, day(6), one_row_a_day=True)
    assert history.oddities == (Oddity(OddityKind.DUPLICATE_DAY, TEA, day(3), 2),)


def test_a_negative_day_is_clipped_and_reported() -> None:
    """More came back than went out: demand is zero, and somebody is told."""
    history = build_history([(TEA, day(0), 4), (TEA, day(2), -9)], START, day(6))
    assert history.demand.sum() == 4
    assert history.oddities == (Oddity(OddityKind.NEGATIVE_DAY, TEA, day(2), -9),)


def test_rows_from_a_wrong_clock_are_ignored_and_reported() -> None:
    """A sale in 1980 and one in 2099 do not stretch the history."""
    rows = [(TEA, day(1), 1), (TEA, date(2099, 1, 1), 50), (TEA, date(1980, 1, 1), 70)]
    history = build_history(rows, START, day(6))
    assert history.demand.sum() == 1
    assert history.oddities == (Oddity(OddityKind.OUT_OF_RANGE, TEA, date(1980, 1, 1), 2),)


@pytest.mark.parametrize("last", [day(-1), day(5), date(2099, 1, 1)])
def test_a_span_that_cannot_be_used_is_refused(last: date) -> None:
    """Backwards, shorter than a week, or a century."""
    with pytest.raises(HistoryRangeError) as refusal:
        build_history([], START, last)
    assert refusal.value.code == "forecast.history_range"
    assert str(last) in str(refusal.value)


def test_stock_out_days_are_masked_unless_something_was_sold() -> None:
    """No stock says nothing about demand; a sale in spite of the books does."""
    rows = [(TEA, day(0), 1), (TEA, day(9), 2)]
    outs = [(TEA, day(8), day(11)), (TEA, day(13), day(40)), (name(9), day(0), day(1))]
    history = build_history(rows, START, day(13), stock_outs=outs)
    hidden = np.flatnonzero(~history.available[0]).tolist()
    assert hidden == [8, 10, 11, 13]


def test_weeks_before_the_first_sale_are_masked() -> None:
    """An item first sold in week three was not yet listed in weeks one and two."""
    history = build_history([(TEA, day(18), 6)], START, day(27))
    weeks = history.weekly()
    assert weeks.available.tolist() == [[False, False, True, True]]
    assert weeks.demand.tolist() == [[0, 0, 6, 0]]


def test_a_partly_visible_week_is_scaled_and_a_hardly_visible_one_masked() -> None:
    """Four days seen count for seven; three are too few."""
    rows = [(TEA, day(offset), 2) for offset in range(21)]
    rows = [row for row in rows if row[1] not in {day(11), day(12), day(13)}]
    rows = [row for row in rows if not day(17) <= row[1] <= day(20)]
    outs = [(TEA, day(11), day(13)), (TEA, day(17), day(20))]
    weeks = build_history(rows, START, day(20), stock_outs=outs).weekly()
    assert weeks.available.tolist() == [[True, True, False]]
    assert weeks.demand.tolist() == [[14, 14, 0]]


def test_an_item_nearly_always_out_of_stock_still_shows_its_sales() -> None:
    """One visible day in the only week: not read as never sold."""
    history = build_history([(TEA, day(2), 8)], START, day(6), stock_outs=[(TEA, day(0), day(6))])
    assert history.weekly().demand.tolist() == [[14]]


def test_a_closed_day_is_masked_but_a_weekday_that_is_always_closed_is_not() -> None:
    """Boxing Day says nothing; Sundays come again."""
    demand = np.ones((30, 70), dtype=np.int64)
    demand[:, 6::7] = 0
    demand[:, 24] = 0
    assert np.flatnonzero(closed_days(demand)).tolist() == [24]


def test_a_quiet_shop_has_no_closed_days() -> None:
    """With two items, a day without a sale is chance."""
    history = shop(poisson(0.5, 70, 1), poisson(0.5, 70, 2))
    assert not closed_days(history.demand).any()


def test_masking_days_masks_them_for_every_item() -> None:
    """A closed day is closed for all."""
    history = shop([1] * 14, [1] * 14)
    closed = np.zeros(14, dtype=np.bool_)
    closed[5] = True
    assert np.flatnonzero(~mask_days(history, closed).available[1]).tolist() == [5]


def test_a_long_gap_is_reported_and_not_masked() -> None:
    """Sold daily, nothing for 80 days, then again: a person should look."""
    history = shop([3] * 40 + [0] * 80 + [3] * 40)
    assert history.oddities == (Oddity(OddityKind.GAP, name(0), day(40), 80),)
    assert history.available.all()


def test_a_slow_seller_has_no_gaps() -> None:
    """Sixty days between sales are usual for it."""
    assert shop(([1] + [0] * 59) * 6).oddities == ()


def test_a_change_of_unit_is_reported_with_its_day_and_ratio() -> None:
    """Counted in boxes of 12 until day 100, in pieces from then on."""
    boxes = [max(1, sold) for sold in poisson(4, 100, 5)]
    pieces = [max(1, sold) * 12 for sold in poisson(4, 100, 6)]
    (found,) = shop(boxes + pieces).oddities
    assert (found.kind, found.day) == (OddityKind.LEVEL_JUMP, day(100))
    assert 10_000 <= found.amount <= 14_000


def test_growth_is_not_a_change_of_unit() -> None:
    """A year of steady growth to the twentyfold is no jump."""
    growing = [round(5 * 20 ** (offset / 365)) for offset in range(365)]
    assert shop(growing).oddities == ()


def test_a_history_until_an_earlier_day_knows_nothing_later() -> None:
    """Cutting gives the same as never having had the later rows."""
    demand = poisson(2, 70, 3)
    cut = shop(demand).until(day(41))
    assert cut.last_day == day(41)
    assert cut.demand.tolist() == shop(demand[:42]).demand.tolist()


def test_a_history_cannot_be_changed() -> None:
    """Its arrays are frozen."""
    with pytest.raises(ValueError, match="read-only"):
        shop([1] * 7).demand[0, 0] = 5


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 41), st.integers(-50, 500))))
def test_what_was_sold_is_what_is_counted(rows: list[tuple[int, int, int]]) -> None:
    """Net demand plus what was clipped equals the sum of the rows; no day is negative or hidden
    though something was sold on it."""
    named = [(name(item), day(offset), quantity) for item, offset, quantity in rows]
    history = build_history(named, START, day(41))
    clipped = sum(odd.amount for odd in history.oddities if odd.kind == OddityKind.NEGATIVE_DAY)
    assert int(history.demand.sum()) + clipped == sum(quantity for _, _, quantity in rows)
    assert (history.demand >= 0).all()
    assert history.available[history.demand > 0].all()
    assert history.weekly().demand.sum() == history.demand.sum()
