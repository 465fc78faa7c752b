"""The scan router with real key events in real time, and with serial scans."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.scan_router import ScanRouter, active_target
from desktop.scans import Outcome, Scan
from desktop.tones import Tone
from domain.errors import NotFound

SCANNER_GAP_S = 0.0012


@dataclass
class Target:
    """Somebody who takes scans and remembers them."""

    scans: list[Scan] = field(default_factory=list)
    window_ms: int = 0
    error: Exception | None = None

    def on_scan(self, scan: Scan) -> Outcome | None:
        if self.error is not None:
            raise self.error
        self.scans.append(scan)
        return Outcome(Tone.SUCCESS, scan.text)

    def repeat_window(self, scan: Scan) -> int:
        return self.window_ms

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]


@dataclass(frozen=True)
class SerialEvent:
    """What the devices room delivers."""

    text: str
    aim: str | None = None
    data: bytes = b""


class Window(QWidget):
    """An editor and a default button, the two that must never see a scan."""

    def __init__(self) -> None:
        super().__init__()
        self.editor, self.button = QLineEdit(), QPushButton("Post")
        self.button.setDefault(True)
        self.pressed = 0
        self.button.clicked.connect(self._count)
        box = QVBoxLayout(self)
        box.addWidget(self.editor)
        box.addWidget(self.button)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def target() -> Target:
    return Target()


@pytest.fixture
def commands() -> list[str]:
    return []


@pytest.fixture
def router(app: QApplication, target: Target, commands: list[str]) -> Iterator[ScanRouter]:
    def run(id_: str) -> bool:
        commands.append(id_)
        return True

    made = ScanRouter(lambda: active_target(lambda: target), run)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def window(router: ScanRouter, qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.hasFocus)
    return made


KEYS = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab}


def press(window: QWidget, character: str) -> None:
    """Press and release one key at the window, as the system does."""
    handle = window.windowHandle()
    if character == "\x1d":
        QTest.keyClick(handle, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    elif character in KEYS:
        QTest.keyClick(handle, KEYS[character])
    else:
        QTest.keyClick(handle, character)


def scan(window: QWidget, text: str) -> None:
    """Send a text as a keyboard scanner does: about 1 ms a key, in real time."""
    for character in text:
        press(window, character)
        time.sleep(SCANNER_GAP_S)


def type_slowly(window: QWidget, text: str, qtbot: QtBot, pause_ms: int = 90) -> None:
    """Type as a person does."""
    for character in text:
        press(window, character)
        QTest.qWait(pause_ms)


def test_a_keyboard_scan_arrives_and_touches_no_widget(
    window: Window, target: Target, qtbot: QtBot
) -> None:
    scan(window, "4006381333931\r")
    assert target.texts == ["4006381333931"]
    QTest.qWait(80)
    assert window.editor.text() == ""
    assert window.pressed == 0


def test_a_scan_never_presses_the_button_that_has_the_focus(
    window: Window, target: Target, qtbot: QtBot
) -> None:
    window.button.setFocus()
    scan(window, "12345678\r\n")
    QTest.qWait(80)
    assert target.texts == ["12345678"]
    assert window.pressed == 0


def test_typing_and_enter_still_work(window: Window, target: Target, qtbot: QtBot) -> None:
    entered: list[str] = []
    window.editor.returnPressed.connect(lambda: entered.append(window.editor.text()))
    type_slowly(window, "milk 42", qtbot)
    press(window, "\r")
    assert window.editor.text() == "milk 42"
    assert entered == ["milk 42"]
    assert target.scans == []


def test_fast_typing_of_a_word_is_typed_in_order(
    window: Window, target: Target, qtbot: QtBot
) -> None:
    type_slowly(window, "abcdefgh", qtbot, pause_ms=20)
    qtbot.waitUntil(lambda: window.editor.text() == "abcdefgh", timeout=1000)
    assert target.scans == []


def test_editing_keys_work_between_typed_letters(window: Window, qtbot: QtBot) -> None:
    type_slowly(window, "mik", qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    type_slowly(window, "l", qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_End)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backspace)
    assert window.editor.text() == "mil"


def test_the_space_bar_still_presses_a_button(window: Window, qtbot: QtBot) -> None:
    window.button.setFocus()
    press(window, " ")
    qtbot.waitUntil(lambda: window.pressed == 1, timeout=1000)
    assert not window.button.isDown()


def test_fifty_scans_a_second_arrive_complete_and_in_order(
    window: Window, target: Target, qtbot: QtBot
) -> None:
    codes = [f"69012345{n:05d}" for n in range(100)]
    started = time.monotonic()
    for n, code in enumerate(codes):
        for character in f"{code}\r":
            press(window, character)
        due = started + (n + 1) / 50
        while time.monotonic() < due:
            QCoreApplication.processEvents()
            time.sleep(0.0005)
    took = time.monotonic() - started
    QTest.qWait(80)
    assert target.texts == codes
    assert window.editor.text() == ""
    assert took < 100 / 50 + 1.0


def test_a_stall_of_the_window_in_the_middle_of_a_scan_loses_nothing(
    window: Window, target: Target
) -> None:
    """The keys carry the time they were pressed; a late window judges by that."""
    text = "4006381333931\r"
    for n, character in enumerate(text):
        key = KEYS.get(character, Qt.Key(ord(character)))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(5_000 + 4 * n)
            QCoreApplication.postEvent(window.windowHandle(), event)
        if n == 6:
            QCoreApplication.processEvents()
            time.sleep(0.12)
    QCoreApplication.processEvents()
    assert target.texts == ["4006381333931"]


def test_group_separators_and_the_aim_identifier_are_kept_apart(
    window: Window, target: Target
) -> None:
    scan(window, "]C101095011015300031\x1d17261231\r")
    got = target.scans[0]
    assert (got.aim, got.text) == ("]C1", "01095011015300031\x1d17261231")


def test_a_scan_with_tab_as_its_end_leaves_the_focus_alone(window: Window, target: Target) -> None:
    scan(window, "12345678\t")
    assert target.texts == ["12345678"]
    assert window.editor.hasFocus()


def test_a_burst_committed_by_an_input_method_is_a_scan(window: Window, target: Target) -> None:
    QCoreApplication.sendEvent(window.editor, QInputMethodEvent("6901", []))
    commit = QInputMethodEvent("", [])
    commit.setCommitString("6901234567892")
    QCoreApplication.sendEvent(window.editor, commit)
    assert target.texts == ["6901234567892"]
    assert window.editor.text() == ""


def test_chinese_words_from_an_input_method_are_typed(window: Window, target: Target) -> None:
    commit = QInputMethodEvent("", [])
    commit.setCommitString("\u71d5\u9ea6\u5976")
    QCoreApplication.sendEvent(window.editor, commit)
    assert window.editor.text() == "\u71d5\u9ea6\u5976"
    assert target.scans == []


def test_the_same_code_too_soon_is_counted_once_and_another_one_at_once(
    router: ScanRouter, target: Target, qtbot: QtBot
) -> None:
    target.window_ms = 300
    with qtbot.waitSignal(router.suppressed):
        for text in ("111111", "111111", "222222"):
            router.receive(SerialEvent(text))
    assert target.texts == ["111111", "222222"]


def test_where_repeats_count_every_one_arrives(router: ScanRouter, target: Target) -> None:
    for _ in range(50):
        router.receive(SerialEvent("111111"))
    assert len(target.scans) == 50


def test_a_command_barcode_runs_its_action(
    router: ScanRouter, target: Target, commands: list[str]
) -> None:
    router.receive(SerialEvent("CF-CMD-confirm"))
    assert commands == ["confirm"]
    assert target.scans == []


def test_an_error_for_a_person_is_the_answer(
    router: ScanRouter, target: Target, qtbot: QtBot
) -> None:
    target.error = NotFound(what="Barcode 123")
    with qtbot.waitSignal(router.answered) as heard:
        router.receive(SerialEvent("123"))
    assert heard.args == [Outcome(Tone.ERROR, "Barcode 123 was not found.")]


def test_an_open_dialog_takes_the_scans_and_one_that_cannot_blocks_them(
    window: Window, router: ScanRouter, target: Target, commands: list[str], qtbot: QtBot
) -> None:
    taken: list[str] = []

    class Asking(QDialog):
        def on_scan(self, scan: Scan) -> Outcome | None:
            taken.append(scan.text)
            return None

        def repeat_window(self, scan: Scan) -> int:
            return 0

    for dialog in (Asking(window), QDialog(window)):
        qtbot.addWidget(dialog)
        dialog.setModal(True)
        dialog.show()
        router.receive(SerialEvent("777777"))
        router.receive(SerialEvent("CF-CMD-confirm"))
        dialog.close()
    assert taken == ["777777", "CF-CMD-confirm"]
    assert target.scans == []
