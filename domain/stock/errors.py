"""What the stock says no to."""

from domain.errors import NotFound, RuleBroken


class UnknownLocation(NotFound):
    """No place of this site has the code."""

    code = "stock.unknown_location"
    sentence = "There is no location “{location}” at this site."


class WrongUsage(RuleBroken):
    """A place that cannot hold what was meant to go there."""

    code = "stock.wrong_usage"
    sentence = "Location {location} does not hold stock of ours. Scan another one."


class NotEnough(RuleBroken):
    """More was asked for than is free there."""

    code = "stock.not_enough"
    sentence = "Only {available} of {item} are free in {location}; {wanted} were asked for."


class NothingToMove(RuleBroken):
    """A movement of zero or less."""

    code = "stock.nothing_to_move"
    sentence = "A quantity above zero is needed."


class LotNotUsable(RuleBroken):
    """A lot that is expired, on hold, quarantined, recalled or damaged."""

    code = "stock.lot_not_usable"
    sentence = "Lot {lot} of {item} may not go out: it is {status}. Put it aside."


class LotExpired(LotNotUsable):
    """A lot past its last day."""

    code = "stock.lot_expired"
    sentence = "Lot {lot} of {item} was good until {expires}. Put it aside."


class LotRecalled(LotNotUsable):
    """A lot that was called back."""

    code = "stock.lot_recalled"
    sentence = "Lot {lot} of {item} has been recalled. Do not sell it; put it aside."


class SerialTwice(RuleBroken):
    """A serial number that is on hand already."""

    code = "stock.serial_twice"
    sentence = "Serial number {serial} of {item} is in stock already."


class SerialMissing(RuleBroken):
    """An item tracked by serial number moved without one."""

    code = "stock.serial_missing"
    sentence = "{item} needs the serial number of each piece."


class QuantityAbsurd(RuleBroken):
    """More than any place holds: a code was taken for a quantity."""

    code = "stock.quantity_absurd"
    sentence = (
        "{quantity} is more than any place holds. Nothing was changed. "
        "Was a code scanned as a quantity?"
    )


class ReservationGone(RuleBroken):
    """More was consumed or released than a reservation still holds."""

    code = "stock.reservation_gone"
    sentence = "Of this promise of stock only {left} are left. Look at the order again."
