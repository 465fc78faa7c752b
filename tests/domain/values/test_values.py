"""Exact values: nothing is lost, whatever is added, split, converted or rounded."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values import (
    DocumentNumber,
    Factor,
    HybridClock,
    Money,
    NotADocumentNumber,
    NotAnAmount,
    NotWholeSteps,
    Quantity,
    format_minor,
    format_price,
    format_steps,
    line_amount,
    new_id,
    next_life,
    parse_minor,
    parse_price,
    round_half_up,
    round_to,
    split,
    stamp_ms,
)
from domain.values.moment import MAX_LEAD_MS
from domain.values.money import CurrencyMixed


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_a_split_sums_to_the_whole(total: int, weights: list[int]) -> None:
    shares = split(total, weights)
    assert sum(shares) == total
    assert all((share >= 0) == (total >= 0) or share == 0 for share in shares)


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_a_share_is_never_a_whole_unit_off(total: int, weights: list[int]) -> None:
    for share, weight in zip(split(total, weights), weights, strict=True):
        assert abs(share - Fraction(total * weight, sum(weights))) < 1


def test_landed_cost_of_1000_over_four_receipts() -> None:
    assert split(100_000, [6, 6, 3, 6]) == [28572, 28571, 14286, 28571]


@pytest.mark.parametrize(
    ("left", "right", "rest"), [("3140", "3106.40", "33.60"), ("5.95", "5.95", "0.00")]
)
def test_amounts_that_once_left_dust(left: str, right: str, rest: str) -> None:
    difference = parse_minor(left, "EUR") - parse_minor(right, "EUR")
    assert format_minor(difference, "EUR") == rest


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 10**9))
def test_a_unit_conversion_there_and_back_is_exact(top: int, bottom: int, units: int) -> None:
    factor = Factor(top, bottom)
    steps = factor.steps(units * bottom)
    assert factor.units(steps) == units * bottom


def test_a_part_of_a_step_is_refused() -> None:
    with pytest.raises(NotWholeSteps):
        Factor(1000).steps(Decimal("1.0005"))


def test_money_of_two_currencies_is_not_added() -> None:
    assert Money(100, "EUR") + Money(50, "EUR") == Money(150, "EUR")
    with pytest.raises(CurrencyMixed):
        Money(100, "EUR") + Money(100, "CNY")


@pytest.mark.parametrize("text", ["", "1,5", "1.005", "NaN", "Infinity", "1e400x", "twelve"])
def test_what_is_not_an_amount_is_refused(text: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_minor(text, "EUR")


@given(st.integers(-(10**10), 10**10))
def test_prices_and_amounts_survive_writing_and_reading(number: int) -> None:
    assert parse_price(format_price(number)) == number
    for currency in ("EUR", "JPY", "KWD"):
        assert parse_minor(format_minor(number, currency), currency) == number


def test_rounding_is_half_up_and_away_from_zero() -> None:
    assert [round_half_up(Fraction(n, 2)) for n in (1, 3, -1, -3)] == [1, 2, -1, -2]
    assert round_to(1002, 5) == 1000
    assert round_to(1003, 5) == 1005


def test_a_weighed_line_is_rounded_once() -> None:
    # 0.123 kg at 9.99 a kg is 1.22877
    assert line_amount(99_900, 123, 1000, "EUR") == 123


def test_quantities_are_written_with_the_items_decimals() -> None:
    assert format_steps(-1234, 3) == "-1.234"
    assert str(Quantity(3) + Quantity(4) - Quantity(1)) == "Quantity(steps=6)"


@given(
    st.integers(0, 999),
    st.integers(0, 99),
    st.sampled_from(["A", "B", "Z", "AA"]),
    st.integers(2000, 2099),
    st.integers(1, 10**7),
)
def test_a_document_number_reads_back(
    site: int, station: int, life: str, year: int, counter: int
) -> None:
    number = DocumentNumber(site, station, life, year, counter)
    assert DocumentNumber.parse(str(number).lower()) == number


def test_the_number_of_the_design() -> None:
    assert str(DocumentNumber(12, 3, "B", 2026, 123)) == "S012-W03B-26-000123"
    with pytest.raises(NotADocumentNumber):
        DocumentNumber.parse("S012-W03B-26")


def test_lives_go_on_after_z() -> None:
    assert [next_life(x) for x in ("A", "Y", "Z", "AZ", "ZZ")] == ["B", "Z", "AA", "BA", "AAA"]


def test_identifiers_rise_and_are_version_7() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == 5000
    assert all(i[6] >> 4 == 7 and i[8] >> 6 == 2 for i in made)


@given(st.lists(st.integers(0, 4_000_000_000_000), min_size=1))
def test_the_clock_never_steps_back(walls: list[int]) -> None:
    steps = iter(walls)
    clock = HybridClock(lambda: next(steps))
    stamps = [clock.tick() for _ in walls]
    assert stamps == sorted(set(stamps))


@given(st.integers(0, 2**62), st.integers(1_600_000_000_000, 1_900_000_000_000))
def test_nobody_pulls_the_clock_more_than_a_minute_ahead(other: int, wall: int) -> None:
    clock = HybridClock(lambda: wall)
    for _ in range(5):
        clock.adopt(other)
    assert stamp_ms(clock.last) <= wall + MAX_LEAD_MS
