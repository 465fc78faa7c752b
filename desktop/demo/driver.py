"""Hands for a real window: signs on, scans, presses, types, chooses, and reads what it says.

Scans go through the simulated scanner's line, typing through Qt's key events; acts are run by the
identifier that their key, their button and their barcode share.
"""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QWidget

from desktop.application import StationApplication
from desktop.demo.running import Bench
from desktop.screen import Screen
from desktop.widgets import LineList
from domain.errors import CounterfoilError
from domain.replica import Actor, Transaction

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
STEP_S = 20.0
"""How long a step may take before the day says that it did not come about."""
NEXT_SCAN_S = 0.35
"""Longer than the time in which a code that comes again is one scan."""
SIGN_ON = "sign_on"


_interrupted = threading.Event()


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl+C and a signal to end stop the day between two steps.

    An exception out of a signal would be lost in whatever Qt calls at that moment.
    """
    _interrupted.clear()
    numbers = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGBREAK")]
    before = {
        number: signal.signal(number, lambda *_: _interrupted.set())
        for number in numbers
        if number is not None
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class StepFailed(CounterfoilError):
    """What the day waited for did not happen at a window."""

    code = "demo.step_failed"
    sentence = "{station}: {step} did not come about. The window says: {said}"


class Hands:
    """One station's window, its devices, and who works there."""

    def __init__(self, name: str, station: StationApplication, bench: Bench) -> None:
        """``name`` is how the day's lines call the station."""
        self.name, self.station, self.bench = name, station, bench
        self.shell, self.replica = station.shell, station.replica
        self.site = station.context.site_number
        self._scanned_at: dict[str, float] = {}
        self._delivered = 0
        self.shell.router.scanned.connect(self._count)
        self.shell.router.suppressed.connect(self._count)
        # What is typed here is no keyboard scanner, and two windows share one keyboard.
        self.shell.router.stop()

    # Who, where.

    @property
    def screen(self) -> Screen:
        """The current screen."""
        current = self.shell.current
        if current is None:
            raise self.failed("a screen")
        return current

    @property
    def said(self) -> str:
        """What the banner says now."""
        outcome = self.shell.banner.outcome
        return outcome.text if outcome is not None else ""

    @property
    def actor(self) -> Actor:
        """Who is signed on."""
        actor = self.shell.context.session.actor
        if not isinstance(actor, Actor):
            raise self.failed("signing on")
        return actor

    def has(self, screen: str) -> bool:
        """Whether the window has a screen."""
        return screen in {kind.id for kind in self.station_screens()}

    def station_screens(self) -> list[type[Screen]]:
        """The screens of the window."""
        return list(self.shell._kinds.values())  # noqa: SLF001 - the day is part of the room

    def sign_on(self, login: str, pin: str) -> None:
        """Take the window over from whoever has it."""
        self.shell.lock()
        self.wait_for("the sign-on screen", lambda: self.screen.id == SIGN_ON)
        self.run("clear")
        self.settle()
        self.write(login, enter=True)
        self.settle()
        self.write(pin, enter=True)
        self.wait_for("signing on", lambda: bool(self.shell.context.session.user_name))
        self.settle()

    def go(self, screen: str, **params: object) -> None:
        """Open a screen, as its tile does."""
        self.shell.navigate(screen, params)
        self.settle()
        if self.screen.id != screen:
            raise self.failed(f"opening {screen}")

    # Acts.

    def scan(self, code: str) -> str:
        """Scan a barcode with the simulated scanner; gives what the window says to it."""
        wait = self._scanned_at.get(code, -1.0) + NEXT_SCAN_S - time.monotonic()
        if wait > 0:
            self.pause(int(wait * 1000) + 1)
        before = self._delivered
        self.shell.banner.clear()
        self.bench.scan(code)
        self.wait_for(f"the scan of {code}", lambda: self._delivered > before)
        self._scanned_at[code] = time.monotonic()
        self.settle()
        return self.said

    def can(self, action: str) -> bool:
        """Whether an act is offered and allowed."""
        return any(each.id == action and each.enabled() for each in self.shell.actions_now())

    def offers(self, action: str) -> bool:
        """Whether the screen itself offers an act now, not only the window."""
        return any(each.id == action and each.enabled() for each in self.screen.screen_actions())

    def press(self, action: str) -> str:
        """Do an act of the window; gives what it says."""
        self.wait_for(f"the act {action}", lambda: self.can(action))
        self.run(action)
        self.settle()
        return self.said

    def run(self, action: str) -> None:
        """Run an act, if it can be."""
        self.shell.run_action(action)

    def write(self, text: str, *, enter: bool = False) -> None:
        """Type where the focus is: in the dialog that is open, else in the window."""
        self.write_into(self._focus(), text, enter=enter)

    def write_into(self, widget: QWidget | None, text: str, *, enter: bool = False) -> None:
        """Type into a widget, key by key."""
        if widget is None:
            raise self.failed(f"typing {text}")
        QTest.keyClicks(widget, text)
        if enter:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        self.settle()

    def key(self, key: Qt.Key) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(self._focus(), key)
        self.settle()

    def fill(self, widget: QWidget, text: str) -> None:
        """Replace what is in a field."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keySequence(widget, "Ctrl+A")
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, text)
        self.settle()

    # Dialogs.

    def dialog(self) -> QDialog | None:
        """The dialog that is open, the uppermost of several."""
        opened = [each for each in self.shell.findChildren(QDialog) if each.isVisible()]
        return opened[-1] if opened else None

    def await_dialog(self, step: str) -> QDialog:
        """Wait until a dialog is open."""
        self.wait_for(step, lambda: self.dialog() is not None)
        dialog = self.dialog()
        if dialog is None:
            raise self.failed(step)
        return dialog

    def choose(self, words: str) -> str:
        """Choose in the dialog that is open: the button or the line with these words."""
        dialog = self.await_dialog(f"the choice of {words}")
        wanted = words.casefold()
        for lines in dialog.findChildren(LineList):
            for line in lines.lines():
                if wanted in f"{line.title} {line.detail} {line.key}".casefold():
                    lines.chosen.emit(line.key)
                    self.settle()
                    return self.said
        for button in dialog.findChildren(QPushButton):
            if wanted in f"{button.text()} {button.accessibleName()}".casefold():
                button.click()
                self.settle()
                return self.said
        raise self.failed(f"the choice of {words}")

    def approve(self, login: str, pin: str) -> str:
        """Answer the supervisor's dialog."""
        dialog = self.await_dialog("the supervisor's dialog")
        for box in dialog.findChildren(QComboBox):
            if box.findData(login) >= 0:
                box.setCurrentIndex(box.findData(login))
        self.write(pin, enter=True)
        self.wait_for("the supervisor's yes", lambda: self.dialog() is not dialog)
        self.settle()
        return self.said

    # Waiting.

    def wait_for(self, step: str, predicate: Callable[[], bool], seconds: float = STEP_S) -> None:
        """Let the program work until something is so. Raises StepFailed."""
        until = time.monotonic() + seconds
        while not predicate():
            if time.monotonic() > until:
                raise self.failed(step)
            self.pause(10)

    def settle(self) -> None:
        """Let everything under way come back. Raises KeyboardInterrupt where that was asked."""
        if _interrupted.is_set():
            raise KeyboardInterrupt
        for _ in range(3):
            self.station.offload.settle(int(STEP_S * 1000))
            QApplication.processEvents()

    def failed(self, step: str) -> StepFailed:
        """The error for a step that did not come about."""
        dialog = self.dialog()
        said = self.said or (dialog.windowTitle() if dialog is not None else "")
        place = self.shell.current.id if self.shell.current is not None else "-"
        return StepFailed(station=self.name, step=step, said=f"{said or '-'} ({place})")

    # Without the window.

    def command(self, name: str, work: Callable[[Transaction], T]) -> T:
        """Do a step with the trade's command, as whoever is signed on; the window hears of it."""
        with self.replica.transaction(self.actor, name) as tx:
            value = work(tx)
        self.station.offload.refresh.announce(tx.touched)
        self.settle()
        return value

    def _focus(self) -> QWidget:
        """What has the focus in the dialog that is open, else in the window."""
        window: QWidget = self.dialog() or self.shell
        focus: QWidget | None = window.focusWidget()
        return window if focus is None else focus

    def _count(self, _scan: object) -> None:
        self._delivered += 1

    def pause(self, milliseconds: int) -> None:
        """Let the program work for a while. Raises KeyboardInterrupt where that was asked."""
        if _interrupted.is_set():
            raise KeyboardInterrupt
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
