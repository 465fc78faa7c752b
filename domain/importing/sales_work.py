"""Importing sales of the past: products, customers and opening stock first, then each invoice.

The rules, where a file says nothing else (``SalesRules``):

- An invoice number is one document. Lines that name another time than the first keep it.
- A number that begins with C cancels: a refund, its goods come back. It names no original, so
  none is invented. One that begins with A adjusts money alone: its lines move nothing.
- An invoice of nothing but negative quantities that is no cancellation is a write-off: its goods
  go to the loss location.
- Service codes (postage, fees, manual entries, vouchers) are products that move no stock.
- SKUs are compared ignoring case; the spelling met most often is the SKU. A product's name is the
  description met most often in lines with a price: what people note in lines without one
  (“damaged”, “?”) is seldom a name. Every code and description is kept with its count.
- The list price of a product is the price above zero met most often in its sales.
- The stock with which the past began is not in such a file. The least that makes it possible is
  brought in first, as an opening balance on the day before: so no balance is ever below zero.
- Repeated lines are kept: they are lines, not mistakes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import cast

from sqlalchemy.engine import Connection

from domain import catalogue, counter, customers, stock
from domain.catalogue import NewPrice, NewProduct
from domain.counter import PastLine, PastSale
from domain.importing.catalogue_work import STEP, set_list_prices
from domain.importing.look_ups import imported, imported_of, skus
from domain.importing.model import Document, Entry
from domain.importing.stock_work import OPENING
from domain.importing.tables import import_line, import_name
from domain.importing.work import Job, Stage, Work, chunked
from domain.replica import GLOBAL, Transaction
from domain.replica.changeset import Value
from domain.values import from_moment

WRITE_OFF, ADJUSTMENT = "write_off", "adjustment"
"""Kinds of past documents that are neither a sale nor a refund."""

CUSTOMERS_A_STEP = 200
INVOICES_A_COMMIT = 100


@dataclass(frozen=True, slots=True)
class SalesRules:
    """What the numbers and codes of a past till mean."""

    cancels: str = "C"
    adjusts: str = "A"
    services: frozenset[str] = frozenset()
    service_beginnings: tuple[str, ...] = ()

    def is_service(self, key: str) -> bool:
        """Whether a SKU (folded) is a service."""
        return key in self.services or key.startswith(self.service_beginnings or "\x00")

    def kind(self, document: Document) -> str:
        """Say what a document is."""
        if document.key.startswith(self.cancels):
            return counter.REFUND
        if document.key.startswith(self.adjusts):
            return ADJUSTMENT
        if all(cast("Decimal", each.values["quantity"]) < 0 for each in document.entries):
            return WRITE_OFF
        return counter.SALE


@dataclass(slots=True)
class _Met:
    """What the survey learned of a product."""

    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Lines by (code, description) as written."""
    priced: Counter[str] = field(default_factory=Counter)
    prices: Counter[int] = field(default_factory=Counter)
    running: int = 0
    lowest: int = 0

    @property
    def sku(self) -> str:
        """The spelling met most often; of equals the first by the alphabet."""
        spellings: Counter[str] = Counter()
        for (code, _), lines in self.names.items():
            spellings[code] += lines
        return _most_common(spellings)

    @property
    def name(self) -> str:
        """The description met most often in lines with a price, else in any, else the SKU."""
        if self.priced:
            return _most_common(self.priced)
        others: Counter[str] = Counter()
        for (_, name), lines in self.names.items():
            if any(c.isalnum() for c in name):
                others[" ".join(name.split())] += lines
        return _most_common(others) if others else self.sku


def _most_common(counts: Counter[str]) -> str:
    return min(counts, key=lambda word: (-counts[word], word))


class SalesWork(Work):
    """Past sales, known by the source's invoice numbers. See the module for the rules."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.rules = SalesRules()
        self.documents_a_step = 1
        """Invoices in one changeset: one, so that the journal tells them apart."""
        self._met: dict[str, _Met] = defaultdict(_Met)
        self._customers: dict[str, Counter[str]] = defaultdict(Counter)
        self._first_day: str | None = None
        self._items: dict[str, tuple[bytes, str, str, bool]] = {}
        self._people: dict[str, bytes] = {}

    def see(self, entry: Entry) -> None:
        """Count names, prices, customers, and how low the stock goes."""
        values = entry.values
        written = str(values["sku"])
        key = catalogue.sku_key(written)
        met = self._met[key]
        name, price = str(values.get("name", "")), cast("int", values["price"])
        met.names[(written, name)] += 1
        if price > 0:
            met.prices[price] += 1
            if any(c.isalnum() for c in name):
                met.priced[" ".join(name.split())] += 1
        met.running -= self._goes_out(str(values["number"]), key, entry)
        met.lowest = min(met.lowest, met.running)
        customer = values.get("customer_id")
        if customer is not None:
            self._customers[str(customer)][str(values.get("country", ""))] += 1
        day = _day_of(entry)
        self._first_day = min(self._first_day or day, day)

    def _goes_out(self, number: str, key: str, entry: Entry) -> int:
        """Say how much a line takes from the shop; a lone line cannot tell a return from a
        write-off, so what is not cancelled counts as gone: then no balance goes below zero."""
        if number.startswith(self.rules.adjusts) or self.rules.is_service(key):
            return 0
        steps = int(cast("Decimal", entry.values["quantity"]))
        return steps if number.startswith(self.rules.cancels) else abs(steps)

    def stages(self) -> Iterator[Stage]:
        """Products, customers, opening stock, invoices."""
        products = chunked(sorted(self._met), STEP)
        yield Stage("products", products, len(self._met), self._new_products, self.write_products)
        people = chunked(sorted(self._customers), CUSTOMERS_A_STEP)
        yield Stage(
            "customers", people, len(self._customers), self._new_people, self.write_customers
        )
        yield Stage("opening stock", [["all"]], 1, self._no_opening, self.write_opening)
        self._read_books()
        sales = chunked(self.job.documents(), self.documents_a_step)
        total = self.job.survey.documents
        yield Stage(
            *("sales", sales, total, self._new_sales, self.write_sales, _sold_at),
            together=INVOICES_A_COMMIT,
        )

    # -- products -------------------------------------------------------------------------------

    def _new_products(self, connection: Connection, chunk: Sequence[str]) -> Sequence[str]:
        known = skus(connection, chunk)
        return [key for key in chunk if key not in known]

    def write_products(self, tx: Transaction, chunk: Sequence[str]) -> int:
        """Create products with every code and description they went by."""
        new = [self._product(key) for key in chunk]
        identifiers = catalogue.create_products(tx, new)
        names: list[dict[str, Value]] = [
            {
                "line": tx.next_line(import_name),
                "source": self.job.name,
                "product": identifier,
                "code": code,
                "name": name,
                "count": lines,
            }
            for key, identifier in zip(chunk, identifiers, strict=True)
            for (code, name), lines in sorted(self._met[key].names.items())
        ]
        tx.insert_many(import_name, names, scope=GLOBAL)
        prices = [
            NewPrice(identifier, min(met.prices, key=lambda p: (-met.prices[p], p)))
            for identifier, met in zip(identifiers, map(self._met.__getitem__, chunk), strict=True)
            if met.prices
        ]
        set_list_prices(tx, prices)
        return len(identifiers)

    def _product(self, key: str) -> NewProduct:
        met = self._met[key]
        kind = catalogue.SERVICE if self.rules.is_service(key) else catalogue.GOODS
        return NewProduct(sku=met.sku, name=met.name, kind=kind)

    # -- customers ------------------------------------------------------------------------------

    def _new_people(self, connection: Connection, chunk: Sequence[str]) -> Sequence[str]:
        known = imported_of(connection, GLOBAL, self.job.name, "customers", chunk)
        return [key for key in chunk if key not in known]

    def write_customers(self, tx: Transaction, chunk: Sequence[str]) -> int:
        """Enter customers by their number; the country met most often is their note."""
        made = []
        for number in chunk:
            country = _most_common(self._customers[number])
            found = customers.create_customer(tx, f"Customer {number}", notes=country)
            made.append((number, found.id, None))
        self.job.note_rows(tx, made, "customers", GLOBAL)
        return len(made)

    # -- opening stock --------------------------------------------------------------------------

    def _no_opening(self, connection: Connection, chunk: Sequence[str]) -> Sequence[str]:
        known = imported(connection, self.job.site, self.job.name, OPENING)
        return [] if known or self._first_day is None else chunk

    def write_opening(self, tx: Transaction, _: Sequence[str]) -> int:
        """Bring in the least stock with which no balance goes below zero, a day before."""
        floor = counter.places(tx).floor
        outside = stock.find_usage(tx.connection, self.job.site, stock.SUPPLIER).id
        day = datetime.fromisoformat(str(self._first_day)) - timedelta(days=1)
        items = skus(tx.connection, [key for key, met in self._met.items() if met.lowest < 0])
        moves = [
            stock.Move(
                *(item, -self._met[key].lowest, outside, floor, OPENING),
                business_date=day.date().isoformat(),
            )
            for key, item in sorted(items.items())
        ]
        stock.post(tx, moves)
        self.job.note_rows(tx, [("all", floor, str(len(moves)))], OPENING)
        return len(moves)

    # -- invoices -------------------------------------------------------------------------------

    def _read_books(self) -> None:
        with self.job.replica.read() as connection:
            known = skus(connection, self._met)
            found = catalogue.products(connection, list(known.values()))
            self._items = {
                key: (item, found[item].sku, found[item].name, found[item].kind == catalogue.GOODS)
                for key, item in known.items()
            }
            self._people = imported(connection, GLOBAL, self.job.name, "customers")
            self._there = set(imported(connection, self.job.site, self.job.name, "sales"))
        self._places: tuple[counter.Places, bytes] | None = None

    def _new_sales(self, _: Connection, chunk: Sequence[Document]) -> Sequence[Document]:
        return [each for each in chunk if each.key not in self._there]

    def write_sales(self, tx: Transaction, chunk: Sequence[Document]) -> int:
        """Write invoices with their movements."""
        if self._places is None:
            loss = stock.find_usage(tx.connection, self.job.site, stock.LOSS).id
            self._places = counter.places(tx), loss
        ends, loss = self._places
        noted = []
        for each in chunk:
            sale = self._sale(each, (ends.floor, loss))
            identifier = counter.record_sale(tx, sale, ends)
            self._note_lines(tx, identifier, sale.occurred_at, each)
            country = each.first.values.get("country")
            noted.append((each.key, identifier, None if country is None else str(country)))
        self.job.note_rows(tx, noted, "sales")
        return len(noted)

    def _sale(self, each: Document, lost: tuple[bytes, bytes]) -> PastSale:
        kind = self.rules.kind(each)
        customer = each.first.values.get("customer_id")
        return PastSale(
            reference=each.key,
            occurred_at=cast("int", each.first.values["sold_at"]),
            lines=[self._line(entry, kind, lost) for entry in each.entries],
            currency=self.job.currency,
            kind=kind,
            customer=None if customer is None else self._people[str(customer)],
            business_date=_day_of(each.first),
        )

    def _line(self, entry: Entry, kind: str, lost: tuple[bytes, bytes]) -> PastLine:
        values = entry.values
        item, _, name, goods = self._items[catalogue.sku_key(str(values["sku"]))]
        said = " ".join(str(values.get("name", "")).split())
        return PastLine(
            item=item,
            steps=int(cast("Decimal", values["quantity"])),
            price=cast("int", values["price"]),
            name=said if said and said != name else None,
            moves=goods and kind != ADJUSTMENT,
            route=lost if kind == WRITE_OFF else None,
        )

    def _note_lines(self, tx: Transaction, sale: bytes, at: int, each: Document) -> None:
        """Keep what a line says otherwise than its document: its time, its spelling of the SKU."""
        rows: list[dict[str, Value]] = []
        for number, entry in enumerate(each.entries, 1):
            written, when = str(entry.values["sku"]), cast("int", entry.values["sold_at"])
            other = written != self._items[catalogue.sku_key(written)][1]
            if other or when != at:
                row: dict[str, Value] = {
                    "line": tx.next_line(import_line),
                    "document": sale,
                    "document_line": number,
                    "code": written if other else None,
                    "moment": when if when != at else None,
                }
                rows.append(row)
        if rows:
            tx.insert_many(import_line, rows, scope=self.job.site)


def _day_of(entry: Entry) -> str:
    return from_moment(cast("int", entry.values["sold_at"])).date().isoformat()


def _sold_at(chunk: Sequence[Document]) -> int:
    return cast("int", chunk[0].first.values["sold_at"])
