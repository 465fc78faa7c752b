"""What is done to a cart besides scanning: finding, prices, removing, holding, the customer."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.sell import SellScreen
from desktop.widgets import PickDialog, TextDialog
from domain import counter, customers
from domain.replica import Replica, run
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.gui.screens.tills import (
    CUP,
    TEA,
    Counter,
    approve,
    cart,
    choose,
    devices,
    dialog,
    lines,
    number,
    open_counter,
    pick,
    total,
    type_in,
)
from tests.support.replicas import PROGRAM

Desk = Driver[SellScreen]


@pytest.fixture
def till(make_screen: MakeScreen, replica: Replica) -> Counter:
    return open_counter(make_screen, replica)


@pytest.fixture
def desk(till: Counter) -> Desk:
    driver = till.screen(SellScreen)
    driver.enter()
    return driver


# Finding, prices, discounts.


def test_goods_are_found_by_a_few_letters(desk: Desk) -> None:
    desk.act("find")
    pick(desk, "cup")
    assert cart(desk) == [("1 Tea cup", "€2.99")]
    type_in(desk, "green")  # no code, so it is looked for by name
    desk.qtbot.keyClick(dialog(desk, PickDialog).field, Qt.Key.Key_Return)
    desk.settle()
    assert cart(desk)[1] == ("1 Green tea 100 g", "€4.50")


def test_another_price_needs_a_supervisor_when_it_comes_to_paying(
    desk: Desk, till: Counter
) -> None:
    desk.scan(TEA)
    desk.act("exception")
    choose(desk, "1")
    number(desk, "4.00")
    choose(desk, "1")
    assert lines(desk)[0].detail == "1 × €4.00 · was €4.50"
    assert desk.screen.total.words() == ["Needs approval"]
    desk.act("confirm")
    assert desk.went == []
    refused = approve(desk, pin="000000")
    assert refused.isVisible()
    approve(desk)
    ((where, params),) = desk.went
    need = counter.authority_needed(desk.screen.cart)
    assert where == "pay"
    assert (params["approval"].detail, need.detail) == ("TEA 1: 4.00 EUR",) * 2  # type: ignore[attr-defined,union-attr]
    with till.replica.transaction(till.people["lin"], "sell", approval=params["approval"]) as tx:
        counter.pay(tx, desk.screen.cart, [counter.Tender("card")])  # type: ignore[arg-type]


def test_discounts_on_a_line_and_on_the_whole(desk: Desk) -> None:
    desk.scan(TEA)
    desk.scan(CUP)
    desk.screen.lines.select(1)
    desk.act("exception")
    choose(desk, "2")
    choose(desk, "2")  # 10 %
    choose(desk, "4")
    assert (lines(desk)[0].figure, lines(desk)[0].note) == ("€4.05", "−10\u00a0%")
    desk.act("exception")
    choose(desk, "3")
    choose(desk, "6")  # an amount
    number(desk, "1")
    choose(desk, "4")
    assert total(desk) == "€6.04"
    desk.undo()
    assert total(desk) == "€7.04"


def test_a_discount_larger_than_the_goods_is_refused(desk: Desk) -> None:
    desk.scan(CUP)
    desk.screen.acts.prices._give(None, counter.Discount(amount=500), "other")
    assert desk.said[-1] == "This discount cannot be given on 2.99 EUR. Enter a smaller one."
    assert total(desk) == "€2.99"


# Taking out.


def test_removing_a_line_is_written_down(desk: Desk, till: Counter) -> None:
    desk.scan(TEA)
    desk.scan(CUP)
    desk.screen.lines.select(1)
    desk.act("sell.remove")
    choose(desk, "1")
    assert cart(desk) == [("1 Tea cup", "€2.99")]
    assert desk.screen.undo_action() is None
    with till.replica.read() as connection:
        rows = run(connection, "SELECT quantity, amount, reason FROM line_void").all()
    assert [tuple(row) for row in rows] == [(1, 450, "scanned_by_mistake")]


def test_giving_the_sale_up_leaves_an_empty_till(desk: Desk, till: Counter) -> None:
    desk.scan(TEA)
    desk.act("exception")
    choose(desk, "5")
    choose(desk, "4")
    assert lines(desk) == ()
    assert till.draft() is None
    assert till.shop.rows("line_void") == 1


def test_goods_come_back_without_a_receipt_when_a_supervisor_says_so(
    desk: Desk, till: Counter
) -> None:
    desk.scan(TEA)
    desk.act("exception")
    choose(desk, "6")
    choose(desk, "1")
    approve(desk)
    (back,) = till.sales()
    assert (back.kind, back.total, lines(desk)) == (counter.REFUND, -450, ())
    assert desk.went[-1][0] == "pay"


# Holding, customers, receipts.


def test_a_sale_is_held_and_taken_up_again(desk: Desk, till: Counter) -> None:
    assert not desk.can("hold")
    desk.scan(TEA)
    desk.act("hold")
    asked = dialog(desk, TextDialog)
    desk.qtbot.keyClicks(asked.field.edit, "blue coat")
    desk.qtbot.keyClick(asked.field.edit, Qt.Key.Key_Return)
    desk.settle()
    assert lines(desk) == ()
    desk.enter()
    assert desk.screen.total.words() == ["1 held"]
    desk.act("hold")
    assert titles(dialog(desk, PickDialog).list) == ["blue coat"]
    pick(desk, "")
    assert cart(desk) == [("1 Green tea 100 g", "€4.50")]
    kept = till.draft()
    assert kept is not None
    assert kept.held is not None


def test_a_held_sale_that_another_till_took_up_is_gone(desk: Desk, till: Counter) -> None:
    with till.replica.transaction(PROGRAM, "hold") as tx:
        held = counter.hold(tx, till.cart(("TEA", 1)))
        counter.recall(tx, held, "W09", "2026-03-20")
    desk.screen.acts.recall(held)
    desk.settle()
    assert desk.said == ["This held sale was taken up or cancelled already."]


def test_a_customer_is_found_by_phone(desk: Desk, till: Counter) -> None:
    with till.replica.transaction(PROGRAM, "customer") as tx:
        anna = customers.create_customer(tx, "Anna Lindqvist", phone="040 66969011")
    desk.act("customer")
    pick(desk, "66969011")
    assert desk.screen.total.words() == ["Anna Lindqvist"]
    assert desk.screen.cart is not None
    assert desk.screen.cart.customer == anna.id
    desk.act("customer")
    pick(desk, "")
    assert desk.screen.total.words() == []


def test_the_number_of_a_receipt_opens_the_refund(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 2))
    desk.scan(f"*{sold.head.label}*")
    assert desk.went == [("refund", {"sale": sold.id})]
    desk.scan("S001-W01A-26-999999")
    assert desk.said[-1].startswith("No receipt S001-W01A-26-999999")


def test_receipts_are_listed_to_be_printed_again(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 2))
    desk.act("print")
    pick(desk, sold.head.label[-4:])
    assert desk.went == [("pay", {"sale": sold.id})]


def test_the_drawer_opens_by_right_and_leaves_a_note(desk: Desk, till: Counter) -> None:
    desk.act("drawer")
    choose(desk, "1")
    assert devices(desk).drawer == 0
    approve(desk)
    assert devices(desk).drawer == 1
    assert till.shop.rows("cash_movement") == 1
    assert till.shop.rows("override") == 1
