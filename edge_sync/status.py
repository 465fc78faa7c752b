"""What the sync bar and the sync screen show. Everything here is a query; nothing is guessed."""

import json
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain.errors import CounterfoilError
from domain.replica.rows import run
from edge_sync.errors import from_code
from edge_sync.membership import membership


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The sync bar's facts. Moments are ms UTC by this PC's clock."""

    enrolled: bool
    unsent: int
    """Own changesets that the hub has not acknowledged."""
    unsent_since: int | None
    """When the oldest of them was made."""
    reachable: bool
    last_attempt: int | None
    last_success: int | None
    offline_since: int | None
    clock_off_ms: int
    problem: CounterfoilError | None
    """What stands between this station and its hub now, with its sentence."""


@dataclass(frozen=True, slots=True)
class LogStatus:
    """How far one log goes here and at the hub."""

    site: int
    log: int
    station: bytes
    station_name: str
    life: str
    own: bool
    here: int
    at_hub: int
    """Changesets that the hub is known to have."""


def unsent(connection: Connection, station: bytes) -> int:
    """Count the station's own changesets that the hub has not acknowledged."""
    text = (
        "SELECT COALESCE(SUM(seq - acknowledged), 0) FROM log"
        " WHERE station = ? AND seq > acknowledged"
    )
    return int(run(connection, text, station).scalar())


def sync_status(connection: Connection, station: bytes) -> SyncStatus:
    """Give what the sync bar shows."""
    hub = membership(connection)
    row = None
    if hub is not None:
        row = run(
            connection,
            "SELECT last_attempt, last_success, offline_since, error_code, error_params,"
            " reachable, clock_off_ms FROM sync_state WHERE peer = ?",
            hub.peer,
        ).first()
    return SyncStatus(
        enrolled=hub is not None,
        unsent=unsent(connection, station),
        unsent_since=_oldest_unsent(connection, station),
        reachable=bool(row and row[5]),
        last_attempt=row[0] if row else None,
        last_success=row[1] if row else None,
        offline_since=row[2] if row else None,
        clock_off_ms=row[6] if row else 0,
        problem=from_code(row[3], json.loads(row[4])) if row and row[3] else None,
    )


def who_has_what(connection: Connection, station: bytes) -> list[LogStatus]:
    """Give every log with how far it goes here and at the hub, the own ones first."""
    rows = run(
        connection,
        "SELECT l.site, l.log, l.station, COALESCE(s.name, ''), l.life, l.seq, l.acknowledged"
        " FROM log l LEFT JOIN station s ON s.site = 0 AND s.id = l.station"
        " ORDER BY l.site, l.log",
    )
    found = [
        LogStatus(
            r[0], r[1], bytes(r[2]), r[3], r[4], bytes(r[2]) == station, r[5], min(r[5], r[6])
        )
        for r in rows
    ]
    return sorted(found, key=lambda each: not each.own)


def _oldest_unsent(connection: Connection, station: bytes) -> int | None:
    moments = run(
        connection,
        "SELECT MIN(c.occurred_at) FROM log l JOIN entry e ON e.site = l.site AND e.log = l.log"
        " AND e.seq = l.acknowledged + 1 JOIN changeset c ON c.site = e.site AND c.key = e.key"
        " WHERE l.station = ? AND l.seq > l.acknowledged",
        station,
    )
    oldest = moments.scalar()
    return None if oldest is None else int(oldest)
