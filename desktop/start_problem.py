"""The window cannot open: say why where the person looks, also without a console."""

import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.language import Languages
from desktop.messages import sentence_for
from desktop.preferences import load

UNSEEN = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms on which nobody could press the button of a message."""


def box_for(problem: BaseException, folder: Path) -> QMessageBox:
    """Make the message, in the language that the station's window has (else the system's)."""
    languages = Languages()
    wanted = load(folder / "window.json").language or QLocale.system().name()
    languages.use("zh_CN" if wanted.startswith("zh") else "en")
    box = QMessageBox(QMessageBox.Icon.Warning, "Counterfoil", sentence_for(problem))
    languages.setParent(box)
    return box


def show(problem: BaseException, folder: Path) -> None:
    """Show why the window cannot open, and wait until it was read."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    box = box_for(problem, folder)
    if isinstance(application, QGuiApplication) and application.platformName() not in UNSEEN:
        box.exec()
