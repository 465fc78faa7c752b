"""Frames of the Mettler Toledo 8217 and 8213: ``STX … CR``, seven data bits.

Source: DIVA service manual p. 39 and 45; Rice Lake BenchPro p. 26 agrees.
"""

from __future__ import annotations

import re

from devices.framing.base import Frame, FramerStats

_MARKS = re.compile(b"[\x02\x0d\x8d]")


class ToledoFramer:
    """A new STX restarts a frame, a tail before the first STX is junk, so no half ever counts.

    A frame with a byte of 80 or above is kind ``parity``: the line is read as 8N1, not as 7E1
    (the even parity bit makes STX 82 and CR 8D) or 7O1.
    """

    MAX_FRAME = 16
    quiet = 0.5

    def __init__(self) -> None:
        self.stats = FramerStats()
        self._buffer = bytearray()
        self._inside = False

    @property
    def pending(self) -> int:
        """Bytes of the answer that has begun."""
        return len(self._buffer) + self._inside

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes, return the frames they complete."""
        self.stats.bytes_in += len(data)
        frames: list[Frame] = []
        start = 0
        for mark in _MARKS.finditer(data):
            self._take(data[start : mark.start()])
            start = mark.end()
            match data[mark.start()]:
                case 0x02:
                    self._drop()
                    self._inside = True
                case 0x0D if self._inside:
                    frames.append(self._close())
                case 0x8D:
                    self._drop()
                    self.stats.bad_check += 1
                    frames.append(Frame(b"", "parity"))
                case _:
                    self.stats.junk_bytes += 1
        self._take(data[start:])
        return frames

    def idle(self, now: float) -> list[Frame]:  # noqa: ARG002 (the shape of every framer)
        """Drop a half answer."""
        self._drop()
        return []

    def _take(self, piece: bytes) -> None:
        if not self._inside:
            self.stats.junk_bytes += len(piece)
            return
        self._buffer += piece[: self.MAX_FRAME + 1]
        if len(self._buffer) > self.MAX_FRAME:
            self.stats.overruns += 1
            self._drop()

    def _close(self) -> Frame:
        data = bytes(self._buffer)
        self._buffer.clear()
        self._inside = False
        if data.isascii():
            self.stats.frames += 1
            return Frame(data)
        self.stats.bad_check += 1
        return Frame(data, "parity")

    def _drop(self) -> None:
        if self._inside:
            self.stats.resyncs += 1
            self.stats.junk_bytes += len(self._buffer) + 1
        self._buffer.clear()
        self._inside = False
