"""The worker process, seen from both sides. Standard library only: the window imports this.

The parent starts this program again as its own subcommand, reads one JSON object a line from its
standard output, and cancels by closing its standard input (then, if need be, by ending it). The
worker runs at low priority. A worker that dies leaves the replica untouched, because its results
are written in one transaction at the very end.

Lines: ``{"kind": "progress", "done": 500, "total": 4070}``, then one of ``{"kind": "result", …}``
and ``{"kind": "error", "code": …, "params": {…}, "sentence": …}``.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, TextIO, cast

from domain.errors import CounterfoilError
from forecasting.errors import WorkerFailed

GRACE_SECONDS = 0.2
"""How long a cancelled worker may take to leave by itself."""

NICE = 10
"""POSIX niceness of the worker; on Windows it gets the class "below normal"."""

DIAGNOSIS_BYTES = 20_000
"""How much of a failed worker's last words is kept for the report."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Message:
    """One line from the worker: ``kind`` is ``progress``, ``result`` or ``error``."""

    kind: str
    fields: Mapping[str, object] = field(default_factory=dict)


def worker_command(
    arguments: Sequence[str] = (), *, folder: str | os.PathLike[str] | None = None
) -> list[str]:
    """Give the command that starts the worker: this interpreter, or this frozen program.

    ``folder`` is the replica's; without it the worker opens the default one.
    """
    if getattr(sys, "frozen", False):
        program = [sys.executable]
    else:
        program = [sys.executable, "-m", "desktop.command_line"]
    data = [] if folder is None else ["--data", os.fspath(folder)]
    return [*program, *data, "forecast", "--json-progress", *arguments]


class ForecastProcess:
    """A running worker. ``messages`` blocks, so read it on a thread; ``cancel`` from any thread."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> None:
        """Start the worker; raises OSError if the program cannot be started.

        ``environment`` takes the place of this process's own: a replica that is open here gives
        one with which its child may join (``child_environment``).
        """
        surroundings = dict(os.environ if environment is None else environment)
        # one thread for linear algebra: the shop's PC has other work, and results stay the same
        surroundings |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        surroundings["PYTHONIOENCODING"] = "utf-8"
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the worker
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=surroundings,
                creationflags=flags,
            )
        except OSError:
            self._errors.close()
            raise
        self._cancelled = threading.Event()

    def messages(self) -> Iterator[Message]:
        """Give each message as it comes, until the worker has ended.

        Raises ``WorkerFailed`` if it ends without a result or an error and was not cancelled.
        Lines that are not messages (a library that prints) are passed over.
        """
        finished = False
        with cast("IO[bytes]", self._process.stdout) as lines:
            for line in lines:
                message = _parse(line)
                if message is not None:
                    finished = finished or message.kind != "progress"
                    yield message
        status = self._process.wait()
        if not finished and not self._cancelled.is_set():
            raise WorkerFailed(status=status)

    def cancel(self) -> int:
        """Stop the worker and wait for its end; gives its exit status."""
        self._cancelled.set()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(GRACE_SECONDS)
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(GRACE_SECONDS)
        self._process.kill()
        return self._process.wait()

    def close(self) -> None:
        """End the worker if it still runs and release what it held."""
        self.cancel()
        self._errors.close()

    @property
    def process_id(self) -> int:
        """The worker's process number."""
        return self._process.pid

    def diagnosis(self) -> str:
        """Give the worker's last words on standard error, for a crash report."""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - DIAGNOSIS_BYTES))
        return self._errors.read().decode("utf-8", errors="replace")

    def __enter__(self) -> "ForecastProcess":
        """Use the worker in a ``with`` block, which ends it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the worker."""
        self.close()


def serve(
    work: Callable[[Progress, Cancelled], Mapping[str, object]], output: TextIO | None = None
) -> int:
    """Be the worker: run ``work(progress, cancelled)`` and tell the parent; gives an exit status.

    ``work`` returns the fields of the result message. Errors a person can meet become an error
    message and status 1; a defect is left to end the process with its traceback.
    """
    lower_priority()
    out = sys.stdout if output is None else output
    closed = _watch_input()

    def send(kind: str, fields: Mapping[str, object]) -> None:
        out.write(json.dumps({"kind": kind, **fields}, ensure_ascii=True) + "\n")
        out.flush()

    try:
        fields = work(
            lambda done, total: send("progress", {"done": done, "total": total}), closed.is_set
        )
    except CounterfoilError as error:
        params = {name: str(value) for name, value in error.params.items()}
        send("error", {"code": error.code, "params": params, "sentence": str(error)})
        return 1
    send("result", fields)
    return 0


def lower_priority() -> None:
    """Let everything else on this PC go first (on Windows the parent has seen to it)."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(NICE)


def _watch_input() -> threading.Event:
    """Give an event that is set when standard input is closed: cancelled, or the parent died."""
    closed = threading.Event()

    def watch() -> None:
        with contextlib.suppress(OSError, ValueError):
            while os.read(0, 1024):
                pass
        closed.set()

    threading.Thread(target=watch, name="watch-input", daemon=True).start()
    return closed


def _parse(line: bytes) -> Message | None:
    """Read one line of the worker's output; None if it is not a message."""
    try:
        fields = json.loads(line)
    except ValueError:
        return None
    if not isinstance(fields, dict) or fields.get("kind") not in {"progress", "result", "error"}:
        return None
    kind = fields.pop("kind")
    return Message(kind, fields)
