"""Asks for one of many: a list that typing narrows, the keyboard's arrows walk, Enter takes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.scans import Outcome, Scan
from desktop.widgets.basics import Button, Text
from desktop.widgets.lines import Line, LineList
from desktop.widgets.scan_field import ScanField
from desktop.widgets.sheet import Sheet

WIDTH, HEIGHT = 660, 560
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class PickDialog(Sheet):
    """One of many lines, found by typing. ``then`` gets the key of the line."""

    wanted = Signal(str)
    """What was typed, where the lines are not all there is: answer with ``set_lines``."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: Sequence[Line],
        then: Callable[[object], object],
        *,
        text: str = "",
        prompt: str = "",
        asks: bool = False,
        scanned: Callable[[Scan], Outcome | None] | None = None,
    ) -> None:
        """``asks`` looks elsewhere for what is typed (``wanted``) instead of narrowing ``lines``.

        ``scanned`` takes a scan made instead of an answer; the dialog is closed before.
        """
        super().__init__(parent)
        self._all, self._then, self._asks, self._scanned = list(lines), then, asks, scanned
        self.set_words(title, text)
        self.field = ScanField(self, words=True)
        self.field.set_prompt(prompt or self.tr("Type a part of the name"))
        self.list = LineList()
        self.list.set_name(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Text("muted", self.tr("Nothing fits what you typed"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._nothing, 1)
        cancel, self._take = Button("secondary"), Button("primary", "check")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._take.setText(self.tr("Choose"))
        self._take.clicked.connect(self._choose_current)
        self.set_buttons([cancel, self._take])
        self.setMinimumSize(WIDTH, HEIGHT)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._choose_current)
        self.list.chosen.connect(self._choose)
        self.set_lines(lines)
        self.field.setFocus()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, the first one marked."""
        first = lines[0].key if lines else None
        self.list.set_lines(lines, first)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._take.setEnabled(bool(lines))

    def on_scan(self, scan: Scan) -> Outcome | None:
        """Give way to a scan: what was scanned is the better answer."""
        if self._scanned is None:
            return None
        self.reject()
        return self._scanned(scan)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk through the lines while the field keeps the focus."""
        step = _MOVES.get(Qt.Key(event.key()))
        lines = self.list.lines()
        if step is None or not lines:
            super().keyPressEvent(event)
            return
        at = self.list.currentIndex().row() + step
        self.list.select(lines[max(0, min(at, len(lines) - 1))].key)

    def _typed(self, text: str) -> None:
        """Narrow the lines, or ask for others."""
        if self._asks and text.strip():
            self.wanted.emit(text.strip())
            return
        words = text.casefold().split()
        self.set_lines(
            [
                line
                for line in self._all
                if all(word in f"{line.title} {line.detail}".casefold() for word in words)
            ]
        )

    def _choose_current(self) -> None:
        """Take the marked line."""
        key = self.list.current_key()
        if key is not None:
            self._choose(key)

    def _choose(self, key: object) -> None:
        """Close with the key."""
        self.accept()
        self._then(key)
