"""Putting away: the item, then the bin; wrong bins, full bins, lots, undo."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.scans import Scan
from desktop.screens.putaway import PutAwayScreen
from desktop.screens.receive_parts import GoodsDialog
from desktop.tones import Tone
from desktop.widgets import ChoiceDialog, NumberDialog, PickDialog
from domain import stock
from domain.replica import Replica
from tests.domain.receiving.dock import CLERK, PROGRAM, Dock, set_up
from tests.gui.screens.support import Driver, MakeScreen, titles

Desk = Driver[PutAwayScreen]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def dock(replica: Replica) -> Dock:
    """Two bins, A-1 before A-2."""
    return set_up(replica)


@pytest.fixture
def desk(make_screen: MakeScreen, dock: Dock) -> Desk:
    return make_screen(PutAwayScreen, dock.replica, CLERK)


def arrive(dock: Dock, name: str, steps: int, **fields: str) -> None:
    """Receive goods, so that they wait."""
    receipt = dock.open(dock.order((name, steps)))
    dock.scan(receipt, name, steps, **fields)  # type: ignore[arg-type]


def lies(dock: Dock, name: str, lot: str = "") -> dict[str, int]:
    """What lies where."""
    with dock.replica.read() as connection:
        found = stock.balances(connection, 1, dock.products[name].id)
    return {each.location.code: each.on_hand for each in found if each.lot == lot}


def dialog(desk: Desk, kind: type[W]) -> W:
    desk.settle()
    found = [w for w in desk.screen.window().findChildren(kind) if w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def bin_shown(desk: Desk) -> str:
    return desk.screen.page.card.figure.value()


def test_scan_the_item_then_the_bin(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    arrive(dock, "cup", 6)
    desk.enter()
    assert titles(desk.screen.page.list) == ["Cup", "Green tea"]
    desk.scan("TEA")
    assert bin_shown(desk) == "A-1"
    assert desk.screen.page.field.placeholderText() == "Scan bin A-1"
    desk.scan("A-1")
    assert desk.said[-1] == "24 \u00d7 Green tea is in A-1"
    assert lies(dock, "tea") == {"A-1": 24}
    assert titles(desk.screen.page.list) == ["Cup"]
    desk.undo()
    assert lies(dock, "tea") == {"RECEIVING": 24}


def test_everything_is_in_its_place(desk: Desk, dock: Dock) -> None:
    arrive(dock, "cup", 1)
    desk.enter()
    desk.act("confirm")
    desk.scan("A-1")
    assert desk.screen.nothing.isVisibleTo(desk.screen)
    desk.screen.nothing.acted.emit()
    assert desk.went == [("receive", {})]


def test_another_bin_is_confirmed_by_scanning_it_again(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    desk.enter()
    desk.scan("TEA")
    desk.scan("A-2")
    assert desk.said[-1] == "This is A-2, not A-1. To put it here, scan A-2 again."
    assert desk.tone is Tone.WARNING
    assert lies(dock, "tea") == {"RECEIVING": 24}
    desk.scan("A-2")
    assert lies(dock, "tea") == {"A-2": 24}


def test_after_a_wrong_bin_the_right_one_still_counts(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    desk.enter()
    desk.scan("TEA")
    desk.scan("A-2")
    desk.scan("A-1")
    assert lies(dock, "tea") == {"A-1": 24}


def test_codes_that_mean_nothing_here(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    desk.enter()
    desk.scan("A-1")
    assert desk.said[-1] == "A-1 is a bin. Scan the item first."
    desk.scan("NONSENSE")
    assert desk.tone is Tone.ERROR
    desk.scan("CUP")
    assert desk.said[-1] == "Nothing of this waits to be put away"
    desk.scan("TEA")
    desk.scan("NONSENSE")
    assert desk.said[-1] == "There is no location \u201cNONSENSE\u201d at this site."
    assert desk.screen.hand is not None, "an error keeps the state"
    desk.scan("TEA")
    assert desk.said[-1] == "Scan bin A-1"


def test_other_goods_may_be_scanned_at_any_time(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    arrive(dock, "cup", 6)
    desk.enter()
    desk.scan("TEA")
    desk.scan("CUP")
    assert desk.screen.hand is not None
    assert desk.screen.hand.goods.product.name == "Cup"
    desk.act("next")
    assert desk.screen.hand.goods.product.name == "Green tea"
    desk.act("clear")
    assert desk.screen.hand is None


def test_of_several_lots_the_person_says_which(desk: Desk, dock: Dock) -> None:
    arrive(dock, "milk", 5, lot="A17", expires="2030-01-31")
    arrive(dock, "milk", 7, lot="B20")
    desk.enter()
    desk.scan("MILK")
    desk.qtbot.keyClicks(dialog(desk, ChoiceDialog), "2")
    desk.settle()
    assert desk.screen.hand is not None
    assert desk.screen.hand.goods.balance.lot == "B20"
    desk.scan("A-1")
    assert lies(dock, "milk", "B20") == {"A-1": 7}
    desk.scan("MILK")
    assert desk.screen.hand is not None
    assert desk.screen.hand.goods.balance.lot == "A17", "one lot is left: no question"


def test_serial_numbers_go_one_by_one(desk: Desk, dock: Dock) -> None:
    receipt = dock.open(dock.order(("scale", 2)))
    for serial in ("SN-1", "SN-2"):
        dock.scan(receipt, "scale", 1, serial=serial)
    desk.enter()
    desk.scan("SCALE")
    dialog(desk, GoodsDialog).on_scan(Scan("SN-2"))
    desk.settle()
    assert not desk.can("quantity")
    desk.scan("A-1")
    assert lies(dock, "scale") == {"RECEIVING": 1, "A-1": 1}
    with dock.replica.read() as connection:
        item = dock.products["scale"].id
        (place,) = stock.serial_places(connection, 1, item, "SN-2")
    assert place.code == "A-1"


def test_a_smaller_bin_takes_a_part_and_the_rest_goes_on(
    make_screen: MakeScreen, dock: Dock
) -> None:
    with dock.replica.transaction(PROGRAM, "small bin") as tx:
        stock.create_location(tx, "A-0", "Small", walk_order=0, capacity=10)
    arrive(dock, "tea", 24)
    desk = make_screen(PutAwayScreen, dock.replica, CLERK)
    desk.enter()
    desk.scan("TEA")
    assert bin_shown(desk) == "A-0"
    desk.scan("A-0")
    assert lies(dock, "tea") == {"A-0": 10, "RECEIVING": 14}
    assert bin_shown(desk) == "A-1", "the rest is in hand already"
    desk.scan("A-1")
    assert lies(dock, "tea") == {"A-0": 10, "A-1": 14}


def test_a_full_bin_and_a_chosen_bin(desk: Desk, dock: Dock) -> None:
    arrive(dock, "tea", 24)
    desk.enter()
    desk.scan("TEA")
    desk.act("full-bin")
    assert bin_shown(desk) == "A-2"
    desk.act("full-bin")
    assert desk.said[-1] == "No bin has room. Scan the bin you choose."
    desk.act("find")
    asked = dialog(desk, PickDialog)
    assert [line.title for line in asked.list.lines()] == ["A-1", "A-2"]
    desk.qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    assert bin_shown(desk) == "A-1"
    desk.scan("A-1")
    assert lies(dock, "tea") == {"A-1": 24}


def test_a_part_is_carried(desk: Desk, dock: Dock) -> None:
    arrive(dock, "rice", 5000)
    desk.enter()
    desk.scan("RICE")
    desk.act("quantity")
    asked = dialog(desk, NumberDialog)
    desk.qtbot.keyClicks(asked.pad, "1.5")
    desk.qtbot.keyClick(asked.pad, Qt.Key.Key_Return)
    desk.settle()
    state = desk.screen.save_state()
    assert state["steps"] == 1500
    desk.screen.restore_state(state)
    desk.settle()
    desk.scan("A-2")
    desk.scan("A-2")
    assert lies(dock, "rice") == {"A-2": 1500, "RECEIVING": 3500}


def test_a_site_without_a_receiving_place(make_screen: MakeScreen, replica: Replica) -> None:
    desk = make_screen(PutAwayScreen, replica, CLERK)
    desk.enter()
    assert desk.screen.nothing.isVisibleTo(desk.screen)
