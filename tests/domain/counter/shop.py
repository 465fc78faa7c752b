"""A small shop for the counter's tests: places, taxes, prices, a few products."""

from dataclasses import dataclass, field, replace

from domain.catalogue import (
    BY_LOT,
    BY_SERIAL,
    SERVICE,
    NewPrice,
    NewProduct,
    create_price_list,
    create_products,
    create_tax_class,
    find_sku,
    set_prices,
)
from domain.company import SALES_FLOOR, SHOP, set_up_places
from domain.counter import (
    CASH,
    Cart,
    Limits,
    Offer,
    Sale,
    Scanned,
    Tender,
    Terms,
    add,
    new_cart,
    offer_of,
    open_shift,
    pay,
    scan,
)
from domain.replica import Actor, Replica, run
from domain.stock import LOSS, Move, find_usage, on_hand, post, see_lot
from tests.support.replicas import PROGRAM

DAY = "2026-11-22"
TILL = "W01"
TERMS = Terms("EUR", tax_included=True)
CASHIER = Actor(b"c" * 16, "Carla", frozenset({"counter.sell", "counter.refund"}))

PRODUCTS = [
    NewProduct("TEA", "Green tea 100 g", "绿茶一百克", cost=20_000, barcodes=["4006381333931"]),
    NewProduct("CUP", "Tea cup", "茶杯", cost=15_000, barcodes=["4012345678901", "96385074"]),
    NewProduct("POT", "Teapot, cast iron", None, cost=250_000),
    NewProduct("HAM", "Cooked ham", "火腿", unit="kg", decimals=3, weighed=True),
    NewProduct("MILK", "Milk 1 l", "牛奶", tracking=BY_LOT, barcodes=["5000159484695"]),
    NewProduct("PHONE", "Telephone", "电话", tracking=BY_SERIAL),
    NewProduct("WRAP", "Gift wrapping", "礼品包装", kind=SERVICE),
    NewProduct("GIFT", "Sample", "样品"),
]
PRICES = {
    "TEA": 45_000,
    "CUP": 29_900,
    "POT": 399_000,
    "HAM": 198_000,
    "MILK": 11_900,
    "PHONE": 1_990_000,
    "WRAP": 15_000,
}
REDUCED = {"TEA", "HAM", "MILK"}


@dataclass
class Shop:
    """The shop's replica, and what its tests need by name."""

    replica: Replica
    offers: dict[str, Offer] = field(default_factory=dict)
    places: dict[str, bytes] = field(default_factory=dict)
    taxes: dict[str, bytes] = field(default_factory=dict)

    @property
    def floor(self) -> bytes:
        return self.places[SALES_FLOOR]

    def offer(self, sku: str) -> Offer:
        """A product at its price of the day."""
        if sku not in self.offers:
            with self.replica.read() as connection:
                product = find_sku(connection, sku)
                assert product is not None
                self.offers[sku] = offer_of(connection, product, DAY)
        return self.offers[sku]

    def cart(self, *lines: tuple[str, int], terms: Terms = TERMS, till: str = TILL) -> Cart:
        """A cart of (SKU, steps)."""
        cart = new_cart(terms, till, DAY, Limits(discount=2000))
        for sku, steps in lines:
            cart = add(cart, self.offer(sku), steps)
        return cart

    def plain(self, *lines: tuple[int, int], till: str = TILL) -> Cart:
        """A cart of pieces without tax or cost: (minor units each, pieces)."""
        cart = self.cart(till=till)
        tea = self.offer("TEA")
        product = replace(tea.product, cost=None)
        for minor, pieces in lines:
            offer = Offer(product, replace(tea.price, price=minor * 100), None)
            cart = scan(cart, Scanned(offer, pieces, own_line=True))
        return cart

    def open(self, opening_float: int = 0, till: str = TILL, day: str = DAY) -> bytes:
        """Open a shift; its id."""
        with self.replica.transaction(PROGRAM, "open shift") as tx:
            opened = open_shift(tx, opening_float, till=till, business_date=day, currency="EUR")
        return opened.id

    def pay(self, cart: Cart, *tenders: Tender, actor: Actor = PROGRAM) -> Sale:
        """Pay a cart; in cash, exactly, where nothing is said."""
        with self.replica.transaction(actor, "sell") as tx:
            return pay(tx, cart, tenders or [Tender(CASH)])

    def receive(
        self,
        sku: str,
        steps: int,
        lot: str = "",
        expires: str | None = None,
        serial: str | None = None,
    ) -> None:
        """Let goods lie on the sales floor."""
        item = self.offer(sku).product.id
        with self.replica.transaction(PROGRAM, "receive") as tx:
            see_lot(tx, item, lot, expires)
            source = find_usage(tx.connection, tx.site, "supplier").id
            post(tx, [Move(item, steps, source, self.floor, "receipt", lot, serial)])

    def stock(self, sku: str) -> int:
        """What the books say of our own stock."""
        with self.replica.read() as connection:
            return on_hand(connection, 1).get(self.offer(sku).product.id, 0)

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        with self.replica.read() as connection:
            return int(run(connection, f"SELECT count(*) FROM {table}").scalar())


def furnish(replica: Replica) -> Shop:
    """Give an empty replica everything that a shop has."""
    shop = Shop(replica)
    with replica.transaction(PROGRAM, "catalogue") as tx:
        shop.taxes["A"] = create_tax_class(tx, "A", "Standard rate", 1900)
        shop.taxes["B"] = create_tax_class(tx, "B", "Reduced rate", 700)
        taxed = [
            NewProduct(
                **{
                    **{name: getattr(each, name) for name in each.__slots__},
                    "tax_class": shop.taxes["B" if each.sku in REDUCED else "A"],
                }
            )
            for each in PRODUCTS
        ]
        ids = create_products(tx, taxed)
        shelf = create_price_list(tx, "SHELF", "Shelf", "EUR", tax_included=True)
        by_sku = dict(zip((p.sku for p in PRODUCTS), ids, strict=True))
        set_prices(tx, shelf, [NewPrice(by_sku[sku], price) for sku, price in PRICES.items()])
    with replica.transaction(PROGRAM, "places") as tx:
        shop.places = set_up_places(tx, SHOP)
        shop.places[LOSS] = find_usage(tx.connection, tx.site, LOSS).id
    return shop
