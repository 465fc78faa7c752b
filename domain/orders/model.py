"""Sales orders in frozen values, and the rules that say what has become of them.

Both rules are functions of the facts alone, so that every station comes to the same answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.stock import Availability

MANUAL = "manual"
"""The channel of an order that somebody entered by hand."""

DRAFT, CONFIRMED, HOLD, ALLOCATED = "draft", "confirmed", "hold", "allocated"
PARTIALLY_SHIPPED, SHIPPED = "partially_shipped", "shipped"
CLOSED, CANCELLED = "closed", "cancelled"
STATUSES = (DRAFT, CONFIRMED, HOLD, ALLOCATED, PARTIALLY_SHIPPED, SHIPPED, CLOSED, CANCELLED)

CONFIRM, HELD, RELEASE, CANCEL, CLOSE = "confirmed", "held", "released", "cancelled", "closed"
"""The kinds of an order's events."""

LINE_CANCELLED, SERVED, SETTLED = "cancelled", "served", "settled"
"""The kinds of a line's events."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to order: ``price`` of one unit in 1/10,000, ``discount`` in minor units."""

    product: bytes
    steps: int
    price: int
    discount: int = 0
    tax_class: bytes | None = None
    shipped_before: int = 0


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order to enter. ``reference`` is the channel's own number, given once."""

    lines: Sequence[NewLine]
    channel: str = MANUAL
    reference: str | None = None
    customer: bytes | None = None
    ship_to: str = ""
    note: str = ""
    requested: str | None = None
    currency: str = "EUR"
    tax_included: bool = True
    priority: int = 0
    complete_only: bool = False
    confirmed: bool = True
    ordered_at: int | None = None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """All that is known of a line, in steps."""

    ordered: int
    shipped: int = 0
    cancelled: int = 0
    known_shipped: int | None = None
    """The least that was known to be shipped when all the rest was cancelled; None: never was."""
    settled: int = 0
    reserved: int = 0
    picked: int = 0


@dataclass(frozen=True, slots=True)
class LineState:
    """What has become of a line: ordered = shipped + open + cancelled, always."""

    ordered: int
    shipped: int
    cancelled: int
    open: int
    reserved: int
    picked: int
    backorder: int
    over_shipped: int
    return_expected: int
    put_back: int


def line_state(facts: LineFacts, *, stocked: bool = True) -> LineState:
    """Say what has become of a line.

    *Shipped wins*: what went out counts as shipped, whoever cancelled meanwhile; the cancellation
    takes the rest, and what went out against it is expected back until somebody settles it.
    """
    gone = max(facts.shipped, 0)
    shipped = min(gone, facts.ordered)
    if facts.known_shipped is None:
        cancelled = min(facts.cancelled, facts.ordered - shipped)
        meant = max(facts.ordered - facts.cancelled, 0)
    else:
        cancelled = facts.ordered - shipped
        meant = min(facts.known_shipped, facts.ordered)
    left = facts.ordered - shipped - cancelled
    picked = max(facts.picked, 0)
    return LineState(
        ordered=facts.ordered,
        shipped=shipped,
        cancelled=cancelled,
        open=left,
        reserved=facts.reserved,
        picked=picked,
        backorder=max(left - max(facts.reserved, picked), 0) if stocked else 0,
        over_shipped=gone - shipped,
        return_expected=max(gone - meant - facts.settled, 0),
        put_back=max(picked - left, 0),
    )


def status_of(
    lines: Iterable[LineState],
    *,
    confirmed: bool = True,
    held: bool = False,
    closed: bool = False,
) -> str:
    """Say what an order is, from its lines and its events."""
    lines = list(lines)
    is_open = any(line.open for line in lines)
    shipped = any(line.shipped for line in lines)
    if not is_open:
        if not shipped:
            return CANCELLED
        return CLOSED if closed else SHIPPED
    if not confirmed:
        return DRAFT
    if held:
        return HOLD
    if shipped:
        return PARTIALLY_SHIPPED
    if any(line.backorder for line in lines):
        return CONFIRMED
    return ALLOCATED


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line with what has become of it; quantities in steps."""

    line: int
    product: bytes
    price: int
    discount: int
    amount: int
    tax_class: bytes | None
    stocked: bool
    state: LineState


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order in a list; ``amount`` in minor units."""

    id: bytes
    number: str
    channel: str
    reference: str | None
    customer: bytes | None
    ship_to: str
    ordered_at: int
    requested: str | None
    currency: str
    priority: int
    status: str
    held: bool
    duplicate_of: bytes | None
    lines: int
    amount: int
    waiting: bool
    contested: bool


@dataclass(frozen=True, slots=True)
class Order:
    """An order with its lines."""

    head: OrderRow
    note: str
    tax_included: bool
    complete_only: bool
    confirmed: bool
    hold_reasons: tuple[str, ...]
    lines: tuple[OrderLine, ...]

    @property
    def id(self) -> bytes:
        """The order's id."""
        return self.head.id

    @property
    def status(self) -> str:
        """What the order is."""
        return self.head.status

    def line(self, number: int) -> OrderLine:
        """Give a line by its number. Raises KeyError."""
        for each in self.lines:
            if each.line == number:
                return each
        raise KeyError(number)


@dataclass(frozen=True, slots=True)
class LineAvailability:
    """A line, and what the site has of its product."""

    line: OrderLine
    available: Availability


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line that wants stock, in the order of the queue."""

    document: bytes
    line: int
    product: bytes
    steps: int
    complete_only: bool
    ordered_at: int
    priority: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """What an order was promised now, and what it still waits for; in steps."""

    document: bytes
    promised: int
    backorder: int

    @property
    def complete(self) -> bool:
        """Whether the order waits for nothing any more."""
        return not self.backorder


@dataclass(frozen=True, slots=True)
class Settled:
    """What putting the promises right did: steps released, and the orders promised anew."""

    released: int
    allocations: tuple[Allocation, ...]


@dataclass(frozen=True, slots=True)
class CountWanted:
    """A bin to be counted."""

    id: bytes
    item: bytes
    location: bytes
    lot: str
    reason: str
    document: bytes | None
