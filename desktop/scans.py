"""What a scan is and what a screen answers to it. Plain values, no Qt."""

import re
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from desktop.tones import Tone
from domain.barcodes import COMMAND_PREFIX

GROUP_SEPARATOR = "\x1d"
"""FNC1 inside a GS1 element string; keyboard scanners send it as Ctrl+]."""

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Scan:
    """One barcode read, wherever it came from.

    ``text`` has its AIM identifier removed and its group separators kept; ``at`` is in seconds of
    the monotonic clock; ``source`` is the device's id, or ``wedge`` for a keyboard scanner.
    """

    text: str
    aim: str | None = None
    data: bytes = b""
    source: str = "wedge"
    at: float = 0.0

    @property
    def command(self) -> str | None:
        """The id of the action this barcode stands for, or None for an ordinary code."""
        if self.text.startswith(COMMAND_PREFIX):
            return self.text.removeprefix(COMMAND_PREFIX)
        return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a screen says about a scan: at most 60 characters that name the thing and the next act.

    ``done`` marks the end of a whole task, which has a sound of its own.
    """

    tone: Tone
    text: str
    done: bool = False


class ScanEvent(Protocol):
    """What a serial scanner delivers; the devices room's scan event has these fields."""

    @property
    def text(self) -> str:
        """The decoded text without its AIM identifier."""

    @property
    def aim(self) -> str | None:
        """The AIM identifier, such as ``]C1``, or None."""

    @property
    def data(self) -> bytes:
        """The bytes as they came."""


@runtime_checkable
class ScanTarget(Protocol):
    """Whoever takes scans: a screen, or a dialog that is open above it."""

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Take a scan; None when the answer comes later, through the feedback banner."""

    def repeat_window(self, scan: Scan) -> int:
        """Milliseconds in which the same code again is one scan; 0 where repeats count."""


def split_aim(text: str) -> tuple[str | None, str]:
    """Split a leading AIM identifier off, as scanners prepend it: (``]C1``, rest)."""
    if _AIM.match(text):
        return text[:3], text[3:]
    return None, text
