"""The view of a paged model: fixed rows, a painting delegate, sorting by its header."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import icons, theme
from desktop.offload import Offload
from desktop.widgets.keypad import ENTER_KEYS
from desktop.widgets.lines import Index
from desktop.widgets.marks import PILL_SIDES, paint_pill
from desktop.widgets.paged import Column, PagedModel, PageSource

R = TypeVar("R")

PADDING = 16
MOST_NARROW = 120
"""A stretching column gives up room for the others, but not more than to this width."""


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell from the page; asks the model for no role at all."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint selection, hairline, then pill, words or placeholder."""
        model = index.model()
        if not isinstance(model, PagedModel):
            return
        colours = theme.current()
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if selected:
            painter.fillRect(area, colours.colour("accent_soft"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(colours.colour("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        column, row = model.columns[index.column()], model.row(index.row())
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        if row is None:
            self._paint_placeholder(painter, inner, right=column.right)
            return
        text = column.text(row)
        tone = column.tone(row) if column.tone is not None else None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if tone is not None and text:
            paint_pill(painter, inner, text, tone)
            return
        font = colours.font("strong" if column.strong else "body")
        painter.setFont(font)
        painter.setPen(colours.colour("text"))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        fitted = QFontMetrics(font).elidedText(
            text, Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _paint_placeholder(self, painter: QPainter, inner: QRectF, *, right: bool) -> None:
        """Paint a calm bar where the words will be."""
        width = inner.width() * (0.4 if right else 0.62)
        left = inner.right() - width if right else inner.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("sunken"))
        painter.drawRoundedRect(QRectF(left, inner.center().y() - 6, width, 12), 6, 6)


class PagedTable(QTableView, Generic[R]):
    """A table of any size. ``chosen`` fires on Enter and click, ``marked`` when the row changes."""

    chosen = Signal(object)
    """The row that was opened."""
    marked = Signal(object)
    """The row under the cursor, or None."""
    counted = Signal(int)
    """How many rows there are."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        """Start empty; ``load`` or ``set_rows`` fills it."""
        super().__init__(parent)
        self._model: PagedModel[R] = PagedModel(columns, self)
        self._empty = ("", "")
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_headers()
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._model.counted.connect(self.counted)
        self._model.arrived.connect(self._page_arrived)
        self.clicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._mark)

    def set_name(self, name: str) -> None:
        """Set the words for screen readers."""
        self.setAccessibleName(name)

    def set_empty(self, icon: str, text: str) -> None:
        """Say what an empty table means."""
        self._empty = (icon, text)
        self.viewport().update()

    def load(self, source: PageSource[R], offload: Offload) -> None:
        """Show the rows of a source."""
        self._model.load(source, offload)

    def reload(self) -> None:
        """Read the keys again, keeping the place."""
        self._model.reload()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show a few rows that are already in memory, keeping the place."""
        at = self.currentIndex().row()
        self._model.set_rows(rows)
        self._share_width()
        if 0 <= at < len(rows):
            self.mark(at)

    def current(self) -> R | None:
        """Give the marked row, or None."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def mark(self, at: int) -> None:
        """Move the cursor to a row."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(at, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def paged_model(self) -> PagedModel[R]:
        """Give the model, for counts and measurements."""
        return self._model

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share out the width."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the marked row on Enter."""
        if event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Ask the columns for their titles again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            last = max(0, self._model.columnCount() - 1)
            self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self._share_width()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows, or what it means that there are none."""
        super().paintEvent(event)
        icon, text = self._empty
        if self._model.rowCount() or self._model.loading or not text:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        area = QRectF(self.viewport().rect())
        mark = QRectF(area.center().x() - 24, area.center().y() - 56, 48, 48)
        icons.paint(painter, icon, mark, colours.colour("outline"))
        painter.setFont(colours.font("lead"))
        painter.setPen(colours.colour("muted"))
        words = QRectF(area.left() + 24, mark.bottom() + 12, area.width() - 48, 60)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), text)
        painter.end()

    def _dress_headers(self) -> None:
        """Fix every size: measuring contents would read all rows."""
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.current().size("row"))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setFixedHeight(48)
        across.setSectionsClickable(any(column.sort for column in self._model.columns))
        across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.sectionClicked.connect(self._sort_by)

    def _share_width(self) -> None:
        """Give every column what it needs and the stretching ones the rest, or less."""
        columns = self._model.columns
        widths = [self._needed(at, column) for at, column in enumerate(columns)]
        spare = self.viewport().width() - sum(widths)
        shares = sum(column.stretch for column in columns) or 1
        for at, column in enumerate(columns):
            least = min(widths[at], MOST_NARROW) if column.stretch else widths[at]
            self.setColumnWidth(at, max(least, widths[at] + spare * column.stretch // shares))

    def _needed(self, at: int, column: Column[R]) -> int:
        """Give the width at which the title and the widest words of a column are whole."""
        font = theme.current().font("strong" if column.strong else "body")
        beside = 2 * PADDING
        if column.tone is not None:
            font, beside = theme.current().font("label"), 2 * PADDING + PILL_SIDES
        metrics = QFontMetrics(font)
        words = (metrics.horizontalAdvance(text) + beside for text in column.widest())
        return max(column.width, self.horizontalHeader().sectionSizeHint(at), *words)

    def _sort_by(self, section: int) -> None:
        """Sort by a column, or turn the order around."""
        name = self._model.columns[section].sort
        if not name:
            return
        header = self.horizontalHeader()
        same = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
        upward = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        descending = same and upward
        header.setSortIndicatorShown(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, order)
        self._model.order_by(name, descending=descending)

    def _page_arrived(self) -> None:
        """Show the rows that came."""
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        """Say which row was opened, if it is there already."""
        row = self._model.row(index.row())
        if row is not None:
            self.chosen.emit(row)

    def _mark(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Say which row the cursor is on."""
        self.marked.emit(self._model.row(current.row()) if current.isValid() else None)
