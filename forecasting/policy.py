"""From expected demand to an order quantity: whole numbers of item steps, and why.

This is the one door through which the planner's real numbers become amounts. Behind it there are
integers only, and every quantity is the sum of the parts that its account names.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from forecasting.backtest import Confidence
from forecasting.errors import SettingsError
from forecasting.leadtime import ErrorPool


class BufferBasis(StrEnum):
    """Where the safety stock came from; the words are the view's."""

    OWN_ERRORS = "own_errors"
    ASSUMED_SPREAD = "assumed_spread"
    NEVER_SOLD = "never_sold"


@dataclass(frozen=True, slots=True)
class Position:
    """Stock of one item in steps. ``on_hand`` and the position may be negative."""

    on_hand: int
    on_order: int = 0
    reserved: int = 0

    @property
    def total(self) -> int:
        """What is there or coming, less what is promised."""
        return self.on_hand + self.on_order - self.reserved


@dataclass(frozen=True, slots=True)
class SupplierTerms:
    """How one item is bought: ``minimum_order`` and ``pack`` in steps, ``lead_time_days`` from
    sending the order to having the goods on the shelf."""

    supplier: bytes
    lead_time_days: int
    minimum_order: int = 0
    pack: int = 1

    def __post_init__(self) -> None:
        """Refuse terms that cannot be ordered by."""
        for name, low, high in (
            ("lead_time_days", 0, 366),
            ("minimum_order", 0, 2**53),
            ("pack", 1, 2**53),
        ):
            value = getattr(self, name)
            if not low <= value <= high:
                raise SettingsError(name=name, value=value, rule=f"from {low} to {high}")


@dataclass(frozen=True, slots=True)
class Target:
    """Reorder point and order-up-to level of one item, in steps, with their parts.

    ``reorder_point`` = ``expected`` + ``safety_stock``; ``order_up_to`` = ``reorder_point`` +
    ``cycle_stock``. ``protection_days`` is review interval + lead time: stock must last until the
    *next* order, not this one, can arrive. ``weekly_milli`` is the expected demand of the first
    week in thousandths of a step.
    """

    protection_days: int
    service_permille: int
    weekly_milli: int
    expected: int
    safety_stock: int
    cycle_stock: int
    basis: BufferBasis

    @property
    def reorder_point(self) -> int:
        """Order when the position has fallen to this."""
        return self.expected + self.safety_stock

    @property
    def order_up_to(self) -> int:
        """Raise the position to at least this."""
        return self.reorder_point + self.cycle_stock


@dataclass(frozen=True, slots=True)
class Account:
    """Why this quantity: an exact account, every line in steps.

    ``need`` = order-up-to − position; ``quantity`` = ``need`` + ``added_for_minimum`` +
    ``added_for_pack``. Nothing is ordered while the position is above the reorder point.
    """

    target: Target
    position: Position
    terms: SupplierTerms
    model: str
    confidence: Confidence
    need: int
    added_for_minimum: int
    added_for_pack: int

    @property
    def quantity(self) -> int:
        """What to order: zero, or a whole number of packs."""
        return self.need + self.added_for_minimum + self.added_for_pack

    @property
    def covers_days(self) -> int | None:
        """Days that the stock on hand will last at the expected rate; None if nothing sells."""
        if self.target.weekly_milli <= 0:
            return None
        free = max(0, self.position.on_hand - self.position.reserved)
        return free * 7 * 1000 // self.target.weekly_milli


def target(
    *,
    weekly: float,
    expected: float,
    variance: float,
    cycle: float,
    protection_days: int,
    service_permille: int,
    pool: ErrorPool,
) -> Target:
    """Set reorder point and order-up-to level for one item.

    ``weekly``, ``expected`` and ``cycle`` are the forecast demand of a week, of the protection
    days and of the order cycle; ``variance`` the mean squared error of past D-day sums, NaN if
    none could be judged: then the spread is assumed as large as the demand itself.
    """
    basis = BufferBasis.ASSUMED_SPREAD if math.isnan(variance) else BufferBasis.OWN_ERRORS
    if expected <= 0.0:
        basis, buffered = BufferBasis.NEVER_SOLD, 0.0
    else:
        spread = expected * expected if math.isnan(variance) else variance
        factor = pool.quantile(expected, service_permille)
        if factor is None:
            # one-sided Chebyshev: holds for any distribution, and nothing is known of this one
            factor = math.sqrt(service_permille / (1000 - service_permille))
            basis = BufferBasis.ASSUMED_SPREAD
        buffered = expected + factor * math.sqrt(spread + expected + 0.25)
    mean = _half_up(expected)
    return Target(
        protection_days,
        service_permille,
        _half_up(weekly * 1000),
        mean,
        max(0, _up(buffered) - mean),
        _half_up(cycle),
        basis,
    )


def order(
    goal: Target, position: Position, terms: SupplierTerms, model: str, confidence: Confidence
) -> Account:
    """Decide how much to order now and account for it."""
    need = goal.order_up_to - position.total
    if position.total > goal.reorder_point or need <= 0:
        return Account(goal, position, terms, model, confidence, 0, 0, 0)
    added = max(0, terms.minimum_order - need)
    packed = -(-(need + added) // terms.pack) * terms.pack
    return Account(goal, position, terms, model, confidence, need, added, packed - need - added)


def _half_up(value: float) -> int:
    """Round to the nearest step, halves up."""
    return math.floor(value + 0.5)


def _up(value: float) -> int:
    """Round up to a whole step; what is above it by less than a millionth is arithmetic noise."""
    return math.ceil(value - 1e-6)
