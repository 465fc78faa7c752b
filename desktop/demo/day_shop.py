"""The shop's part of the day: a shift, sales by scan, a refund by receipt, X and Z."""

from decimal import Decimal

from PySide6.QtCore import Qt

from desktop.demo.day import Day
from desktop.demo.driver import Hands
from desktop.demo.today import index_of
from desktop.screens.shift_parts import CountGrid
from desktop.widgets import NumberField
from domain import counter
from domain.values import format_minor

FLOAT = 20_000
"""Minor units in the drawer when the shift opens."""
TEA, SPOON, BOTTLE, JAR, CHOPPER = "TEA-001", "KIT-010", "KIT-021", "KIT-022", "KIT-001"


def open_shift(day: Day) -> None:
    """The cashier counts the float."""
    hands = day.shop
    day.sign_on(hands, "cashier")
    hands.go("home")
    day.camera.take(hands, "home-shop")
    hands.go("shift")
    if _shift(hands) is not None:
        day.say(hands.name, "a shift is open already: it is gone on with")
        return
    count_money(hands, FLOAT)
    day.camera.take(hands, "shift-open")
    hands.press("confirm")
    hands.wait_for("an open shift", lambda: _shift(hands) is not None)
    day.say(hands.name, f"shift opened with a float of {_money(day, FLOAT)}")


def sell(day: Day) -> None:
    """Cash, then a cart on hold, then weighed goods with a discount, a customer, two tenders."""
    hands = day.shop
    hands.go("sell")
    if hands.can("hold") and _cart_lines(hands):
        _empty_cart(hands)
    put_in(day, SPOON)
    put_in(day, SPOON)
    put_in(day, BOTTLE)
    pay_cash(day)
    put_in(day, JAR)
    put_in(day, JAR)
    hands.press("hold")
    hands.await_dialog("the name of a held sale")
    hands.write("forgot the purse", enter=True)
    hands.wait_for("the held sale", lambda: not _cart_lines(hands))
    day.say(hands.name, f"the customer forgot the purse: {hands.said}")
    put_in(day, BOTTLE)
    pay_cash(day)
    hands.press("hold")
    hands.choose("forgot the purse")
    hands.wait_for("the recalled sale", lambda: _cart_lines(hands) == 1)
    day.say(hands.name, "the purse is back: the held sale is taken up again")
    hands.bench.weigh(Decimal("0.350"))
    put_in(day, TEA)
    put_in(day, CHOPPER)
    hands.press("customer")
    hands.write("Lindqvist")
    hands.choose("Lindqvist")
    hands.press("exception")
    hands.choose("Discount on the whole sale")
    hands.choose("10")
    hands.choose("Goodwill")
    day.say(hands.name, "10 % off for a good customer: that takes a supervisor")
    day.camera.take(hands, "sell")
    hands.press("confirm")
    day.approve(hands)
    hands.wait_for("the pay screen", lambda: hands.screen.id == "pay")
    pay_split(day)


def put_in(day: Day, sku: str) -> None:
    """Scan a product into the cart; of several lots, the one that goes first."""
    hands, item = day.shop, day.data.goods[index_of(day.data, sku)]
    before = _pieces(hands)
    hands.scan(item.gtin or "")
    if hands.dialog() is not None:
        hands.key(Qt.Key.Key_Return)
    hands.wait_for(f"{item.name} in the cart", lambda: _pieces(hands) > before)
    hands.settle()
    cart = _cart(hands)
    if cart is not None:
        line = next(each for each in cart.lines if each.sku == sku)
        weighed = " from the scale" if item.weighed else ""
        total = _money(day, cart.totals().total)
        day.say(hands.name, f"{line.quantity_text} {item.name}{weighed} scanned, total {total}")


def pay_cash(day: Day) -> str:
    """Exactly what is due, in cash."""
    hands = day.shop
    hands.press("confirm")
    hands.wait_for("the pay screen", lambda: hands.screen.id == "pay")
    hands.press("confirm")
    return _paid(day)


def pay_split(day: Day) -> str:
    """A part by card, the rest with a large note: there is change."""
    hands = day.shop
    hands.write("20")
    hands.press("pay.card")
    hands.choose("It was paid")
    hands.write("100")
    day.camera.take(hands, "pay")
    hands.press("confirm")
    return _paid(day, shot="paid")


def _paid(day: Day, shot: str = "") -> str:
    hands = day.shop
    hands.wait_for("the receipt", lambda: getattr(hands.screen, "sale", None) is not None)
    hands.settle()
    if shot:
        day.camera.take(hands, shot)
    sale: counter.Sale = hands.screen.sale  # type: ignore[attr-defined]
    parts = [f"{p.tender} {format_minor(p.amount, day.data.currency)}" for p in sale.payments]
    if sale.head.change:
        parts.append(f"change {format_minor(sale.head.change, day.data.currency)}")
    due = _money(day, sale.head.due)
    day.say(hands.name, f"receipt {sale.head.label}: {due} ({', '.join(parts)})")
    hands.press("confirm")
    return sale.head.label


def sell_while_apart(day: Day) -> None:
    """The shop sells on without the hub."""
    hands = day.shop
    hands.go("sell")
    for sku in (SPOON, BOTTLE, JAR):
        put_in(day, sku)
        pay_cash(day)
    day.say(hands.name, f"sold on without the hub: {day.unsent(hands)} changesets are unsent")
    day.camera.take(hands, "sell-without-hub")


def refund(day: Day) -> None:
    """Goods come back by receipt, within what was sold and paid."""
    hands = day.shop
    hands.go("sell")
    put_in(day, SPOON)
    put_in(day, BOTTLE)
    number = pay_cash(day)
    hands.scan(number)
    hands.wait_for("the refund screen", lambda: hands.screen.id == "refund")
    hands.settle()
    hands.scan(day.data.goods[index_of(day.data, SPOON)].gtin or "")
    day.camera.take(hands, "refund")
    hands.press("confirm")
    hands.choose("Not wanted after all")
    hands.wait_for("the refund", lambda: getattr(hands.screen, "sale", None) is not None)
    back: counter.Sale = hands.screen.sale  # type: ignore[attr-defined]
    day.say(
        hands.name,
        f"one {SPOON} of receipt {number} came back: refund {back.head.label},"
        f" {_money(day, back.head.due)}",
    )
    hands.press("confirm")


def close_shift(day: Day) -> None:
    """X on the way, then a blind count, then Z."""
    hands = day.shop
    hands.go("shift")
    day.camera.take(hands, "shift")
    hands.press("shift.x")
    day.approve(hands)
    hands.wait_for("the X report", lambda: getattr(hands.screen, "report", None) is not None)
    report: counter.Report = hands.screen.report  # type: ignore[attr-defined]
    cash = report.expected_cash
    day.say(hands.name, f"X report: {_money(day, cash)} should be in the drawer")
    day.camera.take(hands, "shift-x")
    slips = sum(t.amount for t in report.of_kind("tender") if t.name == counter.CARD)
    hands.press("confirm")
    hands.press("confirm")
    count_money(hands, cash)
    fields = [each for each in hands.screen.findChildren(NumberField) if each.isVisible()]
    if slips and fields:
        hands.fill(fields[0].edit, format_minor(slips, day.data.currency))
    day.camera.take(hands, "shift-count")
    hands.press("confirm")
    hands.choose("Close the shift")
    hands.wait_for("the Z report", lambda: getattr(hands.screen, "report", None) is not None)
    report = hands.screen.report  # type: ignore[attr-defined]
    day.say(
        hands.name,
        f"Z report {report.number}: counted blind, difference {_money(day, report.difference)}",
    )
    day.camera.take(hands, "shift-z")
    hands.press("confirm")


def count_money(hands: Hands, amount: int) -> None:
    """Type how many there are of each note and coin, largest first."""
    company = hands.shell.context.company
    grid = hands.screen.findChild(CountGrid)
    hands.wait_for("the count", lambda: grid is not None and grid.first() is not None)
    hands.screen.take_focus()
    rest = amount
    for value in counter.denominations(company.currency, company.cash_step):
        pieces, rest = divmod(rest, value)
        hands.write(str(pieces) if pieces else "", enter=rest > 0)
        if not rest:
            return


def _shift(hands: Hands) -> counter.Shift | None:
    with hands.replica.read() as connection:
        till = counter.till_name(hands.replica.station_number)
        return counter.shift_open(connection, hands.site, till)


def _cart(hands: Hands) -> counter.Cart | None:
    return getattr(hands.screen, "cart", None)


def _cart_lines(hands: Hands) -> int:
    cart = _cart(hands)
    return len(cart.lines) if cart is not None else 0


def _pieces(hands: Hands) -> int:
    cart = _cart(hands)
    return sum(line.steps for line in cart.lines) if cart is not None else 0


def _empty_cart(hands: Hands) -> None:
    """Give up what an interrupted day left at the till."""
    hands.press("exception")
    hands.choose("Give up the whole sale")
    hands.choose("Another reason")
    hands.wait_for("an empty cart", lambda: not _cart_lines(hands))


def _money(day: Day, minor: int) -> str:
    return f"{format_minor(minor, day.data.currency)} {day.data.currency}"
