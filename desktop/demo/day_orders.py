"""A web order's way through the warehouse: promised, picked by scan, shipped."""

from desktop.demo.day import Day
from desktop.demo.driver import Hands
from desktop.demo.master import PROGRAM
from desktop.demo.today import index_of
from desktop.widgets import TextField
from domain import catalogue, orders, picking
from domain.picking import Step
from domain.picking.scanning import LOT

CARRIER, TRACKING = "DHL", "JJD014600000123456789"


def pick_and_ship(day: Day) -> None:
    """Promise stock to a web order, pick it in walking order, ship it."""
    hands = day.warehouse
    order = waiting_order(day)
    hands.go("orders")
    day.camera.take(hands, "orders")
    hands.go("orders", order=order)
    hands.press("confirm")
    hands.wait_for("the promise", lambda: _any(hands, order, "reserved"))
    day.say(hands.name, f"web order allocated: {hands.said}")
    day.camera.take(hands, "order")
    hands.press("confirm")
    hands.wait_for("the pick list", lambda: _list_for(hands, order) is not None)
    day.say(hands.name, hands.said)
    made = _list_for(hands, order)
    hands.go("pick")
    if hands.offers("back"):
        hands.press("back")  # an earlier day's list is still in hand
    day.camera.take(hands, "pick-lists")
    hands.go("pick", list=made)
    hands.wait_for("the list in hand", lambda: _step(hands) is not None)
    pictured = False
    while (step := _step(hands)) is not None:
        _pick_one(day, step, picture=not pictured)
        pictured = True
    day.camera.take(hands, "picked")
    hands.press("confirm")
    sheet = hands.await_dialog("the shipping sheet")
    hands.fill(sheet.findChildren(TextField)[0].edit, CARRIER)
    hands.scan(TRACKING)
    day.camera.take(hands, "ship")
    hands.choose("Ship")
    hands.wait_for("the shipment", lambda: _any(hands, order, "shipped"))
    day.say(hands.name, hands.said)


def _pick_one(day: Day, step: Step, *, picture: bool) -> None:
    """Scan bin and goods (and the lot), take what is wanted."""
    hands, task = day.warehouse, step.task
    with hands.replica.read() as connection:
        code = catalogue.barcodes(connection, task.item)[0]
    hands.scan(task.place.code)
    if picture:
        day.camera.take(hands, "pick")
    hands.scan(code)
    now = _step(hands)
    if now is not None and now.task.id == task.id and now.wants == LOT:
        hands.scan(task.lot)
    if _is_at(hands, task.id):
        hands.press("confirm")
    hands.wait_for("the pick", lambda: not _is_at(hands, task.id))
    hands.settle()
    day.say(hands.name, f"{task.place.code}: {hands.said}")


def _step(hands: Hands) -> Step | None:
    """How far the task in hand is; None where the list is done."""
    step = getattr(hands.screen, "step", None)
    return step if isinstance(step, Step) else None


def _is_at(hands: Hands, task: bytes) -> bool:
    step = _step(hands)
    return step is not None and step.task.id == task


def _any(hands: Hands, order: bytes, what: str) -> bool:
    """Whether any line of an order has something ``reserved`` or ``shipped``."""
    with hands.replica.read() as connection:
        lines = orders.order_lines(connection, hands.site, order)
    return any(getattr(line.state, what) for line in lines)


def _list_for(hands: Hands, order: bytes) -> bytes | None:
    """The open pick list that has an order's tasks."""
    with hands.replica.read() as connection:
        found = picking.open_lists(connection, hands.site)
    return next((each.id for each in found if any(t.order == order for t in each.tasks)), None)


def waiting_order(day: Day) -> bytes:
    """The oldest web order that nobody works on; where there is none, one more comes in."""
    hands = day.warehouse
    with hands.replica.read() as connection:
        found = orders.orders(connection, hands.site, status=orders.CONFIRMED, channel="web")
        if found:
            return found[-1].id
        codes = [day.data.goods[index_of(day.data, sku)].gtin for sku in ("KIT-010", "KIT-021")]
        items = [catalogue.find_code(connection, code or "").product for code in codes]
    lines = [orders.NewLine(item.id, 2, 99_000) for item in items]
    with hands.replica.transaction(PROGRAM, "web order") as tx:
        return orders.record_orders(
            tx, [orders.NewOrder(lines=lines, channel="web", currency=day.data.currency)]
        )[0]
