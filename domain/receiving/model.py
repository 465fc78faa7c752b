"""Receiving in frozen values, and its rules: sharing out a scan, status, putting away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.purchasing import OrderLine, most_accepted

RECEIVING = "RECEIVING"
"""The code of the place where goods are put down on arrival."""

EXPECTED, OVER, OVER_APPROVED, BLIND = "expected", "over", "over_approved", "blind"
DAMAGED, WRONG, EXPIRED = "damaged", "wrong", "expired"
REJECT_REASONS = (DAMAGED, WRONG, EXPIRED)

PENDING, CHECKING, COMPLETED, ROLLED_BACK = "pending", "checking", "completed", "rolled_back"
OPEN = (PENDING, CHECKING)
CLOSE, ROLL_BACK = "closed", "rolled_back"
"""The kinds of a receipt's events."""


def status_of(*, standing: int, closed: bool, rolled_back: bool) -> str:
    """Say what a receipt is from its facts; ``standing`` counts lines that nobody took back.

    A roll-back covers the lines it took back. What another station scanned beside it stands,
    and keeps the receipt open until somebody has looked.
    """
    if rolled_back and not standing:
        return ROLLED_BACK
    if closed and not rolled_back:
        return COMPLETED
    return CHECKING if standing else PENDING


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it stands; quantities in steps."""

    id: bytes
    number: str
    order: bytes | None
    supplier: bytes | None
    location: bytes
    blind: bool
    reference: str | None
    status: str
    standing: int
    accepted: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A scan that stands; quantities in steps, cost of one unit in 1/10,000."""

    id: bytes
    receipt: bytes
    line: int
    item: bytes
    order_line: bytes | None
    kind: str
    accepted: int
    rejected: int
    reject_reason: str | None
    lot: str
    expires: str | None
    serial: str | None
    unit_cost: int | None
    day: str

    @property
    def received(self) -> int:
        """What came, good or not."""
        return self.accepted + self.rejected


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of a scan: the lines written, and where the order stands for this item now.

    ``kind`` is the worst of the lines' kinds; ``open`` is what is still to come, in steps.
    """

    lines: tuple[bytes, ...]
    kind: str
    ordered: int
    received: int
    open: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """An order line (none: never ordered) on which something is not as ordered, in steps.

    ``received`` is over all receipts, ``here`` and ``rejected`` in this one; ``short`` and
    ``over`` are never both above zero.
    """

    order_line: bytes | None
    item: bytes
    ordered: int
    received: int
    here: int
    rejected: int

    @property
    def short(self) -> int:
        """What is still missing."""
        return max(self.ordered - self.received, 0)

    @property
    def over(self) -> int:
        """What came beyond the order."""
        return max(self.received - self.ordered, 0)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of what came, for one order line."""

    line: OrderLine
    steps: int
    kind: str


def share_out(steps: int, lines: Sequence[OrderLine]) -> tuple[list[Share], int]:
    """Share what came over an item's order lines; give the shares and what none may take.

    First what is still open, in the order of the lines; then what each line's tolerance still
    allows, counted over all its receipts.
    """
    shares: dict[bytes, Share] = {}
    left = steps
    for line in lines:
        part = min(left, max(line.quantity - line.received, 0))
        if part:
            shares[line.id] = Share(line, part, EXPECTED)
            left -= part
    for line in lines:
        before = shares[line.id].steps if line.id in shares else 0
        most = most_accepted(line.quantity, line.tolerance)
        part = min(left, max(most - line.received - before, 0))
        if part:
            shares[line.id] = Share(line, before + part, OVER)
            left -= part
    return list(shares.values()), left


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came for a numbered line of an order, in steps; ``received`` includes ``rejected``."""

    number: int
    received: int
    rejected: int = 0
    reject_reason: str = DAMAGED
    lot: str = ""
    expires: str | None = None
    serial: str | None = None
    unit_cost: int | None = None


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """Labels that wait to be printed."""

    id: bytes
    receipt_line: bytes | None
    item: bytes
    lot: str
    expires: str | None
    serial: str | None
    template: str
    copies: int


@dataclass(frozen=True, slots=True)
class Bin:
    """A place for putting away: how full it is, and whether the item or lot lies there already."""

    id: bytes
    code: str
    walk_order: int
    capacity: int | None
    load: int
    has_lot: bool
    has_item: bool

    @property
    def free(self) -> int | None:
        """How many steps still fit; None where there is no limit."""
        return None if self.capacity is None else max(self.capacity - self.load, 0)


def put_away_order(bins: Iterable[Bin]) -> list[Bin]:
    """Sort bins: with the same lot, with the same item, then by the walk, the emptiest first.

    A bin without a stated capacity that holds something else comes last.
    """

    def key(each: Bin) -> tuple[int, int, int, str]:
        mixed = each.capacity is None and each.load > 0
        rank = 0 if each.has_lot else 1 if each.has_item else 3 if mixed else 2
        room = -(1 << 62) if each.free is None else -each.free
        return rank, each.walk_order, room, each.code

    return sorted(bins, key=key)


def fill(bins: Iterable[Bin], steps: int, whole: int = 1) -> list[tuple[Bin, int]]:
    """Put steps into bins in their order, in whole units; what fits nowhere is left out."""
    placed: list[tuple[Bin, int]] = []
    left = steps
    for each in bins:
        room = left if each.free is None else min(left, each.free)
        part = room // whole * whole
        if part:
            placed.append((each, part))
            left -= part
    return placed
