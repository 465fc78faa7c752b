"""The states of a device and the one sentence and one action each gives the clerk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeviceState(StrEnum):
    """Where a device is on its way from unplugged to ready."""

    ABSENT = "absent"
    OPENING = "opening"
    PROBING = "probing"
    ONLINE = "online"
    STALLED = "stalled"
    LOST = "lost"
    BACKOFF = "backoff"
    DISABLED = "disabled"
    IN_USE_ELSEWHERE = "in_use_elsewhere"
    MISCONFIGURED = "misconfigured"


@dataclass(frozen=True, slots=True)
class Advice:
    """What the clerk is told: codes for translation, and their English source text."""

    sentence_code: str
    action_code: str
    sentence: str
    action: str


_WAIT = ("wait", "Wait a moment.")
_PLUG = ("plug_in", "Plug it in or switch it on.")
_LINE = ("check_line_settings", "Check speed and parity in the device's settings.")
_HELP = ("call_help", "Ask IT for help.")

_BY_REASON: dict[tuple[DeviceState, str], tuple[str, tuple[str, str]]] = {
    (DeviceState.MISCONFIGURED, "wrong_parity"): (
        "The device sends with another parity than is set here.",
        _LINE,
    ),
    (DeviceState.MISCONFIGURED, "no_terminator"): (
        "The scanner sends no line end after a code.",
        ("set_suffix", "Give the scanner a CR suffix, or switch on closing by silence."),
    ),
    (DeviceState.MISCONFIGURED, "port_denied"): (
        "This user may not open the device's port.",
        _HELP,
    ),
    (DeviceState.MISCONFIGURED, "port_ambiguous"): (
        "Two devices look the same, so it is not clear which one this is.",
        ("teach_device", "Show the program which device it is."),
    ),
    (DeviceState.LOST, "write_failed"): (
        "The device takes no more data.",
        ("restart_device", "Switch it off and on again."),
    ),
}

_BY_STATE: dict[DeviceState, tuple[str, tuple[str, str]]] = {
    DeviceState.ABSENT: ("The device is not connected.", _PLUG),
    DeviceState.OPENING: ("The device is being connected.", _WAIT),
    DeviceState.PROBING: ("The device is being checked.", _WAIT),
    DeviceState.ONLINE: ("The device is ready.", ("none", "")),
    DeviceState.STALLED: (
        "The device is connected but does not answer.",
        ("restart_device", "Switch it off and on again."),
    ),
    DeviceState.LOST: ("The device was disconnected.", _PLUG),
    DeviceState.BACKOFF: ("The device will be tried again in a moment.", _WAIT),
    DeviceState.DISABLED: (
        "The device is switched off in this program.",
        ("enable", "Switch it on in the device list."),
    ),
    DeviceState.IN_USE_ELSEWHERE: (
        "Another program is using the device.",
        ("close_other_program", "Close the other program."),
    ),
    DeviceState.MISCONFIGURED: (
        "The device sends data that cannot be read.",
        _LINE,
    ),
}


def advice(state: DeviceState, reason_code: str | None = None) -> Advice:
    """The sentence and the action for ``state``, more exact where ``reason_code`` allows."""
    special = _BY_REASON.get((state, reason_code or ""))
    sentence, (action_code, action) = special or _BY_STATE[state]
    suffix = f".{reason_code}" if special else ""
    return Advice(f"device.{state}{suffix}", f"device.action.{action_code}", sentence, action)
