"""How the last attempts at the hub went, written for the window to read."""

import json
import threading

from domain.errors import CounterfoilError
from domain.replica import Replica
from domain.replica.rows import run
from edge_sync.errors import ClockWrong, Refused, SegmentProblem
from edge_sync.protocol import as_params

QUIET_MS = 5_000
"""An unchanged state is written again after so long, not at every answer."""


class Recorder:
    """Writes ``sync_state``. An exchange may run in several lanes (push, pull), each with its own
    outcome: what is shown is the last problem that still stands in any of them.
    """

    def __init__(self, replica: Replica, peer: str) -> None:
        self._replica = replica
        self._peer = peer
        self._lock = threading.Lock()
        self._problems: dict[str, CounterfoilError] = {}
        self._off_ms = 0
        self._last: tuple[object, ...] = ()
        self._written = 0

    def went_well(self, lane: str, off_ms: int, clock: ClockWrong | None) -> None:
        """Note that the hub answered. A wrong clock is shown although the exchange went on."""
        with self._lock:
            self._problems.pop(lane, None)
            self._off_ms = off_ms
            standing = next(iter(self._problems.values()), clock)
            self._write(standing, reached=True, well=not self._problems)

    def failed(self, lane: str, problem: CounterfoilError) -> None:
        """Note what went wrong."""
        with self._lock:
            self._problems[lane] = problem
            reached = isinstance(problem, Refused | SegmentProblem)
            self._write(problem, reached=reached, well=False)

    def _write(self, problem: CounterfoilError | None, *, reached: bool, well: bool) -> None:
        now = self._replica.clock.wall()
        code = problem.code if problem else None
        params = json.dumps(as_params(problem.params)) if problem else None
        state = (code, params, reached, well)
        if state == self._last and 0 <= now - self._written < QUIET_MS:
            return
        self._last, self._written = state, now
        with self._replica.merging() as merging:
            run(
                merging.connection,
                "INSERT INTO sync_state (peer, last_attempt, last_success, offline_since,"
                " error_code, error_params, reachable, clock_off_ms)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (peer) DO UPDATE SET last_attempt = excluded.last_attempt,"
                " last_success = COALESCE(excluded.last_success, sync_state.last_success),"
                " offline_since = CASE WHEN excluded.reachable = 1 THEN NULL"
                " ELSE COALESCE(sync_state.offline_since, excluded.offline_since) END,"
                " error_code = excluded.error_code, error_params = excluded.error_params,"
                " reachable = excluded.reachable, clock_off_ms = excluded.clock_off_ms",
                *(self._peer, now, now if well else None, None if reached else now),
                *(code, params, int(reached), self._off_ms),
            )
