"""How a delivery reads: its lines and their states, the deliveries to choose from, labels."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop import figures
from desktop.screens.goods_words import Counts, amount, lot_words
from desktop.screens.receive_scans import Board, Expected
from desktop.tones import Tone
from desktop.widgets import Line
from domain import purchasing, receiving
from domain.catalogue import Product
from domain.purchasing import OrderLine
from domain.receiving import Discrepancy, ReceiptLine


def reason_words(reason: str | None) -> str:
    """Say why goods are rejected, to follow an amount."""
    words = {
        receiving.DAMAGED: QCoreApplication.translate("Receive", "damaged"),
        receiving.WRONG: QCoreApplication.translate("Receive", "wrong item"),
        receiving.EXPIRED: QCoreApplication.translate("Receive", "expired"),
    }
    return words.get(reason or "", QCoreApplication.translate("Receive", "rejected"))


def _line_state(line: OrderLine, product: Product, here: Sequence[ReceiptLine]) -> tuple[str, Tone]:
    """Say how an order line stands: expected, coming, complete, over; and what is damaged."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    tone = Tone.NEUTRAL
    left = line.quantity - line.received
    if line.received == 0:
        parts.append(translate("Receive", "Expected"))
    elif left > 0:
        parts.append(translate("Receive", "%1 short").replace("%1", amount(product, left)))
        tone = Tone.INFO
    elif left == 0:
        parts.append(translate("Receive", "Complete"))
        tone = Tone.SUCCESS
    else:
        parts.append(translate("Receive", "%1 over").replace("%1", amount(product, -left)))
        tone = Tone.WARNING
    for reason in dict.fromkeys(scan.reject_reason for scan in here if scan.rejected):
        bad = sum(scan.rejected for scan in here if scan.reject_reason == reason)
        parts.append(f"{amount(product, bad)} {reason_words(reason)}")
        tone = Tone.ERROR
    return " \u00b7 ".join(parts), tone


def _lots(scans: Sequence[ReceiptLine]) -> str:
    """Name the lots that came, two at most."""
    found = dict.fromkeys(lot_words(s.lot, s.expires, s.serial) for s in scans)
    words = [each for each in found if each]
    more = len(words) - 2
    return "; ".join(words[:2]) + (f" +{more}" if more > 0 else "")


def board_lines(board: Board, language: str) -> list[Line]:
    """Give a delivery as lines: those of the order, then what nobody had ordered."""
    by_line: dict[bytes | None, list[ReceiptLine]] = {}
    for scan in board.scans:
        by_line.setdefault(scan.order_line, []).append(scan)
    rows = []
    for line in board.lines:
        product, here = board.items[line.product], by_line.get(line.id, [])
        words, tone = _line_state(line, product, here)
        came = figures.quantity(line.received, product.decimals)
        detail = " \u00b7 ".join(part for part in (product.sku, _lots(here)) if part)
        figure = f"{came} / {amount(product, line.quantity)}"
        rows.append(Line(line.id, product.named(language), detail, figure, "", tone, words))
    groups: dict[tuple[bytes, str], list[ReceiptLine]] = {}
    for scan in by_line.get(None, []):
        groups.setdefault((scan.item, scan.lot), []).append(scan)
    rows += [_unordered(board, key, scans, language) for key, scans in groups.items()]
    return rows


def _unordered(
    board: Board, key: tuple[bytes, str], scans: Sequence[ReceiptLine], language: str
) -> Line:
    """Give the line of goods that are on no order."""
    product = board.items[key[0]]
    bad = sum(scan.rejected for scan in scans)
    words, tone = QCoreApplication.translate("Receive", "Not ordered"), Tone.WARNING
    if board.order is None:
        words, tone = QCoreApplication.translate("Receive", "Received"), Tone.SUCCESS
    if bad:
        words += f" \u00b7 {amount(product, bad)} {reason_words(scans[-1].reject_reason)}"
        tone = Tone.ERROR
    came = amount(product, sum(scan.received for scan in scans))
    detail = " \u00b7 ".join(part for part in (product.sku, _lots(scans)) if part)
    return Line(key, product.named(language), detail, came, "", tone, words)


def row_of(board: Board, scans: Sequence[bytes]) -> object:
    """Give the key of the line that a scan is shown in; None where it stands no more."""
    newest = next((s for s in reversed(board.scans) if s.id in scans), None)
    if newest is None:
        return None
    return newest.order_line if newest.order_line is not None else (newest.item, newest.lot)


def expected_lines(found: Sequence[Expected], today: date) -> list[Line]:
    """Give the deliveries to choose from."""
    return [_expected_line(each, today) for each in found]


def _expected_line(each: Expected, today: date) -> Line:
    """Give one delivery: from whom, what number, since when, how it stands."""
    translate = QCoreApplication.translate
    order, receipt = each.order, each.receipt
    title = each.supplier or translate("Receive", "Unknown supplier")
    if order is None:
        number = "" if receipt is None else receipt.number
        words = translate("Receive", "Begun \u00b7 without an order")
        return Line(each.task, title, number, "", "", Tone.INFO, words)
    parts = [order.number]
    if order.reference:
        parts.append(order.reference)
    parts.append(Counts().lines(order.line_count))
    day = order.expected or ""
    words, tone = translate("Receive", "Expected"), Tone.NEUTRAL
    if receipt is not None:
        words, tone = translate("Receive", "Begun"), Tone.INFO
    elif day and day < today.isoformat():
        words, tone = translate("Receive", "Late"), Tone.WARNING
    elif order.status != purchasing.SENT:
        words, tone = translate("Receive", "Partly received"), Tone.INFO
    shown = figures.day(day) if day else ""
    if day == today.isoformat():
        shown = translate("Receive", "Today")
    return Line(each.task, title, " \u00b7 ".join(parts), shown, "", tone, words)


def difference_lines(
    found: Sequence[Discrepancy], items: Mapping[bytes, Product], language: str
) -> list[Line]:
    """Give what is not as ordered, for the summary before closing."""
    translate = QCoreApplication.translate
    rows = []
    for n, each in enumerate(found):
        product = items[each.item]
        parts, tone = [], Tone.WARNING
        if each.order_line is None:
            parts.append(translate("Receive", "Not ordered"))
        elif each.short:
            parts.append(
                translate("Receive", "%1 short").replace("%1", amount(product, each.short))
            )
        elif each.over:
            parts.append(translate("Receive", "%1 over").replace("%1", amount(product, each.over)))
        if each.rejected:
            words = translate("Receive", "%1 rejected")
            parts.append(words.replace("%1", amount(product, each.rejected)))
            tone = Tone.ERROR
        came = figures.quantity(each.received, product.decimals)
        figure = f"{came} / {amount(product, each.ordered)}" if each.ordered else came
        status = " \u00b7 ".join(parts)
        rows.append(Line(n, product.named(language), product.sku, figure, "", tone, status))
    return rows


def label_text(last_scan: ReceiptLine, product: Product, copies: int, language: str) -> str:
    """Write the labels of what one scan brought in: a page for each copy."""
    lines = [product.named(language), product.sku]
    words = lot_words(last_scan.lot, last_scan.expires, last_scan.serial)
    if words:
        lines.append(words)
    return "\f".join(["\n".join(lines)] * copies)
