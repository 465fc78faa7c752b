"""The two pages of receiving: which delivery it is, and how the one in hand stands."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import figures
from desktop.screens import receive_words as words
from desktop.screens.goods_words import amount, lot_facts
from desktop.screens.receive_scans import Board, Expected, Last, Task
from desktop.tones import Tone
from desktop.widgets import (
    EmptyState,
    ItemCard,
    Line,
    LineList,
    ScanField,
    StatusPill,
    Text,
    beside,
    column,
    stacked,
)
from domain import receiving


class Chooser(QWidget):
    """The deliveries that are expected, narrowed by typing."""

    chosen = Signal(object)
    """The :class:`Task` to begin."""
    entered = Signal(str)
    """What was typed and fits no single delivery: a number, an item's code."""
    blind_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it is shown deliveries."""
        super().__init__(parent)
        self._expected: Sequence[Expected] = ()
        self._today = date.min
        self.field = ScanField(words=True)
        self.list = LineList()
        self.nothing = EmptyState("truck")
        self.nothing.acted.connect(self.blind_asked)
        box = column(self, self.field, self.list, self.nothing)
        box.setStretch(1, 1)
        box.setStretch(2, 1)
        self.field.textEdited.connect(self._narrow)
        self.field.submitted.connect(self._submit)
        self.list.chosen.connect(self.chosen)

    def retranslate(self) -> None:
        """Set the texts."""
        self.field.set_prompt(self.tr("Scan the delivery note or an item, or type a supplier"))
        self.list.set_name(self.tr("Expected deliveries"))
        self.nothing.set_words(
            self.tr("No delivery is expected"),
            self.tr("Orders that were sent to a supplier appear here."),
            self.tr("Receive without an order"),
        )
        self._show(self._rows())

    def show_expected(self, found: Sequence[Expected], today: date) -> None:
        """Show these deliveries."""
        self._expected, self._today = found, today
        self.field.clear()
        self._show(self._rows())

    def show_only(self, orders: Sequence[bytes]) -> int:
        """Show only the deliveries for some orders, if there are any; give how many."""
        fits = [r for r in self._rows() if isinstance(r.key, Task) and r.key.order in orders]
        if fits:
            self._show(fits)
        return len(fits)

    def current(self) -> Task | None:
        """Give the delivery that is marked."""
        key = self.list.current_key()
        return key if isinstance(key, Task) else None

    def _rows(self) -> list[Line]:
        return words.expected_lines(self._expected, self._today)

    def _show(self, rows: Sequence[Line]) -> None:
        self.list.set_lines(rows, rows[0].key if rows else None)
        self.list.setVisible(bool(self._expected))
        self.nothing.setVisible(not self._expected)

    def _fitting(self, text: str) -> list[Line]:
        parts = text.casefold().split()
        return [
            row
            for row in self._rows()
            if all(part in f"{row.title} {row.detail}".casefold() for part in parts)
        ]

    def _narrow(self, text: str) -> None:
        """Show only what fits the letters so far."""
        self._show(self._fitting(text))

    def _submit(self, text: str) -> None:
        """Take the only delivery that fits, else hand on what was typed."""
        fits = self._fitting(text)
        self._show(self._rows())
        if len(fits) == 1:
            self.chosen.emit(fits[0].key)
        else:
            self.entered.emit(text)


class BoardPage(QWidget):
    """The delivery in hand: whose it is, the field, the last scan in large type, the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a delivery is shown."""
        super().__init__(parent)
        self.supplier, self.number = Text("heading"), Text("muted")
        self.progress = StatusPill()
        self.field, self.card, self.lines = ScanField(), ItemCard(tall=True), LineList()
        head = beside(self.supplier, self.number, None, self.progress, gap=14)
        left = stacked(self.field, self.card, gap=16)
        left.setStretch(1, 1)
        body = beside(left, self.lines)
        body.setStretch(0, 4)
        body.setStretch(1, 5)
        box = column(self, head, body, gap=14)
        box.setContentsMargins(24, 12, 24, 16)
        box.setStretch(1, 1)

    def retranslate(self) -> None:
        """Set the fixed texts."""
        self.field.set_prompt(self.tr("Scan an item"))
        self.lines.set_name(self.tr("Lines"))

    def show_board(self, board: Board | None, last: Last | None, language: str) -> None:
        """Show a delivery and its last scan; None empties the page."""
        if board is None:
            self.supplier.clear()
            self.number.clear()
            self.lines.set_lines([])
        else:
            self._show_head(board)
            key = words.row_of(board, last.lines) if last is not None else None
            self.lines.set_lines(words.board_lines(board, language), key)
        self.progress.setVisible(board is not None and bool(board.lines))
        if board is None or last is None:
            self._show_no_scan()
        else:
            self._show_scan(board, last, language)

    def _show_head(self, board: Board) -> None:
        """Show supplier, number, and how many lines are complete."""
        self.supplier.setText(board.supplier or self.tr("Unknown supplier"))
        number = self.tr("Without an order")
        if board.order is not None:
            parts = (board.order.number, board.order.reference)
            number = " \u00b7 ".join(part for part in parts if part)
        self.number.setText(number)
        done, all_of_them = board.complete_lines, len(board.lines)
        text = self.tr("%1 of %2 lines complete").replace("%1", str(done))
        tone = Tone.SUCCESS if done == all_of_them else Tone.INFO
        self.progress.set_state(text.replace("%2", str(all_of_them)), tone)

    def _show_no_scan(self) -> None:
        """Say that nothing was scanned yet."""
        self.card.set_item(self.tr("Scan the first item"))
        self.card.set_facts([])
        self.card.set_state("", Tone.NEUTRAL)
        self.card.figure.hide()

    def _show_scan(self, board: Board, last: Last, language: str) -> None:
        """Show the last scan: what, how much in it, how much in all."""
        product, attempt = last.product, last.attempt
        self.card.set_item(product.named(language), product.sku)
        facts = lot_facts(attempt.lot or "", attempt.expires, attempt.serial)
        facts.insert(0, (self.tr("Last scan"), amount(product, last.steps)))
        self.card.set_facts(facts)
        own = [line for line in board.lines if line.product == product.id]
        received = sum(line.received for line in own)
        ordered = sum(line.quantity for line in own)
        if not own:
            received = sum(s.received for s in board.scans if s.item == product.id)
        state, tone = self._state(board, last, complete=bool(own) and received >= ordered)
        self.card.set_state(state, tone)
        caption = self.tr("Received")
        if own:
            caption = self.tr("Received of %1").replace("%1", amount(product, ordered))
        self.card.figure.set_caption(caption)
        self.card.figure.set_value(figures.quantity(received, product.decimals))
        self.card.figure.show()

    def _state(self, board: Board, last: Last, *, complete: bool) -> tuple[str, Tone]:
        """Say how the last scan went."""
        if last.attempt.rejected:
            bad = amount(last.product, last.attempt.rejected)
            return f"{bad} {words.reason_words(last.attempt.reason)}", Tone.ERROR
        if last.kind in (receiving.OVER, receiving.OVER_APPROVED):
            return self.tr("More than ordered"), Tone.WARNING
        if last.kind == receiving.BLIND and board.order is not None:
            return self.tr("Not ordered"), Tone.WARNING
        if complete:
            return self.tr("Complete"), Tone.SUCCESS
        return self.tr("Received"), Tone.SUCCESS
