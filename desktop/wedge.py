"""Telling a keyboard scanner from a typing person, by time alone. No Qt in the decisions.

A scanner that poses as a keyboard sends its characters 2 to 12 ms apart and ends with CR, LF or
TAB; people rarely press two keys within 35 ms and never eight. So every printable key is held until
the next one comes, or until it is clear that none comes: then it is given back and typed as if
nothing had been. A burst that ends with a terminator is a scan; no widget ever sees a key of it.
"""

import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How fast and how long a scan is, in milliseconds and characters. A station may learn them.

    With a ``prefix`` that the scanner is set to send, a burst that starts with it may be slower
    (``prefix_gap_ms``). ``needs_terminator`` is off for scanners that send none; then a pause ends.
    """

    gap_ms: int = 35
    shortest: int = 4
    prefix: str = ""
    prefix_gap_ms: int = 100
    needs_terminator: bool = True
    commit_shortest: int = 6


class Key(Enum):
    """What a key press is to the detector."""

    TEXT = auto()
    END = auto()
    MODIFIER = auto()
    OTHER = auto()


class Verdict(Enum):
    """What to do with a key press."""

    PASS = auto()
    HOLD = auto()
    SWALLOW = auto()


@dataclass(frozen=True, slots=True)
class Judgement(Generic[K]):
    """The verdict on a key, what is to be typed after all before it, and a scan if it ended one."""

    verdict: Verdict
    give_back: tuple[K, ...] = ()
    scan: str = ""


@dataclass
class WedgeDetector(Generic[K]):
    """Judges key presses one by one. ``K`` is whatever the caller needs to type a key again."""

    settings: WedgeSettings = field(default_factory=WedgeSettings)
    _text: str = ""
    _held: list[K] = field(default_factory=list)
    _last_ms: int = -10_000
    _scan_ended_ms: int = -10_000
    _composing_since: int | None = None

    @property
    def holding(self) -> bool:
        """Whether keys are held that may yet have to be typed."""
        return bool(self._held)

    @property
    def patience_ms(self) -> int:
        """How long to wait for the next key before giving the held ones back."""
        return self._gap() + 5

    def press(self, key: Key, text: str, at_ms: int, token: K) -> Judgement[K]:
        """Judge a key press at a time in milliseconds."""
        in_time = at_ms - self._last_ms <= self._gap()
        if key is Key.TEXT:
            before = self.expire() if self._held and not in_time else None
            self._text += text
            self._held.append(token)
            self._last_ms = at_ms
            if before is None:
                return Judgement(Verdict.HOLD)
            return Judgement(Verdict.HOLD, before.give_back, before.scan)
        if key is Key.MODIFIER:
            return Judgement(Verdict.PASS)
        if key is Key.END:
            return self._end(at_ms, in_time=in_time)
        return Judgement(Verdict.PASS, self._release())

    def attach(self, token: K) -> None:
        """Hold something that belongs to held keys (their releases), in its place."""
        self._held.append(token)

    def expire(self) -> Judgement[K]:
        """No key came in time: a scan if the scanner sends no terminator, else give back."""
        text = self._text
        if not self.settings.needs_terminator and len(text) >= self.settings.shortest:
            self._clear()
            return Judgement(Verdict.SWALLOW, scan=self._unwrap(text))
        return Judgement(Verdict.PASS, self._release())

    def compose(self, at_ms: int) -> None:
        """An input method shows a text that is not yet decided."""
        if self._composing_since is None:
            self._composing_since = at_ms

    def commit(self, text: str, at_ms: int) -> str:
        """An input method commits a text: give it as a scan if no person typed it, else nothing.

        Composed faster than a person types, or (committed in one go) looking like a code.
        """
        since, self._composing_since = self._composing_since, None
        plain = unicodedata.normalize("NFKC", text).strip("\r\n\t")
        if len(plain) < self.settings.commit_shortest or not plain.isascii() or " " in plain:
            return ""
        if since is None:
            quick = any(character.isdigit() for character in plain)
        else:
            quick = at_ms - since <= self.settings.gap_ms * len(plain)
        if quick:
            self._scan_ended_ms = at_ms
        return self._unwrap(plain) if quick else ""

    def _end(self, at_ms: int, *, in_time: bool) -> Judgement[K]:
        """Judge a terminator: it ends a scan, follows one (LF after CR), or is a person's."""
        if self._held and in_time and len(self._text) >= self.settings.shortest:
            text = self._text
            self._clear()
            self._scan_ended_ms = at_ms
            return Judgement(Verdict.SWALLOW, scan=self._unwrap(text))
        if not self._held and at_ms - self._scan_ended_ms <= self.settings.gap_ms:
            return Judgement(Verdict.SWALLOW)
        return Judgement(Verdict.PASS, self._release())

    def _gap(self) -> int:
        """The longest pause within the present burst."""
        prefix = self.settings.prefix
        prefixed = bool(prefix) and self._text.startswith(prefix)
        return self.settings.prefix_gap_ms if prefixed else self.settings.gap_ms

    def _unwrap(self, text: str) -> str:
        """Take the configured prefix off."""
        return text.removeprefix(self.settings.prefix)

    def _release(self) -> tuple[K, ...]:
        """Stop holding and give what was held."""
        held = tuple(self._held)
        self._clear()
        return held

    def _clear(self) -> None:
        """Forget the burst."""
        self._text = ""
        self._held.clear()


def learned(settings: WedgeSettings, gaps_ms: list[int]) -> WedgeSettings:
    """Adapt the gap to the pauses within known scans: twice the longest, between 20 and 60 ms."""
    if not gaps_ms:
        return settings
    return replace(settings, gap_ms=min(60, max(20, 2 * max(gaps_ms))))
