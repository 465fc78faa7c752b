"""The demo's year could have been: its books balance, and it has seasons, gaps and lateness."""

from collections import Counter
from datetime import date

import pytest

from desktop.demo.data import load
from desktop.demo.demand import SHOP, WEB
from desktop.demo.today import index_of, todays_delivery, web_orders
from desktop.demo.year import (
    OPENING,
    RECEIPT,
    SHOP_SITE,
    TRANSFER,
    WAREHOUSE_SITE,
    WRITE_OFF,
    Year,
    make_year,
)

DATA = load()
TODAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def year() -> Year:
    return make_year(DATA, TODAY)


def test_the_same_day_gives_the_same_year() -> None:
    first, again = (make_year(DATA, TODAY, days=60) for _ in range(2))
    assert (first.entries, first.tickets, first.purchases) == (
        again.entries,
        again.tickets,
        again.purchases,
    )
    assert make_year(DATA, TODAY, seed=1, days=60).tickets != first.tickets


def test_what_is_left_is_what_came_less_what_went_and_never_below_zero(year: Year) -> None:
    steps = [
        (entry.day, _order(entry.kind), site, entry.parcel, sign)
        for entry in year.entries
        for site, sign in _effects(entry.kind, entry.site)
    ]
    for ticket in year.tickets:
        site = SHOP_SITE if ticket.channel == SHOP else WAREHOUSE_SITE
        steps += [(ticket.day, 9, site, parcel, -1) for parcel, _ in ticket.lines]
    left: Counter[tuple[int, int, str, str | None]] = Counter()
    for *_, site, parcel, sign in sorted(steps, key=lambda step: step[:2]):
        place = (site, parcel.product, parcel.lot, parcel.serial)
        left[place] += sign * parcel.steps
        assert left[place] >= 0
    for (site, product), parcels in year.stock.items():
        assert sum(p.steps for p in parcels) == sum(
            steps for place, steps in left.items() if place[:2] == (site, product)
        )


def _order(kind: str) -> int:
    return (OPENING, RECEIPT, WRITE_OFF, TRANSFER).index(kind)


def _effects(kind: str, site: int) -> list[tuple[int, int]]:
    if kind == TRANSFER:
        return [(WAREHOUSE_SITE, -1), (SHOP_SITE, 1)]
    return [(site, -1 if kind == WRITE_OFF else 1)]


def test_nothing_is_sold_after_its_last_day(year: Year) -> None:
    for ticket in year.tickets:
        day = year.calendar.day(ticket.day).toordinal()
        assert all(not parcel.expires or parcel.expires >= day for parcel, _ in ticket.lines)


def test_a_serial_number_goes_out_once(year: Year) -> None:
    gone = [p.serial for t in year.tickets for p, _ in t.lines if p.serial]
    assert len(gone) > 50
    assert len(set(gone)) == len(gone)


def test_the_shop_is_closed_on_sundays_and_busiest_on_saturdays(year: Year) -> None:
    days = Counter(year.calendar.day(day).weekday() for day, *_ in year.sales())
    assert days[6] == 0
    assert days[5] > days[4] > days[0]


def test_seeds_sell_in_spring_and_wool_in_winter(year: Year) -> None:
    def months(sku: str) -> Counter[int]:
        product = index_of(DATA, sku)
        sold = year.sales() + year.sales(WEB)
        return Counter(year.calendar.day(day).month for day, i, *_ in sold if i == product)

    seeds, tea = months("GAR-008"), months("TEA-018")
    assert seeds[3] > 3 * seeds[10]
    assert tea[1] + tea[12] > tea[6] + tea[7]


def test_promotions_are_cheaper_and_sell_more(year: Year) -> None:
    tea = {i for i, item in enumerate(DATA.goods) if item.category == "tea"}
    cheap = Counter(
        day for day, i, _, price in year.sales() if i in tea and price < DATA.goods[i].price
    )
    assert {year.calendar.day(day).strftime("%m-%d") for day in cheap} <= {
        f"02-{day:02d}" for day in range(9, 16)
    }
    usual = Counter(day for day, i, *_ in year.sales() if i in tea)
    assert sum(cheap.values()) / len(cheap) > 1.3 * sum(usual.values()) / len(usual)


def test_some_items_run_out_and_some_orders_are_late_or_still_open(year: Year) -> None:
    assert 1000 < len(year.lost) < 8000
    late = [p for p in year.purchases if p.arrives > p.due]
    assert 0.1 < len(late) / len(year.purchases) < 0.8
    assert any(p.arrives >= year.calendar.days for p in year.purchases)


def test_todays_orders_can_be_picked_but_for_the_last(year: Year) -> None:
    orders = web_orders(DATA, year)
    short = [
        order.reference
        for order in orders
        if any(steps > year.left(WAREHOUSE_SITE, i) for i, steps, _ in order.lines)
    ]
    assert short == [orders[-1].reference]
    assert orders == web_orders(DATA, year)


def test_todays_delivery_comes_in_whole_cases() -> None:
    for product, steps in todays_delivery(DATA).lines:
        assert steps % DATA.goods[product].case == 0
