"""What screens are given, as the window and the tests make it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.earcon import Earcon
from desktop.offload import Offload
from desktop.scans import Outcome
from desktop.screen import Devices, DeviceState, Feedback, Session
from desktop.tones import Tone


@dataclass(frozen=True, slots=True)
class Guest:
    """Nobody is signed on: only what needs no permission is allowed."""

    user_name: str = ""
    actor: object = None

    def may(self, permission: str) -> bool:
        """Allow what everybody may."""
        return not permission


class NoDevices:
    """A station without devices: nothing answers, and nothing fails."""

    def states(self) -> Sequence[DeviceState]:
        """There are none."""
        return ()

    def weigh(self, then: Callable[[object], None]) -> None:
        """No scale answers."""
        then(None)

    def print_text(self, kind: str, text: str) -> None:
        """No printer prints."""

    def open_drawer(self) -> None:
        """No drawer opens."""


@dataclass
class RecordingFeedback:
    """Keeps what was said, for a screen without a window (tests)."""

    outcomes: list[Outcome] = field(default_factory=list)

    def show_outcome(self, outcome: Outcome) -> None:
        """Keep it."""
        self.outcomes.append(outcome)

    def success(self, text: str) -> None:
        """Keep it."""
        self.show_outcome(Outcome(Tone.SUCCESS, text))

    def warning(self, text: str) -> None:
        """Keep it."""
        self.show_outcome(Outcome(Tone.WARNING, text))

    def error(self, text: str) -> None:
        """Keep it."""
        self.show_outcome(Outcome(Tone.ERROR, text))

    def clear(self) -> None:
        """Forget all of it."""
        self.outcomes.clear()


def local_now() -> datetime:
    """Give the time with the system's zone."""
    return datetime.now().astimezone()


def _stay(_screen_id: str, _params: dict[str, object]) -> None:
    """Go nowhere: there is no window."""


def _nothing() -> None:
    """Do nothing: there is no window."""


def _no_language(_code: str) -> None:
    """Speak as before: there is no window."""


def _no_sign_in(_session: Session) -> None:
    """Sign nobody on: there is no window."""


@dataclass
class Context:
    """The parts a screen works with; the shell fills in the last six, the application the rest."""

    offload: Offload
    devices: Devices
    earcon: Earcon
    site: str = ""
    station: str = ""
    replica: Any = None
    """The replica; Any, because a gallery of screens has none."""
    company: Any = None
    site_number: int = 0
    language: str = "en"
    session: Session = field(default_factory=Guest)
    clock: Callable[[], datetime] = local_now
    feedback: Feedback = field(default_factory=RecordingFeedback)
    go: Callable[[str, dict[str, object]], None] = _stay
    go_back: Callable[[], None] = _nothing
    lock_window: Callable[[], None] = _nothing
    take_session: Callable[[Session], None] = _no_sign_in
    use_language: Callable[[str], None] = _no_language

    def now(self) -> datetime:
        """Give the time to show."""
        return self.clock()

    def navigate(self, screen_id: str, **params: object) -> None:
        """Go to a screen."""
        self.go(screen_id, params)

    def back(self) -> None:
        """Go to the screen before."""
        self.go_back()

    def lock(self) -> None:
        """Hide everything until somebody signs on."""
        self.lock_window()

    def speak(self, code: str) -> None:
        """Put a language in force for the whole window."""
        self.use_language(code)

    def sign_in(self, session: Session) -> None:
        """Somebody signed on: the window is theirs."""
        self.take_session(session)
