"""What comes back of a receipt: how much of each line, how it is, and how the money goes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from desktop.screens import till
from desktop.tones import Tone
from desktop.widgets import Line
from domain import counter
from domain.counter import CASH, Refundable, RefundableLine, Returned, Tender, Terms, settle
from domain.values import new_id

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Chosen:
    """How much of a line comes back, and whether it can be sold again."""

    steps: int = 0
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Basket:
    """What comes back of one sale. ``document`` is the refund's id: twice pressed is once paid."""

    source: Refundable
    chosen: dict[int, Chosen] = field(default_factory=dict)
    document: bytes = field(default_factory=new_id)

    def of(self, line: int) -> Chosen:
        """What is chosen of a line."""
        return self.chosen.get(line, Chosen())

    def line(self, number: int) -> RefundableLine:
        """A line of the receipt. Raises LineGone."""
        for each in self.source.lines:
            if each.line == number:
                return each
        raise counter.LineGone(line=number)

    def with_steps(self, number: int, steps: int, language: str) -> "Basket":
        """Choose how much of a line. Raises RefundTooMuch, LineGone."""
        line = self.line(number)
        if steps > line.left:
            raise counter.RefundTooMuch(
                name=named(line, language),
                wanted=till.quantity(steps, line.decimals, line.unit),
                left=till.quantity(line.left, line.decimals, line.unit),
            )
        return self._with(number, replace(self.of(number), steps=max(0, steps)))

    def with_condition(self, number: int, *, damaged: bool) -> "Basket":
        """Say whether a line can be sold again."""
        return self._with(number, replace(self.of(number), damaged=damaged))

    def all_of_it(self) -> "Basket":
        """Choose everything that can still come back."""
        chosen = {
            line.line: replace(self.of(line.line), steps=line.left)
            for line in self.source.lines
            if line.left
        }
        return replace(self, chosen=chosen)

    def returned(self) -> list[Returned]:
        """As the counter takes it."""
        return [
            Returned(number, each.steps, each.damaged)
            for number, each in sorted(self.chosen.items())
            if each.steps
        ]

    def _with(self, number: int, chosen: Chosen) -> "Basket":
        return replace(self, chosen={**self.chosen, number: chosen})


def named(line: RefundableLine, language: str) -> str:
    """The name of a line in a language."""
    return (line.name_zh if language.startswith("zh") else None) or line.name or ""


def one_of(line: RefundableLine) -> int:
    """What one scan takes back, in steps: a piece, or all of what was weighed."""
    return line.left if line.decimals else 1


def basket_lines(basket: Basket, language: str) -> list[Line]:
    """The lines of the receipt as they are shown."""
    return [_line(basket, each, language) for each in basket.source.lines]


def _line(basket: Basket, line: RefundableLine, language: str) -> Line:
    chosen = basket.of(line.line)
    sold = translate("RefundParts", "%1 sold").replace("%1", _many(line, line.sold))
    parts = [sold]
    if line.refunded:
        back = translate("RefundParts", "%1 came back").replace("%1", _many(line, line.refunded))
        parts.append(back)
    parts.append(till.money(line.paid, basket.source.sale.terms.currency))
    status, tone = "", Tone.NEUTRAL
    if not line.left:
        status = translate("RefundParts", "All came back")
    elif chosen.steps and chosen.damaged:
        status, tone = translate("RefundParts", "Damaged"), Tone.WARNING
    elif chosen.steps:
        status, tone = translate("RefundParts", "To the shelf"), Tone.SUCCESS
    figure = _many(line, chosen.steps) if chosen.steps else "\u2013"
    return Line(line.line, named(line, language), " \u00b7 ".join(parts), figure, "", tone, status)


def _many(line: RefundableLine, steps: int) -> str:
    return till.quantity(steps, line.decimals, line.unit)


def way_back(total: int, paid: Sequence[tuple[str, int]]) -> list[Tender]:
    """Let money go back the way it came: first what no coins were needed for, cash last.

    ``total`` is above zero, in minor units. What no tender of the sale covers is cash.
    """
    found: list[Tender] = []
    rest = total
    for kind, kept in sorted(paid, key=lambda each: each[0] == CASH):
        if kind not in counter.TENDERS or kind == CASH or kept <= 0 or rest <= 0:
            continue
        found.append(Tender(kind, min(rest, kept)))
        rest -= found[-1].amount or 0
    if rest or not found:
        found.append(Tender(CASH))
    return found


def goes_back(terms: Terms, total: int, tenders: Sequence[Tender]) -> list[tuple[str, int]]:
    """What each tender pays back, above zero, after cash is rounded to coins."""
    return [(each.tender, -each.amount) for each in settle(terms, -total, tenders).payments]
