"""How much customers want on a day: season, weekday, growth, promotions, and chance.

All rates are whole numbers; chance comes from one ``random.Random``, so that a seed and a day
always give the same year.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.demo.data import DemoData, DemoProduct, Promotion

MICRO = 1_000_000
SHOP, WEB = "shop", "web"
_PART = {SHOP: 70, WEB: 30}
"""Percent of all purchases."""
_NEW_EVERY, _NEW_FIRST, _NEW_SPAN = 23, 60, 200
"""One product in so many is listed only during the year: from day 60 to 259."""
_CENT = 100
_DEAR = 400_000


@dataclass(frozen=True, slots=True)
class Calendar:
    """The year that ends the day before ``today``."""

    today: date
    days: int = 365

    @property
    def first(self) -> date:
        """The first day."""
        return self.today - timedelta(days=self.days)

    def day(self, number: int) -> date:
        """The day with a number, from 0."""
        return self.first + timedelta(days=number)


class Demand:
    """What is wanted, before anybody asks whether it is there."""

    def __init__(self, data: DemoData, calendar: Calendar, chance: random.Random) -> None:
        self.goods = data.goods
        self.calendar = calendar
        self._data = data
        self._chance = chance

    def rate(self, product: int, day: int, channel: str) -> int:
        """Purchases expected on a day, in millionths."""
        item = self.goods[product]
        week = self._data.shop_week if channel == SHOP else self._data.web_week
        when = self.calendar.day(day)
        if day < self.listed_from(product) or not week[when.weekday()]:
            return 0
        promotion = self.promotion(item, when)
        weekday = item.purchases * 1000 * week[when.weekday()] // sum(week)
        rate = weekday * self._season(item, when) * self._growth(day) // 1_000_000
        return rate * _PART[channel] * (promotion.lift if promotion else 100) // 10_000

    def usual(self, product: int, day: int) -> int:
        """What a buyer expects of an ordinary day about then, both channels, in 1/1,000 step."""
        item = self.goods[product]
        if day + 14 < self.listed_from(product):
            return 0
        season = self._season(item, self.calendar.day(day))
        return item.purchases * item.typical_steps * season // (7 * 10_000)

    def listed_from(self, product: int) -> int:
        """The number of the day from which the product is in the list."""
        return 0 if product % _NEW_EVERY else _NEW_FIRST + product * 37 % _NEW_SPAN

    def wanted(self, product: int, day: int, channel: str) -> list[int]:
        """The purchases of a day, each in steps."""
        count = self._arrivals(self.rate(product, day, channel))
        return [self._steps(self.goods[product], channel) for _ in range(count)]

    def price(self, product: int, day: int) -> int:
        """What one unit costs on a day, in 1/10,000: promotions end at full cents."""
        item = self.goods[product]
        promotion = self.promotion(item, self.calendar.day(day))
        if promotion is None:
            return item.price
        return item.price * (100 - promotion.discount) // (100 * _CENT) * _CENT

    def promotion(self, item: DemoProduct, when: date) -> Promotion | None:
        """The promotion that a product is in on a day."""
        for each in self._data.promotions:
            start = date(when.year, *each.start)
            if each.category == item.category and 0 <= (when - start).days < each.days:
                return each
        return None

    def _season(self, item: DemoProduct, when: date) -> int:
        """Percent of the usual demand, sliding from the middle of one month to the next."""
        months = self._data.seasons[item.season]
        here = months[when.month - 1]
        if when.day >= 15:
            return here + (months[when.month % 12] - here) * (when.day - 15) // 31
        return here + (months[when.month - 2] - here) * (15 - when.day) // 31

    def _growth(self, day: int) -> int:
        """In 1/10,000, even over the year, 1 in its middle."""
        whole = self._data.growth * 100
        return 10_000 - whole // 2 + whole * day // self.calendar.days

    def _arrivals(self, rate: int) -> int:
        """Draw a Poisson number (Knuth, TAOCP 2, 3.4.1); rates here stay below some dozens."""
        if rate <= 0:
            return 0
        floor, product, count = math.exp(-rate / MICRO), self._chance.random(), 0
        while product > floor:
            product *= self._chance.random()
            count += 1
        return count

    def _steps(self, item: DemoProduct, channel: str) -> int:
        draw = self._chance.randrange(1000)
        if item.weighed:
            if channel == WEB:
                return (100, 250, 250, 500)[draw % 4]
            return 60 + draw * 36 // 100
        if item.tracking == "serial" or item.price >= _DEAR:
            return 1 if draw < 950 else 2
        if item.category == "tableware":
            return _by_draw(draw, (480, 720, 780, 940, 950, 1000))
        many = _by_draw(draw, (700, 900, 955, 985, 990, 1000))
        return many * 6 if draw % 101 == 0 else many


def _by_draw(draw: int, bounds: Sequence[int]) -> int:
    return next(number for number, bound in enumerate(bounds, 1) if draw < bound)
