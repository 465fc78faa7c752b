"""Money: integer minor units; prices: integers in 1/10,000 of the currency unit.

Rounding is half up (away from zero), as tills and tax offices expect. Splits share a whole out
without losing or inventing a cent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from domain.errors import RuleBroken

PRICE_SCALE = 10_000
"""Prices and costs are stored in 1/10,000 of the currency unit."""

_DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3, "OMR": 3}


class NotAnAmount(RuleBroken):
    """A text is not an exact amount of money."""

    code = "money.not_an_amount"
    sentence = "“{text}” is not an amount of money."


class CurrencyMixed(RuleBroken):
    """Amounts of two currencies were put together."""

    code = "money.currency_mixed"
    sentence = "Amounts in {left} and {right} cannot be added."


def decimals_of(currency: str) -> int:
    """Give the number of minor digits of a currency (ISO 4217): EUR 2, JPY 0, KWD 3."""
    return _DECIMALS.get(currency, 2)


def round_half_up(value: Fraction) -> int:
    """Round to the nearest whole number, halves away from zero."""
    doubled = abs(value.numerator) * 2 + value.denominator
    rounded = doubled // (2 * value.denominator)
    return rounded if value >= 0 else -rounded


def round_to(minor: int, step: int) -> int:
    """Round minor units to the nearest multiple of a step (cash rounding), halves up."""
    return round_half_up(Fraction(minor, step)) * step


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (cents, fen) of one currency (ISO 4217 code)."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{format_minor(self.minor, self.currency)} {self.currency}"

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrencyMixed(left=self.currency, right=other.currency)
        return other


def format_minor(minor: int, currency: str) -> str:
    """Write minor units with the currency's decimals: 1234 fen is ``12.34``."""
    decimals = decimals_of(currency)
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def _exact(text: str, scale: int) -> int:
    try:
        scaled = Decimal(text.strip()) * scale
    except InvalidOperation:
        raise NotAnAmount(text=text) from None
    if not scaled.is_finite() or scaled != int(scaled):
        raise NotAnAmount(text=text)
    return int(scaled)


def parse_minor(text: str, currency: str) -> int:
    """Read ``12.34`` as minor units. Raises NotAnAmount for anything that is not exact."""
    return _exact(text, int(10 ** decimals_of(currency)))


def parse_price(text: str) -> int:
    """Read a unit price or cost as 1/10,000 of the currency unit. Raises NotAnAmount."""
    return _exact(text, PRICE_SCALE)


def format_price(price: int) -> str:
    """Write a unit price with two decimals, or with as many as it needs."""
    text = f"{Decimal(price) / PRICE_SCALE:.4f}"
    return text[:-2] if text.endswith("00") else text.rstrip("0")


def line_amount(price: int, steps: int, steps_per_unit: int, currency: str) -> int:
    """Multiply a unit price by a quantity and round once, to minor units.

    ``price`` is in 1/10,000 per unit, ``steps_per_unit`` says how many steps one priced unit is
    (1 for pieces, 1000 for a price per kg of an item counted in grams).
    """
    exact = Fraction(price * steps * 10 ** decimals_of(currency), PRICE_SCALE * steps_per_unit)
    return round_half_up(exact)


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Share a whole number out by weights so that the shares sum to it exactly.

    Largest remainder, ties to the earlier line; weights that are all zero count as equal.
    """
    if not weights:
        return []
    if any(weight < 0 for weight in weights):
        raise RuleBroken
    whole = sum(weights)
    parts = list(weights) if whole else [1] * len(weights)
    whole = whole or len(parts)
    sign, rest = (1, total) if total >= 0 else (-1, -total)
    shares = [rest * part // whole for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda i: (-(rest * parts[i] % whole), i))
    for index in by_remainder[: rest - sum(shares)]:
        shares[index] += 1
    return [sign * share for share in shares]
