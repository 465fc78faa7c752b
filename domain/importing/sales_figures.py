"""The figures of past sales, asked of the books alone: what an import of them must find."""

from collections.abc import Mapping

from sqlalchemy.engine import Connection

from domain.replica import run
from domain.values import format_price

_IMPORTED = (
    " FROM import_row r JOIN sale s ON s.site = r.site AND s.id = r.record"
    " WHERE r.site = :site AND r.source = :source AND r.kind = 'sales'"
)
_LINES = (
    " FROM import_row r JOIN sale s ON s.site = r.site AND s.id = r.record"
    " JOIN sale_line l ON l.site = s.site AND l.sale = s.id{more}"
    " WHERE r.site = :site AND r.source = :source AND r.kind = 'sales'"
)
_LINE = _LINES.format(more="")
_SAID = _LINES.format(
    more=" JOIN product p ON p.site = 0 AND p.id = l.item LEFT JOIN import_line x"
    " ON x.site = s.site AND x.document = s.id AND x.document_line = l.line"
)
_NAMES = " FROM import_name WHERE site = 0 AND source = :source"

_COUNTS: Mapping[str, str] = {
    "lines": f"SELECT count(*){_LINE}",
    "sum of quantities": f"SELECT sum(l.quantity){_LINE}",
    "invoices": f"SELECT count(*){_IMPORTED}",
    "cancellations": f"SELECT count(*){_IMPORTED} AND s.kind = 'refund'",
    "lines of cancellations": f"SELECT count(*){_LINE} AND s.kind = 'refund'",
    "bad-debt adjustments": f"SELECT count(*){_IMPORTED} AND s.kind = 'adjustment'",
    "stock codes as written": f"SELECT count(DISTINCT code){_NAMES}",
    "stock codes ignoring case": f"SELECT count(DISTINCT product){_NAMES}",
    "codes with several descriptions": (
        f"SELECT count(*) FROM (SELECT code{_NAMES} AND name <> ''"  # noqa: S608
        " GROUP BY code HAVING count(*) > 1) AS several"
    ),
    "lines without a customer": f"SELECT count(*){_LINE} AND s.customer IS NULL",
    "negative-quantity lines": f"SELECT count(*){_LINE} AND l.quantity < 0",
    "  of them outside cancellations": (
        f"SELECT count(*){_LINE} AND l.quantity < 0 AND s.kind <> 'refund'"
    ),
    "prices of zero": f"SELECT count(*){_LINE} AND l.price = 0",
    "negative prices": f"SELECT count(*){_LINE} AND l.price < 0",
    "prices of 0.001": f"SELECT count(*){_LINE} AND l.price = 10",
    "exact duplicate lines": (
        f"SELECT (SELECT count(*){_LINE}) - (SELECT count(*) FROM (SELECT DISTINCT s.id,"  # noqa: S608
        " coalesce(x.code, p.sku), coalesce(l.name, p.name), l.quantity,"
        f" coalesce(x.moment, s.occurred_at), l.price{_SAID}) AS told_apart)"
    ),
    "invoices with two times": (
        "SELECT count(DISTINCT x.document) FROM import_line x JOIN import_row r"
        " ON r.site = x.site AND r.record = x.document AND r.kind = 'sales'"
        " WHERE r.site = :site AND r.source = :source AND x.moment IS NOT NULL"
    ),
    "lines of the largest invoice": f"SELECT max(s.lines){_IMPORTED}",
    "invoices of the busiest day": (
        f"SELECT max(n) FROM (SELECT count(*) AS n{_IMPORTED} GROUP BY s.business_date) AS days"  # noqa: S608
    ),
    "lines of the busiest day": (
        f"SELECT max(n) FROM (SELECT sum(s.lines) AS n{_IMPORTED} GROUP BY s.business_date) AS days"  # noqa: S608
    ),
    "service codes": (
        "SELECT count(*) FROM product WHERE site = 0 AND kind = 'service'"  # noqa: S608
        f" AND id IN (SELECT product{_NAMES})"
    ),
    "customers": (
        "SELECT count(*) FROM import_row WHERE site = 0 AND source = :source AND kind = 'customers'"
    ),
    "countries": f"SELECT count(DISTINCT r.remark){_IMPORTED}",
}
_VALUES: Mapping[str, str] = {
    "sum of quantity × price": f"SELECT sum(l.quantity * l.price){_LINE}",
    "  of cancellations": f"SELECT sum(l.quantity * l.price){_LINE} AND s.kind = 'refund'",
}
_LEDGER: Mapping[str, str] = {
    "pieces written off": (
        "SELECT coalesce(sum(quantity), 0) FROM movement"
        " WHERE site = :site AND reason = 'write_off'"
    ),
    "movements without a line": (
        "SELECT count(*) FROM movement m LEFT JOIN sale_line l ON l.site = m.site"
        " AND l.sale = m.document AND l.line = m.document_line AND l.item = m.item"
        " WHERE m.site = :site AND m.reason IN ('sale', 'refund', 'write_off')"
        " AND (l.sale IS NULL OR abs(l.quantity) <> m.quantity)"
    ),
    "balances below zero": (
        "SELECT count(*) FROM balance b JOIN location p ON p.site = b.site AND p.id = b.location"
        " WHERE b.site = :site AND p.usage = 'internal' AND b.on_hand < 0"
    ),
    "sum of all balances": "SELECT sum(on_hand) FROM balance WHERE site = :site",
    "services with movements": (
        "SELECT count(*) FROM movement m JOIN product p ON p.site = 0 AND p.id = m.item"
        " WHERE m.site = :site AND p.kind = 'service'"
    ),
}


def sales_figures(connection: Connection, site: int, source: str) -> dict[str, str]:
    """Give every figure of a source's past sales by its name; amounts exact, unrounded."""
    figures = {}
    for name, text in (*_COUNTS.items(), *_VALUES.items(), *_LEDGER.items()):
        found = ask(connection, text, site, source)
        figures[name] = format_price(found) if name in _VALUES else f"{found:,}"
    return figures


def ask(connection: Connection, text: str, site: int, source: str) -> int:
    """Run a statement with named marks, which become ``?`` in the order in which they stand."""
    values: list[int | str] = []
    parts = text.replace(":site", "\x1fsite\x1f").replace(":source", "\x1fsource\x1f").split("\x1f")
    for index, part in enumerate(parts):
        if index % 2:
            values.append(site if part == "site" else source)
            parts[index] = "?"
    return int(run(connection, "".join(parts), *values).scalar() or 0)
