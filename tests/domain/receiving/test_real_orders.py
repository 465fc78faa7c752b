"""A real company's purchases, received again through our commands."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from domain import catalogue, purchasing, receiving, stock
from domain.replica import Replica
from domain.replica.rows import run
from tests.domain.receiving.dock import PROGRAM

ORDERS_A_STEP = 100


def rows(folder: Path, name: str) -> list[list[str]]:
    with (folder / "adventureworks" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def price(text: str) -> int:
    return int(Decimal(text) * 10_000)


def whole(text: str) -> int:
    return int(Decimal(text))


def set_up(replica: Replica, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Make products and suppliers; give their ids by those of the files."""
    products, vendors = rows(folder, "Product"), rows(folder, "Vendor")
    with replica.transaction(PROGRAM, "import") as tx:
        new = [catalogue.NewProduct(row[2], row[1], cost=price(row[8])) for row in products]
        made = dict(
            zip((row[0] for row in products), catalogue.create_products(tx, new), strict=True)
        )
        suppliers = [purchasing.NewSupplier(row[1], row[2], rating=int(row[3])) for row in vendors]
        known = purchasing.create_suppliers(tx, suppliers)
        bought = dict(zip((row[0] for row in vendors), known, strict=True))
        purchasing.set_supplier_items(
            tx,
            [
                purchasing.NewTerms(
                    *(bought[row[1]], made[row[0]], price(row[3])),
                    lead_time_days=int(row[2]),
                    min_quantity=int(row[6]),
                    max_quantity=int(row[7]),
                )
                for row in rows(folder, "ProductVendor")
            ],
        )
    with replica.transaction(PROGRAM, "places") as tx:
        stock.set_up_outside(tx)
        receiving.set_up_receiving(tx)
    return made, bought


Lines = dict[str, list[list[str]]]


def make_orders(
    replica: Replica,
    heads: list[list[str]],
    lines: Lines,
    products: dict[str, bytes],
    suppliers: dict[str, bytes],
) -> list[bytes]:
    new = [
        purchasing.NewOrder(
            suppliers[head[4]],
            "USD",
            tuple(
                purchasing.NewLine(products[r[4]], int(r[3]), price(r[5]), due=r[2][:10])
                for r in lines[head[0]]
            ),
            reference=head[0],
            tax=price(head[9]),
            freight=price(head[10]),
            sent_day=head[6][:10],
        )
        for head in heads
    ]
    with replica.transaction(PROGRAM, "import orders") as tx:
        return purchasing.create_orders(tx, new)


def receive(replica: Replica, heads: list[list[str]], orders: list[bytes], lines: Lines) -> None:
    """Receive orders in steps of a hundred, each order with a receipt of its own."""
    for start in range(0, len(orders), ORDERS_A_STEP):
        with replica.transaction(PROGRAM, "import receipts") as tx:
            for head, order in list(zip(heads, orders, strict=True))[start : start + ORDERS_A_STEP]:
                came = [
                    receiving.Arrived(number, whole(row[7]), whole(row[8]))
                    for number, row in enumerate(lines[head[0]], 1)
                ]
                receiving.receive_order_lines(tx, order, came, day=head[7][:10] or head[6][:10])


@pytest.mark.parametrize("count", [300, pytest.param(4_012, marks=pytest.mark.slow)])
def test_real_orders_are_received_without_a_violation(
    replica: Replica, data_folder: Path, count: int
) -> None:
    products, suppliers = set_up(replica, data_folder)
    heads = rows(data_folder, "PurchaseOrderHeader")[:count]
    lines: Lines = {}
    for row in rows(data_folder, "PurchaseOrderDetail"):
        lines.setdefault(row[0], []).append(row)
    orders = make_orders(replica, heads, lines, products, suppliers)
    receive(replica, heads, orders, lines)

    stocked = 0
    with replica.read() as connection:
        for head, order in zip(heads, orders, strict=True):
            found = purchasing.order(connection, 1, order)
            assert (found.lines, found.total) == (price(head[8]), price(head[11]))
            assert found.total == found.lines + found.tax + found.freight
            own = purchasing.order_lines(connection, 1, order)
            for line, row in zip(own, lines[head[0]], strict=True):
                assert (line.quantity, line.received, line.rejected, line.stocked) == tuple(
                    map(whole, (row[3], row[7], row[8], row[9]))
                )
                assert line.amount == price(row[6])
                stocked += line.stocked
            short = any(whole(row[7]) < whole(row[3]) for row in lines[head[0]])
            assert found.status == ("partially_received" if short else "received")
        assert sum(stock.on_hand(connection, 1).values()) == stocked
        moved = run(connection, "SELECT sum(quantity) FROM movement WHERE site = 1").scalar()
        assert int(moved) == stocked
        days = {
            (head[4], row[4], (_day(head[7]) - _day(head[6])))
            for head in heads
            for row in lines[head[0]]
        }
        measured = purchasing.lead_times(connection, 1)
        assert {(each.supplier, each.product, days) for each in measured for days in each.days} == {
            (suppliers[s], products[p], n) for s, p, n in days
        }


def _day(text: str) -> int:
    return date.fromisoformat(text[:10]).toordinal()
