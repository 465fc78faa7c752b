"""Receiving at the dock: deliveries, scans, lots, limits, undo, closing."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.language import Languages
from desktop.scans import Scan
from desktop.screens.receive import ReceiveScreen
from desktop.screens.receive_parts import CloseSheet, GoodsDialog, last_day
from desktop.screens.receive_scans import Task
from desktop.tones import Tone
from desktop.widgets import (
    ChoiceDialog,
    ConfirmDialog,
    Credential,
    NumberDialog,
    PickDialog,
    PinDialog,
)
from domain import access, catalogue, purchasing, receiving
from domain.replica import Actor, Replica
from domain.values import Factor
from tests.domain.receiving.dock import PROGRAM, Dock, set_up
from tests.gui.screens.support import Driver, MakeScreen, titles

W = TypeVar("W", bound=QWidget)
TEA, CUP, CASE = "4006381333931", "5012345678900", "14006381333938"
MILK = "6901234567892"
GS = "\x1d"
CLERK_RIGHTS = frozenset({"receiving.receive", "stock.move"})


@pytest.fixture
def dock(replica: Replica) -> Dock:
    """Tea with a case of 12, cups, milk by lot, rice by weight, scales by serial number."""
    dock = set_up(replica)
    with replica.transaction(PROGRAM, "codes") as tx:
        catalogue.add_barcode(tx, dock.products["tea"].id, TEA)
        catalogue.add_barcode(tx, dock.products["cup"].id, CUP)
        catalogue.add_barcode(tx, dock.products["milk"].id, MILK)
        catalogue.add_pack(tx, dock.products["tea"].id, "case", "Case of 12", Factor(12), [CASE])
    return dock


@pytest.fixture
def clerk() -> Actor:
    return Actor(b"\x01" * 16, "Cleo", CLERK_RIGHTS)


Desk = Driver[ReceiveScreen]


@pytest.fixture
def desk(make_screen: MakeScreen, dock: Dock, clerk: Actor) -> Desk:
    return make_screen(ReceiveScreen, dock.replica, clerk)


def dialog(desk: Desk, kind: type[W]) -> W:
    desk.settle()
    found = [w for w in desk.screen.window().findChildren(kind) if w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def begin(desk: Desk, order: bytes) -> None:
    desk.enter(order=order)
    desk.settle()


def number(desk: Desk, value: str) -> None:
    """Answer the number dialog."""
    asked = dialog(desk, NumberDialog)
    desk.qtbot.keyClicks(asked.pad, value)
    desk.qtbot.keyClick(asked.pad, Qt.Key.Key_Return)
    desk.settle()


def choose(desk: Desk, digit: str) -> None:
    """Answer the choice dialog by its digit."""
    desk.qtbot.keyClicks(dialog(desk, ChoiceDialog), digit)
    desk.settle()


def line(desk: Desk, title: str) -> tuple[str, str, Tone]:
    """Figure, status and tone of a line."""
    found = next(each for each in desk.screen.board.lines.lines() if each.title == title)
    return found.figure, found.status, found.tone


def test_a_delivery_is_chosen_from_the_list_and_scanned_in(desk: Desk, dock: Dock) -> None:
    order = dock.order(("tea", 13), ("cup", 2))
    desk.enter()
    assert titles(desk.screen.chooser.list) == ["Acme"]
    desk.act("confirm")
    assert line(desk, "Green tea") == ("0 / 13", "Expected", Tone.NEUTRAL)
    desk.scan(TEA)
    assert desk.said[-1] == "1 \u00d7 Green tea received, 12 to come"
    assert line(desk, "Green tea") == ("1 / 13", "12 short", Tone.INFO)
    desk.scan(CASE)
    assert desk.said[-1] == "12 \u00d7 Green tea: complete"
    assert line(desk, "Green tea") == ("13 / 13", "Complete", Tone.SUCCESS)
    assert desk.screen.board.card.figure.value() == "13"
    desk.scan(CUP)
    desk.scan(CUP)
    desk.act("confirm")
    sheet = dialog(desk, CloseSheet)
    assert sheet.text.text() == "Everything came as ordered"
    desk.qtbot.keyClick(sheet, Qt.Key.Key_F12)
    desk.settle()
    assert "finished, as ordered" in desk.said[-1]
    assert dock.status(order) == purchasing.RECEIVED
    assert dock.on_hand("tea") == 13
    assert desk.screen.pages.currentIndex() == 0


def test_nothing_expected_says_what_to_do(desk: Desk) -> None:
    desk.enter()
    assert desk.screen.chooser.nothing.isVisibleTo(desk.screen)
    assert not desk.can("confirm")


def test_a_number_an_item_or_a_supplier_find_the_delivery(desk: Desk, dock: Dock) -> None:
    order = dock.order(("tea", 5))
    with dock.replica.read() as connection:
        written = purchasing.order(connection, 1, order).number
    desk.enter()
    desk.scan(written)
    assert desk.screen.intake is not None
    assert desk.screen.board.number.text() == written
    desk.act("back")
    desk.scan(TEA)
    assert line(desk, "Green tea")[0] == "1 / 5", "the item was received at once"
    desk.act("back")
    assert desk.screen.chooser.list.lines()[0].status == "Begun"
    field = desk.screen.chooser.field
    desk.qtbot.keyClicks(field, "acm")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert desk.screen.intake is not None
    assert desk.said[-1] == "Receiving goes on where it was left"


def test_an_item_of_two_orders_leaves_the_choice(
    desk: Desk, dock: Dock, languages: Languages
) -> None:
    dock.order(("tea", 5))
    dock.order(("tea", 6))
    dock.order(("cup", 6))
    desk.enter()
    desk.scan(TEA)
    assert len(desk.screen.chooser.list.lines()) == 2
    assert desk.said[-1] == "2 deliveries expect Green tea: choose one"
    desk.scan(MILK)
    assert desk.said[-1] == "Milk is on no order that is expected"
    desk.scan("S001-W01A-26-999999")
    assert desk.tone is Tone.ERROR


def test_the_quantity_key_corrects_the_last_scan(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 40)))
    assert not desk.can("quantity")
    desk.scan(TEA)
    desk.act("quantity")
    number(desk, "24")
    assert line(desk, "Green tea")[0] == "24 / 40"
    assert dock.on_hand("tea") == 24
    desk.undo()
    assert dock.on_hand("tea") == 0
    assert desk.said[-1] == "24 \u00d7 Green tea taken back"
    assert not desk.can("quantity")


def test_undo_goes_back_scan_by_scan_until_closed(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 5), ("cup", 5)))
    desk.scan(TEA)
    desk.scan(CUP)
    desk.undo()
    assert (dock.on_hand("tea"), dock.on_hand("cup")) == (1, 0)
    desk.undo()
    assert dock.on_hand("tea") == 0
    assert desk.screen.undo_action() is None


def test_damaged_goods_are_counted_and_not_stocked(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 24)))
    desk.scan(CASE)
    desk.act("exception")
    choose(desk, "1")
    number(desk, "2")
    assert line(desk, "Green tea") == ("12 / 24", "12 short \u00b7 2 damaged", Tone.ERROR)
    assert dock.on_hand("tea") == 10
    assert desk.tone is Tone.WARNING
    desk.act("confirm")
    shown = dialog(desk, CloseSheet)
    assert shown.text.text() == "0 of 1 lines came as ordered"
    shown.reject()


def test_more_than_tolerated_asks_a_supervisor_and_goes_on(desk: Desk, dock: Dock) -> None:
    with dock.replica.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        access.create_user(tx, "Sam", "sam", roles=[roles["supervisor"].id], pin="739205")
    begin(desk, dock.order(("cup", 1)))
    desk.scan(CUP)
    desk.scan(CUP)
    assert dock.on_hand("cup") == 1, "nothing is taken before somebody said yes"
    asked = dialog(desk, PinDialog)
    assert asked.text.text() == "Cup: receive 2 in all, 1 ordered"
    preset = [box.currentData() for box in asked.findChildren(QComboBox)]
    assert preset == ["sam", "more_delivered"], "a reason of the dock, not of the till"
    asked.given.emit(Credential("111111", "", "other", "sam"))
    desk.settle()
    assert asked.isVisible()
    asked.given.emit(Credential("739205", "", "other", "sam"))
    desk.settle()
    assert dock.on_hand("cup") == 2
    assert line(desk, "Cup") == ("2 / 1", "1 over", Tone.WARNING)
    assert desk.said[-1] == "1 \u00d7 Cup: now 1 more than ordered"


def test_lot_and_last_day_come_out_of_the_code(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("milk", 5)))
    desk.scan(f"01{MILK.zfill(14)}17300331" + "10A17" + GS + "3005")
    shown = desk.screen.board.lines.lines()[0]
    assert shown.figure == "5 / 5"
    assert shown.detail == "MILK \u00b7 Lot A17, best before 31 Mar 2030"


def test_a_missing_lot_is_asked_for_and_offered_again(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("milk", 5)))
    desk.scan(MILK)
    asked = dialog(desk, GoodsDialog)
    desk.qtbot.keyClick(asked.lot.edit, Qt.Key.Key_Return)
    assert asked.isVisible(), "a lot is needed"
    asked.lot.set_value("A17")
    asked.expires.set_value("31.2.2030")
    desk.qtbot.keyClick(asked.lot.edit, Qt.Key.Key_Return)
    assert asked.isVisible(), "the 31st of February is no day"
    asked.expires.set_value("300331")
    desk.qtbot.keyClick(asked.lot.edit, Qt.Key.Key_Return)
    desk.settle()
    assert dock.on_hand("milk") == 1
    desk.scan(MILK)
    again = dialog(desk, GoodsDialog)
    assert (again.lot.value(), again.expires.value()) == ("A17", "2030-03-31")
    desk.qtbot.keyClick(again.lot.edit, Qt.Key.Key_Return)
    desk.settle()
    assert dock.on_hand("milk") == 2


def test_an_expired_lot_is_refused_and_can_be_rejected(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("milk", 5)))
    desk.scan(f"01{MILK.zfill(14)}17200331" + "10OLD")
    assert desk.said[-1] == "Lot OLD of Milk was good until 2020-03-31. Put it aside."
    assert desk.tone is Tone.ERROR
    assert dock.on_hand("milk") == 0
    desk.act("exception")
    choose(desk, "3")
    assert line(desk, "Milk") == ("1 / 5", "4 short \u00b7 1 expired", Tone.ERROR)
    assert dock.on_hand("milk") == 0


def test_a_serial_number_is_scanned_for_each_piece(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("scale", 2)))
    desk.scan("SCALE")
    asked = dialog(desk, GoodsDialog)
    asked.on_scan(Scan("SN-1"))
    desk.settle()
    assert dock.on_hand("scale") == 1
    assert not desk.can("quantity"), "a serial number is one piece"
    desk.scan("SCALE")
    dialog(desk, GoodsDialog).on_scan(Scan("SN-1"))
    desk.settle()
    assert desk.said[-1] == "Serial number SN-1 of Scale is in stock already."


def test_an_item_of_another_order_is_confirmed_by_scanning_it_again(
    desk: Desk, dock: Dock, make_screen: MakeScreen
) -> None:
    order = dock.order(("tea", 5))
    boss = Actor(b"\x03" * 16, "Bo", CLERK_RIGHTS | {"receiving.blind"})
    desk = make_screen(ReceiveScreen, dock.replica, boss)
    begin(desk, order)
    desk.scan(CUP)
    assert desk.tone is Tone.WARNING
    dialog(desk, ConfirmDialog).on_scan(Scan(CUP))
    desk.settle()
    assert line(desk, "Cup") == ("1", "Not ordered", Tone.WARNING)


def test_an_unordered_item_needs_a_supervisor(desk: Desk, dock: Dock) -> None:
    with dock.replica.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        access.create_user(tx, "Sam", "sam", roles=[roles["supervisor"].id], pin="739205")
    begin(desk, dock.order(("tea", 5)))
    desk.scan(CUP)
    asked = dialog(desk, ConfirmDialog)
    desk.qtbot.keyClick(asked, Qt.Key.Key_Return)
    desk.settle()
    dialog(desk, PinDialog).given.emit(Credential("739205", "", "other", "sam"))
    desk.settle()
    assert dock.on_hand("cup") == 1


def test_an_unknown_code_lets_the_item_be_found_by_name(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 5)))
    desk.scan("NOBODY-KNOWS")
    assert desk.tone is Tone.ERROR
    asked = dialog(desk, PickDialog)
    assert [each.title for each in asked.list.lines()] == ["Green tea"]
    desk.qtbot.keyClicks(asked.field, "cu")
    desk.settle()
    assert [each.title for each in asked.list.lines()] == ["Cup"]
    asked.field.clear()
    desk.qtbot.keyClicks(asked.field, "tea")
    desk.settle()
    desk.qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    desk.settle()
    assert line(desk, "Green tea")[0] == "1 / 5"


def test_a_scan_answers_the_find_dialog(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 5)))
    desk.act("find")
    dialog(desk, PickDialog).on_scan(Scan(TEA))
    desk.settle()
    assert dock.on_hand("tea") == 1


def test_a_code_of_two_products_is_never_guessed(desk: Desk, dock: Dock) -> None:
    with dock.replica.transaction(PROGRAM, "same code") as tx:
        for name in ("cup", "rice"):
            catalogue.add_barcode(tx, dock.products[name].id, "SAME")
    begin(desk, dock.order(("tea", 5), ("cup", 5), ("rice", 5000)))
    desk.scan("SAME")
    assert desk.said[-1] == "2 products have the code SAME. Choose one of them."
    choose(desk, "1")
    assert dock.on_hand("cup") == 1
    begin(desk, dock.order(("cup", 5)))
    desk.scan("SAME")
    assert dock.on_hand("cup") == 2, "only one of them is on this order"


def test_a_wrong_check_digit_is_text_and_a_torn_code_is_refused(desk: Desk, dock: Dock) -> None:
    begin(desk, dock.order(("tea", 5)))
    outcome = desk.screen.on_scan(Scan("4006381333930", aim="]E0"))
    assert outcome is not None
    assert "check digit" in outcome.text
    assert outcome.tone is Tone.ERROR
    assert dock.on_hand("tea") == 0


def test_loose_goods_ask_how_much(make_screen: MakeScreen, dock: Dock, clerk: Actor) -> None:
    with dock.replica.transaction(PROGRAM, "loose") as tx:
        catalogue.edit_product(tx, dock.products["rice"].id, weighed=1)
    desk = make_screen(ReceiveScreen, dock.replica, clerk)
    begin(desk, dock.order(("rice", 5000)))
    desk.scan("RICE")
    asked = dialog(desk, NumberDialog)
    for key in "1.5":
        desk.qtbot.keyClicks(asked.pad, key)
    desk.qtbot.keyClick(asked.pad, Qt.Key.Key_Return)
    desk.settle()
    assert dock.on_hand("rice") == 1500
    assert line(desk, "Rice")[0] == "1.500 / 5.000 kg"
    assert desk.said[-1] == "1.500 kg Rice received, 3.500 kg to come"


def test_labels_are_asked_for_and_printed(desk: Desk, dock: Dock, languages: Languages) -> None:
    printed: list[tuple[str, str]] = []
    desk.context.devices.print_text = lambda kind, text: printed.append((kind, text))  # type: ignore[method-assign]
    begin(desk, dock.order(("tea", 24)))
    desk.scan(CASE)
    desk.act("print")
    number(desk, "2")
    assert printed == [("label", "Green tea\nTEA\fGreen tea\nTEA")]
    assert desk.said[-1] == "2 labels for Green tea"
    with dock.replica.read() as connection:
        assert receiving.labels_waiting(connection, 1) == []


def test_without_an_order(make_screen: MakeScreen, dock: Dock, languages: Languages) -> None:
    boss = Actor(b"\x03" * 16, "Bo", CLERK_RIGHTS | {"receiving.blind"})
    desk = make_screen(ReceiveScreen, dock.replica, boss)
    desk.enter()
    desk.act("receive.blind")
    asked = dialog(desk, PickDialog)
    desk.qtbot.keyClick(asked.field, Qt.Key.Key_Down)
    desk.qtbot.keyClick(asked.field, Qt.Key.Key_Up)
    desk.qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    desk.settle()
    desk.scan(CUP)
    assert line(desk, "Cup") == ("1", "Received", Tone.SUCCESS)
    desk.act("confirm")
    sheet = dialog(desk, CloseSheet)
    assert sheet.text.text() == "1 scan, without an order"
    desk.qtbot.keyClick(sheet, Qt.Key.Key_Return)
    desk.settle()
    assert "finished" in desk.said[-1]
    assert dock.on_hand("cup") == 1


def test_a_power_cut_comes_back_to_the_same_delivery(
    desk: Desk, dock: Dock, make_screen: MakeScreen, clerk: Actor
) -> None:
    begin(desk, dock.order(("tea", 5)))
    desk.scan(TEA)
    state = desk.screen.save_state()
    again = make_screen(ReceiveScreen, dock.replica, clerk)
    again.enter()
    again.screen.restore_state(state)
    again.settle()
    assert line(again, "Green tea")[0] == "1 / 5"
    again.undo()
    assert dock.on_hand("tea") == 0


def test_quick_scans_share_one_receipt(desk: Desk, dock: Dock) -> None:
    order = dock.order(("tea", 5))
    begin(desk, order)
    for _ in range(3):
        desk.screen.on_scan(Scan(TEA))
    desk.settle()
    with dock.replica.read() as connection:
        assert len(receiving.receipts_of(connection, 1, order)) == 1
    assert line(desk, "Green tea")[0] == "3 / 5"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-03-31", "2027-03-31"),
        ("31.3.2027", "2027-03-31"),
        ("20270331", "2027-03-31"),
        ("270331", "2027-03-31"),
        ("270230", None),
        ("3/31/27", None),
        ("soon", None),
        ("", None),
    ],
)
def test_last_days_as_people_type_them(typed: str, day: str | None) -> None:
    assert last_day(typed) == day


def test_a_delivery_line_is_a_task(desk: Desk, dock: Dock) -> None:
    order = dock.order(("tea", 5))
    desk.enter()
    assert desk.screen.chooser.current() == Task(order)
