"""Entering, holding, cancelling, finding orders."""

import pytest

from domain import orders
from domain.errors import NotPermitted
from domain.orders.errors import (
    NotOnHold,
    OrderEmpty,
    OrderInvalid,
    OrderNotConfirmed,
    OrderNotOpen,
    OrderOnHold,
    StillOpen,
    TooMuchCancelled,
    UnknownOrder,
)
from domain.replica import Actor, Replica
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, build


@pytest.fixture
def house(replica: Replica) -> Warehouse:
    """An empty warehouse."""
    return build(replica)


def test_the_same_web_order_sent_twice_is_one_order(house: Warehouse) -> None:
    first = house.order(("PLAIN", 2), channel="web", reference="W-1001")
    again = house.order(("PLAIN", 2), channel="web", reference="W-1001")
    other_channel = house.order(("PLAIN", 2), channel="market", reference="W-1001")
    assert again == first
    assert other_channel != first
    with house.replica.read() as connection:
        assert len(orders.orders(connection, 1)) == 2
        assert orders.by_reference(connection, 1, "web", "W-1001") == first


def test_an_order_is_found_by_number_and_by_reference(house: Warehouse) -> None:
    made = house.order(("PLAIN", 2), channel="web", reference="W-7", ship_to="Ada, Hamburg")
    number = house.read(made).head.number
    assert number.startswith("S001-W01A-")
    with house.replica.read() as connection:
        assert orders.find_order(connection, 1, number.lower()).id == made
        assert orders.find_order(connection, 1, " W-7 ").head.ship_to == "Ada, Hamburg"
        with pytest.raises(UnknownOrder):
            orders.find_order(connection, 1, "W-8")


def test_orders_are_paged_newest_first(house: Warehouse) -> None:
    made = [house.order(("PLAIN", 1), ordered_at=1_000 + n) for n in range(5)]
    with house.replica.read() as connection:
        first = orders.orders(connection, 1, limit=3)
        rest = orders.orders(connection, 1, limit=3, after=first[-1])
        assert [row.id for row in first + rest] == made[::-1]
        assert orders.counts(connection, 1) == {orders.CONFIRMED: 5}
        assert orders.orders(connection, 1, channel="web") == []


def test_a_list_of_any_length_has_ids_first_and_rows_by_page(house: Warehouse) -> None:
    small = house.order(("PLAIN", 1), ordered_at=1_000)
    large = house.order(("PLAIN", 9), ordered_at=2_000, channel="web", reference="W-1")
    gone = house.order(("PLAIN", 2), ordered_at=3_000)
    with house.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, gone, "changed their mind")
    with house.replica.read() as connection:
        assert orders.order_ids(connection, 1) == [gone, large, small]
        by_amount = orders.order_ids(connection, 1, sort="amount", descending=False)
        assert by_amount == [small, gone, large]
        assert orders.order_ids(connection, 1, status=orders.CONFIRMED) == [large, small]
        assert orders.order_ids(connection, 1, channel="web", customers=[]) == []
        assert orders.order_ids(connection, 1, packed=True) == []
        rows = orders.order_rows(connection, 1, [small, large, bytes(16)])
        assert {each: rows[each].channel for each in rows} == {small: "manual", large: "web"}
        assert orders.channels(connection, 1) == ["manual", "web"]


def test_amounts_are_stored_with_the_order(house: Warehouse) -> None:
    with house.replica.transaction(PROGRAM, "enter order") as tx:
        lines = [
            orders.NewLine(house.items["PLAIN"], 3, 12_345, discount=50),
            orders.NewLine(house.items["LOTTED"], 1, 100_000),
        ]
        made = orders.enter_order(tx, orders.NewOrder(lines))
    found = house.read(made)
    assert [line.amount for line in found.lines] == [320, 1000]  # 3 x 1.2345 = 3.70, less 0.50
    assert found.head.amount == 1320


def test_an_order_that_cannot_be_meant_so_is_refused(house: Warehouse) -> None:
    item = house.items["PLAIN"]
    bad = [
        orders.NewLine(item, 0, 100),
        orders.NewLine(item, 1, -1),
        orders.NewLine(item, 1, 10_000, discount=101),
        orders.NewLine(item, 1, 10_000, shipped_before=2),
    ]
    with house.replica.transaction(PROGRAM, "enter order") as tx:
        with pytest.raises(OrderEmpty):
            orders.enter_order(tx, orders.NewOrder([]))
        for line in bad:
            with pytest.raises(OrderInvalid):
                orders.enter_order(tx, orders.NewOrder([line]))
    with house.replica.read() as connection:
        assert orders.orders(connection, 1) == []


def test_an_order_goes_from_draft_to_cancelled(house: Warehouse) -> None:
    house.receive("PLAIN", 10, "B1")
    made = house.order(("PLAIN", 4), confirmed=False)
    assert house.read(made).status == orders.DRAFT
    with house.replica.transaction(PROGRAM, "work") as tx:
        with pytest.raises(OrderNotConfirmed):
            orders.allocate(tx, made)
        orders.confirm_order(tx, made)
        orders.confirm_order(tx, made)
    assert house.read(made).status == orders.CONFIRMED
    with house.replica.transaction(PROGRAM, "work") as tx:
        assert orders.allocate(tx, made).complete
    assert house.read(made).status == orders.ALLOCATED
    assert house.balance("PLAIN", "B1").reserved == 4
    with house.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, made, "customer changed their mind")
    assert house.read(made).status == orders.CANCELLED
    assert house.line(made).cancelled == 4
    assert house.balance("PLAIN", "B1").reserved == 0
    with house.replica.transaction(PROGRAM, "cancel") as tx, pytest.raises(OrderNotOpen):
        orders.cancel_order(tx, made, "again")


def test_a_held_order_keeps_its_promise_and_gets_no_new_one(house: Warehouse) -> None:
    house.receive("PLAIN", 5, "B1")
    made = house.order(("PLAIN", 8))
    with house.replica.transaction(PROGRAM, "work") as tx:
        assert orders.allocate(tx, made) == orders.Allocation(made, 5, 3)
        orders.hold_order(tx, made, "address is wrong")
        with pytest.raises(OrderOnHold, match="address is wrong"):
            orders.allocate(tx, made)
        assert orders.allocate_waiting(tx) == []
    assert house.read(made).status == orders.HOLD
    assert house.line(made).reserved == 5
    with house.replica.transaction(PROGRAM, "work") as tx:
        orders.release_order(tx, made)
        with pytest.raises(NotOnHold):
            orders.release_order(tx, made)
    assert house.read(made).status == orders.CONFIRMED


def test_part_of_a_line_is_cancelled_and_its_promise_goes_back(house: Warehouse) -> None:
    house.receive("PLAIN", 10, "B1")
    made = house.order(("PLAIN", 10))
    with house.replica.transaction(PROGRAM, "work") as tx:
        orders.allocate(tx, made)
        orders.cancel_line(tx, made, 1, 4, "fewer")
        with pytest.raises(TooMuchCancelled):
            orders.cancel_line(tx, made, 1, 7, "too many")
        with pytest.raises(StillOpen):
            orders.close_order(tx, made)
    state = house.line(made)
    assert (state.open, state.cancelled, state.reserved) == (6, 4, 6)
    assert house.balance("PLAIN", "B1").available == 4


def test_rights_are_asked_for(house: Warehouse) -> None:
    made = house.order(("PLAIN", 1))
    clerk = Actor(b"c" * 16, "Kim", frozenset({"orders.enter"}))
    with house.replica.transaction(clerk, "cancel") as tx:
        with pytest.raises(NotPermitted):
            orders.cancel_order(tx, made, "no")
        with pytest.raises(NotPermitted):
            orders.hold_order(tx, made, "no")
        with pytest.raises(NotPermitted):
            orders.allocate(tx, made)


def test_orders_of_another_program_come_with_what_it_shipped(house: Warehouse) -> None:
    item = house.items["PLAIN"]
    new = [
        orders.NewOrder(
            [orders.NewLine(item, 10, 10_000, shipped_before=shipped)],
            channel="old",
            reference=f"SO{shipped}",
            ordered_at=1,
        )
        for shipped in (0, 4, 10)
    ]
    with house.replica.transaction(PROGRAM, "import orders") as tx:
        made = orders.record_orders(tx, [*new, new[0]])
    assert made[3] == made[0]
    assert [house.read(each).status for each in made[:3]] == [
        orders.CONFIRMED,
        orders.PARTIALLY_SHIPPED,
        orders.SHIPPED,
    ]
    assert house.line(made[1]).backorder == 6


def test_orders_of_one_customer(house: Warehouse) -> None:
    made = house.order(("PLAIN", 1), customer=b"a" * 16)
    house.order(("PLAIN", 1), customer=b"b" * 16)
    with house.replica.read() as connection:
        found = orders.orders(connection, 1, customers=[b"a" * 16, b"x" * 16])
        assert [row.id for row in found] == [made]
        assert orders.orders(connection, 1, customers=[]) == []
