"""Importing products and barcodes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from domain import catalogue, importing
from domain.errors import NotPermitted
from domain.importing import Choice, Settings, Source
from domain.importing.errors import BadRowChoice
from domain.replica import Actor, NotOwner, Replica
from tests.domain.importing.world import ask, bring, heads, problems, write

PRODUCTS = """
    货号,品名,条码,售价,成本,单位,税类
    A1,苹果汁 1L,4006381333931,12.50,7.1,瓶,VAT19
    A2,红茶,4006381333932,"1,250.00",3,盒,
    a2,again,,1,1,pc,
    A3,,123,5,x,pc,
    A4,Kilo rice,4.00638E+12,5,2,kg,
    A5,Basmati,,3.999,2,kg,NOPE
    A6,Rice by weight,73513537,3.999,2,kg,
"""


def test_products_with_prices_barcodes_and_tax(shop: Replica, tmp_path: Path) -> None:
    report = bring(shop, write(tmp_path, "p.csv", PRODUCTS))
    assert report.imported == {"products": 3}
    assert report.rows == 7
    with shop.read() as connection:
        juice = catalogue.find_code(connection, "4006381333931").product
        assert (juice.sku, juice.name, juice.unit, juice.cost) == ("A1", "苹果汁 1L", "瓶", 71_000)
        assert catalogue.price_of(connection, juice, "2026-11-22").price == 125_000
        assert catalogue.tax_class(connection, juice.tax_class).rate == 1900  # type: ignore[union-attr]
        rice = catalogue.find_sku(connection, "a6")
        assert rice is not None
        assert (rice.decimals, rice.weighed) == (3, True)


def test_every_bad_row_is_named_with_line_column_and_reason(shop: Replica, tmp_path: Path) -> None:
    report = bring(shop, write(tmp_path, "p.csv", PRODUCTS))
    assert problems(report) == [
        (3, "条码", "bad_check_digit"),
        (4, "", "repeated"),
        (5, "品名", "value_missing"),
        (5, "条码", "not_a_gtin"),
        (5, "成本", "not_a_number"),
        (6, "条码", "digits_lost"),
        (7, "税类", "not_found_here"),
    ]
    assert sorted(report.findings.refused) == [4, 5, 6, 7]
    assert report.findings.flagged == 2


def test_a_second_run_changes_nothing_and_says_so(shop: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", PRODUCTS)
    bring(shop, path)
    before = heads(shop)
    again = bring(shop, path)
    assert (again.total, again.already) == (0, {"products": 3})
    assert heads(shop) == before


def test_chosen_rows(shop: Replica, tmp_path: Path) -> None:
    path = write(tmp_path, "p.csv", PRODUCTS)
    report = bring(shop, path, settings=Settings(choice=Choice.parse("3,6-")))
    assert report.rows == 4
    assert report.imported == {"products": 2}
    assert ask(shop, "SELECT count(*) FROM product WHERE sku = 'A1'") == 0


@pytest.mark.parametrize("text", ["", "x", "0", "5-2", "1,,2", "-3"])
def test_a_choice_that_names_no_rows(text: str) -> None:
    with pytest.raises(BadRowChoice):
        Choice.parse(text)


def test_a_barcode_of_two_products_is_flagged_and_asked_about(
    shop: Replica, tmp_path: Path
) -> None:
    bring(shop, write(tmp_path, "a.csv", "sku,name,ean\nA,Pen,4006381333931"))
    report = bring(shop, write(tmp_path, "b.csv", "sku,name,ean\nB,Ink,4006381333931"))
    assert problems(report) == [(2, "ean", "code_shared")]
    assert "“Pen”" in report.findings.kept[0].sentence
    with shop.read() as connection, pytest.raises(catalogue.AmbiguousBarcode):
        catalogue.find_code(connection, "4006381333931")


def test_barcodes_alone_make_products_named_by_them(shop: Replica, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "codes.csv",
        """
        barcode,name
        4006381333931,Stift
        0000000000017,Vitória crackers
        0000000000017,Vitória crackers
        00017,Same digits
        73513537,
        """,
    )
    report = bring(shop, path)
    assert report.kind == "barcodes"
    assert report.imported == {"barcodes": 4}
    assert problems(report) == [
        (4, "", "repeated"),
        (5, "barcode", "not_a_gtin"),
        (6, "name", "name_missing"),
    ]
    assert bring(shop, path).total == 0
    with shop.read() as connection:
        assert catalogue.find_code(connection, "00000000000017").product.name == "Vitória crackers"


def test_barcodes_of_products_that_are_there_and_of_their_cases(
    shop: Replica, tmp_path: Path
) -> None:
    bring(shop, write(tmp_path, "p.csv", "sku,name\nA1,Juice"))
    path = write(
        tmp_path,
        "codes.csv",
        """
        SKU,Barcode,Pack size
        a1,4006381333931,
        A1,14006381333938,12
        ZZ,73513537,
        """,
    )
    report = bring(shop, path, "barcodes")
    assert report.imported == {"barcodes": 2}
    assert problems(report) == [(4, "SKU", "not_found_here")]
    with shop.read() as connection:
        case = catalogue.find_code(connection, "14006381333938")
        assert (case.product.sku, case.quantity.steps) == ("A1", 12)
    assert bring(shop, path, "barcodes").total == 0


def test_an_import_needs_its_right_and_nothing_else(shop: Replica, tmp_path: Path) -> None:
    source = Source(write(tmp_path, "p.csv", "sku,name\nA,Pen"))
    columns = importing.guess("products", ["sku", "name"])
    with pytest.raises(NotPermitted):
        importing.run(shop, Actor(None, "Clerk", frozenset({"catalogue.edit"})), source, columns)
    buyer = Actor(None, "IT", frozenset({"import.run"}))
    assert importing.run(shop, buyer, source, columns).total == 1


def test_a_station_may_not_bring_products(
    make_replica: Callable[..., Replica], tmp_path: Path
) -> None:
    station = make_replica()
    with pytest.raises(NotOwner) as refused:
        bring(station, write(tmp_path, "p.csv", "sku,name\nA,Pen"))
    assert "belongs to the centre" in str(refused.value)


def test_stopped_between_chunks_and_gone_on_with(shop: Replica, tmp_path: Path) -> None:
    rows = "\n".join(f"S{n},Product {n}" for n in range(9000))
    path = write(tmp_path, "p.csv", f"sku,name\n{rows}")
    steps: list[tuple[str, int]] = []
    settings = Settings(
        progress=lambda stage, done, _: steps.append((stage, done)),
        cancelled=lambda: ("products", 4000) in steps,
    )
    stopped = bring(shop, path, settings=settings)
    assert (stopped.stopped, stopped.imported) == (True, {"products": 4000})
    rest = bring(shop, path)
    assert (rest.imported, rest.already) == ({"products": 5000}, {"products": 4000})
    assert ask(shop, "SELECT count(*) FROM product") == 9000


def test_nothing_is_written_from_a_file_that_breaks_at_its_end(
    shop: Replica, tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    rows = "\n".join(f"S{n},Caf\u00e9 {n}" for n in range(60_000))
    path.write_bytes(f"sku,name\n{rows}\n".encode() + b"X,caf\xe9\n")
    before = heads(shop)
    with pytest.raises(importing.readers.UnreadableFile):
        bring(shop, path)
    assert heads(shop) == before


def test_a_run_is_written_down(shop: Replica, tmp_path: Path) -> None:
    bring(shop, write(tmp_path, "p.csv", PRODUCTS), settings=Settings(source="old till"))
    with shop.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT source, kind, file, rows, imported, refused, flagged FROM import_run"
        ).one()
    assert tuple(row) == ("old till", "products", "p.csv", 7, 3, 4, 2)


def test_a_plan_changes_nothing_and_shows_what_is_understood(tmp_path: Path) -> None:
    source = Source(write(tmp_path, "p.csv", PRODUCTS))
    columns = importing.guess("products", ["货号", "品名", "条码", "售价", "成本", "单位", "税类"])
    preview = importing.plan(source, columns)
    assert (preview.row_count, preview.good, preview.documents) == (7, 5, None)
    assert preview.rows[0].values["price"] == 125_000
    assert preview.rows[0].values["barcode"] == ("4006381333931",)
    few = importing.plan(source, columns, rows=2)
    assert (few.row_count, few.complete) == (2, False)
