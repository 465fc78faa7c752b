"""Asking for orders: one, a page of them, what waits for stock, what somebody must look at."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import Connection

from domain import stock
from domain.company import PACKING
from domain.errors import RuleBroken
from domain.orders.errors import UnknownOrder
from domain.orders.model import (
    HELD,
    RELEASE,
    CountWanted,
    LineAvailability,
    LineState,
    Order,
    OrderLine,
    OrderRow,
    Waiting,
)
from domain.replica import run
from domain.values import DocumentNumber

_HEAD = (
    "SELECT o.id, n.site, n.station, n.life, n.year, n.counter, o.channel, o.reference,"
    " o.customer, o.ship_to, o.ordered_at, o.requested, o.currency, o.priority, s.status, s.held,"
    " s.duplicate_of, s.lines, s.amount, s.waiting, s.contested,"
    " o.note, o.tax_included, o.complete_only, s.confirmed"
    " FROM sales_order_state s JOIN sales_order o ON o.site = s.site AND o.id = s.document"
    " LEFT JOIN document_number n ON n.site = s.site AND n.document = s.document"
)


def _row(row: Any) -> OrderRow:
    number = "" if row[1] is None else str(DocumentNumber(*row[1:6]))
    flags = (bool(row[19]), bool(row[20]))
    fields: list[Any] = [row[0], number, *row[6:15], bool(row[15]), *row[16:19], *flags]
    return OrderRow(*fields)


def order(connection: Connection, site: int, identifier: bytes) -> Order:
    """Give an order with its lines. Raises UnknownOrder."""
    row = run(connection, f"{_HEAD} WHERE s.site = ? AND s.document = ?", site, identifier).first()
    if row is None:
        raise UnknownOrder(order=identifier.hex())
    return Order(
        head=_row(row),
        note=row[21],
        tax_included=bool(row[22]),
        complete_only=bool(row[23]),
        confirmed=bool(row[24]),
        hold_reasons=tuple(hold[1] for hold in holds(connection, site, identifier)),
        lines=tuple(order_lines(connection, site, identifier)),
    )


def status(connection: Connection, site: int, identifier: bytes) -> OrderRow:
    """Give an order's head. Raises UnknownOrder."""
    row = run(connection, f"{_HEAD} WHERE s.site = ? AND s.document = ?", site, identifier).first()
    if row is None:
        raise UnknownOrder(order=identifier.hex())
    return _row(row)


def order_lines(connection: Connection, site: int, identifier: bytes) -> list[OrderLine]:
    """Give an order's lines with what has become of them."""
    rows = run(
        connection,
        "SELECT l.line, l.product, l.price, l.discount, l.amount, l.tax_class, l.stocked,"
        " s.ordered, s.shipped, s.cancelled, s.open, s.reserved, s.picked, s.backorder,"
        " s.over_shipped, s.return_expected, s.put_back FROM sales_order_line l"
        " JOIN sales_line_state s ON s.site = l.site AND s.document = l.document"
        " AND s.line = l.line WHERE l.site = ? AND l.document = ? ORDER BY l.line",
        site,
        identifier,
    )
    return [_line(row) for row in rows]


def _line(row: Any) -> OrderLine:
    fields: list[Any] = [*row[:6], bool(row[6]), LineState(*row[7:])]
    return OrderLine(*fields)


def orders(
    connection: Connection,
    site: int,
    *,
    status: str | None = None,
    channel: str | None = None,
    customers: Sequence[bytes] | None = None,
    contested: bool = False,
    limit: int = 100,
    after: OrderRow | None = None,
) -> list[OrderRow]:
    """Give a page of orders, the newest first; ``after`` is the last row of the page before.

    ``customers`` are the ids of one customer: ``customers.aliases`` gives them.
    """
    where, params = "", []
    if status is not None:
        where += " AND s.status = ?"
        params.append(status)
    if channel is not None:
        where += " AND s.channel = ?"
        params.append(channel)
    if customers is not None:
        where += f" AND o.customer IN ({', '.join('?' * len(customers)) or 'NULL'})"
        params += customers  # type: ignore[arg-type]
    if contested:
        where += " AND s.contested = 1"
    if after is not None:
        where += " AND (s.ordered_at < ? OR (s.ordered_at = ? AND s.document < ?))"
        params += [after.ordered_at, after.ordered_at, after.id]  # type: ignore[list-item]
    rows = run(
        connection,
        f"{_HEAD} WHERE s.site = ?{where} ORDER BY s.ordered_at DESC, s.document DESC LIMIT ?",
        site,
        *params,
        limit,
    )
    return [_row(row) for row in rows]


_SORTS = {
    "ordered": "s.ordered_at {0}, s.document {0}",
    "amount": "s.amount {0}, s.document {0}",
    "status": "s.status {0}, s.ordered_at {0}, s.document {0}",
}


def order_ids(
    connection: Connection,
    site: int,
    *,
    status: str | None = None,
    channel: str | None = None,
    customers: Sequence[bytes] | None = None,
    packed: bool = False,
    sort: str = "ordered",
    descending: bool = True,
) -> list[bytes]:
    """Give the ids of all orders that fit, for a list of any length: its rows come by page.

    ``packed`` are those of which goods lie picked and not shipped. ``sort`` is ordered, amount
    or status.
    """
    where, params = "", []
    if status is not None:
        where += " AND s.status = ?"
        params.append(status)
    if channel is not None:
        where += " AND s.channel = ?"
        params.append(channel)
    if customers is not None:
        where += (
            " AND s.document IN (SELECT o.id FROM sales_order o WHERE o.site = s.site"  # noqa: S608
            f" AND o.customer IN ({', '.join('?' * len(customers)) or 'NULL'}))"
        )
        params += customers  # type: ignore[arg-type]
    if packed:
        where += (
            " AND s.document IN (SELECT l.document FROM sales_line_state l"
            " WHERE l.site = s.site AND l.picked > 0)"
        )
    order_by = _SORTS[sort].format("DESC" if descending else "")
    rows = run(
        connection,
        f"SELECT s.document FROM sales_order_state s WHERE s.site = ?{where} ORDER BY {order_by}",  # noqa: S608
        site,
        *params,
    )
    return [bytes(row[0]) for row in rows]


def order_rows(
    connection: Connection, site: int, identifiers: Sequence[bytes]
) -> dict[bytes, OrderRow]:
    """Give the heads of some hundred orders by id; those that do not exist are left out."""
    marks = ", ".join("?" * len(identifiers)) or "NULL"
    rows = run(
        connection, f"{_HEAD} WHERE s.site = ? AND s.document IN ({marks})", site, *identifiers
    )
    return {bytes(row[0]): _row(row) for row in rows}


def channels(connection: Connection, site: int) -> list[str]:
    """Give the channels from which orders came, by name."""
    rows = run(
        connection,
        "SELECT DISTINCT channel FROM sales_order_state WHERE site = ? ORDER BY channel",
        site,
    )
    return [row[0] for row in rows]


def counts(connection: Connection, site: int) -> dict[str, int]:
    """Give the number of orders by status."""
    rows = run(
        connection,
        "SELECT status, count(*) FROM sales_order_state WHERE site = ? GROUP BY status",
        site,
    )
    return {row[0]: int(row[1]) for row in rows}


def by_reference(connection: Connection, site: int, channel: str, reference: str) -> bytes | None:
    """Find the order that stands for a channel's reference; give its id."""
    row = run(
        connection,
        "SELECT o.id FROM sales_order o"
        " JOIN sales_order_state s ON s.site = o.site AND s.document = o.id"
        " WHERE o.site = ? AND o.reference = ? AND o.channel = ?"
        " ORDER BY s.duplicate_of IS NOT NULL, o.id LIMIT 1",
        site,
        reference,
        channel,
    ).first()
    return None if row is None else bytes(row[0])


def find_order(connection: Connection, site: int, text: str) -> Order:
    """Find an order by its number, else by a channel's reference. Raises UnknownOrder."""
    typed = text.strip()
    identifier: bytes | None = None
    try:
        number = DocumentNumber.parse(typed)
    except RuleBroken:
        row = run(
            connection,
            "SELECT s.document FROM sales_order o"
            " JOIN sales_order_state s ON s.site = o.site AND s.document = o.id"
            " WHERE o.site = ? AND o.reference = ?"
            " ORDER BY s.duplicate_of IS NOT NULL, o.id LIMIT 1",
            site,
            typed,
        ).first()
    else:
        row = run(
            connection,
            "SELECT document FROM document_number WHERE site = ? AND station = ? AND life = ?"
            " AND year = ? AND counter = ?",
            number.site,
            number.station,
            number.life,
            number.year,
            number.counter,
        ).first()
    if row is not None:
        identifier = bytes(row[0])
    if identifier is None:
        raise UnknownOrder(order=typed)
    return order(connection, site, identifier)


def holds(connection: Connection, site: int, identifier: bytes) -> list[tuple[bytes, str]]:
    """Give the holds of an order that nobody has released: id and reason."""
    rows = run(
        connection,
        "SELECT h.id, h.reason FROM sales_order_event h"
        " WHERE h.site = ? AND h.document = ? AND h.kind = ? AND NOT EXISTS ("
        "SELECT 1 FROM sales_order_event r WHERE r.site = h.site AND r.document = h.document"
        " AND r.kind = ? AND r.ends = h.id) ORDER BY h.id",
        site,
        identifier,
        HELD,
        RELEASE,
    )
    return [(row[0], row[1]) for row in rows]


def lines_with_availability(
    connection: Connection, site: int, identifier: bytes, day: str
) -> list[LineAvailability]:
    """Give an order's lines with what the site has of each product on a day (ISO)."""
    return [
        LineAvailability(line, stock.availability(connection, site, line.product, day))
        for line in order_lines(connection, site, identifier)
    ]


_WAITING = (
    "SELECT l.document, l.line, l.product, l.backorder, s.complete_only, s.ordered_at, s.priority"
    " FROM sales_order_state s"
    " JOIN sales_line_state l ON l.site = s.site AND l.document = s.document"
    " WHERE s.site = ? AND s.waiting = 1 AND l.backorder > 0"
)
_QUEUE = " ORDER BY s.priority DESC, s.ordered_at, s.document, l.line"


def backorders(
    connection: Connection,
    site: int,
    *,
    document: bytes | None = None,
    product: bytes | None = None,
) -> list[Waiting]:
    """Give the lines that wait for stock: higher priority first, then first ordered first."""
    where, params = "", []
    for name, value in (("document", document), ("product", product)):
        if value is not None:
            where += f" AND l.{name} = ?"
            params.append(value)
    rows = run(connection, f"{_WAITING}{where}{_QUEUE}", site, *params)
    return [_waiting(row) for row in rows]


def _waiting(row: Any) -> Waiting:
    fields: list[Any] = [*row[:4], bool(row[4]), *row[5:]]
    return Waiting(*fields)


def counts_wanted(connection: Connection, site: int) -> list[CountWanted]:
    """Give the bins in which less was found than the books say, not counted since."""
    rows = run(
        connection,
        "SELECT w.id, w.item, w.location, w.lot, w.reason, w.document FROM count_wanted w"
        " WHERE w.site = ? AND NOT EXISTS (SELECT 1 FROM count_settled s"
        " WHERE s.site = w.site AND s.request = w.id) ORDER BY w.id",
        site,
    )
    return [CountWanted(*row) for row in rows]


def packing_at(connection: Connection, site: int) -> bytes:
    """Give the id of a site's packing place. Raises UnknownLocation."""
    return stock.find_location(connection, site, PACKING).id
