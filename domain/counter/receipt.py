"""The receipt as plain text, for any printer and for the screen: English and Chinese.

Receipts are not part of the window, so their few words stand here and not with its texts.
"""

import unicodedata
from collections.abc import Sequence
from datetime import tzinfo

from domain.counter.model import REFUND, Sale, SaleLine
from domain.counter.tenders import CARD, CASH, OTHER, TRANSFER
from domain.values import decimals_of, format_minor, format_price, format_steps, from_moment

_ENGLISH = {
    "sale": "Receipt",
    "refund": "REFUND",
    "copy": "*** COPY ***",
    "till": "Till",
    "cashier": "Served by",
    "customer": "Customer",
    "discount": "Discount",
    "was": "was",
    "lot": "Lot",
    "serial": "Serial no.",
    "subtotal": "Subtotal",
    "whole": "Discount on the whole",
    "plus_tax": "Tax",
    "total": "TOTAL",
    "rounding": "Rounding",
    "change": "Change",
    "included": "incl. tax",
    "net": "net",
    CASH: "Cash",
    CARD: "Card",
    TRANSFER: "Bank transfer",
    OTHER: "Other",
}
_CHINESE = {
    "sale": "收据",
    "refund": "退款",
    "copy": "*** 副本 ***",
    "till": "收银台",
    "cashier": "收银员",
    "customer": "顾客",
    "discount": "折扣",
    "was": "原价",
    "lot": "批号",
    "serial": "序列号",
    "subtotal": "小计",
    "whole": "整单折扣",
    "plus_tax": "税额",
    "total": "合计",
    "rounding": "舍入",
    "change": "找零",
    "included": "含税额",
    "net": "不含税",
    CASH: "现金",
    CARD: "银行卡",
    TRANSFER: "银行转账",
    OTHER: "其他",
}


def display_width(text: str) -> int:
    """Count the columns of a text: Chinese characters take two, marks that combine none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def receipt_text(
    sale: Sale,
    width: int = 42,
    language: str = "en",
    *,
    head: Sequence[str] = (),
    foot: Sequence[str] = (),
    cashier: str = "",
    customer: str = "",
    copy: bool = False,
    zone: tzinfo | None = None,
) -> str:
    """Print a sale or refund; every figure is the stored one. ``copy`` marks a reprint.

    The last line is the number between asterisks, to be printed as a barcode as well; a scan of
    it finds the sale. ``zone`` is the site's time zone, this PC's where it is not given.
    """
    page = _Page(width, _CHINESE if language.startswith("zh") else _ENGLISH, language)
    _print_head(page, sale, head, (cashier, customer), zone, copy=copy)
    for line in sale.lines:
        _print_line(page, sale, line)
    page.rule()
    _print_totals(page, sale)
    _print_taxes(page, sale)
    _print_payments(page, sale)
    page.rule()
    for text in foot:
        page.centre(text)
    page.centre(f"*{sale.head.label}*")
    return page.text()


class _Page:
    """Lines of one width; nothing is cut off, what is too long goes on in the next line."""

    def __init__(self, width: int, words: dict[str, str], language: str) -> None:
        self.width = width
        self.words = words
        self.language = language
        self._lines: list[str] = []

    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def rule(self) -> None:
        self._lines.append("-" * self.width)

    def left(self, text: str, indent: int = 0) -> None:
        for piece in _wrap(text, self.width - indent):
            self._lines.append(" " * indent + piece)

    def centre(self, text: str) -> None:
        for piece in _wrap(text, self.width):
            self._lines.append((" " * ((self.width - display_width(piece)) // 2) + piece).rstrip())

    def pair(self, left: str, right: str, indent: int = 0) -> None:
        """Left and right on one line; the left part alone goes on above where it is long."""
        room = self.width - indent - display_width(right) - 1
        *above, last = _wrap(left, max(room, 8))
        for piece in above:
            self._lines.append(" " * indent + piece)
        gap = self.width - indent - display_width(last) - display_width(right)
        self._lines.append(" " * indent + last + " " * max(gap, 1) + right)

    def word(self, key: str) -> str:
        return self.words.get(key, key)


def _wrap(text: str, width: int) -> list[str]:
    """Break a text at spaces, or anywhere where a piece has none (as Chinese has)."""
    pieces: list[str] = []
    line = ""
    for character in text:
        if display_width(line + character) > width:
            head, space, tail = line.rpartition(" ")
            if space and character != " " and head.strip():
                pieces.append(head)
                line = tail
            else:
                pieces.append(line.rstrip())
                line = ""
                if character == " ":
                    continue
        line += character
    return [*pieces, line.rstrip()] if line or not pieces else pieces


def _print_head(
    page: _Page,
    sale: Sale,
    head: Sequence[str],
    people: tuple[str, str],
    zone: tzinfo | None,
    *,
    copy: bool,
) -> None:
    for text in head:
        page.centre(text)
    if copy:
        page.centre(page.word("copy"))
    when = from_moment(sale.head.occurred_at).astimezone(zone)
    page.left(f"{page.word(sale.head.kind)} {sale.head.label}")
    page.pair(f"{page.word('till')}: {sale.head.till}", f"{when:%Y-%m-%d %H:%M}")
    for key, name in zip(("cashier", "customer"), people, strict=True):
        if name:
            page.left(f"{page.word(key)}: {name}")
    page.rule()


def _print_line(page: _Page, sale: Sale, line: SaleLine) -> None:
    currency = sale.head.terms.currency
    page.pair(line.named(page.language), format_minor(line.money.gross, currency))
    quantity = format_steps(line.quantity, line.decimals)
    unit = "" if line.unit == "pc" else f" {line.unit}"
    each = f"{quantity}{unit} x {_price(line.price, currency)}"
    if line.list_price is not None:
        each += f" ({page.word('was')} {_price(line.list_price, currency)})"
    if quantity != "1" or line.list_price is not None:
        page.left(each, indent=2)
    for key, code in (("lot", line.lot), ("serial", line.serial)):
        if code:
            page.left(f"{page.word(key)}: {code}", indent=2)
    if line.money.discount:
        page.pair(page.word("discount"), format_minor(-line.money.discount, currency), indent=2)


def _price(price: int, currency: str) -> str:
    text = format_price(price)
    return text.removesuffix(".00") if decimals_of(currency) == 0 else text


def _print_totals(page: _Page, sale: Sale) -> None:
    currency = sale.head.terms.currency
    share = sum(line.money.share for line in sale.lines)
    extra_tax = 0 if sale.head.terms.tax_included else sale.head.tax
    if share or extra_tax:
        before = sum(line.money.gross - line.money.discount for line in sale.lines)
        page.pair(page.word("subtotal"), format_minor(before, currency))
    if share:
        page.pair(page.word("whole"), format_minor(-share, currency))
    if extra_tax:
        for each in sale.taxes:
            name = _tax_name(page, "plus_tax", each.code, each.rate)
            page.pair(name, format_minor(each.tax, currency))
    page.pair(f"{page.word('total')} {currency}", format_minor(sale.total, currency))


def _tax_name(page: _Page, word: str, code: str, rate: int) -> str:
    percent = f"{rate / 100:.2f}".rstrip("0").rstrip(".")
    return f"{page.word(word)} {code} {percent}%"


def _print_taxes(page: _Page, sale: Sale) -> None:
    currency = sale.head.terms.currency
    if not sale.head.terms.tax_included:
        return
    for each in sale.taxes:
        name = _tax_name(page, "included", each.code, each.rate)
        base = f"{page.word('net')} {format_minor(each.base, currency)}"
        tax = format_minor(each.tax, currency)
        if display_width(f" {name}, {base} {tax}") <= page.width:
            page.pair(f"{name}, {base}", tax, 1)
        else:
            # The net amount stays whole, beside its tax.
            page.left(f"{name},", 1)
            page.pair(base, tax, 2)


def _print_payments(page: _Page, sale: Sale) -> None:
    currency = sale.head.terms.currency
    if sale.head.rounding:
        page.pair(page.word("rounding"), format_minor(sale.head.rounding, currency))
    for each in sale.payments:
        name = page.word(each.tender)
        if each.reference:
            name += f" ({each.reference})"
        page.pair(name, format_minor(each.amount, currency))
    if sale.head.change or (sale.head.kind != REFUND and _paid_in_cash(sale)):
        page.pair(page.word("change"), format_minor(sale.head.change, currency))


def _paid_in_cash(sale: Sale) -> bool:
    return any(each.tender == CASH for each in sale.payments)
