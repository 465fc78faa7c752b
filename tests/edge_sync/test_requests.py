"""Who does not own a record asks; the owner answers; a crash in between does no harm."""

from collections.abc import Callable

import pytest

from domain.errors import NotFound, NotPermitted
from domain.replica import Actor, NotOwner, RecordGone, Replica
from edge_sync import inbox
from edge_sync.requests import apply_request, decide_request, open_requests, request_change
from edge_sync.session import Session
from tests.edge_sync.world import PROGRAM, count, customer, digests, new_price, price


@pytest.fixture
def pair(make_member: Callable[..., Session]) -> tuple[Session, Session]:
    """Two stations of one site."""
    return make_member(1, 1), make_member(1, 2)


def settle(*sessions: Session) -> None:
    """Exchange until everybody has everything."""
    for _ in range(2):
        for session in sessions:
            session.exchange()


def read(replica: Replica) -> inbox.Inbox:
    with replica.read() as connection:
        return inbox.inbox(connection)


def ask(session: Session, record: bytes, amount: int) -> bytes:
    with session.replica.transaction(PROGRAM, "ask for a price") as tx:
        return request_change(tx, price, record, {"amount": amount}, "it is on the shelf")


def test_a_request_is_answered_by_the_owner(pair: tuple[Session, Session], hub: Replica) -> None:
    first, second = pair
    record = new_price(hub, 100)
    settle(first, second)
    request = ask(first, record, 90)
    with first.replica.transaction(PROGRAM, "edit") as tx, pytest.raises(NotOwner):
        tx.update(price, record, amount=90)
    settle(first, second)

    with hub.read() as connection:
        (asked,) = open_requests(connection)
    assert (asked.id, asked.site, asked.table) == (request, 1, "t_price")
    assert (asked.changes, asked.current) == ({"amount": 90}, {"amount": 100})
    assert (asked.reason, asked.station_name) == ("it is on the shelf", "S1W1")
    decide_request(hub, PROGRAM, request, "fine", accept=True)
    with pytest.raises(NotFound):
        decide_request(hub, PROGRAM, request, accept=True)

    settle(first, second)
    for replica in (hub, first.replica, second.replica):
        assert count(replica, "SELECT amount FROM t_price") == 90
        assert read(replica).requests == []
    assert digests(first.replica, {0, 1}) == digests(hub, {0, 1})


def test_a_request_can_be_declined(pair: tuple[Session, Session], hub: Replica) -> None:
    record = new_price(hub, 100)
    settle(*pair)
    request = ask(pair[0], record, 1)
    settle(*pair)
    decide_request(hub, PROGRAM, request, "no", accept=False)
    settle(*pair)
    assert count(pair[0].replica, "SELECT amount FROM t_price") == 100
    assert count(pair[0].replica, "SELECT count(*) FROM change_decision WHERE accepted = 0") == 1


def test_dying_between_the_edit_and_the_decision_does_no_harm(
    pair: tuple[Session, Session], hub: Replica
) -> None:
    record = new_price(hub, 100)
    settle(*pair)
    request = ask(pair[0], record, 90)
    settle(*pair)
    with hub.read() as connection:
        (asked,) = open_requests(connection)
    with hub.transaction(PROGRAM, "apply request") as tx:
        apply_request(tx, asked)  # and here the power goes

    with hub.read() as connection:
        (again,) = open_requests(connection)
    assert again.done
    edits = "SELECT count(*) FROM field_edit WHERE table_name = 't_price'"
    assert count(hub, edits) == 1
    decide_request(hub, PROGRAM, request, accept=True)
    assert count(hub, edits) == 1
    assert read(hub).requests == []


def test_requests_name_what_exists(pair: tuple[Session, Session]) -> None:
    replica = pair[0].replica
    with replica.transaction(PROGRAM, "ask") as tx:
        with pytest.raises(RecordGone):
            request_change(tx, price, bytes(16), {"amount": 1}, "")
        with pytest.raises(KeyError):
            request_change(tx, price, bytes(16), {"colour": "red"}, "")
    with replica.transaction(Actor(None, "clerk"), "ask") as tx, pytest.raises(NotPermitted):
        request_change(tx, price, bytes(16), {"amount": 1}, "")
    assert customer.name == "t_customer"
