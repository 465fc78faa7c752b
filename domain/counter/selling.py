"""Selling: a cart becomes a sale, its payments and its stock movements, in one commit."""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from domain import access
from domain.counter.cart import (
    Cart,
    CartLine,
    authority_needed,
    check_payable,
    from_json,
    remove,
    to_json,
)
from domain.counter.errors import AlreadyPaid, ReasonNeeded
from domain.counter.goods import goods_out, places
from domain.counter.model import SALE, Sale, SaleHead, SaleLine
from domain.counter.pricing import LineTotals, Totals
from domain.counter.shifts import require_currency, require_open, shift_open
from domain.counter.tables import cart_draft, line_void
from domain.counter.tenders import Tender, settle
from domain.counter.writing import store
from domain.replica import Transaction, run
from domain.replica.changeset import Value
from domain.stock import post
from domain.values import DocumentNumber


def pay(
    tx: Transaction,
    cart: Cart,
    tenders: Sequence[Tender],
    *,
    shift: bytes | None = None,
    floor: bytes | None = None,
) -> Sale:
    """Sell a cart: sale, taxes, payments, number and stock movements together, or nothing.

    It belongs to the open shift of the cart's till (or ``shift``) and to that shift's day. The
    goods leave ``floor``, the site's sales floor. Prices that need authority ask for the right
    that ``authority_needed`` names, subject the cart's id, detail as it says. Print the receipt
    after the commit, never before. Raises CartEmpty, NoShift, ShiftClosed, AlreadyPaid,
    NotPermitted, TenderShort and its kin, LotExpired, LotRecalled, GoodsExpired,
    CurrencyMixed.
    """
    tx.require("counter.sell")
    check_payable(cart)
    totals = cart.totals()
    settled = settle(cart.terms, totals.total, tenders)
    current = require_open(tx, cart.till, shift)
    require_currency(current, cart.terms.currency)
    require_new(tx, cart.id)
    need = authority_needed(cart, totals)
    if need is not None:
        access.require(tx, need.permission, subject=cart.id, detail=need.detail)
    ends = places(tx, floor)
    moves = goods_out(tx, cart.id, cart.lines, ends, current.business_date)
    number = tx.number(SALE, cart.id)
    head = SaleHead(
        id=cart.id,
        site=tx.site,
        number=str(number),
        kind=SALE,
        shift=current.id,
        till=current.till,
        customer=cart.customer,
        original=None,
        reference=None,
        business_date=current.business_date,
        occurred_at=tx.occurred_at,
        terms=cart.terms,
        line_count=len(cart.lines),
        discount=totals.discount,
        net=totals.net,
        tax=totals.tax,
        total=totals.total,
        rounding=settled.rounding,
        change=settled.change,
        reason=cart.discount_reason,
    )
    sold = Sale(head, sale_lines(cart.lines, totals), totals.taxes, settled.payments)
    store(tx, sold)
    post(tx, moves)
    clear_draft(tx, cart.till)
    return sold


def require_new(tx: Transaction, document: bytes) -> None:
    """Refuse a cart or refund that is in the books already. Raises AlreadyPaid."""
    row = run(
        tx.connection,
        "SELECT n.site, n.station, n.life, n.year, n.counter FROM sale s"
        " LEFT JOIN document_number n ON n.site = s.site AND n.document = s.id"
        " WHERE s.site = ? AND s.id = ?",
        tx.site,
        document,
    ).first()
    if row is not None:
        raise AlreadyPaid(number="—" if row[0] is None else DocumentNumber(*row))


def sale_lines(lines: Sequence[CartLine], totals: Totals) -> tuple[SaleLine, ...]:
    """Turn cart lines and what they come to into sale lines."""
    pairs = zip(lines, totals.lines, strict=True)
    return tuple(_sale_line(n, line, money) for n, (line, money) in enumerate(pairs, 1))


def _sale_line(number: int, line: CartLine, money: LineTotals) -> SaleLine:
    return SaleLine(
        line=number,
        item=line.item,
        name=line.name,
        name_zh=line.name_zh,
        unit=line.unit,
        decimals=line.decimals,
        quantity=line.steps,
        price=line.price,
        list_price=line.list_price if line.overridden else None,
        money=money,
        tax_class=line.tax_class,
        tax_code=line.tax_code or None,
        tax_rate=line.tax_rate,
        cost=line.cost,
        lot=line.lot or None,
        serial=line.serial,
        original=None,
        original_line=None,
        reason=line.reason,
    )


def save_draft(tx: Transaction, cart: Cart) -> None:
    """Keep the cart on the screen at this station, so that a power cut loses nothing."""
    clear_draft(tx, cart.till)
    if cart.lines:
        row = {"till": cart.till, "cart": to_json(cart), "saved_at": tx.replica.clock.wall()}
        tx.local(cart_draft.insert().values(**row))


def clear_draft(tx: Transaction, till: str) -> None:
    """Forget the cart on the screen of a till."""
    tx.local(cart_draft.delete().where(cart_draft.c.till == till))


def draft(connection: Connection, till: str) -> Cart | None:
    """Give the cart that was on the screen of a till, exactly as it was."""
    text = run(connection, "SELECT cart FROM cart_draft WHERE till = ?", till).scalar()
    return None if text is None else from_json(text)


def void_line(tx: Transaction, cart: Cart, number: int, reason: str) -> Cart:
    """Take a line out of a cart for good, and write down who did it and why.

    Undoing the last scan needs no void: the screen goes back to the cart before. Raises
    LineGone, ReasonNeeded, NotPermitted.
    """
    changed = remove(cart, number)
    _void(tx, cart, [cart.line(number)], reason)
    save_draft(tx, changed)
    return changed


def void_cart(tx: Transaction, cart: Cart, reason: str) -> None:
    """Give up a whole cart, and write it down. Raises ReasonNeeded, NotPermitted."""
    _void(tx, cart, cart.lines, reason)
    clear_draft(tx, cart.till)


def _void(tx: Transaction, cart: Cart, lines: Sequence[CartLine], reason: str) -> None:
    access.require(tx, "counter.void_line", subject=cart.id)
    if not reason.strip():
        raise ReasonNeeded
    current = shift_open(tx.connection, tx.site, cart.till)
    totals = cart.totals()
    amounts = {
        line.number: money.total for line, money in zip(cart.lines, totals.lines, strict=True)
    }
    rows: list[dict[str, Value]] = [
        {
            "line": tx.next_line(line_void),
            "shift": current.id if current else None,
            "cart": cart.id,
            "item": line.item,
            "quantity": line.steps,
            "amount": amounts[line.number],
            "reason": reason.strip(),
        }
        for line in lines
    ]
    tx.insert_many(line_void, rows)
