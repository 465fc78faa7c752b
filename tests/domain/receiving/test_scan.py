"""Receiving by scan: as expected, over, short, damaged, blind."""

import pytest

from domain import purchasing, receiving, stock
from domain.errors import NotPermitted
from domain.replica import Actor, Approval, Replica
from tests.domain.receiving.dock import CLERK, PROGRAM, VISITOR, Dock, set_up


@pytest.fixture
def dock(replica: Replica) -> Dock:
    return set_up(replica)


def test_as_ordered(dock: Dock) -> None:
    order = dock.order(("tea", 10), ("cup", 4))
    receipt = dock.open(order)
    scanned = dock.scan(receipt, "tea", 6)
    assert (scanned.kind, scanned.ordered, scanned.received, scanned.open) == ("expected", 10, 6, 4)
    assert dock.status(order) == purchasing.PARTIALLY_RECEIVED
    dock.scan(receipt, "tea", 4)
    dock.scan(receipt, "cup", 4)
    with dock.replica.transaction(CLERK, "close") as tx:
        assert receiving.close_receipt(tx, receipt) == []
    assert dock.status(order) == purchasing.RECEIVED
    assert dock.on_hand("tea") == 10
    with dock.replica.read() as connection:
        head = receiving.receipt(connection, 1, receipt)
        assert (head.status, head.standing, head.accepted) == ("completed", 3, 14)
        assert receiving.find_receipt(connection, 1, head.number) == head
        posted = stock.why(connection, 1, dock.products["tea"].id)
        assert {(p.source, p.target, p.reason, p.number) for p in posted} == {
            ("SUPPLIER", "RECEIVING", "receipt", head.number)
        }


def test_nothing_is_scanned_to_a_completed_receipt(dock: Dock) -> None:
    receipt = dock.open(dock.order(("tea", 10)))
    with dock.replica.transaction(CLERK, "close") as tx:
        (short,) = receiving.close_receipt(tx, receipt)
    assert (short.short, short.over, short.here) == (10, 0, 0)
    with pytest.raises(receiving.ReceiptNotOpen, match="is completed"):
        dock.scan(receipt, "tea", 1)


def test_a_hundred_ordered_without_tolerance(dock: Dock) -> None:
    receipt = dock.open(dock.order(("rice", 100_000)))
    with pytest.raises(receiving.OverTolerance, match=r"it would be 100\.002 kg.*only 100\.000 kg"):
        dock.scan(receipt, "rice", 100_002)
    assert dock.on_hand("rice") == 0
    assert dock.scan(receipt, "rice", 100_000).kind == receiving.EXPECTED
    with pytest.raises(receiving.NoMoreAccepted, match=r"100\.000 kg have come: no more"):
        dock.scan(receipt, "rice", 1)


def test_several_deliveries_share_one_tolerance(dock: Dock) -> None:
    order = dock.order(("cup", 10_000), tolerance=200)
    first = dock.open(order)
    dock.scan(first, "cup", 9_900)
    second = dock.open(order)
    assert dock.scan(second, "cup", 250).kind == receiving.OVER
    third = dock.open(order)
    with pytest.raises(receiving.OverTolerance, match="take only 50"):
        dock.scan(third, "cup", 51)
    assert dock.scan(third, "cup", 50).received == 10_200
    with pytest.raises(receiving.OverTolerance):
        dock.scan(third, "cup", 1)
    with dock.replica.transaction(CLERK, "close") as tx:
        (over,) = receiving.close_receipt(tx, third)
    assert (over.over, over.short) == (200, 0)


def test_a_supervisor_lets_more_in(dock: Dock) -> None:
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    with pytest.raises(receiving.OverTolerance) as refused:
        dock.scan(receipt, "tea", 12)
    approval = Approval(
        b"\x09" * 16,
        "Sue",
        "receiving.over_tolerance",
        refused.value.params["subject"],  # type: ignore[arg-type]
        "we keep them",
    )
    with dock.replica.transaction(CLERK, "scan", approval=approval) as tx:
        scanned = receiving.receive_scan(tx, receipt, dock.products["tea"], 12)
    assert (scanned.kind, scanned.received) == (receiving.OVER_APPROVED, 12)
    assert dock.on_hand("tea") == 12


@pytest.mark.expects_log
def test_an_approval_for_another_line_is_no_use(dock: Dock) -> None:
    receipt = dock.open(dock.order(("tea", 10)))
    approval = Approval(b"\x09" * 16, "Sue", "receiving.over_tolerance", receipt, "we keep them")
    with (
        pytest.raises(NotPermitted),
        dock.replica.transaction(CLERK, "scan", approval=approval) as tx,
    ):
        receiving.receive_scan(tx, receipt, dock.products["tea"], 12)


def test_two_lines_of_one_item_are_filled_in_turn(dock: Dock) -> None:
    order = dock.order(("tea", 10), ("tea", 10), tolerance=1_000)
    receipt = dock.open(order)
    scanned = dock.scan(receipt, "tea", 21, rejected=3, reject_reason=receiving.DAMAGED)
    assert scanned.kind == receiving.OVER
    with dock.replica.read() as connection:
        lines = purchasing.order_lines(connection, 1, order)
        assert [(line.received, line.rejected) for line in lines] == [(11, 0), (10, 3)]
    assert dock.on_hand("tea") == 18


def test_damaged_goods_are_not_stocked(dock: Dock) -> None:
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    with pytest.raises(receiving.RejectReasonMissing):
        dock.scan(receipt, "tea", 10, rejected=2)
    dock.scan(receipt, "tea", 10, rejected=2, reject_reason=receiving.DAMAGED)
    assert dock.on_hand("tea") == 8
    with dock.replica.transaction(CLERK, "close") as tx:
        (found,) = receiving.close_receipt(tx, receipt)
    assert (found.received, found.rejected, found.short) == (10, 2, 0)


def test_all_of_it_rejected(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 5)))
    dock.scan(receipt, "milk", 5, rejected=5, reject_reason="expired", expires="2020-01-01")
    assert dock.on_hand("milk") == 0


@pytest.mark.parametrize(("steps", "rejected"), [(0, 0), (-1, 0), (5, 6), (5, -1)])
def test_quantities_that_make_no_sense(dock: Dock, steps: int, rejected: int) -> None:
    receipt = dock.open(dock.order(("tea", 10)))
    with pytest.raises(receiving.NothingReceived):
        dock.scan(receipt, "tea", steps, rejected=rejected, reject_reason="wrong")


def test_an_item_that_was_not_ordered(dock: Dock) -> None:
    receipt = dock.open(dock.order(("tea", 10)))
    with pytest.raises(receiving.NotOnOrder, match="Cup is not on order S001-"):
        dock.scan(receipt, "cup", 1)
    with dock.replica.transaction(PROGRAM, "scan") as tx:
        scanned = receiving.receive_scan(tx, receipt, dock.products["cup"], 3, blind=True)
        assert scanned.kind == receiving.BLIND
        found = receiving.close_receipt(tx, receipt)
    assert [(each.over, each.short) for each in found] == [(0, 10), (3, 0)]


def test_blind_receipts_need_the_right(dock: Dock) -> None:
    allowed = Actor(b"\x03" * 16, "Bo", frozenset({"receiving.receive", "receiving.blind"}))
    with dock.replica.transaction(allowed, "open") as tx:
        receipt = receiving.open_blind_receipt(tx, supplier=dock.supplier, reference="DN 7")
        scanned = receiving.receive_scan(tx, receipt, dock.products["tea"], 3)
        assert scanned.kind == receiving.BLIND
        (line,) = receiving.receipt_lines(tx.connection, 1, receipt)
        assert (line.order_line, line.unit_cost) == (None, 100_000)
        assert receiving.close_receipt(tx, receipt) == []
    assert dock.on_hand("tea") == 3


@pytest.mark.expects_log
def test_without_the_right_nobody_receives_blind(dock: Dock) -> None:
    with (
        pytest.raises(NotPermitted),
        dock.replica.transaction(CLERK, "open") as tx,
    ):
        receiving.open_blind_receipt(tx)


def test_visitors_receive_nothing(dock: Dock) -> None:
    order = dock.order(("tea", 10))
    with (
        pytest.raises(NotPermitted),
        dock.replica.transaction(VISITOR, "open") as tx,
    ):
        receiving.open_receipt(tx, order)


def test_lots_are_noted_and_expired_ones_refused(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 50)))
    with pytest.raises(receiving.LotMissing, match="Milk is tracked by lot"):
        dock.scan(receipt, "milk", 5)
    with pytest.raises(stock.LotExpired, match="Lot L0 of Milk was good until 2020-02-29"):
        dock.scan(receipt, "milk", 5, lot="L0", expires="2020-02-29")
    with pytest.raises(receiving.NotADay):
        dock.scan(receipt, "milk", 5, lot="L0", expires="2027-02-29")
    dock.scan(receipt, "milk", 5, lot=" L1 ", expires="2099-12-31")
    with dock.replica.read() as connection:
        lot = stock.find_lot(connection, 1, dock.products["milk"].id, "L1")
        assert lot is not None
        assert lot.expires == "2099-12-31"


def test_a_lot_is_good_through_its_last_day(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 50)))
    with dock.replica.transaction(CLERK, "scan") as tx:
        today = stock.today(tx)
        receiving.receive_scan(tx, receipt, dock.products["milk"], 5, lot="L1", expires=today)
    assert dock.on_hand("milk") == 5


def test_a_recalled_lot_is_refused(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 50)))
    with dock.replica.transaction(PROGRAM, "recall") as tx:
        stock.set_lot_status(tx, dock.products["milk"].id, "L1", stock.RECALLED, "glass")
    with dock.replica.read() as connection:
        known = stock.find_lot(connection, 1, dock.products["milk"].id, "L1")
    assert known is not None
    with pytest.raises(stock.LotRecalled):
        dock.scan(receipt, "milk", 5, lot="L1", expires="2099-12-31")


def test_serial_numbers_are_taken_once(dock: Dock) -> None:
    receipt = dock.open(dock.order(("scale", 3)))
    with pytest.raises(stock.SerialMissing):
        dock.scan(receipt, "scale", 1)
    with pytest.raises(stock.SerialMissing):
        dock.scan(receipt, "scale", 2, serial="SN1")
    dock.scan(receipt, "scale", 1, serial="SN1")
    with pytest.raises(stock.SerialTwice):
        dock.scan(receipt, "scale", 1, serial="SN1")
    dock.scan(receipt, "scale", 1, serial="SN2")
    assert dock.on_hand("scale") == 2


def test_goods_for_a_draft_or_a_cancelled_order(dock: Dock) -> None:
    with dock.replica.transaction(PROGRAM, "order") as tx:
        draft = purchasing.create_order(tx, dock.supplier)
    cancelled = dock.order(("tea", 1))
    with dock.replica.transaction(PROGRAM, "cancel") as tx:
        purchasing.cancel_order(tx, cancelled, "late")
    for order in (draft, cancelled):
        with pytest.raises(purchasing.OrderNotOpen, match="no goods are expected"):
            dock.open(order)


def test_a_site_without_a_receiving_place(replica: Replica) -> None:
    with (
        pytest.raises(stock.UnknownLocation, match="RECEIVING"),
        replica.transaction(PROGRAM, "open") as tx,
    ):
        receiving.open_blind_receipt(tx)
