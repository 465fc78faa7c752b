"""Purchasing in frozen values, and its rules: status, tolerance, what a supplier sells."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from domain.values import decimals_of, round_half_up

MANUAL, REORDER, IMPORT = "manual", "reorder", "import"
ORIGINS = (MANUAL, REORDER, IMPORT)

DRAFT, SENT, PARTIALLY_RECEIVED = "draft", "sent", "partially_received"
RECEIVED, CANCELLED, CLOSED = "received", "cancelled", "closed"
STATUSES = (DRAFT, SENT, PARTIALLY_RECEIVED, RECEIVED, CANCELLED, CLOSED)
AWAITED = (SENT, PARTIALLY_RECEIVED)
"""An order in one of these still expects goods."""

APPROVE, SEND, CANCEL, CLOSE = "approved", "sent", "cancelled", "closed"
"""The kinds of an order's events."""

WHOLE = 10_000
"""Tolerances are in 1/10,000: 200 is 2 %."""


def most_accepted(ordered: int, tolerance: int) -> int:
    """Give the most steps that may come for a line, over all deliveries: exact, rounded down."""
    return ordered * (WHOLE + tolerance) // WHOLE


def status_of(
    lines: Iterable[tuple[int, int]], *, sent: bool, cancelled: bool, closed: bool
) -> str:
    """Say what an order is from its facts alone; ``lines`` are (ordered, received).

    Cancelled here while goods were received there: both stand, the order is closed with what
    came. Goods that came for an order nobody had sent count as received all the same.
    """
    wanted = [(ordered, received) for ordered, received in lines if ordered or received]
    came = any(received > 0 for _, received in wanted)
    if cancelled:
        return CLOSED if came else CANCELLED
    if closed:
        return CLOSED
    if came:
        complete = all(received >= ordered for ordered, received in wanted)
        return RECEIVED if complete else PARTIALLY_RECEIVED
    return SENT if sent else DRAFT


def line_value(price: int, steps: int, steps_per_unit: int) -> int:
    """Give a line's worth in 1/10,000, from the price of one unit; rounded once, half up."""
    return round_half_up(Fraction(price * steps, steps_per_unit))


def in_minor(value: int, currency: str) -> int:
    """Round a sum in 1/10,000 to minor units, as it is paid."""
    return round_half_up(Fraction(value * 10 ** decimals_of(currency), WHOLE))


@dataclass(frozen=True, slots=True)
class Supplier:
    """Somebody we buy from."""

    id: bytes
    code: str
    name: str
    email: str | None
    phone: str | None
    currency: str
    lead_time_days: int
    minimum_order_amount: int | None
    over_tolerance: int
    rating: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class SupplierItem:
    """On what terms a supplier sells a product; quantities in steps, price of one unit."""

    id: bytes
    supplier: bytes
    product: bytes
    code: str | None
    lead_time_days: int
    min_quantity: int
    max_quantity: int | None
    pack_steps: int
    price: int
    over_tolerance: int
    preferred: bool

    def nearest(self, steps: int) -> int:
        """Give the quantity nearest to ``steps`` that is sold: up to whole packs, within limits."""
        up = -(-max(steps, self.min_quantity, 1) // self.pack_steps) * self.pack_steps
        if self.max_quantity is None or up <= self.max_quantity:
            return up
        return self.max_quantity // self.pack_steps * self.pack_steps


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of a purchase order as it stands; quantities in steps, money in 1/10,000."""

    order: bytes
    id: bytes
    revision: int
    number: int
    product: bytes
    quantity: int
    price: int
    amount: int
    due: str | None
    tolerance: int
    received: int
    rejected: int
    open: int
    contested: bool

    @property
    def stocked(self) -> int:
        """What came and was good."""
        return self.received - self.rejected

    @property
    def room(self) -> int:
        """How many steps may still come without anybody being asked."""
        return max(most_accepted(self.quantity, self.tolerance) - self.received, 0)


@dataclass(frozen=True, slots=True)
class Order:
    """A purchase order as it stands; money in 1/10,000 of ``currency``.

    Of a draft the sums are those of its lines today; of any other they are stored, as sent.
    """

    id: bytes
    number: str
    origin: str
    supplier: bytes
    supplier_name: str
    expected: str | None
    currency: str
    reference: str | None
    status: str
    approved: bool
    sent_day: str | None
    line_count: int
    lines: int
    tax: int
    freight: int
    total: int
    contested: bool

    @property
    def awaited(self) -> bool:
        """Whether goods are still expected."""
        return self.status in AWAITED


@dataclass(frozen=True, slots=True)
class LeadTime:
    """Days from sending to each receipt of an item from a supplier, oldest receipt first."""

    supplier: bytes
    product: bytes
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewSupplier:
    """What is needed to make a supplier. See the table for units."""

    code: str
    name: str
    email: str | None = None
    phone: str | None = None
    currency: str = "EUR"
    lead_time_days: int = 0
    minimum_order_amount: int | None = None
    over_tolerance: int = 0
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class NewTerms:
    """On what terms a supplier sells a product. See the table for units."""

    supplier: bytes
    product: bytes
    price: int
    code: str | None = None
    lead_time_days: int | None = None
    min_quantity: int = 0
    max_quantity: int | None = None
    pack_steps: int = 1
    over_tolerance: int | None = None
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to order: steps of a product, the price of one unit in 1/10,000."""

    product: bytes
    quantity: int
    price: int
    steps_per_unit: int = 1
    due: str | None = None
    tolerance: int = 0


@dataclass(frozen=True, slots=True)
class NewOrder:
    """A whole order as another program knew it; ``sent_day`` makes it a sent one."""

    supplier: bytes
    currency: str
    lines: tuple[NewLine, ...]
    reference: str | None = None
    origin: str = IMPORT
    expected: str | None = None
    tax: int = 0
    freight: int = 0
    sent_day: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came for an order line, rejects included; below zero takes an arrival back.

    ``cause`` is the scan that both the arrival and its taking back are about.
    """

    order: bytes
    order_line: bytes
    receipt: bytes
    cause: bytes
    received: int
    rejected: int
    day: str
