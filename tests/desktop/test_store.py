"""The replica behind the way off the GUI thread: cancelled questions harm no later one."""

import functools
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.offload import Cancel, Connection
from desktop.store import ReplicaStore
from domain.replica import Actor, Identity, Replica, run

LONG = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ?)"
    " SELECT count(*) FROM n"
)


@pytest.fixture
def replica(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replica]:
    monkeypatch.setenv("COUNTERFOIL_KEYS", "file")
    with Replica.create(tmp_path / "r", Identity(1, 1, standalone=True)) as made:
        yield made


def test_a_cancelled_question_stops_and_the_next_ones_are_right(replica: Replica) -> None:
    store = ReplicaStore(replica)
    for _ in range(8):
        cancel = Cancel()
        threading.Timer(0.05, cancel.cancel).start()
        started = time.monotonic()
        with pytest.raises(Exception, match="interrupted"):
            store.read(lambda c: run(c, LONG, 10**9).scalar(), cancel)
        assert time.monotonic() - started < 5
        assert store.read(lambda c: run(c, LONG, 1000).scalar(), Cancel()) == 1000


def test_many_readers_and_cancellations_mix_nothing_up(replica: Replica) -> None:
    store = ReplicaStore(replica)
    wrong: list[object] = []

    def ask(number: int) -> None:
        for turn in range(30):
            cancel = Cancel()
            if turn % 3 == 0:
                threading.Timer(0.001, cancel.cancel).start()
            try:
                label = number + turn
                found = store.read(functools.partial(pairs, label=label), cancel)
            except Exception as problem:  # noqa: BLE001 - judged below
                if not cancel.cancelled:
                    wrong.append(problem)
                continue
            if found != [(x, number + turn) for x in range(1, 21)]:
                wrong.append(found)

    threads = [threading.Thread(target=ask, args=(100 * n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def pairs(connection: Connection, label: int) -> list[tuple[int, int]]:
    text = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20)"
        " SELECT x, ? FROM n"
    )
    return [(x, again) for x, again in run(connection, text, label)]


def test_nobody_signed_on_writes_nothing(replica: Replica) -> None:
    store = ReplicaStore(replica)
    with pytest.raises(TypeError, match="signed on"):
        store.write("sell", None, lambda _tx: None)
    written = store.write("look", Actor.program("test"), lambda tx: tx.site)
    assert (written.value, written.changed) == (1, frozenset())
