"""What the counter says no to.

RuleBroken
├── shift: NoShift · ShiftOpen · ShiftClosed · BadCount · CountMismatch · BadCashMovement
├── cart: CartEmpty · BadQuantity · QuantityAbsurd · WeightNeeded · LabelRules · SerialInCart
│         GoodsExpired · BadPrice · OverrideTooFar · BadDiscount · PriceMismatch · ReasonNeeded
├── paying: AlreadyPaid · BadTender · TenderShort · TenderOver · AmountAbsurd · CardDataRefused
├── refunds: RefundTooMuch · NothingToRefund
└── NotFound: UnknownShift · UnknownSale · LineGone · HeldGone
"""

from domain.errors import NotFound, RuleBroken


class NoShift(RuleBroken):
    """Selling needs an open shift at the till."""

    code = "counter.no_shift"
    sentence = "No shift is open at till {till}. Open one first; the cart is kept."


class ShiftOpen(RuleBroken):
    """One drawer has one open shift."""

    code = "counter.shift_open"
    sentence = "Till {till} has an open shift from {date}. Close it first."


class ShiftClosed(RuleBroken):
    """A closed shift is never changed."""

    code = "counter.shift_closed"
    sentence = "That shift of till {till} is closed. Nothing in it can be changed."


class BadCount(RuleBroken):
    """A count of the drawer that cannot be."""

    code = "counter.bad_count"
    sentence = "The count “{value}” for {name} cannot be right. Count again."


class CountMismatch(RuleBroken):
    """The denominations do not add up to the declared cash."""

    code = "counter.count_mismatch"
    sentence = "The coins and notes add up to {counted}, but {declared} was declared. Count again."


class BadCashMovement(RuleBroken):
    """Money put in or taken out that cannot be."""

    code = "counter.bad_cash_movement"
    sentence = "{amount} cannot be put in or taken out. Enter an amount above zero."


class CartEmpty(RuleBroken):
    """There is nothing to pay, hold or refund."""

    code = "counter.cart_empty"
    sentence = "The cart is empty. Scan something first."


class BadQuantity(RuleBroken):
    """A quantity of zero or less."""

    code = "counter.bad_quantity"
    sentence = "A quantity above zero is needed for {name}."


class QuantityAbsurd(RuleBroken):
    """A quantity that looks like a scanned code."""

    code = "counter.quantity_absurd"
    sentence = "{quantity} of {name} is more than {limit}. Was a code scanned as a quantity?"


class WeightNeeded(RuleBroken):
    """A weighed product came without its weight."""

    code = "counter.weight_needed"
    sentence = "{name} is sold by weight. Put it on the scale."


class LabelRules(RuleBroken):
    """A line whose label states the amount or the single piece."""

    code = "counter.label_rules"
    sentence = "The label of {name} says how much it is. Remove the line and scan again."


class SerialInCart(RuleBroken):
    """A piece that is in the cart already."""

    code = "counter.serial_in_cart"
    sentence = "Serial number {serial} of {name} is in the cart already."


class GoodsExpired(RuleBroken):
    """The code itself says that the goods are too old."""

    code = "counter.goods_expired"
    sentence = "{name} was good until {expires}. Put it aside."


class BadPrice(RuleBroken):
    """A price below zero."""

    code = "counter.bad_price"
    sentence = "{price} is not a price for {name}. Enter what one of it costs."


class OverrideTooFar(RuleBroken):
    """A price too far from the list, for anybody."""

    code = "counter.override_too_far"
    sentence = "{name}: {price} is too far from the price {list_price}. Change the price list."


class BadDiscount(RuleBroken):
    """A discount below zero or above what it is taken from."""

    code = "counter.bad_discount"
    sentence = "This discount cannot be given on {amount}. Enter a smaller one."


class PriceMismatch(RuleBroken):
    """A price of another kind than the cart's: other currency, or tax handled differently."""

    code = "counter.price_mismatch"
    sentence = "{name} is priced in another currency or tax mode than this till's prices."


class ReasonNeeded(RuleBroken):
    """A step that is explained or not done."""

    code = "counter.reason_needed"
    sentence = "Say why. The reason is kept with it."


class AlreadyPaid(RuleBroken):
    """The cart or refund is in the books already."""

    code = "counter.already_paid"
    sentence = "This was paid already as {number}. Nothing was changed; print the receipt again."


class BadTender(RuleBroken):
    """A tender that is not accepted, or an amount that it cannot have."""

    code = "counter.bad_tender"
    sentence = "{amount} by “{tender}” cannot be taken. Enter what is due, or pay another way."


class TenderShort(RuleBroken):
    """Not all is paid."""

    code = "counter.tender_short"
    sentence = "{missing} is still to be paid."


class TenderOver(RuleBroken):
    """More than is due by a tender that gives no change."""

    code = "counter.tender_over"
    sentence = "{over} too much: change is given from cash only. Enter a smaller amount."


class AmountAbsurd(RuleBroken):
    """An amount of cash that looks like a scanned code."""

    code = "counter.amount_absurd"
    sentence = "{amount} would give {change} change. Was a code scanned as an amount?"


class CardDataRefused(RuleBroken):
    """The reference of a payment looks like a card number."""

    code = "counter.card_data"
    sentence = "That looks like a card number and was not stored. Enter the slip's number instead."


class RefundTooMuch(RuleBroken):
    """More came back than was sold and not yet refunded."""

    code = "counter.refund_too_much"
    sentence = "{wanted} of {name} is too much: {left} of this receipt can still be refunded."


class NothingToRefund(RuleBroken):
    """A refund document cannot be refunded itself."""

    code = "counter.nothing_to_refund"
    sentence = "{number} is a refund itself. Scan the receipt of the sale."


class UnknownShift(NotFound):
    """There is no such shift at this site."""

    code = "counter.unknown_shift"
    sentence = "That shift was not found at this site."


class UnknownSale(NotFound):
    """No receipt of this site has the number."""

    code = "counter.unknown_sale"
    sentence = "No receipt {number} is known at this site. Check the number, or scan it again."


class LineGone(NotFound):
    """The cart or receipt has no such line."""

    code = "counter.line_gone"
    sentence = "Line {line} is not there any more."


class HeldGone(NotFound):
    """A held sale that was taken up, cancelled or never held here."""

    code = "counter.held_gone"
    sentence = "This held sale was taken up or cancelled already."
