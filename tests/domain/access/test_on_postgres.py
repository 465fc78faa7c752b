"""Signing on, locking and overriding at a hub on PostgreSQL."""

from pathlib import Path

import pytest

from domain import access, customers
from domain.replica import GLOBAL, Identity, Replica
from tests.domain.access.company import OTHER_PIN, PIN, Watch, staff
from tests.support.replicas import PROGRAM


def test_the_hub_asks_for_pins_and_keeps_overrides(postgres_url: str, tmp_path: Path) -> None:
    hub = Replica.on_postgres(postgres_url, tmp_path, Identity(None, 0, centre=True))
    with hub:
        staff(hub, ("cara", "cashier"), ("olga", "owner"))
        watch = Watch()
        for _ in range(5):
            with pytest.raises((access.SignInRefused, access.TooManyTries)):
                access.sign_in(hub, "cara", OTHER_PIN, watch=watch.stopwatch)
        with pytest.raises(access.TooManyTries):
            access.sign_in(hub, "cara", PIN, watch=watch.stopwatch)
        watch.milliseconds += 30_000
        cara = access.sign_in(hub, "cara", PIN, watch=watch.stopwatch)

        given = access.approve(
            hub, "olga", PIN, permission="catalogue.edit", subject=None, reason="typo", asker=cara
        )
        with hub.transaction(cara, "edit product", approval=given) as tx:
            access.require(tx, "catalogue.edit", scope=GLOBAL)
        with hub.transaction(PROGRAM, "customers") as tx:
            anna, twin = (customers.create_customer(tx, name) for name in ("Anna", "Anna M."))
            customers.merge_customers(tx, anna.id, twin.id)

        with hub.read() as connection:
            (kept,) = access.overrides(connection, GLOBAL)
            assert (kept.actor_name, kept.approver_name, kept.reason) == ("Cara", "Olga", "typo")
            assert customers.get(connection, twin.id).name == "Anna"
