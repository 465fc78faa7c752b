"""The worker process, really started: progress, result, refusal, crash, cancel, lost parent."""

import os
import subprocess
import sys
import time

import pytest

from forecasting.errors import WorkerFailed
from forecasting.process import ForecastProcess, Message, worker_command


def start(mode: str) -> ForecastProcess:
    """Start the test worker."""
    return ForecastProcess([sys.executable, "-m", "tests.forecasting.worker", mode])


def test_a_run_reports_progress_and_its_result() -> None:
    """Three chunks of two items, then the result, and nothing after it."""
    with start("plan") as worker:
        messages = list(worker.messages())
    assert [message.fields for message in messages[:-1]] == [
        {"done": done, "total": 6} for done in (0, 2, 4, 6)
    ]
    assert messages[-1] == Message("result", {"items": 6})


def test_a_refusal_arrives_with_its_code_and_parameters() -> None:
    """The parent can say it in the user's language."""
    with start("refused") as worker:
        (message,) = worker.messages()
    assert message.kind == "error"
    assert message.fields["code"] == "forecast.settings"
    assert message.fields["params"] == {
        "name": "review_days",
        "value": "0",
        "rule": "from 1 to 366",
    }


def test_a_crash_is_told_and_its_last_words_are_kept() -> None:
    """What a library printed is passed over; the traceback is for the report."""
    with start("broken") as worker:
        with pytest.raises(WorkerFailed, match="exit status 1"):
            list(worker.messages())
        assert "RuntimeError: a defect" in worker.diagnosis()


def test_cancel_by_closing_the_input() -> None:
    """The worker leaves by itself with its own words, status 1, and no result."""
    with start("slow") as worker:
        messages = worker.messages()
        assert next(messages).kind == "progress"
        status = worker.cancel()
        rest = list(messages)
    assert status == 1
    assert rest[-1].fields["code"] == "forecast.cancelled"


def test_a_worker_that_does_not_listen_is_ended_soon() -> None:
    """Asked, then told: within half a second, without an error for the user."""
    with start("stubborn") as worker:
        messages = worker.messages()
        next(messages)
        begun = time.monotonic()
        assert worker.cancel() != 0
        assert time.monotonic() - begun < 0.5
        assert [message.kind for message in messages] == []


@pytest.mark.skipif(sys.platform == "win32", reason="niceness is POSIX; Windows sets a class")
def test_the_worker_runs_at_low_priority() -> None:
    """Whatever else the PC does goes first."""
    with start("slow") as worker:
        next(worker.messages())
        nice = os.getpriority(os.PRIO_PROCESS, worker.process_id)
    assert nice > os.getpriority(os.PRIO_PROCESS, 0)


def test_the_command_is_the_programs_own_subcommand(monkeypatch: pytest.MonkeyPatch) -> None:
    """From source through the interpreter, frozen through the program itself."""
    command = ["forecast", "--json-progress", "--site", "S01"]
    assert worker_command(["--site", "S01"]) == [
        sys.executable,
        "-m",
        "desktop.command_line",
        *command,
    ]
    named = worker_command(["--site", "S01"], folder="books")
    assert named[3:] == ["--data", "books", *command]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(["--site", "S01"]) == [sys.executable, *command]


def test_the_worker_gets_the_environment_that_lets_it_join() -> None:
    """What the parent's replica gives its children; the threads of linear algebra stay one."""
    script = "import json, os; print(json.dumps({'kind': 'result', **os.environ}))"
    environment = {**os.environ, "COUNTERFOIL_OWNER_OF_THE_TEST": "yes"}
    with ForecastProcess([sys.executable, "-c", script], environment) as worker:
        (message,) = worker.messages()
    assert message.fields["COUNTERFOIL_OWNER_OF_THE_TEST"] == "yes"
    assert message.fields["OMP_NUM_THREADS"] == "1"


def test_the_window_can_start_a_run_without_loading_numpy() -> None:
    """What the window imports is standard library only; statsmodels waits for its first fit."""
    script = (
        "import sys, forecasting.process\n"
        "assert 'numpy' not in sys.modules\n"
        "import forecasting.runner\n"
        "assert not {'scipy', 'pandas', 'statsmodels'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
