"""Importing customers, suppliers and their terms."""

from pathlib import Path

from domain import customers, purchasing
from domain.importing import Settings
from domain.replica import Replica
from tests.domain.importing.world import ask, bring, heads, problems, write

CUSTOMERS = """
    会员号,姓名,手机,邮箱,语言
    7,王小明,+86 138 0013 8000,,中文
    8,Ann Lee,0151 12345678,Ann@X.org,en
    8,Ann Lee,0151 12345678,ann@x.org,en
    9,Bob,,bob@x,
    10,,,,
"""
SUPPLIERS = """
    Vendor code,Vendor name,Lead time days,Minimum order,Tolerance,Active
    ACME,Acme Bikes,14,250.00,2.5,1
    acme,Acme again,1,,,1
    OLD,Old Firm,,,,0
"""


def test_customers_with_normal_phones_and_addresses(shop: Replica, tmp_path: Path) -> None:
    report = bring(shop, write(tmp_path, "c.csv", CUSTOMERS))
    assert report.imported == {"customers": 2}
    assert problems(report) == [
        (4, "", "repeated"),
        (6, "姓名", "value_missing"),
        (5, "", "row_refused"),
    ]
    with shop.read() as connection:
        ann = customers.by_email(connection, "ann@x.org")[0]
        wang = customers.by_phone(connection, "+8613800138000")[0]
    assert (ann.name, ann.phone) == ("Ann Lee", "+4915112345678")
    assert (wang.name, wang.language) == ("王小明", "zh_CN")


def test_customers_of_two_systems_are_told_apart_by_the_source(
    shop: Replica, tmp_path: Path
) -> None:
    path = write(tmp_path, "c.csv", CUSTOMERS)
    bring(shop, path, settings=Settings(source="till"))
    before = heads(shop)
    assert bring(shop, path, settings=Settings(source="till")).total == 0
    assert heads(shop) == before
    assert bring(shop, path, settings=Settings(source="web shop")).total == 2


def test_customers_without_numbers_are_known_by_what_is_said(shop: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "c.csv", "Name,Phone\nAnn,0151 12345678\nBob,")
    assert bring(shop, path).total == 2
    assert bring(shop, path).already == {"customers": 2}


def test_suppliers_and_what_they_sell(shop: Replica, tmp_path: Path) -> None:
    report = bring(shop, write(tmp_path, "s.csv", SUPPLIERS))
    assert report.imported == {"suppliers": 2}
    assert problems(report) == [(3, "", "repeated")]
    bring(shop, write(tmp_path, "p.csv", "sku,name,unit\nB1,Bell,pc\nR1,Rice,kg"))
    terms = write(
        tmp_path,
        "t.csv",
        """
        Supplier,SKU,Price,Lead time,MOQ,Max order qty
        ACME,B1,4.5025,17,10,500
        ACME,R1,1.2,,2.5,
        ACME,R1,1.2,,2.5,
        NOBODY,B1,1,,,
        ACME,B9,1,,,
        """,
    )
    done = bring(shop, terms, "supplier_items")
    assert done.imported == {"supplier items": 2}
    assert problems(done) == [
        (4, "", "repeated"),
        (5, "Supplier", "not_found_here"),
        (6, "SKU", "not_found_here"),
    ]
    with shop.read() as connection:
        acme = purchasing.find_supplier(connection, "ACME")
        assert acme is not None
        assert (acme.lead_time_days, acme.minimum_order_amount, acme.over_tolerance) == (
            14,
            25_000,
            250,
        )
        bell, rice = sorted(purchasing.items_of(connection, acme.id), key=lambda t: -t.price)
    assert (bell.price, bell.lead_time_days, bell.min_quantity) == (45_025, 17, 10)
    assert (rice.lead_time_days, rice.min_quantity) == (14, 2_500)  # grams
    assert ask(shop, "SELECT archived FROM supplier WHERE code = 'OLD'") == 1
    before = heads(shop)
    assert bring(shop, terms, "supplier_items").total == 0
    assert heads(shop) == before
