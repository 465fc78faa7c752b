"""The public testing surface: device bytes to event dictionaries, operations to device bytes.

Both run the product's own framers and drivers and are kept stable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from devices.drivers.base import DriverContext
from devices.drivers.command import Command
from devices.events import (
    DeviceFault,
    InventoryEnd,
    RawNoise,
    Reading,
    Response,
    Scan,
    TagRead,
    Weight,
)
from devices.registry import protocol as protocol_spec


def decode(
    protocol: str,
    data: bytes,
    *,
    chunks: Iterable[bytes] | None = None,
    idle: bool = False,
    config: Mapping[str, object] | None = None,
) -> list[dict[str, Any]]:
    """The events that ``data`` from a device gives, as plain dictionaries.

    ``chunks`` is fed piece by piece instead of ``data``; ``idle`` lets the line fall silent after
    the last byte. The result does not depend on how the bytes are cut.
    """
    spec = protocol_spec(protocol)
    framer = spec.framer(config)
    driver = spec.driver(DriverContext("test"), config)
    readings: list[Reading] = []
    for piece in [data] if chunks is None else chunks:
        readings += driver.on_frames(framer.feed(piece), 0.0)
    if idle:
        readings += driver.on_frames(framer.idle(framer.quiet), framer.quiet)
    return [as_dict(reading) for reading in readings]


def encode(protocol: str, op: Mapping[str, object]) -> bytes:
    """The bytes that the driver sends for the operation ``{"op": name, …}``.

    Where the operation names a unit, the device is taken to be set to that unit.
    """
    config = {"unit": op["unit"]} if "unit" in op else None
    driver = protocol_spec(protocol).driver(DriverContext("test"), config)
    driver.command(Command.from_dict(op), 0.0)
    return driver.outgoing()


def as_dict(reading: Reading) -> dict[str, Any]:
    """One event as the dictionary that :func:`decode` returns."""
    match reading:
        case Scan():
            return {"event": "scan", "aim": reading.aim, "text": reading.text}
        case Weight():
            return _weight(reading)
        case TagRead():
            return _tag(reading)
        case InventoryEnd(status="no_tag"):
            return {"event": "no_tag"}
        case InventoryEnd():
            return {"event": "inventory_end", "status": reading.status}
        case Response(data=None):
            return {"event": "response", "cmd": reading.cmd}
        case Response():
            data = reading.data or b""
            return {"event": "response", "cmd": reading.cmd, "data_hex": data.hex()}
        case DeviceFault():
            return {"event": "device_error", "code": reading.code}
        case RawNoise():
            return _noise(reading)


def _weight(reading: Weight) -> dict[str, Any]:
    modes = {True: "net", False: "gross", None: None}
    return {
        "event": "weight",
        "value": None if reading.value is None else format(reading.value, "f"),
        "unit": reading.unit,
        "stable": reading.stable,
        "mode": modes[reading.net],
        "flags": sorted(reading.flags),
    }


def _tag(reading: TagRead) -> dict[str, Any]:
    return {
        "event": "tag",
        "epc": reading.epc.hex(),
        "pc": None if reading.pc is None else f"{reading.pc:04x}",
        "rssi": reading.rssi_dbm,
        "antenna": reading.antenna,
    }


def _noise(reading: RawNoise) -> dict[str, Any]:
    match reading.reason:
        case "overrun" | "bad_tag_crc":
            return {"event": reading.reason}
        case "malformed" if reading.cmd is not None:
            return {"event": "malformed", "cmd": reading.cmd}
    return {"event": "health", "code": reading.reason}
