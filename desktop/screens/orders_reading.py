"""What the orders screen reads: a list of any length, one order in full, an order being entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.engine import Connection

from desktop.scans import Scan
from desktop.screens.item_codes import candidates, meaning, steps_of
from domain import catalogue, customers, orders, picking, shipping, stock
from domain.catalogue import Match, NoPrice, Product
from domain.customers import Customer
from domain.errors import RuleBroken
from domain.orders import LineAvailability, NewLine, NewOrder, Order, OrderRow
from domain.shipping import Shipment
from domain.values import line_amount


@dataclass(frozen=True, slots=True)
class Filter:
    """Which orders are listed; ``people`` are the customers that a typed name means."""

    status: str | None = None
    channel: str | None = None
    packed: bool = False
    people: tuple[bytes, ...] | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """An order in the list, with the customer's name."""

    row: OrderRow
    customer: str


class OrderSource:
    """The orders of a filter, by page."""

    def __init__(self, site: int, chosen: Filter) -> None:
        """Of one site."""
        self._site, self._filter = site, chosen

    def keys(self, connection: Connection, sort: str, *, descending: bool) -> Sequence[bytes]:
        """Give the ids of all orders that fit, the newest first."""
        chosen = self._filter
        return orders.order_ids(
            connection,
            self._site,
            status=chosen.status,
            channel=chosen.channel,
            customers=chosen.people,
            packed=chosen.packed,
            sort=sort or "ordered",
            descending=descending or not sort,
        )

    def page(self, connection: Connection, keys: Sequence[bytes]) -> Sequence[Shown | None]:
        """Give the orders of a page."""
        found = orders.order_rows(connection, self._site, keys)
        names: dict[bytes, str] = {}
        for row in found.values():
            if row.customer is not None and not row.ship_to and row.customer not in names:
                names[row.customer] = customers.get(connection, row.customer).name
        return [
            Shown(found[key], found[key].ship_to or names.get(found[key].customer or b"", ""))
            if key in found
            else None
            for key in keys
        ]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the list's filters offer, and what waits to be done with all orders at once."""

    counts: Mapping[str, int]
    channels: tuple[str, ...]
    waiting: int
    """Orders that wait for stock."""
    ready: int
    """Orders that can go to picking."""


def read_overview(connection: Connection, site: int) -> Overview:
    """Count the orders of a site."""
    try:
        ready = len(picking.ready_to_pick(connection, site))
    except stock.UnknownLocation:
        ready = 0  # a site without a packing place ships nothing
    waiting = {each.document for each in orders.backorders(connection, site)}
    counts = orders.counts(connection, site)
    channels = tuple(orders.channels(connection, site))
    return Overview(counts, channels, len(waiting), ready)


@dataclass(frozen=True, slots=True)
class View:
    """One order in full."""

    order: Order
    customer: Customer | None
    items: Mapping[bytes, Product]
    available: Mapping[int, LineAvailability]
    ready: bool
    """Whether promised stock waits in bins and stands on no pick list."""
    lists: int
    """Open pick lists that the order stands on."""
    shipments: tuple[Shipment, ...]

    @property
    def packed(self) -> bool:
        """Whether something lies picked and not shipped."""
        return any(line.state.picked > 0 for line in self.order.lines)

    @property
    def backorder(self) -> bool:
        """Whether something waits for stock."""
        return any(line.state.backorder for line in self.order.lines)

    @property
    def open(self) -> bool:
        """Whether anything is still to be shipped."""
        return any(line.state.open for line in self.order.lines)

    @property
    def expected_back(self) -> int:
        """The number of the line of which goods are expected back; 0 where there is none."""
        return next((li.line for li in self.order.lines if li.state.return_expected), 0)


def read_order(connection: Connection, site: int, identifier: bytes, day: str) -> View:
    """Read an order with all that is shown of it. Raises UnknownOrder."""
    found = orders.order(connection, site, identifier)
    customer = found.head.customer
    lines = orders.lines_with_availability(connection, site, identifier, day)
    tasks = [
        (each.id, task.open)
        for each in picking.open_lists(connection, site)
        for task in each.tasks
        if task.order == identifier
    ]
    return View(
        order=found,
        customer=None if customer is None else customers.get(connection, customer),
        items=catalogue.products(connection, sorted({line.product for line in found.lines})),
        available={each.line.line: each for each in lines},
        ready=identifier in picking.ready_to_pick(connection, site),
        lists=len({each for each, left in tasks if left}),
        shipments=tuple(shipping.shipments(connection, site, identifier)),
    )


def look_up(connection: Connection, site: int, text: str) -> bytes | Filter:
    """Find an order by its number or reference, else the orders of the customers of a name.

    Raises UnknownOrder.
    """
    try:
        return orders.find_order(connection, site, text).id
    except orders.UnknownOrder:
        people = customers.search(connection, text, 20)
        if not people:
            raise
    ids = [alias for person in people for alias in customers.aliases(connection, person.id)]
    return Filter(people=tuple(dict.fromkeys(ids)), text=text)


# An order being entered.


class WhichProduct(RuleBroken):
    """A code names several products; the person chooses. Never shown as it is."""

    code = "orders.which_product"
    sentence = "Several products have this code. Choose one."

    def __init__(self, found: Sequence[Match], code: str) -> None:
        """Keep what was found."""
        super().__init__()
        self.found, self.scanned = tuple(found), code


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line being entered; ``price`` of one unit in 1/10,000."""

    product: Product
    steps: int
    price: int

    def amount(self, currency: str) -> int:
        """The line in minor units."""
        return line_amount(self.price, self.steps, self.product.steps_per_unit, currency)


@dataclass(frozen=True, slots=True)
class Draft:
    """An order being entered, the newest line last. Every change gives a new draft."""

    currency: str
    lines: tuple[DraftLine, ...] = ()
    customer: Customer | None = None
    ship_to: str = ""
    note: str = ""
    tax_included: bool = True
    past: tuple["Draft", ...] = field(default=(), repr=False)
    """The drafts before, for undo."""

    @property
    def total(self) -> int:
        """What the lines come to, in minor units."""
        return sum(line.amount(self.currency) for line in self.lines)

    def with_line(self, line: DraftLine) -> "Draft":
        """Add to a line, or a new one; it becomes the newest."""
        before = next((each for each in self.lines if each.product.id == line.product.id), None)
        rest = tuple(each for each in self.lines if each is not before)
        steps = line.steps if before is None else before.steps + line.steps
        return self._next((*rest, replace(line, steps=steps)))

    def with_steps(self, steps: int) -> "Draft":
        """Set the quantity of the newest line; nothing takes it away."""
        last = self.lines[-1]
        changed = (replace(last, steps=steps),) if steps else ()
        return self._next((*self.lines[:-1], *changed))

    def touching(self, product: bytes) -> "Draft":
        """Make a line the newest one."""
        chosen = next(each for each in self.lines if each.product.id == product)
        rest = tuple(each for each in self.lines if each is not chosen)
        return replace(self, lines=(*rest, chosen))

    def _next(self, lines: tuple[DraftLine, ...]) -> "Draft":
        return replace(self, lines=lines, past=(*self.past[-50:], self))

    def order(self, *, confirmed: bool) -> NewOrder:
        """Give the order to enter."""
        return NewOrder(
            lines=[
                NewLine(each.product.id, each.steps, each.price, tax_class=each.product.tax_class)
                for each in self.lines
            ],
            customer=None if self.customer is None else self.customer.id,
            ship_to=self.ship_to or ("" if self.customer is None else self.customer.name),
            note=self.note,
            currency=self.currency,
            tax_included=self.tax_included,
            confirmed=confirmed,
        )


def scan_item(connection: Connection, scan: Scan, day: str) -> tuple[DraftLine, bool]:
    """Give what a scan adds to an order, and whether it has a price.

    Loose goods count one unit: the person corrects it. Raises BarcodeRefused, UnknownBarcode,
    WhichProduct.
    """
    reading = meaning(scan)
    found = candidates(connection, reading)
    if len(found) > 1:
        raise WhichProduct(found, scan.text)
    match = found[0]
    steps = steps_of(match, reading) or match.product.steps_per_unit
    return priced(connection, match.product, steps, day)


def priced(
    connection: Connection, product: Product, steps: int, day: str
) -> tuple[DraftLine, bool]:
    """Give a line at today's price; without one it costs nothing yet."""
    try:
        price = catalogue.price_of(connection, product, day, product.quantity(1)).price
    except NoPrice:
        return DraftLine(product, steps, 0), False
    return DraftLine(product, steps, price), True
