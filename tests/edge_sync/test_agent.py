"""The agent as a process of its own: it sends, it fetches, it survives, it can be killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.replica import Replica
from edge_sync.agent import LONGEST_PAUSE_S, Agent, main, pause_after
from edge_sync.certificates import root_of
from edge_sync.client import Settings, exchange_once
from edge_sync.hub import HubServer
from edge_sync.membership import Membership, join
from edge_sync.status import sync_status
from tests.edge_sync.world import count, digests, name_station, open_hub_on_sqlite, sell

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubServer]:
    with (
        open_hub_on_sqlite(tmp_path_factory.mktemp("agent") / "hub") as centre,
        HubServer(centre, "127.0.0.1", 0) as listening,
    ):
        yield listening


@pytest.fixture
def station(server: HubServer, make_replica: Callable[..., Replica]) -> Replica:
    return enrolled(server, make_replica(1, 1))


def enrolled(server: HubServer, replica: Replica) -> Replica:
    """Make a replica a station of the hub without the ceremony."""
    hub = server.hub.replica
    name_station(hub, replica)
    to = Membership(server.url, hub.station, hub.public_key, root_of(hub))
    with replica.merging() as merging:
        join(merging.connection, to)
    return replica


def until(fine: Callable[[], bool]) -> None:
    """Wait for something with patience, not longer than it takes."""
    end = time.monotonic() + PATIENCE_S
    while not fine():
        assert time.monotonic() < end, "it never came to it"
        time.sleep(0.02)


def start(replica: Replica, code: str) -> "subprocess.Popen[bytes]":
    """Start Python beside the application that holds the replica, as it starts the agent."""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(replica.folder)],
        cwd=ROOT,
        env=replica.child_environment(),
        stdin=subprocess.PIPE,
    )


AGENT = """
import sys, pathlib
import tests.edge_sync.world
from edge_sync import agent
from edge_sync.client import Settings
sys.exit(agent.main(pathlib.Path(sys.argv[1]), Settings(wait_s=2)))
"""

KILLED_BETWEEN_EFFECT_AND_CURSOR = """
import os, pathlib, signal, sys
import tests.edge_sync.world
from domain.replica import Replica
from edge_sync import session
from edge_sync.client import exchange_once
session.keep_cursor = lambda *a, **k: os.kill(os.getpid(), getattr(signal, "SIGKILL", 9))
exchange_once(Replica.open(pathlib.Path(sys.argv[1])))
"""


def test_beside_the_open_application_it_sends_and_fetches_at_once(
    server: HubServer, station: Replica, make_replica: Callable[..., Replica]
) -> None:
    hub = server.hub.replica
    process = start(station, AGENT)
    try:
        sell(station, 5)
        until(lambda: count(hub, "SELECT coalesce(sum(quantity), 0) FROM t_sold") == 5)
        other = enrolled(server, make_replica(1, 2))
        sell(other, 30)
        exchange_once(other)
        until(lambda: count(station, "SELECT quantity FROM t_sold") == 35)
        with station.read() as connection:
            shown = sync_status(connection, station.station)
        assert (shown.unsent, shown.problem, shown.reachable) == (0, None, True)
    finally:
        process.communicate(timeout=PATIENCE_S)  # closes its input, as a closing window does
    assert process.returncode == 0


def test_killed_between_effect_and_cursor_nothing_counts_twice(
    server: HubServer, make_replica: Callable[..., Replica]
) -> None:
    hub = server.hub.replica
    first, second = (enrolled(server, make_replica(2, n)) for n in (1, 2))
    sell(first, 7)
    exchange_once(first)
    for _ in range(2):
        process = start(second, KILLED_BETWEEN_EFFECT_AND_CURSOR)
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == -signal.SIGKILL if os.name == "posix" else 9
        assert count(second, "SELECT count(*) FROM t_sale") == 0  # no effect without its cursor
    exchange_once(second)
    assert count(second, "SELECT quantity FROM t_sold") == 7
    assert digests(second, {0, 2}) == digests(hub, {0, 2})


def test_it_goes_on_when_the_hub_comes_back(
    station: Replica, server: HubServer, tmp_path: Path
) -> None:
    """The hub is away, things are sold; the hub is back and has them, without anybody's help."""
    with open_hub_on_sqlite(tmp_path / "hub") as centre:
        first = HubServer(centre, "127.0.0.1", 0)
        enrolled(first, station)
        agent = Agent(station, Settings(wait_s=1, connect_s=1.0))
        with first:
            agent.start()
            sell(station, 1)
            until(lambda: count(centre, "SELECT coalesce(sum(quantity), 0) FROM t_sold") == 1)
        sell(station, 2)

        def offline() -> bool:
            with station.read() as connection:
                shown = sync_status(connection, station.station)
            return shown.offline_since is not None and shown.unsent == 1

        until(offline)
        with HubServer(centre, "127.0.0.1", first.port):
            until(lambda: count(centre, "SELECT quantity FROM t_sold") == 3)
            agent.stop()


def test_without_a_hub_it_says_so_and_ends(
    make_replica: Callable[..., Replica], capsys: pytest.CaptureFixture[str]
) -> None:
    replica = make_replica(standalone=True)
    replica.close()
    assert main(replica.folder) == 1
    assert "not enrolled" in capsys.readouterr().err


def test_pauses_grow_differ_and_end_below_half_a_minute() -> None:
    pauses = [pause_after(failures, 0.5) for failures in range(20)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 1
    assert pause_after(100, 0.999) <= LONGEST_PAUSE_S < 25
    assert pause_after(5, 0.1) != pause_after(5, 0.9)


def test_the_window_loads_no_http_client() -> None:
    code = (
        "import sys, edge_sync.status, edge_sync.inbox, edge_sync.requests, edge_sync.tables,"
        " edge_sync.membership; heavy = {'httpx', 'starlette', 'uvicorn', 'numpy', 'alembic'};"
        " sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
