"""A small warehouse for tests: places, products, stock, orders."""

from dataclasses import dataclass

from domain import catalogue, company, orders, picking, stock
from domain.replica import Actor, Replica, Transaction
from tests.support.replicas import PROGRAM


@dataclass(frozen=True)
class Warehouse:
    """A replica with its places and products; quantities in pieces."""

    replica: Replica
    places: dict[str, bytes]
    items: dict[str, bytes]

    def receive(
        self,
        item: str,
        steps: int,
        place: str,
        lot: str = stock.NO_LOT,
        expires: str | None = None,
        *,
        serial: str | None = None,
        arrived: str | None = None,
    ) -> None:
        """Put goods from the supplier into a bin."""
        with self.replica.transaction(PROGRAM, "receive") as tx:
            stock.see_lot(tx, self.items[item], lot, expires)
            move = stock.Move(
                self.items[item],
                steps,
                self.places["supplier"],
                self.places[place],
                "receipt",
                lot,
                serial,
                arrived=arrived,
            )
            stock.post(tx, [move])

    def order(self, *wanted: tuple[str, int], **fields: object) -> bytes:
        """Enter an order of (product, pieces) at 1.00 each; give its id."""
        with self.replica.transaction(PROGRAM, "enter order") as tx:
            lines = [orders.NewLine(self.items[item], steps, 10_000) for item, steps in wanted]
            return orders.enter_order(tx, orders.NewOrder(lines, **fields))  # type: ignore[arg-type]

    def read(self, identifier: bytes) -> orders.Order:
        """Give an order as it is now."""
        with self.replica.read() as connection:
            return orders.order(connection, 1, identifier)

    def line(self, identifier: bytes, number: int = 1) -> orders.LineState:
        """Give what has become of a line."""
        return self.read(identifier).line(number).state

    def balance(self, item: str, place: str, lot: str = stock.NO_LOT) -> stock.Balance:
        """Give what lies in a bin."""
        with self.replica.read() as connection:
            return stock.balance_at(connection, 1, self.items[item], self.places[place], lot)


def _bins(tx: Transaction, count: int) -> dict[str, bytes]:
    return {
        f"B{n}": stock.create_location(tx, f"B{n}", f"Bin {n}", walk_order=100 + n)
        for n in range(1, count + 1)
    }


def build(replica: Replica, bins: int = 4) -> Warehouse:
    """Set up site 1 with bins B1, B2 … and the products PLAIN, LOTTED, SERIAL and POSTAGE."""
    with replica.transaction(PROGRAM, "open site") as tx:
        company.open_site(tx, 1, "Warehouse", "warehouse")
        new = [
            catalogue.NewProduct("PLAIN", "Plain", barcodes=("4006381333931",)),
            catalogue.NewProduct("LOTTED", "Lotted", tracking=catalogue.BY_LOT),
            catalogue.NewProduct("SERIAL", "Serial", tracking=catalogue.BY_SERIAL),
            catalogue.NewProduct("POSTAGE", "Postage", kind=catalogue.SERVICE),
        ]
        made = catalogue.create_products(tx, new)
        items = {each.sku: identifier for each, identifier in zip(new, made, strict=True)}
    with replica.transaction(PROGRAM, "set up places") as tx:
        places = company.set_up_places(tx, "warehouse")
        places |= _bins(tx, bins)
    return Warehouse(replica, places, items)


def clerk(name: str) -> Actor:
    """A person with every right."""
    return Actor(name.encode().ljust(16, b"."), name, frozenset({"*"}))


def allocate(house: Warehouse, *order_ids: bytes) -> None:
    """Promise stock to orders, each in its turn."""
    with house.replica.transaction(PROGRAM, "allocate") as tx:
        for each in order_ids:
            orders.allocate(tx, each)


def release(house: Warehouse, *order_ids: bytes) -> bytes:
    """Allocate orders and make a pick list of them; give its id."""
    allocate(house, *order_ids)
    with house.replica.transaction(PROGRAM, "release list") as tx:
        return picking.release_list(tx, list(order_ids))


def tasks(house: Warehouse, list_id: bytes) -> list[picking.PickTask]:
    """Give a list's tasks in walking order."""
    with house.replica.read() as connection:
        return picking.tasks(connection, 1, list_id)


def pick_all(house: Warehouse, *order_ids: bytes, actor: Actor = PROGRAM) -> bytes:
    """Allocate orders and pick all they were promised; give the list's id."""
    list_id = release(house, *order_ids)
    with house.replica.transaction(actor, "pick") as tx:
        for each in picking.tasks(tx.connection, 1, list_id):
            picking.pick_task_goods(tx, each.id, each.open)
    return list_id
