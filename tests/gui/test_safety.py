"""Crash reports, the single instance, the watchdog, sounds, preferences."""

import json
import logging
import sys
import threading
import time
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import preferences
from desktop.crash import KEPT, CrashHandler
from desktop.earcon import SilentEarcon, SystemEarcon
from desktop.preferences import Preferences
from desktop.single_instance import SingleInstance, server_name
from desktop.watchdog import Stall, Watchdog
from resources import locate
from resources.sounds import make_sounds


@pytest.mark.expects_log
def test_a_defect_leaves_a_report_with_a_number_and_no_home_folder(
    app: QApplication, tmp_path: Path
) -> None:
    handler = CrashHandler(tmp_path, "0.1.0")
    try:
        raise ZeroDivisionError(str(Path.home() / "shop"))
    except ZeroDivisionError as error:
        log_id = handler.record(error)
    report = json.loads((tmp_path / f"{log_id}.json").read_text(encoding="utf-8"))
    assert log_id.startswith("CF-")
    assert "ZeroDivisionError" in report["traceback"]
    assert str(Path.home()) not in report["traceback"]
    assert report["version"] == "0.1.0"


@pytest.mark.expects_log
def test_only_the_newest_reports_are_kept(app: QApplication, tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path)
    for n in range(KEPT + 5):
        handler.record(ValueError(n))
    assert len(list(tmp_path.glob("CF-*.json"))) == KEPT


@pytest.mark.expects_log
def test_what_nobody_caught_is_recorded_wherever_it_happens(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    handler = CrashHandler(tmp_path)
    before = (sys.excepthook, threading.excepthook)
    assert handler.install() is False
    try:
        for raiser in (_raise_here, _raise_in_thread):
            with qtbot.waitSignal(handler.reported):
                raiser()
    finally:
        handler.uninstall()
    assert len(list(tmp_path.glob("CF-*.json"))) == 2
    assert (sys.excepthook, threading.excepthook) == before


def _raise_here() -> None:
    error = RuntimeError("at the top")
    sys.excepthook(RuntimeError, error, None)


def _raise_in_thread() -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail, name="import")
    thread.start()
    thread.join()


def test_qts_own_messages_reach_the_log(
    app: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    handler = CrashHandler(tmp_path)
    handler.install()
    try:
        with caplog.at_level(logging.WARNING):
            qWarning("a cable is loose")
    finally:
        handler.uninstall()
    assert "a cable is loose" in caplog.text


def test_a_hard_crash_is_noticed_at_the_next_start(app: QApplication, tmp_path: Path) -> None:
    (tmp_path / "fault.log").write_text("Fatal Python error: Segmentation fault\n")
    handler = CrashHandler(tmp_path)
    crashed = handler.install()
    handler.uninstall()
    assert crashed is True
    assert "Segmentation" in next(tmp_path.glob("hard-*.txt")).read_text()


def test_a_second_start_hands_over_its_arguments(
    app: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim([])
    with qtbot.waitSignal(first.called) as heard:
        assert not second.claim(["--open", "S012"])
    assert heard.args == [["--open", "S012"]]
    first.release()
    assert second.claim([])
    second.release()


def test_two_data_folders_are_two_instances(app: QApplication, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim([])
    assert other.claim([])
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    one.release()
    other.release()


def test_the_watchdog_finds_a_stall_and_where_it_was(app: QApplication, qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.start()
    qtbot.waitUntil(lambda: dog.beats >= 2)

    def stall_here() -> None:
        time.sleep(0.4)

    with qtbot.waitSignal(dog.stalled) as heard:
        stall_here()
    dog.stop()
    stall = heard.args[0]
    assert isinstance(stall, Stall)
    assert 250 <= stall.milliseconds <= 2_000
    assert "stall_here" in stall.where
    assert dog.longest_ms == stall.milliseconds


def test_every_earcon_is_a_short_wave_file_and_comes_from_the_script(tmp_path: Path) -> None:
    make_sounds.write(tmp_path)
    for name in ("ok", "warning", "error", "done"):
        committed = locate(f"sounds/{name}.wav")
        assert committed.read_bytes() == (tmp_path / f"{name}.wav").read_bytes()
        with wave.open(str(committed)) as file:
            assert 0.05 < file.getnframes() / file.getframerate() < 0.6


def test_mute_silences_and_no_player_beeps(tmp_path: Path) -> None:
    silent, beeps = SilentEarcon(), []
    silent.play("ok")
    silent.muted = True
    silent.play("ok")
    assert silent.played == ["ok"]
    system = SystemEarcon(tmp_path, lambda: beeps.append(1))
    system._player = None
    if sys.platform != "win32":
        system.play("ok")
        system.play("")
        system.muted = True
        system.play("ok")
        assert beeps == [1]


def test_a_player_that_fails_never_reaches_the_caller(tmp_path: Path) -> None:
    beeps: list[int] = []
    system = SystemEarcon(tmp_path, lambda: beeps.append(1))
    system._play_posix([str(tmp_path / "no-such-player"), "x.wav"])
    assert beeps == [1]


def test_preferences_survive_and_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    assert preferences.load(path) == Preferences()
    preferences.save(path, Preferences(theme="dark", gloves=True))
    assert preferences.load(path) == Preferences(theme="dark", gloves=True)
    path.write_text('{"theme": 7, "muted": true, "unknown": 1}', encoding="utf-8")
    assert preferences.load(path) == Preferences(muted=True)
    path.write_text("{half", encoding="utf-8")
    assert preferences.load(path) == Preferences()
