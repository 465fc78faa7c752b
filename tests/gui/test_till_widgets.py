"""The widgets that the till brought: asking for a text, receipts as printed, tiles with prices."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import act
from desktop.chrome.bars import ActionBar
from desktop.scans import Scan
from desktop.widgets import (
    Line,
    LineList,
    PricedThing,
    PriceTiles,
    ReceiptView,
    TextDialog,
)
from desktop.widgets.price_tiles import kept_together


@pytest.fixture
def window(app: object, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def ask(window: QWidget, answers: list[str], **more: object) -> TextDialog:
    dialog = TextDialog(window, "Serial number", answers.append, name="Scan it", **more)  # type: ignore[arg-type]
    dialog.open()
    return dialog


def test_a_typed_answer_and_a_scanned_one(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    typed = ask(window, answers)
    qtbot.keyClicks(typed.field.edit, " A 17 ")
    qtbot.keyClick(typed.field.edit, Qt.Key.Key_Return)
    ask(window, answers).on_scan(Scan("SN-42"))
    assert answers == ["A 17", "SN-42"]


def test_no_answer_is_an_answer_only_where_it_may_be(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    needed = ask(window, answers)
    qtbot.keyClick(needed.field.edit, Qt.Key.Key_Return)
    assert needed.isVisible()
    assert needed.field.editor.accessibleDescription() == "Type it, or scan it"
    needed.reject()
    optional = ask(window, answers, optional=True)
    qtbot.keyClick(optional.field.edit, Qt.Key.Key_Return)
    assert answers == [""]


def test_a_checked_answer_says_what_is_wrong(window: QWidget, qtbot: QtBot) -> None:
    answers: list[str] = []
    dialog = ask(window, answers, check=lambda text: "Too short" if len(text) < 3 else "")
    qtbot.keyClicks(dialog.field.edit, "ab")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert dialog.field.editor.accessibleDescription() == "Too short"
    qtbot.keyClicks(dialog.field.edit, "c")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert answers == ["abc"]


def test_a_receipt_keeps_every_column(app: object, qtbot: QtBot) -> None:
    view = ReceiptView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    before = view.grab().toImage()
    view.set_text("绿茶 100 g                            4.50\n" * 40)
    assert view.grab().toImage() != before
    assert view.text().startswith("绿茶")
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0


def test_tiles_fill_the_room_and_no_more(app: object, qtbot: QtBot) -> None:
    tiles = PriceTiles()
    qtbot.addWidget(tiles)
    tiles.resize(330, 200)
    tiles.show()
    tiles.set_things([PricedThing(n, f"Jasmine tea {n}", "€4.50") for n in range(12)])
    assert [thing.key for thing in tiles.shown()] == [0, 1, 2, 3]
    tiles.resize(700, 420)
    assert len(tiles.shown()) == 12
    tapped: list[object] = []
    tiles.tapped.connect(tapped.append)
    tile = tiles.childAt(20, 20)
    assert tile is not None
    assert tile.accessibleName() == "Jasmine tea 0, €4.50"
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tapped == [0]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Gingerbread hearts 200 g", "Gingerbread hearts 200~g"),
        ("Dark chocolate 72 % 100 g", "Dark chocolate 72~% 100~g"),
        ("Preserving jar 0.75 l, blue", "Preserving jar 0.75~l, blue"),
        ("Set of 3 bowls", "Set of 3 bowls"),
        ("乌龙茶 100 g", "乌龙茶 100~g"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line(name: str, kept: str) -> None:
    assert kept_together(name) == kept.replace("~", "\u00a0")


def test_the_action_bar_shows_what_fits_and_always_the_act_it_is_for(
    app: object, qtbot: QtBot
) -> None:
    bar = ActionBar()
    qtbot.addWidget(bar)
    names = ("quantity", "find", "exception", "hold", "customer", "print")
    bar.resize(1400, 80)
    bar.show()
    bar.set_actions([*(act(name, print) for name in names), act("confirm", print, primary=True)])
    assert len(bar.buttons()) == 7
    bar.resize(700, 80)
    shown = [button.action_data.id for button in bar.buttons()]
    assert shown[0] == "quantity"
    assert shown[-1] == "confirm"
    assert len(shown) < 7
    assert bar.minimumSizeHint().width() <= 240


def test_the_marked_line_stays_in_view_when_there_is_less_room(app: object, qtbot: QtBot) -> None:
    lines = LineList(dense=True)
    qtbot.addWidget(lines)
    lines.resize(QSize(400, 500))
    lines.show()
    lines.set_lines([Line(n, f"Line {n}") for n in range(7)], current=6)
    lines.resize(QSize(400, 200))
    area = lines.visualRect(lines.currentIndex())
    assert lines.viewport().rect().contains(area.center())
