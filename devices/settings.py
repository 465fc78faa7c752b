"""Settings of a line, a device and a protocol; checked where they come in."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from devices.drivers.command import Command
from devices.errors import BadSettings
from devices.identity import DeviceIdentity

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class LineSettings:
    """An asynchronous serial line: speed in bits per second, character format, flow control."""

    baud: int = 9600
    data_bits: Literal[5, 6, 7, 8] = 8
    parity: Literal["N", "E", "O", "M", "S"] = "N"
    stop_bits: Literal[1, 2] = 1
    flow: Literal["none", "rts_cts", "xon_xoff"] = "none"

    @property
    def byte_seconds(self) -> float:
        """How long one character takes on the wire, start, parity and stop bits included."""
        bits = 1 + self.data_bits + (self.parity != "N") + self.stop_bits
        return bits / self.baud


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """One device of this station: how it speaks and where it is.

    Exactly one of ``url`` (a port's name, ``socket://``, ``rfc2217://``, ``replay:``) and
    ``identity`` (found among the ports that exist) says where. ``on_online`` is sent each time the
    device has come online.
    """

    device_id: str
    protocol: str
    url: str | None = None
    identity: DeviceIdentity | None = None
    line: LineSettings | None = None
    config: Mapping[str, object] = field(default_factory=dict)
    on_online: tuple[Command, ...] = ()
    enabled: bool = True

    def __post_init__(self) -> None:
        if (self.url is None) == (self.identity is None):
            raise BadSettings(name="url", detail="give a port or an identity, not both")


def read_settings(kind: type[S], config: Mapping[str, object] | None) -> S:
    """Build the settings dataclass ``kind`` from ``config``; missing keys take defaults.

    Raises :class:`BadSettings` on an unknown key or a value of the wrong type.
    """
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    hints = get_type_hints(kind)
    for name, value in (config or {}).items():
        if name not in known:
            raise BadSettings(name=name, detail="unknown name")
        if not _fits(value, hints[name]):
            raise BadSettings(name=name, detail=f"{value!r} is not possible here")
    return kind(**dict(config or {}))


def _fits(value: object, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin is Literal:
        return value in get_args(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, part) for part in get_args(hint))
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint)


def hex_bytes(name: str, text: str) -> bytes:
    """The bytes that ``text`` spells in hexadecimal; :class:`BadSettings` if it spells none."""
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise BadSettings(name=name, detail=f"{text!r} is not hexadecimal") from error
