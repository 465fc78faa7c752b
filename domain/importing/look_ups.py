"""Asking the books what is there already, and which record a cell names."""

from collections.abc import Iterable

from sqlalchemy.engine import Connection

from domain import catalogue, purchasing
from domain.catalogue import Product
from domain.importing.errors import NotFoundHere
from domain.importing.model import Entry
from domain.replica import GLOBAL, in_chunks, run


def imported(connection: Connection, site: int, source: str, kind: str) -> dict[str, bytes]:
    """Give all that a source's numbers of a kind became."""
    text = "SELECT key, record FROM import_row WHERE site = ? AND source = ? AND kind = ?"
    return {row[0]: row[1] for row in run(connection, text, site, source, kind)}


def imported_of(
    connection: Connection, site: int, source: str, kind: str, keys: Iterable[str]
) -> dict[str, bytes]:
    """Give what some of a source's numbers became."""
    found: dict[str, bytes] = {}
    for chunk in in_chunks(keys):
        marks = ", ".join("?" * len(chunk))
        rows = run(
            connection,
            "SELECT key, record FROM import_row"  # noqa: S608
            f" WHERE site = ? AND source = ? AND kind = ? AND key IN ({marks})",
            site,
            source,
            kind,
            *chunk,
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def skus(connection: Connection, keys: Iterable[str]) -> dict[str, bytes]:
    """Give the products that have some SKUs (folded by ``catalogue.sku_key``)."""
    found: dict[str, bytes] = {}
    for chunk in in_chunks(keys):
        marks = ", ".join("?" * len(chunk))
        text = f"SELECT sku_key, id FROM product WHERE site = 0 AND sku_key IN ({marks})"  # noqa: S608
        found |= {row[0]: row[1] for row in run(connection, text, *chunk)}
    return found


def code_owners(connection: Connection, codes: Iterable[str]) -> dict[str, bytes]:
    """Give, of some barcodes (by ``catalogue.barcode_key``), the product that has each first."""
    found: dict[str, bytes] = {}
    for chunk in in_chunks(codes):
        marks = ", ".join("?" * len(chunk))
        rows = run(
            connection,
            "SELECT code, product FROM barcode"  # noqa: S608
            f" WHERE site = 0 AND archived = 0 AND code IN ({marks}) ORDER BY id DESC",
            *chunk,
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def supplier_items(connection: Connection) -> set[tuple[bytes, bytes]]:
    """Give which supplier sells which product, archived suppliers included."""
    text = "SELECT supplier, product FROM supplier_item WHERE site = 0 AND archived = 0"
    return {(row[0], row[1]) for row in run(connection, text)}


class ItemFinder:
    """Finds the product that a row means: by its number elsewhere, its SKU or its barcode."""

    def __init__(self, connection: Connection, source: str) -> None:
        """Numbers elsewhere are those under which ``source`` brought its products."""
        self._connection = connection
        self._numbers = imported(connection, GLOBAL, source, "products")
        self._found: dict[tuple[str, str], Product | None] = {}

    def at(self, connection: Connection) -> "ItemFinder":
        """Go on with another connection; what was found stays known."""
        self._connection = connection
        return self

    def find(self, entry: Entry) -> tuple[Product, str]:
        """Give the product, and the field that named it. Raises NotFoundHere."""
        named, first = "", ""
        for field in ("item_id", "sku", "barcode"):
            value = entry.values.get(field)
            for text in value if isinstance(value, tuple) else (value,):
                if not text:
                    continue
                named, first = named or str(text), first or field
                item = self._by(field, str(text))
                if item is not None:
                    return item, field
        raise NotFoundHere(value=named, field=first)

    def _by(self, field: str, text: str) -> Product | None:
        place = (field, text)
        if place not in self._found:
            self._found[place] = self._look_up(field, text)
        return self._found[place]

    def _look_up(self, field: str, text: str) -> Product | None:
        if field == "item_id":
            identifier = self._numbers.get(text)
            return catalogue.product(self._connection, identifier) if identifier else None
        if field == "sku":
            return catalogue.find_sku(self._connection, text)
        matches = catalogue.matches(self._connection, text)
        return matches[0].product if len(matches) == 1 else None


class SupplierFinder:
    """Finds the supplier that a row means: by its number elsewhere or its code."""

    def __init__(self, connection: Connection, source: str) -> None:
        """Read all suppliers once: a company has hundreds."""
        numbers = imported(connection, GLOBAL, source, "suppliers")
        known = purchasing.suppliers(connection, archived=True)
        self._codes = {each.code.casefold(): each for each in reversed(known)}
        by_id = {each.id: each for each in known}
        self._numbers = {key: by_id[record] for key, record in numbers.items() if record in by_id}

    def find(self, entry: Entry) -> purchasing.Supplier:
        """Give the supplier. Raises NotFoundHere."""
        number, code = entry.values.get("supplier_id"), entry.values.get("supplier")
        found = self._numbers.get(str(number)) or self._codes.get(str(code).casefold())
        if found is None:
            field = "supplier" if number is None else "supplier_id"
            raise NotFoundHere(value=number or code or "", field=field)
        return found
