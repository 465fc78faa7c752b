"""What concerns both stations: apart and together again, a conflict, the reorder list, the rest."""

from functools import partial
from typing import Any

from desktop.demo.day import MEETING_S, Day
from desktop.demo.day_warehouse import read_tags
from desktop.demo.driver import Hands
from desktop.demo.today import index_of
from domain import catalogue, customers, purchasing
from edge_sync import inbox
from forecasting import book

CUSTOMER = "Lindqvist"
FORECAST_S = 300


def apart(day: Day) -> None:
    """The hub goes away; both stations edit the same customer."""
    day.await_level()
    day.hub.down()
    day.say("hub", "gone")
    day.sign_on(day.warehouse, "supervisor")
    with day.warehouse.replica.read() as connection:
        known = customers.search(connection, CUSTOMER)[0]
    first = "anna@example.org" if known.email != "anna@example.org" else "anna.l@example.org"
    second = "lindqvist@example.net" if known.email != "lindqvist@example.net" else "al@example.net"
    for hands, address in ((day.warehouse, first), (day.shop, second)):
        _edit_email(hands, known.id, address)
        day.say(hands.name, f"{known.name} has a new e-mail: {address}")
    day.camera.take(day.warehouse, "customers")


def _edit_email(hands: Hands, customer: bytes, address: str) -> None:
    hands.go("customers", customer=customer)
    screen: Any = hands.screen
    hands.wait_for("the customer", lambda: bool(screen.form.name.value()))
    hands.fill(screen.form.email.edit, address)
    hands.press("confirm")

    def saved() -> bool:
        with hands.replica.read() as connection:
            return customers.get(connection, customer).email == address

    hands.wait_for("the new e-mail", saved)


def together(day: Day) -> None:
    """The hub comes back; what was unsent goes out by itself."""
    for hands in (day.warehouse, day.shop):
        count = day.unsent(hands)
        day.say(hands.name, f"{count} changesets wait for the hub")
        hands.wait_for("the count of unsent", partial(_shown_unsent, hands))
    day.warehouse.go("home")
    day.camera.take(day.warehouse, "home-unsent")
    day.hub.up()
    day.say("hub", "back")
    day.await_level()
    for hands in (day.warehouse, day.shop):
        hands.wait_for("the conflict", partial(_crossed, hands), MEETING_S)
    day.say("hub", "nothing is unsent at either station")


def _shown_unsent(hands: Hands) -> bool:
    """Whether the window's status strip counts something unsent."""
    last = hands.station.watch.last
    return last is not None and last.unsent > 0


def _conflicts(hands: Hands) -> list[inbox.Conflict]:
    with hands.replica.read() as connection:
        return inbox.conflicts(connection)


def _crossed(hands: Hands) -> bool:
    return bool(_conflicts(hands))


def _fewer_than(count: int, hands: Hands) -> bool:
    return len(_conflicts(hands)) < count


def decide(day: Day) -> None:
    """The two e-mails crossed: both were kept, and a person decides."""
    hands = day.warehouse
    found = _conflicts(hands)
    crossed = found[0]
    day.say(
        hands.name,
        f"conflict: {crossed.field} is {crossed.kept.value!r} ({crossed.kept.station_name}) or"
        f" {crossed.other.value!r} ({crossed.other.station_name}); both are kept",
    )
    hands.go("conflicts")
    hands.wait_for("the conflict on the screen", lambda: hands.can("confirm"))
    day.camera.take(hands, "conflicts")
    while hands.can("exception"):
        waiting = len(_conflicts(hands))
        hands.press("exception")
        hands.wait_for("the decision", partial(_fewer_than, waiting, hands))
        day.say(hands.name, f"decided on the screen: {hands.said}")
    with hands.replica.read() as connection:
        email = customers.get(connection, crossed.record).email
    day.say(hands.name, f"the e-mail is {email} now")


def reorder(day: Day) -> None:
    """Forecast in a process of its own, the reorder list, a draft purchase order."""
    hands = day.warehouse
    day.sign_on(hands, "buyer")
    hands.go("reorder")
    screen: Any = hands.screen
    hands.press("reorder.run")
    hands.wait_for("the forecast", lambda: screen.planner is None, FORECAST_S)
    hands.settle()
    day.say(hands.name, hands.said)
    with hands.replica.read() as connection:
        lines = book.proposals(connection, hands.site)
        names = catalogue.products(connection, [line.item for line in lines])
    for line in lines[:5]:
        item = names[line.item]
        day.say(
            "forecast",
            f"{item.name}: {item.format(line.on_hand)} here, order {item.format(line.proposed)}"
            f" ({line.model}, {line.confidence})",
        )
    day.say("forecast", f"{len(lines)} products in the reorder list")
    day.camera.take(hands, "reorder")
    drafts = len(_drafts(hands))
    for action in ("reorder.supplier", "confirm"):
        if hands.can(action):
            day.say(hands.name, f"reorder list: {hands.press(action)}")
            hands.wait_for("a draft order", lambda: len(_drafts(hands)) > drafts)
            break
    day.camera.take(hands, "reorder-drafts")
    for order in _drafts(hands)[:3]:
        day.say(hands.name, f"draft order {order.number} to {order.supplier_name}")


def _drafts(hands: Hands) -> list[purchasing.Order]:
    with hands.replica.read() as connection:
        return purchasing.orders(connection, hands.site, (purchasing.DRAFT,))


def look_around(day: Day) -> None:
    """Why a number is what it is; then every screen that was not shown yet."""
    hands = day.warehouse
    day.sign_on(hands, "owner")
    item = day.data.goods[index_of(day.data, "SNK-009")]
    hands.go("stock", code=item.gtin or "")
    day.camera.take(hands, "stock")
    screen: Any = hands.screen
    if hands.can("stock.why"):
        hands.press("stock.why")
        day.camera.take(hands, "stock-why")
    day.say(hands.name, f"{item.name} looked up on the stock screen ({screen.id})")
    seen = {"sign_on", "home", "pay", "refund", "stock", "sell", "receive", "putaway", "customers"}
    seen |= {"conflicts", "shift", "reorder", "orders", "pick"}
    for kind in hands.station_screens():
        if kind.id not in seen and kind.group:
            hands.go(kind.id)
            day.camera.take(hands, kind.id)
            if kind.id == "sync":
                _devices_and_backups(day)
    hands.go("home")
    day.camera.take(hands, "home-owner")


def _devices_and_backups(day: Day) -> None:
    """The further pages of the sync screen, with tags as they are read."""
    hands = day.warehouse
    hands.press("next")
    read_tags(day)
    hands.press("next")
    hands.press("confirm")
    hands.wait_for("the backup", lambda: bool(hands.said), MEETING_S)
    day.say(hands.name, f"backup: {hands.said}")
    day.camera.take(hands, "sync-backups")
