"""The models: what each says, and that none of them looks ahead or minds its neighbours."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasting.ets import DampedTrend, guarded
from forecasting.history import Weeks
from forecasting.models import (
    Intermittent,
    Model,
    MovingMean,
    SeasonalNaive,
    SimpleSmoothing,
    all_models,
    plain_models,
)


def weeks(*rows: list[float | None]) -> Weeks:
    """Make weeks; None is a masked week."""
    demand = np.array([[value or 0.0 for value in row] for row in rows])
    return Weeks(demand, np.array([[value is not None for value in row] for row in rows]))


def flat(model: Model, *row: float | None) -> float:
    """Give the model's forecast of the week after the row."""
    return float(model.paths(weeks(list(row)), [len(row)], 1)[0, 0, 0])


def test_seasonal_naive_repeats_the_season() -> None:
    """Season 3: the last three weeks again and again."""
    path = SeasonalNaive(3).paths(weeks([9, 9, 9, 1, 2, 3]), [6], 5)
    assert path[0, 0].tolist() == [1, 2, 3, 1, 2]


def test_seasonal_naive_looks_past_a_masked_week() -> None:
    """The masked second week takes the value of one season earlier."""
    path = SeasonalNaive(2).paths(weeks([5, 6, 7, None]), [4], 2)
    assert path[0, 0].tolist() == [7, 6]


def test_moving_mean_skips_masked_weeks() -> None:
    """Three of the last four weeks were visible."""
    assert flat(MovingMean(4), 100, 2, None, 4, 6) == 4


def test_smoothing_finds_the_level_and_follows_a_jump() -> None:
    """Twelvefold from week 30 on: six weeks later the forecast is there (within a tenth)."""
    assert flat(SimpleSmoothing(), *[10] * 20) == 10
    assert flat(SimpleSmoothing(), *[10] * 30, *[120] * 6) == pytest.approx(120, rel=0.1)


def test_smoothing_is_not_ruled_by_the_first_sale() -> None:
    """A first order of 100 followed by ones is soon forgotten."""
    assert flat(SimpleSmoothing(), 100, *[1] * 15) < 8


def test_tsb_of_a_regular_rare_seller_is_its_rate() -> None:
    """Six every third week is two a week."""
    assert flat(Intermittent(), *[6, 0, 0] * 20) == pytest.approx(2, rel=0.3)


def test_tsb_notices_that_an_item_died() -> None:
    """Half a year of nothing brings the forecast down to less than a tenth."""
    assert flat(Intermittent(), *[6] * 20, *[0] * 26) < 0.6


def test_an_item_never_seen_gets_no_opinion() -> None:
    """No model suits it, so none is asked."""
    hidden = weeks([None, None, None, None])
    assert not any(model.suits(hidden).any() for model in all_models())


@pytest.mark.parametrize("model", plain_models(), ids=lambda model: model.name)
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_model_looks_ahead(model: Model, data: st.DataObject) -> None:
    """What is said at an origin is the same whether or not the future is in the matrix, and the
    same for an item alone as among others."""
    value = st.one_of(st.none(), st.integers(0, 40).map(float))
    rows = data.draw(st.lists(st.lists(value, min_size=30, max_size=30), min_size=2, max_size=4))
    whole = weeks(*rows)
    origin = data.draw(st.integers(1, 29))
    cut = Weeks(whole.demand[:1, :origin], whole.available[:1, :origin])
    there = model.paths(whole, [origin, 30], 3)[0, 0]
    alone = model.paths(cut, [origin], 3)[0, 0]
    np.testing.assert_array_equal(there, alone)


def regular(seed: int, length: int = 60) -> list[float | None]:
    """A smooth seller with a mild trend."""
    drawn = np.random.default_rng(seed).poisson(50 + np.arange(length) * 0.5)
    return [float(value) for value in drawn]


def test_ets_takes_only_regular_long_series() -> None:
    """A smooth year: yes; rare, erratic, short or often masked: no."""
    rare: list[float | None] = [9.0, 0.0, 0.0] * 20
    erratic: list[float | None] = [1.0, 1.0, 1.0, 40.0] * 15
    short: list[float | None] = [*[None] * 30, *regular(1, 30)]
    masked: list[float | None] = [value if n % 4 else None for n, value in enumerate(regular(2))]
    chosen = DampedTrend().suits(weeks(regular(3), rare, erratic, short, masked))
    assert chosen.tolist() == [True, False, False, False, False]


def test_ets_agrees_with_statsmodels() -> None:
    """Our recursion gives what statsmodels forecasts from its own fit."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    row = regular(4)
    options = {"error": "add", "trend": "add", "damped_trend": True}
    fitted = ETSModel(np.array(row, dtype=float), initialization_method="heuristic", **options)
    expected = fitted.fit(disp=False).forecast(6)
    ours = DampedTrend().paths(weeks(row), [60], 6)[0, 0]
    np.testing.assert_allclose(ours, expected, rtol=1e-9)


def test_ets_is_the_same_twice() -> None:
    """Fitting is deterministic."""
    row = weeks(regular(5))
    first, second = (DampedTrend().paths(row, [40, 60], 4) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_the_guard_refuses_an_exploding_fit() -> None:
    """Demand that doubles weekly for half a year would soon outsell the planet: no opinion."""
    doubling: list[float | None] = [float(2**week) for week in range(30)]
    assert np.isnan(DampedTrend().paths(weeks(doubling), [30], 26)).all()


@pytest.mark.parametrize("wild", [31.0, -31.0, float("inf"), float("nan")])
def test_the_guard_believes_no_week_beyond_three_times_the_largest(wild: float) -> None:
    """One bad week condemns the whole path; a slightly negative one is only lifted to zero."""
    known = np.array([4.0, 10.0])
    assert np.isnan(guarded(np.array([5.0, wild]), known)).all()
    assert guarded(np.array([5.0, -2.0]), known).tolist() == [5.0, 0.0]
