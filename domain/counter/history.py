"""Sales of another system's past, as they were: the lower door for imports.

No shift, no drawer and no rule of the till applies: zero prices, negative quantities and
cancellations without an original are history. Amounts still come from the one engine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain.counter.goods import REFUNDED, SOLD, Places
from domain.counter.model import REFUND, SALE, Sale, SaleHead, SaleLine
from domain.counter.pricing import LineTotals, PricedItem, Terms, price_lines
from domain.counter.tenders import OTHER, Payment
from domain.counter.writing import store
from domain.replica import Transaction
from domain.stock import NO_LOT, Move, post
from domain.values import from_moment

IMPORTED = "import"
"""The till of sales that came from another system."""

WRITTEN_OFF = "write_off"

_PLAIN = Terms("", tax_included=True)


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of the past: signed ``steps`` at ``price`` (1/10,000 a unit, any sign or zero).

    Goods go from the sales floor to the customer, or back where ``steps`` are below zero, unless
    ``route`` names (source, target): a write-off goes to the loss location. ``moves`` False
    posts no stock, as for services.
    """

    item: bytes
    steps: int
    price: int
    decimals: int = 0
    unit: str = "pc"
    name: str | None = None
    moves: bool = True
    route: tuple[bytes, bytes] | None = None
    rate: int = 0
    tax_class: bytes | None = None
    tax_code: str = ""
    cost: int | None = None
    original_line: int | None = None


@dataclass(frozen=True, slots=True)
class PastSale:
    """An invoice, or with kind ``refund`` a cancellation, of another system.

    ``reference`` is its number there, ``occurred_at`` ms UTC; ``original`` the sale that a
    cancellation is known to refund: its lines then name theirs in ``original_line``.
    """

    reference: str
    occurred_at: int
    lines: Sequence[PastLine]
    currency: str
    kind: str = SALE
    customer: bytes | None = None
    original: bytes | None = None
    tax_included: bool = True
    tender: str = OTHER
    business_date: str | None = None
    id: bytes | None = None
    """Give one (derived from the reference) to make an import safe to run twice."""


def record_sale(tx: Transaction, past: PastSale, ends: Places) -> bytes:
    """Write a sale of the past with its movements; give its id.

    It takes no number of ours and is found by its reference. The caller looks ``ends`` up once
    (``places(tx)``) and has checked that the sale is not there yet. Reads nothing, so thousands
    fit one transaction. ``SUM(quantity * price)`` stays exact, whatever the lines round to.
    """
    tx.require("import.run")
    terms = replace(_PLAIN, currency=past.currency, tax_included=past.tax_included)
    totals = price_lines(terms, [_priced(line) for line in past.lines])
    day = past.business_date or from_moment(past.occurred_at).date().isoformat()
    identifier = past.id or tx.new_id()
    head = SaleHead(
        id=identifier,
        site=tx.site,
        number=None,
        kind=past.kind,
        shift=None,
        till=IMPORTED,
        customer=past.customer,
        original=past.original,
        reference=past.reference,
        business_date=day,
        occurred_at=past.occurred_at,
        terms=terms,
        line_count=len(past.lines),
        discount=0,
        net=totals.net,
        tax=totals.tax,
        total=totals.total,
        rounding=0,
        change=0,
        reason=None,
    )
    pairs = enumerate(zip(past.lines, totals.lines, strict=True), 1)
    lines = tuple(_line(past, number, line, money) for number, (line, money) in pairs)
    payments = (Payment(past.tender, totals.total),) if totals.total else ()
    store(tx, Sale(head, lines, totals.taxes, payments))
    post(tx, _moves(past.lines, identifier, day, ends))
    return identifier


def record_sales(tx: Transaction, past: Iterable[PastSale], ends: Places) -> list[bytes]:
    """Write many sales of the past in one transaction; give their ids."""
    return [record_sale(tx, each, ends) for each in past]


def _priced(line: PastLine) -> PricedItem:
    return PricedItem(
        line.price, line.steps, 10**line.decimals, line.rate, line.tax_class, line.tax_code
    )


def _line(past: PastSale, number: int, line: PastLine, money: LineTotals) -> SaleLine:
    known = past.kind == REFUND and past.original is not None and line.original_line is not None
    return SaleLine(
        line=number,
        item=line.item,
        name=line.name,
        name_zh=None,
        unit=line.unit,
        decimals=line.decimals,
        quantity=line.steps,
        price=line.price,
        list_price=None,
        money=money,
        tax_class=line.tax_class,
        tax_code=line.tax_code or None,
        tax_rate=line.rate,
        cost=line.cost,
        lot=None,
        serial=None,
        original=past.original if known else None,
        original_line=line.original_line if known else None,
        reason=None,
    )


def _moves(lines: Sequence[PastLine], document: bytes, day: str, ends: Places) -> Iterable[Move]:
    for number, line in enumerate(lines, 1):
        if not line.moves or not line.steps:
            continue
        source, target = (ends.floor, ends.customer)
        if line.steps < 0:
            source, target = target, source
        reason = SOLD if line.steps > 0 else REFUNDED
        if line.route is not None:
            (source, target), reason = line.route, WRITTEN_OFF
        yield Move(
            item=line.item,
            steps=abs(line.steps),
            source=source,
            target=target,
            reason=reason,
            lot=NO_LOT,
            document=document,
            document_line=number,
            business_date=day,
        )
