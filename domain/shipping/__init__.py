"""Shipping: packed goods to the customer, partial shipments, taking one back."""

from domain.shipping.commands import cancel_shipment, ship
from domain.shipping.errors import (
    NothingPacked,
    NotPacked,
    OrderIncomplete,
    ShipmentCancelled,
    UnknownShipment,
)
from domain.shipping.model import Shipment, ShipmentLine
from domain.shipping.queries import shipment, shipments, shipped_on

__all__ = [
    "NotPacked",
    "NothingPacked",
    "OrderIncomplete",
    "Shipment",
    "ShipmentCancelled",
    "ShipmentLine",
    "UnknownShipment",
    "cancel_shipment",
    "ship",
    "shipment",
    "shipments",
    "shipped_on",
]
