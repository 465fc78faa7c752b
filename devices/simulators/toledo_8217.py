"""A simulated Mettler Toledo 8217 (kg) or 8213 (g)."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import ClassVar, Literal

from devices.errors import BadSettings
from devices.registry import PROTOCOLS
from devices.settings import LineSettings
from devices.simulators.base import COMMON_FAULTS, SimulatedDevice
from devices.simulators.endpoints import Endpoint

_MOTION, _OVER, _UNDER, _OUTSIDE, _CENTRE, _NET, _SET = (1 << bit for bit in range(7))
_DIVISION = Decimal("0.001")


class SimulatedScale(SimulatedDevice):
    """Answers W and H, Z, T, Twwwww, C and E…F; a change of load swings in before it is stable."""

    LINE: ClassVar[LineSettings] = PROTOCOLS["toledo_8217"].line
    FAULTS: ClassVar[dict[str, str]] = COMMON_FAULTS | {
        "overload": "more than the scale can weigh lies on it",
        "negative": "it shows less than zero",
        "motion": "the load never comes to rest",
    }
    CAPACITY = Decimal(15)
    DAMPING_SECONDS = 0.08

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        faults: Iterable[str] = (),
        paced: bool = True,
        seed: int = 1,
        unit: Literal["kg", "g"] = "kg",
    ) -> None:
        self._unit = unit
        self._load = self._zero = self._tare = Decimal(0)
        self._swing = 0.0
        self._moved_at = 0.0
        self._tare_digits: bytes | None = None
        self._tare_due = 0.0
        self._echoing = False
        super().__init__(endpoint, faults=faults, paced=paced, seed=seed)

    def put(self, kilograms: Decimal) -> None:
        """This now lies on the scale, in kg; it swings in as a real load does."""
        load = kilograms.quantize(_DIVISION)
        self._swing = float(load - self._load)
        self._moved_at = time.monotonic()
        self._load = load

    def clear(self) -> None:
        """Take everything off."""
        self.put(Decimal(0))

    def console(self, line: str) -> str:
        """``put KG``, ``clear``, or a common command."""
        word, _, text = line.strip().partition(" ")
        try:
            if word == "put":
                self.put(Decimal(text))
                return f"{text} kg on the scale"
        except InvalidOperation as error:
            raise BadSettings(name="command", detail=f"{text} is no weight") from error
        if word == "clear":
            self.clear()
            return "empty"
        return super().console(line)

    def help(self) -> str:
        """What :meth:`console` understands."""
        return f"put KG, clear, {super().help()}"

    def on_bytes(self, data: bytes) -> None:
        """Commands are single characters; T may be followed by five digits."""
        for byte in data:
            character = bytes([byte])
            if self._tare_digits is not None and character.isdigit():
                self._tare_digits += character
                if len(self._tare_digits) == 5:
                    self._finish_tare()
                continue
            self._finish_tare()
            self._on_command(character)

    def step(self, now: float) -> float | None:
        """A T without digits takes effect when nothing follows."""
        if self._tare_digits is None:
            return None
        if now < self._tare_due:
            return self._tare_due
        self._finish_tare()
        return None

    def answer(self) -> bytes:
        """What the scale says to W now."""
        gross = self._load - self._zero
        net = gross - self._tare
        status = _SET | (_NET if self._tare else 0)
        if "motion" in self.faults or self._moving():
            status |= _MOTION
        if "overload" in self.faults or gross > self.CAPACITY:
            status |= _OVER
        if "negative" in self.faults or net < 0:
            status |= _UNDER
        if status & (_MOTION | _OVER | _UNDER):
            return b"\x02?" + bytes([status]) + b"\r"
        steps = int(net / _DIVISION)
        number = f"{steps:06d}" if self._unit == "g" else f"{steps // 1000:02d}.{steps % 1000:03d}"
        return b"\x02" + number.encode("ascii") + (b"N" if self._tare else b"") + b"\r"

    def _on_command(self, character: bytes) -> None:
        if self._echoing:
            self._echoing = character != b"F"
            self.transmit(b"\r" if character == b"F" else character)
            return
        match character:
            case b"W" | b"H":
                if "slow" in self.faults and not self.sleep(self.slow_seconds):
                    return
                self.transmit(self.answer())
            case b"Z":
                self._zero = self._load
                self._confirm()
            case b"C":
                self._tare = Decimal(0)
                self._confirm()
            case b"T":
                self._tare_digits = b""
                self._tare_due = time.monotonic() + 0.05
            case b"E":
                self._echoing = True
                self.transmit(b"\x02E")

    def _finish_tare(self) -> None:
        digits, self._tare_digits = self._tare_digits, None
        if digits is None:
            return
        self._tare = int(digits) * _DIVISION if len(digits) == 5 else self._load - self._zero
        self._confirm()

    def _confirm(self) -> None:
        status = _SET | (_NET if self._tare else 0)
        centred = _CENTRE if self._load == self._zero else 0
        self.transmit(b"\x02?" + bytes([status | centred]) + b"\r")

    def _moving(self) -> bool:
        elapsed = time.monotonic() - self._moved_at
        offset = abs(self._swing) * math.exp(-elapsed / self.DAMPING_SECONDS)
        return offset > float(_DIVISION) / 2
