"""Our line icons, tinted when they are loaded, sharp at every scale."""

import hashlib
import logging
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import locate

LOG = logging.getLogger("counterfoil.icons")
FALLBACK = "dot"


def names() -> list[str]:
    """Give the names of all icons."""
    return sorted(path.stem for path in locate("icons").glob("*.svg"))


def icon(name: str, colour: QColor | str) -> QIcon:
    """Give an icon in one colour."""
    return QIcon(_Engine(name, QColor(colour).name()))


def paint(painter: QPainter, name: str, where: QRect | QRectF, colour: QColor | str) -> None:
    """Paint an icon into a rectangle."""
    _renderer(name, QColor(colour).name()).render(painter, QRectF(where))


def pixmap(name: str, colour: QColor | str, size: int, ratio: float = 1.0) -> QPixmap:
    """Give an icon as a pixmap of ``size`` logical pixels for a screen of this ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, name, QRectF(0, 0, picture.width(), picture.height()), colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def tinted_file(name: str, colour: str) -> str:
    """Write a tinted SVG to a temporary folder for the style sheet, which can name files only."""
    text = _source(name).replace("currentColor", colour)
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    path = _folder() / f"{name}-{mark}.svg"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    return path.as_posix()


def forget() -> None:
    """Drop cached renderings (the theme changed)."""
    _renderer.cache_clear()


@cache
def _source(name: str) -> str:
    """Read an icon's SVG; an unknown name is logged and drawn as a dot.

    It must not raise: an exception while a widget paints itself can end the process.
    """
    path = locate(f"icons/{name}.svg")
    if not path.exists():
        LOG.error("there is no icon called %r", name)
        path = locate(f"icons/{FALLBACK}.svg")
    return path.read_text(encoding="utf-8")


@cache
def _holder() -> tempfile.TemporaryDirectory[str]:
    """Keep the folder of tinted files as long as the process lives."""
    return tempfile.TemporaryDirectory(prefix="counterfoil-icons-", ignore_cleanup_errors=True)


def _folder() -> Path:
    """Give the folder of tinted files."""
    return Path(_holder().name)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Parse an icon in one colour."""
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


class _Engine(QIconEngine):
    """Draws the SVG at whatever size is asked for."""

    def __init__(self, name: str, colour: str) -> None:
        """Remember what to draw."""
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw; a disabled icon is drawn faintly."""
        del state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.45)
        paint(painter, self._name, rect, self._colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw onto a transparent pixmap."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Give a copy, as Qt asks for."""
        return _Engine(self._name, self._colour)
