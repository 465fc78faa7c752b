"""Taking segments in, on a station and on the hub: checked, fitted to their log, applied once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from domain.replica import Replica, books, run
from domain.replica.merge import POISON, BrokenChain, Merging, passing
from domain.replica.schema import GLOBAL
from edge_sync import shelf
from edge_sync.errors import SegmentForeign
from edge_sync.judge import judge_of
from edge_sync.protocol import LogHead, Outcome, admit
from edge_sync.segment import Segment, open_segment, verify

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Author:
    """A station as the centre knows it."""

    station: bytes
    number: int
    at_site: int
    name: str
    public_key: bytes
    revoked: bool
    centre: bool = False


def find_author(connection: Connection, station: bytes) -> Author | None:
    """Look a station up in the centre's record of stations."""
    row = run(
        connection,
        "SELECT number, at_site, name, public_key, revoked FROM station WHERE site = ? AND id = ?",
        GLOBAL,
        station,
    ).first()
    if row is None:
        return None
    return Author(station, row[0], row[1], row[2], bytes(row[3]), bool(row[4]))


def check(data: bytes, author: Author) -> Segment:
    """Open a segment and prove who made it. Raises SegmentProblem."""
    segment = open_segment(data)
    header = segment.header
    if header.station != author.station:
        raise SegmentForeign(detail="another station's log")
    if not author.centre and header.site not in (GLOBAL, author.at_site):
        raise SegmentForeign(detail=f"a station of site {author.at_site} writes for {header.site}")
    verify(segment, author.public_key)
    return segment


def take(merging: Merging, segment: Segment, author: Author) -> Outcome:
    """Fit a checked segment to its log and apply what is new. Raises SegmentForeign.

    Inside one commit of ``merging``; the site is locked first, so that two deliveries of one
    segment cannot cross.
    """
    header = segment.header
    place = (header.site, header.log)
    connection = merging.connection
    books.lock_site(connection, header.site)
    writer = books.writer_of(connection, *place)
    if writer not in (None, header.station):
        raise SegmentForeign(detail="the log belongs to another station")
    head = books.head(connection, *place)
    ours = {s: shelf.hash_at(connection, place, s) for s in (header.first_seq - 1, header.last_seq)}
    result = admit(LogHead(*place, head.seq, head.hash), header, ours)
    if result != "continues":
        return Outcome(LogHead(*place, head.seq, head.hash), result)
    if writer is None:
        books.open_log(connection, *place, header.station, header.life, author.public_key)
    try:
        taken = merging.take(*place, segment.changesets, judge_of(centre=author.centre))
    except BrokenChain:
        return Outcome(LogHead(*place, head.seq, head.hash), "fork")
    now = LogHead(*place, header.last_seq, header.head)
    return Outcome(now, "taken", len(taken.quarantined))


def commit(replica: Replica, work: Callable[[Merging], T]) -> T:
    """Do a piece of merging in one commit.

    Where a projection chokes on it, it is done again with the projections run after each
    changeset: the one that they choke on is set aside, and the others flow on.
    """
    try:
        with replica.merging() as merging:
            result = work(merging)
    except POISON as problem:
        log.warning("merging one by one after %r", problem)
    except DBAPIError as problem:
        if passing(problem):
            raise
        log.warning("merging one by one after %r", problem)
    else:
        return result
    with replica.merging(one_by_one=True) as merging:
        return work(merging)
