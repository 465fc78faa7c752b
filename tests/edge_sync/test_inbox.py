"""What people see and decide: conflicts, duplicates, quarantine, requests."""

from collections.abc import Callable

import pytest

from domain.errors import NotFound, NotPermitted
from domain.replica import Actor, Replica, Transaction
from domain.replica.changeset import INSERT
from domain.replica.digest import table_digests
from edge_sync import inbox
from edge_sync.errors import DecidedAlready, NothingToTake
from edge_sync.session import Session
from tests.edge_sync.world import (
    PROGRAM,
    digests,
    edit_customer,
    new_customer,
    supplier,
    write_raw,
)

pytestmark = pytest.mark.parametrize("hub_box", ["sqlite"], indirect=True)

MakeMember = Callable[..., Session]


@pytest.fixture
def pair(make_member: MakeMember) -> tuple[Session, Session]:
    """Two stations of one site and a customer that both have."""
    first, second = make_member(1, 1), make_member(1, 2)
    new_customer(first.replica, "Grace", "1")
    settle(first, second)
    return first, second


def settle(*sessions: Session) -> None:
    """Exchange until everybody has everything."""
    for _ in range(2):
        for session in sessions:
            session.exchange()


def the_customer(replica: Replica) -> bytes:
    with replica.read() as connection:
        return bytes(connection.exec_driver_sql("SELECT id FROM t_customer").scalar_one())


def read(replica: Replica) -> inbox.Inbox:
    with replica.read() as connection:
        return inbox.inbox(connection)


def cross(first: Session, second: Session) -> bytes:
    """Let two people edit one phone without seeing each other; give the conflict."""
    who = the_customer(first.replica)
    edit_customer(first.replica, who, phone="2")
    edit_customer(second.replica, who, phone="3")
    settle(first, second)
    return read(first.replica).conflicts[0].id


def phone(replica: Replica) -> str:
    with replica.read() as connection:
        return str(connection.exec_driver_sql("SELECT phone FROM t_customer").scalar_one())


def test_a_conflict_shows_both_values_and_where_they_were_written(
    pair: tuple[Session, Session],
) -> None:
    first, second = pair
    cross(first, second)
    for session in pair:
        (conflict,) = read(session.replica).conflicts
        assert (conflict.table, conflict.field, conflict.review) == ("t_customer", "phone", True)
        assert (conflict.kept.value, conflict.kept.station_name) == ("3", "S1W2")
        assert (conflict.other.value, conflict.other.station_name) == ("2", "S1W1")
        assert conflict.kept.written_at >= conflict.other.written_at > 1_600_000_000_000


@pytest.mark.parametrize(("decide", "value"), [(inbox.keep, "3"), (inbox.take_other, "2")])
def test_one_decision_is_everybodys(
    pair: tuple[Session, Session], decide: Callable[[Transaction, bytes], None], value: str
) -> None:
    first, second = pair
    conflict = cross(first, second)
    with first.replica.transaction(PROGRAM, "decide") as tx:
        decide(tx, conflict)
    settle(first, second)
    for session in pair:
        assert read(session.replica).conflicts == []
        assert phone(session.replica) == value
    with (
        second.replica.transaction(PROGRAM, "decide") as tx,
        pytest.raises(DecidedAlready),
    ):
        decide(tx, conflict)
    assert digests(first.replica, {0, 1}) == digests(second.replica, {0, 1})


def test_a_decision_that_arrives_before_its_conflict_decides_it(
    pair: tuple[Session, Session], make_member: MakeMember
) -> None:
    """A third station takes the decision's log first, then the edits that crossed."""
    first, second = pair
    conflict = cross(first, second)
    decider = make_member(1, 3)
    settle(decider)
    with decider.replica.transaction(PROGRAM, "decide") as tx:
        inbox.keep(tx, conflict)
    settle(decider, first, second)
    newest = make_member(1, 4)
    from tests.support.replicas import exchange  # takes whole logs, in no meaningful order

    exchange(decider.replica, newest.replica)
    assert read(newest.replica).conflicts == []
    with newest.replica.read() as mine, decider.replica.read() as theirs:
        for table in ("conflict", "conflict_decision", "t_customer"):
            ours = table_digests(mine, {0}, projections=True)[table]
            assert ours == table_digests(theirs, {0}, projections=True)[table]


def test_who_may_not_decide_does_not(pair: tuple[Session, Session]) -> None:
    conflict = cross(*pair)
    clerk = Actor(bytes(16), "clerk")
    for decide in (inbox.keep, inbox.take_other, inbox.merge_duplicates):
        with (
            pair[0].replica.transaction(clerk, "decide") as tx,
            pytest.raises(NotPermitted),
        ):
            decide(tx, conflict)
    with pair[0].replica.transaction(PROGRAM, "decide") as tx, pytest.raises(NotFound):
        inbox.keep(tx, bytes(16))


def test_two_records_with_one_code_wait_in_the_inbox_and_can_be_merged(
    pair: tuple[Session, Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pair
    for session in pair:
        with session.replica.transaction(PROGRAM, "new supplier") as tx:
            tx.insert(supplier, id=tx.new_id(), code="ACME", archived=0)
    settle(first, second)
    (duplicate,) = read(first.replica).duplicates
    assert (duplicate.table, duplicate.field, duplicate.value) == ("t_supplier", "code", "ACME")
    assert duplicate.record < duplicate.other

    with first.replica.transaction(PROGRAM, "merge") as tx, pytest.raises(NothingToTake):
        inbox.merge_duplicates(tx, duplicate.id)
    monkeypatch.setitem(
        inbox.mergers, "t_supplier", lambda tx, _, other: tx.update(supplier, other, archived=1)
    )
    with first.replica.transaction(PROGRAM, "merge") as tx:
        inbox.merge_duplicates(tx, duplicate.id)
    settle(first, second)
    assert read(second.replica).duplicates == []
    assert digests(first.replica, {0, 1}) == digests(second.replica, {0, 1})


def test_two_records_that_are_two_things_can_both_stay(pair: tuple[Session, Session]) -> None:
    first, second = pair
    for session in pair:
        with session.replica.transaction(PROGRAM, "new supplier") as tx:
            tx.insert(supplier, id=tx.new_id(), code="ACME", archived=0)
    settle(first, second)
    (duplicate,) = read(second.replica).duplicates
    with second.replica.transaction(PROGRAM, "both") as tx:
        inbox.keep(tx, duplicate.id)
    settle(first, second)
    assert len(read(first.replica)) == len(read(second.replica)) == 0


def test_what_was_set_aside_is_shown_and_can_be_tried_again(pair: tuple[Session, Session]) -> None:
    first, second = pair
    columns = ["id", "amount"]
    write_raw(first.replica, [[INSERT, "t_of_tomorrow", columns, [[bytes(16), 1]]]])
    write_raw(first.replica, [[INSERT, "t_price", columns, [[bytes(16), 1]]]], site=0)
    settle(first, second)
    found = {each.reason: each for each in read(second.replica).quarantined}
    assert set(found) == {"newer_version", "not_owner"}
    later, never = found["newer_version"], found["not_owner"]
    assert (later.station_name, later.command, later.repairable) == ("S1W1", "raw", True)
    assert not inbox.repair(second.replica, later.site, later.key)  # still of tomorrow
    with pytest.raises(NothingToTake):
        inbox.repair(second.replica, never.site, never.key)
    with pytest.raises(NotFound):
        inbox.repair(second.replica, 1, 999)
    assert len(read(second.replica).quarantined) == 2
