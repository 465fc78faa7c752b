"""A manager with short delays and a recorder of its events, over real pseudo-terminals."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from devices.events import DeviceHealth, Event
from devices.manager import DeviceManager
from devices.settings import DeviceSettings
from devices.simulators import open_endpoint
from devices.states import DeviceState
from devices.worker import Timing

QUICK = Timing(first=0.02, longest=0.1, jitter=0.2, settle=0.02, absent=0.05)
LOCAL_ENDPOINT = "tcp:127.0.0.1:0" if sys.platform == "win32" else "pty"


class Heard:
    """Every event in order, with a way to wait for the next that fits."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()
        self._read = 0

    def __call__(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def next(self, kind, *, timeout=5.0, **values):
        """The next event of ``kind`` with these values, after the last one returned."""
        until = time.monotonic() + timeout
        with self._changed:
            while True:
                while self._read < len(self.events):
                    event = self.events[self._read]
                    self._read += 1
                    if isinstance(event, kind) and all(
                        getattr(event, name) == value for name, value in values.items()
                    ):
                        return event
                left = until - time.monotonic()
                assert left > 0, f"no {kind} {values}; heard {self.events[-5:]}"
                self._changed.wait(left)

    def state(self, state: DeviceState, **values):
        """The next change to ``state``."""
        return self.next(DeviceHealth, state=state, **values)

    def all(self, kind):
        """All events of a kind so far."""
        with self._changed:
            return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def manager():
    with DeviceManager(timing=QUICK) as opened:
        yield opened


@pytest.fixture
def heard(manager):
    recorder = Heard()
    manager.subscribe(recorder)
    return recorder


@pytest.fixture(params=sorted({LOCAL_ENDPOINT, "tcp:127.0.0.1:0"}), ids=lambda text: text[:3])
def endpoint(request):
    return open_endpoint(request.param)


def online(manager, heard, device, protocol, **settings):
    """Configure the simulated ``device`` and wait until it is online."""
    manager.add(DeviceSettings(protocol, protocol, device.url, **settings))
    heard.state(DeviceState.ONLINE)


@pytest.fixture
def heard_by():
    """A recorder for a manager that the test makes itself."""

    def listen(manager):
        recorder = Heard()
        manager.subscribe(recorder)
        return recorder

    return listen
