"""What was sold: items × days of demand, with the days on which it could not be seen masked.

A day on which nothing could be sold (no stock, shop closed, item not yet listed) says nothing
about demand and must never be read as a zero. Such days are *masked* in ``available``. Whatever
is odd about the rows (negative days, repeated days, days outside the range, long gaps, jumps of
level that look like a change of unit) is survived and reported, never silently repaired.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from forecasting.errors import HistoryRangeError
from forecasting.oddities import Oddity, OddityKind, find_oddities

Steps = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

MOST_DAYS = 11 * 366
"""Ten years and a bit: more says nothing about next week; a wrong clock must not fill memory."""

DAYS_IN_WEEK = 7

LEAST_DAYS = 4
"""Days on which a week must have been visible to be believed."""
USUAL_SELLERS = 5
"""A weekday on which the median number of items sold is below this may be zero by chance."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Demand a week (items × weeks, the last week ends on the history's last day) and its mask.

    A week seen on fewer than four days is masked; one seen on four to six is scaled to seven. An
    item that has no visible week at all shows the weeks with a sale, scaled as if seen on four
    days: what has sold must not look as if it never had.
    """

    demand: Matrix
    available: Mask

    def part(self, rows: slice) -> "Weeks":
        """Give the weeks of a run of items."""
        return Weeks(self.demand[rows], self.available[rows])


@dataclass(frozen=True, slots=True)
class History:
    """Demand of some items over a run of days, in item steps, never negative."""

    items: tuple[bytes, ...]
    first_day: date
    demand: Steps
    available: Mask
    oddities: tuple[Oddity, ...] = ()

    def __post_init__(self) -> None:
        """Freeze the arrays: a history is a value."""
        self.demand.setflags(write=False)
        self.available.setflags(write=False)

    @property
    def days(self) -> int:
        """Number of days covered."""
        return int(self.demand.shape[1])

    @property
    def last_day(self) -> date:
        """The last day covered."""
        return date.fromordinal(self.first_day.toordinal() + self.days - 1)

    def until(self, last_day: date) -> "History":
        """Give the same history as it was known at the end of ``last_day``, oddities kept."""
        keep = last_day.toordinal() - self.first_day.toordinal() + 1
        if not DAYS_IN_WEEK <= keep <= self.days:
            raise HistoryRangeError(first=self.first_day, last=last_day, most=self.days)
        return History(
            self.items,
            self.first_day,
            self.demand[:, :keep].copy(),
            self.available[:, :keep].copy(),
            self.oddities,
        )

    def pick(self, rows: Sequence[int]) -> "History":
        """Give the history of some of the items, in the order of ``rows``."""
        names = tuple(self.items[row] for row in rows)
        kept = set(names)
        return History(
            names,
            self.first_day,
            self.demand[list(rows)],
            self.available[list(rows)],
            tuple(oddity for oddity in self.oddities if oddity.item in kept),
        )

    def weekly(self) -> Weeks:
        """Sum days to weeks, counted back from the last day; a first part-week is left out."""
        weeks = self.days // DAYS_IN_WEEK
        start = self.days - weeks * DAYS_IN_WEEK
        shape = (len(self.items), weeks, DAYS_IN_WEEK)
        seen = self.available[:, start:].reshape(shape)
        sold = np.where(seen, self.demand[:, start:].reshape(shape), 0)
        count = seen.sum(axis=2)
        total = sold.sum(axis=2)
        available = count >= LEAST_DAYS
        unseen = ~available.any(axis=1)
        available[unseen] = total[unseen] > 0
        scale = np.where(available, DAYS_IN_WEEK / np.maximum(count, LEAST_DAYS), 0.0)
        return Weeks(total * scale, available)


def build_history(
    rows: Iterable[tuple[bytes, date, int]],
    first_day: date,
    last_day: date,
    *,
    items: Sequence[bytes] | None = None,
    stock_outs: Iterable[tuple[bytes, date, date]] = (),
    one_row_a_day: bool = False,
) -> History:
    """Make a history from rows of (item, day, quantity in steps).

    Quantities are net sales: returns to be counted against demand are negative rows of their day.
    Rows are added up; with ``one_row_a_day`` a second row for the same item and day is reported.
    ``items`` fixes which items and in which order (default: those in the rows, sorted).
    ``stock_outs`` are (item, first, last) days, inclusive, on which the item could not be sold; a
    day in it with sales stays visible, because goods were evidently there. Weeks before an item's
    first sale are masked: it was not yet listed, as far as anyone can tell.
    """
    days = last_day.toordinal() - first_day.toordinal() + 1
    if not DAYS_IN_WEEK <= days <= MOST_DAYS:
        raise HistoryRangeError(first=first_day, last=last_day, most=MOST_DAYS)
    wanted = None if items is None else set(items)
    taken = [row for row in rows if wanted is None or row[0] in wanted]
    names = tuple(items) if items is not None else tuple(sorted({row[0] for row in taken}))
    index = {item: number for number, item in enumerate(names)}
    demand, counts, oddities = _add_up(taken, index, (len(names), days), first_day)
    oddities += find_oddities(names, demand, counts if one_row_a_day else None, first_day)
    np.maximum(demand, 0, out=demand)
    available = _listed(demand) & ~_stock_out_mask(stock_outs, index, demand.shape, first_day)
    return History(names, first_day, demand, available | (demand > 0), tuple(oddities))


def closed_days(demand: Steps) -> npt.NDArray[np.bool_]:
    """Find the days on which the whole site sold nothing though that weekday usually trades.

    A weekday that is always closed is not masked: its zero is the truth and comes again. Weekdays
    on which only few items sell are left alone too: there a zero day is chance.
    """
    sellers = (demand > 0).sum(axis=0)
    closed = np.zeros(sellers.shape, dtype=np.bool_)
    for weekday in range(DAYS_IN_WEEK):
        those = sellers[weekday::DAYS_IN_WEEK]
        if those.size and np.median(those) >= USUAL_SELLERS:
            closed[weekday::DAYS_IN_WEEK] = those == 0
    return closed


def mask_days(history: History, closed: npt.NDArray[np.bool_]) -> History:
    """Mask whole days for every item, for example those of ``closed_days`` of the whole site."""
    available = history.available & ~closed[np.newaxis, :]
    return History(history.items, history.first_day, history.demand, available, history.oddities)


def _add_up(
    rows: Sequence[tuple[bytes, date, int]],
    index: dict[bytes, int],
    shape: tuple[int, int],
    first_day: date,
) -> tuple[Steps, Steps, list[Oddity]]:
    """Add rows into a matrix; give it, the number of rows in each cell, and what fell outside."""
    demand = np.zeros(shape, dtype=np.int64)
    counts = np.zeros(shape, dtype=np.int64)
    outside: dict[bytes, tuple[date, int]] = {}
    start = first_day.toordinal()
    for item, day, quantity in rows:
        column = day.toordinal() - start
        if 0 <= column < shape[1]:
            demand[index[item], column] += quantity
            counts[index[item], column] += 1
        else:
            seen = outside.get(item)
            outside[item] = (day, 1) if seen is None else (min(day, seen[0]), seen[1] + 1)
    oddities = [
        Oddity(OddityKind.OUT_OF_RANGE, item, day, count)
        for item, (day, count) in sorted(outside.items())
    ]
    return demand, counts, oddities


def _listed(demand: Steps) -> Mask:
    """Mark, for every item, the days from the week of its first sale on (none if never sold).

    Weeks are those of ``History.weekly``, so that the first week counts in full.
    """
    days = demand.shape[1]
    first = np.argmax(demand > 0, axis=1)
    into_week = np.mod(first - days % DAYS_IN_WEEK, DAYS_IN_WEEK)
    start = np.where(demand.any(axis=1), first - into_week, days)
    listed: Mask = np.arange(days)[np.newaxis, :] >= start[:, np.newaxis]
    return listed


def _stock_out_mask(
    stock_outs: Iterable[tuple[bytes, date, date]],
    index: dict[bytes, int],
    shape: tuple[int, ...],
    first_day: date,
) -> Mask:
    """Turn day ranges into a mask; parts outside the history are cut off."""
    mask = np.zeros(shape, dtype=np.bool_)
    start = first_day.toordinal()
    for item, first, last in stock_outs:
        row = index.get(item)
        if row is not None:
            mask[row, max(0, first.toordinal() - start) : max(0, last.toordinal() - start + 1)] = 1
    return mask
