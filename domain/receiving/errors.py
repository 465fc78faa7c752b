"""What receiving says no to."""

from domain.errors import NotFound, RuleBroken


class UnknownReceipt(NotFound):
    """There is no such receipt at this site."""

    code = "receiving.unknown_receipt"
    sentence = "There is no receipt “{receipt}” at this site."


class ReceiptNotOpen(RuleBroken):
    """Scanning to, or taking back from, a receipt that is finished."""

    code = "receiving.receipt_not_open"
    sentence = "Receipt {receipt} is {status}: nothing can be scanned to it or undone in it."


class AlreadyRolledBack(RuleBroken):
    """There is nothing left to roll back."""

    code = "receiving.already_rolled_back"
    sentence = "Nothing of receipt {receipt} stands any more: there is nothing to roll back."


class NotOnOrder(RuleBroken):
    """The item is not on the order that is being received."""

    code = "receiving.not_on_order"
    sentence = "{item} is not on order {order}. Put it aside, or receive it blind."


class OverTolerance(RuleBroken):
    """More came than was ordered and is tolerated."""

    code = "receiving.over_tolerance"
    sentence = (
        "{ordered} of {item} were ordered and {most} at most are accepted; with these it would be"
        " {total}. Ask a supervisor, or take only {room}."
    )


class NoMoreAccepted(OverTolerance):
    """All that is ordered and tolerated has come already: not one more may be taken."""

    code = "receiving.no_more_accepted"
    sentence = (
        "{ordered} of {item} were ordered and {came} have come: no more are accepted."
        " Put these aside, or ask a supervisor."
    )


class NothingReceived(RuleBroken):
    """A scan without a quantity, or with one below zero."""

    code = "receiving.nothing_received"
    sentence = "A quantity of {item} above zero is needed."


class RejectReasonMissing(RuleBroken):
    """Goods were rejected without saying why."""

    code = "receiving.reject_reason_missing"
    sentence = "Say why {item} is rejected: damaged, wrong or expired."


class LotMissing(RuleBroken):
    """An item tracked by lot came without one."""

    code = "receiving.lot_missing"
    sentence = "{item} is tracked by lot: scan or enter the lot number."


class NotADay(RuleBroken):
    """A last day that is no date."""

    code = "receiving.not_a_day"
    sentence = "“{value}” is not a date. Write it as year-month-day."


class GoodsMoved(RuleBroken):
    """What was received lies no longer where it was put down."""

    code = "receiving.goods_moved"
    sentence = (
        "{wanted} of {item} would have to go back, but only {available} are still in {location}."
        " Move them back there first."
    )


class UnknownReceiptLine(NotFound):
    """The receipt has no such line, or it was taken back already."""

    code = "receiving.unknown_receipt_line"
    sentence = "That scan of receipt {receipt} does not stand any more."


class WrongBin(RuleBroken):
    """Another bin was scanned than the one that was meant."""

    code = "receiving.wrong_bin"
    sentence = "This is {scanned}; the goods go to {expected}. Scan {expected}, or change the bin."


class BinFull(RuleBroken):
    """A bin has less room than is needed."""

    code = "receiving.bin_full"
    sentence = "{location} has room for {free}, not for {wanted}. Choose another bin."


class UnknownLabelRequest(NotFound):
    """The label request does not exist, or is done."""

    code = "receiving.unknown_label_request"
    sentence = "These labels are not waiting to be printed."


class NoLabels(RuleBroken):
    """Labels were asked for, but none."""

    code = "receiving.no_labels"
    sentence = "Ask for one label at least."
