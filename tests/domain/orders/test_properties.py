"""Whatever people do, in whatever order: the identities hold."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import orders, stock
from domain.orders import LineFacts, line_state, status_of
from domain.replica import Identity, Replica
from domain.replica.digest import table_digests
from domain.replica.doctor import examine
from tests.domain.orders.actions import OFTEN, act, rows
from tests.support.replicas import PROGRAM, exchange
from tests.support.warehouse import Warehouse, build

STEPS = st.integers(0, 50)
NUMBERS = st.integers(0, 10_000)
ACT = st.tuples(st.sampled_from(OFTEN), NUMBERS, NUMBERS)
SLOW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FACTS = st.builds(
    LineFacts,
    ordered=st.integers(1, 50),
    shipped=st.integers(-5, 80),
    cancelled=STEPS,
    known_shipped=st.none() | STEPS,
    settled=STEPS,
    reserved=STEPS,
    picked=st.integers(-5, 80),
)


@given(FACTS)
def test_ordered_is_shipped_and_open_and_cancelled(facts: LineFacts) -> None:
    state = line_state(facts)
    assert state.ordered == state.shipped + state.open + state.cancelled
    assert min(state.shipped, state.open, state.cancelled, state.backorder) >= 0
    assert min(state.over_shipped, state.return_expected, state.put_back) >= 0
    assert state.shipped + state.over_shipped == max(facts.shipped, 0)
    assert state.backorder <= state.open


@given(FACTS)
def test_what_was_shipped_is_never_called_cancelled(facts: LineFacts) -> None:
    state = line_state(facts)
    assert state.shipped == min(max(facts.shipped, 0), facts.ordered)
    if facts.known_shipped is not None:
        assert state.open == 0


@given(st.lists(FACTS, min_size=1, max_size=4), st.booleans(), st.booleans(), st.booleans())
def test_the_status_follows_from_the_lines(
    facts: list[LineFacts], confirmed: bool, held: bool, closed: bool
) -> None:
    lines = [line_state(each) for each in facts]
    status = status_of(lines, confirmed=confirmed, held=held, closed=closed)
    is_open, shipped = any(x.open for x in lines), any(x.shipped for x in lines)
    assert (status in (orders.SHIPPED, orders.CLOSED)) == (shipped and not is_open)
    assert (status == orders.CANCELLED) == (not shipped and not is_open)
    assert (status == orders.HOLD) == (is_open and held and confirmed)
    if status == orders.ALLOCATED:
        assert not any(x.backorder for x in lines)


@contextmanager
def _houses(count: int) -> Iterator[list[Warehouse]]:
    """Make a warehouse, and the same warehouse on other stations of the site."""
    folder = Path(tempfile.mkdtemp())
    made = [
        Replica.create(folder / str(n), Identity(1, n, centre=False, standalone=True))
        for n in range(1, count + 1)
    ]
    try:
        first = build(made[0], bins=3)
        for other in made[1:]:
            exchange(made[0], other)
        yield [Warehouse(replica, first.places, first.items) for replica in made]
    finally:
        for replica in made:
            replica.close()
        shutil.rmtree(folder, ignore_errors=True)


def _identities(house: Warehouse) -> None:
    """Identities that hold on every station, also after stations met."""
    ledger: dict[tuple[bytes, bytes, str], int] = {}
    for item, source, target, lot, steps in rows(
        house, "SELECT item, source, target, lot, quantity FROM movement"
    ):
        ledger[(item, source, lot)] = ledger.get((item, source, lot), 0) - steps
        ledger[(item, target, lot)] = ledger.get((item, target, lot), 0) + steps
    promised: dict[tuple[bytes, bytes, str], int] = {}
    for item, place, lot, steps in rows(
        house, "SELECT item, location, lot, quantity FROM open_reservation"
    ):
        assert steps > 0
        promised[(item, place, lot)] = promised.get((item, place, lot), 0) + steps
    for item, place, lot, on_hand, reserved in rows(
        house, "SELECT item, location, lot, on_hand, reserved FROM balance"
    ):
        assert on_hand == ledger.get((item, place, lot), 0)
        assert reserved == promised.get((item, place, lot), 0)
    for line in rows(
        house, "SELECT ordered, shipped, open, cancelled, backorder FROM sales_line_state"
    ):
        assert line[0] == line[1] + line[2] + line[3]
        assert min(line) >= 0


def _alone(house: Warehouse) -> None:
    """What holds besides while nobody else works on the same stock."""
    for on_hand, reserved in rows(
        house,
        "SELECT b.on_hand, b.reserved FROM balance b JOIN location l ON l.id = b.location"
        " WHERE l.usage = 'internal'",
    ):
        assert 0 <= reserved <= on_hand
    for opened, reserved, over, expected in rows(
        house, "SELECT open, reserved, over_shipped, return_expected FROM sales_line_state"
    ):
        assert reserved <= opened
        assert (over, expected) == (0, 0)


@SLOW
@given(st.lists(ACT, min_size=10, max_size=45))
def test_one_station_keeps_every_identity(acts: list[tuple[str, int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        with _houses(1) as (house,):
            for name, a, b in acts:
                act(house, name, a, b)
                _identities(house)
                _alone(house)
            assert all(verdict.fine for verdict in examine(house.replica))


@SLOW
@given(
    st.lists(ACT, min_size=5, max_size=20),
    st.lists(ACT, max_size=15),
    st.lists(ACT, max_size=15),
    st.booleans(),
)
def test_two_stations_come_to_the_same_books(
    before: list[tuple[str, int, int]],
    here_acts: list[tuple[str, int, int]],
    there_acts: list[tuple[str, int, int]],
    turned: bool,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        with _houses(2) as (here, there):
            for name, a, b in before:
                act(here, name, a, b)
            exchange(here.replica, there.replica)
            for house, acts in ((here, here_acts), (there, there_acts)):
                for name, a, b in acts:
                    act(house, name, a, b)
            first, second = (there, here) if turned else (here, there)
            exchange(first.replica, second.replica)
            exchange(second.replica, first.replica)
            _same(here, there)
            _identities(here)
            act(here, "settle", 0, 0)
            _identities(here)
            for line in rows(here, "SELECT reserved, open FROM sales_line_state"):
                assert line[0] <= line[1]
            with here.replica.read() as connection:
                assert stock.over_promised(connection, 1) == []
            exchange(here.replica, there.replica)
            _same(here, there)


def _same(here: Warehouse, there: Warehouse) -> None:
    found = []
    for house in (here, there):
        with house.replica.read() as connection:
            found.append(table_digests(connection, projections=True))
    assert found[0] == found[1]


ARRIVALS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9), st.integers(1, 3)), max_size=8)


@SLOW
@given(ARRIVALS, st.lists(st.integers(1, 12), min_size=1, max_size=5))
def test_no_later_lot_is_promised_while_an_earlier_one_is_free(
    arrivals: list[tuple[int, int, int]], wanted: list[int]
) -> None:
    lots = (("SOON", "2098-01-01"), ("LATE", "2099-01-01"), ("NEVER", None), ("OLD", "2001-01-01"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        with _houses(1) as (house,):
            for which, steps, place in arrivals:
                house.receive("LOTTED", steps, f"B{place}", *lots[which])
            made = [house.order(("LOTTED", steps)) for steps in wanted]
            with house.replica.transaction(PROGRAM, "allocate") as tx:
                orders.allocate_waiting(tx)
                free = stock.removal_order(tx.connection, 1, house.items["LOTTED"], "2026-01-01")
                given_out = [
                    each.lot
                    for order in made
                    for each in stock.reserved_for(tx.connection, 1, order)
                ]
            order_of = {"SOON": 0, "LATE": 1, "NEVER": 2, "OLD": 9}
            assert "OLD" not in given_out
            # In the order of the queue the lots never step back, and what is free comes after.
            turns = [order_of[lot] for lot in given_out]
            assert turns == sorted(turns)
            assert all(order_of[each.lot] >= max(turns, default=0) for each in free)
            usable = sum(steps for which, steps, _ in arrivals if which != 3)
            promised = sum(house.line(order).reserved for order in made)
            assert promised == min(usable, sum(wanted))
