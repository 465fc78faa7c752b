"""The goods of a sale: where they leave from, and where they come back to.

Goods on the counter are sold whatever the books say; what the books lack becomes a balance
below zero at the sales floor, which is a place to count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.catalogue import BY_LOT, BY_SERIAL
from domain.company import SALES_FLOOR
from domain.counter.cart import CartLine
from domain.replica import Transaction, run
from domain.stock import (
    CUSTOMER,
    INTERNAL,
    LOSS,
    NO_LOT,
    Move,
    UnknownLocation,
    balances,
    find_location,
    find_usage,
    location,
    removal_order,
    require_usable,
    serial_places,
)

SOLD, REFUNDED = "sale", "refund"


@dataclass(frozen=True, slots=True)
class Places:
    """The two ends of a sale's movements: the sales floor, and the customer."""

    floor: bytes
    customer: bytes


def places(tx: Transaction, floor: bytes | None = None) -> Places:
    """Give the site's sales floor (location SHOP, else its first own place) and its customer.

    Raises UnknownLocation.
    """
    outside = find_usage(tx.connection, tx.site, CUSTOMER).id
    if floor is not None:
        return Places(location(tx.connection, tx.site, floor).id, outside)
    try:
        return Places(find_location(tx.connection, tx.site, SALES_FLOOR).id, outside)
    except UnknownLocation:
        return Places(find_usage(tx.connection, tx.site, INTERNAL).id, outside)


def loss_place(tx: Transaction) -> bytes:
    """Give the place of what is thrown away. Raises UnknownLocation."""
    return find_usage(tx.connection, tx.site, LOSS).id


@dataclass(frozen=True, slots=True)
class _Part:
    steps: int
    place: bytes
    lot: str


def goods_out(
    tx: Transaction, document: bytes, lines: Sequence[CartLine], ends: Places, day: str
) -> list[Move]:
    """Say how the goods of a cart leave. Only lines with a lot or serial number ask the books.

    Raises LotExpired, LotRecalled, LotNotUsable for a lot that was scanned.
    """
    taken: dict[tuple[bytes, bytes, str], int] = {}
    moves = []
    for number, line in enumerate(lines, 1):
        if not line.goods:
            continue
        if line.serial is not None and line.tracking == BY_SERIAL:
            parts = [_serial_part(tx, line, ends)]
        elif line.lot != NO_LOT or line.tracking == BY_LOT:
            parts = _lot_parts(tx, line, ends, day, taken)
        else:
            parts = [_Part(line.steps, ends.floor, NO_LOT)]
        moves += [
            Move(
                item=line.item,
                steps=part.steps,
                source=part.place,
                target=ends.customer,
                reason=SOLD,
                lot=part.lot,
                serial=line.serial,
                document=document,
                document_line=number,
                business_date=day,
            )
            for part in parts
        ]
    return moves


def _serial_part(tx: Transaction, line: CartLine, ends: Places) -> _Part:
    own = serial_places(tx.connection, tx.site, line.item, line.serial or "")
    place = next((p.id for p in own if p.internal), ends.floor)
    return _Part(line.steps, place, line.lot)


def _lot_parts(
    tx: Transaction,
    line: CartLine,
    ends: Places,
    day: str,
    taken: dict[tuple[bytes, bytes, str], int],
) -> list[_Part]:
    """Take the scanned lot, else first expired first out; what is on the floor goes first."""
    if line.lot != NO_LOT:
        require_usable(tx, line.item, line.lot, day, line.name)
        there = [b for b in balances(tx.connection, tx.site, line.item) if b.lot == line.lot]
    else:
        there = removal_order(tx.connection, tx.site, line.item, day)
    left = line.steps
    parts = []
    for each in sorted(there, key=lambda b: b.location.id != ends.floor):
        key = (line.item, each.location.id, each.lot)
        steps = min(left, each.available - taken.get(key, 0))
        if steps > 0:
            taken[key] = taken.get(key, 0) + steps
            parts.append(_Part(steps, each.location.id, each.lot))
            left -= steps
    if left:
        parts.append(_Part(left, ends.floor, line.lot))
    return parts


@dataclass(frozen=True, slots=True)
class Back:
    """Goods of one refund line that come back: which line of which sale, and to where."""

    line: int
    item: bytes
    steps: int
    place: bytes
    original_line: int
    before: int
    """Steps of the sold line that had come back already."""


def goods_back(
    tx: Transaction, document: bytes, original: bytes, backs: Iterable[Back], day: str
) -> list[Move]:
    """Turn the movements of a sale around, in their order, behind what came back before.

    A line that moved nothing (a service) moves nothing back.
    """
    sold: dict[int, list[tuple[int, str, str | None, bytes, int | None]]] = {}
    for row in run(
        tx.connection,
        "SELECT document_line, quantity, lot, serial, target, unit_cost FROM movement"
        " WHERE site = ? AND document = ? ORDER BY document_line, changeset, line",
        tx.site,
        original,
    ):
        sold.setdefault(row[0], []).append(tuple(row[1:]))
    moves = []
    for back in backs:
        skip, left = back.before, back.steps
        for quantity, lot, serial, outside, cost in sold.get(back.original_line, []):
            free = max(quantity - skip, 0)
            skip = max(skip - quantity, 0)
            steps = min(free, left)
            if steps <= 0:
                continue
            left -= steps
            moves.append(
                Move(
                    item=back.item,
                    steps=steps,
                    source=outside,
                    target=back.place,
                    reason=REFUNDED,
                    lot=lot,
                    serial=serial,
                    document=document,
                    document_line=back.line,
                    unit_cost=cost,
                    business_date=day,
                )
            )
    return moves
