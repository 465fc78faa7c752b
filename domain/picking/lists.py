"""Releasing pick lists, and taking them so that nobody else picks them."""

from collections import defaultdict
from collections.abc import Sequence

from domain import orders, stock
from domain.picking import queries
from domain.picking.errors import ListTaken, NothingToPick
from domain.picking.model import BATCH, SINGLE, Claim
from domain.picking.tables import pick_claim, pick_claim_end, pick_list, pick_task
from domain.replica import Transaction, run
from domain.replica.changeset import Value

RIGHT = "picking.pick"
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
        rows += task_rows(tx, identifier, order_id, packing)
    if not rows:
        raise NothingToPick
    tx.number(NUMBER, identifier)
    kind = SINGLE if len({row["order_id"] for row in rows}) == 1 else BATCH
    tx.insert(pick_list, id=identifier, kind=kind)
    tx.insert_many(pick_task, rows)
    return identifier


def task_rows(
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
