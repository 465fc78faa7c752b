"""Digests say whether two replicas hold the same, whatever the order and the local keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.replica import COUNT, QUANTITY, Replica, column, fact
from domain.replica.digest import row_sum, table_digests
from tests.support.replicas import PROGRAM, _keys_in_files, exchange, make_replica, two_stations

__all__ = ["_keys_in_files", "make_replica", "two_stations"]

weighed = fact(
    "t_weighed",
    column("line", COUNT),
    column("grams", QUANTITY),
    key=("changeset", "line"),
)

rows = st.lists(st.tuples(st.integers(), st.none() | st.binary(max_size=8)))


def weigh(replica: Replica, grams: int) -> None:
    with replica.transaction(PROGRAM, "weigh") as tx:
        tx.insert(weighed, line=1, grams=grams)


@given(rows, st.randoms())
def test_order_does_not_matter_and_every_row_does(
    held: list[tuple[int, bytes | None]], chance: object
) -> None:
    held = [row for row in held if -(2**63) <= row[0] < 2**63]
    mixed = list(held)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert row_sum(mixed) == row_sum(held)
    assert row_sum([*held, (1, b"more")]) != row_sum(held)
    assert row_sum([*held, (1, b"a"), (2, b"b")]) != row_sum([*held, (1, b"b"), (2, b"a")])


def test_replicas_that_took_things_in_another_order_are_equal(
    two_stations: tuple[Replica, Replica],
) -> None:
    first, second = two_stations
    weigh(first, 100)
    weigh(second, 200)
    weigh(second, 300)
    with first.read() as mine, second.read() as theirs:
        assert table_digests(mine)["t_weighed"] != table_digests(theirs)["t_weighed"]
    exchange(first, second)
    exchange(second, first)
    with first.read() as mine, second.read() as theirs:
        assert table_digests(mine)["t_weighed"][0] == 3
        assert table_digests(mine) == table_digests(theirs)
        keys = "SELECT changeset, grams FROM t_weighed ORDER BY grams"
        ours, others = (c.exec_driver_sql(keys).all() for c in (mine, theirs))
        assert ours != others  # the local keys differ, and the digests do not see it


def test_scopes_that_are_not_shared_are_left_out(two_stations: tuple[Replica, Replica]) -> None:
    first, _ = two_stations
    weigh(first, 1)
    with first.read() as connection:
        assert table_digests(connection, {0, 1})["t_weighed"][0] == 1
        assert table_digests(connection, {0, 2})["t_weighed"][0] == 0
        assert "conflict" not in table_digests(connection)
        assert "conflict" in table_digests(connection, projections=True)


@pytest.mark.parametrize("sites", [None, set()])
def test_an_empty_replica_has_digests_too(
    two_stations: tuple[Replica, Replica], sites: set[int] | None
) -> None:
    with two_stations[0].read() as connection:
        assert table_digests(connection, sites)["t_weighed"] == (0, "0" * 32)
