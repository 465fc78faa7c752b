"""Asking purchasing: suppliers and their terms, orders, what is on order, how long it takes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from domain.purchasing.errors import UnknownOrder, UnknownOrderLine, UnknownSupplier
from domain.purchasing.model import LeadTime, Order, OrderLine, Supplier, SupplierItem
from domain.purchasing.projections import SUPPLIER
from domain.replica import run, search
from domain.values import DocumentNumber, NotADocumentNumber

_SUPPLIER = (
    "SELECT id, code, name, email, phone, currency, lead_time_days, minimum_order_amount,"
    " over_tolerance, rating, archived FROM supplier WHERE site = 0"
)


def _supplier(row: Any) -> Supplier:
    values = list(row)
    values[-1] = bool(values[-1])
    return Supplier(*values)


def supplier(connection: Connection, identifier: bytes) -> Supplier:
    """Give a supplier by its id. Raises UnknownSupplier."""
    row = run(connection, f"{_SUPPLIER} AND id = ?", identifier).first()
    if row is None:
        raise UnknownSupplier(supplier=identifier.hex())
    return _supplier(row)


def find_supplier(connection: Connection, code: str) -> Supplier | None:
    """Find a supplier by its code; of two, the one that was made first."""
    text = f"{_SUPPLIER} AND code = ? ORDER BY id LIMIT 1"
    row = run(connection, text, code.strip()).first()
    return None if row is None else _supplier(row)


def suppliers(connection: Connection, *, archived: bool = False) -> list[Supplier]:
    """Give all suppliers by name."""
    where = "" if archived else " AND archived = 0"
    return [_supplier(row) for row in run(connection, f"{_SUPPLIER}{where} ORDER BY name, code")]


def find_suppliers(connection: Connection, text: str, limit: int = 50) -> list[Supplier]:
    """Search suppliers as you type, by code and name."""
    hits = [hit.id for hit in search(connection, SUPPLIER, text, limit)]
    found = [supplier(connection, identifier) for identifier in hits]
    return [each for each in found if not each.archived]


_ITEM = (
    "SELECT i.id, i.supplier, i.product, i.code, coalesce(i.lead_time_days, s.lead_time_days),"
    " i.min_quantity, i.max_quantity, i.pack_steps, i.price,"
    " coalesce(i.over_tolerance, s.over_tolerance), i.preferred FROM supplier_item i"
    " JOIN supplier s ON s.site = 0 AND s.id = i.supplier"
    " WHERE i.site = 0 AND i.archived = 0 AND s.archived = 0"
)


def _item(row: Any) -> SupplierItem:
    values = list(row)
    values[-1] = bool(values[-1])
    return SupplierItem(*values)


def terms_of(connection: Connection, supplier_id: bytes, product: bytes) -> SupplierItem | None:
    """Give the terms on which a supplier sells a product, if it does."""
    text = f"{_ITEM} AND i.supplier = ? AND i.product = ? ORDER BY i.id LIMIT 1"
    row = run(connection, text, supplier_id, product).first()
    return None if row is None else _item(row)


def suppliers_of(connection: Connection, product: bytes) -> list[SupplierItem]:
    """Give who sells a product: the preferred one first, then the cheapest."""
    text = f"{_ITEM} AND i.product = ? ORDER BY i.preferred DESC, i.price, i.id"
    return [_item(row) for row in run(connection, text, product)]


def items_of(connection: Connection, supplier_id: bytes) -> list[SupplierItem]:
    """Give what a supplier sells us."""
    return [_item(row) for row in run(connection, f"{_ITEM} AND i.supplier = ?", supplier_id)]


def all_terms(connection: Connection) -> list[SupplierItem]:
    """Give the terms of all suppliers, by product, the preferred ones first."""
    text = f"{_ITEM} ORDER BY i.product, i.preferred DESC, i.price, i.id"
    return [_item(row) for row in run(connection, text)]


_ORDER = (
    "SELECT o.id, o.origin, o.supplier, s.name, o.expected, o.currency, o.reference, t.status,"
    " t.approved, t.sent_day, t.line_count, t.lines, t.tax, t.freight, t.total, t.contested,"
    " n.site, n.station, n.life, n.year, n.counter FROM purchase_order o"
    " JOIN purchase_order_state t ON t.site = o.site AND t.document = o.id"
    " LEFT JOIN supplier s ON s.site = 0 AND s.id = o.supplier"
    " LEFT JOIN document_number n ON n.site = o.site AND n.document = o.id"
    " WHERE o.site = ?"
)


def _order(row: Any) -> Order:
    number = "" if row[16] is None else str(DocumentNumber(*row[16:21]))
    values = list(row[2:16])
    values[1] = values[1] or ""
    values[6], values[13] = bool(values[6]), bool(values[13])
    return Order(row[0], number, row[1], *values)


def order(connection: Connection, site: int, identifier: bytes) -> Order:
    """Give a purchase order by its id. Raises UnknownOrder."""
    row = run(connection, f"{_ORDER} AND o.id = ?", site, identifier).first()
    if row is None:
        raise UnknownOrder(number=identifier.hex())
    return _order(row)


def find_order(connection: Connection, site: int, text: str) -> Order:
    """Find an order by its number, else by its number elsewhere. Raises UnknownOrder."""
    try:
        number = DocumentNumber.parse(text)
    except NotADocumentNumber:
        where, params = "o.reference = ?", (text.strip(),)
    else:
        where = "n.station = ? AND n.life = ? AND n.year = ? AND n.counter = ?"
        params = (number.station, number.life, number.year, number.counter)  # type: ignore[assignment]
        if number.site != site:
            raise UnknownOrder(number=text)
    row = run(connection, f"{_ORDER} AND {where} ORDER BY o.id LIMIT 1", site, *params).first()
    if row is None:
        raise UnknownOrder(number=text)
    return _order(row)


def orders(connection: Connection, site: int, statuses: Sequence[str] = ()) -> list[Order]:
    """Give a site's orders, newest first, of some statuses or of all."""
    marks = ", ".join("?" * len(statuses))
    where = f" AND t.status IN ({marks})" if statuses else ""
    rows = run(connection, f"{_ORDER}{where} ORDER BY o.id DESC", site, *statuses)
    return [_order(row) for row in rows]


def references(connection: Connection, site: int) -> dict[str, bytes]:
    """Give the orders that have a number elsewhere, by it: an import runs twice without harm."""
    rows = run(
        connection,
        "SELECT reference, id FROM purchase_order WHERE site = ? AND reference IS NOT NULL",
        site,
    )
    return {row[0]: row[1] for row in rows}


_LINE = (
    "SELECT document, line, revision, number, product, quantity, price, amount, due, tolerance,"
    " received, rejected, open, contested FROM purchase_line_state WHERE site = ?"
)


def _line(row: Any) -> OrderLine:
    values = list(row)
    values[-1] = bool(values[-1])
    return OrderLine(*values)


def order_lines(
    connection: Connection, site: int, identifier: bytes, *, removed: bool = False
) -> list[OrderLine]:
    """Give an order's lines by number; those taken out only where ``removed``."""
    where = "" if removed else " AND (quantity > 0 OR received <> 0)"
    text = f"{_LINE} AND document = ?{where} ORDER BY number, line"
    return [_line(row) for row in run(connection, text, site, identifier)]


def order_line(connection: Connection, site: int, order_id: bytes, line: bytes) -> OrderLine:
    """Give one line of an order. Raises UnknownOrderLine."""
    row = run(connection, f"{_LINE} AND document = ? AND line = ?", site, order_id, line).first()
    if row is None:
        raise UnknownOrderLine(number=order(connection, site, order_id).number, line=line.hex())
    return _line(row)


def awaited_lines(connection: Connection, site: int, product: bytes) -> list[OrderLine]:
    """Give the lines on which a product is still to come, the earliest due first."""
    text = f"{_LINE} AND product = ? AND open > 0 ORDER BY due IS NULL, due, document, number"
    return [_line(row) for row in run(connection, text, site, product)]


def on_order(connection: Connection, site: int) -> dict[bytes, int]:
    """Give how much of each product is still to come, in steps."""
    rows = run(
        connection,
        "SELECT product, sum(open) FROM purchase_line_state WHERE site = ? AND open > 0"
        " GROUP BY product",
        site,
    )
    return {row[0]: int(row[1]) for row in rows}


def lead_times(connection: Connection, site: int) -> list[LeadTime]:
    """Measure how long suppliers took: days from sending an order to each receipt.

    Receipts that were taken back do not count.
    """
    rows = run(
        connection,
        "SELECT s.supplier, l.product, s.sent_day, min(r.day) AS came FROM purchase_receipt r"
        " JOIN purchase_order_state s ON s.site = r.site AND s.document = r.document"
        " JOIN purchase_line_state l"
        " ON l.site = r.site AND l.document = r.document AND l.line = r.order_line"
        " WHERE r.site = ? AND s.sent_day IS NOT NULL"
        " GROUP BY s.supplier, l.product, s.sent_day, r.receipt, r.order_line"
        " HAVING sum(r.received) > 0 ORDER BY s.supplier, l.product, came, s.sent_day",
        site,
    )
    found: dict[tuple[bytes, bytes], list[int]] = {}
    for bought_from, product, sent, came in rows:
        days = (date.fromisoformat(came) - date.fromisoformat(sent)).days
        found.setdefault((bought_from, product), []).append(days)
    return [LeadTime(*key, tuple(days)) for key, days in found.items()]
