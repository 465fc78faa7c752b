"""Walking a pick list by scan: right and wrong, short, skipped, taken back, shipped."""

from typing import Any

import pytest

from desktop.scans import Scan
from desktop.screens.orders_words import number_of
from desktop.screens.pick import CHOOSE, DONE, WALK, PickScreen
from desktop.screens.ship_sheet import ShipSheet
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, ConfirmDialog, NumberDialog, Sheet
from domain import catalogue, orders, picking, shipping, stock
from domain.barcodes import COMMAND_PREFIX
from domain.catalogue import NewProduct
from domain.replica import Actor, Replica
from tests.gui.screens.depot import MUG, TEA, build_depot, person
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, allocate, release

Desk = Driver[PickScreen]


@pytest.fixture
def depot(replica: Replica) -> Warehouse:
    """10 mugs in A1, 4 in A3, 5 of tea's lot L1 in A2."""
    house = build_depot(replica)
    house.receive("MUG", 10, "A1", arrived="2026-01-01")
    house.receive("MUG", 4, "A3", arrived="2026-02-01")
    house.receive("TEA", 5, "A2", "L1", "2099-01-01")
    return house


@pytest.fixture
def tom(depot: Warehouse) -> Actor:
    return person(depot.replica, "clerk", "Tom")


@pytest.fixture
def desk(make_screen: MakeScreen, depot: Warehouse, tom: Actor) -> Desk:
    return make_screen(PickScreen, depot.replica, tom)


def walk(desk: Desk, depot: Warehouse, *wanted: tuple[str, int]) -> bytes:
    """Begin the list of one order; give the order."""
    made = depot.order(*wanted, ship_to="Ada")
    desk.enter(list=release(depot, made))
    desk.settle()
    assert desk.screen.pages.currentIndex() == WALK
    return made


def scan(desk: Desk, *codes: str) -> None:
    for code in codes:
        desk.scan(code)
        desk.settle()
        desk.settle()


def shown(desk: Desk, kind: type[Sheet]) -> Any:
    desk.settle()
    found = [d for d in desk.screen.window().findChildren(kind) if d.isVisible()]
    assert found, desk.said
    return found[-1]


def choose(desk: Desk, value: object) -> None:
    dialog = shown(desk, ChoiceDialog)
    assert value in dialog._values
    dialog._choose(value)
    desk.settle()
    desk.settle()


def big(desk: Desk) -> str:
    """What stands there in the largest type."""
    return desk.screen.walk.card.figure.value()


# Choosing.


def test_lists_say_who_has_them(desk: Desk, depot: Warehouse, tom: Actor) -> None:
    first, second = depot.order(("MUG", 1), ship_to="Ada"), depot.order(("TEA", 2), ship_to="Ben")
    one, two = release(depot, first), release(depot, second)
    third = depot.order(("MUG", 2))
    allocate(depot, third)
    with depot.replica.transaction(person(depot.replica, "clerk", "Lin"), "claim") as tx:
        picking.claim_list(tx, one)
    with depot.replica.transaction(tom, "claim") as tx:
        picking.claim_list(tx, two)
    desk.enter()
    rows = [(n.title, n.status) for n in desk.screen.choose.list.lines()]
    assert rows == [
        ("Ben", "Yours"),
        ("Ada", "Lin is picking it"),
        (rows[2][0], "Not on a list yet"),
    ]


def test_a_list_of_somebody_else_is_taken_over_only_on_purpose(
    desk: Desk, depot: Warehouse
) -> None:
    one = release(depot, depot.order(("MUG", 1)))
    with depot.replica.transaction(person(depot.replica, "clerk", "Lin"), "claim") as tx:
        picking.claim_list(tx, one)
    desk.enter()
    desk.act("confirm")
    assert "Lin has been picking this list" in desk.said[-1]
    shown(desk, ConfirmDialog).reject()
    assert desk.screen.pages.currentIndex() == CHOOSE
    desk.act("confirm")
    shown(desk, ConfirmDialog)._confirm()
    desk.settle()
    desk.settle()
    assert desk.screen.pages.currentIndex() == WALK


def test_an_order_is_scanned_to_find_its_list(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("MUG", 1), channel="web", reference="W-5")
    release(depot, made)
    desk.enter()
    scan(desk, "W-6")
    assert desk.tone is Tone.ERROR
    scan(desk, number_of(depot.read(made).head))
    assert big(desk) == "A1"
    desk.act("back")
    desk.settle()
    scan(desk, "W-5")
    assert desk.screen.pages.currentIndex() == WALK


def test_ready_orders_become_one_list(desk: Desk, depot: Warehouse) -> None:
    allocate(depot, depot.order(("MUG", 1)), depot.order(("TEA", 2)))
    desk.enter()
    desk.act("confirm")
    choose(desk, 2)
    assert titles(desk.screen.walk.list) == ["A1", "A2"]


def test_nothing_to_pick(desk: Desk) -> None:
    desk.enter()
    assert desk.screen.choose.nothing.isVisible()
    assert not desk.can("confirm")


# Walking.


def test_place_item_and_count_by_scans_alone(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 2), ("TEA", 1))
    assert big(desk) == "A1"
    scan(desk, "A1")
    assert big(desk) == "2"
    scan(desk, MUG)
    assert big(desk) == "1 / 2"
    scan(desk, MUG)
    assert desk.said[-1] == "2 × Mug picked"
    assert big(desk) == "A2"
    scan(desk, "A2", TEA)
    assert desk.screen.walk.field.placeholderText() == "Scan lot L1"
    scan(desk, "L1")
    assert desk.screen.pages.currentIndex() == DONE
    assert [depot.line(made, n).picked for n in (1, 2)] == [2, 1]


def test_f12_takes_all_after_one_scan_and_the_count_after_more(
    desk: Desk, depot: Warehouse
) -> None:
    made = walk(desk, depot, ("MUG", 6))
    scan(desk, "A1", MUG)
    desk.act("confirm")
    desk.settle()
    assert depot.line(made).picked == 6
    again = walk(desk, depot, ("MUG", 6))
    scan(desk, "A1", MUG, MUG, MUG)
    desk.act("confirm")
    desk.settle()
    assert depot.line(again).picked == 3
    assert desk.screen.pages.currentIndex() == WALK


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        (["A3"], "This is A3. Go to A2."),
        ([TEA], "Scan the location first: A2."),
        (["A2", MUG], "This is Mug. Take Green tea."),
        (["A2", "4006381333932"], "There is no product"),
        (["A2", TEA, "L9"], "This is lot L9. Take lot L1 of Green tea."),
        (["A2", TEA, TEA], "Scan the lot of Green tea too: L1."),
    ],
)
def test_a_wrong_scan_is_said_and_changes_nothing(
    desk: Desk, depot: Warehouse, codes: list[str], sentence: str
) -> None:
    made = walk(desk, depot, ("TEA", 2))
    scan(desk, *codes)
    if "no product" in sentence:
        assert desk.tone is Tone.ERROR
    else:
        assert desk.said[-1] == sentence
    assert desk.tone is Tone.ERROR
    assert depot.line(made).picked == 0
    wants = {1: "place", 2: "item", 3: "lot"}[len(codes)]
    assert desk.screen.step is not None
    assert desk.screen.step.wants == wants


def test_an_expired_lot_is_not_picked(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("TEA", 2))
    scan(desk, "A2", "]C1010400638133393117200101" + "10L1")
    assert "L1" in desk.said[-1]
    assert desk.tone is Tone.ERROR
    with depot.replica.transaction(PROGRAM, "recall") as tx:
        stock.set_lot_status(tx, depot.items["TEA"], "L1", stock.RECALLED, "glass")
    scan(desk, TEA, "L1")
    assert desk.tone is Tone.ERROR
    assert depot.line(made).picked == 0


def test_another_lot_of_the_bin_is_taken_by_rescan(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("TEA", 2))
    depot.receive("TEA", 9, "A2", "L2", "2099-06-01")
    scan(desk, "A2", TEA, "L2")
    dialog = shown(desk, ConfirmDialog)
    dialog.on_scan(Scan("L2"))
    desk.settle()
    desk.settle()
    desk.act("confirm")
    desk.settle()
    assert depot.line(made).picked == 2
    assert depot.balance("TEA", "PACKING", "L2").on_hand == 2


def test_the_other_lot_is_chosen_from_a_list(desk: Desk, depot: Warehouse) -> None:
    walk(desk, depot, ("TEA", 2))
    desk.act("exception")
    choose(desk, "other_lot")
    assert "No other lot lies free in A2" in desk.said[-1]
    depot.receive("TEA", 9, "A2", "L2", "2099-06-01")
    desk.act("exception")
    choose(desk, "other_lot")
    choose(desk, "L2")
    assert desk.screen.step is not None
    assert desk.screen.step.task.lot == "L2"


def test_short_leads_to_the_next_best_bin(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 4))
    scan(desk, "A1", MUG)
    desk.act("exception")
    choose(desk, picking.MISSING)
    assert desk.said[-1] == "Take it from A3 instead"
    assert desk.tone is Tone.WARNING
    assert big(desk) == "A3"
    assert depot.line(made).picked == 1
    with depot.replica.read() as connection:
        assert len(orders.counts_wanted(connection, 1)) == 1


def test_short_without_other_stock_leaves_a_backorder(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("TEA", 3), ("MUG", 1))
    desk.screen.walk.list.chosen.emit(desk.screen.walk.list.lines()[1].key)
    desk.settle()
    desk.act("exception")
    choose(desk, picking.DAMAGED)
    assert desk.said[-1] == "3 are nowhere else: the order waits"
    assert depot.line(made, 1).backorder == 3
    assert big(desk) == "A1"


def test_a_label_that_cannot_be_read(desk: Desk, depot: Warehouse) -> None:
    walk(desk, depot, ("MUG", 3))
    scan(desk, "A1")
    desk.act("exception")
    choose(desk, "unreadable")
    assert big(desk) == "1 / 3"


def test_skipping_puts_the_task_last(desk: Desk, depot: Warehouse) -> None:
    walk(desk, depot, ("MUG", 1), ("TEA", 1))
    assert big(desk) == "A1"
    desk.act("next")
    desk.settle()
    assert big(desk) == "A2"
    assert titles(desk.screen.walk.list) == ["A2", "A1"]


def test_a_pick_is_taken_back_also_after_a_restart(
    desk: Desk, depot: Warehouse, make_screen: MakeScreen, tom: Actor
) -> None:
    made = walk(desk, depot, ("MUG", 2), ("TEA", 1))
    scan(desk, "A1", MUG, MUG)
    state = desk.screen.save_state()
    again = make_screen(PickScreen, depot.replica, tom)
    again.screen.restore_state(state)
    again.settle()
    assert again.said == ["Picking goes on where it was left"]
    again.undo()
    again.settle()
    assert depot.line(made).picked == 0
    assert again.screen.walk.card.figure.value() == "A1"
    assert again.screen.undo_action() is None


def test_a_power_cut_loses_no_scan(
    desk: Desk, depot: Warehouse, make_screen: MakeScreen, tom: Actor
) -> None:
    walk(desk, depot, ("MUG", 4))
    scan(desk, "A1", MUG, MUG)
    again = make_screen(PickScreen, depot.replica, tom)
    again.screen.restore_state(desk.screen.save_state())
    again.settle()
    assert again.screen.walk.card.figure.value() == "2 / 4"


def test_typed_and_weighed_amounts(desk: Desk, depot: Warehouse) -> None:
    depot.receive("RICE", 5_000, "A3")
    made = walk(desk, depot, ("RICE", 750))
    scan(desk, "A3", "RICE")
    assert big(desk) == "0.750 kg"
    desk.act("quantity")
    shown(desk, NumberDialog)._then(900)
    assert desk.said[-1] == "Only 0.750 kg are to be picked here"
    desk.act("pick.weigh")
    assert desk.said[-1] == "No scale answers. Type the quantity."
    desk.act("quantity")
    shown(desk, NumberDialog)._then(500)
    desk.settle()
    desk.settle()
    assert depot.line(made).picked == 500
    scan(desk, "A3", "RICE")
    desk.act("confirm")
    desk.settle()
    assert depot.line(made).picked == 750


def test_each_piece_with_a_serial_number_is_scanned(desk: Desk, depot: Warehouse) -> None:
    for serial in ("S1", "S2", "S3"):
        depot.receive("LAMP", 1, "A2", serial=serial)
    made = walk(desk, depot, ("LAMP", 2))
    scan(desk, "A2", "LAMP", "S9")
    assert "S9" in desk.said[-1]
    scan(desk, "S1", "S1")
    assert desk.said[-1] == "Serial number S1 has been scanned already."
    scan(desk, "S3")
    with depot.replica.read() as connection:
        lying = picking.packed(connection, 1, made)
    assert {each.serial for each in lying} == {"S1", "S3"}


def test_a_code_of_two_products_asks_which(desk: Desk, depot: Warehouse) -> None:
    with depot.replica.transaction(PROGRAM, "another mug") as tx:
        catalogue.create_product(tx, NewProduct("MUG2", "Other mug", barcodes=[MUG]))
    walk(desk, depot, ("MUG", 3))
    scan(desk, "A1", MUG)
    choose(desk, "MUG2")
    assert desk.said[-1] == "This is Other mug. Take Mug."
    scan(desk, MUG)
    choose(desk, "MUG")
    assert big(desk) == "1 / 3"


def test_what_another_station_picked_meanwhile_is_said(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 2))
    scan(desk, "A1", MUG)
    lin = person(depot.replica, "clerk", "Lin")
    with depot.replica.transaction(lin, "pick") as tx:
        found = picking.open_lists(tx.connection, 1)[0]
        picking.claim_list(tx, found.id, take_over=True)
        picking.pick_task_goods(tx, found.tasks[0].id, 2)
    desk.act("confirm")
    desk.settle()
    assert desk.tone is Tone.ERROR
    assert "Lin" in desk.said[-1]
    assert depot.line(made).picked == 2


# Shipping.


def test_the_picked_order_is_shipped_with_carrier_and_number(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 1))
    scan(desk, "A1", MUG)
    assert desk.screen.pages.currentIndex() == DONE
    desk.act("confirm")
    sheet = shown(desk, ShipSheet)
    sheet.carrier.set_value("DHL")
    sheet.on_scan(Scan("00340434161094042557"))
    sheet.on_scan(Scan(f"{COMMAND_PREFIX}confirm"))
    desk.settle()
    desk.settle()
    with depot.replica.read() as connection:
        (sent,) = shipping.shipments(connection, 1, made)
    assert (sent.carrier, sent.tracking) == ("DHL", "00340434161094042557")
    assert desk.screen.pages.currentIndex() == CHOOSE
    assert desk.said[-1].startswith("Shipped: ")
    assert desk.tone is Tone.SUCCESS
    assert desk.screen.save_state() == {}
    assert desk.screen.undo_action() is None


def test_a_list_stays_until_its_last_order_is_shipped(desk: Desk, depot: Warehouse) -> None:
    both = [depot.order(("MUG", 1), ship_to=name) for name in ("Ada", "Ben")]
    desk.enter(list=release(depot, *both))
    desk.settle()
    scan(desk, "A1", MUG, "A1", MUG)
    assert desk.screen.pages.currentIndex() == DONE
    for left in (DONE, CHOOSE):
        desk.act("confirm")
        shown(desk, ShipSheet).ship()
        desk.settle()
        desk.settle()
        assert desk.screen.pages.currentIndex() == left
    assert [depot.read(each).status for each in both] == [orders.SHIPPED] * 2


def test_a_list_that_was_shipped_meanwhile_is_not_gone_on_with(
    desk: Desk, depot: Warehouse, make_screen: MakeScreen, tom: Actor
) -> None:
    made = walk(desk, depot, ("MUG", 1))
    scan(desk, "A1", MUG)
    state = desk.screen.save_state()
    assert state
    with depot.replica.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
    again = make_screen(PickScreen, depot.replica, tom)
    again.screen.restore_state(state)
    again.settle()
    again.settle()
    assert again.screen.pages.currentIndex() == CHOOSE
    assert again.said == []
    assert again.screen.undo_action() is None
    assert again.screen.save_state() == {}


def test_a_list_whose_order_is_cancelled_is_left_with_a_word(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 1))
    with depot.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, made, "not wanted")
    desk.screen.refresh()
    desk.settle()
    desk.settle()
    assert desk.screen.pages.currentIndex() == CHOOSE
    assert desk.said[-1] == "Nothing is left to pick on this list"


def test_what_was_left_packed_is_shipped_from_the_list(desk: Desk, depot: Warehouse) -> None:
    made = walk(desk, depot, ("MUG", 1))
    scan(desk, "A1", MUG)
    desk.act("back")
    desk.settle()
    (row,) = desk.screen.choose.list.lines()
    assert row.status == "Picked, to be shipped"
    desk.act("confirm")
    shown(desk, ShipSheet).ship()
    desk.settle()
    desk.settle()
    assert depot.read(made).status == orders.SHIPPED


def test_an_order_to_be_shipped_whole_waits_for_the_rest(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("TEA", 2), ("MUG", 1), complete_only=True)
    desk.enter(list=release(depot, made))
    desk.settle()
    scan(desk, "A1", MUG)
    desk.act("exception")
    choose(desk, picking.MISSING)
    assert desk.screen.pages.currentIndex() == DONE
    desk.act("confirm")
    shown(desk, ShipSheet).ship()
    desk.settle()
    assert "is to be shipped whole" in desk.said[-1]
    assert depot.read(made).status != orders.SHIPPED
