"""Two stations and a hub agree, without a network between them."""

from collections.abc import Callable

from edge_sync.desk import Desk
from edge_sync.session import Session
from tests.edge_sync.world import (
    digests,
    edit_customer,
    new_customer,
    new_price,
    sell,
)

MakeMember = Callable[..., Session]


def test_what_one_station_sold_the_other_and_the_hub_have(
    desk: Desk, make_member: MakeMember
) -> None:
    first, second = make_member(1, 1), make_member(1, 2)
    new_price(desk.replica, 499)
    customer = new_customer(first.replica, "Ada")
    for _ in range(3):
        sell(first.replica, 2)
    sell(second.replica, 5)

    for session in (first, second, first):
        session.exchange()

    edit_customer(second.replica, customer, name="Ada Lovelace")
    for session in (second, first):
        session.exchange()

    expected = digests(desk.replica, {0, 1})
    assert expected["t_sale"][0] == 4
    assert expected["t_customer"][0] == 1
    assert digests(first.replica, {0, 1}) == expected
    assert digests(second.replica, {0, 1}) == expected
    assert first.pending() == second.pending() == 0
