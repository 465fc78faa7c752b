"""Sending packed goods to customers, and taking a shipment back."""

from collections import defaultdict
from collections.abc import Mapping

from domain import catalogue, orders, picking, stock
from domain.access import require
from domain.replica import Transaction
from domain.replica.changeset import Value
from domain.shipping.errors import (
    NothingPacked,
    NotPacked,
    OrderIncomplete,
    ShipmentCancelled,
)
from domain.shipping.model import Shipment
from domain.shipping.queries import shipment as find_shipment
from domain.shipping.tables import shipment, shipment_cancelled, shipment_line

RIGHT = "shipping.ship"
NUMBER = "shipment"


def ship(
    tx: Transaction,
    order: bytes,
    *,
    lines: Mapping[int, int] | None = None,
    carrier: str = "",
    tracking: str = "",
) -> Shipment:
    """Send what is packed of an order, or so many steps of some of its lines.

    What is still open stays a backorder; services go out with the first goods. Raises
    NothingPacked, NotPacked, OrderIncomplete, OrderOnHold, OrderNotOpen, LotExpired,
    LotRecalled, LotNotUsable.
    """
    tx.require(RIGHT)
    found = orders.require_workable(tx, order)
    chosen = _choose(tx, found, lines)
    served = {line.line: line.state.open for line in found.lines if not line.stocked}
    served = {line: steps for line, steps in served.items() if steps}
    if not chosen and not (served and not any(line.stocked for line in found.lines)):
        raise NothingPacked(order=found.head.number)
    if found.complete_only:
        _require_whole(found, chosen)
    day = stock.today(tx)
    for item, lot in sorted({(each.item, each.lot) for each in chosen}):
        name = catalogue.product(tx.connection, item).name
        stock.require_usable(tx, item, lot, day, name)
    identifier = tx.new_id()
    tx.number(NUMBER, identifier)
    tx.insert(shipment, id=identifier, order_id=order, carrier=carrier, tracking=tracking, day=day)
    _send(tx, identifier, found, chosen, served)
    return find_shipment(tx.connection, tx.site, identifier)


def _choose(
    tx: Transaction, found: orders.Order, lines: Mapping[int, int] | None
) -> list[picking.Packed]:
    """Choose from what is packed, at most what is open of each line."""
    lying: dict[int, list[picking.Packed]] = defaultdict(list)
    for each in picking.packed(tx.connection, tx.site, found.id):
        lying[each.line].append(each)
    chosen: list[picking.Packed] = []
    for line in found.lines:
        there = min(sum(each.steps for each in lying[line.line]), line.state.open)
        wanted = there if lines is None else lines.get(line.line, 0)
        if not 0 <= wanted <= there:
            raise NotPacked(packed=there, line=line.line, wanted=wanted)
        for each in lying[line.line]:
            part = min(each.steps, wanted)
            if part:
                chosen.append(picking.Packed(each.line, each.item, each.lot, each.serial, part))
                wanted -= part
    return chosen


def _require_whole(found: orders.Order, chosen: list[picking.Packed]) -> None:
    going: dict[int, int] = defaultdict(int)
    for each in chosen:
        going[each.line] += each.steps
    if any(line.stocked and going[line.line] < line.state.open for line in found.lines):
        raise OrderIncomplete(order=found.head.number)


def _send(
    tx: Transaction,
    identifier: bytes,
    found: orders.Order,
    chosen: list[picking.Packed],
    served: dict[int, int],
) -> None:
    packing = orders.packing_place(tx)
    customer = stock.customer_place(tx.connection, tx.site).id
    rows: list[dict[str, Value]] = []
    moves: list[stock.Move] = []
    for each in chosen:
        arrived = stock.balance_at(tx.connection, tx.site, each.item, packing, each.lot).arrived
        rows.append(_row(identifier, len(rows) + 1, each, arrived))
        moves.append(_move(found.id, each, packing, customer, orders.SHIP, arrived))
    products = {line.line: line.product for line in found.lines}
    for line, steps in served.items():
        service = picking.Packed(line, products[line], stock.NO_LOT, None, steps)
        rows.append(_row(identifier, len(rows) + 1, service, stock.today(tx)))
        orders.serve_line(tx, found.id, line, steps)
    _end_promises(tx, found, packing, chosen)
    tx.insert_many(shipment_line, rows)
    stock.post(tx, moves)


def _row(identifier: bytes, number: int, each: picking.Packed, arrived: str) -> dict[str, Value]:
    return {
        "document": identifier,
        "line": number,
        "order_line": each.line,
        "item": each.item,
        "lot": each.lot,
        "serial": each.serial,
        "quantity": each.steps,
        "arrived": arrived,
    }


def _move(
    order: bytes, each: picking.Packed, source: bytes, target: bytes, reason: str, arrived: str
) -> stock.Move:
    return stock.Move(
        each.item,
        each.steps,
        source,
        target,
        reason,
        each.lot,
        each.serial,
        order,
        each.line,
        arrived=arrived,
    )


def _end_promises(
    tx: Transaction, found: orders.Order, packing: bytes, chosen: list[picking.Packed]
) -> None:
    """The goods leave: what they were promised for is done, and no more is kept than is open."""
    going: dict[tuple[int, str], int] = defaultdict(int)
    leaving: dict[int, int] = defaultdict(int)
    for each in chosen:
        going[(each.line, each.lot)] += each.steps
        leaving[each.line] += each.steps
    for promise in stock.reserved_for(tx.connection, tx.site, found.id):
        key = (promise.document_line, promise.lot)
        part = min(promise.quantity, going[key]) if promise.location == packing else 0
        if part:
            stock.consume(tx, promise.id, part)
            going[key] -= part
    for line, steps in leaving.items():
        orders.release_surplus(tx, found.id, line, found.line(line).state.open - steps)


def cancel_shipment(tx: Transaction, identifier: bytes, reason: str) -> None:
    """Take a shipment back to the packing place by the mirrored movements.

    What the order still wants of it is promised to it there. Raises ShipmentCancelled,
    UnknownShipment.
    """
    require(tx, RIGHT, identifier)
    sent = find_shipment(tx.connection, tx.site, identifier)
    if sent.cancelled:
        raise ShipmentCancelled(shipment=sent.number)
    tx.insert(shipment_cancelled, id=tx.new_id(), shipment=identifier, reason=reason)
    packing = orders.packing_place(tx)
    customer = stock.customer_place(tx.connection, tx.site).id
    stocked = {
        line.line for line in orders.order_lines(tx.connection, tx.site, sent.order) if line.stocked
    }
    for each in sent.lines:
        if each.order_line not in stocked:
            orders.serve_line(tx, sent.order, each.order_line, -each.steps)
            continue
        packed = picking.Packed(each.order_line, each.item, each.lot, each.serial, each.steps)
        stock.post(tx, [_move(sent.order, packed, customer, packing, orders.UNSHIP, each.arrived)])
        line = orders.order(tx.connection, tx.site, sent.order).line(each.order_line).state
        again = min(each.steps, line.open - line.reserved)
        if again > 0:
            promise = stock.Promise(
                sent.order, each.order_line, each.item, packing, each.lot, again
            )
            stock.promise_moved_goods(tx, promise)
