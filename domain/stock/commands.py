"""Moving stock. ``post`` is the one door to the ledger; whatever the books say, goods that move
are written down, so it never refuses for want of stock: those who promise or pick ask first."""

from collections.abc import Iterable

from domain.errors import RuleBroken
from domain.replica import Transaction
from domain.replica.changeset import Value
from domain.stock.errors import (
    LotExpired,
    LotNotUsable,
    LotRecalled,
    NotEnough,
    NothingToMove,
    QuantityAbsurd,
    ReservationGone,
    SerialTwice,
    WrongUsage,
)
from domain.stock.model import (
    CUSTOMER,
    INTERNAL,
    LOSS,
    LOT_STATUSES,
    NO_LOT,
    RECALLED,
    SUPPLIER,
    TRANSIT,
    USAGES,
    Location,
    Lot,
    Move,
)
from domain.stock.queries import (
    balance_at,
    find_lot,
    find_usage,
    location,
    reserved_by_id,
    serial_places,
)
from domain.stock.tables import location as location_table
from domain.stock.tables import (
    lot_seen,
    lot_status,
    movement,
    reservation,
    reservation_end,
)
from domain.values import MOST_STEPS, from_moment

_OUTSIDE = ((SUPPLIER, "SUPPLIER"), (CUSTOMER, "CUSTOMER"), (LOSS, "LOSS"), (TRANSIT, "TRANSIT"))
CONSUMED, RELEASED = "consumed", "released"


def create_location(
    tx: Transaction,
    code: str,
    name: str,
    usage: str = INTERNAL,
    *,
    parent: bytes | None = None,
    barcode: str | None = None,
    walk_order: int = 0,
    capacity: int | None = None,
) -> bytes:
    """Add a place to the site; without a barcode its code is what a scan must say."""
    tx.require("stock.adjust")
    if usage not in USAGES:
        raise RuleBroken
    identifier = tx.new_id()
    tx.insert(
        location_table,
        id=identifier,
        parent=parent,
        code=code,
        name=name,
        usage=usage,
        barcode=barcode or code,
        walk_order=walk_order,
        capacity=capacity,
        archived=0,
    )
    return identifier


def set_up_outside(tx: Transaction) -> dict[str, bytes]:
    """Make the four places of a site that are not in it: supplier, customer, loss, transit."""
    return {usage: create_location(tx, code, code.title(), usage) for usage, code in _OUTSIDE}


def today(tx: Transaction) -> str:
    """The day of this step (ISO), where no shift gives a business date."""
    return from_moment(tx.occurred_at).date().isoformat()


def post(tx: Transaction, moves: Iterable[Move]) -> None:
    """Write movements to the ledger. Raises NothingToMove, QuantityAbsurd.

    A movement between two places of ours keeps the day on which the goods came to the site.
    """
    rows: list[dict[str, Value]] = []
    for move in moves:
        if move.steps <= 0:
            raise NothingToMove
        if move.steps > MOST_STEPS:
            raise QuantityAbsurd(quantity=move.steps)
        day = move.business_date or today(tx)
        rows.append(
            {
                "line": tx.next_line(movement),
                "item": move.item,
                "quantity": move.steps,
                "source": move.source,
                "target": move.target,
                "lot": move.lot,
                "serial": move.serial,
                "reason": move.reason,
                "document": move.document,
                "document_line": move.document_line,
                "business_date": day,
                "arrived": move.arrived or day,
                "unit_cost": move.unit_cost,
            }
        )
    tx.insert_many(movement, rows)


def see_lot(tx: Transaction, item: bytes, lot: str, expires: str | None) -> None:
    """Note a lot that came in, with the last day on which it is good."""
    if lot != NO_LOT:
        line = tx.next_line(lot_seen)
        tx.insert(lot_seen, line=line, item=item, lot=lot, expires=expires)


def set_lot_status(tx: Transaction, item: bytes, lot: str, status: str, reason: str) -> None:
    """Hold, quarantine, recall, or approve a lot again, with the reason."""
    tx.require("stock.lot_status")
    if status not in LOT_STATUSES:
        raise RuleBroken
    tx.insert(lot_status, id=tx.new_id(), item=item, lot=lot, status=status, reason=reason)


def check_lot(lot: Lot, day: str, item_name: str) -> None:
    """Refuse a lot that may not go out. Raises LotExpired, LotRecalled, LotNotUsable."""
    if lot.usable_on(day):
        return
    if lot.status == RECALLED:
        raise LotRecalled(lot=lot.code, item=item_name)
    if lot.expires is not None and lot.expires < day:
        raise LotExpired(lot=lot.code, item=item_name, expires=lot.expires)
    raise LotNotUsable(lot=lot.code, item=item_name, status=lot.status)


def require_usable(tx: Transaction, item: bytes, lot: str, day: str, item_name: str) -> None:
    """Refuse to let a lot of an item go out on a day. Raises LotExpired, LotRecalled …"""
    if lot != NO_LOT:
        found = find_lot(tx.connection, tx.site, item, lot)
        if found is not None:
            check_lot(found, day, item_name)


def require_serial_free(tx: Transaction, item: bytes, serial: str, item_name: str) -> None:
    """Refuse a serial number that is in stock already. Raises SerialTwice."""
    if any(place.internal for place in serial_places(tx.connection, tx.site, item, serial)):
        raise SerialTwice(serial=serial, item=item_name)


def _held(tx: Transaction, identifier: bytes) -> Location:
    place = location(tx.connection, tx.site, identifier)
    if not place.internal:
        raise WrongUsage(location=place.code)
    return place


def move_stock(
    tx: Transaction,
    item: bytes,
    steps: int,
    source: bytes,
    target: bytes,
    *,
    lot: str = NO_LOT,
    serial: str | None = None,
    reason: str = "move",
    document: bytes | None = None,
    item_name: str = "",
) -> None:
    """Move goods from bin to bin; ``item_name`` is for what is said of them.

    Raises NotEnough, WrongUsage, NothingToMove.
    """
    tx.require("stock.move")
    place = _held(tx, source)
    _held(tx, target)
    there = balance_at(tx.connection, tx.site, item, source, lot)
    if there.available < steps:
        raise NotEnough(
            available=max(there.available, 0), item=item_name, location=place.code, wanted=steps
        )
    arrived = there.arrived
    post(
        tx,
        [
            Move(
                item,
                steps,
                source,
                target,
                reason,
                lot,
                serial,
                document,
                arrived=arrived,
            )
        ],
    )


def adjust(
    tx: Transaction, item: bytes, steps: int, place: bytes, reason: str, lot: str = NO_LOT
) -> None:
    """Correct the books by a signed number of steps against the loss location, with a reason."""
    tx.require("stock.adjust")
    loss = find_usage(tx.connection, tx.site, LOSS)
    ends = (loss.id, place) if steps > 0 else (place, loss.id)
    post(tx, [Move(item, abs(steps), *ends, reason, lot)])


def reserve(
    tx: Transaction,
    document: bytes,
    line: int,
    item: bytes,
    place: bytes,
    lot: str,
    steps: int,
    item_name: str = "",
) -> bytes:
    """Promise stock of one place to a line of an order. Raises NotEnough; nothing changed then."""
    if steps <= 0:
        raise NothingToMove
    there = balance_at(tx.connection, tx.site, item, place, lot)
    if there.available < steps:
        raise NotEnough(
            available=max(there.available, 0),
            item=item_name,
            location=there.location.code,
            wanted=steps,
        )
    identifier = tx.new_id()
    tx.insert(
        reservation,
        id=identifier,
        document=document,
        document_line=line,
        item=item,
        location=place,
        lot=lot,
        quantity=steps,
    )
    return identifier


def _end(tx: Transaction, identifier: bytes, steps: int, kind: str) -> None:
    left = reserved_by_id(tx.connection, tx.site, identifier)
    if left is None or left.quantity < steps:
        raise ReservationGone(left=0 if left is None else left.quantity)
    line = tx.next_line(reservation_end)
    tx.insert(reservation_end, line=line, reservation=identifier, quantity=steps, kind=kind)


def release(tx: Transaction, identifier: bytes, steps: int) -> None:
    """Give promised stock back. Raises ReservationGone."""
    _end(tx, identifier, steps, RELEASED)


def consume(tx: Transaction, identifier: bytes, steps: int) -> None:
    """End a promise because the goods were taken for it. Raises ReservationGone."""
    _end(tx, identifier, steps, CONSUMED)
