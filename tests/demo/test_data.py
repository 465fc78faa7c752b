"""The demo company's data is what a real company's would be: complete, unique, well-formed."""

import phonenumbers
import pytest

from desktop.demo.data import DemoProduct, load
from domain.barcodes.gtin import is_valid_gtin
from domain.customers import normal_email, normal_phone

DATA = load()


def named(sku: str) -> DemoProduct:
    return next(product for product in DATA.products if product.sku == sku)


def test_the_list_is_as_large_as_a_small_shops() -> None:
    assert 300 <= len(DATA.goods) <= 350
    assert len({product.category for product in DATA.goods}) == 12
    assert len(DATA.suppliers) == 12
    assert len(DATA.customers) == 80
    assert [user.login for user in DATA.users] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("attribute", ["sku", "name", "name_zh", "gtin"])
def test_what_tells_products_apart_is_unique(attribute: str) -> None:
    values = [getattr(product, attribute) for product in DATA.goods]
    assert len(set(values)) == len(values)


def test_every_barcode_is_valid_and_in_the_prefix_for_demonstrations() -> None:
    codes = [product.gtin for product in DATA.goods] + [
        product.case_gtin for product in DATA.goods if product.case
    ]
    assert all(code and is_valid_gtin(code) for code in codes)
    assert all(code and code[-13:].startswith("952") for code in codes)
    assert len(set(codes)) == len(codes)


def test_a_case_has_a_code_of_its_own_made_from_the_pieces() -> None:
    chocolate = named("SNK-008")
    assert chocolate.case == 24
    assert chocolate.gtin is not None
    assert chocolate.case_gtin is not None
    assert chocolate.case_gtin[:13] == "1" + chocolate.gtin[:12]


def test_a_variant_belongs_to_a_style_that_is_not_sold_itself() -> None:
    mug = named("TAB-008-SAG")
    assert (mug.name, mug.name_zh) == ("Stoneware mug, sage", "陶制马克杯（鼠尾草绿）")
    assert mug.attributes == {"colour": "sage"}
    assert mug.style_of == "TAB-008"
    assert not named("TAB-008").sold


def test_every_name_is_there_in_chinese() -> None:
    for product in DATA.products:
        assert any("\u4e00" <= c <= "\u9fff" for c in product.name_zh), product.sku


def test_prices_cover_costs_after_tax_and_every_promotion() -> None:
    rates = {code: rate for code, _, rate in DATA.tax_classes}
    deepest = {p.category: p.discount for p in DATA.promotions}
    for product in DATA.goods:
        paid = product.price * (100 - deepest.get(product.category, 0)) // 100
        assert paid * 10_000 // (10_000 + rates[product.tax]) > product.cost, product.sku


def test_products_name_suppliers_and_seasons_that_exist() -> None:
    assert {p.supplier for p in DATA.products} == {s.code for s in DATA.suppliers}
    assert {p.season for p in DATA.products} <= set(DATA.seasons)


def test_lots_have_a_shelf_life_and_weighed_goods_have_grams() -> None:
    for product in DATA.goods:
        assert (product.shelf_life_days is not None) == (product.tracking == "lot"), product.sku
        assert product.decimals == (3 if product.unit == "kg" else 0)
    assert any(product.tracking == "serial" for product in DATA.goods)


def test_customers_can_be_entered_as_they_stand() -> None:
    for customer in DATA.customers:
        assert customer.phone or customer.email, customer.name
        if customer.phone:
            number = phonenumbers.parse(normal_phone(customer.phone, DATA.region))
            assert phonenumbers.is_valid_number(number), customer.phone
        if customer.email:
            assert normal_email(customer.email).endswith(
                ("@example.com", "@example.org", "@example.net")
            )


def test_the_walk_turns_at_the_end_of_an_aisle() -> None:
    assert [bin_.code for bin_ in DATA.bins[28:32]] == ["A-10-2", "A-10-3", "B-10-1", "B-10-2"]
    orders = [bin_.walk_order for bin_ in DATA.bins]
    assert orders == sorted(set(orders))
