"""The command line as IT uses it: every step a process of its own."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.command_line import COMMANDS, main

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``counterfoil`` in a folder below the test's own."""

    def call(
        place: str, *arguments: str, say: str = "", ok: bool = True
    ) -> subprocess.CompletedProcess[str]:
        answer = subprocess.run(
            [
                sys.executable,
                "-m",
                "desktop.command_line",
                "--data",
                str(tmp_path / place),
                *arguments,
            ],
            input=say,
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "COUNTERFOIL_KEYS": "file", "PYTHONUTF8": "1"},
        )
        assert "Traceback" not in answer.stderr, answer.stderr
        assert (answer.returncode == 0) == ok, answer.stdout + answer.stderr
        return answer

    return call


@pytest.fixture
def hub(run: Run, tmp_path: Path) -> Iterator[str]:
    """A hub in a process of its own; gives its address."""
    run("hub", "init", "Lantern & Reed", "--hub", "--site", "Altona", say="481516\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "desktop.command_line", "--data", str(tmp_path / "hub")]
    process = subprocess.Popen(
        [*command, "hub", "--listen", f"127.0.0.1:{port}"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "COUNTERFOIL_KEYS": "file"},
    )
    assert process.stdout is not None
    assert "answers" in process.stdout.readline()
    yield f"https://127.0.0.1:{port}"
    process.terminate()
    rest, _ = process.communicate(timeout=30)
    assert "everything it took is safe" in rest


def test_a_company_on_one_pc(run: Run, tmp_path: Path) -> None:
    made = run("shop", "init", "Corner shop", "--owner", "Ada", say="481516\n")
    assert "Corner shop" in made.stdout
    sound = run("shop", "doctor")
    assert "The books are whole" in sound.stdout
    assert json.loads(run("shop", "doctor", "--json").stdout)["fine"] is True
    again = run("shop", "init", "Corner shop", say="481516\n", ok=False)
    assert "left as it is" in again.stderr or "left as it was" in again.stderr
    backed_up = run("shop", "backup", "--to", str(tmp_path / "usb"))
    (copy,) = (tmp_path / "usb").glob("*.db")
    assert str(copy) in backed_up.stdout
    (tmp_path / "shop" / "replica.db").write_bytes(b"spilt coffee")
    broken = run("shop", "doctor", ok=False)
    assert "cannot be opened" in broken.stderr
    run("shop", "restore", str(copy))
    assert "The books are whole" in run("shop", "doctor").stdout


def test_a_weak_pin_and_a_missing_company_are_told(run: Run) -> None:
    assert "PIN" in run("shop", "init", "Corner shop", say="12\n", ok=False).stderr
    assert "no Counterfoil data" in run("nowhere", "doctor", ok=False).stderr


def test_a_station_enrols_and_exchanges(run: Run, hub: str) -> None:
    given = run("hub", "code", "--site", "1", "--station", "2", "--name", "Till 2")
    code = given.stdout.splitlines()[0]
    enrolled = run("till", "enrol", hub, code)
    assert "station 2 of site 1" in enrolled.stdout
    twice = run("other", "enrol", hub, code, ok=False)
    assert twice.stderr.strip()
    state = json.loads(run("till", "sync", "status", "--json").stdout)
    assert (state["enrolled"], state["unsent"]) == (True, 0)
    assert "Unsent: 0" in run("till", "sync").stdout
    assert "The books are whole" in run("till", "doctor").stdout


def test_a_mistyped_code_and_a_hub_that_is_away(run: Run, hub: str) -> None:
    given = run("hub", "code", "--site", "1", "--station", "2", "--name", "Till 2")
    code = given.stdout.splitlines()[0]
    last = code.rstrip()[-1]
    swapped = code.rstrip()[:-1] + ("A" if last != "A" else "B")
    assert run("till", "enrol", hub, swapped, ok=False).stderr.strip()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = f"https://127.0.0.1:{probe.getsockname()[1]}"
    away = run("till", "enrol", nobody, code, ok=False)
    assert away.stderr.strip()
    assert run("till", "enrol", hub, code).returncode == 0


def test_a_forecast_of_an_empty_shop_says_so(run: Run) -> None:
    run("shop", "init", "Corner shop", say="481516\n")
    assert "0 items planned" in run("shop", "forecast", "--plain").stdout


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert "usage: counterfoil" in capsys.readouterr().out


def test_the_hub_never_loads_qt() -> None:
    code = (
        "import sys; sys.argv = ['counterfoil', 'hub', '--help']\n"
        "import desktop.commands.hub_, edge_sync.hub, domain.areas, edge_sync.tables\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'numpy', 'statsmodels'))])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "[]", answer.stderr
