"""What every screen of the application owes the window."""

import pytest

from desktop import icons
from desktop.screen import Screen
from desktop.screens import SCREENS

GROUPS = {"", "warehouse", "counter", "office"}


def test_no_two_screens_share_an_id() -> None:
    ids = [screen.id for screen in SCREENS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.id))
def test_a_screen_says_what_the_window_must_know(screen: type[Screen]) -> None:
    assert screen.id == screen.id.lower() != ""
    assert screen.title_text
    assert screen.group in GROUPS
    if screen.group:
        assert screen.icon in icons.names()
        assert screen.hint_text
