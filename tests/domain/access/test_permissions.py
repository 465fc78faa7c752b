"""One list of rights, one matrix, and a program that does what they say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import domain
from domain import access
from domain.access.permissions import BY_ID, SENSITIVE
from domain.errors import NotPermitted
from domain.replica import Replica
from tests.domain.access.company import PIN, staff
from tests.support.replicas import PROGRAM

DOMAIN = Path(domain.__file__).parent


def rights_asked_for(source: str) -> Iterator[str]:
    """Every literal right in ``tx.require("…")``, ``access.require(tx, "…")``, ``may("…")``."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called in ("require", "may"):
            yield from (
                a.value
                for a in node.args[:2]
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            )


def test_the_search_for_rights_finds_both_forms() -> None:
    source = 'tx.require("a.b"); access.require(tx, "c.d", subject=x); actor.may("e.f")'

    assert list(rights_asked_for(source)) == ["a.b", "c.d", "e.f"]


def test_every_right_that_a_command_asks_for_is_in_the_list() -> None:
    unknown = {
        f"{path.relative_to(DOMAIN)}: {right}"
        for path in sorted(DOMAIN.rglob("*.py"))
        if path.parent.name != "replica"
        for right in rights_asked_for(path.read_text("utf-8"))
        if right not in BY_ID
    }

    assert unknown == set()


def test_ids_are_unique_and_named_by_area_and_act() -> None:
    assert len(BY_ID) == len(access.PERMISSIONS)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", each) for each in BY_ID)


def test_standard_roles_hold_known_rights_and_the_owner_holds_all() -> None:
    held = {role.code: role.permissions for role in access.STANDARD_ROLES}

    assert all(rights <= set(BY_ID) for rights in held.values())
    assert held["owner"] == set(BY_ID)
    assert held["clerk"] | held["cashier"] < held["supervisor"]
    assert not held["it"] & {right for right in BY_ID if right.startswith("counter.")}


@pytest.mark.parametrize("standard", access.STANDARD_ROLES, ids=lambda role: role.code)
def test_each_cell_of_the_matrix_is_what_happens(
    replica: Replica, standard: access.StandardRole
) -> None:
    staff(replica, ("pat", standard.code))
    actor = access.sign_in(replica, "pat", PIN)

    for right in BY_ID:
        with replica.transaction(actor, "try") as tx:
            allowed = True
            try:
                access.require(tx, right)
            except NotPermitted:
                allowed = False
        assert allowed == (right in standard.permissions), right
        assert actor.may(right) == allowed


@pytest.mark.parametrize("standard", access.STANDARD_ROLES, ids=lambda role: role.code)
def test_a_badge_alone_gives_routine_rights_only(
    replica: Replica, standard: access.StandardRole
) -> None:
    pat = staff(replica, ("pat", standard.code))["pat"]
    with replica.transaction(PROGRAM, "badge") as tx:
        access.set_badge(tx, pat.id, "04:A2:1F:9C")

    if standard.badge_alone:
        actor = access.sign_in_by_badge(replica, "04a21f9c")
        assert actor.permissions == standard.permissions - SENSITIVE
    else:
        with pytest.raises(access.PinNeeded):
            access.sign_in_by_badge(replica, "04a21f9c")
    assert access.sign_in(replica, "04a21f9c", PIN).permissions == standard.permissions


def test_a_cell_is_changed_and_making_the_roles_again_leaves_it(replica: Replica) -> None:
    staff(replica, ("pat", "cashier"))
    with replica.transaction(PROGRAM, "matrix") as tx:
        cashier = access.create_standard_roles(tx)["cashier"]
        access.set_permission(tx, cashier.id, "counter.refund", allowed=False)
        access.set_permission(tx, cashier.id, "counter.discount", allowed=True)
        access.create_standard_roles(tx)

    actor = access.sign_in(replica, "pat", PIN)
    assert not actor.may("counter.refund")
    assert actor.may("counter.discount")
    with replica.read() as connection:
        assert len(access.roles(connection)) == len(access.STANDARD_ROLES)


def test_a_right_that_does_not_exist_cannot_be_given(replica: Replica) -> None:
    with replica.transaction(PROGRAM, "matrix") as tx:
        role = access.create_role(tx, "Night shift")
        with pytest.raises(access.UnknownPermission):
            access.set_permission(tx, role.id, "counter.fly", allowed=True)


def test_rights_of_several_roles_add_up_and_an_archived_role_gives_none(replica: Replica) -> None:
    pat = staff(replica, ("pat", "clerk"))["pat"]
    with replica.transaction(PROGRAM, "roles") as tx:
        roles = access.create_standard_roles(tx)
        access.assign_roles(tx, pat.id, [roles["clerk"].id, roles["buyer"].id])
    assert access.sign_in(replica, "pat", PIN).may("purchasing.order")

    with replica.transaction(PROGRAM, "roles") as tx:
        access.archive_role(tx, roles["buyer"].id)
    actor = access.sign_in(replica, "pat", PIN)
    assert actor.may("picking.pick")
    assert not actor.may("purchasing.order")
