"""One connection to a device, without I/O: bytes and ticks in, events, bytes and a state out.

A session ends with its port, so nothing of a frame that an unplug cut in two survives it.
"""

from __future__ import annotations

from collections.abc import Sequence

from devices.drivers.base import DriverContext
from devices.drivers.command import Command
from devices.events import DeviceFault, RawNoise, Reading, Scan, TagRead, Weight
from devices.framing.base import Frame, FramerStats
from devices.registry import Config, ProtocolSpec
from devices.states import DeviceState

JUNK_LIMIT = 64
"""Bytes without a frame after which the line is called misconfigured."""
UNREADABLE_LIMIT = 3
UNANSWERED_LIMIT = 2


class Session:
    """Framer and driver of one connection, and the judgement of how it goes.

    A session begins by listening for ``settle`` seconds: bytes that arrive then may be the tail of
    something that began before, so they are dropped until the line is quiet (one second at most).
    """

    LONGEST_SETTLE = 1.0

    def __init__(
        self,
        spec: ProtocolSpec,
        context: DriverContext,
        config: Config,
        *,
        now: float,
        settle: float,
    ) -> None:
        self._framer = spec.framer(config)
        self._driver = spec.driver(context, config)
        self._is_text = spec.kind == "scanner"
        self._state = DeviceState.PROBING if settle > 0 else DeviceState.ONLINE
        self._reason: str | None = None
        self._settle = settle
        self._opened = now
        self._last_byte = now
        self._junk_at_frame = 0
        self._parity = 0
        self._unreadable = 0
        self._unanswered = 0

    @property
    def state(self) -> DeviceState:
        """PROBING, ONLINE, STALLED or MISCONFIGURED."""
        return self._state

    @property
    def reason(self) -> str | None:
        """Why the state is not ONLINE, as a stable code."""
        return self._reason

    @property
    def stats(self) -> FramerStats:
        """The framer's counts."""
        return self._framer.stats

    def receive(self, data: bytes, now: float) -> list[Reading]:
        """Bytes from the device."""
        self._last_byte = now
        if self._state is DeviceState.PROBING:
            self._framer.stats.bytes_in += len(data)
            self._framer.stats.junk_bytes += len(data)
            self._junk_at_frame = self._framer.stats.junk_bytes
            return []
        return self._on_frames(self._framer.feed(data), now)

    def tick(self, now: float) -> list[Reading]:
        """Time has passed: end of settling, silence, the driver's own deadlines."""
        if self._state is DeviceState.PROBING:
            if now < self._settled_at():
                return []
            self._set(DeviceState.ONLINE)
        events: list[Reading] = []
        if self._framer.pending and now >= self._last_byte + self._framer.quiet:
            events += self._on_silence(now)
        ticked = self._driver.tick(now)
        self._judge(ticked)
        return events + ticked

    def wake_at(self) -> float | None:
        """When :meth:`tick` is next needed, or None."""
        if self._state is DeviceState.PROBING:
            return self._settled_at()
        due = [self._driver.deadline()]
        if self._framer.pending:
            due.append(self._last_byte + self._framer.quiet)
        return min((when for when in due if when is not None), default=None)

    def command(self, command: Command, now: float) -> int:
        """Start a command; :class:`devices.errors.BadCommand` if it is impossible."""
        return self._driver.command(command, now)

    def outgoing(self) -> bytes:
        """What to write next."""
        return b"" if self._state is DeviceState.PROBING else self._driver.outgoing()

    def _settled_at(self) -> float:
        quiet_from = self._last_byte + self._settle
        return min(quiet_from, self._opened + max(self._settle, self.LONGEST_SETTLE))

    def _on_silence(self, now: float) -> list[Reading]:
        frames = self._framer.idle(now)
        if self._is_text and not frames and not self._framer.stats.frames:
            self._set(DeviceState.MISCONFIGURED, "no_terminator")
        return self._on_frames(frames, now)

    def _on_frames(self, frames: Sequence[Frame], now: float) -> list[Reading]:
        good = any(frame.kind == "data" for frame in frames)
        if good:
            self._unanswered = self._parity = 0
            self._junk_at_frame = self._framer.stats.junk_bytes
        events = self._driver.on_frames(frames, now)
        self._parity += sum(frame.kind == "parity" for frame in frames)
        self._judge(events)
        if self._parity > 1:
            self._set(DeviceState.MISCONFIGURED, "wrong_parity")
        elif self._unreadable >= UNREADABLE_LIMIT:
            self._set(DeviceState.MISCONFIGURED, "unreadable")
        elif self._framer.stats.junk_bytes - self._junk_at_frame > JUNK_LIMIT:
            self._set(DeviceState.MISCONFIGURED, "no_frame")
        elif good:
            self._set(DeviceState.ONLINE)
        return events

    def _judge(self, events: Sequence[Reading]) -> None:
        for event in events:
            if isinstance(event, DeviceFault) and event.code == "no_answer":
                self._unanswered += 1
            elif isinstance(event, Scan):
                self._unreadable = self._unreadable + 1 if "\ufffd" in event.text else 0
            elif isinstance(event, RawNoise) and event.reason == "malformed":
                self._unreadable += 1
            elif isinstance(event, Weight | TagRead):
                self._unreadable = 0
        if self._unanswered >= UNANSWERED_LIMIT and self._state is DeviceState.ONLINE:
            self._set(DeviceState.STALLED, "no_answer")

    def _set(self, state: DeviceState, reason: str | None = None) -> None:
        self._state, self._reason = state, reason
