"""The one input of a screen: what is scanned lands in the router, what is typed lands here."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import icons, theme


class ScanField(QLineEdit):
    """A large field for codes typed by hand. Enter submits and empties it, Esc empties it.

    Scans never pass through it: the scan router takes them before any widget does. It takes no
    input method, which would eat codes, unless words are wanted (search by name).
    """

    submitted = Signal(str)
    """What was typed, trimmed, at Enter; never empty."""
    stepped_down = Signal()
    """The arrow down was pressed: on to what was found."""

    def __init__(self, parent: QWidget | None = None, *, words: bool = False) -> None:
        """``words`` allows an input method, for Chinese names."""
        super().__init__(parent)
        self.setProperty("kind", "scan")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=words)
        if not words:
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
            )
        self._icon = "search" if words else "scan"
        self.returnPressed.connect(self._submit)

    def set_prompt(self, text: str) -> None:
        """Say what to scan or type next."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def _submit(self) -> None:
        """Hand over what was typed."""
        text = self.text().strip()
        self.clear()
        if text:
            self.submitted.emit(text)

    def event(self, event: QEvent) -> bool:
        """Keep Esc while there is text; leave Ctrl+Z to the screen while there is none."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.text():
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Empty on Esc; with nothing to empty, Esc belongs to the screen."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down:
            self.stepped_down.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field and its icon."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = "accent" if self.hasFocus() else "muted"
        where = QRectF(20, self.height() / 2 - 14, 28, 28)
        icons.paint(painter, self._icon, where, theme.current().colour(name))
        painter.end()
