"""Segments in the database: made from own logs, kept as received, read on by cursor or vector."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy.engine import Connection

from domain.replica import Replica, books, run
from domain.replica.changeset import START, Changeset
from domain.values import now_ms
from edge_sync.protocol import PART_BYTES, LogHead, Place
from edge_sync.segment import MSGPACK_ZSTD, Header, seal

SEGMENT_CHANGESETS = 500
SEGMENT_BYTES = 1024 * 1024
"""A segment is closed after so many changesets, or so many bytes of their bodies."""


class OwnLog(NamedTuple):
    """A log that this station writes or wrote with the key that it still has."""

    head: LogHead
    life: str
    acknowledged: int


def own_logs(connection: Connection, replica: Replica) -> list[OwnLog]:
    """Give the logs that this station can sign for."""
    rows = run(
        connection,
        "SELECT site, log, seq, hash, life, acknowledged FROM log"
        " WHERE station = ? AND public_key = ? ORDER BY site, log",
        replica.station,
        replica.public_key,
    )
    return [OwnLog(LogHead(*row[:4]), row[4], row[5]) for row in rows]


def heads_of(connection: Connection, station: bytes) -> list[LogHead]:
    """Give the heads here of all logs of one station."""
    text = "SELECT site, log, seq, hash FROM log WHERE station = ? ORDER BY site, log"
    return [LogHead(*row) for row in run(connection, text, station)]


def vector(connection: Connection) -> list[LogHead]:
    """Give the heads of all logs here: the truth about what this replica has."""
    rows = run(connection, "SELECT site, log, seq, hash FROM log ORDER BY site, log")
    return [LogHead(*row) for row in rows]


def hash_at(connection: Connection, place: Place, seq: int) -> bytes | None:
    """Give the hash of a changeset in a log; of the place before the first, the zero hash."""
    if seq == 0:
        return START
    text = "SELECT hash FROM entry WHERE site = ? AND log = ? AND seq = ?"
    found = run(connection, text, *place, seq).scalar()
    return None if found is None else bytes(found)


def make_segments(
    connection: Connection,
    replica: Replica,
    own: OwnLog,
    after: int,
    codec: int = MSGPACK_ZSTD,
) -> Iterator[tuple[int, bytes]]:
    """Sign what an own log holds after a sequence; give (last sequence, segment) in order."""
    site, log = own.head.place
    while after < own.head.seq:
        page = books.read(connection, site, log, after, SEGMENT_CHANGESETS)
        if not page:
            return
        for run_of in _cut(page):
            data = seal(run_of, replica.station, own.life, replica.sign, codec)
            yield run_of[-1].seq, data
        after = page[-1].seq


def _cut(changesets: Iterable[Changeset]) -> Iterator[list[Changeset]]:
    part: list[Changeset] = []
    size = 0
    for each in changesets:
        if part and size + len(each.body) > SEGMENT_BYTES:
            yield part
            part, size = [], 0
        part.append(each)
        size += len(each.body)
    if part:
        yield part


def store(connection: Connection, header: Header, data: bytes) -> int:
    """Keep a segment verbatim behind all others of its site; give its position.

    Nobody else can take a position of this site until the commit, so positions become visible
    in their order.
    """
    start = "INSERT INTO segment_counter (site, position) VALUES (?, 0) ON CONFLICT DO NOTHING"
    text = "UPDATE segment_counter SET position = position + 1 WHERE site = ? RETURNING position"
    row = run(connection, text, header.site).first()
    if row is None:
        run(connection, start, header.site)
        row = run(connection, text, header.site).one()
    run(
        connection,
        "INSERT INTO segment (site, position, log, first_seq, count, arrived, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        header.site,
        row[0],
        header.log,
        header.first_seq,
        header.count,
        now_ms(),
        data,
    )
    return int(row[0])


def positions(connection: Connection) -> dict[int, int]:
    """Give the last position of every site."""
    rows = run(connection, "SELECT site, position FROM segment_counter")
    return {row[0]: row[1] for row in rows}


def resume(connection: Connection, site: int, have: Mapping[int, int]) -> int:
    """Find the position after which everything lies that a vector (log → sequence) lacks."""
    start = positions(connection).get(site, 0)
    logs = run(connection, "SELECT log, seq FROM log WHERE site = ?", site).all()
    for log, seq in logs:
        known = have.get(log, 0)
        if seq <= known:
            continue
        holding = run(
            connection,
            "SELECT position FROM segment WHERE site = ? AND log = ? AND first_seq <= ?"
            " ORDER BY first_seq DESC, position LIMIT 1",
            site,
            log,
            known + 1,
        ).scalar()
        if holding is not None:
            start = min(start, holding - 1)
    return start


def read_after(
    connection: Connection, site: int, position: int, have: Mapping[int, int], budget: int
) -> tuple[list[bytes], int, bool]:
    """Read segments behind a position, without those that a vector covers.

    Gives (segments, position read to, whether there is more). At least one is given, however
    small the budget of bytes.
    """
    found: list[bytes] = []
    size = 0
    headers = (
        "SELECT position, log, first_seq, count FROM segment"
        " WHERE site = ? AND position > ? ORDER BY position LIMIT 1000"
    )
    payload = "SELECT payload FROM segment WHERE site = ? AND position = ?"
    while rows := run(connection, headers, site, position).all():
        for at, log, first, count in rows:
            if first + count - 1 > have.get(log, 0):
                if size >= budget:
                    return found, position, True
                found.append(bytes(run(connection, payload, site, at).scalar()))
                size += len(found[-1])
            position = at
    return found, position, False


def parts(segments: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    """Gather segments into messages of a good size."""
    part: list[tuple[int, bytes]] = []
    size = 0
    for each in segments:
        part.append(each)
        size += len(each[1])
        if size >= PART_BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part
