"""Parts of the pay screen: how a sale is paid so far, and the two pages, paying and paid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures import parse_figure
from desktop.screens import till
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Button,
    Card,
    KeyPad,
    Line,
    LineList,
    ReceiptView,
    Text,
    beside,
    column,
    row,
    stacked,
)
from domain import counter
from domain.counter import CASH, Payment, Tender, TenderShort, Terms, settle
from domain.values import decimals_of


@dataclass(frozen=True, slots=True)
class Balance:
    """How it stands with the money; all in minor units.

    ``left`` is what is still to be paid exactly, ``cash_left`` the same in coins that exist,
    ``change`` what goes back, ``rounding`` what coins could not pay.
    """

    left: int
    cash_left: int
    change: int
    rounding: int
    payments: tuple[Payment, ...]

    @property
    def settled(self) -> bool:
        """Whether all is paid."""
        return self.left == 0


def balance(terms: Terms, total: int, tenders: Sequence[Tender]) -> Balance:
    """Say how it stands. Raises what ``counter.settle`` does, except that something is missing."""
    taken = sum(tender.amount or 0 for tender in tenders)
    try:
        done = settle(terms, total, tenders)
    except TenderShort:
        rest = settle(terms, total, [*tenders, Tender(CASH)])
        cash = sum(t.amount or 0 for t in tenders if t.kind == CASH)
        in_cash = next(p.amount for p in rest.payments if p.tender == CASH)
        payments = tuple(Payment(t.kind, t.amount or 0, 0, t.reference) for t in tenders)
        return Balance(total - taken, in_cash - cash, 0, rest.rounding, payments)
    return Balance(0, 0, done.change, done.rounding, done.payments)


class TakeMoney(QWidget):
    """What is due, what was given, and the keys to take more."""

    given = Signal(str, object)
    """A tender was chosen: its kind, and the amount that was typed or None for all that is left."""
    typed = Signal()
    """The amount in hand is another."""
    dropped = Signal(object)
    """A tender in the list was chosen, to be taken back: its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is due yet."""
        super().__init__(parent)
        self._terms = Terms("EUR", tax_included=True)
        self.due, self.left = BigNumber(role="display"), BigNumber()
        self.left.align_right()
        self.tenders = LineList(dense=True)
        self.tenders.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.entry, self._entry_name = Text("display"), Text("label")
        self.entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unit = Text("lead")
        self.pad = KeyPad(places=2, longest=9)
        self.pad.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._quick_name, self._quick = Text("label"), QWidget()
        self._quick_row = row(self._quick, gap=10)
        self._quick_values: list[int] = []
        self._lay_out()
        self.pad.changed.connect(self._typed)
        self.pad.entered.connect(lambda _text: self.take(CASH))
        self.tenders.chosen.connect(self.dropped)

    def _lay_out(self) -> None:
        """Left what is due and what was given, right the keys."""
        head = Card()
        row(head, self.due, None, self.left, gap=24).setContentsMargins(24, 12, 24, 12)
        left = stacked(head, self.tenders, self._quick_name, self._quick, gap=12)
        left.setStretch(1, 1)
        typed = Card()
        row(typed, self._entry_name, None, self.entry, gap=12).setContentsMargins(20, 2, 20, 2)
        right = stacked(typed, self.pad, gap=12)
        right.setStretch(1, 1)
        body = beside(left, right, gap=20)
        body.setStretch(0, 8)
        body.setStretch(1, 5)
        page = column(self, gap=0, margin=0)
        page.addLayout(body)

    def retranslate(self) -> None:
        """Set the texts."""
        self.pad.retranslate()
        self.due.set_caption(self.tr("To pay"))
        self._entry_name.setText(self.tr("Given"))
        self.tenders.set_name(self.tr("What was given"))
        self._quick_name.setText(self.tr("Cash given"))

    def take(self, kind: str) -> None:
        """Take the amount that was typed, or all that is left, by a tender."""
        amount = self.amount()
        self.pad.set_text("")
        self.given.emit(kind, amount)

    def show_balance(self, terms: Terms, total: int, tenders: Sequence[Tender]) -> None:
        """Show how it stands."""
        self._terms = terms
        now = balance(terms, total, tenders)
        currency = terms.currency
        self.due.set_caption(self.tr("To pay"))
        self.due.set_value(till.money(total, currency))
        if now.settled:
            self.left.set_caption(self.tr("Change"))
            self.left.set_value(till.money(now.change, currency), Tone.SUCCESS)
        else:
            self.left.set_caption(self.tr("Left to pay"))
            self.left.set_value(till.money(now.left, currency))
        rounded = now.rounding and not now.settled
        in_cash = self.tr("%1 in cash").replace("%1", till.money(now.cash_left, currency))
        self.left.set_note(in_cash if rounded else "")
        self.tenders.set_lines([_tender_line(n, t, currency) for n, t in enumerate(tenders)])
        self._show_quick(now.cash_left)
        self._show_entry(self.pad.text())

    def amount(self) -> int | None:
        """The amount that was typed, in minor units; None where nothing was."""
        text = self.pad.text()
        return parse_figure(text, decimals_of(self._terms.currency)) if text else None

    def _typed(self, text: str) -> None:
        self._show_entry(text)
        self.typed.emit()

    def _show_entry(self, text: str) -> None:
        self.entry.setText(text or "\u2013")

    def _show_quick(self, due: int) -> None:
        """Offer the exact amount and what people are likely to hand over."""
        values = [due, *counter.likely_cash(due, self._terms.currency)] if due > 0 else []
        if values == self._quick_values:
            return
        self._quick_values = values
        while self._quick_row.count():
            gone = self._quick_row.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for value in values:
            button = Button()
            button.setText(till.money(value, self._terms.currency))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(64)
            button.clicked.connect(lambda _=False, minor=value: self._quick_given(minor))
            self._quick_row.addWidget(button)

    def _quick_given(self, minor: int) -> None:
        self.pad.set_text("")
        self.given.emit(CASH, minor)

    def quick_values(self) -> list[int]:
        """The amounts on the quick keys, in minor units."""
        return list(self._quick_values)


def _tender_line(at: int, tender: Tender, currency: str) -> Line:
    return Line(
        at,
        till.tender_words(tender.kind),
        tender.reference or "",
        till.money(tender.amount or 0, currency),
    )


class Paid(QWidget):
    """It is booked: the change, how it was paid, and the receipt as it was printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing was paid yet."""
        super().__init__(parent)
        self.change = BigNumber(role="display")
        self.total, self.number = BigNumber(), Text("muted")
        self.payments = LineList(dense=True)
        self.payments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.receipt = ReceiptView()
        self.receipt.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        head, foot = Card(), Card()
        column(head, self.change, gap=4).setContentsMargins(28, 20, 28, 24)
        row(foot, self.total, None, self.number).setContentsMargins(28, 14, 28, 14)
        left = stacked(head, foot, self.payments, gap=12)
        left.setStretch(2, 1)
        body = beside(left, self.receipt, gap=20)
        body.setStretch(0, 1)
        page = column(self, gap=0, margin=0)
        page.addLayout(body)

    def retranslate(self) -> None:
        """Set the texts."""
        self.payments.set_name(self.tr("Payments"))
        self.receipt.set_name(self.tr("Receipt"))

    def show_sale(self, sale: counter.Sale, receipt: str) -> None:
        """Show a sale or refund as it was booked."""
        head, currency = sale.head, sale.head.terms.currency
        back = head.kind == counter.REFUND
        if back:
            self.change.set_caption(self.tr("Give back"))
            self.change.set_value(till.money(-head.due, currency), Tone.WARNING)
        else:
            self.change.set_caption(self.tr("Change"))
            tone = Tone.SUCCESS if head.change else Tone.NEUTRAL
            self.change.set_value(till.money(head.change, currency), tone)
        self.total.set_caption(self.tr("Refunded") if back else self.tr("Paid"))
        self.total.set_value(till.money(abs(head.due), currency))
        self.number.setText(head.label)
        lines = [
            Line(n, till.tender_words(p.tender), p.reference or "", till.money(p.amount, currency))
            for n, p in enumerate(sale.payments)
        ]
        if head.rounding:
            words = self.tr("Rounded to coins")
            lines.append(Line(-1, words, "", till.money(head.rounding, currency)))
        self.payments.set_lines(lines)
        self.receipt.set_text(receipt)


def with_tender(tenders: Sequence[Tender], kind: str, amount: int) -> list[Tender]:
    """Add a tender; cash given twice is one."""
    found = list(tenders)
    for at, each in enumerate(found):
        if each.kind == kind == CASH:
            found[at] = replace(each, amount=(each.amount or 0) + amount)
            return found
    return [*found, Tender(kind, amount)]
