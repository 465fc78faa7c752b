"""Sales of the past: exact sums, whatever the lines round to."""

from fractions import Fraction

import pytest

from domain.counter import (
    CASH,
    IMPORTED,
    REFUND,
    PastLine,
    PastSale,
    Returned,
    Sale,
    Tender,
    broken_identities,
    exact_value,
    find_sale,
    places,
    record_sales,
    refund,
    refundable,
    sale_of,
    sales_by_day,
    sales_totals,
    top_sellers,
)
from domain.errors import NotPermitted
from tests.domain.counter.shop import CASHIER, Shop
from tests.support.replicas import PROGRAM

NOON = 1_291_204_800_000  # 2010-12-01 12:00 UTC
DAY_MS = 86_400_000


def record(shop: Shop, *past: PastSale) -> list[bytes]:
    with shop.replica.transaction(PROGRAM, "import") as tx:
        return record_sales(tx, past, places(tx))


def invoice(reference: str, *lines: PastLine, days: int = 0, kind: str = "sale") -> PastSale:
    return PastSale(reference, NOON + days * DAY_MS, lines, "EUR", kind)


def line(shop: Shop, sku: str, steps: int, price: int) -> PastLine:
    return PastLine(shop.offer(sku).product.id, steps, price)


def test_a_year_of_odd_prices_sums_exactly(shop: Shop) -> None:
    """Prices of 0.001, zero and below zero; negative quantities; a cancellation."""
    record(
        shop,
        invoice("536365", line(shop, "TEA", 6, 25_500), line(shop, "CUP", 3, 10)),
        invoice("536366", line(shop, "TEA", -4, 0)),
        invoice("A563186", line(shop, "WRAP", 1, -110_620_600), days=1),
        invoice("C536379", line(shop, "CUP", -1, 275_000), days=1, kind=REFUND),
    )
    with shop.replica.read() as connection:
        value = exact_value(connection, 1, "2010-12-01", "2010-12-31")
        totals = sales_totals(connection, 1, "2010-12-01", "2010-12-31")
        days = sales_by_day(connection, 1, "2010-12-01", "2010-12-31")
        assert list(broken_identities(connection, 1)) == []
        assert top_sellers(connection, 1, "2010-12-01")[0][1] == 1
    assert value == Fraction("15.303") - Fraction("11062.06") - Fraction("27.5")
    assert (totals.total, totals.sales, totals.refunds, totals.lines) == (-1_107_426, 3, 1, 5)
    assert list(days) == ["2010-12-01", "2010-12-02"]
    assert shop.stock("TEA") == -2  # six sold, four came back


def test_found_by_the_number_it_had(shop: Shop) -> None:
    (made,) = record(shop, invoice("536365", line(shop, "TEA", 6, 25_500)))
    with shop.replica.read() as connection:
        head = find_sale(connection, 1, " 536365 ")
        sold = sale_of(connection, 1, made)
    assert (head.id, head.number, head.label, head.till) == (made, None, "536365", IMPORTED)
    assert (head.business_date, sold.lines[0].name) == ("2010-12-01", "Green tea 100 g")


def test_a_write_off_goes_where_it_is_sent(shop: Shop) -> None:
    route = (shop.floor, shop.places["loss"])
    lost = PastLine(shop.offer("TEA").product.id, -10, 0, route=route)
    record(shop, invoice("581201", lost))
    assert shop.stock("TEA") == -10


def test_a_cancellation_that_knows_its_sale(shop: Shop) -> None:
    (made,) = record(shop, invoice("536365", line(shop, "TEA", 6, 25_500)))
    back = PastLine(shop.offer("TEA").product.id, -2, 25_500, original_line=1)
    record(shop, PastSale("C536365", NOON, [back], "EUR", REFUND, original=made))
    with shop.replica.read() as connection:
        (sold,) = refundable(connection, 1, made).lines
    assert (sold.left, sold.paid_back) == (4, 510)


def test_an_imported_sale_is_refunded_at_the_counter(open_shop: Shop) -> None:
    (made,) = record(open_shop, invoice("536365", line(open_shop, "TEA", 3, 25_533)))
    parts: list[Sale] = []
    for _ in range(3):
        with open_shop.replica.transaction(PROGRAM, "refund") as tx:
            parts.append(refund(tx, made, [Returned(1, 1)], [Tender(CASH)], "x"))
    assert sum(part.total for part in parts) == -766
    assert open_shop.stock("TEA") == 0


@pytest.mark.expects_log
def test_only_an_import_writes_the_past(shop: Shop) -> None:
    with shop.replica.transaction(CASHIER, "import") as tx, pytest.raises(NotPermitted):
        record_sales(tx, [invoice("1", line(shop, "TEA", 1, 1))], places(tx))


def test_the_largest_invoice(shop: Shop) -> None:
    (made,) = record(shop, invoice("573585", *[line(shop, "TEA", 2, 41_300)] * 1_114))
    with shop.replica.read() as connection:
        sold = sale_of(connection, 1, made)
    assert (sold.head.line_count, sold.total) == (1_114, 1_114 * 826)
