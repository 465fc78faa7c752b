"""The one place where the program answers: words, colour, shape and sound together."""

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import icons, theme
from desktop.earcon import TONE_SOUNDS, Earcon
from desktop.scans import Outcome
from desktop.tones import TONE_ICONS, Tone
from desktop.widgets import IconButton

HEIGHT = 72
LINGER_MS = {Tone.SUCCESS: 4000, Tone.INFO: 6000, Tone.NEUTRAL: 3000, Tone.WARNING: 9000}
"""How long a message stays; an error stays until it is answered."""


class Banner(QWidget):
    """Shows the last outcome above the screen. An error stays until Esc, a tap or a success."""

    def __init__(self, earcon: Earcon, parent: QWidget | None = None) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self._earcon = earcon
        self._outcome: Outcome | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumHeight(0)
        self._close = IconButton("close", self)
        self._close.clicked.connect(self.clear)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._slide = QPropertyAnimation(self, b"maximumHeight", self)
        self._slide.setDuration(120)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAccessibleName("")
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the button."""
        self._close.set_name(self.tr("Dismiss"))

    @property
    def outcome(self) -> Outcome | None:
        """What is shown now."""
        return self._outcome

    def show_outcome(self, outcome: Outcome) -> None:
        """Show and sound an outcome; it replaces the one before."""
        self._outcome = outcome
        self.setAccessibleName(outcome.text)
        self._earcon.play("done" if outcome.done else TONE_SOUNDS[outcome.tone])
        if outcome.tone is Tone.ERROR:
            self._timer.stop()
        else:
            self._timer.start(LINGER_MS[outcome.tone])
        tint = "on_error" if outcome.tone is Tone.ERROR else f"on_{outcome.tone}_soft"
        self._close.setIcon(icons.icon("close", theme.current().colour(tint)))
        self.show()
        self._slide_to(HEIGHT)
        self.update()

    def success(self, text: str) -> None:
        """Say that something went well."""
        self.show_outcome(Outcome(Tone.SUCCESS, text))

    def info(self, text: str) -> None:
        """Say something that needs no act; without sound."""
        self.show_outcome(Outcome(Tone.INFO, text))

    def warning(self, text: str) -> None:
        """Say that something needs attention."""
        self.show_outcome(Outcome(Tone.WARNING, text))

    def error(self, text: str) -> None:
        """Say that something was refused or failed; stays."""
        self.show_outcome(Outcome(Tone.ERROR, text))

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._outcome = None
        self.setAccessibleName("")
        self._slide.stop()
        self.setMaximumHeight(0)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(480, HEIGHT)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the button again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A tap acknowledges."""
        self.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint field, shape and words; an error loudly, the rest softly."""
        if self._outcome is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current().tone(self._outcome.tone)
        loud = self._outcome.tone is Tone.ERROR
        ground = colours.solid if loud else colours.soft
        ink = colours.on_solid if loud else colours.on_soft
        field = QRectF(self.rect()).adjusted(24, 8, -24, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = theme.current().radius("medium")
        painter.drawRoundedRect(field, radius, radius)
        mark = QRectF(field.left() + 18, field.center().y() - 16, 32, 32)
        icons.paint(painter, TONE_ICONS[self._outcome.tone], mark, ink)
        font = theme.current().font("heading")
        painter.setFont(font)
        painter.setPen(ink)
        words = field.adjusted(66, 0, -64, 0)
        text = self._outcome.text
        if QFontMetrics(font).horizontalAdvance(text) > words.width():
            painter.setFont(theme.current().font("strong"))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, text)
        painter.end()
        self._close.move(int(field.right()) - 58, int(field.center().y()) - 26)

    def _slide_to(self, height: int) -> None:
        """Open without a jump."""
        if self.maximumHeight() >= height:
            return
        self._slide.stop()
        self._slide.setStartValue(self.maximumHeight())
        self._slide.setEndValue(height)
        self._slide.start()
