"""What orders say no to."""

from domain.errors import NotFound, RuleBroken


class UnknownOrder(NotFound):
    """No order of this site has the number."""

    code = "orders.unknown"
    sentence = "There is no order “{order}” at this site."


class OrderInvalid(RuleBroken):
    """An order that cannot be meant so."""

    code = "orders.invalid"
    sentence = "The order cannot be entered: {field} is {value}."


class OrderEmpty(RuleBroken):
    """An order without lines."""

    code = "orders.empty"
    sentence = "An order needs at least one line."


class OrderNotOpen(RuleBroken):
    """The order's state does not allow what was asked."""

    code = "orders.not_open"
    sentence = "Order {order} is {status}: that cannot be done with it any more."


class OrderNotConfirmed(RuleBroken):
    """A draft was to be worked on."""

    code = "orders.not_confirmed"
    sentence = "Order {order} is a draft. Confirm it first."


class OrderOnHold(RuleBroken):
    """Somebody stopped the order."""

    code = "orders.on_hold"
    sentence = "Order {order} is on hold ({reason}). Release it first."


class NotOnHold(RuleBroken):
    """Nobody stopped the order."""

    code = "orders.not_on_hold"
    sentence = "Order {order} is not on hold."


class TooMuchCancelled(RuleBroken):
    """More was to be cancelled than is open."""

    code = "orders.too_much_cancelled"
    sentence = "Only {open} of this line are still open; {wanted} were to be cancelled."


class NothingExpectedBack(RuleBroken):
    """More was to be settled than went out against a cancellation."""

    code = "orders.nothing_expected_back"
    sentence = "Only {expected} of this line are expected back; {wanted} were entered."


class StillOpen(RuleBroken):
    """An order was to be closed while something of it is open."""

    code = "orders.still_open"
    sentence = "Order {order} still has open lines. Ship or cancel them first."
