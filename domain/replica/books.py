"""The journal: changesets in the order in which this replica took them, and their logs."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.engine import Connection

from domain.replica.changeset import START, Changeset
from domain.replica.rows import insert_rows, mark_of, run
from domain.values import HybridClock

CHANGESET_COLUMNS = (
    "site",
    "key",
    "log",
    "hash",
    "hlc",
    "actor",
    "command",
    "version",
    "occurred_at",
    "nonce",
    "body",
)
ENTRY_COLUMNS = ("site", "log", "seq", "key", "hash")


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a log here."""

    seq: int
    hash: bytes


def new_log_id() -> int:
    """Name a new log: 63 random bits, so that no two lives ever share one."""
    return secrets.randbits(63) | 1


def lock_site(connection: Connection, site: int) -> None:
    """Let nobody else write for a site until the commit (on SQLite nobody can anyway)."""
    start = "INSERT INTO site_counter (site, next_key, hlc) VALUES (?, 1, 0) ON CONFLICT DO NOTHING"
    run(connection, start, site)
    run(connection, "UPDATE site_counter SET next_key = next_key WHERE site = ?", site)


def take_key(connection: Connection, site: int, clock: HybridClock) -> int:
    """Take the next local changeset key of a site and bring the clock up to its mark.

    On PostgreSQL this locks the site's counter row, so that commit order is key order.
    """
    text = "UPDATE site_counter SET next_key = next_key + 1 WHERE site = ? RETURNING next_key, hlc"
    row = run(connection, text, site).first()
    if row is None:
        lock_site(connection, site)
        row = run(connection, text, site).one()
    clock.last = max(clock.last, row[1])
    return int(row[0]) - 1


def keep_clock(connection: Connection, site: int, last: int) -> None:
    """Store the clock's high-water mark, so that it survives a dead battery."""
    run(connection, "UPDATE site_counter SET hlc = ? WHERE site = ? AND hlc < ?", last, site, last)


def head(connection: Connection, site: int, log: int) -> Head:
    """Give the head of a log; a log that is not known has sequence 0."""
    text = "SELECT seq, hash FROM log WHERE site = ? AND log = ?"
    row = run(connection, text, site, log).first()
    return Head(row[0], row[1]) if row else Head(0, START)


def writer_of(connection: Connection, site: int, log: int) -> bytes | None:
    """Which station writes a log; None where the log is not known here."""
    text = "SELECT station FROM log WHERE site = ? AND log = ?"
    found = run(connection, text, site, log).scalar()
    return None if found is None else bytes(found)


def acknowledge(connection: Connection, site: int, log: int, seq: int) -> None:
    """Note how much of a log the hub has: less than before where the hub lost some."""
    text = "UPDATE log SET acknowledged = ? WHERE site = ? AND log = ? AND acknowledged <> ?"
    run(connection, text, seq, site, log, seq)


def open_log(
    connection: Connection, site: int, log: int, station: bytes, life: str, public_key: bytes
) -> None:
    """Note a log that begins here, or that was met for the first time."""
    insert_rows(
        connection,
        "log",
        ("site", "log", "station", "life", "public_key", "seq", "hash", "acknowledged"),
        [(site, log, station, life, public_key, 0, START, 0)],
    )


def append(
    connection: Connection,
    key: int,
    changeset: Changeset,
    sign: Callable[[bytes], bytes] | None = None,
) -> bytes | None:
    """Write a changeset and its entry, and move its log's head to it; give the signature.

    An own changeset is signed at the head; of a received one the segment holds the signature.
    """
    digest = changeset.hash()
    origin_log, origin_hash = changeset.identity()
    insert_rows(
        connection,
        "changeset",
        CHANGESET_COLUMNS,
        [
            (changeset.site, key, origin_log, origin_hash, changeset.hlc, changeset.actor)
            + (changeset.command, changeset.version, changeset.occurred_at)
            + (changeset.nonce, changeset.body)
        ],
    )
    add_entry(connection, key, changeset, digest)
    signature = sign(digest) if sign else None
    move_head(connection, changeset, digest, signature)
    return signature


def copy(connection: Connection, pairs: Sequence[tuple[int, Changeset]]) -> None:
    """Copy changesets with the keys they have elsewhere, as a replay does."""
    insert_rows(
        connection,
        "changeset",
        CHANGESET_COLUMNS,
        [
            (c.site, key, c.origin_log, c.origin_hash, c.hlc, c.actor)
            + (c.command, c.version, c.occurred_at, c.nonce, c.body)
            for key, c in pairs
        ],
    )


def add_entry(connection: Connection, key: int, changeset: Changeset, digest: bytes) -> None:
    """Note at which place of its log a changeset stands."""
    row = (changeset.site, changeset.log, changeset.seq, key, digest)
    insert_rows(connection, "entry", ENTRY_COLUMNS, [row])


def move_head(
    connection: Connection, changeset: Changeset, digest: bytes, signature: bytes | None
) -> None:
    """Move the head of a log to a changeset."""
    run(
        connection,
        "UPDATE log SET seq = ?, hash = ?, signature = ? WHERE site = ? AND log = ?",
        changeset.seq,
        digest,
        signature,
        changeset.site,
        changeset.log,
    )


def read(
    connection: Connection, site: int, log: int, after: int = 0, limit: int = 1000
) -> list[Changeset]:
    """Read changesets of a log in its order, with the hashes that chain them."""
    text = (
        "SELECT e.seq, e.hash, c.log, c.hash, c.hlc, c.actor, c.command, c.version,"
        " c.occurred_at, c.nonce, c.body FROM entry e"
        " JOIN changeset c ON c.site = e.site AND c.key = e.key"
        " WHERE e.site = ? AND e.log = ? AND e.seq > ? ORDER BY e.seq LIMIT ?"
    )
    rows = run(connection, text, site, log, after, limit).all()
    previous = START
    if after:
        known = "SELECT hash FROM entry WHERE site = ? AND log = ? AND seq = ?"
        previous = run(connection, known, site, log, after).scalar() or START
    found = []
    for seq, digest, origin_log, origin_hash, *rest in rows:
        adopted = origin_log != log
        found.append(
            Changeset(
                site,
                log,
                seq,
                previous,
                *rest,
                *((origin_log, origin_hash) if adopted else ()),
            )
        )
        previous = digest
    return found


def known_keys(
    connection: Connection, site: int, identities: Sequence[tuple[int, bytes]]
) -> dict[tuple[int, bytes], int]:
    """Find which changesets are here already, by identity, with their local keys."""
    found: dict[tuple[int, bytes], int] = {}
    mark = mark_of(connection)
    for start in range(0, len(identities), 400):
        chunk = identities[start : start + 400]
        marks = ", ".join([mark] * len(chunk))
        text = f"SELECT log, hash, key FROM changeset WHERE site = {mark} AND hash IN ({marks})"  # noqa: S608
        rows = connection.exec_driver_sql(text, (site, *(digest for _, digest in chunk)))
        found |= {(row[0], row[1]): row[2] for row in rows}
    return {identity: found[identity] for identity in identities if identity in found}


def in_order(
    connection: Connection, site: int, after_key: int = 0
) -> Iterator[tuple[int, Changeset]]:
    """Walk all changesets of a site in the order in which this replica took them."""
    text = (
        "SELECT key, log, hash, hlc, actor, command, version, occurred_at, nonce, body"
        " FROM changeset WHERE site = ? AND key > ? ORDER BY key LIMIT 500"
    )
    while rows := run(connection, text, site, after_key).all():
        for key, log, digest, *rest in rows:
            fields: list[Any] = [site, log, 0, START, *rest, log, digest]
            yield key, Changeset(*fields)
        after_key = rows[-1][0]
