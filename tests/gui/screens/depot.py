"""A founded warehouse for the screens of orders and picking: bins, goods, prices, people."""

from desktop.founding import Founding, furnish
from domain import access, catalogue, stock
from domain.catalogue import NewPrice, NewProduct
from domain.replica import Actor, Replica
from tests.support.replicas import PROGRAM
from tests.support.warehouse import Warehouse

TEA, MUG = "4006381333931", "9501101530003"


def build_depot(replica: Replica) -> Warehouse:
    """Found site 1 with bins A1 to A3 and the products TEA (lots), MUG, RICE (kg) and LAMP."""
    furnish(replica, Founding("Harbour", site="Depot", kind="warehouse", pin="280461"))
    new = [
        NewProduct("TEA", "Green tea", "绿茶", tracking=catalogue.BY_LOT, barcodes=[TEA]),
        NewProduct("MUG", "Mug", "马克杯", barcodes=[MUG]),
        NewProduct("RICE", "Rice, loose", unit="kg", decimals=3, weighed=True),
        NewProduct("LAMP", "Lamp", tracking=catalogue.BY_SERIAL),
    ]
    with replica.transaction(PROGRAM, "goods") as tx:
        made = catalogue.create_products(tx, new)
        items = {each.sku: item for each, item in zip(new, made, strict=True)}
        prices = catalogue.price_lists(tx.connection)
        listed = [NewPrice(items["TEA"], 35_000), NewPrice(items["MUG"], 80_000)]
        catalogue.set_prices(tx, prices["RETAIL"], listed)
    with replica.transaction(PROGRAM, "bins") as tx:
        for number in (1, 2, 3):
            stock.create_location(tx, f"A{number}", f"Bin {number}", walk_order=100 + number)
    with replica.read() as connection:
        places = {place.code: place.id for place in stock.locations(connection, 1)}
        places["supplier"] = stock.find_usage(connection, 1, stock.SUPPLIER).id
    return Warehouse(replica, places, items)


def person(replica: Replica, role: str, name: str, pin: str = "739205") -> Actor:
    """Somebody with a standard role."""
    with replica.transaction(PROGRAM, "staff") as tx:
        roles = {each.code: each.id for each in access.roles(tx.connection)}
        user = access.create_user(tx, name, name.lower(), roles=[roles[role]], pin=pin)
        return access.actor_of(tx.connection, user.id)
