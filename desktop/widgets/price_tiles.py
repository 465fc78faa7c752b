"""Tiles of goods to tap: a name, a price; as many as there is room for."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop import theme

_GAP = 10
_MEASURE = re.compile(r"(?<=\d) (?=(?:%|[a-zA-Zµ]{1,2})(?!\w))")
"""The space between a number and its unit: ``200 g``, ``0.75 l``, ``72 %``."""
_LEAST = QSize(150, 88)


@dataclass(frozen=True, slots=True)
class PricedThing:
    """What a tile shows; ``key`` is given back when it is tapped."""

    key: Hashable
    name: str
    price: str


def kept_together(name: str) -> str:
    """Give a name in which no line ends between a number and its unit."""
    return _MEASURE.sub("\u00a0", name)


class _PriceTile(QAbstractButton):
    """A name of at most two lines, and a price below it."""

    def __init__(self, thing: PricedThing, parent: QWidget) -> None:
        """Shows one thing."""
        super().__init__(parent)
        self.thing, self._hovered = thing, False
        self.setText(thing.name)
        self.setAccessibleName(f"{thing.name}, {thing.price}")
        self.setToolTip(thing.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Light up."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Calm down."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint card, name and price."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, on = theme.current(), self.isEnabled()
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "pressed" if self.isDown() else "hover" if self._hovered and on else "surface"
        edge, wide = ("accent", 2.5) if self.hasFocus() else ("border", 1.0)
        painter.setPen(QPen(colours.colour(edge), wide))
        painter.setBrush(colours.colour(fill if on else "sunken"))
        painter.drawRoundedRect(card, colours.radius("medium"), colours.radius("medium"))
        inner = card.adjusted(14, 10, -12, -9)
        painter.setPen(colours.colour("text" if on else "faint"))
        self._paint_name(painter, inner)
        painter.setFont(colours.font("strong"))
        painter.setPen(colours.colour("accent" if on else "faint"))
        below = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, below, self.thing.price)
        painter.end()

    def _paint_name(self, painter: QPainter, inner: QRectF) -> None:
        """Paint the name in at most two lines, the second one shortened."""
        font, name = theme.current().font("body"), kept_together(self.thing.name)
        layout = QTextLayout(name, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(inner.width())
        end = first.textLength()
        layout.endLayout()
        metrics = QFontMetricsF(font)
        height = metrics.height()
        painter.setFont(font)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, top, name[:end].rstrip())
        rest = metrics.elidedText(name[end:].lstrip(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner.translated(QPointF(0, height * 0.98)), top, rest)


class PriceTiles(QWidget):
    """Tiles side by side that fill the room there is; what has no room is not shown."""

    tapped = Signal(object)
    """The key of the thing that was tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets things."""
        super().__init__(parent)
        self._tiles: list[_PriceTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_things(self, things: Sequence[PricedThing]) -> None:
        """Show these things, the most wanted first."""
        if [tile.thing for tile in self._tiles] == list(things):
            return
        for gone in self._tiles:
            gone.hide()
            gone.deleteLater()
        self._tiles = [_PriceTile(thing, self) for thing in things]
        for tile in self._tiles:
            tile.clicked.connect(lambda _=False, key=tile.thing.key: self.tapped.emit(key))
        self._place()

    def shown(self) -> Sequence[PricedThing]:
        """Give the things that have a tile in view."""
        return [tile.thing for tile in self._tiles if not tile.isHidden()]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two beside each other, two below."""
        return QSize(2 * _LEAST.width() + _GAP, 2 * _LEAST.height() + _GAP)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Where there is no room for tiles there are none."""
        return QSize(_LEAST.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place them anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Give every tile the same share of the room."""
        across = max(1, (self.width() + _GAP) // (_LEAST.width() + _GAP))
        down = (self.height() + _GAP) // (_LEAST.height() + _GAP)
        width = (self.width() + _GAP) // across - _GAP
        rows = max(1, min(down, -(-len(self._tiles) // across)))
        height = min((self.height() + _GAP) // rows - _GAP, _LEAST.height() * 4 // 3)
        for at, tile in enumerate(self._tiles):
            row, place = divmod(at, across)
            tile.setVisible(row < down)
            left, top = place * (width + _GAP), row * (height + _GAP)
            tile.setGeometry(QRect(left, top, width, height))
