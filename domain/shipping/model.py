"""Shipments in frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShipmentLine:
    """What went out of a line of the order, in steps."""

    line: int
    order_line: int
    item: bytes
    lot: str
    serial: str | None
    steps: int
    arrived: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """Goods that left for a customer."""

    id: bytes
    number: str
    order: bytes
    carrier: str
    tracking: str
    day: str
    cancelled: bool
    lines: tuple[ShipmentLine, ...]
