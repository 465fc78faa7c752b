"""Orders from the list to the last act: allocating, holding, cancelling, releasing, shipping."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics

from desktop import theme
from desktop.language import Languages
from desktop.screens.orders import ENTRY, LIST, ORDER, OrdersScreen
from desktop.screens.ship_sheet import ShipSheet
from desktop.tones import Tone
from desktop.widgets import (
    ChoiceDialog,
    ConfirmDialog,
    Credential,
    NumberDialog,
    PagedTable,
    PickDialog,
    PinDialog,
    Sheet,
    TextDialog,
)
from desktop.widgets.marks import PILL_SIDES
from desktop.widgets.table import PADDING
from domain import catalogue, customers, orders, picking, shipping
from domain.catalogue import NewProduct
from domain.replica import Actor, Replica
from tests.gui.screens.depot import MUG, TEA, build_depot, person
from tests.gui.screens.support import Driver, MakeScreen, cells, titles
from tests.support.replicas import PROGRAM, exchange
from tests.support.warehouse import Warehouse, allocate, pick_all

Desk = Driver[OrdersScreen]


@pytest.fixture
def depot(replica: Replica) -> Warehouse:
    house = build_depot(replica)
    house.receive("MUG", 10, "A1")
    return house


@pytest.fixture
def boss(depot: Warehouse) -> Actor:
    return person(depot.replica, "supervisor", "Sam", "618203")


@pytest.fixture
def desk(make_screen: MakeScreen, depot: Warehouse, boss: Actor) -> Desk:
    made = make_screen(OrdersScreen, depot.replica, boss)
    made.enter()
    return made


def shown(desk: Desk, kind: type[Sheet]) -> Any:
    """The dialog that is open."""
    desk.settle()
    found = [d for d in desk.screen.window().findChildren(kind) if d.isVisible()]
    assert found, desk.said
    return found[-1]


def choose(desk: Desk, number: int) -> None:
    """Press a digit in the choice that is open."""
    dialog = shown(desk, ChoiceDialog)
    dialog._choose(dialog._values[number - 1])
    desk.settle()


def open_order(desk: Desk, order: bytes) -> None:
    desk.enter(order=order)
    assert desk.screen.pages.currentIndex() == ORDER


def refreshed(desk: Desk) -> None:
    desk.screen.refresh()
    desk.settle()
    desk.settle()


# The list.


def test_the_list_shows_the_newest_first_and_filters(desk: Desk, depot: Warehouse) -> None:
    first = depot.order(("MUG", 2), ordered_at=1_000_000, ship_to="Ada")
    depot.order(("MUG", 3), ordered_at=2_000_000, channel="web", reference="W-1", ship_to="Ben")
    refreshed(desk)
    page = desk.screen.list
    assert [row[1] for row in cells(page.table)] == ["Ben · W-1", "Ada"]
    assert [row[3] for row in cells(page.table)] == ["€3.00", "€2.00"]
    page.channel.set_value("web")
    page.channel.changed.emit()
    desk.settle()
    desk.settle()
    assert [row[1] for row in cells(page.table)] == ["Ben · W-1"]
    desk.act("clear")
    desk.settle()
    with depot.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, first, "no")
    refreshed(desk)
    page.status.set_value(orders.CANCELLED)
    page.status.changed.emit()
    desk.settle()
    desk.settle()
    assert [row[-1] for row in cells(page.table)] == ["Cancelled"]


def test_an_order_is_found_by_reference_number_or_customer(desk: Desk, depot: Warehouse) -> None:
    with depot.replica.transaction(PROGRAM, "customer") as tx:
        grace = customers.create_customer(tx, "Grace Hopper")
    made = depot.order(("MUG", 2), channel="web", reference="W-77", customer=grace.id)
    depot.order(("MUG", 1))
    refreshed(desk)
    desk.scan("W-77")
    desk.settle()
    assert desk.screen.order.identifier == made
    desk.act("back")
    desk.settle()
    desk.screen.list.look_for("grace")
    desk.settle()
    desk.settle()
    assert [row[1] for row in cells(desk.screen.list.table)] == ["Grace Hopper · W-77"]
    desk.screen.list.people.click()
    desk.settle()
    desk.settle()
    assert len(cells(desk.screen.list.table)) == 2
    desk.screen.list.look_for("nobody")
    desk.settle()
    assert desk.said == ["There is no order “nobody” at this site."]


def test_what_waits_is_allocated_first_come_first_served(desk: Desk, depot: Warehouse) -> None:
    early = depot.order(("MUG", 8), ordered_at=1_000)
    late = depot.order(("MUG", 8), ordered_at=2_000)
    refreshed(desk)
    desk.act("confirm")
    desk.settle()
    assert depot.line(early).reserved == 8
    assert depot.line(late).reserved == 2
    assert desk.tone is Tone.WARNING
    assert "still wait" in desk.said[-1]


@pytest.mark.parametrize(("together", "lists"), [(1, 2), (2, 1)])
def test_ready_orders_go_to_picking(
    desk: Desk, depot: Warehouse, together: int, lists: int
) -> None:
    allocate(depot, depot.order(("MUG", 2)), depot.order(("MUG", 3)))
    refreshed(desk)
    desk.act("orders.all_to_pick")
    choose(desk, together)
    with depot.replica.read() as connection:
        assert len(picking.open_lists(connection, 1)) == lists
    refreshed(desk)
    assert not desk.can("orders.all_to_pick")


# One order.


def test_an_order_walks_its_way_with_one_key(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("MUG", 3), confirmed=False)
    open_order(desk, made)
    said = []
    for _ in range(3):
        desk.act("confirm")
        desk.settle()
        said.append(desk.said[-1].split(" ", 1)[1])
    assert said == ["confirmed", "everything is promised", "is on a pick list"]
    desk.act("confirm")
    assert desk.went == [("pick", {})]
    assert depot.line(made).reserved == 3
    assert cells(desk.screen.order.table)[0][:3] == ["Mug", "3", "3"]


def test_what_is_picked_is_shipped_and_put_away(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("MUG", 3))
    pick_all(depot, made)
    open_order(desk, made)
    desk.act("confirm")
    sheet = shown(desk, ShipSheet)
    sheet.carrier.set_value("DHL")
    sheet.tracking.set_value("0034")
    sheet.ship()
    desk.settle()
    desk.settle()
    assert depot.read(made).status == orders.SHIPPED
    assert "DHL · 0034" in desk.screen.order.note.text()
    desk.act("confirm")
    desk.settle()
    assert depot.read(made).status == orders.CLOSED


def test_a_hold_stops_everything_until_it_is_released(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("MUG", 3))
    open_order(desk, made)
    desk.act("hold")
    choose(desk, 1)
    desk.settle()
    assert "payment" in desk.screen.order.note.text()
    assert not desk.can("confirm")
    desk.act("hold")
    desk.settle()
    assert not depot.read(made).head.held
    assert desk.can("confirm")


def test_a_clerk_needs_a_supervisor_to_cancel(
    make_screen: MakeScreen, depot: Warehouse, boss: Actor
) -> None:
    made = depot.order(("MUG", 3))
    clerk = make_screen(OrdersScreen, depot.replica, person(depot.replica, "clerk", "Tom"))
    clerk.enter(order=made)
    clerk.act("exception")
    choose(clerk, 1)
    dialog = shown(clerk, PinDialog)
    dialog.given.emit(Credential("000000", "", "other", "sam"))
    clerk.settle()
    assert depot.read(made).status != orders.CANCELLED
    dialog.given.emit(Credential("618203", "", "other", "sam"))
    clerk.settle()
    clerk.settle()
    assert depot.read(made).status == orders.CANCELLED
    assert boss.id is not None


def test_a_part_of_a_line_is_cancelled(desk: Desk, depot: Warehouse) -> None:
    made = depot.order(("MUG", 5), ("TEA", 2))
    open_order(desk, made)
    desk.screen.order.table.mark(0)
    desk.act("exception")
    choose(desk, 1)
    shown(desk, NumberDialog)._then(2)
    choose(desk, 1)
    desk.settle()
    assert (depot.line(made).open, depot.line(made, 2).open) == (3, 2)
    desk.act("exception")
    choose(desk, 2)
    choose(desk, 2)
    desk.settle()
    assert depot.read(made).status == orders.CANCELLED


def test_goods_shipped_against_a_cancellation_are_settled(
    make_replica: Callable[..., Replica], make_screen: MakeScreen, depot: Warehouse, boss: Actor
) -> None:
    there = make_replica(station=2, standalone=True)
    made = depot.order(("MUG", 4))
    pick_all(depot, made)
    exchange(depot.replica, there)
    with depot.replica.transaction(PROGRAM, "cancel") as tx:
        orders.cancel_order(tx, made, "not wanted")
    with there.transaction(PROGRAM, "ship") as tx:
        shipping.ship(tx, made)
    exchange(there, depot.replica)
    desk = make_screen(OrdersScreen, depot.replica, boss)
    desk.enter(order=made)
    assert "expected back" in desk.screen.order.note.text()
    desk.act("orders.settle")
    choose(desk, 1)
    desk.settle()
    assert not depot.read(made).head.contested


def test_a_scanned_item_goes_to_its_line(desk: Desk, depot: Warehouse) -> None:
    open_order(desk, depot.order(("MUG", 5), ("TEA", 2)))
    desk.scan(TEA)
    line = desk.screen.order.table.current()
    assert line is not None
    assert line.product == depot.items["TEA"]
    open_order(desk, depot.order(("MUG", 5)))
    desk.scan(TEA)
    assert desk.said[-1] == "That item is not on this order"


# Entering.


def begin(desk: Desk) -> None:
    desk.act("orders.new")
    assert desk.screen.pages.currentIndex() == ENTRY


def test_an_order_is_entered_by_scans(desk: Desk, depot: Warehouse) -> None:
    with depot.replica.transaction(PROGRAM, "customer") as tx:
        customers.create_customer(tx, "Grace Hopper", phone="+442079460001")
    begin(desk)
    desk.scan(TEA)
    desk.scan(MUG)
    desk.scan(TEA)
    entry = desk.screen.entry
    assert [(n.title, n.figure, n.note) for n in entry.lines.lines()] == [
        ("Green tea", "2", "€7.00"),
        ("Mug", "1", "€8.00"),
    ]
    assert entry.total.value() == "€15.00"
    desk.act("customer")
    dialog = shown(desk, PickDialog)
    dialog.wanted.emit("grace")
    desk.settle()
    dialog._choose_current()
    desk.act("orders.note")
    shown(desk, TextDialog)._give("Gift wrap")
    desk.act("confirm")
    desk.settle()
    assert desk.screen.pages.currentIndex() == ORDER
    with depot.replica.read() as connection:
        (row,) = orders.orders(connection, 1)
        found = orders.order(connection, 1, row.id)
    assert (row.ship_to, row.amount, found.note) == ("Grace Hopper", 1500, "Gift wrap")
    assert found.confirmed
    assert entry.draft.lines == ()


def test_every_entry_can_be_taken_back(desk: Desk) -> None:
    begin(desk)
    desk.scan(TEA)
    desk.scan(TEA)
    desk.act("quantity")
    shown(desk, NumberDialog)._then(12)
    entry = desk.screen.entry
    assert [n.figure for n in entry.lines.lines()] == ["12"]
    desk.undo()
    assert [n.figure for n in entry.lines.lines()] == ["2"]
    desk.undo()
    desk.undo()
    assert entry.lines.lines() == ()
    assert not desk.can("confirm")


def test_codes_that_mean_nothing_or_too_much(desk: Desk, depot: Warehouse) -> None:
    with depot.replica.transaction(PROGRAM, "another mug") as tx:
        catalogue.create_product(tx, NewProduct("MUG2", "Other mug", barcodes=[MUG]))
    begin(desk)
    desk.scan("4006381333932")
    assert desk.tone is Tone.ERROR
    shown(desk, PickDialog).reject()
    desk.scan(MUG)
    choose(desk, 2)
    assert titles(desk.screen.entry.lines) == ["Other mug"]
    assert "It has no price" in desk.said[-1]


def test_a_draft_is_kept_or_thrown_away(desk: Desk, depot: Warehouse) -> None:
    begin(desk)
    desk.scan(TEA)
    desk.act("back")
    begin(desk)
    assert titles(desk.screen.entry.lines) == ["Green tea"]
    desk.act("clear")
    shown(desk, ConfirmDialog)._confirm()
    assert desk.screen.entry.lines.lines() == ()
    desk.scan(MUG)
    desk.act("orders.keep_draft")
    desk.settle()
    with depot.replica.read() as connection:
        assert orders.counts(connection, 1) == {orders.DRAFT: 1}


def test_a_power_cut_costs_no_line(
    desk: Desk, make_screen: MakeScreen, depot: Warehouse, boss: Actor
) -> None:
    begin(desk)
    desk.scan(TEA)
    desk.scan(MUG)
    state = desk.screen.save_state()
    again = make_screen(OrdersScreen, depot.replica, boss)
    again.screen.restore_state(state)
    again.settle()
    assert titles(again.screen.entry.lines) == ["Mug", "Green tea"]
    assert again.screen.pages.currentIndex() == ENTRY
    open_order(desk, depot.order(("MUG", 1)))
    state = desk.screen.save_state()
    again.screen.restore_state(state)
    again.settle()
    assert again.screen.order.identifier == desk.screen.order.identifier
    assert again.screen.pages.currentIndex() != LIST


# Widths.


def words_fit(table: PagedTable[Any]) -> None:
    """Every title and every narrow word is whole, and no column is out of view."""
    header, model = table.horizontalHeader(), table.paged_model()
    for at, column in enumerate(model.columns):
        assert header.sectionSizeHint(at) <= table.columnWidth(at), column.title()
        if column.stretch:
            continue
        font = theme.current().font("strong" if column.strong else "body")
        beside = 2 * PADDING
        if column.tone is not None:
            font, beside = theme.current().font("label"), 2 * PADDING + PILL_SIDES
        for row in map(model.row, range(model.rowCount())):
            assert row is not None
            text = column.text(row)
            needed = QFontMetrics(font).horizontalAdvance(text) + beside
            assert needed <= table.columnWidth(at), text
    assert header.length() <= table.viewport().width()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [1184, 928])
def test_numbers_titles_and_states_are_whole(
    desk: Desk, depot: Warehouse, languages: Languages, language: str, width: int
) -> None:
    depot.receive("RICE", 999_999, "A3")
    made = depot.order(("RICE", 123_456), ("MUG", 1), ("TEA", 2), ship_to="Ada")
    allocate(depot, made)
    desk.screen.resize(width, 600)
    languages.use(language)
    desk.screen.retranslate()
    refreshed(desk)
    words_fit(desk.screen.list.table)
    open_order(desk, made)
    words_fit(desk.screen.order.table)
