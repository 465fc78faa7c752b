"""The warehouse's part of the day: a delivery by scan, the shelf, a web order, tags."""

from datetime import timedelta

from PySide6.QtCore import Qt

from desktop.demo.company import TODAYS_DELIVERY
from desktop.demo.day import Day
from desktop.demo.driver import Hands
from desktop.demo.master import PROGRAM
from desktop.demo.running import element_string
from desktop.demo.tags import tags_of
from desktop.demo.today import index_of, todays_delivery
from desktop.screens.putaway_reading import Hand
from devices.events import TagRead
from domain import catalogue, purchasing
from domain.barcodes.epc import decode

LOT = "L26-11"
PAINTED_MS = 600
"""By then the devices page has painted what came."""


def receive(day: Day) -> None:
    """Scan today's delivery in: one piece damaged, one too many, some short."""
    hands = day.warehouse
    number = expected_delivery(day)
    day.sign_on(hands, "clerk")
    hands.go("home")  # an interrupted day is taken up where it was
    day.camera.take(hands, "home")
    hands.go("receive")
    if hands.offers("back"):
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


def read_tags(day: Day) -> None:
    """Tagged goods pass the reader: the devices page shows each tag; each means a product."""
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
        hands.press("confirm")
        hands.wait_for("every tag", lambda: len(seen) == len(tags))
        hands.pause(PAINTED_MS)
        day.camera.take(hands, "sync-devices")
        hands.press("confirm")
    finally:
        hands.station.devices.tag_read.disconnect(take)
        hands.bench.present()
    with hands.replica.read() as connection:
        gtins = [decode(tag).gtin or "" for tag in sorted(seen)]
        names = [catalogue.find_code(connection, gtin).product.name for gtin in gtins]
    for name in dict.fromkeys(names):
        day.say(hands.name, f"RFID: {names.count(name)} tags of {name}")
