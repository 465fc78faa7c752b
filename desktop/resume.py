"""Taking up exactly where a power cut left off: the same screen, the same half-typed quantity."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.offload import Work
from desktop.preferences import write_atomically
from desktop.screen import Session
from desktop.shell import Shell

EVERY_MS = 2_000


class Resume(QObject):
    """Keeps what the current screen would lose in one small file, and gives it back at sign-on.

    A screen says what that is in ``save_state``; one that says nothing is not come back to.
    """

    def __init__(self, shell: Shell, path: Path) -> None:
        """Begin to keep; the file is written off the GUI thread, when something changed."""
        super().__init__(shell)
        self._shell, self._path = shell, path
        self._written = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        self._timer.start(EVERY_MS)
        shell.signed_in.connect(self._come_back)

    @Slot()
    def keep(self) -> None:
        """Write what the current screen would lose, if it changed since the last time."""
        session, screen = self._shell.context.session, self._shell.current
        if not session.user_name or screen is None:
            return
        state = screen.save_state()
        kept = {"user": session.user_name, "screen": screen.id, "state": state} if state else {}
        text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        if text == self._written or (not state and not self._written):
            return
        self._written = text
        Work(self, lambda: write_atomically(self._path, text)).run(self._shell.context.offload)

    def _come_back(self, session: Session) -> None:
        """Go to the screen that this person was interrupted in, with what it had."""
        kept, self._written = _read(self._path), ""
        if kept.get("user") != session.user_name:
            return
        QTimer.singleShot(0, self, lambda: self._restore(kept))

    def _restore(self, kept: dict[str, Any]) -> None:
        """Give a screen its state back; a screen or state that is no more is passed over."""
        shell = self._shell
        id_, state = kept.get("screen"), kept.get("state")
        if not isinstance(id_, str) or not isinstance(state, dict):
            return
        present = shell.current
        if present is None or present.id != id_:
            shell.go_if_there(id_)
        screen = shell.current
        if screen is not None and screen.id == id_ and not screen.save_state():
            screen.restore_state(state)
            shell.banner.info(self.tr("Taken up where it was interrupted"))


def _read(path: Path) -> dict[str, Any]:
    """Read the file; a missing or broken one holds nothing."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
