"""What the stock screen reads: what a code names, what is where, and why it is that much."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from desktop.scans import Scan
from desktop.screens.item_codes import candidates, meaning
from domain import access, catalogue, company, orders, stock
from domain.barcodes import BarcodeRefused
from domain.catalogue import Product, UnknownBarcode
from domain.errors import RuleBroken
from domain.stock import Availability, Balance, Location, Posted

FIRST_MOVEMENTS = 250
"""How many movements are read at first; each "older" reads four times as many."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A product in a list, with how much of it there is."""

    product: Product
    available: Availability


@dataclass(frozen=True, slots=True)
class Held:
    """A product in one place, per lot."""

    product: Product
    balance: Balance


@dataclass(frozen=True, slots=True)
class Place:
    """A place and what lies in it."""

    location: Location
    holds: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of one product here; ``lot`` is the one that was scanned."""

    product: Product
    available: Availability
    balances: tuple[Balance, ...]
    barcodes: tuple[str, ...]
    price: catalogue.Price | None
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The number that is asked about: an item in one place and lot, or (None) in all of them."""

    item: bytes
    place: bytes | None = None
    lot: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One movement behind a number: who wrote it, where, and how much was there afterwards."""

    posted: Posted
    who: str | None
    station: str
    after: int


@dataclass(frozen=True, slots=True)
class Why:
    """A number with its movements, newest first. ``complete`` if they add up from nothing."""

    target: Target
    product: Product
    place: Location | None
    now: int
    steps: tuple[Step, ...]
    complete: bool
    limit: int


def search(connection: Connection, site: int, text: str, day: str) -> list[Hit]:
    """Find products as one types: code, SKU, or words in either language."""
    found = catalogue.find_products(connection, text)
    return [Hit(each, stock.availability(connection, site, each.id, day)) for each in found]


def look_up(connection: Connection, site: int, scan: Scan, day: str) -> Sheet | Place | list[Hit]:
    """Say what a code names: one product, several of them, or a place.

    Goods are asked first, then places. Raises UnknownBarcode, BarcodeRefused.
    """
    try:
        reading = meaning(scan)
        found = candidates(connection, reading)
    except (UnknownBarcode, BarcodeRefused) as unknown:
        try:
            place = stock.find_location(connection, site, scan.text)
        except stock.UnknownLocation:
            raise unknown from None
        return contents(connection, site, place.id)
    if len(found) > 1:
        products = [match.product for match in found]
        return [Hit(each, stock.availability(connection, site, each.id, day)) for each in products]
    return sheet(connection, site, found[0].product.id, day, reading.lot or "")


def sheet(connection: Connection, site: int, item: bytes, day: str, lot: str = "") -> Sheet:
    """Give a product's sheet. Raises UnknownProduct."""
    product = catalogue.product(connection, item)
    try:
        price: catalogue.Price | None = catalogue.price_of(connection, product, day)
    except catalogue.NoPrice:
        price = None
    return Sheet(
        product,
        stock.availability(connection, site, item, day),
        tuple(stock.balances(connection, site, item)),
        tuple(catalogue.barcodes(connection, item)),
        price,
        lot,
    )


def contents(connection: Connection, site: int, place: bytes) -> Place:
    """Give what lies in a place."""
    location = stock.location(connection, site, place)
    return Place(location, tuple(_held(connection, stock.contents(connection, site, place))))


def to_count(connection: Connection, site: int) -> list[Held]:
    """Give the places to count: below zero, or found short by somebody who picked."""
    found = {(b.item, b.location.id, b.lot): b for b in stock.below_zero(connection, site)}
    for wanted in orders.counts_wanted(connection, site):
        key = (wanted.item, wanted.location, wanted.lot)
        found.setdefault(key, stock.balance_at(connection, site, *key))
    return _held(connection, list(found.values()))


def why(connection: Connection, site: int, target: Target, limit: int | None = None) -> Why:
    """Give the movements behind a number, each with its changeset's author, station, command.

    Raises UnknownProduct, UnknownLocation.
    """
    most = FIRST_MOVEMENTS if limit is None else limit
    if target.place is None:
        places = [each.id for each in stock.locations(connection, site, stock.INTERNAL)]
        place = None
    else:
        places = [target.place]
        place = stock.location(connection, site, target.place)
    now = sum(
        each.on_hand
        for each in stock.balances(connection, site, target.item)
        if each.location.id in places and (target.lot is None or each.lot == target.lot)
    )
    found = stock.why(connection, site, target.item, places, target.lot, most)
    steps, left = _steps(connection, found, now)
    product = catalogue.product(connection, target.item)
    complete = len(found) < most and left == 0
    return Why(target, product, place, now, tuple(steps), complete, most)


def _steps(connection: Connection, found: Sequence[Posted], now: int) -> tuple[list[Step], int]:
    """Walk back from the number of now; gives the steps and what was there before them."""
    stations = {each.id: each.name for each in company.stations(connection)}
    names: dict[bytes | None, str | None] = {}
    steps, after = [], now
    for posted in found:
        if posted.actor not in names:
            names[posted.actor] = access.who_was(connection, posted.actor)
        steps.append(Step(posted, names[posted.actor], stations.get(posted.station, ""), after))
        after -= posted.quantity
    return steps, after


def _held(connection: Connection, balances: Sequence[Balance]) -> list[Held]:
    """Put the products beside their balances."""
    products = catalogue.products(connection, list({each.item for each in balances}))
    return [Held(products[each.item], each) for each in balances if each.item in products]


def is_refusal(error: BaseException) -> bool:
    """Whether a look-up failed because nothing has that code."""
    return isinstance(error, RuleBroken)
