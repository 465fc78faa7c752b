"""One device: a thread that opens, reads and reconnects, and a thread that writes and keeps time.

The reader blocks in the port, so a byte becomes an event without a poll; only the reader closes the
port. All state is guarded by one condition; events are handed out under it, so their order holds.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from devices.drivers.base import DriverContext
from devices.drivers.command import Command
from devices.errors import (
    BadSettings,
    DeviceOffline,
    DeviceProblem,
    PortAbsent,
    PortAmbiguous,
    PortBusy,
    PortDenied,
    PortLost,
)
from devices.events import Counters, DeviceHealth, Event
from devices.framing.base import FramerStats
from devices.ports import Ports
from devices.registry import protocol
from devices.session import Session
from devices.settings import DeviceSettings
from devices.states import DeviceState
from devices.trace import TraceRecorder
from devices.transport import Transport, is_local_serial


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: back-off ``first`` doubling to ``longest``, varied by ``jitter``; ``settle`` listens
    after opening; ``absent`` is how soon a missing local port is looked for again."""

    first: float = 0.25
    longest: float = 5.0
    jitter: float = 0.2
    settle: float = 0.06
    absent: float = 0.5
    proven: float = 2.0


class DeviceWorker:
    """Keeps one configured device connected until :meth:`stop`."""

    def __init__(
        self,
        settings: DeviceSettings,
        ports: Ports,
        locate: Callable[[str], str],
        publish: Callable[[Event], None],
        timing: Timing,
    ) -> None:
        self.settings = settings
        self._spec = protocol(settings.protocol)
        self._ports = ports
        self._locate = locate
        self._publish = publish
        self._timing = timing
        self._context = DriverContext(settings.device_id)
        self._check_settings()
        self._trace = TraceRecorder()
        self._changed = threading.Condition(threading.RLock())
        self._writing = threading.Lock()
        self._enabled = settings.enabled
        self._stopping = False
        self._retry_now = False
        self._transport: Transport | None = None
        self._session: Session | None = None
        self._greeted = False
        self._reported = False
        self._write_problem = ""
        self._past = FramerStats()
        self._bytes_out = self._connects = self._losses = 0
        self._health = DeviceHealth(
            settings.device_id, DeviceState.DISABLED, None, "", Counters(), time.monotonic()
        )
        name = f"device-{settings.device_id}"
        self._reader = threading.Thread(target=self._run, name=f"{name}-read", daemon=True)
        self._writer = threading.Thread(target=self._write_loop, name=f"{name}-write", daemon=True)

    def start(self) -> None:
        """Begin to connect."""
        self._reader.start()
        self._writer.start()

    def stop(self) -> None:
        """Close the port and end both threads; returns when they have ended."""
        self._interrupt(stopping=True)
        for thread in (self._reader, self._writer):
            if thread.is_alive() and thread is not threading.current_thread():
                thread.join()

    def set_enabled(self, enabled: bool) -> None:
        """Switch the device on or off in this program."""
        with self._changed:
            self._enabled = enabled
        self._interrupt(stopping=False)

    def retry(self) -> None:
        """Something was plugged in: do not wait out a back-off."""
        with self._changed:
            self._retry_now = True
            self._changed.notify_all()

    def health(self) -> DeviceHealth:
        """The present state with up-to-date counters."""
        with self._changed:
            now = self._health
            return DeviceHealth(
                now.device_id, now.state, now.reason_code, now.detail, self._counters(), now.ts
            )

    def command(self, command: Command) -> int:
        """Start a command; :class:`DeviceOffline` or :class:`devices.errors.BadCommand`."""
        with self._changed:
            session = self._session
            if session is None or session.state is DeviceState.PROBING:
                raise DeviceOffline(device_id=self.settings.device_id, state=self._health.state)
            request_id = session.command(command, time.monotonic())
            self._changed.notify_all()
            return request_id

    def export_trace(self, path: Path) -> int:
        """Write the recorded bytes to ``path``; the number of lines."""
        return self._trace.export(path)

    # The reader thread.

    def _run(self) -> None:
        delay = self._timing.first
        while not self._stopping:
            if not self._wanted():
                self._report(DeviceState.DISABLED)
                with self._changed:
                    self._changed.wait_for(lambda: self._stopping or self._enabled)
                continue
            try:
                transport = self._open()
            except DeviceProblem as problem:
                state = _STATE_OF.get(type(problem), DeviceState.BACKOFF)
                self._report(state, problem.code, str(problem))
                self._pause(self._shorter_if_absent(problem, delay))
                delay = min(delay * 2, self._timing.longest)
                continue
            opened = time.monotonic()
            self._serve(transport)
            if time.monotonic() - opened > self._timing.proven:
                delay = self._timing.first
            if self._wanted():
                self._report(DeviceState.BACKOFF, "reconnecting")
                self._pause(delay)
                delay = min(delay * 2, self._timing.longest)

    def _open(self) -> Transport:
        if self._health.state in (DeviceState.DISABLED, DeviceState.BACKOFF):
            self._report(DeviceState.OPENING)
        url = self.settings.url or self._locate(self.settings.device_id)
        return self._ports.open(url, self.settings.line or self._spec.line)

    def _serve(self, transport: Transport) -> None:
        replayed = (self.settings.url or "").startswith("replay:")
        with self._changed:
            self._session = Session(
                self._spec,
                self._context,
                self.settings.config,
                now=time.monotonic(),
                settle=0.0 if replayed else self._timing.settle,
            )
            self._transport = transport
            self._greeted = False
            self._connects += 1
            self._follow_session()
            self._changed.notify_all()
        loss: PortLost | None = None
        try:
            while self._wanted() and (data := transport.read()):
                self._received(data)
        except PortLost as problem:
            loss = problem
        finally:
            self._end_session(transport)
        if self._wanted():
            self._losses += 1
            if loss is None:
                self._report(DeviceState.LOST, "write_failed", self._write_problem)
            else:
                self._report(DeviceState.LOST, loss.code, str(loss))

    def _received(self, data: bytes) -> None:
        now = time.monotonic()
        self._trace.add("rx", data, now)
        with self._changed:
            if self._session is None:
                return
            for event in self._session.receive(data, now):
                self._publish(event)
            self._follow_session()
            self._changed.notify_all()

    def _end_session(self, transport: Transport) -> None:
        with self._changed:
            if self._session is not None:
                self._past = _sum(self._past, self._session.stats)
            self._session = self._transport = None
            self._changed.notify_all()
        with self._writing:
            transport.close()

    def _shorter_if_absent(self, problem: DeviceProblem, delay: float) -> float:
        local = self.settings.url is None or is_local_serial(self.settings.url)
        return min(delay, self._timing.absent) if local and type(problem) is PortAbsent else delay

    def _pause(self, seconds: float) -> None:
        """Wait, or return early because something was plugged in, switched off or stopped."""
        seconds *= 1 + random.uniform(-1, 1) * self._timing.jitter  # noqa: S311 (no secret)
        with self._changed:
            self._changed.wait_for(lambda: self._retry_now or not self._wanted(), seconds)
            self._retry_now = False

    def _wanted(self) -> bool:
        return self._enabled and not self._stopping

    def _interrupt(self, *, stopping: bool) -> None:
        with self._changed:
            self._stopping = self._stopping or stopping
            transport = self._transport
            self._changed.notify_all()
            if transport is not None and not self._wanted():
                transport.cancel()

    # The writer thread.

    def _write_loop(self) -> None:
        while True:
            with self._changed:
                data, transport = b"", None
                while not data or transport is None:
                    if self._stopping:
                        return
                    transport = self._transport
                    wake_at = self._tick()
                    data = self._session.outgoing() if self._session else b""
                    if not data:
                        now = time.monotonic()
                        self._changed.wait(None if wake_at is None else max(0.0, wake_at - now))
                self._writing.acquire()
            try:
                self._write(transport, data)
            finally:
                self._writing.release()

    def _tick(self) -> float | None:
        if self._session is None:
            return None
        for event in self._session.tick(time.monotonic()):
            self._publish(event)
        self._follow_session()
        return self._session.wake_at()

    def _write(self, transport: Transport, data: bytes) -> None:
        self._trace.add("tx", data, time.monotonic())
        try:
            transport.write(data)
            self._bytes_out += len(data)
        except PortLost as problem:
            self._write_problem = str(problem)
            transport.cancel()

    # State and health, from either thread.

    def _follow_session(self) -> None:
        session = self._session
        if session is None:
            return
        self._report(session.state, session.reason)
        if session.state is DeviceState.ONLINE and not self._greeted:
            self._greeted = True
            for command in self.settings.on_online:
                session.command(command, time.monotonic())

    def _report(self, state: DeviceState, reason: str | None = None, detail: str = "") -> None:
        with self._changed:
            last = self._health
            if self._reported and (last.state, last.reason_code) == (state, reason):
                return
            self._reported = True
            self._health = DeviceHealth(
                self.settings.device_id, state, reason, detail, self._counters(), time.monotonic()
            )
            self._publish(self._health)

    def _counters(self) -> Counters:
        stats = _sum(self._past, self._session.stats) if self._session else self._past
        return Counters(
            **asdict(stats),
            bytes_out=self._bytes_out,
            connects=self._connects,
            losses=self._losses,
        )

    def _check_settings(self) -> None:
        """Fail now, in the caller's thread, on settings or commands the protocol refuses."""
        self._spec.framer(self.settings.config)
        driver = self._spec.driver(DriverContext(self.settings.device_id), self.settings.config)
        for command in self.settings.on_online:
            driver.command(command, 0.0)


_STATE_OF: dict[type[DeviceProblem], DeviceState] = {
    PortAbsent: DeviceState.ABSENT,
    PortBusy: DeviceState.IN_USE_ELSEWHERE,
    PortDenied: DeviceState.MISCONFIGURED,
    PortAmbiguous: DeviceState.MISCONFIGURED,
    BadSettings: DeviceState.MISCONFIGURED,
}


def _sum(one: FramerStats, two: FramerStats) -> FramerStats:
    first, second = asdict(one), asdict(two)
    return FramerStats(**{name: first[name] + second[name] for name in first})
