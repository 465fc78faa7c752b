"""Writing down what came: receipt lines, movements, lots, and what the order hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain import purchasing, stock
from domain.purchasing import Arrival
from domain.receiving.goods import Part
from domain.receiving.model import Receipt
from domain.receiving.tables import receipt_line
from domain.replica import Transaction, run
from domain.replica.changeset import Value

CAME = "receipt"
"""The reason of the movements."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a receipt's goods come from and are put down, and its next line."""

    receipt: bytes
    order: bytes | None
    outside: bytes
    location: bytes
    next_line: int


def desk_of(tx: Transaction, head: Receipt) -> Desk:
    """Give the desk of a receipt."""
    outside = stock.find_usage(tx.connection, tx.site, stock.SUPPLIER).id
    text = "SELECT coalesce(max(line), 0) FROM receipt_line WHERE site = ? AND document = ?"
    last = int(run(tx.connection, text, tx.site, head.id).scalar() or 0)
    return Desk(head.id, head.order, outside, head.location, last + 1)


def write_parts(tx: Transaction, desk: Desk, parts: Sequence[Part]) -> list[bytes]:
    """Write lines, movements, lots and arrivals of what came; give the lines' ids."""
    rows: list[dict[str, Value]] = []
    moves: list[stock.Move] = []
    arrivals: list[Arrival] = []
    identifiers: list[bytes] = []
    for number, part in enumerate(parts, desk.next_line):
        goods, line = part.goods, part.line
        identifiers.append(tx.new_id())
        accepted = part.received - part.rejected
        cost = goods.unit_cost
        if cost is None:
            cost = goods.item.cost if line is None else line.price
        row = _line_row(identifiers[-1], desk.receipt, number, part, cost)
        rows.append(row)
        if accepted:
            moves.append(
                stock.Move(
                    *(goods.item.id, accepted, desk.outside, desk.location, CAME),
                    lot=goods.lot,
                    serial=goods.serial,
                    document=desk.receipt,
                    document_line=number,
                    unit_cost=cost,
                    business_date=goods.day,
                )
            )
            stock.see_lot(tx, goods.item.id, goods.lot, goods.expires)
        if line is not None and desk.order is not None:
            own = (desk.order, line.id, desk.receipt, identifiers[-1])
            arrivals.append(Arrival(*own, part.received, part.rejected, goods.day))
    tx.insert_many(receipt_line, rows)
    stock.post(tx, moves)
    purchasing.note_arrivals(tx, arrivals)
    return identifiers


def _line_row(
    identifier: bytes, document: bytes, number: int, part: Part, cost: int | None
) -> dict[str, Value]:
    goods = part.goods
    return {
        "id": identifier,
        "document": document,
        "line": number,
        "item": goods.item.id,
        "order_line": None if part.line is None else part.line.id,
        "kind": part.kind,
        "accepted": part.received - part.rejected,
        "rejected": part.rejected,
        "reject_reason": goods.reason if part.rejected else None,
        "lot": goods.lot,
        "expires": goods.expires,
        "serial": goods.serial,
        "unit_cost": cost,
        "day": goods.day,
        "reverses": None,
    }
