"""Promising stock: first expired first out, first ordered first promised, each unit once."""

import pytest

from domain import orders, stock
from domain.replica import Replica
from domain.stock import NotEnough
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, allocate, build


@pytest.fixture
def house(replica: Replica) -> Warehouse:
    """An empty warehouse."""
    return build(replica)


def _promised(house: Warehouse, order: bytes) -> list[tuple[str, int]]:
    """Lot and steps of what an order is promised."""
    with house.replica.read() as connection:
        return sorted((r.lot, r.quantity) for r in stock.reserved_for(connection, 1, order))


def test_the_first_to_expire_goes_first_and_dateless_lots_go_last(house: Warehouse) -> None:
    house.receive("LOTTED", 5, "B1", "NODATE", arrived="2020-01-01")
    house.receive("LOTTED", 5, "B2", "LATE", "2099-12-31")
    house.receive("LOTTED", 5, "B3", "SOON", "2099-01-31")
    house.receive("LOTTED", 5, "B4", "GONE", "2000-01-31")
    made = house.order(("LOTTED", 12))
    allocate(house, made)
    assert _promised(house, made) == [("LATE", 5), ("NODATE", 2), ("SOON", 5)]


def test_among_equals_the_first_in_goes_first(house: Warehouse) -> None:
    house.receive("PLAIN", 5, "B1", arrived="2026-02-01")
    house.receive("PLAIN", 5, "B2", arrived="2026-01-01")
    made = house.order(("PLAIN", 6))
    allocate(house, made)
    assert house.balance("PLAIN", "B2").reserved == 5
    assert house.balance("PLAIN", "B1").reserved == 1


def test_a_later_order_gets_what_is_left_of_the_first_lot_then_the_next(
    house: Warehouse,
) -> None:
    house.receive("LOTTED", 10, "B1", "A", "2099-01-01")
    house.receive("LOTTED", 10, "B2", "B", "2099-02-01")
    first = house.order(("LOTTED", 7))
    second = house.order(("LOTTED", 7))
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        made = orders.allocate_waiting(tx)
    assert [each.complete for each in made] == [True, True]
    assert _promised(house, first) == [("A", 7)]
    assert _promised(house, second) == [("A", 3), ("B", 4)]


def test_first_ordered_is_first_promised(house: Warehouse) -> None:
    house.receive("PLAIN", 10, "B1")
    later = house.order(("PLAIN", 8), ordered_at=2_000)
    earlier = house.order(("PLAIN", 8), ordered_at=1_000)
    urgent = house.order(("PLAIN", 1), ordered_at=3_000, priority=5)
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        assert orders.allocate(tx, later).promised == 1  # what the two before it leave
        assert [w.document for w in orders.backorders(tx.connection, 1)] == [
            urgent,
            earlier,
            later,
        ]
        made = orders.allocate_waiting(tx)
    assert [(each.document, each.promised) for each in made] == [
        (urgent, 1),
        (earlier, 8),
        (later, 0),
    ]
    assert house.line(later).backorder == 7


def test_an_order_may_be_served_out_of_turn(house: Warehouse) -> None:
    house.receive("PLAIN", 8, "B1")
    house.order(("PLAIN", 8), ordered_at=1_000)
    later = house.order(("PLAIN", 8), ordered_at=2_000)
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        assert orders.allocate(tx, later, out_of_turn=True).promised == 8


def test_who_takes_all_or_nothing_is_promised_all_or_nothing(house: Warehouse) -> None:
    house.receive("PLAIN", 10, "B1")
    house.receive("LOTTED", 1, "B2", "A")
    whole = house.order(("PLAIN", 5), ("LOTTED", 2), complete_only=True, ordered_at=1)
    other = house.order(("PLAIN", 9), ordered_at=2)
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        made = orders.allocate_waiting(tx)
    assert [(each.document, each.promised) for each in made] == [(whole, 0), (other, 9)]
    house.receive("LOTTED", 1, "B2", "A")
    house.receive("PLAIN", 4, "B1")
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        assert orders.allocate_waiting(tx)[0].complete


def test_promised_stock_is_not_to_be_had_until_it_is_freed(house: Warehouse) -> None:
    """Acceptance scenario 8: stock 100, an order reserves 50, a move of 100 is refused."""
    house.receive("PLAIN", 100, "B1")
    made = house.order(("PLAIN", 50))
    allocate(house, made)
    item, source, target = house.items["PLAIN"], house.places["B1"], house.places["B2"]
    with house.replica.transaction(PROGRAM, "move") as tx:
        with pytest.raises(NotEnough):
            stock.move_stock(tx, item, 100, source, target)
        assert orders.free_order(tx, made) == 50
        stock.move_stock(tx, item, 100, source, target)
    assert house.balance("PLAIN", "B2").on_hand == 100


def test_promises_over_rows_of_stock(house: Warehouse) -> None:
    """Acceptance scenario 6: free 29 over four bins; 10 of it go, all or none of it is written."""
    held = {"B1": (5, 2), "B3": (8, 3), "B4": (35, 14)}
    for place, (on_hand, taken) in held.items():
        house.receive("PLAIN", on_hand, place)
        with house.replica.transaction(PROGRAM, "reserve") as tx:
            stock.reserve(tx, b"x" * 16, 1, house.items["PLAIN"], house.places[place], "", taken)
    made = house.order(("PLAIN", 10))
    allocate(house, made)
    with house.replica.read() as connection:
        found = stock.availability(connection, 1, house.items["PLAIN"], "2026-01-01")
    assert found.promisable == 29 - 10
    with house.replica.transaction(PROGRAM, "reserve") as tx, pytest.raises(NotEnough):
        item = house.items["PLAIN"]
        stock.reserve_many(
            tx,
            [
                stock.Promise(made, 1, item, house.places["B4"], "", 1),
                stock.Promise(made, 1, item, house.places["B1"], "", 9),
            ],
        )
    with house.replica.read() as connection:
        assert stock.availability(connection, 1, item, "2026-01-01").promisable == 19


def test_more_promised_than_there_shows_as_nothing_to_promise(house: Warehouse) -> None:
    """Acceptance scenario 5: (on hand 10, reserved 20) and (5, 0) leave nothing."""
    house.receive("PLAIN", 20, "B1")
    house.receive("PLAIN", 5, "B2")
    made = house.order(("PLAIN", 20))
    allocate(house, made)
    with house.replica.transaction(PROGRAM, "count") as tx:
        stock.adjust(tx, house.items["PLAIN"], -10, house.places["B1"], "count")
    with house.replica.read() as connection:
        found = stock.availability(connection, 1, house.items["PLAIN"], "2026-01-01")
        assert (found.on_hand - found.reserved, found.promisable) == (-5, 0)


def test_promises_are_put_right_when_stock_is_missing(house: Warehouse) -> None:
    house.receive("PLAIN", 10, "B1")
    first = house.order(("PLAIN", 6), ordered_at=1)
    second = house.order(("PLAIN", 4), ordered_at=2)
    allocate(house, first, second)
    with house.replica.transaction(PROGRAM, "count") as tx:
        stock.adjust(tx, house.items["PLAIN"], -5, house.places["B1"], "count")
    house.receive("PLAIN", 2, "B2")
    with house.replica.transaction(PROGRAM, "settle") as tx:
        assert orders.settle_promises(tx).released == 5
    assert (house.line(first).reserved, house.line(second).reserved) == (6, 1)
    assert house.read(second).status == orders.CONFIRMED
    with house.replica.read() as connection:
        assert stock.over_promised(connection, 1) == []


def test_a_recalled_lot_is_replaced(house: Warehouse) -> None:
    house.receive("LOTTED", 5, "B1", "BAD", "2099-01-01")
    house.receive("LOTTED", 5, "B2", "GOOD", "2099-02-01")
    made = house.order(("LOTTED", 5))
    allocate(house, made)
    with house.replica.transaction(PROGRAM, "recall") as tx:
        stock.set_lot_status(tx, house.items["LOTTED"], "BAD", stock.RECALLED, "glass")
    with house.replica.transaction(PROGRAM, "settle") as tx:
        orders.settle_promises(tx)
    assert _promised(house, made) == [("GOOD", 5)]


def test_lines_show_what_the_site_has(house: Warehouse) -> None:
    house.receive("PLAIN", 3, "B1")
    made = house.order(("PLAIN", 5), ("LOTTED", 1))
    with house.replica.read() as connection:
        lines = orders.lines_with_availability(connection, 1, made, "2026-01-01")
    assert [each.available.promisable for each in lines] == [3, 0]
