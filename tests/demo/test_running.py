"""The demo at work: the hub goes and comes back, and devices speak through their lines."""

import queue
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from desktop.demo.company import DemoPlace, build
from desktop.demo.data import load
from desktop.demo.running import (
    NAMES,
    READER,
    SCALE,
    SCANNER,
    Bench,
    DemoHub,
    element_string,
    plug_in,
    set_up_bench,
)
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE
from devices.drivers.command import Command
from devices.events import DeviceHealth, Event, Scan, TagRead
from devices.manager import DeviceManager
from devices.settings import DeviceSettings
from devices.states import DeviceState
from devices.weighing import await_stable
from domain import catalogue, company, counter, customers
from domain.barcodes import read
from domain.replica import Actor, Replica
from edge_sync.client import exchange_once
from edge_sync.errors import HubUnreachable
from edge_sync.status import unsent

CLERK = Actor.program("clerk")
PATIENCE_S = 10.0


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> DemoPlace:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        return build(tmp_path_factory.mktemp("demo") / "company", today=date(2026, 10, 5), days=7)


@pytest.fixture
def hub(place: DemoPlace) -> Iterator[DemoHub]:
    hub = DemoHub(place)
    hub.up()
    yield hub
    hub.close()


@pytest.fixture
def shop(place: DemoPlace) -> Iterator[Replica]:
    with Replica.open(place.shop) as replica:
        yield replica


@pytest.fixture
def till(place: DemoPlace) -> Iterator[Bench]:
    bench = set_up_bench(place, SHOP_SITE)
    yield bench
    bench.close()


def heard(events: "queue.SimpleQueue[Event]", kind: type[Event]) -> Event:
    """Give the next event of a kind."""
    while not isinstance(event := events.get(timeout=PATIENCE_S), kind):
        pass
    return event


def connected(bench: Bench) -> tuple[DeviceManager, "queue.SimpleQueue[Event]"]:
    """Connect a bench's devices as a station would, and wait until all are there."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    manager = DeviceManager()
    manager.subscribe(events.put)
    settings = bench.settings()
    for each in settings:
        manager.add(DeviceSettings(each.name, each.protocol, url=each.url))
    waiting = {each.name for each in settings}
    while waiting:
        event = events.get(timeout=PATIENCE_S)
        if isinstance(event, DeviceHealth) and event.state is DeviceState.ONLINE:
            waiting.discard(event.device_id)
    return manager, events


def test_what_a_station_writes_while_the_hub_is_away_waits_and_then_goes(
    hub: DemoHub, shop: Replica, till: Bench
) -> None:
    plug_in(shop, till, hub.port)
    exchange_once(shop)
    hub.down()
    with shop.transaction(CLERK, "enter customer") as tx:
        made = customers.create_customer(tx, "Ada Brandt", phone="040 66969999")
    with pytest.raises(HubUnreachable):
        exchange_once(shop)
    with shop.read() as connection:
        assert unsent(connection, shop.station) == 1
    hub.up()
    exchange_once(shop)
    with shop.read() as connection:
        assert unsent(connection, shop.station) == 0
    with hub.replica.read() as connection:
        assert customers.get(connection, made.id).name == "Ada Brandt"


def test_a_station_finds_a_hub_that_had_to_move(
    place: DemoPlace, hub: DemoHub, shop: Replica, till: Bench
) -> None:
    hub.down()
    hub.port = 0
    hub.up()
    assert hub.port != place.port
    plug_in(shop, till, hub.port)
    exchange_once(shop)


def test_a_scan_at_the_till_comes_down_the_line_and_names_the_product(
    hub: DemoHub, shop: Replica, till: Bench
) -> None:
    plug_in(shop, till, hub.port)
    with shop.read() as connection:
        assert {s.name for s in company.device_settings(connection)} == {
            NAMES[SCANNER],
            NAMES[SCALE],
        }
    chocolate = next(item for item in load().goods if item.sku == "SNK-008")
    manager, events = connected(till)
    with manager:
        till.scan(chocolate.gtin or "")
        scan = heard(events, Scan)
        assert isinstance(scan, Scan)
        till.scan(chocolate.case_gtin or "")
        case = heard(events, Scan)
        assert isinstance(case, Scan)
        till.weigh(Decimal("0.236"))
        weight = await_stable(manager, NAMES[SCALE])
    assert (scan.text, scan.aim, case.aim) == (chocolate.gtin, "]E0", "]I1")
    assert weight.value == Decimal("0.236")
    with shop.read() as connection:
        match = catalogue.find_code(connection, read(case.text, aim=case.aim).gtin14 or "")
        assert (match.product.name, match.quantity.steps) == (chocolate.name, 24)
        cart = counter.new_cart(counter.company_terms(connection), "W01", "2026-10-05")
        offered = counter.look_up(connection, SHOP_SITE, cart, read(scan.text, aim=scan.aim))
        assert offered.offer.price.price == chocolate.price


def test_the_warehouses_reader_reads_the_tags_in_its_field(place: DemoPlace) -> None:
    bench = set_up_bench(place, WAREHOUSE_SITE)
    manager, events = connected(bench)
    try:
        bench.present("30340242201d6840000f4240")
        manager.command(NAMES[READER], Command("poll_once"))
        tag = heard(events, TagRead)
        assert isinstance(tag, TagRead)
        assert tag.epc.hex() == "30340242201d6840000f4240"
    finally:
        manager.close()
        bench.close()


def test_a_pallet_label_says_goods_lot_and_last_day() -> None:
    case = next(item for item in load().goods if item.sku == "SNK-008").case_gtin or ""
    reading = read(element_string(case, "L26278C", "2027-06-30"), aim="]C1")
    assert (reading.gtin14, reading.lot) == (case, "L26278C")
    assert reading.expires == date(2027, 6, 30)
