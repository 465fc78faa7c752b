"""The import as a process of its own, as the window starts it: one JSON object a line.

``{"kind": "progress", "stage": "sales", "done": 500, "total": 25900}``, ``{"kind": "problem",
"line": 7, …}`` for the first of them, then one of ``{"kind": "result", "reports": […]}`` and
``{"kind": "error", "code": …, "params": {…}, "sentence": …}``. Closing its standard input stops it
between two chunks; what it imported by then stands.
"""

import argparse
import json
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace

from desktop.commands.console import open_replica
from desktop.commands.import_ import import_of
from desktop.commands.import_report import problem_fields, report_fields
from domain.errors import CounterfoilError
from domain.importing import Problem
from domain.importing.model import PROBLEMS_KEPT
from forecasting.process import lower_priority

_TICK = 0.1  # seconds between two lines of progress


class _Voice:
    """Writes the lines; not more often than a person can see."""

    def __init__(self) -> None:
        self._problems = 0
        self._last = ("", 0.0)

    def say(self, kind: str, **fields: object) -> None:
        """Write a line at once."""
        sys.stdout.write(json.dumps({"kind": kind, **fields}) + "\n")
        sys.stdout.flush()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say how far it is, where that is news."""
        now = time.monotonic()
        if stage != self._last[0] or done >= total or now - self._last[1] >= _TICK:
            self._last = (stage, now)
            self.say("progress", stage=stage, done=done, total=total)

    def problem(self, problem: Problem) -> None:
        """Tell of a problem, of the first ones."""
        self._problems += 1
        if self._problems <= PROBLEMS_KEPT:
            self.say("problem", **problem_fields(problem))


def serve(options: argparse.Namespace) -> int:
    """Import and tell; give the exit status."""
    lower_priority()
    voice, closed = _Voice(), _watch_input()
    try:
        with open_replica(options.data) as replica:
            work, settings = import_of(options)
            settings = replace(
                settings, progress=voice.progress, cancelled=closed.is_set, sink=voice.problem
            )
            reports = work(replica, settings)
    except CounterfoilError as error:
        params = {name: str(value) for name, value in error.params.items()}
        voice.say(
            "error", code=error.code, params=params, template=error.sentence, sentence=str(error)
        )
        return 1
    fields = [{**report_fields(each), "problems": []} for each in reports]
    voice.say("result", reports=fields)
    return 0


def _watch_input() -> threading.Event:
    """Give an event that is set when standard input is closed: stopped, or the window died."""
    closed = threading.Event()

    def watch() -> None:
        with suppress(OSError, ValueError):
            while os.read(0, 1024):
                pass
        closed.set()

    threading.Thread(target=watch, name="watch-input", daemon=True).start()
    return closed
