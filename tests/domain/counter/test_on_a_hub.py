"""The same figures on the hub's PostgreSQL as at the station."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from domain.counter import (
    CARD,
    CASH,
    DROP,
    Returned,
    Tender,
    broken_identities,
    close_shift,
    exact_value,
    find_sale,
    held_conflicts,
    held_sales,
    hold,
    late_documents,
    move_cash,
    over_refunded,
    recall,
    refund,
    refundable,
    refunds_of,
    sale_of,
    sales,
    sales_by_day,
    sales_of,
    sales_totals,
    shift_open,
    shifts,
    top_sellers,
    x_report,
    z_reports,
)
from domain.replica import Identity, Replica
from domain.replica.digest import table_digests
from tests.domain.counter.shop import DAY, TILL, Shop
from tests.support.replicas import PROGRAM, exchange


@pytest.fixture
def hub(postgres_url: str, tmp_path: Path) -> Iterator[Replica]:
    """The central hub."""
    replica = Replica.on_postgres(postgres_url, tmp_path / "hub", Identity(None, 1, centre=True))
    yield replica
    replica.close()


def figures(connection: Connection, sale: bytes) -> list[object]:
    found = shifts(connection, 1)
    sold = sale_of(connection, 1, sale)
    return [
        found,
        sold,
        find_sale(connection, 1, sold.head.label),
        sales(connection, 1, day=DAY),
        sales_of(connection, 1, b"k" * 16),
        refunds_of(connection, 1, sale),
        refundable(connection, 1, sale),
        over_refunded(connection, 1),
        held_sales(connection, 1),
        held_conflicts(connection, 1),
        shift_open(connection, 1, TILL),
        [x_report(connection, each) for each in found],
        [z_reports(connection, each) for each in found],
        [late_documents(connection, each) for each in found],
        sales_by_day(connection, 1, DAY, DAY),
        sales_totals(connection, 1, DAY, DAY),
        exact_value(connection, 1, DAY, DAY),
        top_sellers(connection, 1, DAY),
        list(broken_identities(connection, 1)),
        table_digests(connection, projections=True),
    ]


def test_a_day_at_the_counter_seen_from_the_hub(shop: Shop, hub: Replica) -> None:
    shift = shop.open(10_000)
    sold = shop.pay(shop.cart(("TEA", 3), ("HAM", 333)), Tender(CARD, 500), Tender(CASH))
    with shop.replica.transaction(PROGRAM, "refund") as tx:
        refund(tx, sold.id, [Returned(1, 1), Returned(2, 111, damaged=True)], [Tender(CASH)], "x")
    with shop.replica.transaction(PROGRAM, "hold") as tx:
        held = hold(tx, shop.cart(("CUP", 1)), "帽子")
        move_cash(tx, shift, DROP, 5_000, "safe")
    with shop.replica.transaction(PROGRAM, "recall") as tx:
        recall(tx, held, TILL, DAY)
        hold(tx, shop.cart(("TEA", 1)))
    with shop.replica.transaction(PROGRAM, "close") as tx:
        close_shift(tx, shift, {CASH: 6_000})
    shop.open(till=TILL, day="2026-11-23")
    exchange(shop.replica, hub)
    with shop.replica.read() as here, hub.read() as there:
        assert figures(here, sold.id) == figures(there, sold.id)
