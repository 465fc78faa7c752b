"""Asking the counter: sales by number, by customer, by day; what can still come back."""

from typing import Any

from sqlalchemy.engine import Connection

from domain.counter.errors import UnknownSale
from domain.counter.model import (
    Refundable,
    RefundableLine,
    Sale,
    SaleHead,
    SaleLine,
)
from domain.counter.pricing import LineTotals, TaxTotals, Terms
from domain.counter.tenders import Payment
from domain.replica import run
from domain.values import DocumentNumber, NotADocumentNumber

_HEAD = (
    "SELECT s.id, s.site, n.station, n.life, n.year, n.counter, s.kind, s.shift, s.till,"
    " s.customer, s.original, s.reference, s.business_date, s.occurred_at, s.currency,"
    " s.tax_included, s.tax_rounding, s.step, s.cash_step, s.lines, s.discount, s.net, s.tax,"
    " s.total, s.rounding, s.change, s.reason FROM sale s"
    " LEFT JOIN document_number n ON n.site = s.site AND n.document = s.id"
)


def _head(row: Any) -> SaleHead:
    identifier, site, *rest = row
    number = str(DocumentNumber(site, *rest[:4])) if rest[0] is not None else None
    currency, included, rounding, step, cash_step = rest[12:17]
    terms = Terms(currency, bool(included), rounding, step, cash_step)
    return SaleHead(*(identifier, site, number, *rest[4:12], terms, *rest[17:]))


def sale_head(connection: Connection, site: int, identifier: bytes) -> SaleHead:
    """Give a sale or refund without its lines. Raises UnknownSale."""
    row = run(connection, f"{_HEAD} WHERE s.site = ? AND s.id = ?", site, identifier).first()
    if row is None:
        raise UnknownSale(number=identifier.hex()[:12])
    return _head(row)


def sold_by(connection: Connection, site: int, identifier: bytes) -> bytes | None:
    """Give who booked a sale or refund; None for the program itself."""
    actor: bytes | None = run(
        connection,
        "SELECT c.actor FROM sale s JOIN changeset c ON c.site = s.site AND c.key = s.changeset"
        " WHERE s.site = ? AND s.id = ?",
        site,
        identifier,
    ).scalar()
    return actor


def sale_of(connection: Connection, site: int, identifier: bytes) -> Sale:
    """Give a whole sale or refund, as it was written. Raises UnknownSale."""
    head = sale_head(connection, site, identifier)
    return Sale(
        head,
        tuple(_lines(connection, site, identifier)),
        tuple(
            TaxTotals(*row)
            for row in run(
                connection,
                "SELECT tax_class, code, rate, base, tax FROM sale_tax"
                " WHERE site = ? AND sale = ? ORDER BY line",
                site,
                identifier,
            )
        ),
        tuple(
            Payment(*row)
            for row in run(
                connection,
                "SELECT tender, amount, change, reference FROM payment"
                " WHERE site = ? AND sale = ? ORDER BY line",
                site,
                identifier,
            )
        ),
    )


def _lines(connection: Connection, site: int, identifier: bytes) -> list[SaleLine]:
    rows = run(
        connection,
        "SELECT l.line, l.item, coalesce(l.name, p.name),"
        " CASE WHEN l.name IS NULL THEN p.name_zh ELSE l.name_zh END, l.unit, l.decimals,"
        " l.quantity, l.price, l.list_price, l.gross, l.discount, l.share, l.net, l.tax,"
        " l.tax_class, l.tax_code, l.tax_rate, l.cost, l.lot, l.serial, l.original,"
        " l.original_line, l.reason FROM sale_line l"
        " LEFT JOIN product p ON p.site = 0 AND p.id = l.item"
        " WHERE l.site = ? AND l.sale = ? ORDER BY l.line",
        site,
        identifier,
    )
    return [SaleLine(*(*row[:9], LineTotals(*row[9:14]), *row[14:])) for row in rows]


def find_sale(connection: Connection, site: int, text: str) -> SaleHead:
    """Find a sale by the number on its receipt, or by another system's. Raises UnknownSale."""
    try:
        number = DocumentNumber.parse(text.strip().strip("*"))
    except NotADocumentNumber:
        row = run(
            connection,
            f"{_HEAD} WHERE s.site = ? AND s.reference = ? ORDER BY s.id LIMIT 1",
            site,
            text.strip(),
        ).first()
    else:
        row = run(
            connection,
            f"{_HEAD} WHERE n.site = ? AND n.station = ? AND n.life = ? AND n.year = ?"
            " AND n.counter = ?",
            number.site,
            number.station,
            number.life,
            number.year,
            number.counter,
        ).first()
    if row is None:
        raise UnknownSale(number=text.strip())
    return _head(row)


def sales(
    connection: Connection,
    site: int,
    *,
    day: str | None = None,
    shift: bytes | None = None,
    before: bytes | None = None,
    limit: int = 200,
) -> list[SaleHead]:
    """Give sales and refunds, newest first, of a business day, of a shift, or of all.

    ``before`` is the last id of a page; it gives the next.
    """
    where, params = "", list[str | bytes]()
    if day is not None:
        where += " AND s.business_date = ?"
        params.append(day)
    if shift is not None:
        where += " AND s.shift = ?"
        params.append(shift)
    if before is not None:
        where += " AND s.id < ?"
        params.append(before)
    rows = run(
        connection,
        f"{_HEAD} WHERE s.site = ?{where} ORDER BY s.id DESC LIMIT ?",
        site,
        *params,
        limit,
    )
    return [_head(row) for row in rows]


def sales_of(
    connection: Connection, site: int, customer: bytes, limit: int = 200
) -> list[SaleHead]:
    """Give what a customer bought and brought back at a site, latest first."""
    rows = run(
        connection,
        f"{_HEAD} WHERE s.site = ? AND s.customer = ?"
        " ORDER BY s.occurred_at DESC, s.id DESC LIMIT ?",
        site,
        customer,
        limit,
    )
    return [_head(row) for row in rows]


def refunds_of(connection: Connection, site: int, original: bytes) -> list[SaleHead]:
    """Give the refunds of a sale, in their order."""
    rows = run(
        connection,
        f"{_HEAD} WHERE s.site = ? AND s.original = ? ORDER BY s.id",
        site,
        original,
    )
    return [_head(row) for row in rows]


def refunded_lines(
    connection: Connection, site: int, original: bytes
) -> dict[int, tuple[int, LineTotals]]:
    """Give what came back of each line of a sale: steps and money, above zero."""
    rows = run(
        connection,
        "SELECT line, quantity, gross, discount, share, net, tax FROM refunded"
        " WHERE site = ? AND sale = ?",
        site,
        original,
    )
    return {row[0]: (row[1], LineTotals(*row[2:])) for row in rows}


def paid_by_tender(connection: Connection, site: int, original: bytes) -> dict[str, int]:
    """Give what each tender brought in for a sale and was not paid back by a refund of it."""
    text = "SELECT p.tender, sum(p.amount - p.change) FROM payment p"
    own = run(
        connection, f"{text} WHERE p.site = ? AND p.sale = ? GROUP BY p.tender", site, original
    ).all()
    back = run(
        connection,
        f"{text} JOIN sale s ON s.site = p.site AND s.id = p.sale"
        " WHERE s.site = ? AND s.original = ? GROUP BY p.tender",
        site,
        original,
    ).all()
    left: dict[str, int] = {}
    for tender, amount in [*own, *back]:
        left[tender] = left.get(tender, 0) + int(amount)
    return left


def refundable(connection: Connection, site: int, identifier: bytes) -> Refundable:
    """Say what can still come back of a sale, and by which tenders. Raises UnknownSale."""
    sold = sale_of(connection, site, identifier)
    back = refunded_lines(connection, site, identifier)
    none = (0, LineTotals(0, 0, 0, 0, 0))
    lines = tuple(
        RefundableLine(
            line=line.line,
            item=line.item,
            name=line.name,
            name_zh=line.name_zh,
            unit=line.unit,
            decimals=line.decimals,
            sold=line.quantity,
            refunded=back.get(line.line, none)[0],
            paid=line.money.total,
            paid_back=back.get(line.line, none)[1].total,
        )
        for line in sold.lines
    )
    tenders = paid_by_tender(connection, site, identifier)
    return Refundable(sold.head, lines, tuple(sorted(tenders.items())))


def over_refunded(connection: Connection, site: int) -> list[tuple[SaleHead, int, int]]:
    """Give (sale, line, steps too many) of lines refunded twice by stations that had not met."""
    rows = run(
        connection,
        "SELECT r.sale, r.line, r.quantity - l.quantity FROM refunded r"
        " JOIN sale_line l ON l.site = r.site AND l.sale = r.sale AND l.line = r.line"
        " WHERE r.site = ? AND r.quantity > l.quantity ORDER BY r.sale, r.line",
        site,
    ).all()
    return [(sale_head(connection, site, row[0]), row[1], int(row[2])) for row in rows]


def top_sellers(
    connection: Connection, site: int, day_from: str, limit: int = 12
) -> list[tuple[bytes, int]]:
    """Give the items sold on most receipts since a day, with the number of receipts."""
    rows = run(
        connection,
        "SELECT l.item, count(DISTINCT s.id) FROM sale s"
        " JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? AND s.business_date >= ? AND l.quantity > 0"
        " GROUP BY l.item ORDER BY 2 DESC, l.item LIMIT ?",
        site,
        day_from,
        limit,
    )
    return [(row[0], int(row[1])) for row in rows]
