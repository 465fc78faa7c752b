"""A simulated UHF reader of the M100 family."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from devices.drivers.m100 import gen2_crc
from devices.errors import BadSettings
from devices.framing.m100 import M100Framer, build
from devices.registry import PROTOCOLS
from devices.settings import LineSettings
from devices.simulators.base import COMMON_FAULTS, SimulatedDevice
from devices.simulators.endpoints import Endpoint

_RESPONSE, _NOTICE = 1, 2
_NO_TAG = build(_RESPONSE, 0xFF, b"\x15")
_UNKNOWN = build(_RESPONSE, 0xFF, b"\x17")
_VERSIONS = (b"M100 26dBm V1.0", b"V2.3.5", b"MagicRF")


def tag_notice(epc: bytes, rssi_dbm: int) -> bytes:
    """The notice of one tag read: RSSI, PC, EPC and the tag's CRC."""
    body = (len(epc) // 2 << 11).to_bytes(2, "big") + epc
    params = rssi_dbm.to_bytes(1, "big", signed=True) + body + gen2_crc(body).to_bytes(2, "big")
    return build(_NOTICE, 0x22, params)


class SimulatedReader(SimulatedDevice):
    """Answers the commands of the driver and reads the tags that are in its field."""

    LINE: ClassVar[LineSettings] = PROTOCOLS["m100"].line
    FAULTS: ClassVar[dict[str, str]] = COMMON_FAULTS | {
        "strays": "now and then a tag from the next aisle is read, weakly",
    }
    ROUND_SECONDS = 0.02

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        faults: Iterable[str] = (),
        paced: bool = True,
        seed: int = 1,
    ) -> None:
        self._framer = M100Framer()
        self._tags: tuple[bytes, ...] = ()
        self._rounds = 0
        self._next_round = 0.0
        self._power = 2600
        super().__init__(endpoint, faults=faults, paced=paced, seed=seed)

    def present(self, epcs: Iterable[bytes | str]) -> None:
        """Exactly these tags are in the field now: EPCs as bytes or hexadecimal."""
        tags = tuple(epc if isinstance(epc, bytes) else bytes.fromhex(epc) for epc in epcs)
        for tag in tags:
            if not tag or len(tag) % 2 or len(tag) > 62:
                raise BadSettings(name="epc", detail=f"{tag.hex()} is not 1 to 31 words long")
        self._tags = tags

    def console(self, line: str) -> str:
        """``present [EPC ...]`` in hexadecimal, or a common command."""
        word, _, text = line.strip().partition(" ")
        if word != "present":
            return super().console(line)
        try:
            self.present(text.split())
        except ValueError as error:
            raise BadSettings(name="command", detail="EPCs are hexadecimal") from error
        return f"{len(self._tags)} tags in the field"

    def help(self) -> str:
        """What :meth:`console` understands."""
        return f"present [EPC ...], {super().help()}"

    def on_bytes(self, data: bytes) -> None:
        """Commands are frames of the same grammar."""
        for frame in self._framer.feed(data):
            self._on_command(frame.data[1], frame.data[4:])

    def step(self, now: float) -> float | None:
        """One reading round after another while reading is on."""
        if not self._rounds:
            return None
        if now >= self._next_round:
            self._rounds -= 1
            self._round()
            self._next_round = time.monotonic() + self.ROUND_SECONDS
        return self._next_round

    def _on_command(self, command: int, params: bytes) -> None:
        match command:
            case 0x22:
                self._wait_if_slow()
                self._round()
            case 0x27 if len(params) == 3:
                self._wait_if_slow()
                self._rounds = int.from_bytes(params[1:], "big")
            case 0x28:
                self._rounds = 0
                self._answer(command, b"\0")
            case 0x03 if len(params) == 1 and params[0] < len(_VERSIONS):
                self._answer(command, params + _VERSIONS[params[0]])
            case 0xB6 if len(params) == 2:
                self._power = int.from_bytes(params, "big")
                self._answer(command, b"\0")
            case 0xB7:
                self._answer(command, self._power.to_bytes(2, "big"))
            case 0x07 if len(params) == 1:
                self._answer(command, b"\0")
            case _:
                self.transmit(_UNKNOWN)

    def _answer(self, command: int, params: bytes) -> None:
        self._wait_if_slow()
        self.transmit(build(_RESPONSE, command, params))

    def _wait_if_slow(self) -> None:
        if "slow" in self.faults:
            self.sleep(self.slow_seconds)

    def _round(self) -> None:
        tags = list(self._tags)
        self._random.shuffle(tags)
        for tag in tags:
            self.transmit(tag_notice(tag, self._random.randrange(-60, -40)))
        if "strays" in self.faults and self._random.random() < 0.1:
            stray = bytes.fromhex("e280116060000204") + self._random.randbytes(4)
            self.transmit(tag_notice(stray, -78))
        elif not tags:
            self.transmit(_NO_TAG)
