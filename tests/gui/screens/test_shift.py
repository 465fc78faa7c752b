"""Shifts: the float, cash in and out, the X report by right, the blind close, the Z report."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.shift import ShiftScreen
from desktop.screens.shift_parts import report_text
from desktop.tones import Tone
from desktop.widgets import ConfirmDialog, Text, TextDialog
from domain import counter
from domain.counter import CARD
from domain.replica import Replica
from tests.gui.screens.support import Driver, MakeScreen, titles
from tests.gui.screens.tills import (
    Counter,
    approve,
    choose,
    devices,
    dialog,
    number,
    open_counter,
)
from tests.support.replicas import PROGRAM

Desk = Driver[ShiftScreen]


@pytest.fixture
def till(make_screen: MakeScreen, replica: Replica) -> Counter:
    return open_counter(make_screen, replica)


@pytest.fixture
def desk(till: Counter) -> Desk:
    driver = till.screen(ShiftScreen)
    driver.enter()
    return driver


def count(desk: Desk, **pieces: int) -> None:
    """Type how many there are: ``n2000=3`` is three notes of 20."""
    grid = desk.screen.count.grid
    for name, pieces_of_it in pieces.items():
        edit = grid._edits[grid._values.index(int(name[1:]))]
        edit.setFocus()
        desk.qtbot.keyClicks(edit, str(pieces_of_it))
    desk.settle()


def words(desk: Desk) -> str:
    """All that can be read on the page."""
    page = desk.screen.pages.currentWidget()
    return " ".join(text.text() for text in page.findChildren(Text))


def confirm(desk: Desk) -> None:
    desk.act("confirm")
    asked = dialog(desk, ConfirmDialog)
    asked._confirm()
    desk.settle()


def note(desk: Desk, text: str) -> None:
    asked = dialog(desk, TextDialog)
    desk.qtbot.keyClicks(asked.field.edit, text)
    desk.qtbot.keyClick(asked.field.edit, Qt.Key.Key_Return)
    desk.settle()


def test_a_shift_opens_with_the_float_that_was_counted(
    make_screen: MakeScreen, replica: Replica
) -> None:
    till = open_counter(make_screen, replica, shift=False)
    desk = till.screen(ShiftScreen)
    desk.enter()
    assert desk.screen.count.grid.first() is not None
    count(desk, n2000=3, n500=10, n5=4)
    assert desk.screen.count.cash.value() == "€110.20"
    desk.act("confirm")
    with replica.read() as connection:
        shift = counter.shift_open(connection, 1, "W01")
    assert shift is not None
    assert shift.opening_float == 11_020
    assert desk.went == [("sell", {})]


def test_coins_that_the_till_does_not_keep_are_not_counted(desk: Desk) -> None:
    assert desk.screen.count.grid._values[-1] == 5  # cash in steps of 5 cents


def test_enter_walks_through_the_notes_and_coins(desk: Desk) -> None:
    desk.act("confirm")
    grid = desk.screen.count.grid
    grid._edits[0].setFocus()
    desk.qtbot.keyClicks(grid._edits[0], "1")
    desk.qtbot.keyClick(grid._edits[0], Qt.Key.Key_Return)
    desk.qtbot.keyClicks(grid._edits[1], "2")
    assert grid.counts() == {20_000: 1, 10_000: 2}
    desk.qtbot.keyClicks(grid._edits[2], "x")
    desk.act("confirm")
    assert desk.said == ["One of the counts is not a number. It is marked."]


def test_a_blind_close_shows_nothing_of_what_is_expected(desk: Desk, till: Counter) -> None:
    till.sell(("TEA", 2))
    till.sell(("POT", 1), tender=CARD)
    desk.enter()
    assert "109" not in words(desk)
    desk.act("confirm")
    assert not any(figure in words(desk) for figure in ("109", "39.9", "9.00"))
    count(desk, n10000=1, n500=1, n200=2)
    assert desk.screen.count.cash.value() == "€109.00"
    desk.screen.count.others[CARD].edit.setText("39.90")
    confirm(desk)
    report = desk.screen.report
    assert report is not None
    assert (report.number, report.difference) == ("S001-W01A-26-000003", 0)
    assert desk.screen.result.verdict.text() == "It is all there. The shift is closed."
    assert devices(desk).printed == [report_text(report)]


def test_the_difference_is_shown_after_closing_by_tender(desk: Desk, till: Counter) -> None:
    till.sell(("TEA", 2))
    desk.enter()
    desk.act("confirm")
    count(desk, n10000=1, n500=1)
    confirm(desk)
    assert desk.screen.result.figure.value() == "−€4.00"
    (line,) = desk.screen.result.tenders.lines()
    assert (line.title, line.detail, line.figure, line.tone) == (
        "Cash",
        "€105.00 counted of €109.00",
        "−€4.00",
        Tone.WARNING,
    )
    desk.act("confirm")
    assert desk.went == [("home", {})]


def test_held_sales_and_unsent_changes_are_listed_and_stop_nobody(
    desk: Desk, till: Counter
) -> None:
    with till.replica.transaction(PROGRAM, "hold") as tx:
        counter.hold(tx, till.cart(("TEA", 1)), "blue coat")
    desk.enter()
    desk.act("confirm")
    shown = titles(desk.screen.count.waiting)
    assert shown[0].startswith("1 held sale")
    assert shown[1].endswith("unsent")
    count(desk, n10000=1)
    confirm(desk)
    assert desk.screen.report is not None


def test_cash_out_needs_a_reason_and_a_supervisor(desk: Desk, till: Counter) -> None:
    desk.act("shift.move")
    choose(desk, "1")
    number(desk, "12")
    asked = dialog(desk, TextDialog)
    desk.qtbot.keyClick(asked.field.edit, Qt.Key.Key_Return)
    assert asked.isVisible()
    note(desk, "stamps")
    assert till.shop.rows("cash_movement") == 0
    approve(desk)
    with till.replica.read() as connection:
        shift = counter.shift_open(connection, 1, till.till)
        assert shift is not None
        assert counter.x_report(connection, shift).amount("cash", "paid_out") == -1200
    assert desk.said == ["Paid out: €12.00"]
    assert devices(desk).drawer == 1


def test_an_x_report_needs_the_right(till: Counter) -> None:
    till.sell(("TEA", 2))
    lin = till.screen(ShiftScreen)
    lin.enter()
    lin.act("shift.x")
    assert lin.screen.report is None
    approve(lin)
    assert lin.screen.report is not None
    sam = till.screen(ShiftScreen, "sam")
    sam.enter()
    sam.act("shift.x")
    assert sam.screen.result.figure.value() == "€109.00"
    text = sam.screen.result.paper.text()
    assert text.startswith("X REPORT\n")
    assert any(line.split() == ["Sales", "(1)", "9.00"] for line in text.splitlines())
    sam.act("confirm")
    assert sam.screen.report is None
    assert sam.went == []


def test_a_count_survives_a_power_cut(desk: Desk, till: Counter) -> None:
    desk.act("confirm")
    count(desk, n10000=1, n50=7)
    state = desk.screen.save_state()
    again = till.screen(ShiftScreen)
    again.screen.enter({})
    again.screen.restore_state(state)
    again.settle()
    assert again.screen.count.cash.value() == "€103.50"
    assert again.can("confirm")
    confirm(again)
    assert again.screen.report is not None


def test_a_shift_closed_elsewhere_meanwhile(desk: Desk, till: Counter) -> None:
    desk.act("confirm")
    count(desk, n10000=1)
    shift = desk.screen.shift
    assert shift is not None
    with till.replica.transaction(PROGRAM, "close") as tx:
        counter.close_shift(tx, shift.id, {"cash": 10_000})
    desk.screen._close(shift)
    desk.settle()
    assert desk.said == ["That shift of till W01 is closed. Nothing in it can be changed."]


def test_the_open_shift_stands_close_together_when_nothing_waits(desk: Desk) -> None:
    count(desk, n2000=3)
    desk.act("confirm")
    desk.enter()
    page, shift = desk.screen.open, desk.screen.shift
    assert shift is not None
    page.show_shift(shift, [])
    desk.settle()
    assert page.isVisible()
    assert page._notes.isHidden()
    assert page._float.mapTo(page, page._float.rect().bottomLeft()).y() < page.height() / 2
