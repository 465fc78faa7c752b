"""The station's side of an exchange: the core, driven against the replica over some transport."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from domain.replica import Replica, books
from domain.replica.merge import Merging
from domain.replica.rows import run
from domain.replica.versions import HEAD
from edge_sync import forks, intake, shelf, status
from edge_sync.errors import SegmentForeign, SegmentMalformed
from edge_sync.intake import Author
from edge_sync.membership import Membership
from edge_sync.protocol import (
    Cursor,
    Exchange,
    HelloAnswer,
    LogHead,
    Place,
    PullAnswer,
    Push,
    PushAnswer,
    decode,
    encode,
)
from edge_sync.segment import MSGPACK_ZSTD, peek

Ask = Callable[[str, bytes], bytes]
"""Carries (verb, message) to the hub and gives its answer; raises what went wrong."""

MAX_ROUNDS = 1000
"""A push that gets nowhere after so many rounds is left for the next exchange."""


@dataclass(slots=True)
class Report:
    """What one exchange did."""

    sent: int = 0
    """Changesets that the hub took or had."""
    received: int = 0
    """Segments that were new here."""
    quarantined: int = 0
    refused: list[str] = field(default_factory=list)
    """Codes of segments that the hub refused."""
    forks: int = 0
    touched: set[str] = field(default_factory=set)
    """Tables that changed here."""


class Session:
    """One conversation with a hub. Not for several threads at once."""

    def __init__(
        self, replica: Replica, hub: Membership, ask: Ask, codec: int = MSGPACK_ZSTD
    ) -> None:
        self.replica = replica
        self.hub = hub
        self.report = Report()
        self._ask = ask
        self._codec = codec
        self._core = Exchange({}, {})

    def hello(self) -> None:
        """Greet; learn what the hub has, and what it lost."""
        self._refresh()
        with self.replica.read() as connection:
            self._core.forked = forks.places(connection)
        before = dict(self._core.acknowledged)
        answer = decode(self._ask("hello", encode(self._core.hello(HEAD))), HelloAnswer)
        self._leave(self._core.greeted(answer))
        changed = {p: s for p, s in self._core.acknowledged.items() if before.get(p) != s}
        self._keep_acknowledged(changed)

    @property
    def epoch(self) -> str:
        """The hub's epoch, as far as it was told."""
        return self._core.epoch

    def pending(self) -> int:
        """Count the own changesets that the hub has not acknowledged: always a query."""
        with self.replica.read() as connection:
            return status.unsent(connection, self.replica.station)

    def pending_to_send(self) -> int:
        """Count those that can be sent: of logs that are not forked."""
        self._refresh()
        own, known = self._core.own, self._core.acknowledged
        forked = self._core.forked
        return sum(h.seq - known[p] for p, h in own.items() if p not in forked)

    def push(self) -> int:
        """Send what is unsent until nothing is, or nothing more is taken; give their number."""
        before = self.report.sent
        for _ in range(MAX_ROUNDS):
            self._refresh()
            moved = [self._push_log(*each) for each in self._core.unsent()]
            if not any(moved):
                break
        return self.report.sent - before

    def pull(self, wait: int = 0) -> bool:
        """Ask once for what is new and take it in; give whether to ask again at once."""
        self._refresh()
        with self.replica.read() as connection:
            cursors = self._cursors(connection)
            vector = shelf.vector(connection)
        request = self._core.pull(cursors, vector, wait)
        answer = decode(self._ask("pull", encode(request)), PullAnswer)
        by_vector = {c.site for c in request.cursors if c.epoch != answer.epoch}
        # A changed epoch is met with the vector at the next round, and with a new greeting.
        restored = answer.epoch != self._core.epoch
        if answer.segments or answer.cursors != request.cursors:
            intake.commit(self.replica, lambda m: self._take(m, answer, by_vector))
        if restored:
            self.hello()
        return answer.more or restored

    def exchange(self) -> Report:
        """Greet, send everything, fetch everything."""
        self.hello()
        self.push()
        while self.pull():
            pass
        return self.report

    def _refresh(self) -> None:
        with self.replica.read() as connection:
            own = shelf.own_logs(connection, self.replica)
        self._core.own = {each.head.place: each.head for each in own}
        for each in own:
            self._core.acknowledged.setdefault(each.head.place, each.acknowledged)

    def _push_log(self, place: Place, after: int) -> bool:
        """Send one message of a log; give whether what the hub has is now known to be other."""
        with self.replica.read() as connection:
            own = [o for o in shelf.own_logs(connection, self.replica) if o.head.place == place]
            segments = shelf.make_segments(connection, self.replica, own[0], after, self._codec)
            part = next(shelf.parts(segments), [])
        if not part:
            return False
        answer = decode(self._ask("push", encode(Push([data for _, data in part]))), PushAnswer)
        self._leave(self._core.pushed(place, answer))
        reached = self._core.acknowledged[place]
        self._keep_acknowledged({place: reached})
        results = {o.result for o in answer.outcomes}
        self.report.refused += sorted(results - {"taken", "known", "gap", "fork"})
        self.report.sent += max(0, reached - after)
        return reached != after

    def _keep_acknowledged(self, changed: dict[Place, int]) -> None:
        if not changed:
            return
        with self.replica.merging() as merging:
            for place, seq in changed.items():
                books.acknowledge(merging.connection, *place, seq)

    def _leave(self, fresh: dict[Place, LogHead]) -> None:
        self.report.forks += len(fresh)
        forks.leave_own(self.replica, fresh)

    def _cursors(self, connection: Connection) -> dict[int, Cursor]:
        text = "SELECT site, epoch, position FROM sync_cursor WHERE peer = ?"
        return {row[0]: Cursor(*row) for row in run(connection, text, self.hub.peer)}

    def _take(self, merging: Merging, answer: PullAnswer, by_vector: set[int]) -> None:
        """Apply an answer and move the cursors: one commit, so each segment counts once."""
        connection = merging.connection
        forked = forks.places(connection)
        lost: set[int] = set()
        for data in answer.segments:
            header = peek(data)
            place = (header.site, header.log)
            if place in forked or header.site in lost:
                continue
            author = self._author(connection, header.station)
            outcome = intake.take(merging, intake.check(data, author), author)
            self._count(outcome.result, outcome.quarantined)
            if outcome.result in ("taken", "known"):
                books.acknowledge(connection, *place, outcome.head.seq)
            elif outcome.result == "fork":
                own = author.station == self.replica.station
                forks.note(connection, {place: outcome.head}, own=own)
                forked.add(place)
            elif header.site in by_vector:
                raise SegmentMalformed(detail="the hub itself has a gap")
            else:
                lost.add(header.site)
        for cursor in answer.cursors:
            keep_cursor(connection, self.hub.peer, cursor, lost=cursor.site in lost)
        self.report.touched |= merging.touched

    def _count(self, result: str, quarantined: int) -> None:
        self.report.received += result == "taken"
        self.report.forks += result == "fork"
        self.report.quarantined += quarantined

    def _author(self, connection: Connection, station: bytes) -> Author:
        """Find who wrote a segment: the hub's key is pinned, the others' are the centre's word."""
        if station == self.hub.station:
            return Author(station, 0, 0, "", self.hub.public_key, revoked=False, centre=True)
        author = intake.find_author(connection, station)
        if author is None:
            raise SegmentForeign(detail="written by a station that the centre has not named")
        return author


def keep_cursor(connection: Connection, peer: str, cursor: Cursor, *, lost: bool = False) -> None:
    """Move the cursor of a scope; one that turned out wrong is forgotten instead."""
    run(
        connection,
        "INSERT INTO sync_cursor (peer, site, epoch, position) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (peer, site) DO UPDATE SET epoch = excluded.epoch,"
        " position = excluded.position",
        peer,
        cursor.site,
        "" if lost else cursor.epoch,
        0 if lost else cursor.position,
    )
