"""Taking in what other stations wrote.

A changeset is taken in once, whatever the number and order of deliveries: its identity (the log
that wrote it, its hash there) is unique in the journal. One that cannot be applied stands in the
journal, is set aside in quarantine with its reason, and does not hold up what follows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, OperationalError

from domain.errors import CounterfoilError, RuleBroken
from domain.replica import books
from domain.replica.changeset import Changeset
from domain.replica.effects import UnknownShape, apply, finish
from domain.replica.rows import run
from domain.replica.written import Written
from domain.values import now_ms

if TYPE_CHECKING:
    from domain.replica.replica import Replica

Numbered = list[tuple[int, Changeset]]
Judge = Callable[[Changeset], tuple[str, str] | None]
"""Gives (reason, detail) for a changeset that must not be applied."""

POISON = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RecursionError,
    RuleBroken,
)
"""What a changeset with bad contents can raise in the code that applies it."""


class BrokenChain(CounterfoilError):
    """Changesets do not continue the log that they claim to continue."""

    code = "merge.broken_chain"
    sentence = "Changes from another station do not fit its history ({detail}). Nothing was taken."


@dataclass(slots=True)
class Taken:
    """What came of a delivery."""

    applied: int = 0
    known: int = 0
    quarantined: list[bytes] = field(default_factory=list)


class Merging:
    """One commit that takes in changesets. Made by ``Replica.merging``."""

    def __init__(
        self,
        replica: "Replica",
        connection: Connection,
        written: Written,
        *,
        one_by_one: bool = False,
    ) -> None:
        self.replica = replica
        self.connection = connection
        self._written = written
        self._one_by_one = one_by_one
        self._sites: set[int] = set()
        self.touched: set[str] = set()
        """Names of the tables that changed (complete after the commit)."""

    def take(
        self, site: int, log: int, changesets: Sequence[Changeset], judge: Judge | None = None
    ) -> Taken:
        """Append changesets of one log, in its order, and apply those that are new here.

        Those at or below the log's head are skipped after their hash was compared; those that
        ``judge`` finds wrong are set aside. Raises BrokenChain where they neither continue the
        log nor repeat it (a gap or a fork).
        """
        taken = Taken()
        fresh = self._continuing(site, log, changesets, taken)
        identities = [c.identity() for c in fresh]
        known = books.known_keys(self.connection, site, identities)
        numbered: Numbered = []
        for changeset, identity in zip(fresh, identities, strict=True):
            if identity in known:
                digest = changeset.hash()
                books.add_entry(self.connection, known[identity], changeset, digest)
                books.move_head(self.connection, changeset, digest, None)
                taken.known += 1
                continue
            key = books.take_key(self.connection, site, self.replica.clock)
            books.append(self.connection, key, changeset)
            self.replica.clock.adopt(changeset.hlc)
            wrong = judge(changeset) if judge else None
            if wrong is None:
                numbered.append((key, changeset))
            else:
                self._quarantine((key, changeset), *wrong)
                taken.quarantined.append(identity[1])
        self._sites.add(site)
        self._apply(numbered, taken)
        return taken

    def repair(self, site: int, key: int) -> bool:
        """Try again to apply a quarantined changeset; whether it worked."""
        pairs = books.in_order(self.connection, site, key - 1)
        _, changeset = next(pairs)
        run(self.connection, "DELETE FROM quarantine WHERE site = ? AND key = ?", site, key)
        taken = Taken()
        self._apply([(key, changeset)], taken)
        return not taken.quarantined

    def finish(self) -> None:
        """Bring projections and clock up to date. Called by ``Replica.merging``."""
        self.touched |= finish(self.connection, self._written)
        for site in self._sites:
            books.keep_clock(self.connection, site, self.replica.clock.last)

    def _continuing(
        self, site: int, log: int, changesets: Sequence[Changeset], taken: Taken
    ) -> list[Changeset]:
        head = books.head(self.connection, site, log)
        fresh: list[Changeset] = []
        for changeset in changesets:
            if changeset.site != site or changeset.log != log:
                raise BrokenChain(detail="another log's changeset among them")
            if changeset.seq <= head.seq and not fresh:
                text = "SELECT hash FROM entry WHERE site = ? AND log = ? AND seq = ?"
                ours = run(self.connection, text, site, log, changeset.seq).scalar()
                if ours != changeset.hash():
                    raise BrokenChain(detail=f"number {changeset.seq} differs from what is here")
                taken.known += 1
                continue
            before = (fresh[-1].seq, fresh[-1].hash()) if fresh else (head.seq, head.hash)
            if changeset.seq != before[0] + 1 or changeset.previous != before[1]:
                raise BrokenChain(detail=f"number {changeset.seq} does not follow {before[0]}")
            fresh.append(changeset)
        return fresh

    def _apply(self, numbered: Numbered, taken: Taken) -> None:
        """Apply all at once; only where that fails, one by one, to find the bad one."""
        if not numbered:
            return
        if not self._one_by_one and self._attempt(numbered) is None:
            taken.applied += len(numbered)
            return
        for each in numbered:
            problem = self._attempt([each])
            if problem is None:
                taken.applied += 1
            else:
                reason = "newer_version" if isinstance(problem, UnknownShape) else "not_applicable"
                self._quarantine(each, reason, f"{type(problem).__name__}: {problem}")
                taken.quarantined.append(each[1].identity()[1])

    def _attempt(self, numbered: Numbered) -> Exception | None:
        written = Written()
        try:
            with self.connection.begin_nested():
                apply(self.connection, numbered, written)
                if self._one_by_one:
                    self.touched |= finish(self.connection, written)
        except POISON as problem:
            return problem
        except DBAPIError as problem:
            if passing(problem):
                raise
            return problem
        if self._one_by_one:
            return None
        for table, rows in written.inserted.items():
            self._written.add(table, rows)
        for table, records in written.edited.items():
            self._written.edited.setdefault(table, set()).update(records)
        return None

    def _quarantine(self, numbered: tuple[int, Changeset], reason: str, detail: str) -> None:
        key, changeset = numbered
        run(
            self.connection,
            "INSERT INTO quarantine (site, key, reason, detail, since) VALUES (?, ?, ?, ?, ?)",
            changeset.site,
            key,
            reason,
            detail[:500],
            now_ms(),
        )
        self.touched.add("quarantine")


def passing(problem: DBAPIError) -> bool:
    """Whether the database's trouble will pass (busy, full): then nothing may be set aside."""
    if not isinstance(problem, OperationalError):
        return False
    text = str(problem.orig)
    words = ("locked", "busy", "full", "I/O", "serialize", "deadlock", "connection", "timeout")
    return any(word in text for word in words)
