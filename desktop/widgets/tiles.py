"""Tiles: large targets that start something, and the grid that flows them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop import icons, theme
from desktop.tones import Tone

TILE = QSize(232, 164)
"""The smallest tile: a thumb, also in a glove, cannot miss it."""
COMPACT_TILE = QSize(204, 132)
"""A tile of an overview that is to fit a window without scrolling."""


class Tile(QAbstractButton):
    """A button of an icon, a name, a line below it, and a count that waits."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, compact: bool = False) -> None:
        """``icon`` is the name of one of our icons."""
        super().__init__(parent)
        self._icon, self._hint, self._count, self._tone = icon, "", "", Tone.INFO
        self._hovered, self._chosen = False, False
        self.size_wanted = COMPACT_TILE if compact else TILE
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(self.size_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, hint: str = "") -> None:
        """Set the name and the line below it."""
        self.setText(title)
        self._hint = hint
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the tile as the chosen one of several."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def set_count(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Show how much waits behind the tile; empty takes it away."""
        self._count, self._tone = text, tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the smallest size; the grid makes it wider."""
        return self.size_wanted

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
        """Paint card, icon, words and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        card = QRectF(self.rect()).adjusted(0, 0, 0, -4)
        self._paint_card(painter, card)
        edge, side = (20, 52) if self.size_wanted == TILE else (16, 44)
        badge = QRectF(card.left() + edge, card.top() + edge, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        soft = "surface" if self._chosen else "accent_soft"
        painter.setBrush(colours.colour(soft if self.isEnabled() else "sunken"))
        painter.drawRoundedRect(badge, 15, 15)
        ink = colours.colour("on_accent_soft" if self.isEnabled() else "faint")
        icons.paint(painter, self._icon, badge.adjusted(11, 11, -11, -11), ink)
        words = card.adjusted(edge, 0, -12, 4 - edge)
        title_font, hint_font = colours.font("heading"), colours.font("caption")
        painter.setFont(title_font)
        painter.setPen(colours.colour("text" if self.isEnabled() else "faint"))
        height = QFontMetrics(title_font).height()
        below = QFontMetrics(hint_font).height() if self._hint else 0
        where = QRectF(words.left(), words.bottom() - height - below - 2, words.width(), height)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft, _fit(title_font, self.text(), where))
        painter.setFont(hint_font)
        painter.setPen(colours.colour("muted"))
        where = QRectF(words.left(), words.bottom() - below, words.width(), below)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft, _fit(hint_font, self._hint, where))
        if self._count:
            self._paint_count(painter, card)
        painter.end()

    def _paint_card(self, painter: QPainter, card: QRectF) -> None:
        """Paint the surface with its shadow, and the ring of the focus."""
        colours = theme.current()
        radius = colours.radius("large")
        if not self.isDown():
            shade = QColor(colours.colour("shadow"))
            shade.setAlpha(16 if self._hovered else 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            for drop in (3, 2, 1):
                painter.drawRoundedRect(card.translated(0, drop), radius, radius)
        resting = "accent_soft" if self._chosen else "surface"
        fill = "pressed" if self.isDown() else "hover" if self._hovered else resting
        painter.setBrush(colours.colour(fill))
        ring = self.hasFocus() or self._chosen
        painter.setPen(QPen(colours.colour("accent" if ring else "border"), 2.5 if ring else 1))
        inset = 1.25 if ring else 0.5
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_count(self, painter: QPainter, card: QRectF) -> None:
        """Paint the count at the upper right."""
        font = theme.current().font("strong")
        colours = theme.current().tone(self._tone)
        width = max(32, QFontMetrics(font).horizontalAdvance(self._count) + 22)
        pill = QRectF(card.right() - 20 - width, card.top() + 22, width, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.soft)
        painter.drawRoundedRect(pill, 16, 16)
        painter.setFont(font)
        painter.setPen(colours.on_soft)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._count)


def _fit(font: QFont, text: str, where: QRectF) -> str:
    """Shorten a text to a width."""
    metrics = QFontMetrics(font)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))


class TileGrid(QWidget):
    """Tiles side by side, as many in a row as fit, all of one width."""

    GAP = 16

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        """Empty until it gets tiles; ``compact`` is for a grid of compact ones."""
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._size = COMPACT_TILE if compact else TILE
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles in this order; tiles that are left out are deleted."""
        for gone in [tile for tile in self._tiles if tile not in tiles]:
            gone.hide()
            gone.deleteLater()
        self._tiles = list(tiles)
        for tile in self._tiles:
            tile.setParent(self)
            tile.show()
        self._place()

    def columns(self, width: int) -> int:
        """How many tiles fit beside each other."""
        return max(1, (width + self.GAP) // (self._size.width() + self.GAP))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Give the height of all rows."""
        rows = -(-len(self._tiles) // self.columns(width))
        return max(0, rows * (self._size.height() + self.GAP) - self.GAP)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Prefer four tiles a row."""
        width = 4 * (self._size.width() + self.GAP) - self.GAP
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One column must fit."""
        return QSize(self._size.width(), self.heightForWidth(max(self.width(), self._size.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Flow again."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Place every tile; a few tiles do not grow without measure."""
        columns = self.columns(self.width())
        share = (self.width() - (columns - 1) * self.GAP) / columns
        width = min(share, self._size.width() * 1.45)
        for n, tile in enumerate(self._tiles):
            down, across = divmod(n, columns)
            left = round(across * (width + self.GAP))
            top = down * (self._size.height() + self.GAP)
            tile.setGeometry(QRect(left, top, round(width), self._size.height()))
        self.updateGeometry()
