"""The hub's side of an exchange: four verbs over a replica, without a network.

One code path for SQLite and PostgreSQL. Everything is checked here that does not depend on HTTP:
who calls, which scopes, whose logs. A request is answered or refused with a typed error; what a
push holds is taken segment by segment, each in a commit of its own.
"""

import json
import logging
import secrets
import threading
from collections.abc import Callable
from pathlib import Path

from domain.replica import Actor, Replica, books
from domain.replica.durable import durable_write
from domain.replica.journal_tables import station as station_table
from domain.replica.merge import Merging
from domain.replica.schema import GLOBAL
from domain.replica.storage import get_state, set_state
from domain.replica.versions import HEAD, REVISIONS
from edge_sync import intake, shelf
from edge_sync.errors import (
    HubTooOld,
    NotAHub,
    NotOffered,
    RequestMalformed,
    SegmentProblem,
    StationRevoked,
    StationTooOld,
    StationUnknown,
)
from edge_sync.intake import Author
from edge_sync.protocol import (
    LATER_VERBS,
    OLDEST_PROTOCOL,
    PART_BYTES,
    PROTOCOL,
    Cursor,
    Hello,
    HelloAnswer,
    LogHead,
    M,
    Outcome,
    Pull,
    PullAnswer,
    Push,
    PushAnswer,
    decode,
    encode,
    granted,
)
from edge_sync.segment import Segment, peek

log = logging.getLogger(__name__)

HUB = Actor.program("hub")


class Desk:
    """Answers stations from the centre's replica. For several threads at once."""

    def __init__(self, replica: Replica, *, begin: bool = True) -> None:
        """Open the desk. Raises NotAHub.

        ``begin`` starts a new epoch: true for the first process of a hub, false for the further
        workers beside it. An epoch lasts as long as the hub runs, because a database that was
        put back to an older copy between two runs must never be read with an old cursor.
        """
        if not replica.centre:
            raise NotAHub
        self.replica = replica
        self._marks = Marks(replica.folder / "marks")
        self._verbs: dict[str, Callable[[Author, bytes], bytes]] = {
            "hello": lambda who, data: encode(self.hello(who, _read(data, Hello))),
            "push": lambda who, data: encode(self.push(who, _read(data, Push))),
            "pull": lambda who, data: encode(self.pull(who, _read(data, Pull))),
        }
        if begin:
            self._begin()
        self.seal_own()

    def caller(self, station: bytes) -> Author:
        """Say who calls. Raises StationUnknown, StationRevoked."""
        with self.replica.read() as connection:
            author = intake.find_author(connection, station)
        if author is None or station == self.replica.station:
            raise StationUnknown
        if author.revoked:
            raise StationRevoked
        return author

    def answer(self, verb: str, caller: Author, data: bytes) -> bytes:
        """Answer one request of a caller whose signature was checked. Raises Refused."""
        if verb in LATER_VERBS or verb not in self._verbs:
            raise NotOffered(verb=verb)
        return self._verbs[verb](caller, data)

    def hello(self, caller: Author, message: Hello) -> HelloAnswer:
        """Say what is here of the caller's logs, and where they differ from what it has."""
        if not message.protocol >= OLDEST_PROTOCOL:
            raise StationTooOld
        if message.protocol > PROTOCOL or message.schema not in REVISIONS:
            raise HubTooOld
        with self.replica.read() as connection:
            heads = shelf.heads_of(connection, caller.station)
            here = {h.place: h for h in heads}
            forks = [
                theirs
                for theirs in message.heads
                if theirs.place in here
                and theirs.seq <= here[theirs.place].seq
                and shelf.hash_at(connection, theirs.place, theirs.seq) != theirs.hash
            ]
            epoch = get_state(connection, "hub_epoch") or ""
        return HelloAnswer(PROTOCOL, HEAD, epoch, list(granted(caller.at_site)), heads, forks)

    def push(self, caller: Author, message: Push) -> PushAnswer:
        """Take segments of the caller's own logs; one outcome each."""
        self.seal_own()
        outcomes = [self._take(caller, data) for data in message.segments]
        return PushAnswer(self._epoch(), outcomes)

    def pull(self, caller: Author, message: Pull) -> PullAnswer:
        """Give what is new in the caller's scopes, the global one first and to its end.

        A site's segments may be signed by a station that the global scope introduces.
        """
        self.seal_own()
        have: dict[int, dict[int, int]] = {}
        for head in message.have:
            have.setdefault(head.site, {})[head.log] = head.seq
        segments: list[bytes] = []
        cursors: list[Cursor] = []
        more = False
        with self.replica.read() as connection:
            epoch = get_state(connection, "hub_epoch") or ""
            tops = shelf.positions(connection)
            asked = {c.site: c for c in message.cursors}
            for site in granted(caller.at_site):
                if site not in asked or more:
                    continue
                known, start = have.get(site, {}), asked[site].position
                if asked[site].epoch != epoch or start > tops.get(site, 0):
                    start = shelf.resume(connection, site, known)
                budget = PART_BYTES - sum(map(len, segments))
                part, position, more = shelf.read_after(connection, site, start, known, budget)
                segments += part
                cursors.append(Cursor(site, epoch, position))
        return PullAnswer(epoch, cursors, segments, more)

    def seal_own(self) -> set[int]:
        """Make segments of what the centre itself wrote; give the sites that have new ones."""
        with self.replica.read() as connection:
            own = shelf.own_logs(connection, self.replica)
        sites = {o.head.site for o in own if o.head.seq > o.acknowledged}
        for site in sorted(sites):
            self._seal(site)
        return sites

    def positions(self) -> dict[int, int]:
        """Give the last position of every site, with the centre's own changes in place."""
        self.seal_own()
        with self.replica.read() as connection:
            return shelf.positions(connection)

    def _take(self, caller: Author, data: bytes) -> Outcome:
        try:
            segment = intake.check(data, caller)
            return intake.commit(self.replica, lambda m: self._commit(m, segment, caller))
        except SegmentProblem as problem:
            log.warning("from %s: %s", caller.name, problem)
            return Outcome(_head_of(data), problem.code)

    def _commit(self, merging: Merging, segment: Segment, caller: Author) -> Outcome:
        outcome = intake.take(merging, segment, caller)
        if outcome.result == "taken":
            shelf.store(merging.connection, segment.header, segment.data)
        return outcome

    def _seal(self, site: int) -> None:
        with self.replica.merging() as merging:
            connection = merging.connection
            books.lock_site(connection, site)
            for own in shelf.own_logs(connection, self.replica):
                if own.head.site != site or own.head.seq <= own.acknowledged:
                    continue
                made = shelf.make_segments(connection, self.replica, own, own.acknowledged)
                for _, data in made:
                    shelf.store(connection, peek(data), data)
                books.acknowledge(connection, *own.head.place, own.head.seq)
                self._marks.put(own.head)

    def _epoch(self) -> str:
        with self.replica.read() as connection:
            return get_state(connection, "hub_epoch") or ""

    def _begin(self) -> None:
        with self.replica.read() as connection:
            restored = any(
                shelf.hash_at(connection, mark.place, mark.seq) != mark.hash
                for mark in self._marks.all()
            )
            known = intake.find_author(connection, self.replica.station)
        if restored:
            log.warning("the hub's database is an older copy; its stations will refill it")
            self.replica.begin_new_life()
            self._marks.clear()
        with self.replica.merging() as merging:
            set_state(merging.connection, "hub_epoch", secrets.token_hex(8))
        if known is None:
            self._introduce()

    def _introduce(self) -> None:
        """Write the hub itself among the stations, so that everybody can check its logs."""
        with self.replica.transaction(HUB, "introduce the hub") as tx:
            tx.insert(
                station_table,
                id=self.replica.station,
                number=self.replica.station_number,
                at_site=GLOBAL,
                name="hub",
                public_key=self.replica.public_key,
                revoked=0,
            )


class Marks:
    """The heads of the hub's own logs as far as they were ever given away, outside the database.

    A database that has less than a mark is an older copy: going on in the same log would give
    two meanings to one sequence number.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def put(self, head: LogHead) -> None:
        """Note a head, durably, before it is given away."""
        with self._lock:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps([head.site, head.log, head.seq, head.hash.hex()])
            durable_write(self._folder / f"{head.site}.json", text.encode())

    def all(self) -> list[LogHead]:
        """Read the marks."""
        found = []
        for path in sorted(self._folder.glob("*.json")):
            site, number, seq, digest = json.loads(path.read_text("utf-8"))
            found.append(LogHead(site, number, seq, bytes.fromhex(digest)))
        return found

    def clear(self) -> None:
        """Forget the marks of a life that has ended."""
        for path in self._folder.glob("*.json"):
            path.unlink()


def _read(data: bytes, kind: type[M]) -> M:
    try:
        return decode(data, kind)
    except (ValueError, RecursionError) as problem:
        raise RequestMalformed(detail=type(problem).__name__) from problem


def _head_of(data: bytes) -> LogHead:
    """Name the log of a refused segment as well as its header can be read."""
    try:
        header = peek(data)
    except SegmentProblem:
        return LogHead(0, 0, 0)
    return LogHead(header.site, header.log, 0)
