"""Suppliers and the terms on which they sell: global records of the centre.

A supplier and an order of a site are made in steps of their own.
"""

from collections.abc import Iterable

from domain.purchasing.errors import InvalidTerms, SupplierCodeTaken
from domain.purchasing.model import NewSupplier, NewTerms
from domain.purchasing.queries import find_supplier
from domain.purchasing.tables import supplier as supplier_table
from domain.purchasing.tables import supplier_item
from domain.replica import Transaction, run
from domain.replica.changeset import Value

ORDER = "purchasing.order"


def create_supplier(tx: Transaction, new: NewSupplier) -> bytes:
    """Add a supplier; give its id. Raises SupplierCodeTaken, InvalidTerms."""
    other = find_supplier(tx.connection, new.code)
    if other is not None:
        raise SupplierCodeTaken(supplier=other.code, other=other.name)
    return create_suppliers(tx, [new])[0]


def create_suppliers(tx: Transaction, new: Iterable[NewSupplier]) -> list[bytes]:
    """Add many suppliers; the caller has checked their codes. Raises InvalidTerms."""
    tx.require(ORDER)
    rows: list[dict[str, Value]] = []
    identifiers: list[bytes] = []
    for each in new:
        require_usable("code", each.code, good=bool(each.code.strip()))
        require_usable("name", each.name, good=bool(each.name.strip()))
        require_usable("lead time", each.lead_time_days, good=each.lead_time_days >= 0)
        require_usable("tolerance", each.over_tolerance, good=each.over_tolerance >= 0)
        identifiers.append(tx.new_id())
        rows.append(
            {
                "id": identifiers[-1],
                "code": each.code.strip(),
                "name": each.name.strip(),
                "email": each.email,
                "phone": each.phone,
                "currency": each.currency,
                "lead_time_days": each.lead_time_days,
                "minimum_order_amount": each.minimum_order_amount,
                "over_tolerance": each.over_tolerance,
                "rating": each.rating,
                "archived": 0,
            }
        )
    tx.insert_many(supplier_table, rows)
    return identifiers


def edit_supplier(tx: Transaction, identifier: bytes, **changes: Value) -> None:
    """Change fields of a supplier. Raises RecordGone, NotOwner."""
    tx.require(ORDER)
    tx.update(supplier_table, identifier, **changes)


def set_supplier_item(tx: Transaction, terms: NewTerms) -> bytes:
    """Say on what terms a supplier sells a product; give the terms' id. Raises InvalidTerms."""
    return set_supplier_items(tx, [terms])[0]


def set_supplier_items(tx: Transaction, terms: Iterable[NewTerms]) -> list[bytes]:
    """Say on what terms suppliers sell products; terms that are there already are edited."""
    tx.require(ORDER)
    text = "SELECT supplier, product, id FROM supplier_item WHERE site = 0 AND archived = 0"
    known = {(row[0], row[1]): bytes(row[2]) for row in run(tx.connection, text)}
    identifiers: list[bytes] = []
    rows: list[dict[str, Value]] = []
    for each in terms:
        fields = _terms(each)
        identifier = known.get((each.supplier, each.product))
        if identifier is None:
            identifier = known[(each.supplier, each.product)] = tx.new_id()
            place: dict[str, Value] = {
                "supplier": each.supplier,
                "product": each.product,
                "archived": 0,
            }
            rows.append({"id": identifier, **place, **fields})
        else:
            tx.insert_many(supplier_item, rows)
            rows = []
            tx.update(supplier_item, identifier, **fields)
        identifiers.append(identifier)
    tx.insert_many(supplier_item, rows)
    return identifiers


def _terms(new: NewTerms) -> dict[str, Value]:
    require_usable("price", new.price, good=new.price >= 0)
    require_usable("pack size", new.pack_steps, good=new.pack_steps > 0)
    require_usable("minimum quantity", new.min_quantity, good=new.min_quantity >= 0)
    top = new.max_quantity
    require_usable("maximum quantity", top, good=top is None or top >= max(new.min_quantity, 1))
    return {
        "code": new.code,
        "lead_time_days": new.lead_time_days,
        "min_quantity": new.min_quantity,
        "max_quantity": new.max_quantity,
        "pack_steps": new.pack_steps,
        "price": new.price,
        "over_tolerance": new.over_tolerance,
        "preferred": int(new.preferred),
    }


def require_usable(field: str, value: object, *, good: bool) -> None:
    """Refuse a value that is no good. Raises InvalidTerms."""
    if not good:
        raise InvalidTerms(field=field, value=value)
