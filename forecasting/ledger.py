"""Reading the planner's input from the replica: demand, stock-outs, positions, terms.

Demand is what left for customers (sales and shipments) less what came back on its day; transfers,
write-offs and corrections are no demand. A day that began with nothing on hand and on which
nothing came in is a stock-out; but only the books of an item that never fell below zero are
believed there.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.engine import Connection

from domain import purchasing, stock
from domain.purchasing import SupplierItem
from domain.replica import in_chunks, run
from domain.replica.changeset import Value
from domain.stock import CUSTOMER, INTERNAL
from forecasting.history import MOST_DAYS, History, build_history
from forecasting.policy import Position, SupplierTerms
from forecasting.runner import Chunk

_DEFAULT_DAYS = 400

Span = tuple[bytes, date, date]


class LedgerSource:
    """One site's ledger as the planner reads it, up to and including ``last_day``."""

    def __init__(
        self,
        connection: Connection,
        site: int,
        last_day: date,
        *,
        days: int = _DEFAULT_DAYS,
        least_sales: int = 1,
    ) -> None:
        """``least_sales`` leaves out items with fewer days of demand than that."""
        self._connection, self._site = connection, site
        self._last = last_day
        self._first = last_day - timedelta(days=min(days, MOST_DAYS) - 1)
        self._least = least_sales
        self._on_hand = stock.on_hand(connection, site)
        self._on_order = purchasing.on_order(connection, site)
        self._drafts = _drafted(connection, site)
        self._reserved = _reserved(connection, site)
        self._terms = _best_terms(purchasing.all_terms(connection))

    def items(self) -> Sequence[bytes]:
        """Name the items with demand, in the order of their ids."""
        rows = run(
            self._connection,
            "SELECT m.item FROM movement m"
            " JOIN location t ON t.site = m.site AND t.id = m.target AND t.usage = ?"
            " WHERE m.site = ? AND m.business_date BETWEEN ? AND ?"
            " GROUP BY m.item HAVING count(DISTINCT m.business_date) >= ? ORDER BY m.item",
            CUSTOMER,
            self._site,
            self._first.isoformat(),
            self._last.isoformat(),
            self._least,
        )
        return [row[0] for row in rows]

    def load(self, items: Sequence[bytes]) -> Chunk:
        """Read one chunk of items."""
        history = self.history(items)
        positions = {
            item: Position(
                self._on_hand.get(item, 0),
                self._on_order.get(item, 0) + self._drafts.get(item, 0),
                self._reserved.get(item, 0),
            )
            for item in items
        }
        terms = {item: self._terms[item] for item in items if item in self._terms}
        return Chunk(history, positions, terms)

    def history(self, items: Sequence[bytes]) -> History:
        """Read the demand of items, with their stock-outs masked."""
        return build_history(
            self._demand(items),
            self._first,
            self._last,
            items=tuple(items),
            stock_outs=self._stock_outs(items),
        )

    def _demand(self, items: Sequence[bytes]) -> Iterator[tuple[bytes, date, int]]:
        text = (
            "SELECT m.item, m.business_date,"
            " sum(CASE WHEN t.usage = ? THEN m.quantity ELSE -m.quantity END)"
            " FROM movement m"
            " JOIN location s ON s.site = m.site AND s.id = m.source"
            " JOIN location t ON t.site = m.site AND t.id = m.target"
            " WHERE m.site = ? AND m.item IN ({marks}) AND m.business_date BETWEEN ? AND ?"
            " AND (t.usage = ? OR s.usage = ?) AND s.usage <> t.usage"
            " GROUP BY m.item, m.business_date"
        )
        for chunk in in_chunks(items):
            marks = ", ".join("?" * len(chunk))
            span = (self._first.isoformat(), self._last.isoformat())
            ends = (CUSTOMER, CUSTOMER)
            params: tuple[Value, ...] = (CUSTOMER, self._site, *chunk, *span, *ends)
            rows = run(self._connection, text.format(marks=marks), *params)
            for item, day, quantity in rows:
                yield item, date.fromisoformat(day), int(quantity)

    def _stock_outs(self, items: Sequence[bytes]) -> Iterator[Span]:
        text = (
            "SELECT m.item, m.business_date,"
            " sum(CASE WHEN t.usage = ? THEN m.quantity ELSE 0 END),"
            " sum(CASE WHEN s.usage = ? THEN m.quantity ELSE 0 END)"
            " FROM movement m"
            " JOIN location s ON s.site = m.site AND s.id = m.source"
            " JOIN location t ON t.site = m.site AND t.id = m.target"
            " WHERE m.site = ? AND m.item IN ({marks}) AND s.usage <> t.usage"
            " AND m.business_date <= ?"
            " GROUP BY m.item, m.business_date ORDER BY m.item, m.business_date"
        )
        for chunk in in_chunks(items):
            marks = ", ".join("?" * len(chunk))
            ours, last = (INTERNAL, INTERNAL), self._last.isoformat()
            params: tuple[Value, ...] = (*ours, self._site, *chunk, last)
            by_item: dict[bytes, list[tuple[date, int, int]]] = {}
            for item, day, came, went in run(self._connection, text.format(marks=marks), *params):
                days = by_item.setdefault(item, [])
                days.append((date.fromisoformat(day), int(came), int(went)))
            for item, days in by_item.items():
                yield from empty_spans(item, days, self._last)


def empty_spans(item: bytes, days: Sequence[tuple[date, int, int]], last: date) -> list[Span]:
    """Find the runs of whole days on which an item's stock was zero.

    ``days`` are (day, came in, went out) in order. Books that ever fell below zero are not
    believed: their zeros may be goods that nobody had written down.
    """
    spans: list[Span] = []
    level = 0
    empty_since: date | None = None
    for day, came, went in days:
        if empty_since is not None and came and empty_since < day:
            spans.append((item, empty_since, day - timedelta(days=1)))
        level += came - went
        if level < 0:
            return []
        empty_since = (empty_since or day + timedelta(days=1)) if level == 0 else None
        if level == 0 and came:
            empty_since = day + timedelta(days=1)
    if empty_since is not None and empty_since <= last:
        spans.append((item, empty_since, last))
    return spans


def _reserved(connection: Connection, site: int) -> dict[bytes, int]:
    text = "SELECT item, sum(quantity) FROM open_reservation WHERE site = ? GROUP BY item"
    return {row[0]: int(row[1]) for row in run(connection, text, site)}


def _drafted(connection: Connection, site: int) -> dict[bytes, int]:
    """What stands in draft orders: a rule that fires twice must not order twice."""
    rows = run(
        connection,
        "SELECT l.product, sum(l.quantity) FROM purchase_line_state l"
        " JOIN purchase_order_state o ON o.site = l.site AND o.document = l.document"
        " WHERE l.site = ? AND o.status = ? GROUP BY l.product",
        site,
        purchasing.DRAFT,
    )
    return {row[0]: int(row[1]) for row in rows}


def _best_terms(terms: Iterable[SupplierItem]) -> dict[bytes, SupplierTerms]:
    """Take each item's first supplier: the list has the preferred ones first."""
    best: dict[bytes, SupplierTerms] = {}
    for each in terms:
        if each.product not in best:
            best[each.product] = SupplierTerms(
                each.supplier, each.lead_time_days, each.min_quantity, max(each.pack_steps, 1)
            )
    return best
