"""The way off the GUI thread: order, newest wins, failures in words, refresh."""

import threading
import time
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.offload import Cancel, Command, Failure, Offload, Query
from tests.gui.conftest import ListStore


class ShelfFull(Exception):
    """An error for a person, as the domain makes them."""

    code: ClassVar[str] = "stock.shelf_full"
    sentence: ClassVar[str] = "Shelf {shelf} is full."

    def __init__(self, **params: object) -> None:
        super().__init__()
        self.params = params


@pytest.fixture
def owner(offload: Offload) -> QObject:
    return QObject()


def test_a_query_reads_on_another_thread_and_answers_on_this_one(
    offload: Offload, store: ListStore, owner: QObject
) -> None:
    store.rows = [1, 2, 3]
    seen: list[tuple[int, bool, bool]] = []
    gui = threading.get_ident()

    def work(rows: list[int]) -> tuple[int, bool]:
        return sum(rows), threading.get_ident() == gui

    def show(answer: tuple[int, bool]) -> None:
        seen.append((*answer, threading.get_ident() == gui))

    Query(owner, work).success(show).run(offload)
    assert offload.settle()
    assert seen == [(6, False, True)]


def test_commands_run_one_after_the_other_in_the_order_given(
    offload: Offload, store: ListStore, owner: QObject
) -> None:
    def append(n: int) -> None:
        def work(rows: list[int]) -> None:
            time.sleep(0.001 if n % 2 else 0.0)
            rows.append(n)

        Command(owner, f"append {n}", work, actor=None).run(offload)

    for n in range(50):
        append(n)
    assert offload.settle()
    assert store.rows == list(range(50))
    assert store.names == [f"append {n}" for n in range(50)]


def test_a_command_names_what_must_refresh(offload: Offload, owner: QObject, qtbot: QtBot) -> None:
    with qtbot.waitSignal(offload.refresh.changed) as heard:
        command = Command(owner, "add", lambda rows: rows.append(1), None, refreshes=["bar"])
        command.run(offload)
    assert heard.args == [frozenset({"rows", "bar"})]


def test_the_newest_query_of_a_slot_wins(
    offload: Offload, store: ListStore, owner: QObject
) -> None:
    gate = threading.Event()
    shown: list[str] = []

    def slow(text: str) -> str:
        gate.wait(5)
        return text

    for text in ("m", "mi", "mil", "milk"):
        Query(owner, lambda _, t=text: slow(t)).success(shown.append).newest("search").run(offload)
    gate.set()
    assert offload.settle()
    assert shown == ["milk"]


def test_cancelling_interrupts_what_is_running_and_calls_nobody_back(
    offload: Offload, store: ListStore, owner: QObject, qtbot: QtBot
) -> None:
    started, gate, shown = threading.Event(), threading.Event(), []

    def work(_rows: list[int]) -> None:
        started.set()
        gate.wait(5)
        raise RuntimeError("interrupted")

    cancel = Query(owner, work).success(shown.append).run(offload)
    assert started.wait(5)
    cancel.cancel()
    gate.set()
    assert offload.settle()
    assert store.interrupted == 1
    assert shown == []


def test_a_cancel_outside_the_block_interrupts_nothing() -> None:
    calls: list[int] = []
    cancel = Cancel()
    with cancel.interrupting(lambda: calls.append(1)):
        pass
    cancel.cancel()
    assert calls == []
    assert cancel.cancelled


def test_an_error_for_a_person_becomes_its_sentence(
    offload: Offload, owner: QObject, defects: list[BaseException]
) -> None:
    told: list[Failure] = []

    def work(_rows: list[int]) -> None:
        raise ShelfFull(shelf="03-B-12")

    Command(owner, "put", work, None).failure(told.append).run(offload)
    assert offload.settle()
    assert [(f.sentence, f.code, f.log_id) for f in told] == [
        ("Shelf 03-B-12 is full.", "stock.shelf_full", "")
    ]
    assert defects == []


def test_a_defect_is_recorded_and_shown_with_its_number(
    offload: Offload, owner: QObject, defects: list[BaseException], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(offload.unhandled) as heard:
        Query(owner, lambda rows: rows[7]).run(offload)
    failure = heard.args[0]
    assert "CF-TEST-0001" in failure.sentence
    assert failure.log_id == "CF-TEST-0001"
    assert isinstance(defects[0], IndexError)


def test_an_error_with_a_code_but_no_sentence_is_a_defect(
    offload: Offload, owner: QObject, defects: list[BaseException], qtbot: QtBot
) -> None:
    """Database drivers' errors carry ``code`` and ``params``, too; they are not for people."""

    class DriverError(Exception):
        code = "e3q8"
        params: ClassVar[dict[str, object]] = {}

    def work(_rows: list[int]) -> None:
        raise DriverError

    with qtbot.waitSignal(offload.unhandled):
        Query(owner, work).run(offload)
    assert isinstance(defects[0], DriverError)


def test_an_answer_to_a_widget_that_is_gone_is_dropped_but_what_changed_is_told(
    offload: Offload, store: ListStore, qtbot: QtBot
) -> None:
    gone, shown = QObject(), []
    with qtbot.waitSignal(offload.refresh.changed):
        Command(gone, "add", lambda rows: rows.append(1), None).success(shown.append).run(offload)
        gone.deleteLater()
        del gone
    assert store.rows == [1]
    offload.settle()


def test_closing_finishes_every_command(store: ListStore, app: object) -> None:
    offload, owner = Offload(store, str), QObject()
    for n in range(20):
        Command(owner, "add", lambda rows, n=n: rows.append(n), None).run(offload)
    offload.close()
    assert store.rows == list(range(20))
