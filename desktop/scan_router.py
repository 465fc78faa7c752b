"""The one scan router of the window: serial scans and keyboard scanners become ``on_scan``.

Serial scans come as events of the devices room (``receive``, on the GUI thread). Keyboard scanners
are recognised by an event filter on the application (:mod:`desktop.wedge`), before any widget or
default button sees a key. Repeats are suppressed per code, command barcodes become actions, and
what the screen answers goes to the feedback banner.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.messages import TypedError, sentence_for
from desktop.scans import GROUP_SEPARATOR, Outcome, Scan, ScanEvent, ScanTarget, split_aim
from desktop.tones import Tone
from desktop.wedge import Key, Verdict, WedgeDetector, WedgeSettings

END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
HINDERING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A key event kept back: where it was going, and how to make it again."""

    receiver: QObject
    press: bool
    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def event(self) -> QKeyEvent:
        """Make the event again."""
        kind = QEvent.Type.KeyPress if self.press else QEvent.Type.KeyRelease
        return QKeyEvent(kind, self.key, self.modifiers, self.text)


class ScanRouter(QObject):
    """Takes every scan of the window to whoever is to take it, complete and in order."""

    scanned = Signal(object)
    """A :class:`Scan` that was delivered."""
    suppressed = Signal(object)
    """A :class:`Scan` that repeated the same code too soon."""
    answered = Signal(object)
    """The :class:`Outcome` that a target gave at once."""

    def __init__(
        self,
        target: Callable[[], ScanTarget | None],
        command: Callable[[str], bool],
        parent: QObject | None = None,
        settings: WedgeSettings | None = None,
    ) -> None:
        """``target`` gives who takes scans now; ``command`` runs an action by id, if it can."""
        super().__init__(parent)
        self._target, self._command = target, command
        self._detector: WedgeDetector[_Held] = WedgeDetector(settings or WedgeSettings())
        self._seen: dict[str, float] = {}
        self._swallowed: list[int] = []
        self._replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._second_thought)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._expire)

    def configure(self, settings: WedgeSettings) -> None:
        """Use other thresholds from now on."""
        self._flush()
        self._detector = WedgeDetector(settings)

    def start(self) -> None:
        """Watch the keyboard of the whole application."""
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def stop(self) -> None:
        """Stop watching; held keys are typed."""
        self._flush()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def receive(self, event: ScanEvent, source: str = "serial") -> Outcome | None:
        """Take a scan of a serial scanner."""
        return self.deliver(Scan(event.text, event.aim, event.data, source, time.monotonic()))

    def deliver(self, scan: Scan) -> Outcome | None:
        """Take a scan to its target; None if it was suppressed, a command, or answered later."""
        command = scan.command
        target = self._target()
        if command is not None and not _is_dialog(target):
            self._command(command)
            return None
        if target is None:
            return None
        window_s = target.repeat_window(scan) / 1000
        if scan.at - self._seen.get(scan.text, -1e9) < window_s:
            self._seen[scan.text] = scan.at
            self.suppressed.emit(scan)
            return None
        self._remember(scan)
        outcome = _ask(target, scan)
        self.scanned.emit(scan)
        if outcome is not None:
            self.answered.emit(outcome)
        return outcome

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Judge key events before any widget; True keeps an event from everybody."""
        if self._replaying:
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._released(watched, event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._override(event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._composed(watched, event)
        return False

    # Keys.

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        """Hold, swallow or pass a key press; deliver the scan that it ends."""
        if not isinstance(watched, QWindow | QWidget):
            return False
        key, text = _classify(event)
        at = event.timestamp() or int(time.monotonic() * 1000)
        held = _Held(watched, press=True, key=event.key(), modifiers=event.modifiers(), text=text)
        judgement = self._detector.press(key, text, at, held)
        self._type(judgement.give_back)
        if judgement.verdict is Verdict.PASS:
            return False
        self._swallowed.append(event.key())
        if self._detector.holding:
            self._timer.start(self._detector.patience_ms)
        else:
            self._timer.stop()
        if judgement.scan:
            self._scan(judgement.scan)
        return True

    def _released(self, watched: QObject, event: QKeyEvent) -> bool:
        """Keep the release with its press: held, swallowed, or neither."""
        if event.key() not in self._swallowed or event.isAutoRepeat():
            return False
        self._swallowed.remove(event.key())
        if self._detector.holding:
            text = event.text()
            self._detector.attach(
                _Held(watched, press=False, key=event.key(), modifiers=event.modifiers(), text=text)
            )
        return True

    def _override(self, event: QKeyEvent) -> bool:
        """In the middle of a burst, no key is a shortcut."""
        key, _text = _classify(event)
        if key is not Key.OTHER and (self._detector.holding or _is_separator(event)):
            event.accept()
            return True
        return False

    def _second_thought(self) -> None:
        """The time is up: first let keys that already wait in the queue be judged."""
        self._late.start(0)

    def _expire(self) -> None:
        """No further key came: type what was held, or take it as a scan without terminator."""
        if self._timer.isActive() or not self._detector.holding:
            return
        judgement = self._detector.expire()
        if judgement.scan:
            self._scan(judgement.scan)
        self._type(judgement.give_back)

    def _flush(self) -> None:
        """Type whatever is held."""
        self._timer.stop()
        self._type(self._detector.press(Key.OTHER, "", 0, _NOTHING).give_back)

    def _type(self, held: tuple[_Held, ...]) -> None:
        """Send held keys where they were going, in order."""
        self._replaying = True
        try:
            for one in held:
                QCoreApplication.sendEvent(one.receiver, one.event())
        finally:
            self._replaying = False
        for one in held:
            # A release still to come must reach the widget that has now seen the press.
            if one.press and one.key in self._swallowed:
                self._swallowed.remove(one.key)

    # Input methods.

    def _composed(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """Recognise a scan that an input method swallowed and commits in one go."""
        now = int(time.monotonic() * 1000)
        text = event.commitString()
        if not text:
            if event.preeditString():
                self._detector.compose(now)
            return False
        scan = self._detector.commit(text, now)
        if not scan:
            return False
        self._replaying = True
        try:
            QCoreApplication.sendEvent(watched, QInputMethodEvent("", []))
        finally:
            self._replaying = False
        self._scan(scan)
        return True

    def _scan(self, text: str) -> None:
        """Deliver what a keyboard scanner sent."""
        aim, rest = split_aim(text)
        self.deliver(Scan(rest, aim, text.encode(), "wedge", time.monotonic()))

    def _remember(self, scan: Scan) -> None:
        """Note when a code came; forget the old ones."""
        if len(self._seen) > 256:
            recent = scan.at - 10
            self._seen = {text: at for text, at in self._seen.items() if at > recent}
        self._seen[scan.text] = scan.at


def _ask(target: ScanTarget, scan: Scan) -> Outcome | None:
    """Give a scan to its target; an error for a person is an answer, any other is a defect."""
    try:
        return target.on_scan(scan)
    except Exception as error:  # noqa: BLE001 - the boundary: a defect goes to the crash handler
        if isinstance(error, TypedError):
            return Outcome(Tone.ERROR, sentence_for(error))
        sys.excepthook(type(error), error, error.__traceback__)
        return None


def _is_dialog(target: ScanTarget | None) -> bool:
    """Whether the target is a dialog, which takes command barcodes itself."""
    who: object = target
    return isinstance(who, QDialog)


def _is_separator(event: QKeyEvent) -> bool:
    """Whether a key is a scanner's group separator: Ctrl+], or the character itself."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    bracket = event.key() in {Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight}
    return event.text() == GROUP_SEPARATOR or (control and bracket)


def _classify(event: QKeyEvent) -> tuple[Key, str]:
    """Say what a key is: text (with the character), the end of a scan, or anything else."""
    if _is_separator(event):
        return Key.TEXT, GROUP_SEPARATOR
    if event.key() in MODIFIERS:
        return Key.MODIFIER, ""
    if event.key() in END_KEYS or event.text() in {"\r", "\n"}:
        return Key.END, ""
    text = event.text()
    if not text or event.isAutoRepeat() or not text.isprintable():
        return Key.OTHER, text
    # AltGr arrives as Ctrl+Alt on Windows and makes ordinary characters there.
    modifiers = event.modifiers() & HINDERING
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if modifiers and modifiers != altgr:
        return Key.OTHER, text
    return Key.TEXT, text


_NOTHING = _Held(QObject(), press=False, key=0, modifiers=Qt.KeyboardModifier.NoModifier, text="")


def active_target(current: Callable[[], ScanTarget | None]) -> ScanTarget | None:
    """Give who takes scans: the dialog that is open, else the current screen."""
    modal = QApplication.activeModalWidget()
    if modal is None:
        return current()
    return modal if isinstance(modal, ScanTarget) else None
