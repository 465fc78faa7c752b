"""Which column says what: guessed from the headings, changeable, checked before anything."""

import pytest

from domain.importing import KINDS, guess, guess_kind, kind_of
from domain.importing.errors import (
    ColumnNeeded,
    KindNotClear,
    NoSuchColumn,
    NoSuchField,
    UnknownKind,
)
from domain.importing.kinds import headings
from domain.importing.mapping import parts_of


@pytest.mark.parametrize(
    ("columns", "kind", "expected"),
    [
        (
            ["Item No.", "Description", "EAN", "Retail Price"],
            "products",
            {"sku": "Item No.", "name": "Description", "barcode": "EAN", "price": "Retail Price"},
        ),
        (
            ["货号", "品名", "条码", "售价", "进价"],
            "products",
            {"sku": "货号", "name": "品名", "barcode": "条码", "price": "售价", "cost": "进价"},
        ),
        (["barcode", "name"], "barcodes", {"barcode": "barcode", "name": "name"}),
        (
            ["客户名称", "手机号", "邮箱"],
            "customers",
            {"name": "客户名称", "phone": "手机号", "email": "邮箱"},
        ),
        (
            ["供应商编码", "供应商名称", "交期"],
            "suppliers",
            {"code": "供应商编码", "name": "供应商名称", "lead_time": "交期"},
        ),
        (
            ["采购单号", "供应商", "货号", "数量", "单价"],
            "purchase_orders",
            {"number": "采购单号", "supplier": "供应商", "sku": "货号", "quantity": "数量",
             "price": "单价"},
        ),
        (
            ["Order ID", "Buyer", "SKU", "Qty", "Unit Price"],
            "orders",
            {"number": "Order ID", "customer": "Buyer", "sku": "SKU", "quantity": "Qty",
             "price": "Unit Price"},
        ),
        (
            ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice",
             "CustomerID", "Country"],
            "sales",
            {"number": "InvoiceNo", "sku": "StockCode", "name": "Description",
             "quantity": "Quantity", "sold_at": "InvoiceDate", "price": "UnitPrice",
             "customer_id": "CustomerID", "country": "Country"},
        ),
    ],
)  # fmt: skip
def test_headings_tell(columns: list[str], kind: str, expected: dict[str, str]) -> None:
    found = guess_kind("file.csv", columns)
    assert found.kind == kind
    assert found.columns == expected


def test_headings_that_tell_nothing_are_not_guessed_at() -> None:
    with pytest.raises(KindNotClear) as refused:
        guess_kind("file.csv", ["Alpha", "Beta"])
    assert "file.csv" in str(refused.value)


def test_a_longer_heading_is_found_by_the_words_in_it() -> None:
    found = guess("products", ["Internal item number (ERP)", "Name of it", "EAN"])
    assert found.columns["sku"] == "Internal item number (ERP)"


def test_no_column_is_used_twice() -> None:
    found = guess("products", ["Product", "Barcode"])
    assert found.columns == {"name": "Product", "barcode": "Barcode"}


def test_columns_can_be_changed_and_taken_away() -> None:
    found = guess("products", ["Code", "Name", "EAN"]).with_columns({"sku": "Code", "barcode": ""})
    assert found.columns == {"name": "Name", "sku": "Code"}
    with pytest.raises(NoSuchField):
        found.with_columns({"weight": "Code"})


def test_a_map_is_checked_against_the_file() -> None:
    columns = ["Name", "EAN"]
    found = guess("products", columns)
    found.check("f.csv", columns)
    with pytest.raises(NoSuchColumn):
        found.with_columns({"price": "Preis"}).check("f.csv", columns)
    with pytest.raises(ColumnNeeded):
        found.with_columns({"name": None}).check("f.csv", columns)
    with pytest.raises(ColumnNeeded):
        found.with_columns({"barcode": None}).check("f.csv", columns)


def test_unknown_kinds_are_named_with_what_is_known() -> None:
    with pytest.raises(UnknownKind) as refused:
        kind_of("recipes")
    assert "products" in str(refused.value)


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_means_two_fields_of_a_kind(kind: str) -> None:
    firsts = [words[:2] for words in headings(kind).values()]  # name and title
    flat = [word for words in firsts for word in dict.fromkeys(words)]
    assert len(flat) == len(set(flat))


def test_columns_that_are_joined() -> None:
    assert parts_of("Shelf + Bin", ["Shelf", "Bin"]) == ("Shelf", "Bin")
    assert parts_of("A + B", ["A + B"]) == ("A + B",)
