"""What every driver has in common: identity of its events, bytes to send, argument checks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Protocol

from devices.drivers.command import Command
from devices.errors import BadCommand
from devices.events import DeviceFault, RawNoise, Reading, Response
from devices.framing.base import Frame


@dataclass(slots=True)
class DriverContext:
    """Whose events these are; the counters outlive a reconnect."""

    device_id: str
    seq: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    request_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))


class Driver(Protocol):
    """Frames and ticks to events; commands to bytes. ``now`` is monotonic, in seconds."""

    def on_frames(self, frames: Sequence[Frame], now: float) -> list[Reading]:
        """What these frames mean."""

    def tick(self, now: float) -> list[Reading]:
        """Command time-outs, polling, supervision of silence."""

    def deadline(self) -> float | None:
        """When :meth:`tick` next has something to do, or None."""

    def command(self, command: Command, now: float) -> int:
        """Start a command, return its request id; :class:`BadCommand` if it is impossible."""

    def outgoing(self) -> bytes:
        """The bytes the transport must write next; taken once."""


class DriverBase:
    """The common part of the drivers: events get the device's name, sequence and time here."""

    def __init__(self, context: DriverContext) -> None:
        self._context = context
        self._out = bytearray()

    def tick(self, now: float) -> list[Reading]:  # noqa: ARG002 (the shape of every driver)
        """Nothing happens by itself."""
        return []

    def deadline(self) -> float | None:
        """Nothing is due."""
        return None

    def outgoing(self) -> bytes:
        """The bytes the transport must write next; taken once."""
        data = bytes(self._out)
        self._out.clear()
        return data

    @property
    def _id(self) -> str:
        return self._context.device_id

    def _seq(self) -> int:
        return next(self._context.seq)

    def _noise(self, frame: Frame, now: float) -> RawNoise:
        reason = "malformed" if frame.kind == "data" else frame.kind
        return RawNoise(self._id, now, self._seq(), frame.data, reason)

    def _fault(self, code: str, now: float, request_id: int | None = None) -> DeviceFault:
        return DeviceFault(self._id, now, self._seq(), code, request_id)

    def _response(
        self, cmd: str, data: bytes | None, now: float, request_id: int | None = None
    ) -> Response:
        return Response(self._id, now, self._seq(), cmd, data, request_id)


def integer(command: Command, name: str, low: int, high: int) -> int:
    """The argument ``name``, from ``low`` to ``high``; :class:`BadCommand` otherwise."""
    value = command.args.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise BadCommand(op=command.op, detail=f"{name} must be {low} to {high}")
    return value


def decimal(command: Command, name: str) -> Decimal:
    """The argument ``name`` as an exact decimal; :class:`BadCommand` if it is no number."""
    value = command.args.get(name)
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise BadCommand(op=command.op, detail=f"{name} must be a number") from error
    if not number.is_finite():
        raise BadCommand(op=command.op, detail=f"{name} must be a number")
    return number


def only(command: Command, *names: str) -> None:
    """Refuse arguments that the operation does not have."""
    for name in command.args:
        if name not in names:
            raise BadCommand(op=command.op, detail=f"it takes no {name}")


def unknown(command: Command) -> BadCommand:
    """The refusal of an operation the driver does not have."""
    return BadCommand(op=command.op, detail="this device does not know it")
