"""What happens when something breaks: a file for support, a number for the person, no traceback.

Uncaught exceptions of any thread, Qt's own fatal messages and hard crashes (faulthandler) all end
in one folder. A report holds the traceback and no variables; the home folder is written ``~``.
"""

import faulthandler
import json
import logging
import platform
import secrets
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

LOG = logging.getLogger("counterfoil.crash")
KEPT = 50
"""Reports that are kept; older ones are deleted."""

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def new_log_id() -> str:
    """Give a number that can be read out over the phone: ``CF-7K3M-2QWX``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"CF-{letters[:4]}-{letters[4:]}"


class CrashHandler(QObject):
    """Records defects. ``install`` puts it in charge of everything that nobody caught."""

    reported = Signal(str)
    """The log id of an uncaught defect; on the GUI thread."""
    _uncaught = Signal(str)

    def __init__(self, folder: Path, version: str = "", parent: QObject | None = None) -> None:
        """``folder`` is created if needed."""
        super().__init__(parent)
        self._folder, self._version = folder, version
        self._uncaught.connect(self.reported, Qt.ConnectionType.QueuedConnection)
        self._fault_path = folder / "fault.log"
        self._installed = False

    def install(self) -> bool:
        """Catch everything from now on; True if the session before ended in a hard crash."""
        self._folder.mkdir(parents=True, exist_ok=True)
        crashed = self._fault_path.exists() and self._fault_path.stat().st_size > 0
        if crashed:
            self._fault_path.replace(self._folder / f"hard-{new_log_id()}.txt")
        self._fault_file = self._fault_path.open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)
        self._installed = True
        return crashed

    def uninstall(self) -> None:
        """Give everything back (orderly end, tests)."""
        if not self._installed:
            return
        self._installed = False
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)
        faulthandler.disable()
        self._fault_file.close()
        self._fault_path.unlink(missing_ok=True)

    def record(self, error: BaseException, where: str = "") -> str:
        """Write a report about an error and give its log id; never raises."""
        log_id = new_log_id()
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        report = {
            "id": log_id,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": self._version,
            "system": f"{platform.system()} {platform.release()}",
            "python": platform.python_version(),
            "qt": qVersion(),
            "thread": where or threading.current_thread().name,
            "traceback": "".join(lines).replace(str(Path.home()), "~"),
        }
        LOG.error("defect %s: %s", log_id, type(error).__name__, exc_info=error)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{log_id}.json"
            path.write_text(json.dumps(report, indent=1), encoding="utf-8")
            self._forget_old()
        except OSError:
            LOG.exception("the report %s could not be written", log_id)
        return log_id

    def _forget_old(self) -> None:
        """Keep the newest reports."""
        reports = sorted(self._folder.glob("CF-*.json"), key=lambda path: path.stat().st_mtime)
        for path in reports[:-KEPT]:
            path.unlink(missing_ok=True)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An exception reached the top of the GUI thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._uncaught.emit(self.record(error))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        """An exception ended a thread."""
        if args.exc_value is not None:
            name = args.thread.name if args.thread is not None else ""
            self._uncaught.emit(self.record(args.exc_value, name))

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Qt says something: into the log, at its level."""
        category = context.category or "qt"  # type: ignore[attr-defined]
        logging.getLogger(f"qt.{category}").log(_LEVELS.get(kind, logging.INFO), "%s", text)
