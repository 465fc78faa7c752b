"""Bad input as it is met at the window: what the person reads, and that nothing is half done."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.command_line import main
from desktop.language import Languages
from desktop.messages import sentence_for
from desktop.offload import Command, Failure, Offload
from desktop.preferences import Preferences, save
from desktop.screens.sign_on import SignOnScreen
from desktop.start_problem import box_for
from desktop.station_devices import StationDevices
from desktop.store import ReplicaStore
from desktop.tones import Tone
from devices.simulators import SimulatedScale, SimulatedScanner, TcpEndpoint
from domain import access, customers
from domain.company import DeviceSetting
from domain.replica import DatabaseBusy, KeyMissing, Replica, ReplicaMissing, run
from domain.replica.engine import sqlite_engine
from tests.gui.screens.support import MakeScreen
from tests.support.refusals import books_of
from tests.support.replicas import PROGRAM

PIN = "480271"


@pytest.fixture
def defects() -> list[BaseException]:
    """What would have gone to the crash report: nothing that a person can mend belongs there."""
    return []


@pytest.fixture
def work(app: QApplication, replica: Replica, defects: list[BaseException]) -> Iterator[Offload]:
    """The window's threads over a real replica."""

    def record(error: BaseException) -> str:
        defects.append(error)
        return "CF-TEST-0001"

    made = Offload(ReplicaStore(replica), record)
    yield made
    made.close()


def test_a_wrong_pin(make_screen: MakeScreen, replica: Replica, languages: Languages) -> None:
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = access.create_standard_roles(tx)
        access.create_user(tx, "Lin Mei", "lin", roles=[roles["cashier"].id], pin=PIN)
    desk = make_screen(SignOnScreen, replica)
    desk.enter()
    before = books_of(replica)
    for language, said in (
        ("en", "The name and the PIN do not match. Try again, or ask a supervisor."),
        ("zh_CN", sentence_in(languages, "zh_CN", access.SignInRefused())),
    ):
        languages.use(language)
        desk.qtbot.keyClicks(desk.screen.pad, "000111")
        desk.act("confirm")
        assert desk.said[-1] == said
        assert desk.tone is Tone.ERROR
    assert not desk.sessions
    assert books_of(replica) == before
    desk.qtbot.keyClicks(desk.screen.pad, PIN)
    desk.act("confirm")
    assert [session.user_name for session in desk.sessions] == ["Lin Mei"]


def sentence_in(languages: Languages, code: str, error: BaseException) -> str:
    """Give an error's sentence in a language, which must not be the English one."""
    languages.use("en")
    english = sentence_for(error)
    languages.use(code)
    said = sentence_for(error)
    assert said != english
    return said


def test_the_database_is_locked_while_a_command_runs(
    work: Offload, replica: Replica, defects: list[BaseException]
) -> None:
    """Another process writes: the step is refused whole, said, and works when it is repeated."""
    with replica._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        connection.rollback()
    owner = QObject()
    failures: list[Failure] = []
    done: list[customers.Customer] = []

    def enter() -> None:
        command = Command(owner, "enter", lambda tx: customers.create_customer(tx, "Ann"), PROGRAM)
        command.success(done.append).failure(failures.append).run(work)
        assert work.settle()

    before = books_of(replica)
    other = sqlite_engine(
        replica.folder / "replica.db", replica.keys.get("database_key") or "", writer=True
    )
    with other.connect() as connection:
        connection.begin()
        enter()
        assert [(f.code, f.log_id) for f in failures] == [("replica.busy", "")]
        assert failures[0].sentence == DatabaseBusy.sentence
        assert books_of(replica) == before
    other.dispose()
    enter()
    assert [each.name for each in done] == ["Ann"]
    with replica.read() as connection:
        assert run(connection, "SELECT count(*) FROM customer").scalar() == 1
    assert defects == []


@pytest.fixture
def plugged(
    app: QApplication, work: Offload, tmp_path: Path
) -> Iterator[Callable[[str, str], StationDevices]]:
    """The station's devices, with the one that is named."""
    made: list[StationDevices] = []

    def plug(protocol: str, url: str) -> StationDevices:
        made.append(StationDevices(work, tmp_path / "prints"))
        made[-1].configure([DeviceSetting(protocol, protocol, url)])
        return made[-1]

    yield plug
    for each in made:
        each.close()


def test_a_scanner_unplugged_in_mid_scan(
    plugged: Callable[[str, str], StationDevices], qtbot: QtBot
) -> None:
    """Half a code is never a scan; the strip says what to do; plugged in again it goes on."""
    with SimulatedScanner(TcpEndpoint()) as scanner:
        devices = plugged("scanner", scanner.url)
        scans: list[str] = []
        devices.scanned.connect(lambda event: scans.append(event.text))
        qtbot.waitUntil(lambda: [s.tone for s in devices.states()] == [Tone.SUCCESS], timeout=5000)
        scanner.scan(b"4006381333931" * 40)  # long enough for the wire to be cut in its middle
        time.sleep(0.012)
        scanner.unplug()
        qtbot.waitUntil(lambda: devices.states()[0].tone is Tone.WARNING, timeout=5000)
        assert "device" in devices.states()[0].words
        assert scans == []
        scanner.plug()
        qtbot.waitUntil(lambda: devices.states()[0].tone is Tone.SUCCESS, timeout=15000)
        scanner.scan(b"12345670")
        qtbot.waitUntil(lambda: bool(scans), timeout=5000)
        assert scans == ["12345670"]


def test_a_scale_that_does_not_come_to_rest(
    plugged: Callable[[str, str], StationDevices],
    work: Offload,
    qtbot: QtBot,
    defects: list[BaseException],
) -> None:
    with SimulatedScale(TcpEndpoint(), faults=["motion"]) as scale:
        devices = plugged("toledo_8217", scale.url)
        qtbot.waitUntil(lambda: devices.states()[0].tone is Tone.SUCCESS, timeout=5000)
        scale.put(Decimal("0.250"))
        answers: list[object] = []
        devices.weigh(answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=8000)
    (answer,) = answers
    assert isinstance(answer, Failure)
    assert "gave no stable weight" in answer.sentence
    assert "weigh again" in answer.sentence
    assert (answer.log_id, defects) == ("", [])


def test_a_window_that_cannot_open_says_why_in_the_stations_language(
    app: QApplication, tmp_path: Path, languages: Languages
) -> None:
    problem = KeyMissing(store="keys.json")
    save(tmp_path / "window.json", Preferences(language="en"))
    assert box_for(problem, tmp_path).text() == str(problem)
    save(tmp_path / "window.json", Preferences(language="zh_CN"))
    said = box_for(problem, tmp_path).text()
    assert said != str(problem)
    assert "keys.json" in said


def test_a_window_without_data_says_what_to_do(
    app: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Started from the desktop there is no console to write to; that is no reason to fall."""
    shown: list[str] = []
    monkeypatch.setattr("desktop.start_problem.show", lambda p, _: shown.append(str(p)))
    monkeypatch.setattr("desktop.commands.open_.run", missing)
    assert main(["--data", str(tmp_path), "open"]) == 1
    assert "counterfoil init" in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr", None)
    assert main(["--data", str(tmp_path), "open"]) == 1
    assert shown == [str(ReplicaMissing(path=tmp_path))] * 2


def missing(options: object) -> int:
    """Open a replica that is not there."""
    Replica.open(options.data)  # type: ignore[attr-defined]
    return 0
