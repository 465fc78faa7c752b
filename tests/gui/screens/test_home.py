"""The home screen: only what one may do, and how much of it waits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop import screens
from desktop.founding import Founding, furnish
from desktop.screen import Screen
from desktop.screens.home import HomeScreen
from domain import access, catalogue, counter, stock
from domain.replica import Actor, Replica
from domain.stock import Move
from tests.gui.screens.support import Driver, MakeScreen
from tests.support.replicas import PROGRAM


class ReceiveTile(Screen):
    id, title_text, group, permission = "receive", "Receive", "warehouse", "receiving.receive"
    icon = "home"


class PutAwayTile(Screen):
    id, title_text, group, permission = "putaway", "Put away", "warehouse", "stock.move"
    icon = "home"
    hint_text = "Scan to the bin"


class StockTile(Screen):
    id, title_text, group = "stock", "Stock", "warehouse"
    icon = "stock"


class ShiftTile(Screen):
    id, title_text, group, permission = "shift", "Shift", "counter", "counter.open_shift"
    icon = "home"


class ConflictsTile(Screen):
    id, title_text, group, permission = "conflicts", "Conflicts", "office", "conflicts.decide"
    icon = "home"


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Five places, whatever the application has."""
    kinds = (ReceiveTile, PutAwayTile, StockTile, ShiftTile, ConflictsTile)
    monkeypatch.setattr(screens, "SCREENS", kinds)
    return


@pytest.fixture
def shop(replica: Replica) -> Replica:
    """A founded shop with its standard roles."""
    furnish(replica, Founding("Harbour", site="Camden", pin="280461"))
    return replica


def who(shop: Replica, role: str, name: str = "Wang Fang") -> Actor:
    with shop.transaction(PROGRAM, "staff") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        user = access.create_user(tx, name, name, roles=[roles[role]], pin="739205")
        return access.actor_of(tx.connection, user.id)


def hint(driver: Driver[HomeScreen], id_: str) -> str:
    tile = driver.screen.tile(id_)
    assert tile is not None
    return tile.accessibleDescription()


def test_everybody_sees_only_what_they_may_do(make_screen: MakeScreen, shop: Replica) -> None:
    clerk = make_screen(HomeScreen, shop, who(shop, "clerk", "Tomasz"))
    clerk.enter()
    assert clerk.screen.tile("receive") is not None
    assert clerk.screen.tile("shift") is None
    cashier = make_screen(HomeScreen, shop, who(shop, "cashier", "Lin"))
    cashier.enter()
    assert cashier.screen.tile("receive") is None
    assert cashier.screen.tile("shift") is not None
    assert cashier.screen.greeting.text() == "Good morning, Lin"


def test_a_tile_leads_to_its_screen(make_screen: MakeScreen, shop: Replica) -> None:
    home = make_screen(HomeScreen, shop, who(shop, "clerk"))
    home.enter()
    tile = home.screen.tile("putaway")
    assert tile is not None
    home.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    home.qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert home.went == [("putaway", {}), ("putaway", {})]


def test_counts_follow_what_happens(make_screen: MakeScreen, shop: Replica) -> None:
    home = make_screen(HomeScreen, shop, who(shop, "clerk"))
    home.enter()
    assert hint(home, "putaway") == "Scan to the bin"
    with shop.transaction(PROGRAM, "goods come") as tx:
        tea = catalogue.create_product(tx, catalogue.NewProduct("TEA", "Tea"))
    with shop.transaction(PROGRAM, "goods come") as tx:
        supplier = stock.find_usage(tx.connection, 1, stock.SUPPLIER)
        dock = stock.find_location(tx.connection, 1, "RECEIVING")
        floor = stock.find_location(tx.connection, 1, "SHOP")
        customer = stock.find_usage(tx.connection, 1, stock.CUSTOMER)
        stock.post(tx, [Move(tea, 12, supplier.id, dock.id, "receipt")])
        stock.post(tx, [Move(tea, 1, floor.id, customer.id, "sale")])
    home.context.offload.refresh.announce({"balance"})
    home.settle()
    assert hint(home, "putaway").startswith("1 item")
    assert hint(home, "stock").startswith("1 place")


def test_the_shift_says_whether_the_till_is_open(make_screen: MakeScreen, shop: Replica) -> None:
    cashier = who(shop, "cashier")
    home = make_screen(HomeScreen, shop, cashier)
    home.enter()
    assert hint(home, "shift") == "No shift is open at this till"
    home.screen.command("open shift", lambda tx: counter.open_shift(tx, 10_000))
    home.settle()
    home.settle()
    assert hint(home, "shift").startswith("Open since ")


def test_a_scan_is_looked_up(make_screen: MakeScreen, shop: Replica) -> None:
    home = make_screen(HomeScreen, shop, who(shop, "clerk"))
    home.enter()
    home.scan("6901234567892")
    home.act("find")
    assert home.went == [("stock", {"code": "6901234567892"}), ("stock", {})]
    assert not home.can("customer"), "a clerk of this company has no customers screen here"


def test_rights_that_are_taken_away_take_their_tiles(
    make_screen: MakeScreen, shop: Replica
) -> None:
    actor = who(shop, "cashier")
    home = make_screen(HomeScreen, shop, actor)
    home.enter()
    assert not home.screen.nothing.isVisible()
    with shop.transaction(PROGRAM, "no roles") as tx:
        assert actor.id is not None
        access.assign_roles(tx, actor.id, [])
    home.context.offload.refresh.announce({"user"})
    home.settle()
    home.settle()
    assert home.screen.tile("shift") is None
    assert home.screen.tile("stock") is not None
    assert home.screen.nothing.isVisible()
