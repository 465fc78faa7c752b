"""Asking receiving: receipts, what is not as ordered, labels, where goods should be put."""

from collections.abc import Collection
from typing import Any

from sqlalchemy.engine import Connection

from domain import purchasing, stock
from domain.receiving.errors import UnknownReceipt
from domain.receiving.model import (
    RECEIVING,
    Bin,
    Discrepancy,
    LabelRequest,
    Receipt,
    ReceiptLine,
    fill,
    put_away_order,
)
from domain.replica import run
from domain.values import DocumentNumber, NotADocumentNumber

_RECEIPT = (
    "SELECT r.id, r.purchase_order, r.supplier, r.location, r.blind, r.reference, t.status,"
    " t.standing, t.accepted, t.rejected, n.site, n.station, n.life, n.year, n.counter"
    " FROM receipt r JOIN receipt_state t ON t.site = r.site AND t.document = r.id"
    " LEFT JOIN document_number n ON n.site = r.site AND n.document = r.id WHERE r.site = ?"
)


def _receipt(row: Any) -> Receipt:
    number = "" if row[10] is None else str(DocumentNumber(*row[10:15]))
    identifier, order, supplier, location, blind, reference, *rest = row[:10]
    return Receipt(identifier, number, order, supplier, location, bool(blind), reference, *rest)


def receipt(connection: Connection, site: int, identifier: bytes) -> Receipt:
    """Give a receipt by its id. Raises UnknownReceipt."""
    row = run(connection, f"{_RECEIPT} AND r.id = ?", site, identifier).first()
    if row is None:
        raise UnknownReceipt(receipt=identifier.hex())
    return _receipt(row)


def find_receipt(connection: Connection, site: int, text: str) -> Receipt:
    """Find a receipt by its number. Raises UnknownReceipt."""
    try:
        number = DocumentNumber.parse(text)
    except NotADocumentNumber:
        raise UnknownReceipt(receipt=text) from None
    row = run(
        connection,
        f"{_RECEIPT} AND n.site = ? AND n.station = ? AND n.life = ? AND n.year = ?"
        " AND n.counter = ?",
        site,
        number.site,
        number.station,
        number.life,
        number.year,
        number.counter,
    ).first()
    if row is None:
        raise UnknownReceipt(receipt=text)
    return _receipt(row)


def receipts(connection: Connection, site: int, statuses: tuple[str, ...] = ()) -> list[Receipt]:
    """Give a site's receipts, newest first, of some statuses or of all."""
    where = f" AND t.status IN ({', '.join('?' * len(statuses))})" if statuses else ""
    rows = run(connection, f"{_RECEIPT}{where} ORDER BY r.id DESC", site, *statuses)
    return [_receipt(row) for row in rows]


def receipts_of(connection: Connection, site: int, order: bytes) -> list[Receipt]:
    """Give the receipts for a purchase order, oldest first."""
    text = f"{_RECEIPT} AND r.purchase_order = ? ORDER BY r.id"
    return [_receipt(row) for row in run(connection, text, site, order)]


_LINE = (
    "SELECT l.id, l.document, l.line, l.item, l.order_line, l.kind, l.accepted, l.rejected,"
    " l.reject_reason, l.lot, l.expires, l.serial, l.unit_cost, l.day FROM receipt_line l"
    " WHERE l.site = ?"
)
_STANDS = (
    " AND l.reverses IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM receipt_line r WHERE r.site = l.site AND r.reverses = l.id)"
)


def receipt_lines(connection: Connection, site: int, identifier: bytes) -> list[ReceiptLine]:
    """Give the scans of a receipt that stand, in their order."""
    text = f"{_LINE} AND l.document = ?{_STANDS} ORDER BY l.line, l.id"
    return [ReceiptLine(*row) for row in run(connection, text, site, identifier)]


def taken_back_twice(connection: Connection, site: int) -> list[ReceiptLine]:
    """Give scans that two stations took back without seeing each other: their stock is to count."""
    again = (
        " AND l.id IN (SELECT reverses FROM receipt_line"
        " WHERE site = ? AND reverses IS NOT NULL GROUP BY reverses HAVING count(*) > 1)"
    )
    rows = run(connection, f"{_LINE}{again} ORDER BY l.document, l.line", site, site)
    return [ReceiptLine(*row) for row in rows]


def discrepancies(connection: Connection, site: int, identifier: bytes) -> list[Discrepancy]:
    """Give what is not as ordered after a receipt: short, over, rejected, never ordered.

    A blind receipt has nothing to compare with.
    """
    head = receipt(connection, site, identifier)
    if head.order is None:
        return []
    here: dict[bytes | None, list[ReceiptLine]] = {}
    for each in receipt_lines(connection, site, identifier):
        here.setdefault(each.order_line, []).append(each)
    found = []
    for line in purchasing.order_lines(connection, site, head.order):
        own = here.get(line.id, [])
        came, bad = sum(e.received for e in own), sum(e.rejected for e in own)
        place = (line.id, line.product, line.quantity, line.received)
        found.append(Discrepancy(*place, came, bad))
    for each in here.get(None, []):
        found.append(Discrepancy(None, each.item, 0, each.received, each.received, each.rejected))  # noqa: PERF401
    return [each for each in found if each.short or each.over or each.rejected]


def labels_waiting(connection: Connection, site: int) -> list[LabelRequest]:
    """Give the labels that wait to be printed, oldest first; not those of scans taken back."""
    rows = run(
        connection,
        "SELECT q.id, q.receipt_line, q.item, q.lot, q.expires, q.serial, q.template, q.copies"
        " FROM label_request q WHERE q.site = ?"
        " AND NOT EXISTS (SELECT 1 FROM label_done d WHERE d.site = q.site AND d.request = q.id)"
        " AND NOT EXISTS (SELECT 1 FROM receipt_line r"
        " WHERE r.site = q.site AND r.reverses = q.receipt_line) ORDER BY q.id",
        site,
    )
    return [LabelRequest(*row) for row in rows]


def awaiting_putaway(connection: Connection, site: int) -> list[stock.Balance]:
    """Give what lies in the receiving place. Raises UnknownLocation where there is none."""
    place = stock.find_location(connection, site, RECEIVING)
    return [each for each in stock.contents(connection, site, place.id) if each.on_hand > 0]


def bins(connection: Connection, site: int, item: bytes, lot: str = "") -> list[Bin]:
    """Give the places of a site where goods can be put away; not the receiving place.

    A place that has places within it is a zone and holds nothing itself.
    """
    rows = run(
        connection,
        "SELECT l.id, l.code, l.walk_order, l.capacity,"
        " coalesce(sum(b.on_hand), 0),"
        " coalesce(max(CASE WHEN b.item = ? AND b.lot = ? THEN 1 ELSE 0 END), 0),"
        " coalesce(max(CASE WHEN b.item = ? THEN 1 ELSE 0 END), 0)"
        " FROM location l LEFT JOIN balance b"
        " ON b.site = l.site AND b.location = l.id AND b.on_hand > 0"
        " WHERE l.site = ? AND l.usage = ? AND l.archived = 0 AND l.code <> ?"
        " AND NOT EXISTS (SELECT 1 FROM location c"
        " WHERE c.site = l.site AND c.parent = l.id AND c.archived = 0)"
        " GROUP BY l.id, l.code, l.walk_order, l.capacity",
        item,
        lot,
        item,
        site,
        stock.INTERNAL,
        RECEIVING,
    )
    return [
        Bin(identifier, code, walk, capacity, int(load), bool(has_lot), bool(has_item))
        for identifier, code, walk, capacity, load, has_lot, has_item in rows
    ]


def suggest_putaway(
    connection: Connection,
    site: int,
    item: bytes,
    steps: int,
    lot: str = "",
    *,
    source: bytes | None = None,
    whole: int = 1,
    without: Collection[bytes] = (),
) -> list[tuple[stock.Location, int]]:
    """Suggest where to put goods, and how many steps where; what fits nowhere is left out.

    First where the same lot or item lies already, then by the walk, the emptiest first; never
    beyond a bin's capacity, only in multiples of ``whole``, never back to ``source``, and never
    into a bin of ``without`` (somebody stood before it and found it full).
    """
    barred = {source, *without}
    free = [each for each in bins(connection, site, item, lot) if each.id not in barred]
    placed = fill(put_away_order(free), steps, whole)
    return [(stock.location(connection, site, each.id), part) for each, part in placed]
