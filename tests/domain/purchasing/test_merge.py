"""What an order has become depends on its facts, not on the order in which they came."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import purchasing
from domain.purchasing import Arrival, status_of
from domain.replica import Replica
from domain.replica.digest import table_digests
from tests.domain.purchasing.shop import PROGRAM, draft, sent, set_up
from tests.support.replicas import exchange

Stations = tuple[Replica, Replica]


def agree(*replicas: Replica) -> None:
    """Exchange until all have everything, then compare all tables and projections."""
    for source, target in itertools.permutations(replicas, 2):
        exchange(source, target)
    digests = []
    for replica in replicas:
        with replica.read() as connection:
            digests.append(table_digests(connection, projections=True))
    assert all(digest == digests[0] for digest in digests)


def test_cancelled_here_and_received_there(two_stations: Stations) -> None:
    office, dock = two_stations
    shop = set_up(office)
    order = sent(office, shop, 10)
    exchange(office, dock)
    with office.transaction(PROGRAM, "cancel") as tx:
        purchasing.cancel_order(tx, order, "too late")
    with dock.transaction(PROGRAM, "receive") as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0]
        purchasing.note_arrivals(
            tx, [Arrival(order, line.id, b"r" * 16, tx.new_id(), 4, 0, "2026-03-09")]
        )
    agree(office, dock)
    for station in two_stations:
        with station.read() as connection:
            found = purchasing.order(connection, 1, order)
            assert found.status == purchasing.CLOSED
            assert purchasing.order_lines(connection, 1, order)[0].received == 4


def test_one_line_changed_by_two_people(two_stations: Stations) -> None:
    one, two = two_stations
    shop = set_up(one)
    order = draft(one, shop, 10)
    exchange(one, two)
    for station, quantity in ((one, 20), (two, 30)):
        with station.transaction(PROGRAM, "change") as tx:
            line = purchasing.order_lines(tx.connection, 1, order)[0]
            purchasing.change_line(tx, order, line.id, quantity=quantity)
    agree(one, two)
    with one.transaction(PROGRAM, "decide") as tx:
        (line,) = purchasing.order_lines(tx.connection, 1, order)
        assert line.contested
        purchasing.change_line(tx, order, line.id, quantity=25)
    agree(one, two)
    with two.read() as connection:
        (line,) = purchasing.order_lines(connection, 1, order)
        assert (line.quantity, line.contested) == (25, False)


def test_changed_while_it_was_being_sent(two_stations: Stations) -> None:
    one, two = two_stations
    shop = set_up(one)
    order = draft(one, shop, 10)
    exchange(one, two)
    with one.transaction(PROGRAM, "send") as tx:
        purchasing.send_order(tx, order)
    with two.transaction(PROGRAM, "add") as tx:
        purchasing.add_line(tx, order, shop.product, 5)
    agree(one, two)
    with two.read() as connection:
        found = purchasing.order(connection, 1, order)
        assert found.contested
        assert found.lines == 1_000_000  # what the supplier was sent


ACTS = ("send", "cancel", "receive", "receive", "take back", "add", "close")


def _act(replica: Replica, order: bytes, product: bytes, act: str) -> None:
    with replica.transaction(PROGRAM, act) as tx:
        line = purchasing.order_lines(tx.connection, 1, order)[0].id
        steps = {"receive": 5, "take back": -5}.get(act)
        if steps is not None:
            purchasing.note_arrivals(
                tx, [Arrival(order, line, b"r" * 16, tx.new_id(), steps, 0, "2026-03-09")]
            )
        elif act == "add":
            purchasing.add_line(tx, order, product, 3)
        elif act == "send":
            purchasing.send_order(tx, order)
        elif act == "close":
            purchasing.close_short(tx, order, "enough")
        else:
            purchasing.cancel_order(tx, order, "no")


@pytest.mark.parametrize("seed", range(6))
def test_two_stations_act_apart_and_agree(two_stations: Stations, seed: int) -> None:
    one, two = two_stations
    shop = set_up(one)
    order = draft(one, shop, 10)
    exchange(one, two)
    acts = ACTS[seed:] + ACTS[:seed]
    for number, act in enumerate(acts):
        try:
            _act((one, two)[number % 2], order, shop.product, act)
        except (
            purchasing.OrderNotDraft,
            purchasing.OrderNotOpen,
            purchasing.GoodsCame,
        ):
            continue
        if number == 3:
            exchange(two, one)
    agree(one, two)


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 25)), max_size=4),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_status_follows_from_the_facts(
    lines: list[tuple[int, int]], sent: bool, cancelled: bool, closed: bool
) -> None:
    facts = {"sent": sent, "cancelled": cancelled, "closed": closed}
    found = status_of(lines, **facts)
    assert found in purchasing.STATUSES
    assert all(status_of(each, **facts) == found for each in itertools.permutations(lines))
    came = any(received for _, received in lines)
    assert not (came and found in (purchasing.DRAFT, purchasing.SENT, purchasing.CANCELLED))
    assert (found == purchasing.RECEIVED) == (
        came
        and not cancelled
        and not closed
        and all(received >= ordered for ordered, received in lines)
    )
