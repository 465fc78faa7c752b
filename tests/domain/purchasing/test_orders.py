"""An order from draft to closed."""

import pytest

from domain import purchasing
from domain.errors import NotPermitted
from domain.purchasing import Arrival
from domain.replica import Replica
from tests.domain.purchasing.shop import BUYER, PROGRAM, VISITOR, Shop, draft, sent, set_up


@pytest.fixture
def shop(replica: Replica) -> Shop:
    return set_up(replica)


def arrive(replica: Replica, order: bytes, *, received: int, rejected: int = 0) -> None:
    """Let something come for an order's first line."""
    with replica.transaction(PROGRAM, "receive") as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0].id
        purchasing.note_arrivals(
            tx, [Arrival(order, line, b"r" * 16, tx.new_id(), received, rejected, "2026-03-09")]
        )


def status(replica: Replica, order: bytes) -> str:
    with replica.read() as connection:
        return purchasing.order(connection, 1, order).status


def test_a_draft_is_worded_sent_and_received(replica: Replica, shop: Shop) -> None:
    order = draft(replica, shop, 10)
    with replica.transaction(BUYER, "change") as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0]
        purchasing.change_line(tx, order, line.id, quantity=20, price=95_000)
        purchasing.set_charges(tx, order, tax=10_000, freight=50_000)
    with replica.transaction(BUYER, "send") as tx:
        found = purchasing.send_order(tx, order)
    assert (found.lines, found.tax, found.freight, found.total) == (
        1_900_000,
        10_000,
        50_000,
        1_960_000,
    )
    assert found.status == purchasing.SENT
    assert not found.contested
    arrive(replica, order, received=5)
    assert status(replica, order) == purchasing.PARTIALLY_RECEIVED
    arrive(replica, order, received=15, rejected=2)
    assert status(replica, order) == purchasing.RECEIVED
    with replica.read() as connection:
        line = purchasing.order_lines(connection, 1, order)[0]
    assert (line.quantity, line.received, line.rejected, line.stocked, line.open) == (
        20,
        20,
        2,
        18,
        0,
    )


def test_a_line_is_taken_out(replica: Replica, shop: Shop) -> None:
    order = draft(replica, shop, 10, 5)
    with replica.transaction(BUYER, "change") as tx:
        first, second = purchasing.order_lines(tx.connection, 1, order)
        purchasing.change_line(tx, order, first.id, quantity=0)
        assert [line.id for line in purchasing.order_lines(tx.connection, 1, order)] == [second.id]
        third = purchasing.add_line(tx, order, shop.product, 1)
        assert purchasing.order_line(tx.connection, 1, order, third).number == 3


def test_what_is_sent_stands(replica: Replica, shop: Shop) -> None:
    order = sent(replica, shop, 10)
    with replica.transaction(BUYER, "change") as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0]
        with pytest.raises(purchasing.OrderNotDraft, match="is sent, no draft"):
            purchasing.change_line(tx, order, line.id, quantity=1)
        with pytest.raises(purchasing.OrderNotDraft):
            purchasing.add_line(tx, order, shop.product, 1)
        with pytest.raises(purchasing.OrderNotDraft):
            purchasing.send_order(tx, order)


def test_an_empty_order_is_not_sent(replica: Replica, shop: Shop) -> None:
    order = draft(replica, shop)
    with (
        pytest.raises(purchasing.OrderEmpty),
        replica.transaction(BUYER, "send") as tx,
    ):
        purchasing.send_order(tx, order)


def test_cancelled_before_goods_came_and_closed_short_after(replica: Replica, shop: Shop) -> None:
    early, late = sent(replica, shop, 10), sent(replica, shop, 10)
    arrive(replica, late, received=4)
    with replica.transaction(BUYER, "end") as tx:
        purchasing.cancel_order(tx, early, "not needed")
        with pytest.raises(purchasing.GoodsCame):
            purchasing.cancel_order(tx, late, "not needed")
        (short,) = purchasing.close_short(tx, late, "discontinued")
        assert short.open == 6
        with pytest.raises(purchasing.OrderNotOpen):
            purchasing.close_short(tx, late, "again")
    assert status(replica, early) == purchasing.CANCELLED
    assert status(replica, late) == purchasing.CLOSED
    with replica.read() as connection:
        assert purchasing.on_order(connection, 1) == {}


def test_a_receipt_taken_back_reopens_the_order(replica: Replica, shop: Shop) -> None:
    order = sent(replica, shop, 10)
    arrive(replica, order, received=10)
    arrive(replica, order, received=-10)
    assert status(replica, order) == purchasing.SENT
    with replica.read() as connection:
        assert purchasing.on_order(connection, 1) == {shop.product: 10}
        assert purchasing.lead_times(connection, 1) == []


def test_below_the_suppliers_minimum(replica: Replica) -> None:
    shop = set_up(replica, minimum=50_000)
    order = draft(replica, shop, 10)
    with replica.transaction(BUYER, "send") as tx:
        with pytest.raises(purchasing.BelowMinimum, match=r"from 500\.00 EUR on.*100\.00 EUR"):
            purchasing.send_order(tx, order)
        purchasing.approve_order(tx, order, "we need it now")
        assert purchasing.send_order(tx, order).status == purchasing.SENT


@pytest.mark.parametrize(("wanted", "nearest"), [(1, 12), (13, 18), (60, 60), (61, 60)])
def test_only_what_the_supplier_sells(replica: Replica, wanted: int, nearest: int) -> None:
    shop = set_up(replica, terms=True)
    order = draft(replica, shop)
    with replica.transaction(BUYER, "add") as tx:
        if wanted == nearest:
            purchasing.add_line(tx, order, shop.product, wanted)
        else:
            with pytest.raises(purchasing.NotOrderable, match=f"; {nearest} is the nearest"):
                purchasing.add_line(tx, order, shop.product, wanted)


def test_price_and_tolerance_come_from_the_terms(replica: Replica) -> None:
    shop = set_up(replica, terms=True)
    order = draft(replica, shop, 12)
    with replica.read() as connection:
        line = purchasing.order_lines(connection, 1, order)[0]
    assert (line.price, line.amount, line.tolerance) == (90_000, 1_080_000, 200)


def test_terms_set_again_are_edited(replica: Replica) -> None:
    shop = set_up(replica, terms=True)
    with replica.transaction(BUYER, "terms") as tx:
        purchasing.set_supplier_item(
            tx, purchasing.NewTerms(shop.supplier, shop.product, 80_000, preferred=True)
        )
        other = purchasing.create_supplier(tx, purchasing.NewSupplier("B", "Best Tea"))
        purchasing.set_supplier_item(tx, purchasing.NewTerms(other, shop.product, 1))
        found = purchasing.suppliers_of(tx.connection, shop.product)
    assert [(each.supplier, each.price) for each in found] == [
        (shop.supplier, 80_000),
        (other, 1),
    ]
    assert found[0].lead_time_days == 7


def test_found_by_number_and_by_reference(replica: Replica, shop: Shop) -> None:
    with replica.transaction(BUYER, "order") as tx:
        order = purchasing.create_order(tx, shop.supplier, reference="PO-77")
    with replica.read() as connection:
        by_reference = purchasing.find_order(connection, 1, " PO-77 ")
        assert by_reference.id == order
        assert purchasing.find_order(connection, 1, by_reference.number.lower()).id == order
        assert purchasing.references(connection, 1) == {"PO-77": order}
        assert [each.id for each in purchasing.orders(connection, 1, ["draft"])] == [order]
        for unknown in ("PO-78", "S001-W01A-26-999999", "S002-W01A-26-000001"):
            with pytest.raises(purchasing.UnknownOrder):
                purchasing.find_order(connection, 1, unknown)


def test_suppliers_are_found_by_their_words(replica: Replica, shop: Shop) -> None:
    with replica.transaction(BUYER, "rename") as tx:
        purchasing.edit_supplier(tx, shop.supplier, name="杭州茶叶公司")
        with pytest.raises(purchasing.SupplierCodeTaken):
            purchasing.create_supplier(tx, purchasing.NewSupplier("ACME", "Another"))
    with replica.read() as connection:
        assert [s.code for s in purchasing.find_suppliers(connection, "茶叶")] == ["ACME"]
        assert purchasing.find_suppliers(connection, "Tea") == []


def test_whole_orders_of_another_program(replica: Replica, shop: Shop) -> None:
    lines = (
        purchasing.NewLine(shop.product, 3, 455_805),
        purchasing.NewLine(shop.product, 2, 10_000),
    )
    with replica.transaction(PROGRAM, "import") as tx:
        (order,) = purchasing.create_orders(
            tx,
            [
                purchasing.NewOrder(
                    shop.supplier,
                    "USD",
                    lines,
                    reference="4001",
                    tax=109_392,
                    freight=34_185,
                    sent_day="2026-03-02",
                )
            ],
        )
    arrive(replica, order, received=3)
    with replica.read() as connection:
        found = purchasing.order(connection, 1, order)
        assert (found.lines, found.total, found.status) == (
            1_387_415,
            1_530_992,
            "partially_received",
        )
        (measured,) = purchasing.lead_times(connection, 1)
        assert measured.days == (7,)
        (awaited,) = purchasing.awaited_lines(connection, 1, shop.product)
        assert awaited.open == 2


@pytest.mark.parametrize("field", ["quantity", "price"])
def test_a_line_below_zero(replica: Replica, shop: Shop, field: str) -> None:
    order = draft(replica, shop, 10)
    with replica.transaction(BUYER, "change") as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0]
        with pytest.raises(purchasing.InvalidTerms, match=field):
            purchasing.change_line(tx, order, line.id, **{field: -1})


def test_only_buyers_order(replica: Replica, shop: Shop) -> None:
    with (
        pytest.raises(NotPermitted),
        replica.transaction(VISITOR, "order") as tx,
    ):
        purchasing.create_order(tx, shop.supplier)
