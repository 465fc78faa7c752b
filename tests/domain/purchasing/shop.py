"""A small company that buys: one product, one supplier, its terms."""

from dataclasses import dataclass

from domain import catalogue, purchasing
from domain.replica import Actor, Replica

PROGRAM = Actor.program("test")
BUYER = Actor(b"\x01" * 16, "Bea", frozenset({"purchasing.order"}))
VISITOR = Actor(b"\x02" * 16, "Vic")


@dataclass(frozen=True, slots=True)
class Shop:
    """The ids of what was set up."""

    product: bytes
    supplier: bytes


def set_up(replica: Replica, *, terms: bool = False, minimum: int | None = None) -> Shop:
    """Make a product (10.0000 a piece) and a supplier; with ``terms``, packs of 6 from 12 to 60."""
    with replica.transaction(PROGRAM, "set up") as tx:
        new = catalogue.NewProduct("TEA-1", "Green tea", cost=100_000)
        product = catalogue.create_product(tx, new)
        supplier = purchasing.create_supplier(
            tx,
            purchasing.NewSupplier(
                "ACME", "Acme Tea", lead_time_days=7, minimum_order_amount=minimum
            ),
        )
        if terms:
            purchasing.set_supplier_item(
                tx,
                purchasing.NewTerms(
                    supplier,
                    product,
                    90_000,
                    min_quantity=12,
                    max_quantity=60,
                    pack_steps=6,
                    over_tolerance=200,
                ),
            )
    return Shop(product, supplier)


def draft(replica: Replica, shop: Shop, *quantities: int) -> bytes:
    """Make a draft order with a line for each quantity."""
    with replica.transaction(PROGRAM, "order") as tx:
        order = purchasing.create_order(tx, shop.supplier)
        for quantity in quantities:
            purchasing.add_line(tx, order, shop.product, quantity)
    return order


def sent(replica: Replica, shop: Shop, *quantities: int) -> bytes:
    """Make an order with a line for each quantity and send it."""
    order = draft(replica, shop, *quantities)
    with replica.transaction(PROGRAM, "send order") as tx:
        purchasing.send_order(tx, order)
    return order
