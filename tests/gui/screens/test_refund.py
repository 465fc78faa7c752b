"""Refunds: what comes back of a receipt, its caps, its condition, how the money goes back."""

import pytest

from desktop.screens.refund import RefundScreen
from desktop.tones import Tone
from domain import counter
from domain.counter import CARD, CASH, Tender
from domain.replica import Replica
from domain.stock import LOSS
from tests.gui.screens.support import Driver, MakeScreen
from tests.gui.screens.tills import (
    CUP,
    TEA,
    Counter,
    approve,
    choose,
    number,
    open_counter,
)

Desk = Driver[RefundScreen]


@pytest.fixture
def till(make_screen: MakeScreen, replica: Replica) -> Counter:
    return open_counter(make_screen, replica)


@pytest.fixture
def desk(till: Counter) -> Desk:
    return till.screen(RefundScreen)


def rows(desk: Desk) -> list[tuple[str, str, str]]:
    return [(each.title, each.figure, each.status) for each in desk.screen.lines.lines()]


def way(desk: Desk) -> list[tuple[str, str]]:
    return [(each.title, each.figure) for each in desk.screen._way.lines()]


def test_scanning_the_goods_takes_them_back(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 3), ("CUP", 1))
    desk.enter(sale=sold.id)
    desk.scan(TEA)
    desk.scan(TEA)
    assert rows(desk) == [("Green tea 100 g", "2", "To the shelf"), ("Tea cup", "–", "")]
    assert desk.screen.due.value() == "€9.00"
    assert way(desk) == [("Cash", "€9.00")]
    desk.act("confirm")
    choose(desk, "1")
    back = till.sales()[0]
    assert (back.kind, back.total, back.reason) == (counter.REFUND, -900, "not_wanted")
    assert desk.went[0][0] == "pay"
    assert till.shop.stock("TEA") == -1


def test_never_more_than_was_sold(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 2))
    desk.enter(sale=sold.id)
    for _ in range(3):
        desk.scan(TEA)
    assert desk.said[-1].startswith("3 of Green tea 100 g is too much: 2 of this receipt")
    assert rows(desk) == [("Green tea 100 g", "2", "To the shelf")]
    desk.act("quantity")
    number(desk, "7")
    assert desk.tone is Tone.ERROR


def test_what_came_back_before_is_shown_and_counts(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 2), ("CUP", 1))
    with till.replica.transaction(till.people["sam"], "refund") as tx:
        counter.refund(tx, sold.id, [counter.Returned(1, 2)], [Tender(CASH)], "faulty")
    desk.enter(sale=sold.id)
    assert rows(desk)[0] == ("Green tea 100 g", "–", "All came back")
    desk.scan(TEA)
    assert desk.said[-1].endswith("0 of this receipt can still be refunded.")
    desk.act("refund.all")
    assert desk.screen.due.value() == "€3.00"  # 2.99 in coins


def test_goods_that_are_not_on_the_receipt(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    desk.enter(sale=sold.id)
    desk.scan(CUP)
    assert desk.said == ["Tea cup is not on this receipt"]
    desk.scan("4012345000009")
    assert desk.said[-1].startswith("No product has the code")


def test_damaged_goods_do_not_go_back_to_the_shelf(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    desk.enter(sale=sold.id)
    desk.scan(TEA)
    desk.act("exception")
    assert rows(desk) == [("Green tea 100 g", "1", "Damaged")]
    desk.act("confirm")
    choose(desk, "2")
    assert till.shop.stock("TEA") == -1
    with till.replica.read() as connection:
        back = counter.sale_of(connection, 1, till.sales()[0].id)
    assert back.lines[0].reason == "damaged"
    assert LOSS in till.shop.places


def test_money_goes_back_the_way_it_came(desk: Desk, till: Counter) -> None:
    with till.replica.transaction(till.people["lin"], "sell") as tx:
        cart = till.cart(("POT", 1))
        sold = counter.pay(tx, cart, [Tender(CARD, 3000), Tender(CASH)])
    desk.enter(sale=sold.id)
    desk.act("refund.all")
    assert way(desk) == [("Card", "€30.00"), ("Cash", "€9.90")]


@pytest.mark.expects_log
def test_another_way_needs_a_supervisor(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1), tender=CARD)
    desk.enter(sale=sold.id)
    desk.act("refund.all")
    desk.act("refund.tender")
    choose(desk, "2")  # cash
    desk.act("confirm")
    choose(desk, "1")
    assert len(till.sales()) == 1
    approve(desk)
    back = till.sales()[0]
    assert (back.kind, back.total) == (counter.REFUND, -450)
    assert till.shop.rows("override") == 1


def test_pressing_twice_refunds_once(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    desk.enter(sale=sold.id)
    desk.scan(TEA)
    basket = desk.screen.basket
    assert basket is not None
    desk.screen._refund(basket, "other", None)
    desk.screen._refund(basket, "other", None)
    desk.settle()
    assert [sale.kind for sale in till.sales()] == [counter.REFUND, counter.SALE]


def test_undo_takes_the_last_choice_back(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 2))
    desk.enter(sale=sold.id)
    desk.scan(TEA)
    desk.undo()
    assert rows(desk) == [("Green tea 100 g", "–", "")]
    assert desk.screen.due.value() == "€0.00"
    assert not desk.can("confirm")


def test_a_refund_is_no_receipt_to_refund(desk: Desk, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    with till.replica.transaction(till.people["sam"], "refund") as tx:
        back = counter.refund(tx, sold.id, [counter.Returned(1, 1)], [Tender(CASH)], "faulty")
    desk.enter(sale=back.id)
    assert desk.said[-1].endswith("is a refund itself. Scan the receipt of the sale.")
    desk.scan(sold.head.label)
    assert desk.said[-1] == "Everything on this receipt came back already"


def test_a_badge_alone_refunds_with_a_supervisor(make_screen: MakeScreen, till: Counter) -> None:
    sold = till.sell(("TEA", 1))
    lin = till.people["lin"]
    till.people["lin"] = type(lin)(lin.id, lin.name, lin.permissions - {"counter.refund"})
    desk = till.screen(RefundScreen)
    desk.enter(sale=sold.id)
    desk.scan(TEA)
    desk.act("confirm")
    choose(desk, "1")
    approve(desk)
    assert till.sales()[0].kind == counter.REFUND
