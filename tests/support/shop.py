"""A small shop for scenarios and benchmarks: products with prices and codes, a cashier, a shift."""

import random
from dataclasses import dataclass
from pathlib import Path

from desktop.commands.console import declare_tables
from domain import catalogue, company, counter
from domain.barcodes import check_digit, read
from domain.counter import Cart, Tender
from domain.replica import Actor, Identity, Replica, Transaction

declare_tables()

CASHIER = Actor.program("cashier")


@dataclass(frozen=True, slots=True)
class Shop:
    """What a seller needs to know: the codes on the goods and the till."""

    codes: tuple[str, ...]
    till: str


def code_of(number: int) -> str:
    """A GTIN-13 of the range for demonstrations (952)."""
    payload = f"952{number:09d}"
    return f"{payload}{check_digit(payload)}"


def furnish(replica: Replica, products: int = 50) -> None:
    """Found the company, open the shop, put goods with prices on its floor."""
    with replica.transaction(CASHIER, "found") as tx:
        company.found_company(tx, company.NewCompany("Test shop", cash_step=5))
        company.open_site(tx, 1, "Shop", company.SHOP)
        standard = catalogue.create_tax_class(tx, "A", "Standard", 1900)
        retail = catalogue.create_price_list(tx, "RETAIL", "Retail", "EUR", tax_included=True)
        made = catalogue.create_products(
            tx,
            [
                catalogue.NewProduct(
                    f"P{n:05d}", f"Product {n}", tax_class=standard, barcodes=[code_of(n)]
                )
                for n in range(products)
            ],
        )
        prices = [
            catalogue.NewPrice(item, 10_000 + 100 * n * 37 % 200_000) for n, item in enumerate(made)
        ]
        catalogue.set_prices(tx, retail, prices)
    with replica.transaction(CASHIER, "places") as tx:
        company.set_up_places(tx, company.SHOP)


def open_till(replica: Replica, products: int = 50) -> Shop:
    """Open the station's shift."""
    till = counter.till_name(replica.station_number)
    with replica.transaction(CASHIER, "open shift") as tx:
        counter.open_shift(tx, 10_000)
    return Shop(tuple(code_of(n) for n in range(products)), till)


def make_shop(folder: Path, products: int = 50) -> Replica:
    """A standalone shop in a folder."""
    replica = Replica.create(folder, Identity(1, 1, standalone=True))
    furnish(replica, products)
    return replica


def fill_cart(tx: Transaction, shop: Shop, rnd: random.Random, most: int = 5) -> Cart:
    """Scan one to ``most`` goods into a new cart, as a cashier does."""
    shift = counter.shift_open(tx.connection, tx.site, shop.till)
    assert shift is not None
    cart = counter.new_cart(counter.company_terms(tx.connection), shop.till, shift.business_date)
    for code in rnd.choices(shop.codes, k=rnd.randint(1, most)):
        cart = counter.scan(cart, counter.look_up(tx.connection, tx.site, cart, read(code)))
    return cart


def sell(replica: Replica, shop: Shop, rnd: random.Random, most: int = 5) -> counter.Sale:
    """Scan and sell a few goods for cash in one step; the sale is durable when this returns."""
    with replica.transaction(CASHIER, "sell") as tx:
        cart = fill_cart(tx, shop, rnd, most)
        return counter.pay(tx, cart, [Tender("cash", None)])
