"""Reordering without a window: the newest plan by supplier, drafts, and what is done with both."""

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain import catalogue, purchasing
from domain.catalogue import Product
from domain.purchasing import Order, OrderLine, Supplier, SupplierItem, line_value
from domain.replica import Transaction
from forecasting import book

ANYWAY = "below the supplier's minimum, sent all the same"
"""Why an order below the minimum is approved; kept with the order."""
DISCARDED = "draft discarded"
SENT_SHOWN = 12
"""So many of the orders sent last are listed below the drafts."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the plan says about one item, with its product and its supplier's terms."""

    line: book.Line
    product: Product
    terms: SupplierItem | None

    @property
    def item(self) -> bytes:
        """The product's id."""
        return self.line.item

    def nearest(self, steps: int) -> int:
        """Give the quantity nearest to ``steps`` that the supplier sells; 0 stays 0."""
        if steps <= 0 or self.terms is None:
            return max(steps, 0)
        return self.terms.nearest(steps)

    def cost(self, steps: int) -> int:
        """Give what so many steps cost, in 1/10,000 of the supplier's currency."""
        if self.terms is None:
            return 0
        return line_value(self.terms.price, steps, self.product.steps_per_unit)


@dataclass(frozen=True, slots=True)
class Group:
    """What is proposed to be bought from one supplier."""

    supplier: Supplier
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The newest run's proposals by supplier, and how many drafts wait to be sent."""

    run: book.Run | None
    groups: tuple[Group, ...] = ()
    drafts: int = 0

    def proposals(self) -> dict[bytes, Proposal]:
        """Give all proposals by item."""
        return {each.item: each for group in self.groups for each in group.proposals}


def read_plan(connection: Connection, site: int) -> Plan:
    """Read the newest plan; within a supplier what runs out first comes first."""
    drafts = len(purchasing.orders(connection, site, (purchasing.DRAFT,)))
    run = book.newest_run(connection, site)
    if run is None:
        return Plan(None, drafts=drafts)
    lines = [line for line in book.proposals(connection, site) if line.supplier is not None]
    items = catalogue.products(connection, [line.item for line in lines])
    by_supplier: dict[bytes, list[Proposal]] = {}
    for line in lines:
        if line.supplier is None or line.item not in items:
            continue
        terms = purchasing.terms_of(connection, line.supplier, line.item)
        proposal = Proposal(line, items[line.item], terms)
        by_supplier.setdefault(line.supplier, []).append(proposal)
    groups = [
        Group(purchasing.supplier(connection, key), tuple(sorted(found, key=_urgency)))
        for key, found in by_supplier.items()
    ]
    groups.sort(key=lambda group: (group.supplier.name, group.supplier.code))
    return Plan(run, tuple(groups), drafts)


def _urgency(proposal: Proposal) -> tuple[int, int, str]:
    """Sort by the days that the stock lasts beyond the lead time, then by what sells most."""
    account = proposal.line.account
    covers, lead = account.get("covers_days"), account.get("lead_time_days")
    spare = 10**6 if covers is None else int(covers) - int(lead or 0)
    return spare, -proposal.line.weekly_milli, proposal.product.sku


@dataclass(frozen=True, slots=True)
class Draft:
    """An order that waits to be sent, or was sent, with its lines."""

    order: Order
    lines: tuple[tuple[OrderLine, Product], ...]


def read_drafts(connection: Connection, site: int) -> list[Order]:
    """Give the drafts, newest first, then the orders that were sent last."""
    drafts = purchasing.orders(connection, site, (purchasing.DRAFT,))
    sent = purchasing.orders(connection, site, (purchasing.SENT,))
    return [*drafts, *sent[:SENT_SHOWN]]


def read_draft(connection: Connection, site: int, identifier: bytes) -> Draft:
    """Give an order with its lines and products."""
    order = purchasing.order(connection, site, identifier)
    lines = purchasing.order_lines(connection, site, identifier)
    items = catalogue.products(connection, [line.product for line in lines])
    return Draft(order, tuple((line, items[line.product]) for line in lines))


def send(tx: Transaction, order: bytes, *, anyway: bool = False) -> Order:
    """Send a draft; ``anyway`` also below the supplier's minimum. Raises BelowMinimum …"""
    if anyway:
        purchasing.approve_order(tx, order, ANYWAY)
    return purchasing.send_order(tx, order)


def discard(tx: Transaction, order: bytes) -> None:
    """Cancel a draft: it is kept, and never sent."""
    purchasing.cancel_order(tx, order, DISCARDED)
