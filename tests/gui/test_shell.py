"""The window: navigation, rights, lock, actions, banner, status, refresh."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.actions import Action, act
from desktop.chrome.bars import StationStatus
from desktop.chrome.rail import Place, Rail, RailButton
from desktop.chrome.sheets import PaletteSheet
from desktop.context import Context
from desktop.earcon import SilentEarcon
from desktop.language import Languages
from desktop.offload import Offload
from desktop.scans import Outcome, Scan
from desktop.screen import DeviceState, Screen
from desktop.shell import Shell
from desktop.showcase import Anybody, TilesScreen
from desktop.tones import Tone
from desktop.widgets import ScanField, column
from tests.gui.conftest import NOON, ListStore


class SignOn(Screen):
    """Where one signs on."""

    id = "sign_on"
    title_text = "Sign on"

    def enter(self, params: Mapping[str, object]) -> None:
        self.entered = dict(params)


class Counting(Screen):
    """A screen that counts what happens to it."""

    id = "count"
    title_text = "Count"
    icon, group, permission = "hash", "warehouse", "stock.count"
    refreshes_on = ("rows",)
    repeat_ms = 0

    def build(self) -> None:
        self.field = ScanField()
        column(self, self.field, None)
        self.counts: list[str] = []
        self.refreshed = self.confirmed = self.cleared = 0
        self.stuck = False

    def retranslate(self) -> None:
        self.field.set_prompt(self.tr("Scan"))

    def refresh(self) -> None:
        self.refreshed += 1

    def leave(self) -> bool:
        return not self.stuck

    def on_scan(self, scan: Scan) -> Outcome | None:
        self.counts.append(scan.text)
        self.offer_undo(scan.text, self.counts.pop)
        return Outcome(Tone.SUCCESS, f"{scan.text} counted")

    def screen_actions(self) -> Sequence[Action]:
        return [
            act("confirm", self._confirm, enabled=lambda: bool(self.counts), primary=True),
            act("clear", self._clear, on_bar=False),
        ]

    def _confirm(self) -> None:
        self.confirmed += 1

    def _clear(self) -> None:
        self.cleared += 1


@dataclass(frozen=True)
class Clerk:
    """Somebody who may not count."""

    user_name: str = "Zhao Yun"
    actor: object = None

    def may(self, permission: str) -> bool:
        return permission != "stock.count"


@pytest.fixture
def window(context: Context, languages: Languages, qtbot: QtBot) -> Shell:
    made = Shell(context, [SignOn, TilesScreen, Counting], languages)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.start()
    yield made
    made.close()


def counting(window: Shell) -> Counting:
    """Sign on and go to the counting screen."""
    window.sign_in(Anybody())
    window.navigate("count")
    screen = window.current
    assert isinstance(screen, Counting)
    return screen


def test_it_begins_at_the_sign_on_screen_without_a_rail(window: Shell) -> None:
    assert window.current is not None
    assert window.current.id == "sign_on"
    assert not window.rail.isVisible()
    window.sign_in(Anybody())
    assert window.current.id == "home"
    assert window.rail.isVisible()


def test_a_screen_one_may_not_open_is_named_and_not_shown(window: Shell) -> None:
    window.sign_in(Clerk())
    window.navigate("count")
    assert window.current is not None
    assert window.current.id == "home"
    assert window.banner.outcome == Outcome(Tone.ERROR, "You are not allowed to open Count")
    assert "count" not in [button.place.id for button in window.rail._buttons]


def test_the_focus_begins_in_the_scan_field(window: Shell, qtbot: QtBot) -> None:
    screen = counting(window)
    qtbot.waitUntil(screen.field.hasFocus)


def test_a_scan_is_answered_with_words_and_sound(window: Shell, context: Context) -> None:
    screen = counting(window)
    window.router.deliver(Scan("690"))
    assert screen.counts == ["690"]
    assert window.banner.outcome == Outcome(Tone.SUCCESS, "690 counted")
    assert isinstance(context.earcon, SilentEarcon)
    assert context.earcon.played == ["ok"]


def test_keys_run_actions_only_while_they_are_allowed(window: Shell, qtbot: QtBot) -> None:
    screen = counting(window)
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert screen.confirmed == 0
    window.router.deliver(Scan("690"))
    qtbot.waitUntil(lambda: any(a.id == "undo" for a in window.actions_now()))
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert screen.confirmed == 1


def test_ctrl_z_takes_the_last_scan_back_although_the_scan_field_has_the_focus(
    window: Shell, qtbot: QtBot
) -> None:
    screen = counting(window)
    window.router.deliver(Scan("690"))
    qtbot.waitUntil(lambda: any(a.title == "Undo: 690" for a in window.actions_now()))
    qtbot.keyClick(screen.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.counts == []
    qtbot.waitUntil(lambda: all(a.id != "undo" for a in window.actions_now()))


def test_a_command_barcode_does_what_its_key_does(window: Shell) -> None:
    screen = counting(window)
    window.router.deliver(Scan("CF-CMD-confirm"))
    assert window.banner.outcome is not None
    assert window.banner.outcome.tone is Tone.WARNING
    window.router.deliver(Scan("690"))
    window.refresh_actions()
    window.router.deliver(Scan("CF-CMD-confirm"))
    assert screen.confirmed == 1


def test_esc_first_acknowledges_the_error_then_clears(window: Shell, qtbot: QtBot) -> None:
    screen = counting(window)
    window.banner.error("Lot A17 expired")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.banner.outcome is None
    assert screen.cleared == 0
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert screen.cleared == 1


def test_an_error_stays_and_a_success_goes(window: Shell) -> None:
    window.banner.error("Refused")
    assert not window.banner._timer.isActive()
    window.banner.success("Done")
    assert window.banner._timer.isActive()


def test_locking_hides_everything_and_the_same_person_comes_back(window: Shell) -> None:
    screen = counting(window)
    screen.field.setText("half typed")
    window.lock()
    current = window.current
    assert isinstance(current, SignOn)
    assert current.entered == {"locked": True}
    assert not window.rail.isVisible()
    window.navigate("count")
    assert window.current is current
    window.sign_in(Anybody())
    assert window.current is screen
    assert screen.field.text() == "half typed"


def test_another_person_begins_at_home(window: Shell) -> None:
    counting(window)
    window.lock()
    window.sign_in(Clerk())
    assert window.current is not None
    assert window.current.id == "home"


def test_a_screen_may_refuse_to_be_left(window: Shell) -> None:
    screen = counting(window)
    screen.stuck = True
    window.navigate("home")
    assert window.current is screen
    screen.stuck = False
    window.back()
    assert window.current is not None
    assert window.current.id == "home"


def test_a_command_refreshes_the_screens_that_show_what_it_changed(
    window: Shell, offload: Offload, store: ListStore
) -> None:
    screen = counting(window)
    screen.command("add", lambda rows: rows.append(1))
    offload.settle()
    assert screen.refreshed == 1
    window.navigate("home")
    screen.command("add", lambda rows: rows.append(1))
    offload.settle()
    assert screen.refreshed == 1, "hidden: refreshed when it is shown again"
    window.navigate("count")
    assert screen.refreshed == 2
    store.changed = frozenset({"something else"})
    screen.command("add", lambda rows: rows.append(1))
    offload.settle()
    assert screen.refreshed == 2


def test_a_failure_nobody_took_is_shown(window: Shell, offload: Offload) -> None:
    screen = counting(window)
    screen.query(lambda rows: rows[9], print)
    offload.settle()
    assert window.banner.outcome is not None
    assert "CF-TEST-0001" in window.banner.outcome.text


def test_the_palette_finds_actions_and_screens_by_any_word(window: Shell, qtbot: QtBot) -> None:
    counting(window)
    window.open_palette()
    sheet = window.findChild(PaletteSheet)
    qtbot.keyClicks(sheet._edit, "count")
    qtbot.waitUntil(lambda: sheet.found() == ["go:count"])
    sheet._edit.setText("lock")
    assert sheet.found() == ["lock"]
    qtbot.keyClick(sheet._edit, Qt.Key.Key_Return)
    assert isinstance(window.current, SignOn)


def test_help_lists_the_keys_of_the_moment(window: Shell, qtbot: QtBot) -> None:
    counting(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    words = {label.text() for label in sheet.findChildren(type(window.header.title))}
    assert {"F12", "Confirm", "Ctrl+L", "Lock"} <= words
    sheet.reject()


def test_the_strip_tells_what_is_unsent_and_since_when(window: Shell) -> None:
    window.show_status(StationStatus())
    assert window.strip.texts() == ["Everything is sent"]
    scale = DeviceState("Scale", "scale", Tone.WARNING, "no answer")
    window.show_status(StationStatus(37, NOON - timedelta(hours=2, minutes=14), 2, None, (scale,)))
    assert window.strip.texts() == [
        "Offline 2 h 14 min \u00b7 37 changes safe here, not sent",
        "2 to decide",
        "Scale: no answer",
    ]
    window.show_status(StationStatus(unsent=1))
    assert window.strip.texts() == ["1 change safe here, not sent"]


def test_theme_sound_and_language_are_switched_by_key(
    window: Shell, app: QApplication, context: Context, languages: Languages, qtbot: QtBot
) -> None:
    counting(window)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_T, both)
    assert theme.current().mode == "dark"
    qtbot.keyClick(window, Qt.Key.Key_M, both)
    assert context.earcon.muted
    qtbot.keyClick(window, Qt.Key.Key_L, both)
    assert languages.code == "zh_CN"
    qtbot.waitUntil(lambda: window.strip.texts() == ["\u5df2\u5168\u90e8\u4e0a\u4f20"])
    assert any(action.title == "\u786e\u8ba4" for action in window.actions_now())


def test_the_window_says_where_it_stands(window: Shell, context: Context) -> None:
    assert window.windowTitle() == f"Counterfoil \u2013 {context.site} \u00b7 {context.station}"


@pytest.mark.parametrize("height", [700, 800])
def test_fourteen_places_fit_into_the_rail(app: QApplication, qtbot: QtBot, height: int) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_places([Place(str(n), "Customers", "home") for n in range(14)])
    rail.resize(rail.width(), height)
    rail.show()
    buttons = rail.findChildren(RailButton)
    assert rail.height() == height
    assert buttons[-1].geometry().bottom() < height
    for upper, lower in pairwise(buttons):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert min(button.height() for button in buttons) >= 42
