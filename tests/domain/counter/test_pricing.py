"""The engine of price and tax: the numbers of other systems' tests, and its identities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.counter import BadDiscount, Discount, PricedItem, Terms, price_lines

PIECE = 10_000


def tax_included(price: int, steps: int, rate: int, terms: Terms) -> tuple[int, int]:
    done = price_lines(terms, [PricedItem(price, steps, rate=rate)])
    return done.net, done.tax


@pytest.mark.parametrize(
    ("price", "steps", "rate", "step", "expected"),
    [
        (121_000, 1, 2100, 1, (1000, 210)),
        (525_000, 1, 1200, 1, (4688, 562)),
        (155_500, 8, 800, 1, (11519, 921)),
        (500_000, 1, 500, 5, (4760, 240)),
    ],
)
def test_tax_taken_out_of_a_price(
    price: int, steps: int, rate: int, step: int, expected: tuple[int, int]
) -> None:
    terms = Terms("EUR", tax_included=True, step=step)
    assert tax_included(price, steps, rate, terms) == expected


def test_tax_put_on_in_a_currency_without_decimals() -> None:
    terms = Terms("JPY", tax_included=False)
    prices = [22_689 * PIECE, 9_176 * PIECE]
    done = price_lines(terms, [PricedItem(price, 1, rate=1900) for price in prices])
    assert [line.tax for line in done.lines] == [4_311, 1_743]
    assert (done.tax, done.net) == (6_054, 31_865)


BASKET = [PricedItem(14_800, 4, rate=2100)] + [
    PricedItem(price, 1, rate=2100) for price in (15_200, 15_400, 3_900)
]


@pytest.mark.parametrize(("mode", "tax", "total"), [("line", 196, 1133), ("global", 197, 1134)])
def test_rounding_by_line_and_over_all(mode: str, tax: int, total: int) -> None:
    done = price_lines(Terms("EUR", tax_included=False, rounding=mode), BASKET)  # type: ignore[arg-type]
    assert (done.net, done.tax, done.total) == (937, tax, total)
    assert sum(line.tax for line in done.lines) == done.taxes[0].tax == tax


def test_a_weighed_line_is_rounded_once() -> None:
    done = price_lines(Terms("EUR", tax_included=True), [PricedItem(198_000, 333, 1000)])
    assert done.total == 659  # 6.5934


def test_the_label_rules_over_price_times_weight() -> None:
    done = price_lines(
        Terms("EUR", tax_included=True), [PricedItem(198_000, 62, 1000, amount=1234)]
    )
    assert done.total == 1234


def test_a_discount_on_the_whole_loses_no_cent() -> None:
    items = [PricedItem(10_000, 1) for _ in range(3)]
    done = price_lines(Terms("EUR", tax_included=True), items, Discount(amount=100))
    assert [line.share for line in done.lines] == [34, 33, 33]
    assert done.total == 200


@pytest.mark.parametrize(
    "discount", [Discount(amount=-1), Discount(percent=10_001), Discount(amount=101)]
)
def test_discounts_that_cannot_be(discount: Discount) -> None:
    with pytest.raises(BadDiscount):
        price_lines(Terms("EUR", tax_included=True), [PricedItem(10_000, 1, discount=discount)])


ITEMS = st.lists(
    st.builds(
        PricedItem,
        price=st.integers(0, 10**8),
        steps=st.integers(1, 10**5),
        steps_per_unit=st.sampled_from([1, 1000]),
        rate=st.sampled_from([0, 500, 700, 1300, 1900, 2100]),
        discount=st.none() | st.builds(Discount, percent=st.integers(0, 10_000)),
    ),
    min_size=1,
    max_size=12,
)
TERMS = st.builds(
    Terms,
    currency=st.sampled_from(["EUR", "JPY", "KWD"]),
    tax_included=st.booleans(),
    rounding=st.sampled_from(["line", "global"]),
    step=st.sampled_from([1, 5]),
)


@given(TERMS, ITEMS, st.none() | st.builds(Discount, percent=st.integers(0, 10_000)))
def test_a_document_is_the_sum_of_its_lines(
    terms: Terms, items: list[PricedItem], discount: Discount | None
) -> None:
    done = price_lines(terms, items, discount)
    assert done.net == sum(line.net for line in done.lines)
    assert done.tax == sum(line.tax for line in done.lines) == sum(t.tax for t in done.taxes)
    for line in done.lines:
        assert line.amount == (line.total if terms.tax_included else line.net)
        assert line.amount >= 0
        assert line.share >= 0
        assert all(part % terms.step == 0 for part in (line.gross, line.net, line.tax))
    if discount is not None:
        before = sum(line.gross - line.discount for line in done.lines)
        assert sum(line.share for line in done.lines) == discount.of(before, terms)


@given(TERMS, ITEMS)
def test_both_ways_of_rounding_differ_by_less_than_a_step_a_line(
    terms: Terms, items: list[PricedItem]
) -> None:
    by_line, over_all = (
        price_lines(
            Terms(terms.currency, terms.tax_included, rounding, terms.step),
            items,  # type: ignore[arg-type]
        )
        for rounding in ("line", "global")
    )
    assert abs(by_line.tax - over_all.tax) <= terms.step * len(items)
    assert [line.amount for line in by_line.lines] == [line.amount for line in over_all.lines]


@given(TERMS, ITEMS)
def test_what_is_sold_and_taken_back_by_line_is_nothing(
    terms: Terms, items: list[PricedItem]
) -> None:
    plain = [PricedItem(i.price, i.steps, i.steps_per_unit, i.rate) for i in items]
    back = [PricedItem(i.price, -i.steps, i.steps_per_unit, i.rate) for i in items]
    terms = Terms(terms.currency, terms.tax_included, "line", terms.step)
    sold, returned = price_lines(terms, plain), price_lines(terms, back)
    assert (sold.net + returned.net, sold.tax + returned.tax) == (0, 0)
