"""The machine's serial ports: listing and opening, never both at once.

On Windows and with some USB chips, listing while a port opens makes the opening fail.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from devices.identity import PortInfo
from devices.settings import LineSettings
from devices.transport import Transport, is_local_serial, open_transport


def list_serial_ports() -> list[PortInfo]:
    """The serial ports that exist now. Nothing is opened and nothing written."""
    from serial.tools import list_ports

    return [
        PortInfo(
            name=port.device,
            description=port.description or "",
            vid=port.vid,
            pid=port.pid,
            serial_number=port.serial_number,
            interface=port.interface,
            location=port.location,
        )
        for port in list_ports.comports()
    ]


class Ports:
    """One lock around listing and opening. Network ports are opened outside it."""

    def __init__(
        self,
        lister: Callable[[], Sequence[PortInfo]] = list_serial_ports,
        opener: Callable[[str, LineSettings], Transport] = open_transport,
    ) -> None:
        self._lister = lister
        self._opener = opener
        self._lock = threading.Lock()

    def available(self) -> tuple[PortInfo, ...]:
        """The serial ports that exist now."""
        with self._lock:
            return tuple(self._lister())

    def open(self, url: str, line: LineSettings) -> Transport:
        """Open ``url``; errors as :func:`devices.transport.open_transport`."""
        if not is_local_serial(url):
            return self._opener(url, line)
        with self._lock:
            return self._opener(url, line)
