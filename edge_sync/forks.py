"""Forks: one log, two versions, because its station was restored or cloned unnoticed.

What exists of both versions stays where it is. The log is exchanged no further, the people are
told, and the station that wrote it opens a new log, so that what it does from then on flows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain.replica import Replica
from domain.replica.rows import run
from domain.replica.storage import get_state
from domain.values import now_ms
from edge_sync.protocol import LogHead, Place


@dataclass(frozen=True, slots=True)
class Fork:
    """A log of which two versions exist."""

    site: int
    log: int
    seq: int
    """Where they were seen to differ."""
    noticed: int
    own: bool
    """Whether it is this station's own log."""
    station: str
    """The name of the station that wrote it; empty where it is not known."""


def note(connection: Connection, forks: Mapping[Place, LogHead], *, own: bool) -> None:
    """Remember forks."""
    for place, head in forks.items():
        run(
            connection,
            "INSERT INTO sync_fork (site, log, seq, noticed, own) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            *place,
            head.seq,
            now_ms(),
            int(own),
        )


def places(connection: Connection) -> set[Place]:
    """Name the logs that are known to be forked."""
    rows = connection.exec_driver_sql("SELECT site, log FROM sync_fork")
    return {(row[0], row[1]) for row in rows}


def forks(connection: Connection) -> list[Fork]:
    """List the forks for people to see."""
    rows = connection.exec_driver_sql(
        "SELECT f.site, f.log, f.seq, f.noticed, f.own, COALESCE(s.name, '') FROM sync_fork f"
        " LEFT JOIN log l ON l.site = f.site AND l.log = f.log"
        " LEFT JOIN station s ON s.site = 0 AND s.id = l.station ORDER BY f.noticed"
    )
    return [Fork(row[0], row[1], row[2], row[3], bool(row[4]), row[5]) for row in rows]


def leave_own(replica: Replica, forks: Mapping[Place, LogHead]) -> bool:
    """Remember forks of own logs and open new logs where one of them is being written.

    Gives whether a new life began.
    """
    if not forks:
        return False
    with replica.merging() as merging:
        note(merging.connection, forks, own=True)
        current = [
            place
            for place in forks
            if get_state(merging.connection, f"log:{place[0]}") == str(place[1])
        ]
    if current:
        replica.begin_new_life()
    return bool(current)
