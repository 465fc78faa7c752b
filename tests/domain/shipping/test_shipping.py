"""Shipments: whole, partial, taken back."""

from datetime import UTC, datetime

import pytest

from domain import orders, shipping, stock
from domain.orders import OrderNotOpen, OrderOnHold
from domain.replica import Replica, run
from domain.shipping import (
    NothingPacked,
    NotPacked,
    OrderIncomplete,
    ShipmentCancelled,
    UnknownShipment,
)
from domain.stock import LotRecalled
from domain.values import moment
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, build, pick_all


@pytest.fixture
def house(replica: Replica) -> Warehouse:
    """A warehouse with 10 PLAIN in B3 and 5 of lot A in B1."""
    house = build(replica)
    house.receive("PLAIN", 10, "B3")
    house.receive("LOTTED", 5, "B1", "A", "2099-01-01")
    return house


def test_a_whole_order_goes_out(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4), ("LOTTED", 2))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        sent = shipping.ship(tx, made, carrier="DHL", tracking="JJD01")
    assert sent.number
    assert [(line.order_line, line.lot, line.steps) for line in sent.lines] == [
        (1, "", 4),
        (2, "A", 2),
    ]
    assert house.read(made).status == orders.SHIPPED
    packing = house.balance("PLAIN", "PACKING")
    assert (packing.on_hand, packing.reserved) == (0, 0)
    assert house.balance("PLAIN", "customer").on_hand == 4
    with house.replica.transaction(PROGRAM, "close") as tx:
        with pytest.raises(OrderNotOpen):
            shipping.ship(tx, made)
        orders.close_order(tx, made)
        assert shipping.shipped_on(tx.connection, 1, sent.day) == [sent]
    assert house.read(made).status == orders.CLOSED


def test_a_partial_shipment_leaves_a_backorder(house: Warehouse) -> None:
    made = house.order(("PLAIN", 14))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        with pytest.raises(NotPacked):
            shipping.ship(tx, made, lines={1: 11})
        shipping.ship(tx, made, lines={1: 3})
        shipping.ship(tx, made)
        with pytest.raises(NothingPacked):
            shipping.ship(tx, made)
    assert house.read(made).status == orders.PARTIALLY_SHIPPED
    state = house.line(made)
    assert (state.shipped, state.open, state.backorder) == (10, 4, 4)
    house.receive("PLAIN", 4, "B1")
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
        assert [len(s.lines) for s in shipping.shipments(tx.connection, 1, made)] == [1, 1, 1]
    assert house.read(made).status == orders.SHIPPED


def test_who_takes_all_or_nothing_is_shipped_whole(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4), ("LOTTED", 2), complete_only=True)
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        with pytest.raises(OrderIncomplete):
            shipping.ship(tx, made, lines={1: 4})
        shipping.ship(tx, made)
    assert house.read(made).status == orders.SHIPPED


def test_a_recalled_lot_does_not_leave(house: Warehouse) -> None:
    made = house.order(("LOTTED", 2))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        stock.set_lot_status(tx, house.items["LOTTED"], "A", stock.RECALLED, "glass")
        with pytest.raises(LotRecalled):
            shipping.ship(tx, made)
    assert house.line(made).shipped == 0


def test_a_lot_leaves_through_its_last_day(house: Warehouse) -> None:
    made = house.order(("LOTTED", 2))
    pick_all(house, made)
    last_day = moment(datetime(2099, 1, 1, 12, tzinfo=UTC))
    with (
        house.replica.transaction(PROGRAM, "ship", occurred_at=last_day + 86_400_000) as tx,
        pytest.raises(stock.LotExpired),
    ):
        shipping.ship(tx, made)
    with house.replica.transaction(PROGRAM, "ship", occurred_at=last_day) as tx:
        shipping.ship(tx, made)


def test_a_held_order_does_not_leave(house: Warehouse) -> None:
    made = house.order(("PLAIN", 2))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "hold") as tx:
        orders.hold_order(tx, made, "fraud?")
        with pytest.raises(OrderOnHold):
            shipping.ship(tx, made)


def test_services_go_out_with_the_goods(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4), ("POSTAGE", 1))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        sent = shipping.ship(tx, made)
    assert house.read(made).status == orders.SHIPPED
    with house.replica.transaction(PROGRAM, "take back") as tx:
        shipping.cancel_shipment(tx, sent.id, "wrong label")
    assert house.line(made, 2).open == 1
    only = house.order(("POSTAGE", 1))
    with house.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, only)
    assert house.read(only).status == orders.SHIPPED


def test_a_shipment_is_taken_back_by_its_mirror(house: Warehouse) -> None:
    for serial in ("S1", "S2"):
        house.receive("SERIAL", 1, "B1", serial=serial)
    made = house.order(("PLAIN", 4), ("LOTTED", 2))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "ship") as tx:
        sent = shipping.ship(tx, made)
    with house.replica.transaction(PROGRAM, "take back") as tx:
        with pytest.raises(UnknownShipment):
            shipping.cancel_shipment(tx, b"?" * 16, "no such")
        shipping.cancel_shipment(tx, sent.id, "van broke down")
        with pytest.raises(ShipmentCancelled):
            shipping.cancel_shipment(tx, sent.id, "again")
        rows = run(
            tx.connection,
            "SELECT reason, item, lot, quantity, source, target, arrived FROM movement"
            " WHERE document = ? AND reason IN ('ship', 'unship')",
            made,
        ).all()
    there = {(r[1], r[2], r[3], r[4], r[5], r[6]) for r in rows if r[0] == "ship"}
    back = {(r[1], r[2], r[3], r[5], r[4], r[6]) for r in rows if r[0] == "unship"}
    assert there == back
    state = house.line(made)
    assert (state.shipped, state.open, state.picked, state.reserved) == (0, 4, 4, 4)
    assert house.read(made).status == orders.ALLOCATED
    with house.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
    assert house.read(made).status == orders.SHIPPED
