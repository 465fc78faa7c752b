"""Short sounds that say what colour and words say too. Never blocks, never fails, can be muted."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop.tones import Tone

TONE_SOUNDS: dict[Tone, str] = {
    Tone.NEUTRAL: "",
    Tone.INFO: "",
    Tone.SUCCESS: "ok",
    Tone.WARNING: "warning",
    Tone.ERROR: "error",
}
"""The sound of each tone; ``done``, for the end of a task, is asked for by name."""


class Earcon(Protocol):
    """The port through which the interface makes a sound."""

    muted: bool

    def play(self, name: str) -> None:
        """Play ``ok``, ``warning``, ``error`` or ``done``; the empty name is silence."""


class SilentEarcon:
    """Remembers what would have sounded: for tests, screenshots and machines without sound."""

    def __init__(self) -> None:
        """Start with nothing played."""
        self.muted = False
        self.played: list[str] = []

    def play(self, name: str) -> None:
        """Note the name, unless muted."""
        if name and not self.muted:
            self.played.append(name)


class SystemEarcon:
    """Plays the committed WAV files with what the system has, else beeps."""

    def __init__(self, folder: Path, beep: Callable[[], None], *, muted: bool = False) -> None:
        """``folder`` holds ``<name>.wav``; ``beep`` is the last resort (the application's)."""
        self.muted = muted
        self._folder = folder
        self._beep = beep
        self._player = None if sys.platform == "win32" else _posix_player()
        self._running: subprocess.Popen[bytes] | None = None

    def play(self, name: str) -> None:
        """Start the sound and return at once; a sound still playing gives way to the new one."""
        if not name or self.muted:
            return
        path = self._folder / f"{name}.wav"
        if sys.platform == "win32":
            self._play_windows(path)
        elif self._player is not None:
            self._play_posix([*self._player, str(path)])
        else:
            self._beep()

    def _play_posix(self, command: list[str]) -> None:
        """Run the player as a child of its own; a new sound stops the old one."""
        try:
            if self._running is not None and self._running.poll() is None:
                self._running.terminate()
                self._running.wait(timeout=0.05)
            self._running = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired):
            self._beep()

    def _play_windows(self, path: Path) -> None:
        """Play through winsound without waiting."""
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(path), flags)
            except RuntimeError:
                self._beep()


def _posix_player() -> list[str] | None:
    """Find a player; None where there is none."""
    for command in (["paplay"], ["pw-play"], ["aplay", "-q"], ["afplay"]):
        found = shutil.which(command[0])
        if found:
            return [found, *command[1:]]
    return None
