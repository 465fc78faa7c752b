"""Asking for shipments."""

from typing import Any

from sqlalchemy.engine import Connection

from domain.replica import run
from domain.shipping.errors import UnknownShipment
from domain.shipping.model import Shipment, ShipmentLine
from domain.values import DocumentNumber

_SHIPMENT = (
    "SELECT s.id, n.site, n.station, n.life, n.year, n.counter, s.order_id, s.carrier,"
    " s.tracking, s.day, EXISTS (SELECT 1 FROM shipment_cancelled c WHERE c.site = s.site"
    " AND c.shipment = s.id) FROM shipment s"
    " LEFT JOIN document_number n ON n.site = s.site AND n.document = s.id"
)


def _shipment(connection: Connection, site: int, row: Any) -> Shipment:
    number = "" if row[1] is None else str(DocumentNumber(*row[1:6]))
    lines = run(
        connection,
        "SELECT line, order_line, item, lot, serial, quantity, arrived FROM shipment_line"
        " WHERE site = ? AND document = ? ORDER BY line",
        site,
        row[0],
    )
    own = tuple(ShipmentLine(*line) for line in lines)
    fields: list[Any] = [row[0], number, *row[6:10], bool(row[10]), own]
    return Shipment(*fields)


def shipment(connection: Connection, site: int, identifier: bytes) -> Shipment:
    """Give a shipment with its lines. Raises UnknownShipment."""
    row = run(connection, f"{_SHIPMENT} WHERE s.site = ? AND s.id = ?", site, identifier).first()
    if row is None:
        raise UnknownShipment
    return _shipment(connection, site, row)


def shipments(connection: Connection, site: int, order: bytes) -> list[Shipment]:
    """Give the shipments of an order, the first one first."""
    rows = run(
        connection, f"{_SHIPMENT} WHERE s.site = ? AND s.order_id = ? ORDER BY s.id", site, order
    ).all()
    return [_shipment(connection, site, row) for row in rows]


def shipped_on(connection: Connection, site: int, day: str) -> list[Shipment]:
    """Give the shipments of a day (ISO): what the carriers are handed."""
    rows = run(
        connection, f"{_SHIPMENT} WHERE s.site = ? AND s.day = ? ORDER BY s.id", site, day
    ).all()
    return [_shipment(connection, site, row) for row in rows]
