"""What lies open on the demo's day: web orders to pick, a delivery on its way to the ramp."""

import random
from dataclasses import dataclass

from desktop.demo.data import DemoData, DemoProduct
from desktop.demo.year import SEED, WAREHOUSE_SITE, Year

_ORDERS = 14
_FIRST_NUMBER = 48_210
_DELIVERS = "HAN"
_DELIVERED = (("SNK-008", 48), ("SNK-009", 72), ("SNK-013", 24), ("PAN-012", 48))
"""SKU and pieces."""


@dataclass(frozen=True, slots=True)
class WebOrder:
    """An order of the web shop; ``lines`` are product, steps, price of one unit."""

    reference: str
    customer: int
    minutes_ago: int
    lines: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A purchase order that comes today; ``lines`` are product and steps."""

    supplier: str
    ordered_days_ago: int
    lines: tuple[tuple[int, int], ...]


def index_of(data: DemoData, sku: str) -> int:
    """The index of a product among what is sold. Raises KeyError."""
    for number, item in enumerate(data.goods):
        if item.sku == sku:
            return number
    raise KeyError(sku)


def web_orders(data: DemoData, year: Year, seed: int = SEED) -> list[WebOrder]:
    """Orders that came in since yesterday; the last asks for more than is there."""
    chance = random.Random(seed + 1)  # noqa: S311
    stocked = [i for i in range(len(data.goods)) if _plenty(data.goods[i], year, i)]
    orders = []
    for number in range(_ORDERS):
        picked = chance.sample(stocked, chance.choice((1, 2, 2, 3, 4)))
        lines = tuple((i, _amount(data.goods[i], chance), data.goods[i].price) for i in picked)
        if number == _ORDERS - 1:
            product, _, price = lines[0]
            pack = 1000 if data.goods[product].weighed else 1
            lines = ((product, year.left(WAREHOUSE_SITE, product) + 3 * pack, price), *lines[1:])
        customer = chance.randrange(len(data.customers))
        minutes = (_ORDERS - number) * 53 + chance.randrange(40)
        orders.append(WebOrder(f"WEB-{_FIRST_NUMBER + number}", customer, minutes, lines))
    return orders


def todays_delivery(data: DemoData) -> Delivery:
    """The delivery that the clerk scans in, in whole cases."""
    found = tuple((index_of(data, sku), pieces) for sku, pieces in _DELIVERED)
    lead = next(s.lead_time_days for s in data.suppliers if s.code == _DELIVERS)
    return Delivery(_DELIVERS, lead, found)


def _plenty(item: DemoProduct, year: Year, product: int) -> bool:
    """Whether an ordinary order can be picked: serials are left to the shop."""
    enough = 2000 if item.weighed else 8
    return item.tracking != "serial" and year.left(WAREHOUSE_SITE, product) >= enough


def _amount(item: DemoProduct, chance: random.Random) -> int:
    return chance.choice((250, 250, 500)) if item.weighed else chance.choice((1, 1, 1, 2, 3))
