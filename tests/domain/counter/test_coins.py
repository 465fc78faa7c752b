"""Notes and coins: what a drawer is counted in, what people hand over."""

from hypothesis import given
from hypothesis import strategies as st

from domain.counter import denominations, likely_cash


def test_euro_notes_and_coins_from_two_hundred_to_one_cent() -> None:
    assert denominations("EUR")[:3] == (20_000, 10_000, 5_000)
    assert denominations("EUR")[-1] == 1
    assert denominations("EUR", cash_step=5)[-1] == 5


def test_a_currency_nobody_told_us_about_has_steps_of_one_two_and_five() -> None:
    assert denominations("NOK")[:2] == (50_000, 20_000)
    assert denominations("KRW") == (500, 200, 100, 50, 20, 10, 5, 2, 1)


def test_what_people_hand_over() -> None:
    assert likely_cash(1_785, "EUR") == (2_000, 5_000, 10_000, 20_000)
    assert likely_cash(2_310, "EUR") == (2_500, 3_000, 4_000, 5_000)
    assert likely_cash(2_000, "EUR") == (5_000, 10_000, 20_000)
    assert likely_cash(0, "EUR") == ()


@given(st.integers(1, 1_000_000), st.sampled_from(["EUR", "CNY", "JPY", "XYZ"]))
def test_every_proposal_pays_the_amount(due: int, currency: str) -> None:
    proposals = likely_cash(due, currency)
    assert list(proposals) == sorted(set(proposals))
    assert all(given > due for given in proposals)
