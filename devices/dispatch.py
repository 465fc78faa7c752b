"""From many reader threads to the listeners: one bounded queue, one thread that hands out."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from devices.events import DeviceHealth, Event, Scan

Listener = Callable[[Event], None]

_log = logging.getLogger(__name__)


class Dispatcher:
    """Calls every listener with every event, in order, on its own thread.

    A listener must return soon; the Qt side only posts a queued signal. When nobody keeps up, the
    oldest events that are neither scans nor health give way, and :attr:`dropped` counts them.
    """

    def __init__(self, limit: int = 4096) -> None:
        self.dropped = 0
        self._limit = limit
        self._events: deque[Event] = deque()
        self._listeners: tuple[Listener, ...] = ()
        self._ready = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="devices-dispatch", daemon=True)
        self._thread.start()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear all events from now on; the returned function ends it."""
        with self._ready:
            self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            with self._ready:
                self._listeners = tuple(one for one in self._listeners if one is not listener)

        return unsubscribe

    def put(self, event: Event) -> None:
        """Queue ``event``. Never blocks."""
        with self._ready:
            if len(self._events) >= self._limit:
                self._make_room()
            self._events.append(event)
            self._ready.notify()

    def close(self) -> None:
        """Hand out what is queued, then end."""
        with self._ready:
            self._closed = True
            self._ready.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _make_room(self) -> None:
        self.dropped += 1
        for index, event in enumerate(self._events):
            if not isinstance(event, Scan | DeviceHealth):
                del self._events[index]
                return
        self._events.popleft()

    def _run(self) -> None:
        while True:
            with self._ready:
                while not self._events:
                    if self._closed:
                        return
                    self._ready.wait()
                event = self._events.popleft()
                listeners = self._listeners
            for listener in listeners:
                try:
                    listener(event)
                except Exception:  # noqa: BLE001 (a listener must not end all)
                    _log.exception("a listener failed on an event of %s", event.device_id)
