"""Finding what is odd in one item's daily demand: long gaps and jumps of level.

Findings are reported to a person, never used to change the numbers: guessing stock-outs from
improbable runs of zeros makes forecasts worse (measured, see the reference).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

SHORTEST_GAP = 56
"""Days without a sale, below which nobody needs to be told."""

GAP_TIMES_USUAL = 10
"""A gap must also be this many times the item's usual distance between sale days."""

JUMP_SALE_DAYS = 8
"""Sale days needed on each side of a jump."""

JUMP_RATIO = 4.0
"""Smallest ratio of the two levels that looks like another unit (packs are 6, 12, 24, 1,000)."""

JUMP_EXPLAINED = 0.78
"""Share of the variance of the logarithms that the jump must explain; a ramp explains 0.75."""


class OddityKind(StrEnum):
    """What was found odd; the words are the view's."""

    NEGATIVE_DAY = "negative_day"
    DUPLICATE_DAY = "duplicate_day"
    OUT_OF_RANGE = "out_of_range"
    GAP = "gap"
    LEVEL_JUMP = "level_jump"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One odd thing in an item's rows.

    ``amount`` is, by kind: the clipped quantity in steps; the number of repeated rows; the number
    of ignored rows; the length in days; the ratio of the levels in thousandths.
    """

    kind: OddityKind
    item: bytes
    day: date
    amount: int


def find_oddities(
    names: Sequence[bytes],
    demand: npt.NDArray[np.int64],
    counts: npt.NDArray[np.int64] | None,
    first_day: date,
) -> list[Oddity]:
    """List what is odd in items × days of net demand, negative days still in it.

    ``counts`` is the number of rows behind each cell where there should be one, else None.
    """

    def report(kind: OddityKind, row: int, column: int, amount: int) -> None:
        day = date.fromordinal(first_day.toordinal() + int(column))
        found.append(Oddity(kind, names[row], day, int(amount)))

    found: list[Oddity] = []
    for row, column in np.argwhere(demand < 0):
        report(OddityKind.NEGATIVE_DAY, row, column, demand[row, column])
    if counts is not None:
        for row, column in np.argwhere(counts > 1):
            report(OddityKind.DUPLICATE_DAY, row, column, counts[row, column])
    sold = np.maximum(demand, 0)
    for row in range(len(names)):
        for start, length in find_gaps(sold[row]):
            report(OddityKind.GAP, row, start, length)
        jump = find_level_jump(sold[row])
        if jump is not None:
            report(OddityKind.LEVEL_JUMP, row, *jump)
    return found


def find_gaps(demand: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """Give (first day, length in days) of every unusually long stretch between two sales."""
    sale_days = np.flatnonzero(demand)
    if sale_days.size < 3:
        return []
    between = np.diff(sale_days)
    usual = float(np.median(between))
    long = (between - 1 >= SHORTEST_GAP) & (between > GAP_TIMES_USUAL * usual)
    return [(int(sale_days[at]) + 1, int(between[at]) - 1) for at in np.flatnonzero(long)]


def find_level_jump(demand: npt.NDArray[np.int64]) -> tuple[int, int] | None:
    """Give (first day of the new level, new level ÷ old level in thousandths) of one big jump.

    Looks at the logarithm of the quantity on sale days and takes the split that explains most of
    its variance; geometric means make one large order weigh little.
    """
    sale_days = np.flatnonzero(demand)
    count = sale_days.size
    if count < 2 * JUMP_SALE_DAYS:
        return None
    logs = np.log(demand[sale_days].astype(np.float64))
    total = float(((logs - logs.mean()) ** 2).sum())
    if total <= 0.0:
        return None
    left = np.arange(JUMP_SALE_DAYS, count - JUMP_SALE_DAYS + 1)
    sums = np.cumsum(logs)
    before = sums[left - 1] / left
    after = (sums[-1] - sums[left - 1]) / (count - left)
    explained = left * (count - left) / count * (after - before) ** 2 / total
    best = int(np.argmax(explained))
    difference = float(after[best] - before[best])
    if abs(difference) < math.log(JUMP_RATIO) or explained[best] < JUMP_EXPLAINED:
        return None
    return int(sale_days[left[best]]), round(math.exp(difference) * 1000)
