"""What always holds: tolerance, received − rejected = stocked, mirrored roll-backs, agreement."""

import itertools
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import purchasing, receiving, stock
from domain.purchasing import OrderLine, most_accepted
from domain.receiving.model import share_out, status_of
from domain.replica import Identity, Replica, books
from domain.replica.digest import table_digests
from domain.replica.rows import run
from tests.domain.receiving.dock import CLERK, Dock, set_up
from tests.support.replicas import exchange

Stations = tuple[Replica, Replica]


@pytest.fixture(scope="module")
def shared_dock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dock]:
    """One dock for all examples of a property; each example makes an order of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        folder = tmp_path_factory.mktemp("dock") / "replica"
        with Replica.create(folder, Identity(1, 1, standalone=True)) as replica:
            yield set_up(replica)


def line(number: int, quantity: int, tolerance: int, received: int) -> OrderLine:
    """An order line in a sent order."""
    identifier = bytes([number]) * 16
    rest = (0, 0, None, tolerance, received, 0, max(quantity - received, 0), False)
    return OrderLine(b"o" * 16, identifier, 1, number, b"p" * 16, quantity, *rest)


@given(st.integers(0, 10**9), st.integers(0, 10_000), st.integers(0, 2 * 10**9))
def test_the_tolerance_is_exact(ordered: int, tolerance: int, received: int) -> None:
    allowed = Fraction(ordered) * (1 + Fraction(tolerance, 10_000))
    assert (received <= most_accepted(ordered, tolerance)) == (received <= allowed)


@given(
    st.lists(
        st.tuples(st.integers(1, 500), st.integers(0, 2_000), st.integers(0, 600)),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 3_000),
)
def test_sharing_out_keeps_every_step_and_every_tolerance(
    made: list[tuple[int, int, int]], steps: int
) -> None:
    lines = [line(number, *values) for number, values in enumerate(made, 1)]
    shares, left = share_out(steps, lines)
    assert sum(share.steps for share in shares) + left == steps
    assert left == max(steps - sum(each.room for each in lines), 0)
    for share in shares:
        total = share.line.received + share.steps
        assert total <= most_accepted(share.line.quantity, share.line.tolerance)
        assert (share.kind == receiving.OVER) == (total > share.line.quantity)


DELIVERIES = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 60), st.integers(0, 2)), min_size=1, max_size=8
)


@settings(max_examples=25)
@given(st.integers(1, 100), st.sampled_from([0, 200, 1_500]), DELIVERIES)
def test_received_less_rejected_is_stocked(
    shared_dock: Dock, ordered: int, tolerance: int, deliveries: list[tuple[int, int, int]]
) -> None:
    """Over several receipts of one order; what is refused leaves nothing behind."""
    dock = shared_dock
    before = dock.on_hand("cup")
    order = dock.order(("cup", ordered), tolerance=tolerance)
    receipts = [dock.open(order) for _ in range(3)]
    received = rejected = 0
    most = most_accepted(ordered, tolerance)
    for steps, bad, which in deliveries:
        bad = min(bad, steps)
        if received + steps > most:
            with pytest.raises(receiving.OverTolerance):
                dock.scan(receipts[which], "cup", steps, rejected=bad, reject_reason="damaged")
            continue
        dock.scan(receipts[which], "cup", steps, rejected=bad, reject_reason="damaged")
        received, rejected = received + steps, rejected + bad
    with dock.replica.read() as connection:
        (found,) = purchasing.order_lines(connection, 1, order)
        assert (found.received, found.rejected) == (received, rejected)
        heads = [receiving.receipt(connection, 1, each) for each in receipts]
        assert sum(head.accepted + head.rejected for head in heads) == received
    assert found.stocked == dock.on_hand("cup") - before == received - rejected
    _roll_back_each(dock, order, receipts, before)


def _roll_back_each(dock: Dock, order: bytes, receipts: list[bytes], before: int) -> None:
    """Roll the receipts back one by one: each takes away exactly what it brought."""
    for each in receipts:
        with dock.replica.transaction(CLERK, "roll back") as tx:
            held = dock_stock(tx.connection, dock)
            head = receiving.receipt(tx.connection, 1, each)
            if not head.standing:
                continue
            receiving.roll_back(tx, each, "wrong")
            assert held - dock_stock(tx.connection, dock) == head.accepted
            moved = run(
                tx.connection,
                "SELECT sum(CASE WHEN source = ? THEN -quantity ELSE quantity END)"
                " FROM movement WHERE site = 1 AND document = ?",
                dock.place,
                each,
            ).scalar()
            assert int(moved or 0) == 0
    assert dock.on_hand("cup") == before
    assert dock.status(order) == purchasing.SENT


def dock_stock(connection: object, dock: Dock) -> int:
    """What is here of cups."""
    return stock.on_hand(connection, 1).get(dock.products["cup"].id, 0)  # type: ignore[arg-type]


@given(st.integers(0, 5), st.booleans(), st.booleans())
def test_a_receipts_status(standing: int, closed: bool, rolled_back: bool) -> None:
    status = status_of(standing=standing, closed=closed, rolled_back=rolled_back)
    assert (status == receiving.ROLLED_BACK) == (rolled_back and not standing)
    assert (status == receiving.COMPLETED) == (closed and not rolled_back)


def agree(*replicas: Replica) -> None:
    """Exchange until all have everything, then compare all tables and projections."""
    for source, target in itertools.permutations(replicas, 2):
        exchange(source, target)
    digests = []
    for replica in replicas:
        with replica.read() as connection:
            digests.append(table_digests(connection, projections=True))
    assert all(digest == digests[0] for digest in digests)


def test_two_clerks_receive_one_order_apart(two_stations: Stations) -> None:
    """Each is within the tolerance; together they are over it, and the order shows it."""
    one, two = two_stations
    dock = set_up(one)
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    exchange(one, two)
    other = Dock(two, dock.products, dock.supplier, dock.place)
    dock.scan(receipt, "tea", 7)
    other.scan(receipt, "tea", 6)
    agree(one, two)
    with one.transaction(CLERK, "close") as tx:
        (over,) = receiving.close_receipt(tx, receipt)
    assert (over.over, over.received) == (3, 13)
    assert dock.on_hand("tea") == 13


def test_rolled_back_here_and_scanned_there(two_stations: Stations) -> None:
    one, two = two_stations
    dock = set_up(one)
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    dock.scan(receipt, "tea", 4)
    exchange(one, two)
    other = Dock(two, dock.products, dock.supplier, dock.place)
    with one.transaction(CLERK, "roll back") as tx:
        receiving.roll_back(tx, receipt, "wrong company")
    other.scan(receipt, "tea", 5)
    agree(one, two)
    with one.read() as connection:
        head = receiving.receipt(connection, 1, receipt)
        assert (head.status, head.standing, head.accepted) == (receiving.CHECKING, 1, 5)
        assert purchasing.order_lines(connection, 1, order)[0].received == 5


def test_one_scan_taken_back_by_two(two_stations: Stations) -> None:
    """The order hears of it once; the stock, mirrored twice, is a place to count."""
    one, two = two_stations
    dock = set_up(one)
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    scanned = dock.scan(receipt, "tea", 4)
    exchange(one, two)
    for station in (one, two):
        with station.transaction(CLERK, "undo") as tx:
            receiving.undo_scan(tx, receipt, scanned.lines)
    agree(one, two)
    with two.read() as connection:
        assert [each.id for each in receiving.taken_back_twice(connection, 1)] == [*scanned.lines]
        assert purchasing.order_lines(connection, 1, order)[0].received == 0
        assert [each.on_hand for each in stock.below_zero(connection, 1)] == [-4]


def test_a_receipt_that_arrives_before_its_order(make_replica: object) -> None:
    """Projections find their facts in whatever order stations meet."""
    one = make_replica(standalone=True)  # type: ignore[operator]
    two = make_replica(station=2, standalone=True)  # type: ignore[operator]
    three = make_replica(station=3, standalone=True)  # type: ignore[operator]
    dock = set_up(one)
    order = dock.order(("tea", 10))
    exchange(one, two)
    other = Dock(two, dock.products, dock.supplier, dock.place)
    other.scan(other.open(order), "tea", 10)
    _only_logs_of(two, three)
    with three.read() as connection:
        assert purchasing.orders(connection, 1) == []
    agree(one, two, three)
    third = Dock(three, dock.products, dock.supplier, dock.place)
    assert third.status(order) == purchasing.RECEIVED


def _only_logs_of(source: Replica, target: Replica) -> None:
    """Give the target only what the source itself wrote."""
    with source.read() as connection:
        text = "SELECT site, log, station, life, public_key FROM log WHERE station = ?"
        logs = run(connection, text, source.station).all()
        carried = [(row, books.read(connection, row[0], row[1], 0, 10_000)) for row in logs]
    with target.merging() as merging:
        for (site, log, station, life, key), changesets in carried:
            books.open_log(merging.connection, site, log, station, life, key)
            merging.take(site, log, changesets)
