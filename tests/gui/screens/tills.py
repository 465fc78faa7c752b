"""A shop with a till for the tests of its screens: goods, people, a shift, devices that record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.screen import DeviceState, Screen
from desktop.widgets import ChoiceDialog, Credential, NumberDialog, PickDialog, PinDialog
from devices.events import Weight
from domain import access, company, counter
from domain.catalogue import add_barcode
from domain.replica import Actor, Replica
from tests.domain.counter.shop import Shop, furnish
from tests.gui.screens.support import Driver, MakeScreen
from tests.support.replicas import PROGRAM

TEA, CUP, MILK = "4006381333931", "4012345678901", "5000159484695"
PIN = "739205"
W = TypeVar("W", bound=QWidget)


@dataclass
class Devices:
    """Devices that remember; ``scale`` is what the scale answers."""

    printed: list[str] = field(default_factory=list)
    drawer: int = 0
    scale: object = None
    broken: bool = False

    def states(self) -> tuple[DeviceState, ...]:
        return ()

    def weigh(self, then: Callable[[object], None]) -> None:
        then(self.scale)

    def print_text(self, kind: str, text: str) -> None:
        assert kind == "receipt"
        if self.broken:
            raise OSError("out of paper")
        self.printed.append(text)

    def open_drawer(self) -> None:
        self.drawer += 1


def weight(value: str, unit: str = "kg") -> Weight:
    """What a scale at rest answers."""
    return Weight("scale", 0.0, 1, Decimal(value), unit, True, False, frozenset())  # type: ignore[arg-type]  # noqa: FBT003


@dataclass
class Counter:
    """The shop, its people, and one of its screens at a time."""

    shop: Shop
    make: MakeScreen
    people: dict[str, Actor]
    till: str

    @property
    def replica(self) -> Replica:
        return self.shop.replica

    def screen(self, kind: type[Screen], who: str = "lin") -> Driver[Any]:
        """A screen over this shop, with devices that remember."""
        driver = self.make(kind, self.replica, self.people[who])
        driver.context.devices = Devices()
        return driver

    def open_shift(self, opening_float: int = 10_000) -> counter.Shift:
        """A shift at the station's own till."""
        with self.replica.transaction(PROGRAM, "open shift") as tx:
            return counter.open_shift(tx, opening_float)

    def cart(self, *lines: tuple[str, int]) -> counter.Cart:
        """A cart at this till, priced by the company's terms."""
        with self.replica.read() as connection:
            terms = counter.company_terms(connection)
            shift = counter.shift_open(connection, 1, self.till)
            assert shift is not None
        cart = counter.new_cart(terms, self.till, shift.business_date)
        for sku, steps in lines:
            cart = counter.add(cart, self.shop.offer(sku), steps)
        return cart

    def sell(self, *lines: tuple[str, int], tender: str = "cash") -> counter.Sale:
        """A sale that is in the books."""
        with self.replica.transaction(self.people["lin"], "sell") as tx:
            return counter.pay(tx, self.cart(*lines), [counter.Tender(tender)])

    def draft(self) -> counter.Cart | None:
        """The cart that the till has kept."""
        with self.replica.read() as connection:
            return counter.draft(connection, self.till)

    def sales(self) -> list[counter.SaleHead]:
        """What is in the books, newest first."""
        with self.replica.read() as connection:
            return counter.sales(connection, 1)


def open_counter(make: MakeScreen, replica: Replica, *, shift: bool = True) -> Counter:
    """Furnish a shop: cash in steps of 5 cents; Lin at the till, Sam who may approve."""
    with replica.transaction(PROGRAM, "found") as tx:
        company.found_company(tx, company.NewCompany("Tea & Cup", cash_step=5))
        roles = access.create_standard_roles(tx)
        made = {
            login: access.create_user(tx, name, login, roles=[roles[role].id], pin=pin)
            for login, name, role, pin in (
                ("lin", "Lin Mei", "cashier", None),
                ("sam", "Sam Boss", "supervisor", PIN),
            )
        }
    shop = furnish(replica)
    with replica.transaction(PROGRAM, "codes") as tx:
        # Two products with one code, of different style: a person has to say which.
        for sku in ("POT", "WRAP"):
            add_barcode(tx, shop.offer(sku).product.id, "SHARED1")
    with replica.read() as connection:
        people = {login: access.actor_of(connection, user.id) for login, user in made.items()}
    till = counter.till_name(replica.station_number)
    found = Counter(shop, make, people, till)
    if shift:
        found.open_shift()
    return found


def devices(driver: Driver[Any]) -> Devices:
    """The devices of a screen."""
    found = driver.context.devices
    assert isinstance(found, Devices)
    return found


def dialog(driver: Driver[Any], kind: type[W]) -> W:
    """The dialog of a kind that is open."""
    driver.settle()
    found = [w for w in driver.screen.window().findChildren(kind) if w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def number(driver: Driver[Any], digits: str) -> None:
    """Answer the number dialog."""
    asked = dialog(driver, NumberDialog)
    driver.qtbot.keyClicks(asked.pad, digits)
    driver.qtbot.keyClick(asked.pad, Qt.Key.Key_Return)
    driver.settle()


def choose(driver: Driver[Any], digit: str) -> None:
    """Answer the choice dialog by its digit."""
    driver.qtbot.keyClicks(dialog(driver, ChoiceDialog), digit)
    driver.settle()


def pick(driver: Driver[Any], words: str) -> None:
    """Type into the list of many, and take the first."""
    asked = dialog(driver, PickDialog)
    driver.qtbot.keyClicks(asked.field, words)
    driver.settle()
    driver.qtbot.keyClick(asked.field, Qt.Key.Key_Return)
    driver.settle()


def approve(driver: Driver[Any], login: str = "sam", pin: str = PIN) -> PinDialog:
    """A supervisor types the PIN."""
    asked = dialog(driver, PinDialog)
    asked.given.emit(Credential(pin, "", "price_match", login))
    driver.settle()
    return asked


def cart(driver: Driver[Any]) -> list[tuple[str, str]]:
    """Quantity and amount of each line as shown."""
    return [(f"{each.detail.split(' ')[0]} {each.title}", each.figure) for each in lines(driver)]


def lines(driver: Driver[Any]) -> Any:
    return driver.screen.lines.lines() if driver.screen.cart and driver.screen.cart.lines else ()


def total(driver: Driver[Any]) -> str:
    return driver.screen.total.number.value()


def type_in(driver: Driver[Any], text: str, *, enter: bool = True) -> None:
    driver.qtbot.keyClicks(driver.screen.field, text)
    if enter:
        driver.qtbot.keyClick(driver.screen.field, Qt.Key.Key_Return)
    driver.settle()
