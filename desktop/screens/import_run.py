"""An import in a process of its own, told to the window as it goes."""

import threading
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.commands.console import own_command
from desktop.screens.import_reading import Looked, Outcome
from domain.errors import CounterfoilError, EnvironmentProblem
from domain.replica import Replica
from forecasting.errors import WorkerFailed
from forecasting.process import ForecastProcess


class ImportNotStarted(EnvironmentProblem):
    """The system did not let the import's process start."""

    code = "importing.not_started"
    sentence = "The import could not be started ({reason}). Nothing was changed."


class ImportEnded(EnvironmentProblem):
    """The import's process ended without saying why."""

    code = "importing.ended"
    sentence = (
        "The import ended unexpectedly (exit status {status}). What it imported before stands; "
        "import the same file again to go on."
    )


class ImportSaid(EnvironmentProblem):
    """The import refused with an error that this version does not know."""

    code = "importing.said"
    sentence = "{words}"


def command_for(replica: Replica, looked: Looked, lines: str, user: bytes | None) -> list[str]:
    """Give the command line that imports what was looked at."""
    arguments = ["--data", str(replica.folder), "import", str(looked.path), "--json-progress"]
    arguments += ["--as", looked.kind, "--formulas"]
    arguments += ["--encoding", looked.encoding] if looked.encoding else []
    kind_fields = dict(looked.columns.columns)
    for name, column in kind_fields.items():
        arguments += ["--map", f"{name}={column}"]
    arguments += ["--rows", lines] if lines else []
    arguments += ["--user", user.hex()] if user is not None else []
    return own_command(*arguments)


class ImportRun(QObject):
    """One run. ``run`` blocks and belongs on a reader thread; the signal reaches the window."""

    progressed = Signal(str, int, int)
    """What is being done, how much of it, and how much there is."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Nothing starts before ``run``."""
        super().__init__()
        self._command, self._environment = list(command), dict(environment)
        self._lock = threading.Lock()
        self._process: ForecastProcess | None = None
        self._stopped = False

    def run(self) -> Outcome | None:
        """Import; None if it was stopped. Raises ImportNotStarted, ImportEnded, and its errors."""
        try:
            with self._lock:
                if self._stopped:
                    return None
                self._process = ForecastProcess(self._command, self._environment)
        except OSError as error:
            raise ImportNotStarted(reason=error.strerror or str(error)) from error
        outcome: Outcome | None = None
        with self._process as process:
            try:
                for message in process.messages():
                    outcome = self._hear(message.kind, message.fields) or outcome
            except WorkerFailed as failed:
                raise ImportEnded(**failed.params) from failed
        return outcome if self._wanted() else None

    def _wanted(self) -> bool:
        with self._lock:
            return not self._stopped

    def stop(self) -> None:
        """End the run; from any thread. What was imported stands."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.cancel()

    def _hear(self, kind: str, fields: Mapping[str, object]) -> Outcome | None:
        """Pass progress on; give the outcome; raise what the import refused with."""
        if kind == "progress":
            done, total = int(str(fields["done"])), int(str(fields["total"]))
            self.progressed.emit(str(fields["stage"]), done, total)
        elif kind == "error":
            raise _error_of(fields)
        elif kind == "result":
            reports = fields["reports"]
            return Outcome.of(reports if isinstance(reports, list) else [])
        return None


def _error_of(fields: Mapping[str, object]) -> CounterfoilError:
    """Make the import's error again, so that it is said in the user's language."""
    params = fields.get("params")
    known = params if isinstance(params, dict) else {}
    for kind in _kinds(CounterfoilError):
        if kind.code == fields.get("code"):
            return kind(**known)
    return ImportSaid(words=str(fields.get("sentence", "")))


def _kinds(root: type[CounterfoilError]) -> Iterator[type[CounterfoilError]]:
    """Give every kind of error that is known here, the most special ones first."""
    for kind in root.__subclasses__():
        yield from _kinds(kind)
        yield kind
