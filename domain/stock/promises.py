"""Promises in numbers: many at once, and a promise that moves with its goods."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from domain.replica import Transaction
from domain.replica.changeset import Value
from domain.stock.commands import consume
from domain.stock.errors import NotEnough, NothingToMove, ReservationGone
from domain.stock.queries import balance_at, reserved_by_id
from domain.stock.tables import reservation


@dataclass(frozen=True, slots=True)
class Promise:
    """Stock of one place to promise to one line of an order, in steps."""

    document: bytes
    line: int
    item: bytes
    place: bytes
    lot: str
    steps: int


def reserve_many(tx: Transaction, promises: Sequence[Promise]) -> list[bytes]:
    """Promise stock to many lines at once; give the ids. Raises NotEnough; nothing changed then.

    Each place is looked at once, however many lines want of it.
    """
    wanted: dict[tuple[bytes, bytes, str], int] = defaultdict(int)
    for each in promises:
        if each.steps <= 0:
            raise NothingToMove
        wanted[(each.item, each.place, each.lot)] += each.steps
    for (item, place, lot), steps in wanted.items():
        there = balance_at(tx.connection, tx.site, item, place, lot)
        if there.available < steps:
            raise NotEnough(
                available=max(there.available, 0),
                item="",
                location=there.location.code,
                wanted=steps,
            )
    return _write(tx, promises)


def move_promise(tx: Transaction, identifier: bytes, steps: int, place: bytes) -> bytes:
    """End part of a promise and make it anew at the place where its goods are now; give the id.

    The caller moves the goods in the same step. Raises ReservationGone.
    """
    old = reserved_by_id(tx.connection, tx.site, identifier)
    if old is None:
        raise ReservationGone(left=0)
    consume(tx, identifier, steps)
    new = Promise(old.document, old.document_line, old.item, place, old.lot, steps)
    return _write(tx, [new])[0]


def promise_moved_goods(tx: Transaction, promise: Promise) -> bytes:
    """Promise goods that this very step brings to a place; give the id.

    It asks nothing: who carries goods somewhere for an order has them, whatever the books say.
    """
    if promise.steps <= 0:
        raise NothingToMove
    return _write(tx, [promise])[0]


def _write(tx: Transaction, promises: Sequence[Promise]) -> list[bytes]:
    rows: list[dict[str, Value]] = [
        {
            "id": tx.new_id(),
            "document": each.document,
            "document_line": each.line,
            "item": each.item,
            "location": each.place,
            "lot": each.lot,
            "quantity": each.steps,
        }
        for each in promises
    ]
    if rows:
        tx.insert_many(reservation, rows)
    return [bytes(row["id"]) for row in rows]  # type: ignore[arg-type]
