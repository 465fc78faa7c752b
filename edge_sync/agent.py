"""The sync agent: a process of its own that keeps a station and its hub level.

Two lanes, each with its own connection: one sends what is unsent as soon as it is there, one
asks for news and lets the hub hold the question back until there is some. After a failure each
waits, longer every time and never quite the same time as other stations, but never so long that
unsent changes wait 30 s for a hub that can be reached.
"""

import logging
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import domain.areas  # noqa: F401 - whoever applies changesets must know every table
from domain.errors import CounterfoilError
from domain.replica import Replica
from domain.replica.lock import OWNER_VARIABLE
from edge_sync import tables  # noqa: F401 - the same
from edge_sync.client import Line, Settings
from edge_sync.errors import NotEnrolled, SyncFailed
from edge_sync.membership import Membership, membership
from edge_sync.session import Session
from edge_sync.state import Recorder

log = logging.getLogger(__name__)

LOOK_S = 0.25
"""How often the agent looks whether something is unsent: one small query."""
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 20.0


def pause_after(failures: int, chance: float) -> float:
    """Give the seconds to wait after so many failures in a row; ``chance`` is in [0, 1)."""
    longest = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(failures, 10))
    return longest * (0.5 + chance / 2)


class Lane(threading.Thread):
    """Does one thing again and again over a connection of its own, and survives its failures."""

    def __init__(self, name: str, agent: "Agent", step: Callable[[Session], bool]) -> None:
        super().__init__(name=f"sync {name}", daemon=True)
        self._lane = name
        self._agent = agent
        self._step = step
        self._greeted = -1

    def run(self) -> None:
        """Work until the agent stops. A step gives whether it spoke with the hub."""
        failures = 0
        agent = self._agent
        with Line(agent.replica, agent.hub, agent.settings) as line:
            session = Session(agent.replica, agent.hub, line.ask, agent.settings.codec)
            while not agent.stopping.is_set():
                try:
                    spoke = self._once(session)
                except CounterfoilError as problem:
                    self._failed(problem)
                except Exception as problem:
                    log.exception("the exchange stopped by a defect")
                    self._failed(SyncFailed(detail=type(problem).__name__))
                else:
                    failures = 0
                    if spoke:
                        agent.recorder.went_well(self._lane, line.clock_off_ms, line.clock_wrong)
                    continue
                self._greeted = -1
                agent.stopping.wait(pause_after(failures, random.random()))  # noqa: S311
                failures += 1

    def _once(self, session: Session) -> bool:
        if self._greeted != self._agent.greetings:
            self._greeted = self._agent.greetings
            session.hello()
            return True
        epoch = session.epoch
        spoke = self._step(session)
        if session.epoch != epoch:
            self._agent.greetings += 1  # the hub began anew: the other lane must greet it too
            self._greeted = self._agent.greetings
        return spoke

    def _failed(self, problem: CounterfoilError) -> None:
        log.info("%s: %s", self._lane, problem)
        try:
            self._agent.recorder.failed(self._lane, problem)
        except CounterfoilError as second:
            log.warning("the state of the exchange could not be written: %s", second)


class Agent:
    """Both lanes of a station's exchange."""

    def __init__(self, replica: Replica, settings: Settings | None = None) -> None:
        """Prepare. Raises NotEnrolled."""
        with replica.read() as connection:
            hub = membership(connection)
        if hub is None:
            raise NotEnrolled
        self.replica = replica
        self.hub: Membership = hub
        self.settings = settings or Settings()
        self.recorder = Recorder(replica, hub.peer)
        self.stopping = threading.Event()
        self.greetings = 0
        """Counts up when a lane finds that the hub began a new epoch."""
        self._lanes = [Lane("push", self, self._push), Lane("pull", self, self._pull)]

    def start(self) -> None:
        """Start both lanes."""
        for lane in self._lanes:
            lane.start()

    def stop(self, patience_s: float | None = None) -> None:
        """Ask both lanes to stop, and wait: as long as the hub may hold a question back, or less.

        A lane that still waits for the hub then has nothing in its hands.
        """
        self.stopping.set()
        patience = self.settings.wait_s + 2.0 if patience_s is None else patience_s
        until = time.monotonic() + patience
        for lane in self._lanes:
            lane.join(max(0.0, until - time.monotonic()))

    def _push(self, session: Session) -> bool:
        if session.pending_to_send() == 0:
            self.stopping.wait(LOOK_S)
            return False
        if session.push() == 0:
            # The hub refuses what is pending; the sync screen says why. Ask again, but not at once.
            self.stopping.wait(LONGEST_PAUSE_S / 2)
        return True

    def _pull(self, session: Session) -> bool:
        session.pull(self.settings.wait_s)
        return True


def main(folder: Path, settings: Settings | None = None) -> int:
    """Run the agent of the replica in a folder until told to stop; give the exit status.

    Started by the application, it ends when the application does (its input closes).
    """
    try:
        with Replica.open(folder) as replica:
            agent = Agent(replica, settings)
            _stop_on_signals(agent.stopping)
            if os.environ.get(OWNER_VARIABLE):
                threading.Thread(target=_follow_owner, args=(agent.stopping,), daemon=True).start()
            agent.start()
            while not agent.stopping.wait(1.0):
                pass  # a wait without an end would not see signals on Windows
            agent.stop(patience_s=2.0)
    except CounterfoilError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _stop_on_signals(stopping: threading.Event) -> None:
    names = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Windows' way to ask a process to end
    for each in (getattr(signal, name, None) for name in names):
        if each is not None:
            signal.signal(each, lambda *_: stopping.set())


def _follow_owner(stopping: threading.Event) -> None:
    if sys.stdin is None:
        return
    # Not readline: a buffered reader that is waiting when Python ends makes it abort.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stopping.set()
