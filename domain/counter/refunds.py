"""Refunds: by receipt, line by line, at the price that was paid; or without one, by authority."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from domain import access
from domain.counter.cart import Cart, check_payable
from domain.counter.errors import (
    BadQuantity,
    LineGone,
    NothingToRefund,
    ReasonNeeded,
    RefundTooMuch,
)
from domain.counter.goods import REFUNDED, Back, goods_back, loss_place, places
from domain.counter.model import REFUND, SALE, Sale, SaleHead, SaleLine, Shift
from domain.counter.pricing import LineTotals, PricedItem, Terms, Totals, sum_taxes
from domain.counter.queries import paid_by_tender, refunded_lines, sale_of
from domain.counter.selling import require_new, sale_lines
from domain.counter.shifts import require_currency, require_open, till_name
from domain.counter.tenders import Settlement, Tender, settle
from domain.counter.writing import store
from domain.replica import Transaction
from domain.stock import Move, post
from domain.values import format_steps

WITHOUT_RECEIPT = "counter.refund_without_receipt"


@dataclass(frozen=True, slots=True)
class Returned:
    """What comes back of a sold line, in steps; ``damaged`` goods go to the loss location."""

    line: int
    steps: int
    damaged: bool = False


def refund(
    tx: Transaction,
    original: bytes,
    returned: Sequence[Returned],
    tenders: Sequence[Tender],
    reason: str,
    *,
    till: str | None = None,
    place: bytes | None = None,
    document: bytes | None = None,
) -> Sale:
    """Refund lines of a sale, in the open shift of a till (the station's own by default).

    Each line gives back its share of what was paid for it, discounts and tax included; all
    parts of a line together give back exactly what it brought. Sound goods go to ``place``
    (else the sales floor), damaged ones to the loss location. Money goes back by the tenders
    that brought it, each up to what it brought; any other way asks for the right to refund
    without a receipt (subject the sale's id, detail the total as ``quote_refund`` gives it,
    written ``-10.00 EUR``). ``document`` is the refund's id, minted by the
    screen, so that pressing twice refunds once. Raises UnknownSale, NothingToRefund, LineGone,
    BadQuantity, RefundTooMuch, NoShift, AlreadyPaid, NotPermitted, TenderShort and its kin.
    """
    access.require(tx, "counter.refund", subject=original)
    sold = _sold(tx.connection, tx.site, original)
    shift = require_open(tx, till or till_name(tx.replica.station_number))
    require_currency(shift, sold.head.terms.currency)
    identifier = document or tx.new_id()
    require_new(tx, identifier)
    backs = _turned(tx.connection, tx.site, sold, returned)
    lines = [line for line, _ in backs]
    totals = _totals(lines)
    settled = settle(sold.head.terms, totals.total, tenders)
    _check_tenders(tx, sold, totals.total, settled)
    ends = places(tx, place)
    target = {True: loss_place(tx), False: ends.floor}
    moves = goods_back(
        tx,
        identifier,
        original,
        [
            Back(line.line, line.item, each.steps, target[each.damaged], each.line, already)
            for (line, already), each in zip(backs, _merged(returned), strict=True)
        ],
        shift.business_date,
    )
    head = _head(tx, identifier, shift, sold.head.terms, totals, settled, reason)
    head = replace(head, customer=sold.head.customer, original=original)
    return _finish(tx, head, lines, totals, settled, moves)


def quote_refund(
    connection: Connection, site: int, original: bytes, returned: Sequence[Returned]
) -> Totals:
    """Say what refunding lines of a sale would give back; the total is below zero.

    Raises UnknownSale, NothingToRefund, LineGone, BadQuantity, RefundTooMuch.
    """
    sold = _sold(connection, site, original)
    return _totals([line for line, _ in _turned(connection, site, sold, returned)])


def _sold(connection: Connection, site: int, original: bytes) -> Sale:
    sold = sale_of(connection, site, original)
    if sold.head.kind != SALE:
        raise NothingToRefund(number=sold.head.label)
    return sold


def _turned(
    connection: Connection, site: int, sold: Sale, returned: Sequence[Returned]
) -> list[tuple[SaleLine, int]]:
    """The refund's lines, each with the steps of its sold line that had come back before."""
    before = refunded_lines(connection, site, sold.id)
    return [_turn(sold, before, each, n) for n, each in enumerate(_merged(returned), 1)]


def _merged(returned: Sequence[Returned]) -> list[Returned]:
    """One entry a line and condition, in the order of the receipt's lines."""
    sums: dict[tuple[int, bool], int] = {}
    for each in returned:
        key = (each.line, each.damaged)
        sums[key] = sums.get(key, 0) + each.steps
    return [Returned(line, steps, damaged) for (line, damaged), steps in sorted(sums.items())]


def _turn(
    sold: Sale, before: dict[int, tuple[int, LineTotals]], back: Returned, number: int
) -> tuple[SaleLine, int]:
    """Make the refund's line; note in ``before`` that it is gone, for a second one of its kind."""
    line = next((each for each in sold.lines if each.line == back.line), None)
    if line is None:
        raise LineGone(line=back.line)
    if back.steps <= 0:
        raise BadQuantity(name=line.name or "")
    already, paid_back = before.get(line.line, (0, LineTotals(0, 0, 0, 0, 0)))
    after = already + back.steps
    if after > line.quantity:
        raise RefundTooMuch(
            name=line.name or "",
            wanted=format_steps(back.steps, line.decimals),
            left=format_steps(max(line.quantity - already, 0), line.decimals),
        )
    due = _due(sold.head.terms, line, after, paid_back)
    before[line.line] = (after, _plus(paid_back, due))
    refunded = replace(
        line,
        line=number,
        quantity=-back.steps,
        money=LineTotals(-due.gross, -due.discount, -due.share, -due.net, -due.tax),
        original=sold.id,
        original_line=line.line,
        reason="damaged" if back.damaged else None,
    )
    return refunded, already


def _due(terms: Terms, line: SaleLine, after: int, paid_back: LineTotals) -> LineTotals:
    """What is due when ``after`` steps of a line have come back, less what was paid back.

    Rounding the running total, not each part, lets the parts sum to the whole.
    """
    money = line.money
    if after == line.quantity:
        parts = (money.gross, money.discount, money.share, money.net, money.tax)
        target = LineTotals(*parts)
    else:
        gross, share, amount, tax = (
            terms.round(whole * after, line.quantity)
            for whole in (money.gross, money.share, money.amount, money.tax)
        )
        net = amount - tax if terms.tax_included else amount
        target = LineTotals(gross, gross - share - amount, share, net, tax)
    return LineTotals(
        target.gross - paid_back.gross,
        target.discount - paid_back.discount,
        target.share - paid_back.share,
        target.net - paid_back.net,
        target.tax - paid_back.tax,
    )


def _plus(one: LineTotals, two: LineTotals) -> LineTotals:
    return LineTotals(
        one.gross + two.gross,
        one.discount + two.discount,
        one.share + two.share,
        one.net + two.net,
        one.tax + two.tax,
    )


def _totals(lines: Sequence[SaleLine]) -> Totals:
    """Add up the refund's lines; their taxes are the sale's, never computed again."""
    money = tuple(line.money for line in lines)
    items = [
        PricedItem(
            0,
            line.quantity,
            rate=line.tax_rate,
            tax_class=line.tax_class,
            tax_code=line.tax_code or "",
        )
        for line in lines
    ]
    return Totals(
        lines=money,
        taxes=sum_taxes(items, money),
        net=sum(each.net for each in money),
        tax=sum(each.tax for each in money),
        discount=sum(each.discount + each.share for each in money),
    )


def _check_tenders(tx: Transaction, sold: Sale, total: int, settled: Settlement) -> None:
    """Let money go back the way it came; any other way needs authority."""
    left = paid_by_tender(tx.connection, tx.site, sold.id)
    back: dict[str, int] = {}
    for each in settled.payments:
        back[each.tender] = back.get(each.tender, 0) - each.kept
    # What coins could not pay may make the last part a coin larger than what is left.
    slack = sold.head.terms.cash_step - 1
    if any(amount > left.get(tender, 0) + slack for tender, amount in back.items() if amount > 0):
        detail = sold.head.terms.text(total)
        access.require(tx, WITHOUT_RECEIPT, subject=sold.id, detail=detail)


def refund_without_receipt(
    tx: Transaction,
    cart: Cart,
    tenders: Sequence[Tender],
    reason: str,
    *,
    damaged: bool = False,
    place: bytes | None = None,
) -> Sale:
    """Take goods back that no receipt of this site shows, at the prices of a cart.

    Needs the right to refund without a receipt, subject the cart's id and detail its total, and
    a reason. Raises CartEmpty, NoShift, AlreadyPaid, ReasonNeeded, NotPermitted, TenderShort
    and its kin.
    """
    check_payable(cart)
    if not reason.strip():
        raise ReasonNeeded
    priced = cart.totals()
    access.require(tx, WITHOUT_RECEIPT, subject=cart.id, detail=cart.terms.text(priced.total))
    shift = require_open(tx, cart.till)
    require_currency(shift, cart.terms.currency)
    require_new(tx, cart.id)
    lines = [_negated(line) for line in sale_lines(cart.lines, priced)]
    totals = _totals(lines)
    settled = settle(cart.terms, totals.total, tenders)
    ends = places(tx, place)
    target = loss_place(tx) if damaged else ends.floor
    moves = [
        Move(
            item=line.item,
            steps=line.steps,
            source=ends.customer,
            target=target,
            reason=REFUNDED,
            lot=line.lot,
            serial=line.serial,
            document=cart.id,
            document_line=number,
            business_date=shift.business_date,
        )
        for number, line in enumerate(cart.lines, 1)
        if line.goods
    ]
    head = _head(tx, cart.id, shift, cart.terms, totals, settled, reason)
    return _finish(tx, replace(head, customer=cart.customer), lines, totals, settled, moves)


def _negated(line: SaleLine) -> SaleLine:
    money = line.money
    turned = LineTotals(-money.gross, -money.discount, -money.share, -money.net, -money.tax)
    return replace(line, quantity=-line.quantity, money=turned)


def _head(
    tx: Transaction,
    identifier: bytes,
    shift: Shift,
    terms: Terms,
    totals: Totals,
    settled: Settlement,
    reason: str,
) -> SaleHead:
    return SaleHead(
        id=identifier,
        site=tx.site,
        number=None,
        kind=REFUND,
        shift=shift.id,
        till=shift.till,
        customer=None,
        original=None,
        reference=None,
        business_date=shift.business_date,
        occurred_at=tx.occurred_at,
        terms=terms,
        line_count=len(totals.lines),
        discount=totals.discount,
        net=totals.net,
        tax=totals.tax,
        total=totals.total,
        rounding=settled.rounding,
        change=settled.change,
        reason=reason.strip() or None,
    )


def _finish(
    tx: Transaction,
    head: SaleHead,
    lines: Sequence[SaleLine],
    totals: Totals,
    settled: Settlement,
    moves: Sequence[Move],
) -> Sale:
    number = tx.number(SALE, head.id)
    done = Sale(replace(head, number=str(number)), tuple(lines), totals.taxes, settled.payments)
    store(tx, done)
    post(tx, moves)
    return done
