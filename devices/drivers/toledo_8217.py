"""Mettler Toledo 8217 and 8213 scales.

Source: DIVA service manual p. 39 (commands) and 45 (status bits).

The protocol has no request ids, so an answer belongs to the one request that is out. After a
request without an answer the next one waits: whatever arrives late is delivered as unasked for,
never as the answer to a newer question.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from devices.drivers.base import DriverBase, DriverContext, decimal, integer, only, unknown
from devices.drivers.command import Command
from devices.errors import BadCommand
from devices.events import Reading, Weight
from devices.framing.base import Frame

_FLAGS = ("motion", "over_capacity", "under_zero", "outside_zero_range", "center_of_zero")
_NET_BIT = 5
_ALWAYS_SET = 0x40
_WEIGHT = re.compile(rb"([ \d]\d\.\d{3})(N?)")
_GRAMS = re.compile(rb"(0\d{5})(N?)")


@dataclass(frozen=True, slots=True)
class ToledoSettings:
    """``unit`` g is the 8213, which sends no decimal point. Times are in seconds.

    ``late_s`` is how long an answer may be overdue; ``poll_s`` keeps asking by itself.
    """

    unit: Literal["kg", "g", "lb"] = "kg"
    probe: bool = False
    answer_s: float = 1.0
    late_s: float = 3.0
    poll_s: float | None = None


@dataclass(slots=True)
class _Request:
    request_id: int
    data: bytes
    must_answer: bool
    sent_at: float = 0.0


class ToledoDriver(DriverBase):
    """Commands: ``request_weight``, ``zero``, ``set_tare``, ``clear_tare``, ``probe``,
    ``poll_start`` {``interval_ms``}, ``poll_stop``."""

    LONGEST_QUEUE = 32
    OPTIONAL_ANSWER_SECONDS = 0.3

    def __init__(self, context: DriverContext, settings: ToledoSettings | None = None) -> None:
        super().__init__(context)
        self._settings = settings or ToledoSettings()
        self._pattern = _GRAMS if self._settings.unit == "g" else _WEIGHT
        self._echo_expected = self._settings.probe
        self._waiting: deque[_Request] = deque()
        self._out_now: _Request | None = None
        self._hold_until = 0.0
        self._poll_s = self._settings.poll_s
        self._next_poll = 0.0

    def on_frames(self, frames: Sequence[Frame], now: float) -> list[Reading]:
        """Weights, statuses (a :class:`Weight` without value) and the echo of a probe."""
        events: list[Reading] = []
        for frame in frames:
            event = self._read(frame, now)
            events.append(event)
            if not isinstance(event, Weight) or event.request_id is None:
                continue
            self._out_now = None
        self._send_next(now)
        return events

    def tick(self, now: float) -> list[Reading]:
        """Give up on an overdue answer; ask again where polling is on."""
        events: list[Reading] = []
        out = self._out_now
        if out and now >= out.sent_at + self._patience(out):
            self._out_now = None
            if out.must_answer:
                self._hold_until = now + self._settings.late_s
                events.append(self._fault("no_answer", now, out.request_id))
        idle = self._out_now is None and not self._waiting
        if self._poll_s is not None and idle and now >= max(self._next_poll, self._hold_until):
            self._next_poll = now + self._poll_s
            self._enqueue(b"W", must_answer=True)
        self._send_next(now)
        return events

    def deadline(self) -> float | None:
        """The next time-out, end of a hold or poll."""
        if self._out_now:
            return self._out_now.sent_at + self._patience(self._out_now)
        if self._waiting:
            return self._hold_until
        if self._poll_s is not None:
            return max(self._next_poll, self._hold_until)
        return None

    def command(self, command: Command, now: float) -> int:
        """Queue a command; it leaves when the one before is answered."""
        match command.op:
            case "request_weight":
                only(command)
                request_id = self._enqueue(b"W", must_answer=True)
            case "zero":
                only(command)
                request_id = self._enqueue(b"Z", must_answer=False)
            case "clear_tare":
                only(command)
                request_id = self._enqueue(b"C", must_answer=False)
            case "set_tare":
                request_id = self._enqueue(self._tare(command), must_answer=False)
            case "probe":
                only(command)
                self._echo_expected = True
                request_id = self._enqueue(b"EF", must_answer=False)
            case "poll_start":
                only(command, "interval_ms")
                self._poll_s = integer(command, "interval_ms", 20, 60_000) / 1000
                self._next_poll = now
                return next(self._context.request_ids)
            case "poll_stop":
                only(command)
                self._poll_s = None
                return next(self._context.request_ids)
            case _:
                raise unknown(command)
        self._send_next(now)
        return request_id

    def _tare(self, command: Command) -> bytes:
        only(command, "value", "unit")
        value, unit = decimal(command, "value"), command.args.get("unit", self._settings.unit)
        if unit != self._settings.unit:
            raise BadCommand(op=command.op, detail=f"the scale weighs in {self._settings.unit}")
        steps = value * (1 if unit == "g" else 1000)
        if steps != steps.to_integral_value() or not 0 <= steps <= 99_999:
            raise BadCommand(op=command.op, detail=f"{value} {unit} does not fit five digits")
        return b"T%05d" % int(steps)

    def _enqueue(self, data: bytes, *, must_answer: bool) -> int:
        if len(self._waiting) >= self.LONGEST_QUEUE:
            raise BadCommand(op=data.decode("ascii"), detail="too many commands wait already")
        request = _Request(next(self._context.request_ids), data, must_answer)
        self._waiting.append(request)
        return request.request_id

    def _send_next(self, now: float) -> None:
        if self._out_now is None and self._waiting and now >= self._hold_until:
            self._out_now = self._waiting.popleft()
            self._out_now.sent_at = now
            self._out += self._out_now.data

    def _patience(self, request: _Request) -> float:
        return self._settings.answer_s if request.must_answer else self.OPTIONAL_ANSWER_SECONDS

    def _read(self, frame: Frame, now: float) -> Reading:
        data = frame.data
        if frame.kind != "data":
            return self._noise(frame, now)
        if data == b"E" and self._echo_expected:
            self._echo_expected = self._settings.probe
            return self._response("E", None, now)
        if len(data) == 2 and data[:1] == b"?" and data[1] & _ALWAYS_SET:
            return self._status(data[1], now)
        weight = self._pattern.fullmatch(data)
        if weight is None:
            return self._noise(frame, now)
        value = Decimal(weight.group(1).decode("ascii").strip())
        return self._weight(value, net=bool(weight.group(2)), flags=frozenset(), now=now)

    def _status(self, bits: int, now: float) -> Weight:
        flags = frozenset(name for bit, name in enumerate(_FLAGS) if bits >> bit & 1)
        return self._weight(None, net=bool(bits >> _NET_BIT & 1), flags=flags, now=now)

    def _weight(
        self, value: Decimal | None, *, net: bool, flags: frozenset[str], now: float
    ) -> Weight:
        out = self._out_now
        if out is None and now < self._hold_until:
            self._hold_until = now
        return Weight(
            device_id=self._id,
            ts=now,
            seq=self._seq(),
            value=value,
            unit=None if value is None else self._settings.unit,
            stable="motion" not in flags,
            net=net,
            flags=flags,
            request_id=out.request_id if out else None,
            requested_at=out.sent_at if out else None,
        )
