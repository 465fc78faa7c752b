"""Importing purchase orders with their receipts, customers' orders, and opening stock."""

from pathlib import Path

import pytest

from domain import catalogue, orders, purchasing, stock
from domain.importing import Choice, Settings
from domain.importing.errors import NoReceivingPlace
from domain.replica import Replica
from domain.stock.tables import location
from tests.domain.importing.world import bring, heads, problems, write
from tests.support.replicas import PROGRAM


@pytest.fixture
def stocked(shop: Replica, tmp_path: Path) -> Replica:
    """A shop with two products, a supplier and a customer."""
    bring(shop, write(tmp_path, "p.csv", "sku,name,barcode\nB1,Bell,73513537\nT1,Tyre,"))
    bring(shop, write(tmp_path, "s.csv", "supplier code,supplier name\nACME,Acme"))
    bring(shop, write(tmp_path, "c.csv", "customer no,customer name,phone\n7,Ann,0151 12345678"))
    return shop


PURCHASES = """
    PO,Vendor,Order date,Due,SKU,Qty,Cost,Tax,Freight,Received,Rejected,Receipt date,Closed
    4001,ACME,2026-01-05,2026-01-20,B1,10,2.5025,3.50,1,10,2,2026-01-19,yes
    4001,ACME,2026-01-05,2026-01-20,T1,5,10,3.50,1,4,0,2026-01-19,yes
    4002,ACME,2026-02-01,,B1,3,2.50,,,,,,
    4003,NOBODY,2026-02-01,,B1,3,2.50,,,,,,
    4004,ACME,2026-02-01,,B1,3,2.50,,,9,0,2026-02-09,
"""


def test_purchase_orders_are_received_as_they_came(stocked: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "po.csv", PURCHASES)
    report = bring(stocked, path)
    assert report.imported == {"purchase orders": 3, "receipts": 2}
    assert problems(report) == [(5, "Vendor", "not_found_here")]
    with stocked.read() as connection:
        first = purchasing.find_order(connection, 1, "4001")
        bell, tyre = purchasing.order_lines(connection, 1, first.id)
        assert (first.status, first.sent_day) == ("closed", "2026-01-05")
        assert (first.lines, first.total) == (250_250 + 500_000, 750_250 + 45_000)
        assert (bell.received, bell.rejected, bell.stocked, bell.open) == (10, 2, 8, 0)
        assert (tyre.received, tyre.open) == (4, 0)
        assert purchasing.find_order(connection, 1, "4002").status == "sent"
        assert purchasing.find_order(connection, 1, "4004").status == "received"
        item = catalogue.find_sku(connection, "B1")
        assert item is not None
        assert stock.on_hand(connection, 1)[item.id] == 8 + 9
    before = heads(stocked)
    again = bring(stocked, path)
    assert (again.total, again.already) == (0, {"purchase orders": 3, "receipts": 2})
    assert heads(stocked) == before


def test_a_receipt_that_a_rule_refuses_is_undone_alone(stocked: Replica, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "po.csv",
        """
        PO,Vendor,SKU,Qty,Cost,Received,Rejected,Order date
        1,ACME,B1,5,1,5,6,2026-01-01
        2,ACME,B1,5,1,5,0,2026-01-01
        """,
    )
    report = bring(stocked, path)
    assert report.imported == {"purchase orders": 2, "receipts": 1}
    assert problems(report) == [(2, "Received", "row_refused")]
    with stocked.read() as connection:
        assert purchasing.find_order(connection, 1, "1").status == "sent"
        assert purchasing.find_order(connection, 1, "2").status == "received"


def test_receipts_need_a_place_to_put_goods_down(stocked: Replica, tmp_path: Path) -> None:
    with stocked.transaction(PROGRAM, "archive") as tx:
        place = stock.find_location(tx.connection, 1, "RECEIVING")
        tx.update(location, place.id, code="ELSEWHERE", barcode="ELSEWHERE")
    with pytest.raises(NoReceivingPlace):
        bring(stocked, write(tmp_path, "po.csv", PURCHASES))


ORDERS = """
    订单号,下单时间,客户编号,收货人,收货地址,货号,条码,数量,单价,优惠金额
    W-1,2026-03-01 10:30,7,Ann,Main St 1,B1,,2,12.50,1.00
    W-1,2026-03-01 10:30,7,Ann,Main St 1,,73513537,1,12.50,
    W-2,2026-03-02,,Zoe,Side St 2,T1,,0.5,30,
    W-3,2026-03-02,99,Nobody,,T1,,1,30,
    W-4,2026-03-02,,Zoe,,T1,,-1,30,
    W-4,2026-03-02,,Zoe,,T1,,1,30,
"""


def test_orders_with_customers_items_and_totals(stocked: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "o.csv", ORDERS)
    report = bring(stocked, path, "orders")
    assert report.imported == {"orders": 1}
    assert problems(report) == [
        (6, "数量", "too_small"),
        (7, "订单号", "document_refused"),
        (4, "数量", "not_exact"),
        (5, "客户编号", "not_found_here"),
    ]
    with stocked.read() as connection:
        head = orders.orders(connection, 1)[0]
        order = orders.order(connection, 1, head.id)
    assert (head.reference, head.channel, head.amount) == ("W-1", "import", 3650)
    assert head.ship_to == "Ann, Main St 1"
    assert [line.state.ordered for line in order.lines] == [2, 1]
    assert head.customer is not None
    before = heads(stocked)
    assert bring(stocked, path, "orders").total == 0
    assert heads(stocked) == before


def test_a_chosen_line_brings_its_whole_order(stocked: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "o.csv", ORDERS)
    report = bring(stocked, path, "orders", Settings(choice=Choice.parse("3")))
    assert (report.rows, report.imported) == (2, {"orders": 1})


def test_lines_of_an_order_need_not_stand_together(stocked: Replica, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "o.csv",
        """
        order no,sku,qty,price
        1,B1,1,5
        2,B1,1,5
        1,T1,2,7
        """,
    )
    assert bring(stocked, path, "orders").imported == {"orders": 2}
    with stocked.read() as connection:
        lines = {head.reference: head.lines for head in orders.orders(connection, 1)}
    assert lines == {"1": 2, "2": 1}


def test_rows_that_disagree_about_their_order_leave_it_out(
    stocked: Replica, tmp_path: Path
) -> None:
    path = write(
        tmp_path,
        "o.csv",
        """
        order no,buyer,sku,qty,price
        1,Ann,B1,1,5
        1,Bob,T1,2,7
        2,Ann,B1,1,5
        2,,T1,1,5
        """,
    )
    report = bring(stocked, path, "orders")
    assert report.imported == {"orders": 1}
    assert problems(report) == [(3, "buyer", "disagrees")]
    assert "line 2 of the same document, which says “Ann”" in report.findings.kept[0].sentence


def test_opening_stock_in_new_bins(stocked: Replica, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "stock.csv",
        """
        zone,bin,sku,on hand,lot
        Cellar,C-1,B1,12,
        Cellar,C-1,T1,0,
        Cellar,C-2,B1,7,L9
        Cellar,C-2,ZZ,7,
        """,
    )
    report = bring(stocked, path, "stock")
    assert report.imported == {"balances": 3}
    assert problems(report) == [(5, "sku", "not_found_here")]
    with stocked.read() as connection:
        item = catalogue.find_sku(connection, "B1")
        assert item is not None
        found = {
            (each.location.code, each.lot): each.on_hand
            for each in stock.balances(connection, 1, item.id)
            if each.location.internal
        }
        cellar = stock.find_location(connection, 1, "Cellar")
        assert cellar.usage == stock.VIEW
        assert stock.find_location(connection, 1, "C-2").parent == cellar.id
    assert found == {("C-1", ""): 12, ("C-2", "L9"): 7}
    before = heads(stocked)
    assert bring(stocked, path, "stock").already == {"balances": 3}
    assert heads(stocked) == before
