"""A web order's way through the warehouse: promised, picked by scan, shipped."""

from functools import partial

from desktop.demo.day import Day
from desktop.demo.driver import Hands
from desktop.demo.master import PROGRAM
from desktop.demo.today import index_of
from desktop.widgets import TextField
from domain import catalogue, orders, picking
from domain.replica import Transaction

BY_COMMAND = "(by command: no screen for it yet)"
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
    if made is not None:
        hands.command("claim", lambda tx: picking.claim_list(tx, made))
        _pick_by_command(day, made)
    hands.go("orders", order=order)
    hands.press("confirm")
    sheet = hands.await_dialog("the shipping sheet")
    hands.fill(sheet.findChildren(TextField)[0].edit, CARRIER)
    hands.scan(TRACKING)
    day.camera.take(hands, "ship")
    hands.choose("Ship")
    hands.wait_for("the shipment", lambda: _any(hands, order, "shipped"))
    day.say(hands.name, hands.said)


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


def _pick_by_command(day: Day, made: bytes) -> None:
    hands = day.warehouse
    while True:
        with hands.replica.read() as connection:
            task = picking.pick_list(connection, hands.site, made).next
            if task is None:
                return
            step = picking.begin(connection, task)
            today = hands.shell.context.now().date().isoformat()
            code = catalogue.barcodes(connection, task.item)[0]
            step = picking.scan(connection, hands.site, step, task.place.code, today)
            if not step.item.decimals:  # what is weighed off is not counted by scans
                step = picking.scan(connection, hands.site, step, code, today)
        hands.command("pick", partial(_pick, task))
        name, place = step.item.name, task.place.code
        steps = step.item.format(task.open)
        day.say(hands.name, f"{steps} x {name} picked from {place} by two scans {BY_COMMAND}")


def _pick(task: picking.PickTask, tx: Transaction) -> bytes:
    return picking.pick_task_goods(tx, task.id, task.open, lot=task.lot or None)


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
