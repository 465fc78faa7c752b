"""Writing a sale to the books: the one door for sales, refunds and imported history."""

from collections.abc import Iterable

from domain.counter.model import Sale, SaleLine
from domain.counter.tables import payment, sale, sale_line, sale_tax
from domain.replica import Transaction
from domain.replica.changeset import Value


def store(tx: Transaction, document: Sale) -> None:
    """Write a computed sale or refund with its lines, taxes and payments."""
    head = document.head
    tx.insert(
        sale,
        id=head.id,
        kind=head.kind,
        shift=head.shift,
        till=head.till,
        customer=head.customer,
        original=head.original,
        reference=head.reference,
        business_date=head.business_date,
        occurred_at=head.occurred_at,
        currency=head.terms.currency,
        tax_included=int(head.terms.tax_included),
        tax_rounding=head.terms.rounding,
        step=head.terms.step,
        cash_step=head.terms.cash_step,
        lines=head.line_count,
        discount=head.discount,
        net=head.net,
        tax=head.tax,
        total=head.total,
        rounding=head.rounding,
        change=head.change,
        reason=head.reason,
    )
    tx.insert_many(sale_line, _line_rows(head.id, document.lines))
    if document.taxes:
        tx.insert_many(sale_tax, _tax_rows(document))
    if document.payments:
        tx.insert_many(payment, _payment_rows(document))


def _line_rows(identifier: bytes, lines: Iterable[SaleLine]) -> list[dict[str, Value]]:
    return [
        {
            "sale": identifier,
            "line": line.line,
            "item": line.item,
            "name": line.name,
            "name_zh": line.name_zh,
            "unit": line.unit,
            "decimals": line.decimals,
            "quantity": line.quantity,
            "price": line.price,
            "list_price": line.list_price,
            "gross": line.money.gross,
            "discount": line.money.discount,
            "share": line.money.share,
            "net": line.money.net,
            "tax": line.money.tax,
            "tax_class": line.tax_class,
            "tax_code": line.tax_code,
            "tax_rate": line.tax_rate,
            "cost": line.cost,
            "lot": line.lot,
            "serial": line.serial,
            "original": line.original,
            "original_line": line.original_line,
            "reason": line.reason,
        }
        for line in lines
    ]


def _tax_rows(document: Sale) -> list[dict[str, Value]]:
    return [
        {
            "sale": document.id,
            "line": number,
            "tax_class": each.tax_class,
            "code": each.code,
            "rate": each.rate,
            "base": each.base,
            "tax": each.tax,
        }
        for number, each in enumerate(document.taxes, 1)
    ]


def _payment_rows(document: Sale) -> list[dict[str, Value]]:
    return [
        {
            "sale": document.id,
            "line": number,
            "tender": each.tender,
            "amount": each.amount,
            "change": each.change,
            "reference": each.reference,
        }
        for number, each in enumerate(document.payments, 1)
    ]
