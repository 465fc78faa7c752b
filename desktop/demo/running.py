"""The demo company at work: its hub answers, its simulated devices are plugged in.

The devices hang at pseudo-terminals, or at TCP where there are none (Windows).
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from desktop.demo.company import HOST, DemoPlace, moved
from desktop.demo.master import PROGRAM
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE
from devices.simulators import (
    SimulatedReader,
    SimulatedScale,
    SimulatedScanner,
    start_simulator,
)
from devices.simulators.base import SimulatedDevice
from domain import company
from domain.barcodes import is_valid_gtin
from domain.replica import Replica
from edge_sync.hub import HubServer
from edge_sync.membership import join, membership

D = TypeVar("D", bound=SimulatedDevice)

SCANNER, SCALE, READER = "scanner", "toledo_8217", "m100"
NAMES = {SCANNER: "Scanner", SCALE: "Scale", READER: "RFID reader"}
AT_SITE = {WAREHOUSE_SITE: (SCANNER, READER), SHOP_SITE: (SCANNER, SCALE)}
"""Which devices each site's station has."""


class DemoHub:
    """The demo's hub, which can go away and come back at the same address."""

    def __init__(self, place: DemoPlace) -> None:
        """Open the hub's books; nothing listens before ``up``."""
        self.replica = Replica.open(place.hub)
        self.port = place.port
        self._server: HubServer | None = None

    @property
    def is_up(self) -> bool:
        """Whether it answers."""
        return self._server is not None

    def up(self) -> None:
        """Listen; where another program has the port, at any other."""
        if self._server is not None:
            return
        try:
            self._server = HubServer(self.replica, HOST, self.port)
        except OSError:
            self._server = HubServer(self.replica, HOST, 0)
        self.port = self._server.port
        self._server.start()

    def down(self) -> None:
        """Stop answering. What stations write meanwhile stays with them."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def close(self) -> None:
        """Stop and close the books."""
        self.down()
        self.replica.close()


@dataclass(frozen=True, slots=True)
class Bench:
    """A station's simulated devices, by protocol. Close it."""

    devices: Mapping[str, SimulatedDevice]

    def scan(self, code: str) -> None:
        """Point the scanner at a barcode: its bytes come down the line."""
        self._of(SimulatedScanner).scan((aim_of(code) + code).encode())

    def weigh(self, kilograms: Decimal) -> None:
        """Put something onto the scale in place of what lay there."""
        self._of(SimulatedScale).put(kilograms)

    def present(self, *tags: str) -> None:
        """Exactly these tags (EPCs in hexadecimal) are in the reader's field now."""
        self._of(SimulatedReader).present(tags)

    def settings(self) -> list[company.DeviceSetting]:
        """How the station finds them."""
        return [
            company.DeviceSetting(NAMES[protocol], protocol, device.url)
            for protocol, device in self.devices.items()
        ]

    def close(self) -> None:
        """Unplug all of them."""
        for device in self.devices.values():
            device.close()

    def _of(self, kind: type[D]) -> D:
        return next(device for device in self.devices.values() if isinstance(device, kind))


def set_up_bench(place: DemoPlace, site: int) -> Bench:
    """Start the simulated devices of a site's station; on POSIX they keep their addresses."""
    ports = place.folder / "ports"
    ports.mkdir(exist_ok=True)
    devices: dict[str, SimulatedDevice] = {}
    try:
        for protocol in AT_SITE[site]:
            endpoint = _endpoint(ports / f"{site}-{protocol}")
            devices[protocol] = start_simulator(protocol, endpoint)
    except BaseException:
        Bench(devices).close()
        raise
    return Bench(devices)


def _endpoint(link: Path) -> str:
    return "tcp:127.0.0.1:0" if sys.platform == "win32" else f"pty:{link}"


def plug_in(station: Replica, bench: Bench, hub_port: int) -> None:
    """Tell a station where its devices and its hub are today."""
    with station.read() as connection:
        known_devices = company.device_settings(connection)
    changed = [setting for setting in bench.settings() if setting not in known_devices]
    if changed:
        with station.transaction(PROGRAM, "plug in devices") as tx:
            for setting in changed:
                company.set_device(tx, setting)
    with station.merging() as merging:
        known = membership(merging.connection)
        url = f"https://{HOST}:{hub_port}"
        if known is not None and known.url != url:
            join(merging.connection, replace(known, url=url))


def settle_port(place: DemoPlace, hub: DemoHub) -> DemoPlace:
    """Remember where the hub listens, if it had to move."""
    return place if hub.port == place.port else moved(place, hub.port)


def aim_of(code: str) -> str:
    """The symbology that such a code is printed in: what the scanner says in front of it."""
    if code.startswith("01") and len(code) > 16:
        return "]C1"
    if code.isdigit() and is_valid_gtin(code):
        return "]I1" if len(code) == 14 else "]E0"
    return "]C0"


def element_string(gtin: str, lot: str, last_day: str) -> str:
    """A GS1-128 label: GTIN (01), use by (17), lot (10); ``last_day`` is ISO.

    Source: GS1 General Specifications, 3.2 and 7.8.
    """
    return f"01{gtin.zfill(14)}17{last_day.replace('-', '')[2:]}10{lot}"
