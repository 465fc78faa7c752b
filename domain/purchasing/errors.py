"""What purchasing says no to."""

from domain.errors import NotFound, RuleBroken


class UnknownSupplier(NotFound):
    """There is no such supplier."""

    code = "purchasing.unknown_supplier"
    sentence = "There is no supplier “{supplier}”."


class SupplierCodeTaken(RuleBroken):
    """Another supplier has the code."""

    code = "purchasing.supplier_code_taken"
    sentence = "The supplier code {supplier} is in use already, for {other}."


class InvalidTerms(RuleBroken):
    """A field of a supplier, of its terms or of an order is not usable."""

    code = "purchasing.invalid_terms"
    sentence = "The {field} is not usable: “{value}”."


class UnknownOrder(NotFound):
    """There is no such purchase order at this site."""

    code = "purchasing.unknown_order"
    sentence = "There is no purchase order “{number}” at this site."


class UnknownOrderLine(NotFound):
    """The order has no such line."""

    code = "purchasing.unknown_order_line"
    sentence = "Order {number} has no line {line}."


class OrderNotDraft(RuleBroken):
    """Only a draft can be changed or sent."""

    code = "purchasing.order_not_draft"
    sentence = "Order {number} is {status}, no draft any more: it cannot be changed."


class OrderNotOpen(RuleBroken):
    """The order waits for no goods."""

    code = "purchasing.order_not_open"
    sentence = "Order {number} is {status}: no goods are expected for it."


class OrderEmpty(RuleBroken):
    """An order without lines was to be sent."""

    code = "purchasing.order_empty"
    sentence = "Order {number} has no lines. Add what is to be bought first."


class GoodsCame(RuleBroken):
    """An order was to be cancelled for which goods have come."""

    code = "purchasing.goods_came"
    sentence = "Goods have come for order {number}. Close it short instead of cancelling it."


class BelowMinimum(RuleBroken):
    """An order is worth less than the supplier delivers."""

    code = "purchasing.below_minimum"
    sentence = (
        "{supplier} delivers from {minimum} on; order {number} is worth {total}."
        " Add to it, or have it approved."
    )


class NotOrderable(RuleBroken):
    """A quantity that the supplier does not sell."""

    code = "purchasing.not_orderable"
    sentence = "{supplier} does not sell {quantity} of {item}; {nearest} is the nearest it sells."
