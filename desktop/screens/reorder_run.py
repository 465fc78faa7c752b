"""A run of the planner in a process of its own, told to the window as it goes."""

import threading
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from domain.errors import CounterfoilError, EnvironmentProblem
from forecasting.errors import ForecastCancelled, ForecastError
from forecasting.process import ForecastProcess, Message


class CannotStart(EnvironmentProblem):
    """The system did not let the planner's process start."""

    code = "reorder.cannot_start"
    sentence = "The forecast could not be started ({reason}). The plan before is still there."


class WorkerSaid(ForecastError):
    """The planner refused with an error that this version does not know."""

    code = "reorder.worker_said"
    sentence = "{words}"


class PlanRun(QObject):
    """One run. ``run`` blocks and belongs on a reader thread; the signal reaches the window."""

    progressed = Signal(int, int)
    """Items done, items in all."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Nothing starts before ``run``."""
        super().__init__()
        self._command, self._environment = list(command), dict(environment)
        self._lock = threading.Lock()
        self._process: ForecastProcess | None = None
        self._stopped = False

    def run(self) -> bool:
        """Plan; False if it was stopped. Raises CannotStart, WorkerFailed, ForecastError."""
        try:
            with self._lock:
                if self._stopped:
                    return False
                self._process = ForecastProcess(self._command, self._environment)
        except OSError as error:
            raise CannotStart(reason=error.strerror or str(error)) from error
        with self._process as process:
            try:
                for message in process.messages():
                    self._hear(message)
            except ForecastCancelled:
                return False
        return not self._stopped

    def stop(self) -> None:
        """End the run; from any thread. Takes half a second at most."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.cancel()

    def _hear(self, message: Message) -> None:
        """Pass progress on; raise what the planner refused with."""
        fields = message.fields
        if message.kind == "progress":
            self.progressed.emit(int(str(fields["done"])), int(str(fields["total"])))
        elif message.kind == "error":
            raise _error_of(fields)


def _error_of(fields: Mapping[str, object]) -> CounterfoilError:
    """Make the worker's error again, so that it is said in the user's language."""
    params = fields.get("params")
    known = params if isinstance(params, dict) else {}
    for kind in _kinds(CounterfoilError):
        if kind.code == fields.get("code"):
            return kind(**known)
    return WorkerSaid(words=str(fields.get("sentence", "")))


def _kinds(root: type[CounterfoilError]) -> Iterator[type[CounterfoilError]]:
    """Give every kind of error that is known here, the most special ones first."""
    for kind in root.__subclasses__():
        yield from _kinds(kind)
        yield kind
