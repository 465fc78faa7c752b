"""Lists, claims, picks, short picks, undo."""

import pytest

from domain import orders, picking, stock
from domain.orders import OrderNotOpen, OrderOnHold
from domain.picking import (
    ListTaken,
    NothingToPick,
    PickShipped,
    PickUndone,
    TaskTaken,
    TaskVoid,
    TooMany,
    WrongLot,
    WrongSerial,
)
from domain.replica import Replica
from domain.shipping import ship
from domain.stock import LotRecalled, SerialMissing
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, build, clerk, pick_all, release, tasks

ADA, BEN = clerk("Ada"), clerk("Ben")


@pytest.fixture
def house(replica: Replica) -> Warehouse:
    """A warehouse with 10 PLAIN in B3 and 5 of lot A in B1."""
    house = build(replica)
    house.receive("PLAIN", 10, "B3")
    house.receive("LOTTED", 5, "B1", "A", "2099-01-01")
    return house


def _codes(house: Warehouse, list_id: bytes) -> list[tuple[str, int]]:
    return [(task.place.code, task.open) for task in tasks(house, list_id) if task.open]


def test_a_batch_is_walked_in_order_over_all_its_orders(house: Warehouse) -> None:
    first = house.order(("PLAIN", 3), ("LOTTED", 2))
    second = house.order(("LOTTED", 1))
    list_id = release(house, first, second)
    assert _codes(house, list_id) == [("B1", 2), ("B1", 1), ("B3", 3)]
    with house.replica.read() as connection:
        found = picking.pick_list(connection, 1, list_id)
        assert (found.kind, found.done) == (picking.BATCH, False)
        assert [each.id for each in picking.open_lists(connection, 1)] == [list_id]


def test_what_stands_on_a_list_is_not_put_on_another(house: Warehouse) -> None:
    made = house.order(("PLAIN", 3))
    release(house, made)
    with house.replica.transaction(PROGRAM, "release") as tx:
        assert picking.ready_to_pick(tx.connection, 1) == []
        with pytest.raises(NothingToPick):
            picking.release_list(tx, [made])


def test_goods_and_promise_go_to_the_packing_place(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4))
    pick_all(house, made)
    assert house.balance("PLAIN", "B3").on_hand == 6
    assert house.balance("PLAIN", "B3").reserved == 0
    packing = house.balance("PLAIN", "PACKING")
    assert (packing.on_hand, packing.reserved) == (4, 4)
    state = house.line(made)
    assert (state.picked, state.reserved, state.open, state.backorder) == (4, 4, 4, 0)


def test_a_list_belongs_to_who_took_it(house: Warehouse) -> None:
    list_id = release(house, house.order(("PLAIN", 4)))
    task = tasks(house, list_id)[0]
    with house.replica.transaction(ADA, "pick") as tx:
        picking.pick_task_goods(tx, task.id, 1)
        start = tx.occurred_at
    with (
        house.replica.transaction(BEN, "pick", occurred_at=start + 120_000) as tx,
        pytest.raises(ListTaken, match="Ada has been picking this list for 2 min"),
    ):
        picking.pick_task_goods(tx, task.id, 1)
    with house.replica.transaction(BEN, "pick", occurred_at=start + picking.LEASE_MS) as tx:
        picking.pick_task_goods(tx, task.id, 1)
    with house.replica.transaction(ADA, "take over", occurred_at=start + picking.LEASE_MS) as tx:
        with pytest.raises(ListTaken, match="Ben"):
            picking.claim_list(tx, list_id)
        picking.claim_list(tx, list_id, take_over=True)
        picking.give_back_list(tx, list_id)
        assert picking.claims(tx.connection, 1, list_id, tx.occurred_at) == []


def test_a_task_takes_no_more_than_it_says(house: Warehouse) -> None:
    task = tasks(house, release(house, house.order(("PLAIN", 4))))[0]
    with house.replica.transaction(PROGRAM, "pick") as tx:
        with pytest.raises(TooMany):
            picking.pick_task_goods(tx, task.id, 5)
        with pytest.raises(stock.NothingToMove):
            picking.pick_task_goods(tx, task.id, 0)
        picking.pick_task_goods(tx, task.id, 4)
        with pytest.raises(TaskVoid):
            picking.pick_task_goods(tx, task.id, 1)
    with house.replica.transaction(BEN, "pick") as tx:
        picking.claim_list(tx, task.list, take_over=True)
        with pytest.raises(TaskTaken, match="test has picked this line already"):
            picking.pick_task_goods(tx, task.id, 1)


def test_the_lot_must_be_the_one_that_was_promised(house: Warehouse) -> None:
    task = tasks(house, release(house, house.order(("LOTTED", 2))))[0]
    with house.replica.transaction(PROGRAM, "pick") as tx:
        with pytest.raises(WrongLot, match="This is lot B"):
            picking.pick_task_goods(tx, task.id, 1, lot="B")
        picking.pick_task_goods(tx, task.id, 1, lot="A")
        stock.set_lot_status(tx, house.items["LOTTED"], "A", stock.RECALLED, "glass")
        with pytest.raises(LotRecalled):
            picking.pick_task_goods(tx, task.id, 1, lot="A")


def test_each_piece_with_a_serial_number_is_named(house: Warehouse) -> None:
    for serial in ("S1", "S2"):
        house.receive("SERIAL", 1, "B1", serial=serial)
    house.receive("SERIAL", 1, "B2", serial="S3")
    made = house.order(("SERIAL", 2))
    task = tasks(house, release(house, made))[0]
    with house.replica.transaction(PROGRAM, "pick") as tx:
        with pytest.raises(SerialMissing):
            picking.pick_task_goods(tx, task.id, 1)
        with pytest.raises(WrongSerial, match="S3"):
            picking.pick_task_goods(tx, task.id, 1, serial="S3")
        picking.pick_task_goods(tx, task.id, 1, serial="S2")
        with pytest.raises(WrongSerial):
            picking.pick_task_goods(tx, task.id, 1, serial="S2")
        lying = picking.packed(tx.connection, 1, made)
    assert [(each.serial, each.steps) for each in lying] == [("S2", 1)]


def test_a_stopped_order_is_not_picked(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4))
    task = tasks(house, release(house, made))[0]
    with house.replica.transaction(PROGRAM, "hold") as tx:
        orders.hold_order(tx, made, "call first")
        with pytest.raises(OrderOnHold):
            picking.pick_task_goods(tx, task.id, 1)
        orders.release_order(tx, made)
        orders.cancel_order(tx, made, "gone")
        with pytest.raises(TaskVoid):
            picking.pick_task_goods(tx, task.id, 1)
        with pytest.raises(OrderNotOpen):
            picking.release_list(tx, [made])
        assert picking.task(tx.connection, 1, task.id).status == picking.VOID


def test_a_short_pick_frees_the_rest_and_leads_to_the_next_best_bin(house: Warehouse) -> None:
    house.receive("PLAIN", 5, "B4", arrived="2099-01-01")
    other = house.order(("PLAIN", 3), ordered_at=1)
    made = house.order(("PLAIN", 7), ordered_at=2)
    list_id = release(house, other, made)
    task = next(each for each in tasks(house, list_id) if each.order == made)
    with house.replica.transaction(ADA, "pick") as tx:
        picking.pick_task_goods(tx, task.id, 2)
        done = picking.short_pick(tx, task.id, picking.MISSING)
    assert (done.freed, done.backorder, len(done.instead)) == (5, 0, 1)
    assert house.balance("PLAIN", "B3").reserved == 3  # the other order's promise stays
    with house.replica.read() as connection:
        instead = picking.task(connection, 1, done.instead[0])
        assert (instead.place.code, instead.open) == ("B4", 5)
        assert picking.task(connection, 1, task.id).status == picking.SHORT
        assert [each.id for each in orders.counts_wanted(connection, 1)] == [done.count]


def test_a_bin_to_be_counted_is_promised_to_nobody(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4))
    task = tasks(house, release(house, made))[0]
    with house.replica.transaction(ADA, "pick") as tx:
        done = picking.short_pick(tx, task.id, picking.MISSING)
    assert (done.freed, done.backorder, done.instead) == (4, 4, ())
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        assert orders.allocate(tx, made).promised == 0
        orders.settle_count(tx, done.count)
        assert orders.allocate(tx, made).promised == 4


def test_a_task_put_off_comes_last(house: Warehouse) -> None:
    list_id = release(house, house.order(("LOTTED", 2), ("PLAIN", 3)))
    with house.replica.transaction(ADA, "skip") as tx:
        picking.skip_task(tx, tasks(house, list_id)[0].id)
    assert _codes(house, list_id) == [("B3", 3), ("B1", 2)]
    assert tasks(house, list_id)[-1].status == picking.POSTPONED


def test_a_pick_is_undone_by_its_mirror_until_it_is_shipped(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4))
    list_id = release(house, made)
    task = tasks(house, list_id)[0]
    with house.replica.transaction(ADA, "pick") as tx:
        done = picking.pick_task_goods(tx, task.id, 4)
    with house.replica.transaction(ADA, "undo") as tx:
        picking.undo_pick(tx, done)
        with pytest.raises(PickUndone):
            picking.undo_pick(tx, done)
    assert _codes(house, list_id) == [("B3", 4)]
    here = house.balance("PLAIN", "B3")
    assert (here.on_hand, here.reserved) == (10, 4)
    assert house.balance("PLAIN", "PACKING").on_hand == 0
    with house.replica.transaction(ADA, "pick") as tx:
        again = picking.pick_task_goods(tx, task.id, 4)
    with house.replica.transaction(ADA, "ship") as tx:
        ship(tx, made)
        with pytest.raises(PickShipped):
            picking.undo_pick(tx, again)


def test_goods_of_a_cancelled_order_go_back_to_their_bin(house: Warehouse) -> None:
    made = house.order(("PLAIN", 4))
    pick_all(house, made)
    with house.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, made, "gone")
    assert house.line(made).put_back == 4
    with house.replica.transaction(PROGRAM, "put back") as tx:
        assert [row.id for row in orders.orders(tx.connection, 1, contested=True)] == [made]
        picking.undo_pick(tx, picking.picks(tx.connection, 1, made)[0].id)
    assert house.line(made).put_back == 0
    here = house.balance("PLAIN", "B3")
    assert (here.on_hand, here.reserved) == (10, 0)


def test_another_lot_of_the_bin_may_be_taken_and_that_is_on_record(house: Warehouse) -> None:
    house.receive("LOTTED", 3, "B1", "B", "2099-06-01")
    house.receive("LOTTED", 3, "B1", "OLD", "2001-01-01")
    made = house.order(("LOTTED", 4))
    task = tasks(house, release(house, made))[0]
    with house.replica.transaction(ADA, "change lot") as tx:
        with pytest.raises(stock.LotExpired):
            picking.change_lot(tx, task.id, "OLD")
        with pytest.raises(stock.NotEnough):
            picking.change_lot(tx, task.id, "A")
        new = picking.change_lot(tx, task.id, "B")
        picking.pick_task_goods(tx, new, 3, lot="B")
        assert picking.task(tx.connection, 1, task.id).open == 1
    assert house.balance("LOTTED", "B1", "A").reserved == 1
    state = house.line(made)
    assert (state.picked, state.reserved, state.backorder) == (3, 4, 0)
    with house.replica.read() as connection:
        reasons = connection.exec_driver_sql("SELECT reason, quantity FROM pick_short").all()
    assert [tuple(row) for row in reasons] == [(picking.LOT_CHANGED, 3)]
