"""Figures over many sales: totals for reports, and the identities that `doctor` checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy.engine import Connection

from domain.counter.model import REFUND, SALE, SalesTotals
from domain.replica import run
from domain.values import PRICE_SCALE, decimals_of, round_half_up


def sales_totals(connection: Connection, site: int, day_from: str, day_to: str) -> SalesTotals:
    """Give sales less refunds between two business days, the last included."""
    days = sales_by_day(connection, site, day_from, day_to).values()
    return SalesTotals(
        sales=sum(day.sales for day in days),
        refunds=sum(day.refunds for day in days),
        lines=sum(day.lines for day in days),
        discount=sum(day.discount for day in days),
        net=sum(day.net for day in days),
        tax=sum(day.tax for day in days),
        total=sum(day.total for day in days),
        cost=sum(day.cost for day in days),
    )


def sales_by_day(
    connection: Connection, site: int, day_from: str, day_to: str
) -> dict[str, SalesTotals]:
    """Give each business day's sales less refunds; days without any are left out."""
    span = (site, day_from, day_to)
    costs = _costs(connection, span)
    rows = run(
        connection,
        "SELECT business_date, sum(CASE WHEN kind = ? THEN 1 ELSE 0 END),"
        " sum(CASE WHEN kind = ? THEN 1 ELSE 0 END),"
        " sum(lines), sum(discount), sum(net), sum(tax), sum(total)"
        " FROM sale WHERE site = ? AND business_date BETWEEN ? AND ?"
        " GROUP BY business_date ORDER BY business_date",
        SALE,
        REFUND,
        *span,
    )
    return {row[0]: SalesTotals(*(*map(int, row[1:]), costs.get(row[0], 0))) for row in rows}


_SPAN = (
    " FROM sale s JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
    " WHERE s.site = ? AND s.business_date BETWEEN ? AND ?"
)


def _costs(connection: Connection, span: tuple[int, str, str]) -> dict[str, int]:
    """What the sold goods cost, in minor units, rounded once a day and number of decimals."""
    rows = run(
        connection,
        f"SELECT s.business_date, s.currency, l.decimals, sum(l.quantity * l.cost){_SPAN}"
        " AND l.cost IS NOT NULL GROUP BY s.business_date, s.currency, l.decimals",
        *span,
    )
    costs: dict[str, int] = {}
    for day, currency, decimals, product in rows:
        minor = _units(product, decimals) * 10 ** decimals_of(currency)
        costs[day] = costs.get(day, 0) + round_half_up(minor)
    return costs


def exact_value(connection: Connection, site: int, day_from: str, day_to: str) -> Fraction:
    """Give the sum of quantity times price, in currency units, without any rounding."""
    rows = run(
        connection,
        f"SELECT l.decimals, sum(l.quantity * l.price){_SPAN} GROUP BY l.decimals",
        site,
        day_from,
        day_to,
    )
    return sum((_units(product, decimals) for decimals, product in rows), Fraction(0))


def _units(product: Any, decimals: int) -> Fraction:
    return Fraction(int(product), PRICE_SCALE * 10**decimals)


@dataclass(frozen=True, slots=True)
class Broken:
    """An identity that a document does not keep: which one, and the two numbers."""

    sale: bytes
    identity: str
    expected: int
    found: int


_IDENTITIES = {
    "total = net + tax": "SELECT s.id, s.net + s.tax, s.total FROM sale s WHERE s.site = ?",
    "net = sum of lines": (
        "SELECT s.id, sum(l.net), s.net FROM sale s"
        " JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id, s.net"
    ),
    "tax = sum of lines": (
        "SELECT s.id, sum(l.tax), s.tax FROM sale s"
        " JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id, s.tax"
    ),
    "tax = sum of rates": (
        "SELECT s.id, coalesce(sum(t.tax), 0), s.tax FROM sale s"
        " LEFT JOIN sale_tax t ON t.site = s.site AND t.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id, s.tax"
    ),
    "line = price - discounts": (
        "SELECT s.id, sum(l.gross - l.discount - l.share),"
        " sum(CASE WHEN s.tax_included = 1 THEN l.net + l.tax ELSE l.net END) FROM sale s"
        " JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id"
    ),
    "tenders - change = due": (
        "SELECT s.id, s.total + s.rounding, coalesce(sum(p.amount - p.change), 0) FROM sale s"
        " LEFT JOIN payment p ON p.site = s.site AND p.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id, s.total, s.rounding"
    ),
    "lines = stored count": (
        "SELECT s.id, count(l.line), s.lines FROM sale s"
        " LEFT JOIN sale_line l ON l.site = s.site AND l.sale = s.id"
        " WHERE s.site = ? GROUP BY s.id, s.lines"
    ),
}


def broken_identities(connection: Connection, site: int) -> Iterator[Broken]:
    """Check every sale of a site; give what does not hold. Nothing comes where all is well.

    Refunds above what was sold are ``over_refunded``: two offline stations can make them, and
    no document is wrong in itself.
    """
    for identity, text in _IDENTITIES.items():
        for sale, expected, found in run(connection, text, site):
            if int(expected) != int(found):
                yield Broken(sale, identity, int(expected), int(found))
