"""Paying a cart: one commit, one sale, exact to the cent."""

from dataclasses import replace
from datetime import UTC

import pytest
from sqlalchemy import event

from domain.counter import (
    CARD,
    CASH,
    AlreadyPaid,
    CartEmpty,
    Discount,
    NoShift,
    QuantityAbsurd,
    Scanned,
    ShiftClosed,
    Tender,
    TenderShort,
    broken_identities,
    close_shift,
    discount_order,
    draft,
    find_sale,
    override_price,
    pay,
    receipt_text,
    sale_of,
    sales,
    sales_of,
    save_draft,
    scan,
    shift_open,
    sold_by,
    void_cart,
    void_line,
    x_report,
)
from domain.errors import NotPermitted
from domain.replica import Actor, Approval, run
from domain.stock import LotRecalled, balances, serial_places, set_lot_status, why
from tests.domain.counter.shop import CASHIER, DAY, TILL, Shop
from tests.support.replicas import PROGRAM

TABLES = ("sale", "sale_line", "sale_tax", "payment", "movement", "document_number")


def test_a_sale_is_what_the_books_and_the_receipt_say(open_shop: Shop) -> None:
    cart = discount_order(
        open_shop.cart(("TEA", 3), ("CUP", 1), ("WRAP", 1)), Discount(amount=77), "regular"
    )
    sold = open_shop.pay(cart, Tender(CARD, 1_000, "slip 17"), Tender(CASH, 1_000))
    with open_shop.replica.read() as connection:
        assert sale_of(connection, 1, sold.id) == sold
        assert find_sale(connection, 1, sold.head.label.lower()) == sold.head
        assert list(broken_identities(connection, 1)) == []
    assert (sold.total, sold.head.change) == (1350 + 299 + 150 - 77, 278)
    assert str(sold.head.number) == "S001-W01A-26-000001"
    lines = receipt_text(sold, zone=UTC).splitlines()
    printed = {line.split()[0]: line.split()[-1] for line in lines if line.strip()}
    assert (printed["TOTAL"], printed["Change"], printed["Cash"]) == ("17.22", "2.78", "10.00")
    assert lines[-1].strip() == "*S001-W01A-26-000001*"


def test_the_goods_leave_the_floor_and_services_do_not(open_shop: Shop) -> None:
    open_shop.receive("TEA", 10)
    sold = open_shop.pay(open_shop.cart(("TEA", 3), ("WRAP", 1), ("CUP", 2)))
    assert (open_shop.stock("TEA"), open_shop.stock("CUP")) == (7, -2)
    with open_shop.replica.read() as connection:
        moved = why(connection, 1, open_shop.offer("TEA").product.id)[0]
    assert (moved.document, moved.number, moved.command) == (sold.id, sold.head.number, "sell")
    assert open_shop.rows("movement") == 3  # the receipt, tea, cups


def test_lots_leave_first_expired_first_and_never_twice(open_shop: Shop) -> None:
    open_shop.receive("MILK", 3, "LATE", "2026-12-20")
    open_shop.receive("MILK", 2, "SOON", "2026-11-30")
    open_shop.receive("MILK", 5, "OLD", "2026-11-01")
    cart = open_shop.cart(("MILK", 3))
    cart = scan(cart, Scanned(open_shop.offer("MILK"), 1, lot="LATE"))
    open_shop.pay(cart)
    with open_shop.replica.read() as connection:
        left = {b.lot: b.on_hand for b in balances(connection, 1, cart.lines[0].item)}
    assert left == {"OLD": 5, "LATE": 1}
    open_shop.pay(open_shop.cart(("MILK", 4)))
    with open_shop.replica.read() as connection:
        left = {b.lot: b.on_hand for b in balances(connection, 1, cart.lines[0].item)}
    assert left == {"OLD": 5, "": -3}  # one was left; the rest is a place to count


def test_a_lot_recalled_after_the_scan_is_not_sold(open_shop: Shop) -> None:
    open_shop.receive("MILK", 3, "L1", "2026-12-20")
    cart = scan(open_shop.cart(), Scanned(open_shop.offer("MILK"), 1, lot="L1"))
    with open_shop.replica.transaction(PROGRAM, "recall") as tx:
        set_lot_status(tx, cart.lines[0].item, "L1", "recalled", "glass")
    with pytest.raises(LotRecalled):
        open_shop.pay(cart)
    assert [open_shop.rows(table) for table in ("sale", "payment")] == [0, 0]


def test_a_serial_number_leaves_from_where_it_lies(open_shop: Shop) -> None:
    cart = scan(open_shop.cart(), Scanned(open_shop.offer("PHONE"), 1, serial="S1"))
    open_shop.receive("PHONE", 1, serial="S1")
    open_shop.pay(cart)
    with open_shop.replica.read() as connection:
        (place,) = serial_places(connection, 1, cart.lines[0].item, "S1")
    assert place.usage == "customer"


def test_a_cart_is_paid_once(open_shop: Shop) -> None:
    cart = open_shop.cart(("TEA", 1))
    first = open_shop.pay(cart)
    with pytest.raises(AlreadyPaid) as refused:
        open_shop.pay(cart)
    assert str(first.head.number) in str(refused.value)
    assert open_shop.rows("sale") == 1


def test_numbers_have_no_gaps_where_payments_fail(open_shop: Shop) -> None:
    for tenders in ([Tender(CARD, 100)], [Tender(CASH)], [Tender(CARD, 1)], [Tender(CARD)]):
        cart = open_shop.cart(("TEA", 1))
        try:
            open_shop.pay(cart, *tenders)
        except TenderShort:
            continue
    with open_shop.replica.read() as connection:
        second, first = sales(connection, 1, day=DAY)
        assert sales(connection, 1, before=second.id) == [first]
    assert [str(head.number)[-2:] for head in (first, second)] == ["01", "02"]


def test_no_shift_no_sale(shop: Shop) -> None:
    cart = shop.cart(("TEA", 1))
    with pytest.raises(NoShift):
        shop.pay(cart)
    shift = shop.open()
    shop.pay(cart)
    with shop.replica.transaction(PROGRAM, "close") as tx:
        close_shift(tx, shift, {CASH: 450})
    with pytest.raises(NoShift):
        shop.pay(shop.cart(("TEA", 1)))
    with shop.replica.transaction(PROGRAM, "sell") as tx, pytest.raises(ShiftClosed):
        pay(tx, shop.cart(("TEA", 1)), [Tender(CASH)], shift=shift)


def test_what_no_till_could_have_made(open_shop: Shop) -> None:
    with pytest.raises(CartEmpty):
        open_shop.pay(open_shop.cart())
    cart = open_shop.cart(("TEA", 1))
    absurd = replace(cart, lines=(replace(cart.lines[0], steps=10**12),))
    with pytest.raises(QuantityAbsurd):
        open_shop.pay(absurd, Tender(CARD))
    assert [open_shop.rows(table) for table in TABLES] == [0] * len(TABLES)


@pytest.mark.expects_log
def test_a_price_below_cost_needs_authority(open_shop: Shop) -> None:
    cart = override_price(open_shop.cart(("TEA", 1)), 1, 20_000, "dented")  # 1.87 net, cost 2.00
    with pytest.raises(NotPermitted):
        open_shop.pay(cart, actor=CASHIER)
    approval = Approval(
        b"s" * 16, "Sam", "counter.below_cost", cart.id, "dented", "TEA 1: 2.00 EUR"
    )
    with open_shop.replica.transaction(CASHIER, "sell", approval=approval) as tx:
        sold = pay(tx, cart, [Tender(CASH)])
    assert (sold.total, sold.lines[0].list_price) == (200, 45_000)
    with open_shop.replica.read() as connection:
        assert sold_by(connection, 1, sold.id) == CASHIER.id
        kept = run(connection, "SELECT permission, subject, approver, reason FROM override").one()
    assert tuple(kept) == ("counter.below_cost", cart.id, b"s" * 16, "dented")


@pytest.mark.expects_log
def test_an_approval_is_for_the_figures_that_were_shown(open_shop: Shop) -> None:
    cart = override_price(open_shop.cart(("TEA", 1)), 1, 44_000, "dented")
    approval = Approval(
        b"s" * 16, "Sam", "counter.override_price", cart.id, "dented", "TEA 1: 4.40 EUR"
    )
    cheaper = override_price(cart, 1, 30_000, "dented")
    with (
        open_shop.replica.transaction(CASHIER, "sell", approval=approval) as tx,
        pytest.raises(NotPermitted),
    ):
        pay(tx, cheaper, [Tender(CASH)])


def test_who_may_not_sell(open_shop: Shop) -> None:
    with pytest.raises(NotPermitted):
        open_shop.pay(open_shop.cart(("TEA", 1)), actor=Actor(b"x" * 16, "Xu"))


def test_the_cart_on_the_screen_survives_until_it_is_paid(open_shop: Shop) -> None:
    cart = open_shop.cart(("TEA", 2), ("HAM", 250))
    with open_shop.replica.transaction(PROGRAM, "draft") as tx:
        save_draft(tx, cart)
    with open_shop.replica.read() as connection:
        assert draft(connection, TILL) == cart
    open_shop.pay(cart)
    with open_shop.replica.read() as connection:
        assert draft(connection, TILL) is None


def test_voided_lines_are_in_the_shifts_report(open_shop: Shop) -> None:
    cart = open_shop.cart(("TEA", 2), ("CUP", 1))
    with open_shop.replica.transaction(PROGRAM, "void") as tx:
        cart = void_line(tx, cart, 1, "customer changed her mind")
    assert [line.sku for line in cart.lines] == ["CUP"]
    with open_shop.replica.transaction(PROGRAM, "void") as tx:
        void_cart(tx, cart, "left")
    with open_shop.replica.read() as connection:
        shift = shift_open(connection, 1, TILL)
        assert shift is not None
        voids = x_report(connection, shift).total("voids")
    assert (voids.count, voids.amount) == (2, 900 + 299)


def test_what_a_customer_bought(open_shop: Shop) -> None:
    customer = b"k" * 16
    cart = replace(open_shop.cart(("TEA", 1)), customer=customer)
    sold = open_shop.pay(cart)
    open_shop.pay(open_shop.cart(("CUP", 1)))
    with open_shop.replica.read() as connection:
        assert sales_of(connection, 1, customer) == [sold.head]


@pytest.mark.parametrize("lines", [5, 50])
def test_paying_takes_as_many_statements_for_many_lines_as_for_few(
    open_shop: Shop, lines: int
) -> None:
    cart = open_shop.cart()
    for _ in range(lines):
        cart = scan(cart, Scanned(open_shop.offer("TEA"), 1, own_line=True))
    open_shop.pay(open_shop.cart(("TEA", 1)))  # opens the log of this life
    texts: list[str] = []

    def count(*given: object) -> None:
        texts.append(str(given[2]))

    event.listen(open_shop.replica._writer, "before_cursor_execute", count)
    open_shop.pay(cart)
    event.remove(open_shop.replica._writer, "before_cursor_execute", count)
    assert len(texts) <= 24, texts
