"""Two stations that do not see each other edit the same customers."""

from collections.abc import Callable

import pytest

from domain import customers
from domain.customers import Customer
from domain.replica import Replica, Transaction, run
from domain.replica.changeset import unpack
from tests.support.replicas import PROGRAM, exchange

Stations = tuple[Replica, Replica]


def meet(stations: Stations) -> None:
    """Exchange in both directions."""
    left, right = stations
    exchange(left, right)
    exchange(right, left)


def do(station: Replica, step: Callable[[Transaction], Customer]) -> Customer:
    """One step at one station."""
    with station.transaction(PROGRAM, "customer") as tx:
        return step(tx)


def everywhere(stations: Stations, identifier: bytes) -> Customer:
    """The customer, which is the same at both stations."""
    seen = []
    for station in stations:
        with station.read() as connection:
            seen.append(customers.get(connection, identifier))
    assert seen[0] == seen[1]
    return seen[0]


def conflicts(stations: Stations) -> list[tuple[str, str, frozenset[object]]]:
    """(kind, field, values) of the open conflicts, which are the same at both stations."""
    seen = []
    for station in stations:
        with station.read() as connection:
            rows = run(
                connection, "SELECT kind, field, kept, other FROM conflict ORDER BY field, id"
            ).all()
        seen.append([(r[0], r[1], frozenset({unpack(r[2]), unpack(r[3])})) for r in rows])
    assert seen[0] == seen[1]
    return seen[0]


@pytest.fixture
def anna(two_stations: Stations) -> Customer:
    """A customer whom both stations know."""
    made = do(two_stations[0], lambda tx: customers.create_customer(tx, "Anna"))
    meet(two_stations)
    return made


def test_different_fields_are_both_kept(two_stations: Stations, anna: Customer) -> None:
    left, right = two_stations
    do(left, lambda tx: customers.edit_customer(tx, anna.id, phone="+49 151 12345678"))
    do(right, lambda tx: customers.edit_customer(tx, anna.id, email="anna@example.com"))
    meet(two_stations)

    merged = everywhere(two_stations, anna.id)
    assert (merged.phone, merged.email) == ("+4915112345678", "anna@example.com")
    assert conflicts(two_stations) == []
    for station in two_stations:
        with station.read() as connection:
            assert customers.search(connection, "5678") == [merged]
            assert customers.search(connection, "anna@example") == [merged]


def test_the_same_field_is_a_conflict_with_both_values(
    two_stations: Stations, anna: Customer
) -> None:
    left, right = two_stations
    do(left, lambda tx: customers.edit_customer(tx, anna.id, name="Anna Müller"))
    do(right, lambda tx: customers.edit_customer(tx, anna.id, name="Anna Miller"))
    meet(two_stations)

    names = frozenset({"Anna Müller", "Anna Miller"})
    assert everywhere(two_stations, anna.id).name in names
    assert conflicts(two_stations) == [("field", "name", names)]


def test_two_phone_numbers_are_one_conflict(two_stations: Stations, anna: Customer) -> None:
    left, right = two_stations
    do(left, lambda tx: customers.edit_customer(tx, anna.id, phone="+49 151 1111 1111"))
    do(right, lambda tx: customers.edit_customer(tx, anna.id, phone="+49 151 2222 2222"))
    meet(two_stations)

    assert conflicts(two_stations) == [
        ("field", "phone", frozenset({"+4915111111111", "+4915122222222"}))
    ]


def test_the_same_phone_entered_twice_is_a_duplicate(two_stations: Stations) -> None:
    left, right = two_stations
    first = do(left, lambda tx: customers.create_customer(tx, "Bo", phone="+4915112345678"))
    second = do(right, lambda tx: customers.create_customer(tx, "Bob", phone="+4915112345678"))
    meet(two_stations)

    assert conflicts(two_stations) == [("duplicate", "phone", frozenset({"+4915112345678"}))]
    for station in two_stations:
        with station.read() as connection:
            both = customers.by_phone(connection, "+4915112345678")
            assert [each.id for each in both] == sorted([first.id, second.id])

    do(right, lambda tx: customers.merge_customers(tx, first.id, second.id))
    meet(two_stations)
    assert conflicts(two_stations) == []
    assert everywhere(two_stations, second.id).id == first.id


def test_two_customers_merged_into_each_other_are_still_one(two_stations: Stations) -> None:
    left, right = two_stations
    first = do(left, lambda tx: customers.create_customer(tx, "Bo"))
    second = do(left, lambda tx: customers.create_customer(tx, "Bob"))
    meet(two_stations)
    do(left, lambda tx: customers.merge_customers(tx, first.id, second.id))
    do(right, lambda tx: customers.merge_customers(tx, second.id, first.id))
    meet(two_stations)

    for each in (first.id, second.id):
        one = everywhere(two_stations, each)
        assert (one.id, one.archived) == (first.id, False)
    for station in two_stations:
        with station.read() as connection:
            assert [c.id for c in customers.search(connection, "bo")] == [first.id]
            assert set(customers.aliases(connection, second.id)) == {first.id, second.id}
