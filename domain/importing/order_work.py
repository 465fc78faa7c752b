"""Importing customers' orders."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from sqlalchemy.engine import Connection

from domain import customers, orders
from domain.customers import EmailRefused, PhoneRefused
from domain.errors import RuleBroken
from domain.importing.errors import NotFoundHere, RowProblem, RowRefused
from domain.importing.look_ups import ItemFinder, imported, imported_of
from domain.importing.model import Document
from domain.importing.people_work import in_steps
from domain.importing.work import Stage, Work, chunked
from domain.replica import GLOBAL, Transaction

ORDERS_A_STEP = 100


class OrderWork(Work):
    """Orders, known by the source's number: the source is their channel.

    The customer is found by the source's number, by phone or by e-mail; a name alone makes the
    order one to that name, without a profile.
    """

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.documents(), ORDERS_A_STEP)
        yield Stage("orders", chunks, self.job.survey.documents, self.fresh, self.write)

    def fresh(self, connection: Connection, chunk: Sequence[Document]) -> Sequence[Document]:
        """Leave out what is there."""
        keys = [each.key for each in chunk]
        known = imported_of(connection, self.job.site, self.job.name, "orders", keys)
        return [each for each in chunk if each.key not in known]

    def write(self, tx: Transaction, chunk: Sequence[Document]) -> int:
        """Enter orders, confirmed."""
        job = self.job
        finder = ItemFinder(tx.connection, job.name)
        self._customers = imported(tx.connection, GLOBAL, job.name, "customers")
        new = []
        for each in chunk:
            try:
                new.append((each, self._order(tx, each, finder)))
            except RowProblem as problem:
                job.refuse(each.first, problem)
        made = []
        for each, order in new:
            try:
                made.append((each.key, orders.record_orders(tx, [order])[0], None))
            except RuleBroken as problem:
                job.refuse(each.first, RowRefused.because(problem))
        job.note_rows(tx, made, "orders")
        return len(made)

    def _order(self, tx: Transaction, each: Document, finder: ItemFinder) -> orders.NewOrder:
        first = each.first.values
        lines = []
        for entry in each.entries:
            item, _ = finder.find(entry)
            lines.append(
                orders.NewLine(
                    product=item.id,
                    steps=in_steps(item, cast("Decimal", entry.values["quantity"])),
                    price=cast("int", entry.values["price"]),
                    discount=cast("int", entry.values.get("discount", 0)),
                    tax_class=item.tax_class,
                )
            )
        name, place = str(first.get("customer", "")), str(first.get("ship_to", ""))
        return orders.NewOrder(
            lines=lines,
            channel=self.job.name,
            reference=each.key,
            customer=self._customer(tx.connection, each),
            ship_to=", ".join(part for part in (name, place) if part),
            note=str(first.get("note", "")),
            requested=cast("str | None", first.get("requested")),
            currency=self.job.currency,
            ordered_at=cast("int | None", first.get("ordered_at")),
        )

    def _customer(self, connection: Connection, each: Document) -> bytes | None:
        first = each.first.values
        number = first.get("customer_id")
        if number is not None:
            known = self._customers.get(str(number))
            if known is None:
                raise NotFoundHere(value=number, field="customer_id")
            return customers.standing(connection, known)
        found: list[customers.Customer] = []
        try:
            if "phone" in first:
                region = customers.default_region(connection)
                number = customers.normal_phone(str(first["phone"]), region)
                found = customers.by_phone(connection, number)
            if not found and "email" in first:
                found = customers.by_email(connection, customers.normal_email(str(first["email"])))
        except (PhoneRefused, EmailRefused):
            return None  # a number that cannot be dialled finds nobody; the order stands
        return found[0].id if found else None
