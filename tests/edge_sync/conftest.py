"""Fixtures of the exchange: a hub on SQLite and on PostgreSQL, stations, enrolled or not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.replica import Identity, Replica
from edge_sync.desk import Desk
from edge_sync.session import Session
from tests.edge_sync import world
from tests.support.replicas import _keys_in_files, make_replica

__all__ = ["_keys_in_files", "make_replica"]


@pytest.fixture(params=["sqlite", "postgres"])
def open_hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Replica]]:
    """Open (and at the first time make) the hub's replica: once on each database."""
    opened: list[Replica] = []
    url = None
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")

    def make() -> Replica:
        folder = tmp_path / "hub"
        if url is None:
            opened.append(world.open_hub_on_sqlite(folder))
        else:
            opened.append(Replica.on_postgres(url, folder, Identity(None, 0, centre=True)))
        return opened[-1]

    yield make
    for replica in opened:
        replica.close()


@pytest.fixture
def hub(open_hub: Callable[[], Replica]) -> Replica:
    """Give the centre's replica."""
    return open_hub()


@pytest.fixture
def desk(hub: Replica) -> Desk:
    """Give the hub's desk."""
    return Desk(hub)


@pytest.fixture
def make_member(make_replica: Callable[..., Replica], desk: Desk) -> Callable[..., Session]:
    """Make stations that the centre knows, each with a session in this process."""

    def make(site: int = 1, station: int = 1) -> Session:
        replica = make_replica(site, station)
        world.name_station(desk.replica, replica, f"S{site}W{station}")
        return world.member(replica, desk)

    return make
