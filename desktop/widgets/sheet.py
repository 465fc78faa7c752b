"""The base of every dialog: a card over the dimmed window that never blocks the program."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop import theme
from desktop.scans import Outcome, Scan
from desktop.widgets.basics import Button, Text, beside

EDGE = 10
"""Pixels around the card for its shadow."""


class Veil(QWidget):
    """Dims the window below a dialog."""

    def __init__(self, window: QWidget) -> None:
        """Cover a window and follow its size."""
        super().__init__(window)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the shade."""
        painter = QPainter(self)
        shade = QColor(theme.current().colour("rail"))
        shade.setAlpha(140)
        painter.fillRect(self.rect(), shade)
        painter.end()


class Sheet(QDialog):
    """A dialog: title, text, body, buttons. Opened with ``appear``; answers by signal.

    It takes the window's scans while it is open (``on_scan``).
    """

    def __init__(self, parent: QWidget) -> None:
        """Build the frame; subclasses fill ``body`` and give ``buttons``."""
        self._below = parent.window()
        super().__init__(self._below)
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._veil: Veil | None = None
        self.title, self.text = Text("title", wrap=True), Text("muted", wrap=True)
        self.body, self.foot = QVBoxLayout(), QVBoxLayout()
        self.body.setSpacing(16)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE + 32, EDGE + 28, EDGE + 32, EDGE + 28)
        box.setSpacing(10)
        for piece in (self.title, self.text):
            box.addWidget(piece)
        box.addSpacing(6)
        box.addLayout(self.body, 1)
        box.addSpacing(10)
        box.addLayout(self.foot)
        self.setMinimumWidth(480)

    def set_words(self, title: str, text: str = "") -> None:
        """Set the title and the text below it."""
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """Put buttons at the foot, the last one widest."""
        line = beside(gap=12)
        for button in buttons:
            line.addWidget(button, 2 if button is buttons[-1] else 1)
        self.foot.addLayout(line)

    def appear(self) -> None:
        """Open over the window, dimming it; the same as ``open``."""
        self.open()

    def open(self) -> None:
        """Open in the middle of the window, which is dimmed."""
        window = self._below
        self._veil = Veil(window)
        self.ensurePolished()
        self.resize(self.sizeHint().expandedTo(self.minimumSize()))
        super().open()
        middle = window.mapToGlobal(window.rect().center())
        self.move(middle - self.rect().center())

    def on_scan(self, scan: Scan) -> Outcome | None:  # noqa: ARG002 - the protocol's parameter
        """Take a scan; by default nothing happens."""
        return None

    def repeat_window(self, scan: Scan) -> int:  # noqa: ARG002 - the protocol's parameter
        """A rescan is an answer here, so repeats count."""
        return 0

    def done(self, result: int) -> None:
        """Lift the veil and close."""
        self._lift()
        super().done(result)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Lift the veil, however it is closed."""
        self._lift()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card and its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        card, radius = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), 22
        shade = QColor(colours.colour("shadow"))
        shade.setAlpha(12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for grow in range(1, EDGE, 2):
            painter.drawRoundedRect(card.adjusted(-grow, -grow + 3, grow, grow), radius, radius)
        painter.setBrush(colours.colour("surface"))
        painter.setPen(QPen(colours.colour("border"), 1))
        painter.drawRoundedRect(card, radius, radius)
        painter.end()

    def _lift(self) -> None:
        """Take the veil away."""
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
