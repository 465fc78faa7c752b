"""Which port is which device: by what the device says of itself, never by a COM name alone.

Names are renumbered, serial numbers are missing or all the same, and Windows adds a letter to
FTDI's; so every port is scored against every known device and the best pairs win.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

_FTDI = 0x0403
_NO_SERIALS = frozenset({"", "0", "0000", "0001", "00000000", "0123456789ABCDEF", "123456", "NONE"})

Certainty = Literal["serial_number", "usb_location", "model_only"]


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """What is remembered of a device when it is taught; None where it says nothing."""

    vid: int
    pid: int
    serial_number: str | None = None
    interface: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class PortInfo:
    """A serial port that exists now."""

    name: str
    description: str = ""
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None
    interface: str | None = None
    location: str | None = None

    @property
    def identity(self) -> DeviceIdentity | None:
        """What to remember to find this device again, None if it is no USB port."""
        if self.vid is None or self.pid is None:
            return None
        return DeviceIdentity(self.vid, self.pid, self.serial_number, self.interface, self.location)


@dataclass(frozen=True, slots=True)
class Binding:
    """The port found for a device, and what it was recognised by."""

    port: PortInfo
    certainty: Certainty


def usable_serial(vid: int, serial_number: str | None) -> str | None:
    """The serial number if it tells devices apart; FTDI's without the letter Windows adds."""
    text = (serial_number or "").strip().upper()
    if text in _NO_SERIALS:
        return None
    if vid == _FTDI and len(text) == 9 and text[-1] in "ABCD":
        return text[:-1]
    return text


def score(identity: DeviceIdentity, port: PortInfo) -> int:
    """How well ``port`` fits: 0 not at all; 100 and more by serial number, 10 and more by place."""
    if (port.vid, port.pid) != (identity.vid, identity.pid):
        return 0
    if identity.interface and port.interface and identity.interface != port.interface:
        return 0
    ours = usable_serial(identity.vid, identity.serial_number)
    theirs = usable_serial(identity.vid, port.serial_number)
    if ours and theirs and ours != theirs:
        return 0
    same_place = bool(identity.location) and identity.location == port.location
    return 1 + 100 * bool(ours and theirs) + 10 * same_place


def bind(
    wanted: Mapping[str, DeviceIdentity], ports: Sequence[PortInfo]
) -> dict[str, Binding | None]:
    """The port of each device that is there; None where several fit and none fits better.

    A device without a port is left out.
    """
    scores = {
        (device_id, port.name): points
        for device_id, identity in wanted.items()
        for port in ports
        if (points := score(identity, port))
    }
    by_name = {port.name: port for port in ports}
    bound: dict[str, Binding | None] = {}
    taken: set[str] = set()
    for level in sorted(set(scores.values()), reverse=True):
        pairs = [
            (device_id, name)
            for (device_id, name), points in scores.items()
            if points == level and device_id not in bound and name not in taken
        ]
        for device_id, name in pairs:
            rivals = sum(device_id == other or name == port for other, port in pairs)
            if rivals > 1:
                bound[device_id] = None
            else:
                bound[device_id] = Binding(by_name[name], _certainty(level))
                taken.add(name)
    return bound


def _certainty(points: int) -> Certainty:
    if points >= 100:
        return "serial_number"
    return "usb_location" if points >= 10 else "model_only"
