"""Held carts: taken up at any station of the site, once."""

from dataclasses import replace

import pytest

from domain.counter import (
    Cart,
    CartEmpty,
    HeldGone,
    ReasonNeeded,
    cancel_held,
    draft,
    held_conflicts,
    held_sales,
    hold,
    recall,
    sales,
    save_draft,
    settle_held,
)
from domain.replica import Replica
from domain.replica.digest import table_digests
from tests.domain.counter.shop import DAY, TILL, Shop, furnish
from tests.support.replicas import PROGRAM, exchange


def put_aside(shop: Shop, cart: Cart, label: str = "") -> bytes:
    with shop.replica.transaction(PROGRAM, "hold") as tx:
        return hold(tx, cart, label)


def take_up(shop: Shop, held: bytes, till: str = TILL) -> Cart:
    with shop.replica.transaction(PROGRAM, "recall") as tx:
        return recall(tx, held, till, DAY)


def test_a_cart_waits_and_goes_on(open_shop: Shop) -> None:
    cart = open_shop.cart(("TEA", 2), ("HAM", 250))
    with open_shop.replica.transaction(PROGRAM, "draft") as tx:
        save_draft(tx, cart)
    held = put_aside(open_shop, cart, "lady with the hat")
    with open_shop.replica.read() as connection:
        (waiting,) = held_sales(connection, 1)
        assert draft(connection, TILL) is None
    assert (waiting.label, waiting.line_count, waiting.total) == ("lady with the hat", 2, 1395)
    again = take_up(open_shop, held)
    assert replace(again, id=cart.id, held=None) == cart
    with open_shop.replica.read() as connection:
        assert held_sales(connection, 1) == []
        assert draft(connection, TILL) == again
    assert open_shop.pay(again).total == 1395


def test_taken_up_once(open_shop: Shop) -> None:
    held = put_aside(open_shop, open_shop.cart(("TEA", 1)))
    take_up(open_shop, held)
    with pytest.raises(HeldGone):
        take_up(open_shop, held)
    with pytest.raises(CartEmpty):
        put_aside(open_shop, open_shop.cart())


def test_given_up_with_a_reason(open_shop: Shop) -> None:
    held = put_aside(open_shop, open_shop.cart(("TEA", 1)))
    with open_shop.replica.transaction(PROGRAM, "cancel") as tx:
        with pytest.raises(ReasonNeeded):
            cancel_held(tx, held, "")
        cancel_held(tx, held, "never came back")
    with pytest.raises(HeldGone):
        take_up(open_shop, held)


def test_at_another_station(two_stations: tuple[Replica, Replica]) -> None:
    one, two = two_stations
    shop = furnish(one)
    shop.open()
    held = put_aside(shop, shop.cart(("TEA", 2)))
    exchange(one, two)
    other = Shop(two, shop.offers)
    other.open(till="W02")
    other.pay(take_up(other, held, "W02"))
    exchange(two, one)
    with pytest.raises(HeldGone):
        take_up(shop, held)


def test_at_two_stations_that_had_not_met(two_stations: tuple[Replica, Replica]) -> None:
    """Both sales stand; the held cart shows the conflict until somebody has looked."""
    one, two = two_stations
    shop = furnish(one)
    shop.open()
    held = put_aside(shop, shop.cart(("TEA", 2)))
    exchange(one, two)
    other = Shop(two, shop.offers)
    other.open(till="W02")
    shop.pay(take_up(shop, held))
    other.pay(take_up(other, held, "W02"))
    exchange(one, two)
    exchange(two, one)
    for station in (one, two):
        with station.read() as connection:
            assert [(h.id, h.recalls) for h in held_conflicts(connection, 1)] == [(held, 2)]
            assert len(sales(connection, 1)) == 2
    with one.transaction(PROGRAM, "settle") as tx:
        settle_held(tx, held, "two customers, one cart: both paid")
    exchange(one, two)
    with one.read() as left, two.read() as right:
        assert held_conflicts(left, 1) == held_conflicts(right, 1) == []
        assert table_digests(left, projections=True) == table_digests(right, projections=True)
