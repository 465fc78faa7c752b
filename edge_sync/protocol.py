"""The exchange without I/O: what is said, and what each side concludes from it.

Four verbs: ``hello`` (who has what of my logs), ``push`` (segments of mine), ``pull`` (segments
of the scopes that I may see), and for later ``snapshot`` and ``hashes``. The vector of logs
(log → sequence, hash) is the truth; a cursor (epoch, position) per scope only saves asking for
what was read before. Nothing here knows a socket, a clock, a thread or a database: the station's
driver is ``session``, the hub's is ``desk``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

import msgspec

from domain.replica.changeset import START
from edge_sync.segment import Header

PROTOCOL = 1
OLDEST_PROTOCOL = 1
LATER_VERBS = ("snapshot", "hashes")
"""Verbs that have their place in the protocol and that no hub offers yet."""
MAX_WAIT_S = 25
MAX_MESSAGE = 16 * 1024 * 1024
"""Bytes of a request or an answer, at most."""
PART_BYTES = 4 * 1024 * 1024
"""After so many bytes of segments a push or an answer is closed and the next begins."""
CLOCK_TOLERANCE_MS = 120_000

Place: TypeAlias = tuple[int, int]
"""(site, log)"""


class LogHead(msgspec.Struct, array_like=True, frozen=True):
    """How far a log goes somewhere. Sequence 0 with the zero hash is a log that is not there."""

    site: int
    log: int
    seq: int
    hash: bytes = START

    @property
    def place(self) -> Place:
        """The log's name."""
        return self.site, self.log


class Cursor(msgspec.Struct, array_like=True, frozen=True):
    """How far the segments of a scope were read: valid within one epoch of one hub."""

    site: int
    epoch: str = ""
    position: int = 0


class Hello(msgspec.Struct, frozen=True):
    """A station's greeting: the heads of its own logs."""

    protocol: int
    schema: str
    heads: list[LogHead]


class HelloAnswer(msgspec.Struct, frozen=True):
    """The hub's answer: what it has of the caller's logs, and what the caller may see."""

    protocol: int
    schema: str
    epoch: str
    scopes: list[int]
    heads: list[LogHead]
    """The hub's heads of the caller's logs, those that the caller did not name included."""
    forks: list[LogHead]
    """Logs of which the hub has another version, each with the sequence that differs."""


class Push(msgspec.Struct, frozen=True):
    """Segments of the sender's own logs, each log's in its order."""

    segments: list[bytes]


class Outcome(msgspec.Struct, array_like=True, frozen=True):
    """What became of one pushed segment: ``head`` is the hub's head of its log now."""

    head: LogHead
    result: str
    """``taken``, ``known``, ``gap``, ``fork``, or the code of a refusal."""
    quarantined: int = 0


class PushAnswer(msgspec.Struct, frozen=True):
    """One outcome a segment, in their order."""

    epoch: str
    outcomes: list[Outcome]


class Pull(msgspec.Struct, frozen=True):
    """A station asks for what is new in its scopes, and may wait until there is something."""

    cursors: list[Cursor]
    have: list[LogHead]
    """The whole vector of a scope without a valid cursor; else of the own logs alone, which the
    hub need not send back."""
    wait: int = 0


class PullAnswer(msgspec.Struct, frozen=True):
    """Segments in the order of the hub's commits, the global scope first."""

    epoch: str
    cursors: list[Cursor]
    """Where each scope was read to. A scope that is left out was not read."""
    segments: list[bytes]
    more: bool
    """Whether to ask again at once."""


M = TypeVar("M", bound=msgspec.Struct)


def encode(message: msgspec.Struct) -> bytes:
    """Write a message."""
    return msgspec.msgpack.encode(message)


def decode(data: bytes, kind: type[M]) -> M:
    """Read a message. Raises ValueError (msgspec's) where it is none of that kind."""
    return msgspec.msgpack.decode(data, type=kind)


@dataclass(slots=True)
class Exchange:
    """What a station knows in the course of an exchange. Each method answers one event."""

    own: dict[Place, LogHead]
    """Heads of the station's own logs."""
    acknowledged: dict[Place, int]
    """What the hub is known to have of them."""
    forked: set[Place] = field(default_factory=set)
    refused: set[Place] = field(default_factory=set)
    """Logs of which the hub refused a segment: not sent again before the next greeting."""
    epoch: str = ""
    scopes: tuple[int, ...] = ()

    def hello(self, schema: str) -> Hello:
        """Greet."""
        return Hello(PROTOCOL, schema, sorted(self.own.values(), key=lambda h: h.place))

    def greeted(self, answer: HelloAnswer) -> dict[Place, LogHead]:
        """Take the hub's heads as what it has; give the forks that are new.

        A hub that was restored from a copy has less than it acknowledged: it is sent again.
        """
        self.refused.clear()
        self.epoch = answer.epoch
        self.scopes = tuple(answer.scopes)
        fresh = {f.place: f for f in answer.forks if f.place not in self.forked}
        self.forked |= set(fresh)
        there = {h.place: h.seq for h in answer.heads}
        for place, head in self.own.items():
            if place not in self.forked:
                self.acknowledged[place] = min(there.get(place, 0), head.seq)
        return fresh

    def unsent(self) -> list[tuple[Place, int]]:
        """Give (log, sequence after which to send), the global scope first.

        A sale may name a customer; who receives the sale has then received the customer.
        """
        return [
            (place, self.acknowledged.get(place, 0))
            for place, head in sorted(self.own.items())
            if head.seq > self.acknowledged.get(place, 0)
            and place not in self.forked | self.refused
        ]

    def pushed(self, place: Place, answer: PushAnswer) -> dict[Place, LogHead]:
        """Learn from the outcomes of segments of one log; give the fork, where one is found.

        After a gap the hub's own head says where to go on. What was refused stays unsent.
        """
        forks: dict[Place, LogHead] = {}
        for outcome in answer.outcomes:
            if outcome.result == "fork":
                forks[place] = outcome.head
            elif outcome.result in ("taken", "known", "gap"):
                self.acknowledged[place] = min(outcome.head.seq, self.own[place].seq)
            else:
                self.refused.add(place)
        self.forked |= set(forks)
        return forks

    def pull(self, cursors: Mapping[int, Cursor], vector: Iterable[LogHead], wait: int = 0) -> Pull:
        """Ask for what is new: with the vector for every scope whose cursor is of another epoch."""
        valid = {s for s, c in cursors.items() if c.epoch == self.epoch and self.epoch}
        have = [h for h in vector if h.site not in valid or h.place in self.own]
        asked = [cursors[s] if s in valid else Cursor(s) for s in self.scopes]
        return Pull(asked, have, min(wait, MAX_WAIT_S))


def admit(head: LogHead, header: Header, ours: Mapping[int, bytes | None]) -> str:
    """Say how a segment fits our copy of its log: ``continues``, ``known``, ``gap`` or ``fork``.

    ``ours`` holds our hashes (None where we have none) of the changeset before the segment and
    of the segment's last.
    """
    if header.first_seq > head.seq + 1:
        return "gap"
    if ours[header.first_seq - 1] != header.previous:
        return "fork"
    if header.last_seq > head.seq:
        return "continues"
    return "known" if ours[header.last_seq] == header.head else "fork"


def granted(at_site: int) -> tuple[int, ...]:
    """Name the scopes that a station may see and write: what all see, and its own site's."""
    return (0, at_site)


def worth_waiting(answer: PullAnswer, wait: int) -> bool:
    """Whether an empty answer should be held back until there is something new."""
    return wait > 0 and not answer.segments and not answer.more


def as_params(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give an error's parameters in the form in which they travel."""
    return {k: v if isinstance(v, int | str) else str(v) for k, v in values.items()}
