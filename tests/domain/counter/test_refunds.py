"""Refunds: what was paid comes back, to the cent, and never more than was sold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.counter import (
    CARD,
    CASH,
    AlreadyPaid,
    BadQuantity,
    Discount,
    LineGone,
    NothingToRefund,
    ReasonNeeded,
    RefundTooMuch,
    Returned,
    Sale,
    Scanned,
    Tender,
    TenderOver,
    TenderShort,
    UnknownSale,
    broken_identities,
    discount_line,
    discount_order,
    over_refunded,
    quote_refund,
    refund,
    refund_without_receipt,
    refundable,
    refunds_of,
    scan,
    shift_open,
    x_report,
)
from domain.errors import NotPermitted
from domain.replica import Actor, Approval, Replica
from domain.stock import balances, contents, serial_places
from tests.domain.counter.shop import CASHIER, TILL, Shop, furnish
from tests.support.replicas import PROGRAM, exchange


def take_back(
    shop: Shop,
    sold: Sale,
    *returned: Returned,
    by: str = CASH,
    actor: Actor = PROGRAM,
    document: bytes | None = None,
    approval: Approval | None = None,
) -> Sale:
    """Refund lines, all of them where none is named."""
    wanted = returned or tuple(Returned(line.line, line.quantity) for line in sold.lines)
    with shop.replica.transaction(actor, "refund", approval=approval) as tx:
        return refund(tx, sold.id, wanted, [Tender(by)], "broken", document=document)


def test_the_discounted_price_comes_back(open_shop: Shop) -> None:
    """450 × 2 − 5 % and 300 × 3 − 5 % = 1,710; the refund is −1,710, the shift's cash 0."""
    cart = open_shop.plain((45_000, 2), (30_000, 3))
    for number in (1, 2):
        cart = discount_line(cart, number, Discount(percent=500))
    sold = open_shop.pay(cart)
    back = take_back(open_shop, sold)
    assert (sold.total, back.total, back.head.kind) == (171_000, -171_000, "refund")
    with open_shop.replica.read() as connection:
        shift = shift_open(connection, 1, TILL)
        assert shift is not None
        assert x_report(connection, shift).expected_cash == 0
        assert [head.id for head in refunds_of(connection, 1, sold.id)] == [back.id]


def test_a_part_comes_back_with_its_share_of_the_discount(open_shop: Shop) -> None:
    cart = discount_order(open_shop.plain((1_000, 3), (500, 1)), Discount(amount=100))
    sold = open_shop.pay(cart)
    first = take_back(open_shop, sold, Returned(1, 1))
    second = take_back(open_shop, sold, Returned(1, 2))
    assert [line.money.amount for line in sold.lines] == [2_914, 486]
    assert (first.total, second.total) == (-971, -1_943)
    assert first.total + second.total == -2_914


def test_no_more_than_was_sold(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.cart(("TEA", 3)))
    take_back(open_shop, sold, Returned(1, 2))
    with pytest.raises(RefundTooMuch) as refused:
        take_back(open_shop, sold, Returned(1, 2))
    assert "1 of this receipt" in str(refused.value)
    with pytest.raises(RefundTooMuch):
        take_back(open_shop, sold, Returned(1, 1), Returned(1, 1, damaged=True))
    with pytest.raises(BadQuantity):
        take_back(open_shop, sold, Returned(1, 0))
    with pytest.raises(LineGone):
        take_back(open_shop, sold, Returned(9, 1))
    with open_shop.replica.read() as connection:
        (line,) = refundable(connection, 1, sold.id).lines
    assert (line.left, line.paid + 0, line.paid_back) == (1, 1_350, 900)


def test_a_refund_is_not_refunded(open_shop: Shop) -> None:
    back = take_back(open_shop, open_shop.pay(open_shop.cart(("TEA", 1))))
    with pytest.raises(NothingToRefund):
        take_back(open_shop, back)
    with open_shop.replica.transaction(PROGRAM, "refund") as tx, pytest.raises(UnknownSale):
        refund(tx, b"?" * 16, [Returned(1, 1)], [Tender(CASH)], "x")


def test_pressing_twice_refunds_once(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.cart(("TEA", 2)))
    take_back(open_shop, sold, Returned(1, 1), document=b"r" * 16)
    with pytest.raises(AlreadyPaid):
        take_back(open_shop, sold, Returned(1, 1), document=b"r" * 16)


def test_sound_goods_go_to_the_shop_and_damaged_to_the_loss(open_shop: Shop) -> None:
    open_shop.receive("MILK", 2, "L1", "2026-12-01")
    open_shop.receive("MILK", 5, "L2", "2026-12-24")
    sold = open_shop.pay(open_shop.cart(("MILK", 4)))
    take_back(open_shop, sold, Returned(1, 1))
    take_back(open_shop, sold, Returned(1, 1, damaged=True), Returned(1, 2))
    with open_shop.replica.read() as connection:
        item = sold.lines[0].item
        left = {b.lot: b.on_hand for b in balances(connection, 1, item)}
        lost = contents(connection, 1, open_shop.places["loss"])
    assert left == {"L1": 2, "L2": 4}
    assert [(balance.lot, balance.on_hand) for balance in lost] == [("L2", 1)]


def test_a_serial_number_comes_home(open_shop: Shop) -> None:
    open_shop.receive("PHONE", 1, serial="S1")
    cart = scan(open_shop.cart(), Scanned(open_shop.offer("PHONE"), 1, serial="S1"))
    sold = open_shop.pay(cart)
    take_back(open_shop, sold)
    with open_shop.replica.read() as connection:
        (place,) = serial_places(connection, 1, sold.lines[0].item, "S1")
    assert place.id == open_shop.floor


@pytest.mark.expects_log
def test_money_goes_back_the_way_it_came(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.plain((1_000, 4)), Tender(CARD, 3_000), Tender(CASH, 5_000))
    with open_shop.replica.read() as connection:
        assert refundable(connection, 1, sold.id).tenders == ((CARD, 3_000), (CASH, 1_000))
    take_back(open_shop, sold, Returned(1, 1), actor=CASHIER)
    with pytest.raises(NotPermitted):
        take_back(open_shop, sold, Returned(1, 1), actor=CASHIER)
    with open_shop.replica.read() as connection:
        total = quote_refund(connection, 1, sold.id, [Returned(1, 1)]).total
    shown = sold.head.terms.text(total)
    assert shown == "-10.00 EUR"
    right = "counter.refund_without_receipt"
    approval = Approval(b"s" * 16, "Sam", right, sold.id, "no terminal", shown)
    take_back(open_shop, sold, Returned(1, 1), actor=CASHIER, approval=approval)
    take_back(open_shop, sold, Returned(1, 2), by=CARD, actor=CASHIER)


def test_money_back_is_exact(open_shop: Shop) -> None:
    sold = open_shop.pay(open_shop.plain((1_000, 1)))
    for amount, error in ((999, TenderShort), (1_001, TenderOver)):
        with (
            open_shop.replica.transaction(PROGRAM, "refund") as tx,
            pytest.raises(error),
        ):
            refund(tx, sold.id, [Returned(1, 1)], [Tender(CASH, amount)], "x")
    assert open_shop.rows("sale") == 1


@pytest.mark.expects_log
def test_without_a_receipt_it_needs_authority(open_shop: Shop) -> None:
    cart = open_shop.cart(("CUP", 2), ("HAM", 250))
    with open_shop.replica.transaction(CASHIER, "refund") as tx, pytest.raises(NotPermitted):
        refund_without_receipt(tx, cart, [Tender(CASH)], "gift")
    with open_shop.replica.transaction(PROGRAM, "refund") as tx:
        with pytest.raises(ReasonNeeded):
            refund_without_receipt(tx, cart, [Tender(CASH)], " ")
        back = refund_without_receipt(tx, cart, [Tender(CASH)], "gift")
    assert (back.total, back.payments[0].amount) == (-1_093, -1_093)
    assert (open_shop.stock("CUP"), open_shop.stock("HAM")) == (2, 250)
    with pytest.raises(AlreadyPaid):
        open_shop.pay(cart)


def test_refunded_at_two_stations_that_had_not_met(two_stations: tuple[Replica, Replica]) -> None:
    one, two = two_stations
    shop = furnish(one)
    shop.open()
    sold = shop.pay(shop.cart(("TEA", 2)))
    exchange(one, two)
    other = Shop(two, shop.offers, shop.places)
    other.open(till="W02")
    take_back(shop, sold, Returned(1, 2))
    take_back(other, sold, Returned(1, 1))
    exchange(one, two)
    exchange(two, one)
    for station in (one, two):
        with station.read() as connection:
            ((head, line, steps),) = over_refunded(connection, 1)
            assert (head.id, line, steps) == (sold.id, 1, 1)


SKUS = ("TEA", "CUP", "HAM", "WRAP")
LINES = st.lists(
    st.tuples(st.sampled_from(SKUS), st.integers(1, 400), st.integers(0, 10_000)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, off=st.integers(0, 10_000), data=st.data())
def test_a_sale_and_its_refunds_are_nothing(
    open_shop: Shop, lines: list[tuple[str, int, int]], off: int, data: st.DataObject
) -> None:
    """In money, in tax, in stock, however the parts come back."""
    before = {sku: open_shop.stock(sku) for sku in SKUS}
    cart = open_shop.cart()
    for sku, steps, percent in lines:
        cart = scan(cart, Scanned(open_shop.offer(sku), steps, own_line=True))
        cart = discount_line(cart, cart.lines[-1].number, Discount(percent=percent))
    cart = discount_order(cart, Discount(percent=off))
    sold = open_shop.pay(cart)
    parts = [sold]
    for line in sold.lines:
        left = line.quantity
        while left:
            steps = data.draw(st.integers(1, left))
            parts.append(take_back(open_shop, sold, Returned(line.line, steps)))
            left -= steps
    assert sum(part.total for part in parts) == 0
    assert sum(part.head.tax for part in parts) == 0
    assert sum(payment.kept for part in parts for payment in part.payments) == 0
    for code in ("A", "B"):
        assert sum(t.base for part in parts for t in part.taxes if t.code == code) == 0
        assert sum(t.tax for part in parts for t in part.taxes if t.code == code) == 0
    assert {sku: open_shop.stock(sku) for sku in SKUS} == before
    with open_shop.replica.read() as connection:
        assert list(broken_identities(connection, 1)) == []
        assert all(line.left == 0 for line in refundable(connection, 1, sold.id).lines)
    for part in parts[1:]:
        assert part.total <= 0
