"""Putting goods away: scan the bin to confirm it."""

from domain import stock
from domain.catalogue import Product
from domain.receiving.errors import BinFull, WrongBin
from domain.replica import Transaction

PUT_AWAY = "putaway"
"""The reason of the movements."""


def put_away(
    tx: Transaction,
    item: Product,
    steps: int,
    source: bytes,
    scanned: str,
    *,
    expected: bytes | None = None,
    lot: str = stock.NO_LOT,
    serial: str | None = None,
    receipt: bytes | None = None,
) -> stock.Location:
    """Move goods from the receiving place to the bin that was scanned; give the bin.

    ``expected`` is the bin that was suggested; None takes any. Needs ``stock.move``. Raises
    WrongBin, BinFull; UnknownLocation, NotEnough, WrongUsage, NothingToMove, SerialMissing of
    the stock.
    """
    place = stock.find_location(tx.connection, tx.site, scanned)
    if expected is not None and place.id != expected:
        meant = stock.location(tx.connection, tx.site, expected)
        raise WrongBin(scanned=place.code, expected=meant.code)
    if place.capacity is not None:
        there = stock.contents(tx.connection, tx.site, place.id)
        load = sum(max(each.on_hand, 0) for each in there)
        free = max(place.capacity - load, 0)
        if steps > free:
            raise BinFull(location=place.code, free=item.format(free), wanted=item.format(steps))
    if serial is not None:
        places = stock.serial_places(tx.connection, tx.site, item.id, serial)
        if source not in {each.id for each in places}:
            raise stock.SerialMissing(item=item.name)
    stock.move_stock(
        *(tx, item.id, steps, source, place.id),
        lot=lot,
        serial=serial,
        reason=PUT_AWAY,
        document=receipt,
        item_name=item.name,
    )
    return place
