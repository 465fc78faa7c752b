"""Paying: tenders, change, coins, the drawer, and the receipt after the commit."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.scans import Scan
from desktop.screens.pay import PayScreen
from desktop.screens.pay_parts import balance
from desktop.tones import Tone
from desktop.widgets import TextDialog
from domain import counter
from domain.counter import Tender, Terms
from domain.replica import Replica
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.gui.screens.tills import CUP, Counter, approve, devices, dialog, open_counter
from tests.support.replicas import PROGRAM

Desk = Driver[PayScreen]
EURO = Terms("EUR", tax_included=True, cash_step=5)


@pytest.fixture
def till(make_screen: MakeScreen, replica: Replica) -> Counter:
    return open_counter(make_screen, replica)


@pytest.fixture
def desk(till: Counter) -> Desk:
    return till.screen(PayScreen)


def pay_for(desk: Desk, till: Counter, *lines: tuple[str, int], **params: object) -> counter.Cart:
    cart = till.cart(*lines)
    desk.enter(cart=cart, **params)
    return cart


def key_in(desk: Desk, digits: str, *, enter: bool = False) -> None:
    pad = desk.screen.money.pad
    desk.qtbot.keyClicks(pad, digits)
    if enter:
        desk.qtbot.keyClick(pad, Qt.Key.Key_Return)
    desk.settle()


def shown(desk: Desk) -> tuple[str, str]:
    money = desk.screen.money
    return money.due.value(), money.left.value()


def slip(desk: Desk, text: str = "") -> Any:
    asked = dialog(desk, TextDialog)
    desk.qtbot.keyClicks(asked.field.edit, text)
    desk.qtbot.keyClick(asked.field.edit, Qt.Key.Key_Return)
    desk.settle()
    return asked


def test_cash_with_change_opens_the_drawer_and_prints(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 2), ("CUP", 1))  # 11.99, in coins 12.00
    assert shown(desk) == ("€11.99", "€11.99")
    assert desk.screen.money.quick_values() == [1200, 1500, 2000, 5000, 10000]
    key_in(desk, "20", enter=True)
    assert desk.screen.paid.change.value() == "€8.00"
    (sale,) = till.sales()
    assert (sale.total, sale.rounding, sale.change) == (1199, 1, 800)
    (receipt,) = devices(desk).printed
    assert receipt == desk.screen.paid.receipt.text()
    assert "Served by: Lin Mei" in receipt
    assert "COPY" not in receipt
    assert devices(desk).drawer == 1
    assert desk.context.earcon.played == ["done"]  # type: ignore[attr-defined]


def test_f12_takes_the_exact_amount_in_coins_that_exist(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1), ("CUP", 1))  # 7.49
    label = next(a.label for a in desk.screen.screen_actions() if a.id == "confirm")
    assert label == "Cash €7.50"
    desk.act("confirm")
    assert till.sales()[0].rounding == 1
    assert "Rounded to coins" in titles(desk.screen.paid.payments)


def test_a_quick_key_is_the_note_in_hand(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("CUP", 1))
    desk.screen.money._quick_given(5000)
    desk.settle()
    assert desk.screen.paid.change.value() == "€47.00"


def test_card_and_cash_together(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("POT", 2))  # 79.80
    key_in(desk, "50")
    desk.act("pay.card")
    slip(desk, "17-0042")
    assert shown(desk) == ("€79.80", "€29.80")
    assert titles(desk.screen.money.tenders) == ["Card"]
    key_in(desk, "30", enter=True)
    with till.replica.read() as connection:
        sale = counter.sale_of(connection, 1, till.sales()[0].id)
    assert [(p.tender, p.amount, p.change, p.reference) for p in sale.payments] == [
        ("card", 5000, 0, "17-0042"),
        ("cash", 3000, 20, None),
    ]


def test_a_card_alone_opens_no_drawer(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    desk.act("pay.card")
    slip(desk)
    assert till.sales()[0].total == 450
    assert devices(desk).drawer == 0
    assert len(devices(desk).printed) == 1


def test_a_card_number_is_never_taken_as_a_reference(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    desk.act("pay.card")
    asked = slip(desk, "4111 1111 1111 1111")
    assert asked.isVisible()
    assert "looks like a card number" in asked.field.editor.accessibleDescription()
    assert till.sales() == []


def test_a_card_gives_no_change(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    key_in(desk, "10")
    desk.act("pay.card")
    assert desk.said[-1].startswith("5.50 EUR too much: change is given from cash only.")
    assert till.sales() == []


def test_a_code_typed_as_an_amount_is_refused(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    key_in(desk, "400638133", enter=True)
    assert desk.said[-1].endswith("Was a code scanned as an amount?")
    desk.scan(CUP)
    assert desk.said[-1].startswith("That is a code, no amount.")
    assert till.sales() == []


def test_esc_takes_back_what_was_typed_then_the_last_tender(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("POT", 1))
    key_in(desk, "10", enter=True)
    assert shown(desk)[1] == "€29.90"
    key_in(desk, "5")
    desk.act("clear")
    assert (desk.screen.money.entry.text(), shown(desk)[1]) == ("–", "€29.90")
    desk.act("clear")
    assert shown(desk)[1] == "€39.90"


@pytest.mark.expects_log
def test_a_printer_without_paper_never_unmakes_a_sale(desk: Desk, till: Counter) -> None:
    devices(desk).broken = True
    pay_for(desk, till, ("TEA", 1))
    desk.act("confirm")
    assert len(till.sales()) == 1
    assert desk.said == ["The printer did not print. What was booked is safe: press F6."]
    devices(desk).broken = False
    desk.act("print")
    assert "*** COPY ***" in devices(desk).printed[0]


def test_a_receipt_from_the_books_is_a_copy(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    desk.enter(sale=sold.id)
    assert devices(desk).printed == []
    assert "*** COPY ***" in desk.screen.paid.receipt.text()
    desk.act("print")
    assert devices(desk).printed == [desk.screen.paid.receipt.text()]
    desk.act("pay.return")
    assert desk.went == [("refund", {"sale": sold.id})]


def test_a_cart_is_paid_once(desk: Desk, till: Counter) -> None:
    cart = pay_for(desk, till, ("TEA", 1))
    with till.replica.transaction(PROGRAM, "elsewhere") as tx:
        counter.pay(tx, cart, [Tender("card")])
    desk.act("confirm")
    assert len(till.sales()) == 1
    assert desk.said[-1].startswith("This was paid already as S001-W01A")
    assert desk.screen.sale is not None
    assert desk.screen.sale.id == cart.id
    assert devices(desk).printed == []


def test_the_way_back_never_leads_to_paying_twice(desk: Desk, till: Counter) -> None:
    cart = pay_for(desk, till, ("TEA", 1))
    desk.act("confirm")
    desk.enter(cart=cart)
    assert desk.screen.sale is not None
    assert not desk.can("pay.card")


@pytest.mark.expects_log
def test_a_supervisor_is_asked_again_where_the_yes_was_for_other_figures(
    desk: Desk, till: Counter
) -> None:
    cart = counter.override_price(till.cart(("TEA", 1)), 1, 40_000, "price_match")
    desk.enter(cart=cart)
    desk.act("confirm")
    assert till.sales() == []
    approve(desk)
    assert till.sales()[0].total == 400
    assert till.shop.rows("override") == 1


def test_a_shift_that_was_closed_meanwhile_keeps_the_cart(desk: Desk, till: Counter) -> None:
    cart = pay_for(desk, till, ("TEA", 1))
    with till.replica.transaction(PROGRAM, "close") as tx:
        shift = counter.shift_open(tx.connection, 1, till.till)
        assert shift is not None
        counter.close_shift(tx, shift.id, {"cash": 0})
    desk.act("confirm")
    assert desk.said == ["No shift is open at till W01. Open one first; the cart is kept."]
    assert desk.screen.cart == cart


def test_tenders_survive_a_power_cut(desk: Desk, till: Counter) -> None:
    cart = pay_for(desk, till, ("POT", 1))
    with till.replica.transaction(PROGRAM, "draft") as tx:
        counter.save_draft(tx, cart)
    key_in(desk, "10", enter=True)
    state = desk.screen.save_state()
    again = till.screen(PayScreen)
    again.screen.enter({})
    again.screen.restore_state(state)
    again.settle()
    assert shown(again) == ("€39.90", "€29.90")
    again.act("confirm")
    assert till.sales()[0].total == 3990


def test_a_card_that_was_charged_stays_while_another_thing_is_scanned(
    desk: Desk, till: Counter
) -> None:
    cart = pay_for(desk, till, ("POT", 1))
    key_in(desk, "20")
    desk.act("pay.card")
    slip(desk)
    desk.act("back")
    more = counter.add(cart, till.shop.offer("TEA"))
    desk.enter(cart=more)
    assert shown(desk) == ("€44.40", "€24.40")


def test_after_the_sale_a_scan_begins_the_next_one(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    desk.act("confirm")
    desk.scan(CUP)
    assert desk.went == [("sell", {"scan": Scan(CUP)})]


def test_nothing_to_pay_leads_back_to_the_goods(desk: Desk) -> None:
    desk.enter()
    assert desk.went == [("sell", {})]


def test_the_balance_of_split_tenders() -> None:
    half = balance(EURO, 1198, [Tender("card", 500)])
    assert (half.left, half.cash_left, half.settled) == (698, 700, False)
    mixed = balance(EURO, 1198, [Tender("card", 500), Tender("cash", 300)])
    assert (mixed.left, mixed.cash_left) == (398, 400)
    done = balance(EURO, 1198, [Tender("card", 500), Tender("cash", 1000)])
    assert (done.settled, done.change, done.rounding) == (True, 300, 2)


def test_change_can_be_read_from_afar(desk: Desk, till: Counter) -> None:
    pay_for(desk, till, ("TEA", 1))
    desk.act("confirm")
    assert desk.screen.paid.change._value.font().pointSizeF() >= 28
    assert desk.tone is None or desk.tone is not Tone.ERROR
