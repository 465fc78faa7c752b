"""Replicas for tests: made from one prepared empty database, so that each costs milliseconds."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from domain.replica import Actor, Identity, Replica, books
from domain.replica.journal_tables import log as log_table
from domain.replica.rows import run

PROGRAM = Actor.program("test")
_counter = itertools.count(1)


@pytest.fixture(autouse=True)
def _keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")


@pytest.fixture
def make_replica(tmp_path: Path) -> Iterator[Callable[..., Replica]]:
    """Make replicas in folders of their own; all are closed afterwards."""
    made: list[Replica] = []

    def make(
        site: int | None = 1, station: int = 1, *, centre: bool = False, standalone: bool = False
    ) -> Replica:
        folder = tmp_path / f"replica{next(_counter)}"
        identity = Identity(site, station, centre=centre, standalone=standalone)
        made.append(Replica.create(folder, identity))
        return made[-1]

    yield make
    for replica in made:
        replica.close()
    for replica in made:
        shutil.rmtree(replica.folder, ignore_errors=True)


@pytest.fixture
def replica(make_replica: Callable[..., Replica]) -> Replica:
    """A company on one PC: site 1, its own centre."""
    return make_replica(standalone=True)


@pytest.fixture
def two_stations(make_replica: Callable[..., Replica]) -> tuple[Replica, Replica]:
    """Two stations of site 1 that have not met."""
    return make_replica(standalone=True), make_replica(station=2, standalone=True)


def exchange(source: Replica, target: Replica) -> int:
    """Give the target every changeset of the source that it has not; give their number."""
    with source.read() as connection:
        logs = run(connection, "SELECT site, log, station, life, public_key FROM log").all()
        carried = [(row, books.read(connection, row[0], row[1], 0, 1_000_000)) for row in logs]
    count = 0
    with target.merging() as merging:
        for (site, log, station, life, key), changesets in carried:
            if books.head(merging.connection, site, log).seq == 0 and not _known(
                merging, site, log
            ):
                books.open_log(merging.connection, site, log, station, life, key)
            count += merging.take(site, log, changesets).applied
    return count


def _known(merging: object, site: int, log: int) -> bool:
    connection = merging.connection  # type: ignore[attr-defined]
    found = run(connection, f"SELECT 1 FROM {log_table.name} WHERE site = ? AND log = ?", site, log)
    return found.first() is not None
