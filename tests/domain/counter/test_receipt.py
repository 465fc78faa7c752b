"""The receipt's text: widths, words, and figures that are the books'."""

from datetime import UTC

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.counter import (
    CARD,
    CASH,
    Discount,
    Returned,
    Tender,
    Terms,
    discount_line,
    discount_order,
    display_width,
    override_price,
    pay,
    receipt_text,
    refund,
)
from domain.values import format_minor
from tests.domain.counter.shop import Shop
from tests.support.replicas import PROGRAM

ENGLISH = """\
                Tea & Pots
Receipt S001-W01A-26-000001
Till: W01                 2026-11-22 14:05
Served by: Carla
------------------------------------------
Green tea 100 g                      13.50
  3 x 4.50
  Discount                           -1.35
Tea cup                               2.50
  1 x 2.50 (was 2.99)
------------------------------------------
TOTAL EUR                            14.65
 incl. tax B 7%, net 11.36            0.79
 incl. tax A 19%, net 2.10            0.40
Card (slip 17)                        5.00
Cash                                 10.00
Change                                0.35
------------------------------------------
          *S001-W01A-26-000001*
"""

CHINESE = """\
          *** 副本 ***
收据 S001-W01A-26-000001
收银台: W01     2026-11-22 14:05
--------------------------------
绿茶一百克                 13.50
  3 x 4.50
  折扣                     -1.35
茶杯                        2.50
  1 x 2.50 (原价 2.99)
--------------------------------
合计 EUR                   14.65
 含税额 B 7%, 不含税 11.36  0.79
 含税额 A 19%, 不含税 2.10  0.40
银行卡 (slip 17)            5.00
现金                       10.00
找零                        0.35
--------------------------------
     *S001-W01A-26-000001*
"""


def test_in_english_and_as_a_copy_in_chinese(open_shop: Shop) -> None:
    cart = discount_line(open_shop.cart(("TEA", 3), ("CUP", 1)), 1, Discount(percent=1000))
    cart = override_price(cart, 2, 25_000, "chipped")
    with open_shop.replica.transaction(PROGRAM, "sell", occurred_at=1_795_356_300_000) as tx:
        sold = pay(tx, cart, [Tender(CARD, 500, "slip 17"), Tender(CASH, 1_000)])
    head = ["Tea & Pots"]
    assert receipt_text(sold, head=head, cashier="Carla", zone=UTC) == ENGLISH
    assert receipt_text(sold, 32, "zh_CN", copy=True, zone=UTC) == CHINESE


def test_where_a_tax_has_no_room_its_net_amount_stays_whole(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.cart(("TEA", 3)))
    text = receipt_text(sold, 28, zone=UTC)
    assert f" incl. tax B 7%,\n{'  net 12.62':24}0.88\n" in text


def test_a_refund_says_so(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.cart(("TEA", 2)))
    with open_shop.replica.transaction(PROGRAM, "refund") as tx:
        back = refund(tx, sold.id, [Returned(1, 1)], [Tender(CASH)], "x")
    text = receipt_text(back, zone=UTC)
    assert "REFUND S001-W01A-26-000002" in text
    assert "-4.50" in text
    assert "Change" not in text


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["TEA", "CUP", "HAM", "POT"]), st.integers(1, 999)),
        min_size=1,
        max_size=5,
    ),
    off=st.integers(0, 10_000),
    width=st.integers(24, 64),
    language=st.sampled_from(["en", "zh_CN"]),
)
def test_every_line_fits_and_the_figures_sum(
    open_shop: Shop, lines: list[tuple[str, int]], off: int, width: int, language: str
) -> None:
    cart = discount_order(open_shop.cart(*lines), Discount(percent=off))
    sold = open_shop.pay(cart)
    text = receipt_text(sold, width, language, zone=UTC)
    assert all(display_width(line) <= width for line in text.splitlines())
    figures = [line.split()[-1] for line in text.splitlines() if line.split()]
    gross = [format_minor(line.money.gross, "EUR") for line in sold.lines]
    assert all(figure in figures for figure in gross)
    assert format_minor(sold.total, "EUR") in figures
    assert sum(line.money.gross for line in sold.lines) - sold.head.discount == sold.total


def test_widths() -> None:
    assert [display_width(text) for text in ("tea", "绿茶", "e\u0301")] == [3, 4, 1]
    assert Terms("JPY", tax_included=True).text(1200) == "1200 JPY"
