"""A dock: the places, a few products, orders that wait for goods."""

from dataclasses import dataclass, field

from domain import catalogue, purchasing, receiving, stock
from domain.catalogue import Product
from domain.replica import Actor, Replica

PROGRAM = Actor.program("test")
CLERK = Actor(b"\x01" * 16, "Cleo", frozenset({"receiving.receive", "stock.move"}))
VISITOR = Actor(b"\x02" * 16, "Vic")

PRODUCTS = {
    "tea": catalogue.NewProduct("TEA", "Green tea", cost=100_000),
    "cup": catalogue.NewProduct("CUP", "Cup", cost=20_000),
    "rice": catalogue.NewProduct("RICE", "Rice", unit="kg", decimals=3, cost=15_000),
    "milk": catalogue.NewProduct("MILK", "Milk", tracking=catalogue.BY_LOT),
    "scale": catalogue.NewProduct("SCALE", "Scale", tracking=catalogue.BY_SERIAL),
}


@dataclass(frozen=True, slots=True)
class Dock:
    """What was set up: products by name, the supplier, the receiving place, two bins."""

    replica: Replica
    products: dict[str, Product]
    supplier: bytes
    place: bytes
    bins: dict[str, bytes] = field(default_factory=dict)

    def order(self, *lines: tuple[str, int], tolerance: int = 0) -> bytes:
        """Make and send an order of (product, steps)."""
        new = tuple(
            purchasing.NewLine(
                *(self.products[name].id, steps, self.products[name].cost or 10_000),
                self.products[name].steps_per_unit,
                tolerance=tolerance,
            )
            for name, steps in lines
        )
        with self.replica.transaction(PROGRAM, "order") as tx:
            whole = purchasing.NewOrder(self.supplier, "EUR", new, sent_day="2026-03-02")
            return purchasing.create_orders(tx, [whole])[0]

    def open(self, order: bytes) -> bytes:
        """Open a receipt for an order."""
        with self.replica.transaction(CLERK, "open receipt") as tx:
            return receiving.open_receipt(tx, order)

    def scan(
        self,
        receipt: bytes,
        name: str,
        steps: int,
        *,
        rejected: int = 0,
        reject_reason: str | None = None,
        lot: str = "",
        expires: str | None = None,
        serial: str | None = None,
    ) -> receiving.Scanned:
        """Scan goods to a receipt, as the clerk."""
        with self.replica.transaction(CLERK, "scan") as tx:
            return receiving.receive_scan(
                *(tx, receipt, self.products[name], steps),
                rejected=rejected,
                reject_reason=reject_reason,
                lot=lot,
                expires=expires,
                serial=serial,
            )

    def status(self, order: bytes) -> str:
        """Give an order's status."""
        with self.replica.read() as connection:
            return purchasing.order(connection, 1, order).status

    def on_hand(self, name: str) -> int:
        """Give what is here of a product, in steps."""
        with self.replica.read() as connection:
            return stock.on_hand(connection, 1).get(self.products[name].id, 0)


def set_up(replica: Replica, codes: tuple[str, ...] = ("A-1", "A-2")) -> Dock:
    """Make the products, the supplier, the places of the site with bins of these codes."""
    with replica.transaction(PROGRAM, "products") as tx:
        identifiers = catalogue.create_products(tx, PRODUCTS.values())
        supplier = purchasing.create_supplier(tx, purchasing.NewSupplier("ACME", "Acme"))
    with replica.transaction(PROGRAM, "places") as tx:
        stock.set_up_outside(tx)
        place = receiving.set_up_receiving(tx)
        bins = {
            code: stock.create_location(tx, code, code, walk_order=number)
            for number, code in enumerate(codes, 1)
        }
    with replica.read() as connection:
        found = catalogue.products(connection, identifiers)
    products = dict(zip(PRODUCTS, (found[i] for i in identifiers), strict=True))
    return Dock(replica, products, supplier, place, bins)
