"""A year of trade as plain data: buying, storing, selling, running out, throwing away.

The generator keeps its own small books, so that the year is one that could have been: nothing is
sold that was not there, oldest lots go first, suppliers are late, and some items run out.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from desktop.demo.data import DemoData, DemoProduct
from desktop.demo.demand import SHOP, WEB, Calendar, Demand

WAREHOUSE_SITE, SHOP_SITE = 1, 2
SEED = 20_260_214

OPENING, RECEIPT, TRANSFER = "opening", "receipt", "transfer"
SALE, SHIP, WRITE_OFF = "sale", "ship", "write_off"

_RESTOCK_WEEKDAYS = (1, 4)
_SHOP_DAYS = 12
_COVER_DAYS = 24


class Parcel(NamedTuple):
    """Goods of one lot, or one serial number. ``expires`` is the ordinal of the last good day."""

    product: int
    steps: int
    lot: str = ""
    expires: int = 0
    serial: str | None = None

    @property
    def good_until(self) -> str | None:
        """The last day on which it is good (ISO)."""
        return date.fromordinal(self.expires).isoformat() if self.expires else None


class Entry(NamedTuple):
    """One thing that happened to stock. ``price`` is of one unit: paid, or what it cost us.

    A transfer stands with the site that it comes to.
    """

    day: int
    kind: str
    site: int
    parcel: Parcel
    price: int = 0
    purchase: int = -1
    """Index of the purchase that a receipt belongs to."""


@dataclass(slots=True)
class Purchase:
    """An order to a supplier. Days are numbers of the year; one past its end is still open."""

    supplier: str
    ordered: int
    due: int
    arrives: int
    lines: list[tuple[int, int]]
    """Product and steps."""


class Ticket(NamedTuple):
    """A customer's purchase: lines sold together. ``customer`` is an index or -1."""

    day: int
    minute: int
    channel: str
    customer: int
    card: bool
    lines: tuple[tuple[Parcel, int], ...]
    """Goods and the price of one unit."""


@dataclass(slots=True)
class Year:
    """What happened. Read ``entries`` for stock, ``tickets`` for money, ``purchases`` for buying.

    Sales and shipments are in the tickets alone.
    """

    calendar: Calendar
    entries: list[Entry] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    lost: list[tuple[int, int, int]] = field(default_factory=list)
    """Site, product and day on which somebody asked in vain."""
    stock: dict[tuple[int, int], list[Parcel]] = field(default_factory=dict)
    """Site and product to what is left at the end."""

    def sales(self, channel: str = SHOP) -> list[tuple[int, int, int, int]]:
        """Day number, product index, steps, unit price: every line sold over a channel."""
        return [
            (ticket.day, parcel.product, parcel.steps, price)
            for ticket in self.tickets
            if ticket.channel == channel
            for parcel, price in ticket.lines
        ]

    def left(self, site: int, product: int) -> int:
        """Steps left at a site."""
        return sum(parcel.steps for parcel in self.stock.get((site, product), ()))


def make_year(data: DemoData, today: date, seed: int = SEED, days: int = 365) -> Year:
    """Let a year pass that ends yesterday; the same arguments give the same year."""
    return _Trade(data, Calendar(today, days), random.Random(seed)).run()  # noqa: S311


class _Trade:
    """The year while it happens."""

    def __init__(self, data: DemoData, calendar: Calendar, chance: random.Random) -> None:
        self.data = data
        self.goods: Sequence[DemoProduct] = data.goods
        self.chance = chance
        self.demand = Demand(data, calendar, chance)
        self.year = Year(calendar)
        self.stock: dict[tuple[int, int], list[Parcel]] = defaultdict(list)
        self.awaited: dict[int, list[int]] = defaultdict(list)
        self.coming: dict[int, int] = defaultdict(int)
        self.serials: dict[int, int] = defaultdict(int)

    def run(self) -> Year:
        """Open both sites, live through the days, and give what happened."""
        self._open()
        for day in range(self.year.calendar.days):
            weekday = self.year.calendar.day(day).weekday()
            self._arrive(day)
            self._throw_away(day)
            if weekday in _RESTOCK_WEEKDAYS:
                self._restock(day)
            for channel, site in ((SHOP, SHOP_SITE), (WEB, WAREHOUSE_SITE)):
                self._sell(day, channel, site)
            self._order(day, weekday)
        self.year.stock = {place: parcels for place, parcels in self.stock.items() if parcels}
        return self.year

    def _open(self) -> None:
        for product in range(len(self.goods)):
            if self.demand.listed_from(product):
                continue
            lead = self._lead(product)
            far = self._expected(product, 0, self._cover(product, lead + _COVER_DAYS))
            amounts = ((WAREHOUSE_SITE, far), (SHOP_SITE, self._shop_target(product, 0)))
            for site, steps in amounts:
                for parcel in self._parcels(product, self._round_up(product, steps), -20):
                    self._put(site, parcel)
                    cost = self.goods[product].cost
                    self.year.entries.append(Entry(0, OPENING, site, parcel, cost))

    def _arrive(self, day: int) -> None:
        for number in self.awaited.pop(day, ()):
            purchase = self.year.purchases[number]
            for product, ordered in purchase.lines:
                self.coming[product] -= ordered
                steps = ordered
                if self.chance.randrange(100) < 4:
                    steps = self._round_down(
                        product, ordered * self.chance.randrange(60, 96) // 100
                    )
                cost = self.goods[product].cost
                for parcel in self._parcels(product, steps, day):
                    self._put(WAREHOUSE_SITE, parcel)
                    self.year.entries.append(
                        Entry(day, RECEIPT, WAREHOUSE_SITE, parcel, cost, number)
                    )

    def _throw_away(self, day: int) -> None:
        """Write off the evening's expired lots in the morning after their last good day."""
        today = self.year.calendar.day(day).toordinal()
        for (site, _), parcels in self.stock.items():
            while parcels and parcels[0].expires and parcels[0].expires < today:
                self.year.entries.append(Entry(day, WRITE_OFF, site, parcels.pop(0)))

    def _restock(self, day: int) -> None:
        for product in range(len(self.goods)):
            target = self._shop_target(product, day)
            here = self._left(SHOP_SITE, product)
            if here * 10 >= target * 6:
                continue
            for parcel in self._take(WAREHOUSE_SITE, product, target - here):
                self._put(SHOP_SITE, parcel)
                self.year.entries.append(Entry(day, TRANSFER, SHOP_SITE, parcel))

    def _sell(self, day: int, channel: str, site: int) -> None:
        taken: list[tuple[Parcel, int]] = []
        for product in range(len(self.goods)):
            for steps in self.demand.wanted(product, day, channel):
                price = self.demand.price(product, day)
                parcels = list(self._take(site, product, steps))
                taken += [(parcel, price) for parcel in parcels]
                if sum(parcel.steps for parcel in parcels) < steps:
                    self.year.lost.append((site, product, day))
        self.chance.shuffle(taken)
        tickets: list[Ticket] = []
        while taken:
            size = self.chance.choice((1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6))
            lines, taken = tuple(taken[:size]), taken[size:]
            tickets.append(self._ticket(day, channel, lines))
        self.year.tickets += sorted(tickets, key=lambda ticket: ticket.minute)

    def _ticket(self, day: int, channel: str, lines: tuple[tuple[Parcel, int], ...]) -> Ticket:
        known = channel == WEB or self.chance.randrange(100) < 22
        return Ticket(
            day,
            self.chance.randrange(9 * 60, 19 * 60),
            channel,
            self.chance.randrange(len(self.data.customers)) if known else -1,
            self.chance.randrange(100) < 58,
            lines,
        )

    def _order(self, day: int, weekday: int) -> None:
        for number, supplier in enumerate(self.data.suppliers):
            if number % 5 != weekday:
                continue
            own = [i for i, item in enumerate(self.goods) if item.supplier == supplier.code]
            lead = supplier.lead_time_days
            lines = {
                product: steps for product in own if (steps := self._needed(product, day, lead))
            }
            if not lines:
                continue
            for product in sorted(own, key=lambda i: (self._position(i), i)):
                if self._worth(lines) >= supplier.minimum_order * 100:
                    break
                lines.setdefault(product, self._round_up(product, 1))
            if self._worth(lines) >= supplier.minimum_order * 100:
                self._send(day, supplier.code, lead, sorted(lines.items()))

    def _send(self, day: int, supplier: str, lead: int, lines: list[tuple[int, int]]) -> None:
        late = self.chance.choice((-1, 0, 0, 0, 0, 1, 1, 2, 4)) * max(lead // 7, 1)
        arrives = self._working_day(day + max(lead + late, 1))
        due = self._working_day(day + lead)
        self.awaited[arrives].append(len(self.year.purchases))
        self.year.purchases.append(Purchase(supplier, day, due, arrives, lines))
        for product, steps in lines:
            self.coming[product] += steps

    def _working_day(self, day: int) -> int:
        weekday = self.year.calendar.day(day).weekday()
        return day if weekday < 5 else day + 7 - weekday

    def _needed(self, product: int, day: int, lead: int) -> int:
        """How much to order: none while what is there and comes lasts until the next chance."""
        position = self._position(product)
        if position > self._expected(product, day, lead + 12):
            return 0
        wanted = self._expected(product, day, self._cover(product, lead + 7 + _COVER_DAYS))
        return self._round_up(product, wanted - position) if wanted > position else 0

    def _expected(self, product: int, day: int, days: int) -> int:
        """Steps that a buyer expects to sell in so many days, looking a little ahead."""
        weeks = range(day, day + days, 7)
        whole = sum(
            self.demand.usual(product, ahead) * min(7, day + days - ahead) for ahead in weeks
        )
        return whole // 1000

    def _cover(self, product: int, days: int) -> int:
        shelf = self.goods[product].shelf_life_days
        return days if shelf is None else min(days, max(shelf // 2, 14))

    def _shop_target(self, product: int, day: int) -> int:
        least = 400 if self.goods[product].weighed else 2
        expected = self._expected(product, day, _SHOP_DAYS) * 7 // 10
        return max(expected, least) if self.demand.usual(product, day) else 0

    def _position(self, product: int) -> int:
        here = self._left(WAREHOUSE_SITE, product) + self._left(SHOP_SITE, product)
        return here + self.coming[product]

    def _left(self, site: int, product: int) -> int:
        return sum(parcel.steps for parcel in self.stock[site, product])

    def _worth(self, lines: dict[int, int]) -> int:
        """Value in 1/10,000."""
        return sum(
            steps * self.goods[i].cost // 10 ** self.goods[i].decimals for i, steps in lines.items()
        )

    def _lead(self, product: int) -> int:
        code = self.goods[product].supplier
        return next(s.lead_time_days for s in self.data.suppliers if s.code == code)

    def _pack(self, product: int) -> int:
        item = self.goods[product]
        return 500 if item.weighed else max(item.case, 1)

    def _round_up(self, product: int, steps: int) -> int:
        pack = self._pack(product)
        return -(-steps // pack) * pack

    def _round_down(self, product: int, steps: int) -> int:
        return steps // 100 * 100 if self.goods[product].weighed else steps

    def _put(self, site: int, parcel: Parcel) -> None:
        parcels = self.stock[site, parcel.product]
        for place, other in enumerate(parcels):
            same = (other.lot, other.expires) == (parcel.lot, parcel.expires)
            if same and parcel.serial is None:
                parcels[place] = other._replace(steps=other.steps + parcel.steps)
                return
        parcels.append(parcel)
        parcels.sort(key=lambda each: (each.expires == 0, each.expires))

    def _take(self, site: int, product: int, steps: int) -> Iterator[Parcel]:
        """Take what is there, first what expires first."""
        parcels = self.stock[site, product]
        while parcels and steps > 0:
            first = parcels[0]
            taken = min(first.steps, steps)
            steps -= taken
            yield first._replace(steps=taken)
            if taken == first.steps:
                parcels.pop(0)
            else:
                parcels[0] = first._replace(steps=first.steps - taken)

    def _parcels(self, product: int, steps: int, day: int) -> list[Parcel]:
        """Goods as they come in on a day: with a new lot, or a serial number each."""
        item, when = self.goods[product], self.year.calendar.day(day)
        if item.tracking == "serial":
            return [
                Parcel(product, 1, serial=self._serial(product, when.year)) for _ in range(steps)
            ]
        if item.tracking == "lot" and item.shelf_life_days:
            life = item.shelf_life_days * self.chance.randrange(70, 96) // 100
            letter = "ABCDEF"[product % 6]
            lot = f"L{when.year % 100}{when.timetuple().tm_yday:03d}{letter}"
            expires = (when + timedelta(days=life)).toordinal()
            return [Parcel(product, steps, lot, expires)] if steps else []
        return [Parcel(product, steps)] if steps else []

    def _serial(self, product: int, year: int) -> str:
        self.serials[product] += 1
        return f"{self.goods[product].sku.replace('-', '')}{year % 100}{self.serials[product]:04d}"
