"""What every framer has in common: the frame, the counts and the shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

FrameKind = Literal["data", "overrun", "parity"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame without its delimiters; other kinds than ``data`` carry no reading."""

    data: bytes
    kind: FrameKind = "data"


@dataclass(slots=True)
class FramerStats:
    """Counts since the framer was made."""

    bytes_in: int = 0
    frames: int = 0
    junk_bytes: int = 0
    bad_check: int = 0
    resyncs: int = 0
    overruns: int = 0


class Framer(Protocol):
    """Turns a byte stream into frames; the result does not depend on how the stream is cut."""

    stats: FramerStats
    quiet: float
    """Seconds of silence after which the owner calls :meth:`idle`."""

    @property
    def pending(self) -> int:
        """How many bytes of an unfinished frame are held; bounded whatever arrives."""

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes, return the frames they complete."""

    def idle(self, now: float) -> list[Frame]:
        """The line fell silent: close a frame or drop a stale half."""
