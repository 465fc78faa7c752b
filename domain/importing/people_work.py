"""Importing customers, suppliers, and what suppliers sell."""

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from sqlalchemy.engine import Connection

from domain import customers, purchasing
from domain.catalogue import Product
from domain.errors import RuleBroken
from domain.importing.errors import NotExact, RowProblem, RowRefused
from domain.importing.look_ups import (
    ItemFinder,
    SupplierFinder,
    imported_of,
    supplier_items,
)
from domain.importing.model import Entry
from domain.importing.work import Stage, Work, chunked
from domain.purchasing import NewSupplier, NewTerms
from domain.replica import GLOBAL, Transaction

STEP = 500


def in_steps(item: Product, amount: Decimal) -> int:
    """Turn units of a product into its smallest steps. Raises NotExact."""
    steps = amount * item.steps_per_unit
    if steps != int(steps):
        raise NotExact(value=amount, most=item.decimals, field="quantity")
    return int(steps)


class CustomerWork(Work):
    """Customers, known by the source's number; without one by name, phone and e-mail."""

    def key(self, entry: Entry) -> str | None:
        """A customer stands in one line."""
        return customer_key(entry)

    def label(self, entry: Entry) -> str:
        """The number, else the name."""
        return str(entry.values.get("id", entry.values["name"]))

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("customers", chunks, self.job.survey.good, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out who is there."""
        keys = [customer_key(entry) for entry in chunk]
        known = imported_of(connection, GLOBAL, self.job.name, "customers", keys)
        return [entry for entry, key in zip(chunk, keys, strict=True) if key not in known]

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Enter customers one by one: each has rules of its own."""
        made = []
        for entry in chunk:
            words = {
                name: str(entry.values[name])
                for name in ("phone", "email", "language", "notes")
                if name in entry.values
            }
            try:
                customer = customers.create_customer(tx, str(entry.values["name"]), **words)  # type: ignore[arg-type]
            except RuleBroken as problem:
                self.job.refuse(entry, RowRefused.because(problem))
                continue
            made.append((customer_key(entry), customer.id, None))
        self.job.note_rows(tx, made, "customers", GLOBAL)
        return len(made)


def customer_key(entry: Entry) -> str:
    """Give what a customer is known by: the number, else a digest of what was said."""
    number = entry.values.get("id")
    if number is not None:
        return str(number)
    said = "\x1f".join(str(entry.values.get(n, "")).casefold() for n in ("name", "phone", "email"))
    return f"~{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"


class SupplierWork(Work):
    """Suppliers, known by their code, ignoring case."""

    def key(self, entry: Entry) -> str | None:
        """A supplier stands in one line."""
        return str(entry.values["code"]).casefold()

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("suppliers", chunks, self.job.survey.good, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out who is there."""
        everybody = purchasing.suppliers(connection, archived=True)
        known = {each.code.casefold() for each in everybody}
        return [entry for entry in chunk if str(entry.values["code"]).casefold() not in known]

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Create suppliers; those that are not active are archived at once."""
        made = []
        for entry in chunk:
            try:
                identifier = purchasing.create_suppliers(tx, [self._new(entry)])[0]
            except RuleBroken as problem:
                self.job.refuse(entry, RowRefused.because(problem))
                continue
            made.append((entry, identifier))
        for entry, identifier in made:
            if entry.values.get("active") is False:
                purchasing.edit_supplier(tx, identifier, archived=1)
        numbers = [
            (str(e.values["id"]), identifier, None) for e, identifier in made if "id" in e.values
        ]
        self.job.note_rows(tx, numbers, "suppliers", GLOBAL)
        return len(made)

    def _new(self, entry: Entry) -> NewSupplier:
        values = entry.values
        return NewSupplier(
            code=str(values["code"]),
            name=str(values["name"]),
            email=cast("str | None", values.get("email")),
            phone=cast("str | None", values.get("phone")),
            currency=str(values.get("currency", self.job.currency)).upper(),
            lead_time_days=cast("int", values.get("lead_time", 0)),
            minimum_order_amount=cast("int | None", values.get("minimum")),
            over_tolerance=cast("int", values.get("tolerance", 0)),
            rating=cast("int | None", values.get("rating")),
        )


class SupplierItemWork(Work):
    """What suppliers sell and on what terms; known by supplier and product."""

    def key(self, entry: Entry) -> str | None:
        """Supplier and product stand together in one line."""
        names = ("supplier_id", "supplier", "item_id", "sku", "barcode")
        return "\x1f".join(str(entry.values[n]).casefold() for n in names if n in entry.values)

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("supplier items", chunks, self.job.survey.good, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out the terms that are there; a row that names nobody is left for ``write``."""
        sellers = SupplierFinder(connection, self.job.name)
        finder = ItemFinder(connection, self.job.name)
        known = supplier_items(connection)
        found = []
        for entry in chunk:
            try:
                seller, (item, _) = sellers.find(entry), finder.find(entry)
            except RowProblem:
                found.append(entry)
                continue
            if (seller.id, item.id) not in known:
                found.append(entry)
        return found

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Set the terms."""
        sellers = SupplierFinder(tx.connection, self.job.name)
        finder = ItemFinder(tx.connection, self.job.name)
        terms = []
        for entry in chunk:
            try:
                seller = sellers.find(entry)
                item, _ = finder.find(entry)
                terms.append(self._terms(entry, seller.id, item))
            except RowProblem as problem:
                self.job.refuse(entry, problem)
        return len(purchasing.set_supplier_items(tx, terms))

    def _terms(self, entry: Entry, seller: bytes, item: Product) -> NewTerms:
        values = entry.values
        top = cast("Decimal | None", values.get("maximum"))
        return NewTerms(
            supplier=seller,
            product=item.id,
            price=cast("int", values["price"]),
            code=cast("str | None", values.get("code")),
            lead_time_days=cast("int | None", values.get("lead_time")),
            min_quantity=in_steps(item, cast("Decimal", values.get("minimum", Decimal(0)))),
            max_quantity=None if top is None else in_steps(item, top),
            preferred=values.get("preferred") is True,
        )
