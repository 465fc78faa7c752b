"""Tokens to look: one palette and one generated style sheet on Fusion, for light and dark.

Widgets that paint themselves ask :func:`current` for colours and fonts when they paint; they are
repainted when the theme is applied. Qt's own colour scheme is never relied upon.
"""

import json
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop import fonts, icons
from desktop.tones import Tone
from resources import locate

MODES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The four colours of a tone: a calm surface and a loud one, each with its text."""

    soft: QColor
    on_soft: QColor
    solid: QColor
    on_solid: QColor


@cache
def tokens() -> dict[str, Any]:
    """Read ``resources/styles/tokens.json`` once."""
    text = locate("styles/tokens.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


class Theme:
    """The tokens of one mode, as Qt values. ``gloves`` makes every touch target larger."""

    def __init__(self, mode: str = "light", *, gloves: bool = False) -> None:
        """``mode`` is ``light`` or ``dark``; anything else is a KeyError."""
        self.mode = mode
        self.gloves = gloves
        self._colours: dict[str, str] = tokens()["themes"][mode]
        self._type: dict[str, dict[str, Any]] = tokens()["type"]

    def colour(self, name: str) -> QColor:
        """Give the colour of a token."""
        return QColor(self._colours[name])

    def tone(self, tone: Tone) -> ToneColours:
        """Give the colours of a tone."""
        return ToneColours(
            self.colour(f"{tone}_soft"),
            self.colour(f"on_{tone}_soft"),
            self.colour(tone),
            self.colour(f"on_{tone}"),
        )

    def font(self, role: str) -> QFont:
        """Give the font of a step of the type scale (``body``, ``item``, ``number``, ...)."""
        step = self._type[role]
        font = QFont(fonts.FAMILIES)
        font.setPointSizeF(step["pt"])
        font.setBold(step["bold"])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def space(self, name: str) -> int:
        """Give a step of the spacing grid in pixels."""
        return int(tokens()["space"][name])

    def radius(self, name: str) -> int:
        """Give a corner radius in pixels."""
        return int(tokens()["radius"][name])

    def size(self, name: str) -> int:
        """Give a size in pixels; ``touch`` grows with gloves."""
        sizes = tokens()["size"]
        return int(sizes["touch_gloves"] if self.gloves and name == "touch" else sizes[name])

    def palette(self) -> QPalette:
        """Give the palette, for what paints without the style sheet."""
        role = QPalette.ColorRole
        palette = QPalette()
        for which, name in (
            (role.Window, "ground"), (role.WindowText, "text"), (role.Base, "surface"),
            (role.AlternateBase, "sunken"), (role.Text, "text"), (role.Button, "surface"),
            (role.ButtonText, "text"), (role.BrightText, "on_accent"), (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"), (role.Link, "accent"),
            (role.PlaceholderText, "faint"), (role.ToolTipBase, "rail"),
            (role.ToolTipText, "on_rail_active"), (role.Mid, "border"), (role.Light, "surface"),
            (role.Dark, "outline"), (role.Shadow, "shadow"), (role.Accent, "accent"),
        ):  # fmt: skip
            palette.setColor(which, self.colour(name))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.colour("faint"))
        return palette

    def style_sheet(self) -> str:
        """Fill ``resources/styles/base.qss`` with the tokens."""
        values: dict[str, object] = dict(self._colours)
        values |= {f"{name}_pt": step["pt"] for name, step in self._type.items()}
        values |= {f"radius_{name}": px for name, px in tokens()["radius"].items()}
        touch = self.size("touch")
        values |= {
            "families": ", ".join(f'"{family}"' for family in fonts.FAMILIES),
            "touch": touch,
            "button_inner": touch - 2,
            "field_inner": touch - 2,
            "key_inner": touch + 12,
            "chevron_down": icons.tinted_file("chevron-down", self._colours["muted"]),
            "check_mark": icons.tinted_file("check", self._colours["on_accent"]),
        }
        template = locate("styles/base.qss").read_text(encoding="utf-8")
        return Template(template).substitute(values)


class _Changes(QObject):
    """Says when another theme was applied."""

    changed = Signal()


_state: dict[str, Any] = {}


def current() -> Theme:
    """Give the theme in force; light until one is applied."""
    if "theme" not in _state:
        _state["theme"] = Theme()
    theme: Theme = _state["theme"]
    return theme


def changes() -> Any:
    """Give the signal of theme changes, for what caches colours (icons, pixmaps)."""
    if "changes" not in _state:
        _state["changes"] = _Changes()
    return _state["changes"].changed


def apply(app: QApplication, theme: Theme) -> None:
    """Put a theme in force for the whole application, open windows included."""
    fonts.load()
    _state["theme"] = theme
    icons.forget()
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(theme.font("body"))
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())
    changes().emit()


def contrast(one: QColor, other: QColor) -> float:
    """Give the WCAG 2.1 contrast ratio of two colours (1 to 21)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Give the relative luminance (WCAG 2.1, section 'relative luminance')."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
