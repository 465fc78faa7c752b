"""The quick forms of the imports of real data: some thousand rows cut from the real files.

The full forms are ``python -m tests.benchmarks.import_shop_year``, ``…import_barcodes`` and
``…import_purchasing``.
"""

import csv
import gzip
from collections import defaultdict
from decimal import Decimal
from itertools import islice
from pathlib import Path

from domain.importing import READY, Report, Settings, Source, run
from domain.importing.company_figures import company_figures, order_totals, stated_terms
from domain.importing.company_folder import TABLES, CompanyFolder, run_folder
from domain.importing.sales_figures import sales_figures
from domain.replica import Replica
from domain.replica.doctor import examine
from tests.domain.importing import world
from tests.support.replicas import PROGRAM

ROWS = 4000


def cut(source: Path, target: Path, rows: int = ROWS) -> list[dict[str, str]]:
    """Cut the first rows of a packed CSV; give them as the standard library reads them."""
    with gzip.open(source, "rt", encoding="utf-8", newline="") as whole:
        lines = list(islice(whole, rows + 1))
    target.write_text("".join(lines), encoding="utf-8", newline="")
    return list(csv.DictReader(lines))


def bring(replica: Replica, path: Path, name: str) -> Report:
    """Import a file as one of the known ones."""
    ready = READY[name]
    settings = Settings(source=ready.source, options=dict(ready.options))
    return run(replica, PROGRAM, Source(path), ready.columns, settings)


def test_some_days_of_the_shop_year(data_folder: Path, replica: Replica, tmp_path: Path) -> None:
    world.found(replica, currency="GBP")
    path = tmp_path / "year.csv"
    rows = cut(data_folder / "uci_online_retail" / "online_retail.csv.gz", path)
    report = bring(replica, path, "shop-year")
    invoices: dict[str, list[dict[str, str]]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        invoices[row["InvoiceNo"]].append(row)
        names[row["StockCode"]].add(row["Description"])
    value = sum(Decimal(row["UnitPrice"]) * int(row["Quantity"]) for row in rows)
    several = sum(1 for said in names.values() if len(said - {""}) > 1)
    expected = {
        "lines": len(rows),
        "sum of quantities": sum(int(row["Quantity"]) for row in rows),
        "invoices": len(invoices),
        "cancellations": sum(1 for number in invoices if number.startswith("C")),
        "stock codes as written": len(names),
        "stock codes ignoring case": len({code.casefold() for code in names}),
        "codes with several descriptions": several,
        "lines without a customer": sum(1 for row in rows if not row["CustomerID"]),
        "exact duplicate lines": len(rows) - len({tuple(row.values()) for row in rows}),
        "lines of the largest invoice": max(map(len, invoices.values())),
        "balances below zero": 0,
        "movements without a line": 0,
    }
    with replica.read() as connection:
        figures = sales_figures(connection, 1, report.source)
    assert {name: figures[name] for name in expected} == {
        name: f"{value:,}" for name, value in expected.items()
    }
    assert Decimal(figures["sum of quantity × price"]) == value
    assert report.findings.total == 0
    assert [verdict for verdict in examine(replica) if not verdict.fine] == []
    assert bring(replica, path, "shop-year").total == 0


def test_some_thousand_barcodes(data_folder: Path, replica: Replica, tmp_path: Path) -> None:
    world.found(replica)
    path = tmp_path / "codes.csv"
    rows = cut(data_folder / "open_food_facts" / "products.csv.gz", path)
    report = bring(replica, path, "barcodes")
    codes = {row["barcode"] for row in rows}
    assert report.imported == {"barcodes": len(codes)}
    assert world.ask(replica, "SELECT count(DISTINCT as_written) FROM barcode") == len(codes)
    odd = sum(1 for row in rows if len(row["barcode"]) not in (8, 12, 13, 14))
    assert report.findings.count("importing.not_a_gtin") == odd
    before = world.heads(replica)
    assert bring(replica, path, "barcodes").total == 0
    assert world.heads(replica) == before


def test_the_first_orders_of_the_purchasing_company(
    data_folder: Path, replica: Replica, tmp_path: Path
) -> None:
    world.found(replica, kind="warehouse", currency="USD")
    orders = 60
    for name in TABLES:
        text = (data_folder / "adventureworks" / f"{name}.csv").read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        if name.startswith("PurchaseOrder"):
            lines = [line for line in lines if int(line.split("\t")[0]) <= orders]
        (tmp_path / f"{name}.csv").write_text("".join(lines), encoding="utf-8", newline="")
    folder = CompanyFolder(tmp_path)
    reports = run_folder(replica, PROGRAM, folder)
    assert [each.findings.total for each in reports] == [0] * len(reports)
    with replica.read() as connection:
        figures = company_figures(connection, 1)
        totals = order_totals(connection, 1)
        terms = stated_terms(connection)
    expected = {
        "suppliers": "104",
        "products": "504",
        "supplier items": "460",
        "purchase orders": str(orders),
        "receipts": str(orders),
        "violations of received - rejected = stocked": "0",
        "violations of total = lines + tax + freight": "0",
        "bin balances": "1,069",
        "balances below zero": "0",
    }
    assert {name: figures[name] for name in expected} == expected
    assert totals["1"] == 2_221_492
    assert terms["LITWARE0001", "AR-5381"] == (17, 1, 5, 478_700)
    assert sum(each.total for each in run_folder(replica, PROGRAM, folder)) == 0
