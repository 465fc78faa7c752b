"""Two stations work on one order without seeing each other, and come to the same answer."""

from collections.abc import Callable

import pytest

from domain import orders, picking, shipping, stock
from domain.replica import Replica
from domain.replica.digest import table_digests
from tests.support.replicas import PROGRAM, exchange
from tests.support.warehouse import Warehouse, build, clerk, pick_all, release, tasks

Pair = tuple[Warehouse, Warehouse]


@pytest.fixture
def pair(two_stations: tuple[Replica, Replica]) -> Pair:
    """One warehouse on two stations, with 20 PLAIN in B1."""
    first, second = two_stations
    here = build(first)
    here.receive("PLAIN", 20, "B1")
    exchange(first, second)
    return here, Warehouse(second, here.places, here.items)


def _meet(pair: Pair, *, turned: bool = False) -> None:
    """Exchange both ways; afterwards every table and projection is the same on both."""
    here, there = pair if not turned else pair[::-1]
    exchange(here.replica, there.replica)
    exchange(there.replica, here.replica)
    digests = []
    for house in (here, there):
        with house.replica.read() as connection:
            digests.append(table_digests(connection, projections=True))
    assert digests[0] == digests[1]


@pytest.fixture(params=[False, True], ids=["first tells first", "second tells first"])
def meet(request: pytest.FixtureRequest) -> Callable[[Pair], None]:
    """Exchange in either order."""
    return lambda pair: _meet(pair, turned=request.param)


def test_shipped_wins_over_cancelled_and_is_expected_back(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    made = here.order(("PLAIN", 10))
    release(here, made)
    meet(pair)
    with here.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, made, "changed their mind")
    with there.replica.transaction(PROGRAM, "pick") as tx:
        for each in tasks(there, picking.open_lists(tx.connection, 1)[0].id):
            picking.pick_task_goods(tx, each.id, 6)
    with there.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
    assert here.read(made).status == orders.CANCELLED
    assert there.read(made).status == orders.PARTIALLY_SHIPPED
    meet(pair)
    found = here.read(made)
    state = found.line(1).state
    assert found.status == orders.SHIPPED
    assert (state.shipped, state.cancelled, state.open) == (6, 4, 0)
    assert (found.head.contested, state.return_expected) == (True, 6)
    assert here.balance("PLAIN", "B1").reserved == 0
    with here.replica.transaction(PROGRAM, "settle") as tx:
        with pytest.raises(orders.NothingExpectedBack):
            orders.settle_return(tx, made, 1, 7, "too many")
        orders.settle_return(tx, made, 1, 6, "came back")
    assert not here.read(made).head.contested
    meet(pair)


def test_the_same_line_picked_twice_leaves_goods_to_put_back(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    made = here.order(("PLAIN", 10))
    list_id = release(here, made)
    meet(pair)
    task = tasks(here, list_id)[0]
    for house, name in ((here, "Ada"), (there, "Ben")):
        with house.replica.transaction(clerk(name), "pick") as tx:
            picking.pick_task_goods(tx, task.id, 10)
    meet(pair)
    state = here.line(made)
    assert (state.open, state.picked, state.put_back) == (10, 20, 10)
    assert here.balance("PLAIN", "B1").on_hand == 0
    assert here.balance("PLAIN", "PACKING").on_hand == 20
    with here.replica.transaction(PROGRAM, "settle") as tx:
        orders.settle_promises(tx)
        picking.undo_pick(tx, picking.picks(tx.connection, 1, made)[0].id)
    state = here.line(made)
    assert (state.picked, state.put_back, state.reserved) == (10, 0, 10)
    back = here.balance("PLAIN", "B1")
    assert (back.on_hand, back.reserved) == (10, 0)
    with here.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
    assert here.read(made).status == orders.SHIPPED
    meet(pair)


def test_of_two_who_took_one_list_the_first_has_it(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    list_id = release(here, here.order(("PLAIN", 10)))
    meet(pair)
    with here.replica.transaction(clerk("Ada"), "claim") as tx:
        picking.claim_list(tx, list_id)
        at = tx.occurred_at
    with there.replica.transaction(clerk("Ben"), "claim", occurred_at=at + 1) as tx:
        picking.claim_list(tx, list_id)
    meet(pair)
    with (
        there.replica.transaction(clerk("Ben"), "skip", occurred_at=at + 2) as tx,
        pytest.raises(picking.ListTaken, match="Ada"),
    ):
        picking.skip_task(tx, tasks(there, list_id)[0].id)


def test_the_same_web_order_taken_in_twice_is_one_order(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    first = here.order(("PLAIN", 4), channel="web", reference="W-1")
    second = there.order(("PLAIN", 4), channel="web", reference="W-1")
    for house, made in ((here, first), (there, second)):
        with house.replica.transaction(PROGRAM, "allocate") as tx:
            orders.allocate(tx, made)
    meet(pair)
    stands, other = sorted((first, second))
    assert here.read(stands).status == orders.ALLOCATED
    assert here.read(other).status == orders.CANCELLED
    assert here.read(other).head.duplicate_of == stands
    with here.replica.transaction(PROGRAM, "settle") as tx:
        assert orders.by_reference(tx.connection, 1, "web", "W-1") == stands
        assert orders.settle_promises(tx).released == 4
    assert here.balance("PLAIN", "B1").reserved == 4
    meet(pair)


def test_of_the_same_web_order_the_one_that_was_shipped_stands(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    earlier = here.order(("PLAIN", 4), channel="web", reference="W-1")
    later = there.order(("PLAIN", 4), channel="web", reference="W-1")
    assert earlier < later
    pick_all(there, later)
    with there.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, later)
    meet(pair)
    assert here.read(later).status == orders.SHIPPED
    assert not here.read(later).head.contested
    assert here.read(earlier).head.duplicate_of == later
    assert here.read(earlier).status == orders.CANCELLED


def test_a_hold_stands_until_that_hold_is_released(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    made = here.order(("PLAIN", 4))
    with here.replica.transaction(PROGRAM, "hold") as tx:
        orders.hold_order(tx, made, "payment")
    meet(pair)
    with here.replica.transaction(PROGRAM, "release") as tx:
        orders.release_order(tx, made)
    with there.replica.transaction(PROGRAM, "hold") as tx:
        orders.hold_order(tx, made, "address")
    meet(pair)
    assert here.read(made).status == orders.HOLD
    assert here.read(made).hold_reasons == ("address",)


def test_stock_promised_twice_is_promised_once_after_settling(
    pair: Pair, meet: Callable[[Pair], None]
) -> None:
    here, there = pair
    first = here.order(("PLAIN", 15), ordered_at=1)
    second = there.order(("PLAIN", 15), ordered_at=2)
    for house, made in ((here, first), (there, second)):
        with house.replica.transaction(PROGRAM, "allocate") as tx:
            orders.allocate(tx, made)
    meet(pair)
    with here.replica.transaction(PROGRAM, "settle") as tx:
        assert stock.over_promised(tx.connection, 1)[0].available == -10
        assert orders.settle_promises(tx).released == 10
    assert (here.line(first).reserved, here.line(second).reserved) == (15, 5)
    assert there.line(second).reserved == 15
    meet(pair)
    assert there.line(second).backorder == 10


def test_both_cancelled_the_same_part(pair: Pair, meet: Callable[[Pair], None]) -> None:
    here, there = pair
    made = here.order(("PLAIN", 10))
    meet(pair)
    for house in pair:
        with house.replica.transaction(PROGRAM, "cancel") as tx:
            orders.cancel_line(tx, made, 1, 7, "fewer")
    meet(pair)
    state = there.line(made)
    assert (state.cancelled, state.open, state.return_expected) == (10, 0, 0)
    assert there.read(made).status == orders.CANCELLED


def test_both_shipped_the_whole_order(pair: Pair, meet: Callable[[Pair], None]) -> None:
    here = pair[0]
    made = here.order(("PLAIN", 8))
    list_id = release(here, made)
    meet(pair)
    task = tasks(here, list_id)[0]
    for house in pair:
        with house.replica.transaction(PROGRAM, "pick and ship") as tx:
            picking.pick_task_goods(tx, task.id, 8)
            shipping.ship(tx, made)
    meet(pair)
    state = here.line(made)
    assert (state.shipped, state.over_shipped, state.return_expected) == (8, 8, 8)
    assert state.shipped + state.open + state.cancelled == state.ordered
    assert here.balance("PLAIN", "B1").on_hand == 4
