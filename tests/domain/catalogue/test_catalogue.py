"""Products, their codes and their prices."""

import pytest

from domain import catalogue
from domain.catalogue import (
    AmbiguousBarcode,
    InvalidProduct,
    NewPrice,
    NewProduct,
    NoPrice,
    SkuTaken,
    UnknownBarcode,
)
from domain.errors import NotPermitted
from domain.replica import Actor, Replica, run
from domain.values import Factor, Quantity
from tests.support.replicas import PROGRAM

TEA = NewProduct("Tea-1", "Green tea, loose", "散装绿茶", unit="kg", decimals=3, weighed=True)
MUG = NewProduct("MUG", "Mug", "马克杯", barcodes=["4006381333931"])


def make(replica: Replica, new: NewProduct) -> bytes:
    with replica.transaction(PROGRAM, "create product") as tx:
        return catalogue.create_product(tx, new)


def test_a_sku_is_one_item_whatever_its_case(replica: Replica) -> None:
    make(replica, TEA)
    with pytest.raises(SkuTaken, match="Tea-1"):
        make(replica, NewProduct("tea-1", "Another"))
    with replica.read() as connection:
        found = catalogue.find_sku(connection, " TEA-1 ")
        assert found is not None
        assert found.name == "Green tea, loose"


@pytest.mark.parametrize(
    "code", ["036000291452", "0036000291452", "00036000291452"], ids=["UPC-A", "EAN-13", "GTIN-14"]
)
def test_leading_zeros_never_matter(replica: Replica, code: str) -> None:
    make(replica, NewProduct("GUM", "Gum", barcodes=["0036000291452"]))
    with replica.read() as connection:
        assert catalogue.find_code(connection, code).product.sku == "GUM"


def test_a_code_that_is_given_up_names_the_other_product_alone(replica: Replica) -> None:
    make(replica, MUG)
    make(replica, NewProduct("CUP", "Cup", barcodes=["4006381333931"]))
    with replica.transaction(PROGRAM, "decide") as tx:
        newest = run(tx.connection, "SELECT max(id) FROM barcode").scalar()
        catalogue.give_up_barcode(tx, newest)
    with replica.read() as connection:
        assert catalogue.find_code(connection, "4006381333931").product.sku == "MUG"
        assert run(connection, "SELECT count(*) FROM conflict").scalar() == 0


def test_codes_match_exactly_and_never_by_a_part(replica: Replica) -> None:
    make(replica, MUG)
    with replica.read() as connection:
        for code in ("0000", "400638133393", "4006381333932", ""):
            with pytest.raises(UnknownBarcode):
                catalogue.find_code(connection, code)


def test_a_case_has_its_own_code_and_counts_twelve(replica: Replica) -> None:
    mug = make(replica, MUG)
    with replica.transaction(PROGRAM, "add pack") as tx:
        catalogue.add_pack(tx, mug, "case", "Case of 12", Factor(12), ["14006381333938"])
    with replica.read() as connection:
        match = catalogue.find_code(connection, "14006381333938")
        assert (match.product.sku, match.quantity) == ("MUG", Quantity(12))
        assert catalogue.find_code(connection, "4006381333931").quantity == Quantity(1)


def test_a_code_on_two_products_asks_and_goes_to_the_inbox(replica: Replica) -> None:
    make(replica, MUG)
    make(replica, NewProduct("CUP", "Cup", barcodes=["4006381333931"]))
    with replica.read() as connection:
        with pytest.raises(AmbiguousBarcode, match="2 products"):
            catalogue.find_code(connection, "4006381333931")
        assert len(catalogue.matches(connection, "4006381333931")) == 2
        assert run(connection, "SELECT kind, table_name FROM conflict").all() == [
            ("duplicate", "barcode")
        ]


@pytest.mark.parametrize("text", ["loose gre", "tea", "绿茶", "茶绿", "Tea-1", "散装"])
def test_search_as_you_type_in_both_languages(replica: Replica, text: str) -> None:
    make(replica, TEA)
    make(replica, MUG)
    with replica.read() as connection:
        assert [p.sku for p in catalogue.find_products(connection, text)] == ["Tea-1"]


def test_an_edited_product_is_found_by_its_new_name_only(replica: Replica) -> None:
    mug = make(replica, MUG)
    with replica.transaction(PROGRAM, "edit product") as tx:
        catalogue.edit_product(tx, mug, name="Beaker")
    with replica.read() as connection:
        assert [p.sku for p in catalogue.find_products(connection, "beak")] == ["MUG"]
        assert catalogue.find_products(connection, "mug")[0].name == "Beaker"  # by its SKU


def test_quantities_of_a_weighed_item_are_grams(replica: Replica) -> None:
    tea = make(replica, TEA)
    with replica.read() as connection:
        item = catalogue.product(connection, tea)
    assert item.steps_per_unit == 1000
    assert item.format(1250) == "1.250 kg"
    assert item.named("zh_CN") == "散装绿茶"


@pytest.mark.parametrize(
    "new",
    [
        NewProduct("", "No SKU"),
        NewProduct("X", " "),
        NewProduct("X", "Odd", kind="magic"),
        NewProduct("X", "Odd", decimals=9),
    ],
)
def test_what_is_no_product_is_refused(replica: Replica, new: NewProduct) -> None:
    with pytest.raises(InvalidProduct):
        make(replica, new)


def test_prices_have_days_and_breaks(replica: Replica) -> None:
    mug = make(replica, MUG)
    with replica.transaction(PROGRAM, "prices") as tx:
        retail = catalogue.create_price_list(tx, "RETAIL", "Retail", "EUR", tax_included=True)
        catalogue.set_prices(
            tx,
            retail,
            [
                NewPrice(mug, 79_900),
                NewPrice(mug, 69_900, min_quantity=6),
                NewPrice(mug, 59_900, valid_from="2026-12-01", valid_to="2026-12-24"),
            ],
        )
    with replica.read() as connection:
        item = catalogue.product(connection, mug)

        def price(day: str, quantity: int = 1) -> int:
            return catalogue.price_of(connection, item, day, Quantity(quantity)).price

        assert price("2026-11-30") == 79_900
        assert price("2026-12-24") == 59_900
        assert price("2026-12-25") == 79_900
        assert price("2026-11-30", 6) == 69_900


def test_an_item_without_a_price_is_named(replica: Replica) -> None:
    mug = make(replica, MUG)
    with replica.read() as connection, pytest.raises(NoPrice, match="Mug"):
        catalogue.price_of(connection, catalogue.product(connection, mug), "2026-01-01")


def test_a_cashier_changes_no_products(replica: Replica) -> None:
    cashier = Actor(b"1" * 16, "Ana", frozenset({"counter.sell"}))
    with pytest.raises(NotPermitted), replica.transaction(cashier, "create product") as tx:
        catalogue.create_product(tx, MUG)
