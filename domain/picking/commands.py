"""Releasing lists, taking them, picking, picking short, putting off, undoing."""

from collections import defaultdict
from collections.abc import Sequence

from domain import catalogue, orders, stock
from domain.errors import RuleBroken
from domain.picking import queries
from domain.picking.errors import (
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
from domain.picking.model import BATCH, SHORT_REASONS, SINGLE, Claim, Pick, PickTask, ShortPick
from domain.picking.tables import (
    pick,
    pick_claim,
    pick_claim_end,
    pick_list,
    pick_short,
    pick_skip,
    pick_task,
    pick_undone,
)
from domain.replica import Transaction, run
from domain.replica.changeset import Value

RIGHT, SHORT_RIGHT = "picking.pick", "picking.short"
NUMBER = "pick_list"


def release_list(tx: Transaction, order_ids: Sequence[bytes]) -> bytes:
    """Make a list of what one or more orders are promised in bins; give its id.

    What stands on an open task already is left out. Raises NothingToPick, OrderOnHold,
    OrderNotOpen, OrderNotConfirmed.
    """
    tx.require(RIGHT)
    identifier = tx.new_id()
    packing = orders.packing_place(tx)
    rows: list[dict[str, Value]] = []
    for order_id in dict.fromkeys(order_ids):
        orders.require_workable(tx, order_id)
        rows += _tasks(tx, identifier, order_id, packing)
    if not rows:
        raise NothingToPick
    tx.number(NUMBER, identifier)
    kind = SINGLE if len({row["order_id"] for row in rows}) == 1 else BATCH
    tx.insert(pick_list, id=identifier, kind=kind)
    tx.insert_many(pick_task, rows)
    return identifier


def _tasks(
    tx: Transaction, identifier: bytes, order_id: bytes, packing: bytes
) -> list[dict[str, Value]]:
    """Rows of tasks for what an order is promised in bins and no open task covers."""
    wanted: dict[tuple[int, bytes, bytes, str], int] = defaultdict(int)
    for each in stock.reserved_for(tx.connection, tx.site, order_id):
        if each.location != packing:
            key = (each.document_line, each.item, each.location, each.lot)
            wanted[key] += each.quantity
    covered = {
        (row[0], row[1], row[2]): int(row[3])
        for row in run(
            tx.connection,
            "SELECT order_line, location, lot, sum(open) FROM pick_task_state"
            " WHERE site = ? AND order_id = ? GROUP BY order_line, location, lot",
            tx.site,
            order_id,
        )
    }
    return [
        {
            "id": tx.new_id(),
            "document": identifier,
            "order_id": order_id,
            "order_line": line,
            "item": item,
            "location": place,
            "lot": lot,
            "quantity": steps,
        }
        for (line, item, place, lot), total in wanted.items()
        if (steps := total - covered.get((line, place, lot), 0)) > 0
    ]


def _is_mine(tx: Transaction, claim: Claim) -> bool:
    return (claim.user, claim.name) == (tx.actor.id, tx.actor.name)


def claim_list(tx: Transaction, identifier: bytes, *, take_over: bool = False) -> None:
    """Take a list, so that nobody else picks it; again is nothing. Raises ListTaken.

    Of two who took it without seeing each other, the first has it. ``take_over`` ends the
    claims of others.
    """
    tx.require(RIGHT)
    now = tx.occurred_at
    standing = queries.claims(tx.connection, tx.site, identifier, now)
    if standing and _is_mine(tx, standing[0]):
        return
    if standing and not take_over:
        held = standing[0]
        raise ListTaken(user=held.name, minutes=max(now - held.at, 0) // 60_000)
    for each in standing:
        tx.insert(pick_claim_end, id=tx.new_id(), claim=each.id)
    tx.insert(
        pick_claim,
        id=tx.new_id(),
        document=identifier,
        user_id=tx.actor.id,
        user_name=tx.actor.name,
        at=now,
    )


def give_back_list(tx: Transaction, identifier: bytes) -> None:
    """Let others have a list again."""
    tx.require(RIGHT)
    for each in queries.claims(tx.connection, tx.site, identifier, tx.occurred_at):
        if _is_mine(tx, each):
            tx.insert(pick_claim_end, id=tx.new_id(), claim=each.id)


def _workable(tx: Transaction, identifier: bytes, steps: int) -> PickTask:
    """Give a task of which so many steps may be picked now, the list being taken."""
    task = queries.task(tx.connection, tx.site, identifier)
    claim_list(tx, task.list)
    if steps <= 0:
        raise stock.NothingToMove
    if task.open < steps:
        _refuse(tx, task, steps)
    found = orders.require_workable(tx, task.order)
    line = found.line(task.order_line).state
    if line.open - line.picked < steps:
        _refuse(tx, task, steps)
    return task


def _refuse(tx: Transaction, task: PickTask, steps: int) -> None:
    others = [
        each
        for each in queries.picks(tx.connection, tx.site, task.order)
        if each.order_line == task.order_line and not each.undone
    ]
    mine = (tx.actor.id, tx.actor.name)
    other = next((each for each in others if (each.user, each.user_name) != mine), None)
    if task.open and not (other is not None and steps <= task.open):
        raise TooMany(open=task.open, counted=steps)
    if other is not None:
        raise TaskTaken(user=other.user_name)
    raise TaskVoid


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
        raise TooMany(open=item.steps_per_unit, counted=steps)
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
    tx.insert(pick_short, id=tx.new_id(), task=identifier, quantity=task.left, reason=reason)
    left = freed
    for each in _promises(tx, task.order, task.order_line, task.place.id, task.lot):
        part = min(each.quantity, left)
        if part:
            stock.release(tx, each.id, part)
            left -= part
    count = orders.want_count(tx, task.item, task.place.id, task.lot, reason, task.order)
    instead, missing = _instead(tx, task)
    return ShortPick(freed, count, instead, missing)


def _instead(tx: Transaction, task: PickTask) -> tuple[tuple[bytes, ...], int]:
    """Promise other stock to the line and put it on the list; give the tasks and what lacks."""
    missing = orders.replace_promise(tx, task.order, task.order_line)
    packing = orders.packing_place(tx)
    rows = [
        row
        for row in _tasks(tx, task.list, task.order, packing)
        if row["order_line"] == task.order_line
    ]
    if rows:
        tx.insert_many(pick_task, rows)
    made = {row["id"] for row in rows}
    walk = queries.tasks(tx.connection, tx.site, task.list)
    return tuple(each.id for each in walk if each.id in made), missing


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
