"""What the conflicts screen reads in one go: the inbox, and the names of all that it speaks of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain import access, catalogue, counter, customers, orders, stock
from domain.counter import Held
from domain.customers import Customer
from domain.orders import OrderRow
from domain.replica import GLOBAL, Scope, Transaction, run
from domain.replica.changeset import Value
from domain.replica.schema import specs
from domain.stock import Balance
from edge_sync.inbox import Inbox, inbox, mergers

MOST = 100
"""Of balances that are wrong so many are shown; the stock screen has them all."""

REFERENCES = {
    "product": "product",
    "style": "product",
    "tax_class": "tax_class",
    "pack": "pack",
    "price_list": "price_list",
    "supplier": "supplier",
    "parent": "location",
    "merged_into": "customer",
    "role": "role",
}
"""The tables that fields with an id point to, by the field's name."""

_LABELS = {
    "product": "name, name_zh, sku",
    "location": "name, NULL, code",
    "barcode": "as_written, NULL, ''",
    **dict.fromkeys(
        (
            "customer", "supplier", "role", "user", "tax_class", "price_list", "pack", "site",
            "station", "company",
        ),
        "name, NULL, ''",
    ),
}  # fmt: skip
"""The columns by which people know a record: name, Chinese name, code."""

_OF_A_PRODUCT = ("barcode", "price", "supplier_item", "pack")


@dataclass(frozen=True, slots=True)
class Named:
    """How people call a record."""

    name: str
    name_zh: str | None = None
    code: str = ""

    def words(self, language: str) -> str:
        """The name in a language, else the code."""
        chinese = self.name_zh if language.startswith("zh") else None
        return chinese or self.name or self.code


@dataclass(frozen=True, slots=True)
class Board:
    """The inbox with everything that is needed to say it in plain words."""

    inbox: Inbox
    names: Mapping[bytes, Named]
    """Records and what they point to, by id; of prices and barcodes the product's name."""
    people: Mapping[bytes, str]
    customers: Mapping[bytes, Customer]
    """The customers of duplicates."""
    decimals: Mapping[bytes, int]
    """Of records that belong to a product: its decimals."""
    held: tuple[Held, ...]
    promised: tuple[Balance, ...]
    negative: tuple[Balance, ...]
    contested: tuple[OrderRow, ...]
    currency: str


def _merge_customers(tx: Transaction, kept: bytes, other: bytes) -> None:
    customers.merge_customers(tx, kept, other)


def _give_up_barcode(tx: Transaction, _kept: bytes, other: bytes) -> None:
    catalogue.give_up_barcode(tx, other)


# The areas' own rules, which the exchange does not know.
mergers["customer"] = _merge_customers
mergers["barcode"] = _give_up_barcode


def read_board(connection: Connection, site: int, currency: str) -> Board:
    """Read what waits for a person, here and at a site."""
    found = inbox(connection)
    records = _records(found)
    names = {
        identifier: named
        for scope, table, identifier in records
        if (named := name_of(connection, scope, table, identifier)) is not None
    }
    own = [record for _, table, record in records if table == "customer"]
    promised = stock.over_promised(connection, site)[:MOST]
    negative = stock.below_zero(connection, site)[:MOST]
    for balance in (*promised, *negative):
        named = name_of(connection, GLOBAL, "product", balance.item)
        if named is not None:
            names[balance.item] = named
    return Board(
        inbox=found,
        names=names,
        people=_people(connection, _authors(found)),
        customers={each: customers.get(connection, each) for each in own if each in names},
        decimals=_decimals(connection, records, [b.item for b in (*promised, *negative)]),
        held=tuple(counter.held_conflicts(connection, site)),
        promised=tuple(promised),
        negative=tuple(negative),
        contested=tuple(orders.orders(connection, site, contested=True)),
        currency=currency,
    )


def name_of(connection: Connection, site: int, table: str, identifier: bytes) -> Named | None:
    """Give a record's name; of a price, a barcode or a pack, the product's; None if it has none."""
    scope = GLOBAL if table in specs and specs[table].scope is Scope.GLOBAL else site
    if table in _OF_A_PRODUCT:
        product = _product_of(connection, table, identifier)
        return None if product is None else name_of(connection, GLOBAL, "product", product)
    columns = _LABELS.get(table)
    if columns is None:
        return None
    text = f'SELECT {columns} FROM "{table}" WHERE site = ? AND id = ?'  # noqa: S608 - own names
    row = run(connection, text, scope, identifier).first()
    return None if row is None else Named(row[0] or "", row[1], row[2] or "")


def _product_of(connection: Connection, table: str, identifier: bytes) -> bytes | None:
    text = f"SELECT product FROM {table} WHERE site = 0 AND id = ?"  # noqa: S608 - own names
    found = run(connection, text, identifier).scalar()
    return None if found is None else bytes(found)


def _records(found: Inbox) -> set[tuple[int, str, bytes]]:
    """Give the records that the inbox names: scope, table, id."""
    records: set[tuple[int, str, bytes]] = set()
    for conflict in found.conflicts:
        records.add((conflict.site, conflict.table, conflict.record))
        for side in (conflict.kept, conflict.other):
            records |= _pointed(conflict.site, {conflict.field: side.value})
    for pair in found.duplicates:
        records |= {(pair.site, pair.table, pair.record), (pair.site, pair.table, pair.other)}
    for request in found.requests:
        records.add((request.site, request.table, request.record))
        for values in (request.current, request.changes):
            records |= _pointed(request.site, values)
    return records


def _pointed(site: int, values: Mapping[str, Value]) -> set[tuple[int, str, bytes]]:
    return {
        (site, REFERENCES[field], value)
        for field, value in values.items()
        if field in REFERENCES and isinstance(value, bytes)
    }


def _authors(found: Inbox) -> set[bytes]:
    """Give the people who wrote what the inbox holds."""
    sides = [side for each in found.conflicts for side in (each.kept, each.other)]
    who = [side.author for side in sides]
    who += [each.author for each in found.quarantined]
    who += [each.asked_by for each in found.requests]
    return {each for each in who if each is not None}


def _people(connection: Connection, who: Iterable[bytes]) -> dict[bytes, str]:
    names = {each: access.who_was(connection, each) for each in who}
    return {each: name for each, name in names.items() if name}


def _decimals(
    connection: Connection, records: Iterable[tuple[int, str, bytes]], items: Iterable[bytes]
) -> dict[bytes, int]:
    """Give the decimals of the products that records belong to, and of some products."""
    owner = {item: item for item in items}
    for _, table, record in records:
        if table in _OF_A_PRODUCT:
            product = _product_of(connection, table, record)
            if product is not None:
                owner[record] = product
    known = catalogue.products(connection, sorted(set(owner.values())))
    return {each: known[item].decimals for each, item in owner.items() if item in known}
