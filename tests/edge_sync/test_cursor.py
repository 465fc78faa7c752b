"""No reader skips a segment that commits late: many writers and readers on one database."""

import random
import threading
import time
from collections.abc import Callable

import pytest

from domain.replica import Replica
from edge_sync import shelf
from edge_sync.desk import Desk
from edge_sync.protocol import Cursor, Pull, Push
from edge_sync.segment import Header, peek
from tests.edge_sync.world import digests, member, name_station, sell

SITES = (1, 2)
WRITERS = 3
SALES = 5


def test_pullers_beside_pushers_skip_nothing(
    desk: Desk, make_replica: Callable[..., Replica], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each push waits a random time before its commit; a plain sequence would show the later
    number first, and a reader that had read on would never see the earlier one."""
    stations = [make_replica(site, n) for site in SITES for n in range(1, WRITERS + 1)]
    for replica in stations:
        name_station(desk.replica, replica)
        for _ in range(SALES):
            sell(replica)
    store = shelf.store

    def late(connection: object, header: Header, data: bytes) -> int:
        position = store(connection, header, data)  # type: ignore[arg-type]
        time.sleep(random.random() * 0.01)
        return position

    monkeypatch.setattr(shelf, "store", late)
    monkeypatch.setattr(shelf, "SEGMENT_CHANGESETS", 1)
    done = threading.Event()
    seen: dict[int, list[tuple[int, int]]] = {site: [] for site in SITES}
    readers = [
        threading.Thread(target=read_on, args=(desk, stations[i * WRITERS], done, seen[site]))
        for i, site in enumerate(SITES)
    ]
    writers = [threading.Thread(target=push_all, args=(desk, replica)) for replica in stations]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()

    for site in SITES:
        expected = {
            (log, seq)
            for replica in stations
            if replica.site == site
            for log, seq in own_changesets(replica)
        }
        assert len(seen[site]) == len(set(seen[site])), "read twice"
        assert set(seen[site]) == expected
    for replica in stations:
        member(replica, desk).exchange()
        assert digests(replica, {replica.site or 0}) == digests(desk.replica, {replica.site or 0})


def own_changesets(replica: Replica) -> list[tuple[int, int]]:
    """Name what a station wrote for its site."""
    with replica.read() as connection:
        heads = [o.head for o in shelf.own_logs(connection, replica) if o.head.site]
    return [(head.log, seq) for head in heads for seq in range(1, head.seq + 1)]


def push_all(desk: Desk, replica: Replica) -> None:
    """Push a station's segments one by one."""
    caller = desk.caller(replica.station)
    with replica.read() as connection:
        own = next(o for o in shelf.own_logs(connection, replica) if o.head.site)
        segments = [data for _, data in shelf.make_segments(connection, replica, own, 0)]
    for data in segments:
        assert [o.result for o in desk.push(caller, Push([data])).outcomes] == ["taken"]


def read_on(
    desk: Desk, replica: Replica, done: threading.Event, seen: list[tuple[int, int]]
) -> None:
    """Pull by the cursor alone, as fast as it goes, until there is nothing after the end."""
    caller = desk.caller(replica.station)
    cursor = Cursor(replica.site or 0)
    while True:
        last = done.is_set()
        answer = desk.pull(caller, Pull([cursor], []))
        cursor = answer.cursors[0]
        for data in answer.segments:
            header = peek(data)
            seen += [(header.log, s) for s in range(header.first_seq, header.last_seq + 1)]
        if last:
            return


def test_one_segment_delivered_by_two_connections_at_once_counts_once(
    desk: Desk, make_replica: Callable[..., Replica]
) -> None:
    replica = make_replica(1, 1)
    name_station(desk.replica, replica)
    for _ in range(3):
        sell(replica)
    results: list[str] = []

    def push() -> None:
        caller = desk.caller(replica.station)
        with replica.read() as connection:
            own = shelf.own_logs(connection, replica)[0]
            data = next(shelf.make_segments(connection, replica, own, 0))[1]
        results.extend(o.result for o in desk.push(caller, Push([data])).outcomes)

    threads = [threading.Thread(target=push) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["known", "known", "known", "taken"]
    assert digests(replica, {1}) == digests(desk.replica, {1})
