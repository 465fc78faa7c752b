"""Lines of a document as large rows, each with its state; and the card of the item in hand."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import icons, theme
from desktop.tones import TONE_ICONS, Tone
from desktop.widgets.basics import Card, Text, beside, column, row, stacked
from desktop.widgets.marks import BigNumber, StatusPill

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_SIDE = QPointF(20, 0)
HEADING_HEIGHT = 40
NARROW = 240
"""Below this width the words of a line are set in a smaller size rather than cut off."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what (``title``, ``detail``), how much (``figure``, ``note``), how it stands.

    ``ticks`` says where it is safe: 1 on this PC, 2 on the site hub, 3 on the server; 0 shows none.
    A ``heading`` names the lines below it; it cannot be marked.
    """

    key: Hashable
    title: str
    detail: str = ""
    figure: str = ""
    note: str = ""
    tone: Tone = Tone.NEUTRAL
    status: str = ""
    ticks: int = 0
    heading: bool = False


class _LineModel(QAbstractListModel):
    """The lines in memory: a document on a counter has dozens, not thousands."""

    def __init__(self, parent: QWidget) -> None:
        """Start without lines."""
        super().__init__(parent)
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading takes no mark."""
        if index.isValid() and self.lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a line, for screen readers and type-ahead."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                part
                for part in (line.title, line.detail, line.figure, line.note, line.status)
                if part
            )
        return None


class _LineDelegate(QStyledItemDelegate):
    """Paints a line straight from the value."""

    def __init__(self, parent: QWidget, *, dense: bool = False) -> None:
        """``dense`` lines are lower, where many are to be seen at once."""
        super().__init__(parent)
        self._size = "line_dense" if dense else "line"

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """All lines are equally high; headings are lower."""
        model = index.model()
        if isinstance(model, _LineModel) and model.lines[index.row()].heading:
            return QSize(320, HEADING_HEIGHT)
        return QSize(320, theme.current().size(self._size))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint mark, words and figures."""
        model = index.model()
        if not isinstance(model, _LineModel):
            return
        line = model.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)  # type: ignore[attr-defined]
        if line.heading:
            self._paint_heading(painter, area, line)
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        self._paint_ground(
            painter, area, selected=selected, last=index.row() + 1 == model.rowCount()
        )
        inner = area.adjusted(20, 0, -24, 0)
        if line.tone is not Tone.NEUTRAL or line.status:
            self._paint_mark(painter, inner, line.tone)
            inner.setLeft(inner.left() + 60)
        right = self._paint_figures(painter, inner, line)
        inner.setRight(inner.right() - right - 16)
        self._paint_words(painter, inner, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, line: Line) -> None:
        """Paint the name of the lines below, and their sum."""
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("sunken"))
        radius = colours.radius("small")
        painter.drawRoundedRect(area.adjusted(6, 3, -6, -3), radius, radius)
        inner = area.adjusted(20, 0, -24, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        strong, small = colours.font("strong"), colours.font("caption")
        wide = QFontMetrics(strong).horizontalAdvance(line.figure) + 16
        painter.setFont(strong)
        painter.setPen(colours.colour("text"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, line.figure)
        name = QFontMetrics(strong).elidedText(
            line.title, Qt.TextElideMode.ElideRight, int(inner.width() - wide)
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, name)
        used = QFontMetrics(strong).horizontalAdvance(name) + 12
        words = QRectF(
            inner.left() + used, inner.top(), inner.width() - used - wide, inner.height()
        )
        tone = theme.current().tone(line.tone)
        painter.setFont(small)
        painter.setPen(colours.colour("muted") if line.tone is Tone.NEUTRAL else tone.on_soft)
        detail = QFontMetrics(small).elidedText(
            line.detail, Qt.TextElideMode.ElideRight, max(0, int(words.width()))
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, detail)

    def _paint_ground(self, painter: QPainter, area: QRectF, *, selected: bool, last: bool) -> None:
        """Paint the selection, or the hairline below."""
        colours = theme.current()
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent_soft"))
            radius = colours.radius("medium")
            painter.drawRoundedRect(area.adjusted(6, 3, -6, -3), radius, radius)
        elif not last:
            painter.setPen(colours.colour("border"))
            painter.drawLine(area.bottomLeft() + _SIDE, area.bottomRight() - _SIDE)

    def _paint_mark(self, painter: QPainter, area: QRectF, tone: Tone) -> None:
        """Paint the round mark of the line's state."""
        colours = theme.current().tone(tone)
        mark = QRectF(area.left(), area.center().y() - 22, 44, 44)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.soft)
        painter.drawEllipse(mark)
        icons.paint(painter, TONE_ICONS[tone], mark.adjusted(10, 10, -10, -10), colours.on_soft)

    def _paint_figures(self, painter: QPainter, area: QRectF, line: Line) -> float:
        """Paint figure, note and ticks at the right; gives the width they take."""
        colours = theme.current()
        figure, small = colours.font("item_strong"), colours.font("caption")
        ticks = line.ticks * 13 + 10 if line.ticks else 0
        wide = QFontMetrics(figure).horizontalAdvance(line.figure)
        note = QFontMetrics(small).horizontalAdvance(line.note) + ticks
        width = float(max(wide, note))
        right, align = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        column = QRectF(area.right() - width - 2, area.top(), width + 2, area.height())
        two = bool(line.note or line.ticks)
        painter.setFont(figure)
        painter.setPen(colours.colour("text"))
        painter.drawText(column.adjusted(0, 0, 0, -24 if two else 0), right | align, line.figure)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        painter.drawText(column.adjusted(0, 36, -ticks, 0), right | align, line.note)
        for n in range(line.ticks):
            tick = QRectF(column.right() - 17 - n * 13, area.center().y() + 9, 18, 18)
            icons.paint(painter, "check", tick, colours.colour("on_success_soft"))
        return width

    def _paint_words(self, painter: QPainter, area: QRectF, line: Line) -> None:
        """Paint title and detail, shortened to the room there is."""
        colours = theme.current()
        below = " \u00b7 ".join(part for part in (line.status, line.detail) if part)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        size = "lead" if area.width() < NARROW else "item"
        for role, colour, text, shift in (
            (size, "text", line.title, (0, -24 if below else 0)),
            ("caption", "muted", below, (36, 0)),
        ):
            font = colours.font(role)
            painter.setFont(font)
            painter.setPen(colours.colour(colour))
            fitted = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.drawText(area.adjusted(0, shift[0], 0, shift[1]), align, fitted)


class LineList(QListView):
    """The lines of a receipt, a cart or a pick, the newest in view and the chosen one marked."""

    chosen = Signal(object)
    """The key of the line that was chosen."""

    def __init__(self, parent: QWidget | None = None, *, dense: bool = False) -> None:
        """Start empty. ``dense`` shows a quarter more lines in the same height."""
        super().__init__(parent)
        self._model = _LineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self, dense=dense))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def set_name(self, name: str) -> None:
        """Set the words for screen readers."""
        self.setAccessibleName(name)

    def set_lines(self, lines: Sequence[Line], current: Hashable = None) -> None:
        """Show these lines; ``current`` is the key to mark and bring into view."""
        wanted = current if current is not None else self.current_key()
        self.setUniformItemSizes(not any(line.heading for line in lines))
        self._model.beginResetModel()
        self._model.lines = list(lines)
        self._model.endResetModel()
        self.select(wanted)

    def lines(self) -> Sequence[Line]:
        """Give the lines shown."""
        return tuple(self._model.lines)

    def current_key(self) -> Hashable:
        """Give the key of the marked line, or None."""
        at = self.currentIndex().row()
        return self._model.lines[at].key if 0 <= at < len(self._model.lines) else None

    def select(self, key: Hashable) -> None:
        """Mark a line and bring it into view; nothing for an unknown key."""
        for at, line in enumerate(self._model.lines):
            if line.key == key:
                index = self._model.index(at)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the marked line in view when there is less room."""
        super().resizeEvent(event)
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        """Say which line was chosen."""
        line = self._model.lines[index.row()]
        if not line.heading:
            self.chosen.emit(line.key)


class ItemCard(Card):
    """The item in hand: its name in large type, its facts, and one figure."""

    def __init__(
        self, parent: QWidget | None = None, *, tall: bool = False, role: str = "display"
    ) -> None:
        """Start without an item. ``tall`` puts the figure below the name, for a narrow column.

        ``role`` is the figure's step of the type scale.
        """
        super().__init__(parent)
        self._title = Text("title", wrap=True)
        self._code = Text("muted")
        self._pill = StatusPill()
        self._pill.hide()
        self.figure = BigNumber(role=role)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(32)
        self._facts.setVerticalSpacing(2)
        head = beside(self._code, self._pill, None, gap=12)
        if tall:
            narrow = column(self, head, self._title, self.figure, None, self._facts, gap=8)
            narrow.setContentsMargins(24, 20, 24, 22)
            return
        self.figure.align_right()
        left = stacked(head, self._title, self._facts, gap=4)
        box = row(self, gap=32)
        box.setContentsMargins(24, 16, 28, 16)
        box.addLayout(left, 1)
        box.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_item(self, title: str, code: str = "") -> None:
        """Show the item's name and its code."""
        self._title.setText(title)
        self._code.setText(code)
        self._code.setVisible(bool(code))

    def set_state(self, text: str, tone: Tone) -> None:
        """Show how it stands; empty text takes the pill away."""
        self._pill.set_state(text, tone)
        self._pill.setVisible(bool(text))

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show facts as (name, value): bin, lot, expiry."""
        while self._facts.count():
            gone = self._facts.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for n in range(self._facts.columnCount()):
            self._facts.setColumnStretch(n, 0)
        for n, (name, value) in enumerate(facts):
            self._facts.addWidget(Text("label", name), 0, n)
            self._facts.addWidget(Text("item_strong", value), 1, n)
        self._facts.setColumnStretch(len(facts), 1)
