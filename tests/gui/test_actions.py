"""Actions as data: keys that cannot clash, barcodes that a scanner reads."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

from desktop import code128, icons
from desktop.actions import STANDARD, Action, ActionSpec, act, clashes
from desktop.barcode_sheet import paint_barcode, write_pdf
from desktop.scans import Scan

FUNCTION_KEYS = {
    "help": "F1",
    "quantity": "F2",
    "find": "F3",
    "exception": "F4",
    "next": "F5",
    "print": "F6",
    "back": "F7",
    "hold": "F8",
    "customer": "F9",
    "menu": "F10",
    "devices": "F11",
    "confirm": "F12",
    "clear": "Esc",
    "undo": "Ctrl+Z",
    "lock": "Ctrl+L",
    "drawer": "Ctrl+Shift+D",
}


def test_the_key_map_of_the_house() -> None:
    assert {id_: STANDARD[id_].shortcut for id_ in FUNCTION_KEYS} == FUNCTION_KEYS


def test_no_key_clashes_and_none_is_one_that_a_scanner_sends() -> None:
    everything = [Action(spec, print) for spec in STANDARD.values()]
    assert clashes(everything) == []
    for spec in STANDARD.values():
        if spec.shortcut:
            assert not re.fullmatch(r"(Shift\+)?.", spec.shortcut), spec
            assert spec.shortcut != "Ctrl+]"
            assert not QKeySequence(spec.shortcut).isEmpty()


def test_clashes_are_found() -> None:
    mine = Action(ActionSpec("mine", "Mine", "F2"), print)
    assert clashes([act("quantity", print), mine]) == [("quantity", "mine")]


def test_every_standard_action_has_an_icon_that_exists() -> None:
    assert {spec.icon for spec in STANDARD.values()} <= set(icons.names())


def test_an_actions_barcode_is_read_back_as_its_command() -> None:
    assert Scan(act("confirm", print).barcode).command == "confirm"
    assert Scan("4006381333931").command is None


def decode(widths: list[int]) -> str:
    """Read Code 128 from bar widths: an independent reader for the test."""
    pairs = ["".join(map(str, widths[n : n + 6])) for n in range(0, len(widths) - 7, 6)]
    table = {pattern: n for n, pattern in enumerate(code128._PATTERNS)}
    codes = [table[pair] for pair in pairs]
    start, data, check = codes[0], codes[1:-1], codes[-1]
    assert check == (start + sum(n * code for n, code in enumerate(data, 1))) % 103
    digits, text = start == code128.START_C, ""
    for code in data:
        if code == code128.CODE_B and digits:
            digits = False
        elif code == code128.CODE_C and not digits:
            digits = True
        else:
            text += f"{code:02d}" if digits else chr(code + 32)
    return text


def test_the_table_of_patterns_is_sound() -> None:
    """Every symbol is 11 modules wide with an even number of dark ones; the stop has 13."""
    for pattern in code128._PATTERNS[:-1]:
        assert sum(map(int, pattern)) == 11
        assert sum(map(int, pattern[::2])) % 2 == 0
    assert sum(map(int, code128._PATTERNS[-1])) == 13
    assert len(set(code128._PATTERNS)) == 107


def test_the_check_character_of_a_published_example() -> None:
    """The example of the article on Code 128, written in set B: PJJ123C checks to 55."""
    assert code128.values("PJJ123C")[-2] == 55


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40))
def test_every_printable_text_reads_back(text: str) -> None:
    assert decode(code128.widths(text)) == text


def test_what_cannot_be_said_is_refused() -> None:
    for text in ("", "\u725b", "a\tb"):
        with pytest.raises(ValueError, match="Code 128"):
            code128.widths(text)


def test_the_painted_bars_read_back_from_the_pixels(app: QApplication) -> None:
    text, module = "CF-CMD-confirm", 3
    image = QImage(900, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_barcode(painter, text, QRectF(0, 0, 900, 40), module)
    painter.end()
    dark = [image.pixelColor(x, 20).lightness() < 128 for x in range(900)]
    first, last = dark.index(True), 899 - dark[::-1].index(True)
    assert first == code128.QUIET_MODULES * module
    widths, run = [], 1
    for x in range(first + 1, last + 1):
        if dark[x] == dark[x - 1]:
            run += 1
        else:
            widths.append(run // module)
            run = 1
    assert decode([*widths, run // module]) == text


def test_the_sheet_is_a_pdf_with_every_action(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "commands.pdf"
    count = write_pdf(path, "Command barcodes", [Action(s, print) for s in STANDARD.values()])
    assert count == len(STANDARD)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.read_bytes().count(b"/Type /Page\n") == 2
