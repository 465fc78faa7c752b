"""What people do with orders, by number: for property tests over any sequence of acts.

Each act takes the warehouse and two whole numbers that choose what it is done to. What the
rules refuse is no act; anything but a rule's refusal is a defect and comes through.
"""

import contextlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from domain import orders, picking, shipping, stock
from domain.errors import RuleBroken
from domain.replica import Transaction
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse

T = TypeVar("T")
LOTS = (("", None), ("A", "2098-01-01"), ("B", "2099-01-01"), ("N", None))


def _one(rows: Sequence[T], number: int) -> T:
    if not rows:
        raise RuleBroken
    return rows[number % len(rows)]


def _order(tx: Transaction, number: int) -> bytes:
    return _one(orders.orders(tx.connection, 1, limit=50), number).id


def _task(tx: Transaction, number: int) -> picking.PickTask:
    found = [task for each in picking.open_lists(tx.connection, 1) for task in each.tasks]
    return _one([task for task in found if task.open], number)


def _receive(house: Warehouse, tx: Transaction, a: int, b: int) -> None:
    lot, expires = LOTS[a % 4]
    item = house.items["LOTTED" if lot else "PLAIN"]
    stock.see_lot(tx, item, lot, expires)
    bins = house.places[f"B{1 + b % 3}"]
    stock.post(
        tx,
        [stock.Move(item, 1 + b % 9, house.places["supplier"], bins, "receipt", lot)],
    )


def _enter(house: Warehouse, tx: Transaction, a: int, b: int) -> None:
    lines = [
        orders.NewLine(house.items[item], 1 + (a + n) % 12, 100)
        for n, item in enumerate(("LOTTED", "PLAIN")[: 1 + b % 2])
    ]
    new = orders.NewOrder(
        lines,
        channel="web",
        reference=f"R{a % 20}" if b % 3 == 0 else None,
        priority=a % 2,
        complete_only=b % 7 == 0,
    )
    orders.enter_order(tx, new)


def _allocate(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    orders.allocate(tx, _order(tx, a), out_of_turn=bool(b % 2))


def _allocate_all(_: Warehouse, tx: Transaction, _a: int, _b: int) -> None:
    orders.allocate_waiting(tx)


def _free(_: Warehouse, tx: Transaction, a: int, _b: int) -> None:
    orders.free_order(tx, _order(tx, a))


def _hold(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    if b % 2:
        orders.hold_order(tx, _order(tx, a), "look")
    else:
        orders.release_order(tx, _order(tx, a))


def _cancel(_: Warehouse, tx: Transaction, a: int, _b: int) -> None:
    orders.cancel_order(tx, _order(tx, a), "gone")


def _cancel_line(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    orders.cancel_line(tx, _order(tx, a), 1, 1 + b % 3, "fewer")


def _release(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    ready = picking.ready_to_pick(tx.connection, 1)
    picking.release_list(tx, [_one(ready, a), _one(ready, b)][: 1 + b % 2])


def _pick(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    task = _task(tx, a)
    picking.pick_task_goods(tx, task.id, task.open if b % 2 else 1)


def _short(_: Warehouse, tx: Transaction, a: int, _b: int) -> None:
    picking.short_pick(tx, _task(tx, a).id, picking.MISSING)


def _change_lot(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    picking.change_lot(tx, _task(tx, a).id, LOTS[b % 4][0])


def _count(_: Warehouse, tx: Transaction, a: int, _b: int) -> None:
    orders.settle_count(tx, _one(orders.counts_wanted(tx.connection, 1), a).id)


def _undo(_: Warehouse, tx: Transaction, a: int, _b: int) -> None:
    done = [
        pick
        for row in orders.orders(tx.connection, 1)
        for pick in picking.picks(tx.connection, 1, row.id)
    ]
    picking.undo_pick(tx, _one(done, a).id)


def _ship(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    ready = [
        row.id
        for row in orders.orders(tx.connection, 1)
        if picking.packed(tx.connection, 1, row.id)
    ]
    shipping.ship(tx, _one(ready, a), lines={1: 1} if b % 4 == 0 else None)


def _unship(_: Warehouse, tx: Transaction, a: int, b: int) -> None:
    sent = shipping.shipped_on(tx.connection, 1, stock.today(tx))
    shipping.cancel_shipment(tx, _one(sent, a + b).id, "back")


def _settle(_: Warehouse, tx: Transaction, _a: int, _b: int) -> None:
    orders.settle_promises(tx)


ACTS: dict[str, Callable[[Warehouse, Transaction, int, int], None]] = {
    "receive": _receive,
    "enter": _enter,
    "allocate": _allocate,
    "allocate all": _allocate_all,
    "free": _free,
    "hold": _hold,
    "cancel": _cancel,
    "cancel line": _cancel_line,
    "release": _release,
    "pick": _pick,
    "short": _short,
    "change lot": _change_lot,
    "count": _count,
    "undo": _undo,
    "ship": _ship,
    "unship": _unship,
    "settle": _settle,
}
OFTEN = [
    *("receive", "enter", "allocate all", "release", "pick", "pick", "pick", "ship", "ship"),
    *ACTS,
]
"""The names, those that move an order on more often."""


def act(house: Warehouse, name: str, a: int, b: int) -> None:
    """Do one act, as one step; what the rules refuse leaves no trace."""
    with (
        contextlib.suppress(RuleBroken),
        house.replica.transaction(PROGRAM, name) as tx,
    ):
        ACTS[name](house, tx, a, b)


def rows(house: Warehouse, text: str) -> list[Any]:
    """Read rows of a replica."""
    with house.replica.read() as connection:
        return list(connection.exec_driver_sql(text).all())
