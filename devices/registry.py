"""The protocols, as data. A new one is a framer, a driver and one entry here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from devices.drivers.base import Driver, DriverContext
from devices.drivers.m100 import M100Driver
from devices.drivers.scanner import ScannerDriver
from devices.drivers.toledo_8217 import ToledoDriver, ToledoSettings
from devices.errors import UnknownProtocol
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
from devices.framing.base import Framer
from devices.framing.lines import LineFramer, ScannerSettings
from devices.framing.m100 import M100Framer
from devices.framing.toledo import ToledoFramer
from devices.settings import LineSettings, read_settings

Config = Mapping[str, object] | None
Kind = Literal["scanner", "scale", "rfid"]


@dataclass(frozen=True, slots=True)
class ProtocolSpec:
    """One protocol: what it is for, how to build its parts, its usual line, what it says."""

    name: str
    kind: Kind
    title: str
    framer: Callable[[Config], Framer]
    driver: Callable[[DriverContext, Config], Driver]
    line: LineSettings
    events: frozenset[type[Reading]]


def _scanner(config: Config) -> LineFramer:
    return LineFramer(read_settings(ScannerSettings, config))


def _scanner_driver(context: DriverContext, config: Config) -> ScannerDriver:
    return ScannerDriver(context, read_settings(ScannerSettings, config))


def _toledo(config: Config) -> ToledoFramer:
    read_settings(ToledoSettings, config)
    return ToledoFramer()


def _toledo_driver(context: DriverContext, config: Config) -> ToledoDriver:
    return ToledoDriver(context, read_settings(ToledoSettings, config))


@dataclass(frozen=True, slots=True)
class _NoSettings:
    """A protocol without settings."""


def _m100(config: Config) -> M100Framer:
    read_settings(_NoSettings, config)
    return M100Framer()


def _m100_driver(context: DriverContext, config: Config) -> M100Driver:
    read_settings(_NoSettings, config)
    return M100Driver(context)


PROTOCOLS: Mapping[str, ProtocolSpec] = {
    spec.name: spec
    for spec in (
        ProtocolSpec(
            "scanner",
            "scanner",
            "Serial scanner (text line)",
            _scanner,
            _scanner_driver,
            LineSettings(9600),
            frozenset({Scan, RawNoise}),
        ),
        ProtocolSpec(
            "toledo_8217",
            "scale",
            "Mettler Toledo 8217 / 8213",
            _toledo,
            _toledo_driver,
            LineSettings(9600, data_bits=7, parity="E"),
            frozenset({Weight, Response, DeviceFault, RawNoise}),
        ),
        ProtocolSpec(
            "m100",
            "rfid",
            "M100 / R200 UHF reader",
            _m100,
            _m100_driver,
            LineSettings(115200),
            frozenset({TagRead, InventoryEnd, Response, DeviceFault, RawNoise}),
        ),
    )
}


def protocol(name: str) -> ProtocolSpec:
    """The protocol called ``name``; :class:`UnknownProtocol` if there is none."""
    try:
        return PROTOCOLS[name]
    except KeyError as error:
        raise UnknownProtocol(protocol=name) from error
