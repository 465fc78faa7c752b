"""The demo's child processes: its hub, and the stations' windows.

Each ends by itself when its standard input is closed. So it is asked to end in the same way on
every system, and it never outlives this process, however this one ends.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from desktop.commands.console import own_command
from desktop.demo.company import HOST, DemoPlace, free_port
from domain.errors import EnvironmentProblem

PATIENCE_S = 30.0
GRACE_S = 15.0


class DemoChildEnded(EnvironmentProblem):
    """A process of the demo ended before it was ready."""

    code = "demo.child_ended"
    sentence = "{name} could not be started. What it said is in {path}."


class Child:
    """A subcommand of ours in a process of its own; what it says goes to a file."""

    def __init__(self, name: str, arguments: Sequence[str], said: Path) -> None:
        """Start it. ``name`` is for people."""
        self.name, self.said = name, said
        said.parent.mkdir(parents=True, exist_ok=True)
        with said.open("ab") as output:
            self._process = subprocess.Popen(  # the program is this one, the words are ours
                own_command(*arguments),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "COUNTERFOIL_KEYS": "file"},
                # Ctrl+C is for the demo, which then ends its children in order.
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    @property
    def status(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._process.poll()

    def ask_to_end(self) -> None:
        """Close its input, which it takes as the wish that it ends."""
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def end(self) -> int:
        """Let it end; one that does not is ended. Gives the exit status."""
        self.ask_to_end()
        for force in (self._process.terminate, self._process.kill):
            try:
                return self._process.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                force()
        return self._process.wait()


class HubProcess:
    """The demo's hub in a process of its own, which can be taken away and brought back."""

    def __init__(self, place: DemoPlace) -> None:
        """Nothing runs before ``up``."""
        self._place = place
        self._child: Child | None = None
        self.port = place.port

    @property
    def is_up(self) -> bool:
        """Whether it runs."""
        return self._child is not None and self._child.running

    def up(self) -> None:
        """Start it and wait until it answers; where its port is taken, at another.

        Raises DemoChildEnded.
        """
        if self.is_up:
            return
        if not _is_free(self.port):
            self.port = free_port()
        listen = f"{HOST}:{self.port}"
        words = ("--data", str(self._place.hub), "hub", "--listen", listen, "--until-closed")
        said = self._place.folder / "logs" / "hub.log"
        self._child = Child("hub", words, said)
        until = time.monotonic() + PATIENCE_S
        while not answers(self.port):
            if not self._child.running or time.monotonic() > until:
                self.down()
                raise DemoChildEnded(name="hub", path=said)
            time.sleep(0.05)

    def down(self) -> None:
        """End it. What stations write meanwhile stays with them."""
        if self._child is not None:
            self._child.end()
            self._child = None


def open_window(name: str, station: Path, said: Path, language: str | None) -> Child:
    """Open a station's window in a process of its own."""
    words = ["--data", str(station), "open", "--until-closed"]
    if language:
        words += ["--language", language]
    return Child(name, words, said)


def answers(port: int) -> bool:
    """Whether something listens at a port of this PC."""
    try:
        socket.create_connection((HOST, port), timeout=0.5).close()
    except OSError:
        return False
    return True


def _is_free(port: int) -> bool:
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True
