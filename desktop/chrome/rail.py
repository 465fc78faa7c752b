"""The dark rail at the left: where one can go. Each place is an icon with its name below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import icons, theme

LOWEST = 42
"""How low a place may become: icon and name without air."""
ROOMY = 54
"""From this height on there is room for the large icon."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a screen's id, its name in the language of the moment, its icon.

    ``whole`` is the name in full where ``title`` is a short one.
    """

    id: str
    title: str
    icon: str
    whole: str = ""


class RailButton(QAbstractButton):
    """One place of the rail."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """Named after the place."""
        super().__init__(parent)
        self.place = place
        self._hovered = False
        self.setCheckable(True)
        self.setText(place.title)
        self.setAccessibleName(place.whole or place.title)
        self.setToolTip(place.whole or place.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the rail; room for icon and name."""
        return QSize(theme.current().size("rail"), 72)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On a low window the places move together: fourteen of them fit into 700 pixels."""
        return QSize(theme.current().size("rail"), LOWEST)

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
        """Paint field, icon and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        gap = 2 if self.height() >= ROOMY else 0.5
        field = QRectF(self.rect()).adjusted(8, gap, -8, -gap)
        active = self.isChecked()
        if active or self._hovered or self.hasFocus():
            painter.setBrush(colours.colour("rail_active" if active else "rail_hover"))
            focus = QPen(colours.colour("on_rail_active"), 2)
            painter.setPen(focus if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(field, 14, 14)
        ink = colours.colour("on_rail_active" if active else "on_rail")
        size = 26 if self.height() >= ROOMY else 22
        line = 20 if self.height() >= ROOMY else 17
        top = field.center().y() - (size + line) / 2
        mark = QRectF(field.center().x() - size / 2, top, size, size)
        icons.paint(painter, self.place.icon, mark, ink)
        font = colours.font("caption")
        font.setPointSizeF(font.pointSizeF() - 1)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRectF(field.left() + 2, top + size, field.width() - 4, line)
        text = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        # The line is lower than the font's own height, which leaves room for accents.
        whole = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(words, whole, text)
        painter.end()


class _Mark(QWidget):
    """The mark of the house: a ticket with its counterfoil torn off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Sits at the head of the rail."""
        super().__init__(parent)
        self.setFixedWidth(theme.current().size("rail"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Air above and below."""
        return QSize(theme.current().size("rail"), 76)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On a low window the mark leaves its air to the places."""
        return QSize(theme.current().size("rail"), 48)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint two parts of a ticket with a perforation between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        middle = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawRoundedRect(QRectF(middle.x() - 22, middle.y() - 14, 26, 28), 6, 6)
        painter.setBrush(colours.colour("on_rail_active"))
        painter.drawRoundedRect(QRectF(middle.x() + 8, middle.y() - 14, 14, 28), 5, 5)
        painter.setBrush(colours.colour("on_rail"))
        for n in range(4):
            painter.drawEllipse(QRectF(middle.x() + 5, middle.y() - 12 + n * 7, 2.4, 2.4))
        painter.end()


class Rail(QWidget):
    """The list of places, and at its foot what belongs to the whole window."""

    chosen = Signal(str)
    """The id of a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until it gets places."""
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.current().size("rail"))
        self._buttons: list[RailButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 8)
        self._box.setSpacing(0)
        self._box.addWidget(_Mark())
        self._box.addStretch(1)

    def set_places(self, places: Sequence[Place], foot: Sequence[Place] = ()) -> None:
        """Show these places from the top, and the others at the foot."""
        for button in self._buttons:
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, place in enumerate(places):
            self._box.insertWidget(1 + at, self._button(place))
        for place in foot:
            self._box.addWidget(self._button(place))

    def set_current(self, id_: str) -> None:
        """Mark where we are."""
        for button in self._buttons:
            button.setChecked(button.place.id == id_)

    def _button(self, place: Place) -> RailButton:
        """Make a place's button."""
        button = RailButton(place)
        button.clicked.connect(lambda: self.chosen.emit(place.id))
        self._buttons.append(button)
        return button
