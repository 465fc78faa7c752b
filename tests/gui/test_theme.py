"""Contrast, sizes and the style sheet come from the tokens and keep their promises."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop import fonts, icons, theme
from desktop.shell import Shell
from desktop.tones import TONE_ICONS, Tone


@pytest.mark.parametrize("mode", theme.MODES)
@pytest.mark.parametrize(("text", "ground"), [tuple(pair) for pair in theme.tokens()["pairs"]])
def test_every_text_can_be_read(mode: str, text: str, ground: str) -> None:
    colours = theme.Theme(mode)
    assert theme.contrast(colours.colour(text), colours.colour(ground)) >= 4.5


@pytest.mark.parametrize("mode", theme.MODES)
@pytest.mark.parametrize(("mark", "ground"), [tuple(pair) for pair in theme.tokens()["marks"]])
def test_every_mark_can_be_seen(mode: str, mark: str, ground: str) -> None:
    colours = theme.Theme(mode)
    assert theme.contrast(colours.colour(mark), colours.colour(ground)) >= 3.0


def test_every_colour_that_is_written_on_another_is_in_the_list_of_pairs() -> None:
    names = set(theme.tokens()["themes"]["light"])
    checked = {tuple(pair) for pair in theme.tokens()["pairs"]}
    for name in names:
        if name.startswith("on_"):
            assert any(text == name for text, _ in checked), name


def test_both_modes_have_the_same_tokens() -> None:
    themes = theme.tokens()["themes"]
    assert set(themes["light"]) == set(themes["dark"])


def test_numbers_and_items_are_as_large_as_the_trade_asks() -> None:
    steps = theme.tokens()["type"]
    assert steps["number"]["pt"] >= 28
    assert steps["display"]["pt"] >= 28
    assert steps["item"]["pt"] >= 20
    assert theme.tokens()["size"]["touch"] >= 48
    assert theme.Theme("light", gloves=True).size("touch") >= 64


def test_contrast_of_black_and_white_is_21() -> None:
    black, white = QColor("black"), QColor("white")
    assert theme.contrast(black, white) == pytest.approx(21.0)


def test_applying_a_theme_changes_palette_and_style(app: QApplication) -> None:
    theme.apply(app, theme.Theme("dark"))
    dark = theme.Theme("dark")
    assert app.palette().color(QPalette.ColorRole.Window) == dark.colour("ground")
    assert dark.colour("surface").name().upper() in app.styleSheet().upper()
    assert theme.current().mode == "dark"


def test_the_bundled_fonts_are_found(app: QApplication) -> None:
    assert {"Counterfoil Sans", "Counterfoil Sans SC"} <= set(fonts.load())


def test_every_tone_has_an_icon_and_four_colours() -> None:
    for tone in Tone:
        assert TONE_ICONS[tone] in icons.names()
        colours = theme.Theme("light").tone(tone)
        assert theme.contrast(colours.on_soft, colours.soft) >= 4.5
        assert theme.contrast(colours.on_solid, colours.solid) >= 4.5


def test_every_icon_draws_something_in_its_colour(app: QApplication) -> None:
    assert len(icons.names()) >= 40
    for name in icons.names():
        image = icons.pixmap(name, "#3B46C6", 24, 2.0).toImage()
        inks = {image.pixelColor(x, y).alpha() for x in range(48) for y in range(48)}
        assert max(inks) > 200, name


@pytest.mark.expects_log
def test_an_icon_that_does_not_exist_is_a_dot_and_no_crash(app: QApplication) -> None:
    missing = icons.pixmap("no-such-icon", "#000000", 24).toImage()
    assert missing == icons.pixmap("dot", "#000000", 24).toImage()


def test_buttons_are_large_enough_for_a_thumb(shell: Shell) -> None:
    shell.navigate("show-lines")
    for button in shell.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.height() >= 48, button.accessibleName()
            assert button.width() >= 48, button.accessibleName()
