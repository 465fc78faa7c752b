"""Users, PINs and badges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import access
from domain.access import pins
from domain.access.model import normal_badge, normal_login, pack_roles, unpack_roles
from domain.errors import NotPermitted, RuleBroken
from domain.replica import NotOwner, Replica, run
from tests.domain.access.company import OTHER_PIN, PIN, staff
from tests.support.replicas import PROGRAM, exchange


def test_a_user_signs_on_and_what_is_done_carries_the_name(replica: Replica) -> None:
    users = staff(replica, ("olga", "owner"))

    actor = access.sign_in(replica, " OLGA ", PIN)

    assert (actor.id, actor.name) == (users["olga"].id, "Olga")
    with replica.read() as connection:
        assert access.who_was(connection, actor.id) == "Olga"
        assert access.who_was(connection, None) is None
        assert access.actor_of(connection, users["olga"].id) == actor


def test_only_who_manages_users_makes_them(replica: Replica) -> None:
    staff(replica, ("cleo", "clerk"))
    clerk = access.sign_in(replica, "cleo", PIN)

    with pytest.raises(NotPermitted), replica.transaction(clerk, "user") as tx:
        access.create_user(tx, "Mallory", "mallory")


def test_a_station_of_a_company_with_a_hub_does_not_make_users(make_replica) -> None:
    station = make_replica()

    with pytest.raises(NotOwner), station.transaction(PROGRAM, "user") as tx:
        access.create_user(tx, "Anna", "anna")


def test_two_users_cannot_share_a_sign_on_name_or_a_badge(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"), ("bo", "clerk"))
    with replica.transaction(PROGRAM, "badges") as tx:
        access.set_badge(tx, users["anna"].id, "04 A2 1F 9C")
        with pytest.raises(access.LoginTaken):
            access.create_user(tx, "Another Anna", "Ａnna")
        with pytest.raises(access.BadgeTaken, match="Anna"):
            access.set_badge(tx, users["bo"].id, "04:a2:1f:9c")
        with pytest.raises(access.BadgeRefused):
            access.set_badge(tx, users["bo"].id, "::")


def test_an_archived_user_cannot_sign_on_but_is_named_in_the_books(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"), ("olga", "owner"))
    with replica.transaction(PROGRAM, "leave") as tx:
        access.archive_user(tx, users["anna"].id)

    with pytest.raises(access.SignInRefused):
        access.sign_in(replica, "anna", PIN)
    with replica.read() as connection:
        assert access.who_was(connection, users["anna"].id) == "Anna"
        assert access.permissions_of(connection, users["anna"].id) == frozenset()
        assert [each.login for each in access.users(connection)] == ["olga"]
        assert len(access.users(connection, archived=True)) == 2


def test_the_last_who_manages_users_stays(replica: Replica) -> None:
    users = staff(replica, ("olga", "owner"), ("ian", "it"))
    with replica.transaction(PROGRAM, "roles") as tx:
        roles = access.create_standard_roles(tx)
        access.archive_user(tx, users["olga"].id)

    for change in (
        lambda tx: access.archive_user(tx, users["ian"].id),
        lambda tx: access.assign_roles(tx, users["ian"].id, [roles["clerk"].id]),
        lambda tx: access.set_permission(tx, roles["it"].id, "access.manage", allowed=False),
        lambda tx: access.archive_role(tx, roles["it"].id),
    ):
        with pytest.raises(access.LastManager), replica.transaction(PROGRAM, "lock out") as tx:
            change(tx)
    with replica.read() as connection:
        assert [each.login for each in access.managers(connection)] == ["ian"]


def test_a_new_pin_replaces_the_old_one(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"))
    with replica.transaction(PROGRAM, "pin") as tx:
        access.set_pin(tx, users["anna"].id, OTHER_PIN)

    assert access.sign_in(replica, "anna", OTHER_PIN).name == "Anna"
    with pytest.raises(access.SignInRefused):
        access.sign_in(replica, "anna", PIN)


@pytest.mark.parametrize(
    ("pin", "error"),
    [
        ("48027", access.PinTooShort),
        ("", access.PinNotDigits),
        ("48O271", access.PinNotDigits),
        ("４８０２７１", access.PinNotDigits),
        ("4802714802714", access.PinNotDigits),
        ("111111", access.PinTooSimple),
        ("123456", access.PinTooSimple),
        ("890123", access.PinTooSimple),
        ("654321", access.PinTooSimple),
        ("121212", access.PinTooSimple),
    ],
)
def test_poor_pins_are_refused(replica: Replica, pin: str, error: type[RuleBroken]) -> None:
    users = staff(replica, ("anna", "clerk"))

    with replica.transaction(PROGRAM, "pin") as tx, pytest.raises(error) as refused:
        access.set_pin(tx, users["anna"].id, pin)

    assert not pin or pin not in str(refused.value)


def test_a_company_may_allow_shorter_pins_and_is_warned(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"))
    with replica.transaction(PROGRAM, "pin") as tx:
        with pytest.raises(access.PinMinimumRefused):
            access.set_pin_minimum(tx, 3)
        access.set_pin_minimum(tx, 8)
        access.set_pin_minimum(tx, 4)
        access.set_pin(tx, users["anna"].id, "4802")

    assert access.sign_in(replica, "anna", "4802").name == "Anna"
    assert access.is_weak("4802")
    assert not access.is_weak(PIN)
    with replica.read() as connection:
        assert access.pin_minimum(connection) == 4


def test_a_pin_set_at_the_hub_is_good_at_a_station_with_the_company_s_pepper(
    make_replica,
) -> None:
    hub, station = make_replica(None, 0, centre=True), make_replica()
    staff(hub, ("anna", "clerk"))
    exchange(hub, station)
    with pytest.raises(access.SignInRefused):
        access.sign_in(station, "anna", PIN)

    station.keys.put("pepper", hub.secret("pepper").hex())

    assert access.sign_in(station, "anna", PIN).may("picking.pick")


def test_neither_pin_nor_badge_can_be_read_from_the_tables(replica: Replica) -> None:
    users = staff(replica, ("anna", "clerk"), ("bo", "clerk"))
    with replica.transaction(PROGRAM, "badge") as tx:
        access.set_badge(tx, users["anna"].id, "04A21F9C")

    with replica.read() as connection:
        rows = run(connection, 'SELECT pin_hash, badge_hash FROM "user" ORDER BY login').all()
    assert rows[0][0].startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert rows[0][0] != rows[1][0]
    assert b"04A21F9C" not in rows[0][1]


def test_a_hash_is_good_for_its_user_and_its_pepper_only() -> None:
    stored = pins.hash_pin(b"p" * 32, b"a" * 16, PIN)

    assert pins.verify_pin(b"p" * 32, b"a" * 16, PIN, stored)
    assert not pins.verify_pin(b"p" * 32, b"b" * 16, PIN, stored)
    assert not pins.verify_pin(b"q" * 32, b"a" * 16, PIN, stored)
    assert not pins.verify_pin(b"p" * 32, b"a" * 16, PIN, None)
    assert not pins.verify_pin(b"p" * 32, b"a" * 16, PIN, "damaged")


@given(st.lists(st.binary(min_size=16, max_size=16), max_size=6))
def test_roles_come_back_from_the_table_each_once(ids: list[bytes]) -> None:
    assert unpack_roles(pack_roles(ids)) == tuple(sorted(set(ids)))


@given(st.text(max_size=20))
def test_normal_forms_are_final(text: str) -> None:
    assert normal_badge(normal_badge(text)) == normal_badge(text)
    assert normal_login(normal_login(text)) == normal_login(text)
