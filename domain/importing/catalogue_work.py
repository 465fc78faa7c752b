"""Importing products and barcodes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from sqlalchemy.engine import Connection

from domain import catalogue
from domain.catalogue import NewPrice, NewProduct
from domain.errors import RuleBroken
from domain.importing.errors import CodeShared, NameMissing, NotFoundHere, RowProblem, RowRefused
from domain.importing.look_ups import ItemFinder, code_owners, imported_of, skus
from domain.importing.model import Entry, Problem
from domain.importing.work import Job, Stage, Work, chunked
from domain.replica import GLOBAL, Transaction
from domain.values import Factor

STEP = 4000  # rows in a transaction: about a second of work

_DECIMALS = {"kg": 3, "l": 3, "m": 2, "千克": 3, "公斤": 3, "升": 3, "米": 2}
"""The digits of the smallest step by unit: kilograms are counted in grams."""
_UNITS = {"千克": "kg", "公斤": "kg", "升": "l", "米": "m", "个": "pc", "件": "pc", "ea": "pc"}


def new_product(entry: Entry, tax_classes: dict[str, bytes]) -> NewProduct:
    """Make a product of a row's values. Raises NotFoundHere for a tax class that is not there."""
    values = entry.values
    codes = cast("tuple[str, ...]", values.get("barcode", ()))
    unit = str(values.get("unit", "pc")).strip().casefold()
    tax = values.get("tax")
    if tax is not None and str(tax) not in tax_classes:
        raise NotFoundHere(value=tax)
    words = {name: str(values[name]) for name in ("colour", "size") if name in values}
    return NewProduct(
        sku=sku_of(entry),
        name=str(values["name"]),
        name_zh=cast("str | None", values.get("name_zh")),
        kind=str(values.get("kind", catalogue.GOODS)),
        unit=_UNITS.get(unit, unit),
        decimals=_DECIMALS.get(unit, 0),
        tracking=str(values.get("tracking", catalogue.NOT_TRACKED)),
        tax_class=None if tax is None else tax_classes[str(tax)],
        category=cast("str | None", values.get("category")),
        attributes=words,
        weighed=unit in ("kg", "千克", "公斤"),
        cost=cast("int | None", values.get("cost")),
        barcodes=codes,
    )


def sku_of(entry: Entry) -> str:
    """Give a row's SKU; where it has none its first barcode takes the place."""
    codes = entry.values.get("barcode", ())
    first = codes[0] if isinstance(codes, tuple) and codes else codes
    return str(entry.values.get("sku") or first or "")


def flag_shared(
    job: Job, connection: Connection, coded: Iterable[tuple[Entry, Sequence[str]]]
) -> None:
    """Flag barcodes that another product has already, in the books or in this chunk."""
    pairs = [(entry, code, catalogue.barcode_key(code)) for entry, own in coded for code in own]
    owners = code_owners(connection, dict.fromkeys(key for _, _, key in pairs))
    names = catalogue.products(connection, list(set(owners.values())))
    taken = {key: names[owner].name for key, owner in owners.items() if owner in names}
    for entry, code, key in pairs:
        if key in taken:
            flag = CodeShared(value=code, other=taken[key])
            job.findings.add(Problem(entry.line, job.column("barcode"), flag))
        else:
            taken[key] = str(entry.values.get("name", sku_of(entry)))


def create_all(
    job: Job, tx: Transaction, made: Sequence[tuple[Entry, NewProduct]]
) -> list[tuple[Entry, bytes]]:
    """Create products at once; where one of them is refused, one by one, noting which."""
    try:
        identifiers = catalogue.create_products(tx, [product for _, product in made])
    except RuleBroken:
        found = []
        for entry, product in made:
            try:
                found.append((entry, catalogue.create_products(tx, [product])[0]))
            except RuleBroken as problem:
                job.refuse(entry, RowRefused.because(problem))
        return found
    return [(entry, identifier) for (entry, _), identifier in zip(made, identifiers, strict=True)]


class ProductWork(Work):
    """Products with barcodes, prices and tax class; known by SKU, ignoring case."""

    def key(self, entry: Entry) -> str | None:
        """A SKU stands in one line."""
        return catalogue.sku_key(sku_of(entry)) or None

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("products", chunks, self.job.survey.good, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out what is in the catalogue."""
        known = skus(connection, [catalogue.sku_key(sku_of(entry)) for entry in chunk])
        return [entry for entry in chunk if catalogue.sku_key(sku_of(entry)) not in known]

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Create products, their prices, and note their numbers elsewhere."""
        job = self.job
        classes = {each.code: each.id for each in catalogue.tax_classes(tx.connection)}
        made = []
        for entry in chunk:
            try:
                made.append((entry, new_product(entry, classes)))
            except RowProblem as problem:
                job.refuse(entry, problem, "tax")
        flag_shared(job, tx.connection, ((entry, product.barcodes) for entry, product in made))
        created = create_all(job, tx, made)
        prices = [
            NewPrice(identifier, cast("int", entry.values["price"]))
            for entry, identifier in created
            if "price" in entry.values
        ]
        if prices:
            set_list_prices(tx, prices)
        numbers = [
            (str(entry.values["id"]), identifier, None)
            for entry, identifier in created
            if "id" in entry.values
        ]
        job.note_rows(tx, numbers, "products", GLOBAL)
        return len(created)


def set_list_prices(tx: Transaction, prices: Sequence[NewPrice]) -> None:
    """Add prices to the retail list, or to the only list there is; without a list to none."""
    lists = catalogue.price_lists(tx.connection)
    chosen = lists.get("RETAIL") or next(iter(lists.values()), None)
    if chosen is not None:
        catalogue.set_prices(tx, chosen, prices)


class BarcodeWork(Work):
    """Barcodes of products that are there (by SKU), or of new products that are named by them."""

    def key(self, entry: Entry) -> str | None:
        """A code stands in one line; a product may have several codes."""
        code = catalogue.sku_key(str(entry.values["barcode"]))
        if "sku" in entry.values:
            return f"{code}\x1f{catalogue.sku_key(str(entry.values['sku']))}"
        return code

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("barcodes", chunks, self.job.survey.good, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out products that are there by their code, and codes that their product has."""
        named = [e for e in chunk if "sku" in e.values]
        alone = [e for e in chunk if "sku" not in e.values]
        known = skus(connection, [catalogue.sku_key(str(e.values["barcode"])) for e in alone])
        found = [e for e in alone if catalogue.sku_key(str(e.values["barcode"])) not in known]
        if named:
            owners = _all_owners(connection, [str(e.values["barcode"]) for e in named])
            items = skus(connection, [catalogue.sku_key(str(e.values["sku"])) for e in named])
            found += [e for e in named if _pair(e, items) not in owners]
        return sorted(found, key=lambda entry: entry.line)

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Add codes, and products for those that belong to none."""
        job = self.job
        codes = ((entry, [str(entry.values["barcode"])]) for entry in chunk)
        flag_shared(job, tx.connection, codes)
        made = [(entry, self._alone(entry)) for entry in chunk if "sku" not in entry.values]
        count = len(create_all(job, tx, made)) if made else 0
        return count + self._add_to_products(tx, [e for e in chunk if "sku" in e.values])

    def _alone(self, entry: Entry) -> NewProduct:
        code = str(entry.values["barcode"])
        name = str(entry.values.get("name", ""))
        if not name:
            column = self.job.column("name")
            self.job.findings.add(Problem(entry.line, column, NameMissing(value=code)))
        name_zh = cast("str | None", entry.values.get("name_zh"))
        return NewProduct(sku=code, name=name or code, name_zh=name_zh, barcodes=(code,))

    def _add_to_products(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        count = 0
        finder = ItemFinder(tx.connection, self.job.name)
        for entry in chunk:
            try:
                item, _ = finder.find(Entry(entry.line, {"sku": entry.values["sku"]}))
            except NotFoundHere as problem:
                self.job.refuse(entry, problem, "sku")
                continue
            code, units = str(entry.values["barcode"]), cast("int", entry.values.get("units", 1))
            if units > 1:
                factor = Factor(units * item.steps_per_unit)
                catalogue.add_pack(tx, item.id, "case", f"× {units}", factor, [code])
            else:
                catalogue.add_barcode(tx, item.id, code)
            count += 1
        return count


def _pair(entry: Entry, items: dict[str, bytes]) -> tuple[str, bytes]:
    key = catalogue.sku_key(str(entry.values["sku"]))
    return catalogue.barcode_key(str(entry.values["barcode"])), items.get(key, b"")


def _all_owners(connection: Connection, codes: Sequence[str]) -> set[tuple[str, bytes]]:
    found = set()
    for code in codes:
        for match in catalogue.matches(connection, code):
            found.add((catalogue.barcode_key(code), match.product.id))
    return found


def known_numbers(job: Job, connection: Connection, kind: str, keys: Iterable[str]) -> set[str]:
    """Give which of the source's numbers of a kind became something company-wide already."""
    return set(imported_of(connection, GLOBAL, job.name, kind, keys))
