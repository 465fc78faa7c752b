"""A hub that was put back to an older copy of itself, on both databases."""

from collections.abc import Callable

import pytest

from domain.replica import Replica
from edge_sync.desk import Desk
from tests.edge_sync.conftest import HubBox
from tests.edge_sync.world import count, digests, member, name_station, new_price, sell

pytestmark = pytest.mark.expects_log  # a restored hub says so


def test_its_stations_refill_it(hub_box: HubBox, make_replica: Callable[..., Replica]) -> None:
    """Its epoch is new, so nobody trusts a cursor; the vectors say what it lacks."""
    desk = Desk(hub_box.open())
    stations = [make_replica(1, 1), make_replica(1, 2)]
    for replica in stations:
        name_station(desk.replica, replica)
        sell(replica, 1)
    for _ in range(2):
        for replica in stations:
            member(replica, desk).exchange()
    hub_box.close()
    hub_box.copy()

    desk = Desk(hub_box.open())
    for replica in stations:
        sell(replica, 10)
    for _ in range(2):
        for replica in stations:
            member(replica, desk).exchange()
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 22
    hub_box.close()
    hub_box.put_back()

    desk = Desk(hub_box.open())
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 2
    newest = make_replica(1, 3)
    name_station(desk.replica, newest)
    for replica in (*stations, newest):
        member(replica, desk).exchange()

    expected = digests(desk.replica, {0, 1})
    assert count(desk.replica, "SELECT quantity FROM t_sold") == 22
    for replica in (*stations, newest):
        member(replica, desk).exchange()
        assert digests(replica, {0, 1}) == expected


def test_a_session_that_was_open_all_the_time_notices(
    hub_box: HubBox, make_replica: Callable[..., Replica]
) -> None:
    desk = Desk(hub_box.open())
    first = make_replica(1, 1)
    name_station(desk.replica, first)
    sell(first, 1)
    hub_box.close()
    hub_box.copy()
    desk = Desk(hub_box.open())
    session = member(first, desk)
    session.exchange()
    hub_box.close()
    hub_box.put_back()

    session.reconnect(Desk(hub_box.open()))
    assert session.pending() == 0  # as far as it knows
    while session.pull():
        pass
    assert session.pending() == 1
    assert session.push() == 1


def test_it_begins_a_new_life_where_its_own_changes_are_lost(
    hub_box: HubBox, make_replica: Callable[..., Replica]
) -> None:
    """It must not give two meanings to one number of its log. On SQLite the till roll brings
    its own changes back, so there the old life goes on."""
    desk = Desk(hub_box.open())
    station = make_replica(1, 1)
    name_station(desk.replica, station)
    Desk(desk.replica)
    hub_box.close()
    hub_box.copy()
    desk = Desk(hub_box.open())
    lost = new_price(desk.replica, 1)
    member(station, desk).exchange()
    hub_box.close()
    hub_box.put_back()

    desk = Desk(hub_box.open())
    price = new_price(desk.replica, 2)
    session = member(station, desk)
    session.exchange()

    assert session.report.forks == 0
    assert count(station, "SELECT amount FROM t_price WHERE id = ?", price) == 2
    assert count(station, "SELECT amount FROM t_price WHERE id = ?", lost) == 1
    assert desk.replica.life == ("B" if desk.replica.is_postgres else "A")
    Desk(desk.replica)
    assert desk.replica.life == ("B" if desk.replica.is_postgres else "A")
    if not desk.replica.is_postgres:
        assert digests(station, {0}) == digests(desk.replica, {0})
