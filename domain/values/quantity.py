"""Quantities: whole numbers of an item's smallest step, and exact unit conversion.

A piece item has the step 1 piece; a weighed item has the step 1 g. No binary float ever holds a
quantity. Conversion factors are rational (a case of 12 is 12/1, an inch is 254/10000 m).
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from domain.errors import RuleBroken


class NotWholeSteps(RuleBroken):
    """A quantity does not fall on the item's smallest step."""

    code = "quantity.not_whole_steps"
    sentence = "{amount} is not a whole number of the smallest unit of this item."


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A whole number of an item's smallest steps; may be negative (a return, a correction)."""

    steps: int

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.steps + other.steps)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.steps - other.steps)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.steps)

    def __bool__(self) -> bool:
        return self.steps != 0


ZERO = Quantity(0)

MOST_STEPS = 10**12
"""The largest quantity of one line, in smallest steps: a million tonnes in grams. More is a code
that was scanned as a quantity, and sums of it would leave the database's whole numbers."""


@dataclass(frozen=True, slots=True)
class Factor:
    """How many smallest steps one of a unit is, as a ratio: a case of 12 pieces is ``12/1``."""

    numerator: int
    denominator: int = 1

    def __post_init__(self) -> None:
        if self.numerator <= 0 or self.denominator <= 0:
            raise RuleBroken

    def steps(self, units: Decimal | int) -> Quantity:
        """Convert an amount in this unit to steps. Raises NotWholeSteps where it is not exact."""
        exact = Fraction(units) * self.numerator / self.denominator
        if exact.denominator != 1:
            raise NotWholeSteps(amount=units)
        return Quantity(exact.numerator)

    def units(self, quantity: Quantity) -> Fraction:
        """Convert steps back to an exact amount in this unit."""
        return Fraction(quantity.steps * self.denominator, self.numerator)


def format_steps(steps: int, decimals: int) -> str:
    """Write steps with the item's decimals: 1234 steps of 3 decimals is ``1.234``."""
    if decimals == 0:
        return str(steps)
    sign = "-" if steps < 0 else ""
    whole, rest = divmod(abs(steps), 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}"
