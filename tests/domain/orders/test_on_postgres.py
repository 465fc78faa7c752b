"""The hub's database understands orders, picking and shipping as the stations' does."""

import random
from pathlib import Path

from sqlalchemy.engine import Connection

from domain import orders, picking, shipping
from domain.replica import Identity, Replica
from domain.replica.digest import table_digests
from tests.domain.orders.actions import OFTEN, act
from tests.support.replicas import exchange
from tests.support.warehouse import Warehouse, build, clerk


def _answers(connection: Connection, house: Warehouse) -> list[object]:
    rows = orders.orders(connection, 1, limit=500)
    lists = picking.open_lists(connection, 1)
    return [
        rows,
        orders.orders(connection, 1, status=orders.SHIPPED, limit=5, after=rows[3]),
        orders.orders(connection, 1, channel="web", contested=True),
        [orders.order(connection, 1, row.id) for row in rows],
        orders.find_order(connection, 1, rows[0].number),
        orders.by_reference(connection, 1, "web", "R1"),
        orders.counts(connection, 1),
        orders.backorders(connection, 1, product=house.items["PLAIN"]),
        orders.counts_wanted(connection, 1),
        orders.lines_with_availability(connection, 1, rows[0].id, "2026-01-01"),
        lists,
        [picking.claims(connection, 1, each.id, rows[0].ordered_at) for each in lists],
        [picking.picks(connection, 1, row.id) for row in rows],
        [picking.packed(connection, 1, row.id) for row in rows],
        picking.ready_to_pick(connection, 1),
        [shipping.shipments(connection, 1, row.id) for row in rows],
        table_digests(connection, projections=True),
    ]


def test_a_hub_on_postgresql_agrees(replica: Replica, postgres_url: str, tmp_path: Path) -> None:
    house = build(replica)
    house.receive("PLAIN", 40, "B1")
    chance = random.Random(8)
    for _ in range(150):
        act(house, chance.choice(OFTEN), chance.randrange(9_999), chance.randrange(9_999))
    made = house.order(("PLAIN", 5), ordered_at=1)
    with Replica.on_postgres(postgres_url, tmp_path / "hub", Identity(None, 0, centre=True)) as hub:
        exchange(replica, hub)
        with replica.read() as here, hub.read() as there:
            assert _answers(there, house) == _answers(here, house)
        # The hub may act for a site too: the same commands on the other database.
        with hub.transaction(clerk("Centre"), "allocate", site=1) as tx:
            orders.settle_promises(tx)
            list_id = picking.release_list(tx, [made])
            for task in picking.tasks(tx.connection, 1, list_id):
                picking.pick_task_goods(tx, task.id, 1)
                picking.short_pick(tx, task.id, picking.MISSING)
            shipping.ship(tx, made)
        exchange(hub, replica)
        with replica.read() as here, hub.read() as there:
            assert _answers(there, house) == _answers(here, house)
