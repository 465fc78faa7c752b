"""Bringing database and till roll together at the start: what one has, the other gets.

A power cut between the commit and the roll's append leaves the roll one short. A database that
was replaced by an older copy is short of what the roll holds. Both are mended by sequence.
"""

import logging
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from domain.replica import books
from domain.replica.merge import BrokenChain
from domain.replica.rows import run
from domain.replica.till_roll import RollEntry

if TYPE_CHECKING:
    from domain.replica.replica import Replica

log = logging.getLogger(__name__)


def top_up(replica: "Replica") -> tuple[int, int]:
    """Mend both ways; give (changesets brought back from the roll, appended to the roll)."""
    roll = replica.till_roll
    if roll is None:
        return 0, 0
    newest = roll.newest()
    with replica.read() as connection:
        own = [
            (row[0], row[1], row[2])
            for row in run(
                connection,
                "SELECT l.site, l.log, l.seq FROM log l WHERE l.station = ?",
                replica.station,
            )
        ]
        behind = _database_behind(connection, newest)
    restored = _restore(replica, list(roll.read())) if behind else 0
    return restored, _append_missing(replica, own, newest)


def _database_behind(connection: Connection, entries: list[RollEntry]) -> bool:
    heads: dict[tuple[int, int], int] = {}
    for entry in entries:
        place = (entry.changeset.site, entry.changeset.log)
        heads[place] = max(heads.get(place, 0), entry.changeset.seq)
    return any(books.head(connection, *place).seq < seq for place, seq in heads.items())


def _restore(replica: "Replica", entries: list[RollEntry]) -> int:
    """Replay what the roll has and the database has not."""
    count = 0
    with replica.merging() as merging:
        for entry in sorted(entries, key=lambda e: (e.changeset.site, e.changeset.hlc)):
            changeset = entry.changeset
            head = books.head(merging.connection, changeset.site, changeset.log)
            if changeset.seq <= head.seq:
                continue
            if head.seq == 0:
                books.open_log(
                    merging.connection,
                    changeset.site,
                    changeset.log,
                    replica.station,
                    replica.life,
                    replica.public_key,
                )
            try:
                count += merging.take(changeset.site, changeset.log, [changeset]).applied
            except BrokenChain as problem:
                log.warning("the till roll does not continue the database: %s", problem)
    if count:
        log.warning("%d changesets were brought back from the till roll", count)
    return count


def _append_missing(
    replica: "Replica", own: list[tuple[int, int, int]], newest: list[RollEntry]
) -> int:
    """Append what was committed but not rolled, as after a power cut between the two."""
    if replica.till_roll is None or not newest:
        return 0
    rolled: dict[tuple[int, int], int] = {}
    for entry in newest:
        place = (entry.changeset.site, entry.changeset.log)
        rolled[place] = max(rolled.get(place, 0), entry.changeset.seq)
    count = 0
    with replica.read() as connection:
        for site, number, seq in own:
            last = rolled.get((site, number))
            if last is None or seq <= last:
                continue
            for changeset in books.read(connection, site, number, last, seq - last):
                signature = replica.sign(changeset.hash())
                replica.till_roll.append(changeset, signature, replica.clock.wall())
                count += 1
    return count
