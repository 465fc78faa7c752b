"""The ledger's identities, the order in which stock leaves, and what may not leave."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import stock
from domain.replica import Identity, Replica, Transaction, run
from domain.replica.digest import table_digests
from domain.stock import (
    LotExpired,
    LotNotUsable,
    LotRecalled,
    Move,
    NotEnough,
    NothingToMove,
    ReservationGone,
    SerialTwice,
    UnknownLocation,
    WrongUsage,
)
from tests.support.replicas import PROGRAM, exchange

ITEM = b"item-0123456789a"
OTHER = b"item-other-56789"
DAY = "2026-06-15"


@pytest.fixture
def places(replica: Replica) -> dict[str, bytes]:
    return set_up(replica)


def set_up(replica: Replica) -> dict[str, bytes]:
    with replica.transaction(PROGRAM, "set up") as tx:
        made = stock.set_up_outside(tx)
        for number, code in enumerate(("A", "B", "C"), start=1):
            made[code] = stock.create_location(tx, code, f"Bin {code}", walk_order=number)
    return made


def do(replica: Replica, step: Callable[[Transaction], object]) -> object:
    with replica.transaction(PROGRAM, "step") as tx:
        return step(tx)


def receive(
    replica: Replica,
    places: dict[str, bytes],
    steps: int,
    to: str = "A",
    lot: str = "",
    expires: str | None = None,
    day: str = DAY,
) -> None:
    def step(tx: Transaction) -> None:
        stock.see_lot(tx, ITEM, lot, expires)
        move = Move(ITEM, steps, places["supplier"], places[to], "receipt", lot, business_date=day)
        stock.post(tx, [move])

    do(replica, step)


def free(replica: Replica, places: dict[str, bytes], at: str = "A", lot: str = "") -> int:
    with replica.read() as connection:
        return stock.balance_at(connection, 1, ITEM, places[at], lot).available


def test_the_sum_over_all_places_is_zero(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 10)
    do(replica, lambda tx: stock.move_stock(tx, ITEM, 4, places["A"], places["B"]))
    do(replica, lambda tx: stock.adjust(tx, ITEM, -1, places["B"], "broken"))
    with replica.read() as connection:
        every = stock.balances(connection, 1, ITEM, internal_only=False)
        assert sum(b.on_hand for b in every) == 0
        assert stock.availability(connection, 1, ITEM, DAY).on_hand == 9


def test_more_than_is_free_is_not_moved(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 10)
    do(replica, lambda tx: stock.reserve(tx, b"o" * 16, 1, ITEM, places["A"], "", 7))
    with pytest.raises(NotEnough, match="Only 3"):
        do(replica, lambda tx: stock.move_stock(tx, ITEM, 4, places["A"], places["B"]))
    assert free(replica, places) == 3


@pytest.mark.parametrize("steps", [0, -5])
def test_nothing_is_no_movement(replica: Replica, places: dict[str, bytes], steps: int) -> None:
    with pytest.raises(NothingToMove):
        do(
            replica,
            lambda tx: stock.post(tx, [Move(ITEM, steps, places["A"], places["B"], "move")]),
        )


def test_the_outside_is_no_bin(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 5)
    with pytest.raises(WrongUsage):
        do(replica, lambda tx: stock.move_stock(tx, ITEM, 1, places["A"], places["customer"]))
    with replica.read() as connection, pytest.raises(UnknownLocation, match="Z-99"):
        stock.find_location(connection, 1, "Z-99")


def test_a_promise_ends_consumed_or_released(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 10)
    promise = do(replica, lambda tx: stock.reserve(tx, b"o" * 16, 1, ITEM, places["A"], "", 6))
    assert isinstance(promise, bytes)
    do(replica, lambda tx: stock.consume(tx, promise, 2))
    do(replica, lambda tx: stock.release(tx, promise, 3))
    assert free(replica, places) == 9
    with pytest.raises(ReservationGone, match="only 1"):
        do(replica, lambda tx: stock.release(tx, promise, 2))


def test_stock_leaves_by_expiry_then_arrival_and_dateless_last(
    replica: Replica, places: dict[str, bytes]
) -> None:
    receive(replica, places, 1, "A", "dateless", None, "2026-01-01")
    receive(replica, places, 1, "B", "late", "2026-12-31", "2026-02-01")
    receive(replica, places, 1, "C", "soon", "2026-07-01", "2026-03-01")
    receive(replica, places, 1, "A", "over", "2026-06-14", "2026-01-15")
    receive(replica, places, 1, "B", "older", "2026-12-31", "2026-01-20")
    with replica.read() as connection:
        order = [b.lot for b in stock.removal_order(connection, 1, ITEM, DAY)]
    assert order == ["soon", "older", "late", "dateless"]


def test_a_lot_is_good_through_its_last_day(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 1, lot="L", expires=DAY)
    do(replica, lambda tx: stock.require_usable(tx, ITEM, "L", DAY, "Milk"))
    with pytest.raises(LotExpired, match=r"Lot L of Milk was good until 2026-06-15"):
        do(replica, lambda tx: stock.require_usable(tx, ITEM, "L", "2026-06-16", "Milk"))


@pytest.mark.parametrize(
    ("status", "error"), [("recalled", LotRecalled), ("on_hold", LotNotUsable)]
)
def test_a_held_lot_does_not_leave(
    replica: Replica, places: dict[str, bytes], status: str, error: type[Exception]
) -> None:
    receive(replica, places, 5, lot="L", expires="2027-01-01")
    do(replica, lambda tx: stock.set_lot_status(tx, ITEM, "L", status, "test"))
    with pytest.raises(error):
        do(replica, lambda tx: stock.require_usable(tx, ITEM, "L", DAY, "Milk"))
    with replica.read() as connection:
        assert stock.removal_order(connection, 1, ITEM, DAY) == []
        assert stock.availability(connection, 1, ITEM, DAY).promisable == 0
    do(replica, lambda tx: stock.set_lot_status(tx, ITEM, "L", "approved", "cleared"))
    do(replica, lambda tx: stock.require_usable(tx, ITEM, "L", DAY, "Milk"))


def test_a_serial_number_is_in_stock_once(replica: Replica, places: dict[str, bytes]) -> None:
    arrive = Move(ITEM, 1, places["supplier"], places["A"], "receipt", serial="SN1")
    leave = Move(ITEM, 1, places["A"], places["customer"], "sale", serial="SN1")
    do(replica, lambda tx: stock.post(tx, [arrive]))
    with pytest.raises(SerialTwice):
        do(replica, lambda tx: stock.require_serial_free(tx, ITEM, "SN1", "Lamp"))
    do(replica, lambda tx: stock.post(tx, [leave]))
    do(replica, lambda tx: stock.require_serial_free(tx, ITEM, "SN1", "Lamp"))


def test_why_this_number_names_who_when_where_and_how(
    replica: Replica, places: dict[str, bytes]
) -> None:
    receive(replica, places, 10)
    do(replica, lambda tx: stock.move_stock(tx, ITEM, 4, places["A"], places["B"]))
    with replica.read() as connection:
        newest, oldest = stock.why(connection, 1, ITEM, [places["A"]])
    assert (newest.quantity, newest.source, newest.target) == (-4, "A", "B")
    assert (oldest.quantity, oldest.source, oldest.command) == (10, "SUPPLIER", "step")
    assert oldest.station == replica.station


def test_goods_that_left_are_written_down_whatever_the_books_said(
    replica: Replica, places: dict[str, bytes]
) -> None:
    do(
        replica,
        lambda tx: stock.post(tx, [Move(ITEM, 2, places["A"], places["customer"], "sale")]),
    )
    with replica.read() as connection:
        (below,) = stock.below_zero(connection, 1)
        assert (below.location.code, below.on_hand) == ("A", -2)


steps = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["receive", "move", "sell", "reserve", "end", "hold", "approve"]),
        st.sampled_from("ABC"),
        st.sampled_from(["", "L1", "L2"]),
        st.integers(1, 9),
    ),
    max_size=30,
)


@given(steps, st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_two_stations_agree_and_balances_are_the_sum_of_movements(
    history: list[tuple[int, str, str, str, int]], rnd: random.Random
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        one, two = (Replica.create(Path(folder) / str(n), Identity(1, n)) for n in (1, 2))
        with one, two:
            places = set_up(one)
            exchange(one, two)
            for who, what, at, lot, number in history:
                replica = (one, two)[who]
                try:
                    do(replica, lambda tx, a=(what, at, lot, number): act(tx, places, *a))
                except (NotEnough, ReservationGone):
                    continue
                if rnd.random() < 0.2:
                    exchange(one, two)
            for source, target in ((one, two), (two, one), (one, two)):
                exchange(source, target)
            with one.read() as left, two.read() as right:
                assert table_digests(left, projections=True) == table_digests(
                    right, projections=True
                )
                check_identities(left)


def act(tx: Transaction, places: dict[str, bytes], what: str, at: str, lot: str, n: int) -> None:
    if what == "receive":
        stock.see_lot(tx, ITEM, lot, f"2026-07-{n:02d}")
        stock.post(tx, [Move(ITEM, n, places["supplier"], places[at], "receipt", lot)])
    elif what == "sell":
        stock.post(tx, [Move(ITEM, n, places[at], places["customer"], "sale", lot)])
    elif what == "move":
        stock.move_stock(tx, ITEM, n, places[at], places["C" if at != "C" else "A"], lot=lot)
    elif what == "reserve":
        stock.reserve(tx, b"o" * 16, n, ITEM, places[at], lot, n)
    elif what == "end":
        for promise in stock.reserved_for(tx.connection, 1, b"o" * 16)[:1]:
            (stock.consume if n % 2 else stock.release)(tx, promise.id, min(n, promise.quantity))
    elif lot:
        stock.set_lot_status(tx, ITEM, lot, "on_hold" if what == "hold" else "approved", "test")


def check_identities(connection: object) -> None:
    differing = run(
        connection,  # type: ignore[arg-type]
        "SELECT count(*) FROM balance b WHERE b.on_hand <>"
        " (SELECT coalesce(sum(quantity), 0) FROM movement m WHERE m.site = b.site"
        "  AND m.item = b.item AND m.lot = b.lot AND m.target = b.location)"
        " - (SELECT coalesce(sum(quantity), 0) FROM movement m WHERE m.site = b.site"
        "  AND m.item = b.item AND m.lot = b.lot AND m.source = b.location)"
        " OR b.reserved <> (SELECT coalesce(sum(quantity), 0) FROM open_reservation r"
        "  WHERE r.site = b.site AND r.item = b.item AND r.lot = b.lot"
        "  AND r.location = b.location)",
    ).scalar()
    assert differing == 0
    total = run(connection, "SELECT coalesce(sum(on_hand), 0) FROM balance").scalar()  # type: ignore[arg-type]
    assert total == 0


def test_reserving_over_several_places_as_the_books_of_others_do(
    replica: Replica, places: dict[str, bytes]
) -> None:
    """Rows (5, 7) and (12, 10): reserving 10 is refused and nothing changes."""
    receive(replica, places, 12, "B")
    do(replica, lambda tx: stock.reserve(tx, b"o" * 16, 1, ITEM, places["B"], "", 10))
    with pytest.raises(NotEnough):
        do(replica, lambda tx: stock.reserve(tx, b"p" * 16, 1, ITEM, places["B"], "", 10))
    assert free(replica, places, "B") == 2


def test_an_item_has_its_own_books(replica: Replica, places: dict[str, bytes]) -> None:
    receive(replica, places, 3)
    with replica.read() as connection:
        assert stock.balances(connection, 1, OTHER) == []
        assert stock.on_hand(connection, 1) == {ITEM: 3}
