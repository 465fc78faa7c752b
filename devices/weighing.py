"""Ask a scale until it stands still."""

from __future__ import annotations

import queue
import time

from devices.drivers.command import Command
from devices.errors import DeviceOffline, NoStableWeight
from devices.events import DeviceFault, DeviceHealth, Event, Weight
from devices.manager import DeviceManager
from devices.states import DeviceState

REQUEST_WEIGHT = Command("request_weight")
PAUSE_SECONDS = 0.05

_Heard = queue.SimpleQueue[Event]


def await_stable(
    manager: DeviceManager,
    device_id: str,
    *,
    after: float | None = None,
    timeout: float = 5.0,
) -> Weight:
    """A stable weight that was *requested* after ``after`` (monotonic seconds; default: now).

    Blocks up to ``timeout`` seconds, so call it from a worker thread, not from a listener. A
    weight of the load before, however equal, is never returned.
    Raises :class:`NoStableWeight` with the last reason the scale gave, or
    :class:`devices.errors.UnknownDevice`.
    """
    began = time.monotonic()
    after = began if after is None else after
    heard: _Heard = queue.SimpleQueue()

    def listen(event: Event) -> None:
        lost = isinstance(event, DeviceHealth) and event.state is DeviceState.LOST
        answer = isinstance(event, Weight | DeviceFault)
        if event.device_id == device_id and (lost or answer):
            heard.put(event)

    unsubscribe = manager.subscribe(listen)
    reason = "no_answer"
    try:
        while (left := began + timeout - time.monotonic()) > 0:
            try:
                asked = manager.command(device_id, REQUEST_WEIGHT)
            except DeviceOffline:
                time.sleep(min(PAUSE_SECONDS, left))
                continue
            answer = _answer(heard, asked, began + timeout)
            if isinstance(answer, Weight):
                if answer.settled and (answer.requested_at or 0.0) >= after:
                    return answer
                reason = _reason(answer)
            elif answer is not None:
                reason = answer.code
            time.sleep(PAUSE_SECONDS)
    finally:
        unsubscribe()
    raise NoStableWeight(device_id=device_id, reason=reason)


def _answer(heard: _Heard, asked: int, until: float) -> Weight | DeviceFault | None:
    """The answer to request ``asked``, None if the device was lost or the time is up."""
    while True:
        try:
            event = heard.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            return None
        if isinstance(event, DeviceHealth):
            return None
        if isinstance(event, Weight | DeviceFault) and event.request_id == asked:
            return event


def _reason(weight: Weight) -> str:
    for flag in ("motion", "over_capacity", "under_capacity", "under_zero"):
        if flag in weight.flags:
            return flag
    return "no_weight"
