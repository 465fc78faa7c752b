"""Picking, picking short, taking another lot, putting off, undoing."""

from domain import catalogue, orders, stock
from domain.errors import RuleBroken
from domain.picking import queries
from domain.picking.errors import (
    PickShipped,
    PickUndone,
    TaskTaken,
    TaskVoid,
    TooMany,
    WrongLot,
    WrongSerial,
)
from domain.picking.lists import RIGHT, claim_list, task_rows
from domain.picking.model import (
    LOT_CHANGED,
    SHORT_REASONS,
    Pick,
    PickTask,
    ShortPick,
)
from domain.picking.tables import (
    pick,
    pick_short,
    pick_skip,
    pick_task,
    pick_undone,
)
from domain.replica import Transaction

SHORT_RIGHT = "picking.short"


def _workable(tx: Transaction, identifier: bytes, steps: int) -> PickTask:
    """Give a task of which so many steps may be picked now, the list being taken."""
    task = queries.task(tx.connection, tx.site, identifier)
    claim_list(tx, task.list)
    if steps <= 0:
        raise stock.NothingToMove
    if not task.open:
        raise _why_not(tx, task)
    line = orders.require_workable(tx, task.order).line(task.order_line).state
    most = min(task.open, line.open - line.picked)
    if most <= 0:
        raise _why_not(tx, task)
    if steps > most:
        item = catalogue.product(tx.connection, task.item)
        raise TooMany(open=item.format(most), counted=item.format(steps))
    return task


def _why_not(tx: Transaction, task: PickTask) -> RuleBroken:
    """Say why nothing of a task is left: who picked it, or that it is not wanted any more."""
    me = (tx.actor.id, tx.actor.name)
    for each in queries.picks(tx.connection, tx.site, task.order):
        mine = (each.user, each.user_name) == me
        if each.order_line == task.order_line and not each.undone and not mine:
            return TaskTaken(user=each.user_name)
    return TaskVoid()


def _check_goods(
    tx: Transaction, task: PickTask, steps: int, lot: str | None, serial: str | None
) -> None:
    item = catalogue.product(tx.connection, task.item)
    if lot is not None and lot != task.lot:
        raise WrongLot(scanned=lot, lot=task.lot, item=item.name)
    stock.require_usable(tx, task.item, task.lot, stock.today(tx), item.name)
    if item.tracking != catalogue.BY_SERIAL:
        return
    if serial is None:
        raise stock.SerialMissing(item=item.name)
    if steps != item.steps_per_unit:
        raise TooMany(open=item.format(item.steps_per_unit), counted=item.format(steps))
    places = stock.serial_places(tx.connection, tx.site, task.item, serial)
    if task.place.id not in {place.id for place in places}:
        raise WrongSerial(serial=serial, item=item.name, location=task.place.code)


def pick_task_goods(
    tx: Transaction,
    identifier: bytes,
    steps: int,
    *,
    lot: str | None = None,
    serial: str | None = None,
) -> bytes:
    """Take goods of a task from its bin to the packing place; give the pick's id.

    The promise goes with the goods. Raises ListTaken, TaskTaken, TaskVoid, TooMany, WrongLot,
    WrongSerial, LotExpired, LotRecalled, OrderOnHold.
    """
    tx.require(RIGHT)
    task = _workable(tx, identifier, steps)
    _check_goods(tx, task, steps, lot, serial)
    packing = orders.packing_place(tx)
    there = stock.balance_at(tx.connection, tx.site, task.item, task.place.id, task.lot)
    _move_promises(tx, task, steps, packing)
    move = stock.Move(
        task.item,
        steps,
        task.place.id,
        packing,
        orders.PICK,
        task.lot,
        serial,
        task.order,
        task.order_line,
        arrived=there.arrived,
    )
    stock.post(tx, [move])
    done = tx.new_id()
    tx.insert(
        pick,
        id=done,
        document=task.list,
        task=task.id,
        order_id=task.order,
        order_line=task.order_line,
        item=task.item,
        source=task.place.id,
        lot=task.lot,
        serial=serial,
        quantity=steps,
        arrived=there.arrived,
        user_id=tx.actor.id,
        user_name=tx.actor.name,
        at=tx.occurred_at,
    )
    return done


def _promises(
    tx: Transaction, order: bytes, line: int, place: bytes, lot: str
) -> list[stock.Reserved]:
    return [
        each
        for each in stock.reserved_for(tx.connection, tx.site, order)
        if (each.document_line, each.location, each.lot) == (line, place, lot)
    ]


def _move_promises(tx: Transaction, task: PickTask, steps: int, target: bytes) -> None:
    left = steps
    for each in _promises(tx, task.order, task.order_line, task.place.id, task.lot):
        part = min(each.quantity, left)
        if part:
            stock.move_promise(tx, each.id, part, target)
            left -= part


def short_pick(tx: Transaction, identifier: bytes, reason: str) -> ShortPick:
    """Report that the rest of a task is not there.

    The rest's promise ends, the bin is to be counted and promised to nobody until it is, and
    the next best bins come onto the list. Promises of other orders in that bin stay as they
    are. Raises TaskVoid, ListTaken.
    """
    tx.require(SHORT_RIGHT)
    if reason not in SHORT_REASONS:
        raise RuleBroken
    task = queries.task(tx.connection, tx.site, identifier)
    claim_list(tx, task.list)
    if not task.open:
        raise TaskVoid
    freed = task.open
    _end_task(tx, task, freed, reason)
    count = orders.want_count(tx, task.item, task.place.id, task.lot, reason, task.order)
    instead, missing = _instead(tx, task)
    return ShortPick(freed, count, instead, missing)


def _instead(tx: Transaction, task: PickTask) -> tuple[tuple[bytes, ...], int]:
    """Promise other stock to the line and put it on the list; give the tasks and what lacks."""
    missing = orders.replace_promise(tx, task.order, task.order_line)
    packing = orders.packing_place(tx)
    rows = [
        row
        for row in task_rows(tx, task.list, task.order, packing)
        if row["order_line"] == task.order_line
    ]
    if rows:
        tx.insert_many(pick_task, rows)
    made = {row["id"] for row in rows}
    walk = queries.tasks(tx.connection, tx.site, task.list)
    return tuple(each.id for each in walk if each.id in made), missing


def change_lot(tx: Transaction, identifier: bytes, lot: str) -> bytes:
    """Take another lot of the same bin than was promised; give the new task.

    The task ends as far as the bin has the other lot free, and says why, for such a pick may
    leave an earlier lot behind. Raises LotExpired, LotRecalled, NotEnough, TaskVoid, ListTaken.
    """
    tx.require(RIGHT)
    task = queries.task(tx.connection, tx.site, identifier)
    claim_list(tx, task.list)
    if not task.open:
        raise TaskVoid
    item = catalogue.product(tx.connection, task.item)
    stock.require_usable(tx, task.item, lot, stock.today(tx), item.name)
    there = stock.balance_at(tx.connection, tx.site, task.item, task.place.id, lot)
    steps = min(task.open, max(there.available, 0))
    if not steps or lot == task.lot:
        raise stock.NotEnough(
            available=0, item=item.name, location=task.place.code, wanted=task.open
        )
    _end_task(tx, task, steps, LOT_CHANGED)
    line, place = task.order_line, task.place.id
    stock.reserve(tx, task.order, line, task.item, place, lot, steps, item.name)
    new = tx.new_id()
    tx.insert(
        pick_task,
        id=new,
        document=task.list,
        order_id=task.order,
        order_line=line,
        item=task.item,
        location=place,
        lot=lot,
        quantity=steps,
    )
    return new


def _end_task(tx: Transaction, task: PickTask, steps: int, reason: str) -> None:
    """End so many steps of a task and the promises behind them."""
    tx.insert(pick_short, id=tx.new_id(), task=task.id, quantity=steps, reason=reason)
    left = steps
    for each in _promises(tx, task.order, task.order_line, task.place.id, task.lot):
        part = min(each.quantity, left)
        if part:
            stock.release(tx, each.id, part)
            left -= part


def skip_task(tx: Transaction, identifier: bytes) -> None:
    """Put a task off to the end of its list. Raises TaskVoid, ListTaken."""
    tx.require(RIGHT)
    task = queries.task(tx.connection, tx.site, identifier)
    claim_list(tx, task.list)
    if not task.open:
        raise TaskVoid
    tx.insert(pick_skip, id=tx.new_id(), task=identifier, at=tx.occurred_at)


def undo_pick(tx: Transaction, identifier: bytes) -> None:
    """Take the goods of a pick back to their bin, by the mirrored movement.

    What the order still wants of them is promised to it there again. Raises PickUndone,
    PickShipped, UnknownPick.
    """
    tx.require(RIGHT)
    done = queries.pick(tx.connection, tx.site, identifier)
    if done.undone:
        raise PickUndone
    lying = [
        each
        for each in queries.packed(tx.connection, tx.site, done.order)
        if (each.line, each.lot) == (done.order_line, done.lot)
    ]
    if sum(each.steps for each in lying if each.serial == done.serial) < done.steps:
        raise PickShipped
    packing = orders.packing_place(tx)
    _keep_packed(tx, done, packing, sum(each.steps for each in lying) - done.steps)
    tx.insert(pick_undone, id=tx.new_id(), pick=identifier)
    move = stock.Move(
        done.item,
        done.steps,
        packing,
        done.source,
        orders.UNPICK,
        done.lot,
        done.serial,
        done.order,
        done.order_line,
        arrived=done.arrived,
    )
    stock.post(tx, [move])
    line = orders.order(tx.connection, tx.site, done.order).line(done.order_line).state
    again = min(done.steps, line.open - max(line.reserved, line.picked))
    if again > 0:
        promise = stock.Promise(
            done.order, done.order_line, done.item, done.source, done.lot, again
        )
        stock.promise_moved_goods(tx, promise)


def _keep_packed(tx: Transaction, done: Pick, packing: bytes, staying: int) -> None:
    """Release what the line is promised at the packing place beyond what stays there."""
    own = _promises(tx, done.order, done.order_line, packing, done.lot)
    left = sum(each.quantity for each in own) - staying
    for each in own:
        part = min(each.quantity, left)
        if part > 0:
            stock.release(tx, each.id, part)
            left -= part
