"""Where goods are put: the numbers of acceptance scenario 7, and scan to confirm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import receiving, stock
from domain.receiving.model import Bin, fill, put_away_order
from domain.replica import Replica
from tests.domain.receiving.dock import CLERK, PROGRAM, Dock, set_up

Placed = list[tuple[str, int]]


@pytest.fixture
def dock(replica: Replica) -> Dock:
    """A dock without bins: each test makes its own."""
    return set_up(replica, codes=())


def make(dock: Dock, code: str, capacity: int | None, priority: int) -> bytes:
    with dock.replica.transaction(PROGRAM, "place") as tx:
        return stock.create_location(tx, code, code, walk_order=priority, capacity=capacity)


def put(dock: Dock, name: str, steps: int, place: bytes, lot: str = "") -> None:
    with dock.replica.transaction(PROGRAM, "stock") as tx:
        stock.adjust(tx, dock.products[name].id, steps, place, "found", lot)


def suggested(
    dock: Dock,
    steps: int,
    *,
    lot: str = "",
    source: bytes | None = None,
    whole: int = 1,
) -> Placed:
    with dock.replica.read() as connection:
        found = receiving.suggest_putaway(
            *(connection, 1, dock.products["rice"].id, steps, lot), source=source, whole=whole
        )
    return [(place.code, part) for place, part in found]


def test_the_first_bin_is_filled_first(dock: Dock) -> None:
    make(dock, "ONE", 200_000, 1)
    make(dock, "TWO", 300_000, 2)
    assert suggested(dock, 300_000) == [("ONE", 200_000), ("TWO", 100_000)]


def test_of_equal_bins_the_emptier_comes_first(dock: Dock) -> None:
    occupied = make(dock, "ONE", 500, 1)
    make(dock, "TWO", 500, 1)
    put(dock, "tea", 100, occupied)
    assert suggested(dock, 700) == [("TWO", 500), ("ONE", 200)]


def test_a_bin_that_was_found_full_is_not_suggested_again(dock: Dock) -> None:
    first, _ = make(dock, "ONE", 200, 1), make(dock, "TWO", 200, 2)
    rice = dock.products["rice"].id
    with dock.replica.read() as connection:
        found = receiving.suggest_putaway(connection, 1, rice, 100, without={first})
    assert [(place.code, part) for place, part in found] == [("TWO", 100)]


def test_what_fits_nowhere_stays_unassigned(dock: Dock) -> None:
    make(dock, "ONE", 100, 1)
    make(dock, "TWO", 200, 1)
    assert sum(part for _, part in suggested(dock, 350)) == 300


def test_only_whole_bags(dock: Dock) -> None:
    bag = 1_000_000
    make(dock, "ONE", bag, 1)
    make(dock, "TWO", bag // 2, 2)
    assert suggested(dock, 2 * bag, whole=bag) == [("ONE", bag)]


def test_where_the_item_lies_already_comes_first_and_never_the_source(dock: Dock) -> None:
    make(dock, "EMPTY", None, 1)
    other_lot, same_lot = make(dock, "ITEM", 50, 3), make(dock, "LOT", 50, 4)
    mixed = make(dock, "MIXED", None, 0)
    put(dock, "rice", 10, other_lot, lot="L1")
    put(dock, "rice", 10, same_lot, lot="L2")
    put(dock, "tea", 1, mixed)
    assert suggested(dock, 100, lot="L2") == [("LOT", 40), ("ITEM", 40), ("EMPTY", 20)]
    assert suggested(dock, 100, lot="L2", source=same_lot) == [("ITEM", 40), ("EMPTY", 60)]


def test_zones_hold_nothing_themselves(dock: Dock) -> None:
    zone = make(dock, "ZONE", None, 0)
    with dock.replica.transaction(PROGRAM, "place") as tx:
        stock.create_location(tx, "ZONE-1", "in it", parent=zone)
    assert suggested(dock, 5) == [("ZONE-1", 5)]


def test_the_bin_is_scanned_to_confirm(dock: Dock) -> None:
    here, there = make(dock, "HERE", 6, 1), make(dock, "THERE", None, 2)
    receipt = dock.open(dock.order(("tea", 10)))
    dock.scan(receipt, "tea", 10)
    with dock.replica.transaction(CLERK, "put away") as tx:
        tea = dock.products["tea"]
        (waiting,) = receiving.awaiting_putaway(tx.connection, 1)
        assert (waiting.item, waiting.on_hand) == (tea.id, 10)
        with pytest.raises(receiving.WrongBin, match="This is THERE; the goods go to HERE"):
            receiving.put_away(tx, tea, 6, dock.place, "THERE", expected=here)
        with pytest.raises(receiving.BinFull, match="room for 6, not for 7"):
            receiving.put_away(tx, tea, 7, dock.place, "HERE", expected=here)
        with pytest.raises(stock.UnknownLocation):
            receiving.put_away(tx, tea, 6, dock.place, "NOWHERE")
        with pytest.raises(stock.NotEnough, match="Only 10 of Green tea are free"):
            receiving.put_away(tx, tea, 11, dock.place, "THERE")
        receiving.put_away(tx, tea, 6, dock.place, "HERE", expected=here, receipt=receipt)
        assert receiving.put_away(tx, tea, 4, dock.place, "THERE").id == there
        assert receiving.awaiting_putaway(tx.connection, 1) == []
        assert [b.on_hand for b in stock.balances(tx.connection, 1, tea.id)] == [6, 4]


BINS = st.lists(
    st.builds(
        Bin,
        st.binary(min_size=1, max_size=2),
        st.sampled_from("ABCDEF"),
        st.integers(0, 3),
        st.none() | st.integers(0, 50),
        st.integers(0, 60),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)


@given(BINS, st.integers(0, 200), st.integers(1, 7))
def test_no_bin_is_overfilled_and_all_that_fits_is_placed(
    bins: list[Bin], steps: int, whole: int
) -> None:
    placed = fill(put_away_order(bins), steps, whole)
    assert sum(part for _, part in placed) <= steps
    for each, part in placed:
        assert part % whole == 0
        assert each.free is None or part <= each.free
    left = steps - sum(part for _, part in placed)
    used = {id(each): part for each, part in placed}
    for each in bins:
        room = left if each.free is None else each.free - used.get(id(each), 0)
        assert min(left, room) < whole
