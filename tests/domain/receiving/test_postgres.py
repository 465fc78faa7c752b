"""The hub's database understands purchasing and receiving as the stations' does."""

from pathlib import Path

from domain import purchasing, receiving
from domain.replica import Identity, Replica
from domain.replica.digest import table_digests
from tests.domain.receiving.dock import CLERK, PROGRAM, set_up
from tests.support.replicas import exchange


def test_a_hub_on_postgresql_agrees(replica: Replica, postgres_url: str, tmp_path: Path) -> None:
    dock = set_up(replica)
    order = dock.order(("tea", 10), ("milk", 5), tolerance=1_000)
    kept, gone = dock.open(order), dock.open(order)
    dock.scan(kept, "milk", 5, rejected=1, reject_reason="damaged", lot="L1", expires="2099-01-01")
    dock.scan(gone, "tea", 11)
    with replica.transaction(CLERK, "roll back") as tx:
        receiving.roll_back(tx, gone, "wrong")
        line = receiving.receipt_lines(tx.connection, 1, kept)[0]
        receiving.request_line_labels(tx, kept, line.id, 2)
        receiving.put_away(tx, dock.products["milk"], 3, dock.place, "A-2", lot="L1")
    with replica.transaction(PROGRAM, "terms") as tx:
        terms = purchasing.NewTerms(dock.supplier, dock.products["tea"].id, 1)
        purchasing.set_supplier_item(tx, terms)

    with Replica.on_postgres(postgres_url, tmp_path / "hub", Identity(None, 0, centre=True)) as hub:
        exchange(replica, hub)
        answers = []
        for each in (replica, hub):
            with each.read() as connection:
                tea = dock.products["tea"].id
                number = purchasing.order(connection, 1, order).number
                answers.append(
                    (
                        table_digests(connection, projections=True),
                        purchasing.find_order(connection, 1, number),
                        purchasing.orders(connection, 1, ["sent", "partially_received"]),
                        purchasing.order_lines(connection, 1, order),
                        purchasing.awaited_lines(connection, 1, tea),
                        purchasing.on_order(connection, 1),
                        purchasing.lead_times(connection, 1),
                        purchasing.suppliers_of(connection, tea),
                        receiving.receipts(connection, 1, ("rolled_back",)),
                        receiving.discrepancies(connection, 1, kept),
                        receiving.labels_waiting(connection, 1),
                        receiving.taken_back_twice(connection, 1),
                        receiving.awaiting_putaway(connection, 1),
                        receiving.suggest_putaway(connection, 1, dock.products["milk"].id, 9, "L1"),
                    )
                )
    assert answers[0] == answers[1]
