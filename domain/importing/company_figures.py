"""The figures of an imported purchasing company, asked of the books alone."""

from collections.abc import Mapping

from sqlalchemy.engine import Connection

from domain.importing.company_folder import SOURCE
from domain.importing.sales_figures import ask
from domain.replica import run

_ORDERS = (
    " FROM purchase_order o JOIN purchase_order_state t"
    " ON t.site = o.site AND t.document = o.id WHERE o.site = :site AND o.origin = 'import'"
)
_LINES = (
    " FROM purchase_order o JOIN purchase_line_state l"
    " ON l.site = o.site AND l.document = o.id WHERE o.site = :site AND o.origin = 'import'"
)
_BROUGHT = " FROM import_row WHERE site = :site AND source = :source AND kind = "
_NAMED = " FROM import_row WHERE site = 0 AND source = :source AND kind = "
_OPENING = " FROM movement WHERE site = :site AND reason = 'opening'"
# What receipts put into stock for each order line, by the ledger.
_STOCKED = (
    "SELECT r.order_line AS line, sum(m.quantity) AS stocked FROM receipt_line r"
    " JOIN movement m ON m.site = r.site AND m.document = r.document AND m.document_line = r.line"
    " WHERE r.site = :site AND m.reason = 'receipt' GROUP BY r.order_line"
)

_COUNTS: Mapping[str, str] = {
    "suppliers": f"SELECT count(*){_NAMED}'suppliers'",
    "products": f"SELECT count(*){_NAMED}'products'",
    "supplier items": "SELECT count(*) FROM supplier_item WHERE site = 0 AND archived = 0",
    "purchase orders": f"SELECT count(*){_ORDERS}",
    "order lines": f"SELECT count(*){_LINES}",
    "receipts": f"SELECT count(*){_BROUGHT}'receipts'",
    "lines received short": f"SELECT count(*){_LINES} AND l.received < l.quantity",
    "lines received over": f"SELECT count(*){_LINES} AND l.received > l.quantity",
    "lines with rejects": f"SELECT count(*){_LINES} AND l.rejected > 0",
    "units rejected": f"SELECT sum(l.rejected){_LINES}",
    "violations of received - rejected = stocked": (
        "SELECT count(*) FROM (SELECT l.line, l.received - l.rejected AS good"  # noqa: S608
        f"{_LINES}) AS lines LEFT JOIN ({_STOCKED}) AS ledger ON ledger.line = lines.line"
        " WHERE coalesce(ledger.stocked, 0) <> lines.good"
    ),
    "violations of total = lines + tax + freight": (
        f"SELECT count(*){_ORDERS} AND (t.total <> t.lines + t.tax + t.freight OR t.lines <>"  # noqa: S608
        " (SELECT sum(l.amount) FROM purchase_line_state l"
        " WHERE l.site = o.site AND l.document = o.id))"
    ),
    "orders still expecting goods": (
        f"SELECT count(*){_ORDERS} AND t.status IN ('draft', 'sent', 'partially_received')"
    ),
    "bin balances": f"SELECT count(*){_BROUGHT}'balances'",
    "zones with bins": (
        "SELECT count(DISTINCT b.parent) FROM import_row r"
        " JOIN location b ON b.site = r.site AND b.id = r.record"
        " WHERE r.site = :site AND r.source = :source AND r.kind = 'balances'"
    ),
    "pieces in bins": f"SELECT sum(quantity){_OPENING}",
    "balances below zero": (
        "SELECT count(*) FROM balance b JOIN location p ON p.site = b.site AND p.id = b.location"
        " WHERE b.site = :site AND p.usage = 'internal' AND b.on_hand < 0"
    ),
    "sum of all balances": "SELECT sum(on_hand) FROM balance WHERE site = :site",
}


def company_figures(connection: Connection, site: int, source: str = SOURCE) -> dict[str, str]:
    """Give every figure of the company by its name."""
    return {name: f"{ask(connection, text, site, source):,}" for name, text in _COUNTS.items()}


def order_totals(connection: Connection, site: int) -> dict[str, int]:
    """Give each imported order's total, in 1/10,000, by its number elsewhere."""
    rows = run(
        connection,
        "SELECT o.reference, t.total FROM purchase_order o"
        " JOIN purchase_order_state t ON t.site = o.site AND t.document = o.id"
        " WHERE o.site = ? AND o.origin = 'import'",
        site,
    )
    return {row[0]: int(row[1]) for row in rows}


def stated_terms(connection: Connection) -> dict[tuple[str, str], tuple[int, int, int, int]]:
    """Give (lead time in days, minimum, maximum, price) by (supplier's code, SKU)."""
    rows = run(
        connection,
        "SELECT s.code, p.sku, i.lead_time_days, i.min_quantity, i.max_quantity, i.price"
        " FROM supplier_item i JOIN supplier s ON s.site = 0 AND s.id = i.supplier"
        " JOIN product p ON p.site = 0 AND p.id = i.product WHERE i.site = 0",
    )
    return {(row[0], row[1]): tuple(map(int, row[2:])) for row in rows}  # type: ignore[misc]
