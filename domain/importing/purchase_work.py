"""Importing purchase orders, and receiving what is said to have come for them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from sqlalchemy.engine import Connection

from domain import purchasing, receiving, stock
from domain.errors import RuleBroken
from domain.importing.errors import NoReceivingPlace, RowProblem, RowRefused
from domain.importing.look_ups import ItemFinder, SupplierFinder, imported
from domain.importing.model import Document, Entry
from domain.importing.people_work import in_steps
from domain.importing.work import Stage, Work, chunked
from domain.purchasing import NewLine, NewOrder
from domain.receiving import Arrived
from domain.replica import Transaction
from domain.values import moment

ORDERS_A_STEP = 50
FINISHED = "complete in the imported data"


class PurchaseWork(Work):
    """Purchase orders, known by the source's number; each with its receipt in a step of its own.

    Where rows say what was received, it is received through the receiving commands: one receipt
    an order, on the day that the first row names. What was rejected counts as damaged, since the
    row does not say why.
    """

    def stages(self) -> Iterator[Stage]:
        """Orders first, then what came for them."""
        job = self.job
        total = job.survey.documents
        orders = chunked(job.documents(), ORDERS_A_STEP)
        yield Stage("purchase orders", orders, total, self._orders_to_do, self.write_orders)
        if "received" not in job.columns.columns:
            return
        with job.replica.read() as connection:
            self._require_place(connection)
            self._done = imported(connection, job.site, job.name, "receipts")
            self._orders = purchasing.references(connection, job.site)
            self._items = ItemFinder(connection, job.name)
        came = ([each] for each in job.documents() if _arrived(each))
        yield Stage(
            *("receipts", came, total, self._receipts_to_do, self.write_receipt, _receipt_moment),
            refuse=self._refuse_receipt,
            together=ORDERS_A_STEP,
        )

    def _require_place(self, connection: Connection) -> None:
        try:
            stock.find_location(connection, self.job.site, receiving.RECEIVING)
        except stock.UnknownLocation:
            raise NoReceivingPlace(site=self.job.site) from None

    def _orders_to_do(
        self, connection: Connection, chunk: Sequence[Document]
    ) -> Sequence[Document]:
        known = purchasing.references(connection, self.job.site)
        return [each for each in chunk if each.key not in known]

    def write_orders(self, tx: Transaction, chunk: Sequence[Document]) -> int:
        """Enter orders as they were sent."""
        sellers = SupplierFinder(tx.connection, self.job.name)
        finder = ItemFinder(tx.connection, self.job.name)
        new = []
        for each in chunk:
            try:
                new.append(self._order(each, sellers, finder))
            except RowProblem as problem:
                self.job.refuse(each.first, problem)
        purchasing.create_orders(tx, new)
        return len(new)

    def _order(self, each: Document, sellers: SupplierFinder, finder: ItemFinder) -> NewOrder:
        first = each.first.values
        seller = sellers.find(each.first)
        lines = []
        for entry in each.entries:
            item, _ = finder.find(entry)
            values = entry.values
            line = NewLine(
                product=item.id,
                quantity=in_steps(item, cast("Decimal", values["quantity"])),
                price=cast("int", values.get("price", item.cost or 0)),
                steps_per_unit=item.steps_per_unit,
                due=cast("str | None", values.get("due")),
                tolerance=seller.over_tolerance,
            )
            lines.append(line)
        return NewOrder(
            supplier=seller.id,
            currency=seller.currency,
            lines=tuple(lines),
            reference=each.key,
            expected=cast("str | None", first.get("due")),
            tax=cast("int", first.get("tax", 0)),
            freight=cast("int", first.get("freight", 0)),
            sent_day=cast("str | None", first.get("ordered_on")),
        )

    def _receipts_to_do(self, _: Connection, chunk: Sequence[Document]) -> Sequence[Document]:
        return [each for each in chunk if each.key not in self._done and each.key in self._orders]

    def write_receipt(self, tx: Transaction, chunk: Sequence[Document]) -> int:
        """Receive what came for one order; an order that is finished stays short."""
        (each,) = chunk
        order = self._orders[each.key]
        receipt = receiving.receive_order_lines(
            tx,
            order,
            [self._came(tx, n, entry) for n, entry in _arrived(each)],
            day=cast("str | None", each.first.values.get("received_on")),
            reference=each.key,
        )
        short = any(_received(e) < cast("Decimal", e.values["quantity"]) for e in each.entries)
        if short and each.first.values.get("finished") is True:
            purchasing.close_short(tx, order, FINISHED)
        self.job.note_rows(tx, [(each.key, receipt, None)], "receipts")
        return 1

    def _refuse_receipt(self, chunk: Sequence[Document], problem: RuleBroken) -> None:
        refusal = problem if isinstance(problem, RowProblem) else RowRefused.because(problem)
        self.job.refuse(chunk[0].first, refusal, "received")

    def _came(self, tx: Transaction, number: int, entry: Entry) -> Arrived:
        item, _ = self._items.at(tx.connection).find(entry)
        rejected = cast("Decimal", entry.values.get("rejected", Decimal(0)))
        return Arrived(number, in_steps(item, _received(entry)), in_steps(item, rejected))


def _received(entry: Entry) -> Decimal:
    return cast("Decimal", entry.values.get("received", Decimal(0)))


def _arrived(document: Document) -> list[tuple[int, Entry]]:
    """Give the numbered lines for which something came."""
    return [(n, entry) for n, entry in enumerate(document.entries, 1) if _received(entry)]


def _receipt_moment(chunk: Sequence[Document]) -> int:
    """A receipt happened on its day, at noon UTC; without one, today."""
    from datetime import UTC, datetime, time

    day = chunk[0].first.values.get("received_on")
    when = date.fromisoformat(str(day)) if day else datetime.now(UTC).date()
    return moment(datetime.combine(when, time(12), UTC))
