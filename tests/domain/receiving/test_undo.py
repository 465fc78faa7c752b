"""Taking back: a scan, a receipt; other receipts stay as they are (pain 35)."""

import pytest

from domain import purchasing, receiving, stock
from domain.replica import Replica
from domain.replica.doctor import examine
from tests.domain.receiving.dock import CLERK, PROGRAM, Dock, set_up


@pytest.fixture
def dock(replica: Replica) -> Dock:
    return set_up(replica)


def balances(dock: Dock) -> dict[tuple[str, str], int]:
    """What lies where, the outside included."""
    with dock.replica.read() as connection:
        return {
            (name, each.location.code): each.on_hand
            for name, item in dock.products.items()
            for each in stock.balances(connection, 1, item.id, internal_only=False)
        }


def test_a_scan_is_undone_until_the_receipt_is_closed(dock: Dock) -> None:
    order = dock.order(("tea", 10), ("tea", 5))
    receipt = dock.open(order)
    dock.scan(receipt, "tea", 2)
    before = balances(dock)
    scanned = dock.scan(receipt, "tea", 12, rejected=1, reject_reason="damaged")
    assert len(scanned.lines) == 2
    with dock.replica.transaction(CLERK, "undo") as tx:
        receiving.undo_scan(tx, receipt, scanned.lines)
    assert balances(dock) == before
    with pytest.raises(receiving.UnknownReceiptLine), dock.replica.transaction(CLERK, "undo") as tx:
        receiving.undo_scan(tx, receipt, scanned.lines)
    with dock.replica.read() as connection:
        assert [line.received for line in purchasing.order_lines(connection, 1, order)] == [2, 0]
        assert [line.received for line in receiving.receipt_lines(connection, 1, receipt)] == [2]
    with dock.replica.transaction(CLERK, "close") as tx:
        receiving.close_receipt(tx, receipt)
        line = receiving.receipt_lines(tx.connection, 1, receipt)[0]
        with pytest.raises(receiving.ReceiptNotOpen):
            receiving.undo_scan(tx, receipt, [line.id])


def test_rolling_back_the_second_receipt_leaves_the_first(dock: Dock) -> None:
    order = dock.order(("tea", 10), ("cup", 10))
    first, second = dock.open(order), dock.open(order)
    dock.scan(first, "tea", 4)
    dock.scan(first, "cup", 1)
    before = balances(dock)
    dock.scan(second, "tea", 6)
    dock.scan(second, "cup", 9, rejected=9, reject_reason="wrong")
    with dock.replica.transaction(CLERK, "close") as tx:
        receiving.close_receipt(tx, second)
    assert dock.status(order) == purchasing.RECEIVED
    with dock.replica.transaction(CLERK, "roll back") as tx:
        receiving.roll_back(tx, second, "another company's goods")
    assert balances(dock) == before
    with dock.replica.read() as connection:
        assert receiving.receipt(connection, 1, second).status == receiving.ROLLED_BACK
        kept = receiving.receipt(connection, 1, first)
        assert (kept.status, kept.accepted) == (receiving.CHECKING, 5)
        assert [line.received for line in purchasing.order_lines(connection, 1, order)] == [4, 1]
        assert [r.id for r in receiving.receipts_of(connection, 1, order)] == [first, second]
    with (
        pytest.raises(receiving.AlreadyRolledBack),
        dock.replica.transaction(CLERK, "again") as tx,
    ):
        receiving.roll_back(tx, second, "twice")
    with pytest.raises(receiving.ReceiptNotOpen):
        dock.scan(second, "tea", 1)


def test_goods_that_moved_on_are_not_rolled_back(dock: Dock) -> None:
    receipt = dock.open(dock.order(("tea", 10)))
    dock.scan(receipt, "tea", 10)
    with dock.replica.transaction(CLERK, "put away") as tx:
        receiving.put_away(tx, dock.products["tea"], 4, dock.place, "A-1")
    before = balances(dock)
    with (
        pytest.raises(
            receiving.GoodsMoved, match=r"10 of Green tea.*only 6 are still in RECEIVING"
        ),
        dock.replica.transaction(CLERK, "roll back") as tx,
    ):
        receiving.roll_back(tx, receipt, "no")
    assert balances(dock) == before


def test_a_serial_number_that_moved_on(dock: Dock) -> None:
    receipt = dock.open(dock.order(("scale", 2)))
    scanned = dock.scan(receipt, "scale", 1, serial="SN1")
    dock.scan(receipt, "scale", 1, serial="SN2")
    with dock.replica.transaction(CLERK, "put away") as tx:
        with pytest.raises(stock.SerialMissing):
            receiving.put_away(tx, dock.products["scale"], 1, dock.place, "A-1", serial="SN9")
        receiving.put_away(tx, dock.products["scale"], 1, dock.place, "A-1", serial="SN1")
        with pytest.raises(receiving.GoodsMoved):
            receiving.undo_scan(tx, receipt, scanned.lines)


def test_a_serial_number_taken_back_may_come_again(dock: Dock) -> None:
    receipt = dock.open(dock.order(("scale", 2)))
    scanned = dock.scan(receipt, "scale", 1, serial="SN1")
    with dock.replica.transaction(CLERK, "undo") as tx:
        receiving.undo_scan(tx, receipt, scanned.lines)
    dock.scan(receipt, "scale", 1, serial="SN1")
    assert dock.on_hand("scale") == 1


def test_labels_are_asked_for_printed_and_taken_back(dock: Dock) -> None:
    receipt = dock.open(dock.order(("milk", 20)))
    kept = dock.scan(receipt, "milk", 5, lot="L1", expires="2099-01-01").lines[0]
    gone = dock.scan(receipt, "milk", 6, lot="L2").lines
    with dock.replica.transaction(CLERK, "labels") as tx:
        request = receiving.request_line_labels(tx, receipt, kept, 5)
        receiving.request_line_labels(tx, receipt, gone[0], 6)
        receiving.undo_scan(tx, receipt, gone)
        (waiting,) = receiving.labels_waiting(tx.connection, 1)
        assert (waiting.lot, waiting.expires, waiting.copies) == ("L1", "2099-01-01", 5)
        receiving.finish_labels(tx, request, printed=3)
        (rest,) = receiving.labels_waiting(tx.connection, 1)
        assert (rest.copies, rest.receipt_line) == (2, kept)
        receiving.finish_labels(tx, rest.id, printed=0, note="roll is empty, written by hand")
        assert receiving.labels_waiting(tx.connection, 1) == []
        with pytest.raises(receiving.UnknownLabelRequest):
            receiving.finish_labels(tx, request, printed=5)
        with pytest.raises(receiving.NoLabels):
            receiving.request_labels(tx, dock.products["tea"].id, 0)
        with pytest.raises(receiving.UnknownReceiptLine):
            receiving.request_line_labels(tx, receipt, gone[0], 1)


def test_an_order_of_which_all_was_taken_back_can_be_cancelled(dock: Dock) -> None:
    order = dock.order(("tea", 10))
    receipt = dock.open(order)
    dock.scan(receipt, "tea", 10)
    with dock.replica.transaction(PROGRAM, "roll back") as tx:
        receiving.roll_back(tx, receipt, "broken")
        purchasing.cancel_order(tx, order, "broken")
    assert dock.status(order) == purchasing.CANCELLED


def test_the_doctor_finds_nothing_after_all_that(dock: Dock) -> None:
    order = dock.order(("tea", 10), ("cup", 5))
    first, second = dock.open(order), dock.open(order)
    dock.scan(first, "tea", 6, rejected=2, reject_reason="damaged")
    scanned = dock.scan(second, "cup", 5)
    with dock.replica.transaction(CLERK, "undo") as tx:
        receiving.undo_scan(tx, second, scanned.lines)
        receiving.roll_back(tx, first, "wrong")
        receiving.close_receipt(tx, second)
    wrong = [finding for verdict in examine(dock.replica) for finding in verdict.findings]
    assert wrong == []
