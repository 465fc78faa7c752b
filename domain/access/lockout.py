"""Wrong PINs: from the fifth on a growing delay, after the tenth only a supervisor helps.

The count is in the database, in the commit of the check that it counts. The delay runs in the
monotonic time of one process: after a restart it begins anew, so neither a restart nor a changed
clock makes it shorter.
"""

import hashlib
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from domain.access.errors import LockedOut, TooManyTries
from domain.access.tables import lockout
from domain.errors import RuleBroken
from domain.replica import Transaction

FREE_TRIES = 5
"""From this many failures on, each further try has to wait."""
LAST_TRY = 10
"""From this many failures on, a supervisor must unlock."""
FIRST_DELAY_MS = 30_000


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Time that nobody can set: the monotonic clock of one process, in ms, and its name."""

    process: str
    now_ms: Callable[[], int]


THIS_PROCESS = Stopwatch(secrets.token_hex(8), lambda: time.monotonic_ns() // 1_000_000)


def delay_ms(failures: int) -> int:
    """How long to wait after so many failures: 30 s from the fifth, doubling."""
    return FIRST_DELAY_MS << (failures - FREE_TRIES) if failures >= FREE_TRIES else 0


def nobody(name: str) -> bytes:
    """Under what a name that nobody has is counted: as a known one, in a table that cannot grow."""
    return b"?" + hashlib.blake2b(name.encode(), digest_size=2).digest()


def refusal(tx: Transaction, who: bytes, watch: Stopwatch) -> RuleBroken | None:
    """Say why a try must not be made now: TooManyTries, LockedOut, or None."""
    row = tx.connection.execute(
        select(lockout).where(lockout.c.who == who).with_for_update()
    ).first()
    if row is None:
        return None
    if row.failures >= LAST_TRY:
        return LockedOut()
    waited = watch.now_ms() - row.since
    if row.process != watch.process:
        tx.local(
            update(lockout)
            .where(lockout.c.who == who)
            .values(process=watch.process, since=watch.now_ms())
        )
        waited = 0
    left = delay_ms(row.failures) - waited
    return TooManyTries(seconds=math.ceil(left / 1000)) if left > 0 else None


def note_failure(tx: Transaction, who: bytes, watch: Stopwatch) -> int:
    """Count a wrong PIN; give the number of failures in a row."""
    known = tx.connection.execute(select(lockout.c.failures).where(lockout.c.who == who)).scalar()
    failures = int(known or 0) + 1
    values = {"failures": failures, "process": watch.process, "since": watch.now_ms()}
    if known is None:
        tx.local(insert(lockout).values(who=who, **values))
    else:
        tx.local(update(lockout).where(lockout.c.who == who).values(**values))
    return failures


def clear(tx: Transaction, who: bytes) -> None:
    """Forget the wrong PINs of a user."""
    tx.local(delete(lockout).where(lockout.c.who == who))
