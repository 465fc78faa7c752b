"""Recorded lines: every byte with its time, kept in a ring, exported and replayed.

The format is JSON lines ``{"t": seconds since 1970, "dir": "rx" or "tx", "hex": "…"}``.
"""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from devices.errors import BadSettings

Direction = Literal["rx", "tx"]
RING_BYTES = 2 * 1024 * 1024
_LINE_OVERHEAD = 48


@dataclass(frozen=True, slots=True)
class TraceLine:
    """Bytes that passed at ``t`` (seconds): ``rx`` from the device, ``tx`` to it."""

    t: float
    dir: Direction
    data: bytes

    def to_json(self) -> str:
        """The line as it stands in the file."""
        return json.dumps({"t": round(self.t, 6), "dir": self.dir, "hex": self.data.hex()})

    @classmethod
    def from_json(cls, line: str) -> TraceLine:
        """Read one line; ValueError, KeyError or TypeError if it is none."""
        row = json.loads(line)
        if row["dir"] not in ("rx", "tx"):
            raise ValueError(row["dir"])
        return cls(float(row["t"]), row["dir"], bytes.fromhex(row["hex"]))


class TraceRecorder:
    """The last ``limit`` bytes of trace text of one device. Safe to use from several threads."""

    def __init__(self, limit: int = RING_BYTES) -> None:
        self._limit = limit
        self._size = 0
        self._lines: deque[TraceLine] = deque()
        self._lock = threading.Lock()
        self._wall = time.time() - time.monotonic()

    def add(self, direction: Direction, data: bytes, now: float) -> None:
        """Keep ``data`` that passed at ``now`` (monotonic seconds); the oldest lines give way."""
        line = TraceLine(self._wall + now, direction, data)
        with self._lock:
            self._lines.append(line)
            self._size += _text_size(line)
            while self._size > self._limit:
                self._size -= _text_size(self._lines.popleft())

    def lines(self) -> list[TraceLine]:
        """What is kept now, oldest first."""
        with self._lock:
            return list(self._lines)

    def export(self, path: Path) -> int:
        """Write the kept lines to ``path`` and return how many they are."""
        lines = self.lines()
        path.write_text("".join(line.to_json() + "\n" for line in lines), encoding="ascii")
        return len(lines)


def read_trace(path: Path) -> Iterator[TraceLine]:
    """The lines of a trace file; :class:`BadSettings` names the first that is none."""
    with path.open(encoding="utf-8") as file:
        for number, text in enumerate(file, 1):
            if not text.strip():
                continue
            try:
                yield TraceLine.from_json(text)
            except (ValueError, KeyError, TypeError) as error:
                raise BadSettings(name=f"{path}:{number}", detail="not a trace line") from error


def _text_size(line: TraceLine) -> int:
    return 2 * len(line.data) + _LINE_OVERHEAD
