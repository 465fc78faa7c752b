"""Taking back: one scan while its receipt is open, or a whole receipt.

What a scan did is mirrored by facts of the opposite sign; no other receipt is touched.
"""

from collections.abc import Sequence

from domain import catalogue, purchasing, stock
from domain.purchasing import Arrival
from domain.receiving.commands import RECEIVE, require_open
from domain.receiving.errors import AlreadyRolledBack, GoodsMoved, UnknownReceiptLine
from domain.receiving.model import ROLL_BACK, Receipt, ReceiptLine
from domain.receiving.queries import receipt, receipt_lines
from domain.receiving.tables import receipt_event, receipt_line
from domain.receiving.writing import desk_of
from domain.replica import Transaction
from domain.replica.changeset import Value

WENT_BACK = "receipt_undone"
"""The reason of the movements."""


def undo_scan(tx: Transaction, receipt_id: bytes, lines: Sequence[bytes]) -> None:
    """Take a scan back while the receipt is open: what it did is mirrored, nothing else.

    ``lines`` are those that the scan wrote. Raises ReceiptNotOpen, UnknownReceiptLine, GoodsMoved.
    """
    tx.require(RECEIVE)
    head = require_open(tx, receipt_id)
    standing = {line.id: line for line in receipt_lines(tx.connection, tx.site, receipt_id)}
    if not all(line in standing for line in lines):
        raise UnknownReceiptLine(receipt=head.number)
    _take_back(tx, head, [standing[line] for line in dict.fromkeys(lines)])


def roll_back(tx: Transaction, receipt_id: bytes, reason: str) -> None:
    """Take a whole receipt back, open or completed; no other receipt is touched.

    Raises AlreadyRolledBack where nothing stands, GoodsMoved.
    """
    tx.require(RECEIVE)
    head = receipt(tx.connection, tx.site, receipt_id)
    standing = receipt_lines(tx.connection, tx.site, receipt_id)
    if not standing:
        raise AlreadyRolledBack(receipt=head.number)
    _take_back(tx, head, standing)
    tx.insert(receipt_event, id=tx.new_id(), document=receipt_id, kind=ROLL_BACK, reason=reason)


def _take_back(tx: Transaction, head: Receipt, lines: Sequence[ReceiptLine]) -> None:
    _require_there(tx, head, lines)
    desk = desk_of(tx, head)
    day = stock.today(tx)
    rows: list[dict[str, Value]] = []
    moves: list[stock.Move] = []
    arrivals: list[Arrival] = []
    for number, line in enumerate(reversed(lines), desk.next_line):
        rows.append(_mirrored(tx, line, number, day))
        if line.accepted:
            moves.append(
                stock.Move(
                    *(line.item, line.accepted, desk.location, desk.outside, WENT_BACK),
                    lot=line.lot,
                    serial=line.serial,
                    document=head.id,
                    document_line=line.line,
                    unit_cost=line.unit_cost,
                    business_date=day,
                )
            )
        if line.order_line is not None and head.order is not None:
            own = (head.order, line.order_line, head.id, line.id)
            arrivals.append(Arrival(*own, -line.received, -line.rejected, day))
    tx.insert_many(receipt_line, rows)
    stock.post(tx, moves)
    purchasing.note_arrivals(tx, arrivals)


def _mirrored(tx: Transaction, line: ReceiptLine, number: int, day: str) -> dict[str, Value]:
    return {
        "id": tx.new_id(),
        "document": line.receipt,
        "line": number,
        "item": line.item,
        "order_line": line.order_line,
        "kind": line.kind,
        "accepted": -line.accepted,
        "rejected": -line.rejected,
        "reject_reason": line.reject_reason,
        "lot": line.lot,
        "expires": line.expires,
        "serial": line.serial,
        "unit_cost": line.unit_cost,
        "day": day,
        "reverses": line.id,
    }


def _require_there(tx: Transaction, head: Receipt, lines: Sequence[ReceiptLine]) -> None:
    """Refuse to take back goods that were moved on. Raises GoodsMoved."""
    wanted: dict[tuple[bytes, str], int] = {}
    for line in lines:
        wanted[(line.item, line.lot)] = wanted.get((line.item, line.lot), 0) + line.accepted
    for (item, lot), steps in wanted.items():
        there = stock.balance_at(tx.connection, tx.site, item, head.location, lot)
        if there.on_hand < steps:
            product = catalogue.product(tx.connection, item)
            raise GoodsMoved(
                item=product.name,
                wanted=product.format(steps),
                available=product.format(max(there.on_hand, 0)),
                location=there.location.code,
            )
    for line in lines:
        if line.serial is None or not line.accepted:
            continue
        places = stock.serial_places(tx.connection, tx.site, line.item, line.serial)
        if head.location not in {place.id for place in places}:
            name = catalogue.product(tx.connection, line.item).name
            code = stock.location(tx.connection, tx.site, head.location).code
            raise GoodsMoved(item=name, wanted=1, available=0, location=code)
