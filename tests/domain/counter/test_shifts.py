"""Shifts: one open per drawer, a blind close, totals that are stored."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.company import NewCompany, NoCompany, found_company
from domain.counter import (
    BANK_DROP,
    CARD,
    CASH,
    DROP,
    FLOAT_IN,
    PAID_OUT,
    BadCashMovement,
    BadCount,
    CountMismatch,
    NoShift,
    ReasonNeeded,
    Report,
    Returned,
    ShiftClosed,
    ShiftOpen,
    Tender,
    Terms,
    UnknownShift,
    close_shift,
    late_documents,
    look_into,
    move_cash,
    note_drawer_opened,
    open_shift,
    refund,
    sales,
    shift_by_id,
    shifts,
    x_report,
    z_reports,
)
from domain.errors import NotPermitted
from domain.replica import Actor, Approval, Replica, run
from domain.values import CurrencyMixed
from tests.domain.counter.shop import CASHIER, Shop, furnish
from tests.support.replicas import PROGRAM, exchange


def x_of(shop: Shop, shift: bytes) -> Report:
    with shop.replica.read() as connection:
        return x_report(connection, shift_by_id(connection, 1, shift))


def z_of(shop: Shop, shift: bytes) -> Report:
    with shop.replica.read() as connection:
        (report,) = z_reports(connection, shift_by_id(connection, 1, shift))
    return report


def close(shop: Shop, shift: bytes, cash: int, **others: int) -> Report:
    with shop.replica.transaction(PROGRAM, "close shift") as tx:
        return close_shift(tx, shift, {CASH: cash, **others})


def test_a_day_of_two_sales(shop: Shop) -> None:
    """Cash sales of 3,500 and 3,200: expected 6,700, two items, net 6,700."""
    shift = shop.open()
    for minor in (350_000, 320_000):
        shop.pay(shop.plain((minor, 1)))
    report = x_of(shop, shift)
    assert (report.expected_cash, report.amount("net")) == (670_000, 670_000)
    assert (report.amount("items"), report.total("sales").count) == (2, 2)
    assert close(shop, shift, 670_000).difference == 0


def test_nothing_of_a_closed_shift_changes(shop: Shop) -> None:
    shift = shop.open()
    sold = shop.pay(shop.plain((350_000, 1)))
    closed = close(shop, shift, 350_000)
    returned = [Returned(1, 1)]
    with shop.replica.transaction(PROGRAM, "refund") as tx, pytest.raises(NoShift):
        refund(tx, sold.id, returned, [Tender(CASH)], "broken")
    with shop.replica.transaction(PROGRAM, "cash") as tx, pytest.raises(ShiftClosed):
        move_cash(tx, shift, DROP, 100, "safe")
    with shop.replica.transaction(PROGRAM, "close") as tx, pytest.raises(ShiftClosed):
        close_shift(tx, shift, {CASH: 0})
    shop.open(day="2026-11-23")
    with shop.replica.transaction(PROGRAM, "refund") as tx:
        back = refund(tx, sold.id, returned, [Tender(CASH)], "broken")
    assert back.head.business_date == "2026-11-23"
    assert (z_of(shop, shift).totals, z_of(shop, shift).number) == (closed.totals, closed.number)


def test_two_tills_and_a_shift_without_a_sale(shop: Shop) -> None:
    first, second = shop.open(10_000), shop.open(5_000, till="W02")
    shop.pay(shop.plain((250, 1)))
    assert x_of(shop, first).expected_cash == 10_250
    assert x_of(shop, second).expected_cash == 5_000
    assert close(shop, second, 5_000).difference == 0
    with shop.replica.read() as connection:
        assert [each.open for each in shifts(connection, 1)] == [False, True]


def test_a_drawer_has_the_companys_currency_and_no_other(shop: Shop) -> None:
    with shop.replica.transaction(PROGRAM, "company") as tx:
        with pytest.raises(NoCompany):
            open_shift(tx)
        found_company(tx, NewCompany("Teahouse", "EUR"))
    with shop.replica.transaction(PROGRAM, "open") as tx:
        shift = open_shift(tx, 100)
    assert (shift.currency, shift.till) == ("EUR", "W01")
    cart = shop.plain((100, 1))
    with pytest.raises(CurrencyMixed):
        shop.pay(replace(cart, terms=Terms("CHF", tax_included=True)))


def test_a_drawer_has_one_open_shift(shop: Shop) -> None:
    shift = shop.open()
    with pytest.raises(ShiftOpen):
        shop.open()
    close(shop, shift, 0)
    assert shop.open() != shift


def test_the_expected_cash_follows_the_drawer(shop: Shop) -> None:
    shift = shop.open(10_000)
    with shop.replica.transaction(PROGRAM, "cash") as tx:
        move_cash(tx, shift, FLOAT_IN, 2_000, "")
        move_cash(tx, shift, PAID_OUT, 350, "window cleaner")
        move_cash(tx, shift, DROP, 3_000, "safe")
        move_cash(tx, shift, BANK_DROP, 1_000, "bank")
        note_drawer_opened(tx, shift, "change for a customer")
    shop.pay(shop.plain((7_500, 1)), Tender(CASH, 10_000))  # 25.00 change is not cash in
    shop.pay(shop.plain((4_000, 1)), Tender(CARD, 1_500), Tender(CASH))
    report = x_of(shop, shift)
    assert report.expected_cash == 10_000 + 2_000 - 350 - 3_000 - 1_000 + 7_500 + 2_500
    assert (report.amount("tender", CARD), report.total("opened").count) == (1_500, 1)
    closed = close(shop, shift, 17_600, card=1_500)
    assert closed.total("tender", CASH).difference == -50
    assert (closed.difference, closed.number) == (-50, "S001-W01A-26-000003")


def test_the_count_by_denominations(shop: Shop) -> None:
    shift = shop.open(1_234)
    coins = {1000: 1, 200: 1, 20: 1, 10: 1, 2: 2, 50: 0}
    with shop.replica.transaction(PROGRAM, "close") as tx, pytest.raises(CountMismatch):
        close_shift(tx, shift, {CASH: 1_000}, coins)
    with shop.replica.transaction(PROGRAM, "close") as tx:
        assert close_shift(tx, shift, {}, coins).difference == 0
    assert shop.rows("denomination") == 5


def test_counts_and_movements_that_cannot_be(shop: Shop) -> None:
    shift = shop.open()
    with shop.replica.transaction(PROGRAM, "cash") as tx:
        for kind, amount in ((DROP, 0), (DROP, -5), ("gift", 100), (FLOAT_IN, 4_006_381_333_931)):
            with pytest.raises(BadCashMovement):
                move_cash(tx, shift, kind, amount, "x")
        with pytest.raises(ReasonNeeded):
            move_cash(tx, shift, PAID_OUT, 100, "  ")
        for declared in ({CASH: -1}, {"shells": 3}, {CASH: 4_006_381_333_931}):
            with pytest.raises(BadCount):
                close_shift(tx, shift, declared)
        with pytest.raises(BadCount):
            close_shift(tx, shift, {}, {100: -1})
        with pytest.raises(UnknownShift):
            close_shift(tx, b"?" * 16, {})
        with pytest.raises(BadCashMovement):
            open_shift(tx, -1, till="W09", currency="EUR")


def test_a_sale_that_comes_after_the_close_is_seen(two_stations: tuple[Replica, Replica]) -> None:
    """Two stations share a till; one sells while the other, out of touch, closes."""
    one, two = two_stations
    shop = furnish(one)
    shift = shop.open()
    exchange(one, two)
    other = Shop(two, shop.offers)
    shop.pay(shop.plain((500, 1)))
    other.pay(shop.plain((700, 1)))
    closed = close(shop, shift, 500)
    exchange(two, one)
    with one.read() as connection:
        found = shift_by_id(connection, 1, shift)
        assert late_documents(connection, found) == 1
        assert z_reports(connection, found)[0].totals == closed.totals


_tills = itertools.count(1)
MONEY = st.lists(
    st.tuples(st.integers(0, 50_000), st.integers(1, 5), st.integers(0, 100), st.booleans()),
    max_size=6,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    opening=st.integers(400_000, 500_000),
    day=MONEY,
    drops=st.lists(st.integers(1, 9_999), max_size=3),
)
def test_a_shift_is_the_sum_of_its_documents(
    shop: Shop, opening: int, day: list[tuple[int, int, int, bool]], drops: list[int]
) -> None:
    till = f"T{next(_tills)}"
    shift = shop.open(opening, till)
    for minor, pieces, card_share, bring_back in day:
        by_card = minor * pieces * card_share // 100
        tenders = [Tender(CARD, by_card)] if by_card else []
        cart = shop.plain((minor, pieces), till=till)
        if card_share < 100:
            tenders.append(Tender(CASH, minor * pieces - by_card + 500))
        sold = shop.pay(cart, *tenders)
        if bring_back:
            with shop.replica.transaction(PROGRAM, "refund") as tx:
                refund(tx, sold.id, [Returned(1, 1)], [Tender(CASH)], "changed my mind", till=till)
    with shop.replica.transaction(PROGRAM, "drops") as tx:
        for amount in drops:
            move_cash(tx, shift, DROP, amount, "safe")
    report = x_of(shop, shift)
    with shop.replica.read() as connection:
        documents = sales(connection, 1, shift=shift)
        cash = run(
            connection,
            "SELECT coalesce(sum(p.amount - p.change), 0) FROM payment p JOIN sale s"
            " ON s.site = p.site AND s.id = p.sale WHERE s.shift = ? AND p.tender = ?",
            shift,
            CASH,
        ).scalar()
    assert report.amount("sales") + report.amount("refunds") == sum(d.total for d in documents)
    assert report.expected_cash == opening + int(cash) - sum(drops)
    assert report.amount("net") + sum(t.amount for t in report.of_kind("tax")) == sum(
        d.total for d in documents
    )
    assert sum(t.amount for t in report.of_kind("tender")) == opening - sum(drops) + sum(
        d.due for d in documents
    )
    closed = close(shop, shift, report.expected_cash, card=report.amount("tender", CARD))
    assert closed.difference == 0
    assert [t.amount for t in closed.totals] == [t.amount for t in report.totals]


def test_the_day_of_a_sale_is_its_shifts(shop: Shop) -> None:
    shop.open(day="2026-02-28")
    assert shop.pay(shop.plain((100, 1))).head.business_date == "2026-02-28"


def test_a_supervisor_lets_a_cashier_take_cash_out_and_look_into_the_drawer(shop: Shop) -> None:
    shift = shop.open(10_000)

    def approval(right: str, detail: str = "") -> Approval:
        return Approval(b"s" * 16, "Sam", right, shift, "petty cash", detail)

    out = approval("counter.cash_movement", "paid_out 12.00")
    with pytest.raises(NotPermitted), shop.replica.transaction(CASHIER, "cash") as tx:
        move_cash(tx, shift, PAID_OUT, 1_200, "stamps")
    with (
        pytest.raises(NotPermitted),
        shop.replica.transaction(CASHIER, "cash", approval=out) as tx,
    ):
        move_cash(tx, shift, PAID_OUT, 9_900, "stamps")
    with shop.replica.transaction(CASHIER, "cash", approval=out) as tx:
        move_cash(tx, shift, PAID_OUT, 1_200, "stamps")
    look = approval("counter.x_report")
    with shop.replica.transaction(CASHIER, "x report", approval=look) as tx:
        assert look_into(tx, shift_by_id(tx.connection, 1, shift)).expected_cash == 8_800


def test_whoever_may_see_an_x_report_leaves_no_trace_of_it(shop: Shop) -> None:
    shift = shop.open(5_000)
    sam = Actor(b"s" * 16, "Sam", frozenset({"counter.x_report"}))
    with shop.replica.transaction(sam, "x report") as tx:
        assert look_into(tx, shift_by_id(tx.connection, 1, shift)).expected_cash == 5_000
    assert tx.changeset is None
