"""Looking things up in the catalogue."""

import json
from typing import Any

from sqlalchemy.engine import Connection

from domain.barcodes import gtin14
from domain.catalogue.errors import AmbiguousBarcode, NoPrice, UnknownBarcode, UnknownProduct
from domain.catalogue.model import Match, Pack, Price, Product, TaxClass
from domain.catalogue.projections import PRODUCT
from domain.replica import run, search
from domain.values import Factor, Quantity

_PRODUCT = (
    "SELECT id, sku, name, name_zh, kind, unit, decimals, tracking, shelf_life_days, tax_class,"
    " category, style, attributes, weighed, cost, archived FROM product"
)


def _product(row: Any) -> Product:
    values = list(row)
    values[12] = json.loads(values[12]) if values[12] else {}
    values[13] = bool(values[13])
    values[15] = bool(values[15])
    return Product(*values)


def product(connection: Connection, identifier: bytes) -> Product:
    """Give a product by its id. Raises UnknownProduct."""
    row = run(connection, f"{_PRODUCT} WHERE site = 0 AND id = ?", identifier).first()
    if row is None:
        raise UnknownProduct(sku=identifier.hex())
    return _product(row)


def products(connection: Connection, identifiers: list[bytes]) -> dict[bytes, Product]:
    """Give many products by id; those that do not exist are left out."""
    found: dict[bytes, Product] = {}
    for start in range(0, len(identifiers), 400):
        chunk = identifiers[start : start + 400]
        marks = ", ".join("?" * len(chunk))
        for row in run(connection, f"{_PRODUCT} WHERE site = 0 AND id IN ({marks})", *chunk):
            found[row[0]] = _product(row)
    return found


def find_sku(connection: Connection, sku: str) -> Product | None:
    """Find a product by its SKU, ignoring case; of two, the one that was made first."""
    row = run(
        connection,
        f"{_PRODUCT} WHERE site = 0 AND sku_key = ? ORDER BY id LIMIT 1",
        sku.strip().casefold(),
    ).first()
    return None if row is None else _product(row)


def all_products(connection: Connection, *, archived: bool = False) -> list[Product]:
    """Give all products in the order of their SKUs."""
    where = "" if archived else " AND archived = 0"
    rows = run(connection, f"{_PRODUCT} WHERE site = 0{where} ORDER BY sku_key")
    return [_product(row) for row in rows]


def variants(connection: Connection, style: bytes) -> list[Product]:
    """Give the variants of a style, by SKU."""
    rows = run(connection, f"{_PRODUCT} WHERE site = 0 AND style = ? ORDER BY sku_key", style)
    return [_product(row) for row in rows]


def packs(connection: Connection, identifier: bytes) -> list[Pack]:
    """Give a product's packs, smallest first."""
    rows = run(
        connection,
        "SELECT id, product, level, name, numerator, denominator FROM pack"
        " WHERE site = 0 AND product = ? AND archived = 0 ORDER BY numerator",
        identifier,
    )
    return [Pack(r[0], r[1], r[2], r[3], Factor(r[4], r[5])) for r in rows]


def barcodes(connection: Connection, identifier: bytes) -> list[str]:
    """Give a product's barcodes as they were written."""
    rows = run(
        connection,
        "SELECT as_written FROM barcode WHERE site = 0 AND product = ? AND archived = 0"
        " ORDER BY id",
        identifier,
    )
    return [row[0] for row in rows]


def matches(connection: Connection, code: str) -> list[Match]:
    """Find what a code names: exactly, with GTINs of any length as one (leading zeros)."""
    text = code.strip()
    key = gtin14(text) or text
    rows = run(
        connection,
        "SELECT b.product, b.pack FROM barcode b"
        " WHERE b.site = 0 AND b.code = ? AND b.archived = 0 ORDER BY b.id",
        key,
    ).all()
    found: dict[bytes, Match] = {}
    for identifier, pack_id in rows:
        if identifier in found:
            continue
        item = product(connection, identifier)
        if item.archived:
            continue
        wrapped = next((p for p in packs(connection, identifier) if p.id == pack_id), None)
        one = Quantity(item.steps_per_unit)
        found[identifier] = Match(item, wrapped, wrapped.steps if wrapped else one)
    return list(found.values())


def find_code(connection: Connection, code: str) -> Match:
    """Find the one product that a barcode or SKU names.

    Raises UnknownBarcode, and AmbiguousBarcode where products of different style share a code:
    the caller shows ``matches`` to choose from.
    """
    found = matches(connection, code)
    if not found:
        item = find_sku(connection, code)
        if item is None or item.archived:
            raise UnknownBarcode(code=code)
        return Match(item, None, Quantity(item.steps_per_unit))
    if len(found) > 1:
        raise AmbiguousBarcode(code=code, count=len(found))
    return found[0]


def find_products(connection: Connection, text: str, limit: int = 50) -> list[Product]:
    """Search as you type: an exact code first, then the beginnings of words in any language."""
    found = {m.product.id: m.product for m in matches(connection, text)}
    sku = find_sku(connection, text)
    if sku is not None:
        found.setdefault(sku.id, sku)
    hits = [hit.id for hit in search(connection, PRODUCT, text, limit)]
    by_id = products(connection, hits)
    for identifier in hits:
        if identifier in by_id and not by_id[identifier].archived:
            found.setdefault(identifier, by_id[identifier])
    return list(found.values())[:limit]


def price_of(
    connection: Connection,
    item: Product,
    day: str,
    quantity: Quantity | None = None,
    list_code: str | None = None,
) -> Price:
    """Give the price of one unit that holds on a day for a quantity. Raises NoPrice.

    Lists are asked by priority; within a list the largest quantity break reached wins, then the
    latest start of validity.
    """
    steps = item.steps_per_unit if quantity is None else quantity.steps
    only = "" if list_code is None else " AND l.code = ?"
    params = () if list_code is None else (list_code,)
    row = run(
        connection,
        "SELECT p.price, l.currency, l.tax_included, l.id FROM price p"  # noqa: S608
        " JOIN price_list l ON l.site = 0 AND l.id = p.price_list"
        " WHERE p.site = 0 AND p.product = ? AND p.archived = 0 AND l.archived = 0"
        f" AND p.valid_from <= ? AND (p.valid_to IS NULL OR p.valid_to >= ?){only}"
        " AND p.min_quantity <= ?"
        " ORDER BY l.priority DESC, p.min_quantity DESC, p.valid_from DESC, p.id DESC LIMIT 1",
        item.id,
        day,
        day,
        *params,
        max(steps, 0),
    ).first()
    if row is None:
        raise NoPrice(name=item.name)
    return Price(row[0], row[1], bool(row[2]), row[3])


def tax_class(connection: Connection, identifier: bytes | None) -> TaxClass | None:
    """Give a tax class, or None for untaxed goods."""
    if identifier is None:
        return None
    row = run(
        connection,
        "SELECT id, code, name, rate FROM tax_class WHERE site = 0 AND id = ?",
        identifier,
    ).first()
    return None if row is None else TaxClass(*row)


def tax_classes(connection: Connection) -> list[TaxClass]:
    """Give all tax classes by code."""
    rows = run(
        connection,
        "SELECT id, code, name, rate FROM tax_class WHERE site = 0 AND archived = 0 ORDER BY code",
    )
    return [TaxClass(*row) for row in rows]


def price_lists(connection: Connection) -> dict[str, bytes]:
    """Give the price lists' ids by their codes."""
    rows = run(connection, "SELECT code, id FROM price_list WHERE site = 0 AND archived = 0")
    return {row[0]: row[1] for row in rows}
