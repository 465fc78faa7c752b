"""What devices say, as frozen typed values. None of them knows what a sale or a stock is.

``ts`` is the monotonic clock of this process in seconds, at the read that completed the event.
``seq`` rises by one per event of a device, across reconnects: a gap is a lost event.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from devices.states import Advice, DeviceState, advice

ScanSource = Literal["serial", "ssi", "wedge", "hid"]
Unit = Literal["kg", "g", "lb", "oz", "pcs", "%"]


@dataclass(frozen=True, slots=True)
class Scan:
    """One code as the scanner sent it: ``text`` without the AIM id, GS kept as U+001D."""

    device_id: str
    ts: float
    seq: int
    data: bytes
    text: str
    aim: str | None
    source: ScanSource
    retransmit: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """One answer of a scale. ``value`` is None whenever the scale gave no weight, never 0 instead.

    ``requested_at`` is when the request that this answers left; None if nobody asked.
    """

    device_id: str
    ts: float
    seq: int
    value: Decimal | None
    unit: Unit | None
    stable: bool | None
    net: bool | None
    flags: frozenset[str]
    request_id: int | None = None
    requested_at: float | None = None

    @property
    def settled(self) -> bool:
        """Whether this is a weight one may act on: a value, stable, within the scale's range."""
        return self.value is not None and self.stable is True and not self.flags & _UNUSABLE

    def age(self, now: float) -> float:
        """Seconds since the scale was asked, or since the answer if nobody asked."""
        return now - (self.ts if self.requested_at is None else self.requested_at)


_UNUSABLE = frozenset({"motion", "over_capacity", "under_capacity", "under_zero"})


@dataclass(frozen=True, slots=True)
class TagRead:
    """One read of one tag. ``rssi_dbm`` or ``rssi_raw``, whichever the protocol defines."""

    device_id: str
    ts: float
    seq: int
    epc: bytes
    pc: int | None
    rssi_dbm: int | None
    rssi_raw: int | None
    antenna: int | None
    crc_ok: bool | None


@dataclass(frozen=True, slots=True)
class InventoryEnd:
    """A reading round ended; ``status`` ``no_tag`` means that it saw none, which is no error."""

    device_id: str
    ts: float
    seq: int
    status: str


@dataclass(frozen=True, slots=True)
class Response:
    """A device's answer to a command: ``cmd`` as the protocol names it, ``data`` if it has any."""

    device_id: str
    ts: float
    seq: int
    cmd: str
    data: bytes | None
    request_id: int | None = None


@dataclass(frozen=True, slots=True)
class DeviceFault:
    """The device reports an error, or (``no_answer``) did not answer a command in time."""

    device_id: str
    ts: float
    seq: int
    code: str
    request_id: int | None = None


NoiseReason = Literal["overrun", "parity", "malformed", "bad_tag_crc"]


@dataclass(frozen=True, slots=True)
class RawNoise:
    """Bytes that looked like a frame and are none. ``cmd`` names the frame where it has a name."""

    device_id: str
    ts: float
    seq: int
    data: bytes
    reason: NoiseReason
    cmd: str | None = None


@dataclass(frozen=True, slots=True)
class Counters:
    """What a device's line has carried since the device was configured."""

    bytes_in: int = 0
    bytes_out: int = 0
    frames: int = 0
    junk_bytes: int = 0
    bad_check: int = 0
    resyncs: int = 0
    overruns: int = 0
    connects: int = 0
    losses: int = 0


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """A device changed its state; ``detail`` is for the log, :attr:`advice` for the clerk."""

    device_id: str
    state: DeviceState
    reason_code: str | None
    detail: str
    counters: Counters
    ts: float = 0.0

    @property
    def advice(self) -> Advice:
        """The one sentence and the one action for the clerk."""
        return advice(self.state, self.reason_code)


Reading = Scan | Weight | TagRead | InventoryEnd | Response | DeviceFault | RawNoise
"""What a driver makes of frames."""

Event = Reading | DeviceHealth
"""What the manager hands out."""
