"""Panels: nothing here yet, where we are, how far, and two things side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop import icons, theme
from desktop.tones import Tone
from desktop.widgets.basics import Button, Card, Text, beside, column, row
from desktop.widgets.marks import StatusPill

LONG_VALUE = 32
"""A value of more characters is shown in the smaller of the two sizes."""


class _Emblem(QWidget):
    """A large icon in a soft round field."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        """96 pixels each way."""
        super().__init__(parent)
        self._icon = icon
        self.setFixedSize(96, 96)

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint field and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("accent_soft"))
        painter.drawEllipse(self.rect())
        ink = theme.current().colour("on_accent_soft")
        icons.paint(painter, self._icon, QRectF(self.rect()).adjusted(27, 27, -27, -27), ink)
        painter.end()


class EmptyState(QWidget):
    """What to do when there is nothing to show: an icon, a sentence, the next act."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        """Without words until they are set."""
        super().__init__(parent)
        self._emblem = _Emblem(icon)
        self._title = Text("title", wrap=True)
        self._hint = Text("muted", wrap=True)
        self._button = Button("primary")
        self._button.hide()
        self._button.clicked.connect(self.acted)
        centre = Qt.AlignmentFlag.AlignHCenter
        box = column(self, None, gap=12)
        box.addWidget(self._emblem, 0, centre)
        box.addSpacing(8)
        for text in (self._title, self._hint):
            text.setAlignment(centre)
            box.addWidget(text)
        box.addSpacing(8)
        box.addWidget(self._button, 0, centre)
        box.addStretch(1)

    def set_words(self, title: str, hint: str = "", button: str = "") -> None:
        """Set the sentence, the line below, and the button's words if there is an act."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._emblem.set_icon(icon)


class Steps(QWidget):
    """The steps of a task: done, current, to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets steps."""
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, names: Sequence[str], current: int) -> None:
        """Show steps; those before ``current`` are done."""
        self._names, self._current = tuple(names), current
        if 0 <= current < len(names):
            words = self.tr("Step %1 of %2: %3").replace("%1", str(current + 1))
            self.setAccessibleName(
                words.replace("%2", str(len(names))).replace("%3", names[current])
            )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A row of circles with words beside them."""
        return QSize(480, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circles, words and the lines between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        middle, left = self.height() / 2, 2.0
        for n, name in enumerate(self._names):
            done, now = n < self._current, n == self._current
            font = colours.font("strong" if now else "body")
            circle = QRectF(left, middle - 16, 32, 32)
            painter.setPen(QPen(colours.colour("accent" if done or now else "outline"), 1.5))
            painter.setBrush(
                colours.colour("accent" if now else "accent_soft" if done else "surface")
            )
            painter.drawEllipse(circle)
            if done:
                mark = circle.adjusted(7, 7, -7, -7)
                icons.paint(painter, "check", mark, colours.colour("on_accent_soft"))
            else:
                painter.setFont(colours.font("label"))
                painter.setPen(colours.colour("on_accent" if now else "muted"))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(n + 1))
            painter.setFont(font)
            painter.setPen(colours.colour("text" if now else "muted"))
            wide = QFontMetrics(font).horizontalAdvance(name) + 4
            words = QRectF(circle.right() + 10, 0, wide, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
            left = words.right() + 12
            if n + 1 < len(self._names):
                painter.setPen(QPen(colours.colour("border"), 2))
                painter.drawLine(QPointF(left, middle), QPointF(left + 36, middle))
                left += 48
        painter.end()


class ProgressPanel(Card):
    """How far a long job is, in words and as a bar, with a way to stop it."""

    cancelled = Signal()
    """The person wants it to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until something is under way."""
        super().__init__(parent)
        self._title, self._detail = Text("heading"), Text("muted")
        self._bar = QProgressBar()
        self._cancel = Button("secondary", "close")
        self._cancel.clicked.connect(self.cancelled)
        column(self, beside(self._title, None, self._cancel), self._bar, self._detail, gap=14)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Name the button and the bar."""
        self._cancel.setText(self.tr("Stop"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def show_progress(self, title: str, done: int, total: int, detail: str = "") -> None:
        """Show how far it is; a total of 0 means that nobody knows."""
        self._title.setText(title)
        self._detail.setText(detail)
        scale = 1000
        self._bar.setRange(0, scale if total else 0)
        self._bar.setValue(done * scale // total if total else 0)
        self.show()


class _Side(Card):
    """One side: who and when, the value, and the button that chooses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without words until they are set."""
        super().__init__(parent)
        self.heading, self.pill = Text("label", wrap=True), StatusPill()
        self.value, self.detail = Text("title", wrap=True), Text("muted", wrap=True)
        self.button = Button("secondary", "check")
        below = beside(self.detail, self.pill)
        below.setStretch(0, 1)
        column(self, self.heading, self.value, below, None, self.button, gap=12, margin=20)
        self.setMinimumHeight(216)


class SideBySide(QWidget):
    """Two versions of one thing, to be compared and chosen from (conflict cards)."""

    chosen = Signal(int)
    """0 for the left one, 1 for the right one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Two equal cards."""
        super().__init__(parent)
        self._sides = (_Side(), _Side())
        box = row(self, gap=16)
        for number, side in enumerate(self._sides):
            box.addWidget(side, 1)
            side.button.clicked.connect(lambda _=False, n=number: self.chosen.emit(n))

    def set_side(self, which: int, heading: str, value: str, detail: str, button: str) -> None:
        """Fill a side: whose it is, the value in large type, when and where, what to press."""
        side = self._sides[which]
        side.heading.setText(heading)
        side.value.setText(value)
        side.value.set_role("title" if len(value) <= LONG_VALUE else "heading")
        side.detail.setText(detail)
        side.button.setText(button)
        side.pill.hide()

    def set_winner(self, which: int | None, words: str = "") -> None:
        """Mark the side that holds now, with the reason in few words; None marks neither."""
        for number, side in enumerate(self._sides):
            side.pill.set_state(words, Tone.SUCCESS)
            side.pill.setVisible(number == which and bool(words))
            side.button.set_chosen(number == which)
