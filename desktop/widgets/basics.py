"""Text, buttons, cards and the two ways to lay them out."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import icons, theme

GAP = 16
"""The base step between widgets, in pixels."""

Piece = QWidget | QLayout | int | None
"""What a layout takes: a widget, a layout, a space in pixels, or None for a stretch."""


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and style the widget again if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def _fill(box: QBoxLayout, pieces: tuple[Piece, ...]) -> None:
    """Add pieces to a box layout."""
    for piece in pieces:
        if piece is None:
            box.addStretch(1)
        elif isinstance(piece, int):
            box.addSpacing(piece)
        elif isinstance(piece, QWidget):
            box.addWidget(piece)
        else:
            box.addLayout(piece)


def column(parent: QWidget, *pieces: Piece, gap: int = GAP, margin: int = 24) -> QVBoxLayout:
    """Lay pieces out from top to bottom as the parent's layout."""
    box = QVBoxLayout(parent)
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    _fill(box, pieces)
    return box


def row(parent: QWidget, *pieces: Piece, gap: int = GAP, margin: int = 0) -> QHBoxLayout:
    """Lay pieces out from left to right as the parent's layout."""
    box = QHBoxLayout(parent)
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    _fill(box, pieces)
    return box


def beside(*pieces: Piece, gap: int = GAP) -> QHBoxLayout:
    """Give a row to put inside another layout."""
    box = QHBoxLayout()
    box.setSpacing(gap)
    _fill(box, pieces)
    return box


def stacked(*pieces: Piece, gap: int = 8) -> QVBoxLayout:
    """Give a column to put inside another layout."""
    box = QVBoxLayout()
    box.setSpacing(gap)
    _fill(box, pieces)
    return box


class Text(QLabel):
    """A piece of text in one step of the type scale (``caption``, ``body``, ``title``, ...)."""

    def __init__(
        self,
        role: str = "body",
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        """Plain text only: what comes from the database is never read as markup."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        """Change the step of the type scale or the colour that goes with it."""
        set_property(self, "role", role)


class Button(QPushButton):
    """A button: ``secondary`` by default, one ``primary`` a screen, ``quiet``, ``danger``."""

    def __init__(
        self, kind: str = "secondary", icon: str = "", parent: QWidget | None = None
    ) -> None:
        """``icon`` is the name of one of our icons."""
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setIconSize(QSize(22, 22))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._icon = icon
        self._tint()

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        set_property(self, "kind", kind)
        self._tint()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self._tint()

    def set_chosen(self, chosen: bool) -> None:
        """Mark the button as the chosen one of several."""
        set_property(self, "chosen", "true" if chosen else "false")

    def _tint(self) -> None:
        """Tint the icon for the kind and the theme."""
        if self._icon:
            colours = {"primary": "on_accent", "danger": "on_error", "quiet": "accent"}
            name = colours.get(str(self.property("kind")), "text")
            self.setIcon(icons.icon(self._icon, theme.current().colour(name)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tint again when the theme changes."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class IconButton(QToolButton):
    """A button that is only an icon; its name is said aloud and shown as a tip."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, colour: str = "muted") -> None:
        """``colour`` is a token's name."""
        super().__init__(parent)
        self.setIconSize(QSize(24, 24))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon, self._colour = icon, colour
        self._tint()

    def set_name(self, name: str) -> None:
        """Set the words for the tip and for screen readers."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon = name
        self._tint()

    def _tint(self) -> None:
        """Tint the icon for the theme."""
        self.setIcon(icons.icon(self._icon, theme.current().colour(self._colour)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tint again when the theme changes."""
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


class Card(QFrame):
    """A calm surface with round corners that holds what belongs together."""

    def __init__(self, parent: QWidget | None = None, *, kind: str = "card") -> None:
        """``kind`` is ``card`` or ``sunken``."""
        super().__init__(parent)
        self.setProperty("kind", kind)


class Rule(QFrame):
    """A hairline between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """One pixel high, as wide as there is room."""
        super().__init__(parent)
        self.setProperty("kind", "rule")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
