"""Changing the catalogue. Products and prices belong to the centre; barcodes to everybody."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from domain.barcodes import gtin14
from domain.catalogue.errors import InvalidProduct, SkuTaken
from domain.catalogue.model import BY_LOT, BY_SERIAL, GOODS, NOT_TRACKED, SERVICE
from domain.catalogue.queries import find_sku
from domain.catalogue.tables import barcode, pack, price, price_list, product, tax_class
from domain.replica import Transaction
from domain.replica.changeset import Value
from domain.values import Factor

EDIT, PRICE = "catalogue.edit", "catalogue.price"


@dataclass(frozen=True, slots=True)
class NewProduct:
    """What is needed to make a product; barcodes are (code, pack level or None)."""

    sku: str
    name: str
    name_zh: str | None = None
    kind: str = GOODS
    unit: str = "pc"
    decimals: int = 0
    tracking: str = NOT_TRACKED
    shelf_life_days: int | None = None
    tax_class: bytes | None = None
    category: str | None = None
    style: bytes | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    weighed: bool = False
    cost: int | None = None
    barcodes: Sequence[str] = ()


def sku_key(sku: str) -> str:
    """Fold a SKU for comparing: 85123A and 85123a are one item."""
    return sku.strip().casefold()


def barcode_key(text: str) -> str:
    """Give the form under which a code is stored: GTIN-14 where it is one, else its text."""
    code = text.strip()
    return gtin14(code) or code


def create_product(tx: Transaction, new: NewProduct) -> bytes:
    """Add a product with its barcodes; give its id. Raises SkuTaken, InvalidProduct."""
    other = find_sku(tx.connection, new.sku)
    if other is not None:
        raise SkuTaken(sku=new.sku, other=other.sku)
    return create_products(tx, [new])[0]


def create_products(tx: Transaction, new: Iterable[NewProduct]) -> list[bytes]:
    """Add many products at once; the caller has checked their SKUs. Raises InvalidProduct."""
    tx.require(EDIT)
    rows: list[dict[str, Value]] = []
    codes: list[dict[str, Value]] = []
    for each in new:
        _check(each)
        identifier = tx.new_id()
        rows.append(_row(identifier, each))
        codes += [_code_row(tx, identifier, code, None) for code in each.barcodes]
    tx.insert_many(product, rows)
    if codes:
        tx.insert_many(barcode, codes)
    return [bytes(row["id"]) for row in rows]  # type: ignore[arg-type]


def _check(new: NewProduct) -> None:
    allowed = {
        "kind": (GOODS, SERVICE),
        "tracking": (NOT_TRACKED, BY_LOT, BY_SERIAL),
        "decimals": (0, 1, 2, 3, 4),
    }
    for name, values in allowed.items():
        if getattr(new, name) not in values:
            raise InvalidProduct(field=name, sku=new.sku, value=getattr(new, name))
    if not new.sku.strip() or len(new.sku) > 64:
        raise InvalidProduct(field="SKU", sku=new.sku, value=new.sku)
    if not new.name.strip():
        raise InvalidProduct(field="name", sku=new.sku, value=new.name)


def _row(identifier: bytes, new: NewProduct) -> dict[str, Value]:
    attributes = json.dumps(dict(new.attributes), ensure_ascii=False, sort_keys=True)
    return {
        "id": identifier,
        "sku": new.sku.strip(),
        "sku_key": sku_key(new.sku),
        "name": new.name.strip(),
        "name_zh": new.name_zh,
        "kind": new.kind,
        "unit": new.unit,
        "decimals": new.decimals,
        "tracking": new.tracking,
        "shelf_life_days": new.shelf_life_days,
        "tax_class": new.tax_class,
        "category": new.category,
        "style": new.style,
        "attributes": attributes if new.attributes else None,
        "weighed": int(new.weighed),
        "cost": new.cost,
        "archived": 0,
    }


def edit_product(tx: Transaction, identifier: bytes, **changes: Value) -> None:
    """Change fields of a product. Raises RecordGone, NotOwner."""
    tx.require(EDIT)
    if "sku" in changes:
        changes["sku_key"] = sku_key(str(changes["sku"]))
    tx.update(product, identifier, **changes)


def add_barcode(
    tx: Transaction, identifier: bytes, code: str, pack_id: bytes | None = None
) -> bytes:
    """Give a product (or one of its packs) another barcode; give the barcode's id."""
    tx.require(EDIT)
    row = _code_row(tx, identifier, code, pack_id)
    tx.insert_many(barcode, [row])
    return bytes(row["id"])  # type: ignore[arg-type]


def give_up_barcode(tx: Transaction, identifier: bytes) -> None:
    """Let a barcode (by its own id) name its product no more, as where two products had one code.

    The caller has asked for the right. Raises RecordGone.
    """
    tx.update(barcode, identifier, archived=1)


def _code_row(
    tx: Transaction, identifier: bytes, code: str, pack_id: bytes | None
) -> dict[str, Value]:
    return {
        "id": tx.new_id(),
        "code": barcode_key(code),
        "product": identifier,
        "pack": pack_id,
        "as_written": code.strip(),
        "archived": 0,
    }


def add_pack(
    tx: Transaction,
    identifier: bytes,
    level: str,
    name: str,
    factor: Factor,
    barcodes: Sequence[str] = (),
) -> bytes:
    """Add a pack level with its own barcodes; the factor is in the product's steps."""
    tx.require(EDIT)
    pack_id = tx.new_id()
    tx.insert(
        pack,
        id=pack_id,
        product=identifier,
        level=level,
        name=name,
        numerator=factor.numerator,
        denominator=factor.denominator,
        archived=0,
    )
    for code in barcodes:
        add_barcode(tx, identifier, code, pack_id)
    return pack_id


def create_tax_class(tx: Transaction, code: str, name: str, rate: int) -> bytes:
    """Add a tax class; ``rate`` in 1/10,000 (13 % is 1300)."""
    tx.require(PRICE)
    identifier = tx.new_id()
    tx.insert(tax_class, id=identifier, code=code, name=name, rate=rate, archived=0)
    return identifier


def create_price_list(
    tx: Transaction, code: str, name: str, currency: str, *, tax_included: bool, priority: int = 0
) -> bytes:
    """Add a price list; among lists that have a price, the highest priority is asked first."""
    tx.require(PRICE)
    identifier = tx.new_id()
    tx.insert(
        price_list,
        id=identifier,
        code=code,
        name=name,
        currency=currency,
        tax_included=int(tax_included),
        priority=priority,
        archived=0,
    )
    return identifier


@dataclass(frozen=True, slots=True)
class NewPrice:
    """A price of one unit, in 1/10,000, from a quantity on, between two ISO days."""

    product: bytes
    price: int
    min_quantity: int = 0
    valid_from: str = "0001-01-01"
    valid_to: str | None = None


def set_prices(tx: Transaction, list_id: bytes, prices: Iterable[NewPrice]) -> None:
    """Add prices to a list. A later ``valid_from`` takes the place of an earlier one."""
    tx.require(PRICE)
    rows: list[dict[str, Value]] = [
        {
            "id": tx.new_id(),
            "price_list": list_id,
            "product": each.product,
            "price": each.price,
            "min_quantity": each.min_quantity,
            "valid_from": each.valid_from,
            "valid_to": each.valid_to,
            "archived": 0,
        }
        for each in prices
    ]
    tx.insert_many(price, rows)
