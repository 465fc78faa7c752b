"""Frames of the M100 family of UHF readers (M100, QM100, YRM100, R200).

``BB type cmd PL(2) params sum 7E``; the sum is the low byte of the sum of type … params.
"""

from __future__ import annotations

from devices.framing.base import Frame, FramerStats

HEADER = 0xBB
END = 0x7E
OVERHEAD = 7
MAX_PARAMS = 0xFF
"""Longest parameter block believed. Real ones are shorter; it bounds what a false header costs."""

_WAITING = -1
_FALSE = 0


def build(kind: int, command: int, params: bytes = b"") -> bytes:
    """A whole frame: ``kind`` 0 command, 1 response, 2 notice."""
    body = bytes((kind, command)) + len(params).to_bytes(2, "big") + params
    return bytes((HEADER,)) + body + bytes((sum(body) & 0xFF, END))


class M100Framer:
    """The frame that is complete first counts, however the bytes arrive.

    A failed check drops one byte, never the announced length, and a valid frame behind a false
    header is found while the false one still waits for its end.
    """

    PIECE = 4096
    quiet = 0.2

    def __init__(self) -> None:
        self.stats = FramerStats()
        self._buffer = bytearray()

    @property
    def pending(self) -> int:
        """Bytes of frames that may still become whole."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes, return the frames they complete (type … params, without header and sum)."""
        self.stats.bytes_in += len(data)
        frames: list[Frame] = []
        for start in range(0, len(data), self.PIECE):
            self._buffer += data[start : start + self.PIECE]
            while (found := self._next()) is not None:
                begin, length = found
                frames.append(Frame(bytes(self._buffer[begin + 1 : begin + length - 2])))
                self._drop(begin)
                del self._buffer[:length]
                self.stats.frames += 1
        return frames

    def idle(self, now: float) -> list[Frame]:  # noqa: ARG002 (the shape of every framer)
        """Nothing more comes: what waits is a false header or half a frame."""
        self._drop(len(self._buffer))
        return []

    def _next(self) -> tuple[int, int] | None:
        """Start and length of the valid frame that ends first; drops what can be no frame."""
        buffer = self._buffer
        while True:
            head = buffer.find(HEADER)
            self._drop(len(buffer) if head < 0 else head)
            if not buffer:
                return None
            length = self._check(0)
            if length == _FALSE:
                self._drop(1)
                continue
            best = None if length == _WAITING else (0, length)
            return self._inner(len(buffer) + 1 if best is None else length) or best

    def _inner(self, limit: int) -> tuple[int, int] | None:
        """A valid frame behind the first header that ends before ``limit``."""
        best = None
        begin = self._buffer.find(HEADER, 1, limit - OVERHEAD)
        while begin >= 0:
            length = self._check(begin)
            if length > 0 and begin + length < limit:
                best, limit = (begin, length), begin + length
            begin = self._buffer.find(HEADER, begin + 1, max(begin + 1, limit - OVERHEAD))
        return best

    def _check(self, begin: int) -> int:
        """The length of the valid frame at ``begin``, ``_WAITING`` for more, or ``_FALSE``."""
        buffer = self._buffer
        have = len(buffer) - begin
        if have < 5:
            early = (have > 1 and buffer[begin + 1] > 2) or (have > 3 and buffer[begin + 3] > 0)
            return _FALSE if early else _WAITING
        if buffer[begin + 1] > 2 or buffer[begin + 3]:
            return _FALSE
        length = buffer[begin + 4] + OVERHEAD
        if have < length:
            return _WAITING
        end = begin + length
        if buffer[end - 1] == END and sum(buffer[begin + 1 : end - 2]) & 0xFF == buffer[end - 2]:
            return length
        self.stats.bad_check += begin == 0
        return _FALSE

    def _drop(self, count: int) -> None:
        if count:
            self.stats.junk_bytes += count
            self.stats.resyncs += 1
            del self._buffer[:count]
