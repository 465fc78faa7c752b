"""How it stands at a till: the open shift, the cart it has kept, what sells best, what is found."""

from dataclasses import dataclass

from desktop.offload import Connection
from desktop.screens import till
from domain import catalogue, counter
from domain.catalogue import Product
from domain.counter import Cart, Offer, Shift, Terms


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands at this till: the open shift, what was on the screen, what is held."""

    shift: Shift | None
    terms: Terms
    draft: Cart | None
    paid: bool
    """Whether the cart that was asked about is in the books."""
    held: int


def stand_of(connection: Connection, site: int, till_name: str, cart: bytes | None) -> Stand:
    """Read how it stands at a till."""
    paid = False
    if cart is not None:
        try:
            counter.sale_head(connection, site, cart)
            paid = True
        except counter.UnknownSale:
            pass
    return Stand(
        counter.shift_open(connection, site, till_name),
        counter.company_terms(connection),
        counter.draft(connection, till_name),
        paid,
        len(counter.held_sales(connection, site)),
    )


@dataclass(frozen=True, slots=True)
class TileGoods:
    """A product on a tile."""

    product: Product
    price: int
    currency: str


def best_sellers(connection: Connection, site: int, day: str, since: str) -> list[TileGoods]:
    """The goods sold on most receipts since a day, at today's prices; those without one are left.

    Twelve at most.
    """
    ranked = [item for item, _ in counter.top_sellers(connection, site, since, 16)]
    known = catalogue.products(connection, ranked)
    found = []
    for item in ranked:
        if item not in known or known[item].archived:
            continue
        offer = _offer(connection, known[item], day)
        if offer is not None:
            found.append(TileGoods(known[item], offer.price.price, offer.price.currency))
    return found[:12]


def find_goods(connection: Connection, text: str, day: str) -> list[tuple[Product, str]]:
    """Products by name or code as one types, with their prices as text.

    Those that have no price today come last, with an empty text.
    """
    found = []
    for product in catalogue.find_products(connection, text, 30):
        offer = _offer(connection, product, day)
        price = "" if offer is None else till.unit_price(offer.price.price, offer.price.currency)
        found.append((product, price))
    return sorted(found, key=lambda each: not each[1])


def _offer(connection: Connection, product: Product, day: str) -> Offer | None:
    try:
        return counter.offer_of(connection, product, day)
    except catalogue.NoPrice:
        return None
