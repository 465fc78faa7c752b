"""Ordering: from draft to sent, received, cancelled or closed."""

from collections.abc import Iterable, Sequence

from domain import catalogue
from domain.purchasing.errors import (
    BelowMinimum,
    GoodsCame,
    NotOrderable,
    OrderEmpty,
    OrderNotDraft,
    OrderNotOpen,
)
from domain.purchasing.model import (
    APPROVE,
    AWAITED,
    CANCEL,
    CLOSE,
    DRAFT,
    IMPORT,
    MANUAL,
    ORIGINS,
    PARTIALLY_RECEIVED,
    RECEIVED,
    SEND,
    Arrival,
    NewLine,
    NewOrder,
    Order,
    OrderLine,
    in_minor,
    line_value,
)
from domain.purchasing.queries import (
    order,
    order_line,
    order_lines,
    supplier,
    terms_of,
)
from domain.purchasing.supplier_commands import ORDER, require_usable
from domain.purchasing.tables import (
    purchase_charge,
    purchase_order,
    purchase_order_event,
    purchase_order_line,
    purchase_receipt,
)
from domain.replica import Transaction, run
from domain.replica.changeset import Value
from domain.values import MOST_STEPS, format_minor, from_moment

NUMBER = "purchase_order"


def create_order(
    tx: Transaction,
    supplier_id: bytes,
    *,
    origin: str = MANUAL,
    expected: str | None = None,
    currency: str | None = None,
    reference: str | None = None,
) -> bytes:
    """Begin a draft order; give its id. Raises UnknownSupplier, InvalidTerms.

    The currency is the supplier's where it is not given.
    """
    tx.require(ORDER)
    require_usable("origin", origin, good=origin in ORIGINS)
    bought_from = supplier(tx.connection, supplier_id)
    identifier = tx.new_id()
    tx.insert(
        purchase_order,
        id=identifier,
        origin=origin,
        supplier=supplier_id,
        expected=expected,
        currency=currency or bought_from.currency,
        reference=reference,
    )
    tx.number(NUMBER, identifier)
    return identifier


def create_orders(tx: Transaction, new: Sequence[NewOrder]) -> list[bytes]:
    """Add whole orders as another program knew them, sent where they were; give their ids."""
    tx.require(ORDER)
    identifiers = [tx.new_id() for _ in new]
    heads: list[dict[str, Value]] = []
    lines: list[dict[str, Value]] = []
    charges: list[dict[str, Value]] = []
    events: list[dict[str, Value]] = []
    for identifier, each in zip(identifiers, new, strict=True):
        tx.number(NUMBER, identifier)
        heads.append(
            {
                "id": identifier,
                "origin": each.origin,
                "supplier": each.supplier,
                "expected": each.expected,
                "currency": each.currency,
                "reference": each.reference,
            }
        )
        own = [_line_row(tx, identifier, n, line) for n, line in enumerate(each.lines, 1)]
        lines += own
        if each.tax or each.freight:
            charges.append(_charge_row(tx, identifier, 1, each.tax, each.freight))
        if each.sent_day is not None:
            value = sum(int(row["amount"] or 0) for row in own)
            sums = (value, each.tax, each.freight)
            events.append(_event_row(tx, identifier, SEND, day=each.sent_day, sums=sums))
    tx.insert_many(purchase_order, heads)
    tx.insert_many(purchase_order_line, lines)
    tx.insert_many(purchase_charge, charges)
    tx.insert_many(purchase_order_event, events)
    return identifiers


def _line_row(tx: Transaction, document: bytes, number: int, new: NewLine) -> dict[str, Value]:
    require_usable("quantity", new.quantity, good=0 < new.quantity <= MOST_STEPS)
    require_usable("price", new.price, good=new.price >= 0)
    require_usable("tolerance", new.tolerance, good=new.tolerance >= 0)
    identifier = tx.new_id()
    return {
        "id": identifier,
        "document": document,
        "line": identifier,
        "revision": 1,
        "number": number,
        "product": new.product,
        "quantity": new.quantity,
        "price": new.price,
        "amount": line_value(new.price, new.quantity, new.steps_per_unit),
        "due": new.due,
        "tolerance": new.tolerance,
    }


def _charge_row(
    tx: Transaction, document: bytes, revision: int, tax: int, freight: int
) -> dict[str, Value]:
    return {
        "id": tx.new_id(),
        "document": document,
        "revision": revision,
        "tax": tax,
        "freight": freight,
    }


def _event_row(
    tx: Transaction,
    document: bytes,
    kind: str,
    *,
    day: str | None = None,
    reason: str | None = None,
    sums: tuple[int, int, int] | None = None,
) -> dict[str, Value]:
    lines, tax, freight = sums if sums is not None else (None, None, None)
    return {
        "id": tx.new_id(),
        "document": document,
        "kind": kind,
        "day": day or from_moment(tx.occurred_at).date().isoformat(),
        "reason": reason,
        "lines": lines,
        "tax": tax,
        "freight": freight,
        "total": None if sums is None else sum(sums),
    }


def _draft(tx: Transaction, identifier: bytes) -> Order:
    found = order(tx.connection, tx.site, identifier)
    if found.status != DRAFT:
        raise OrderNotDraft(number=found.number, status=found.status)
    return found


def _require_sold(tx: Transaction, found: Order, item: catalogue.Product, quantity: int) -> None:
    terms = terms_of(tx.connection, found.supplier, item.id)
    if terms is None or found.origin == IMPORT or found.approved:
        return
    nearest = terms.nearest(quantity)
    if nearest != quantity:
        raise NotOrderable(
            supplier=found.supplier_name,
            quantity=item.format(quantity),
            item=item.name,
            nearest=item.format(nearest),
        )


def add_line(
    tx: Transaction,
    order_id: bytes,
    product: bytes,
    quantity: int,
    *,
    price: int | None = None,
    due: str | None = None,
    tolerance: int | None = None,
) -> bytes:
    """Add a line to a draft; give the line's id. Raises OrderNotDraft, NotOrderable, InvalidTerms.

    ``quantity`` in steps, ``price`` of one unit in 1/10,000, ``tolerance`` in 1/10,000; price and
    tolerance are the supplier's where they are not given.
    """
    tx.require(ORDER)
    found = _draft(tx, order_id)
    item = catalogue.product(tx.connection, product)
    require_usable("quantity", quantity, good=0 < quantity <= MOST_STEPS)
    _require_sold(tx, found, item, quantity)
    terms = terms_of(tx.connection, found.supplier, product)
    if price is None:
        price = terms.price if terms is not None else item.cost or 0
    if tolerance is None:
        source = terms or supplier(tx.connection, found.supplier)
        tolerance = source.over_tolerance
    before = order_lines(tx.connection, tx.site, order_id, removed=True)
    number = max((line.number for line in before), default=0) + 1
    new = NewLine(product, quantity, price, item.steps_per_unit, due or found.expected, tolerance)
    row = _line_row(tx, order_id, number, new)
    tx.insert_many(purchase_order_line, [row])
    return bytes(row["id"])  # type: ignore[arg-type]


def change_line(
    tx: Transaction,
    order_id: bytes,
    line: bytes,
    *,
    quantity: int | None = None,
    price: int | None = None,
    due: str | None = None,
) -> None:
    """Reword a line of a draft; quantity 0 takes it out.

    Raises OrderNotDraft, UnknownOrderLine, NotOrderable, InvalidTerms.
    """
    tx.require(ORDER)
    found = _draft(tx, order_id)
    old = order_line(tx.connection, tx.site, order_id, line)
    item = catalogue.product(tx.connection, old.product)
    steps = old.quantity if quantity is None else quantity
    unit_price = old.price if price is None else price
    require_usable("quantity", steps, good=0 <= steps <= MOST_STEPS)
    require_usable("price", unit_price, good=unit_price >= 0)
    if steps:
        _require_sold(tx, found, item, steps)
    tx.insert(
        purchase_order_line,
        id=tx.new_id(),
        document=order_id,
        line=line,
        revision=old.revision + 1,
        number=old.number,
        product=old.product,
        quantity=steps,
        price=unit_price,
        amount=line_value(unit_price, steps, item.steps_per_unit),
        due=due or old.due,
        tolerance=old.tolerance,
    )


def set_charges(tx: Transaction, order_id: bytes, *, tax: int, freight: int) -> None:
    """Set a draft's tax and freight, in 1/10,000. Raises OrderNotDraft, InvalidTerms."""
    tx.require(ORDER)
    _draft(tx, order_id)
    require_usable("tax", tax, good=tax >= 0)
    require_usable("freight", freight, good=freight >= 0)
    text = "SELECT coalesce(max(revision), 0) FROM purchase_charge WHERE site = ? AND document = ?"
    last = int(run(tx.connection, text, tx.site, order_id).scalar() or 0)
    tx.insert_many(purchase_charge, [_charge_row(tx, order_id, last + 1, tax, freight)])


def approve_order(tx: Transaction, order_id: bytes, reason: str) -> None:
    """Let a draft go out although it is not what the supplier sells. Raises OrderNotDraft."""
    tx.require(ORDER)
    _draft(tx, order_id)
    tx.insert_many(purchase_order_event, [_event_row(tx, order_id, APPROVE, reason=reason)])


def send_order(tx: Transaction, order_id: bytes) -> Order:
    """Send a draft: its lines and totals stand from here on.

    Raises OrderNotDraft, OrderEmpty, and BelowMinimum unless the order was approved.
    """
    tx.require(ORDER)
    found = _draft(tx, order_id)
    if not found.line_count:
        raise OrderEmpty(number=found.number)
    bought_from = supplier(tx.connection, found.supplier)
    minimum, value = bought_from.minimum_order_amount, in_minor(found.lines, found.currency)
    same = bought_from.currency == found.currency
    if minimum is not None and same and value < minimum and not found.approved:
        raise BelowMinimum(
            supplier=bought_from.name,
            minimum=f"{format_minor(minimum, found.currency)} {found.currency}",
            number=found.number,
            total=f"{format_minor(value, found.currency)} {found.currency}",
        )
    sums = (found.lines, found.tax, found.freight)
    tx.insert_many(purchase_order_event, [_event_row(tx, order_id, SEND, sums=sums)])
    return order(tx.connection, tx.site, order_id)


def cancel_order(tx: Transaction, order_id: bytes, reason: str) -> None:
    """Cancel an order for which nothing came. Raises GoodsCame, OrderNotOpen."""
    tx.require(ORDER)
    found = order(tx.connection, tx.site, order_id)
    if found.status in (PARTIALLY_RECEIVED, RECEIVED):
        raise GoodsCame(number=found.number)
    if found.status not in (DRAFT, *AWAITED):
        raise OrderNotOpen(number=found.number, status=found.status)
    tx.insert_many(purchase_order_event, [_event_row(tx, order_id, CANCEL, reason=reason)])


def close_short(tx: Transaction, order_id: bytes, reason: str) -> list[OrderLine]:
    """Expect no more goods for an order; give the lines that stay short. Raises OrderNotOpen."""
    tx.require(ORDER)
    found = order(tx.connection, tx.site, order_id)
    if found.status not in AWAITED:
        raise OrderNotOpen(number=found.number, status=found.status)
    short = [each for each in order_lines(tx.connection, tx.site, order_id) if each.open]
    tx.insert_many(purchase_order_event, [_event_row(tx, order_id, CLOSE, reason=reason)])
    return short


def note_arrivals(tx: Transaction, arrivals: Iterable[Arrival]) -> None:
    """Note what came for order lines. Called by receiving, which checks rights and tolerance."""
    tx.insert_many(
        purchase_receipt,
        [
            {
                "line": tx.next_line(purchase_receipt),
                "document": each.order,
                "order_line": each.order_line,
                "receipt": each.receipt,
                "cause": each.cause,
                "received": each.received,
                "rejected": each.rejected,
                "day": each.day,
            }
            for each in arrivals
        ],
    )
