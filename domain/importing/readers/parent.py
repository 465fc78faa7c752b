"""The side that starts the limited child, listens, and ends it when it takes too long.

The time limit counts only the child's own time: while the caller works on a row, the clock
stands still. Whatever happens to the child, the caller gets rows or one typed error.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, cast

from domain.importing.readers.errors import (
    BY_CODE,
    ChildDied,
    NeedsTooMuchMemory,
    TookTooLong,
    UnreadableFile,
)
from domain.importing.readers.frames import (
    Batch,
    BrokenStream,
    Columns,
    Failed,
    Finished,
    Message,
    Previewed,
    Request,
    from_cells,
    receive,
    send,
)
from domain.importing.readers.model import MIB, Limits, Options, Row, Sniff

_MODULE = "domain.importing.readers.child"
_FROZEN_COMMAND = "read-file"  # the packaged application's own subcommand for the child
_ROOT = Path(__file__).resolve().parents[3]
_TICK = 0.1  # seconds between looks at the clock
_LAST_WORDS = 4096  # characters of the child's error output kept for the log
# How a process ends when an allocation fails in native code, or the time is up.
_OUT_OF_MEMORY = {-getattr(signal, "SIGABRT", 6), -getattr(signal, "SIGSEGV", 11), 0xC0000409}
_OUT_OF_TIME = {-getattr(signal, "SIGXCPU", 24), 0x718}


def sniff(path: Path, options: Options, limits: Limits) -> Sniff:
    """Look at a file in a child process."""
    with _Child(path, "sniff", options, limits) as child:
        for message in child.messages():
            if isinstance(message, Previewed):
                return message.sniff
    raise ChildDied(file=path.name, exit="no answer")


def rows(path: Path, options: Options, limits: Limits) -> Iterator[Row]:
    """Read a file in a child process; closing the iterator ends the child."""
    columns: tuple[str, ...] = ()
    with _Child(path, "rows", options, limits) as child:
        for message in child.messages():
            if isinstance(message, Columns):
                columns = message.columns
            elif isinstance(message, Batch):
                for cells in message.rows:
                    yield from_cells(columns, cells)


class _Child:
    """One reading process and the watch over it."""

    def __init__(
        self, path: Path, mode: Literal["sniff", "rows"], options: Options, limits: Limits
    ) -> None:
        self._file = path.name
        self._limits = limits
        self._left = limits.seconds
        self._deadline: float | None = None
        self._expired = False
        self._over = threading.Event()
        self._request = Request(str(path.resolve()), mode, options, limits)

    def __enter__(self) -> "_Child":
        # Not a context manager of its own: __exit__ below ends it in every case.
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._watch = threading.Thread(target=self._watch_clock, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._process.kill()
        self._watch.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()

    def messages(self) -> Iterator[Message]:
        """Give the child's messages up to the last; raise what went wrong."""
        with contextlib.suppress(OSError):  # a child that died at once: the answer tells
            send(cast("BinaryIO", self._process.stdin), self._request)
        while True:
            message = self._next()
            if isinstance(message, Failed):
                raise _error(message, self._file)
            yield message
            if isinstance(message, Finished):
                return

    def _next(self) -> Message:
        started = time.monotonic()
        self._deadline = started + self._left
        try:
            return receive(cast("BinaryIO", self._process.stdout))
        except BrokenStream as broken:
            raise self._why_it_died(broken) from None
        finally:
            self._deadline = None
            self._left -= time.monotonic() - started

    def _why_it_died(self, broken: BrokenStream) -> UnreadableFile:
        last_words = cast("BinaryIO", self._process.stderr).read(_LAST_WORDS)
        self._process.kill()
        status = self._process.wait()
        if self._expired or status in _OUT_OF_TIME:
            return TookTooLong(file=self._file, limit=self._limits.seconds)
        if status in _OUT_OF_MEMORY or b"MemoryError" in last_words:
            return NeedsTooMuchMemory(file=self._file, limit=self._limits.memory // MIB)
        detail = last_words.decode("utf-8", "replace")
        return ChildDied(file=self._file, exit=status, why=str(broken), detail=detail)

    def _watch_clock(self) -> None:
        while not self._over.wait(_TICK):
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline:
                self._expired = True
                self._process.kill()
                return


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, _FROZEN_COMMAND]
    return [sys.executable, "-m", _MODULE]


def _environment() -> dict[str, str]:
    """Let the child find the same packages as this process."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _error(message: Failed, file: str) -> UnreadableFile:
    error = BY_CODE.get(message.code)
    if error is None:
        return ChildDied(file=file, exit=message.code)
    return error(**message.params)
