"""The three pages of the shift screen: counting, the open shift, a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import figures, theme
from desktop.offload import Connection
from desktop.screens import till
from desktop.screens.shift_parts import CountGrid, report_text
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Card,
    Form,
    Line,
    LineList,
    NumberField,
    ReceiptView,
    Text,
    beside,
    column,
    stacked,
)
from domain import counter
from domain.counter import CARD, CASH, TENDERS, Held, Report, Shift
from domain.values import decimals_of
from edge_sync.status import unsent


@dataclass(frozen=True, slots=True)
class Standing:
    """How the till stands, without a figure that a blind count must not know."""

    shift: Shift | None
    tenders: tuple[str, ...]
    held: tuple[Held, ...]
    unsent: int


def standing(connection: Connection, site: int, name: str, station: bytes) -> Standing:
    """Read how a till stands."""
    shift = counter.shift_open(connection, site, name)
    used: tuple[str, ...] = ()
    if shift is not None:
        used = tuple(t.name for t in counter.x_report(connection, shift).of_kind("tender"))
    held = tuple(counter.held_sales(connection, site))
    return Standing(shift, used, held, unsent(connection, station))


class CountPage(QWidget):
    """Notes and coins at the left; what they come to, the slips and what waits at the right."""

    changed = Signal()
    """Something was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it knows the currency."""
        super().__init__(parent)
        self.grid = CountGrid()
        self.cash = BigNumber(role="display")
        self.cash.align_right()
        self.others: dict[str, NumberField] = {}
        self.waiting = LineList(dense=True)
        self.waiting.setMinimumHeight(theme.current().size("line_dense") + 2)
        self._form = Form()
        self._title, self._hint = Text("heading"), Text("muted", wrap=True)
        card, money = Card(), Card()
        box = column(card, self._title, self._hint, 4, self.grid, None, gap=4)
        box.setContentsMargins(20, 12, 20, 10)
        column(money, self.cash, gap=0).setContentsMargins(20, 10, 20, 12)
        right = stacked(money, self._form, self.waiting, None, gap=12)
        right.setStretch(2, 99)
        body = beside(card, right, gap=20)
        body.setStretch(0, 9)
        body.setStretch(1, 5)
        column(self, body, gap=0, margin=0)
        self._currency = ""
        self.grid.changed.connect(self._counted)
        self.grid.finished.connect(self._after_cash)

    def set_money(self, currency: str, cash_step: int, used: Sequence[str]) -> None:
        """Offer the notes and coins of a currency, and a field for each other tender.

        The card's slip is always asked for; ``used`` are the tenders that the shift took in.
        """
        self._currency = currency
        self.grid.set_money(counter.denominations(currency, cash_step), currency)
        for name in TENDERS:
            if name == CASH or name in self.others or (name not in used and name != CARD):
                continue
            field = NumberField(places=decimals_of(currency))
            self.others[name] = field
            self._form.add(name, field)
            field.changed.connect(self.changed)

    def begin(self, counts: Mapping[int, int]) -> None:
        """Start with these counts, and with empty slips."""
        self.grid.set_counts(counts)
        for field in self.others.values():
            field.set_value(None)
        self._show_total()

    def declared(self) -> dict[str, int]:
        """What was counted by tender, in minor units; what is empty is left out."""
        slips = {name: field.value() or 0 for name, field in self.others.items()}
        return {name: amount for name, amount in slips.items() if amount} | {
            CASH: self.grid.total()
        }

    def odd(self, *, closing: bool) -> bool:
        """Whether something that was typed is no number."""
        slips = self.others.values() if closing else ()
        return self.grid.problem() or any(f.edit.text() and f.value() is None for f in slips)

    def show_words(self, *, closing: bool, waiting: Sequence[Line]) -> None:
        """Say what is counted: the float, or the drawer at the end."""
        if closing:
            self._title.setText(self.tr("Count the drawer"))
            self._hint.setText(
                self.tr(
                    "Type how many there are of each. What should be there is shown after closing."
                )
            )
            self.cash.set_caption(self.tr("Cash counted"))
        else:
            self._title.setText(self.tr("Count the float"))
            self._hint.setText(
                self.tr("Type how many notes and coins lie in the drawer; Enter goes on.")
            )
            self.cash.set_caption(self.tr("Float"))
        self.waiting.set_name(self.tr("What waits"))
        for name, field in self.others.items():
            words = self.tr("%1, from the slips or the terminal")
            field.set_words(words.replace("%1", till.tender_words(name)))
        self._form.setVisible(closing)
        self.waiting.set_lines(waiting)
        self.waiting.setVisible(closing)
        self._show_total()

    def _counted(self) -> None:
        self._show_total()
        self.changed.emit()

    def _show_total(self) -> None:
        self.cash.set_value(till.money(self.grid.total(), self._currency))

    def _after_cash(self) -> None:
        """Enter after the last coin: on to the slips."""
        first = next((f for f in self.others.values() if f.isVisible()), None)
        if first is not None:
            first.setFocus()


class OpenPage(QWidget):
    """The open shift: since when, with which float; what waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is open yet."""
        super().__init__(parent)
        self._till, self._since = Text("title"), Text("lead")
        self._float, self._day = BigNumber(), BigNumber()
        self._notes = LineList()
        card = Card()
        numbers = beside(self._float, self._day, None, gap=48)
        column(card, self._till, self._since, 12, numbers, gap=6)
        column(self, card, self._notes, None, gap=16, margin=0).setStretch(1, 99)

    def show_shift(self, shift: Shift, waiting: Sequence[Line]) -> None:
        """Show a shift, and what waits at its site."""
        self._float.set_caption(self.tr("Float"))
        self._day.set_caption(self.tr("Business day"))
        self._notes.set_name(self.tr("What waits"))
        self._till.setText(self.tr("Till %1 is open").replace("%1", shift.till))
        since = self.tr("since %1").replace("%1", figures.moment(shift.opened_at))
        self._since.setText(since)
        self._float.set_value(till.money(shift.opening_float, shift.currency))
        self._day.set_value(figures.day(shift.business_date))
        self._notes.set_lines(waiting)
        self._notes.setVisible(bool(waiting))


class ReportPage(QWidget):
    """A report as it is printed, and what matters of it in large type."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No report yet."""
        super().__init__(parent)
        self.figure = BigNumber(role="display")
        self.verdict = Text("lead", wrap=True)
        self.tenders, self.paper = LineList(dense=True), ReceiptView()
        card = Card()
        column(card, self.figure, self.verdict, gap=8).setContentsMargins(28, 20, 28, 24)
        left = stacked(card, self.tenders, gap=12)
        left.setStretch(1, 1)
        body = beside(left, self.paper, gap=20)
        body.setStretch(0, 1)
        column(self, body, gap=0, margin=0)

    def show_report(self, report: Report) -> None:
        """Show an X report (no number) or a Z report."""
        self.paper.set_name(self.tr("Report"))
        self.tenders.set_name(self.tr("Differences"))
        currency = report.shift.currency
        if report.number is None:
            self.figure.set_caption(self.tr("In the drawer should be"))
            self.figure.set_value(till.money(report.expected_cash, currency))
            self.verdict.setText(self.tr("The shift stays open."))
        else:
            off = report.difference
            self.figure.set_caption(self.tr("Difference"))
            tone = Tone.WARNING if off else Tone.SUCCESS
            self.figure.set_value(_signed(off, currency), tone)
            self.verdict.setText(self._verdict_on(report))
        self.tenders.set_lines([self._line(each, currency) for each in report.of_kind("tender")])
        self.paper.set_text(report_text(report))

    def _verdict_on(self, report: Report) -> str:
        off = report.difference
        if off:
            return self.tr("Too much was counted") if off > 0 else self.tr("Money is missing")
        if any(total.difference for total in report.of_kind("tender")):
            return self.tr("The sum is right, but not every tender is.")
        return self.tr("It is all there. The shift is closed.")

    def _line(self, total: counter.Total, currency: str) -> Line:
        """One tender: what was counted, what was expected, the difference."""
        words = till.tender_words(total.name)
        expected = till.money(total.amount, currency)
        if total.declared is None or total.difference is None:
            return Line(total.name, words, figure=expected)
        counted = self.tr("%1 counted of %2")
        counted = counted.replace("%1", till.money(total.declared, currency))
        tone = Tone.WARNING if total.difference else Tone.SUCCESS
        figure = _signed(total.difference, currency)
        return Line(total.name, words, counted.replace("%2", expected), figure, tone=tone)


def _signed(amount: int, currency: str) -> str:
    """Write a difference with its sign: too much is a plus."""
    return ("+" if amount > 0 else "") + till.money(amount, currency)
