"""Deliveries lost, repeated, reordered, cut: the end is always the same, on real databases."""

import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.replica import Identity, Replica
from edge_sync.desk import Desk
from edge_sync.session import Session
from tests.edge_sync.world import (
    count,
    digests,
    edit_customer,
    member,
    name_station,
    new_customer,
    open_hub_on_sqlite,
    sell,
)

pytestmark = pytest.mark.expects_log  # a repeated delivery of an old request may be refused

fates = st.sampled_from(["goes", "goes", "lost", "answer lost", "twice", "after an older one"])
moves = st.sampled_from(["sell 0", "sell 1", "edit 0", "edit 1", "exchange 0", "exchange 1"])


@dataclass
class BadWire:
    """Carries requests as fate has it, and remembers them all."""

    desk: Desk
    replica: Replica
    fates: Iterator[str]
    old: list[tuple[str, bytes]] = field(default_factory=list)

    def __call__(self, verb: str, data: bytes) -> bytes:
        fate = next(self.fates)
        if fate == "lost":
            raise ConnectionError(fate)
        if fate == "after an older one" and self.old:
            self._carry(*self.old[len(self.old) // 2])
        if fate == "twice":
            self._carry(verb, data)
        self.old.append((verb, data))
        answer = self._carry(verb, data)
        if fate == "answer lost":
            raise ConnectionError(fate)
        return answer

    def _carry(self, verb: str, data: bytes) -> bytes:
        return self.desk.answer(verb, self.desk.caller(self.replica.station), data)


def exchange(session: Session) -> None:
    """Try once; a broken connection is nothing special."""
    try:
        session.exchange()
    except ConnectionError:
        return


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(st.lists(moves, max_size=14), st.lists(fates, min_size=1, max_size=40))
def test_the_end_depends_on_what_was_done_not_on_how_it_travelled(
    schedule: list[str], luck: list[str]
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        hub = open_hub_on_sqlite(folder / "hub")
        replicas = [Replica.create(folder / str(n), Identity(1, n)) for n in (1, 2)]
        try:
            run_day(hub, replicas, schedule, luck)
        finally:
            for replica in (hub, *replicas):
                replica.close()


def run_day(hub: Replica, replicas: list[Replica], schedule: list[str], luck: list[str]) -> None:
    """Play a schedule over bad wires, then let good ones finish, and compare everything."""
    desk = Desk(hub)
    for replica in replicas:
        name_station(hub, replica)
    customer = new_customer(replicas[0], "Ada")
    for replica in (*replicas, *replicas):
        member(replica, desk).exchange()
    fate = itertools.cycle(luck)
    wires = [BadWire(desk, replica, fate) for replica in replicas]
    sessions = [Session(r, member(r, desk).hub, w) for r, w in zip(replicas, wires, strict=True)]
    for number, move in enumerate(schedule):
        what, who = move.split()
        if what == "sell":
            sell(replicas[int(who)])
        elif what == "edit":
            edit_customer(replicas[int(who)], customer, name=f"Ada {number}")
        else:
            exchange(sessions[int(who)])

    for replica in (*replicas, *replicas):
        member(replica, desk).exchange()

    assert count(hub, "SELECT coalesce(sum(quantity), 0) FROM t_sold") == sum(
        move.startswith("sell") for move in schedule
    )
    assert digests(replicas[0], {0, 1}) == digests(replicas[1], {0, 1}) == digests(hub, {0, 1})
    assert count(hub, "SELECT count(*) FROM quarantine") == 0
