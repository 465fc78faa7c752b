"""Receiving goods by scan: opening a receipt, scanning to it, closing it."""

from collections.abc import Sequence
from dataclasses import replace

from domain import access, catalogue, purchasing, stock
from domain.catalogue import Product
from domain.purchasing import OrderLine
from domain.receiving.errors import NotOnOrder, ReceiptNotOpen
from domain.receiving.goods import Goods, Part, check_goods, parts_of, shares_of
from domain.receiving.model import (
    BLIND,
    CLOSE,
    EXPECTED,
    OPEN,
    OVER,
    OVER_APPROVED,
    RECEIVING,
    Arrived,
    Discrepancy,
    Receipt,
    Scanned,
)
from domain.receiving.queries import discrepancies, receipt
from domain.receiving.tables import receipt as receipt_table
from domain.receiving.tables import receipt_event
from domain.receiving.writing import desk_of, write_parts
from domain.replica import Transaction

RECEIVE, BLIND_RIGHT = "receiving.receive", "receiving.blind"
NUMBER = "receipt"
_KINDS = (EXPECTED, OVER, OVER_APPROVED, BLIND)


def set_up_receiving(tx: Transaction) -> bytes:
    """Make the place where goods are put down on arrival; give its id."""
    return stock.create_location(tx, RECEIVING, "Receiving")


def open_receipt(
    tx: Transaction, order_id: bytes, *, location: bytes | None = None, reference: str | None = None
) -> bytes:
    """Begin receiving for a purchase order; give the receipt's id.

    Raises UnknownOrder, OrderNotOpen, UnknownLocation.
    """
    tx.require(RECEIVE)
    order = purchasing.order(tx.connection, tx.site, order_id)
    if not order.awaited and order.status != purchasing.RECEIVED:
        raise purchasing.OrderNotOpen(number=order.number, status=order.status)
    return _open(tx, order_id, order.supplier, location, reference)


def open_blind_receipt(
    tx: Transaction,
    *,
    supplier: bytes | None = None,
    location: bytes | None = None,
    reference: str | None = None,
) -> bytes:
    """Begin receiving goods that nobody ordered; give the receipt's id.

    Needs the right ``receiving.blind``, or an approval of it about the supplier.
    """
    tx.require(RECEIVE)
    access.require(tx, BLIND_RIGHT, subject=supplier)
    return _open(tx, None, supplier, location, reference)


def _open(
    tx: Transaction,
    order: bytes | None,
    supplier: bytes | None,
    location: bytes | None,
    reference: str | None,
) -> bytes:
    place = location or stock.find_location(tx.connection, tx.site, RECEIVING).id
    identifier = tx.new_id()
    tx.insert(
        receipt_table,
        id=identifier,
        purchase_order=order,
        supplier=supplier,
        location=place,
        blind=int(order is None),
        reference=reference,
    )
    tx.number(NUMBER, identifier)
    return identifier


def receive_scan(
    tx: Transaction,
    receipt_id: bytes,
    item: Product,
    steps: int,
    *,
    rejected: int = 0,
    reject_reason: str | None = None,
    lot: str = stock.NO_LOT,
    expires: str | None = None,
    serial: str | None = None,
    unit_cost: int | None = None,
    blind: bool = False,
) -> Scanned:
    """Receive what was scanned: ``steps`` came, ``rejected`` of them are not stocked.

    ``blind`` takes an item that is not on the order, with the right to it (or an approval about
    the receipt). ``expires`` is the last good day (ISO). Raises ReceiptNotOpen, NotOnOrder,
    OverTolerance (an approval is about ``params["subject"]``), NothingReceived,
    RejectReasonMissing, LotMissing, NotADay; LotExpired, LotRecalled, SerialTwice, SerialMissing
    of the stock.
    """
    tx.require(RECEIVE)
    head = require_open(tx, receipt_id)
    goods = Goods(
        *(item, steps, rejected, reject_reason, lot.strip(), expires, serial, unit_cost),
        stock.today(tx),
    )
    check_goods(tx, goods)
    ordered = _ordered_lines(tx, head, item.id)
    if ordered:
        parts = parts_of(goods, shares_of(tx, goods, ordered))
    else:
        _require_blind(tx, head, item, blind=blind)
        parts = [Part(goods, None, BLIND, steps, rejected)]
    written = write_parts(tx, desk_of(tx, head), parts)
    after = _ordered_lines(tx, head, item.id)
    return Scanned(
        tuple(written),
        max((part.kind for part in parts), key=_KINDS.index),
        sum(line.quantity for line in after),
        sum(line.received for line in after),
        sum(line.open for line in after),
    )


def require_open(tx: Transaction, receipt_id: bytes) -> Receipt:
    """Give a receipt that can still be scanned to. Raises UnknownReceipt, ReceiptNotOpen."""
    head = receipt(tx.connection, tx.site, receipt_id)
    if head.status not in OPEN:
        raise ReceiptNotOpen(receipt=head.number, status=head.status)
    return head


def _ordered_lines(tx: Transaction, head: Receipt, item: bytes) -> list[OrderLine]:
    if head.order is None:
        return []
    lines = purchasing.order_lines(tx.connection, tx.site, head.order)
    own = [line for line in lines if line.product == item]
    return sorted(own, key=lambda line: (line.due is None, line.due or "", line.number))


def _require_blind(tx: Transaction, head: Receipt, item: Product, *, blind: bool) -> None:
    if head.order is None:
        return
    if not blind:
        order = purchasing.order(tx.connection, tx.site, head.order)
        raise NotOnOrder(item=item.name, order=order.number)
    access.require(tx, BLIND_RIGHT, subject=head.id)


def receive_order_lines(
    tx: Transaction,
    order_id: bytes,
    lines: Sequence[Arrived],
    *,
    day: str | None = None,
    reference: str | None = None,
) -> bytes:
    """Receive a whole delivery for an order at once and close its receipt; give the receipt's id.

    The same rules as scan by scan, for deliveries that another program knew. Raises
    UnknownOrderLine, OrderNotOpen and what ``receive_scan`` raises.
    """
    receipt_id = open_receipt(tx, order_id, reference=reference)
    head = receipt(tx.connection, tx.site, receipt_id)
    parts = _delivered(tx, order_id, lines, day or stock.today(tx))
    write_parts(tx, desk_of(tx, head), parts)
    tx.insert(receipt_event, id=tx.new_id(), document=receipt_id, kind=CLOSE)
    return receipt_id


def _delivered(tx: Transaction, order_id: bytes, lines: Sequence[Arrived], day: str) -> list[Part]:
    found = purchasing.order_lines(tx.connection, tx.site, order_id)
    ordered = {line.number: line for line in reversed(found)}
    items = catalogue.products(tx.connection, [line.product for line in found])
    parts: list[Part] = []
    serials: set[tuple[bytes, str]] = set()
    for each in lines:
        line = ordered.get(each.number)
        if line is None:
            number = purchasing.order(tx.connection, tx.site, order_id).number
            raise purchasing.UnknownOrderLine(number=number, line=each.number)
        goods = Goods(
            *(items[line.product], each.received, each.rejected, each.reject_reason, each.lot),
            *(each.expires, each.serial, each.unit_cost, day),
        )
        check_goods(tx, goods)
        if each.serial:
            if (line.product, each.serial) in serials:
                raise stock.SerialTwice(serial=each.serial, item=goods.item.name)
            serials.add((line.product, each.serial))
        parts += parts_of(goods, shares_of(tx, goods, [line]))
        ordered[each.number] = replace(line, received=line.received + each.received)
    return parts


def close_receipt(tx: Transaction, receipt_id: bytes) -> list[Discrepancy]:
    """Finish a receipt; give what is not as ordered. Raises ReceiptNotOpen."""
    tx.require(RECEIVE)
    require_open(tx, receipt_id)
    tx.insert(receipt_event, id=tx.new_id(), document=receipt_id, kind=CLOSE)
    return discrepancies(tx.connection, tx.site, receipt_id)
