"""From scans to a counted pick: bin, then goods, then lot or serial number, as far as needed.

A step is a value: a scan gives the next one or raises, and then everything is as it was. A code
means the same whenever it is scanned: a bin is a bin, goods are goods; the goods' code again
counts one more. A person may type the quantity instead.
"""

from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from domain import catalogue, stock
from domain.barcodes import Reading, read
from domain.picking.errors import (
    LocationFirst,
    LotFirst,
    SerialScannedTwice,
    TooMany,
    WrongItem,
    WrongLocation,
    WrongLot,
    WrongSerial,
)
from domain.picking.model import PickTask

PLACE, ITEM, LOT, SERIAL, READY = "place", "item", "lot", "serial", "ready"


@dataclass(frozen=True, slots=True)
class Step:
    """How far somebody has come with a task."""

    task: PickTask
    item: catalogue.Product
    at_place: bool = False
    item_seen: bool = False
    lot_seen: bool = False
    steps: int = 0
    serials: tuple[str, ...] = ()

    @property
    def wants(self) -> str:
        """What to scan next; ``READY`` where the count can be confirmed (or go on)."""
        if not self.at_place:
            return PLACE
        if not self.item_seen:
            return ITEM
        if self.task.lot != stock.NO_LOT and not self.lot_seen:
            return LOT
        if self.by_serial and not self.serials:
            return SERIAL
        return READY

    @property
    def by_serial(self) -> bool:
        """Whether each piece is to be scanned."""
        return self.item.tracking == catalogue.BY_SERIAL

    @property
    def full(self) -> bool:
        """Whether the whole task is counted."""
        return self.wants == READY and self.steps == self.task.open


def begin(connection: Connection, task: PickTask) -> Step:
    """Begin with a task."""
    return Step(task, catalogue.product(connection, task.item))


def typed(step: Step, steps: int) -> Step:
    """Take a typed quantity in place of what was counted. Raises TooMany, SerialMissing."""
    if step.by_serial and steps != len(step.serials) * step.item.steps_per_unit:
        raise stock.SerialMissing(item=step.item.name)
    if not 0 <= steps <= step.task.open:
        raise _too_many(step, steps)
    return replace(step, steps=steps)


def scan(connection: Connection, site: int, step: Step, text: str, day: str) -> Step:
    """Give the step after a scan, on a day (ISO).

    Raises LocationFirst, WrongLocation, WrongItem, WrongLot, LotFirst, LotExpired, LotRecalled,
    WrongSerial, SerialScannedTwice, TooMany, UnknownBarcode, AmbiguousBarcode, BarcodeRefused.
    """
    reading = read(text)
    place = _place(connection, site, reading.text)
    if place is not None:
        if place.id != step.task.place.id:
            raise WrongLocation(scanned=place.code, location=step.task.place.code)
        return replace(step, at_place=True)
    if not step.at_place:
        raise LocationFirst(location=step.task.place.code)
    refused = reading.error()
    if refused is not None:
        raise refused
    if reading.gtin14 is None and step.item_seen:
        return _text(connection, site, step, reading, day)
    return _goods(connection, site, step, reading, day)


def _place(connection: Connection, site: int, text: str) -> stock.Location | None:
    try:
        return stock.find_location(connection, site, text)
    except stock.UnknownLocation:
        return None


def _text(connection: Connection, site: int, step: Step, reading: Reading, day: str) -> Step:
    """Take a text as the lot or serial number of the goods seen, else as goods again."""
    code = reading.text.strip()
    if step.task.lot != stock.NO_LOT and code == step.task.lot:
        _check_lot(connection, site, step, code, reading, day)
        return replace(step, lot_seen=True)
    if step.by_serial and _in_bin(connection, site, step, code):
        return _with_serial(connection, site, step, code)
    try:
        return _goods(connection, site, step, reading, day)
    except catalogue.UnknownBarcode:
        if step.by_serial:
            _require_in_bin(connection, site, step, code)
        if step.task.lot != stock.NO_LOT:
            raise WrongLot(scanned=code, lot=step.task.lot, item=step.item.name) from None
        raise


def _check_lot(
    connection: Connection, site: int, step: Step, lot: str, reading: Reading, day: str
) -> None:
    if lot != step.task.lot:
        raise WrongLot(scanned=lot, lot=step.task.lot, item=step.item.name)
    known = stock.find_lot(connection, site, step.task.item, lot)
    if known is not None:
        stock.check_lot(known, day, step.item.name)
    if reading.expires is not None and reading.expires.isoformat() < day:
        raise stock.LotExpired(lot=lot, item=step.item.name, expires=reading.expires.isoformat())


def _goods(connection: Connection, site: int, step: Step, reading: Reading, day: str) -> Step:
    match = catalogue.find_code(connection, reading.gtin14 or reading.text)
    if match.product.id != step.task.item:
        raise WrongItem(scanned=match.product.name, item=step.item.name)
    lot_seen = step.lot_seen
    if reading.lot is not None and step.task.lot != stock.NO_LOT:
        _check_lot(connection, site, step, reading.lot, reading, day)
        lot_seen = True
    seen = replace(step, item_seen=True, lot_seen=lot_seen)
    if step.by_serial:
        if reading.serial is None:
            return seen
        return _with_serial(connection, site, seen, reading.serial)
    if step.item_seen and step.task.lot != stock.NO_LOT and not lot_seen:
        raise LotFirst(item=step.item.name, lot=step.task.lot)
    if reading.weight is not None:
        counted = step.item.quantity(reading.weight).steps
    elif step.item.weighed and match.pack is None and reading.quantity is None:
        return seen  # loose goods: the code says what it is, not how much
    else:
        counted = match.quantity.steps * (reading.quantity or 1)
    return _counted(seen, counted)


def _too_many(step: Step, counted: int) -> TooMany:
    return TooMany(open=step.item.format(step.task.open), counted=step.item.format(counted))


def _counted(step: Step, more: int) -> Step:
    if step.steps + more > step.task.open:
        raise _too_many(step, step.steps + more)
    return replace(step, steps=step.steps + more)


def _in_bin(connection: Connection, site: int, step: Step, serial: str) -> bool:
    places = stock.serial_places(connection, site, step.task.item, serial)
    return step.task.place.id in {place.id for place in places}


def _require_in_bin(connection: Connection, site: int, step: Step, serial: str) -> None:
    if not _in_bin(connection, site, step, serial):
        place = step.task.place.code
        raise WrongSerial(serial=serial, item=step.item.name, location=place)


def _with_serial(connection: Connection, site: int, step: Step, serial: str) -> Step:
    if serial in step.serials:
        raise SerialScannedTwice(serial=serial)
    _require_in_bin(connection, site, step, serial)
    counted = _counted(step, step.item.steps_per_unit)
    return replace(counted, serials=(*step.serials, serial))
