"""The back-test: a fair judge, a tie rule, no empty shelves, and an honest word on certainty."""

import math

import numpy as np
import pytest

from forecasting.backtest import BackTest, Confidence, Refusal, back_test
from forecasting.history import History
from forecasting.models import Model, MovingMean, SeasonalNaive, SimpleSmoothing, plain_models
from tests.forecasting.shops import poisson, shop


def judged(history: History, *models: Model, horizon: int = 4) -> BackTest:
    """Back-test with the usual 26 origins."""
    return back_test(
        history.weekly(),
        models or plain_models(),
        horizon=horizon,
        judged_weeks=horizon,
        most_origins=26,
    )


def seasonal(weeks: int) -> list[int]:
    """Sell 70 in one week and 7 in the next, for ever."""
    return ([10] * 7 + [1] * 7) * (weeks // 2)


def test_the_errors_are_what_they_say() -> None:
    """One item, one model, by hand: flat 7 a week but for one week of 21."""
    history = shop([1] * 7 * 7 + [3] * 7 + [1] * 7 * 2)
    test = back_test(
        history.weekly(), [SeasonalNaive(1)], horizon=1, judged_weeks=1, most_origins=4
    )
    # origins 6..9 forecast 7, 7, 21, 7 and see 7, 21, 7, 7: errors 0, -14, 14, 0
    score = test.score(0)
    assert (score.model, score.origins) == ("seasonal_naive_1", 4)
    naive_squared = (14**2 + 14**2) / 9
    assert score.rmsse == pytest.approx(math.sqrt((14**2 + 14**2) / 4 / naive_squared))
    assert score.mase == pytest.approx((28 / 4) / (28 / 9))
    assert score.bias == 0.0
    assert score.sum_error == pytest.approx(28 / 42)


def test_a_clearly_better_model_wins() -> None:
    """Alternating weeks: the seasonal model is right every time."""
    test = judged(shop(seasonal(40)), SimpleSmoothing(), SeasonalNaive(2))
    assert test.score(0).model == "seasonal_naive_2"
    assert test.score(0).rmsse == 0.0


def test_ties_go_to_the_first_model() -> None:
    """On noise no model is really better: the mean of models keeps the item."""
    test = judged(shop(*(poisson(3, 364, seed) for seed in range(20))))
    firsts = sum(number == 0 for number in test.chosen)
    assert firsts >= 18


def test_masked_weeks_are_not_judged() -> None:
    """A stock-out of four weeks does not make the forecast wrong."""
    history = shop([2] * 210)
    seen = history.available.copy()
    seen[0, 140:168] = False
    sold = np.where(seen, history.demand, 0)
    out_of_stock = History(history.items, history.first_day, sold, seen)
    test = judged(out_of_stock, SimpleSmoothing())
    assert test.score(0).rmsse == 0.0
    assert test.path[0].tolist() == [14.0] * 4


def test_a_zero_forecast_for_an_item_that_sells_is_refused() -> None:
    """One sale a quarter: "never again" has the smallest error and is not allowed."""
    rare = ([0] * 90 + [5]) * 4 + [0] * 60
    test = judged(shop(rare), MovingMean(4), SimpleSmoothing())
    assert test.refused[0][0] == Refusal.ZERO_FORECAST
    assert test.score(0).model == "ses"
    assert (test.path > 0).all()


def test_when_every_model_says_zero_the_item_keeps_its_mean_rate() -> None:
    """Nothing else is known of it, and zero would never order it again."""
    rare = ([0] * 90 + [5]) * 4 + [0] * 60
    history = shop(rare)
    test = judged(history, MovingMean(4))
    weeks = history.weekly()
    mean = weeks.demand.sum() / weeks.available.sum()
    assert test.path[0].tolist() == pytest.approx([mean] * 4)


def test_a_dead_item_may_be_forecast_zero() -> None:
    """Nothing sold for two years: the moving mean's zero stands."""
    dead = [5] * 30 + [0] * 730
    test = judged(shop(dead), MovingMean(4))
    assert test.refused[0][0] == Refusal.NONE
    assert not test.path.any()


def test_an_item_never_sold_is_forecast_zero_and_a_guess() -> None:
    """All zero: no model is asked."""
    test = judged(shop([0] * 200, poisson(2, 200, 1)))
    assert not test.path[0].any()
    assert test.confidence[0] == Confidence.GUESS
    assert {reasons[0] for reasons in test.refused} == {Refusal.UNSUITED}


def test_one_sale_ever_is_a_guess_above_zero() -> None:
    """Listed three weeks ago, sold once."""
    test = judged(shop([0] * 180 + [4] + [0] * 19, poisson(2, 200, 1)))
    assert 0 < test.path[0, 0] <= 4
    assert test.confidence[0] == Confidence.GUESS


def test_ten_years_are_no_different() -> None:
    """A decade of steady sales, with a yearly season to try."""
    test = judged(shop(poisson(6, 3653, 2)))
    assert test.path[0, 0] == pytest.approx(42, rel=0.15)
    assert test.confidence[0] == Confidence.GOOD
    assert test.score(0, test.models.index("seasonal_naive_52")).refused == Refusal.NONE


def test_after_a_change_of_unit_the_new_level_is_forecast() -> None:
    """From boxes to pieces ten weeks ago: the forecast is in pieces, and is not called good."""
    boxes = poisson(4, 210, 3)
    pieces = [12 * sold for sold in poisson(4, 70, 4)]
    test = judged(shop(boxes + pieces))
    assert test.path[0].mean() == pytest.approx(4 * 12 * 7, rel=0.3)
    assert test.confidence[0] != Confidence.GOOD


def test_a_model_that_starts_late_is_compared_on_common_weeks() -> None:
    """Weeks that a challenger skipped neither help nor hurt it."""
    jump = [1] * 7 * 20 + [10] * 7 * 20
    late = judged(shop(jump), MovingMean(13), SeasonalNaive(30))
    assert late.score(0).model == "moving_mean_13"
    assert late.refused[1][0] == Refusal.UNSUITED


def test_a_longer_look_ahead_chooses_no_other_model() -> None:
    """A long lead time in the same chunk must not change anyone's forecast."""
    weeks = shop(*(poisson(2, 300, seed) for seed in range(8)), seasonal(42)).weekly()
    near, far = (
        back_test(weeks, plain_models(), horizon=h, judged_weeks=8, most_origins=26)
        for h in (8, 30)
    )
    assert near.chosen == far.chosen
    np.testing.assert_array_equal(near.path, far.path[:, :8])


def test_a_check_that_raises_stops_it() -> None:
    """The cancel button is looked at between models."""

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        back_test(
            shop([1] * 70).weekly(),
            plain_models(),
            horizon=4,
            judged_weeks=4,
            most_origins=26,
            check=stop,
        )
