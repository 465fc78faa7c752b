"""Entering orders and changing what is wanted of them."""

from collections.abc import Iterable, Sequence

from domain import catalogue, stock
from domain.access import require
from domain.orders.errors import (
    NothingExpectedBack,
    NotOnHold,
    OrderEmpty,
    OrderInvalid,
    OrderNotConfirmed,
    OrderNotOpen,
    OrderOnHold,
    StillOpen,
    TooMuchCancelled,
)
from domain.orders.model import (
    CANCEL,
    CLOSE,
    CONFIRM,
    HELD,
    LINE_CANCELLED,
    RELEASE,
    SERVED,
    SETTLED,
    NewLine,
    NewOrder,
    Order,
)
from domain.orders.queries import holds, order, packing_at
from domain.orders.tables import (
    sales_line_event,
    sales_order,
    sales_order_event,
    sales_order_line,
)
from domain.replica import Transaction, run
from domain.replica.changeset import Value
from domain.values import MOST_STEPS, line_amount

ENTER, CANCEL_RIGHT, HOLD_RIGHT = "orders.enter", "orders.cancel", "orders.hold"
NUMBER = "sales_order"
_CHUNK = 300


def enter_order(tx: Transaction, new: NewOrder) -> bytes:
    """Enter an order; give its id. Raises OrderEmpty, OrderInvalid.

    An order that the channel has sent before is not entered again: its id is given.
    """
    return record_orders(tx, [new])[0]


def record_orders(tx: Transaction, new: Sequence[NewOrder]) -> list[bytes]:
    """Enter many orders at once, some thousands a step; give their ids in the same order.

    Raises OrderEmpty, OrderInvalid: then none is entered.
    """
    tx.require(ENTER)
    items = _products(tx, new)
    for each in new:
        _check(each, items)
    known = _known(tx, new)
    found: list[bytes] = []
    fresh: list[tuple[bytes, NewOrder]] = []
    for each in new:
        key = (each.channel, each.reference)
        identifier = known.get(key) if each.reference is not None else None
        if identifier is None:
            identifier = tx.new_id()
            fresh.append((identifier, each))
            if each.reference is not None:
                known[key] = identifier
        found.append(identifier)
    for identifier, _ in fresh:
        tx.number(NUMBER, identifier)
    _write(tx, fresh, items)
    return found


def _products(tx: Transaction, new: Iterable[NewOrder]) -> dict[bytes, catalogue.Product]:
    wanted = {line.product for each in new for line in each.lines}
    return catalogue.products(tx.connection, sorted(wanted))


def _check(new: NewOrder, items: dict[bytes, catalogue.Product]) -> None:
    if not new.lines:
        raise OrderEmpty
    if new.reference is not None and not 0 < len(new.reference.strip()) <= 64:
        raise OrderInvalid(field="reference", value=new.reference)
    if not new.channel.strip():
        raise OrderInvalid(field="channel", value=new.channel)
    for line in new.lines:
        if line.product not in items:
            raise catalogue.UnknownProduct(sku=line.product.hex())
        if not 0 < line.steps <= MOST_STEPS:
            raise OrderInvalid(field="quantity", value=line.steps)
        if not 0 <= line.shipped_before <= line.steps:
            raise OrderInvalid(field="quantity shipped before", value=line.shipped_before)
        if line.price < 0:
            raise OrderInvalid(field="price", value=line.price)
        amount = _amount(new, line, items)
        if not 0 <= line.discount <= amount:
            raise OrderInvalid(field="discount", value=line.discount)


def _amount(new: NewOrder, line: NewLine, items: dict[bytes, catalogue.Product]) -> int:
    """The line before its discount, in minor units."""
    per_unit = items[line.product].steps_per_unit
    return line_amount(line.price, line.steps, per_unit, new.currency)


def _known(tx: Transaction, new: Sequence[NewOrder]) -> dict[tuple[str, str | None], bytes]:
    references = sorted({each.reference for each in new if each.reference is not None})
    found: dict[tuple[str, str | None], bytes] = {}
    for start in range(0, len(references), _CHUNK):
        chunk = references[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        rows = run(
            tx.connection,
            "SELECT o.channel, o.reference, o.id FROM sales_order o"  # noqa: S608
            " JOIN sales_order_state s ON s.site = o.site AND s.document = o.id"
            f" WHERE o.site = ? AND s.duplicate_of IS NULL AND o.reference IN ({marks})",
            tx.site,
            *chunk,
        )
        found.update({(row[0], row[1]): row[2] for row in rows})
    return found


def _write(
    tx: Transaction,
    fresh: Sequence[tuple[bytes, NewOrder]],
    items: dict[bytes, catalogue.Product],
) -> None:
    heads: list[dict[str, Value]] = []
    lines: list[dict[str, Value]] = []
    for identifier, each in fresh:
        heads.append(
            {
                "id": identifier,
                "channel": each.channel,
                "reference": each.reference,
                "customer": each.customer,
                "ship_to": each.ship_to,
                "note": each.note,
                "ordered_at": tx.occurred_at if each.ordered_at is None else each.ordered_at,
                "requested": each.requested,
                "currency": each.currency,
                "tax_included": int(each.tax_included),
                "priority": each.priority,
                "complete_only": int(each.complete_only),
            }
        )
        for number, line in enumerate(each.lines, 1):
            lines.append(
                {
                    "document": identifier,
                    "line": number,
                    "product": line.product,
                    "quantity": line.steps,
                    "price": line.price,
                    "discount": line.discount,
                    "amount": _amount(each, line, items) - line.discount,
                    "tax_class": line.tax_class,
                    "stocked": int(items[line.product].kind == catalogue.GOODS),
                    "shipped_before": line.shipped_before,
                }
            )
    if not heads:
        return
    tx.insert_many(sales_order, heads)
    tx.insert_many(sales_order_line, lines)
    confirmed = [identifier for identifier, each in fresh if each.confirmed]
    if confirmed:
        tx.insert_many(sales_order_event, [_event(tx, each, CONFIRM) for each in confirmed])


def _event(
    tx: Transaction, identifier: bytes, kind: str, reason: str = "", ends: bytes | None = None
) -> dict[str, Value]:
    return {
        "id": tx.new_id(),
        "document": identifier,
        "kind": kind,
        "ends": ends,
        "reason": reason,
    }


def note_line(
    tx: Transaction,
    identifier: bytes,
    line: int,
    kind: str,
    steps: int,
    *,
    whole: bool = False,
    reason: str = "",
) -> None:
    """Write what happened to a line: see ``sales_line_event``."""
    tx.insert(
        sales_line_event,
        line=tx.next_line(sales_line_event),
        document=identifier,
        order_line=line,
        kind=kind,
        quantity=steps,
        whole=int(whole),
        reason=reason,
    )


def require_workable(tx: Transaction, identifier: bytes) -> Order:
    """Give an order that may be allocated, picked or shipped now.

    Raises OrderNotConfirmed, OrderOnHold, OrderNotOpen, UnknownOrder.
    """
    found = order(tx.connection, tx.site, identifier)
    if not any(line.state.open for line in found.lines):
        raise OrderNotOpen(order=found.head.number, status=found.status)
    if not found.confirmed:
        raise OrderNotConfirmed(order=found.head.number)
    if found.head.held:
        raise OrderOnHold(order=found.head.number, reason="; ".join(found.hold_reasons))
    return found


def _open(tx: Transaction, identifier: bytes) -> Order:
    found = order(tx.connection, tx.site, identifier)
    if not any(line.state.open for line in found.lines):
        raise OrderNotOpen(order=found.head.number, status=found.status)
    return found


def confirm_order(tx: Transaction, identifier: bytes) -> None:
    """Make a draft an order to be filled; twice is once. Raises OrderNotOpen, UnknownOrder."""
    tx.require(ENTER)
    if not _open(tx, identifier).confirmed:
        tx.insert_many(sales_order_event, [_event(tx, identifier, CONFIRM)])


def hold_order(tx: Transaction, identifier: bytes, reason: str) -> None:
    """Stop an order: nothing is promised, picked or shipped for it. Raises OrderNotOpen.

    What it was promised stays promised to it.
    """
    require(tx, HOLD_RIGHT, identifier)
    _open(tx, identifier)
    tx.insert_many(sales_order_event, [_event(tx, identifier, HELD, reason)])


def release_order(tx: Transaction, identifier: bytes, reason: str = "") -> None:
    """End every hold of an order that is known here. Raises NotOnHold, UnknownOrder."""
    require(tx, HOLD_RIGHT, identifier)
    standing = holds(tx.connection, tx.site, identifier)
    if not standing:
        raise NotOnHold(order=order(tx.connection, tx.site, identifier).head.number)
    rows = [_event(tx, identifier, RELEASE, reason, hold) for hold, _ in standing]
    tx.insert_many(sales_order_event, rows)


def cancel_order(tx: Transaction, identifier: bytes, reason: str) -> None:
    """Cancel all that is not shipped and give its promised stock back. Raises OrderNotOpen.

    Where another station has shipped meanwhile, *shipped wins*: see ``model.line_state``.
    """
    require(tx, CANCEL_RIGHT, identifier)
    found = _open(tx, identifier)
    tx.insert_many(sales_order_event, [_event(tx, identifier, CANCEL, reason)])
    for line in found.lines:
        known = line.state.shipped + line.state.over_shipped
        note_line(tx, identifier, line.line, LINE_CANCELLED, known, whole=True, reason=reason)
    release_promises(tx, identifier)


def cancel_line(tx: Transaction, identifier: bytes, line: int, steps: int, reason: str) -> None:
    """Cancel part of a line that is still open; its surplus promises go back.

    Raises TooMuchCancelled, OrderNotOpen.
    """
    require(tx, CANCEL_RIGHT, identifier)
    state = _open(tx, identifier).line(line).state
    if not 0 < steps <= state.open:
        raise TooMuchCancelled(open=state.open, wanted=steps)
    note_line(tx, identifier, line, LINE_CANCELLED, steps, reason=reason)
    release_surplus(tx, identifier, line, state.open - steps)


def settle_return(tx: Transaction, identifier: bytes, line: int, steps: int, reason: str) -> None:
    """Note that goods which went out against a cancellation came back, or that they stay there.

    Raises NothingExpectedBack.
    """
    require(tx, CANCEL_RIGHT, identifier)
    state = order(tx.connection, tx.site, identifier).line(line).state
    if not 0 < steps <= state.return_expected:
        raise NothingExpectedBack(expected=state.return_expected, wanted=steps)
    note_line(tx, identifier, line, SETTLED, steps, reason=reason)


def serve_line(tx: Transaction, identifier: bytes, line: int, steps: int) -> None:
    """Note that a service of an order was rendered, or (below zero) taken back."""
    note_line(tx, identifier, line, SERVED, steps)


def close_order(tx: Transaction, identifier: bytes) -> None:
    """Put a shipped order away. Raises StillOpen, UnknownOrder."""
    tx.require(ENTER)
    found = order(tx.connection, tx.site, identifier)
    if any(line.state.open for line in found.lines):
        raise StillOpen(order=found.head.number)
    tx.insert_many(sales_order_event, [_event(tx, identifier, CLOSE)])


def release_promises(tx: Transaction, identifier: bytes) -> int:
    """Give back all stock that an order was promised; give the steps."""
    steps = 0
    for each in stock.reserved_for(tx.connection, tx.site, identifier):
        stock.release(tx, each.id, each.quantity)
        steps += each.quantity
    return steps


def release_surplus(tx: Transaction, identifier: bytes, line: int, wanted: int) -> int:
    """Give back what a line was promised beyond ``wanted``: bins first, newest promise first."""
    own = [
        each
        for each in stock.reserved_for(tx.connection, tx.site, identifier)
        if each.document_line == line
    ]
    surplus = sum(each.quantity for each in own) - wanted
    released = 0
    packing = packing_place(tx)
    for each in sorted(own, key=lambda r: (r.location != packing, r.id), reverse=True):
        steps = min(each.quantity, surplus - released)
        if steps > 0:
            stock.release(tx, each.id, steps)
            released += steps
    return released


def packing_place(tx: Transaction) -> bytes:
    """Give the id of the site's packing place. Raises UnknownLocation."""
    return packing_at(tx.connection, tx.site)
