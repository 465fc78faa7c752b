"""What shipping says no to."""

from domain.errors import NotFound, RuleBroken


class UnknownShipment(NotFound):
    """No such shipment."""

    code = "shipping.unknown"
    sentence = "This shipment is not known at this site."


class NothingPacked(RuleBroken):
    """Nothing of the order lies at the packing place."""

    code = "shipping.nothing_packed"
    sentence = "Nothing of order {order} is packed yet. Pick it first."


class NotPacked(RuleBroken):
    """More was to be shipped than lies packed and is wanted."""

    code = "shipping.not_packed"
    sentence = "Only {packed} of line {line} are packed and wanted; {wanted} were to be shipped."


class OrderIncomplete(RuleBroken):
    """The customer takes all or nothing."""

    code = "shipping.incomplete"
    sentence = "Order {order} is to be shipped whole, and part of it is not packed yet."


class ShipmentCancelled(RuleBroken):
    """Taken back already."""

    code = "shipping.cancelled"
    sentence = "Shipment {shipment} has been cancelled already."
