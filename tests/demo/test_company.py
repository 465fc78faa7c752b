"""The demo company in real books: a hub and two stations that agree, and whose books are whole."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.demo.company import TODAYS_DELIVERY, DemoFolderTaken, DemoPlace, build, find
from desktop.demo.data import load
from desktop.demo.year import SHOP_SITE, WAREHOUSE_SITE, make_year
from domain import access, catalogue, counter, customers, orders, purchasing, stock
from domain.replica import Replica
from domain.replica.doctor import examine

DATA = load()
TODAY = date(2026, 10, 5)
DAYS = 42


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> DemoPlace:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERFOIL_KEYS", "file")
        return build(tmp_path_factory.mktemp("demo") / "company", today=TODAY, days=DAYS)


@pytest.fixture
def hub(place: DemoPlace) -> Iterator[Replica]:
    with Replica.open(place.hub) as replica:
        yield replica


@pytest.fixture
def warehouse(place: DemoPlace) -> Iterator[Replica]:
    with Replica.open(place.warehouse) as replica:
        yield replica


@pytest.fixture
def shop(place: DemoPlace) -> Iterator[Replica]:
    with Replica.open(place.shop) as replica:
        yield replica


def test_a_second_start_finds_what_the_first_made(place: DemoPlace) -> None:
    assert find(place.folder) == place
    assert build(place.folder, today=date(2030, 1, 1)) == place


def test_a_folder_that_holds_something_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DemoFolderTaken):
        build(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_the_doctor_finds_the_books_of_hub_and_stations_whole(
    hub: Replica, warehouse: Replica, shop: Replica
) -> None:
    for replica in (hub, warehouse, shop):
        assert {v.name: v.findings for v in examine(replica) if not v.fine} == {}


def test_what_is_on_hand_is_what_the_year_left(hub: Replica) -> None:
    year = make_year(DATA, TODAY, days=DAYS)
    with hub.read() as connection:
        for number, item in enumerate(DATA.goods):
            product = catalogue.find_sku(connection, item.sku)
            assert product is not None
            for site in (WAREHOUSE_SITE, SHOP_SITE):
                held = stock.availability(connection, site, product.id, TODAY.isoformat())
                assert held.on_hand == year.left(site, number), item.sku


def test_no_place_of_ours_is_below_zero(warehouse: Replica, shop: Replica) -> None:
    for replica in (warehouse, shop):
        with replica.read() as connection:
            assert stock.below_zero(connection, replica.site or 0) == []


def test_the_shop_has_its_sales_and_not_the_warehouses_orders(shop: Replica) -> None:
    year = make_year(DATA, TODAY, days=DAYS)
    with shop.read() as connection:
        totals = counter.sales_totals(connection, SHOP_SITE, "0001-01-01", "9999-12-31")
        assert totals.lines == len(year.sales())
        assert list(counter.broken_identities(connection, SHOP_SITE)) == []
        assert orders.counts(connection, WAREHOUSE_SITE) == {}
        assert len(catalogue.all_products(connection)) == len(DATA.products)


def test_web_orders_and_one_delivery_wait_at_the_warehouse(warehouse: Replica) -> None:
    with warehouse.read() as connection:
        assert orders.counts(connection, WAREHOUSE_SITE)[orders.CONFIRMED] == 14
        coming = [
            order
            for order in purchasing.orders(connection, WAREHOUSE_SITE)
            if order.reference == TODAYS_DELIVERY
        ]
        assert [order.status for order in coming] == [purchasing.SENT]
        assert purchasing.lead_times(connection, WAREHOUSE_SITE)


def test_users_sign_on_at_a_station_with_the_pins_that_the_demo_prints(shop: Replica) -> None:
    cashier = next(user for user in DATA.users if user.role == "cashier")
    actor = access.sign_in(shop, cashier.login, cashier.pin)
    assert actor.name == cashier.name
    assert actor.may("counter.sell")
    assert not actor.may("counter.override_price")


def test_customers_are_found_by_chinese_name_and_by_telephone(shop: Replica) -> None:
    with shop.read() as connection:
        assert [each.name for each in customers.search(connection, "王芳")] == ["王芳"]
        typed = next(each for each in DATA.customers if each.name == "王芳").phone
        phone = customers.normal_phone(typed, DATA.region)
        assert "王芳" in [each.name for each in customers.by_phone(connection, phone)]
