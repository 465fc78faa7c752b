"""Bad input in the trade: a clear sentence, and books that are exactly as before.

``docs/bad-input.md`` lists every kind with its sentence and its test. The tests share one shop, one
dock and one warehouse: what is refused leaves nothing behind, so no test can disturb another.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from desktop.commands.console import declare_tables
from domain import access, counter, customers, picking, receiving, stock
from domain.barcodes import read
from domain.barcodes.errors import CardNumber, ForbiddenCharacters, TooLong, WrongCheckDigit
from domain.catalogue import AmbiguousBarcode, NewProduct, UnknownBarcode, create_products
from domain.counter import CASH, Returned, Scanned, Tender
from domain.errors import CounterfoilError, NotPermitted
from domain.orders import OrderInvalid
from domain.purchasing import InvalidTerms
from domain.replica import Actor, Identity, NumberTooLarge, Replica, TextNotStorable
from tests.domain.access.company import staff
from tests.domain.counter.shop import CASHIER, DAY, Shop, furnish
from tests.domain.receiving.dock import CLERK, Dock, set_up
from tests.support.refusals import books_of, refused
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse, build, release, tasks

declare_tables()

CARD = "4111 1111 1111 1111"
ON_TWO = "4099990000007"
UNKNOWN = "5901234123457"
EXPIRED, RECALLED = "01", "02"
Make = Callable[[], Replica]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """Make replicas for the whole file."""
    made: list[Replica] = []

    def make_one() -> Replica:
        folder = tmp_path_factory.mktemp("books") / "replica"
        made.append(Replica.create(folder, Identity(1, 1, standalone=True)))
        return made[-1]

    yield make_one
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def shop(make: Make) -> Shop:
    """A shop with its shift open, a code on two products, a recalled lot of milk."""
    made = furnish(make())
    made.open()
    with made.replica.transaction(PROGRAM, "twins") as tx:
        create_products(tx, [NewProduct(n, n, barcodes=[ON_TWO]) for n in ("SPOON", "FORK")])
    made.receive("MILK", 5, RECALLED, "2099-01-01")
    with made.replica.transaction(PROGRAM, "recall") as tx:
        stock.set_lot_status(tx, made.offer("MILK").product.id, RECALLED, "recalled", "glass")
    return made


@pytest.fixture(scope="module")
def dock(make: Make) -> Dock:
    """A dock with two bins."""
    return set_up(make())


@pytest.fixture(scope="module")
def house(make: Make) -> Warehouse:
    """A warehouse with ten PLAIN in B1."""
    made = build(make())
    made.receive("PLAIN", 10, "B1")
    return made


def look_up(shop: Shop, text: str, aim: str | None = None) -> Scanned:
    """Scan a code at the till."""
    with shop.replica.read() as connection:
        return counter.look_up(connection, 1, shop.cart(), read(text, aim=aim))


# Barcodes.


def test_an_unknown_barcode(shop: Shop) -> None:
    with refused(shop.replica, UnknownBarcode, "No product has the code", UNKNOWN):
        look_up(shop, UNKNOWN)


def test_a_barcode_of_two_products(shop: Shop) -> None:
    with refused(shop.replica, AmbiguousBarcode, "2 products have the code", "Choose one"):
        look_up(shop, ON_TWO)


def test_a_wrong_check_digit(shop: Shop) -> None:
    """Scanned as a retail code it is a misread; typed it is a text that nobody has."""
    wrong = UNKNOWN[:-1] + "8"
    with refused(shop.replica, WrongCheckDigit, wrong, "Scan it again"):
        look_up(shop, wrong, "]E0")
    with refused(shop.replica, UnknownBarcode, wrong, "Check the label"):
        look_up(shop, wrong)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\x00\x1b[2J40063", ForbiddenCharacters),
        ("\u202e13933318360", ForbiddenCharacters),
        ("4006381\ud800", ForbiddenCharacters),
        ("4" * 7_000, TooLong),
        ("'; DROP TABLE sale;--", UnknownBarcode),
        ("{code.__class__} %s %n {0}", UnknownBarcode),
        ("../../etc/passwd", UnknownBarcode),
    ],
)
def test_a_hostile_barcode(shop: Shop, text: str, kind: type[CounterfoilError]) -> None:
    with refused(shop.replica, kind) as raised:
        look_up(shop, text)
    said = str(raised.value)
    assert len(said) < 300
    assert said.isprintable()


def test_a_payment_card_that_is_scanned(shop: Shop) -> None:
    digits = CARD.replace(" ", "")
    with refused(shop.replica, CardNumber, "payment card", "not kept"):
        look_up(shop, digits)
    assert digits not in repr(read(digits))


# The counter.


def test_a_recalled_lot_is_not_sold(shop: Shop) -> None:
    milk = shop.offer("MILK")
    with refused(shop.replica, stock.LotRecalled, "Milk", "recalled", "put it aside"):
        look_up(shop, f"]C1010500015948469510{RECALLED}")
    before_the_recall = counter.scan(shop.cart(), Scanned(milk, 1, lot=RECALLED))
    with refused(shop.replica, stock.LotRecalled, RECALLED):
        shop.pay(before_the_recall)


def test_expired_goods_are_not_sold(shop: Shop) -> None:
    with refused(shop.replica, counter.GoodsExpired, "Milk", "2024-01-31", "Put it aside"):
        counter.scan(shop.cart(), look_up(shop, "]C1010500015948469517240131"))


def test_a_refund_above_what_was_sold(shop: Shop) -> None:
    sold = shop.pay(shop.cart(("TEA", 2)))
    with (
        refused(shop.replica, counter.RefundTooMuch, "3 of Green tea", "2 of this receipt"),
        shop.replica.transaction(PROGRAM, "refund") as tx,
    ):
        counter.refund(tx, sold.id, [Returned(1, 3)], [Tender(CASH)], "broken")


def test_a_price_below_cost(shop: Shop) -> None:
    cart = counter.override_price(shop.cart(("TEA", 1)), 1, 20_000, "dented")
    with refused(shop.replica, NotPermitted, "Carla may not", "counter.below_cost", "supervisor"):
        shop.pay(cart, actor=CASHIER)


def test_an_absurd_quantity(shop: Shop, dock: Dock, house: Warehouse) -> None:
    """A code scanned as a quantity, wherever quantities come in."""
    code = 4_006_381_333_931
    cart = shop.cart(("TEA", 1))
    with refused(shop.replica, counter.QuantityAbsurd, "Was a code scanned"):
        counter.set_quantity(cart, 1, code)
    with refused(shop.replica, counter.QuantityAbsurd):
        shop.pay(replace(cart, lines=(replace(cart.lines[0], steps=10**30),)))
    with (
        refused(dock.replica, stock.QuantityAbsurd, str(code), "Was a code scanned"),
        dock.replica.transaction(PROGRAM, "blind") as tx,
    ):
        receipt = receiving.open_blind_receipt(tx)
        receiving.receive_scan(tx, receipt, dock.products["tea"], code)
    with refused(dock.replica, InvalidTerms, "quantity"):
        dock.order(("tea", 10**30))
    with refused(house.replica, OrderInvalid, "quantity"):
        house.order(("PLAIN", 10**30))


def test_a_number_or_a_text_that_no_database_holds(shop: Shop) -> None:
    with (
        refused(shop.replica, NumberTooLarge, "far too large", "Nothing was saved"),
        shop.replica.transaction(PROGRAM, "price") as tx,
    ):
        create_products(tx, [NewProduct("DEAR", "Dear", cost=10**30)])
    for name in ("Anna\x00Berg", "Anna\ud800"):
        with (
            refused(shop.replica, TextNotStorable, "cannot be kept", "Nothing was saved"),
            shop.replica.transaction(PROGRAM, "customer") as tx,
        ):
            customers.create_customer(tx, name)


def test_a_card_number_in_notes(shop: Shop) -> None:
    with (
        refused(shop.replica, customers.CardDataRefused, "payment card", "nothing was saved"),
        shop.replica.transaction(PROGRAM, "customer") as tx,
    ):
        customers.create_customer(tx, "Anna", notes=f"pays with {CARD}, ring twice")
    with refused(shop.replica, counter.CardDataRefused, "card number", "not stored"):
        shop.pay(shop.cart(("TEA", 1)), Tender(counter.CARD, reference=CARD))


def test_no_permission(shop: Shop) -> None:
    nobody = Actor(b"n" * 16, "Nora")
    with refused(shop.replica, NotPermitted, "Nora may not", "counter.sell", "Ask a supervisor"):
        shop.pay(shop.cart(("TEA", 1)), actor=nobody)


def test_a_wrong_pin(shop: Shop) -> None:
    staff(shop.replica, ("anna", "clerk"))
    with refused(shop.replica, access.SignInRefused, "do not match", "Try again"):
        access.sign_in(shop.replica, "anna", "000111")


def test_after_every_refusal_the_till_still_sells(shop: Shop) -> None:
    before = books_of(shop.replica)
    sold = shop.pay(shop.cart(("TEA", 1)))
    assert books_of(shop.replica).changesets == before.changesets + 1
    with shop.replica.read() as connection:
        assert list(counter.broken_identities(connection, 1)) == []
        assert counter.sale_of(connection, 1, sold.id).total == 450


# The warehouse.


def test_a_quantity_over_tolerance(dock: Dock) -> None:
    receipt = dock.open(dock.order(("tea", 100), tolerance=500))
    words = ("100 of Green tea were ordered", "105 at most", "take only 105")
    with refused(dock.replica, receiving.OverTolerance, *words):
        dock.scan(receipt, "tea", 106)
    assert dock.on_hand("tea") == 0
    dock.scan(receipt, "tea", 105)
    with refused(dock.replica, receiving.NoMoreAccepted, "105 have come", "no more are accepted"):
        dock.scan(receipt, "tea", 1)
    assert dock.on_hand("tea") == 105


def test_an_expired_lot_does_not_come_in(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 10)))
    with refused(dock.replica, stock.LotExpired, "Lot L0 of Milk", "2020-02-29", "Put it aside"):
        dock.scan(receipt, "milk", 5, lot="L0", expires="2020-02-29")


def test_a_wrong_location(dock: Dock, house: Warehouse) -> None:
    task = tasks(house, release(house, house.order(("PLAIN", 2))))[0]
    with (
        refused(house.replica, picking.WrongLocation, "This is B2", "Go to B1"),
        house.replica.read() as connection,
    ):
        picking.scan(connection, 1, picking.begin(connection, task), "B2", DAY)
    dock.scan(dock.open(dock.order(("cup", 4))), "cup", 4)
    with (
        refused(dock.replica, receiving.WrongBin, "This is A-2", "Scan A-1"),
        dock.replica.transaction(CLERK, "put away") as tx,
    ):
        receiving.put_away(
            tx, dock.products["cup"], 4, dock.place, "A-2", expected=dock.bins["A-1"]
        )
