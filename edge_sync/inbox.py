"""The inbox of what people must look at: conflicts, duplicates, quarantine, forks, requests."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from domain.errors import NotFound
from domain.replica import Replica, Transaction
from domain.replica.changeset import Value, unpack
from domain.replica.journal_tables import conflict_decision
from domain.replica.rows import run
from domain.replica.schema import specs
from domain.values import stamp_ms
from edge_sync.errors import DecidedAlready, NothingToTake
from edge_sync.forks import Fork, forks
from edge_sync.judge import FINAL
from edge_sync.requests import OpenRequest, open_requests

DECIDE = "conflicts.decide"

Merger = Callable[[Transaction, bytes, bytes], None]
"""Merges the second record of a table into the first: an alias is left, nothing is deleted."""

mergers: dict[str, Merger] = {}
"""How the duplicates of a table are merged, by its name; filled by whoever knows the areas."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two values: what, who, when, where."""

    value: Value
    author: bytes | None
    written_at: int
    """ms UTC, by the clock of the station that wrote it."""
    station_name: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people edited one field without seeing each other. ``kept`` stands now."""

    id: bytes
    site: int
    table: str
    record: bytes
    field: str
    kept: Side
    other: Side
    review: bool
    """Whether the field asks for a person's eyes by its policy."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records with one value that should be taken once. ``record`` answers look-ups."""

    id: bytes
    site: int
    table: str
    field: str
    value: Value
    record: bytes
    other: bytes


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A changeset that was received and could not be applied."""

    site: int
    key: int
    reason: str
    detail: str
    since: int
    command: str
    author: bytes | None
    occurred_at: int
    station_name: str

    @property
    def repairable(self) -> bool:
        """Whether trying again can help: after an update, or when what it needs has come."""
        return self.reason not in FINAL


@dataclass(frozen=True, slots=True)
class Inbox:
    """Everything that waits for a person."""

    conflicts: list[Conflict]
    duplicates: list[Duplicate]
    quarantined: list[Quarantined]
    requests: list[OpenRequest]
    forks: list[Fork]

    def __len__(self) -> int:
        waiting = len(self.conflicts) + len(self.duplicates) + len(self.requests)
        return waiting + len(self.quarantined) + len(self.forks)


def inbox(connection: Connection) -> Inbox:
    """Read the whole inbox."""
    return Inbox(
        conflicts(connection),
        duplicates(connection),
        quarantined(connection),
        open_requests(connection),
        forks(connection),
    )


def conflicts(connection: Connection) -> list[Conflict]:
    """List the edits that crossed and that nobody has looked at, the newest first."""
    rows = run(
        connection,
        "SELECT c.id, c.site, c.table_name, c.record, c.field, c.review,"
        " c.kept, c.kept_actor, c.kept_hlc, COALESCE(ks.name, ''),"
        " c.other, c.other_actor, c.other_hlc, COALESCE(os.name, '') FROM conflict c"
        " LEFT JOIN log kl ON kl.site = c.site AND kl.log = c.kept_log"
        " LEFT JOIN station ks ON ks.site = 0 AND ks.id = kl.station"
        " LEFT JOIN log ol ON ol.site = c.site AND ol.log = c.other_log"
        " LEFT JOIN station os ON os.site = 0 AND os.id = ol.station"
        " WHERE c.decided = 0 AND c.kind = 'field' ORDER BY c.kept_hlc DESC, c.id",
    )
    return [
        Conflict(name, site, table, record, field, _side(*kept), _side(*other), bool(review))
        for name, site, table, record, field, review, kept, other in (
            (*row[:6], row[6:10], row[10:14]) for row in rows
        )
    ]


def duplicates(connection: Connection) -> list[Duplicate]:
    """List the pairs of records that share what should be taken once."""
    rows = run(
        connection,
        "SELECT id, site, table_name, field, kept, record, other_record FROM conflict"
        " WHERE decided = 0 AND kind = 'duplicate' ORDER BY table_name, id",
    )
    return [
        Duplicate(name, site, table, field, unpack(value), record, other)
        for name, site, table, field, value, record, other in rows
    ]


def quarantined(connection: Connection) -> list[Quarantined]:
    """List the changesets that could not be applied, the oldest first."""
    rows = run(
        connection,
        "SELECT q.site, q.key, q.reason, q.detail, q.since, c.command, c.actor, c.occurred_at,"
        " COALESCE(s.name, '') FROM quarantine q"
        " JOIN changeset c ON c.site = q.site AND c.key = q.key"
        " LEFT JOIN log l ON l.site = c.site AND l.log = c.log"
        " LEFT JOIN station s ON s.site = 0 AND s.id = l.station ORDER BY q.since, q.site, q.key",
    )
    return [Quarantined(*row) for row in rows]


def keep(tx: Transaction, conflict: bytes, note: str = "") -> None:
    """Confirm what stands. Of two duplicates: they are one thing each, both stay.

    Raises NotPermitted, NotFound, DecidedAlready.
    """
    tx.require(DECIDE)
    found = _undecided(tx.connection, conflict)
    _decide(tx, found, "kept" if found.kind == "field" else "both", note)


def take_other(tx: Transaction, conflict: bytes, note: str = "") -> None:
    """Put the value that was set aside in place of the one that stands.

    Raises NotPermitted, NotFound, DecidedAlready, NothingToTake, NotOwner.
    """
    tx.require(DECIDE)
    found = _undecided(tx.connection, conflict)
    if found.kind != "field":
        raise NothingToTake
    tx.update(specs[found.table].table, found.record, **{found.field: found.other})
    _decide(tx, found, "other", note)


def merge_duplicates(tx: Transaction, conflict: bytes, note: str = "") -> None:
    """Merge the later of two records into the earlier one, by the table's own rule.

    Raises NotPermitted, NotFound, DecidedAlready, NothingToTake where the table has no rule.
    """
    tx.require(DECIDE)
    found = _undecided(tx.connection, conflict)
    merger = mergers.get(found.table)
    if found.kind != "duplicate" or merger is None or found.other_record is None:
        raise NothingToTake
    merger(tx, found.record, found.other_record)
    _decide(tx, found, "kept", note)


def repair(replica: Replica, site: int, key: int) -> bool:
    """Try again to apply a quarantined changeset; give whether it worked.

    Raises NotFound where it is not in quarantine, NothingToTake where nothing can cure it.
    """
    with replica.merging() as merging:
        text = "SELECT reason FROM quarantine WHERE site = ? AND key = ?"
        reason = run(merging.connection, text, site, key).scalar()
        if reason is None:
            raise NotFound(what="The change")
        if reason in FINAL:
            raise NothingToTake
    with replica.merging(one_by_one=True) as merging:
        return merging.repair(site, key)


@dataclass(frozen=True, slots=True)
class _Found:
    site: int
    id: bytes
    kind: str
    table: str
    record: bytes
    field: str
    other: Value
    other_record: bytes | None


def _undecided(connection: Connection, conflict: bytes) -> _Found:
    row = run(
        connection,
        "SELECT site, id, kind, table_name, record, field, other, other_record, decided"
        " FROM conflict WHERE id = ?",
        conflict,
    ).first()
    if row is None:
        raise NotFound(what="The conflict")
    site, name, kind, table, record, field, other, other_record, decided = row
    if decided:
        raise DecidedAlready
    return _Found(site, name, kind, table, record, field, unpack(other), other_record)


def _decide(tx: Transaction, found: _Found, choice: str, note: str) -> None:
    tx.insert(
        conflict_decision,
        scope=found.site,
        id=tx.new_id(),
        conflict=found.id,
        choice=choice,
        note=note,
    )


def _side(value: bytes, author: bytes | None, stamp: int, station: str) -> Side:
    return Side(unpack(value), author, stamp_ms(stamp), station)
