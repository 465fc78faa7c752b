"""The widgets do what a screen expects of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.language import Languages
from desktop.scans import Scan
from desktop.tones import Tone
from desktop.widgets import (
    BigNumber,
    Button,
    ChoiceDialog,
    ChoiceField,
    ConfirmDialog,
    Credential,
    Form,
    ItemCard,
    KeyPad,
    Line,
    LineList,
    NumberDialog,
    NumberField,
    PinDialog,
    ProgressPanel,
    ScanField,
    SideBySide,
    StatusPill,
    TextField,
    Tile,
    TileGrid,
)


@pytest.fixture
def window(languages: Languages, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_the_scan_field_submits_trims_and_empties(window: QWidget, qtbot: QtBot) -> None:
    field = ScanField(window)
    with qtbot.waitSignal(field.submitted) as heard:
        field.setText("  4006381 ")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["4006381"]
    assert field.text() == ""
    with qtbot.assertNotEmitted(field.submitted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert ScanField(window, words=True).testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_keypad_takes_clicks_and_keys(window: QWidget, qtbot: QtBot) -> None:
    pad = KeyPad(window, places=2)
    for key in ("1", "2", ".", "5", "0", "7"):
        qtbot.keyClicks(pad, key)
    assert pad.text() == "12.50"
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.text() == "12.5"
    with qtbot.waitSignal(pad.entered) as heard:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert heard.args == ["12.5"]
    pad.set_text("99", fresh=True)
    next(key for key in pad.findChildren(Button) if key.text() == "7").click()
    assert pad.text() == "7"


def test_a_number_dialog_gives_the_exact_integer(window: QWidget, qtbot: QtBot) -> None:
    taken: list[int] = []
    dialog = NumberDialog(window, "Amount", taken.append, places=2, start=1250)
    dialog.appear()
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert taken == [1250]


def test_a_number_dialog_asks_again_for_what_is_no_number(window: QWidget, qtbot: QtBot) -> None:
    taken: list[int] = []
    dialog = NumberDialog(window, "Quantity", taken.append)
    dialog.appear()
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert taken == []
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.pad, "12")
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    assert taken == [12]


def test_scanning_the_same_code_again_means_yes(window: QWidget) -> None:
    answers: list[str] = []
    dialog = ConfirmDialog(
        window, "Other bin?", "", "Yes", lambda: answers.append("yes"), rescan="BIN-7"
    )
    dialog.appear()
    dialog.on_scan(Scan("BIN-8"))
    assert answers == []
    dialog.on_scan(Scan("BIN-7"))
    assert answers == ["yes"]
    assert not dialog.isVisible()


def test_the_veil_goes_when_the_dialog_goes(window: QWidget, qtbot: QtBot) -> None:
    dialog = ConfirmDialog(window, "Sure?", "", "Yes", print)
    dialog.appear()
    assert dialog._veil is not None
    assert dialog._veil.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog._veil is None


def test_a_choice_by_digit(window: QWidget, qtbot: QtBot) -> None:
    taken: list[object] = []
    choices = [("damaged", "Damaged"), ("short", "Short")]
    ChoiceDialog(window, "What is wrong?", choices, taken.append).appear()
    dialog = window.findChild(ChoiceDialog)
    qtbot.keyClicks(dialog, "9")
    qtbot.keyClicks(dialog, "2")
    assert taken == ["short"]


def test_a_supervisor_gives_a_pin_or_a_badge(window: QWidget, qtbot: QtBot) -> None:
    dialog = PinDialog(window, "Sell below cost", [("match", "Price match")])
    given: list[Credential] = []
    dialog.given.connect(given.append)
    dialog.appear()
    qtbot.keyClicks(dialog.pad, "1234")
    qtbot.keyClick(dialog.pad, Qt.Key.Key_Return)
    dialog.set_problem("Wrong PIN")
    assert dialog.isVisible()
    assert dialog.pad.text() == ""
    dialog.on_scan(Scan("BADGE-9"))
    dialog.settle()
    assert given == [Credential("1234", "", "match"), Credential("", "BADGE-9", "match")]
    assert not dialog.isVisible()


def test_lines_keep_their_mark_when_they_change(window: QWidget, qtbot: QtBot) -> None:
    lines = LineList(window)
    lines.set_lines([Line(1, "Milk"), Line(2, "Tea")], current=2)
    lines.set_lines([Line(0, "Mug"), Line(1, "Milk"), Line(2, "Tea")])
    assert lines.current_key() == 2
    with qtbot.waitSignal(lines.chosen) as heard:
        lines.activated.emit(lines.model().index(0, 0))
    assert heard.args == [0]


def test_a_line_is_read_out_whole(window: QWidget) -> None:
    lines = LineList(window)
    lines.set_lines([Line(1, "Milk", "690", "24", "2 x 12", Tone.WARNING, "4 short")])
    index = lines.model().index(0, 0)
    said = lines.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Milk, 690, 24, 2 x 12, 4 short"


def test_the_item_card_replaces_its_facts(window: QWidget) -> None:
    card = ItemCard(window)
    card.set_facts([("Lot", "A17"), ("Bin", "03")])
    card.set_facts([("Lot", "B2")])
    assert card._facts.count() == 2


def test_marks_say_what_they_show(window: QWidget) -> None:
    number = BigNumber(window)
    number.set_caption("On hand")
    number.set_value("24")
    assert number.accessibleName() == "On hand: 24"
    pill = StatusPill("Low", Tone.WARNING, window)
    narrow = pill.sizeHint().width()
    pill.set_state("Below the reorder point", Tone.WARNING)
    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "Below the reorder point"


def test_a_form_shows_problems_beside_the_field_and_goes_there(
    window: QWidget, qtbot: QtBot
) -> None:
    form = Form(window)
    name, cost, tax = TextField(), NumberField(places=2), ChoiceField()
    name.set_words("Name")
    cost.set_words("Cost", "Without tax")
    tax.set_choices([("full", "20 %"), ("none", "0 %")])
    for key, field in (("name", name), ("cost", cost), ("tax", tax)):
        form.add(key, field)
    name.set_value(" Milk ")
    cost.set_value(1999)
    tax.set_value("none")
    form.show()
    assert form.values() == {"name": "Milk", "cost": 1999, "tax": "none"}
    form.set_problems({"cost": "Below zero"})
    assert cost.editor.accessibleDescription() == "Below zero"
    assert cost.editor.property("problem") == "true"
    form.set_problems({})
    assert cost.editor.accessibleDescription() == "Without tax"
    assert isinstance(cost.editor, QLineEdit)
    cost.editor.setText("1.234")
    assert cost.value() is None


def test_tiles_flow_and_keep_their_size(window: QWidget, qtbot: QtBot) -> None:
    grid = TileGrid(window)
    tiles = [Tile("home") for _ in range(5)]
    grid.set_tiles(tiles)
    grid.show()
    grid.resize(1000, grid.heightForWidth(1000))
    assert grid.columns(1000) == 4
    assert {tile.y() for tile in tiles[:4]} == {0}
    assert tiles[4].y() > tiles[0].y()
    assert all(tile.width() >= 232 for tile in tiles)
    with qtbot.waitSignal(tiles[2].clicked):
        qtbot.keyClick(tiles[2], Qt.Key.Key_Space)


def test_a_conflict_is_chosen_by_its_side(window: QWidget, qtbot: QtBot) -> None:
    sides = SideBySide(window)
    sides.set_side(1, "There", "139", "yesterday", "Keep this")
    with qtbot.waitSignal(sides.chosen) as heard:
        sides._sides[1].button.click()
    assert heard.args == [1]


def test_progress_can_be_stopped(window: QWidget, qtbot: QtBot) -> None:
    panel = ProgressPanel(window)
    panel.show_progress("Importing", 250, 1000)
    assert panel._bar.value() == 250
    with qtbot.waitSignal(panel.cancelled):
        panel._cancel.click()
    panel.show_progress("Reading", 0, 0)
    assert panel._bar.maximum() == 0
