"""The one engine for prices, discounts and taxes: cart, receipt, invoice and import all use it.

A line's price times its quantity is rounded once, to the smallest amount of the currency; a
percentage is rounded once; a discount on the whole is shared over the lines without losing a
cent. Taxes are rounded per line, or once per rate over the whole document and then shared over
the lines, so in either mode the lines' taxes sum to the document's. All rounding is half up,
away from zero, on integers.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.counter.errors import BadDiscount
from domain.values import PRICE_SCALE, decimals_of, format_minor, split

RATE_SCALE = 10_000
"""Rates of tax and percentages are in 1/10,000: 13 % is 1300."""

Rounding = Literal["line", "global"]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a document is priced. ``step`` and ``cash_step`` are in minor units.

    ``tax_included`` says what the prices are, ``rounding`` where taxes are rounded, ``step``
    the smallest amount of the currency's books (1, a few currencies 5), ``cash_step`` the
    smallest coin.
    """

    currency: str
    tax_included: bool
    rounding: Rounding = "line"
    step: int = 1
    cash_step: int = 1

    def round(self, numerator: int, denominator: int) -> int:
        """Round a ratio of minor units to whole steps of the currency."""
        return half_up(numerator, denominator * self.step) * self.step

    def text(self, minor: int) -> str:
        """Write an amount for a person."""
        return f"{format_minor(minor, self.currency)} {self.currency}"


@dataclass(frozen=True, slots=True)
class Discount:
    """A percentage (in 1/10,000) or an amount in minor units; the other is zero."""

    percent: int = 0
    amount: int = 0

    def of(self, whole: int, terms: Terms) -> int:
        """Give the minor units to take off an amount. Raises BadDiscount."""
        taken = self.amount or terms.round(whole * self.percent, RATE_SCALE)
        valid = 0 <= self.percent <= RATE_SCALE and self.amount >= 0 and taken % terms.step == 0
        if not valid or (self.percent and self.amount) or not 0 <= taken <= max(whole, 0):
            raise BadDiscount(amount=terms.text(whole))
        return taken


@dataclass(frozen=True, slots=True)
class PricedItem:
    """What a line says before it is computed.

    ``price`` in 1/10,000 for ``steps_per_unit`` steps; ``rate`` of tax in 1/10,000; ``amount``
    is what a label says in minor units, and rules over price times quantity.
    """

    price: int
    steps: int
    steps_per_unit: int = 1
    rate: int = 0
    tax_class: bytes | None = None
    tax_code: str = ""
    discount: Discount | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class LineTotals:
    """A computed line, in minor units.

    ``gross`` is price times quantity, ``discount`` the line's own, ``share`` its part of the
    discount on the whole; what is left holds the tax or not, as the prices do.
    """

    gross: int
    discount: int
    share: int
    net: int
    tax: int

    @property
    def amount(self) -> int:
        """What is left of the price after all discounts."""
        return self.gross - self.discount - self.share

    @property
    def total(self) -> int:
        """What the line costs with its tax."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class TaxTotals:
    """One rate of tax over a document, in minor units."""

    tax_class: bytes | None
    code: str
    rate: int
    base: int
    tax: int


@dataclass(frozen=True, slots=True)
class Totals:
    """A computed document, in minor units."""

    lines: tuple[LineTotals, ...]
    taxes: tuple[TaxTotals, ...]
    net: int
    tax: int
    discount: int

    @property
    def total(self) -> int:
        """What is due before cash is rounded."""
        return self.net + self.tax


def half_up(numerator: int, denominator: int) -> int:
    """Round a ratio to the nearest whole number, halves away from zero; denominator above 0."""
    rounded = (abs(numerator) * 2 + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def gross_of(terms: Terms, item: PricedItem) -> int:
    """Give price times quantity in minor units, rounded once; a label's amount as it stands."""
    if item.amount is not None:
        return item.amount
    exact = item.price * item.steps * 10 ** decimals_of(terms.currency)
    return terms.round(exact, PRICE_SCALE * item.steps_per_unit)


def price_lines(
    terms: Terms, items: Sequence[PricedItem], discount: Discount | None = None
) -> Totals:
    """Compute a document. Raises BadDiscount."""
    gross = [gross_of(terms, item) for item in items]
    own = [
        item.discount.of(whole, terms) if item.discount else 0
        for item, whole in zip(items, gross, strict=True)
    ]
    left = [whole - taken for whole, taken in zip(gross, own, strict=True)]
    shares = _shares(terms, left, discount)
    amounts = [whole - share for whole, share in zip(left, shares, strict=True)]
    taxes = _taxes(terms, items, amounts)
    nets = (
        [amount - tax for amount, tax in zip(amounts, taxes, strict=True)]
        if terms.tax_included
        else amounts
    )
    lines = tuple(map(LineTotals, gross, own, shares, nets, taxes))
    return Totals(lines, sum_taxes(items, lines), sum(nets), sum(taxes), sum(own) + sum(shares))


def sum_taxes(items: Sequence[PricedItem], lines: Sequence[LineTotals]) -> tuple[TaxTotals, ...]:
    """Add up computed lines by their rate of tax; lines without a tax class or rate have none."""
    sums: dict[tuple[bytes | None, str, int], list[int]] = {}
    for item, line in zip(items, lines, strict=True):
        if item.rate or item.tax_class is not None:
            found = sums.setdefault((item.tax_class, item.tax_code, item.rate), [0, 0])
            found[0] += line.net
            found[1] += line.tax
    return tuple(TaxTotals(*key, *found) for key, found in sums.items())


def _shares(terms: Terms, left: Sequence[int], discount: Discount | None) -> list[int]:
    """Share a discount on the whole over the lines by what they cost."""
    if discount is None or not left:
        return [0] * len(left)
    whole = sum(left)
    if any(amount < 0 for amount in left):
        raise BadDiscount(amount=terms.text(whole))
    taken = discount.of(whole, terms)
    parts = split(taken // terms.step, [amount // terms.step for amount in left])
    return [part * terms.step for part in parts]


def _taxes(terms: Terms, items: Sequence[PricedItem], amounts: Sequence[int]) -> list[int]:
    taxes = [0] * len(items)
    if terms.rounding == "line":
        for index, item in enumerate(items):
            if item.rate:
                taxes[index] = _tax(terms, item.rate, [amounts[index]])[0]
        return taxes
    groups: dict[tuple[bytes | None, str, int], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if item.rate:
            groups[(item.tax_class, item.tax_code, item.rate)].append(index)
    for (_, _, rate), members in groups.items():
        found = _tax(terms, rate, [amounts[index] for index in members])
        for index, tax in zip(members, found, strict=True):
            taxes[index] = tax
    return taxes


def _tax(terms: Terms, rate: int, amounts: Sequence[int]) -> list[int]:
    """Round the tax of amounts of one rate once, and share it out over them.

    From prices with tax the net is what is rounded, and the tax is what remains: 52.50 with
    12 % is 46.88 + 5.62.
    """
    if not terms.tax_included:
        return _share_out(terms, amounts, rate, RATE_SCALE)
    nets = _share_out(terms, amounts, RATE_SCALE, RATE_SCALE + rate)
    return [amount - net for amount, net in zip(amounts, nets, strict=True)]


def _share_out(terms: Terms, amounts: Sequence[int], numerator: int, denominator: int) -> list[int]:
    """Multiply amounts by a ratio so that the results sum to the rounded whole."""
    whole = terms.round(sum(amounts) * numerator, denominator)
    if len(amounts) == 1:
        return [whole]
    cut = [divmod(amount * numerator, denominator * terms.step) for amount in amounts]
    missing = whole // terms.step - sum(steps for steps, _ in cut)
    by_rest = sorted(range(len(cut)), key=lambda index: (-cut[index][1], index))
    raised = set(by_rest[:missing])
    return [(steps + (index in raised)) * terms.step for index, (steps, _) in enumerate(cut)]
