"""Asking the stock: what is where, what can be promised, and why a number is what it is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.engine import Connection

from domain.replica import run
from domain.stock.errors import UnknownLocation
from domain.stock.model import (
    APPROVED,
    CUSTOMER,
    INTERNAL,
    Availability,
    Balance,
    Location,
    Lot,
    Posted,
    Reserved,
)
from domain.values import DocumentNumber

_LOCATION = "SELECT id, parent, code, name, usage, barcode, walk_order, capacity FROM location"


def location(connection: Connection, site: int, identifier: bytes) -> Location:
    """Give a place by its id. Raises UnknownLocation."""
    row = run(connection, f"{_LOCATION} WHERE site = ? AND id = ?", site, identifier).first()
    if row is None:
        raise UnknownLocation(location=identifier.hex())
    return Location(*row)


def locations(connection: Connection, site: int, usage: str | None = None) -> list[Location]:
    """Give a site's places in walking order, of one usage or of all."""
    where, params = ("", ()) if usage is None else (" AND usage = ?", (usage,))
    rows = run(
        connection,
        f"{_LOCATION} WHERE site = ? AND archived = 0{where} ORDER BY walk_order, code",
        site,
        *params,
    )
    return [Location(*row) for row in rows]


def find_location(connection: Connection, site: int, code: str) -> Location:
    """Find a place by its barcode, else by its code. Raises UnknownLocation."""
    text = code.strip()
    for column in ("barcode", "code"):
        row = run(
            connection,
            f"{_LOCATION} WHERE site = ? AND {column} = ? AND archived = 0 ORDER BY id LIMIT 1",
            site,
            text,
        ).first()
        if row is not None:
            return Location(*row)
    raise UnknownLocation(location=text)


def find_usage(connection: Connection, site: int, usage: str) -> Location:
    """Find a site's place of a usage (the first made): its customer, supplier or loss place."""
    row = run(
        connection,
        f"{_LOCATION} WHERE site = ? AND usage = ? AND archived = 0 ORDER BY id LIMIT 1",
        site,
        usage,
    ).first()
    if row is None:
        raise UnknownLocation(location=usage)
    return Location(*row)


_BALANCE = (
    "SELECT b.item, b.lot, b.on_hand, b.reserved, b.arrived, t.expires,"  # noqa: S608
    f" coalesce(t.status, '{APPROVED}'), l.id, l.parent, l.code, l.name, l.usage, l.barcode,"
    " l.walk_order, l.capacity FROM balance b"
    " JOIN location l ON l.site = b.site AND l.id = b.location"
    " LEFT JOIN lot t ON t.site = b.site AND t.item = b.item AND t.lot = b.lot"
)


def _balance(row: Any) -> Balance:
    item, lot, on_hand, reserved, arrived, expires, status = row[:7]
    return Balance(item, Location(*row[7:]), lot, on_hand, reserved, arrived, expires, status)


def balances(
    connection: Connection, site: int, item: bytes, *, internal_only: bool = True
) -> list[Balance]:
    """Give an item's balances that are not zero, in walking order."""
    where = f" AND l.usage = '{INTERNAL}'" if internal_only else ""
    rows = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND b.item = ?{where}"
        " AND (b.on_hand <> 0 OR b.reserved <> 0) ORDER BY l.walk_order, l.code, b.lot",
        site,
        item,
    )
    return [_balance(row) for row in rows]


def contents(connection: Connection, site: int, place: bytes) -> list[Balance]:
    """Give what lies in a place."""
    rows = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND b.location = ? AND b.on_hand <> 0 ORDER BY b.item, b.lot",
        site,
        place,
    )
    return [_balance(row) for row in rows]


def balance_at(connection: Connection, site: int, item: bytes, place: bytes, lot: str) -> Balance:
    """Give one balance; one that has no row yet is zero. Raises UnknownLocation."""
    row = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND b.item = ? AND b.location = ? AND b.lot = ?",
        site,
        item,
        place,
        lot,
    ).first()
    if row is not None:
        return _balance(row)
    return Balance(item, location(connection, site, place), lot, 0, 0, "9999-12-31")


def removal_order(connection: Connection, site: int, item: bytes, day: str) -> list[Balance]:
    """Give the usable free stock of an item in the order in which it should leave.

    First expired first out, dateless lots last; among equals first in first out, then the walk.
    Lots that are expired, held or recalled on that day are left out.
    """
    rows = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND b.item = ? AND l.usage = ? AND b.on_hand > b.reserved"
        " ORDER BY t.expires IS NULL, t.expires, b.arrived, l.walk_order, l.code, b.lot",
        site,
        item,
        INTERNAL,
    )
    return [each for each in map(_balance, rows) if each.usable_on(day)]


def availability(connection: Connection, site: int, item: bytes, day: str) -> Availability:
    """Give what a site has of an item and what it can promise on a day."""
    found = balances(connection, site, item)
    return Availability(
        on_hand=sum(each.on_hand for each in found),
        reserved=sum(each.reserved for each in found),
        blocked=sum(each.on_hand for each in found if not each.usable_on(day)),
    )


def on_hand(connection: Connection, site: int) -> dict[bytes, int]:
    """Give the internal stock of every item of a site, in steps."""
    rows = run(
        connection,
        "SELECT b.item, sum(b.on_hand) FROM balance b"
        " JOIN location l ON l.site = b.site AND l.id = b.location"
        " WHERE b.site = ? AND l.usage = ? GROUP BY b.item",
        site,
        INTERNAL,
    )
    return {row[0]: int(row[1]) for row in rows}


def below_zero(connection: Connection, site: int) -> list[Balance]:
    """Give the balances of ours that are below zero: each is a place to count."""
    rows = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND l.usage = ? AND b.on_hand < 0 ORDER BY l.walk_order",
        site,
        INTERNAL,
    )
    return [_balance(row) for row in rows]


def over_promised(connection: Connection, site: int) -> list[Balance]:
    """Give the balances of which more is promised than is there."""
    rows = run(
        connection,
        f"{_BALANCE} WHERE b.site = ? AND l.usage = ? AND b.reserved > b.on_hand AND b.reserved > 0"
        " ORDER BY l.walk_order",
        site,
        INTERNAL,
    )
    return [_balance(row) for row in rows]


def find_lot(connection: Connection, site: int, item: bytes, lot: str) -> Lot | None:
    """Find a lot of an item, if it was ever seen here."""
    row = run(
        connection,
        "SELECT item, lot, expires, status FROM lot WHERE site = ? AND item = ? AND lot = ?",
        site,
        item,
        lot,
    ).first()
    return None if row is None else Lot(*row)


def lots(connection: Connection, site: int, item: bytes) -> list[Lot]:
    """Give an item's lots, those with the earliest last day first, dateless ones last."""
    rows = run(
        connection,
        "SELECT item, lot, expires, status FROM lot WHERE site = ? AND item = ?"
        " ORDER BY expires IS NULL, expires, lot",
        site,
        item,
    )
    return [Lot(*row) for row in rows]


def serial_places(connection: Connection, site: int, item: bytes, serial: str) -> list[Location]:
    """Give the places where a serial number is on hand: none or one, if the books are right."""
    rows = run(
        connection,
        "SELECT l.id, l.parent, l.code, l.name, l.usage, l.barcode, l.walk_order, l.capacity"
        " FROM serial_balance s JOIN location l ON l.site = s.site AND l.id = s.location"
        " WHERE s.site = ? AND s.item = ? AND s.serial = ? AND s.on_hand > 0",
        site,
        item,
        serial,
    )
    return [Location(*row) for row in rows]


_OPEN = (
    "SELECT id, document, document_line, item, location, lot, quantity FROM open_reservation"
    " WHERE site = ?"
)


def reserved_by_id(connection: Connection, site: int, identifier: bytes) -> Reserved | None:
    """Give what is left of a reservation, if anything is."""
    row = run(connection, f"{_OPEN} AND id = ?", site, identifier).first()
    return None if row is None else Reserved(*row)


def reserved_for(connection: Connection, site: int, document: bytes) -> list[Reserved]:
    """Give what is still reserved for a document."""
    rows = run(connection, f"{_OPEN} AND document = ? ORDER BY document_line, id", site, document)
    return [Reserved(*row) for row in rows]


def why(
    connection: Connection,
    site: int,
    item: bytes,
    places: Sequence[bytes] = (),
    lot: str | None = None,
    limit: int = 200,
    before_key: int | None = None,
) -> list[Posted]:
    """Say why a number is what it is: the movements behind it, newest first.

    Each with who did it, when, on which station, with which command, and the document's number.
    With ``places`` the quantity is signed as seen from there. ``before_key`` pages on.
    """
    where, params = "", []
    if places:
        marks = ", ".join("?" * len(places))
        where += f" AND (m.source IN ({marks}) OR m.target IN ({marks}))"
        params += [*places, *places]
    if lot is not None:
        where += " AND m.lot = ?"
        params.append(lot)  # type: ignore[arg-type]
    if before_key is not None:
        where += " AND m.changeset < ?"
        params.append(before_key)  # type: ignore[arg-type]
    rows = run(
        connection,
        "SELECT m.item, m.quantity, m.source, m.target, s.code, t.code, m.lot, m.serial, m.reason,"  # noqa: S608
        " m.document, m.business_date, c.occurred_at, c.actor, c.command, g.station, g.life, c.log,"
        " c.hash, n.site, n.station, n.life, n.year, n.counter"
        " FROM movement m"
        " JOIN changeset c ON c.site = m.site AND c.key = m.changeset"
        " JOIN location s ON s.site = m.site AND s.id = m.source"
        " JOIN location t ON t.site = m.site AND t.id = m.target"
        " LEFT JOIN log g ON g.site = c.site AND g.log = c.log"
        " LEFT JOIN document_number n ON n.site = m.site AND n.document = m.document"
        f" WHERE m.site = ? AND m.item = ?{where}"
        " ORDER BY m.changeset DESC, m.line DESC LIMIT ?",
        site,
        item,
        *params,
        limit,
    )
    return [_posted(row, places) for row in rows]


def _posted(row: Any, places: Sequence[bytes]) -> Posted:
    item, quantity, source, target, source_code, target_code = row[:6]
    if places and source in places and target in places:
        quantity = 0
    elif places and source in places:
        quantity = -quantity
    number = str(DocumentNumber(*row[18:23])) if row[18] is not None else None
    fields: list[Any] = [item, quantity, source_code, target_code, *row[6:18], number]
    return Posted(*fields)


def customer_place(connection: Connection, site: int) -> Location:
    """Give the site's customer location: where sold goods go."""
    return find_usage(connection, site, CUSTOMER)
