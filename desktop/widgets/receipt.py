"""A receipt or report as it is printed: every column where the printer puts it."""

import unicodedata

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop import fonts, theme

COLUMNS = 42
_MONOSPACED = ["Consolas", "Menlo", "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono"]
_MARGIN = 22
_TOOTH = 9


def _columns(character: str) -> int:
    """How many columns of a printer a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class _Paper(QWidget):
    """The strip of paper. Characters stand in cells, so that any font keeps the columns."""

    def __init__(self) -> None:
        """Empty until it gets a text."""
        super().__init__()
        self._lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show a text, line by line."""
        self._lines = text.splitlines()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the printer prints, as high as the text is long."""
        cell, line = self._cell()
        wide = round(COLUMNS * cell) + 2 * _MARGIN
        return QSize(wide, round(len(self._lines) * line) + 2 * _MARGIN + _TOOTH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Nothing of a line may be cut off."""
        return QSize(self.sizeHint().width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper, then every character in its cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        cell, line = self._cell()
        wide = COLUMNS * cell + 2 * _MARGIN
        left = (self.width() - wide) / 2
        self._paint_sheet(painter, QRectF(left, 0, wide, self.height()))
        painter.setFont(self._font())
        painter.setPen(colours.colour("text"))
        for row, text in enumerate(self._lines):
            column = 0
            for character in text:
                columns = _columns(character)
                place = QRectF(
                    left + _MARGIN + column * cell - cell,
                    _MARGIN + row * line,
                    columns * cell + 2 * cell,
                    line,
                )
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, character)
                column += columns
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: QRectF) -> None:
        """Paint the paper with its torn edge."""
        colours = theme.current()
        painter.setPen(QPen(colours.colour("border"), 1))
        painter.setBrush(colours.colour("surface"))
        teeth = max(2, round(sheet.width() / (2 * _TOOTH)))
        step = sheet.width() / teeth
        bottom = sheet.bottom() - _TOOTH
        points = [sheet.topLeft() + QPointF(0.5, 0.5), sheet.topRight() + QPointF(-0.5, 0.5)]
        for tooth in range(teeth, 0, -1):
            right = sheet.left() + tooth * step
            points.append(QPointF(right - 0.5, bottom))
            points.append(QPointF(right - step / 2, bottom + _TOOTH - 1))
        points.append(QPointF(sheet.left() + 0.5, bottom))
        painter.drawPolygon(points)

    def _font(self) -> QFont:
        """A monospaced font of the system where there is one, else our own."""
        font = QFont([*_MONOSPACED, *fonts.FAMILIES])
        font.setPointSizeF(theme.current().font("caption").pointSizeF())
        return font

    def _cell(self) -> tuple[float, float]:
        """Width and height of a cell."""
        metrics = QFontMetricsF(self._font())
        return metrics.horizontalAdvance("0") * 1.06, metrics.height() * 1.04


class ReceiptView(QScrollArea):
    """Shows a receipt or a report; a long one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets a text."""
        super().__init__(parent)
        self._paper, self._text = _Paper(), ""
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self._paper.sizeHint().width() + 16)

    def set_name(self, name: str) -> None:
        """Set the words for screen readers."""
        self.setAccessibleName(name)

    def set_text(self, text: str) -> None:
        """Show a text as it is printed."""
        self._text = text
        self.setAccessibleDescription(text)
        self._paper.set_text(text)

    def text(self) -> str:
        """Give the text shown."""
        return self._text
