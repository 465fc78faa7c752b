"""What every simulated device has in common: one thread, wire-time pacing, and the fault menu."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import ClassVar, Self

from devices.errors import BadSettings
from devices.settings import LineSettings
from devices.simulators.endpoints import Endpoint

COMMON_FAULTS = {
    "garbage": "1 to 9 random bytes before every second frame",
    "truncated": "every third frame stops short",
    "parity": "the parity bit shows, as when 7E1 is read as 8N1",
    "slow": "answers come after 3 s; a scanner pauses ten characters between two",
    "silent": "nothing is sent at all",
    "duplicates": "every frame is sent twice",
    "unplug": "every fifth frame ends in an unplug, with a replug after 1 s",
}
SLOW_SECONDS = 3.0
REPLUG_SECONDS = 1.0


class SimulatedDevice:
    """A device behind an endpoint. Its public methods may be called from any thread.

    ``faults`` are names of :attr:`FAULTS` and may be changed at any time. ``paced`` sends each
    byte in the time the real line needs. The same ``seed`` gives the same random faults.
    """

    LINE: ClassVar[LineSettings]
    FAULTS: ClassVar[dict[str, str]] = COMMON_FAULTS

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        faults: Iterable[str] = (),
        paced: bool = True,
        seed: int = 1,
    ) -> None:
        self.url = endpoint.url
        self.slow_seconds = SLOW_SECONDS
        self._endpoint = endpoint
        self._faults: frozenset[str] = frozenset()
        self.set_faults(faults)
        self._paced = paced
        self._random = random.Random(seed)  # noqa: S311 (repeatable faults, no secret)
        self._jobs: deque[Callable[[], None]] = deque()
        self._cut = threading.Event()
        self._closing = False
        self._sent = 0
        self._line_free_at = 0.0
        self._replug_at: float | None = None
        self._thread = threading.Thread(target=self._run, name=type(self).__name__, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def faults(self) -> frozenset[str]:
        """The faults that are switched on."""
        return self._faults

    def set_faults(self, names: Iterable[str]) -> None:
        """Switch on exactly these faults; :class:`BadSettings` names one that does not exist."""
        chosen = frozenset(names)
        for name in sorted(chosen - self.FAULTS.keys()):
            raise BadSettings(name="fault", detail=f"{name}: there are {', '.join(self.FAULTS)}")
        self._faults = chosen

    def unplug(self) -> None:
        """Pull the plug now, in the middle of a frame if one is on its way; returns when done."""
        self._cut.set()
        self._do_and_wait(self._endpoint.unplug)

    def plug(self) -> None:
        """Plug it in again; returns when done."""
        self._do_and_wait(self._endpoint.plug)

    def close(self) -> None:
        """Unplug for good and end the thread."""
        self._closing = True
        self._cut.set()
        if self._thread.is_alive():
            self._endpoint.wake()
            self._thread.join()
            self._endpoint.close()

    def console(self, line: str) -> str:
        """Do what a person typed; the answer is a line of text."""
        word, _, rest = line.strip().partition(" ")
        if word == "unplug":
            self.unplug()
        elif word == "plug":
            self.plug()
        elif word == "fault":
            self.set_faults(rest.split())
        else:
            raise BadSettings(name="command", detail=f"{word}: {self.help()}")
        return "done"

    def help(self) -> str:
        """What :meth:`console` understands."""
        return "unplug, plug, fault [NAME ...], quit"

    # What a device adds. All of it runs on the device's own thread.

    def on_bytes(self, data: bytes) -> None:
        """The application sent ``data``."""

    def step(self, now: float) -> float | None:  # noqa: ARG002 (the shape of every device)
        """Do what is due by itself; when to come back, or None."""
        return None

    def garbage(self, count: int) -> bytes:
        """Line noise."""
        return self._random.randbytes(count)

    # What a device uses.

    def post(self, job: Callable[[], None]) -> None:
        """Run ``job`` on the device's thread; nothing happens once it is closed."""
        if self._closing:
            return
        self._jobs.append(job)
        self._endpoint.wake()

    def transmit(self, frame: bytes) -> None:
        """Send a frame, at the line's speed and with the faults that are switched on."""
        faults = self._faults
        if "silent" in faults:
            return
        for _ in range(2 if "duplicates" in faults else 1):
            self._sent += 1
            data = frame
            if "parity" in faults:
                data = with_even_parity(data)
            if "truncated" in faults and self._sent % 3 == 0:
                data = data[: self._random.randrange(1, len(data))]
            if "garbage" in faults and self._sent % 2 == 0:
                data = self.garbage(self._random.randrange(1, 10)) + data
            if "unplug" in faults and self._sent % 5 == 0:
                self._write(data[: len(data) // 2])
                self._endpoint.unplug()
                self._replug_at = time.monotonic() + REPLUG_SECONDS
                return
            self._write(data)

    def sleep(self, seconds: float) -> bool:
        """Wait; False if an unplug or the end cut it short."""
        return not self._cut.wait(max(0.0, seconds))

    @property
    def byte_seconds(self) -> float:
        """How long one byte takes."""
        return self.LINE.byte_seconds

    def _write(self, data: bytes) -> None:
        if not self._paced:
            self._endpoint.write(data)
            return
        size = max(1, int(0.002 / self.byte_seconds))
        self._line_free_at = max(self._line_free_at, time.monotonic())
        for start in range(0, len(data), size):
            piece = data[start : start + size]
            self._line_free_at += len(piece) * self.byte_seconds
            if not self.sleep(self._line_free_at - time.monotonic()):
                return
            self._endpoint.write(piece)

    def _do_and_wait(self, job: Callable[[], None]) -> None:
        if threading.current_thread() is self._thread:
            job()
            return
        done = threading.Event()

        def run() -> None:
            self._cut.clear()
            job()
            done.set()

        self.post(run)
        done.wait(timeout=10)

    def _run(self) -> None:
        while not self._closing:
            while self._jobs:
                self._jobs.popleft()()
            now = time.monotonic()
            if self._replug_at is not None and now >= self._replug_at:
                self._replug_at = None
                self._endpoint.plug()
            due = [when for when in (self.step(now), self._replug_at) if when is not None]
            wait = max(0.0, min(due) - time.monotonic()) if due else None
            if self._jobs or self._closing:
                continue
            data = self._endpoint.read(wait)
            if data:
                self.on_bytes(data)


def with_even_parity(data: bytes) -> bytes:
    """Seven-bit characters with their even parity bit in bit 7."""
    return bytes(byte & 0x7F | (byte & 0x7F).bit_count() % 2 << 7 for byte in data)
