"""Fixtures of the exchange: a hub on SQLite and on PostgreSQL, stations, enrolled or not."""

import contextlib
import itertools
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url

from domain.replica import Identity, Replica, storage
from edge_sync.desk import Desk
from edge_sync.hub import HubServer
from edge_sync.session import Session
from tests.edge_sync import world
from tests.support.postgres import PostgresServer
from tests.support.replicas import _keys_in_files, make_replica, replica

__all__ = ["_keys_in_files", "make_replica", "replica"]


_sites = itertools.count(11)


class HubBox:
    """Where a hub lives: opened, closed, copied and put back like a machine of IT's."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self.folder = folder
        self.url = url
        self._opened: list[Replica] = []

    def open(self) -> Replica:
        """Open the hub's replica, made at the first time."""
        if self.url is None:
            self._opened.append(world.open_hub_on_sqlite(self.folder))
        else:
            who = Identity(None, 0, centre=True)
            self._opened.append(Replica.on_postgres(self.url, self.folder, who))
        return self._opened[-1]

    def close(self) -> None:
        """Close whatever is open."""
        for opened in self._opened:
            opened.close()

    def copy(self) -> None:
        """Take a backup of the closed hub's database."""
        if self.url is None:
            shutil.copy(self.folder / "replica.db", self.folder.with_name("backup.db"))
        else:
            name = make_url(self.url).database
            self._run(f"CREATE DATABASE {name}_copy TEMPLATE {name}")

    def put_back(self) -> None:
        """Put the backup in the place of the closed hub's database."""
        if self.url is None:
            for name in ("replica.db-wal", "replica.db-shm"):
                (self.folder / name).unlink(missing_ok=True)
            shutil.copy(self.folder.with_name("backup.db"), self.folder / "replica.db")
        else:
            name = make_url(self.url).database
            self._run(f"DROP DATABASE {name} WITH (FORCE)")
            self._run(f"ALTER DATABASE {name}_copy RENAME TO {name}")

    def _run(self, text: str) -> None:
        url = make_url(str(self.url)).set(database="postgres")
        engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(text)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """Make a database with all tables and nothing in them; copying it is faster than making it."""
    with postgres_server.new_database() as url:
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            storage.make_tables(connection)
        yield str(make_url(url).database)


@contextlib.contextmanager
def _new_database(server: PostgresServer, template: str) -> Iterator[str]:
    name = f"hub_{next(_sites)}"
    with server.connect() as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
    yield server.url(name)
    with server.connect() as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture(params=["sqlite", "postgres"])
def hub_box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HubBox]:
    """Give the place of a hub: once on each database."""
    with contextlib.ExitStack() as stack:
        box = HubBox(tmp_path / "hub", _url_of(request, stack))
        stack.callback(box.close)
        yield box


def _url_of(request: pytest.FixtureRequest, stack: contextlib.ExitStack) -> str | None:
    """Give a database of the test's own where it is for PostgreSQL."""
    if request.param == "sqlite":
        return None
    server: PostgresServer = request.getfixturevalue("postgres_server")
    template: str = request.getfixturevalue("postgres_template")
    return stack.enter_context(_new_database(server, template))


@pytest.fixture
def hub(hub_box: HubBox) -> Replica:
    """Give the centre's replica."""
    return hub_box.open()


@pytest.fixture
def desk(hub: Replica) -> Desk:
    """Give the hub's desk."""
    return Desk(hub)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[HubServer]:
    """Give a hub that listens for all tests of a file; each test takes a site of its own."""
    folder = tmp_path_factory.mktemp("hub")
    with contextlib.ExitStack() as stack:
        box = HubBox(folder / "hub", _url_of(request, stack))
        stack.callback(box.close)
        yield stack.enter_context(HubServer(box.open(), "127.0.0.1", 0))


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running, but for the lasting hub's own workers."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + 2.0
    while left := [t for t in set(threading.enumerate()) - before if not _lasting(t)]:
        assert time.monotonic() < until, f"left running: {left}"
        left[0].join(0.02)


def _lasting(thread: threading.Thread) -> bool:
    return thread.daemon or thread.name.startswith("AnyIO worker")


@pytest.fixture
def site(server: HubServer) -> int:
    """Open a site that no other test uses; give its number."""
    number = next(_sites)
    world.make_site(server.hub.replica, number)
    return number


@pytest.fixture
def make_member(make_replica: Callable[..., Replica], desk: Desk) -> Callable[..., Session]:
    """Make stations that the centre knows, each with a session in this process."""

    def make(site: int = 1, station: int = 1) -> Session:
        replica = make_replica(site, station)
        world.name_station(desk.replica, replica, f"S{site}W{station}")
        return world.member(replica, desk)

    return make
