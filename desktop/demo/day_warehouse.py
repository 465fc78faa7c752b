"""The warehouse's part of the day: a delivery by scan, the shelf, a web order, tags."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt

from desktop.demo.company import TODAYS_DELIVERY
from desktop.demo.day import Day
from desktop.demo.driver import Hands
from desktop.demo.master import PROGRAM
from desktop.demo.running import NAMES, READER, element_string
from desktop.demo.tags import tags_of
from desktop.demo.today import index_of, todays_delivery
from desktop.screens.putaway_reading import Hand
from devices.events import TagRead
from domain import catalogue, orders, picking, purchasing, shipping
from domain.barcodes.epc import decode
from domain.replica import Transaction

LOT = "L26-11"
BY_COMMAND = "(by command: no screen for it yet)"


def receive(day: Day) -> None:
    """Scan today's delivery in: one piece damaged, one too many, some short."""
    hands = day.warehouse
    number = expected_delivery(day)
    day.sign_on(hands, "clerk")
    day.camera.take(hands, "home")
    hands.go("receive")
    if getattr(hands.screen, "intake", None) is not None:
        hands.press("back")
    day.camera.take(hands, "receive-deliveries")
    hands.scan(number)
    day.say(hands.name, f"delivery note {number} scanned")
    last_day = (day.place.made_on + timedelta(days=240)).isoformat()
    goods = [day.data.goods[i] for i, _ in todays_delivery(day.data).lines]
    dark, hazelnut, brittle, chilli = goods
    for item, cases in ((dark, 2), (hazelnut, 3), (brittle, 1), (chilli, 1)):
        for _ in range(cases):
            said = hands.scan(element_string(item.case_gtin or "", LOT, last_day))
            day.say(hands.name, f"case of {item.case} scanned: {said}")
        if item is hazelnut:
            _reject_one(day)
        if item is brittle:
            _one_too_many(day, brittle.gtin or "")
    day.camera.take(hands, "receive")
    hands.press("confirm")
    hands.await_dialog("the summary of the receipt")
    day.camera.take(hands, "receive-finish")
    hands.key(Qt.Key.Key_F12)
    hands.wait_for("the receipt's end", lambda: bool(hands.said))
    day.say(hands.name, hands.said)


def expected_delivery(day: Day) -> str:
    """The number of the order that comes today; on a second day the same is ordered again."""
    hands = day.warehouse
    coming = todays_delivery(day.data)
    with hands.replica.read() as connection:
        awaited = purchasing.orders(connection, hands.site, purchasing.AWAITED)
        found = [
            order
            for order in awaited
            if order.reference == TODAYS_DELIVERY and order.status == purchasing.SENT
        ]
        if found:
            return found[0].number
        suppliers = {each.code: each.id for each in purchasing.suppliers(connection)}
        items = [
            catalogue.find_code(connection, day.data.goods[i].gtin or "").product
            for i, _ in coming.lines
        ]
    today = day.place.made_on.isoformat()
    lines = tuple(
        purchasing.NewLine(item.id, steps, day.data.goods[i].cost, due=today)
        for item, (i, steps) in zip(items, coming.lines, strict=True)
    )
    new = purchasing.NewOrder(
        supplier=suppliers[coming.supplier],
        currency=day.data.currency,
        lines=lines,
        reference=TODAYS_DELIVERY,
        origin=purchasing.MANUAL,
        expected=today,
        sent_day=today,
    )
    with hands.replica.transaction(PROGRAM, "enter open orders") as tx:
        made = purchasing.create_orders(tx, [new])[0]
    with hands.replica.read() as connection:
        number = purchasing.order(connection, hands.site, made).number
    day.say("office", f"the delivery of the day before is in the books; ordered again: {number}")
    return number


def _reject_one(day: Day) -> None:
    """One bar of the last case is broken."""
    hands = day.warehouse
    hands.press("exception")
    hands.choose("Damaged")
    hands.await_dialog("the number of damaged pieces")
    hands.write("1", enter=True)
    hands.wait_for("the rejection", lambda: "reject" in hands.said)
    day.say(hands.name, f"one is damaged: {hands.said}")


def _one_too_many(day: Day, gtin: str) -> None:
    """One more than ordered takes a supervisor's yes."""
    hands = day.warehouse
    hands.scan(gtin)
    hands.await_dialog("the lot of a loose piece")
    hands.key(Qt.Key.Key_Return)
    hands.await_dialog("the supervisor's dialog")
    day.say(hands.name, f"one too many: {hands.said}")
    day.camera.take(hands, "receive-supervisor")
    day.say(hands.name, f"the supervisor says yes: {day.approve(hands)}")


def put_away(day: Day) -> None:
    """Carry what came to the bins that the screen names."""
    hands = day.warehouse
    hands.go("putaway")
    day.camera.take(hands, "putaway-waiting")
    for number, (at, _) in enumerate(todays_delivery(day.data).lines):
        hands.scan(day.data.goods[at].gtin or "")
        if hands.dialog() is not None:
            hands.choose(LOT)
        hands.wait_for("goods in hand", lambda: _in_hand(hands) is not None)
        if not number:
            day.camera.take(hands, "putaway")
        while (hand := _in_hand(hands)) is not None:
            place = hand.bin.code if hand.bin is not None else _any_bin(hands)
            day.say(hands.name, hands.scan(place))


def _in_hand(hands: Hands) -> Hand | None:
    return getattr(hands.screen, "hand", None)


def _any_bin(hands: Hands) -> str:
    with hands.replica.read() as connection:
        from domain import stock

        places = stock.locations(connection, hands.site, stock.INTERNAL)
    return places[-1].code


def pick_and_ship(day: Day) -> None:
    """Promise stock to a web order, pick it in walking order, ship it."""
    hands = day.warehouse
    order = waiting_order(day)
    promised = hands.command("allocate", lambda tx: orders.allocate(tx, order))
    with hands.replica.read() as connection:
        head = orders.order(connection, hands.site, order).head
    day.say(
        hands.name,
        f"web order {head.reference}: {head.lines} lines,"
        f" {'all' if promised.complete else 'a part'} promised {BY_COMMAND}",
    )
    made = hands.command("release", lambda tx: picking.release_list(tx, [order]))
    hands.command("claim", lambda tx: picking.claim_list(tx, made))
    _pick_by_command(day, made)
    done = hands.command(
        "ship", lambda tx: shipping.ship(tx, order, carrier="DHL", tracking="JD01")
    )
    day.say(hands.name, f"shipment {done.number} with {len(done.lines)} lines leaves {BY_COMMAND}")


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


def read_tags(day: Day) -> None:
    """Tagged goods pass the reader: each tag is read, and means a product."""
    hands = day.warehouse
    wanted = [day.data.goods[index_of(day.data, sku)] for sku in ("KIT-020", "LIG-002")]
    tags = [tag for item in wanted for tag in tags_of(item)]
    seen: set[str] = set()

    def take(event: object) -> None:
        if isinstance(event, TagRead):
            seen.add(event.epc.hex())

    hands.station.devices.tag_read.connect(take)
    hands.bench.present(*tags)
    try:
        for _ in range(10):
            hands.station.devices.send(NAMES[READER], "poll_once")
            hands.settle()
            if len(seen) == len(tags):
                break
            hands.wait_for("a tag", lambda: bool(seen))
        hands.wait_for("every tag", lambda: len(seen) == len(tags))
    finally:
        hands.station.devices.tag_read.disconnect(take)
        hands.bench.present()
    with hands.replica.read() as connection:
        names = []
        for tag in sorted(seen):
            epc = decode(tag)
            names.append(catalogue.find_code(connection, epc.gtin or "").product.name)
    for name in dict.fromkeys(names):
        day.say(hands.name, f"RFID: {names.count(name)} tags of {name}")
