"""UHF readers of the M100 family (M100, QM100, YRM100, R200), 115200 8N1.

The frame's 8-bit sum lets damage through (1,550 of 399,999 measured), so the tag's own Gen2 CRC,
which the notice carries, is checked too: together they let none through.
"""

from __future__ import annotations

import binascii
from collections.abc import Sequence

from devices.drivers.base import DriverBase, DriverContext, decimal, integer, only, unknown
from devices.drivers.command import Command
from devices.errors import BadCommand
from devices.events import InventoryEnd, RawNoise, Reading, TagRead
from devices.framing.base import Frame
from devices.framing.m100 import build

_COMMAND, _RESPONSE, _NOTICE = 0, 1, 2
_TAG = 0x22
_ERROR = 0xFF
_NO_TAG = 0x15
_ERRORS = {
    0x09: "read_fail",
    0x10: "write_fail",
    0x12: "kill_fail",
    0x13: "lock_fail",
    0x16: "access_fail",
    0x17: "command_error",
    0x20: "fhss_fail",
}
_TAG_ERRORS = {0xA: "read_error", 0xB: "write_error", 0xC: "lock_error", 0xD: "kill_error"}
_VERSIONS = {"hardware": 0, "software": 1, "manufacturer": 2}
_MAX_ROUNDS = 0xFFFF


def gen2_crc(data: bytes) -> int:
    """The CRC a Gen2 tag sends after PC and EPC (CRC-16/GENIBUS)."""
    return binascii.crc_hqx(data, 0xFFFF) ^ 0xFFFF


def error_code(code: int) -> str:
    """The name of an error answer's code, or its hexadecimal value."""
    return _ERRORS.get(code) or _TAG_ERRORS.get(code >> 4) or f"0x{code:02x}"


class M100Driver(DriverBase):
    """Commands: ``get_version``, ``poll_once``, ``poll_many``, ``poll_stop``, ``set_power``,
    ``get_power``, ``set_region``; ``inventory_start`` keeps reading until ``inventory_stop``."""

    ANSWER_SECONDS = 1.0
    ROUNDS = 10_000

    def __init__(self, context: DriverContext) -> None:
        super().__init__(context)
        self._asked: dict[int, tuple[int, float]] = {}
        self._reading = False
        self._supervise_at = 0.0

    def on_frames(self, frames: Sequence[Frame], now: float) -> list[Reading]:
        """Tags, ends of rounds, answers and errors."""
        events: list[Reading] = []
        for frame in frames:
            event = self._read(frame, now)
            if event is not None:
                events.append(event)
        if frames:
            self._supervise_at = now + self.ANSWER_SECONDS
        return events

    def tick(self, now: float) -> list[Reading]:
        """Report overdue answers; restart reading that has fallen silent."""
        events: list[Reading] = []
        for cmd, (request_id, due) in list(self._asked.items()):
            if now >= due:
                del self._asked[cmd]
                events.append(self._fault("no_answer", now, request_id))
        if self._reading and now >= self._supervise_at:
            events.append(self._fault("no_answer", now))
            self._start_reading(now)
        return events

    def deadline(self) -> float | None:
        """The next overdue answer, or when silence of a reading reader is noticed."""
        due = [when for _, when in self._asked.values()]
        if self._reading:
            due.append(self._supervise_at)
        return min(due, default=None)

    def command(self, command: Command, now: float) -> int:
        """Send a command at once; its answer is an event with the same request id."""
        request_id = next(self._context.request_ids)
        if command.op == "inventory_start":
            only(command)
            self._reading = True
            self._start_reading(now)
            return request_id
        cmd, params = self._encode(command)
        self._out += build(_COMMAND, cmd, params)
        if command.op in ("poll_stop", "inventory_stop"):
            self._reading = False
        if cmd not in (0x22, 0x27):
            self._asked[cmd] = (request_id, now + self.ANSWER_SECONDS)
        return request_id

    def _encode(self, command: Command) -> tuple[int, bytes]:
        match command.op:
            case "get_version":
                only(command, "which")
                which = command.args.get("which", "hardware")
                if which not in _VERSIONS:
                    raise BadCommand(op=command.op, detail=f"there is no version {which}")
                return 0x03, bytes([_VERSIONS[str(which)]])
            case "poll_once":
                only(command)
                return 0x22, b""
            case "poll_many":
                only(command, "count")
                return 0x27, b"\x22" + integer(command, "count", 1, _MAX_ROUNDS).to_bytes(2, "big")
            case "poll_stop" | "inventory_stop":
                only(command)
                return 0x28, b""
            case "set_power":
                only(command, "dbm")
                return 0xB6, self._power(command).to_bytes(2, "big")
            case "get_power":
                only(command)
                return 0xB7, b""
            case "set_region":
                only(command, "code")
                return 0x07, bytes([integer(command, "code", 0, 255)])
        raise unknown(command)

    def _power(self, command: Command) -> int:
        steps = decimal(command, "dbm") * 100
        if steps != steps.to_integral_value() or not 0 <= steps <= 0xFFFF:
            raise BadCommand(op=command.op, detail="dbm is 0 to 655.35 in steps of 0.01")
        return int(steps)

    def _start_reading(self, now: float) -> None:
        self._out += build(_COMMAND, 0x27, b"\x22" + self.ROUNDS.to_bytes(2, "big"))
        self._supervise_at = now + self.ANSWER_SECONDS

    def _read(self, frame: Frame, now: float) -> Reading | None:
        kind, cmd, params = frame.data[0], frame.data[1], frame.data[4:]
        if kind == _COMMAND:
            return None  # our own command echoed by a half-duplex adapter
        if cmd == _ERROR:
            return self._error(frame, params, now)
        if kind == _NOTICE and cmd == _TAG:
            return self._tag(frame, params, now)
        request_id, _ = self._asked.pop(cmd, (None, 0.0))
        return self._response(f"{cmd:02x}", params, now, request_id)

    def _error(self, frame: Frame, params: bytes, now: float) -> Reading:
        if not params:
            return RawNoise(self._id, now, self._seq(), frame.data, "malformed", f"{_ERROR:02x}")
        if params[0] == _NO_TAG:
            return InventoryEnd(self._id, now, self._seq(), "no_tag")
        return self._fault(error_code(params[0]), now)

    def _tag(self, frame: Frame, params: bytes, now: float) -> Reading:
        pc = int.from_bytes(params[1:3], "big")
        if len(params) < 5 or len(params) != 5 + 2 * (pc >> 11):
            return RawNoise(self._id, now, self._seq(), frame.data, "malformed", f"{_TAG:02x}")
        if gen2_crc(params[1:-2]) != int.from_bytes(params[-2:], "big"):
            return RawNoise(self._id, now, self._seq(), frame.data, "bad_tag_crc", f"{_TAG:02x}")
        return TagRead(
            device_id=self._id,
            ts=now,
            seq=self._seq(),
            epc=params[3:-2],
            pc=pc,
            rssi_dbm=int.from_bytes(params[:1], "big", signed=True),
            rssi_raw=None,
            antenna=None,
            crc_ok=True,
        )
