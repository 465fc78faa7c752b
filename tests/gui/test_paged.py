"""A million rows scroll without being loaded."""

import time
from array import array
from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from desktop.offload import Offload
from desktop.tones import Tone
from desktop.widgets import Column, PagedTable
from desktop.widgets.paged import PAGE_ROWS, PAGES_KEPT

Row = tuple[int, str]
MILLION = 1_000_000


class Numbers:
    """A source of numbered rows that counts what it was asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.pages: list[int] = []
        self.sorts: list[tuple[str, bool]] = []

    def keys(self, connection: object, sort: str, *, descending: bool) -> Sequence[Any]:
        self.sorts.append((sort, descending))
        numbers = range(self.count)
        return array("i", reversed(numbers) if descending else numbers)

    def page(self, connection: object, keys: Sequence[Any]) -> Sequence[Row | None]:
        self.pages.append(keys[0])
        return [(key, f"row {key}") for key in keys]


def columns() -> list[Column[Row]]:
    return [
        Column(lambda: "Number", lambda row: str(row[0]), sort="number"),
        Column(lambda: "Words", lambda row: row[1], stretch=1),
        Column(lambda: "State", lambda row: "ok", tone=lambda row: Tone.SUCCESS),
    ]


@pytest.fixture
def table(app: object, qtbot: QtBot) -> PagedTable[Row]:
    made: PagedTable[Row] = PagedTable(columns())
    made.set_name("Numbers")
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_a_million_rows_scroll_with_a_handful_of_pages(
    table: PagedTable[Row], offload: Offload
) -> None:
    source = Numbers(MILLION)
    table.load(source, offload)
    assert offload.settle()
    model = table.paged_model()
    assert model.rowCount() == MILLION
    bar = table.verticalScrollBar()
    for step in range(300):
        bar.setValue(bar.maximum() * step // 299)
        table.viewport().repaint()
        if step % 10 == 0:
            offload.settle()
    table.scrollToBottom()
    table.viewport().repaint()
    offload.settle()
    assert model.row(MILLION - 1) == (MILLION - 1, f"row {MILLION - 1}")
    assert model.pages_held <= PAGES_KEPT
    assert len(source.pages) * PAGE_ROWS < MILLION / 10


def test_painting_a_frame_takes_less_than_a_frame(table: PagedTable[Row], offload: Offload) -> None:
    table.load(Numbers(MILLION), offload)
    offload.settle()
    table.viewport().repaint()
    offload.settle()
    picture = QPixmap(table.viewport().size())
    spent = []
    for _ in range(20):
        started = time.process_time()
        table.viewport().render(picture)
        spent.append(time.process_time() - started)
    assert sorted(spent)[10] < 0.016


def test_a_row_not_yet_read_is_a_placeholder_and_then_itself(
    table: PagedTable[Row], offload: Offload
) -> None:
    table.load(Numbers(1000), offload)
    offload.settle()
    model = table.paged_model()
    assert model.row(999) is None
    offload.settle()
    assert model.row(999) == (999, "row 999")


def test_the_header_sorts_and_turns_around(
    table: PagedTable[Row], offload: Offload, qtbot: QtBot
) -> None:
    source = Numbers(10)
    table.load(source, offload)
    offload.settle()
    for _ in range(2):
        table.horizontalHeader().sectionClicked.emit(0)
        offload.settle()
    assert source.sorts == [("", False), ("number", False), ("number", True)]
    assert table.paged_model().key(0) == 9
    table.horizontalHeader().sectionClicked.emit(1)
    assert len(source.sorts) == 3


def test_enter_opens_the_marked_row(table: PagedTable[Row], offload: Offload, qtbot: QtBot) -> None:
    table.set_rows([(1, "one"), (2, "two")])
    table.mark(1)
    with qtbot.waitSignal(table.chosen) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [(2, "two")]
    assert table.current() == (2, "two")


def test_reloading_keeps_what_is_shown_until_the_new_rows_are_there(
    table: PagedTable[Row], offload: Offload
) -> None:
    table.load(Numbers(10), offload)
    offload.settle()
    table.reload()
    assert table.paged_model().rowCount() == 10
    offload.settle()
    assert table.paged_model().rowCount() == 10
