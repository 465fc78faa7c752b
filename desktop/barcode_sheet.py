"""The laminated sheet: a Code 128 barcode for every action, as a PDF to print on any printer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter

from desktop import code128, fonts
from desktop.actions import Action

DPI = 300
MODULE_MM = 0.38
"""The narrowest bar: 15 mil, which any hand scanner reads at arm's length."""

COLUMNS, ROWS = 2, 7


def millimetres(length: float) -> float:
    """Give a length in device units."""
    return length * DPI / 25.4


def paint_barcode(painter: QPainter, text: str, where: QRectF, module: float) -> float:
    """Paint a barcode from the left edge of a rectangle; gives its width with quiet zones."""
    left = where.left() + code128.QUIET_MODULES * module
    for n, width in enumerate(code128.widths(text)):
        if n % 2 == 0:
            bar = QRectF(left, where.top(), width * module, where.height())
            painter.fillRect(bar, Qt.GlobalColor.black)
        left += width * module
    return left + code128.QUIET_MODULES * module - where.left()


def write_pdf(path: Path, title: str, actions: Sequence[Action]) -> int:
    """Write the sheet, A4, as many pages as it takes; gives the number of barcodes."""
    fonts.load()
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("Counterfoil")
    painter = QPainter(writer)
    for n, action in enumerate(actions):
        place = n % (COLUMNS * ROWS)
        if place == 0:
            if n:
                writer.newPage()
            _heading(painter, title)
        _cell(painter, action, place)
    painter.end()
    return len(actions)


def _heading(painter: QPainter, title: str) -> None:
    """Paint the sheet's title and how to use it."""
    painter.setPen(QColor("#1B1C22"))
    painter.setFont(_font(20, bold=True))
    painter.drawText(QRectF(*map(millimetres, (16, 12, 180, 12))), title)
    painter.setFont(_font(10))
    hint = QCoreApplication.translate("Actions", "Scan a barcode instead of pressing the key.")
    painter.drawText(QRectF(*map(millimetres, (16, 22, 180, 8))), hint)


def _cell(painter: QPainter, action: Action, place: int) -> None:
    """Paint one action: its name, its key, its barcode."""
    down, across = divmod(place, COLUMNS)
    left, top = 16 + across * 92, 34 + down * 36
    painter.setPen(QColor("#1B1C22"))
    painter.setFont(_font(14, bold=True))
    painter.drawText(QRectF(*map(millimetres, (left, top, 64, 8))), action.title)
    painter.setFont(_font(10))
    key = QRectF(*map(millimetres, (left + 56, top, 26, 8)))
    painter.drawText(key, Qt.AlignmentFlag.AlignRight, action.spec.shortcut)
    bars = QRectF(*map(millimetres, (left - 3.8, top + 9, 84, 15)))
    modules = sum(code128.widths(action.barcode)) + 2 * code128.QUIET_MODULES
    module = min(millimetres(MODULE_MM), bars.width() / modules)
    paint_barcode(painter, action.barcode, bars, module)
    painter.setFont(_font(8))
    painter.setPen(QColor("#5B5A62"))
    painter.drawText(QRectF(*map(millimetres, (left, top + 24.5, 80, 5))), action.barcode)


def _font(points: float, *, bold: bool = False) -> QFont:
    """Give the sheet's font."""
    font = QFont(fonts.FAMILIES)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
