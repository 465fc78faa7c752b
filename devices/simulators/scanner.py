"""A simulated serial scanner."""

from __future__ import annotations

from typing import ClassVar

from devices.errors import BadSettings
from devices.registry import PROTOCOLS
from devices.settings import LineSettings
from devices.simulators.base import SimulatedDevice


class SimulatedScanner(SimulatedDevice):
    """Sends codes with an AIM id and a CR LF suffix; the GS1 separator is sent as it is."""

    LINE: ClassVar[LineSettings] = PROTOCOLS["scanner"].line
    SUFFIX = b"\r\n"

    def scan(self, data: bytes) -> None:
        """Scan one code: ``data`` with its AIM id, without the suffix. Returns at once."""
        self.post(lambda: self.transmit(data + self.SUFFIX))

    def console(self, line: str) -> str:
        """``scan TEXT`` (``<GS>`` for the separator), or a common command."""
        word, _, text = line.strip().partition(" ")
        if word != "scan":
            return super().console(line)
        if not text:
            raise BadSettings(name="command", detail="scan what?")
        self.scan(text.replace("<GS>", "\x1d").encode())
        return "scanned"

    def help(self) -> str:
        """What :meth:`console` understands."""
        return f"scan TEXT, {super().help()}"

    def garbage(self, count: int) -> bytes:
        """A text line has no check sum: only what a line makes by itself, 00 and FF."""
        return bytes(self._random.choice(b"\x00\xff") for _ in range(count))

    @property
    def byte_seconds(self) -> float:
        """Ten times as long when slow."""
        return self.LINE.byte_seconds * (10 if "slow" in self.faults else 1)
