"""The text stream of serial scanners: prefix, data, suffix (CR, LF, CR LF, TAB, STX…ETX or none).

Framed on bytes: ``str`` methods take FS, GS, RS and US for white space and destroy GS1 data.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from devices.errors import BadSettings
from devices.framing.base import Frame, FramerStats
from devices.settings import hex_bytes

STX = 0x02
ETX = 0x03
_NOISE = b"\x00\xff"


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """How a scanner is set up: each byte of ``terminators_hex`` ends a frame."""

    terminators_hex: str = "0d0a"
    stx_etx: bool = False
    prefix_hex: str | None = None
    encoding: Literal["utf-8", "gb18030"] = "utf-8"
    idle_flush: bool = False
    idle_gap_ms: int = 40
    max_len: int = 4096

    def __post_init__(self) -> None:
        codecs.lookup(self.encoding)
        if self.max_len < 1:
            raise BadSettings(name="max_len", detail="must be 1 or more")
        if not hex_bytes("terminators_hex", self.terminators_hex) and not (
            self.stx_etx or self.idle_flush
        ):
            raise BadSettings(name="terminators_hex", detail="nothing would end a code")
        hex_bytes("prefix_hex", self.prefix_hex or "")


class LineFramer:
    """Splits at terminators; drops noise, blanks and over-long frames, keeps everything else."""

    STALE_SECONDS = 1.0

    def __init__(self, settings: ScannerSettings | None = None) -> None:
        settings = settings or ScannerSettings()
        self.stats = FramerStats()
        self.quiet = settings.idle_gap_ms / 1000 if settings.idle_flush else self.STALE_SECONDS
        self._max = settings.max_len
        self._flush = settings.idle_flush
        self._prefix = hex_bytes("prefix_hex", settings.prefix_hex or "")
        self._stx = settings.stx_etx
        ends = hex_bytes("terminators_hex", settings.terminators_hex)
        ends += bytes([ETX]) if settings.stx_etx else b""
        marks = ends + (bytes([STX]) if settings.stx_etx else b"")
        self._marks = re.compile(b"[" + re.escape(marks) + b"]") if marks else None
        self._buffer = bytearray()
        self._inside = not self._stx
        self._skipping = False

    @property
    def pending(self) -> int:
        """Bytes of the code that has begun; 1 while an over-long one is being dropped."""
        return len(self._buffer) + self._skipping

    def feed(self, data: bytes) -> list[Frame]:
        """Take bytes, return the frames they complete (and one ``overrun`` per over-long one)."""
        self.stats.bytes_in += len(data)
        frames: list[Frame] = []
        start = 0
        for mark in self._marks.finditer(data) if self._marks else ():
            self._take(data[start : mark.start()], frames)
            start = mark.end()
            if self._stx and data[mark.start()] == STX:
                self._restart()
            else:
                self._close(frames)
        self._take(data[start:], frames)
        return frames

    def idle(self, now: float) -> list[Frame]:  # noqa: ARG002 (the shape of every framer)
        """Close the frame where silence is the suffix; otherwise drop the stale half."""
        frames: list[Frame] = []
        if self._flush:
            self._close(frames)
        elif self._buffer or self._skipping:
            self._restart()
            self._inside = not self._stx
            self._skipping = False
        return frames

    def _take(self, piece: bytes, frames: list[Frame]) -> None:
        if not piece:
            return
        if self._skipping or not self._inside:
            self.stats.junk_bytes += len(piece)
            return
        if not self._buffer:
            clean = piece.lstrip(_NOISE)
            self.stats.junk_bytes += len(piece) - len(clean)
            piece = clean
        if len(self._buffer) + len(piece) <= self._max:
            self._buffer += piece
            return
        self.stats.overruns += 1
        self.stats.junk_bytes += len(self._buffer) + len(piece)
        self._buffer.clear()
        self._skipping = True
        frames.append(Frame(b"", "overrun"))

    def _close(self, frames: list[Frame]) -> None:
        data = bytes(self._buffer).removeprefix(self._prefix)
        self._buffer.clear()
        self._skipping = False
        self._inside = not self._stx
        if data.strip():
            self.stats.frames += 1
            frames.append(Frame(data))

    def _restart(self) -> None:
        if self._buffer:
            self.stats.resyncs += 1
            self.stats.junk_bytes += len(self._buffer)
            self._buffer.clear()
        self._inside = True
        self._skipping = False
