"""Measures how long the window did not answer. A stall keeps the place where it happened."""

import sys
import threading
import time
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

BEAT_MS = 40
STALL_MS = 100
"""From here on a person notices."""

KEPT = 100


@dataclass(frozen=True, slots=True)
class Stall:
    """The event loop stood still: for how long, and what the GUI thread was doing meanwhile."""

    milliseconds: int
    where: str


class Watchdog(QObject):
    """A heartbeat on the GUI thread and a thread that listens for it."""

    stalled = Signal(object)
    """A :class:`Stall` that is over."""

    def __init__(self, parent: QObject | None = None, stall_ms: int = STALL_MS) -> None:
        """Nothing is measured before ``start``."""
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self.beats = 0
        self._stall_s = stall_ms / 1000
        self._last = time.monotonic()
        self._where = ""
        self._gui_thread = threading.get_ident()
        self._stop = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._listener: threading.Thread | None = None

    def start(self) -> None:
        """Measure from now on."""
        self._last = time.monotonic()
        self._stop.clear()
        self._timer.start(BEAT_MS)
        self._listener = threading.Thread(
            target=self._listen, name="counterfoil-watchdog", daemon=True
        )
        self._listener.start()

    def stop(self) -> None:
        """Measure no longer."""
        self._timer.stop()
        self._stop.set()
        if self._listener is not None:
            self._listener.join()
            self._listener = None

    @property
    def longest_ms(self) -> int:
        """The longest stall so far, in milliseconds."""
        return max((stall.milliseconds for stall in self.stalls), default=0)

    @Slot()
    def _beat(self) -> None:
        """The GUI thread is alive; was it late?"""
        now = time.monotonic()
        late = now - self._last - BEAT_MS / 1000
        self._last = now
        self.beats += 1
        where, self._where = self._where, ""
        if late >= self._stall_s:
            stall = Stall(round(late * 1000), where)
            self.stalls = [*self.stalls[-KEPT + 1 :], stall]
            self.stalled.emit(stall)

    def _listen(self) -> None:
        """Look at the GUI thread's stack while it is late, once per stall."""
        while not self._stop.wait(BEAT_MS / 1000):
            if time.monotonic() - self._last > self._stall_s + BEAT_MS / 1000 and not self._where:
                frame = sys._current_frames().get(self._gui_thread)  # noqa: SLF001 - made for this
                if frame is not None:
                    self._where = "".join(traceback.format_stack(frame)[-6:])
