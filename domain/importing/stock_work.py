"""Importing what lies where: bins and their opening balances."""

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import cast

from sqlalchemy.engine import Connection

from domain import stock
from domain.importing.errors import RowProblem
from domain.importing.look_ups import ItemFinder, imported_of
from domain.importing.model import Entry
from domain.importing.people_work import in_steps
from domain.importing.work import Stage, Work, chunked
from domain.replica import Transaction

STEP = 500
OPENING = "opening"
"""The reason of the movements: the goods come from the supplier's side of the ledger."""


class StockWork(Work):
    """Opening balances, known by bin, product and lot; bins and zones that are new are made.

    A balance of zero makes its bin and no movement.
    """

    def key(self, entry: Entry) -> str | None:
        """A product stands in one line for each bin and lot."""
        names = ("zone", "bin", "item_id", "sku", "barcode", "lot")
        return "\x1f".join(str(entry.values.get(name, "")) for name in names)

    def stages(self) -> Iterator[Stage]:
        """One stage."""
        chunks = chunked(self.job.entries(), STEP)
        yield Stage("balances", chunks, self.job.survey.good, self.fresh, self.write)

    def _number(self, entry: Entry) -> str:
        said = str(self.key(entry))
        return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()

    def fresh(self, connection: Connection, chunk: Sequence[Entry]) -> Sequence[Entry]:
        """Leave out the balances that were brought in before."""
        keys = [self._number(entry) for entry in chunk]
        known = imported_of(connection, self.job.site, self.job.name, "balances", keys)
        return [entry for entry, key in zip(chunk, keys, strict=True) if key not in known]

    def write(self, tx: Transaction, chunk: Sequence[Entry]) -> int:
        """Make bins and post the opening movements."""
        job = self.job
        places = {each.code: each.id for each in stock.locations(tx.connection, job.site)}
        outside = stock.find_usage(tx.connection, job.site, stock.SUPPLIER).id
        finder = ItemFinder(tx.connection, job.name)
        moves, noted = [], []
        for entry in chunk:
            try:
                item, _ = finder.find(entry)
                steps = in_steps(item, cast("Decimal", entry.values["quantity"]))
            except RowProblem as problem:
                job.refuse(entry, problem)
                continue
            place = self._bin(tx, places, entry)
            lot = str(entry.values.get("lot", stock.NO_LOT))
            stock.see_lot(tx, item.id, lot, None)
            if steps:
                moves.append(stock.Move(item.id, steps, outside, place, OPENING, lot))
            noted.append((self._number(entry), place, None))
        stock.post(tx, moves)
        job.note_rows(tx, noted, "balances")
        return len(noted)

    def _bin(self, tx: Transaction, places: dict[str, bytes], entry: Entry) -> bytes:
        zone, code = str(entry.values.get("zone", "")), str(entry.values["bin"])
        if code not in places:
            if zone and zone not in places:
                places[zone] = stock.create_location(tx, zone, zone, stock.VIEW)
            places[code] = stock.create_location(
                tx, code, code, parent=places.get(zone), walk_order=len(places)
            )
        return places[code]
