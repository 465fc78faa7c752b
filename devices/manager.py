"""All devices of a station: connected, watched and reconnected, their events in one place.

The manager never writes to a port it was not told to use, and listing ports opens none of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from devices.dispatch import Dispatcher, Listener
from devices.drivers.command import Command
from devices.errors import BadSettings, PortAbsent, PortAmbiguous, UnknownDevice
from devices.events import DeviceHealth
from devices.identity import Binding, bind
from devices.ports import Ports
from devices.settings import DeviceSettings
from devices.worker import DeviceWorker, Timing


class DeviceManager:
    """Owns the threads of all devices; close it, or use it in a ``with`` statement."""

    def __init__(
        self,
        *,
        ports: Ports | None = None,
        timing: Timing | None = None,
        queue_limit: int = 4096,
    ) -> None:
        self.ports = ports or Ports()
        self._timing = timing or Timing()
        self._dispatcher = Dispatcher(queue_limit)
        self._workers: dict[str, DeviceWorker] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> DeviceManager:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, settings: DeviceSettings) -> None:
        """Configure a device and begin to connect it.

        Raises :class:`BadSettings`, :class:`devices.errors.BadCommand` or
        :class:`devices.errors.UnknownProtocol`; a port that is not there is a state, no error.
        """
        with self._lock:
            if settings.device_id in self._workers:
                raise BadSettings(name="device_id", detail=f"{settings.device_id} exists already")
            worker = DeviceWorker(
                settings, self.ports, self._locate, self._dispatcher.put, self._timing
            )
            self._workers[settings.device_id] = worker
        worker.start()

    def remove(self, device_id: str) -> None:
        """Disconnect and forget a device."""
        worker = self._worker(device_id)
        worker.stop()
        with self._lock:
            self._workers.pop(device_id, None)

    def enable(self, device_id: str) -> None:
        """Connect a device that was switched off."""
        self._worker(device_id).set_enabled(True)

    def disable(self, device_id: str) -> None:
        """Disconnect a device and give its port back, keeping its settings."""
        self._worker(device_id).set_enabled(False)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every event, on the dispatch thread; the result ends it."""
        return self._dispatcher.subscribe(listener)

    def command(self, device_id: str, command: Command) -> int:
        """Start a command and return its request id, which its answer carries.

        Raises :class:`UnknownDevice`, :class:`devices.errors.DeviceOffline` or
        :class:`devices.errors.BadCommand`.
        """
        return self._worker(device_id).command(command)

    def health(self, device_id: str) -> DeviceHealth:
        """A device's present state and counters."""
        return self._worker(device_id).health()

    def healths(self) -> tuple[DeviceHealth, ...]:
        """All devices' present states, in the order they were added."""
        with self._lock:
            workers = list(self._workers.values())
        return tuple(worker.health() for worker in workers)

    @property
    def events_dropped(self) -> int:
        """How many events gave way because no listener kept up."""
        return self._dispatcher.dropped

    def hotplug(self) -> None:
        """The system says that a device was plugged in: retry all waiting ones at once."""
        with self._lock:
            workers = list(self._workers.values())
        for worker in workers:
            worker.retry()

    def bindings(self) -> dict[str, Binding | None]:
        """Which port each device with an identity has now, and how it was recognised."""
        with self._lock:
            wanted = {
                device_id: worker.settings.identity
                for device_id, worker in self._workers.items()
                if worker.settings.identity is not None
            }
        return bind(wanted, self.ports.available())

    def export_trace(self, device_id: str, path: Path) -> int:
        """Write the device's recorded bytes to ``path`` and return the number of lines."""
        return self._worker(device_id).export_trace(path)

    def close(self) -> None:
        """Disconnect everything and end all threads."""
        with self._lock:
            workers = list(self._workers.values())
            self._workers.clear()
        for worker in workers:
            worker.stop()
        self._dispatcher.close()

    def _worker(self, device_id: str) -> DeviceWorker:
        with self._lock:
            try:
                return self._workers[device_id]
            except KeyError as error:
                raise UnknownDevice(device_id=device_id) from error

    def _locate(self, device_id: str) -> str:
        bound = self.bindings()
        if device_id not in bound:
            raise PortAbsent(url=device_id)
        binding = bound[device_id]
        if binding is None:
            raise PortAmbiguous(device_id=device_id)
        return binding.port.name
