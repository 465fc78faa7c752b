"""From a scan to what it offers for sale: product, price, quantity, lot, what the label says."""

from decimal import Decimal
from fractions import Fraction

from sqlalchemy.engine import Connection

from domain.barcodes import Reading
from domain.catalogue import (
    Match,
    Product,
    UnknownBarcode,
    find_code,
    price_of,
    tax_class,
)
from domain.company import company
from domain.counter.cart import Cart, Limits, Offer, Scanned
from domain.counter.pricing import Terms, half_up
from domain.replica import run
from domain.stock import NO_LOT, check_lot, find_lot
from domain.values import PRICE_SCALE, Quantity, decimals_of, round_half_up

_GRAMS = {"kg": 1, "g": 1000}


def company_terms(connection: Connection) -> Terms:
    """Give how this company's tills price: its settings, and the kind of its first price list.

    Raises NoCompany.
    """
    settings = company(connection)
    included = run(
        connection,
        "SELECT tax_included FROM price_list WHERE site = 0 AND archived = 0"
        " ORDER BY priority DESC, id LIMIT 1",
    ).scalar()
    return Terms(
        currency=settings.currency,
        tax_included=included is None or bool(included),
        rounding="global" if settings.tax_rounding == "global" else "line",
        cash_step=settings.cash_step,
    )


def new_cart(terms: Terms, till: str, day: str, limits: Limits | None = None) -> Cart:
    """Give an empty cart with an id of its own."""
    return Cart(terms, till, day, limits or Limits())


def offer_of(connection: Connection, product: Product, day: str, steps: int | None = None) -> Offer:
    """Give a product's price and tax on a day for a quantity in steps. Raises NoPrice."""
    quantity = None if steps is None else Quantity(steps)
    price = price_of(connection, product, day, quantity)
    return Offer(product, price, tax_class(connection, product.tax_class))


def look_up(connection: Connection, site: int, cart: Cart, reading: Reading) -> Scanned:
    """Say what a scan offers for sale, at the price that holds with what the cart has of it.

    Raises what the reading says, UnknownBarcode, AmbiguousBarcode, NoPrice, LotExpired,
    LotRecalled, LotNotUsable.
    """
    match = _match(connection, reading.demand())
    product = match.product
    if reading.lot:
        lot = find_lot(connection, site, product.id, reading.lot)
        if lot is not None:
            check_lot(lot, cart.day, product.name)
    steps = _steps(reading, match)
    in_cart = sum(line.steps for line in cart.lines if line.item == product.id)
    offer = offer_of(connection, product, cart.day, in_cart + (steps or 0))
    amount = None
    if reading.amount is not None:
        amount = round_half_up(Fraction(reading.amount) * 10 ** decimals_of(cart.terms.currency))
        if steps is None:
            steps = _steps_for(offer, amount, cart.terms)
    return Scanned(
        offer=offer,
        steps=steps,
        lot=reading.lot or NO_LOT,
        serial=reading.serial,
        expires=reading.expires.isoformat() if reading.expires else None,
        amount=amount,
        own_line=reading.kind == "weighed" or reading.weight is not None,
    )


def _match(connection: Connection, reading: Reading) -> Match:
    if reading.kind in ("sscc", "command"):
        raise UnknownBarcode(code=reading.text)
    if reading.gtin14 is not None:
        return find_code(connection, reading.gtin14)
    if reading.plu is not None:
        try:
            return find_code(connection, reading.plu)
        except UnknownBarcode:
            # A scale pads its item numbers with zeros; the catalogue need not.
            return find_code(connection, reading.plu.lstrip("0") or reading.plu)
    if reading.kind == "element_string":
        raise UnknownBarcode(code=reading.text)
    return find_code(connection, reading.text)


def _steps(reading: Reading, match: Match) -> int | None:
    """How many steps the scan counts; None where a scale or the label's amount has to say it."""
    product = match.product
    if reading.weight is not None and product.unit in _GRAMS:
        return _weight_steps(product, reading.weight)
    if reading.quantity is not None:
        return match.quantity.steps * reading.quantity
    if reading.amount is not None and product.decimals:
        return None
    return None if product.weighed else match.quantity.steps


def _weight_steps(product: Product, kilograms: Decimal) -> int:
    units = Fraction(kilograms) * _GRAMS[product.unit]
    return round_half_up(units * product.steps_per_unit)


def _steps_for(offer: Offer, amount: int, terms: Terms) -> int | None:
    """Work a weight out of the label's amount and the price, to the nearest step."""
    price = offer.price.price
    if price <= 0:
        return None
    whole = amount * PRICE_SCALE * offer.product.steps_per_unit
    return max(half_up(whole, price * 10 ** decimals_of(terms.currency)), 1)
