"""Receiving without a window: what a scan at the dock becomes, and how a receipt stands."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.engine import Connection

from desktop.scans import Scan
from desktop.screens.item_codes import candidates, meaning, steps_of
from domain import catalogue, purchasing, receiving
from domain.barcodes import Reading
from domain.catalogue import Match, Product
from domain.errors import RuleBroken
from domain.purchasing import Order, OrderLine
from domain.receiving import CHECKING, PENDING, Receipt, ReceiptLine
from domain.replica import Transaction


class AmountNeeded(RuleBroken):
    """Loose goods were scanned by a code that does not say how much they weigh."""

    code = "receive.amount_needed"
    sentence = "Say how much of {item} came."


ALL = -1
"""Every piece of a scan is rejected, however many they are."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is being received: an order, or a blind receipt (``order`` None)."""

    order: bytes | None
    receipt: bytes | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One scan and what a person added to it; None is what the code itself says.

    ``rejected`` may be ``ALL``; ``replaces`` are receipt lines that this takes the place of (a
    corrected quantity).
    """

    reading: Reading | None = None
    item: bytes | None = None
    steps: int | None = None
    rejected: int = 0
    reason: str | None = None
    lot: str | None = None
    expires: str | None = None
    serial: str | None = None
    blind: bool = False
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A scan that was received: into which receipt, of what, how much."""

    receipt: bytes
    product: Product
    steps: int
    rejected: int
    scanned: receiving.Scanned


def perform(tx: Transaction, task: Task, attempt: Attempt) -> Done:
    """Receive a scan, opening the receipt with the first one.

    Raises UnknownBarcode, AmbiguousBarcode, AmountNeeded, and what ``receive_scan`` raises.
    """
    receipt = task.receipt or open_for(tx, task)
    if attempt.replaces:
        receiving.undo_scan(tx, receipt, attempt.replaces)
    match = _match(tx, task, attempt)
    steps, full = _steps(match, attempt), _completed(attempt)
    rejected = steps if full.rejected == ALL else full.rejected
    scanned = receiving.receive_scan(
        *(tx, receipt, match.product, steps),
        rejected=rejected,
        reject_reason=full.reason,
        lot=full.lot or "",
        expires=full.expires,
        serial=full.serial,
        blind=full.blind,
    )
    return Done(receipt, match.product, steps, rejected, scanned)


def open_for(tx: Transaction, task: Task) -> bytes:
    """Give the receipt that is open for an order, opening one where there is none."""
    if task.order is None:
        return receiving.open_blind_receipt(tx)
    found = open_receipt_of(tx.connection, tx.site, task.order)
    return receiving.open_receipt(tx, task.order) if found is None else found.id


def open_receipt_of(connection: Connection, site: int, order: bytes) -> Receipt | None:
    """Give the newest receipt of an order that can still be scanned to."""
    found = receiving.receipts_of(connection, site, order)
    return next((r for r in reversed(found) if r.status in (PENDING, CHECKING)), None)


def matches_of(
    connection: Connection, site: int, order: bytes | None, reading: Reading
) -> list[Match]:
    """Give what a code can mean here: on the order first. Raises UnknownBarcode."""
    lines = purchasing.order_lines(connection, site, order) if order is not None else []
    return candidates(connection, reading, {line.product for line in lines})


def _match(tx: Transaction, task: Task, attempt: Attempt) -> Match:
    """Find the one product that is meant."""
    reading = attempt.reading
    if attempt.item is not None:
        item = catalogue.product(tx.connection, attempt.item)
        one = Match(item, None, item.quantity(1))
        if reading is None:
            return one
        coded = catalogue.matches(tx.connection, reading.gtin14 or reading.text)
        return next((match for match in coded if match.product.id == item.id), one)
    if reading is None:
        raise catalogue.UnknownBarcode(code="")
    found = matches_of(tx.connection, tx.site, task.order, reading)
    if len(found) > 1:
        raise catalogue.AmbiguousBarcode(code=reading.text, count=len(found))
    return found[0]


def _steps(match: Match, attempt: Attempt) -> int:
    """How much came: as a person said, else as the code says. Raises AmountNeeded."""
    if attempt.steps is not None:
        return attempt.steps
    reading = attempt.reading
    said = match.quantity.steps if reading is None else steps_of(match, reading)
    if said is None:
        raise AmountNeeded(item=match.product.name)
    return said


def _completed(attempt: Attempt) -> Attempt:
    """Take lot, last day and serial number from the code where nobody said otherwise."""
    reading = attempt.reading
    if reading is None:
        return attempt
    last_day = reading.expires.isoformat() if reading.expires is not None else None
    return replace(
        attempt,
        lot=reading.lot if attempt.lot is None else attempt.lot,
        expires=last_day if attempt.expires is None else attempt.expires,
        serial=reading.serial if attempt.serial is None else attempt.serial,
    )


@dataclass(frozen=True, slots=True)
class Board:
    """How a delivery stands: the order's lines and the scans, with the products named."""

    order: Order | None
    receipt: Receipt | None
    supplier: str
    lines: tuple[OrderLine, ...] = ()
    scans: tuple[ReceiptLine, ...] = ()
    items: Mapping[bytes, Product] = field(default_factory=dict)

    @property
    def complete_lines(self) -> int:
        """Order lines of which everything came."""
        return sum(1 for line in self.lines if line.received >= line.quantity)


@dataclass(frozen=True, slots=True)
class Last:
    """The last scan that stands, so that it can be corrected, rejected or taken back."""

    lines: tuple[bytes, ...]
    product: Product
    attempt: Attempt
    kind: str

    @property
    def steps(self) -> int:
        """How much came in it."""
        return self.attempt.steps or 0


def read_board(connection: Connection, site: int, task: Task) -> Board:
    """Read how a delivery stands. Raises UnknownOrder, UnknownReceipt."""
    order = purchasing.order(connection, site, task.order) if task.order is not None else None
    receipt = None
    if task.receipt is not None:
        receipt = receiving.receipt(connection, site, task.receipt)
    elif order is not None:
        receipt = open_receipt_of(connection, site, order.id)
    lines = tuple(purchasing.order_lines(connection, site, order.id)) if order is not None else ()
    scans = receiving.receipt_lines(connection, site, receipt.id) if receipt is not None else []
    wanted = {line.product for line in lines} | {scan.item for scan in scans}
    items = catalogue.products(connection, list(wanted))
    supplier = order.supplier_name if order is not None else ""
    if order is None and receipt is not None and receipt.supplier is not None:
        supplier = purchasing.supplier(connection, receipt.supplier).name
    return Board(order, receipt, supplier, lines, tuple(scans), items)


def last_of(board: Board, groups: Mapping[bytes, tuple[bytes, ...]]) -> Last | None:
    """Give the last scan of this station that stands; ``groups`` are lines made by one scan."""
    own = [scan for scan in board.scans if scan.id in groups]
    if not own:
        return None
    newest = own[-1]
    parts = [scan for scan in own if scan.id in groups[newest.id]]
    attempt = Attempt(
        item=newest.item,
        steps=sum(part.received for part in parts),
        rejected=sum(part.rejected for part in parts),
        reason=newest.reject_reason,
        lot=newest.lot,
        expires=newest.expires,
        serial=newest.serial,
        blind=newest.order_line is None and board.order is not None,
        replaces=tuple(part.id for part in parts),
    )
    kinds = (receiving.EXPECTED, receiving.OVER, receiving.OVER_APPROVED, receiving.BLIND)
    kind = max((part.kind for part in parts), key=kinds.index)
    return Last(attempt.replaces, board.items[newest.item], attempt, kind)


@dataclass(frozen=True, slots=True)
class Expected:
    """A delivery that can be received: an order, a receipt that was begun, or both."""

    order: Order | None
    receipt: Receipt | None
    supplier: str

    @property
    def task(self) -> Task:
        """What choosing it begins."""
        if self.order is not None:
            return Task(self.order.id)
        return Task(None, None if self.receipt is None else self.receipt.id)


def expected(connection: Connection, site: int) -> list[Expected]:
    """Give what can be received: first what was begun, then by the day it is expected."""
    begun = receiving.receipts(connection, site, (PENDING, CHECKING))
    by_order = {receipt.order: receipt for receipt in begun if receipt.order is not None}
    orders = {o.id: o for o in purchasing.orders(connection, site, purchasing.AWAITED)}
    for missing in by_order.keys() - orders.keys():
        orders[missing] = purchasing.order(connection, site, missing)
    found = [Expected(o, by_order.get(o.id), o.supplier_name) for o in orders.values()]
    names = {each.id: each.name for each in purchasing.suppliers(connection, archived=True)}
    found += [
        Expected(None, receipt, names.get(receipt.supplier or b"", ""))
        for receipt in begun
        if receipt.order is None
    ]

    def order_of(each: Expected) -> tuple[bool, str]:
        day = each.order.expected if each.order is not None else None
        return each.receipt is None, day or "9999"

    return sorted(found, key=order_of)


@dataclass(frozen=True, slots=True)
class Found:
    """What a code at the dock names: one delivery, or those on which a product is expected."""

    task: Task | None = None
    orders: tuple[bytes, ...] = ()
    product: Product | None = None
    closed: str = ""
    """The number of a receipt or order that is finished already."""


def look_up(connection: Connection, site: int, scan: Scan) -> Found:
    """Say what was scanned before a delivery was chosen.

    Tried in this order: a receipt's number, an order's number (or its reference), a product.
    Raises BarcodeRefused, UnknownBarcode.
    """
    text = scan.text.strip()
    with contextlib.suppress(receiving.UnknownReceipt):
        receipt = receiving.find_receipt(connection, site, text)
        if receipt.status not in (PENDING, CHECKING):
            return Found(closed=receipt.number)
        return Found(Task(receipt.order, receipt.id))
    with contextlib.suppress(purchasing.UnknownOrder):
        order = purchasing.find_order(connection, site, text)
        if order.awaited or order.status == purchasing.RECEIVED:
            return Found(Task(order.id))
        return Found(closed=order.number)
    products = [match.product for match in candidates(connection, meaning(scan))]
    waiting = [
        line.order
        for product in products
        for line in purchasing.awaited_lines(connection, site, product.id)
    ]
    sent = [o for o in dict.fromkeys(waiting) if purchasing.order(connection, site, o).awaited]
    return Found(orders=tuple(sent), product=products[0])
