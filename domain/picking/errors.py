"""What picking says no to. A refused scan leaves everything as it was."""

from domain.errors import NotFound, RuleBroken


class UnknownPickList(NotFound):
    """No such list."""

    code = "picking.unknown_list"
    sentence = "This pick list is not known at this site."


class UnknownTask(NotFound):
    """No such task."""

    code = "picking.unknown_task"
    sentence = "This pick task is not known at this site."


class NothingToPick(RuleBroken):
    """No promised stock of the orders is left to be picked."""

    code = "picking.nothing_to_pick"
    sentence = "Nothing of these orders is waiting to be picked. Allocate stock first."


class ListTaken(RuleBroken):
    """Somebody else is picking the list."""

    code = "picking.list_taken"
    sentence = "{user} has been picking this list for {minutes} min. Take another one."


class TaskTaken(RuleBroken):
    """Somebody else picked the goods already."""

    code = "picking.task_taken"
    sentence = "{user} has picked this line already. Go on to the next one."


class TaskVoid(RuleBroken):
    """The stock is promised to the task no more."""

    code = "picking.task_void"
    sentence = "This line is not to be picked any more. Go on to the next one."


class TooMany(RuleBroken):
    """More than the task says; both quantities are written in the unit of the goods."""

    code = "picking.too_many"
    sentence = "Only {open} are to be picked here; that would be {counted}."


class LocationFirst(RuleBroken):
    """Something was scanned before the bin."""

    code = "picking.location_first"
    sentence = "Scan the location first: {location}."


class WrongLocation(RuleBroken):
    """Another bin than the task's."""

    code = "picking.wrong_location"
    sentence = "This is {scanned}. Go to {location}."


class WrongItem(RuleBroken):
    """Another product than the task's."""

    code = "picking.wrong_item"
    sentence = "This is {scanned}. Take {item}."


class WrongLot(RuleBroken):
    """Another lot than the task's."""

    code = "picking.wrong_lot"
    sentence = "This is lot {scanned}. Take lot {lot} of {item}."


class LotFirst(RuleBroken):
    """The lot is not confirmed yet."""

    code = "picking.lot_missing"
    sentence = "Scan the lot of {item} too: {lot}."


class WrongSerial(RuleBroken):
    """A serial number that the bin does not hold."""

    code = "picking.wrong_serial"
    sentence = "Serial number {serial} of {item} is not in {location}."


class SerialScannedTwice(RuleBroken):
    """The same piece again."""

    code = "picking.serial_scanned_twice"
    sentence = "Serial number {serial} has been scanned already."


class UnknownPick(NotFound):
    """No such pick."""

    code = "picking.unknown_pick"
    sentence = "This pick is not known at this site."


class PickUndone(RuleBroken):
    """Undone already."""

    code = "picking.undone"
    sentence = "This pick has been undone already."


class PickShipped(RuleBroken):
    """The goods have left."""

    code = "picking.shipped"
    sentence = "These goods have been shipped. Cancel the shipment first."
