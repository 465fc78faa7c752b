"""Selling: scans into the cart, what a code does not say, changes, holding, power cuts."""

import pytest
from PySide6.QtCore import Qt

from desktop.offload import Failure
from desktop.scans import Scan
from desktop.screens.sell import SellScreen
from desktop.screens.sell_codes import split_times, steps_of_weight
from desktop.screens.sell_intake import LotDialog
from desktop.tones import Tone
from desktop.widgets import NumberDialog, TextDialog
from domain import barcodes, catalogue, counter, stock
from domain.replica import Replica
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.gui.screens.tills import (
    CUP,
    MILK,
    TEA,
    Counter,
    cart,
    choose,
    devices,
    dialog,
    lines,
    number,
    open_counter,
    total,
    type_in,
    weight,
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


# Scanning.


def test_scans_become_lines_and_the_same_code_adds_up(desk: Desk) -> None:
    desk.scan(TEA)
    desk.scan(CUP)
    desk.scan(TEA)
    assert cart(desk) == [("2 Green tea 100 g", "€9.00"), ("1 Tea cup", "€2.99")]
    assert total(desk) == "€11.99"
    assert desk.screen.item.figure.value() == "€9.00"
    assert desk.context.earcon.played == ["ok", "ok", "ok"]  # type: ignore[attr-defined]


def test_every_barcode_of_a_product_adds_to_its_one_line(desk: Desk) -> None:
    desk.scan(CUP)
    desk.scan("96385074")
    assert cart(desk) == [("2 Tea cup", "€5.98")]


def test_a_burst_of_scans_is_taken_whole_and_in_order(desk: Desk) -> None:
    for _ in range(25):
        desk.screen.on_scan(Scan(TEA))
        desk.screen.on_scan(Scan(CUP))
    desk.settle()
    assert cart(desk) == [("25 Green tea 100 g", "€112.50"), ("25 Tea cup", "€74.75")]
    desk.undo()
    assert cart(desk)[1] == ("24 Tea cup", "€71.76")


def test_an_unknown_code_is_said_as_it_was_scanned_and_changes_nothing(desk: Desk) -> None:
    desk.scan(TEA)
    desk.scan("4012345000009")
    assert desk.tone is Tone.ERROR
    assert desk.said[-1].startswith("No product has the code 4012345000009")
    assert cart(desk) == [("1 Green tea 100 g", "€4.50")]
    desk.scan(CUP)
    assert desk.said == []  # a success answers the error


def test_a_code_of_two_products_asks_which(desk: Desk) -> None:
    desk.scan("SHARED1")
    choose(desk, "2")
    assert cart(desk) == [("1 Gift wrapping", "€1.50")]


def test_goods_without_a_price_are_not_sold(desk: Desk) -> None:
    type_in(desk, "GIFT")
    assert desk.said == ["Sample has no price today. Ask a supervisor to set one."]


def test_undo_goes_back_scan_by_scan(desk: Desk, till: Counter) -> None:
    for code in (TEA, CUP, CUP):
        desk.scan(code)
    desk.undo()
    assert cart(desk) == [("1 Green tea 100 g", "€4.50"), ("1 Tea cup", "€2.99")]
    desk.undo()
    desk.undo()
    assert lines(desk) == ()
    assert till.draft() is None
    assert desk.screen.undo_action() is None


# How many.


def test_a_number_typed_before_the_scan_counts_it_so_often(desk: Desk) -> None:
    type_in(desk, "3", enter=False)
    desk.scan(TEA)
    assert cart(desk) == [("3 Green tea 100 g", "€13.50")]
    assert desk.screen.field.text() == ""


def test_three_times_typed_with_a_star(desk: Desk) -> None:
    type_in(desk, "3*")
    assert desk.screen.field.placeholderText() == "3 times the next scan"
    desk.scan(TEA)
    type_in(desk, f"12*{CUP}")
    assert cart(desk) == [("3 Green tea 100 g", "€13.50"), ("12 Tea cup", "€35.88")]
    assert (split_times("3*"), split_times("TEA-3")) == ((3, ""), (0, "TEA-3"))


def test_quantity_by_key_and_by_number_typed_before(desk: Desk) -> None:
    desk.scan(TEA)
    desk.act("quantity")
    number(desk, "4")
    assert cart(desk) == [("4 Green tea 100 g", "€18.00")]
    type_in(desk, "6", enter=False)
    desk.act("quantity")
    assert cart(desk) == [("6 Green tea 100 g", "€27.00")]
    desk.undo()
    assert cart(desk) == [("4 Green tea 100 g", "€18.00")]


def test_a_code_scanned_as_a_quantity_is_refused(desk: Desk) -> None:
    desk.scan(TEA)
    desk.screen.acts.set_quantity(1, 4_006_381)
    desk.settle()
    assert desk.said[-1].endswith("Was a code scanned as a quantity?")
    assert cart(desk) == [("1 Green tea 100 g", "€4.50")]


def test_a_price_break_holds_for_the_whole_line(desk: Desk, till: Counter) -> None:
    tea = till.shop.offer("TEA").product.id
    with till.replica.transaction(PROGRAM, "break") as tx:
        retail = catalogue.price_lists(tx.connection)["SHELF"]
        catalogue.set_prices(tx, retail, [catalogue.NewPrice(tea, 40_000, min_quantity=10)])
    type_in(desk, f"9*{TEA}")
    assert cart(desk) == [("9 Green tea 100 g", "€40.50")]
    desk.scan(TEA)
    assert cart(desk) == [("10 Green tea 100 g", "€40.00")]


# Weight, serial numbers, lots.


def test_weighed_goods_come_from_the_scale(desk: Desk) -> None:
    devices(desk).scale = weight("0.250")
    type_in(desk, "HAM")
    assert cart(desk) == [("0.250 Cooked ham", "€4.95")]


def test_where_no_scale_answers_the_weight_is_typed(desk: Desk) -> None:
    devices(desk).scale = Failure("The scale did not come to rest.", "devices.unstable", OSError())
    type_in(desk, "HAM")
    assert dialog(desk, NumberDialog).text.text() == "The scale did not come to rest."
    number(desk, "0.5")
    assert cart(desk) == [("0.500 Cooked ham", "€9.90")]
    devices(desk).scale = weight("0")
    type_in(desk, "HAM")
    dialog(desk, NumberDialog).reject()
    desk.settle()
    assert len(lines(desk)) == 1
    desk.scan(TEA)
    assert len(lines(desk)) == 2  # giving one up does not stop the next


def test_a_weight_of_any_scale_is_exact(till: Counter) -> None:
    ham = till.shop.offer("HAM").product
    assert steps_of_weight(ham, weight("1.25").value, "kg") == 1250  # type: ignore[arg-type]
    assert steps_of_weight(ham, weight("1").value, "lb") == 454  # type: ignore[arg-type]
    tea = till.shop.offer("TEA").product
    assert steps_of_weight(tea, weight("1").value, "kg") is None  # type: ignore[arg-type]


def test_a_label_with_a_price_inside_rules(desk: Desk, till: Counter) -> None:
    payload = "221234500625"
    code = f"{payload}{barcodes.check_digit(payload)}"
    reading = barcodes.read(code, templates=barcodes.rules_for("DE"))
    assert (reading.kind, reading.gtin14 is not None) == ("weighed", True)
    with till.replica.transaction(PROGRAM, "code") as tx:
        catalogue.add_barcode(tx, till.shop.offer("HAM").product.id, reading.gtin14 or "")
    desk.scan(code)
    assert [figure for _, figure in cart(desk)] == ["€6.25"]
    desk.act("quantity")
    number(desk, "2")
    assert desk.said[-1].startswith("The label of Cooked ham says how much it is")


def test_a_serial_number_is_asked_for_and_never_the_products_own_code(desk: Desk) -> None:
    type_in(desk, "PHONE")
    asked = dialog(desk, TextDialog)
    asked.on_scan(Scan(TEA))
    assert asked.isVisible()
    asked.on_scan(Scan("SN-0042"))
    desk.settle()
    assert lines(desk)[0].detail == "1 × €199.00 · no. SN-0042"
    type_in(desk, "PHONE")
    dialog(desk, TextDialog).on_scan(Scan("SN-0042"))
    desk.settle()
    assert desk.said[-1] == "Serial number SN-0042 of Telephone is in the cart already."


def test_of_several_lots_the_first_to_expire_is_offered(desk: Desk, till: Counter) -> None:
    till.shop.receive("MILK", 5, "LATE", "2099-12-01")
    till.shop.receive("MILK", 5, "SOON", "2099-06-01")
    desk.scan(MILK)
    asked = dialog(desk, LotDialog)
    assert titles(asked.list) == ["SOON", "LATE"]
    asked.on_scan(Scan(CUP))  # the next goods: the first lot it is
    desk.settle()
    assert [each.detail for each in lines(desk)] == ["1 × €1.19 · Lot SOON", "1 × €2.99"]
    desk.scan(MILK)
    assert cart(desk)[0] == ("2 Milk 1 l", "€2.38")  # the same lot, without asking again


def test_another_lot_is_chosen_by_its_code(desk: Desk, till: Counter) -> None:
    till.shop.receive("MILK", 5, "LATE", "2099-12-01")
    till.shop.receive("MILK", 5, "SOON", "2099-06-01")
    desk.scan(MILK)
    dialog(desk, LotDialog).on_scan(Scan("LATE"))
    desk.settle()
    assert lines(desk)[0].detail == "1 × €1.19 · Lot LATE"


@pytest.mark.parametrize(
    ("expires", "status", "words"),
    [
        ("2020-01-31", None, "was good until 2020-01-31. Put it aside."),
        ("2099-01-31", stock.RECALLED, "has been recalled. Do not sell it; put it aside."),
    ],
)
def test_a_lot_that_may_not_be_sold(
    desk: Desk, till: Counter, expires: str, status: str | None, words: str
) -> None:
    till.shop.receive("MILK", 5, "L1", expires)
    if status is not None:
        with till.replica.transaction(PROGRAM, "recall") as tx:
            stock.set_lot_status(
                tx, till.shop.offer("MILK").product.id, "L1", status, "letter of the maker"
            )
    desk.scan(f"01{int(MILK):014d}10L1")
    assert desk.tone is Tone.ERROR
    assert desk.said[-1].endswith(words)
    assert lines(desk) == ()


# Coming back.


def test_the_cart_survives_a_power_cut(desk: Desk, till: Counter) -> None:
    desk.scan(TEA)
    desk.scan(CUP)
    again = till.screen(SellScreen)
    again.enter()
    assert cart(again) == cart(desk)
    assert again.screen.cart == desk.screen.cart


def test_a_cart_that_was_paid_is_not_shown_again(desk: Desk, till: Counter) -> None:
    desk.scan(TEA)
    desk.act("confirm")
    ((where, params),) = desk.went
    assert where == "pay"
    with till.replica.transaction(till.people["lin"], "sell") as tx:
        counter.pay(tx, params["cart"], [counter.Tender("card")])  # type: ignore[arg-type]
    desk.screen.enter({"scan": Scan(CUP)})
    desk.screen.on_scan(Scan(TEA))  # before anybody knows that the cart was paid
    desk.settle()
    assert cart(desk) == [("1 Tea cup", "€2.99"), ("1 Green tea 100 g", "€4.50")]


def test_without_a_shift_nothing_is_sold(make_screen: MakeScreen, replica: Replica) -> None:
    till = open_counter(make_screen, replica, shift=False)
    desk = till.screen(SellScreen)
    desk.enter()
    assert desk.screen.closed.isVisible()
    desk.scan(TEA)
    assert desk.said == ["No shift is open at till W01. Open one first; the cart is kept."]
    assert not desk.can("confirm")
    desk.screen.closed.acted.emit()
    assert desk.went == [("shift", {})]


def test_best_sellers_are_tapped(desk: Desk, till: Counter) -> None:
    till.sell(("CUP", 1))
    till.sell(("CUP", 1), ("TEA", 1))
    desk.screen._tiles = ("", [])
    desk.enter()
    assert [thing.name for thing in desk.screen.tiles.shown()] == ["Tea cup", "Green tea 100 g"]
    desk.screen.tiles.tapped.emit(till.shop.offer("TEA").product.id)
    desk.settle()
    assert cart(desk) == [("1 Green tea 100 g", "€4.50")]


def test_the_total_can_be_read_from_afar(desk: Desk) -> None:
    desk.scan(TEA)
    font = desk.screen.total.number._value.font()
    assert font.pointSizeF() >= 28


def test_the_arrows_walk_through_the_lines(desk: Desk) -> None:
    desk.scan(TEA)
    desk.scan(CUP)
    desk.qtbot.keyClick(desk.screen.field, Qt.Key.Key_Up)
    assert desk.screen.current_line == 1
    assert desk.screen.item.figure.value() == "€4.50"
    desk.qtbot.keyClick(desk.screen.field, Qt.Key.Key_Down)
    assert desk.screen.current_line == 2
