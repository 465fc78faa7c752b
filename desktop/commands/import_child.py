"""The import as a process of its own, as the window starts it: one JSON object a line.

``{"kind": "progress", "stage": "sales", "done": 500, "total": 25900}``, then one of ``{"kind":
"result", "reports": […]}`` (with ``--dry-run``: ``"preview": {…}``) and ``{"kind": "error",
"code": …, "params": {…}, "sentence": …}``. Closing its standard input stops it between two
commits; what it imported by then stands.
"""

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from desktop.commands.console import open_replica
from desktop.commands.import_ import import_of, plan_of
from desktop.commands.import_report import preview_fields, report_fields
from domain.errors import CounterfoilError
from domain.replica import Replica
from forecasting.process import lower_priority

_TICK = 0.1  # seconds between two lines of progress


class _Voice:
    """Writes the lines; not more often than a person can see."""

    def __init__(self) -> None:
        self._last = ("", 0.0)

    def say(self, kind: str, fields: Mapping[str, object]) -> None:
        """Write a line at once."""
        sys.stdout.write(json.dumps({"kind": kind, **fields}) + "\n")
        sys.stdout.flush()

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say how far it is, where that is news."""
        now = time.monotonic()
        if stage != self._last[0] or done >= total or now - self._last[1] >= _TICK:
            self._last = (stage, now)
            self.say("progress", {"stage": stage, "done": done, "total": total})


def serve(options: argparse.Namespace) -> int:
    """Import and tell; give the exit status."""
    lower_priority()
    voice, closed = _Voice(), _watch_input()
    try:
        with open_replica(options.data) as replica:
            result = _work(replica, options, voice, closed)
    except CounterfoilError as error:
        params = {name: str(value) for name, value in error.params.items()}
        voice.say("error", {"code": error.code, "params": params, "sentence": str(error)})
        return 1
    voice.say("result", result)
    return 0


def _work(
    replica: Replica, options: argparse.Namespace, voice: _Voice, closed: threading.Event
) -> dict[str, object]:
    if options.dry_run:
        return {"preview": preview_fields(plan_of(replica, options))}
    work, settings = import_of(options)
    told = replace(settings, progress=voice.progress, cancelled=closed.is_set)
    return {"reports": [report_fields(each) for each in work(replica, told)]}


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
