"""From a code to what goes into the cart: looked up, completed (weight, serial, lot), in order.

Codes wait in a queue and are taken one after the other, however fast they come; while a dialog asks
for a weight or a serial number the rest waits.
"""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from desktop.offload import Connection
from domain import barcodes, catalogue, counter, stock
from domain.barcodes import Reading
from domain.catalogue import BY_LOT, BY_SERIAL, AmbiguousBarcode, Product, UnknownBarcode
from domain.counter import Cart, SaleHead, Scanned
from domain.stock import NO_LOT
from domain.values import DocumentNumber, NotADocumentNumber

_TIMES = re.compile(r"(\d{1,4})\s*[*\u00d7]\s*(.*)")
_KILOGRAMS = {
    "kg": Fraction(1),
    "g": Fraction(1, 1000),
    "lb": Fraction(45_359_237, 100_000_000),
    "oz": Fraction(45_359_237, 1_600_000_000),
}
"""Exact: the international pound."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code to take: as it was scanned or typed, and how many times it counts."""

    text: str
    aim: str | None = None
    times: int = 1
    typed: bool = False
    product: bytes | None = None
    """A product chosen by hand; the text is empty then."""


@dataclass(frozen=True, slots=True)
class LotOnHand:
    """A lot that may be sold, and how much of it there is."""

    code: str
    expires: str | None
    steps: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a code turned out to be: goods (one, or several to choose from), or a receipt."""

    code: Code
    goods: tuple[Scanned, ...] = ()
    lots: tuple[LotOnHand, ...] = ()
    receipt: SaleHead | None = None


def split_times(text: str) -> tuple[int, str]:
    """Read ``3*`` or ``3*4006381333931``: how many times, and the rest. 0 where nothing is said."""
    match = _TIMES.fullmatch(text.strip())
    return (int(match.group(1)), match.group(2)) if match else (0, text.strip())


def look_up(connection: Connection, site: int, cart: Cart, code: Code, region: str) -> Found:
    """Say what a code means at the till. Raises what ``counter.look_up`` does, and UnknownSale."""
    if code.product is not None:
        product = catalogue.product(connection, code.product)
        steps = None if product.weighed else product.steps_per_unit
        scanned = Scanned(counter.offer_of(connection, product, cart.day, steps), steps)
        return _completed(connection, site, cart, replace(code), scanned)
    if _is_number(code.text):
        return Found(code, receipt=counter.find_sale(connection, site, code.text))
    reading = _read(connection, code, region)
    try:
        scanned = counter.look_up(connection, site, cart, reading)
    except AmbiguousBarcode:
        matches = catalogue.matches(connection, reading.gtin14 or reading.text)
        return Found(
            code,
            tuple(
                Scanned(
                    counter.offer_of(connection, match.product, cart.day),
                    None if match.product.weighed else match.quantity.steps,
                    lot=reading.lot or NO_LOT,
                    serial=reading.serial,
                    expires=reading.expires.isoformat() if reading.expires else None,
                )
                for match in matches
            ),
        )
    except UnknownBarcode:
        try:
            return Found(code, receipt=counter.find_sale(connection, site, code.text))
        except counter.UnknownSale:
            raise UnknownBarcode(code=code.text) from None
    return _completed(connection, site, cart, code, scanned)


def _is_number(text: str) -> bool:
    try:
        DocumentNumber.parse(text.strip().strip("*"))
    except NotADocumentNumber:
        return False
    return True


def _read(connection: Connection, code: Code, region: str) -> Reading:
    """Read a code; one that the catalogue has as it stands is no price or weight code."""
    rules = barcodes.rules_for(region)
    reading = barcodes.read(code.text, aim=code.aim, templates=rules)
    if reading.kind == "weighed" and catalogue.matches(connection, reading.text):
        return barcodes.read(code.text, aim=code.aim)
    return reading


def _completed(
    connection: Connection, site: int, cart: Cart, code: Code, scanned: Scanned
) -> Found:
    """Count a code several times at the price for that many; find the lots to choose from."""
    product = scanned.offer.product
    plain = scanned.amount is None and scanned.serial is None and product.tracking != BY_SERIAL
    if code.times > 1 and scanned.steps is not None and plain:
        steps = scanned.steps * code.times
        before = sum(line.steps for line in cart.lines if line.item == product.id)
        offer = counter.offer_of(connection, product, cart.day, before + steps)
        scanned = replace(scanned, steps=steps, offer=offer)
        code = replace(code, times=1)
    lots: tuple[LotOnHand, ...] = ()
    if product.tracking == BY_LOT and scanned.lot == NO_LOT:
        lots = lots_on_hand(connection, site, product.id, cart.day)
    return Found(code, (scanned,), lots)


def lots_on_hand(connection: Connection, site: int, item: bytes, day: str) -> tuple[LotOnHand, ...]:
    """The lots of an item that may be sold on a day, the one that should go first at the top."""
    found: dict[str, LotOnHand] = {}
    for each in stock.removal_order(connection, site, item, day):
        before = found.get(each.lot)
        steps = each.available + (before.steps if before else 0)
        found[each.lot] = LotOnHand(each.lot, each.expires, steps)
    return tuple(lot for lot in found.values() if lot.code != NO_LOT)


def steps_of_weight(product: Product, value: Decimal, unit: str) -> int | None:
    """Turn what a scale says into steps of a product's unit; None where they do not fit."""
    if unit not in _KILOGRAMS or product.unit not in _KILOGRAMS:
        return None
    units = Fraction(value) * _KILOGRAMS[unit] / _KILOGRAMS[product.unit]
    scaled = units * product.steps_per_unit
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


class CodeQueue:
    """Codes in the order in which they came; one is under way at a time."""

    def __init__(self, start: Callable[[Code], None], idle: Callable[[], None]) -> None:
        """``start`` takes a code and calls ``done`` when it is dealt with; ``idle`` is called
        when nothing is left.
        """
        self._start, self._idle = start, idle
        self._waiting: deque[Code] = deque()
        self._now: Code | None = None

    @property
    def busy(self) -> bool:
        """Whether a code is under way."""
        return self._now is not None

    def add(self, code: Code) -> None:
        """Take a code when those before it are dealt with."""
        self._waiting.append(code)
        if self._now is None:
            self._next()

    def done(self) -> None:
        """The code under way is dealt with."""
        self._now = None
        if self._waiting:
            self._next()
        else:
            self._idle()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def _next(self) -> None:
        self._now = self._waiting.popleft()
        self._start(self._now)
