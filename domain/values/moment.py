"""Time: what happened when, and in which order it was written.

Moments are milliseconds since 1970 UTC. Days are ISO texts (``2026-11-22``). The hybrid logical
clock orders writes: 48 bits of milliseconds, 16 of counter, in one integer that never steps
back (Kulkarni and Demirbas 2014, with the bound of the design: nobody's clock moves ours more
than 60 s ahead of our own estimate).
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

COUNTER_BITS = 16
MAX_LEAD_MS = 60_000
"""How far ahead of our own estimate another node's clock may pull ours."""


def now_ms() -> int:
    """Read the wall clock: milliseconds since 1970 UTC, whatever this PC believes."""
    return time.time_ns() // 1_000_000


def moment(when: datetime) -> int:
    """Turn a date and time into milliseconds; a naive one is read as UTC."""
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return round(aware.timestamp() * 1000)


def from_moment(milliseconds: int) -> datetime:
    """Turn milliseconds into an aware UTC date and time."""
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)


def day(when: date) -> str:
    """Write a date as the ISO text that tables hold."""
    return when.isoformat()


class HybridClock:
    """The station's clock for ordering writes. The transaction stores its high-water mark."""

    def __init__(self, wall: Callable[[], int] = now_ms, last: int = 0) -> None:
        self._wall = wall
        self.last = last

    def wall(self) -> int:
        """Give this PC's wall clock in milliseconds."""
        return self._wall()

    def tick(self) -> int:
        """Give the next stamp: above every stamp given or adopted before."""
        self.last = max(self._wall() << COUNTER_BITS, self.last + 1)
        return self.last

    def adopt(self, other: int) -> None:
        """Move up to another node's stamp, but never more than 60 s ahead of our own estimate."""
        # The wall clock alone is the estimate: were our own last stamp part of it, a chain of
        # hasty neighbours could pull us a minute further with every message.
        ceiling = (self._wall() + MAX_LEAD_MS) << COUNTER_BITS
        self.last = max(self.last, min(other, ceiling))


def stamp_ms(stamp: int) -> int:
    """Give the milliseconds inside a hybrid stamp."""
    return stamp >> COUNTER_BITS
