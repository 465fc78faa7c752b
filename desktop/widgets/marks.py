"""Small painted marks: pill, big number, sparkline, bars, band. Each says in words what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import icons, theme
from desktop.tones import TONE_ICONS, Tone
from desktop.widgets.basics import Text, column

PILL_SIDES = 46
"""What a pill is wider than its words: the mark and the round ends."""


def paint_pill(painter: QPainter, where: QRectF, text: str, tone: Tone) -> float:
    """Paint a pill at the left of a rectangle, centred in its height; gives its width."""
    colours = theme.current().tone(tone)
    font = theme.current().font("label")
    metrics = QFontMetrics(font)
    width = min(float(metrics.horizontalAdvance(text) + PILL_SIDES), where.width())
    pill = QRectF(where.left(), where.center().y() - 15, width, 30)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.soft)
    painter.drawRoundedRect(pill, 15, 15)
    mark = QRectF(pill.left() + 9, pill.center().y() - 9, 18, 18)
    icons.paint(painter, TONE_ICONS[tone], mark, colours.on_soft)
    painter.setFont(font)
    painter.setPen(colours.on_soft)
    words = pill.adjusted(32, 0, -10, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return width


class StatusPill(QWidget):
    """A state in a few words, with the shape and colour of its tone."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        """As wide as its words."""
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_state(self, text: str, tone: Tone) -> None:
        """Change the words and the tone."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words."""
        metrics = QFontMetrics(theme.current().font("label"))
        return QSize(metrics.horizontalAdvance(self._text) + 47, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()


class BigNumber(QWidget):
    """A figure to be read at two metres, with a caption above and a note below."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "number") -> None:
        """``role`` is ``number`` (30 pt) or ``display`` (54 pt)."""
        super().__init__(parent)
        self._caption = Text("label")
        self._value = Text(role)
        self._note = Text("caption")
        self._note.hide()
        column(self, self._caption, self._value, self._note, gap=0, margin=0)

    def align_right(self) -> None:
        """Put caption, figure and note at the right edge."""
        for text in (self._caption, self._value, self._note):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)

    def set_caption(self, text: str) -> None:
        """Say what the figure is."""
        self._caption.setText(text)
        self._name()

    def set_value(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show a figure that is already in the user's locale; a tone colours it."""
        self._value.setText(text)
        colour = "" if tone is Tone.NEUTRAL else theme.current().tone(tone).on_soft.name()
        self._value.setStyleSheet(f"color: {colour};" if colour else "")
        self._name()

    def set_note(self, text: str) -> None:
        """Add a line below; empty takes it away."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def value(self) -> str:
        """Give the text shown."""
        return self._value.text()

    def _name(self) -> None:
        """Say caption and value together."""
        self.setAccessibleName(f"{self._caption.text()}: {self._value.text()}")


class _Mark(QWidget):
    """What the painted charts share: a size and a name."""

    def __init__(self, parent: QWidget | None, width: int, height: int) -> None:
        """Grow sideways, keep the height."""
        super().__init__(parent)
        self._hint = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the preferred size."""
        return self._hint

    def _start(self) -> QPainter:
        """Give a painter with smooth edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


def _points(values: Sequence[float], area: QRectF, low: float, high: float) -> list[QPointF]:
    """Place values in an area, the first at its left edge and the last at its right."""
    span = (high - low) or 1.0
    step = area.width() / max(1, len(values) - 1)
    return [
        QPointF(area.left() + n * step, area.bottom() - (value - low) / span * area.height())
        for n, value in enumerate(values)
    ]


def _line(painter: QPainter, points: Sequence[QPointF], colour: QColor, width: float = 2) -> None:
    """Draw a line through points."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(list(points)))


class Sparkline(_Mark):
    """The course of a figure without axes; its last point is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets values."""
        super().__init__(parent, 160, 40)
        self._values: tuple[float, ...] = ()

    def set_values(self, values: Sequence[float], words: str) -> None:
        """Show values, oldest first; ``words`` say the same to those who do not see it."""
        self._values = tuple(values)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint line, soft area and last point."""
        if len(self._values) < 2:
            return
        painter = self._start()
        area = QRectF(self.rect()).adjusted(3, 5, -6, -4)
        points = _points(self._values, area, min(self._values), max(self._values))
        accent = theme.current().colour("accent")
        soft = QColor(accent)
        soft.setAlphaF(0.12)
        path = QPainterPath()
        path.addPolygon(QPolygonF([area.bottomLeft(), *points, area.bottomRight()]))
        painter.fillPath(path, soft)
        _line(painter, points, accent)
        painter.setBrush(accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 3.5, 3.5)
        painter.end()


class Bars(_Mark):
    """Bars beside each other, one of them stressed, each with a short label below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets values."""
        super().__init__(parent, 320, 140)
        self._values: tuple[float, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._stress = -1

    def set_values(
        self, values: Sequence[float], labels: Sequence[str], words: str, stress: int = -1
    ) -> None:
        """Show values with labels; ``stress`` is the index of the one that matters."""
        self._values, self._labels, self._stress = tuple(values), tuple(labels), stress
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint bars and labels."""
        if not self._values:
            return
        painter = self._start()
        colours = theme.current()
        area = QRectF(self.rect()).adjusted(0, 4, 0, -26)
        slot = area.width() / len(self._values)
        highest = max(*self._values, 1e-9) if len(self._values) > 1 else max(self._values[0], 1e-9)
        painter.setFont(colours.font("caption"))
        for n, value in enumerate(self._values):
            height = max(2.0, area.height() * value / highest)
            bar = QRectF(
                area.left() + n * slot + slot * 0.16, area.bottom() - height, slot * 0.68, height
            )
            painter.setPen(Qt.PenStyle.NoPen)
            fill = colours.colour("accent")
            if n != self._stress and self._stress >= 0:
                fill.setAlphaF(0.32)
            painter.setBrush(fill)
            painter.drawRoundedRect(bar, min(5, height / 2), min(5, height / 2))
            painter.setPen(colours.colour("muted"))
            under = QRectF(area.left() + n * slot, area.bottom() + 4, slot, 22)
            label = self._labels[n] if n < len(self._labels) else ""
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()


@dataclass(frozen=True, slots=True)
class Band:
    """History, then a forecast with its low and high bounds (all of one length)."""

    history: tuple[float, ...]
    forecast: tuple[float, ...] = ()
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    level: float | None = None
    """A horizontal line, such as the reorder point."""


class BandChart(_Mark):
    """What was and what is expected, with how sure we are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets a band."""
        super().__init__(parent, 480, 180)
        self._band = Band(())

    def set_band(self, band: Band, words: str) -> None:
        """Show a band; ``words`` say the same to those who do not see it."""
        self._band = band
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint grid, band, level, history and forecast."""
        band = self._band
        if len(band.history) < 2:
            return
        painter = self._start()
        colours = theme.current()
        area = QRectF(self.rect()).adjusted(2, 8, -8, -8)
        top = max([*band.history, *band.forecast, *band.high, band.level or 0.0])
        painter.setPen(QPen(colours.colour("border"), 1))
        for n in range(4):
            height = area.top() + area.height() * n / 3
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
        count = len(band.history) + len(band.forecast)
        whole = _points([*band.history, *band.forecast], area, 0, top)
        accent = colours.colour("accent")
        if band.low and band.high:
            self._paint_band(painter, band, area, top, count)
        if band.level is not None:
            pen = QPen(colours.colour("on_warning_soft"), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            height = area.bottom() - band.level / (top or 1) * area.height()
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
        split = len(band.history)
        _line(painter, whole[:split], colours.colour("text"))
        if band.forecast:
            _line(painter, whole[split - 1 :], accent, 2.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(whole[-1], 4, 4)
        painter.end()

    def _paint_band(
        self, painter: QPainter, band: Band, area: QRectF, top: float, count: int
    ) -> None:
        """Fill between the low and the high bound, starting at the last known value."""
        step = area.width() / max(1, count - 1)
        start = area.left() + (len(band.history) - 1) * step
        part = QRectF(start, area.top(), area.right() - start, area.height())
        last = band.history[-1]
        upper = _points([last, *band.high], part, 0, top)
        lower = _points([last, *band.low], part, 0, top)
        fill = theme.current().colour("accent")
        fill.setAlphaF(0.16)
        path = QPainterPath()
        path.addPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.fillPath(path, fill)
