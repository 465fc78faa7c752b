"""Serial scanners: every line is a scan. What the code means is not known here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from devices.drivers.base import DriverBase, DriverContext, unknown
from devices.drivers.command import Command
from devices.events import Reading, Scan
from devices.framing.base import Frame
from devices.framing.lines import ScannerSettings

_AIM = re.compile(rb"\][ACEFGILMQUXdeJz][0-9A-Za-z]")
"""AIM ids of ISO/IEC 15424 in use; ``]`` before anything else is data."""


class ScannerDriver(DriverBase):
    """Splits off the AIM id and decodes the text. Repeats are kept: dropping them is policy."""

    def __init__(self, context: DriverContext, settings: ScannerSettings | None = None) -> None:
        super().__init__(context)
        self._encoding = (settings or ScannerSettings()).encoding

    def on_frames(self, frames: Sequence[Frame], now: float) -> list[Reading]:
        """One :class:`Scan` a frame; a frame that is only an AIM id is blank and none."""
        events: list[Reading] = []
        for frame in frames:
            if frame.kind != "data":
                events.append(self._noise(frame, now))
                continue
            aim = _AIM.match(frame.data)
            body = frame.data[3:] if aim else frame.data
            if not body:
                continue
            events.append(
                Scan(
                    device_id=self._id,
                    ts=now,
                    seq=self._seq(),
                    data=frame.data,
                    text=body.decode(self._encoding, "replace"),
                    aim=aim.group().decode("ascii") if aim else None,
                    source="serial",
                )
            )
        return events

    def command(self, command: Command, now: float) -> NoReturn:  # noqa: ARG002
        """A scanner on a plain text line takes no commands."""
        raise unknown(command)
